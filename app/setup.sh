# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run.sh, tests/run.sh and .ci/run: which packages are needed, and how they and the build come about.
# Messages go to standard error: standard output belongs to the program.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$project/build

# Debian 12 names; Debian 13 and Ubuntu 24.04 use the same. Nothing recommended is installed, so what is only
# recommended but needed stands here: Qt Charts does not configure without libqt6opengl6-dev.
# shellcheck disable=SC2034  # the scripts that source this file use the lists
program_packages=(g++ cmake ninja-build qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev qt6-wayland
                  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libsimdjson-dev libexpected-dev
                  libpng-dev libqpdf-dev zlib1g-dev fonts-inter fonts-noto-color-emoji tzdata)
# shellcheck disable=SC2034
test_packages=(libgtest-dev python3 python3-jsonschema python3-rfc3987 xvfb xauth dbus-daemon)
# Programs that judge our pictures and files from outside. A test without its judge is skipped and says so.
# shellcheck disable=SC2034
outside_packages=(pngcheck poppler-utils qpdf librsvg2-bin libimage-exiftool-perl python3-icalendar cmark-gfm)
# What .ci/run asks for besides: form, mistakes that a compiler does not see, and what was compiled once.
# shellcheck disable=SC2034
ci_packages=(clang-format shellcheck ccache)

say() { printf '%s\n' "$*" >&2; }

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# The names of what is installed, and of what that provides: libqt6opengl6-dev is a part of qt6-base-dev in Debian 13.
present_packages() {
    dpkg-query -W -f='${db:Status-Status} ${Package}, ${Provides}\n' |
        awk 'sub(/^installed /, "") { gsub(/ *\([^)]*\)/, ""); gsub(/, */, "\n"); print }'
}

# Those of the packages named that are missing, one a line.
missing_packages() {
    printf '%s\n' "$@" | grep -vxFf <(present_packages) || true
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

# Installs those of the packages named that are missing. The names are remembered in a file named $1 in the build
# folder, so that a later start need not look.
ensure_packages() {
    local stamp=$build/$1.packages missing
    shift
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$*" ]; then
        return
    fi
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "Quoteline is set up with apt-get (Debian 12 or later, Ubuntu 24.04), which this system does not have." \
            "Install what corresponds to these Debian packages:"
        say "    $*"
        say "and build by hand: cmake -S '$project' -B '$build' && cmake --build '$build' --target quoteline"
        exit 1
    fi
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -gt 0 ]; then
        say "To be installed with apt-get: ${missing[*]}"
        if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
            say "That needs root, and there is no sudo. As root, run:"
            say "    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
            exit 1
        fi
        # The lists of a fresh machine are empty, and old ones name files that are gone.
        if ! apt-cache show "${missing[@]}" >/dev/null 2>&1 || ! apt_install "${missing[@]}"; then
            as_root apt-get update >&2 || say "apt-get update did not get every list; trying with what there is."
            apt_install "${missing[@]}"
        fi
    fi
    mkdir -p "$build"
    printf '%s\n' "$*" >"$stamp"
}

# Configures the folder $1 with the options that follow; a folder that is configured keeps its generator and the options
# that are not named.
configure() {
    local folder=$1 generator=()
    shift
    if [ ! -f "$folder/CMakeCache.txt" ]; then
        if command -v ninja >/dev/null; then
            generator=(-G Ninja)
        fi
        set -- -DCMAKE_BUILD_TYPE=Release "$@"
    fi
    cmake -S "$project" -B "$folder" "${generator[@]}" "$@" >&2
}

# How many tests of GoogleTest and of Python passed in the last run in the folder $1: many stand in one test of ctest.
report_cases() {
    local log=$1/Testing/Temporary/LastTest.log
    [ -f "$log" ] || return 0
    awk '/^\[  PASSED  \]/ { programs += $4 } /^Ran [0-9]+ tests? in/ { scripts += $2 }
         END { printf "%d cases of C++ passed, %d of Python were run.\n", programs, scripts }' "$log"
}

# The reasons why tests of the last run in the folder $1 were skipped, each with how often it was given.
report_skips() {
    local log=$1/Testing/Temporary/LastTest.log
    [ -f "$log" ] || return 0
    awk '/: Skipped$/ { getline; print; next } sub(/^SKIPPED: /, "")' "$log" | sort | uniq -c |
        sed 's/^ *\([0-9]*\) /skipped, \1 of the tests: /'
}
