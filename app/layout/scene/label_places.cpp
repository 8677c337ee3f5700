// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/label_places.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace quoteline::layout {

namespace {

constexpr double roundingSlack = 0.01; // sums of widths
constexpr double leastOfTitle = 0.5;   // of its width on one line, when it is shortened
constexpr double muchMore = 1.25;      // room on the other side, for a shortened label to change it

/// Where a label stands that has the room its row has kept. One inside a bar or above marks stays in the part of them
/// that is in view.
double keptLeft(const RowItem& item, double width, const RowEdges& edges, const Sizes& sizes) {
    const double inView = edges.left + sizes.labelGap;
    switch (item.side) {
    case LabelSide::Right:
        return (edges.part ? std::max(item.marks.right, edges.left) : item.marks.right) + sizes.labelGap;
    case LabelSide::Left:
        return (edges.part ? std::min(item.marks.left, edges.right) : item.marks.left) - sizes.labelGap - width;
    case LabelSide::Over:
        return std::clamp(inView, item.bar.left, std::max(item.bar.left, item.bar.right - width));
    case LabelSide::OverEnd: {
        const double last = item.bar.right - width;
        return last < item.bar.left ? last : std::clamp(inView, item.bar.left, last);
    }
    case LabelSide::Inside:
    case LabelSide::Above:
        break;
    }
    const Span& over = item.side == LabelSide::Inside ? item.bar : item.marks;
    const double first = over.left + sizes.labelGap;
    const double last = over.right - sizes.labelGap - width;
    return std::clamp(inView, first, std::max(first, last));
}

/// Finds the place of one label between its neighbours.
class EdgePlacer {
public:
    EdgePlacer(const RowItem& item, const Span& free, const RowEdges& edges, const Sizes& sizes,
               const TextMeasurer& measurer)
        : m_item(item)
        , m_free(free)
        , m_edges(edges)
        , m_sizes(sizes)
        , m_measurer(measurer) {}

    std::optional<LabelPlace> place() const {
        const LabelShape& full = *m_item.label;
        if (auto place = fitted(full))
            return place;
        if (auto place = fitted(shaped(m_item.title, full.width)))
            return place;
        return shortened();
    }

private:
    /// The title without the date.
    LabelShape shaped(const QString& title, double available) const;
    Span roomAt(LabelSide side) const;
    std::optional<LabelPlace> fitted(const LabelShape& shape) const;
    std::optional<LabelPlace> shortened() const;
    LabelPlace put(const LabelShape& shape, LabelSide side) const;
    std::vector<LabelSide> sides() const;
    int linesOfText() const { return m_item.lines - (m_item.side == LabelSide::Above ? 1 : 0); }

    const RowItem& m_item;
    Span m_free;
    const RowEdges& m_edges;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
};

std::vector<LabelSide> EdgePlacer::sides() const {
    switch (m_item.side) {
    case LabelSide::Right:
        return {LabelSide::Right, LabelSide::Left};
    case LabelSide::Left:
        return {LabelSide::Left, LabelSide::Right};
    case LabelSide::Inside:
        return {LabelSide::Inside, LabelSide::Right, LabelSide::Left};
    case LabelSide::Over:
        return {LabelSide::Over, LabelSide::OverEnd};
    case LabelSide::OverEnd:
        return {LabelSide::OverEnd, LabelSide::Over};
    default:
        return {m_item.side};
    }
}

/// What a label may take on a side of the marks, as far as they are in sight.
Span EdgePlacer::roomAt(LabelSide side) const {
    const bool onBar = side == LabelSide::Inside || isOver(side);
    const Span& marks = onBar ? m_item.bar : m_item.marks;
    const double left = std::max(marks.left, m_edges.left);
    const double right = std::min(marks.right, m_edges.right);
    switch (side) {
    case LabelSide::Right:
        return {std::max(right + m_sizes.labelGap, m_free.left), m_free.right};
    case LabelSide::Left:
        return {m_free.left, std::min(left - m_sizes.labelGap, m_free.right)};
    case LabelSide::Inside:
        return {std::max(left + m_sizes.labelGap, m_free.left), std::min(right - m_sizes.labelGap, m_free.right)};
    case LabelSide::OverEnd: // may reach beyond their left end
        return {m_free.left, std::min(right, m_free.right)};
    default: // may reach beyond their right end
        return {std::max(left, m_free.left), m_free.right};
    }
}

LabelPlace EdgePlacer::put(const LabelShape& shape, LabelSide side) const {
    const Span room = roomAt(side);
    const bool fromRight = side == LabelSide::Left || side == LabelSide::OverEnd;
    return {shape, fromRight ? room.right - shape.width : room.left, side};
}

std::optional<LabelPlace> EdgePlacer::fitted(const LabelShape& shape) const {
    for (const LabelSide side : sides()) {
        const Span room = roomAt(side);
        if (shape.width <= room.right - room.left)
            return put(shape, side);
    }
    return std::nullopt;
}

LabelShape EdgePlacer::shaped(const QString& title, double available) const {
    if (m_item.font == FontRole::Label) {
        LabelShape shape = shapeLabel(title, QString(), available, m_sizes.dateGap, m_measurer);
        if (shape.lines <= linesOfText())
            return shape;
    }
    return titleShape(title, available, m_item.font, m_measurer);
}

std::optional<LabelPlace> EdgePlacer::shortened() const {
    const auto roomOn = [&](LabelSide side) { return roomAt(side).right - roomAt(side).left; };
    LabelSide best = m_item.side;
    for (const LabelSide side : sides())
        if (roomOn(side) > muchMore * std::max(0.0, roomOn(best)))
            best = side;
    const QString& title = m_item.title;
    const double room = roomOn(best);
    if (room <= 0)
        return std::nullopt;
    const LabelShape shape = shaped(title, room);
    const double left = shape.firstWidth + shape.secondWidth;
    if (shape.first.isEmpty() || left < leastOfTitle * m_measurer.width(title, m_item.font))
        return std::nullopt;
    return put(shape, shape.width <= roomOn(m_item.side) ? m_item.side : best); // whole words may be that much less
}

/// Places the labels of one row; `order` are its items from left to right.
class RowPlacer {
public:
    RowPlacer(const std::vector<RowItem>& items, const RowEdges& edges, const Sizes& sizes,
              const TextMeasurer& measurer)
        : m_items(items)
        , m_edges(edges)
        , m_sizes(sizes)
        , m_measurer(measurer) {}

    void place(std::span<const std::size_t> order, std::vector<std::optional<LabelPlace>>& places) const {
        double taken = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < order.size(); ++i) {
            const RowItem& item = m_items[order[i]];
            if (item.label) {
                const double next =
                    i + 1 < order.size() ? kept(m_items[order[i + 1]]).left : std::numeric_limits<double>::infinity();
                places[order[i]] = placeOf(item, taken, next);
            }
            taken = std::max(taken, item.marks.right);
            if (const auto& place = places[order[i]])
                taken = std::max(taken, place->left + place->shape.width);
        }
    }
    /// What an item and its label take where the row has kept room for them.
    Span kept(const RowItem& item) const {
        if (!item.label)
            return item.marks;
        const double left = keptLeft(item, item.label->width, m_edges, m_sizes);
        return {std::min(item.marks.left, left), std::max(item.marks.right, left + item.label->width)};
    }

private:
    std::optional<LabelPlace> placeOf(const RowItem& item, double taken, double next) const {
        const double left = keptLeft(item, item.label->width, m_edges, m_sizes);
        const double right = left + item.label->width;
        const bool seen = left >= m_edges.left - roundingSlack && right <= m_edges.right + roundingSlack;
        if (seen && left >= taken)
            return LabelPlace{*item.label, left, item.side};
        if (item.marks.right <= m_edges.left || item.marks.left >= m_edges.right)
            return std::nullopt; // of its marks nothing is in sight
        const Span free{std::max(m_edges.left + m_sizes.labelGap, taken + m_sizes.itemGap),
                        std::min(m_edges.right, next - m_sizes.itemGap)};
        return EdgePlacer(item, free, m_edges, m_sizes, m_measurer).place();
    }

    const std::vector<RowItem>& m_items;
    const RowEdges& m_edges;
    const Sizes& m_sizes;
    const TextMeasurer& m_measurer;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<RowItem>& items, const RowEdges& edges,
                                                   const Sizes& sizes, const TextMeasurer& measurer) {
    std::vector<std::optional<LabelPlace>> places(items.size());
    const RowPlacer placer(items, edges, sizes, measurer);
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return items[a].row != items[b].row ? items[a].row < items[b].row : items[a].marks.left < items[b].marks.left;
    });
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && items[order[to]].row == items[order[from]].row)
            ++to;
        placer.place(std::span(order).subspan(from, to - from), places);
        from = to;
    }
    return places;
}

} // namespace quoteline::layout
