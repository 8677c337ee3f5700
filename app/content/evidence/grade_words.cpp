// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/grade_words.h"

#include "app/content/words/translate.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace quoteline::layout {

using model::QuoteCheck;
using model::QuoteGrade;
using model::TypographyFold;

namespace {

constexpr std::size_t mostPlaces = 10;

struct GradeText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

QString characters(std::size_t count, const QLocale& locale) {
    return GradeText::tr("%1 character(s)", nullptr, asInt(count)).arg(number(count, locale));
}

bool contextDiffers(const QuoteCheck& check) {
    return !check.prefixBeside || !check.suffixBeside;
}

/// What is wrong beside the words; empty where nothing is.
QString contextSentence(const QuoteCheck& check) {
    if (!check.prefixBeside && !check.suffixBeside)
        return translate("layout", "Neither the words recorded before them nor those after them stand beside them.");
    if (!check.prefixBeside)
        return translate("layout", "The words recorded before them do not stand there.");
    if (!check.suffixBeside)
        return translate("layout", "The words recorded after them do not stand there.");
    return {};
}

QString joined(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + u' ' + second;
}

QString typographySentence(const QuoteCheck& check) {
    if (check.folds.isEmpty())
        return {};
    return translate("layout", "Differences of typography: %1.").arg(foldsInWords(check.folds));
}

/// What the document has in the places where the quote has brackets or ellipses.
QString gapSentence(const QuoteCheck& check, const QLocale& locale) {
    if (check.gaps.empty())
        return translate("layout", "The document has nothing in between.");
    std::size_t count = 0;
    for (const model::TextSpan& gap : check.gaps)
        count += gap.size();
    return translate("layout", "Of the document %1 are left out, at %2.")
        .arg(characters(count, locale), placesInWords(check.gaps, locale));
}

QString contextDiffersSentence(const QuoteCheck& check) {
    const QString words = translate("layout", "The words stand in the document, character by character.");
    if (contextDiffers(check))
        return joined(words, contextSentence(check));
    return joined(
        words,
        translate("layout", "What stands around them differs in typography: %1.").arg(foldsInWords(check.folds)));
}

QString cutSentence(const QuoteCheck& check, const QLocale& locale) {
    return translate("layout",
                     "The document ends with an ellipsis after the first %1 of the quote; the rest of it cannot "
                     "be checked there.")
        .arg(characters(check.exactFound, locale));
}

QString notFoundSentence(const QuoteCheck& check, const QLocale& locale) {
    const QString words = translate("layout", "The words do not stand in the document.");
    if (!check.nearest)
        return joined(words, translate("layout", "No passage comes near."));
    const model::NearestPassage& nearest = *check.nearest;
    const QString place = placesInWords({nearest.span}, locale);
    const QString off = GradeText::tr("%1 of %2 word(s)", nullptr, asInt(nearest.words))
                            .arg(number(nearest.wordsOff, locale), number(nearest.words, locale));
    if (!nearest.charactersOff)
        return joined(words, translate("layout", "The nearest passage, at %1, is off by %2.").arg(place, off));
    return joined(words, translate("layout", "The nearest passage, at %1, is off by %2 (%3).")
                             .arg(place, off, characters(*nearest.charactersOff, locale)));
}

} // namespace

QString gradeInWords(const QuoteCheck& check, const QLocale& locale) {
    switch (check.grade) {
    case QuoteGrade::Verbatim:
        return translate("layout", "verbatim");
    case QuoteGrade::ContextDiffers:
        return translate("layout", "verbatim, context differs");
    case QuoteGrade::Typography:
        return contextDiffers(check) ? translate("layout", "verbatim except typography, context differs")
                                     : translate("layout", "verbatim except typography");
    case QuoteGrade::Bracketed:
        return translate("layout", "words in brackets added");
    case QuoteGrade::Shortened:
        return check.hasBrackets ? translate("layout", "shortened, words in brackets added")
                                 : translate("layout", "shortened");
    case QuoteGrade::CutOff:
        return translate("layout", "cut off");
    case QuoteGrade::Several:
        return GradeText::tr("found %1 time(s)", nullptr, asInt(check.count)).arg(number(check.count, locale));
    case QuoteGrade::NotFound:
        break;
    }
    return translate("layout", "not found");
}

QString notCheckedInWords() {
    return translate("layout", "not checked here");
}

QString foldInWords(TypographyFold fold) {
    switch (fold) {
    case TypographyFold::Composition:
        return translate("layout", "composed letters");
    case TypographyFold::QuotationMarks:
        return translate("layout", "quotation marks");
    case TypographyFold::Dashes:
        return translate("layout", "dashes");
    case TypographyFold::Ellipsis:
        return translate("layout", "ellipsis");
    case TypographyFold::Spaces:
        return translate("layout", "kinds of spaces");
    case TypographyFold::SoftHyphens:
        return translate("layout", "soft hyphens");
    case TypographyFold::ZeroWidth:
        return translate("layout", "zero-width characters");
    case TypographyFold::WhiteSpaceRuns:
        break;
    }
    return translate("layout", "runs of white space");
}

QString foldsInWords(const model::TypographyFolds& folds) {
    QStringList words;
    for (const TypographyFold fold : folds.list())
        words += foldInWords(fold);
    return words.join(QStringLiteral(", "));
}

QString gradeSentence(const QuoteCheck& check, const QLocale& locale) {
    switch (check.grade) {
    case QuoteGrade::Verbatim:
        return translate("layout",
                         "The words and what stands around them are in the document, character by character.");
    case QuoteGrade::ContextDiffers:
        return contextDiffersSentence(check);
    case QuoteGrade::Typography:
        return joined(translate("layout", "The words stand in the document, typography apart: %1.")
                          .arg(foldsInWords(check.folds)),
                      contextSentence(check));
    case QuoteGrade::Bracketed:
        return joined(
            joined(translate("layout", "Without the words in brackets, which are the author's, the words stand "
                                       "in the document."),
                   gapSentence(check, locale)),
            typographySentence(check));
    case QuoteGrade::Shortened:
        return joined(joined(translate("layout", "The parts of the quote stand in the document in this order."),
                             gapSentence(check, locale)),
                      typographySentence(check));
    case QuoteGrade::CutOff:
        return joined(cutSentence(check, locale), typographySentence(check));
    case QuoteGrade::Several:
        return translate("layout",
                         "The words stand in the document more than once, at %1, and the words around them do "
                         "not say which place is meant.")
            .arg(placesInWords(check.passages, locale));
    case QuoteGrade::NotFound:
        break;
    }
    return notFoundSentence(check, locale);
}

QString originInWords(model::DocumentOrigin origin) {
    switch (origin) {
    case model::DocumentOrigin::StoryText:
        return translate("layout", "the text that the story carries");
    case model::DocumentOrigin::StoryFile:
        return translate("layout", "the file that the story names");
    case model::DocumentOrigin::FolderByHash:
        return translate("layout", "found in the folder by its SHA-256");
    case model::DocumentOrigin::FolderByName:
        break;
    }
    return translate("layout", "found in the folder by its name");
}

QString changeInWords(const model::SourceDocument& document) {
    return document.changed ? translate("layout", "changed since it was recorded") : QString();
}

QString noDocumentInWords(const model::NoDocument& none) {
    return none.reason.isEmpty() ? translate("layout", "no document at hand") : none.reason;
}

QString placesInWords(const std::vector<model::TextSpan>& places, const QLocale& locale) {
    QStringList words;
    for (std::size_t i = 0; i < std::min(places.size(), mostPlaces); ++i)
        words += translate("layout", "%1-%2", "from and to a character")
                     .arg(number(places[i].start, locale), number(places[i].end, locale));
    if (places.size() > mostPlaces)
        words += QStringLiteral("…");
    return words.join(QStringLiteral(", "));
}

} // namespace quoteline::layout
