// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on the pages of a picture, and which size would show everything.
#include "app/export/picture/picture_plan.h"
#include "app/export/picture/picture_room.h"
#include "app/layout/rows/row_packing.h"
#include "app/paint/font_measurer.h"
#include "tests/content/scene_stories.h"

#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using namespace quoteline::ui;

namespace {

const FontMeasurer& measurer() {
    static const FontMeasurer instance{Fonts(1)};
    return instance;
}

const layout::StoryView& embedded() {
    static const layout::StoryView view(test::embeddedStory());
    return view;
}

/// `count` events in five lanes, each with a quote's worth of title, over a month.
layout::StoryView crowd(int count) {
    std::vector<test::MadeEvent> events;
    for (int i = 0; i < count; ++i) {
        const int day = 1 + i * 27 / std::max(1, count);
        events.push_back({"2026-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day),
                          "Someone said something about it " + std::to_string(i), static_cast<std::size_t>(i % 5)});
    }
    return layout::StoryView(test::madeStory(events));
}

PictureRequest specOf(PictureFormat format, bool evidence) {
    PictureRequest spec;
    spec.format = format;
    spec.evidence = evidence;
    if (format == PictureFormat::Pdf) {
        spec.paper = Paper::A4;
        spec.allRows = true;
    }
    return spec;
}

PicturePlan planOf(const layout::StoryView& view, const PictureRequest& spec) {
    auto plan = planPicture(view, spec, measurer());
    EXPECT_TRUE(plan) << plan.error().reason().toStdString();
    return plan ? *std::move(plan) : PicturePlan();
}

/// Numbers of the events that have an entry.
std::multiset<std::size_t> entriesOf(const PicturePlan& plan) {
    std::multiset<std::size_t> numbers;
    for (const PicturePage& page : plan.pages)
        if (page.sheet)
            for (const layout::SheetAnchor& anchor : page.sheet->anchors)
                if (anchor.target.kind == layout::SheetTarget::Kind::Entry)
                    numbers.insert(anchor.target.number);
    return numbers;
}

void expectAllOnThePage(const PicturePage& page) {
    const QRectF whole(QPointF(0, 0), page.size);
    if (page.chart) {
        EXPECT_TRUE(whole.contains(QRectF(page.chartAt, page.chart->size)));
    }
    if (page.sheet) {
        for (const layout::Text& text : page.sheet->texts) {
            const QPointF at = text.baseline + page.sheetAt;
            EXPECT_TRUE(whole.contains(at) && at.x() + text.width <= page.size.width()) << text.text.toStdString();
        }
    }
    for (const layout::Text& text : page.foot)
        EXPECT_TRUE(whole.contains(text.baseline));
}

} // namespace

TEST(PicturePlan, WithoutEvidenceAPictureIsTheTimelineAlone) {
    for (const PictureFormat format : pictureFormats) {
        const PicturePlan plan = planOf(embedded(), specOf(format, false));
        ASSERT_EQ(plan.pages.size(), 1U);
        EXPECT_TRUE(plan.pages.front().chart);
        EXPECT_FALSE(plan.pages.front().sheet);
        EXPECT_TRUE(plan.pages.front().links.empty());
        EXPECT_TRUE(plan.pages.front().foot.empty()) << "one page needs no number";
    }
}

TEST(PicturePlan, NothingIsCroppedWhateverTheNumberOfEvents) {
    for (const int count : {0, 1, 15, 500, 5000}) {
        const layout::StoryView view = crowd(count);
        for (const PictureFormat format : {PictureFormat::Svg, PictureFormat::Pdf}) {
            const PicturePlan plan = planOf(view, specOf(format, true));
            const auto entries = entriesOf(plan);
            EXPECT_EQ(entries.size(), static_cast<std::size_t>(count));
            EXPECT_TRUE(entries.empty() || *entries.rbegin() == static_cast<std::size_t>(count));
            EXPECT_EQ(std::set<std::size_t>(entries.begin(), entries.end()).size(), entries.size()) << "each once";
            EXPECT_EQ(plan.counts.shown + plan.counts.folded, static_cast<std::size_t>(count));
            EXPECT_EQ(plan.counts.below, 0U);
            for (const PicturePage& page : plan.pages)
                expectAllOnThePage(page);
        }
    }
}

TEST(PicturePlan, ATimelineOfManyRowsGoesOnFromPageToPage) {
    const layout::StoryView view = crowd(500);
    const PicturePlan plan = planOf(view, specOf(PictureFormat::Pdf, false));
    EXPECT_GT(plan.pages.size(), 1U);
    for (const PicturePage& page : plan.pages) {
        EXPECT_EQ(page.size, pageSizeOf(specOf(PictureFormat::Pdf, false)));
        ASSERT_EQ(page.foot.size(), 2U);
        EXPECT_TRUE(page.foot.front().text.contains(QString::number(plan.pages.size())));
    }
}

TEST(PicturePlan, EveryLabelLeadsToTheEntryOfItsEvent) {
    const PicturePlan plan = planOf(embedded(), specOf(PictureFormat::Pdf, true));
    const PicturePage& page = plan.pages.front();
    ASSERT_EQ(page.links.size(), page.chart->labels.size());
    for (std::size_t i = 0; i < page.links.size(); ++i) {
        const layout::Label& label = page.chart->labels[i];
        const QString number = QString::number(page.links[i].leadsTo.number) + u'.';
        EXPECT_TRUE(page.chart->texts[label.firstText].text.startsWith(number)) << "the number on the timeline";
        EXPECT_TRUE(label.rect.translated(page.chartAt).contains(page.links[i].rect));
    }
    EXPECT_EQ(entriesOf(plan).size(), embedded().events().size());
}

TEST(PicturePlan, ARangeBringsTheEvidenceOfItsEventsAlone) {
    PictureRequest spec = specOf(PictureFormat::Svg, true);
    const auto starts = embedded().story().layoutStarts();
    const double start = static_cast<double>(starts[3]);
    spec.range = layout::TimeWindow{start, 2.0 * 86'400'000};
    std::multiset<std::size_t> expected;
    for (const model::EventIndex event : embedded().events())
        if (static_cast<double>(starts[event]) < spec.range->end() &&
            static_cast<double>(embedded().story().layoutEnds()[event]) > start)
            expected.insert(event + 1);
    ASSERT_LT(expected.size(), embedded().events().size());
    EXPECT_EQ(entriesOf(planOf(embedded(), spec)), expected) << "with the numbers that they have in the whole story";
}

TEST(PicturePlan, EveryLabelOfARangeIsWholeAndEveryEventHasItsNumber) {
    const double start = static_cast<double>(embedded().story().layoutStarts()[0]);
    for (const PictureFormat format : pictureFormats)
        for (const double width : {900.0, 1600.0})
            for (double day = 0; day < 29; ++day)
                for (const double days : {0.5, 1.0, 2.0, 5.0, 12.0}) {
                    PictureRequest spec = specOf(format, true);
                    if (format != PictureFormat::Pdf)
                        spec.size = QSize(static_cast<int>(width), 700);
                    spec.range = layout::TimeWindow{start + day * 86'400'000, days * 86'400'000};
                    const PicturePlan plan = planOf(embedded(), spec);
                    std::size_t inRange = 0;
                    for (const model::EventIndex event : embedded().events())
                        inRange += static_cast<double>(embedded().story().layoutStarts()[event]) < spec.range->end() &&
                                   static_cast<double>(embedded().story().layoutEnds()[event]) > spec.range->start;
                    const std::string where = "day " + std::to_string(day) + " of " + std::to_string(days);
                    EXPECT_EQ(plan.counts.shown + plan.counts.folded, inRange) << where;
                    EXPECT_EQ(plan.state.window, *spec.range);
                    std::size_t whole = 0;
                    for (const PicturePage& page : plan.pages) {
                        if (!page.chart)
                            continue;
                        for (const layout::Label& label : page.chart->labels) {
                            const QRectF& lanes = page.chart->frame.lanes;
                            EXPECT_GE(label.rect.left(), lanes.left()) << where;
                            EXPECT_LE(label.rect.right(), lanes.right()) << where;
                            const QString number = QString::number(label.event + 1) + u'.';
                            EXPECT_TRUE(page.chart->texts[label.firstText].text.startsWith(number)) << where;
                            ++whole;
                        }
                    }
                    EXPECT_EQ(whole, plan.counts.shown) << where;
                    EXPECT_EQ(plan.counts.cut, 0U) << where;
                    EXPECT_EQ(entriesOf(plan).size(), inRange);
                }
}

TEST(PicturePlan, ALabelWithoutRoomIsToldOf) {
    PictureRequest spec;
    spec.size = QSize(200, 400);
    spec.textScale = 1.5;
    const PicturePlan plan = planOf(embedded(), spec);
    ASSERT_GT(plan.counts.cut + plan.counts.folded, 0U);
    const auto advice = adviceFor(embedded(), spec, plan, measurer());
    ASSERT_TRUE(advice && advice->larger);
    const PicturePlan all = planOf(embedded(), enlarged(spec, *advice->larger));
    EXPECT_EQ(all.counts.cut + all.counts.folded + all.counts.below, 0U);
}

TEST(PicturePlan, MoreEvidenceThanThereCanBeIsRefusedBeforeItIsLaidOut) {
    std::vector<test::MadeEvent> events(maxEvidenceEvents + 1, {"2026-02-01", "Again"});
    const layout::StoryView many(test::madeStory(events));
    for (const PictureFormat format : pictureFormats) {
        const auto plan = planPicture(many, specOf(format, true), measurer());
        ASSERT_FALSE(plan);
        EXPECT_TRUE(plan.error().reason().contains(QStringLiteral("20,001"))) << plan.error().reason().toStdString();
    }
    PictureRequest narrow = specOf(PictureFormat::Png, true);
    narrow.size = QSize(200, 200);
    narrow.scale = 8;
    const auto plan = planPicture(crowd(5000), narrow, measurer());
    ASSERT_FALSE(plan);
    EXPECT_TRUE(plan.error().reason().contains(QStringLiteral("at least"))) << plan.error().reason().toStdString();
}

TEST(PicturePlan, PaperHasItsSizeToThePixel) {
    PictureRequest spec;
    spec.paper = Paper::A4;
    spec.scale = 300 / dotsPerInch;
    EXPECT_EQ(pixelsOf(planOf(embedded(), spec).pages.front().size, spec.scale), QSize(3508, 2480));
    spec.paper = Paper::A3;
    spec.scale = 150 / dotsPerInch;
    EXPECT_EQ(pixelsOf(planOf(embedded(), spec).pages.front().size, spec.scale), QSize(2480, 1754));
}

TEST(PictureRoom, OffersNoSizeThatThereCannotBe) {
    std::vector<test::MadeEvent> events;
    for (std::size_t lane = 0; lane < 1500; ++lane)
        events.push_back({"2026-02-01", "Alone", lane});
    const layout::StoryView view(test::madeStory(events));
    PictureRequest spec;
    spec.scale = 2.5; // 150 million pixels in all its rows, and 235 million would be told of as too many
    EXPECT_LT(1600 * 1500 * 25 * 2.5 * 2.5, maxPicturePixels * 1.5);
    const auto advice = adviceFor(view, spec, planOf(view, spec), measurer());
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->larger) << advice->words.toStdString();
    EXPECT_TRUE(advice->words.contains(QStringLiteral("no picture is so high: choose PDF")))
        << advice->words.toStdString();
}

TEST(PictureRoom, WhereNoSizeThatCanBeAskedForIsEnoughAllRowsAre) {
    std::vector<test::MadeEvent> events(900, {"2026-02-01", "At one time"});
    const layout::StoryView view(test::madeStory(events));
    for (const PictureFormat format : pictureFormats) {
        PictureRequest spec = specOf(format, false);
        spec.allRows = false;
        const auto advice = adviceFor(view, spec, planOf(view, spec), measurer());
        ASSERT_TRUE(advice && advice->larger);
        EXPECT_TRUE(advice->larger->allRows);
        EXPECT_TRUE(advice->words.contains(QStringLiteral("all rows"))) << advice->words.toStdString();
        const PictureRequest all = enlarged(spec, *advice->larger);
        EXPECT_EQ(all.paper, spec.paper);
        const PicturePlan plan = planOf(view, all);
        EXPECT_EQ(plan.counts.shown, 900U);
        EXPECT_EQ(plan.pages.size() > 10, format == PictureFormat::Pdf);
        if (format != PictureFormat::Pdf) {
            EXPECT_GT(plan.pages.front().size.height(), maxPictureSide);
        }
    }
}

TEST(PicturePlan, AnotherLanguageWritesDatesAndNumbersItsWay) {
    PictureRequest spec = specOf(PictureFormat::Svg, true);
    spec.language = QStringLiteral("it");
    const PicturePlan plan = planOf(embedded(), spec);
    QString all;
    for (const layout::Text& text : plan.pages.front().sheet->texts)
        all += text.text + u'\n';
    EXPECT_TRUE(all.contains(QStringLiteral("gennaio 2026"))) << all.left(500).toStdString();
    EXPECT_FALSE(all.contains(QStringLiteral("27 January 2026")));
}

TEST(PicturePlan, ThatIsTooLargeIsRefusedWithTheFiguresAndARemedy) {
    PictureRequest spec = specOf(PictureFormat::Png, true);
    spec.scale = 8;
    const auto plan = planPicture(crowd(500), spec, measurer());
    ASSERT_FALSE(plan);
    EXPECT_TRUE(plan.error().reason().contains(QStringLiteral("268 million"))) << plan.error().reason().toStdString();
    EXPECT_TRUE(plan.error().reason().contains(QStringLiteral("PDF")));
}

TEST(PicturePlan, StopsWhenItIsToldTo) {
    std::stop_source stop;
    stop.request_stop();
    const auto plan = planPicture(crowd(500), specOf(PictureFormat::Pdf, true), measurer(), stop.get_token());
    ASSERT_FALSE(plan);
    EXPECT_TRUE(plan.error().isStopped());
}

TEST(PictureRoom, NamesTheSizeThatShowsEveryEvent) {
    for (const int count : {60, 300}) {
        const layout::StoryView view = crowd(count);
        for (const bool evidence : {false, true}) {
            PictureRequest spec = specOf(PictureFormat::Png, evidence);
            spec.size = QSize(400, 300);
            const PicturePlan plan = planOf(view, spec);
            if (plan.counts.folded == 0 && plan.counts.below == 0)
                continue;
            const auto advice = adviceFor(view, spec, plan, measurer());
            ASSERT_TRUE(advice);
            ASSERT_TRUE(advice->larger) << advice->words.toStdString();
            PictureRequest larger = enlarged(spec, *advice->larger);
            const PicturePlan all = planOf(view, larger);
            EXPECT_EQ(all.counts.folded, 0U);
            EXPECT_EQ(all.counts.below, 0U);
            EXPECT_EQ(all.counts.shown, static_cast<std::size_t>(count));
            EXPECT_EQ(adviceFor(view, larger, all, measurer()), std::nullopt);
            if (plan.counts.folded == 0)
                continue;
            larger.size.rheight() -= 30;
            EXPECT_GT(planOf(view, larger).counts.folded + planOf(view, larger).counts.below, 0U)
                << "hardly smaller would not do";
        }
    }
}

TEST(PictureRoom, WhateverSizeWasAskedForTheOneThatIsNamedShowsAll) {
    const layout::StoryView crowded = crowd(150);
    int named = 0;
    for (const int width : {200, 260, 320, 500, 640, 1000, 1600, 3000})
        for (const int height : {200, 240, 300, 400, 900, 20000})
            for (const layout::StoryView* view : {&embedded(), &crowded})
                for (const bool evidence : {false, true}) {
                    PictureRequest spec = specOf(PictureFormat::Png, evidence);
                    spec.size = QSize(width, height);
                    SCOPED_TRACE(testing::Message() << width << " x " << height << " evidence " << evidence);
                    const auto plan = planPicture(*view, spec, measurer());
                    if (!plan)
                        continue; // 400 million pixels
                    const auto advice = adviceFor(*view, spec, *plan, measurer());
                    if (!advice)
                        continue;
                    ASSERT_TRUE(advice->larger) << advice->words.toStdString();
                    const PictureRequest larger = enlarged(spec, *advice->larger);
                    const auto after = adviceFor(*view, larger, planOf(*view, larger), measurer());
                    EXPECT_FALSE(after) << advice->words.toStdString() << " then " << after->words.toStdString();
                    ++named;
                }
    EXPECT_GT(named, 60);
}

TEST(PictureRoom, PaperThatIsTooSmallIsComparedWithItsOwnSize) {
    PictureRequest spec = specOf(PictureFormat::Png, false);
    spec.paper = Paper::A4;
    const layout::StoryView view = crowd(60);
    const auto advice = adviceFor(view, spec, planOf(view, spec), measurer());
    ASSERT_TRUE(advice && advice->larger);
    EXPECT_LT(advice->larger->size.width(), 1600) << "not the size that would be without paper";
    PictureRequest larger = enlarged(spec, *advice->larger);
    EXPECT_EQ(adviceFor(view, larger, planOf(view, larger), measurer()), std::nullopt);
}

TEST(PictureRoom, SaysWhenNoSizeShowsAll) {
    std::vector<test::MadeEvent> events(layout::mostOrdered + 1, {"2026-02-01", "At one time"});
    const layout::StoryView view(test::madeStory(events));
    const PictureRequest spec;
    const auto advice = adviceFor(view, spec, planOf(view, spec), measurer());
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->larger);
    EXPECT_TRUE(advice->words.contains(QStringLiteral("no size shows them all"))) << advice->words.toStdString();
}

TEST(PictureRoom, ACollapsedLaneIsNoMatterOfSize) {
    layout::Arrangement arrangement;
    arrangement.collapsed = {embedded().lanes().front().key};
    const layout::StoryView view = embedded().arranged(arrangement);
    const PictureRequest spec;
    const auto advice = adviceFor(view, spec, planOf(view, spec), measurer());
    ASSERT_TRUE(advice);
    EXPECT_FALSE(advice->larger);
    EXPECT_TRUE(advice->words.contains(QStringLiteral("collapsed"))) << advice->words.toStdString();
}

TEST(PictureRoom, HasNothingToSayOfAPictureThatShowsAll) {
    for (const PictureFormat format : pictureFormats) {
        const PictureRequest spec = specOf(format, false);
        EXPECT_EQ(adviceFor(embedded(), spec, planOf(embedded(), spec), measurer()), std::nullopt);
    }
}
