// SPDX-License-Identifier: GPL-3.0-or-later
// SVG files as pictures: another program shows them as the screen does.
#include "app/export/svg/svg_device.h"
#include "app/paint/chart/chart_picture.h"
#include "app/paint/theme.h"
#include "tests/content/panel_stories.h"
#include "tests/export/drawn_pictures.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

using namespace quoteline;
using test::chartFont;
using test::difference;
using test::Paint;
using test::raster;
using test::svgOf;

namespace {

/// The file as librsvg draws it, a program of another house.
QImage rendered(const QByteArray& svg) {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("picture.svg")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(svg) == svg.size() && file.flush());
    QProcess process;
    process.start(QStringLiteral("rsvg-convert"),
                  {QStringLiteral("--background-color=white"), QStringLiteral("--format=png"), file.fileName()});
    EXPECT_TRUE(process.waitForFinished(60000));
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    return QImage::fromData(process.readAllStandardOutput()).convertToFormat(QImage::Format_RGB32);
}

/// A pixel for 4 x 4 of them.
QImage smaller(const QImage& image) {
    return image.scaled(image.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

#define NEEDS_RSVG                                                                \
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty()) \
    GTEST_SKIP() << "SKIPPED: rsvg-convert is not installed"

QByteArray chart(const ui::PictureRequest& spec) {
    const ui::Theme& theme = spec.dark ? ui::darkTheme() : ui::lightTheme();
    const ui::Fonts fonts(spec.textScale);
    const ui::FontMeasurer measurer(fonts);
    const auto scene = ui::planPicture(test::embeddedView(), spec, measurer)->pages.front().chart;
    return svgOf([&](QPainter& painter) { ui::drawChart(painter, scene, theme, fonts); }, spec.size);
}

} // namespace

TEST(SvgPixels, ShapesClipsAndTransformsLookAsOnTheScreen) {
    NEEDS_RSVG;
    int number = 0;
    for (const Paint& paint : test::shapeScenes()) {
        const QImage ours = raster(paint);
        const QImage theirs = rendered(svgOf(paint));
        EXPECT_LT(difference(ours, theirs), 0.006) << "scene " << number;
        EXPECT_GT(difference(ours, raster([](QPainter&) {})), 0.01) << "scene " << number << " shows something";
        ++number;
    }
}

TEST(SvgChart, OpensInQtToo) {
    QSvgRenderer renderer;
    EXPECT_TRUE(renderer.load(chart({}))); // and says nothing about it, or the test fails
    EXPECT_EQ(renderer.defaultSize(), QSize(1600, 900));
    EXPECT_EQ(renderer.viewBoxF(), QRectF(0, 0, 1600, 900));
}

TEST(SvgPixels, AnEmojiLooksAsOnTheScreen) {
    NEEDS_RSVG;
    const Paint paint = [](QPainter& painter) {
        painter.setFont(chartFont(40));
        painter.drawText(QPointF(10, 60), QString::fromUtf8("A\xF0\x9F\x9A\xA8 B"));
    };
    const QImage theirs = rendered(svgOf(paint));
    EXPECT_LT(difference(raster(paint), theirs), 0.02);
    int red = 0;
    for (int y = 0; y < theirs.height(); ++y)
        for (int x = 0; x < theirs.width(); ++x)
            red += theirs.pixelColor(x, y).red() > 200 && theirs.pixelColor(x, y).green() < 120;
    EXPECT_GT(red, 200);
}

TEST(SvgPixels, TheChartLooksAsThePngDoes) {
    NEEDS_RSVG;
    for (const ui::PictureRequest& spec : test::comparedCharts()) {
        const QImage png = ui::renderPicture(test::embeddedView(), spec)->convertToFormat(QImage::Format_RGB32);
        const QImage svg = rendered(chart(spec));
        SCOPED_TRACE(testing::Message() << "dark: " << spec.dark << " range: " << !!spec.range);
        // Both draw the edges of letters in their own way. In the mean of 4 x 4 pixels that hardly shows, and what is
        // missing does (a title: 0.0024 of them), what stands 4 pixels beside (0.0007) and hatching (0.04 of the
        // paler).
        EXPECT_LT(difference(smaller(png), smaller(svg), 150), 0.0003);
        EXPECT_LT(difference(smaller(png), smaller(svg), 60), 0.015);
    }
}

TEST(SvgChart, HasTheWordsOfEveryEventAndTheSameBytesTwice) {
    const layout::StoryView& view = test::embeddedView();
    const QByteArray svg = chart({});
    QString words;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            words += reader.text().toString() + u' ';
    for (const model::EventIndex event : view.events())
        for (const QString& word : view.title(event).split(u' '))
            EXPECT_TRUE(words.contains(word)) << word.toStdString();
    EXPECT_EQ(chart({}), svg);
    EXPECT_FALSE(svg.contains("<image"));
}
