// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story.h"
#include "model/text/word_table.h"

// The words of the data formats for enumerations.
namespace quoteline::model {

namespace {

using namespace std::string_view_literals;

constexpr std::array kindWords{"report"sv, "statement"sv, "clarification"sv, "reaction"sv, "date"sv};
constexpr std::array statusWords{"happened"sv, "scheduled"sv};
constexpr std::array formWords{"direct"sv, "report"sv, "relay"sv};
constexpr std::array relationWords{"repliesTo"sv, "confirms"sv,  "agreesWith"sv, "disputes"sv,
                                   "corrects"sv,  "qualifies"sv, "discusses"sv,  ""sv};

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
