// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/story_reload.h"

#include "app/view/event_filter.h"
#include "app/view/view_controller.h"
#include "app/window/story_loader.h"
#include "model/event_facets.h"
#include <QMainWindow>
#include <map>

namespace quoteline::ui {

using layout::Grouping;

namespace {

/// What a key of a lane stands for, in a form that another version of the story understands too.
std::string idOf(const model::Story& story, Grouping grouping, std::uint32_t key) {
    const auto idIn = [key](const auto& parts) {
        return key < parts.size() ? "id:" + std::string(parts[key].id) : std::to_string(key);
    };
    switch (grouping) {
    case Grouping::Lane:
        return idIn(story.lanes());
    case Grouping::Actor:
        return idIn(story.actors());
    case Grouping::Source:
        return idIn(story.sources());
    case Grouping::Kind:
    case Grouping::None:
        break;
    }
    return std::to_string(key);
}

std::vector<std::string> idsOf(const layout::StoryView& view, const std::vector<std::uint32_t>& keys) {
    std::vector<std::string> ids;
    for (const std::uint32_t key : keys)
        ids.push_back(idOf(view.story(), view.arrangement().grouping, key));
    return ids;
}

std::vector<std::uint32_t> keysOf(const layout::StoryView& view, const std::vector<std::string>& ids) {
    std::map<std::string, std::uint32_t> known;
    for (const layout::LaneGroup& lane : view.lanes())
        known[idOf(view.story(), view.arrangement().grouping, lane.key)] = lane.key;
    std::vector<std::uint32_t> keys;
    for (const std::string& id : ids)
        if (const auto found = known.find(id); found != known.end())
            keys.push_back(found->second);
    return keys;
}

std::string idOf(const model::Story& story, model::Facet facet, std::uint32_t value) {
    switch (facet) {
    case model::Facet::Lane:
        return std::string(story.lanes()[value].id);
    case model::Facet::Actor:
        return std::string(story.actors()[value].id);
    case model::Facet::Source:
        return std::string(story.sources()[value].id);
    case model::Facet::Kind:
    case model::Facet::Status:
    case model::Facet::Certainty:
        break;
    }
    return std::to_string(value);
}

} // namespace

StoryReload::StoryReload(const WindowParts& parts, EventFilter& filter)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_filter(filter) {
    connect(&m_parts.loader, &StoryLoader::started, this, [this](const QString& path) {
        if (m_path != path)
            drop();
    });
    connect(&m_parts.loader, &StoryLoader::failed, this, &StoryReload::drop);
    connect(&m_parts.loader, &StoryLoader::cancelled, this, &StoryReload::drop);
}

void StoryReload::reload(const QString& path) {
    m_path = path;
    m_parts.loader.load(path);
}

void StoryReload::drop() {
    m_path.reset();
    m_kept.reset();
}

void StoryReload::aboutToShow(const QString& path) {
    if (m_path == path)
        m_kept = kept();
}

void StoryReload::shown() {
    if (m_kept)
        restore(*m_kept);
    drop();
}

StoryReload::Kept StoryReload::kept() const {
    const ViewController& controller = m_parts.controller;
    const layout::StoryView& view = controller.view();
    const model::Story& story = view.story();
    const layout::Arrangement& arrangement = view.arrangement();
    Kept kept;
    kept.state = controller.target();
    kept.whole = kept.state.window == controller.wholeStory();
    kept.grouping = arrangement.grouping;
    kept.order = idsOf(view, arrangement.order);
    kept.collapsed = idsOf(view, arrangement.collapsed);
    if (controller.selected())
        kept.selected = std::string(story.id(*controller.selected()));
    if (arrangement.unfolded)
        kept.unfolded = std::string(story.id(*arrangement.unfolded));
    kept.words = m_filter.query().text;
    for (std::size_t i = 0; i < model::facetCount; ++i)
        for (const std::uint32_t value : m_filter.query().choices[i])
            kept.choices[i].insert(idOf(story, static_cast<model::Facet>(i), value));
    return kept;
}

/// What of the question the new version still knows. Sorted, as the values are gone through in order.
model::EventQuery StoryReload::queryOf(const Kept& kept) const {
    const model::Story& story = m_parts.controller.view().story();
    model::EventQuery query;
    query.text = kept.words;
    for (std::size_t i = 0; i < model::facetCount; ++i) {
        if (kept.choices[i].empty())
            continue;
        const auto facet = static_cast<model::Facet>(i);
        for (std::uint32_t value = 0; value < model::FacetTables::valueCount(story, facet); ++value)
            if (kept.choices[i].contains(idOf(story, facet, value)))
                query.choices[i].push_back(value);
    }
    return query;
}

void StoryReload::restore(const Kept& kept) {
    ViewController& controller = m_parts.controller;
    layout::Arrangement arrangement = controller.view().arrangement();
    arrangement.grouping = kept.grouping;
    arrangement.order.clear();
    arrangement.collapsed.clear();
    if (kept.unfolded)
        arrangement.unfolded = controller.view().story().find(*kept.unfolded);
    controller.arrange(arrangement);
    arrangement.order = keysOf(controller.view(), kept.order);
    arrangement.collapsed = keysOf(controller.view(), kept.collapsed);
    controller.arrange(arrangement);
    m_filter.setQuery(queryOf(kept));
    if (!kept.whole)
        controller.setWindow(kept.state.window);
    else if (controller.state().window != controller.wholeStory())
        controller.setWindow(controller.wholeStory());
    controller.scrollLanesTo(kept.state.scrollY);
    if (kept.selected)
        controller.select(controller.view().story().find(*kept.selected));
}

} // namespace quoteline::ui
