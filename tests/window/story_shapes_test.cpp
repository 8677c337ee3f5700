// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/grouping.h"
#include "app/content/words/display_text.h"
#include "app/layout/checks/scene_invariants.h"
#include "app/view/pages/text_block.h"
#include "app/window/parts/actions.h"
#include "model/story/story_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/message_guard.h"
#include "tests/window/window_probe.h"
#include <QApplication>
#include <QLabel>
#include <QStatusBar>
#include <algorithm>
#include <gtest/gtest.h>

/// Stories that no person would write, and some that people do, opened in the real window.
using namespace quoteline;
using test::ShownWindow;

namespace {

/// A field with markup, marks of shortcuts, placeholders, and what changes the direction of text.
const char* const hostile = "<b>bold</b> <img src=\"file:///etc/passwd\"> &amp; & %1 %n {0} \xE2\x80\xAE"
                            "abc\xE2\x80\xAC \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D e\xCC\x81";

/// A story with that in every field a person can see.
model::Story hostileStory() {
    model::StoryBuilder builder;
    model::StoryInput about;
    about.title = hostile;
    about.summary = hostile;
    builder.setStory(about);
    model::Lane lane;
    lane.id = "lane";
    lane.name = hostile;
    builder.addLane(lane);
    model::Actor actor;
    actor.id = "actor";
    actor.name = hostile;
    actor.role = hostile;
    builder.addActor(actor);
    model::Source source;
    source.id = "source";
    source.publisher = hostile;
    source.headline = hostile;
    source.dateNote = hostile;
    builder.addSource(source);
    model::QuoteInput quote;
    quote.source = "source";
    quote.exact = hostile;
    quote.prefix = hostile;
    quote.suffix = hostile;
    quote.via = hostile;
    quote.note = hostile;
    for (const char* const id : {"one", "two"}) {
        model::EventInput event;
        event.id = id;
        event.title = hostile;
        event.lane = "lane";
        event.actor = "actor";
        event.when = id == std::string("one") ? "2026-01-27" : "2026-02-03";
        event.whenBasis = hostile;
        event.summary = hostile;
        event.quotes.push_back(quote);
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story.has_value());
    return story.value_or(model::Story());
}

model::Story titledStory(const std::vector<std::string>& titles) {
    std::vector<test::MadeEvent> events;
    for (const std::string& title : titles)
        events.push_back({"2026-01-" + std::to_string(10 + events.size()), title});
    return test::madeStory(events);
}

model::Story scripts() {
    return titledStory({"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D",
                        "\xD8\xA7\xD9\x84\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 2026 abc",
                        "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84 combining",
                        "\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x8C\xE4\xB8\x96\xE7\x95\x8C",
                        "\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87",
                        "\xF0\x9F\x87\xAE\xF0\x9F\x87\xB9 flags \xF0\x9F\x91\xA9\xE2\x80\x8D"
                        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"});
}

/// Those of the layout and these two.
std::vector<std::string> shapeNames() {
    std::vector<std::string> names = test::layoutStoryNames();
    names.insert(names.end(), {"HostileFields", "Scripts"});
    return names;
}

model::Story shape(std::size_t place) {
    const std::size_t others = test::layoutStoryNames().size();
    if (place < others)
        return test::layoutStory(place).story;
    return place == others ? hostileStory() : scripts();
}

/// Everything the panel says in its texts.
QString wordsOf(const ui::EvidencePanel& panel) {
    QString words;
    for (const ui::TextBlock* block : panel.findChildren<ui::TextBlock*>())
        words += block->toPlainText() + u'\n';
    return words;
}

class StoryShape : public testing::TestWithParam<std::size_t> {
protected:
    // Not every machine has a font for every script.
    void SetUp() override { test::allowMessages(QRegularExpression(QStringLiteral("OpenType support missing"))); }
    const model::Story story = shape(GetParam());
};

void expectSound(ShownWindow& window, const std::string& where) {
    const ui::ViewController& controller = window.controller();
    for (const QString& violation :
         layout::violations(*controller.scene(), controller.view(), controller.packing(), controller.measurer()))
        ADD_FAILURE() << where << ": " << violation.toStdString();
    EXPECT_FALSE(window.picture().isNull());
}

} // namespace

TEST_P(StoryShape, OpensAndKeepsItsPromisesAtEveryZoomAndGrouping) {
    ShownWindow window;
    ASSERT_TRUE(window.open(story));
    expectSound(window, "as opened");
    EXPECT_EQ(window.controller().view().story(), story);
    for (int step = 0; step < 60; ++step)
        window.key(Qt::Key_Plus);
    expectSound(window, "zoomed in to the limit");
    window.key(Qt::Key_Home);
    window.wheel(window.scene().frame.plot.center(), {0, 8}, Qt::ControlModifier);
    expectSound(window, "zoomed in by the wheel");
    for (QAction* grouping : window->actions().groupings) {
        grouping->trigger();
        expectSound(window, grouping->text().toStdString());
    }
    window->actions().collapseLanes->trigger();
    expectSound(window, "collapsed");
    window->actions().fitLanes->trigger();
    window->setTextScale(2);
    expectSound(window, "at twice the text size");
    window->resize(420, 300);
    QApplication::processEvents();
    expectSound(window, "in a small window");
}

TEST_P(StoryShape, ShowsTheTextOfItsEventsLiterally) {
    ShownWindow window;
    ASSERT_TRUE(window.open(story));
    const std::size_t stride = std::max<std::size_t>(1, story.eventCount() / 8);
    for (std::size_t i = 0; i < story.eventCount(); i += stride) {
        const auto event = static_cast<model::EventIndex>(i);
        window.controller().selectAndReveal(event);
        ASSERT_EQ(window->panel().shownEvent(), event);
        const QString title = layout::displayText(story.title(event)).left(200).simplified();
        EXPECT_TRUE(wordsOf(window->panel()).simplified().contains(title)) << story.title(event).substr(0, 200);
        const auto& callouts = window.controller().overlay().callouts;
        const bool calledOut = std::any_of(callouts.begin(), callouts.end(),
                                           [&](const layout::Callout& callout) { return callout.event == event; });
        EXPECT_TRUE(calledOut || !layout::coverOf(window.scene(), event).isEmpty()) << i;
    }
    EXPECT_TRUE(window->windowTitle().endsWith(QStringLiteral("Quoteline")));
    // No label guesses that a text is HTML.
    for (const QLabel* label : window->findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
}

TEST_P(StoryShape, StepsThroughAllItsEventsByKey) {
    ShownWindow window;
    ASSERT_TRUE(window.open(story));
    window.key(Qt::Key_Home); // from the first event in view
    const std::size_t steps = std::min<std::size_t>(story.eventCount(), 60);
    for (std::size_t i = 0; i < steps; ++i) {
        window.key(Qt::Key_Right);
        ASSERT_EQ(window.controller().selected(), std::optional(static_cast<model::EventIndex>(i)));
    }
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Each, StoryShape, testing::Range(std::size_t{0}, shapeNames().size()),
                         [](const auto& shape) { return shapeNames()[shape.param]; });
