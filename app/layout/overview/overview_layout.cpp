// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overview/overview_layout.h"

#include "app/content/words/date_words.h"
#include "app/content/words/translate.h"
#include "app/layout/axis/bin_words.h"
#include "app/layout/axis/view_state.h"
#include "app/layout/shapes/label_shape.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace quoteline::layout {

namespace {

constexpr double leastBarPitch = 5.5; ///< pixels at text scale 1, from bar to bar

constexpr double captionMargin = 4;

/// Where the words left of the bars end.
double captionsRight(const OverviewScene& scene) {
    return scene.plot.left() - 6 * scene.textScale;
}

struct OverviewText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

void addCaption(OverviewScene& scene, const QString& words, double top, const TextMeasurer& measurer) {
    const double right = captionsRight(scene);
    const QString shown = elided(words, right - captionMargin, FontRole::Note, measurer);
    const double width = measurer.width(shown, FontRole::Note);
    scene.captions.push_back({QPointF(right - width, std::round(top + measurer.ascent(FontRole::Note))), width, shown,
                              FontRole::Note, Ink::SoftText, -1, Clip::None});
}

/// What a bar counts, on two lines where names of lanes leave no room for one.
QStringList captionLines(const OverviewScene& scene, const QString& words, const TextMeasurer& measurer) {
    if (measurer.width(words, FontRole::Note) <= captionsRight(scene) - captionMargin)
        return {words};
    const auto [first, second] = wrapInTwo(words, FontRole::Note, measurer);
    return second.isEmpty() ? QStringList{words} : QStringList{first, second};
}

void addCaptions(OverviewScene& scene, const StoryView& view, const TextMeasurer& measurer) {
    QStringList lines = captionLines(scene, binWords(scene.bins.step, view.locale()), measurer);
    if (scene.highest > 0)
        lines.append(OverviewText::tr("up to %1").arg(view.locale().toString(scene.highest)));
    if (view.isFiltered())
        lines.append(
            OverviewText::tr("%1 found", "a number of events").arg(number(view.events().size(), view.locale())));
    const double height = measurer.lineHeight(FontRole::Note);
    double top = scene.plot.center().y() - height * std::max(1.0, static_cast<double>(lines.size()) / 2);
    for (const QString& line : lines) {
        addCaption(scene, line, top, measurer);
        top += height;
    }
    if (view.isFiltered())
        scene.captions.back().ink = Ink::Accent;
}

void addGridLines(OverviewScene& scene) {
    for (const double ms : scene.ticks.grid) {
        const double x = std::floor(scene.scale.toX(ms));
        if (x > scene.plot.left() && x < scene.plot.right() - 1)
            scene.gridLines.push_back(QRectF(x, scene.plot.top(), 1, scene.plot.height()));
    }
}

/// Bars stand as wide as the mean of theirs, so that Qt Charts can draw them.
void placeBars(OverviewScene& scene) {
    const std::vector<double>& edges = scene.bins.edges;
    scene.barsLeft = scene.scale.toX(edges.front());
    scene.barPitch = (scene.scale.toX(edges.back()) - scene.barsLeft) / static_cast<double>(edges.size() - 1);
}

/// Narrower than the bars, which stay in sight on both sides.
void addFoundBars(OverviewScene& scene) {
    const double width = std::max(2.0, scene.barPitch * 0.42);
    const double least = 3 * scene.textScale;
    for (std::size_t i = 0; i < scene.found.size(); ++i) {
        if (scene.found[i] == 0)
            continue;
        const double share = static_cast<double>(scene.found[i]) / std::max(1, scene.highest);
        const double height = std::min(scene.plot.height(), std::max(least, share * scene.plot.height()));
        const double centre = scene.barsLeft + (static_cast<double>(i) + 0.5) * scene.barPitch;
        const QRectF bar(centre - width / 2, scene.plot.bottom() - height, width, height);
        if (const QRectF seen = bar.intersected(scene.plot); !seen.isEmpty())
            scene.foundBars.push_back(seen);
    }
}

} // namespace

double overviewHeight(double textScale, const TextMeasurer& measurer) {
    return std::ceil(56 * textScale + measurer.lineHeight(FontRole::AxisFine) + 14 * textScale);
}

CalendarStep overviewStep(const StoryView& view, CalendarStep finest, double plotWidth, double textScale) {
    const double narrowest = std::max(leastBarPitch * textScale, plotWidth / maxOverviewBins);
    return binStep(finest, wholeStory(view, plotWidth, textScale).width / plotWidth * narrowest);
}

OverviewCounts overviewCounts(const StoryView& view, CalendarStep step, const EventBins* all) {
    const model::Story& story = view.story();
    const TimeWindow extent = view.extent();
    OverviewCounts counts;
    if (all && all->step == step)
        counts.all = *all;
    else if (!view.isFiltered())
        counts.all = eventBins(story, view.events(), extent.start, extent.end(), step);
    else {
        std::vector<model::EventIndex> events(story.eventCount());
        std::iota(events.begin(), events.end(), 0);
        counts.all = eventBins(story, events, extent.start, extent.end(), step);
    }
    if (!view.isFiltered())
        return counts;
    EventBins found = eventBins(story, view.events(), extent.start, extent.end(), step);
    counts.found = std::move(found.certain);
    for (std::size_t i = 0; i < counts.found.size(); ++i)
        counts.found[i] += found.possible[i];
    return counts;
}

OverviewScene buildOverview(const StoryView& view, QSizeF size, double left, double right, double textScale,
                            const TextMeasurer& measurer) {
    const CalendarStep step = overviewStep(view, namedUnit(view.story()), std::max(1.0, right - left), textScale);
    return buildOverview(view, overviewCounts(view, step), size, left, right, textScale, measurer);
}

OverviewScene buildOverview(const StoryView& view, const OverviewCounts& counts, QSizeF size, double left, double right,
                            double textScale, const TextMeasurer& measurer) {
    OverviewScene scene;
    scene.size = size;
    scene.textScale = textScale;
    const double labels = measurer.lineHeight(FontRole::AxisFine) + 8 * textScale;
    const double top = std::round(4 * textScale);
    scene.plot =
        QRectF(left, top, std::max(1.0, right - left), std::max(1.0, std::round(size.height() - top - labels)));
    scene.bins = counts.all;
    scene.found = counts.found;
    scene.scale = {wholeStory(view, scene.plot.width(), textScale), scene.plot.left(), scene.plot.width()};
    for (std::size_t i = 0; i < scene.bins.certain.size(); ++i)
        scene.highest = std::max(scene.highest, scene.bins.certain[i] + scene.bins.possible[i]);
    if (view.story().eventCount() > 0)
        scene.ticks = calendarTicks(scene.scale, view.locale(), measurer);
    addGridLines(scene);
    placeBars(scene);
    addFoundBars(scene);
    addCaptions(scene, view, measurer);
    return scene;
}

std::optional<std::size_t> binAt(const OverviewScene& scene, double x) {
    const double bin = std::floor((x - scene.barsLeft) / scene.barPitch);
    if (x < scene.plot.left() || x >= scene.plot.right() || !(bin >= 0) ||
        bin >= static_cast<double>(scene.bins.certain.size()))
        return std::nullopt;
    return static_cast<std::size_t>(bin);
}

QString binInWords(const OverviewScene& scene, std::size_t bin, const QLocale& locale) {
    const EventBins& bins = scene.bins;
    const QString when = rangeInWords(bins.edges[bin], bins.edges[bin + 1], locale);
    const QString certain = locale.toString(bins.certain[bin]);
    const QString possible = locale.toString(bins.possible[bin]);
    const bool day = bins.step == CalendarStep{CalendarUnit::Day, 1};
    QString words = day ? OverviewText::tr("on this day: %1, possibly on this day: %2").arg(certain, possible)
                        : OverviewText::tr("in this time: %1, possibly in this time: %2").arg(certain, possible);
    if (!scene.found.empty())
        words = OverviewText::tr("%1, of these found: %2").arg(words, locale.toString(scene.found[bin]));
    return when + u'\n' + words;
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
