// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that carry their story: what goes in comes out, and nothing else ever does.
#include "app/content/story/grouping.h"
#include "app/export/data/story_export.h"
#include "app/export/picture/picture_export.h"
#include "app/open/carried_story.h"
#include "model/file/story_writer.h"
#include "tests/open/carried_pictures.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QXmlStreamReader>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace quoteline;
using layout::Grouping;

namespace {

/// Views of the built-in story of every kind that a picture may be made of, and the states they are drawn in.
struct Seen {
    const char* what;
    layout::StoryView view;
    layout::ViewState state;
    bool whole;
};

std::vector<Seen> allKinds() {
    const layout::StoryView& plain = test::embeddedView();
    const layout::TimeWindow extent = plain.extent();
    std::vector<Seen> kinds{{"whole", plain, {extent, 0}, true}};
    kinds.push_back({"range", plain, {{extent.start + 0.1, extent.width / 3.7}, 0}, false});
    for (int i = 0; i < layout::groupingCount; ++i) {
        layout::Arrangement arrangement = layout::regrouped(plain, static_cast<Grouping>(i));
        layout::StoryView view = plain.arranged(arrangement);
        arrangement.order.assign(view.laneKeys().rbegin(), view.laneKeys().rend());
        arrangement.collapsed = {view.laneKeys().front()};
        kinds.push_back({"grouping", plain.arranged(arrangement), {extent, 0}, true});
        arrangement.shown =
            std::make_shared<const layout::Arrangement::Events>(layout::Arrangement::Events{1, 4, 5, 11});
        kinds.push_back({"filter", plain.arranged(arrangement), {extent, 0}, true});
    }
    return kinds;
}

QByteArray pngOf(const layout::StoryView& view, bool carryStory = false) {
    ui::PictureRequest spec;
    spec.size = {400, 300};
    spec.carryStory = carryStory;
    return *ui::writePicture(view, spec);
}

QByteArray canonical(const layout::StoryView& view) {
    return ui::exportData(view, ui::DataFormat::Json, ui::DataScope::Shown)->bytes;
}

} // namespace

TEST(CarriedStory, APictureFromTheTimeOfCardsIsOpened) {
    const layout::StoryView view = test::embeddedView();
    const layout::SeenView seen = layout::seenView(view, view.extent(), true);
    QByteArray envelope = *ui::carriedStory(view, seen);
    const QByteArray now = "\"reading\":false";
    ASSERT_EQ(envelope.count(now), 1);
    envelope.replace(now, "\"reading\":true");
    const auto found = ui::storyIn(test::withStory(pngOf(view), envelope));
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->view, seen);
}

TEST(CarriedStory, StoryAndViewComeOutOfPngAndSvgAsTheyWentIn) {
    for (const Seen& kind : allKinds()) {
        const layout::SeenView seen = layout::seenView(kind.view, kind.state.window, kind.whole);
        const auto envelope = ui::carriedStory(kind.view, seen);
        ASSERT_TRUE(envelope) << envelope.error().reason().toStdString();
        const QByteArray png = test::withStory(pngOf(kind.view), *envelope);
        for (const QByteArray& picture : {png, test::svgWith(ui::svgMetadata(*envelope))}) {
            const auto found = ui::storyIn(picture);
            ASSERT_TRUE(found) << kind.what << found.error().reason().toStdString();
            ASSERT_TRUE(*found) << kind.what;
            EXPECT_EQ((*found)->story, canonical(kind.view)) << kind.what;
            EXPECT_EQ((*found)->view, seen) << kind.what;
            EXPECT_TRUE(ui::verifyPicture(picture, *envelope)) << kind.what;
        }
    }
}

TEST(CarriedStory, OneOfAFilterIsTheStoryThatTheDataExportWritesAndOpensAsOne) {
    const layout::StoryView& plain = test::embeddedView();
    layout::Arrangement arrangement;
    arrangement.shown = std::make_shared<const layout::Arrangement::Events>(layout::Arrangement::Events{2, 3});
    const layout::StoryView view = plain.arranged(arrangement);
    const auto envelope = ui::carriedStory(view, {});
    const QByteArray text = (*ui::storyIn(test::svgWith(ui::svgMetadata(*envelope))))->story;
    const auto story = model::readStory(*model::bytesOf({text.constData(), static_cast<std::size_t>(text.size())}));
    ASSERT_TRUE(story);
    EXPECT_EQ(story->story.eventCount(), 2U);
    EXPECT_EQ(QByteArray::fromStdString(model::writeStory(story->story)), text);
}

TEST(CarriedStory, TheSameStoryGivesTheSameBytes) {
    const layout::StoryView& view = test::embeddedView();
    EXPECT_EQ(*ui::carriedStory(view, {}), *ui::carriedStory(test::embeddedView(), {}));
}

TEST(CarriedStory, EveryWindowComesBackToTheLastBit) {
    std::mt19937_64 random(20260127);
    std::uniform_real_distribution<double> exponent(-3, 14);
    for (int i = 0; i < 500; ++i) {
        layout::SeenView seen;
        const double sign = i % 2 == 0 ? 1 : -1;
        seen.window = {sign * std::pow(10, exponent(random)), std::pow(10, exponent(random))};
        seen.whole = false;
        const auto found = ui::openEnvelope(*ui::carriedStory(layout::StoryView(test::tinyStory()), seen));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->view, seen);
    }
}

TEST(CarriedStory, AnEnvelopeIsAsciiWithoutMarkupWhateverTheIdsAre) {
    layout::SeenView seen;
    seen.order = {"id:<b>&amp;\"\\\n", "id:\xF0\x9F\x9A\xA8 \xC3\xA9", "]]>", "-->"};
    seen.collapsed = {"\x01\x7F"};
    const QByteArray envelope = *ui::carriedStory(layout::StoryView(test::tinyStory()), seen);
    for (const char c : envelope) {
        EXPECT_TRUE(c >= 0x20 && c < 0x7F) << static_cast<int>(c);
        EXPECT_FALSE(c == '<' || c == '>' || c == '&');
    }
    const auto found = ui::storyIn(test::svgWith(ui::svgMetadata(envelope)));
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->view, seen);
}

TEST(CarriedStory, ThePictureItselfIsTheSameWithIt) {
    const layout::StoryView& view = test::embeddedView();
    const QByteArray bare = pngOf(view);
    const QByteArray with = pngOf(view, true);
    QBuffer buffer;
    buffer.setData(with);
    QImageReader reader(&buffer, "png");
    const QImage image = reader.read();
    EXPECT_EQ(reader.error(), QImageReader::UnknownError) << "no error";
    const QImage before = QImage::fromData(bare);
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image, before);
    for (const QString& key : before.textKeys())
        EXPECT_EQ(image.text(key), before.text(key)) << key.toStdString();
    const QByteArray envelope = image.text(QLatin1StringView(ui::storyKeyword)).toLatin1();
    EXPECT_EQ(with, test::withStory(bare, envelope)) << "one chunk more, in front of the pixels";
    const auto found = ui::storyIn(with);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->story, canonical(view));
    EXPECT_EQ(ui::openEnvelope(envelope), **found);
}

TEST(CarriedStory, ATitleOfHundredsOfEmojiIsReadBack) {
    std::string emoji; // of the plane of pictures: 480 different ones, without a space
    for (char32_t c = 0x1F300; c < 0x1F300 + 480; ++c)
        emoji += QString::fromUcs4(&c, 1).toStdString();
    QByteArray text = test::tinyStoryText();
    text.replace("\"Tiny\"", '"' + QByteArray::fromStdString(emoji) + '"');
    text.replace("\"E\"", '"' + QByteArray::fromStdString(emoji) + '"');
    const auto story = model::readStory(*model::bytesOf({text.constData(), static_cast<std::size_t>(text.size())}));
    ASSERT_TRUE(story);
    ui::PictureRequest spec;
    spec.format = ui::PictureFormat::Svg;
    spec.size = {10000, 400}; // the titles are not cut
    spec.evidence = true;
    const auto svg = ui::writePicture(layout::StoryView(story->story), spec);
    ASSERT_TRUE(svg) << svg.error().reason().toStdString();
    const auto found = ui::storyIn(*svg);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->story, QByteArray::fromStdString(model::writeStory(story->story)));
    EXPECT_GT(svg->count("<use"), 400);
}

TEST(CarriedStory, APictureWithoutAStorySaysSo) {
    for (const QByteArray& picture : {test::tinyPng(), test::svgWith({}), test::svgWith("<story>no</story>")}) {
        const auto found = ui::storyIn(picture);
        ASSERT_TRUE(found) << found.error().reason().toStdString();
        EXPECT_FALSE(*found);
        EXPECT_TRUE(ui::verifyPicture(picture, {}));
    }
}
