// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/edge_chip_invariants.h"

#include "app/layout/scene/lane_layout.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace quoteline::layout {

namespace {

constexpr double placeRounding = 1.5; // places rounded to whole pixels, each on its own

class EdgeChipChecker {
public:
    EdgeChipChecker(const Scene& scene, const StoryView& view, const RowPacking& packing, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_packing(packing)
        , m_measurer(measurer)
        , m_sizes(scene.textScale)
        , m_rows(layOutRows(packing, scene.frame.lanes.height(), m_sizes, measurer)) {}

    std::vector<QString> run() {
        std::set<std::pair<std::size_t, bool>> edges;
        for (const EdgeChip& chip : m_scene.edgeChips) {
            expect(edges.insert({chip.lane, chip.later}).second, QStringLiteral("two chips at one edge of a lane"));
            checkEdgeChip(chip);
        }
        return std::move(m_broken);
    }

private:
    void checkEdgeChip(const EdgeChip& chip);
    void expect(bool holds, const QString& sentence) {
        if (!holds)
            m_broken.push_back(sentence);
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

void EdgeChipChecker::checkEdgeChip(const EdgeChip& chip) {
    const QString name = QStringLiteral("chip \"%1\" ").arg(chip.text.text);
    const QRectF& lanes = m_scene.frame.lanes;
    const LaneRows& lane = m_packing.lanes[chip.lane];
    expect(lanes.contains(chip.rect) && chip.rect.top() >= rowTop(lane.first) - placeRounding &&
               chip.rect.bottom() <= rowTop(std::size_t{lane.first} + lane.count) + placeRounding,
           name + QStringLiteral("leaves its lane"));
    expect(chip.later ? lanes.right() - chip.rect.right() <= m_sizes.labelGap + placeRounding
                      : chip.rect.left() - lanes.left() <= m_sizes.labelGap + placeRounding,
           name + QStringLiteral("does not stand at its edge"));
    const QRectF words(chip.text.baseline.x(), chip.text.baseline.y() - m_measurer.ascent(chip.text.font),
                       chip.text.width, m_measurer.lineHeight(chip.text.font));
    expect(chip.rect.adjusted(0, -placeRounding, 0, placeRounding).contains(words) &&
               std::abs(chip.text.width - m_measurer.width(chip.text.text, chip.text.font)) < 0.01,
           name + QStringLiteral("does not hold its words"));

    const auto starts = m_view.story().layoutStarts();
    const auto ends = m_view.story().layoutEnds();
    const TimeWindow& window = m_scene.scale.window;
    std::size_t count = 0;
    bool nearest = true;
    for (const model::EventIndex event : m_view.lanes()[chip.lane].events) {
        const bool beyond = chip.later ? static_cast<double>(starts[event]) >= window.end()
                                       : static_cast<double>(ends[event]) <= window.start;
        count += beyond ? 1 : 0;
        if (beyond)
            nearest = nearest && (chip.later ? starts[event] >= starts[chip.event] : ends[event] <= ends[chip.event]);
        else
            nearest = nearest && event != chip.event;
    }
    expect(count == chip.count, name + QStringLiteral("does not count the events beyond its edge"));
    expect(nearest, name + QStringLiteral("does not name the nearest event"));
}

} // namespace

std::vector<QString> edgeChipViolations(const Scene& scene, const StoryView& view, const RowPacking& packing,
                                        const TextMeasurer& measurer) {
    return EdgeChipChecker(scene, view, packing, measurer).run();
}

} // namespace quoteline::layout
