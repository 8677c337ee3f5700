// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/lane_shares.h"

#include <algorithm>

namespace quoteline::layout {

namespace {

/// What lanes take together that get no more than `most` each, unless their least is more.
double sumOf(std::span<const LaneNeed> needs, double most) {
    double sum = 0;
    for (const LaneNeed& need : needs)
        sum += std::clamp(most, need.least, need.all);
    return sum;
}

} // namespace

std::vector<double> sharesOf(std::span<const LaneNeed> needs, double available) {
    // The sum grows with what each may get, in straight pieces between the least and all that lanes need.
    std::vector<double> bends{0};
    for (const LaneNeed& need : needs)
        bends.insert(bends.end(), {need.least, need.all});
    std::sort(bends.begin(), bends.end());
    const auto enough =
        std::partition_point(bends.begin(), bends.end(), [&](double most) { return sumOf(needs, most) < available; });
    double most = enough == bends.end() ? bends.back() : *enough;
    if (enough != bends.end() && enough != bends.begin()) {
        const double from = *std::prev(enough);
        const double low = sumOf(needs, from);
        const double high = sumOf(needs, most);
        if (high > low)
            most = from + (available - low) / (high - low) * (most - from);
    }
    std::vector<double> shares;
    shares.reserve(needs.size());
    for (const LaneNeed& need : needs)
        shares.push_back(std::clamp(most, need.least, need.all));
    return shares;
}

} // namespace quoteline::layout
