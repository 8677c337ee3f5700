// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time (user and system, as the kernel counts it) from the start of the process to its first frame, against a
// program with one empty chart.
#include "tests/bench/ratio_reporter.h"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char** environ;

namespace {

double childSeconds() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void run(benchmark::State& state, const char* program) {
    for (auto _ : state) {
        const double before = childSeconds();
        pid_t child = 0;
        char* arguments[] = {const_cast<char*>(program), nullptr};
        int status = 1;
        if (posix_spawn(&child, program, nullptr, nullptr, arguments, environ) != 0 ||
            waitpid(child, &status, 0) != child || status != 0) {
            state.SkipWithError("the program did not start or failed");
            return;
        }
        state.SetIterationTime(childSeconds() - before);
    }
}

} // namespace

// The children's time is not this process's CPU time: it is reported as "manual" time, and the ratio is of that.
int main(int argc, char** argv) {
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    for (const auto& [name, program] :
         {std::pair{"emptyProgram", START_FLOOR}, std::pair{"quotelineStart", START_WINDOW}})
        benchmark::RegisterBenchmark(name, run, program)
            ->UseManualTime()
            ->Iterations(5)
            ->Repetitions(9)
            ->Unit(benchmark::kMillisecond);
    return quoteline::bench::runWithRatios(argc, argv, {{"quotelineStart", "emptyProgram", 2.2}});
}
