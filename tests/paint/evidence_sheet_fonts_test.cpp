// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence sheet in the fonts that it is painted with.
#include "app/layout/sheet/evidence_sheet.h"

#include "app/paint/scene_painter.h"
#include "tests/content/panel_stories.h"
#include "tests/layout/sheet/sheet_stories.h"
#include "tests/support/length.h"
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::ui {

using namespace layout;
using test::faultsOf;
using test::numberedView;
using test::storyWithQuotes;

namespace {

SheetSpec specOf(double width, std::optional<double> height, double textScale = 1) {
    SheetSpec spec = test::sheetSpec(width, height, textScale);
    spec.readings = true;
    return spec;
}

void expectGood(const StoryView& view, const SheetSpec& spec) {
    const Fonts fonts(spec.textScale);
    test::expectGoodSheet(view, spec, FontMeasurer(fonts));
}

QImage painted(const SheetPage& page, const Fonts& fonts, const Theme& theme) {
    QImage image(page.size.toSize(), QImage::Format_RGB32);
    image.fill(theme.window);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    TextCache cache;
    paintTextsOf(painter, page.texts, {theme, fonts, cache});
    for (const Mark& mark : page.legendMarks)
        paintMark(painter, mark, theme);
    return image;
}

/// What of a page is not in the colour of its ground.
QRect inked(const QImage& image, const QColor& ground) {
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != ground.rgb())
                ink |= QRect(x, y, 1, 1);
    return ink;
}

} // namespace

TEST(EvidenceSheetInFonts, LosesNothingAndOverlapsNowhere) {
    const StoryView embedded = numberedView(test::embeddedView().story());
    const StoryView made = numberedView(storyWithQuotes(200));
    for (const double textScale : {1.0, 1.25, 2.0}) {
        expectGood(embedded, specOf(1600, std::nullopt, textScale));
        expectGood(embedded, specOf(1123, 794, textScale));
        expectGood(made, specOf(420 * textScale, 900, textScale));
        expectGood(made, specOf(1587, 1123, textScale));
    }
}

TEST(EvidenceSheetInFonts, HoldsThousandsOfEventsAndAQuoteOfAHundredThousandCharacters) {
    const auto events = static_cast<std::size_t>(test::byLength("events", 1100, 5000, 5000));
    expectGood(numberedView(storyWithQuotes(events)), specOf(1123, 794));
    expectGood(numberedView(test::storyOfOneQuote(std::string(100'000, 'x'))), specOf(1600, std::nullopt));
}

TEST(EvidenceSheetInFonts, PutsNoInkInTheMarginsOfAPage) {
    const StoryView view = numberedView(storyWithQuotes(40));
    for (const double textScale : {1.0, 2.0}) {
        const Fonts fonts(textScale);
        const SheetSpec spec = specOf(1123, 794, textScale);
        for (const Theme* theme : {&paperTheme(), &darkTheme()})
            for (const SheetPage& page : evidenceSheet(view, view.events(), spec, FontMeasurer(fonts))) {
                const QRect ink = inked(painted(page, fonts, *theme), theme->window);
                // Letters may reach a pixel beyond their own width.
                const QRect room = QRect(QPoint(), page.size.toSize()).marginsRemoved(spec.margins.toMargins());
                EXPECT_TRUE(room.adjusted(-2, 0, 2, 1).contains(ink)) << ink.left() << ", " << ink.top();
                EXPECT_GT(ink.width(), 200); // of a column; the last page may have no more
            }
    }
}

TEST(EvidenceSheetInFonts, HasAHatchedBandInItsLegendWithAndWithoutAClip) {
    const StoryView view = numberedView(test::embeddedView().story()); // has an event of "24 or 25 January"
    const Fonts fonts(1);
    const SheetPage page = evidenceSheet(view, view.events(), specOf(1600, std::nullopt), FontMeasurer(fonts)).front();
    const auto band = std::find_if(page.legendMarks.begin(), page.legendMarks.end(),
                                   [](const Mark& mark) { return mark.span.kind == MarkKind::PossibleBand; });
    ASSERT_NE(band, page.legendMarks.end());
    const auto drawn = [&](bool clipped) {
        QImage image(page.size.toSize(), QImage::Format_RGB32);
        image.fill(paperTheme().window);
        QPainter painter(&image);
        if (clipped)
            painter.setClipRect(image.rect());
        paintMark(painter, *band, paperTheme());
        painter.end();
        return image.copy(band->rect().toAlignedRect());
    };
    EXPECT_EQ(drawn(false), drawn(true));
    int strokes = 0; // along the middle, where the ground alone gets darker once and lighter once
    const QImage image = drawn(false);
    const auto light = [&](int x) { return qGray(image.pixel(x, image.height() / 2)); };
    for (int x = 1; x + 1 < image.width(); ++x)
        strokes += light(x) < light(x - 1) && light(x) < light(x + 1) ? 1 : 0;
    EXPECT_GT(strokes, 2);
}

TEST(EvidenceSheetInFonts, IsTheSameWhateverWasMeasuredBefore) {
    const StoryView view = numberedView(storyWithQuotes(60));
    const Fonts fonts(1);
    const FontMeasurer used(fonts);
    const auto first = evidenceSheet(view, view.events(), specOf(1600, std::nullopt), used);
    EXPECT_EQ(evidenceSheet(view, view.events(), specOf(1600, std::nullopt), used), first);
    EXPECT_EQ(evidenceSheet(view, view.events(), specOf(1600, std::nullopt), FontMeasurer(fonts)), first);
}

} // namespace quoteline::ui
