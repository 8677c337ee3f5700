// SPDX-License-Identifier: GPL-3.0-or-later
// Links in the window: by keys, by mouse, in the panel and in the picture.
#include "app/content/story/grouping.h"
#include "app/layout/links/link_words.h"
#include "app/paint/link_painter.h"
#include "app/view/search/event_filter.h"
#include "app/window/parts/actions.h"
#include "tests/layout/links/link_stories.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/window_probe.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QLineF>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTextDocument>
#include <gtest/gtest.h>
#include <set>

using namespace quoteline;
using layout::LinkRef;
using test::ShownWindow;

namespace {

model::EventIndex eventOf(ShownWindow& window, const char* id) {
    const auto event = window.controller().view().story().find(id);
    EXPECT_TRUE(event) << id;
    return event.value_or(0);
}

QString said(ShownWindow& window) {
    QString words;
    for (const QLabel* label : window->statusBar()->findChildren<QLabel*>())
        words += label->isVisible() ? label->text() + u'\n' : QString();
    return words;
}

QString counts(ShownWindow& window) {
    const auto* label = window->findChild<QLabel*>(QStringLiteral("linkCounts"));
    return label->isVisible() ? label->text() : QString();
}

/// A point of the arc of a link at which nothing else is meant.
std::optional<QPoint> pointOn(ShownWindow& window, const LinkRef& ref) {
    const auto links = window.controller().links();
    for (std::size_t i = 0; links && i < links->arcs.size(); ++i) {
        const auto& path = links->arcs[i].path;
        for (std::size_t k = 1; links->arcs[i].ref == ref && k < path.size(); ++k)
            for (const double share : {0.5, 0.2, 0.8}) {
                const QPoint at = QLineF(path[k - 1], path[k]).pointAt(share).toPoint();
                const auto hit = window.controller().hitAt(at);
                if (hit && hit->link == i)
                    return at;
            }
    }
    return std::nullopt;
}

bool isSeen(ShownWindow& window, model::EventIndex event) {
    const auto& callouts = window.controller().overlay().callouts;
    const bool calledOut = std::any_of(callouts.begin(), callouts.end(),
                                       [&](const layout::Callout& callout) { return callout.event == event; });
    return window.controller().view().shows(event) && (calledOut || !layout::coverOf(window.scene(), event).isEmpty());
}

} // namespace

TEST(LinkKeys, StepThroughTheLinksOfTheSelectedEventAndThePanelFollows) {
    ShownWindow window;
    const model::EventIndex dhs = eventOf(window, "dhs-statement");
    window.controller().selectAndReveal(dhs);
    EXPECT_FALSE(window.controller().currentLink());
    for (const std::size_t place : {0U, 1U, 0U}) { // from the last to the first
        window.key(Qt::Key_K);
        EXPECT_EQ(window.controller().currentLink(), (LinkRef{dhs, place}));
        EXPECT_TRUE(said(window).contains(layout::linkSentence(window.controller().view(), {dhs, place})));
    }
    window.key(Qt::Key_K, Qt::ShiftModifier);
    EXPECT_EQ(window.controller().currentLink(), (LinkRef{dhs, 1}));
    EXPECT_EQ(window.controller().selected(), dhs);
    // Its entry is in view in the panel.
    const auto entries = test::buttonsWith(window->panel(), QStringLiteral("security remains"));
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_FALSE(entries[0]->visibleRegion().isEmpty());
    // Exactly one of the arcs says that it is the current one.
    std::size_t current = 0;
    for (const layout::LinkArc& arc : window.controller().links()->arcs)
        current += arc.current ? 1 : 0;
    EXPECT_EQ(current, 1U);
    window.key(Qt::Key_Escape);
    EXPECT_FALSE(window.controller().currentLink());
    EXPECT_FALSE(window.controller().links());
    EXPECT_FALSE(said(window).contains(QStringLiteral("DHS")));
}

TEST(LinkKeys, FollowEveryLinkForwardAndBack) {
    ShownWindow window;
    const model::Story story = window.controller().view().story();
    std::size_t followed = 0;
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        for (std::size_t i = 0; i < story.relationCount(event); ++i) {
            window.controller().selectAndReveal(event);
            window.controller().setCurrentLink(std::nullopt);
            for (std::size_t k = 0; k <= i; ++k)
                window.key(Qt::Key_K);
            window.key(Qt::Key_BracketRight);
            EXPECT_EQ(window.controller().selected(), story.relation(event, i).event);
            EXPECT_EQ(window->panel().shownEvent(), story.relation(event, i).event);
            EXPECT_EQ(window.controller().currentLink(), (LinkRef{event, i}));
            window.key(Qt::Key_BracketLeft);
            EXPECT_EQ(window.controller().selected(), event);
            ++followed;
        }
    }
    EXPECT_EQ(followed, 7U);
}

TEST(LinkKeys, GoToTheFirstLinkWhereNoneIsChosenAndSayWhereTheyEnd) {
    ShownWindow window;
    const model::EventIndex vogue = eventOf(window, "vogue-report");
    window.controller().selectAndReveal(eventOf(window, "online-protests"));
    window.key(Qt::Key_Period); // the same as the bracket
    EXPECT_EQ(window.controller().selected(), vogue);
    window.key(Qt::Key_BracketRight);
    EXPECT_EQ(window.controller().selected(), vogue);
    EXPECT_TRUE(said(window).contains(QStringLiteral("No link leads on")));
    window.key(Qt::Key_Comma);
    EXPECT_EQ(window.controller().selected(), eventOf(window, "online-protests"));
    window.controller().setCurrentLink(std::nullopt);
    window.key(Qt::Key_BracketLeft);
    EXPECT_EQ(window.controller().selected(), eventOf(window, "online-protests"));
    EXPECT_TRUE(said(window).contains(QStringLiteral("No link points at")));
    // An event without links, and no event: nothing happens.
    window.controller().selectAndReveal(eventOf(window, "sala-statement"));
    for (const Qt::Key key : {Qt::Key_K, Qt::Key_BracketLeft, Qt::Key_BracketRight})
        window.key(key);
    EXPECT_EQ(window.controller().selected(), eventOf(window, "sala-statement"));
    EXPECT_FALSE(window->actions().followLink->isEnabled());
    window.key(Qt::Key_Escape);
    window.key(Qt::Key_BracketRight);
    EXPECT_FALSE(window.controller().selected());
}

TEST(LinkKeys, BringTheEventReachedIntoView) {
    ShownWindow window;
    const model::EventIndex white = eventOf(window, "white-house-delegation");
    const model::EventIndex ceremony = eventOf(window, "opening-ceremony");
    const auto away = [&] {
        window.controller().select(white);
        window.controller().fit(white);
        EXPECT_FALSE(isSeen(window, ceremony));
    };
    away();
    window.key(Qt::Key_BracketRight);
    EXPECT_TRUE(isSeen(window, ceremony));
    away();
    window.controller().arrange(layout::withLanesCollapsed(window.controller().view(), true));
    window.key(Qt::Key_BracketRight);
    EXPECT_TRUE(isSeen(window, ceremony));
    window.controller().arrange(layout::withLanesCollapsed(window.controller().view(), false));
    model::EventQuery query;
    query.text = QStringLiteral("Rubio");
    window->filter().setQuery(query);
    ASSERT_FALSE(window.controller().view().shows(ceremony));
    window.controller().select(white);
    window.key(Qt::Key_BracketRight);
    EXPECT_EQ(window.controller().selected(), ceremony);
    EXPECT_TRUE(isSeen(window, ceremony));
    window.key(Qt::Key_Left, Qt::AltModifier); // it was a step: back to the view before
    EXPECT_FALSE(window.controller().view().shows(ceremony));
}

TEST(LinkKeys, GoRoundARingWithoutEnd) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::ringStory(12)));
    window.controller().selectAndReveal(3);
    for (model::EventIndex step = 1; step <= 30; ++step) {
        window.key(Qt::Key_BracketRight);
        ASSERT_EQ(window.controller().selected(), (3 + step) % 12);
    }
    for (int step = 0; step < 30; ++step)
        window.key(Qt::Key_BracketLeft);
    EXPECT_EQ(window.controller().selected(), 3U);
}

TEST(LinkKeys, AreTextInATextField) {
    ShownWindow window;
    window.controller().selectAndReveal(eventOf(window, "dhs-statement"));
    auto* field = window->findChild<QLineEdit*>(QStringLiteral("searchField"));
    ASSERT_TRUE(field);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("k].,["));
    EXPECT_EQ(field->text(), QStringLiteral("k].,["));
    EXPECT_FALSE(window.controller().currentLink());
}

TEST(LinkMouse, AClickOnALineShowsItsEntryInThePanel) {
    ShownWindow window({1600, 900});
    const model::EventIndex vogue = eventOf(window, "vogue-report");
    window.controller().selectAndReveal(vogue);
    auto* dock = window->findChild<QDockWidget*>(QStringLiteral("evidence"));
    dock->hide();
    const model::Story story = window.controller().view().story();
    for (const model::IncomingRelation& incoming : story.incoming(vogue)) {
        const LinkRef ref{incoming.from, incoming.relation};
        QTest::qWait(0); // the timeline has the room that the panel leaves
        const auto at = pointOn(window, ref);
        ASSERT_TRUE(at) << incoming.from;
        QSignalSpy hints(&window->pane().timeline(), &ui::TimelineView::hinted);
        QTest::mouseMove(window.viewport(), *at);
        EXPECT_TRUE(QTest::qWaitFor([&] {
            return !hints.isEmpty() &&
                   hints.last().at(0).toString() == layout::linkSentence(window.controller().view(), ref);
        }));
        window.click(*at);
        EXPECT_EQ(window.controller().selected(), vogue);
        EXPECT_EQ(window.controller().currentLink(), ref);
        EXPECT_TRUE(dock->isVisible());
    }
}

TEST(LinkMouse, AClickOnTheWordsOfALineMeansTheLine) {
    ShownWindow window({1600, 900});
    window.controller().selectAndReveal(eventOf(window, "vogue-report"));
    ASSERT_EQ(window.controller().links()->labels.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto links = window.controller().links();
        window.click(links->labels[i].rect.center().toPoint());
        EXPECT_EQ(window.controller().currentLink(), links->arcs[links->labels[i].arc].ref);
    }
}

TEST(LinkMouse, AClickOnAFaintLineSelectsTheEventThatCarriesIt) {
    ShownWindow window({1600, 900});
    window->actions().allLinks->trigger();
    const model::EventIndex white = eventOf(window, "white-house-delegation");
    const auto at = pointOn(window, {white, 0});
    ASSERT_TRUE(at);
    window.click(*at);
    EXPECT_EQ(window.controller().selected(), white);
    EXPECT_EQ(window.controller().currentLink(), (LinkRef{white, 0}));
}

TEST(AllLinks, AreShownOnDemandFaintlyAndNothingIsThereWithout) {
    ShownWindow window({1600, 900});
    EXPECT_FALSE(window.controller().links());
    EXPECT_FALSE(window.controller().overlay().links);
    const QImage plain = window.picture();
    const auto scene = window.controller().scene();
    window->actions().allLinks->trigger();
    ASSERT_TRUE(window.controller().links());
    EXPECT_EQ(window.controller().scene(), scene); // none is built for them
    EXPECT_EQ(window.controller().links()->arcs.size(), 7U);
    EXPECT_NE(window.picture(), plain);
    EXPECT_TRUE(counts(window).isEmpty());
    window->actions().allLinks->trigger();
    EXPECT_FALSE(window.controller().links());
    EXPECT_EQ(window.picture(), plain);
}

TEST(AllLinks, AreRememberedByTheNextWindow) {
    QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    for (const bool shown : {false, true, false}) {
        ShownWindow window({1280, 800}, settings);
        EXPECT_EQ(window->actions().allLinks->isChecked(), shown);
        EXPECT_EQ(window.controller().links() != nullptr, shown);
        window->actions().allLinks->trigger();
        window->close();
    }
}

TEST(AllLinks, ThatFindNoRoomAreCountedInTheStatusLine) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::tangledStory(1000)));
    window->actions().allLinks->trigger();
    const layout::LinkCounts& left = window.controller().links()->counts;
    EXPECT_EQ(counts(window), layout::linkCountsInWords(left, window.controller().view().locale()));
    window->actions().allLinks->trigger();
    EXPECT_TRUE(counts(window).isEmpty());
    std::vector<std::string> dates(40, "2026-01-10"); // far too many for a small window
    std::vector<test::MadeLink> made;
    for (std::size_t i = 1; i < 40; ++i)
        for (std::size_t k = 0; k < 30; ++k)
            made.push_back({i, i - 1});
    ASSERT_TRUE(window.open(test::linkedStory(dates, made)));
    window->actions().allLinks->trigger();
    ASSERT_TRUE(window.controller().links());
    EXPECT_GT(window.controller().links()->counts.tooMany + window.controller().links()->counts.noRoom, 0U);
    EXPECT_FALSE(counts(window).isEmpty());
}

TEST(LinkWords, ThatFindNoRoomAreReadInTheTooltipOfTheNotice) {
    ShownWindow window({640, 480});
    std::vector<std::string> dates(20, "2026-01-10");
    std::vector<test::MadeLink> made;
    for (std::size_t i = 1; i < 20; ++i)
        made.push_back({0, i, "disputes"});
    ASSERT_TRUE(window.open(test::linkedStory(dates, made)));
    window.controller().select(0);
    const auto links = window.controller().links();
    ASSERT_TRUE(links);
    const auto* label = window->findChild<QLabel*>(QStringLiteral("linkCounts"));
    const QStringList wordless = layout::wordlessLinks(window.controller().view(), *links, 0);
    ASSERT_EQ(static_cast<std::size_t>(wordless.size()), links->counts.unlabelled);
    ASSERT_FALSE(wordless.isEmpty());
    EXPECT_TRUE(wordless.front().startsWith(QStringLiteral("disputes: Event ")));
    QTextDocument shown;
    shown.setHtml(label->toolTip());
    EXPECT_EQ(shown.toPlainText(), wordless.join(u'\n'));
    EXPECT_TRUE(label->text().contains(QStringLiteral("Related events")));
    window.controller().select(std::nullopt);
    EXPECT_TRUE(label->toolTip().isEmpty());
}

TEST(LinkWords, AreAskedForInTheDocumentOnlyWhereSomebodyCanShowThem) {
    ShownWindow window({1600, 900});
    const model::EventIndex vogue = eventOf(window, "vogue-report");
    window.controller().selectAndReveal(vogue);
    const QString ask = QStringLiteral("Show the words in the document");
    EXPECT_TRUE(test::buttonsWith(window->panel(), ask).empty());
    QSignalSpy asked(&window->panel(), &ui::EvidencePanel::basisRequested);
    const model::IncomingRelation first = window.controller().view().story().incoming(vogue)[0];
    const LinkRef ref{first.from, first.relation};
    window.doubleClick(*pointOn(window, ref));
    EXPECT_TRUE(asked.isEmpty());

    window->panel().setBasisAvailable(true);
    const auto buttons = test::buttonsWith(window->panel(), ask);
    const auto incoming = window.controller().view().story().incoming(vogue);
    ASSERT_EQ(buttons.size(), incoming.size());
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        buttons[i]->click();
        ASSERT_EQ(asked.size(), static_cast<qsizetype>(i) + 1);
        EXPECT_EQ(asked.last().at(0).value<model::EventIndex>(), incoming[i].from);
        EXPECT_EQ(asked.last().at(1).value<std::size_t>(), incoming[i].relation);
    }
    asked.clear();
    window.doubleClick(*pointOn(window, ref));
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.last().at(0).value<model::EventIndex>(), ref.from);
    window->panel().setBasisAvailable(false);
    EXPECT_TRUE(test::buttonsWith(window->panel(), ask).empty());
}

TEST(LinkPictures, PatternsAreToldApartWithoutColour) {
    std::set<std::vector<int>> patterns;
    for (int i = 0; i < layout::linkPatternCount; ++i) {
        QImage image(200, 9, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        ui::paintLinkSample(painter, {0, 4.5, 200, 4.5}, static_cast<layout::LinkPattern>(i), 1, ui::lightTheme());
        painter.end();
        std::vector<int> runs; // lengths of dashes and gaps by turns
        bool inked = false;
        int length = 0;
        for (int x = 0; x < image.width(); ++x) {
            const bool ink = qGray(image.pixel(x, 4)) < 150;
            if (ink == inked) {
                ++length;
                continue;
            }
            runs.push_back(std::exchange(length, 1));
            inked = ink;
        }
        runs.resize(std::min<std::size_t>(runs.size(), 9));
        patterns.insert(runs);
    }
    EXPECT_EQ(patterns.size(), static_cast<std::size_t>(layout::linkPatternCount));
}

class LinksInATheme : public testing::TestWithParam<ui::ThemeChoice> {};

TEST_P(LinksInATheme, StandOutFromTheGround) {
    ShownWindow window({1600, 900});
    window->setThemeChoice(GetParam());
    const ui::Theme& theme = window->theme();
    for (const QColor& ground : {theme.surface, theme.laneShade, theme.weekend, theme.weekendShade}) {
        EXPECT_GE(ui::contrast(theme.link, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(ui::contrast(theme.faintLink, ground), 3) << ground.name().toStdString();
        EXPECT_GT(ui::contrast(theme.link, ground), ui::contrast(theme.faintLink, ground));
    }
    // And they are where the layout says.
    const QImage plain = window.picture();
    window.controller().selectAndReveal(eventOf(window, "white-house-delegation"));
    const QImage linked = window.picture();
    ASSERT_EQ(window.controller().links()->arcs.size(), 1U);
    const auto& path = window.controller().links()->arcs[0].path;
    int inked = 0;
    int looked = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        for (double share = 0; share <= 1; share += 0.02) {
            const QPoint at = QLineF(path[i - 1], path[i]).pointAt(share).toPoint();
            ++looked;
            inked += linked.pixelColor(at) != plain.pixelColor(at) ? 1 : 0;
        }
    EXPECT_GT(inked, looked / 3) << "of " << looked; // dashes
    window->setThemeChoice(ui::ThemeChoice::System);
}

INSTANTIATE_TEST_SUITE_P(Links, LinksInATheme,
                         testing::Values(ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::HighContrast),
                         [](const auto& one) {
                             return one.param == ui::ThemeChoice::Light  ? "Light"
                                    : one.param == ui::ThemeChoice::Dark ? "Dark"
                                                                         : "HighContrast";
                         });
