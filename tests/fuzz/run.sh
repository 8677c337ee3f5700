#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries what has to hold for any input on inputs that libFuzzer makes up from tests/fuzz/corpus, two targets at a time:
#   tests/fuzz/run.sh [SECONDS for each target, 20 if not given]
#   tests/fuzz/run.sh --check: from one seed, as many inputs as twenty seconds allow on two common cores, so that whether
#     a change passes depends neither on chance nor on how fast the machine is
# Where there is no libFuzzer the plain form is skipped; --check, or CI=true in the environment, fails.
# An input that fails is left in build-fuzz/found and, once mended, belongs into tests/fuzz/found/TARGET, where
# test_fuzz_found tries it in every build.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=app/setup.sh
. "$here/../../app/setup.sh"

fuzz=$project/build-fuzz
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The longest input of each target, in bytes.
declare -A longest=([story_file]=4096 [edtf]=64 [quote_check]=1024 [carried_picture]=16384 [settings]=2048)

# How many --check tries of each.
declare -A inputs=([story_file]=30000 [edtf]=1500000 [quote_check]=200000 [carried_picture]=250000 [settings]=230000)

if [ "${1:-}" = --check ]; then
    seed=1
    seconds=600
else
    seed=0
    seconds=${1:-20}
fi

clang_can_fuzz() {
    printf 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }\n' >"$scratch/probe.cpp"
    clang++ -fsanitize=fuzzer,address,undefined "$scratch/probe.cpp" -o "$scratch/probe" 2>/dev/null
}

# One target; its output goes to standard error only where it fails.
try_target() {
    local target=$1 log=$scratch/$1.log status=0 options
    mkdir -p "$scratch/$target" "$fuzz/found/$target"
    options=(-seed="$seed" -max_total_time="$seconds" -max_len="${longest[$target]}" -timeout=20 -rss_limit_mb=2048
             -malloc_limit_mb=256 -print_final_stats=1 -artifact_prefix="$fuzz/found/$target/")
    if [ "$seed" -ne 0 ]; then
        options+=(-runs="${inputs[$target]}")
    fi
    if [ -f "$here/dictionaries/$target.dict" ]; then
        options+=(-dict="$here/dictionaries/$target.dict")
    fi
    # What is new goes into the first folder; the others are only read.
    "$fuzz/tests/fuzz/fuzz_$target" "${options[@]}" "$scratch/$target" "$here/corpus/$target" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        say "$target: FAILED"
        tail -n 60 "$log" >&2
        return 1
    fi
    say "$target: $(awk '/number_of_executed_units/ { print $2 }' "$log") inputs tried, all as they should be"
}

ensure_packages program "${program_packages[@]}"
set +e # what cannot be installed is told below
(set -e; ensure_packages fuzz clang libclang-rt-dev)
set -e
if ! clang_can_fuzz; then
    needed="fuzzing needs clang++ with libFuzzer (Debian: clang, libclang-rt-dev)"
    if [ "${1:-}" = --check ] || [ "${CI:-}" = true ]; then
        say "FAILED: $needed"
        exit 1
    fi
    say "SKIPPED: $needed"
    exit 0
fi
configure "$fuzz" -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DBUILD_TESTING=OFF -DQUOTELINE_FUZZ=ON
cmake --build "$fuzz" --parallel 2 --target fuzz >&2

status=0
running=0
for target in "${!longest[@]}"; do
    if [ "$running" -eq 2 ]; then
        wait -n || status=1
        running=1
    fi
    try_target "$target" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || status=1
    running=$((running - 1))
done
exit "$status"
