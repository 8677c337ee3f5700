// SPDX-License-Identifier: GPL-3.0-or-later
// What the menu Edit copies, through the real window.
#include "app/content/evidence/source_words.h"
#include "app/export/data/copied_text.h"
#include "app/view/list/event_list_view.h"
#include "app/view/search/event_filter.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/work_bar.h"
#include "app/window/timeline/event_list_dock.h"
#include "tests/window/data/copying.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QToolButton>
#include <algorithm>
#include <gtest/gtest.h>

using namespace quoteline;
using test::clipboardText;
using test::Copying;
using test::ctrlShift;
using ui::EventListModel;

namespace {

QByteArray onClipboard(const char* type) {
    return QGuiApplication::clipboard()->mimeData()->data(QString::fromLatin1(type));
}

/// `count` events with one quote each.
model::Story storyOf(std::size_t count, const std::string& words) {
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = "Many";
    head.language = "en";
    head.timeZone = "UTC";
    builder.setStory(head);
    builder.addLane({"a", "Lane", {}});
    builder.addActor({"a", "Actor", {}, {}});
    model::Source source;
    source.id = "s";
    source.publisher = "Publisher";
    builder.addSource(source);
    model::EventInput event;
    event.lane = "a";
    event.actor = "a";
    event.when = "2026-01-24";
    event.whenBasis = "Made for a test.";
    model::QuoteInput quote;
    quote.source = "s";
    quote.exact = words;
    event.quotes = {quote};
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "e" + std::to_string(i);
        const std::string title = "=Event " + std::to_string(i);
        event.id = id;
        event.title = title;
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story.has_value());
    return story.value_or(model::Story());
}

} // namespace

TEST(CopyRows, TheSelectedRowsOfTheListInItsOrder) {
    Copying window;
    window.openList();
    window.list().sortByColumn(EventListModel::When, Qt::DescendingOrder);
    window.clickRow(1);
    window.clickRow(3, Qt::ShiftModifier);
    window.clickRow(6, Qt::ControlModifier);
    const std::vector<model::EventIndex> events = window.list().selectedEvents();
    const auto& model = window->eventList().model();
    EXPECT_EQ(events, (std::vector{model.eventAt(1), model.eventAt(2), model.eventAt(3), model.eventAt(6)}));
    EXPECT_EQ(window.list().selectedCount(), 4U);
    EXPECT_EQ(window.controller().selected(), model.eventAt(6)); // that was chosen last
    window.activate();
    window.key(Qt::Key_T, ctrlShift);
    ASSERT_TRUE(window.waitFor("Copied as CSV: 4 event(s)")) << window.said().toStdString();
    const QByteArray csv = window.exported(ui::DataFormat::Csv, events);
    EXPECT_EQ(onClipboard("text/csv"), csv);
    EXPECT_EQ(clipboardText(), csv);
    window.key(Qt::Key_M, ctrlShift);
    ASSERT_TRUE(window.waitFor("Copied as Markdown: 4 event(s)"));
    const QByteArray markdown = window.exported(ui::DataFormat::Markdown, events);
    EXPECT_EQ(onClipboard("text/markdown"), markdown);
    EXPECT_EQ(clipboardText(), markdown);
    EXPECT_TRUE(onClipboard("text/csv").isEmpty());
}

TEST(CopyRows, TheSelectedEventWhereTheListHasNoneOrIsNotSeen) {
    Copying window;
    window.activate();
    window.controller().select(4);
    window.key(Qt::Key_T, ctrlShift);
    ASSERT_TRUE(window.waitFor("Copied as CSV: 1 event(s)"));
    EXPECT_EQ(clipboardText(), window.exported(ui::DataFormat::Csv, {4}));
    window.openList();
    window.clickRow(0);
    window.clickRow(2, Qt::ShiftModifier);
    window->eventList().dock().hide(); // what is selected there is not seen any more
    QGuiApplication::clipboard()->clear();
    window.activate();
    window.key(Qt::Key_T, ctrlShift);
    ASSERT_TRUE(QTest::qWaitFor([] { return !clipboardText().isEmpty(); }));
    EXPECT_EQ(clipboardText(), window.exported(ui::DataFormat::Csv, {*window.controller().selected()}));
}

TEST(CopyRows, AreCommandsOnlyWhereSomethingIsSelected) {
    Copying window;
    const auto enabled = [&] {
        EXPECT_EQ(window.actions().copyCsv->isEnabled(), window.actions().copyMarkdown->isEnabled());
        return window.actions().copyCsv->isEnabled();
    };
    EXPECT_FALSE(enabled());
    EXPECT_FALSE(window.actions().copyQuotes->isEnabled());
    EXPECT_TRUE(window.actions().copyPicture->isEnabled());
    window.controller().select(0);
    EXPECT_TRUE(enabled());
    EXPECT_TRUE(window.actions().copyQuotes->isEnabled());
    window.controller().select(std::nullopt);
    EXPECT_FALSE(enabled());
    // All rows, of which none is the selected event.
    window.openList();
    QTest::keyClick(&window.list(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(window.list().selectedCount(), 15U);
    EXPECT_TRUE(enabled());
    window.list().sortByColumn(EventListModel::Title, Qt::AscendingOrder);
    EXPECT_EQ(window.list().selectedCount(), 15U);
    EXPECT_FALSE(window.actions().copyQuotes->isEnabled());
    window->eventList().dock().hide();
    EXPECT_FALSE(enabled());
    window->eventList().dock().show();
    window.activate();
    QTest::keyClick(&window.list(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(enabled());
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.list().selectedCount(), 0U);
    EXPECT_FALSE(enabled());
}

TEST(CopyRows, SeveralRowsStaySelectedWhileTheTimelineFollowsTheLastOfThem) {
    Copying window;
    window.openList();
    window.list().setFocus();
    window.clickRow(2);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&window.list(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(window.list().selectedCount(), 4U);
    EXPECT_EQ(window.controller().selected(), window->eventList().model().eventAt(5));
    const std::vector<model::EventIndex> four = window.list().selectedEvents();
    window.list().sortByColumn(EventListModel::Title, Qt::DescendingOrder);
    std::vector<model::EventIndex> sorted = window.list().selectedEvents();
    EXPECT_TRUE(std::is_permutation(sorted.begin(), sorted.end(), four.begin(), four.end()));
    window.list().sortByColumn(EventListModel::When, Qt::AscendingOrder);
    EXPECT_EQ(window.list().selectedEvents(), four);
    window.clickRow(5, Qt::ControlModifier); // takes it out again
    EXPECT_EQ(window.list().selectedCount(), 3U);
    // Another event, chosen elsewhere, is selected alone.
    window.controller().selectAndReveal(window->eventList().model().eventAt(9));
    EXPECT_EQ(window.list().selectedEvents(), std::vector{window->eventList().model().eventAt(9)});
    // Rows that a filter leaves out are not copied.
    window.clickRow(0);
    QTest::keyClick(&window.list(), Qt::Key_A, Qt::ControlModifier);
    model::EventQuery query;
    query.text = QStringLiteral("mayor");
    window->filter().setQuery(query);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().view().isFiltered(); }));
    for (const model::EventIndex event : window.list().selectedEvents())
        EXPECT_TRUE(window.controller().view().shows(event));
    EXPECT_LE(window.list().selectedCount(), 1U);
}

TEST(CopyRows, AListThatIsEnteredByKeySelectsItsFirstRowAndByMouseTheOneThatIsClicked) {
    Copying window;
    window.openList();
    window.activate();
    QStringList chosen;
    QObject::connect(&window.list(), &ui::EventListView::eventChosen, &*window,
                     [&](model::EventIndex event) { chosen.append(QString::number(event)); });
    window.list().setFocus(Qt::MouseFocusReason);
    EXPECT_TRUE(chosen.isEmpty());
    window.clickRow(3, Qt::ControlModifier);
    EXPECT_EQ(window.list().selectedEvents(), std::vector{window->eventList().model().eventAt(3)});
    window.key(Qt::Key_Escape);
    ASSERT_EQ(window.controller().selected(), std::nullopt);
    window->pane().timeline().setFocus();
    window.list().setFocus(Qt::TabFocusReason);
    EXPECT_EQ(window.list().selectedEvents(), std::vector{window->eventList().model().eventAt(0)});
    EXPECT_EQ(window.controller().selected(), window->eventList().model().eventAt(0));
}

TEST(CopyRows, TheKeyOfTheListCopiesAllSelectedRowsAsLines) {
    Copying window;
    window.openList();
    window.list().setFocus();
    window.clickRow(3);
    window.clickRow(1, Qt::ControlModifier);
    QTest::keyClick(&window.list(), Qt::Key_C, Qt::ControlModifier);
    const auto& model = window->eventList().model();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), model.rowAsText(1) + u'\n' + model.rowAsText(3));
    EXPECT_EQ(window.said(), QStringLiteral("Copied: 2 row(s)"));
}

TEST(CopyRows, TheContextMenuOfTheListOffersThem) {
    Copying window;
    window.openList();
    window.clickRow(1);
    window.clickRow(2, Qt::ShiftModifier);
    const QPoint at = window.row(2);
    QTest::mouseClick(window.list().viewport(), Qt::RightButton, {}, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, window.list().viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(window.list().viewport(), &event);
    auto* menu = window.list().findChild<QMenu*>();
    ASSERT_TRUE(menu);
    EXPECT_EQ(window.list().selectedCount(), 2U);
    for (QAction* action : {window.actions().copyCsv, window.actions().copyMarkdown, window.actions().copyQuotes})
        EXPECT_TRUE(menu->actions().contains(action));
    menu->setActiveAction(window.actions().copyCsv);
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_TRUE(window.waitFor("Copied as CSV: 2 event(s)"));
}

TEST(CopyRows, AListInAWindowOfItsOwnGoesWithTheMainWindow) {
    for (int i = 0; i < 5; ++i) {
        Copying window;
        window.openList();
        window->eventList().dock().setFloating(true);
        QCoreApplication::processEvents();
        EXPECT_TRUE(window.list().isVisible());
        window.clickRow(1);
        EXPECT_TRUE(window.actions().copyCsv->isEnabled());
    }
}

TEST(CopyRows, SaysWhereCellsWereGuardedAgainstFormulas) {
    Copying window;
    ASSERT_TRUE(window.open(storyOf(3, "words")));
    window.controller().select(1);
    window.actions().copyCsv->trigger();
    ASSERT_TRUE(window.waitFor("Copied as CSV: 1 event(s). ")) << window.said().toStdString();
    EXPECT_TRUE(clipboardText().contains("'=Event 1"));
    window.actions().copyMarkdown->trigger();
    ASSERT_TRUE(window.waitFor("Copied as Markdown"));
    EXPECT_EQ(window.said(), QStringLiteral("Copied as Markdown: 1 event(s)"));
}

TEST(CopyRows, MoreThanAClipboardTakesIsRefusedInWordsAndTouchesNothing) {
    const QLocale locale(QStringLiteral("en"));
    EXPECT_FALSE(ui::copyObstacle(ui::mostEventsCopied, locale));
    const auto obstacle = ui::copyObstacle(1'000'000, locale);
    ASSERT_TRUE(obstacle);
    EXPECT_TRUE(obstacle->contains(QStringLiteral("1,000,000"))) << obstacle->toStdString();
    EXPECT_TRUE(obstacle->contains(QStringLiteral("100,000")));
    Copying window;
    ASSERT_TRUE(window.open(test::crowdedStory(static_cast<int>(ui::mostEventsCopied) + 1)));
    window.openList();
    window.list().setFocus();
    QTest::keyClick(&window.list(), Qt::Key_A, Qt::ControlModifier);
    ASSERT_EQ(window.list().selectedCount(), ui::mostEventsCopied + 1);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    window.actions().copyCsv->trigger();
    EXPECT_EQ(window.said(), *ui::copyObstacle(ui::mostEventsCopied + 1, locale));
    QTest::keyClick(&window.list(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(window.said().startsWith(QStringLiteral("Nothing was copied: 100,001 rows")))
        << window.said().toStdString();
    EXPECT_EQ(clipboardText(), "before");
}

TEST(CopyRows, ATextLongerThanAClipboardTakesIsRefused) {
    constexpr std::size_t megabyte = 1 << 20;
    const layout::StoryView view(storyOf(20, std::string(megabyte / 10, 'w')));
    const std::vector<model::EventIndex> all(view.events().begin(), view.events().end());
    for (const ui::CopyForm form : ui::copyForms) {
        const auto copied = ui::copiedText(view, all, form, {}, 3 * megabyte);
        ASSERT_TRUE(copied);
        EXPECT_EQ(copied->text.toUtf8(), copied->bytes);
        const auto size = static_cast<std::size_t>(copied->bytes.size());
        EXPECT_TRUE(ui::copiedText(view, all, form, {}, size));
        // By one byte, and by far.
        for (const std::size_t most : {size - 1, megabyte}) {
            const auto refused = ui::copiedText(view, all, form, {}, most);
            ASSERT_FALSE(refused);
            EXPECT_FALSE(refused.error().isStopped());
            const QString limit = QStringLiteral("more than %1 MB").arg(most / megabyte);
            EXPECT_TRUE(refused.error().reason().contains(limit)) << refused.error().reason().toStdString();
        }
        std::stop_source stop;
        stop.request_stop();
        EXPECT_TRUE(ui::copiedText(view, all, form, stop.get_token()).error().isStopped());
    }
}

TEST(CopyRows, LongWorkShowsABarWhoseButtonStopsIt) {
    Copying window;
    ASSERT_TRUE(window.open(storyOf(ui::mostEventsCopied, "some words of a source")));
    window.openList();
    window.list().setFocus();
    QTest::keyClick(&window.list(), Qt::Key_A, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    window.actions().copyCsv->trigger();
    ui::WorkBar* bar = window.copyBar();
    ASSERT_TRUE(bar);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible() || window.said().startsWith(u"Copied"); }));
    if (!bar->isVisible())
        GTEST_SKIP() << "the machine was done before the bar came";
    bar->cancelButton().click();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_TRUE(window.said().startsWith(QStringLiteral("Stopped copying")));
    window.controller().select(0);
    window.list().clearSelection();
    window.actions().copyMarkdown->trigger();
    ASSERT_TRUE(window.waitFor("Copied as Markdown: 1 event(s)")) << window.said().toStdString();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_EQ(clipboardText(), window.exported(ui::DataFormat::Markdown, {0}));
}

TEST(CopyQuotes, AllOfTheSelectedEventWithTheirCitations) {
    Copying window;
    window.activate();
    ASSERT_TRUE(window->selectEvent(QStringLiteral("sala-statement")));
    const layout::StoryView& view = window.controller().view();
    const model::EventIndex event = *window.controller().selected();
    window.key(Qt::Key_C, Qt::ControlModifier);
    ASSERT_TRUE(window.waitFor("Copied as quotes with citation: 1 event(s)"));
    QStringList expected;
    for (std::size_t i = 0; i < view.story().quoteCount(event); ++i)
        expected.append(layout::citation(view, view.story().quote(event, i)));
    EXPECT_GT(expected.size(), 1);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), expected.join(QStringLiteral("\n\n")));
}
