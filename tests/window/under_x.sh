#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command under a real X server of its own. 77 says that the machine has none, which ctest reports as skipped.
set -euo pipefail
for tool in xvfb-run dbus-run-session; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: $tool is not installed"
        exit 77
    fi
done
export QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
exec dbus-run-session -- xvfb-run --auto-servernum --server-args="-screen 0 1920x1200x24" "$@"
