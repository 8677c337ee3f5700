// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/story_export.h"

#include "app/system/translation.h"
#include "model/file/story_writer.h"
#include "model/story/story_subset.h"
#include "tests/model/story_fixtures.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace quoteline::ui {
namespace {

class StoryExport : public testing::Test {
protected:
    static void SetUpTestSuite() { installTranslation(*QCoreApplication::instance()); }
};

/// The view of a story that lets every third event pass.
layout::StoryView filtered(const model::Story& story) {
    auto shown = std::make_shared<std::vector<model::EventIndex>>();
    for (model::EventIndex event = 0; event < story.eventCount(); event += 3)
        shown->push_back(event);
    layout::Arrangement arrangement;
    arrangement.shown = shown;
    return layout::StoryView(story).arranged(arrangement);
}

bool isSaid(const std::vector<Loss>& losses, const QString& words) {
    return std::any_of(losses.begin(), losses.end(), [&](const Loss& loss) { return loss.words.startsWith(words); });
}

TEST_F(StoryExport, TheEndingOfANameIsTheFormatInAnyCase) {
    for (const DataFormat format : dataFormats) {
        EXPECT_EQ(dataFormatOf(QStringLiteral("a.b") + suffixOf(format)), format);
        EXPECT_EQ(dataFormatOf(QStringLiteral("A") + suffixOf(format).toUpper()), format);
    }
    for (const char16_t* name : {u"a.png", u"a", u"csv", u"a.csv.txt", u"", u"a.ical"})
        EXPECT_FALSE(dataFormatOf(QString::fromUtf16(name)));
}

TEST_F(StoryExport, ASubsetOfAllEventsIsTheStory) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const model::Story story = test::randomStory(seed, 25);
        std::vector<model::EventIndex> all;
        for (model::EventIndex event = 0; event < story.eventCount(); ++event)
            all.push_back(event);
        const model::StorySubset subset = model::subsetOf(story, all);
        EXPECT_EQ(subset.story, story) << seed;
        EXPECT_EQ(subset.relationsLeftOut, 0U);
    }
}

TEST_F(StoryExport, ASubsetKeepsItsEventsAndTheLinksBetweenThem) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const model::Story story = test::randomStory(seed, 25);
        const layout::StoryView view = filtered(story);
        const model::StorySubset subset = model::subsetOf(story, view.events());
        ASSERT_EQ(subset.story.eventCount(), view.events().size());
        std::size_t kept = 0;
        std::size_t all = 0;
        for (model::EventIndex i = 0; i < subset.story.eventCount(); ++i) {
            const model::EventIndex event = view.events()[i];
            EXPECT_EQ(subset.story.id(i), story.id(event));
            EXPECT_EQ(subset.story.range(i), story.range(event));
            ASSERT_EQ(subset.story.quoteCount(i), story.quoteCount(event));
            for (std::size_t k = 0; k < story.quoteCount(event); ++k)
                EXPECT_EQ(subset.story.quote(i, k), story.quote(event, k));
            kept += subset.story.relationCount(i);
            all += story.relationCount(event);
        }
        EXPECT_EQ(kept + subset.relationsLeftOut, all);
    }
}

TEST_F(StoryExport, JsonIsAStoryFileOfWhatPassesTheFilter) {
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const model::Story story = test::randomStory(seed, 25);
        const layout::StoryView view = filtered(story);
        const auto whole = exportData(view, DataFormat::Json, DataScope::WholeStory);
        EXPECT_EQ(whole->bytes.toStdString(), model::writeStory(story));
        EXPECT_TRUE(whole->losses.empty());
        const auto part = exportData(view, DataFormat::Json, DataScope::Shown);
        const model::StorySubset subset = model::subsetOf(story, view.events());
        EXPECT_EQ(test::storyOf(part->bytes.toStdString()), subset.story);
        EXPECT_EQ(isSaid(part->losses, QStringLiteral("%1 link").arg(subset.relationsLeftOut)),
                  subset.relationsLeftOut > 0);
    }
}

TEST_F(StoryExport, EveryFormatGivesTheSameBytesAndLossesTwice) {
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const layout::StoryView view(test::randomStory(seed, 25));
        const layout::StoryView again(test::randomStory(seed, 25));
        for (const DataFormat format : dataFormats) {
            const auto first = exportData(view, format, DataScope::WholeStory);
            const auto second = exportData(again, format, DataScope::WholeStory);
            ASSERT_EQ(first.has_value(), second.has_value());
            if (first) {
                EXPECT_EQ(first->bytes, second->bytes);
                EXPECT_EQ(first->losses, second->losses);
            }
        }
    }
}

TEST_F(StoryExport, AFileHoldsOnlyWhatPassesTheFilter) {
    const model::Story story = test::randomStory(3, 25);
    const layout::StoryView view = filtered(story);
    const QByteArray csv = exportData(view, DataFormat::Csv, DataScope::Shown)->bytes;
    const QByteArray all = exportData(view, DataFormat::Csv, DataScope::WholeStory)->bytes;
    EXPECT_LT(csv.size(), all.size());
    EXPECT_EQ(all, exportData(layout::StoryView(story), DataFormat::Csv, DataScope::Shown)->bytes);
}

TEST_F(StoryExport, OfGivenEventsAFileHoldsTheseInTheirOrder) {
    const layout::StoryView view(test::storyOf(test::smallStory()));
    const model::Story& story = view.story();
    ASSERT_EQ(story.eventCount(), 2U);
    const auto placeOf = [&](const QByteArray& bytes, model::EventIndex event) {
        const std::string title(story.title(event));
        return bytes.indexOf(QByteArray::fromStdString(title));
    };
    for (const DataFormat format : {DataFormat::Csv, DataFormat::Markdown}) {
        EXPECT_EQ(exportData(view, format, {0, 1})->bytes, exportData(view, format, DataScope::WholeStory)->bytes);
        const QByteArray turned = exportData(view, format, {1, 0})->bytes;
        EXPECT_GE(placeOf(turned, 1), 0);
        EXPECT_LT(placeOf(turned, 1), placeOf(turned, 0));
        const QByteArray one = exportData(view, format, {1})->bytes;
        EXPECT_GE(placeOf(one, 1), 0);
        EXPECT_LT(placeOf(one, 0), 0);
    }
}

TEST_F(StoryExport, ALossNamesItsFirstExamplesOnOneLine) {
    const Loss few{QStringLiteral("2 dates"), 2, {QStringLiteral("a"), QStringLiteral("%1")}};
    EXPECT_EQ(lossInWords(few), QStringLiteral("2 dates: “a”, “%1”"));
    const Loss more{QStringLiteral("9 dates"), 9, {QStringLiteral("a")}};
    EXPECT_EQ(lossInWords(more), QStringLiteral("9 dates: “a” and more"));
    EXPECT_EQ(lossInWords({QStringLiteral("1 field"), 1, {}}), QStringLiteral("1 field"));
}

} // namespace
} // namespace quoteline::ui
