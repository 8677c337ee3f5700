// SPDX-License-Identifier: GPL-3.0-or-later
// SVG files as pictures: another program shows them as the screen does.
#include "app/export/svg_device.h"
#include "app/paint/theme.h"
#include "app/view/chart_picture.h"
#include "tests/app/drawn_pictures.h"
#include "tests/app/panel_stories.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
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

#define NEEDS_RSVG                                                                \
    if (QStandardPaths::findExecutable(QStringLiteral("rsvg-convert")).isEmpty()) \
    GTEST_SKIP() << "SKIPPED: rsvg-convert is not installed"

QByteArray chart(const ui::PictureSpec& spec) {
    const ui::Theme& theme = spec.dark ? ui::darkTheme() : ui::lightTheme();
    const ui::Fonts fonts(spec.textScale);
    const ui::FontMeasurer measurer(fonts);
    const auto scene = ui::planPicture(test::embeddedStory(), spec, measurer)->pages.front().chart;
    return svgOf([&](QPainter& painter) { ui::drawChart(painter, scene, theme, fonts); }, spec.size);
}

} // namespace

TEST(SvgPixels, ShapesClipsAndTransformsLookAsOnTheScreen) {
    NEEDS_RSVG;
    const Paint scenes[] = {
        [](QPainter& p) {
            p.setClipRect(QRectF(20.5, 20, 100, 60));
            p.fillRect(QRectF(0, 0, 60, 200), QColor(200, 0, 0, 128));
            p.setClipRect(QRectF(60, 0, 200, 50), Qt::IntersectClip);
            p.fillRect(QRectF(0, 0, 200, 200), Qt::blue);
        },
        [](QPainter& p) {
            QPainterPath hole;
            hole.addEllipse(QPointF(100, 60), 50, 50);
            p.setClipPath(hole);
            p.fillRect(QRectF(0, 0, 110, 70), Qt::darkGreen);
        },
        [](QPainter& p) {
            QPainterPath ring;
            ring.addEllipse(QPointF(60, 60), 50, 50);
            ring.addEllipse(QPointF(60, 60), 25, 25);
            p.fillPath(ring, QColor(10, 20, 200));
            p.setPen(QPen(Qt::red, 5));
            p.drawArc(QRectF(120, 20, 60, 60), 30 * 16, 200 * 16);
        },
        [](QPainter& p) {
            p.translate(100, 60);
            p.rotate(30);
            p.scale(2, 1);
            p.setPen(QPen(Qt::black, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            p.setBrush(Qt::yellow);
            p.drawRect(QRectF(-20, -10, 40, 20));
            p.setClipRect(QRectF(-10, -30, 15, 60));
            p.fillRect(QRectF(-40, -5, 80, 10), Qt::magenta);
        },
        [](QPainter& p) {
            const QPointF star[] = {{100, 5}, {130, 110}, {40, 40}, {160, 40}, {70, 110}};
            p.setBrush(Qt::cyan);
            p.setPen(QPen(Qt::black, 2));
            p.drawPolygon(star, 5, Qt::OddEvenFill);
            const QPointF zigzag[] = {{5, 5}, {20, 110}, {35, 5}};
            p.setPen(QPen(Qt::red, 6, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            p.drawPolyline(zigzag, 3);
            p.setPen(QPen(Qt::blue, 8, Qt::SolidLine, Qt::RoundCap));
            p.drawPoint(QPointF(180, 100));
        },
        [](QPainter& p) {
            p.setPen(QPen(Qt::black, 4, Qt::DashDotLine, Qt::FlatCap));
            p.drawLine(QLineF(10, 20, 190, 20));
            p.setPen(QPen(Qt::darkBlue, 4));
            p.drawRoundedRect(QRectF(20, 40, 100, 60), 12, 12);
            p.setOpacity(0.4);
            p.fillRect(QRectF(50, 10, 60, 100), Qt::red);
        },
        [](QPainter& p) {
            p.save();
            p.setClipRect(QRectF(0, 0, 100, 120));
            p.translate(50, 0);
            p.setClipRect(QRectF(0, 20, 100, 80), Qt::IntersectClip);
            p.save();
            p.setClipRect(QRectF(0, 0, 5, 5));
            p.restore();
            p.fillRect(QRectF(-50, 0, 400, 400), Qt::darkYellow); // the clips from before the inner save
            p.restore();
            p.fillRect(QRectF(180, 0, 10, 120), Qt::black);
        },
        [](QPainter& p) {
            QLinearGradient gradient(0, 0, 200, 0);
            gradient.setColorAt(0, Qt::red);
            gradient.setColorAt(1, Qt::blue);
            p.fillRect(QRectF(20, 20, 160, 80), gradient);
            QImage dots(4, 4, QImage::Format_ARGB32);
            dots.fill(QColor(0, 255, 0, 128));
            p.drawImage(QRectF(60, 10, 40, 100), dots);
        },
    };
    int number = 0;
    for (const Paint& paint : scenes) {
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
    for (const ui::PictureSpec& spec : test::comparedCharts()) {
        const QImage png = ui::renderPicture(test::embeddedStory(), spec)->convertToFormat(QImage::Format_RGB32);
        EXPECT_LT(difference(png, rendered(chart(spec))), 0.015) << "dark: " << spec.dark << " range: " << !!spec.range;
    }
}

TEST(SvgChart, HasTheWordsOfEveryEventAndTheSameBytesTwice) {
    const layout::StoryView& view = test::embeddedStory();
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
