#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/fuzz/run.sh where no libFuzzer can be had: in a copy of the project's outline, with a clang++ that fails.
set -euo pipefail
project=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/project/"{app,build,tests/fuzz} "$work/bin"
cp "$project/app/setup.sh" "$work/project/app/"
cp "$project/tests/fuzz/run.sh" "$work/project/tests/fuzz/"
printf '#!/bin/sh\nexit 1\n' >"$work/bin/clang++"
printf '#!/bin/sh\necho "cmake was called"\nexit 3\n' >"$work/bin/cmake"
chmod +x "$work/bin/"*
# The packages count as installed: what apt-get does is not for a test.
bash -c ". '$work/project/app/setup.sh'; printf '%s\n' \"\${program_packages[*]}\"" >"$work/project/build/program.packages"
echo "clang libclang-rt-dev" >"$work/project/build/fuzz.packages"

# expect STATUS WORDS ENVIRONMENT [ARGUMENT]
expect() {
    local status=0
    env PATH="$work/bin:$PATH" "$3" bash "$work/project/tests/fuzz/run.sh" "${@:4}" >"$work/messages" 2>&1 || status=$?
    if [ "$status" -ne "$1" ] || ! grep -q "^$2" "$work/messages"; then
        printf 'FAILED: with %s: status %s, expected %s and "%s"\n' "${*:3}" "$status" "$1" "$2"
        cat "$work/messages"
        exit 1
    fi
}
expect 0 "SKIPPED: fuzzing needs clang++" CI=
expect 0 "SKIPPED: fuzzing needs clang++" CI=false 5
expect 1 "FAILED: fuzzing needs clang++" CI= --check
expect 1 "FAILED: fuzzing needs clang++" CI=true
expect 1 "FAILED: fuzzing needs clang++" CI=true --check
printf '#!/bin/sh\nexit 0\n' >"$work/bin/clang++"
expect 3 "cmake was called" CI=true --check
echo "tests/fuzz/run.sh skips and fails where it says"
