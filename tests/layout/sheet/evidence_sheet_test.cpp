// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/evidence_sheet.h"

#include "tests/content/scene_stories.h"
#include "tests/layout/sheet/sheet_stories.h"
#include "tests/support/fixed_measurer.h"
#include "tests/support/length.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

std::vector<SheetPage> sheetOf(const StoryView& view, const SheetSpec& spec) {
    return evidenceSheet(view, view.events(), spec, FixedMeasurer(spec.textScale));
}

void expectGood(const StoryView& view, const SheetSpec& spec) {
    expectGoodSheet(view, spec, FixedMeasurer(spec.textScale));
}

/// The left edges of the columns: where entries and sources begin.
std::set<double> columnsOf(const std::vector<SheetPage>& pages) {
    std::set<double> columns;
    for (const SheetPage& page : pages)
        for (const SheetAnchor& anchor : page.anchors)
            columns.insert(anchor.at.x());
    return columns;
}

qsizetype countOf(const std::vector<SheetPage>& pages, const QString& words) {
    qsizetype count = 0;
    for (const SheetPage& page : pages)
        for (const Text& text : page.texts)
            count += text.text.count(words);
    return count;
}

} // namespace

TEST(EvidenceSheet, LosesNothingAndOverlapsNowhereForTheEmbeddedStory) {
    const StoryView view = numberedView(embeddedStory());
    for (const double textScale : {1.0, 1.5, 2.0})
        for (const double width : {320.0, 480.0, 800.0, 1123.0, 1600.0, 3200.0})
            for (const std::optional<double> height :
                 {std::optional<double>(), std::optional(500.0), std::optional(1123.0)})
                expectGood(view, sheetSpec(width, height, textScale));
}

TEST(EvidenceSheet, LosesNothingAndOverlapsNowhereForMadeStoriesOfAnySize) {
    for (const std::size_t events : {1UL, 15UL, 500UL}) {
        const StoryView view = numberedView(storyWithQuotes(events));
        for (const double textScale : {1.0, 2.0})
            for (const double width : {320.0, 1123.0, 1600.0})
                for (const std::optional<double> height :
                     {std::optional<double>(), std::optional(300.0), std::optional(1123.0)})
                    expectGood(view, sheetSpec(width, height, textScale));
    }
}

TEST(EvidenceSheet, LosesNothingOfStoriesThatNoPersonWouldWrite) {
    for (const NamedStory& story : layoutStories()) {
        if (story.story.eventCount() == 0)
            continue;
        SCOPED_TRACE(story.name);
        const StoryView view = numberedView(story.story);
        expectGood(view, sheetSpec(1123, 794));
        expectGood(view, sheetSpec(1600, std::nullopt, 1.5));
    }
}

TEST(EvidenceSheet, GetsOnWhereMarginsLeaveNoRoom) {
    const StoryView view = numberedView(storyWithQuotes(15));
    for (const double width : {0.0, 20.0, 70.0})
        for (const std::optional<double> height : {std::optional<double>(), std::optional(10.0), std::optional(90.0)}) {
            std::size_t anchors = 0;
            for (const SheetPage& page : sheetOf(view, sheetSpec(width, height)))
                anchors += page.anchors.size();
            EXPECT_GE(anchors, view.events().size());
        }
}

TEST(EvidenceSheet, HoldsThousandsOfEvents) {
    const auto events = static_cast<std::size_t>(test::byLength("events", 1100, 5000, 5000));
    const StoryView view = numberedView(storyWithQuotes(events));
    expectGood(view, sheetSpec(1123, 794));
    expectGood(view, sheetSpec(1600, std::nullopt));
}

TEST(EvidenceSheet, TellsReadingsOnlyWhereTheyAreAskedFor) {
    const StoryView view = numberedView(embeddedStory());
    SheetSpec spec = sheetSpec(1600, std::nullopt);
    EXPECT_EQ(countOf(sheetOf(view, spec), QStringLiteral("Read as")), 0);
    spec.readings = true;
    expectGood(view, spec);
    EXPECT_GT(countOf(sheetOf(view, spec), QStringLiteral("Read as")), 3);
}

TEST(EvidenceSheet, HasNoPageForTheLegendAlone) {
    int with = 0;
    int without = 0;
    for (std::size_t events = 1; events < 60; ++events) {
        const auto pages = sheetOf(numberedView(storyWithQuotes(events)), sheetSpec(1123, 794));
        EXPECT_FALSE(pages.back().anchors.empty()) << events << " events";
        (pages.back().legendMarks.empty() ? without : with) += 1;
    }
    EXPECT_GT(with, 20);
    EXPECT_GT(without, 0);
}

TEST(EvidenceSheet, BreaksNoEntryForTheSakeOfItsHeading) {
    int headless = 0;
    bool broken = false;
    for (int words = 400; words < 2400; words += 10) {
        std::string quote;
        for (int i = 0; i < words; ++i)
            quote += "word ";
        const auto pages = sheetOf(numberedView(storyOfOneQuote(quote)), sheetSpec(1123, 794));
        const bool goesOn = pages.size() > 1 && countOf({pages[1]}, QStringLiteral("1,\u00A0continued")) > 0;
        EXPECT_TRUE(goesOn || !broken) << "what is longer is broken too";
        broken = broken || goesOn;
        const bool headed = countOf(pages, QStringLiteral("What the sources say")) == 1;
        EXPECT_TRUE(headed || !goesOn) << "broken in any case: with its heading";
        headless += headed ? 0 : 1;
    }
    EXPECT_TRUE(broken);
    EXPECT_GT(headless, 0);
}

TEST(EvidenceSheet, HasNoPagesWithoutEvents) {
    EXPECT_TRUE(sheetOf(numberedView(model::Story()), sheetSpec(1600, std::nullopt)).empty());
    EXPECT_TRUE(sheetOf(numberedView(storyWithQuotes(0)), sheetSpec(1123, 794)).empty());
}

TEST(EvidenceSheet, ListsTheEventsItIsGivenWithTheirNumbersInTheWholeView) {
    const StoryView view = numberedView(storyWithQuotes(40));
    const std::vector<EventIndex> events{3, 4, 17, 39};
    const SheetSpec spec = sheetSpec(1123, 794);
    const FixedMeasurer measurer;
    const auto pages = evidenceSheet(view, events, spec, measurer);
    for (const QString& fault : faultsOf(pages, view, events, spec, measurer))
        ADD_FAILURE() << fault.toStdString();
    EXPECT_EQ(pages.front().anchors.front().title.left(3), QStringLiteral("4. "));
}

TEST(EvidenceSheet, HasAsManyColumnsAsHoldLinesOfAReadableLength) {
    const StoryView view = numberedView(storyWithQuotes(60));
    EXPECT_EQ(columnsOf(sheetOf(view, sheetSpec(480, std::nullopt))).size(), 1u);
    EXPECT_EQ(columnsOf(sheetOf(view, sheetSpec(1123, 794))).size(), 2u);
    EXPECT_EQ(columnsOf(sheetOf(view, sheetSpec(1587, 1123))).size(), 3u);
    EXPECT_EQ(columnsOf(sheetOf(view, sheetSpec(1600, std::nullopt))).size(), 3u);
    EXPECT_EQ(columnsOf(sheetOf(view, sheetSpec(1123, 794, 2))).size(), 1u);
}

TEST(EvidenceSheet, BreaksAQuoteWithoutASpaceBetweenItsCharacters) {
    const StoryView view = numberedView(storyOfOneQuote(std::string(100'000, 'x')));
    expectGood(view, sheetSpec(1600, std::nullopt));
    expectGood(view, sheetSpec(1123, 794));
    const auto pages = sheetOf(view, sheetSpec(1123, 794));
    EXPECT_GT(pages.size(), 5u);
    EXPECT_GE(countOf(pages, QStringLiteral("1,\u00A0continued")), static_cast<qsizetype>(pages.size()) - 1);
}

TEST(EvidenceSheet, EndsWhereAStopIsAskedFor) {
    std::stop_source stop;
    stop.request_stop();
    const StoryView view = numberedView(storyWithQuotes(15));
    EXPECT_TRUE(
        evidenceSheet(view, view.events(), sheetSpec(1600, std::nullopt), FixedMeasurer(), stop.get_token()).empty());
}

TEST(EvidenceSheet, EndsAtTheNextEntryWhereAStopIsAskedForOnTheWay) {
    class Stopping : public FixedMeasurer {
    public:
        double width(QStringView text, FontRole role) const override {
            if (++asked == 2000)
                stop.request_stop();
            return FixedMeasurer::width(text, role);
        }
        mutable std::stop_source stop;
        mutable int asked = 0;
    };
    const StoryView view = numberedView(storyWithQuotes(500));
    const Stopping measurer;
    EXPECT_TRUE(
        evidenceSheet(view, view.events(), sheetSpec(1600, std::nullopt), measurer, measurer.stop.get_token()).empty());
    EXPECT_GE(measurer.asked, 2000);
    EXPECT_LT(measurer.asked, 10'000); // of some hundred thousand
}

TEST(EvidenceSheet, IsTheSameEveryTime) {
    const StoryView view = numberedView(storyWithQuotes(15));
    EXPECT_EQ(sheetOf(view, sheetSpec(1123, 794)), sheetOf(view, sheetSpec(1123, 794)));
}

TEST(EvidenceSheet, LeadsFromARelationToItsEntryAndFromAQuoteToItsSource) {
    const StoryView view = numberedView(embeddedStory());
    std::set<std::size_t> entries;
    std::set<std::size_t> sources;
    std::set<QString> addresses;
    for (const SheetPage& page : sheetOf(view, sheetSpec(1123, 794)))
        for (const SheetLink& link : page.links) {
            if (const QString* address = std::get_if<QString>(&link.leadsTo)) {
                addresses.insert(*address);
                continue;
            }
            const SheetTarget& target = std::get<SheetTarget>(link.leadsTo);
            (target.kind == SheetTarget::Kind::Entry ? entries : sources).insert(target.number);
        }
    EXPECT_EQ(sources, (std::set<std::size_t>{1, 2}));
    EXPECT_EQ(addresses.size(), 2u);
    std::set<std::size_t> related;
    for (const EventIndex event : view.events())
        for (std::size_t i = 0; i < view.story().relationCount(event); ++i)
            if (const model::Relation relation = view.story().relation(event, i); relation.explicitly) {
                related.insert(view.number(event));
                related.insert(view.number(relation.event));
            }
    EXPECT_EQ(entries, related);
}

} // namespace quoteline::test
