// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/view_controller.h"

#include "app/layout/axis/dense_range.h"
#include "app/layout/axis/presets.h"
#include "app/layout/scene/reveal.h"
#include <algorithm>
#include <utility>

namespace quoteline::ui {

namespace {
constexpr double hitTolerance = 6; // pixels at text scale 1
constexpr double linkTolerance = 4;
} // namespace

ViewController::ViewController(const layout::StoryView& view, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_dense(layout::denseRange(view))
    , m_glide([this](const layout::ViewState& state) { showState(state); }, [this] { Q_EMIT settled(); }) {
    m_state.window = openingWindow();
    rebuild();
}

layout::Metrics ViewController::metrics() const {
    layout::Metrics metrics{m_size, m_fonts.textScale(), true, false};
    metrics.allRows = m_allRows;
    return metrics;
}

double ViewController::plotWidth() const {
    return layout::frameFor(m_view, metrics(), m_measurer).plot.width();
}

layout::TimeWindow ViewController::wholeStory() const {
    return layout::wholeStory(m_view, plotWidth(), m_fonts.textScale());
}

layout::TimeWindow ViewController::openingWindow() const {
    return m_dense ? layout::clamped(*m_dense, m_view, plotWidth(), m_fonts.textScale()) : wholeStory();
}

bool ViewController::showsWholeStory() const {
    return m_state.window == wholeStory();
}

void ViewController::setStory(const layout::StoryView& view) {
    m_glide.stop();
    m_view = view;
    m_dense = layout::denseRange(view);
    m_matcher = {};
    m_marks = {};
    m_linkInput = {std::nullopt, std::nullopt, m_linkInput.all};
    m_state = {};
    m_state.window = openingWindow();
    rebuild();
    Q_EMIT storyChanged();
    Q_EMIT selectionChanged();
}

void ViewController::arrange(layout::Arrangement arrangement) {
    if (arrangement == m_view.arrangement())
        return;
    // The names of other lanes take another width from the time, whose whole is then another window.
    const bool whole = arrangement.grouping != m_view.arrangement().grouping && target().window == wholeStory();
    if (whole)
        m_glide.finish();
    m_view = m_view.arranged(std::move(arrangement));
    if (whole)
        m_state.window = wholeStory();
    rebuild();
    Q_EMIT arrangementChanged();
}

layout::SeenView ViewController::seen() const {
    const layout::ViewState& there = target();
    layout::SeenView seen = layout::seenView(m_view, there.window, there.window == wholeStory());
    seen.scrollY = there.scrollY;
    if (m_marks.selected)
        seen.selected = std::string(m_view.story().id(*m_marks.selected));
    return seen;
}

void ViewController::arrangeAs(const layout::SeenView& seen) {
    arrange(layout::arrangedAs(seen, m_view));
}

void ViewController::setShown(std::shared_ptr<const layout::Arrangement::Events> shown) {
    layout::Arrangement arrangement = m_view.arrangement();
    arrangement.shown = std::move(shown);
    arrange(std::move(arrangement));
}

void ViewController::setMatcher(const model::TextMatcher& matcher) {
    m_matcher = matcher;
    m_hits = layout::hitMarks(*m_scene, m_matcher, m_measurer);
    updateOverlay();
}

void ViewController::setSize(QSizeF size) {
    if (size == m_size || size.isEmpty())
        return;
    m_glide.finish();
    const bool whole = showsWholeStory();
    m_size = size;
    if (whole)
        m_state.window = wholeStory();
    rebuild();
}

void ViewController::setTextScale(double textScale) {
    if (textScale == m_fonts.textScale())
        return;
    m_glide.finish();
    const bool whole = showsWholeStory();
    m_fonts = Fonts(textScale);
    m_measurer = FontMeasurer(m_fonts);
    m_packings.clear();
    if (whole)
        m_state.window = wholeStory();
    rebuild();
}

void ViewController::setAllRows(bool all) {
    if (all == m_allRows)
        return;
    m_allRows = all;
    rebuild();
}

void ViewController::select(std::optional<model::EventIndex> event) {
    if (event == m_marks.selected)
        return;
    m_marks.selected = event;
    m_linkInput.selected = event;
    m_linkInput.current.reset();
    updateLinks();
    updateOverlay();
    Q_EMIT selectionChanged();
}

void ViewController::selectAndReveal(model::EventIndex event) {
    if (event >= m_view.story().eventCount())
        return;
    m_inCommand = true;
    letPass(event);
    select(event);
    m_inCommand = false;
    glideTo(revealed(target(), event));
    Q_EMIT moved(false); // lanes may have changed where the window did not
}

/// Rows stand at other heights where time goes to: first there, then up or down.
layout::ViewState ViewController::revealed(const layout::ViewState& state, model::EventIndex event) {
    layout::ViewState there = state;
    there.window = layout::revealed(state, event, m_view, metrics(), m_measurer, *packingAt(state)).window;
    return layout::revealed(there, event, m_view, metrics(), m_measurer, *packingAt(there));
}

void ViewController::fit(model::EventIndex event) {
    if (event >= m_view.story().eventCount())
        return;
    m_inCommand = true;
    letPass(event);
    layout::ViewState next = target();
    next.window = layout::fitting(m_view, event, plotWidth(), m_fonts.textScale());
    next.scrollY = revealed(next, event).scrollY;
    m_inCommand = false;
    glideTo(next);
    Q_EMIT moved(false);
}

void ViewController::letPass(model::EventIndex event) {
    if (!m_view.shows(event))
        Q_EMIT filterInTheWay(event);
    if (!m_view.shows(event))
        setShown(nullptr);
}

void ViewController::jumpTo(const layout::EdgeCount& edge) {
    glideTo(revealed(target(), edge.event));
}

void ViewController::selectNeighbour(int direction) {
    const auto events = m_view.events();
    if (events.empty())
        return;
    if (!m_marks.selected) {
        const auto& starts = m_view.story().layoutStarts();
        const auto inView = [&](model::EventIndex event) {
            const auto start = static_cast<double>(starts[event]);
            return start >= m_state.window.start && start < m_state.window.end();
        };
        const auto first = std::find_if(events.begin(), events.end(), inView);
        const auto last = std::find_if(events.rbegin(), events.rend(), inView);
        if (first == events.end())
            selectAndReveal(direction > 0 ? events.front() : events.back());
        else
            selectAndReveal(direction > 0 ? *first : *last);
        return;
    }
    const auto at = std::lower_bound(events.begin(), events.end(), *m_marks.selected) - events.begin();
    // From an event that the filter leaves out, the next one already stands there.
    const bool between = direction > 0 && !m_view.shows(*m_marks.selected);
    const auto next = std::clamp<std::ptrdiff_t>(at + direction - (between ? 1 : 0), 0,
                                                 static_cast<std::ptrdiff_t>(events.size()) - 1);
    selectAndReveal(events[static_cast<std::size_t>(next)]);
}

std::optional<layout::Hit> ViewController::hitAt(QPointF position) const {
    const auto link = [&](double tolerance) -> std::optional<layout::Hit> {
        if (!m_links || !m_scene->frame.lanes.contains(position))
            return std::nullopt;
        const auto arc = layout::linkAt(*m_links, position, tolerance * m_fonts.textScale());
        return arc ? std::optional(layout::Hit{{}, {}, {}, arc}) : std::nullopt;
    };
    for (const layout::Callout& callout : m_overlay.callouts)
        if (callout.selected && callout.plate.contains(position)) // one that follows the pointer is not in its way
            return layout::Hit{callout.event, {}, {}, {}};
    if (const auto words = link(0)) // they may stand on a bar
        return words;
    if (const auto exact = layout::hitTest(*m_scene, position, 0))
        return exact;
    if (const auto line = link(linkTolerance))
        return line;
    return layout::hitTest(*m_scene, position, hitTolerance * m_fonts.textScale());
}

void ViewController::showDropLine(std::optional<QRectF> line) {
    m_marks.dropLine = line;
    updateOverlay();
}

std::optional<layout::Hit> ViewController::hoverAt(std::optional<QPointF> position) {
    const std::optional<layout::Hit> hit = position ? hitAt(*position) : std::nullopt;
    layout::OverlayInput marks = m_marks;
    marks.hovered = hit ? hit->event : std::nullopt;
    marks.hoveredColumn = hit ? hit->column : std::nullopt;
    marks.hoveredEdgeCount = hit ? hit->edgeCount : std::nullopt;
    if (marks != m_marks) {
        m_marks = marks;
        updateOverlay();
    }
    return hit;
}

std::shared_ptr<const layout::RowPacking> ViewController::packingAt(const layout::ViewState& state) {
    return m_packings.at(m_view, state, metrics(), m_measurer);
}

void ViewController::rebuild() {
    const layout::Metrics m = metrics();
    m_packing = m_packings.at(m_view, m_state, m, m_measurer);
    m_scene = std::make_shared<const layout::Scene>(layout::buildScene(m_view, m_state, m, m_measurer, *m_packing));
    m_state.scrollY = m_scene->scrollY;
    m_hits = layout::hitMarks(*m_scene, m_matcher, m_measurer);
    m_marks.hovered.reset();
    m_marks.hoveredColumn.reset();
    m_marks.hoveredEdgeCount.reset();
    updateLinks();
    Q_EMIT sceneChanged();
    updateOverlay();
}

void ViewController::setCurrentLink(std::optional<layout::LinkRef> link) {
    if (link == m_linkInput.current)
        return;
    m_linkInput.current = link;
    updateLinks();
    updateOverlay();
    Q_EMIT currentLinkChanged();
}

void ViewController::setAllLinks(bool shown) {
    if (shown == m_linkInput.all)
        return;
    m_linkInput.all = shown;
    updateLinks();
    updateOverlay();
}

/// Other links do not mean another scene; what moves under the pointer does not mean other links.
void ViewController::updateLinks() {
    const bool any =
        m_linkInput.all || (m_linkInput.selected && layout::linkCount(m_view.story(), *m_linkInput.selected) > 0);
    if (!any && !m_links)
        return;
    m_links = any ? std::make_shared<const layout::Links>(
                        layout::buildLinks({*m_scene, m_view, *m_packing, m_measurer}, m_linkInput))
                  : nullptr;
    Q_EMIT linksChanged();
}

void ViewController::updateOverlay() {
    layout::Overlay overlay = layout::buildOverlay(*m_scene, m_marks);
    overlay.hits = m_hits;
    overlay.links = m_links;
    overlay.callouts =
        layout::buildCallouts({*m_scene, m_view, *m_packing, m_measurer}, m_marks.selected, m_marks.hovered);
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    Q_EMIT overlayChanged();
}

} // namespace quoteline::ui
