// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/story_reload.h"

#include "app/view/search/event_filter.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/files/seen_view.h"
#include "app/window/parts/story_loader.h"
#include "model/search/event_facets.h"
#include <QMainWindow>

namespace quoteline::ui {

namespace {

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
    Kept kept;
    kept.seen = carriedView(view, controller.target(), controller.target().window == controller.wholeStory());
    kept.scrollY = controller.target().scrollY;
    if (controller.selected())
        kept.selected = std::string(story.id(*controller.selected()));
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
    arrangeAs(controller, kept.seen);
    m_filter.setQuery(queryOf(kept));
    showWindowOf(controller, kept.seen);
    controller.scrollLanesTo(kept.scrollY);
    if (kept.selected)
        controller.select(controller.view().story().find(*kept.selected));
}

} // namespace quoteline::ui
