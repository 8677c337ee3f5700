// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/story_reload.h"

#include "app/view/search/event_filter.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/open_story.h"
#include "app/window/parts/story_loader.h"

namespace quoteline::ui {

StoryReload::StoryReload(const WindowParts& parts, EventFilter& filter)
    : m_parts(parts)
    , m_filter(filter) {
    connect(&m_parts.loader, &StoryLoader::started, this, [this](const QString& path) {
        if (m_path != path)
            drop();
    });
    connect(&m_parts.loader, &StoryLoader::failed, this, &StoryReload::drop);
    connect(&m_parts.loader, &StoryLoader::cancelled, this, &StoryReload::drop);
}

void StoryReload::reload() {
    if (m_parts.open.isBuiltIn())
        return;
    m_path = m_parts.open.path;
    m_parts.loader.load(m_parts.open.path);
}

void StoryReload::drop() {
    m_path.reset();
    m_kept.reset();
}

void StoryReload::aboutToShow(const QString& path) {
    if (m_path != path)
        return;
    m_kept = m_parts.controller.seen();
    m_kept->query = layout::seenQuery(m_parts.controller.view().story(), m_filter.query());
}

void StoryReload::shown() {
    if (m_kept)
        restore(*m_kept);
    drop();
}

void StoryReload::restore(const layout::SeenView& kept) {
    ViewController& controller = m_parts.controller;
    const model::Story& story = controller.view().story();
    controller.arrangeAs(kept);
    m_filter.setQuery(layout::queryOf(kept.query, story));
    controller.showWindowOf(kept);
    controller.scrollLanesTo(kept.scrollY);
    if (kept.selected)
        controller.select(controller.view().story().find(*kept.selected));
}

} // namespace quoteline::ui
