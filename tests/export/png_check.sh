#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# pngcheck, which knows the specification, finds nothing wrong with pictures of the program ($1). 77: it is not installed.
set -euo pipefail
program=$1
if ! command -v pngcheck >/dev/null; then
    echo "skipped: pngcheck is not installed"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" --export "$folder/a.png"
"$program" --export "$folder/b.png" --theme dark --size 640x700 --scale 2.5
pngcheck -v "$folder"/*.png
# A picture with a byte changed has to be noticed, or the judge judges nothing.
printf 'x' | dd of="$folder/a.png" bs=1 seek=20000 conv=notrunc status=none
if pngcheck -q "$folder/a.png"; then
    echo "pngcheck did not notice a damaged picture"
    exit 1
fi
