// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"
#include <QMarginsF>
#include <stop_token>
#include <variant>

/// The evidence that stands below a picture, or on pages of its own: every event with all its quotes, their sources,
/// and the legend. Everything is a value with a place, as in a Scene; painters replay it. Nothing is shortened: a text
/// takes as many lines as it needs.
namespace quoteline::layout {

/// A place on a sheet that something leads to.
struct SheetTarget {
    enum class Kind : std::uint8_t { Entry, Source };
    Kind kind = Kind::Entry;
    std::size_t number =
        0; ///< of the event (StoryView::number), or of the source: its place in the sheet's list, from 1
    bool operator==(const SheetTarget&) const = default;
};

/// Words that lead to a place on the sheet, or to a web page: an address that pageAddress() allows, fully encoded.
struct SheetLink {
    QRectF rect; ///< of the words, on one line
    std::variant<QString, SheetTarget> leadsTo;
    bool operator==(const SheetLink&) const = default;
};

/// Where an entry or a source begins.
struct SheetAnchor {
    SheetTarget target;
    QPointF at;    ///< its top left
    QString title; ///< on one line: "12. Mayor Sala ...", "Source 3: The Inquisitr, ..."
    bool operator==(const SheetAnchor&) const = default;
};

/// Places are device-independent pixels from the top left of the page.
struct SheetPage {
    QSizeF size;               ///< with its margins
    std::vector<Text> texts;   ///< in the order of reading
    std::vector<QRectF> rules; ///< thin lines, in the colour of the grid
    std::vector<Mark> legendMarks;
    std::vector<SheetLink> links;
    std::vector<SheetAnchor> anchors;
    bool operator==(const SheetPage&) const = default;
};

struct SheetSpec {
    double width = 0;             ///< of a page with its margins, in device-independent pixels
    std::optional<double> height; ///< of a page with its margins; without, one page is as high as its text needs
    QMarginsF margins;
    double textScale = 1;  ///< 1 to 2; the measurer must have the same
    bool readings = false; ///< relations that are readings are told too, as such
    bool legend = false;   ///< the marks in use are explained at the end, if that takes no page of its own
};

/// The evidence for `events`, which are shown in `view`, in the order of time. Columns of a readable width are read
/// down, then on; their ends differ little on a continuous page and on the last one. An entry is broken only where it
/// is higher than a column, or higher than half of one and much of that would else stay empty, and then between its
/// quotes; its continuation says so. Margins that leave less than a line are not kept. No pages where there are no
/// events, nor where a stop was asked for.
std::vector<SheetPage> evidenceSheet(const StoryView& view, std::span<const model::EventIndex> events,
                                     const SheetSpec& spec, const TextMeasurer& measurer, std::stop_token stop = {});

} // namespace quoteline::layout
