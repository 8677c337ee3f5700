// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/story_reload.h"

#include "app/view/view_controller.h"
#include "app/window/story_loader.h"
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

} // namespace

StoryReload::StoryReload(const WindowParts& parts)
    : QObject(&parts.window)
    , m_parts(parts) {
    connect(&m_parts.loader, &StoryLoader::started, this, [this](const QString& path) {
        if (m_kept && m_kept->path != path)
            m_kept.reset();
    });
    // Made after the window listens to the loader: the story is shown already.
    connect(&m_parts.loader, &StoryLoader::loaded, this, [this](const LoadedStory& story) {
        if (m_kept && m_kept->path == story.path)
            restore(*m_kept);
        m_kept.reset();
    });
    connect(&m_parts.loader, &StoryLoader::failed, this, [this] { m_kept.reset(); });
    connect(&m_parts.loader, &StoryLoader::cancelled, this, [this] { m_kept.reset(); });
}

void StoryReload::reload(const QString& path) {
    m_kept = kept(path);
    m_parts.loader.load(path);
}

StoryReload::Kept StoryReload::kept(const QString& path) const {
    const ViewController& controller = m_parts.controller;
    const layout::StoryView& view = controller.view();
    const layout::Arrangement& arrangement = view.arrangement();
    Kept kept;
    kept.path = path;
    kept.state = controller.state();
    kept.whole = kept.state.window == controller.wholeStory();
    kept.grouping = arrangement.grouping;
    kept.order = idsOf(view, arrangement.order);
    kept.collapsed = idsOf(view, arrangement.collapsed);
    if (controller.selected())
        kept.selected = std::string(view.story().id(*controller.selected()));
    for (model::EventIndex event = 0; view.isFiltered() && event < view.story().eventCount(); ++event)
        if (!view.shows(event))
            kept.leftOut.insert(std::string(view.story().id(event)));
    return kept;
}

void StoryReload::restore(const Kept& kept) {
    ViewController& controller = m_parts.controller;
    layout::Arrangement arrangement = controller.view().arrangement();
    arrangement.grouping = kept.grouping;
    arrangement.order.clear();
    arrangement.collapsed.clear();
    // A filter that nobody ran again: what it left out stays out, and what is new is shown.
    if (!arrangement.shown && !kept.leftOut.empty()) {
        const model::Story& story = controller.view().story();
        layout::Arrangement::Events shown;
        for (const model::EventIndex event : controller.view().events())
            if (!kept.leftOut.contains(std::string(story.id(event))))
                shown.push_back(event);
        arrangement.shown = std::make_shared<const layout::Arrangement::Events>(std::move(shown));
    }
    controller.arrange(arrangement);
    arrangement.order = keysOf(controller.view(), kept.order);
    arrangement.collapsed = keysOf(controller.view(), kept.collapsed);
    controller.arrange(arrangement);
    if (kept.whole)
        controller.showWholeStory();
    else
        controller.setWindow(kept.state.window);
    controller.scrollLanesTo(kept.state.scrollY);
    if (kept.selected)
        controller.select(controller.view().story().find(*kept.selected));
}

} // namespace quoteline::ui
