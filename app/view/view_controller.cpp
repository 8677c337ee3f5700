// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/view_controller.h"

#include "app/layout/reading.h"
#include "app/layout/reveal.h"
#include <algorithm>

namespace quoteline::ui {

namespace {
constexpr double hitTolerance = 6; // pixels at text scale 1
}

ViewController::ViewController(const layout::StoryView& view, QObject* parent)
    : QObject(parent)
    , m_view(view) {
    m_state.window = wholeStory();
    rebuild();
}

layout::Metrics ViewController::metrics() const {
    return {m_size, m_fonts.textScale(), true, false};
}

double ViewController::plotWidth() const {
    return layout::frameFor(m_view, metrics(), m_measurer).plot.width();
}

layout::TimeWindow ViewController::wholeStory() const {
    return layout::wholeStory(m_view, plotWidth(), m_fonts.textScale());
}

bool ViewController::showsWholeStory() const {
    return m_state.window == wholeStory();
}

void ViewController::setStory(const layout::StoryView& view) {
    m_view = view;
    m_marks = {};
    m_state = {};
    m_state.window = wholeStory();
    rebuild();
    Q_EMIT storyChanged();
    Q_EMIT selectionChanged();
}

void ViewController::arrange(layout::Arrangement arrangement) {
    if (arrangement == m_view.arrangement())
        return;
    m_view = m_view.arranged(std::move(arrangement));
    rebuild();
    Q_EMIT arrangementChanged();
}

void ViewController::setShown(std::shared_ptr<const layout::Arrangement::Events> shown) {
    layout::Arrangement arrangement = m_view.arrangement();
    arrangement.shown = std::move(shown);
    arrange(std::move(arrangement));
}

void ViewController::setSize(QSizeF size) {
    if (size == m_size || size.isEmpty())
        return;
    const bool whole = showsWholeStory();
    m_size = size;
    if (whole)
        m_state.window = wholeStory();
    rebuild();
}

void ViewController::setTextScale(double textScale) {
    if (textScale == m_fonts.textScale())
        return;
    const bool whole = showsWholeStory();
    m_fonts = Fonts(textScale);
    m_measurer = FontMeasurer(m_fonts);
    m_marksOnly.rows.reset();
    m_cards.rows.reset();
    if (whole)
        m_state.window = wholeStory();
    rebuild();
}

void ViewController::panBy(double pixels) {
    panByShare(pixels / m_scene->scale.length);
}

void ViewController::panByShare(double share) {
    setWindow(layout::panned(m_state.window, share));
}

void ViewController::zoomBy(double factor, double anchorX) {
    const layout::TimeWindow whole = wholeStory();
    const double least = std::min(layout::minWindowMs, whole.width);
    const double width = std::clamp(m_state.window.width / factor, least, whole.width);
    setWindow(layout::zoomed(m_state.window, m_state.window.width / width, m_scene->scale.toMs(anchorX)));
}

void ViewController::zoomBy(double factor) {
    double anchor = m_scene->frame.plot.center().x();
    if (m_marks.selected) {
        const QRectF cover = layout::coverOf(*m_scene, *m_marks.selected);
        const double start = m_scene->scale.toX(static_cast<double>(m_view.story().layoutStarts()[*m_marks.selected]));
        if (!cover.isEmpty() && start >= m_scene->frame.plot.left() && start <= m_scene->frame.plot.right())
            anchor = start;
    }
    zoomBy(factor, anchor);
}

void ViewController::showWholeStory() {
    setState({wholeStory(), 0});
}

void ViewController::setWindow(const layout::TimeWindow& window) {
    setState({layout::clamped(window, m_view, plotWidth(), m_fonts.textScale()), m_state.scrollY});
}

void ViewController::scrollLanesTo(double scrollY) {
    const double most = std::max(0.0, m_scene->contentHeight - m_scene->frame.lanes.height());
    setState({m_state.window, std::clamp(scrollY, 0.0, most)});
}

void ViewController::setState(layout::ViewState state) {
    state.reading = m_state.reading; // which is for rebuild() to decide
    if (state == m_state)
        return;
    m_state = state;
    rebuild();
}

void ViewController::select(std::optional<model::EventIndex> event) {
    if (event == m_marks.selected)
        return;
    m_marks.selected = event;
    updateOverlay();
    Q_EMIT selectionChanged();
}

void ViewController::selectAndReveal(model::EventIndex event) {
    if (event >= m_view.story().eventCount())
        return;
    if (!m_view.shows(event))
        Q_EMIT filterInTheWay(event);
    if (!m_view.shows(event))
        setShown(nullptr);
    unfold(event);
    select(event);
    reveal(event);
}

void ViewController::jumpTo(const layout::EdgeChip& chip) {
    reveal(chip.event);
}

void ViewController::reveal(model::EventIndex event) {
    const layout::ViewState next = layout::revealed(m_state, event, m_view, metrics(), m_measurer, packing());
    setState({layout::clamped(next.window, m_view, plotWidth(), m_fonts.textScale()), next.scrollY});
}

void ViewController::setReadingAllowed(bool allowed) {
    if (allowed == m_readingAllowed)
        return;
    m_readingAllowed = allowed;
    rebuild();
}

/// Expands the event's lane, and gives the event a row of its own where it stands in a "+N" chip even so.
void ViewController::unfold(model::EventIndex event) {
    layout::Arrangement arrangement = m_view.arrangement();
    const auto lane = m_view.laneOf(event);
    if (lane && m_view.lanes()[*lane].collapsed)
        std::erase(arrangement.collapsed, m_view.lanes()[*lane].key);
    if (arrangement.unfolded != event)
        arrangement.unfolded.reset();
    arrange(arrangement);
    if (!packing().placements[event].folded)
        return;
    arrangement.unfolded = event;
    arrange(arrangement);
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
    const auto next = std::clamp<std::ptrdiff_t>(at + direction, 0, static_cast<std::ptrdiff_t>(events.size()) - 1);
    selectAndReveal(events[static_cast<std::size_t>(next)]);
}

std::optional<layout::Hit> ViewController::hitAt(QPointF position) const {
    return layout::hitTest(*m_scene, position, hitTolerance * m_fonts.textScale());
}

void ViewController::hoverAt(std::optional<QPointF> position) {
    const std::optional<layout::Hit> hit = position ? hitAt(*position) : std::nullopt;
    m_marks.hovered = hit ? hit->event : std::nullopt;
    m_marks.hoveredChip = hit ? hit->chip : std::nullopt;
    m_marks.hoveredEdgeChip = hit ? hit->edgeChip : std::nullopt;
    updateOverlay();
}

/// Packs rows for the present state, unless they are packed already.
void ViewController::pack(Packed& packed, bool reading) {
    layout::ViewState state = m_state;
    state.reading = reading;
    const layout::PackingKey key = layout::packingKey(m_view, state, metrics(), m_measurer);
    if (packed.rows && key == packed.key)
        return;
    packed.rows = std::make_unique<layout::RowPacking>(layout::packRows(m_view, key, m_measurer));
    packed.key = key;
}

bool ViewController::decideReading() {
    const layout::Metrics m = metrics();
    if (!m_readingAllowed || !layout::mayBeRead(m_state.reading, m_view, m_state.window, m, m_measurer))
        return false;
    pack(m_cards, true);
    return layout::readingFor(m_state.reading, m_view, m_state.window, m, m_measurer, *m_cards.rows);
}

void ViewController::rebuild() {
    const layout::Metrics m = metrics();
    const bool wasReading = m_state.reading;
    m_state.reading = decideReading();
    if (!m_state.reading)
        pack(m_marksOnly, false);
    if (m_state.reading != wasReading && m_marks.selected && !layout::coverOf(*m_scene, *m_marks.selected).isEmpty())
        m_state.scrollY =
            layout::revealed(m_state, *m_marks.selected, m_view, m, m_measurer, packing()).scrollY; // stays in view
    m_scene = std::make_shared<const layout::Scene>(layout::buildScene(m_view, m_state, m, m_measurer, packing()));
    m_state.scrollY = m_scene->scrollY;
    m_marks.hovered.reset();
    m_marks.hoveredChip.reset();
    m_marks.hoveredEdgeChip.reset();
    Q_EMIT sceneChanged();
    updateOverlay();
}

void ViewController::updateOverlay() {
    const layout::Overlay overlay = layout::buildOverlay(*m_scene, m_marks);
    if (overlay == m_overlay)
        return;
    m_overlay = overlay;
    Q_EMIT overlayChanged();
}

} // namespace quoteline::ui
