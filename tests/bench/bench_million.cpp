// SPDX-License-Identifier: GPL-3.0-or-later
// A story of 1,000,000 events: frames while the view pans, at four zooms, against an empty chart with the same axes;
// and what single acts of a person cost, in milliseconds.
#include "app/paint/chart/timeline_chart.h"
#include "app/view/list/event_list_model.h"
#include "app/view/timeline/view_controller.h"
#include "model/search/event_query.h"
#include "model/search/search_index.h"
#include "tests/bench/floor_chart.h"
#include "tests/bench/million_story.h"
#include "tests/bench/ratio_reporter.h"

#include <QApplication>
#include <QPainter>
#include <benchmark/benchmark.h>
#include <cmath>

using namespace quoteline;

namespace {

constexpr std::size_t million = 1'000'000;
constexpr int zooms[] = {1, 4, 64, 4096};

ui::ViewController& controller() {
    static auto* instance = [] {
        auto* made = new ui::ViewController(layout::StoryView(bench::randomStory(million)));
        made->setSize(bench::benchSize());
        return made;
    }();
    return *instance;
}

const model::SearchIndex& index() {
    static const model::SearchIndex instance(controller().view().story());
    return instance;
}

layout::TimeWindow windowAt(double zoom) {
    const layout::TimeWindow whole = controller().wholeStory();
    return {whole.start + (zoom > 1 ? 0.45 * whole.width : 0), whole.width / zoom};
}

void emptyChart(benchmark::State& state, int zoom) {
    const layout::TimeWindow first = windowAt(zoom);
    controller().setWindow(first);
    bench::FloorChart chart(*controller().scene());
    QImage image(bench::benchSize(), QImage::Format_RGB32);
    int frame = 0;
    for (auto _ : state)
        chart.draw(image, layout::panned(first, 0.0007 * (++frame % 200)));
}

void frame(benchmark::State& state, int zoom) {
    QGraphicsScene graphics;
    auto* chart = new ui::TimelineChart;
    graphics.addItem(chart);
    chart->setStyle(ui::lightTheme(), controller().fonts());
    QImage image(bench::benchSize(), QImage::Format_RGB32);
    const QRectF area(QPointF(0, 0), QSizeF(bench::benchSize()));
    const layout::TimeWindow first = windowAt(zoom);
    int frame = 0;
    for (auto _ : state) {
        controller().setWindow(layout::panned(first, 0.0007 * (++frame % 200)));
        chart->setTimeline(controller().scene());
        QPainter painter(&image);
        graphics.render(&painter, area, area);
    }
}

/// Every step packs rows anew: more steps than are remembered, one after the other.
void zoomStep(benchmark::State& state, int zoom) {
    int step = 0;
    for (auto _ : state)
        controller().setWindow(windowAt(zoom * std::pow(1.25, ++step % 8)));
}

void query(benchmark::State& state, const char* words) {
    model::EventQuery query;
    query.text = QString::fromLatin1(words);
    index();
    for (auto _ : state)
        benchmark::DoNotOptimize(model::runQuery(controller().view().story(), index(), query));
}

/// What the window does when the answer is there, in turn for words that are frequent and less so.
void showAnswer(benchmark::State& state, int zoom) {
    std::vector<std::shared_ptr<const layout::Arrangement::Events>> answers;
    for (const auto* words : {"em", "embassy", "embassy milan"}) {
        model::EventQuery query;
        query.text = QString::fromLatin1(words);
        answers.push_back(model::runQuery(controller().view().story(), index(), query)->events);
    }
    controller().setWindow(windowAt(zoom));
    std::size_t next = 0;
    for (auto _ : state)
        controller().setShown(answers[++next % answers.size()]);
    controller().setShown(nullptr);
}

void selectEvent(benchmark::State& state, int zoom) {
    controller().setWindow(windowAt(zoom));
    model::EventIndex event = 0;
    for (auto _ : state)
        controller().selectAndReveal((event += 100'003) % million);
    controller().select(std::nullopt);
}

void hover(benchmark::State& state, int zoom) {
    controller().setWindow(windowAt(zoom));
    int move = 0;
    for (auto _ : state) {
        ++move;
        controller().hoverAt(QPointF(200 + move % 1200, 100 + move % 600));
    }
}

void openList(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(std::make_unique<ui::EventListModel>(controller().view()));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    std::vector<bench::Ratio> ratios;
    const auto add = [](const std::string& name, auto run, auto... arguments) {
        return benchmark::RegisterBenchmark(name.c_str(), run, arguments...)->Unit(benchmark::kMillisecond);
    };
    for (const int zoom : zooms) {
        const std::string at = std::string("X").append(std::to_string(zoom));
        add(std::string("emptyChart").append(at), emptyChart, zoom)->Repetitions(5);
        add("frame" + at, frame, zoom)->Repetitions(5);
        ratios.push_back({"frame" + at, "emptyChart" + at, 2});
    }
    for (const int zoom : zooms) {
        const std::string at = std::string("X").append(std::to_string(zoom));
        add("zoomStep" + at, zoomStep, zoom)->Iterations(16);
        add("selectEvent" + at, selectEvent, zoom)->Iterations(8);
        add("showAnswer" + at, showAnswer, zoom)->Iterations(9);
        add("hover" + at, hover, zoom);
    }
    for (const char* words : {"e", "embassy", "embassy milan"})
        add(std::string("query: ") + words, query, words);
    add("openList", openList);
    return bench::runWithRatios(argc, argv, ratios);
}
