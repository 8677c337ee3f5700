#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and starts Quoteline with the arguments given, in the folder it was called from.
# Without a display and without arguments it writes the timeline as a picture into that folder instead.
set -euo pipefail
# shellcheck source=app/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

program=$build/app/quoteline
stamp=$build/program.stamp

# Whether the program is newer than everything it is made from. A removed file shows in the time of its folder.
is_current() {
    [ -x "$program" ] && [ -f "$stamp" ] && [ -f "$build/program.packages" ] &&
        [ -z "$(find "$project/CMakeLists.txt" "$project/app" "$project/model" "$project/resources" \
            -newer "$stamp" -print -quit)" ]
}

build_program() {
    ensure_packages program "${program_packages[@]}"
    # From before the build: what changes while it runs is built next time.
    touch "$stamp.new"
    if [ -f "$build/CMakeCache.txt" ]; then
        configure "$build"
    else
        configure "$build" -DBUILD_TESTING=OFF
    fi
    cmake --build "$build" --target quoteline --parallel "$(nproc)" >&2
    mv "$stamp.new" "$stamp"
}

# A name for the picture that nothing in this folder has.
free_name() {
    local base=milano-cortina-2026 name number=1
    name=$base.png
    while [ -e "$name" ] || [ -L "$name" ]; do
        number=$((number + 1))
        name=$base-$number.png
    done
    printf '%s\n' "$name"
}

is_current || build_program

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    name=$(free_name)
    say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the timeline to ./$name instead."
    exec "$program" --export "./$name"
fi
exec "$program" "$@"
