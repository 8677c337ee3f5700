// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/lane_ids.h"

#include "app/content/story/grouping.h"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace quoteline::layout {

namespace {
constexpr std::array<std::string_view, groupingCount> groupingWords{"lane", "actor", "kind", "source", "none"};
}

std::string laneId(const model::Story& story, Grouping grouping, std::uint32_t key) {
    if (key == severalSourcesKey)
        return "several";
    if (key == noSourceKey)
        return "none";
    if (key == otherLanesKey)
        return "others";
    const auto idIn = [key](const auto& parts) {
        return key < parts.size() ? "id:" + std::string(parts[key].id) : std::string();
    };
    switch (grouping) {
    case Grouping::Lane:
        return idIn(story.lanes());
    case Grouping::Actor:
        return idIn(story.actors());
    case Grouping::Source:
        return idIn(story.sources());
    case Grouping::Kind:
        return key < model::eventKindCount ? std::string(model::toWord(static_cast<model::EventKind>(key)))
                                           : std::string();
    case Grouping::None:
        break;
    }
    return "all";
}

std::vector<std::string> laneIds(const StoryView& view, std::span<const std::uint32_t> keys) {
    std::vector<std::string> ids;
    for (const std::uint32_t key : keys)
        if (std::string id = laneId(view.story(), view.arrangement().grouping, key); !id.empty())
            ids.push_back(std::move(id));
    return ids;
}

std::vector<std::uint32_t> laneKeys(const StoryView& view, std::span<const std::string> ids) {
    std::map<std::string, std::uint32_t> known;
    for (const std::uint32_t key : view.laneKeys())
        known[laneId(view.story(), view.arrangement().grouping, key)] = key;
    std::vector<std::uint32_t> keys;
    for (const std::string& id : ids)
        if (const auto lane = known.extract(id))
            keys.push_back(lane.mapped());
    return keys;
}

bool areLaneIds(const model::Story& story, Grouping grouping, std::span<const std::string> ids) {
    std::set<std::string> known{"several", "none", "others"};
    const std::uint32_t most = grouping == Grouping::None ? 1 : otherLanesKey;
    for (std::uint32_t key = 0; key < most; ++key) {
        std::string id = laneId(story, grouping, key);
        if (id.empty())
            break;
        known.insert(std::move(id));
    }
    return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) { return known.contains(id); });
}

std::string_view toWord(Grouping grouping) {
    return groupingWords[static_cast<std::size_t>(grouping)];
}

std::optional<Grouping> groupingFrom(std::string_view word) {
    const auto found = std::find(groupingWords.begin(), groupingWords.end(), word);
    return found == groupingWords.end() ? std::nullopt
                                        : std::optional(static_cast<Grouping>(found - groupingWords.begin()));
}

} // namespace quoteline::layout
