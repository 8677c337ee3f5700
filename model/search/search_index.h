// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/event_query.h"
#include <string>

/// What is behind a SearchIndex. Only the search itself knows it.
namespace quoteline::model {

struct SearchIndex::Data {
    /// Stands after every text. No word contains it, so none is found across two texts.
    static constexpr char separator = '\n';

    std::string arena;                 ///< title, summary and quotes of each event, folded, in UTF-8
    std::vector<std::uint64_t> starts; ///< the texts of event e lie at [starts[e], starts[e + 1]); empty when stopped
    std::vector<std::string> actors;   ///< names, folded
    std::vector<std::string> sources;  ///< publisher and headline, folded
};

/// Which events meet words: one byte an event. Nothing when stopped.
std::optional<std::vector<std::uint8_t>> eventsWith(const std::vector<QString>& words, const Story& story,
                                                    const SearchIndex::Data& index, const std::stop_token& stop);

/// Events that are worked on between two looks at a stop token.
inline constexpr std::size_t eventsPerBlock = 16384;

} // namespace quoteline::model
