// SPDX-License-Identifier: GPL-3.0-or-later
// Words and numbers of the program beside a story that is written from right to left, as the eye meets them.
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/export/data/story_export.h"
#include "app/layout/links/link_words.h"
#include "app/layout/scene/scene_builder.h"
#include "app/view/timeline/timeline_words.h"
#include "tests/support/fixed_measurer.h"
#include "tests/window/window_probe.h"

#include <QGlyphRun>
#include <QTextLayout>
#include <algorithm>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

struct Tongue {
    const char* language;
    const char* title; ///< with a number at its start, which a sentence around it would take for its own
    const char* lane;
};
// Hebrew has European digits, Arabic its own.
constexpr Tongue tongues[] = {{"he", "5 דוחות על המים", "העיר 2"}, {"ar", "5 تقارير عن الماء", "المدينة 2"}};

model::Story storyIn(const Tongue& tongue) {
    model::StoryBuilder builder;
    model::StoryInput input;
    input.language = tongue.language;
    input.title = tongue.title;
    builder.setStory(input);
    builder.addLane({"l", tongue.lane, {}});
    builder.addActor({"a", tongue.lane, "", {}});
    model::Source source;
    source.id = "s";
    source.publisher = tongue.lane;
    source.datePublished = "2026-03-02";
    builder.addSource(source);
    const char* const dates[] = {"2026-01-05", "[2026-01-24..2026-01-28]", "2026-01-25/2026-02-03", "2026-02-20",
                                 "2026-03-01"};
    for (std::size_t i = 0; i < std::size(dates); ++i) {
        const std::string id = std::to_string(i);
        model::EventInput event;
        event.id = id;
        event.title = tongue.title;
        event.lane = "l";
        event.actor = "a";
        event.when = dates[i];
        event.whenBasis = "as written";
        if (i == 0)
            event.relations.push_back({"disputes", "1", tongue.title, true, {}});
        model::QuoteInput quote;
        quote.source = "s";
        quote.exact = tongue.title;
        event.quotes.push_back(quote);
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story);
    return story ? *std::move(story) : model::Story();
}

/// A line of text from its left end to its right one, without what is not seen.
QString seen(const QString& text) {
    QTextLayout layout(text);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    std::vector<std::pair<double, QChar>> placed;
    for (int i = 0; i < static_cast<int>(text.size()); ++i) {
        const QList<QGlyphRun> runs = line.glyphRuns(i, 1);
        if (text[i].category() != QChar::Other_Format && !runs.isEmpty() && !runs.front().positions().isEmpty())
            placed.emplace_back(runs.front().positions().front().x(), text[i]);
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QString words;
    for (const auto& [x, character] : placed)
        words += character;
    return words;
}

/// Whether these words are seen in this order, whatever stands between them.
void expectSeen(const QString& text, const QStringList& words) {
    const QString line = seen(text);
    qsizetype at = 0;
    for (const QString& word : words) {
        const qsizetype found = line.indexOf(word, at);
        EXPECT_GE(found, 0) << word.toStdString() << " in " << line.toStdString();
        at = std::max(at, found + word.size());
    }
}

class RightToLeft : public testing::TestWithParam<std::size_t> {
protected:
    const Tongue& tongue() const { return tongues[GetParam()]; }
    QString title() const { return seen(QString::fromUtf8(tongue().title)); }
    QString lane() const { return seen(QString::fromUtf8(tongue().lane)); }
    QString number(std::size_t count) const {
        return QLocale(QString::fromLatin1(tongue().language)).toString(static_cast<qulonglong>(count));
    }
};

} // namespace

TEST(Isolated, IsOnlyWhatHoldsLettersOrDigitsFromRightToLeft) {
    for (const char16_t* text : {u"", u"Title 5", u"città – 24", u"水質", u"🚨"})
        EXPECT_EQ(layout::isolated(QString::fromUtf16(text)), QString::fromUtf16(text));
    for (const char16_t* text : {u"דוח", u"5 תقرير", u"٥", u"\U0001E900"}) {
        const QString isolated = layout::isolated(QString::fromUtf16(text));
        EXPECT_EQ(isolated, QChar(0x2068) + QString::fromUtf16(text) + QChar(0x2069));
        EXPECT_EQ(layout::withoutIsolates(isolated), QString::fromUtf16(text));
    }
}

TEST_P(RightToLeft, TheWindowKeepsItsOwnWordsInOrder) {
    ShownWindow window;
    ASSERT_TRUE(window.open(storyIn(tongue())));
    expectSeen(window->windowTitle(), {title(), QStringLiteral(" – Quoteline")});
    const layout::StoryView& view = window.controller().view();
    expectSeen(ui::TimelineWords::event(view, 1), {title(), QStringLiteral("(between "), QStringLiteral(" and "),
                                                   QStringLiteral("; "), lane(), QStringLiteral(")")});
    expectSeen(ui::TimelineWords::lane(view, view.lanes().front()),
               {lane(), QStringLiteral(": ") + number(5) + QStringLiteral(" event")});
    const layout::EdgeCount edge{{}, {}, 0, 1, 3, true};
    expectSeen(ui::TimelineWords::edgeCount(view, edge),
               {number(3) + QStringLiteral(" later event"), QStringLiteral(" in this lane; the next: "), title(),
                QStringLiteral(" (between ")});
    expectSeen(layout::linkSentence(view, {0, 0}),
               {title(), QStringLiteral(" disputes "), title(), QStringLiteral(": ")});
}

TEST_P(RightToLeft, TheChartKeepsItsOwnWordsInOrder) {
    const layout::StoryView view(storyIn(tongue()));
    layout::TimeWindow window = view.extent();
    window.start += window.width * 0.3;
    window.width *= 0.4;
    const layout::Scene scene = layout::buildScene(view, {window}, {{1280, 800}, 1}, test::fixedMeasurer);
    const auto header = std::find_if(scene.texts.begin(), scene.texts.end(), [](const layout::Text& text) {
        return text.text.contains(QStringLiteral("in view"));
    });
    ASSERT_NE(header, scene.texts.end());
    expectSeen(header->text,
               {QStringLiteral("   ·   "), number(scene.counts.visible) + QStringLiteral(" of ") + number(5)});
    // An empty lane counts what lies beyond the edges, where they are.
    std::size_t counts = 0;
    for (double at = 0; at < 1; at += 0.01) {
        const layout::TimeWindow narrow{view.extent().start + at * view.extent().width, 1000};
        for (const auto& count : layout::buildScene(view, {narrow}, {{1280, 800}, 1}, test::fixedMeasurer).edgeCounts) {
            const QString line = seen(count.text.text);
            EXPECT_TRUE(count.later ? line.endsWith(QStringLiteral(" ›")) : line.startsWith(QStringLiteral("‹ ")))
                << line.toStdString();
            ++counts;
        }
    }
    EXPECT_GT(counts, 10U);
}

TEST_P(RightToLeft, DatesInWordsReadFromTheFirstToTheLast) {
    const QLocale locale(QString::fromLatin1(tongue().language));
    const auto when = model::parseEdtf("[2026-01-24..2026-02-03]");
    ASSERT_TRUE(when);
    const QString words = layout::dateInWords(*when, {locale, layout::DateStyle::Long, std::nullopt, false});
    expectSeen(words, {QStringLiteral("between "), locale.toString(24), QStringLiteral(" and "), locale.toString(3)});
    // Each date alone is seen as it is beside a mark.
    const QString first = layout::withoutIsolates(words).section(QStringLiteral(" and "), 1);
    expectSeen(words, {QStringLiteral(" and ") + seen(first)});
    const double day = 86400000;
    const QString range = layout::rangeInWords(20000 * day, 20050 * day, locale);
    const QStringList ends = layout::withoutIsolates(range).split(QStringLiteral(" – "));
    ASSERT_EQ(ends.size(), 2);
    EXPECT_EQ(seen(range), seen(ends[0]) + QStringLiteral(" – ") + seen(ends[1]));
}

TEST_P(RightToLeft, NothingInvisibleGetsIntoData) {
    const layout::StoryView view(storyIn(tongue()));
    for (const ui::DataFormat format : ui::dataFormats) {
        const auto file = ui::exportData(view, format, ui::DataScope::WholeStory);
        ASSERT_TRUE(file);
        const QString text = QString::fromUtf8(file->bytes);
        EXPECT_TRUE(text.contains(QString::fromUtf8(tongue().title)));
        EXPECT_EQ(layout::withoutIsolates(text), text) << ui::suffixOf(format).toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Tongues, RightToLeft, testing::Range<std::size_t>(0, std::size(tongues)),
                         [](const auto& tongue) { return std::string(tongues[tongue.param].language); });
