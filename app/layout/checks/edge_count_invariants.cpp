// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/edge_count_invariants.h"

#include "app/layout/scene/lane_layout.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace quoteline::layout {

namespace {

constexpr double placeRounding = 1.5; // places rounded to whole pixels, each on its own

class EdgeCountChecker {
public:
    EdgeCountChecker(const Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_packing(packing)
        , m_measurer(measurer)
        , m_sizes(scene.textScale)
        , m_rows(layOutRows(packing, scene.frame.lanes.height(), m_sizes, measurer)) {}

    std::vector<QString> run() {
        std::set<std::pair<std::size_t, bool>> edges;
        for (const EdgeCount& edge : m_scene.edgeCounts) {
            expect(edges.insert({edge.lane, edge.later}).second, QStringLiteral("two counts at one edge of a lane"));
            checkEdgeCount(edge);
        }
        for (const LaneBand& band : m_scene.lanes)
            for (const bool later : {false, true})
                if (band.inRange > 0)
                    expect(!edges.contains({band.lane, later}),
                           QStringLiteral("a lane that shows events counts what lies beyond an edge"));
                else if (isRoomy(band, later) && hasBeyond(band.lane, later))
                    expect(edges.contains({band.lane, later}),
                           QStringLiteral("a lane without events says nothing of those beyond an edge"));
        return std::move(m_broken);
    }

private:
    void checkEdgeCount(const EdgeCount& edge);
    void expect(bool holds, const QString& sentence) {
        if (!holds)
            m_broken.push_back(sentence);
    }
    /// Whether there is room for words of any length, and no mark reaches in from beyond the edge.
    bool isRoomy(const LaneBand& band, bool later) const {
        const QRectF& lanes = m_scene.frame.lanes;
        const double widest = lanes.width() / 2;
        const QRectF room(later ? lanes.right() - widest : lanes.left(), band.rect.top(), widest, band.rect.height());
        return band.rect.height() >= m_measurer.lineHeight(FontRole::Note) && widest > 400 * m_scene.textScale &&
               std::none_of(m_scene.columns.begin(), m_scene.columns.end(),
                            [&](const Column& column) { return column.rect.intersects(room); }) &&
               std::none_of(m_scene.marks.begin(), m_scene.marks.end(),
                            [&](const Mark& mark) { return mark.rect().intersects(room); });
    }
    bool isBeyond(model::EventIndex event, bool later) const {
        const TimeWindow& window = m_scene.scale.window;
        return later ? static_cast<double>(m_view.story().layoutStarts()[event]) >= window.end()
                     : static_cast<double>(m_view.story().layoutEnds()[event]) <= window.start;
    }
    bool hasBeyond(std::size_t lane, bool later) const {
        const auto& events = m_view.lanes()[lane].events;
        const bool picture = !m_scene.frame.footer.isEmpty(); // which says nothing of what lies beyond it
        return !picture && m_packing.orders &&
               std::any_of(events.begin(), events.end(), [&](auto event) { return isBeyond(event, later); });
    }
    double rowTop(std::size_t row) const { return m_scene.frame.lanes.top() - m_scene.scrollY + m_rows.rowTop(row); }

    const Scene& m_scene;
    const StoryView& m_view;
    const RowPacking& m_packing;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
    LaneLayout m_rows;
    std::vector<QString> m_broken;
};

void EdgeCountChecker::checkEdgeCount(const EdgeCount& edge) {
    const QString name = QStringLiteral("edge \"%1\" ").arg(edge.text.text);
    const QRectF& lanes = m_scene.frame.lanes;
    const LaneRows& lane = m_packing.lanes[edge.lane];
    expect(lanes.contains(edge.rect) && edge.rect.top() >= rowTop(lane.first) - placeRounding &&
               edge.rect.bottom() <= rowTop(std::size_t{lane.first} + lane.count) + placeRounding,
           name + QStringLiteral("leaves its lane"));
    expect(edge.later ? lanes.right() - edge.rect.right() <= m_sizes.labelGap + placeRounding
                      : edge.rect.left() - lanes.left() <= m_sizes.labelGap + placeRounding,
           name + QStringLiteral("does not stand at its edge"));
    const QRectF words(edge.text.baseline.x(), edge.text.baseline.y() - m_measurer.ascent(edge.text.font),
                       edge.text.width, m_measurer.lineHeight(edge.text.font));
    expect(edge.rect.adjusted(0, -placeRounding, 0, placeRounding).contains(words) &&
               std::abs(edge.text.width - m_measurer.width(edge.text.text, edge.text.font)) < 0.01,
           name + QStringLiteral("does not hold its words"));

    const auto starts = m_view.story().layoutStarts();
    const auto ends = m_view.story().layoutEnds();
    std::size_t count = 0;
    bool nearest = true;
    for (const model::EventIndex event : m_view.lanes()[edge.lane].events) {
        const bool beyond = isBeyond(event, edge.later);
        count += beyond ? 1 : 0;
        if (beyond)
            nearest = nearest && (edge.later ? starts[event] >= starts[edge.event] : ends[event] <= ends[edge.event]);
        else
            nearest = nearest && event != edge.event;
    }
    expect(count == edge.count, name + QStringLiteral("does not count the events beyond its edge"));
    expect(nearest, name + QStringLiteral("does not name the nearest event"));
}

} // namespace

std::vector<QString> edgeCountViolations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                         const TextMeasurer& measurer) {
    return EdgeCountChecker(scene, view, packing, measurer).run();
}

} // namespace quoteline::layout
