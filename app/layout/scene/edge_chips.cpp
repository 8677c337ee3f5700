// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/edge_chips.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>

namespace quoteline::layout {

namespace {

// The title on a chip, in heights of a line; one that is shortened to less is left out.
constexpr double widestTitleInLines = 16;
constexpr double leastTitleInLines = 6;

/// What rows hold, as stretches of x, so that a chip can be put where it covers nothing.
class Occupied {
public:
    Occupied(const Scene& scene, const LaneLayout& rows)
        : m_scene(scene)
        , m_rows(rows) {
        for (const Mark& mark : scene.marks)
            add(mark.rect());
        for (const Label& label : scene.labels)
            add(label.rect);
        for (const Column& column : scene.columns)
            add(column.rect);
    }
    void add(const QRectF& rect) { m_taken[rowAt(rect.center().y())].push_back(rect); }
    bool isFree(std::size_t row, const QRectF& rect) const {
        const auto taken = m_taken.find(row);
        return taken == m_taken.end() || std::none_of(taken->second.begin(), taken->second.end(), [&](const QRectF& r) {
                   return r.left() < rect.right() && r.right() > rect.left();
               });
    }

private:
    std::size_t rowAt(double y) const {
        const double below = y - m_scene.frame.lanes.top() + m_scene.scrollY;
        const auto next = std::upper_bound(m_rows.rowTops.begin(), m_rows.rowTops.end(), below);
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - m_rows.rowTops.begin() - 1));
    }

    const Scene& m_scene;
    const LaneLayout& m_rows;
    std::map<std::size_t, std::vector<QRectF>> m_taken;
};

QString withTitle(const QString& date, const QString& title, const QString& more, bool later) {
    if (more.isEmpty())
        return (later ? translate("layout", "%1 · %2 →", "a date, the title of a later event")
                      : translate("layout", "← %1 · %2", "a date, the title of an earlier event"))
            .arg(date, title);
    return (later ? translate("layout", "%1 · %2 +%3 →", "a date, the title of a later event, a number of more")
                  : translate("layout", "← +%3 · %1 · %2", "a date, the title of an earlier event, a number of more"))
        .arg(date, title, more);
}

QString withoutTitle(const QString& date, const QString& more, bool later) {
    if (more.isEmpty())
        return (later ? translate("layout", "%1 →", "the date of a later event")
                      : translate("layout", "← %1", "the date of an earlier event"))
            .arg(date);
    return (later ? translate("layout", "%1 +%2 →", "the date of a later event, a number of more")
                  : translate("layout", "← +%2 · %1", "the date of an earlier event, a number of more"))
        .arg(date, more);
}

/// From the longest to the shortest: "6 Feb · Opening ceremony +1 →", the title shortened to fit; without the title;
/// with the number of all alone. None is wider than `widest`.
QStringList wordings(const EventsBeyond& beyond, bool later, const StoryView& view, double widest,
                     const TextMeasurer& measurer) {
    const auto width = [&](const QString& text) { return measurer.width(text, FontRole::Chip); };
    const auto number = [&](std::size_t n) { return layout::number(n, view.locale()); };
    const double line = measurer.lineHeight(FontRole::Chip);
    const QString date = view.shortDate(beyond.nearest);
    const QString more = beyond.count > 1 ? number(beyond.count - 1) : QString();
    QStringList words;
    const double room = std::min(widestTitleInLines * line, widest - width(withTitle(date, QString(), more, later)));
    const QString title = elided(view.title(beyond.nearest), room, FontRole::Chip, measurer);
    if (!title.isEmpty() && (room >= leastTitleInLines * line || title == view.title(beyond.nearest)))
        words << withTitle(date, isolated(title), more, later);
    words << withoutTitle(date, more, later)
          << (later ? translate("layout", "+%1 →", "a number of later events")
                    : translate("layout", "← +%1", "a number of earlier events"))
                 .arg(number(beyond.count));
    words.removeIf([&](const QString& text) { return width(text) > widest; });
    return words;
}

class EdgeChipAdder {
public:
    EdgeChipAdder(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                  const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_packing(packing)
        , m_rows(rows)
        , m_measurer(measurer)
        , m_sizes(scene.textScale)
        , m_occupied(scene, rows) {}

    void add(std::size_t lane, const EventsBeyond& beyond, bool later);

private:
    QRectF rectIn(std::size_t row, double width, bool later) const;
    std::vector<std::size_t> rowsFor(std::size_t lane, model::EventIndex event) const;

    Scene& m_scene;
    const StoryView& m_view;
    const RowPacking& m_packing;
    const LaneLayout& m_rows;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
    Occupied m_occupied;
};

QRectF EdgeChipAdder::rectIn(std::size_t row, double width, bool later) const {
    const QRectF& area = m_scene.frame.lanes;
    const double height = m_measurer.lineHeight(FontRole::Chip) + 2 * m_sizes.chipEdge;
    const double centre = area.top() - m_scene.scrollY + m_rows.rowCentre(row);
    const double full = width + 2 * m_sizes.chipPadding;
    const double left = later ? area.right() - m_sizes.labelGap - full : area.left() + m_sizes.labelGap;
    return {left, std::round(centre - height / 2), full, height};
}

/// The rows of a lane that are in view, that of the event first.
std::vector<std::size_t> EdgeChipAdder::rowsFor(std::size_t lane, model::EventIndex event) const {
    const LaneRows& own = m_packing.lanes[lane];
    const std::size_t home = m_packing.placements[event].row;
    std::vector<std::size_t> rows{home};
    for (std::size_t row = own.first; row < std::size_t{own.first} + own.count; ++row)
        if (row != home)
            rows.push_back(row);
    const QRectF& area = m_scene.frame.lanes;
    std::erase_if(rows, [&](std::size_t row) {
        const QRectF rect = rectIn(row, 1, true);
        return rect.top() < area.top() || rect.bottom() > area.bottom() ||
               rect.height() > m_rows.rowTop(row + 1) - m_rows.rowTop(row) + 1;
    });
    return rows;
}

void EdgeChipAdder::add(std::size_t lane, const EventsBeyond& beyond, bool later) {
    if (beyond.count == 0)
        return;
    const std::vector<std::size_t> rows = rowsFor(lane, beyond.nearest);
    if (rows.empty())
        return;
    const double widest = m_scene.frame.lanes.width() / 2 - 2 * m_sizes.chipPadding - m_sizes.labelGap;
    const double air = m_sizes.labelGap;
    for (const QString& words : wordings(beyond, later, m_view, widest, m_measurer)) {
        const double width = m_measurer.width(words, FontRole::Chip);
        for (const std::size_t row : rows) {
            const QRectF rect = rectIn(row, width, later);
            if (!m_occupied.isFree(row, rect.adjusted(-air, 0, air, 0)))
                continue;
            const QPointF baseline(rect.left() + m_sizes.chipPadding,
                                   std::round(rect.top() + m_sizes.chipEdge + m_measurer.ascent(FontRole::Chip)));
            const Text text{baseline, width, words, FontRole::Chip, Ink::Text, m_view.lanes()[lane].hue, Clip::Lanes};
            m_scene.edgeChips.push_back({rect, text, lane, beyond.nearest, beyond.count, later});
            m_occupied.add(rect);
            return;
        }
    }
}

} // namespace

void addEdgeChips(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
                  const TextMeasurer& measurer) {
    EdgeChipAdder adder(scene, view, packing, rows, measurer);
    for (const LaneBand& band : scene.lanes) {
        const LaneOrder& order = (*packing.orders)[band.lane];
        adder.add(band.lane, eventsBefore(scene.scale.window, order, view.story()), false);
        adder.add(band.lane, eventsAfter(scene.scale.window, order, view.story()), true);
    }
}

} // namespace quoteline::layout
