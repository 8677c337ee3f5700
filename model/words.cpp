// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quote_check.h"
#include "model/source_documents.h"
#include "model/story.h"

#include <algorithm>
#include <array>

// The words of the data formats for enumerations.
namespace quoteline::model {

namespace {

using namespace std::string_view_literals;

constexpr std::array kindWords{"report"sv, "statement"sv, "clarification"sv, "reaction"sv, "date"sv};
constexpr std::array statusWords{"happened"sv, "scheduled"sv};
constexpr std::array formWords{"direct"sv, "report"sv, "relay"sv};
constexpr std::array relationWords{"repliesTo"sv, "confirms"sv,  "agreesWith"sv, "disputes"sv,
                                   "corrects"sv,  "qualifies"sv, "discusses"sv,  ""sv};

constexpr std::array gradeWords{"verbatim"sv,  "contextDiffers"sv, "typography"sv, "bracketed"sv,
                                "shortened"sv, "cutOff"sv,         "several"sv,    "notFound"sv};
constexpr std::array foldWords{"composition"sv, "quotationMarks"sv, "dashes"sv,    "ellipsis"sv,
                               "spaces"sv,      "softHyphens"sv,    "zeroWidth"sv, "whiteSpaceRuns"sv};
constexpr std::array originWords{"storyText"sv, "storyFile"sv, "folderByHash"sv, "folderByName"sv};
constexpr std::array noDocumentWords{"noneAtHand"sv, "refused"sv, "unreadable"sv};
static_assert(gradeWords.size() == quoteGradeCount && foldWords.size() == typographyFoldCount);

template <typename Enum, std::size_t N>
std::string_view wordOf(const std::array<std::string_view, N>& words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<std::string_view, N>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

} // namespace

std::string_view toWord(EventKind kind) {
    return wordOf(kindWords, kind);
}

std::string_view toWord(EventStatus status) {
    return wordOf(statusWords, status);
}

std::string_view toWord(QuoteForm form) {
    return wordOf(formWords, form);
}

std::string_view toWord(RelationType type) {
    return wordOf(relationWords, type);
}

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

std::optional<EventKind> eventKindFrom(std::string_view word) {
    return valueOf<EventKind>(kindWords, word);
}

std::optional<EventStatus> eventStatusFrom(std::string_view word) {
    return valueOf<EventStatus>(statusWords, word);
}

std::optional<QuoteForm> quoteFormFrom(std::string_view word) {
    return valueOf<QuoteForm>(formWords, word);
}

RelationType relationTypeFrom(std::string_view word) {
    return valueOf<RelationType>(relationWords, word).value_or(RelationType::Other);
}

} // namespace quoteline::model
