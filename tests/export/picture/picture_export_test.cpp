// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_export.h"
#include "app/paint/theme.h"
#include "model/text/utf8_text.h"
#include "model/time/civil_time.h"
#include "tests/content/scene_stories.h"

#include <QBuffer>
#include <QImageReader>
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace quoteline;

namespace {

const layout::StoryView& story() {
    static const layout::StoryView view = layout::StoryView(test::embeddedStory());
    return view;
}

QImage decoded(const QByteArray& png) {
    return QImage::fromData(png, "png");
}

} // namespace

TEST(PictureExport, TheSameStoryGivesTheSameBytesTwice) {
    for (const bool dark : {false, true}) {
        ui::PictureRequest spec;
        spec.dark = dark;
        EXPECT_EQ(*ui::writePicture(story(), spec), *ui::writePicture(story(), spec));
    }
}

TEST(PictureExport, ThePictureHasTheSizeAndScaleThatWereAskedFor) {
    ui::PictureRequest spec;
    spec.size = QSize(900, 500);
    for (const double scale : {0.5, 1.0, 1.25, 2.0, 3.0}) {
        spec.scale = scale;
        const QImage image = decoded(*ui::writePicture(story(), spec));
        EXPECT_EQ(image.size(),
                  QSize(static_cast<int>(std::lround(900 * scale)), static_cast<int>(std::lround(500 * scale))));
        EXPECT_NEAR(image.dotsPerMeterX(), 96 / 0.0254 * scale, 1); // the paper size stays
    }
}

TEST(PictureExport, CarriesTitleDescriptionSoftwareAndTheAddressesOfTheSources) {
    const QByteArray png = *ui::writePicture(story(), {});
    const QImage image = decoded(png);
    EXPECT_EQ(image.text(QStringLiteral("Title")), model::fromUtf8(story().story().title()));
    EXPECT_EQ(image.text(QStringLiteral("Description")), model::fromUtf8(story().story().summary()));
    EXPECT_TRUE(image.text(QStringLiteral("Software")).startsWith(QStringLiteral("Quoteline ")));
    for (const model::Source& source : story().story().sources())
        EXPECT_TRUE(image.text(QStringLiteral("Source")).contains(model::fromUtf8(*source.url)));
}

TEST(PictureExport, TextOutsideOfLatin1SurvivesInTheTextChunks) {
    const QImage image = decoded(*ui::writePicture(story(), {}));
    EXPECT_EQ(image.text(QStringLiteral("Description")).size(), model::fromUtf8(story().story().summary()).size());
}

TEST(PictureExport, AuthorAndDateStandInThePictureWhereTheyAreGivenAndNowhereElse) {
    ui::PictureRequest spec;
    const QImage plain = decoded(*ui::writePicture(story(), spec));
    EXPECT_TRUE(plain.text(QStringLiteral("Author")).isEmpty());
    EXPECT_TRUE(plain.text(QStringLiteral("Creation Time")).isEmpty());
    spec.author = QStringLiteral("Jos\u00E9 \u5F20");
    spec.on = QDate(2026, 2, 22);
    const QImage signedOne = decoded(*ui::writePicture(story(), spec));
    EXPECT_EQ(signedOne.text(QStringLiteral("Author")), spec.author);
    EXPECT_EQ(signedOne.text(QStringLiteral("Creation Time")), QStringLiteral("2026-02-22"));
}

TEST(PictureExport, EvidenceStandsBelowTheSamePicture) {
    ui::PictureRequest spec;
    spec.evidence = true;
    const auto prepared = *ui::preparePicture(story(), spec);
    const QImage image = decoded(*ui::writePicture(prepared));
    EXPECT_EQ(image.width(), 1600);
    EXPECT_GT(image.height(), 1500);
    EXPECT_EQ(image.height(), static_cast<int>(prepared.plan.pages.front().size.height()));
    const QImage preview = ui::pageImage(prepared, 0, 1);
    EXPECT_EQ(preview, image.convertToFormat(preview.format())) << "what the preview shows is what is written";
    EXPECT_EQ(ui::pageImage(prepared, 0, 1, 1200), preview.copy(0, 0, 1600, 1200));
}

TEST(PictureExport, WhatIsStoppedSaysSoInEveryFormat) {
    std::stop_source stop;
    stop.request_stop();
    for (const ui::PictureFormat format : {ui::PictureFormat::Png, ui::PictureFormat::Svg, ui::PictureFormat::Pdf}) {
        ui::PictureRequest spec;
        spec.format = format;
        const auto prepared = ui::preparePicture(story(), spec, stop.get_token());
        ASSERT_FALSE(prepared);
        EXPECT_TRUE(prepared.error().isStopped());
        ui::PictureJob job(*ui::preparePicture(story(), spec));
        while (*job.paintNext()) {
        }
        const auto encoded = job.encode(stop.get_token());
        ASSERT_FALSE(encoded);
        EXPECT_TRUE(encoded.error().isStopped());
        EXPECT_TRUE(job.encode()) << "the painted picture is still there";
    }
}

TEST(PictureExport, LightAndDarkPicturesHaveTheGroundOfTheirTheme) {
    ui::PictureRequest spec;
    EXPECT_EQ(ui::renderPicture(story(), spec)->pixelColor(2, 2), ui::lightTheme().surface);
    spec.dark = true;
    EXPECT_EQ(ui::renderPicture(story(), spec)->pixelColor(2, 2), ui::darkTheme().surface);
}

TEST(PictureExport, ARangeShowsAnotherPictureThanTheWholeStory) {
    ui::PictureRequest spec;
    const QByteArray whole = *ui::writePicture(story(), spec);
    spec.range = layout::TimeWindow{static_cast<double>(model::startOfDate(2026, 1, 24)), 5.0 * model::msPerDay};
    EXPECT_NE(*ui::writePicture(story(), spec), whole);
}

TEST(PictureExport, SizesBeyondTheLimitsAreRefusedBeforeAnyMemoryIsTaken) {
    const auto problem = [](QSize size, double scale) {
        ui::PictureRequest spec;
        spec.size = size;
        spec.scale = scale;
        const auto result = ui::writePicture(story(), spec);
        return result ? QString() : result.error().reason();
    };
    EXPECT_TRUE(problem({ui::minPictureSide - 1, 500}, 1).contains(QStringLiteral("199x500")));
    EXPECT_TRUE(problem({500, ui::maxPictureSide + 1}, 1).contains(QStringLiteral("20001")));
    EXPECT_FALSE(problem({900, 500}, 0.4).isEmpty());
    EXPECT_FALSE(problem({900, 500}, 8.1).isEmpty());
    EXPECT_FALSE(problem({900, 500}, std::nan("")).isEmpty());
    EXPECT_TRUE(problem({20000, 20000}, 8).contains(QStringLiteral("25600 million")));
    EXPECT_TRUE(problem({ui::minPictureSide, ui::minPictureSide}, 1).isEmpty());
}

TEST(PictureExport, PagesOfAPdfAreNoLargerThanItsSpecificationAllows) {
    const auto problem = [](QSize size, ui::PictureFormat format) {
        ui::PictureRequest spec;
        spec.format = format;
        spec.size = size;
        return ui::problemOf(spec);
    };
    for (const QSize size : {QSize(19201, 500), QSize(500, 19201)}) {
        const auto said = problem(size, ui::PictureFormat::Pdf);
        ASSERT_TRUE(said);
        EXPECT_TRUE(said->contains(QStringLiteral("19200"))) << said->toStdString();
        EXPECT_TRUE(said->contains(QStringLiteral("%1x%2").arg(size.width()).arg(size.height())));
        EXPECT_TRUE(said->contains(QStringLiteral("SVG"))) << "a remedy";
        EXPECT_FALSE(problem(size, ui::PictureFormat::Svg));
    }
    EXPECT_FALSE(problem({19200, 19200}, ui::PictureFormat::Pdf));
    // 14,400 units of 1/72 inch are as many pixels of 1/96 inch.
    EXPECT_EQ(ui::maxPdfSide * 72 / 96, 14400);
}

TEST(PictureExport, SaysWhatAPictureLeavesOutAndWhichHeightShowsIt) {
    const auto advice = [](const ui::PictureRequest& spec) {
        return ui::adviceFor(*ui::preparePicture(story(), spec));
    };
    ui::PictureRequest spec;
    EXPECT_EQ(advice(spec), std::nullopt);
    spec.size = QSize(900, 400);
    const auto small = advice(spec);
    ASSERT_TRUE(small);
    const QRegularExpressionMatch height = QRegularExpression(QStringLiteral("a height of (\\d+)")).match(small->words);
    ASSERT_TRUE(height.hasMatch()) << small->words.toStdString();
    EXPECT_EQ(small->larger->size, QSize(900, height.captured(1).toInt()));
    spec.size = small->larger->size;
    EXPECT_EQ(advice(spec), std::nullopt);
    spec.size.rheight() -= 1;
    EXPECT_TRUE(advice(spec)) << "the height that is named is the least";
}

TEST(PictureExport, AStoryWithoutEventsHasAPictureToo) {
    const layout::StoryView empty{model::Story()};
    EXPECT_FALSE(decoded(*ui::writePicture(empty, {})).isNull());
}
