// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/grade_words.h"

#include "app/system/translation.h"
#include <QCoreApplication>
#include <gtest/gtest.h>
#include <set>

namespace quoteline::layout {
namespace {

using model::QuoteCheck;
using model::QuoteGrade;
using model::TypographyFold;

const QLocale english(QLocale::English);

class GradeWords : public testing::Test {
protected:
    static void SetUpTestSuite() { ui::installTranslation(*QCoreApplication::instance()); }
};

QuoteCheck checkOf(std::string_view text, std::string_view exact, std::string_view prefix = {},
                   std::string_view suffix = {}) {
    return checkQuote(model::PlainDocument::fromUtf8(text).value(), exact, prefix, suffix);
}

std::string badge(const QuoteCheck& check) {
    return gradeInWords(check, english).toStdString();
}
std::string sentence(const QuoteCheck& check) {
    return gradeSentence(check, english).toStdString();
}

constexpr std::string_view text =
    "They said: “We will not come to Milan this year”. They will see, they said, without a…";

TEST_F(GradeWords, EveryGradeHasABadgeAndASentence) {
    struct Row {
        QuoteCheck check;
        const char* badge;
        const char* sentence;
    };
    const std::vector<Row> rows{
        {checkOf(text, "We will not come"), "verbatim",
         "The words and what stands around them are in the document, character by character."},
        {checkOf(text, "We will not come", "They: "), "verbatim, context differs",
         "The words stand in the document, character by character. The words recorded before them do not stand there."},
        {checkOf(text, "We will not come", "said: \""), "verbatim, context differs",
         "The words stand in the document, character by character. What stands around them differs in typography: "
         "quotation marks."},
        {checkOf(text, "\"We will not come"), "verbatim except typography",
         "The words stand in the document, typography apart: quotation marks."},
        {checkOf(text, "\"We will not come", "a", "b"), "verbatim except typography, context differs",
         "The words stand in the document, typography apart: quotation marks. Neither the words recorded before them "
         "nor those after them stand beside them."},
        {checkOf(text, "We will not come [back] to Milan"), "words in brackets added",
         "Without the words in brackets, which are the author's, the words stand in the document. The document has "
         "nothing in between."},
        {checkOf(text, "We will not ... to Milan this"), "shortened",
         "The parts of the quote stand in the document in this order. Of the document 4 characters are left out, at "
         "24-28."},
        {checkOf(text, "they said, without a word"), "cut off",
         "The document ends with an ellipsis after the first 20 characters of the quote; the rest of it cannot be "
         "checked there."},
        {checkOf(text, "They"), "found 2 times",
         "The words stand in the document more than once, at 0-4, 50-54, and the words around them do not say which "
         "place is meant."},
        {checkOf(text, "We will come to Milan this year"), "not found",
         "The words do not stand in the document. The nearest passage, at 12-47, is off by 1 of 7 words "
         "(4 characters)."},
        {checkOf(text, "Nothing like it"), "not found",
         "The words do not stand in the document. No passage comes near."},
    };
    std::set<QuoteGrade> grades;
    for (const Row& row : rows) {
        EXPECT_EQ(badge(row.check), row.badge);
        EXPECT_EQ(sentence(row.check), row.sentence);
        grades.insert(row.check.grade);
    }
    EXPECT_EQ(grades.size(), model::quoteGradeCount);
}

TEST_F(GradeWords, EveryFoldHasAnotherName) {
    std::set<QString> names;
    for (const TypographyFold fold : model::TypographyFolds::all().list())
        names.insert(foldInWords(fold));
    EXPECT_EQ(names.size(), model::typographyFoldCount);
    EXPECT_EQ(foldsInWords({}), QString());
}

TEST_F(GradeWords, ManyPlacesAreCutShort) {
    std::vector<model::TextSpan> places;
    for (std::size_t i = 0; i < 11; ++i)
        places.push_back({i * 1000, i * 1000 + 5});
    const QString words = placesInWords(places, english);
    EXPECT_TRUE(words.startsWith(QStringLiteral("0-5, 1,000-1,005, "))) << words.toStdString();
    EXPECT_TRUE(words.endsWith(QStringLiteral("9,000-9,005, …"))) << words.toStdString();
}

TEST_F(GradeWords, DocumentsAreNamedWithWhatIsToBeKnownOfThem) {
    model::SourceDocument document;
    EXPECT_EQ(changeInWords(document), QString());
    document.changed = true;
    EXPECT_EQ(changeInWords(document), QStringLiteral("changed since it was recorded"));
    EXPECT_EQ(noDocumentInWords({}), QStringLiteral("no document at hand"));
    EXPECT_EQ(noDocumentInWords({model::NoDocument::Kind::Refused, QStringLiteral("a reason")}),
              QStringLiteral("a reason"));
    EXPECT_EQ(notCheckedInWords(), QStringLiteral("not checked here"));
}

} // namespace
} // namespace quoteline::layout
