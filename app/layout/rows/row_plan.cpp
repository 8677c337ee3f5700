// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_plan.h"

#include "app/layout/axis/pages.h"
#include "app/layout/rows/lane_packer.h"
#include "app/layout/rows/lane_shares.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace quoteline::layout {

namespace {

std::size_t mostRows(const PackingKey& key, const Sizes& sizes, const TextMeasurer& measurer) {
    return std::max(fewRows, static_cast<std::size_t>(key.lanesHeight / rowHeight(1, sizes, measurer)));
}

/// Lanes that are opened by hand have all of their rows, in the order of time, at every step.
void packOpened(const LaneGroup& lane, LanePacker& packer, std::vector<Placement>& plan) {
    std::vector<std::uint8_t> lines;
    packer.pack(lane, static_cast<int>(mostOrdered), plan, lines);
}

/// What each lane takes with all its titles in the order of time, and more than there is where that does not do.
std::vector<LaneNeed> inOrder(const StoryView& view, const PackingKey& key, const Sizes& sizes,
                              const TextMeasurer& measurer, LanePacker& packer, std::vector<Placement>& plan) {
    const std::size_t most = mostRows(key, sizes, measurer);
    std::vector<LaneNeed> needs;
    for (const LaneGroup& lane : view.lanes()) {
        if (lane.opened) { // beside what the others share
            packOpened(lane, packer, plan);
            needs.push_back({0, 0});
            continue;
        }
        std::vector<std::uint8_t> lines;
        const std::size_t folded = packer.pack(lane, static_cast<int>(most), plan, lines);
        const double rows = std::max(rowHeight(1, sizes, measurer), rowsHeight(lines, sizes, measurer));
        needs.push_back({0, folded > 0 && !lane.collapsed ? key.lanesHeight + 1 : rows});
    }
    return needs;
}

} // namespace

RowPlan wholePlan(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer, PackingAids& aids) {
    const Sizes sizes(key.textScale);
    const auto lanes = view.lanes();
    RowPlan plan;
    plan.placements.resize(view.story().eventCount());
    LanePacker packer(view, key, sizes, measurer, aids, false);
    std::vector<LaneNeed> needs = inOrder(view, key, sizes, measurer, packer, plan.placements);
    const double all =
        std::accumulate(needs.begin(), needs.end(), 0.0, [](double sum, const LaneNeed& n) { return sum + n.all; });
    plan.crowded = all > key.lanesHeight && view.events().size() > fewEvents;
    LanePacker dense(view, key, sizes, measurer, aids, plan.crowded);
    if (plan.crowded)
        needs = inOrder(view, key, sizes, measurer, dense, plan.placements);
    const std::vector<double> shares = sharesOf(needs, key.lanesHeight);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        std::vector<std::uint8_t> lines;
        if (shares[lane] < needs[lane].all)
            dense.packByPriority(lanes[lane], aids.byPriority(lane), mostRows(key, sizes, measurer), {},
                                 plan.placements, lines);
    }
    return plan;
}

std::vector<Placement> nearerPlan(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                                  PackingAids& aids, const RowPlan& coarser) {
    const Sizes sizes(key.textScale);
    LanePacker packer(view, key, sizes, measurer, aids, coarser.crowded);
    std::vector<Placement> plan(view.story().eventCount());
    for (std::size_t lane = 0; lane < view.lanes().size(); ++lane) {
        if (view.lanes()[lane].opened) {
            packOpened(view.lanes()[lane], packer, plan);
            continue;
        }
        std::vector<std::uint8_t> lines;
        packer.packByPriority(view.lanes()[lane], aids.byPriority(lane), mostRows(key, sizes, measurer),
                              coarser.placements, plan, lines);
    }
    return plan;
}

namespace {

/// A step that many steps before `key`.
PackingKey stepBefore(PackingKey key, std::size_t steps) {
    key.step.index -= static_cast<int>(steps);
    if (steps > 0)
        key.step.pixelsPerMs /= std::pow(zoomStepRatio, static_cast<double>(steps));
    return key;
}

/// The titles of a step of the ladder.
const PageTitles& titlesAt(std::size_t index, qint64 block, const StoryView& view, const PackingKey& key,
                           const TextMeasurer& measurer, PackingAids::Ladder& ladder) {
    ladder.titles.resize(ladder.steps.size());
    std::optional<PageTitles>& titles = ladder.titles[index];
    if (!titles || titles->block != block)
        titles = pageTitles(view, key, Sizes(key.textScale), measurer, ladder.steps[index], block);
    return *titles;
}

/// The plan of a step with the rows of titles alone: what has a row and no title there is as free as what has none.
/// Events longer than a window, and all of a step of several blocks, keep their rows.
RowPlan titledPlan(std::size_t index, const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                   PackingAids::Ladder& ladder) {
    RowPlan plan{ladder.steps[index], ladder.crowded};
    const double quarter = quarterPage(key.step, key.plotWidth);
    if (blockOf(static_cast<qint64>(key.step.domain.width / quarter)) > 0)
        return plan;
    const PageTitles& titles = titlesAt(index, 0, view, key, measurer, ladder);
    for (const model::EventIndex event : view.events())
        if (isShort(view.story(), event, quarter) && !titles.titled[event])
            plan.placements[event].folded = true;
    return plan;
}

} // namespace

const std::vector<Placement>& planOf(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                                     PackingAids& aids) {
    PackingAids::Ladder& ladder = aids.ladder();
    PackingKey known = key;
    known.step = ladder.key.step;
    known.page = ladder.key.page;
    if (ladder.key != known || ladder.key.step.domain != key.step.domain)
        ladder = {key, false, {}, {}};
    const auto index = static_cast<std::size_t>(key.step.index);
    if (ladder.steps.empty()) {
        RowPlan whole = wholePlan(view, stepBefore(key, index), measurer, aids);
        ladder.crowded = whole.crowded;
        ladder.steps.push_back(std::move(whole.placements));
    }
    while (ladder.steps.size() <= index) {
        const std::size_t next = ladder.steps.size();
        const RowPlan coarser = titledPlan(next - 1, view, stepBefore(key, index - next + 1), measurer, ladder);
        ladder.steps.push_back(nearerPlan(view, stepBefore(key, index - next), measurer, aids, coarser));
    }
    return ladder.steps[index];
}

const PageTitles& titlesOf(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                           PackingAids& aids) {
    planOf(view, key, measurer, aids);
    return titlesAt(static_cast<std::size_t>(key.step.index), blockOf(key.page), view, key, measurer, aids.ladder());
}

} // namespace quoteline::layout
