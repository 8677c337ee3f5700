// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/row_plan.h"

#include "app/layout/rows/lane_packer.h"
#include "app/layout/rows/lane_shares.h"
#include "app/layout/rows/page_fitter.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

std::vector<Placement> rowPlan(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                               PackingAids& aids, std::span<const Placement> coarser) {
    const Sizes sizes(key.textScale);
    LanePacker packer(view, key, sizes, measurer, aids);
    std::vector<Placement> plan(view.story().eventCount());
    const auto lanes = view.lanes();
    const double oneRow = rowHeight(1, sizes, measurer);
    const auto most = std::max(fewRows, static_cast<std::size_t>(key.lanesHeight / oneRow));
    const auto byPriority = [&](std::size_t lane) {
        std::vector<std::uint8_t> lines;
        packer.packByPriority(lanes[lane], aids.byPriority(lane), most, coarser, plan, lines);
    };
    if (!coarser.empty()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            byPriority(lane);
        return plan;
    }
    std::vector<LaneNeed> needs;
    for (const LaneGroup& lane : lanes) {
        std::vector<std::uint8_t> lines;
        const std::size_t folded = packer.pack(lane, static_cast<int>(most), plan, lines);
        needs.push_back({0, folded > 0 ? key.lanesHeight + 1 : std::max(oneRow, rowsHeight(lines, sizes, measurer))});
    }
    const std::vector<double> shares = sharesOf(needs, key.lanesHeight);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        if (shares[lane] < needs[lane].all)
            byPriority(lane);
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

/// The plan of a step with the rows of titles alone: what has a row and no title there is as free as what has none.
std::vector<Placement> titlesOf(const std::vector<Placement>& plan, const StoryView& view, const PackingKey& key,
                                const TextMeasurer& measurer) {
    const Sizes sizes(key.textScale);
    std::vector<Placement> titles = plan;
    std::vector<Placement> unused;
    const std::vector<bool> titled = PageFitter(view, key, {}, sizes, measurer, plan, unused).titled();
    for (const model::EventIndex event : view.events())
        titles[event].folded = !titled[event];
    return titles;
}

} // namespace

const std::vector<Placement>& planOf(const StoryView& view, const PackingKey& key, const TextMeasurer& measurer,
                                     PackingAids& aids) {
    PackingAids::Ladder& ladder = aids.ladder();
    PackingKey known = key;
    known.step = ladder.key.step;
    known.page = ladder.key.page;
    if (ladder.key != known || ladder.key.step.domain != key.step.domain)
        ladder = {key, {}};
    const auto index = static_cast<std::size_t>(key.step.index);
    while (ladder.steps.size() <= index) {
        const std::size_t next = ladder.steps.size();
        std::vector<Placement> coarser;
        if (next > 0)
            coarser = titlesOf(ladder.steps.back(), view, stepBefore(key, index - next + 1), measurer);
        ladder.steps.push_back(rowPlan(view, stepBefore(key, index - next), measurer, aids, coarser));
    }
    return ladder.steps[index];
}

} // namespace quoteline::layout
