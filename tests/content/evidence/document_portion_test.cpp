// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/document_portion.h"

#include <QList>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline::layout;

namespace {

/// Lines of any length, some of them endless, with characters of one and of two units.
std::u32string madeDocument(std::mt19937& random, std::size_t size) {
    const char32_t letters[] = {U'a', U' ', U'é', U'\n', U'\U0001F6A8', U'\r', U'\uFEFF'};
    const unsigned kinds = random() % 2 ? 7 : 3; // with or without line breaks
    std::u32string text;
    while (text.size() < size)
        text += letters[random() % 5 == 0 ? random() % kinds : 0];
    return text;
}

std::u32string codePoints(const QString& text) {
    const QList<uint> points = text.toUcs4();
    return {points.begin(), points.end()};
}

/// What a portion says of itself, against the document.
void expectTrue(const DocumentPortion& portion, const std::u32string& document, const std::vector<DocumentMark>& marks,
                std::size_t most) {
    ASSERT_LE(portion.start, portion.end);
    ASSERT_LE(portion.end, document.size());
    EXPECT_EQ(portion.size, document.size());
    EXPECT_LE(portion.end - portion.start, most);
    EXPECT_EQ(codePoints(portion.text), document.substr(portion.start, portion.end - portion.start));
    std::vector<std::pair<std::u32string, DocumentMarkKind>> expected;
    for (const DocumentMark& mark : marks) {
        const std::size_t first = std::max(mark.start, portion.start);
        const std::size_t last = std::min(mark.end, portion.end);
        if (first < last)
            expected.emplace_back(document.substr(first, last - first), mark.kind);
    }
    ASSERT_EQ(portion.spans.size(), expected.size());
    for (const DocumentPortion::Span& span : portion.spans) {
        const auto text = codePoints(portion.text.mid(span.start, span.length));
        const auto found = std::find(expected.begin(), expected.end(), std::pair(text, span.kind));
        ASSERT_NE(found, expected.end());
        expected.erase(found);
    }
}

} // namespace

TEST(DocumentPortion, HoldsTheFirstMarkAndTellsThePlacesOfAll) {
    std::mt19937 random(5);
    for (int i = 0; i < 600; ++i) {
        const std::u32string document = madeDocument(random, random() % 900);
        const std::size_t most = 1 + random() % 400;
        std::vector<DocumentMark> marks;
        for (unsigned m = random() % 4; m > 0 && !document.empty(); --m) {
            const std::size_t start = random() % document.size();
            const std::size_t room = std::min<std::size_t>(document.size() - start, most / 4 + 1);
            marks.push_back({start, start + 1 + random() % room, static_cast<DocumentMarkKind>(random() % 3)});
        }
        const DocumentPortion portion = portionAround(document, marks, most);
        expectTrue(portion, document, marks, most);
        if (!marks.empty() && most > 40) {
            EXPECT_LE(portion.start, marks.front().start);
            EXPECT_GE(portion.end, std::min(marks.front().end, document.size()));
        }
        if (document.size() <= most) {
            EXPECT_EQ(portion.end - portion.start, document.size());
        }
    }
}

TEST(DocumentPortion, ThePartsBeforeAndAfterJoinAndCoverTheWholeDocument) {
    std::mt19937 random(6);
    for (int i = 0; i < 300; ++i) {
        const std::u32string document = madeDocument(random, 1 + random() % 3000);
        const std::size_t most = 1 + random() % 500;
        const std::size_t start = random() % document.size();
        const std::vector<DocumentMark> marks{{start, start + 1, DocumentMarkKind::Words}};
        const DocumentPortion first = portionAround(document, marks, most);
        std::u32string text = codePoints(first.text);
        for (DocumentPortion part = first; part.start > 0;) {
            const DocumentPortion before = portionBefore(part, document, marks, most);
            expectTrue(before, document, marks, most);
            ASSERT_EQ(before.end, part.start);
            ASSERT_LT(before.start, part.start);
            text = codePoints(before.text) + text;
            part = before;
        }
        for (DocumentPortion part = first; part.end < document.size();) {
            const DocumentPortion after = portionAfter(part, document, marks, most);
            expectTrue(after, document, marks, most);
            ASSERT_EQ(after.start, part.end);
            ASSERT_GT(after.end, part.end);
            text += codePoints(after.text);
            part = after;
        }
        EXPECT_EQ(text, document);
    }
}

TEST(DocumentPortion, EndsAtALineBreakWhereOneIsNear) {
    std::u32string document;
    for (int line = 0; line < 100; ++line)
        document += std::u32string(9, U'x') + U'\n';
    const DocumentPortion portion = portionAround(document, {{500, 505, DocumentMarkKind::Words}}, 300);
    EXPECT_EQ(portion.start % 10, 0U);
    EXPECT_EQ(portion.end % 10, 0U);
}

TEST(DocumentPortion, MarksOutsideOfTheDocumentAreLeftOut) {
    const DocumentPortion portion =
        portionAround(U"short", {{50, 60, DocumentMarkKind::Words}, {3, 90, DocumentMarkKind::Nearest}});
    ASSERT_EQ(portion.spans.size(), 1U);
    EXPECT_EQ(portion.spans[0], (DocumentPortion::Span{3, 2, DocumentMarkKind::Nearest}));
}
