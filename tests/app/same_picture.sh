#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The picture of the built-in story has the same bytes from a program without a display and from one under X, in several
# sizes and themes. $1: the program, $2: under_x.sh
set -euo pipefail
program=$1
under_x=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for arguments in "" "--theme dark" "--size 1280x800 --scale 2" "--range 2026-01-24/2026-01-28"; do
    rm -f "$folder"/*.png
    # shellcheck disable=SC2086 # the words of the options are meant to be apart
    env -u DISPLAY QT_QPA_PLATFORM=offscreen "$program" --export "$folder/offscreen.png" $arguments
    status=0
    # shellcheck disable=SC2086
    bash "$under_x" "$program" --export "$folder/xcb.png" $arguments || status=$?
    [ "$status" -eq 77 ] && exit 77
    [ "$status" -eq 0 ]
    cmp "$folder/offscreen.png" "$folder/xcb.png"
done
echo "the same bytes offscreen and under X"
