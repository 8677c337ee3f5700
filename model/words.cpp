// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story.h"

#include <algorithm>
#include <array>

// The words of the file format for the enumerations of a story.
namespace quoteline::model {

namespace {

using namespace std::string_view_literals;

constexpr std::array kindWords{"report"sv, "statement"sv, "clarification"sv, "reaction"sv, "date"sv};
constexpr std::array statusWords{"happened"sv, "scheduled"sv};
constexpr std::array formWords{"direct"sv, "report"sv, "relay"sv};
constexpr std::array relationWords{"repliesTo"sv, "confirms"sv,  "agreesWith"sv, "disputes"sv,
                                   "corrects"sv,  "qualifies"sv, "discusses"sv,  ""sv};

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
