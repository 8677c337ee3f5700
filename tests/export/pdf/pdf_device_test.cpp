// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn into a PDF, as Poppler shows it and reads it.
#include "app/export/pdf/pdf_device.h"
#include "app/export/pdf/pdf_finish.h"
#include "app/export/picture/picture_export.h"
#include "app/paint/chart/chart_picture.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include "tests/content/panel_stories.h"
#include "tests/export/drawn_pictures.h"

#include <QFile>
#include <QFontMetricsF>
#include <QHashSeed>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStaticText>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace quoteline;
using test::difference;
using test::Paint;
using test::raster;
using ui::PdfDevice;
using ui::PdfFacts;

namespace {

constexpr QSize sheet(400, 200);
constexpr int limit = 150; // of what Poppler smooths otherwise

/// Paper of that many points, without margins.
QPageLayout paper(QSizeF points) {
    return QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch), QPageLayout::Portrait,
                       QMarginsF());
}

QByteArray finished(const PdfDevice& device) {
    PdfFacts facts;
    facts.texts = device.texts();
    return *ui::finishPdf(device.pdf(), facts);
}

/// On paper of 400 x 200 device-independent pixels.
QByteArray drawn(const Paint& paint) {
    PdfDevice device(paper({300, 150}));
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return finished(device);
}

const QFont& labelFont() {
    static const ui::Fonts fonts(1);
    return fonts.font(layout::FontRole::Label);
}

Paint line(const QString& text) {
    return [text](QPainter& painter) {
        painter.setFont(labelFont());
        painter.drawText(QPointF(10, 40), text);
    };
}

/// What a program of Poppler says of a file; "FILE" and "OUT" stand for it and for a name beside it.
QString saidBy(const QString& tool, QStringList arguments, const QByteArray& pdf, QImage* shown = nullptr) {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file.pdf")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.flush());
    arguments.replaceInStrings(QStringLiteral("FILE"), file.fileName());
    arguments.replaceInStrings(QStringLiteral("OUT"), folder.filePath(QStringLiteral("out")));
    QProcess process;
    process.start(tool, arguments);
    EXPECT_TRUE(process.waitForFinished(120000));
    EXPECT_EQ(process.exitCode(), 0);
    EXPECT_EQ(process.readAllStandardError().toStdString(), "");
    if (shown)
        *shown = QImage(folder.filePath(QStringLiteral("out.png"))).convertToFormat(QImage::Format_RGB32);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString words(const QByteArray& pdf) {
    return saidBy(QStringLiteral("pdftotext"), {QStringLiteral("FILE"), QStringLiteral("-")}, pdf).simplified();
}

QImage shown(const QByteArray& pdf, int dotsPerInch = 96) {
    QImage image;
    saidBy(QStringLiteral("pdftoppm"),
           {QStringLiteral("-r"), QString::number(dotsPerInch), QStringLiteral("-png"), QStringLiteral("-singlefile"),
            QStringLiteral("FILE"), QStringLiteral("OUT")},
           pdf, &image);
    return image;
}

PdfDevice& drawChart(PdfDevice& device, const ui::PictureRequest& spec) {
    const ui::Theme& theme = spec.dark ? ui::darkTheme() : ui::lightTheme();
    const ui::Fonts fonts(spec.textScale);
    const ui::FontMeasurer measurer(fonts);
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    ui::drawChart(painter, ui::planPicture(test::embeddedView(), spec, measurer)->pages.front().chart, theme, fonts);
    return device;
}

QByteArray chart(const ui::PictureRequest& spec) {
    PdfDevice device(paper(QSizeF(spec.size) * 0.75));
    return finished(drawChart(device, spec));
}

const QString siren = QString::fromUtf8("\xF0\x9F\x9A\xA8");

#define NEEDS_POPPLER                                                         \
    if (QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty()) \
    GTEST_SKIP() << "SKIPPED: pdftoppm is not installed"

} // namespace

TEST(PdfDevice, IsAsLargeAsItsPaperInDeviceIndependentPixels) {
    PdfDevice device(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF()));
    EXPECT_NEAR(device.width(), 297 / 25.4 * 96, 1);
    EXPECT_NEAR(device.height(), 210 / 25.4 * 96, 1);
    EXPECT_EQ(device.widthMM(), 297);
    EXPECT_EQ(device.logicalDpiX(), 96);
    QPainter painter(&device);
    EXPECT_NE(painter.paintEngine()->type(), QPaintEngine::Raster);
    EXPECT_NE(painter.paintEngine()->type(), QPaintEngine::Pdf) << "or soft edges would become gradients";
}

TEST(PdfDevice, PagesMayBeOfDifferentSizesAndHaveTheirOwnTexts) {
    PdfDevice device(paper({300, 150}));
    EXPECT_FALSE(device.newPage()) << "without a painter";
    QPainter painter(&device);
    line(QStringLiteral("one"))(painter);
    ASSERT_TRUE(device.newPage(paper({600, 400})));
    line(QStringLiteral("two"))(painter);
    ASSERT_TRUE(device.newPage());
    line(QStringLiteral("three"))(painter);
    painter.end();
    using Page = std::vector<QString>;
    EXPECT_EQ(device.texts(), std::vector<Page>({Page{QStringLiteral("one")}, Page{QStringLiteral("two")},
                                                 Page{QStringLiteral("three")}}));
    NEEDS_POPPLER;
    const QString sizes = saidBy(QStringLiteral("pdfinfo"),
                                 {QStringLiteral("-l"), QStringLiteral("3"), QStringLiteral("FILE")}, finished(device));
    EXPECT_TRUE(sizes.contains(QRegularExpression(QStringLiteral("Page +1 size: +300 x 150 pts"))))
        << sizes.toStdString();
    EXPECT_TRUE(sizes.contains(QRegularExpression(QStringLiteral("Page +3 size: +600 x 400 pts"))));
}

TEST(PdfTexts, AreReadAsTheyWereDrawn) {
    NEEDS_POPPLER;
    // Inter has other shapes for some of these between digits and capitals, of which it does not say what they are.
    for (const char* text :
         {"RAI: at 10:30 (ICE) 6\xE2\x80\x93"
          "22 A-B [X] {Y} @HOME 2\xC3\x97"
          "3",
          "A -> b <= c", "offices fi ffl",
          "\xE2\x80\x9CQuoted\xE2\x80\x9D \xE2\x80\x98words\xE2\x80\x99 \xC3\xA9t\xC3\xA9 \xC4\x8C\xC5\xBE",
          "\xD0\x9A\xD1\x82\xD0\xBE \xCE\xB1\xCE\xB2\xCE\xB3"})
        EXPECT_EQ(words(drawn(line(QString::fromUtf8(text)))).toStdString(), text);
    for (const char* text : {"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A"}) {
        QString said = words(drawn(line(QString::fromUtf8(text))));
        EXPECT_EQ(said.remove(QRegularExpression(QStringLiteral("[\\x{202A}-\\x{202E}]"))).toStdString(), text);
    }
}

TEST(PdfTexts, StaticTextAndLettersOfAnotherFontAreReadToo) {
    NEEDS_POPPLER;
    const QString text = QString::fromUtf8("A \xE2\x98\x82 B: \xE2\x86\x92 10:30");
    const QByteArray pdf = drawn([&](QPainter& painter) {
        painter.setFont(labelFont());
        QStaticText still(text);
        still.setTextFormat(Qt::PlainText);
        painter.drawStaticText(QPointF(10, 20), still);
    });
    EXPECT_EQ(words(pdf), text);
}

TEST(PdfTexts, WhatNoFontHasIsNeverTakenForAnotherCharacter) {
    NEEDS_POPPLER;
    const QString first = QString::fromUcs4(U"\U0010ABC1"); // for private use: in no font
    const QString second = QString::fromUcs4(U"\U0010ABC2");
    const QString third = QString::fromUcs4(U"\U0010ABC3");
    const QString at = QStringLiteral(" at 10:30");
    for (const QString& text :
         {first + second + third + first, QStringLiteral("Title ") + first + second + at,
          QStringLiteral("a") + first + QStringLiteral("b") + at, first + QStringLiteral(" A -> b <= c ") + second})
        EXPECT_EQ(words(drawn(line(text))).toStdString(), text.toStdString());
}

TEST(PdfTexts, ThousandsOfCharactersThatNoFontHasAreToldApart) {
    NEEDS_POPPLER;
    constexpr char32_t firstOfAll = 0x10A000;
    constexpr int rows = 150;
    QString all;
    PdfDevice device(paper({400, rows * 20}));
    QPainter painter(&device);
    painter.setFont(labelFont());
    for (int row = 0; row < rows; ++row) {
        std::u32string text;
        for (int i = 0; i < 25; ++i)
            text += static_cast<char32_t>(firstOfAll + static_cast<char32_t>(row * 25 + i));
        painter.drawText(QPointF(10, row * 25 + 20), QString::fromStdU32String(text));
        all += QString::fromStdU32String(text);
    }
    painter.end();
    QString said = words(finished(device));
    const auto [wrong, right] = std::mismatch(said.remove(u' ').begin(), said.end(), all.begin(), all.end());
    EXPECT_EQ(wrong - said.begin(), all.size());
}

TEST(PdfTexts, FontsAreEmbedded) {
    NEEDS_POPPLER;
    const QString fonts = saidBy(QStringLiteral("pdffonts"), {QStringLiteral("FILE")}, chart({}));
    const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
    EXPECT_GE(lines.size(), 3);
    for (const QString& font : lines)
        EXPECT_TRUE(font.contains(QRegularExpression(QStringLiteral("^[A-Z]{6}\\+\\S+ .* yes yes yes "))))
            << font.toStdString();
}

TEST(PdfTexts, TextsThatWereNotDrawnChangeNothing) {
    NEEDS_POPPLER;
    PdfDevice device(paper({300, 150}));
    QPainter painter(&device);
    line(QStringLiteral("Some words"))(painter);
    painter.end();
    using Page = std::vector<QString>;
    for (const std::vector<Page>& texts : {std::vector<Page>(), std::vector<Page>{{}, {QStringLiteral("x")}},
                                           std::vector<Page>{{QStringLiteral("short")}},
                                           std::vector<Page>{{QStringLiteral("Other word"), QStringLiteral("more")}}}) {
        PdfFacts facts;
        facts.texts = texts;
        EXPECT_EQ(words(*ui::finishPdf(device.pdf(), facts)), QStringLiteral("Some words"));
    }
}

TEST(PdfEmoji, AreSeenAndFound) {
    NEEDS_POPPLER;
    const QString text = QStringLiteral("Alarm ") + siren + QStringLiteral(" here");
    const QByteArray pdf = drawn(line(text));
    EXPECT_EQ(words(pdf), text);
    const QImage page = shown(pdf);
    const double left = 10 + QFontMetricsF(labelFont()).horizontalAdvance(QStringLiteral("Alarm "));
    int red = 0;
    for (int y = 20; y < 50; ++y)
        for (int x = static_cast<int>(left); x < left + 14; ++x)
            red += page.pixelColor(x, y).red() > 150 && page.pixelColor(x, y).green() < 120;
    EXPECT_GT(red, 20);
    EXPECT_LT(difference(page, raster(line(text), sheet), limit), 0.005);
}

TEST(PdfEmoji, AreNotPaleBehindAPaleBrush) {
    NEEDS_POPPLER;
    const QString text = siren + QStringLiteral(" here");
    const auto drawing = [&](QPainter& painter) {
        painter.setBrush(QColor(0, 0, 255, 20));
        painter.drawRect(QRectF(100, 60, 20, 10));
        line(text)(painter);
    };
    EXPECT_LT(difference(shown(drawn(drawing)), raster(drawing, sheet), limit), 0.005);
}

TEST(PdfEmoji, SeveralAreToldApart) {
    NEEDS_POPPLER;
    const QString family =
        QString::fromUtf8("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
    const QString text = siren + QStringLiteral(" a ") + QString::fromUtf8("\xF0\x9F\x98\x80") + QStringLiteral(" b ") +
                         family + QStringLiteral(" c ") + siren;
    EXPECT_EQ(words(drawn(line(text))), text);
    const QString row = siren + siren + family + siren;
    EXPECT_EQ(words(drawn(line(row))), row) << "without gaps";
}

TEST(PdfEmoji, AreAsWideAfterwardsAsBefore) {
    const QFontMetricsF metrics(labelFont());
    const double before = metrics.horizontalAdvance(siren);
    drawn(line(siren));
    EXPECT_EQ(QFontMetricsF(labelFont()).horizontalAdvance(siren), before);
    EXPECT_GT(before, 8);
}

TEST(PdfPixels, ShapesClipsAndOpacityLookAsOnTheScreen) {
    NEEDS_POPPLER;
    int number = 0;
    for (const Paint& paint : test::shapeScenes()) {
        const QImage ours = raster(paint, sheet);
        EXPECT_LT(difference(ours, shown(drawn(paint)), limit), 0.003) << "scene " << number;
        EXPECT_GT(difference(ours, raster([](QPainter&) {}, sheet), limit), 0.005)
            << "scene " << number << " shows something";
        ++number;
    }
}

TEST(PdfPixels, TheChartLooksAsThePngDoes) {
    NEEDS_POPPLER;
    for (const ui::PictureRequest& spec : test::comparedCharts()) {
        const QImage png = ui::renderPicture(test::embeddedView(), spec)->convertToFormat(QImage::Format_RGB32);
        EXPECT_LT(difference(png, shown(chart(spec)), limit), 0.015)
            << "dark: " << spec.dark << " range: " << !!spec.range;
    }
}

TEST(PdfPixels, ADarkPageIsDarkUpToItsEdges) {
    NEEDS_POPPLER;
    for (const ui::Paper paper : {ui::Paper::A4, ui::Paper::A3}) {
        ui::PictureRequest spec;
        spec.format = ui::PictureFormat::Pdf;
        spec.paper = paper;
        spec.dark = true;
        const QImage page = shown(*ui::writePicture(test::embeddedView(), spec), 150);
        const QRgb ground = page.pixel(0, 0);
        EXPECT_LT(qGray(ground), 60);
        for (int x = 0; x < page.width(); ++x)
            ASSERT_EQ(page.pixel(x, page.height() - 1), ground) << x;
        for (int y = 0; y < page.height(); ++y)
            ASSERT_EQ(page.pixel(page.width() - 1, y), ground) << y;
    }
}

TEST(PdfChart, HasTheWordsOfEveryEventWithTheirPunctuation) {
    NEEDS_POPPLER;
    const layout::StoryView& view = test::embeddedView();
    const QString text = words(chart({}));
    for (const model::EventIndex event : view.events())
        for (const QString& word : view.title(event).split(u' '))
            EXPECT_TRUE(text.contains(word)) << word.toStdString();
    for (const char* word : {"RAI:", "DHS:",
                             "6\xE2\x80\x93"
                             "22 Feb"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(word))) << word;
}

TEST(PdfChart, TheSameStoryGivesTheSameBytesInEveryRun) {
    const QByteArray first = chart({});
    for (int run = 0; run < 4; ++run) { // Qt orders fonts by a hash, which is seeded at random in every process
        QHashSeed::resetRandomGlobalSeed();
        EXPECT_EQ(chart({}), first);
    }
}
