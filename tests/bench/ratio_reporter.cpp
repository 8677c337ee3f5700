// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ratio_reporter.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <map>

namespace quoteline::bench {

namespace {

class MedianReporter : public benchmark::ConsoleReporter {
public:
    MedianReporter()
        : ConsoleReporter(OO_Tabular) {}
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            if (run.run_type == Run::RT_Aggregate && run.aggregate_name == "median")
                medians[run.run_name.function_name + (run.run_name.args.empty() ? "" : '/' + run.run_name.args)] =
                    run.run_name.time_type.empty() ? run.GetAdjustedCPUTime() : run.GetAdjustedRealTime();
    }
    std::map<std::string, double> medians;
};

} // namespace

int runWithRatios(int argc, char** argv, const std::vector<Ratio>& ratios) {
    benchmark::Initialize(&argc, argv);
    MedianReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    std::printf("\n");
    for (const Ratio& ratio : ratios) {
        const auto name = reporter.medians.find(ratio.name);
        const auto floor = reporter.medians.find(ratio.floor);
        if (name == reporter.medians.end() || floor == reporter.medians.end())
            continue;
        const double measured = name->second / floor->second;
        std::printf("%s is %.2f x %s; the goal is at most %.2f x: %s\n", ratio.name.c_str(), measured,
                    ratio.floor.c_str(), ratio.goal, measured <= ratio.goal ? "reached" : "missed");
    }
    return 0;
}

} // namespace quoteline::bench
