// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of the embedded story against an empty chart with the same axes: another range, layout, render to 1600x900.
#include "app/paint/chart/timeline_chart.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/story_loader.h"
#include "tests/bench/floor_chart.h"
#include "tests/bench/ratio_reporter.h"

#include <QApplication>
#include <QPainter>
#include <benchmark/benchmark.h>

using namespace quoteline;

namespace {

/// A slow pan to and fro, so that no two frames that follow each other are the same.
layout::TimeWindow windowOf(const layout::TimeWindow& whole, int frame) {
    return layout::panned(whole, 0.0007 * (frame % 200));
}

ui::ViewController& controller() {
    static auto* instance = [] {
        auto story = ui::readStoryFile(QString());
        auto* made = new ui::ViewController(story->view);
        made->setSize(bench::benchSize());
        return made;
    }();
    return *instance;
}

void drawEmptyChart(benchmark::State& state, const layout::TimeWindow& first) {
    controller().setWindow(first);
    bench::FloorChart chart(*controller().scene());
    QImage image(bench::benchSize(), QImage::Format_RGB32);
    int frame = 0;
    for (auto _ : state)
        chart.draw(image, windowOf(first, ++frame));
}

void drawStory(benchmark::State& state, const layout::TimeWindow& first) {
    QGraphicsScene graphics;
    auto* chart = new ui::TimelineChart;
    graphics.addItem(chart);
    chart->setStyle(ui::lightTheme(), controller().fonts());
    QImage image(bench::benchSize(), QImage::Format_RGB32);
    const QRectF area(QPointF(0, 0), QSizeF(bench::benchSize()));
    int frame = 0;
    for (auto _ : state) {
        controller().setWindow(windowOf(first, ++frame));
        chart->setTimeline(controller().scene());
        QPainter painter(&image);
        graphics.render(&painter, area, area);
    }
}

/// The days that have most events. The hatching of bands across the whole plot is a third of such a frame.
layout::TimeWindow busyDays() {
    return {static_cast<double>(model::startOfDate(2026, 1, 24)), 5.0 * model::msPerDay};
}

void emptyChart(benchmark::State& state) {
    drawEmptyChart(state, controller().wholeStory());
}
void storyFrame(benchmark::State& state) {
    drawStory(state, controller().wholeStory());
}
void emptyDays(benchmark::State& state) {
    drawEmptyChart(state, busyDays());
}
void daysFrame(benchmark::State& state) {
    drawStory(state, busyDays());
}

BENCHMARK(emptyChart)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(storyFrame)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(emptyDays)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(daysFrame)->Repetitions(9)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    return bench::runWithRatios(argc, argv, {{"storyFrame", "emptyChart", 1.4}, {"daysFrame", "emptyDays", 2}});
}
