#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the program and its tests, and runs every test.
#   tests/run.sh [--outside] [options of ctest, as -R name]
# --outside, or CI=true in the environment: installs the outside judges too (pngcheck and others); the tests that need a
# judge that is not there are skipped and say so. QUOTELINE_WERROR=ON in the environment: warnings are errors.
# Each suite of a test program is one test. What could go on for ever, as faults and random input, is short;
# QUOTELINE_TESTS=long makes it longer, as .ci/run does, and QUOTELINE_LONG=1 asks for whole campaigns.
set -euo pipefail
# shellcheck source=app/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup.sh"

outside=${CI:-false}
if [ "${1:-}" = --outside ]; then
    outside=true
    shift
fi

ensure_packages program "${program_packages[@]}"
ensure_packages test "${test_packages[@]}"
if [ "$outside" = true ]; then
    ensure_packages outside "${outside_packages[@]}"
fi

configure "$build" -DBUILD_TESTING=ON -DQUOTELINE_WERROR="${QUOTELINE_WERROR:-OFF}"
cmake --build "$build" --parallel 2 >&2

log=$build/tests.log
status=0
ctest --test-dir "$build" --output-on-failure -j2 "$@" 2>&1 | tee "$log" || status=$?
report_skips "$build"
report_cases "$build"
# Once more at the end, where a reader looks: ctest prints the times and the skipped tests after it.
grep -E '^[0-9]+% tests passed' "$log" | tail -n 1 || say "No test was run."
exit "$status"
