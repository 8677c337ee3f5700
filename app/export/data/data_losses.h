// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <QStringList>
#include <array>
#include <vector>

namespace quoteline::ui {

enum class LossKind : std::uint8_t {
    Years,         ///< events left out, because the format has no such years
    Uncertain,     ///< dates that are
    Approximate,   ///< dates that are
    OneOf,         ///< once, somewhere in there: written as if it lasted
    OpenSides,     ///< written as the end that is known
    CoarseEnds,    ///< spans to the month or year
    TimeOfDay,     ///< left out, because the other end has none
    Seconds,       ///< that nobody named
    Zone,          ///< times of day without one
    EarlyYears,    ///< before the year 1
    WordsOnly,     ///< dates other than a day or a time, in words only
    SeveralDates,  ///< an entry for each
    LeftOutLinks,  ///< links to events that the filter leaves out
    Relations,     ///< not written
    Context,       ///< the words before and after quotes
    Characters,    ///< control characters, which the format forbids
    GuardedCells,  ///< with an apostrophe in front
    StoryFields,   ///< what belongs to the story as a whole
    AllButTitle,   ///< the same, but for the title
    AllButTexts,   ///< the same, but for title and summary
    UnusedEntries, ///< lanes, actors and sources without an exported event
    Documents,     ///< the text, file name and fingerprint of sources
    ExtraFields,   ///< that the story format does not define
};
inline constexpr std::size_t lossKindCount = 23;

/// Something of a story that a data format has no place for.
struct Loss {
    QString words; ///< a sentence without its full stop, with the count
    std::size_t count = 0;
    QStringList examples; ///< titles of the first events that it is true of; may be empty
    LossKind kind{};
    bool operator==(const Loss&) const = default;
};

/// The sentence with its examples, on one line.
QString lossInWords(const Loss& loss);

/// Counts what is lost while a file is written.
class LossTally {
public:
    explicit LossTally(const layout::StoryView& view)
        : m_view(view) {}

    void add(LossKind kind, std::size_t count = 1);
    /// The same for an event, which may serve as an example. One event counts at most once in a row.
    void add(LossKind kind, model::EventIndex event);
    std::vector<Loss> losses() const;

private:
    struct Entry {
        std::size_t count = 0;
        std::vector<model::EventIndex> examples;
        std::optional<model::EventIndex> last;
    };
    const layout::StoryView& m_view;
    std::array<Entry, lossKindCount> m_entries;
};

} // namespace quoteline::ui
