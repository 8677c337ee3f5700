// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, from the story to the bytes of the file, beside what their encoding alone takes: PNG of the embedded story,
// 1600x900 at 1, 2 and 4 times as many pixels; PDF of 5,000 events with their evidence beside a PDF of the same texts
// from Qt's writer. "peak" is the memory that a run adds to what the program has anyway, in megabytes.
#include "app/export/picture/picture_export.h"
#include "app/window/parts/story_loader.h"
#include "tests/bench/million_story.h"
#include "tests/bench/ratio_reporter.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <benchmark/benchmark.h>
#include <malloc.h>

using namespace quoteline;

namespace {

constexpr double pointsPerPixel = 0.75;

const layout::StoryView& embedded() {
    static const layout::StoryView instance = ui::readStoryFile(QString())->view;
    return instance;
}

const layout::StoryView& fiveThousand() {
    static const layout::StoryView instance(bench::randomStory(5000));
    return instance;
}

ui::PictureRequest pngOf(benchmark::State& state) {
    ui::PictureRequest spec;
    spec.scale = static_cast<double>(state.range(0));
    return spec;
}

ui::PictureRequest pdf() {
    ui::PictureRequest spec;
    spec.format = ui::PictureFormat::Pdf;
    spec.paper = ui::Paper::A4;
    spec.evidence = true;
    return spec;
}

/// Kilobytes of a line of /proc/self/status.
double statusOf(const char* name) {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').front().toDouble();
    return 0;
}

/// Runs `work` and counts by how much the memory of the process grew meanwhile.
template <typename Work>
void measure(benchmark::State& state, Work work) {
    QFile peak(QStringLiteral("/proc/self/clear_refs")); // 5: the peak begins anew
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
    peak.close();
    malloc_trim(0); // what was freed before is given back
    const double before = statusOf("VmRSS");
    for (auto _ : state)
        benchmark::DoNotOptimize(work());
    state.counters["peak"] = (statusOf("VmHWM") - before) / 1024;
}

void encodeOnly(benchmark::State& state) {
    const QImage image = *ui::renderPicture(embedded(), pngOf(state));
    measure(state, [&] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return bytes;
    });
}

void wholePicture(benchmark::State& state) {
    measure(state, [&] { return *ui::writePicture(embedded(), pngOf(state)); });
}

void textsOnly(benchmark::State& state) {
    const auto picture = *ui::preparePicture(fiveThousand(), pdf());
    const ui::Fonts fonts(1);
    measure(state, [&] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(96);
        writer.setPageLayout(QPageLayout(
            QPageSize(picture.plan.pages.front().size * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch),
            QPageLayout::Portrait, {}));
        QPainter painter(&writer);
        for (const ui::PicturePage& page : picture.plan.pages) {
            for (const layout::Text& text : page.sheet ? page.sheet->texts : page.chart->texts) {
                painter.setFont(fonts.font(text.font));
                painter.drawText(text.baseline, text.text);
            }
            writer.newPage();
        }
        painter.end();
        return bytes;
    });
}

void wholePdf(benchmark::State& state) {
    measure(state, [&] { return *ui::writePicture(fiveThousand(), pdf()); });
}

void wholePdfOfTheStory(benchmark::State& state) {
    measure(state, [&] { return *ui::writePicture(embedded(), pdf()); });
}

BENCHMARK(encodeOnly)->Arg(1)->Arg(2)->Arg(4)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePicture)->Arg(1)->Arg(2)->Arg(4)->Repetitions(9)->Unit(benchmark::kMillisecond);
BENCHMARK(textsOnly)->Repetitions(3)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePdf)->Repetitions(3)->Unit(benchmark::kMillisecond);
BENCHMARK(wholePdfOfTheStory)->Repetitions(5)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    return bench::runWithRatios(argc, argv,
                                {{"wholePicture/1", "encodeOnly/1", 1.4},
                                 {"wholePicture/2", "encodeOnly/2", 1.4},
                                 {"wholePicture/4", "encodeOnly/4", 1.4},
                                 {"wholePdf", "textsOnly", 3}});
}
