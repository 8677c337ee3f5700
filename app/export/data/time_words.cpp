// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/time_words.h"

#include <array>

namespace quoteline::ui {

namespace {

using namespace std::string_view_literals;

constexpr std::array precisionWords{"millennium"sv, "century"sv, "decade"sv, "year"sv,
                                    "month"sv,      "day"sv,     "minute"sv, "second"sv};

struct FlagWord {
    model::TimeFlag flag;
    std::string_view word;
};
constexpr std::array flagWords{
    FlagWord{model::TimeFlag::Approximate, "approximate"},   FlagWord{model::TimeFlag::Uncertain, "uncertain"},
    FlagWord{model::TimeFlag::OpenStart, "openStart"},       FlagWord{model::TimeFlag::OpenEnd, "openEnd"},
    FlagWord{model::TimeFlag::UnknownStart, "unknownStart"}, FlagWord{model::TimeFlag::UnknownEnd, "unknownEnd"},
    FlagWord{model::TimeFlag::ZoneAssumed, "zoneAssumed"},   FlagWord{model::TimeFlag::Unspecified, "unspecified"}};

std::string_view toWord(model::Precision precision) {
    return precisionWords[static_cast<std::size_t>(precision)];
}

} // namespace

TimeWords timeWords(const model::Story& story, model::EventIndex event, const model::Zone& zone) {
    const model::TimeRange range = story.range(event);
    TimeWords words;
    if (range.earliest)
        words.earliest = model::toUtcText(*range.earliest, range.startPrecision, zone).toStdString();
    if (range.end)
        words.end = model::toUtcText(*range.end, range.endPrecision, zone).toStdString();
    words.precision = toWord(range.startPrecision);
    if (range.endPrecision != range.startPrecision)
        words.endPrecision = toWord(range.endPrecision);
    for (const FlagWord& flag : flagWords)
        if (range.flags.has(flag.flag))
            words.flags.push_back(flag.word);
    return words;
}

std::string flagsText(const TimeWords& words) {
    std::string text;
    for (const std::string_view flag : words.flags) {
        text += text.empty() ? "" : " ";
        text += flag;
    }
    return text;
}

} // namespace quoteline::ui
