// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoteline::ui {

/// The time of an event in the words of the data formats.
struct TimeWords {
    std::optional<std::string> earliest; ///< ISO 8601 in UTC
    std::optional<std::string> end;      ///< the same; not included
    std::string_view precision;
    std::optional<std::string_view> endPrecision; ///< where it differs
    std::vector<std::string_view> flags;
};

/// `zone` is the story's, or a copy of it for another thread.
TimeWords timeWords(const model::Story& story, model::EventIndex event, const model::Zone& zone);
/// The flags with a space between them.
std::string flagsText(const TimeWords& words);

} // namespace quoteline::ui
