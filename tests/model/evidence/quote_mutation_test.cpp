// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are changed under the quotes of the embedded story: none of them is said to have the words.
#include "model/evidence/quote_check.h"

#include "model/file/story_reader.h"
#include "tests/model/story_fixtures.h"
#include <QString>
#include <gtest/gtest.h>
#include <iostream>
#include <map>

namespace quoteline::model {
namespace {

constexpr int mutations = 10000;

Story embeddedStory() {
    const auto bytes = bytesOfFile(QStringLiteral(QUOTELINE_SOURCE_DIR "/resources/stories/milano-cortina-2026.json"));
    return readStory(**bytes)->story;
}

std::string utf8(std::u32string_view text) {
    return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

std::u32string selectorOf(const Quote& quote) {
    return toCodePoints(quote.prefix) + toCodePoints(quote.exact) + toCodePoints(quote.suffix);
}

/// A document for each source: the words of its quotes with their context, and words in between that stand in none.
std::vector<std::u32string> documentsOf(const Story& story) {
    std::vector<std::u32string> documents(story.sources().size(), U"A document made for a test.\n\n");
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
            const Quote quote = story.quote(event, i);
            std::u32string& text = documents[quote.source];
            if (text.find(selectorOf(quote)) == std::u32string::npos)
                text += selectorOf(quote) + U"\n\nWords in between: number " +
                        toCodePoints(std::to_string(text.size())) + U".\n\n";
        }
    return documents;
}

char32_t otherCase(char32_t c) {
    const char32_t upper = QChar::toUpper(c);
    return upper == c ? QChar::toLower(c) : upper;
}

/// One change of a document at or after `at`, of the kinds that a careless or dishonest hand makes.
std::u32string mutated(std::u32string text, std::size_t at, test::Dice& dice) {
    static const std::map<char32_t, char32_t> lookalikes{{U'a', 0x430}, {U'e', 0x435}, {U'o', 0x43E}, {U'c', 0x441},
                                                         {U'p', 0x440}, {U'I', 0x406}, {U'O', 0x39F}};
    const auto next = [&](const auto& wanted) {
        while (at < text.size() && !wanted(text[at]))
            ++at;
        return at < text.size();
    };
    const auto letter = [](char32_t c) { return QChar::isLetter(c); };
    switch (dice.roll(10)) {
    case 0: // another letter
        if (next(letter))
            text[at] = text[at] == U'x' ? U'y' : U'x';
        break;
    case 1: // another digit
        if (next([](char32_t c) { return c >= U'0' && c <= U'9'; }))
            text[at] = U'0' + (text[at] - U'0' + 1) % 10;
        break;
    case 2: // upper and lower case
        if (next([](char32_t c) { return otherCase(c) != c; }))
            text[at] = otherCase(text[at]);
        break;
    case 3: // another script
        if (next([](char32_t c) { return lookalikes.contains(c); }))
            text[at] = lookalikes.at(text[at]);
        break;
    case 4: // "not" added
        if (next([](char32_t c) { return c == U' '; }))
            text.insert(at, U" not");
        break;
    case 5: // a character left out
        text.erase(at, 1);
        break;
    case 6: // two neighbours exchanged
        if (at + 1 < text.size())
            std::swap(text[at], text[at + 1]);
        break;
    case 7: // a word left out
        if (next([](char32_t c) { return c == U' '; }))
            text.erase(at, std::min(text.find(U' ', at + 1), text.size()) - at);
        break;
    case 8: { // typography
        static const std::map<char32_t, char32_t> plain{
            {0x2019, U'\''}, {0x201C, U'"'}, {0x201D, U'"'}, {0x2013, U'-'}};
        if (next([](char32_t c) { return plain.contains(c); }))
            text[at] = plain.at(text[at]);
        break;
    }
    default: // joined sentences
        if (const std::size_t stop = text.find(U". ", at); stop != std::u32string::npos)
            text.replace(stop, 2, U", ");
    }
    return text;
}

TEST(QuoteMutations, NoChangedDocumentIsSaidToHaveTheWordsVerbatim) {
    const Story story = embeddedStory();
    const std::vector<std::u32string> documents = documentsOf(story);
    struct Wanted {
        Quote quote;
        std::u32string selector;
    };
    std::vector<Wanted> quotes;
    for (EventIndex event = 0; event < story.eventCount(); ++event)
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            quotes.push_back({story.quote(event, i), selectorOf(story.quote(event, i))});
    ASSERT_EQ(quotes.size(), 28U);
    for (const Wanted& wanted : quotes)
        EXPECT_EQ(checkQuote(PlainDocument::fromUtf8(utf8(documents[wanted.quote.source])).value(), wanted.quote).grade,
                  QuoteGrade::Verbatim);

    test::Dice dice(20260124);
    int intact = 0;
    int falseVerbatim = 0;
    int missed = 0;
    std::array<int, quoteGradeCount> grades{};
    for (int i = 0; i < mutations; ++i) {
        const Wanted& wanted = quotes[static_cast<std::size_t>(i) % quotes.size()];
        const std::u32string& document = documents[wanted.quote.source];
        // Under the quote and its context, or a little beyond.
        const std::size_t at = document.find(wanted.selector) + dice.roll(wanted.selector.size() + 8);
        const std::u32string changed = mutated(document, std::min(at, document.size() - 1), dice);
        const bool stands = changed.find(wanted.selector) != std::u32string::npos;
        const QuoteGrade grade = checkQuote(PlainDocument::fromUtf8(utf8(changed)).value(), wanted.quote).grade;
        if (stands) {
            ++intact;
            missed += grade == QuoteGrade::Verbatim || grade == QuoteGrade::Several ? 0 : 1;
            continue;
        }
        ++grades[static_cast<std::size_t>(grade)];
        falseVerbatim += grade == QuoteGrade::Verbatim ? 1 : 0;
    }
    EXPECT_EQ(falseVerbatim, 0);
    EXPECT_EQ(missed, 0);
    EXPECT_LT(intact, mutations / 2); // most changes hit
    EXPECT_GT(grades[static_cast<std::size_t>(QuoteGrade::NotFound)], mutations / 4);
    RecordProperty("mutations", mutations);
    RecordProperty("intact", intact);
    RecordProperty("falseVerbatim", falseVerbatim);
    std::cout << mutations << " changed documents: " << intact
              << " leave prefix, exact and suffix intact and do not count; " << falseVerbatim
              << " false \"verbatim\" among the others, which are graded:";
    for (std::size_t i = 0; i < quoteGradeCount; ++i)
        std::cout << ' ' << toWord(static_cast<QuoteGrade>(i)) << ' ' << grades[i];
    std::cout << '\n';
}

} // namespace
} // namespace quoteline::model
