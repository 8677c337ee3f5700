// SPDX-License-Identifier: GPL-3.0-or-later
// The pane of filters in the window: its order, by keys and by counts, and its colours.
#include "app/view/search/event_filter.h"
#include "app/view/search/facet_pane.h"
#include "app/window/parts/actions.h"
#include "model/story/story_builder.h"
#include "tests/window/timeline/navigated.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QRegularExpression>
#include <algorithm>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

TEST(Filters, TabGoesThroughTheFiltersAsTheyStandBelowEachOther) {
    ShownWindow window({1280, 900});
    test::filtersOf(window).show();
    model::EventQuery query;
    query.of(model::Facet::Kind) = {1};
    window->filter().setQuery(query); // now there is something to clear
    QCoreApplication::processEvents();
    std::vector<QAbstractButton*> expected;
    for (QAbstractButton* button : test::filtersOf(window).widget()->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->isEnabled())
            expected.push_back(button);
    const auto place = [](const QWidget* widget) {
        const QPoint centre = widget->mapToGlobal(widget->rect().center());
        return std::pair(centre.y(), centre.x());
    };
    std::sort(expected.begin(), expected.end(), [&](auto* a, auto* b) { return place(a) < place(b); });
    ASSERT_GT(expected.size(), 12U);
    expected.front()->setFocus();
    for (std::size_t i = 1; i < expected.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        ASSERT_EQ(QApplication::focusWidget(), expected[i]) << i << ": " << expected[i]->text().toStdString();
    }
}

TEST(Filters, ValuesOfNoEventArePaleInEveryTheme) {
    ShownWindow window;
    test::filtersOf(window).show();
    window->filter().setQuery({QStringLiteral("sala"), {}});
    for (QAction* theme : {window->actions().lightTheme, window->actions().darkTheme, window->actions().lightTheme}) {
        theme->trigger();
        QCoreApplication::processEvents();
        const QPalette palette = QApplication::palette();
        ASSERT_NE(palette.color(QPalette::Disabled, QPalette::WindowText), palette.color(QPalette::WindowText));
        std::size_t pale = 0;
        for (QCheckBox* box : test::filtersOf(window).findChildren<QCheckBox*>()) {
            const bool none = box->accessibleName().endsWith(QStringLiteral("(0)"));
            pale += none ? 1 : 0;
            EXPECT_EQ(box->palette().color(QPalette::WindowText),
                      palette.color(none ? QPalette::Disabled : QPalette::Normal, QPalette::WindowText))
                << box->accessibleName().toStdString();
        }
        EXPECT_GT(pale, 0U);
    }
}

TEST(Filters, FacetsStandByHowOftenTheirValuesOccurEvenWhereAQuestionCameFirst) {
    constexpr std::size_t actors = 12;
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = "Many actors";
    builder.setStory(head);
    model::Lane lane;
    lane.id = "lane";
    lane.name = "Lane";
    builder.addLane(lane);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < actors; ++i)
        names.push_back(std::to_string(i).append(" actor"));
    for (const std::string& name : names) {
        model::Actor actor;
        actor.id = name;
        actor.name = name;
        builder.addActor(actor);
    }
    // The later the actor, the more events; the earlier, the more of them are rare.
    const std::size_t count = ui::EventFilter::mostAtOnce + 2000;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.push_back(std::to_string(i));
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t slot = i % (actors * (actors + 1) / 2); // one of actor 0, two of actor 1 ...
        std::size_t actor = 0;
        while ((actor + 1) * (actor + 2) / 2 <= slot)
            ++actor;
        const bool rare = i < count / 2 && slot == actor * (actor + 1) / 2 && i / 78 % actors >= actor;
        model::EventInput event;
        event.id = ids[i];
        event.title = rare ? "Something rare" : "Something";
        event.lane = "lane";
        event.actor = names[actor];
        event.when = "2026-01-27";
        event.whenBasis = "Made for a test.";
        builder.addEvent(event);
    }
    const auto story = builder.build();
    ASSERT_TRUE(story.has_value());

    ShownWindow window;
    test::filtersOf(window).show();
    const auto listed = [&] {
        QCoreApplication::processEvents(); // new boxes become visible
        std::vector<int> counts;
        static const QRegularExpression ofActor(QStringLiteral("^\\d+ actor \\(([\\d,]+)\\)$"));
        for (const QCheckBox* box : test::filtersOf(window).findChildren<QCheckBox*>())
            if (const auto match = ofActor.match(box->accessibleName()); match.hasMatch() && !box->isHidden())
                counts.push_back(match.captured(1).remove(u',').toInt());
        return counts;
    };
    const auto answered = [&] { return !window->filter().isSearching(); };
    QObject::connect(&window->filter(), &ui::EventFilter::storyReplaced, &*window, [&] {
        window->filter().setQuery({QStringLiteral("rare"), {}});
    });
    ASSERT_TRUE(window.open(*story));
    ASSERT_TRUE(QTest::qWaitFor(answered, 30000));
    ASSERT_FALSE(window->filter().query().isEmpty());
    EXPECT_EQ(listed().size(), ui::FacetList::shownAtFirst);
    window->filter().clear();
    ASSERT_TRUE(QTest::qWaitFor(answered, 30000));
    const std::vector<int> counts = listed();
    ASSERT_EQ(counts.size(), ui::FacetList::shownAtFirst);
    EXPECT_TRUE(std::is_sorted(counts.rbegin(), counts.rend()));
    EXPECT_GT(counts.back(), 0);
    EXPECT_NEAR(counts.front(), static_cast<double>(count) * 12 / 78, 12);
}
