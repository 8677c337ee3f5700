// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview_layout.h"

#include "app/layout/label_shape.h"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

struct OverviewText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

/// "Events per day", for the width that a bin has.
QString captionFor(double binWidth) {
    const auto is = [&](model::CivilMs width) { return binWidth == static_cast<double>(width); };
    if (is(model::msPerDay))
        return OverviewText::tr("Events per day");
    if (is(7 * model::msPerDay))
        return OverviewText::tr("Events per week");
    if (is(model::msPerHour))
        return OverviewText::tr("Events per hour");
    if (is(model::msPerMinute))
        return OverviewText::tr("Events per minute");
    if (is(model::msPerSecond))
        return OverviewText::tr("Events per second");
    if (binWidth > static_cast<double>(model::msPerDay))
        return OverviewText::tr("Events per %n day(s)", nullptr,
                                static_cast<int>(std::lround(binWidth / static_cast<double>(model::msPerDay))));
    return OverviewText::tr("Events over time");
}

void addCaption(OverviewScene& scene, const QString& words, double top, const TextMeasurer& measurer) {
    const double right = scene.plot.left() - 6 * scene.textScale;
    const QString shown = elided(words, right - 4, FontRole::Note, measurer);
    const double width = measurer.width(shown, FontRole::Note);
    scene.captions.push_back({QPointF(right - width, std::round(top + measurer.ascent(FontRole::Note))), width, shown,
                              FontRole::Note, Ink::SoftText, -1, Clip::None});
}

} // namespace

double overviewHeight(double textScale, const TextMeasurer& measurer) {
    return std::ceil(56 * textScale + measurer.lineHeight(FontRole::AxisFine) + 14 * textScale);
}

OverviewScene buildOverview(const StoryView& view, QSizeF size, double left, double right, double textScale,
                            const TextMeasurer& measurer) {
    OverviewScene scene;
    scene.size = size;
    scene.textScale = textScale;
    const double labels = measurer.lineHeight(FontRole::AxisFine) + 8 * textScale;
    const double top = std::round(4 * textScale);
    scene.plot =
        QRectF(left, top, std::max(1.0, right - left), std::max(1.0, std::round(size.height() - top - labels)));
    const TimeWindow extent = view.extent();
    scene.bins = overviewBins(view.story(), view.events(), extent.start, extent.end());
    scene.scale = {
        {scene.bins.start, std::max(1.0, scene.bins.end() - scene.bins.start)}, scene.plot.left(), scene.plot.width()};
    for (std::size_t i = 0; i < scene.bins.certain.size(); ++i)
        scene.highest = std::max(scene.highest, scene.bins.certain[i] + scene.bins.possible[i]);
    scene.ticks = calendarTicks(scene.scale, view.locale(), measurer);
    addCaption(scene, captionFor(scene.bins.binWidth), scene.plot.center().y() - measurer.lineHeight(FontRole::Note),
               measurer);
    if (scene.highest > 0)
        addCaption(scene, OverviewText::tr("up to %1").arg(view.locale().toString(scene.highest)),
                   scene.plot.center().y(), measurer);
    return scene;
}

QRectF brushRect(const OverviewScene& scene, const TimeWindow& window) {
    double left = std::clamp(scene.scale.toX(window.start), scene.plot.left(), scene.plot.right());
    double right = std::clamp(scene.scale.toX(window.end()), scene.plot.left(), scene.plot.right());
    if (right - left < 2) {
        left = std::min(left, scene.plot.right() - 2);
        right = left + 2;
    }
    return QRectF(left, scene.plot.top(), right - left, scene.plot.height());
}

} // namespace quoteline::layout
