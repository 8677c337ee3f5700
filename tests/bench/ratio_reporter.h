// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace quoteline::bench {

/// A benchmark that is judged by how many times the CPU time of another it takes.
struct Ratio {
    std::string name;
    std::string floor;
    double goal = 1;
};

/// Runs all registered benchmarks, with repetitions, and prints the ratios of their median CPU times. Returns 0; a goal
/// that was missed is said, and is no error: machines are shared and noisy.
int runWithRatios(int argc, char** argv, const std::vector<Ratio>& ratios);

} // namespace quoteline::bench
