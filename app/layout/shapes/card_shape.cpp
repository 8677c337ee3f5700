// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/card_shape.h"

#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

constexpr double widestInLines = 24;  ///< text of a card, in heights of a line
constexpr double easyInLines = 15;    ///< up to here a title stays in one line
constexpr double leastInLines = 5;    ///< what a text gets in a narrow plot
constexpr double widestOfPlot = 0.75; ///< a whole card, of the plot
constexpr double mostOfPlot = 0.6;    ///< marks wider than this have their card above

void measureCard(LabelShape& shape, double dateGap, const TextMeasurer& measurer) {
    shape.firstWidth = measurer.width(shape.first, FontRole::Label);
    shape.secondWidth = shape.second.isEmpty() ? 0 : measurer.width(shape.second, FontRole::Label);
    shape.dateWidth = measurer.width(shape.date, FontRole::Date);
    const double beforeDate = shape.second.isEmpty() ? 0 : shape.secondWidth + dateGap;
    shape.width = std::max(shape.firstWidth, beforeDate + shape.dateWidth);
}

LabelShape shaped(const QString& title, const QString& date, double available, double dateGap,
                  const TextMeasurer& measurer) {
    const double line = measurer.lineHeight(FontRole::Label);
    LabelShape below; // the date below the title
    below.first = title;
    below.date = date;
    below.lines = 2;
    measureCard(below, dateGap, measurer);
    if (below.width <= std::min(available, easyInLines * line))
        return below;
    LabelShape behind = below; // the date behind the title
    std::tie(behind.first, behind.second) = wrapInTwo(title, FontRole::Label, measurer);
    measureCard(behind, dateGap, measurer);
    if (!behind.second.isEmpty() && behind.width < below.width && behind.width <= available)
        return behind;
    if (below.width <= available)
        return below;
    LabelShape filled = shapeLabel(title, date, available, dateGap, measurer);
    filled.lines = 2;
    return filled;
}

bool hasDot(const MarkSpan& mark) {
    return (mark.kind == MarkKind::DayDot && !mark.wide) || mark.ringed;
}

/// Whether a card finds room on a bar or band beside its ring, if it has one.
bool ridesOn(const MarkSpan& mark, double width, const Sizes& sizes) {
    if (!isBar(mark))
        return mark.kind == MarkKind::DayDot;
    const double room = mark.ringed ? mark.barRight - mark.centre - sizes.dotRadius - sizes.labelGap
                                    : mark.barRight - mark.barLeft - sizes.cardLead;
    return room >= width + sizes.cardLead;
}

double rightOfDot(const MarkSpan& mark, const Sizes& sizes) {
    return mark.centre + sizes.dotRadius + sizes.labelGap;
}

} // namespace

double cardWidth(double textWidth, const Sizes& sizes) {
    return std::ceil(textWidth) + sizes.cardBar + 2 * sizes.cardPadding;
}

LabelShape shapeCard(const StoryView& view, model::EventIndex event, double available, double dateGap,
                     const TextMeasurer& measurer) {
    const QString title = view.title(event);
    const LabelShape full = shaped(title, view.cardDate(event), available, dateGap, measurer);
    return full.cut ? shaped(title, view.shortDate(event), available, dateGap, measurer) : full;
}

std::pair<double, double> extentOf(const std::vector<MarkSpan>& spans, LabelSide side, double width,
                                   const Sizes& sizes) {
    double left = spans.front().left;
    double right = spans.front().right;
    for (const MarkSpan& span : spans) {
        left = std::min(left, span.left);
        right = std::max(right, span.right);
    }
    if (side == LabelSide::Right)
        right += sizes.labelGap + width;
    else if (side == LabelSide::On && hasDot(spans.front()))
        right = std::max(right, rightOfDot(spans.front(), sizes) + width);
    return {left, right};
}

CardPlace placeCard(const StoryView& view, model::EventIndex event, const std::vector<MarkSpan>& spans,
                    double plotWidth, double reach, const Sizes& sizes, const TextMeasurer& measurer) {
    const double line = measurer.lineHeight(FontRole::Label);
    const double around = cardWidth(0, sizes);
    const auto [left, right] = extentOf(spans, LabelSide::Above, 0, sizes);
    const double beside = (spans.size() == 1 && hasDot(spans.front()) ? rightOfDot(spans.front(), sizes) : right);
    const double room = std::min(widestOfPlot * plotWidth, reach - beside - 2 * sizes.labelGap) - around;
    const double least = std::min(leastInLines * line, plotWidth - around);
    CardPlace place;
    place.available = static_cast<float>(std::max({1.0, least, std::floor(std::min(widestInLines * line, room))}));
    place.available = std::floor(place.available); // whole: a float holds it
    const LabelShape shape = shapeCard(view, event, static_cast<double>(place.available), sizes.dateGap, measurer);
    const double width = cardWidth(shape.width, sizes);
    if (spans.size() == 1 && ridesOn(spans.front(), width, sizes)) {
        place.side = LabelSide::On;
    } else if (spans.size() > 1 && right - left - 2 * sizes.labelGap >= width &&
               right - left > mostOfPlot * plotWidth) {
        place.side = LabelSide::Above;
        place.lines = 3;
    }
    std::tie(place.left, place.right) = extentOf(spans, place.side, width, sizes);
    return place;
}

double leftOnMark(const MarkSpan& mark, double width, double plotLeft, double plotRight, const Sizes& sizes) {
    const double inView = plotLeft + sizes.labelGap;
    if (!hasDot(mark)) {
        const double first = mark.barLeft + sizes.cardLead;
        return std::clamp(inView, first, std::max(first, mark.barRight - sizes.cardLead - width));
    }
    const double first = rightOfDot(mark, sizes);
    const double right = std::clamp(inView, first, std::max(first, mark.barRight - width));
    const double last = mark.centre - sizes.dotRadius - sizes.labelGap - width;
    if (right + width <= plotRight || last < mark.barLeft)
        return right;
    const double left = std::clamp(plotRight - sizes.labelGap - width, mark.barLeft, last);
    return left >= plotLeft || right >= plotRight ? left : right;
}

} // namespace quoteline::layout
