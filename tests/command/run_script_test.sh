#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# app/run.sh in a copy of the project's outline, with a program that tells its arguments and a cmake that tells its calls.
set -euo pipefail
scripts=$1 # the folder with run.sh and setup.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/project/"{app,model,resources,build/app} "$work/bin" "$work/my folder"
cp "$scripts/run.sh" "$scripts/setup.sh" "$work/project/app/"
touch "$work/project/CMakeLists.txt" "$work/project/model/story.cpp"
cat >"$work/project/build/app/quoteline" <<'PROGRAM'
#!/usr/bin/env bash
printf 'in %s:' "${PWD##*/}"
printf ' [%s]' "$@"
echo
PROGRAM
cat >"$work/bin/cmake" <<'CMAKE'
#!/usr/bin/env bash
echo "$*" >>"$CMAKE_CALLS"
exit "${CMAKE_STATUS:-0}"
CMAKE
chmod +x "$work/project/build/app/quoteline" "$work/bin/cmake"
export CMAKE_CALLS=$work/calls PATH=$work/bin:$PATH
unset DISPLAY WAYLAND_DISPLAY
cd "$work/my folder"

start() { bash "$work/project/app/run.sh" "$@" 2>"$work/messages"; }
fail() {
    printf 'FAILED: %s\nexpected: %s\nfound:    %s\n' "$@"
    exit 1
}
expect() { [ "$2" = "$3" ] || fail "$@"; }
calls() { if [ -f "$CMAKE_CALLS" ]; then wc -l <"$CMAKE_CALLS"; else echo 0; fi; }
age() { touch -d '1 hour ago' "$work/project/build/program.stamp"; }

# The packages count as installed: what apt-get does is not for a test.
bash -c ". '$work/project/app/setup.sh'; printf '%s\n' \"\${program_packages[*]}\"" >"$work/project/build/program.packages"

picture='in my folder: [--export] [./milano-cortina-2026'
expect "the first start builds and writes a picture" "$picture.png]" "$(start)"
expect "it configures and builds" 2 "$(calls)"
grep -q 'no display' "$work/messages" || fail "it says why" "no display" "$(cat "$work/messages")"
grep -q -- '--target quoteline' "$CMAKE_CALLS" || fail "only the program is built" "--target" "$(cat "$CMAKE_CALLS")"

expect "a second start writes the same name while it is free" "$picture.png]" "$(start)"
expect "and builds nothing" 2 "$(calls)"
touch milano-cortina-2026.png
expect "a picture that is there is not replaced" "$picture-2.png]" "$(start)"
ln -s nowhere milano-cortina-2026-2.png
expect "nor is a link" "$picture-3.png]" "$(start)"

expect "arguments arrive as they are" "in my folder: [--list] [a  b] [*] []" "$(start --list 'a  b' '*' '')"
expect "with a display the program starts without arguments" "in my folder: []" "$(DISPLAY=:7 start)"
expect "with Wayland too" "in my folder: []" "$(WAYLAND_DISPLAY=wayland-0 start)"
expect "none of these built anything" 2 "$(calls)"

find "$work/project" -exec touch -d '2 hours ago' {} +
age
expect "an old program is current while its sources are older" "$picture-3.png]" "$(start)"
expect "and is not built" 2 "$(calls)"
touch "$work/project/model/story.cpp"
start >"$work/out"
expect "a changed source is built" 4 "$(calls)"
find "$work/project" -exec touch -d '2 hours ago' {} +
age
rm "$work/project/model/story.cpp"
start >"$work/out"
expect "a removed source is built" 6 "$(calls)"

age
touch "$work/project/model/story.cpp"
if CMAKE_STATUS=1 start >"$work/out"; then
    fail "a failed build starts no program" "an error" "$(cat "$work/out")"
fi
expect "nothing is started" "" "$(cat "$work/out")"
start >"$work/out"
expect "and the next start tries again" "$picture-3.png]" "$(cat "$work/out")"

cat >"$work/bin/dpkg-query" <<'QUERY'
#!/usr/bin/env bash
printf '%s\n' 'installed g++, c++-compiler' 'config-files cmake, ' 'installed tzdata, ' \
    'installed qt6-base-dev, qtbase-abi (= 6.8), libqt6opengl6-dev (= 6.8.2+dfsg-9), qt6-base-dev-common'
QUERY
chmod +x "$work/bin/dpkg-query"
missing() { bash -c '. "$0"; missing_packages "$@"' "$work/project/app/setup.sh" "$@" | tr '\n' ' '; }
expect "what was removed or never installed is missing" "cmake ninja-build g " "$(missing g++ cmake ninja-build tzdata g)"
expect "what another package provides is not" "" "$(missing libqt6opengl6-dev qt6-base-dev-common qt6-base-dev)"
echo "app/run.sh and app/setup.sh do what they say"
