// SPDX-License-Identifier: GPL-3.0-or-later
// The PNG of the embedded story, 1600x900, from the story to the bytes, against encoding the finished image alone.
#include "app/export/picture_export.h"
#include "app/window/story_loader.h"
#include "tests/bench/ratio_reporter.h"

#include <QApplication>
#include <QBuffer>
#include <benchmark/benchmark.h>

using namespace quoteline;

namespace {

const layout::StoryView& view() {
    static const layout::StoryView instance = ui::readStoryFile(QString())->view;
    return instance;
}

void encodeOnly(benchmark::State& state) {
    const QImage image = *ui::renderPicture(view(), {});
    for (auto _ : state) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        benchmark::DoNotOptimize(bytes);
    }
}

void wholePicture(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(ui::writePicture(view(), {}));
}

BENCHMARK(encodeOnly)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePicture)->Repetitions(9)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    return bench::runWithRatios(argc, argv, {{"wholePicture", "encodeOnly", 1.4}});
}
