// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/metrics.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/layout/shapes/label_shape.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

Sizes::Sizes(double s)
    : margin(16 * s)
    , dotRadius(6 * s)
    , dayBarHeight(4 * s)
    , barHeight(14 * s)
    , labelGap(8 * s)
    , dateGap(8 * s)
    , itemGap(18 * s)
    , rowPadding(8 * s)
    , rowStretch(28 * s)
    , fadeLength(40 * s)
    , wideUnit(64 * s)
    , platePadding(8 * s)
    , axisRow(22 * s)
    , footStrip(20 * s)
    , footBar(5 * s)
    , footGap(s)
    , wideMark(180 * s)
    , subRow(4.5 * s)
    , slimRadius(3.4 * s)
    , slimBar(3.5 * s)
    , slimGap(2 * s)
    , stripPadding(3 * s)
    , columnHeight(25 * s) {}

namespace {

/// The text in one line where it fits, else in two, each shortened with an ellipsis where it has to be.
std::vector<QString> linesOf(const QString& text, FontRole role, double width, const TextMeasurer& measurer) {
    if (measurer.width(text, role) <= width)
        return {text};
    auto [first, second] = wrapInTwo(text, role, measurer);
    if (std::max(measurer.width(first, role), measurer.width(second, role)) > width)
        std::tie(first, second) = wrapToFill(text, width, role, measurer);
    std::vector<QString> lines{elided(first, width, role, measurer)};
    if (!second.isEmpty())
        lines.push_back(elided(second, width, role, measurer));
    return lines;
}

/// The names' own width up to a share of the scene; wider ones are broken or shortened. The name of the time zone
/// stands in the same column, without their margin.
double laneColumnWidth(const StoryView& view, const Metrics& metrics, double countWidth, const TextMeasurer& measurer) {
    const double s = metrics.textScale;
    const double most = std::clamp(metrics.size.width() * 0.16, 60.0, 260 * s);
    const double zone = measurer.width(displayLine(view.story().zone().name()), FontRole::Note);
    double widest = std::max(48 * s, std::ceil(zone) + 2 * Frame::zoneMargin - Sizes(s).margin - 6 * s - countWidth);
    for (const QString& name : view.laneNames()) {
        for (const QString& line : laneNameLines(name, most, measurer))
            widest = std::max(widest, measurer.width(line, FontRole::LaneName));
        if (widest >= most)
            break;
    }
    return std::min(widest, most) + 12 * s;
}

/// Pictures name their lanes and count nothing; a narrow window needs its width for time.
double laneCountWidth(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer) {
    if (metrics.picture || view.laneNames().empty() || metrics.size.width() < 400 * metrics.textScale)
        return 0;
    const QString widest(number(view.mostInLane(), view.locale()).size(), u'8');
    return std::ceil(measurer.width(widest, FontRole::Note)) + 6 * metrics.textScale;
}

/// In a window with no room for a row of events below it, the header is left out. `room` is what header, lanes and foot
/// strip have together.
double headerHeight(const StoryView& view, const Metrics& metrics, double width, double room,
                    const TextMeasurer& measurer) {
    const Sizes sizes(metrics.textScale);
    const auto titleLines = static_cast<double>(headerTitle(view, width, measurer).size());
    const double height = titleLines * measurer.lineHeight(FontRole::Title) + measurer.lineHeight(FontRole::Subtitle) +
                          20 * metrics.textScale;
    const double least = measurer.lineHeight(FontRole::Label) + sizes.rowPadding + sizes.footStrip;
    return metrics.header && room - height >= least ? height : 0;
}

} // namespace

double Frame::nameWidth(double textScale) const {
    return nameRight(textScale) - laneColumn.left() - Sizes(textScale).margin;
}

Frame frameFor(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer, double footerHeight) {
    const Sizes sizes(metrics.textScale);
    const QRectF all(QPointF(0, 0), metrics.size);
    Frame frame;
    const double top = sizes.margin * 0.75;
    const double axisHeight = std::round(2 * sizes.axisRow);
    const double bottom = std::round(all.height() - footerHeight - axisHeight - sizes.margin * 0.5);
    const double headerWidth = std::max(1.0, all.width() - 2 * sizes.margin);
    frame.header =
        QRectF(sizes.margin, top, headerWidth, headerHeight(view, metrics, headerWidth, bottom - top, measurer));
    frame.countWidth = laneCountWidth(view, metrics, measurer);
    const double column =
        std::round(sizes.margin + laneColumnWidth(view, metrics, frame.countWidth, measurer) + frame.countWidth);
    const double plotTop = std::round(frame.header.bottom());
    const double plotBottom = std::max(plotTop + 2 * sizes.footStrip, bottom);
    const double plotRight = std::max(column + 20, std::round(all.width() - sizes.margin));
    frame.plot = QRectF(QPointF(column, plotTop), QPointF(plotRight, plotBottom));
    frame.footStrip = QRectF(QPointF(column, plotBottom - std::round(sizes.footStrip)), frame.plot.bottomRight());
    frame.lanes = QRectF(frame.plot.topLeft(), QPointF(plotRight, frame.footStrip.top()));
    frame.laneColumn = QRectF(QPointF(0, plotTop), QPointF(column, frame.lanes.bottom()));
    frame.axis = QRectF(QPointF(column, plotBottom), QPointF(plotRight, plotBottom + axisHeight));
    frame.footer = QRectF(QPointF(sizes.margin, frame.axis.bottom()),
                          QPointF(all.width() - sizes.margin, frame.axis.bottom() + footerHeight));
    return frame;
}

std::vector<QString> headerTitle(const StoryView& view, double width, const TextMeasurer& measurer) {
    return linesOf(displayLine(view.story().title()), FontRole::Title, width, measurer);
}

std::vector<QString> laneNameLines(const QString& name, double width, const TextMeasurer& measurer) {
    return linesOf(name, FontRole::LaneName, width, measurer);
}

} // namespace quoteline::layout
