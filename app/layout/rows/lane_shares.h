// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace quoteline::layout {

/// What a lane may be given, in pixels, at least 0.
struct LaneNeed {
    double least = 0; ///< no more than `all`
    double all = 0;
};

/// How much of `available` pixels each lane gets: those that need least get all they need, the others the same, and
/// none less than its least or more than it needs. The sum is `available` where the lanes need as much, and more only
/// where their least is more.
std::vector<double> sharesOf(std::span<const LaneNeed> needs, double available);

} // namespace quoteline::layout
