#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which files and lines .ci/tidy gives to clang-tidy: in a small project with a history, with a clang-tidy that tells its
# arguments and a cmake that tells how its sources are compiled.
set -euo pipefail
scripts=$1 # the project
if ! command -v git >/dev/null; then
    echo "SKIPPED: there is no git"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/project/"{.ci,app/view,app/system,model,resources,tests,build} "$work/bin"
cd "$work/project"
cp "$scripts/.ci/tidy" .ci/
cp "$scripts/app/setup.sh" app/
echo clang-tidy >build/tidy.packages # counts as installed

printf '#include "app/view/between.h"\nint a;\n' >app/view/list.cpp
printf 'int b;\n' >app/view/list.h
printf '#include "app/system/work.h"\nint c;\n' >app/view/between.h
printf 'int d;\n' >app/system/work.h
printf 'int e;\n' >app/view/unread.h
printf 'int f;\nint g;\n' >model/story.cpp
cat >"$work/bin/cmake" <<'CMAKE'
#!/usr/bin/env bash
mkdir -p build-tidy/app/Unity
echo "#include \"$PWD/app/view/list.cpp\"" >build-tidy/app/Unity/all.cxx
printf '  "file": "%s",\n' "$PWD/build-tidy/app/Unity/all.cxx" "$PWD/model/story.cpp" >build-tidy/compile_commands.json
CMAKE
cat >"$work/bin/clang-tidy" <<'TIDY'
#!/usr/bin/env bash
for argument; do
    case $argument in
    --line-filter=* | *.cxx | *story.cpp) printf '%s ' "${argument#"$PWD/"}" >>"$TIDY_CALLS" ;;
    esac
done
TIDY
chmod +x "$work/bin/"*
export TIDY_CALLS=$work/calls PATH=$work/bin:$PATH GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a
echo 'build*' >.gitignore
git init --quiet
git add .
git commit --quiet -m first
git tag first

# expect WORDS ARGUMENTS_OF_CLANG_TIDY [ARGUMENT OF tidy...]
expect() {
    : >"$TIDY_CALLS"
    bash .ci/tidy "${@:3}" >"$work/messages" 2>&1 || { cat "$work/messages"; exit 1; }
    if [ "$(cat "$TIDY_CALLS")" != "$2" ]; then
        printf 'FAILED: %s\nexpected: %s\nfound:    %s\n' "$1" "$2" "$(cat "$TIDY_CALLS")"
        cat "$work/messages"
        exit 1
    fi
}
all=build-tidy/app/Unity/all.cxx
expect "nothing changed" ""
echo 'int more;' >>app/view/between.h
expect "a header without a source file beside it" "--line-filter=[{\"name\":\"app/view/between.h\",\"lines\":[[3,3]]}] $all "
git checkout --quiet .
echo 'int more;' >>app/system/work.h
expect "one that only others include" "--line-filter=[{\"name\":\"app/system/work.h\",\"lines\":[[2,2]]}] $all "
git checkout --quiet .
sed -i '1i int more;' app/view/list.h
expect "one with its source file" "--line-filter=[{\"name\":\"app/view/list.h\",\"lines\":[[1,1]]}] $all "
git checkout --quiet .
echo 'int more;' >>app/view/unread.h
expect "one that nothing reads" ""
git checkout --quiet .
sed -i 1d model/story.cpp
expect "lines that are gone are no lines to look at" ""
echo 'int more;' >>model/story.cpp
git commit --quiet --all -m second
expect "a source file" "--line-filter=[{\"name\":\"model/story.cpp\",\"lines\":[[2,2]]}] model/story.cpp "
expect "a header by its name" "$all " app/system/work.h
echo ".ci/tidy gives the lines that changed to clang-tidy, those of headers too"
