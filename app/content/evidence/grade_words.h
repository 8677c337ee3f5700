// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/evidence_check.h"
#include <QLocale>
#include <QString>

/// What is said about quotes that were checked against documents. Numbers are in the form of `locale`.
namespace quoteline::layout {

/// For a badge: "verbatim", "verbatim, context differs", "verbatim except typography", "words in brackets added",
/// "shortened", "cut off", "found 3 times", "not found".
QString gradeInWords(const model::QuoteCheck& check, const QLocale& locale);
/// For a quote without a document: "not checked here".
QString notCheckedInWords();

/// "quotation marks".
QString foldInWords(model::TypographyFold fold);
/// "quotation marks, dashes"; empty for none.
QString foldsInWords(const model::TypographyFolds& folds);

/// A sentence or two that say what the grade rests on: the folds used, what was left out, the nearest passage.
QString gradeSentence(const model::QuoteCheck& check, const QLocale& locale);

/// Where a document comes from, as the end of a sentence: "from the folder given, by its SHA-256".
QString originInWords(model::DocumentOrigin origin);
/// "changed since it was recorded"; empty for one that is not.
QString changeInWords(const model::SourceDocument& document);
/// Why a source's quotes are not checked: "no document at hand", or the reason.
QString noDocumentInWords(const model::NoDocument& none);

/// Places in a document, the first few of many: "1366-1471, 2000-2105". Code points from 0, the end not included.
QString placesInWords(const std::vector<model::TextSpan>& places, const QLocale& locale);

} // namespace quoteline::layout
