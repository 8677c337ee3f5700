// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/edge_counts.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

/// "62 earlier", with an arrow that points there.
QString wordsOf(std::size_t count, bool later, const QLocale& locale) {
    return (later ? translate("layout", "%1 later ›", "a number of events beyond the right edge")
                  : translate("layout", "‹ %1 earlier", "a number of events beyond the left edge"))
        .arg(number(count, locale));
}

class EdgeCountAdder {
public:
    EdgeCountAdder(Scene& scene, const StoryView& view, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_measurer(measurer)
        , m_sizes(scene.textScale) {}

    void add(const LaneBand& band, const EventsBeyond& beyond, bool later);

private:
    /// A mark of an event beside the window may reach into it with its halo or fade, and a unit of time lie across the
    /// edge.
    bool isFree(const QRectF& rect) const {
        const QRectF inner = rect.adjusted(0, 1, 0, -1); // whole pixels may reach into the next lane
        return std::none_of(m_scene.marks.begin(), m_scene.marks.end(),
                            [&](const Mark& mark) { return mark.rect().intersects(inner); }) &&
               std::none_of(m_scene.columns.begin(), m_scene.columns.end(),
                            [&](const Column& column) { return column.rect.intersects(inner); });
    }

    Scene& m_scene;
    const StoryView& m_view;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
};

void EdgeCountAdder::add(const LaneBand& band, const EventsBeyond& beyond, bool later) {
    const QRectF& area = m_scene.frame.lanes;
    const QString words = wordsOf(beyond.count, later, m_view.locale());
    const double width = m_measurer.width(words, FontRole::Note);
    const double height = m_measurer.lineHeight(FontRole::Note);
    if (beyond.count == 0 || height > band.rect.height() || 2 * (width + 2 * m_sizes.labelGap) > area.width())
        return;
    const double left = later ? area.right() - m_sizes.labelGap - width : area.left() + m_sizes.labelGap;
    const double top = std::clamp(std::round(band.rect.center().y() - height / 2), area.top(), area.bottom() - height);
    const QRectF rect(left, top, width, height);
    if (!isFree(rect))
        return;
    const QPointF baseline(left, std::round(rect.top() + m_measurer.ascent(FontRole::Note)));
    const Text text{baseline, width, words, FontRole::Note, Ink::SoftText, -1, Clip::Lanes};
    m_scene.edgeCounts.push_back({rect, text, band.lane, beyond.nearest, beyond.count, later});
}

} // namespace

void addEdgeCounts(Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer) {
    EdgeCountAdder adder(scene, view, measurer);
    for (const LaneBand& band : scene.lanes) {
        if (band.inRange > 0)
            continue;
        const LaneOrder& order = (*packing.orders)[band.lane];
        adder.add(band, eventsBefore(scene.scale.window, order, view.story()), false);
        adder.add(band, eventsAfter(scene.scale.window, order, view.story()), true);
    }
}

} // namespace quoteline::layout
