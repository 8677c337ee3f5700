// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/story_fixtures.h"

#include <QStringEncoder>
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

/// One change to the small story and the one problem that it makes.
struct Case {
    std::string_view from;
    std::string_view to;
    qint64 line;
    const char16_t* path;
    const char16_t* what;   ///< a part of the sentence
    const char16_t* remedy; ///< a part of it
};

QString text(const char16_t* utf16) {
    return QString::fromUtf16(utf16);
}

void expectProblem(const Case& c) {
    SCOPED_TRACE(c.to);
    const std::string story = with(smallStory(), c.from, c.to);
    for (const std::size_t batch : {1U, 1U << 20}) {
        ReadOptions options;
        options.batchSize = batch;
        const Read result = read(story, options);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ReadFailure::Kind::Malformed);
        EXPECT_EQ(result.error().problemCount, 1U) << describe(result);
        ASSERT_EQ(result.error().problems.size(), 1U) << describe(result);
        const Problem& problem = result.error().problems.front();
        EXPECT_EQ(problem.line, c.line) << describe(result);
        EXPECT_EQ(problem.path, text(c.path)) << describe(result);
        EXPECT_TRUE(problem.what.contains(text(c.what))) << describe(result);
        EXPECT_TRUE(problem.remedy.contains(text(c.remedy))) << describe(result);
    }
}

/// Changes with which a whole list of problems comes; each must be in the result.
std::vector<Problem> problemsOf(std::string_view story) {
    const Read result = read(story);
    EXPECT_FALSE(result);
    return result ? std::vector<Problem>() : result.error().problems;
}

} // namespace

TEST(StoryProblems, OfTheHeadNameTheLineThePathAndTheWayOut) {
    const Case cases[] = {
        {"quoteline-story", "other", 2, u"$.format", u"“other”, not “quoteline-story”", u"Open a story"},
        {"\"version\": 1", "\"version\": 2", 3, u"$.version",
         u"version 2 of the format; it was made by a newer program", u"newer version"},
        {"\"version\": 1", "\"version\": 1.5", 3, u"$.version", u"newer", u""},
        {"\"version\": 1", "\"version\": 0", 3, u"$.version", u"there is no version 0", u"Write version 1"},
        {"\"version\": 1", "\"version\": \"1\"", 3, u"$.version", u"text was found, a number is expected",
         u"Write a number here"},
        {"\"version\": 1,", "", 1, u"$", u"the field “version” is missing", u"Add it, with a number"},
        {"\"title\": \"A", "\"titel\": \"A", 1, u"$", u"the field “title” is missing", u"Is it “titel”? Write “title”"},
        {"\"title\": \"A small story\"", "\"title\": null", 4, u"$.title", u"null was found, text is expected", u""},
        {"\"Two events\"", "[]", 5, u"$.summary", u"a list was found, text is expected", u""},
        {"\"en\"", "true", 6, u"$.language", u"true or false was found", u""},
        {"Europe/Rome", "Europe/Roma", 7, u"$.timeZone", u"Europe/Roma", u"IANA"},
        {"2026-01-24/2026-01-28", "2026-01-24/2026-02-30", 8, u"$.coreWindow", u"“2026-01-24/2026-02-30”", u"EDTF"},
        {"2026-01-24/2026-01-28", "2026-01-24", 8, u"$.coreWindow", u"is not an interval", u"first and the last day"},
    };
    for (const Case& c : cases)
        expectProblem(c);
}

TEST(StoryProblems, OfLanesActorsAndSourcesNameTheLineThePathAndTheWayOut) {
    const Case cases[] = {
        {"{\"id\": \"media\", \"name\": \"Media\"}",
         "{\"id\": \"media\", \"name\": \"Media\"},\n{\"id\": \"media\", \"name\": \"\"}", 11, u"$.lanes[1].id",
         u"the id “media” is used already, by $.lanes[0]", u"its own id"},
        {"{\"id\": \"media\", \"name\": \"Media\"}",
         "{\"id\": \"media\", \"name\": \"\"},\n{\"id\": \"\", \"name\": \"\"}", 11, u"$.lanes[1].id",
         u"the id is empty", u"short name"},
        {"{\"id\": \"media\", \"name\": \"Media\"}", "{\"id\": \"media\", \"name\": \"\"}, 5", 10, u"$.lanes[1]",
         u"a number was found, an object is expected", u""},
        {"{\"id\": \"media\",", "{\"id\": 7,", 10, u"$.lanes[0].id", u"a number was found", u""},
        {"{\"id\": \"media\",", "{", 10, u"$.lanes[0]", u"the field “id” is missing", u""},
        {", \"role\": \"newspaper\"", "", 13, u"$.actors[0]", u"the field “role” is missing", u"with text"},
        {"\"publisher\": \"The Paper\",", "", 16, u"$.sources[0]", u"the field “publisher” is missing", u""},
        {"\"datePublished\": \"2026-01-28\"", "\"datePublished\": \"28 January\"", 17, u"$.sources[0].datePublished",
         u"“28 January”", u"EDTF"},
        {"0123456789abcdef0", "0123456789ABCDEF0", 19, u"$.sources[0].sha256", u"is not a SHA-256 checksum",
         u"lower case"},
        {"0123456789abcdef0", "0", 19, u"$.sources[0].sha256", u"is not a SHA-256 checksum", u"64 digits"},
        {"sources/page.txt", "/etc/passwd", 20, u"$.sources[0].file", u"“/etc/passwd” is an absolute path",
         u"inside the story's folder"},
        {"sources/page.txt", "C:\\\\page.txt", 20, u"$.sources[0].file", u"absolute", u""},
        {"sources/page.txt", "\\\\\\\\host\\\\page.txt", 20, u"$.sources[0].file", u"absolute", u""},
        {"sources/page.txt", "a/../../b", 20, u"$.sources[0].file", u"leaves the story's folder", u""},
        {"sources/page.txt", "..", 20, u"$.sources[0].file", u"leaves the story's folder", u""},
        {"sources/page.txt", "a\\\\..\\\\b", 20, u"$.sources[0].file", u"leaves the story's folder", u""},
        {"sources/page.txt", "a\\u0000b", 20, u"$.sources[0].file", u"null character", u""},
        {"sources/page.txt", "", 20, u"$.sources[0].file", u"the path is empty", u""},
        {"\"url\": \"https", "\"url\": 5, \"urls\": \"https", 17, u"$.sources[0].url", u"a number was found", u""},
    };
    for (const Case& c : cases)
        expectProblem(c);
}

TEST(StoryProblems, OfEventsNameTheLineThePathAndTheWayOut) {
    const Case cases[] = {
        {"\"lane\": \"media\",\n", "\"lane\": \"medai\",\n", 24, u"$.events[0].lane", u"there is no lane “medai”",
         u"Did you mean “media”?"},
        {"\"actor\": \"paper\",\n", "\"actor\": \"radio\",\n", 25, u"$.events[0].actor", u"there is no actor “radio”",
         u"Add it"},
        {"\"report\"", "\"rumour\"", 26, u"$.events[0].kind", u"“rumour” is not a word for “kind”",
         u"report, statement, clarification, reaction, date"},
        {"\"kind\": \"report\"", "\"kind\": null", 26, u"$.events[0].kind", u"null was found", u""},
        {"\"kind\": \"report\",", "", 23, u"$.events[0]", u"the field “kind” is missing", u""},
        {"[2026-01-24..2026-01-25]", "2026-02-29", 27, u"$.events[0].when", u"“2026-02-29”", u"EDTF"},
        {"[2026-01-24..2026-01-25]", "yesterday", 27, u"$.events[0].when", u"(at character 1)", u"EDTF"},
        {"[2026-01-24..2026-01-25]", "", 27, u"$.events[0].when", u"(at character 1)", u"EDTF"},
        {"\"happened\"", "\"Happened\"", 28, u"$.events[0].status", u"“Happened” is not a word for “status”",
         u"happened, scheduled"},
        {"\"source\": \"page\"", "\"source\": \"pages\"", 30, u"$.events[0].quotes[0].source",
         u"there is no source “pages”", u"Did you mean “page”?"},
        {"\"It is said.\"", "\"\"", 30, u"$.events[0].quotes[0].exact", u"the quote is empty", u"words of the source"},
        {"\"speaker\": \"paper\"", "\"speaker\": \"papar\"", 32, u"$.events[0].quotes[0].speaker",
         u"there is no actor “papar”", u"Did you mean “paper”?"},
        {"\"direct\"", "\"dirext\"", 33, u"$.events[0].quotes[0].form", u"“dirext”", u"direct, report, relay"},
        {"\"note\": \"in print\"", "\"note\": {}", 33, u"$.events[0].quotes[0].note",
         u"an object was found, text is expected", u""},
        {"\"prefix\": \"Well. \",", "", 30, u"$.events[0].quotes[0]", u"the field “prefix” is missing", u""},
        {"\"quotes\": []", "\"quotes\": \"none\"", 38, u"$.events[1].quotes", u"text was found, a list is expected",
         u""},
        {"\"quotes\": []", "\"quotes\": [[]]", 38, u"$.events[1].quotes[0]", u"a list was found, an object is expected",
         u""},
        {"\"id\": \"second\"", "\"id\": \"first\"", 36, u"$.events[1].id",
         u"the id “first” is used already, by $.events[0]", u""},
        {"\"id\": \"second\"", "\"id\": \"\"", 36, u"$.events[1].id", u"the id is empty", u""},
        {"\"id\": \"second\"", "\"id\": 5", 36, u"$.events[1].id", u"a number was found", u""},
        {"\"event\": \"first\"", "\"event\": \"frist\"", 40, u"$.events[1].relations[0].event",
         u"there is no event “frist”", u"Did you mean “first”?"},
        {"\"event\": \"first\"", "\"event\": \"second\"", 40, u"$.events[1].relations[0].event",
         u"points at its own event", u"Name another"},
        {"\"disputes\"", "\"\"", 40, u"$.events[1].relations[0].type", u"type of the relation is empty", u"repliesTo"},
        {"\"explicit\": true", "\"explicit\": \"yes\"", 41, u"$.events[1].relations[0].explicit",
         u"text was found, true or false is expected", u""},
        {"\"quotes\": []", "\"quotes\": [], \"summary\": \"again\"", 38, u"$.events[1].summary",
         u"“summary” stands twice", u"Remove"},
    };
    for (const Case& c : cases)
        expectProblem(c);
}

TEST(StoryProblems, AMissingListIsOneProblemAndNotOneForEachReferenceToIt) {
    const std::pair<std::string_view, std::string_view> lists[] = {
        {"\"lanes\"", "\"lanez\""}, {"\"actors\"", "\"actorz\""}, {"\"sources\"", "\"sourcez\""}};
    for (const auto& [name, wrong] : lists) {
        const Read result = read(with(smallStory(), name, wrong));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().problemCount, 1U) << describe(result);
        EXPECT_EQ(result.error().problems.at(0).path, QStringLiteral("$"));
    }
    const Read events = read(with(smallStory(), "\"events\"", "\"event\""));
    ASSERT_FALSE(events);
    EXPECT_EQ(events.error().problemCount, 1U) << describe(events);
    EXPECT_EQ(events.error().problems.at(0).remedy, QStringLiteral("Is it “event”? Write “events”"));
}

TEST(StoryProblems, EventsThatAreNoListAreAProblemOfTheirOwn) {
    const std::string story = smallStory();
    const std::size_t start = story.find("\"events\": [") + 10;
    const std::size_t end = story.rfind(']') + 1;
    for (const std::string_view value : {"5", "{}", "\"\"", "null", "{\"events\": []}"}) {
        const std::string changed = joined({story.substr(0, start), value, story.substr(end)});
        const auto problems = problemsOf(changed);
        ASSERT_EQ(problems.size(), 1U) << changed;
        EXPECT_EQ(problems[0].path, QStringLiteral("$.events"));
        EXPECT_EQ(problems[0].line, 22);
    }
}

TEST(StoryProblems, DuplicateKeysAreFoundAtEveryDepthAndInUnknownFieldsToo) {
    const Case cases[] = {
        {"\"version\": 1,", "\"version\": 1,\n \"title\": \"\",", 5, u"$.title", u"twice", u""},
        {"\"version\": 1,", "\"version\": 1,\n\"x\": 1,\n\"\\u0078\": 1,", 5, u"$.x", u"twice", u""},
        {"\"version\": 1,", "\"version\": 1, \"x\": {\"a\": 1, \"b\": {\"c\": 1,\n\"c\": 2}},", 4, u"$.x.b.c", u"twice",
         u""},
        {"\"version\": 1,", "\"version\": 1, \"x\": [0, {\"a b\": 1,\n\n\"a b\": 2}],", 5, u"$.x[1][\"a b\"]", u"twice",
         u""},
        {"\"name\": \"Media\"", "\"name\": \"Media\",\n\"name\": 5", 11, u"$.lanes[0].name", u"twice", u""},
        {"\"via\": \"a friend\"", "\"via\": \"a friend\",\n\"via\": \"\"", 33, u"$.events[0].quotes[0].via", u"twice",
         u""},
        {"\"basis\": \"It", "\"explicit\": true, \"basis\": \"It", 41, u"$.events[1].relations[0].explicit", u"twice",
         u""},
        {"\"status\": \"happened\",\n", "\"status\": \"happened\", \"x\": [[{\"y\": 1,\n\"y\": 1}]],\n", 29,
         u"$.events[0].x[0][0].y", u"twice", u""},
    };
    for (const Case& c : cases)
        expectProblem(c);
}

TEST(StoryProblems, ASecondListOfEventsIsADuplicateKey) {
    for (const std::string_view key : {"events", "\\u0065vents"}) {
        const std::string story = smallStory();
        const std::string twice = joined({story.substr(0, story.rfind('}')), ",\n\"", key, "\": []}"});
        const auto problems = problemsOf(twice);
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].path, QStringLiteral("$.events"));
        EXPECT_EQ(problems[0].line, 45) << toText(problems[0]).toStdString();
    }
}

TEST(StoryProblems, ManyKeysInOneObjectAreStillComparedAll) {
    std::string fields;
    for (int i = 0; i < 1000; ++i)
        fields += joined({"\"x", std::to_string(i), "\": 0,"});
    const Read result =
        read(with(smallStory(), "\"version\"", joined({fields, "\"x3\": 0, \"x999\": 1, \"version\""})));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().problemCount, 2U);
}

TEST(StoryProblems, AllOfThemComeAtOnceInTheOrderOfTheFile) {
    std::string story = with(smallStory(), "\"role\": \"newspaper\"", "\"role\": 1");
    story = with(story, "Europe/Rome", "Nowhere");
    story = with(story, "\"report\"", "\"rumour\"");
    story = with(story, "2026-01-27T10:00", "2026-01-27T25:00");
    story = with(story, "\"event\": \"first\"", "\"event\": \"third\"");
    story = with(story, "sources/page.txt", "/page.txt");
    const auto problems = problemsOf(story);
    std::vector<qint64> lines;
    for (const Problem& problem : problems)
        lines.push_back(problem.line.value_or(0));
    EXPECT_EQ(lines, (std::vector<qint64>{7, 13, 20, 26, 37, 40}));
}

TEST(StoryProblems, TheFirstHundredInTheOrderOfTheFileAreKeptAndTheOthersCounted) {
    // Two kinds of problem take turns: one is found while an event is read, the other when the story is built.
    std::string events;
    for (int i = 0; i < 300; ++i)
        events += joined({i == 0 ? "" : ",\n", R"({"id":"e)", std::to_string(i),
                          R"(","title":"","lane":"media","actor":"paper","whenBasis":"","status":"happened",)",
                          i % 2 == 0 ? R"("kind":"x","when":"2026"})" : R"("kind":"date","when":"2026-13"})"});
    const std::string small = smallStory();
    const std::size_t start = small.find("\"events\": [") + 11;
    const std::string story = joined({small.substr(0, start), events, small.substr(small.rfind(']'))});
    for (const std::size_t batch : {1U, 5000U, 1U << 20}) {
        ReadOptions options;
        options.batchSize = batch;
        const Read result = read(story, options);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().problemCount, 300U);
        ASSERT_EQ(result.error().problems.size(), maxProblems);
        for (std::size_t i = 0; i < maxProblems; ++i) {
            const Problem& problem = result.error().problems[i];
            ASSERT_EQ(problem.line, 22 + static_cast<qint64>(i));
            ASSERT_EQ(problem.path,
                      QStringLiteral("$.events[%1].%2")
                          .arg(QString::number(i), i % 2 == 0 ? QStringLiteral("kind") : QStringLiteral("when")));
        }
    }
}

TEST(StoryProblems, FoundBeforeASyntaxErrorAreKeptAndTheSyntaxErrorComesLast) {
    std::string story = with(smallStory(), "\"report\"", "\"rumour\"");
    story = with(story, "\"basis\": \"It", "\"basis\" \"It");
    for (const std::size_t batch : {1U, 100U, 1U << 20}) {
        ReadOptions options;
        options.batchSize = batch;
        const Read result = read(story, options);
        ASSERT_FALSE(result);
        ASSERT_EQ(result.error().problems.size(), 2U) << describe(result);
        EXPECT_EQ(result.error().problemCount, 2U);
        EXPECT_EQ(result.error().problems[0].line, 26);
        EXPECT_EQ(result.error().problems[1].line, 41);
        EXPECT_EQ(result.error().problems[1].what,
                  QStringLiteral("the file is not valid JSON: a colon was expected here, not “\"” (column 17)"));
    }
}

TEST(StoryProblems, TheFirstOfTwoSyntaxErrorsIsTheOneReported) {
    const std::string story =
        with(with(smallStory(), "\"version\": 1", "\"version\": 01"), "\"basis\": \"It", "\"basis\" \"It");
    for (const std::size_t batch : {1U, 1U << 20}) {
        ReadOptions options;
        options.batchSize = batch;
        const Read result = read(story, options);
        ASSERT_FALSE(result);
        ASSERT_EQ(result.error().problems.size(), 1U) << describe(result);
        EXPECT_EQ(result.error().problems[0].line, 3);
    }
}

TEST(StoryProblems, ASyntaxErrorAfterTheEventsHasItsOwnLine) {
    const std::string story = smallStory();
    const Read result = read(joined({story.substr(0, story.rfind('}')), ",\n \"x\": tru }"}));
    ASSERT_FALSE(result);
    ASSERT_EQ(result.error().problems.size(), 1U);
    EXPECT_EQ(result.error().problems[0].line, 45) << describe(result);
    EXPECT_TRUE(result.error().problems[0].what.contains(QStringLiteral("(column 7)"))) << describe(result);
}

TEST(StoryProblems, WhatIsNotUtf8IsNamedWithItsLine) {
    const std::string_view bad[] = {
        "\x80", "\xC3", "\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xF8\x88\x80\x80\x80"};
    const std::pair<std::string_view, qint64> places[] = {{"A small story", 4}, {"a friend", 32}, {"second", 36}};
    for (const std::string_view bytes : bad) {
        for (const auto& [place, line] : places) {
            for (const std::size_t block : {1U, 3U, 10'000U}) {
                ReadOptions options;
                options.blockSize = block;
                options.batchSize = 50;
                const Read result = read(with(smallStory(), place, joined({"a", bytes, "b"})), options);
                ASSERT_FALSE(result);
                ASSERT_EQ(result.error().problems.size(), 1U);
                EXPECT_EQ(result.error().problems[0].line, line);
                EXPECT_TRUE(result.error().problems[0].what.contains(QStringLiteral("not UTF-8"))) << describe(result);
            }
        }
    }
}

TEST(StoryProblems, OtherEncodingsAreNamed) {
    const QString story = QString::fromStdString(smallStory());
    const auto encoded = [&](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
        QStringEncoder encoder(encoding, flag);
        const QByteArray bytes = encoder(story);
        return bytes.toStdString();
    };
    const std::tuple<QStringConverter::Encoding, const char16_t*> encodings[] = {
        {QStringConverter::Utf16LE, u"UTF-16"},
        {QStringConverter::Utf16BE, u"UTF-16"},
        {QStringConverter::Utf32LE, u"UTF-32"},
        {QStringConverter::Utf32BE, u"UTF-32"}};
    for (const auto& [encoding, name] : encodings) {
        for (const auto flag : {QStringConverter::Flag::Default, QStringConverter::Flag::WriteBom}) {
            const auto problems = problemsOf(encoded(encoding, flag));
            ASSERT_EQ(problems.size(), 1U);
            EXPECT_TRUE(problems[0].what.contains(text(name))) << problems[0].what.toStdString();
            EXPECT_EQ(problems[0].line, 1);
        }
    }
}

TEST(StoryProblems, SixtyFourLevelsAreReadAndSixtyFiveAreNot) {
    // An unknown field of the root lies at level 2, one of an event at level 4.
    const auto nested = [](std::size_t levels) { return joined({std::string(levels, '['), std::string(levels, ']')}); };
    EXPECT_TRUE(read(with(smallStory(), "\"version\"", joined({"\"x\": ", nested(63), ", \"version\""}))));
    EXPECT_TRUE(read(with(smallStory(), "\"lane\"", joined({"\"x\": ", nested(61), ", \"lane\""}))));
    const std::pair<std::string, qint64> deeper[] = {
        {with(smallStory(), "\"version\"", joined({"\"x\": ", nested(64), ", \"version\""})), 3},
        {with(smallStory(), "\"lane\"", joined({"\"x\": ", nested(62), ", \"lane\""})), 24},
        {with(smallStory(), "\"lane\"", joined({"\"x\": ", std::string(100'000, '['), ", \"lane\""})), 24}};
    for (const auto& [story, line] : deeper) {
        const Read result = read(story);
        ASSERT_FALSE(result);
        ASSERT_EQ(result.error().problems.size(), 1U) << describe(result);
        EXPECT_EQ(result.error().problems[0].line, line);
        EXPECT_TRUE(result.error().problems[0].what.contains(QStringLiteral("more than 64"))) << describe(result);
    }
}

TEST(StoryProblems, LongAndForeignTextIsShortenedAndMadeHarmlessInMessages) {
    const auto problems = problemsOf(with(smallStory(), "\"lane\": \"media\",\n",
                                          joined({"\"lane\": \"<b>%1\\n\\u202e", std::string(5000, 'x'), "\",\n"})));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_LT(problems[0].what.size(), 120);
    EXPECT_TRUE(problems[0].what.contains(QStringLiteral("<b>%1\uFFFD\uFFFDxxx"))) << problems[0].what.toStdString();
}

TEST(StoryProblems, AProblemInOneLineOfText) {
    EXPECT_EQ(toText({12, QStringLiteral("$.events[3].when"), QStringLiteral("there is no 29 February 2026"),
                      QStringLiteral("Write another day")}),
              QStringLiteral("line 12, $.events[3].when: there is no 29 February 2026. Write another day"));
    EXPECT_EQ(toText({{}, {}, QStringLiteral("the file is empty"), {}}), QStringLiteral("the file is empty"));
    EXPECT_EQ(toText({3, {}, QStringLiteral("odd"), {}}), QStringLiteral("line 3: odd"));
}
