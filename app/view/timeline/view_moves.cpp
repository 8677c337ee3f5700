// SPDX-License-Identifier: GPL-3.0-or-later
// The moves of a ViewController in time and over the lanes, at once and gliding.
#include "app/layout/shapes/time_scale.h"
#include "app/view/timeline/view_controller.h"

#include <algorithm>

namespace quoteline::ui {

void ViewController::setSeen(bool seen) {
    m_seen = seen;
    if (!seen)
        m_glide.finish();
}

void ViewController::panBy(double pixels) {
    panByShare(pixels / m_scene->scale.length);
}

void ViewController::panByShare(double share) {
    setWindow(layout::panned(m_state.window, share));
}

void ViewController::zoomBy(double factor, double anchorX) {
    setState({zoomed(m_state.window, factor, m_scene->scale.toMs(anchorX)), m_state.scrollY});
}

void ViewController::setWindow(const layout::TimeWindow& window) {
    setState({layout::clamped(window, m_view, plotWidth(), m_fonts.textScale()), m_state.scrollY});
}

void ViewController::showWindowOf(const layout::SeenView& seen) {
    const layout::TimeWindow window = seen.whole ? wholeStory() : seen.window;
    if (m_state.window != window)
        setWindow(window);
}

void ViewController::scrollLanesTo(double scrollY) {
    const double most = std::max(0.0, m_scene->contentHeight - m_scene->frame.lanes.height());
    setState({m_state.window, std::clamp(scrollY, 0.0, most)});
}

void ViewController::stepBy(double share) {
    glideTo({layout::panned(target().window, share), target().scrollY});
}

layout::TimeWindow ViewController::zoomedInSight(const layout::TimeWindow& window, double factor) {
    std::optional<model::EventIndex> held = m_marks.selected;
    const auto isHeld = [&](const layout::Callout& callout) { return callout.event == held; };
    if (held && layout::coverOf(*m_scene, *held).isEmpty() &&
        std::none_of(m_overlay.callouts.begin(), m_overlay.callouts.end(), isHeld))
        held.reset(); // out of view
    const auto [next, limit] = layout::zoomedInSight(window, factor, held, m_view, plotWidth(), m_fonts.textScale());
    if (limit)
        Q_EMIT limitReached(*limit);
    return next;
}

void ViewController::zoomAtOnceBy(double factor) {
    setState({zoomedInSight(m_state.window, factor), m_state.scrollY});
}

void ViewController::zoomBy(double factor) {
    const layout::ViewState from = target();
    glideTo({zoomedInSight(from.window, factor), from.scrollY});
}

void ViewController::zoomAbout(double factor, double anchorX) {
    const layout::ViewState from = target();
    const layout::TimeScale scale{from.window, m_scene->scale.left, m_scene->scale.length};
    glideTo({zoomed(from.window, factor, scale.toMs(anchorX)), from.scrollY});
}

layout::TimeWindow ViewController::zoomed(const layout::TimeWindow& window, double factor, double anchor) {
    const auto [next, limit] = layout::zoomedWithin(window, factor, anchor, m_view, plotWidth(), m_fonts.textScale());
    if (limit)
        Q_EMIT limitReached(*limit);
    return next;
}

void ViewController::showWholeStory() {
    glideTo({wholeStory(), 0});
}

void ViewController::glideTo(const layout::ViewState& state) {
    const layout::ViewState next{layout::clamped(state.window, m_view, plotWidth(), m_fonts.textScale()),
                                 std::max(0.0, state.scrollY)};
    if (state.window.width < next.window.width)
        Q_EMIT limitReached(layout::ZoomLimit::Closest);
    if (next == target())
        return;
    if (m_seen && m_glide.duration() > 0) {
        m_glide.run(m_state, next);
    } else {
        m_glide.stop();
        showState(next);
    }
    Q_EMIT moved(false);
}

void ViewController::setState(const layout::ViewState& state) {
    if (state.window == target().window && state.scrollY == target().scrollY)
        return;
    m_glide.stop();
    showState(state);
    Q_EMIT moved(true);
}

void ViewController::showState(const layout::ViewState& state) {
    if (state.window == m_state.window && state.scrollY == m_state.scrollY)
        return;
    m_state.window = state.window;
    m_state.scrollY = state.scrollY;
    rebuild();
}

} // namespace quoteline::ui
