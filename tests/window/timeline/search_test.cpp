// SPDX-License-Identifier: GPL-3.0-or-later
// Search and filters in the window, by keys and mouse, against the texts of the story.
#include "app/system/translation.h"
#include "app/view/search/empty_result.h"
#include "app/view/search/facet_pane.h"
#include "app/view/search/query_words.h"
#include "app/window/parts/actions.h"
#include "app/window/timeline/search_bar.h"
#include "tests/view/evidence/panel_probe.h"
#include "tests/window/timeline/navigated.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QTranslator>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

QLineEdit& field(ShownWindow& window) {
    return window->findChild<ui::SearchBar*>()->field();
}

QString countWords(ShownWindow& window) {
    return window->findChild<ui::SearchBar*>()->countWords();
}

void type(ShownWindow& window, const QString& text) {
    window->actions().find->trigger();
    QTest::keyClicks(&field(window), text);
}

std::vector<model::EventIndex> shown(ShownWindow& window) {
    const auto events = window.controller().view().events();
    return {events.begin(), events.end()};
}

/// Every text of an event that is searched, one to a line.
QString textsOf(const model::Story& story, model::EventIndex event) {
    QStringList texts{test::text(story.title(event)), test::text(story.summary(event)),
                      test::text(story.actors()[story.actor(event)].name)};
    for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
        const model::Quote quote = story.quote(event, i);
        const model::Source& source = story.sources()[quote.source];
        texts << test::text(quote.exact) << test::text(source.publisher)
              << test::text(source.headline.value_or(std::string_view()));
        if (quote.speaker)
            texts << test::text(story.actors()[*quote.speaker].name);
    }
    return texts.join(u'\n');
}

std::vector<model::EventIndex> having(const model::Story& story, const QStringList& words) {
    std::vector<model::EventIndex> events;
    for (model::EventIndex event = 0; event < story.eventCount(); ++event)
        if (std::all_of(words.begin(), words.end(),
                        [&](const QString& word) { return textsOf(story, event).contains(word, Qt::CaseInsensitive); }))
            events.push_back(event);
    return events;
}

QCheckBox* boxWith(ShownWindow& window, const QString& words) {
    for (QCheckBox* box : test::filtersOf(window).findChildren<QCheckBox*>())
        if (box->accessibleName().startsWith(words) && box->isVisible())
            return box;
    ADD_FAILURE() << "no box " << words.toStdString();
    return nullptr;
}

void clickBox(ShownWindow& window, const QString& words) {
    if (QCheckBox* box = boxWith(window, words))
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
}

QWidget& emptyResult(ShownWindow& window) {
    return *window->findChild<ui::EmptyResult*>();
}

QPushButton* buttonOf(QWidget& parent, const QString& words) {
    for (QPushButton* button : parent.findChildren<QPushButton*>())
        if (button->isVisible() && button->accessibleName().contains(words))
            return button;
    ADD_FAILURE() << "no button " << words.toStdString();
    return nullptr;
}

/// The words on the ground of hits in the panel.
QStringList markedInPanel(ShownWindow& window) {
    QStringList words;
    for (ui::TextBlock* text : test::blocksOf(window->panel()))
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); !part.atEnd(); ++part)
                if (part.fragment().charFormat().background() == QBrush(window->theme().hitFill))
                    words.append(part.fragment().text());
    return words;
}

/// One event for each title, a day apart, each with a quote.
model::Story storyOfTitles(const std::vector<std::string>& titles, const std::string& quoted = "words") {
    test::SmallStory made;
    std::vector<std::string> ids;
    std::vector<std::string> dates;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        ids.push_back(std::to_string(i));
        dates.push_back(std::string("2026-01-").append(std::to_string(10 + i)));
    }
    made.events.clear();
    made.source.publisher = "Publisher";
    for (std::size_t i = 0; i < titles.size(); ++i) {
        model::EventInput event = test::plainEvent(ids[i]);
        event.title = titles[i];
        event.when = dates[i];
        event.quotes = {test::plainQuote(quoted)};
        made.events.push_back(event);
    }
    return made.view().story();
}

} // namespace

/// With "1 event" and "15 events", as in the program.
struct Search : testing::Test {
    static void SetUpTestSuite() { ui::installTranslation(*QCoreApplication::instance()); }
    static void TearDownTestSuite() {
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    }
};

TEST_F(Search, FiltersWhileTypingOverAllTextsAndCounts) {
    ShownWindow window;
    const model::Story story = window.controller().view().story();
    EXPECT_EQ(countWords(window), QStringLiteral("15 events"));
    type(window, QString());
    QString typed;
    for (const QChar letter : QStringLiteral("Milan ice")) {
        QTest::keyClick(&field(window), letter.toLatin1());
        typed += letter;
        const auto expected = having(story, typed.simplified().split(u' ', Qt::SkipEmptyParts));
        EXPECT_EQ(shown(window), expected) << typed.toStdString();
        EXPECT_EQ(countWords(window), QStringLiteral("%1 of 15 events").arg(expected.size()));
        EXPECT_EQ(window.scene().counts.inRange, expected.size());
    }
    EXPECT_EQ(field(window).text(), QStringLiteral("Milan ice"));
}

TEST_F(Search, EscapeClearsTheFieldAndThenLeavesIt) {
    ShownWindow window;
    window.controller().select(3);
    QTest::keyClick(&*window, Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(field(window).hasFocus());
    QTest::keyClicks(&field(window), QStringLiteral("sala"));
    QTest::keyClick(&field(window), Qt::Key_Escape);
    EXPECT_TRUE(field(window).text().isEmpty());
    EXPECT_EQ(shown(window).size(), 15U);
    EXPECT_TRUE(field(window).hasFocus());
    QTest::keyClick(&field(window), Qt::Key_Escape);
    EXPECT_TRUE(window->pane().timeline().hasFocus());
    EXPECT_EQ(window.controller().selected(), 3U); // Escape was the field's
}

TEST_F(Search, LettersThatAreCommandsElsewhereAreTextInTheField) {
    ShownWindow window;
    const layout::TimeWindow before = window.controller().state().window;
    const bool legend = window->actions().legend->isChecked();
    type(window, QStringLiteral("fw 0 l"));
    EXPECT_EQ(field(window).text(), QStringLiteral("fw 0 l"));
    EXPECT_EQ(window.controller().state().window, before);
    EXPECT_EQ(window->actions().legend->isChecked(), legend);
}

TEST_F(Search, F3StepsThroughTheEventsFoundInOrderAndGoesRound) {
    ShownWindow window;
    type(window, QStringLiteral("milan"));
    const auto events = shown(window);
    ASSERT_GE(events.size(), 2U);
    for (std::size_t round = 0; round < 2; ++round)
        for (const model::EventIndex event : events) {
            QTest::keyClick(&field(window), Qt::Key_F3);
            EXPECT_EQ(window.controller().selected(), event);
        }
    QTest::keyClick(&field(window), Qt::Key_Return);
    EXPECT_EQ(window.controller().selected(), events.front());
    bool said = false;
    for (const QLabel* label : window->findChildren<QLabel*>())
        said = said || label->text() == QStringLiteral("That was the last event found; this is the first");
    EXPECT_TRUE(said);
    QTest::keyClick(&field(window), Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(window.controller().selected(), events.back());
    EXPECT_EQ(shown(window), events); // stepping never clears the search
}

TEST_F(Search, SteppingFromAnEventThatIsLeftOutGoesToTheNextOneFound) {
    ShownWindow window;
    const auto events = having(window.controller().view().story(), {QStringLiteral("milan")});
    ASSERT_GE(events.size(), 2U);
    for (model::EventIndex from = 0; from < events.back(); ++from) {
        window->filter().clear();
        window.controller().select(from);
        type(window, QStringLiteral("milan"));
        QTest::keyClick(&field(window), Qt::Key_F3);
        EXPECT_EQ(window.controller().selected(), *std::upper_bound(events.begin(), events.end(), from));
    }
}

TEST_F(Search, FacetsFilterByMouseAndTheirCountsFollowTheOthers) {
    ShownWindow window;
    const model::Story story = window.controller().view().story();
    EXPECT_FALSE(test::filtersOf(window).isVisible());
    test::filtersOf(window).toggleViewAction()->trigger();
    ASSERT_TRUE(test::filtersOf(window).isVisible());
    clickBox(window, QStringLiteral("Statement"));
    std::size_t statements = 0;
    for (const model::EventIndex event : shown(window)) {
        EXPECT_EQ(story.kind(event), model::EventKind::Statement);
        ++statements;
    }
    ASSERT_GT(statements, 0U);
    EXPECT_EQ(countWords(window), QStringLiteral("%1 of 15 events").arg(statements));
    for (std::uint32_t lane = 0; lane < story.lanes().size(); ++lane) {
        std::size_t expected = 0;
        for (const model::EventIndex event : shown(window))
            expected += story.lane(event) == lane ? 1 : 0;
        const QString words =
            QStringLiteral("%1 (%2)").arg(ui::facetValueName(story, model::Facet::Lane, lane)).arg(expected);
        EXPECT_NE(boxWith(window, words), nullptr);
    }
    clickBox(window, QStringLiteral("Report")); // choices within a facet are alternatives
    std::size_t both = 0;
    for (model::EventIndex event = 0; event < story.eventCount(); ++event)
        both += story.kind(event) == model::EventKind::Statement || story.kind(event) == model::EventKind::Report;
    EXPECT_EQ(shown(window).size(), both);
    QTest::mouseClick(buttonOf(test::filtersOf(window), QStringLiteral("Clear Kind")), Qt::LeftButton);
    EXPECT_EQ(shown(window).size(), 15U);
    EXPECT_FALSE(boxWith(window, QStringLiteral("Statement"))->isChecked());
}

TEST_F(Search, OneClickClearsWordsAndFilters) {
    ShownWindow window;
    auto* clear = window->findChild<QToolButton*>(QStringLiteral("clearSearch"));
    EXPECT_FALSE(clear->isVisible());
    model::EventQuery query{QStringLiteral("ice"), {}};
    query.of(model::Facet::Status) = {0};
    window->filter().setQuery(query);
    EXPECT_EQ(field(window).text(), QStringLiteral("ice"));
    EXPECT_LT(shown(window).size(), 15U);
    ASSERT_TRUE(QTest::qWaitFor([&] { return clear->isVisible(); })); // the bar makes room first
    QTest::mouseClick(clear, Qt::LeftButton);
    EXPECT_TRUE(window->filter().query().isEmpty());
    EXPECT_TRUE(field(window).text().isEmpty());
    EXPECT_EQ(shown(window).size(), 15U);
    EXPECT_FALSE(window.controller().view().isFiltered());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !clear->isVisible(); }));
}

TEST_F(Search, AnEmptyResultSaysWhatToLoosenAndEachButtonDoesJustThat) {
    ShownWindow window;
    const model::Story story = window.controller().view().story();
    EXPECT_FALSE(emptyResult(window).isVisible());
    model::EventQuery query{QStringLiteral("sala"), {}};
    query.of(model::Facet::Kind) = {static_cast<std::uint32_t>(model::EventKind::Date)};
    const std::size_t withWords = having(story, {QStringLiteral("sala")}).size();
    window->filter().setQuery(query);
    ASSERT_TRUE(shown(window).empty());
    ASSERT_TRUE(emptyResult(window).isVisible());
    EXPECT_TRUE(window->pane().timeline().rect().contains(emptyResult(window).geometry()));
    EXPECT_EQ(emptyResult(window).findChild<QLabel*>()->text(), QStringLiteral("No event meets all of this."));
    QTest::mouseClick(buttonOf(emptyResult(window), QStringLiteral("Without Kind: %1 event").arg(withWords)),
                      Qt::LeftButton);
    EXPECT_EQ(window->filter().query(), (model::EventQuery{QStringLiteral("sala"), {}}));
    EXPECT_EQ(shown(window).size(), withWords);
    EXPECT_FALSE(emptyResult(window).isVisible());
    window->filter().setQuery(query);
    QTest::mouseClick(buttonOf(emptyResult(window), QStringLiteral("Without “sala”")), Qt::LeftButton);
    EXPECT_TRUE(field(window).text().isEmpty());
    for (const model::EventIndex event : shown(window))
        EXPECT_EQ(story.kind(event), model::EventKind::Date);
    window->filter().setQuery({QStringLiteral("no such word"), {}});
    QTest::mouseClick(buttonOf(emptyResult(window), QStringLiteral("Clear everything: 15 events")), Qt::LeftButton);
    EXPECT_EQ(shown(window).size(), 15U);
}

TEST_F(Search, MarksLieUnderTheWordsOfLabelsAndUnderLabelsFoundByOtherTexts) {
    ShownWindow window;
    type(window, QStringLiteral("milan"));
    const layout::Scene& scene = window.scene();
    const layout::HitMarks& hits = window.controller().overlay().hits;
    std::size_t words = 0;
    std::size_t elsewhere = 0;
    for (const layout::Label& label : scene.labels) {
        bool inTitle = false;
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i) {
            const layout::Text& text = scene.texts[i];
            if (text.font == layout::FontRole::Date)
                continue;
            for (qsizetype at = text.text.indexOf(QStringLiteral("milan"), 0, Qt::CaseInsensitive); at >= 0;
                 at = text.text.indexOf(QStringLiteral("milan"), at + 1, Qt::CaseInsensitive)) {
                const double left = window.controller().measurer().width(text.text.left(at), text.font);
                const double width = window.controller().measurer().width(text.text.mid(at, 5), text.font);
                ASSERT_LT(words, hits.words.size());
                EXPECT_NEAR(hits.words[words].left(), text.baseline.x() + left, 2);
                EXPECT_NEAR(hits.words[words].width(), width, 3);
                EXPECT_TRUE(label.rect.adjusted(-2, -2, 2, 2).contains(hits.words[words]));
                ++words;
                inTitle = true;
            }
        }
        elsewhere += inTitle ? 0 : 1;
    }
    EXPECT_EQ(hits.words.size(), words);
    EXPECT_EQ(hits.elsewhere.size(), elsewhere);
    EXPECT_GT(words, 0U);
    const QImage picture = window.picture();
    const QRectF first = hits.words.front();
    EXPECT_EQ(picture.pixelColor((first.topLeft() + QPointF(3, 1)).toPoint()), window->theme().hitFill);
    window->filter().clear();
    EXPECT_EQ(window.controller().overlay().hits, layout::HitMarks());
}

TEST_F(Search, MarksWordsInsideTheQuoteTitleAndSummaryAndNothingElse) {
    ShownWindow window;
    const auto sala = *window.controller().view().story().find("sala-statement");
    window.controller().selectAndReveal(sala);
    EXPECT_TRUE(markedInPanel(window).isEmpty());
    type(window, QStringLiteral("MILAN"));
    const QStringList marked = markedInPanel(window);
    EXPECT_FALSE(marked.isEmpty());
    for (const QString& words : marked)
        EXPECT_EQ(words.toLower(), QStringLiteral("milan"));
    window->filter().clear();
    EXPECT_TRUE(markedInPanel(window).isEmpty());
}

TEST_F(Search, FindsAndMarksTextOfAllScripts) {
    ShownWindow window;
    ASSERT_TRUE(window.open(storyOfTitles({"Ο Δήμαρχος μίλησε", "Министр сказал", "İstanbul'da toplantı",
                                           "قال محمد أمس", "Cafe\u0301 closed", "Plain words"})));
    const std::vector<std::pair<QString, model::EventIndex>> cases{
        {QStringLiteral("ΔΉΜΑΡΧΟΣ"), 0}, {QStringLiteral("МИНИСТР"), 1}, {QStringLiteral("istanbul"), 2},
        {QStringLiteral("محمد"), 3},     {QStringLiteral("CAFÉ"), 4},    {QStringLiteral("plain"), 5}};
    for (const auto& [word, event] : cases) {
        window->filter().setQuery({word, {}});
        EXPECT_EQ(shown(window), std::vector<model::EventIndex>{event}) << word.toStdString();
        EXPECT_EQ(window.controller().overlay().hits.words.size(), 1U) << word.toStdString();
        EXPECT_EQ(countWords(window), QStringLiteral("1 of 6 events"));
    }
}

TEST_F(Search, InArabicTheMarkLiesWhereTheWordIsDrawn) {
    const ui::Fonts fonts(1);
    const ui::FontMeasurer measurer(fonts);
    const QString text = QStringLiteral("قال محمد أمس");
    const auto [left, right] = measurer.edges(text, 0, 3, layout::FontRole::Label); // the first word
    const double whole = measurer.width(text, layout::FontRole::Label);
    EXPECT_NEAR(right, whole, 2); // stands at the right
    EXPECT_GT(left, whole / 2);
    EXPECT_NEAR(right - left, measurer.width(text.left(3), layout::FontRole::Label), 3);
}

TEST_F(Search, AnEventThatIsLeftOutIsShownWhenItIsAskedForAndTheWindowSaysSo) {
    ShownWindow window;
    type(window, QStringLiteral("sala"));
    const auto events = shown(window);
    const model::EventIndex hidden = events.front() == 0 ? events.back() + 1 : 0;
    ASSERT_FALSE(window.controller().view().shows(hidden));
    window.controller().selectAndReveal(hidden);
    EXPECT_EQ(window.controller().selected(), hidden);
    EXPECT_TRUE(window->filter().query().isEmpty());
    EXPECT_TRUE(field(window).text().isEmpty());
    EXPECT_EQ(shown(window).size(), 15U);
}

TEST_F(Search, AnotherStoryStartsWithoutAQueryAndWithFacetsOfItsOwn) {
    ShownWindow window;
    type(window, QStringLiteral("sala"));
    ASSERT_TRUE(window.open(storyOfTitles({"One", "Two"})));
    EXPECT_TRUE(window->filter().query().isEmpty());
    EXPECT_EQ(countWords(window), QStringLiteral("2 events"));
    test::filtersOf(window).show();
    EXPECT_NE(boxWith(window, QStringLiteral("Report (2)")), nullptr);
    type(window, QStringLiteral("two"));
    EXPECT_EQ(shown(window), std::vector<model::EventIndex>{1});
}

TEST_F(Search, ALargeStoryIsSearchedOnAnotherThreadAndTheLastQuestionIsAnswered) {
    ShownWindow window;
    constexpr int count = static_cast<int>(ui::EventFilter::mostAtOnce) + 500;
    ASSERT_TRUE(window.open(test::crowdedStory(count)));
    type(window, QStringLiteral("number 2050"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window->filter().isSearching(); }, 30000));
    const auto expected =
        having(window.controller().view().story(), {QStringLiteral("number"), QStringLiteral("2050")});
    EXPECT_EQ(shown(window), expected);
    EXPECT_GT(expected.size(), 0U);
    window->filter().clear();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window->filter().isSearching(); }, 30000));
    EXPECT_EQ(shown(window).size(), static_cast<std::size_t>(count));
}

TEST_F(Search, AStepThatWaitedForAnAnswerIsForgottenWithItsQuestion) {
    ShownWindow window;
    ASSERT_TRUE(window.open(test::crowdedStory(static_cast<int>(ui::EventFilter::mostAtOnce) + 500)));
    type(window, QStringLiteral("number 2050"));
    QTest::keyClick(&field(window), Qt::Key_Return);
    window->filter().clear();
    window->pane().timeline().setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window->filter().isSearching(); }, 30000));
    EXPECT_EQ(window.controller().selected(), std::nullopt);
    EXPECT_TRUE(window->pane().timeline().hasFocus());
}

TEST_F(Search, FewEventsWithVeryMuchTextAreSearchedOnAnotherThreadToo) {
    ShownWindow window;
    const std::string book(600'000, 'x');
    ASSERT_TRUE(window.open(storyOfTitles({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"}, book)));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window->filter().isSearching(); }, 30000));
    window->filter().setQuery({QStringLiteral("seven"), {}});
    EXPECT_TRUE(window->filter().isSearching());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window->filter().isSearching(); }, 30000));
    EXPECT_EQ(shown(window), std::vector<model::EventIndex>{6});
}

TEST_F(Search, ABookThatIsPastedIntoTheFieldIsCutToASentence) {
    ShownWindow window;
    QApplication::clipboard()->setText(QStringLiteral("sala ").repeated(10'000));
    window->actions().find->trigger();
    field(window).paste();
    EXPECT_EQ(window->filter().query().text.size(), 256);
    EXPECT_EQ(window->filter().query().text, field(window).text());
}
