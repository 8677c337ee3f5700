// SPDX-License-Identifier: GPL-3.0-or-later
// The list of events as a model: rows, orders, words; judged by Qt's model tester and by sorting once more.
#include "app/view/list/event_list_model.h"

#include "app/content/words/date_words.h"
#include "app/view/list/event_delegate.h"
#include "app/view/list/event_list_view.h"
#include "tests/content/panel_stories.h"
#include "tests/support/length.h"
#include "tests/view/list/event_list_stories.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QHeaderView>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <type_traits>

using namespace quoteline;
using ui::EventListModel;

namespace {

using Tester = QAbstractItemModelTester;

std::vector<model::EventIndex> rowsOf(const EventListModel& model) {
    std::vector<model::EventIndex> events;
    for (int row = 0; row < model.rowCount(); ++row)
        events.push_back(model.index(row, 0).data(EventListModel::EventIndexRole).toUInt());
    return events;
}

/// Sorted by a key that is worked out here, once for each event; `events` in the order of time.
template <class Key, class Less = std::less<>>
std::vector<model::EventIndex> sortedBy(std::vector<model::EventIndex> events, bool descending, const Key& keyOf,
                                        const Less& less = {}) {
    std::map<model::EventIndex, std::invoke_result_t<Key, model::EventIndex>> keys;
    for (const model::EventIndex event : events)
        keys.emplace(event, keyOf(event));
    std::stable_sort(events.begin(), events.end(), [&](auto a, auto b) {
        return descending ? less(keys.at(b), keys.at(a)) : less(keys.at(a), keys.at(b));
    });
    return events;
}

std::size_t numberOfSources(const model::Story& story, model::EventIndex event) {
    QSet<model::SourceIndex> sources;
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        sources.insert(story.quote(event, i).source);
    return static_cast<std::size_t>(sources.size());
}

std::map<model::EventIndex, std::size_t> lanesOnScreen(const layout::StoryView& view) {
    std::map<model::EventIndex, std::size_t> lanes;
    for (std::size_t lane = 0; lane < view.lanes().size(); ++lane)
        for (const model::EventIndex event : view.lanes()[lane].events)
            lanes.emplace(event, lane);
    return lanes;
}

void expectAllOrders(EventListModel& model, const layout::StoryView& view) {
    const std::vector<model::EventIndex> inTime(view.events().begin(), view.events().end());
    QCollator collator(view.locale());
    collator.setNumericMode(true);
    const auto lanes = lanesOnScreen(view);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const bool down = order == Qt::DescendingOrder;
        model.sort(EventListModel::When, order);
        EXPECT_EQ(rowsOf(model), sortedBy(inTime, down, [](auto event) { return event; }));
        model.sort(EventListModel::Lane, order);
        EXPECT_EQ(rowsOf(model), sortedBy(inTime, down, [&](auto event) { return lanes.at(event); }));
        model.sort(EventListModel::Title, order);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !model.isSorting(); }, 60000));
        EXPECT_EQ(rowsOf(model), sortedBy(
                                     inTime, down, [&](auto event) { return view.title(event); }, collator));
        model.sort(EventListModel::Sources, order);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !model.isSorting(); }, 60000));
        EXPECT_EQ(rowsOf(model),
                  sortedBy(inTime, down, [&](auto event) { return numberOfSources(view.story(), event); }));
        for (int row = 0; row < model.rowCount(); ++row)
            ASSERT_EQ(model.rowOf(model.eventAt(row)), row);
    }
}

layout::StoryView filtered(const layout::StoryView& view, std::vector<model::EventIndex> events) {
    layout::Arrangement arrangement = view.arrangement();
    arrangement.shown = std::make_shared<const std::vector<model::EventIndex>>(std::move(events));
    return view.arranged(arrangement);
}

/// Counts how often somebody asks for text.
class CountingModel : public EventListModel {
public:
    using EventListModel::EventListModel;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override {
        ++asked;
        return EventListModel::data(index, role);
    }
    mutable int asked = 0;
};

} // namespace

TEST(EventListModel, IsAModelThatQtFindsNothingWrongWith) {
    const layout::StoryView& view = test::embeddedView();
    EventListModel model(view);
    const Tester tester(&model, Tester::FailureReportingMode::Warning);
    const QPersistentModelIndex third = model.index(2, 1);
    const model::EventIndex event = model.eventAt(2);
    for (int column = 0; column < EventListModel::columns; ++column)
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            model.sort(column, order);
            EXPECT_EQ(model.eventAt(third.row()), event) << "an index that is kept goes with its event";
            EXPECT_EQ(third.column(), 1);
        }
    model.setView(filtered(view, {1, 4, 7}));
    EXPECT_EQ(model.rowCount(), 3);
    model.setView(filtered(view, {}));
    EXPECT_EQ(model.rowCount(), 0);
    model.setView(layout::StoryView(model::Story()));
    model.setView(view);
    EXPECT_EQ(model.rowCount(), 15);
    model.sort(99, Qt::AscendingOrder); // no such column: nothing changes
    EXPECT_EQ(model.sortColumn(), EventListModel::Sources);
}

TEST(EventListModel, SortsByEveryColumnInBothDirectionsAsAStableSortDoes) {
    EventListModel embedded(test::embeddedView());
    expectAllOrders(embedded, test::embeddedView());
    for (const layout::StoryView& view : {test::mixedStory(700), test::mixedStory(9000), test::mixedStory(30000)}) {
        EventListModel model(view);
        expectAllOrders(model, view);
    }
}

TEST(EventListModel, KeepsItsOrderWhenTheFilterOrTheLanesChange) {
    const layout::StoryView all = test::mixedStory(9000);
    std::vector<model::EventIndex> some;
    for (model::EventIndex event = 0; event < 9000; event += 7)
        some.push_back(event);
    EventListModel model(all);
    for (const int column : {EventListModel::Title, EventListModel::Sources, EventListModel::Lane}) {
        model.sort(column, Qt::DescendingOrder);
        model.setView(filtered(all, some));
        EventListModel fresh(filtered(all, some));
        fresh.sort(column, Qt::DescendingOrder);
        EXPECT_EQ(rowsOf(model), rowsOf(fresh));
        EXPECT_EQ(model.rowCount(), static_cast<int>(some.size()));
        EXPECT_EQ(model.rowOf(1), std::nullopt);
        model.setView(all);
    }
    layout::Arrangement byActor;
    byActor.grouping = layout::Grouping::Actor;
    model.setView(all.arranged(byActor));
    expectAllOrders(model, all.arranged(byActor));
}

TEST(EventListModel, ACollapsedLaneChangesNoRow) {
    const layout::StoryView& view = test::embeddedView();
    EventListModel model(view);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    layout::Arrangement collapsed;
    collapsed.collapsed = {view.lanes().front().key};
    model.setView(view.arranged(collapsed));
    EXPECT_EQ(resets.size(), 0);
    EXPECT_TRUE(model.view().lanes().front().collapsed);
}

TEST(EventListModel, AnotherStoryIsNotSortedByTheTitlesOfTheLast) {
    EventListModel model(test::mixedStory(500));
    model.sort(EventListModel::Title, Qt::AscendingOrder);
    const layout::StoryView other = test::mixedStory(700);
    model.setView(other);
    EventListModel fresh(other);
    fresh.sort(EventListModel::Title, Qt::AscendingOrder);
    EXPECT_EQ(rowsOf(model), rowsOf(fresh));
}

TEST(EventListModel, AStoryThatIsReplacedWhileItsTitlesAreSortedLeavesNothingBehind) {
    EventListModel model(test::mixedStory(60000));
    model.sort(EventListModel::Title, Qt::AscendingOrder);
    EXPECT_TRUE(model.isSorting());
    model.setView(test::embeddedView());
    EXPECT_FALSE(model.isSorting()); // few enough to be sorted at once
    EventListModel fresh(test::embeddedView());
    fresh.sort(EventListModel::Title, Qt::AscendingOrder);
    EXPECT_EQ(rowsOf(model), rowsOf(fresh));
    QTest::qWait(100);
    EXPECT_EQ(rowsOf(model), rowsOf(fresh));
    {
        EventListModel gone(test::mixedStory(60000)); // is destroyed while it sorts
        gone.sort(EventListModel::Title, Qt::AscendingOrder);
    }
}

TEST(EventListModel, SaysWhenLaneTitleAndNumberOfSources) {
    const layout::StoryView& view = test::embeddedView();
    const EventListModel model(view);
    for (int row = 0; row < model.rowCount(); ++row) {
        const model::EventIndex event = model.eventAt(row);
        EXPECT_EQ(model.index(row, 0).data().toString(), view.shortDate(event));
        EXPECT_EQ(model.index(row, 1).data().toString(),
                  test::text(view.story().lanes()[view.story().lane(event)].name));
        EXPECT_EQ(model.index(row, 2).data().toString(), view.title(event));
        EXPECT_EQ(model.index(row, 3).data().toString().toULongLong(), numberOfSources(view.story(), event));
        EXPECT_EQ(model.rowAsText(row).count(u'\t'), 3);
    }
    EXPECT_EQ(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("When"));
    EXPECT_EQ(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Lane"));
    EXPECT_EQ(model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("Title"));
    EXPECT_EQ(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("Sources"));
    EXPECT_EQ(model.index(0, 3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("1 source"));
}

TEST(EventListModel, NamesTheLaneOnTheScreenOrThatOfTheStoryWhereThereIsOneLane) {
    const layout::StoryView& view = test::embeddedView();
    EventListModel model(view);
    layout::Arrangement byActor;
    byActor.grouping = layout::Grouping::Actor;
    model.setView(view.arranged(byActor));
    const model::Story& story = view.story();
    EXPECT_EQ(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Actor"));
    EXPECT_EQ(model.index(3, 1).data().toString(), test::text(story.actors()[story.actor(model.eventAt(3))].name));
    layout::Arrangement none;
    none.grouping = layout::Grouping::None;
    model.setView(view.arranged(none));
    EXPECT_EQ(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Lane"));
    EXPECT_EQ(model.index(3, 1).data().toString(), test::text(story.lanes()[story.lane(model.eventAt(3))].name));
}

TEST(EventListModel, TheTooltipHasTheWholeDateAndIsNeverMarkup) {
    test::SmallStory made;
    made.events.front().title = "<b>bold</b> & <img src='x'> %1";
    made.events.front().when = "2026-01-27";
    const layout::StoryView view = made.view();
    const EventListModel model(view);
    EXPECT_EQ(model.index(0, 0).data(Qt::ToolTipRole).toString(),
              QStringLiteral("<p>Tuesday 27 January 2026<br>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src='x'&gt; %1</p>"));
    EXPECT_EQ(model.index(0, 0).data(Qt::AccessibleDescriptionRole).toString(),
              QStringLiteral("Tuesday 27 January 2026"));
    EXPECT_EQ(model.index(0, 2).data().toString(), QStringLiteral("<b>bold</b> & <img src='x'> %1"));
}

TEST(EventListModel, FindsTheNextTitleThatBeginsWithSomeLetters) {
    const layout::StoryView view = test::mixedStory(700);
    const EventListModel model(view);
    for (const QString& letters : {QStringLiteral("eve"), QStringLiteral("ZE"), QStringLiteral("ä"),
                                   QStringLiteral("event 12"), QStringLiteral("no such")}) {
        for (const int from : {0, 350, 699}) {
            std::optional<int> expected;
            for (int i = 0; i < model.rowCount() && !expected; ++i) {
                const int row = (from + i) % model.rowCount();
                if (view.title(model.eventAt(row)).startsWith(letters, Qt::CaseInsensitive))
                    expected = row;
            }
            EXPECT_EQ(model.rowBeginningWith(letters, from), expected) << letters.toStdString() << " from " << from;
        }
    }
    EXPECT_EQ(EventListModel(layout::StoryView(model::Story())).rowBeginningWith(QStringLiteral("a"), 0), std::nullopt);
}

TEST(EventListModel, FindsTitlesThatBeginWithSignsOfAnyScriptAsTheyAreShown) {
    const std::vector<std::string> titles{"second", "Kelvin", "\tx",   "\u202Ex",  "[x",       "\r\nx",
                                          "\x01x",  "\x7Fx",  "ſtone", "ångström", "Ångström", "κόσμος"};
    test::SmallStory made;
    made.events.clear();
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < titles.size(); ++i)
        ids.push_back(std::to_string(i));
    for (std::size_t i = 0; i < titles.size(); ++i) {
        made.events.push_back(test::plainEvent(ids[i]));
        made.events.back().title = titles[i];
    }
    const layout::StoryView view = made.view();
    const EventListModel model(view);
    for (const char16_t* letters :
         {u"s", u"S", u"\u017F", u"k", u"\u212A", u" ", u"[", u"[R", u"\u2401", u"å", u"Å", u"Κ", u"\U0001F6A8", u""}) {
        const QString typed = QString::fromUtf16(letters);
        std::optional<int> expected;
        for (int row = 0; row < model.rowCount() && !expected; ++row)
            if (view.title(model.eventAt(row)).startsWith(typed, Qt::CaseInsensitive))
                expected = row;
        EXPECT_EQ(model.rowBeginningWith(typed, 0), expected) << typed.toStdString();
    }
}

TEST(EventListModel, HoweverManyRowsOnlyThoseInViewAreMade) {
    const int count = test::byLength("rows", 100'000, 1'000'000, 1'000'000);
    const layout::StoryView view = test::mixedStory(count);
    CountingModel model(view);
    EXPECT_EQ(model.rowCount(), count);
    ui::EventListView list(model);
    list.resize(800, 300);
    list.grab();
    EXPECT_LT(model.asked, 20'000);
    model.asked = 0;
    const int far = count / 9 * 7;
    list.showSelected(model.eventAt(far));
    list.grab();
    EXPECT_TRUE(list.visualRect(model.index(far, 0)).isValid());
    EXPECT_LT(model.asked, 2'000);
    model.asked = 0;
    list.sortByColumn(EventListModel::Lane, Qt::DescendingOrder);
    list.sortByColumn(EventListModel::Title, Qt::AscendingOrder);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.isSorting(); }, 300000));
    list.grab();
    EXPECT_LT(model.asked, 5'000);
    QCollator collator(view.locale());
    collator.setNumericMode(true);
    for (int row = 1; row < model.rowCount(); row += 997)
        ASSERT_LE(collator.compare(view.title(model.eventAt(row - 1)), view.title(model.eventAt(row))), 0);
}

TEST(EventDelegate, MarksTheWordsThatAreShownAndNothingOfWhatIsCutOff) {
    const model::TextMatcher matcher(QStringLiteral("ice games"));
    const QString whole = QStringLiteral("ICE agents at the Games, and ice again");
    using Span = model::TextMatcher::Span;
    EXPECT_EQ(ui::EventDelegate::spansShown(matcher, whole, whole), matcher.spansIn(whole));
    EXPECT_EQ(ui::EventDelegate::spansShown(matcher, whole, QStringLiteral("ICE agents at the Ga…")),
              (std::vector<Span>{{0, 3}, {18, 2}}));
    EXPECT_EQ(ui::EventDelegate::spansShown(matcher, whole, QStringLiteral("IC…")), (std::vector<Span>{{0, 2}}));
    EXPECT_TRUE(ui::EventDelegate::spansShown(matcher, whole, QStringLiteral("…")).empty());
    EXPECT_TRUE(ui::EventDelegate::spansShown({}, whole, whole).empty());
}
