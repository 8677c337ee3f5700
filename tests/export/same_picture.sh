#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of the built-in story have the same bytes whenever, wherever and on whatever screen they are made: twice without
# a display, the second time in another country, and once under X. $1: the program, $2: under_x.sh
# --export PROGRAM FOLDER [NAME=VALUE ...]: makes the pictures, in that environment.
set -euo pipefail
if [ "$1" = --export ]; then
    program=$2
    folder=$3
    shift 3
    number=0
    while read -r kind arguments; do
        number=$((number + 1))
        # shellcheck disable=SC2086 # the words of the options are meant to be apart
        env "$@" "$program" --export "$folder/$number.$kind" $arguments
    done <<'END'
png
png --theme dark
png --size 1280x800 --scale 2
png --range 2026-01-24/2026-01-28
png --evidence --paper A4 --dpi 72 --author Ada --date 2026-02-22
svg
svg --evidence --readings --theme dark
pdf
pdf --evidence --paper A3 --lang it
END
    exit 0
fi
program=$1
under_x=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/here" "$folder/there" "$folder/x"
unset DISPLAY WAYLAND_DISPLAY
bash "$0" --export "$program" "$folder/here" QT_QPA_PLATFORM=offscreen
bash "$0" --export "$program" "$folder/there" QT_QPA_PLATFORM=offscreen LC_ALL=de_DE.UTF-8 LANG=ar_EG.UTF-8 TZ=Asia/Tokyo \
    QT_SCALE_FACTOR=2 QT_HASH_SEED=0 HOME="$folder"
diff -r "$folder/here" "$folder/there"
status=0
bash "$under_x" bash "$0" --export "$program" "$folder/x" QT_SCALE_FACTOR=1.5 || status=$?
[ "$status" -eq 77 ] && exit 77
[ "$status" -eq 0 ]
diff -r "$folder/here" "$folder/x"
# Other options make other pictures, or nothing was compared.
count=$(find "$folder/here" -type f | wc -l)
different=$(cd "$folder/here" && sha256sum ./* | cut -d ' ' -f 1 | sort -u | wc -l)
[ "$count" -eq 9 ] && [ "$different" -eq 9 ]
echo "the same bytes offscreen, elsewhere and under X"
