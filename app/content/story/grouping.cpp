// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/grouping.h"

#include "app/content/words/display_text.h"
#include "app/content/words/evidence_words.h"
#include "app/content/words/translate.h"
#include <algorithm>
#include <numeric>
#include <set>

namespace quoteline::layout {

namespace {

/// The key of every event, and the keys in the order in which their lanes stand.
struct Keys {
    std::vector<std::uint32_t> ofEvents;
    std::vector<std::uint32_t> inOrder;
    std::size_t named = 0; ///< keys below stand for an actor, a source ...
    std::size_t slotCount() const { return named + 3; }
    /// Where a table over all keys has its entry.
    std::size_t slot(std::uint32_t key) const { return key < named ? key : named + (severalSourcesKey - key); }
};

std::uint32_t sourceKey(const model::Story& story, model::EventIndex event) {
    const std::size_t quotes = story.quoteCount(event);
    if (quotes == 0)
        return noSourceKey;
    const model::SourceIndex first = story.quote(event, 0).source;
    for (std::size_t i = 1; i < quotes; ++i)
        if (story.quote(event, i).source != first)
            return severalSourcesKey;
    return first;
}

std::size_t namedKeys(const model::Story& story, Grouping grouping) {
    switch (grouping) {
    case Grouping::Lane:
        return story.lanes().size();
    case Grouping::Actor:
        return story.actors().size();
    case Grouping::Kind:
        return model::eventKindCount;
    case Grouping::Source:
        return story.sources().size();
    case Grouping::None:
        break;
    }
    return 1;
}

QString nameOf(const model::Story& story, Grouping grouping, std::uint32_t key) {
    if (key == severalSourcesKey)
        return translate("layout", "Several sources");
    if (key == noSourceKey)
        return translate("layout", "No source");
    if (key == otherLanesKey)
        return grouping == Grouping::Actor ? translate("layout", "Other actors") : translate("layout", "Others");
    switch (grouping) {
    case Grouping::Lane:
        return displayLine(story.lanes()[key].name);
    case Grouping::Actor:
        return displayLine(story.actors()[key].name);
    case Grouping::Kind:
        return kindInWords(static_cast<model::EventKind>(key));
    case Grouping::Source:
        return displayLine(story.sources()[key].publisher);
    case Grouping::None:
        break;
    }
    return translate("layout", "All events");
}

Keys keysOf(const model::Story& story, Grouping grouping) {
    Keys keys;
    keys.ofEvents.resize(story.eventCount());
    for (model::EventIndex event = 0; event < keys.ofEvents.size(); ++event)
        keys.ofEvents[event] = laneKeyOf(story, event, grouping);
    keys.named = namedKeys(story, grouping);
    keys.inOrder.resize(keys.named);
    std::iota(keys.inOrder.begin(), keys.inOrder.end(), 0U);
    if (grouping == Grouping::Source) {
        keys.inOrder.push_back(severalSourcesKey);
        keys.inOrder.push_back(noSourceKey);
    }
    return keys;
}

/// Of too many lanes the ones with the most events stay; the first of equals.
void limitLanes(Keys& keys, std::vector<std::size_t>& totals) {
    if (keys.inOrder.size() <= maxLanes)
        return;
    std::vector<std::uint32_t> bySize = keys.inOrder;
    std::stable_sort(bySize.begin(), bySize.end(),
                     [&](auto a, auto b) { return totals[keys.slot(a)] > totals[keys.slot(b)]; });
    std::vector<bool> kept(keys.slotCount());
    for (std::size_t i = 0; i < maxLanes - 1; ++i)
        kept[keys.slot(bySize[i])] = true;
    std::erase_if(keys.inOrder, [&](std::uint32_t key) { return !kept[keys.slot(key)]; });
    keys.inOrder.push_back(otherLanesKey);
    for (std::uint32_t& key : keys.ofEvents) {
        if (kept[keys.slot(key)])
            continue;
        key = otherLanesKey;
        ++totals[keys.slot(key)];
    }
}

void moveToFront(std::vector<std::uint32_t>& keys, const std::vector<std::uint32_t>& order) {
    auto place = keys.begin();
    for (const std::uint32_t key : order) {
        const auto found = std::find(place, keys.end(), key);
        if (found == keys.end())
            continue;
        std::rotate(place, found, found + 1);
        ++place;
    }
}

} // namespace

std::uint32_t laneKeyOf(const model::Story& story, model::EventIndex event, Grouping grouping) {
    switch (grouping) {
    case Grouping::Lane:
        return story.lane(event);
    case Grouping::Actor:
        return story.actor(event);
    case Grouping::Kind:
        return static_cast<std::uint32_t>(story.kind(event));
    case Grouping::Source:
        return sourceKey(story, event);
    case Grouping::None:
        break;
    }
    return 0;
}

std::vector<LaneGroup> groupedLanes(const model::Story& story, const Arrangement& arrangement) {
    Keys keys = keysOf(story, arrangement.grouping);
    std::vector<std::size_t> totals(keys.slotCount());
    for (const std::uint32_t key : keys.ofEvents)
        ++totals[keys.slot(key)];
    const bool keepsEmpty = arrangement.grouping == Grouping::Lane || arrangement.grouping == Grouping::None;
    if (!keepsEmpty) {
        std::erase_if(keys.inOrder, [&](std::uint32_t key) { return totals[keys.slot(key)] == 0; });
        limitLanes(keys, totals);
    }

    std::vector<LaneGroup> groups(keys.slotCount());
    for (std::size_t i = 0; i < keys.inOrder.size(); ++i) {
        const std::uint32_t key = keys.inOrder[i];
        LaneGroup& group = groups[keys.slot(key)];
        group.name = nameOf(story, arrangement.grouping, key);
        group.key = key;
        group.hue = static_cast<int>(i); // of the file's order: a lane that is moved keeps its colour
        group.total = totals[keys.slot(key)];
        if (!arrangement.shown)
            group.events.reserve(group.total);
    }
    const auto put = [&](model::EventIndex event) { groups[keys.slot(keys.ofEvents[event])].events.push_back(event); };
    if (arrangement.shown) {
        std::for_each(arrangement.shown->begin(), arrangement.shown->end(), put);
    } else {
        for (model::EventIndex event = 0; event < keys.ofEvents.size(); ++event)
            put(event);
    }
    moveToFront(keys.inOrder, arrangement.order);
    std::vector<LaneGroup> lanes;
    lanes.reserve(keys.inOrder.size());
    for (const std::uint32_t key : keys.inOrder)
        lanes.push_back(std::move(groups[keys.slot(key)]));
    setForms(lanes, arrangement);
    return lanes;
}

void setForms(std::span<LaneGroup> lanes, const Arrangement& arrangement) {
    const std::set<std::uint32_t> collapsed(arrangement.collapsed.begin(), arrangement.collapsed.end());
    const std::set<std::uint32_t> opened(arrangement.opened.begin(), arrangement.opened.end());
    for (LaneGroup& lane : lanes) {
        lane.collapsed = collapsed.contains(lane.key);
        lane.opened = !lane.collapsed && opened.contains(lane.key);
    }
}

QString groupingName(Grouping grouping) {
    switch (grouping) {
    case Grouping::Lane:
        return translate("layout", "Lane");
    case Grouping::Actor:
        return translate("layout", "Actor");
    case Grouping::Kind:
        return translate("layout", "Kind");
    case Grouping::Source:
        return translate("layout", "Source");
    case Grouping::None:
        break;
    }
    return translate("layout", "One lane");
}

Arrangement withLaneToggled(const StoryView& view, std::size_t lane) {
    Arrangement arrangement = view.arrangement();
    if (lane >= view.lanes().size())
        return arrangement;
    const LaneGroup& group = view.lanes()[lane];
    if (group.collapsed) {
        std::erase(arrangement.collapsed, group.key);
        return arrangement;
    }
    arrangement.collapsed.push_back(group.key);
    std::erase(arrangement.opened, group.key);
    return arrangement;
}

Arrangement withLaneOpened(const StoryView& view, std::size_t lane) {
    Arrangement arrangement = view.arrangement();
    if (lane >= view.lanes().size())
        return arrangement;
    const LaneGroup& group = view.lanes()[lane];
    std::erase(arrangement.collapsed, group.key);
    std::erase(arrangement.opened, group.key);
    if (!group.opened)
        arrangement.opened.push_back(group.key);
    return arrangement;
}

Arrangement withLanesCollapsed(const StoryView& view, bool collapsed) {
    Arrangement arrangement = view.arrangement();
    arrangement.collapsed.clear();
    arrangement.opened.clear();
    if (!collapsed)
        return arrangement;
    arrangement.collapsed.assign(view.laneKeys().begin(), view.laneKeys().end());
    return arrangement;
}

Arrangement withLaneMoved(const StoryView& view, std::size_t from, std::size_t to) {
    Arrangement arrangement = view.arrangement();
    if (from >= view.lanes().size() || to >= view.lanes().size() || from == to)
        return arrangement;
    std::vector<std::uint32_t> order(view.laneKeys().begin(), view.laneKeys().end());
    std::erase(order, view.lanes()[from].key);
    auto place = std::find(order.begin(), order.end(), view.lanes()[to].key);
    order.insert(from < to ? place + 1 : place, view.lanes()[from].key);
    arrangement.order = std::move(order);
    return arrangement;
}

Arrangement regrouped(const StoryView& view, Grouping grouping) {
    Arrangement arrangement = view.arrangement();
    if (arrangement.grouping == grouping)
        return arrangement;
    arrangement.grouping = grouping;
    arrangement.order.clear();
    arrangement.collapsed.clear();
    arrangement.opened.clear();
    return arrangement;
}

} // namespace quoteline::layout
