// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/story_view.h"
#include "app/content/words/display_text.h"

#include "model/story/story_builder.h"
#include "tests/content/scene_stories.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

QString lineOf(const char16_t* text, qsizetype maxLength = 600) {
    return displayLine(QString::fromUtf16(text).toUtf8().toStdString(), maxLength);
}

bool splitsASurrogatePair(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pairs = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (text[i].isSurrogate() && !pairs)
            return true;
        i += pairs ? 1 : 0;
    }
    return false;
}

} // namespace

TEST(DisplayLine, LeavesPlainTextAsItIs) {
    EXPECT_EQ(displayLine(""), QString());
    EXPECT_EQ(lineOf(u"Sala: “non sono i benvenuti” & <b>more</b>"),
              QStringLiteral("Sala: “non sono i benvenuti” & <b>more</b>"));
    EXPECT_EQ(lineOf(u"\U0001F6A8 siren"), QString::fromUtf16(u"\U0001F6A8 siren"));
}

TEST(DisplayLine, MakesLineBreaksAndTabsSpaces) {
    EXPECT_EQ(lineOf(u"a\nb\rc\td\u0085e\u2028f\u2029g"), QStringLiteral("a b c d e f g"));
    EXPECT_EQ(lineOf(u"a\r\nb"), QStringLiteral("a b")); // one break, not two
    EXPECT_EQ(lineOf(u"a\n\nb"), QStringLiteral("a  b"));
}

TEST(DisplayLine, ShowsControlCharactersInsteadOfObeyingThem) {
    for (char16_t unit = 1; unit < 0x20; ++unit) {
        if (unit == u'\n' || unit == u'\r' || unit == u'\t')
            continue;
        const QString line = displayLine(QString(QChar(unit)).toUtf8().toStdString());
        EXPECT_EQ(line, QString(QChar(0x2400 + unit))) << static_cast<unsigned>(unit);
    }
    EXPECT_EQ(displayLine(std::string_view("a\0b", 3)), QStringLiteral("a\u2400b"));
    for (char16_t unit = 0x7F; unit < 0xA0; ++unit) {
        const QString line = displayLine(QString(QChar(unit)).toUtf8().toStdString());
        EXPECT_EQ(line, unit == 0x85 ? QStringLiteral(" ") : QString(QChar(0xFFFD))) << static_cast<unsigned>(unit);
    }
}

TEST(DisplayLine, NamesEveryControlOfTheDirectionOfText) {
    const std::pair<char16_t, const char*> controls[] = {{0x061C, "[ALM]"}, {0x200E, "[LRM]"}, {0x200F, "[RLM]"},
                                                         {0x202A, "[LRE]"}, {0x202B, "[RLE]"}, {0x202C, "[PDF]"},
                                                         {0x202D, "[LRO]"}, {0x202E, "[RLO]"}, {0x2066, "[LRI]"},
                                                         {0x2067, "[RLI]"}, {0x2068, "[FSI]"}, {0x2069, "[PDI]"}};
    for (const auto& [unit, name] : controls) {
        EXPECT_EQ(displayLine((u'a' + QString(QChar(unit)) + u'b').toUtf8().toStdString()),
                  u'a' + QString::fromLatin1(name) + u'b');
    }
    for (char32_t unit = 0; unit < 0xFFFF; ++unit) {
        const QChar::Direction direction = QChar::direction(unit);
        const bool control = direction == QChar::DirLRE || direction == QChar::DirLRO || direction == QChar::DirRLE ||
                             direction == QChar::DirRLO || direction == QChar::DirPDF || direction == QChar::DirLRI ||
                             direction == QChar::DirRLI || direction == QChar::DirFSI || direction == QChar::DirPDI;
        if (control) {
            const QChar character(static_cast<char16_t>(unit));
            EXPECT_FALSE(displayLine(QString(character).toUtf8().toStdString()).contains(character))
                << static_cast<unsigned>(unit);
        }
    }
}

TEST(DisplayLine, ShortensLongTextsWithAnEllipsis) {
    EXPECT_EQ(displayLine("123456", 6), QStringLiteral("123456"));
    EXPECT_EQ(displayLine("1234567", 6), QStringLiteral("12345…"));
    EXPECT_EQ(displayLine(std::string(1000, 'x')).size(), 600);
}

TEST(DisplayLine, NeverSplitsACharacter) {
    std::mt19937 random(5);
    const QString pieces[] = {QStringLiteral("a"), QStringLiteral("é"), QStringLiteral("…"),
                              QString::fromUtf16(u"\U0001F6A8")};
    for (int i = 0; i < 400; ++i) {
        QString text;
        while (text.size() < 60)
            text += pieces[random() % 4];
        for (qsizetype most = 1; most < 64; ++most) {
            const QString line = displayLine(text.toUtf8().toStdString(), most);
            ASSERT_LE(line.size(), most);
            ASSERT_FALSE(splitsASurrogatePair(line));
            ASSERT_FALSE(line.contains(QChar(0xFFFD)));
            if (line != text) {
                ASSERT_TRUE(line.endsWith(QChar(0x2026)));
                ASSERT_TRUE(text.startsWith(line.chopped(1)));
                ASSERT_GE(line.size(), most - 1);
            }
        }
    }
}

TEST(DisplayLine, OfAMegabyteIsItsStart) {
    for (const std::string& piece : {std::string("word "), std::string("\xF0\x9F\x9A\xA8"), std::string("\r\n"),
                                     std::string("\xE2\x80\xAE"), std::string("\x01")}) {
        std::string text;
        while (text.size() < 1000000)
            text += piece;
        const QString line = displayLine(text);
        EXPECT_LE(line.size(), 600);
        EXPECT_GE(line.size(), 599);
        EXPECT_TRUE(line.endsWith(QChar(0x2026)));
        EXPECT_FALSE(splitsASurrogatePair(line));
        EXPECT_FALSE(line.contains(u'\n'));
    }
}

TEST(DisplayText, KeepsLineBreaksAndEverythingElse) {
    EXPECT_EQ(displayText("a\r\nb\nc\td\x02"), QStringLiteral("a\nb\nc d\u2402"));
    EXPECT_EQ(displayText(std::string(5000, 'x')).size(), 5000);
    EXPECT_EQ(displayText("\xE2\x80\xAE"), QStringLiteral("[RLO]"));
}

TEST(StoryView, HasALaneForEachOfTheStoryWithItsEventsInTheOrderOfTime) {
    const model::Story story = test::embeddedStory();
    const StoryView view(story);
    ASSERT_EQ(view.lanes().size(), story.lanes().size());
    std::size_t count = 0;
    for (std::size_t lane = 0; lane < view.lanes().size(); ++lane) {
        const LaneGroup& group = view.lanes()[lane];
        EXPECT_EQ(group.name.toStdString(), story.lanes()[lane].name);
        EXPECT_EQ(group.hue, static_cast<int>(lane));
        EXPECT_TRUE(std::is_sorted(group.events.begin(), group.events.end()));
        for (const model::EventIndex event : group.events)
            EXPECT_EQ(story.lane(event), lane);
        count += group.events.size();
    }
    EXPECT_EQ(count, story.eventCount());
    ASSERT_EQ(view.events().size(), story.eventCount());
    for (std::size_t i = 0; i < story.eventCount(); ++i)
        EXPECT_EQ(view.events()[i], i);
    EXPECT_EQ(view.impliedYear(), 2026);
    EXPECT_EQ(view.locale().language(), QLocale::English);
}

TEST(StoryView, TellsViewsApartButNotCopies) {
    const model::Story story = test::embeddedStory();
    const StoryView one(story);
    const StoryView other(story);
    const StoryView copy = one; // NOLINT(performance-unnecessary-copy-initialization): it is what is tried
    EXPECT_NE(one.revision(), other.revision());
    EXPECT_EQ(one.revision(), copy.revision());
}

TEST(StoryView, ReachesFromTheFirstToTheLastEvent) {
    const StoryView view(
        test::storyOfDates({"2026-01-27", "2026-01-20/2026-01-22", "2026-01-20", "2026-01-26/2026-01-27"}));
    EXPECT_EQ(view.extent().start, static_cast<double>(model::startOfDate(2026, 1, 20)));
    EXPECT_EQ(view.extent().end(), static_cast<double>(model::startOfDate(2026, 1, 28)));
    EXPECT_EQ(view.firstWidth(), model::msPerDay); // the day, not the three days
    EXPECT_EQ(view.lastWidth(), model::msPerDay);
}

TEST(StoryView, WithoutEventsReachesOverTheCoreWindowOrTheDayOfTheEpoch) {
    model::StoryBuilder builder;
    model::StoryInput input;
    input.coreWindow = "2026-01-27/2026-02-22";
    builder.setStory(input);
    const auto story = builder.build();
    ASSERT_TRUE(story);
    const StoryView view(*story);
    EXPECT_EQ(view.extent().start, static_cast<double>(model::startOfDate(2026, 1, 27)));
    EXPECT_EQ(view.extent().end(), static_cast<double>(model::startOfDate(2026, 2, 23)));
    EXPECT_EQ(StoryView(model::Story()).extent(), (TimeWindow{0, model::msPerDay}));
    EXPECT_EQ(view.firstWidth(), 0);
}

TEST(StoryView, ShowsTitlesAndDatesInOneLine) {
    const StoryView view(test::madeStory({{"2026-02-06", "Two\nlines \xE2\x80\xAE", 0, true}, {"2026-02-07"}}));
    EXPECT_EQ(view.title(0), QStringLiteral("Two lines [RLO]"));
    EXPECT_EQ(view.shortDate(0), QStringLiteral("Fri 6 Feb, scheduled"));
}
