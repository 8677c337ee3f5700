#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command under a real X server of its own. 77 says that the machine has none, which ctest reports as skipped.
#   under_x.sh [--short FILTER] COMMAND...    FILTER: the tests of a short run; a long one has all of COMMAND, where each
#     that could go on for ever is short, as the run without X has it at length; QUOTELINE_LONG=1 asks for that here too
set -euo pipefail
if [ "${1:-}" = --short ]; then
    filter=$2
    shift 2
    if [ "${QUOTELINE_LONG:-}" = 1 ]; then
        echo "length: whole, everything under X"
    elif [ "${QUOTELINE_TESTS:-}" = long ]; then
        echo "length: long, everything under X, each in its short form"
        export QUOTELINE_TESTS=short
    else
        echo "length: short, under X: $filter"
        set -- "$@" "--gtest_filter=$filter"
    fi
fi
for tool in xvfb-run dbus-run-session; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: $tool is not installed"
        exit 77
    fi
done
export QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
exec dbus-run-session -- xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" "$@"
