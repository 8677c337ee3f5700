// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/evidence_content.h"
#include "app/content/words/evidence_words.h"
#include "app/layout/shapes/legend.h"
#include "app/layout/sheet/evidence_sheet.h"

/// What the evidence sheet says, before it has lines and places.
namespace quoteline::layout {

/// Words in one font and ink; they may lead somewhere.
struct SheetRun {
    QString text;
    FontRole font = FontRole::Note;
    Ink ink = Ink::Text;
    std::optional<std::variant<QString, SheetTarget>> leadsTo = {};
    bool operator==(const SheetRun&) const = default;
};

struct SheetParagraph {
    std::vector<SheetRun> runs;
    double above = 0;                    ///< space above it, in device-independent pixels at text scale 1
    std::optional<SheetRun> behind = {}; ///< after a dot where all fits one line, else on a line of its own
    std::optional<MarkSpan> mark = {};   ///< of a legend, left of the words
    bool clings = false; ///< to what stands above it: a column does not end between them if it can be helped
    bool opens = false;  ///< something that stands for itself: a column best ends above it
};

/// What is kept together: a heading, an event, a source, the legend.
struct SheetBlock {
    enum class Kind : std::uint8_t { Heading, Entry, Source, Legend };
    Kind kind = Kind::Entry;
    SheetTarget target; ///< of entries and sources
    QString number;     ///< "12.", left of the text
    QString continued;  ///< "12, continued": what stands above the rest of a broken one
    QString title;      ///< for outlines
    std::vector<SheetParagraph> paragraphs;
};

/// The words of the sheet, and the numbers of the sources in the order in which they are first quoted.
class SheetWords {
public:
    /// `events` outlive this.
    SheetWords(const StoryView& view, std::span<const model::EventIndex> events, bool readings);

    SheetBlock entry(model::EventIndex event);
    /// Of the events told so far.
    std::size_t sourceCount() const { return m_sources.size(); }
    SheetBlock source(std::size_t place) const;
    SheetBlock legend(const Sizes& sizes) const;
    static SheetBlock heading(const QString& words);

private:
    std::size_t numberOf(model::SourceIndex source);
    bool isListed(model::EventIndex event) const;
    void addQuote(SheetBlock& block, const model::Quote& quote);
    void addRelation(SheetBlock& block, const model::Relation& relation, model::EventIndex other, RelationSide side);
    SheetRun reference(model::SourceIndex source);

    StoryView m_view;
    std::span<const model::EventIndex> m_events;
    bool m_readings;
    std::vector<std::size_t> m_numbers; ///< by source of the story; 0 where it has none
    std::vector<model::SourceIndex> m_sources;
    std::vector<QString> m_references; ///< by number
};

} // namespace quoteline::layout
