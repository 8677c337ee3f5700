// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_check.h"
#include "model/evidence/source_documents.h"
#include "model/text/word_table.h"

// The words of the data formats for what a check finds.
namespace quoteline::model {

namespace {

using namespace std::string_view_literals;

constexpr std::array gradeWords{"verbatim"sv,  "contextDiffers"sv, "typography"sv, "bracketed"sv,
                                "shortened"sv, "cutOff"sv,         "several"sv,    "notFound"sv};
constexpr std::array foldWords{"composition"sv, "quotationMarks"sv, "dashes"sv,    "ellipsis"sv,
                               "spaces"sv,      "softHyphens"sv,    "zeroWidth"sv, "whiteSpaceRuns"sv};
constexpr std::array originWords{"storyText"sv, "storyFile"sv, "folderByHash"sv, "folderByName"sv};
constexpr std::array noDocumentWords{"noneAtHand"sv, "refused"sv, "unreadable"sv};
static_assert(gradeWords.size() == quoteGradeCount && foldWords.size() == typographyFoldCount);

} // namespace

std::string_view toWord(QuoteGrade grade) {
    return wordOf(gradeWords, grade);
}

std::string_view toWord(TypographyFold fold) {
    return wordOf(foldWords, fold);
}

std::string_view toWord(DocumentOrigin origin) {
    return wordOf(originWords, origin);
}

std::string_view toWord(NoDocument::Kind kind) {
    return wordOf(noDocumentWords, kind);
}

} // namespace quoteline::model
