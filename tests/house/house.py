# SPDX-License-Identifier: GPL-3.0-or-later
"""The house and its rooms: which includes go through a wall, which folder is full, which source is in no list.
`complaints` is a function of a folder, so that a test can build a house of its own."""
import pathlib
import posixpath
import re

# The rooms from the ground up; those of one floor are siblings and do not know each other.
FLOORS = [["resources", "model"], ["app/content"], ["app/layout", "app/system"], ["app/paint", "app/open"],
          ["app/view", "app/export"], ["app/window", "app/command"], ["app/main.cpp"]]
LEVEL = {room: level for level, floor in enumerate(FLOORS) for room in floor}
CHECKS = "checks"  # a folder of what only tests need
CORE = {"QtCore"}
WITH_GUI = CORE | {"QtGui"}
WITH_WIDGETS = WITH_GUI | {"QtWidgets"}
# The modules of Qt that a room may include; for a folder in it the longest name that fits.
MODULES = {"resources": CORE, "model": CORE, "app/content": CORE, "app/layout": CORE,
           "app/system": CORE | {"QtConcurrent"}, "app/paint": WITH_WIDGETS | {"QtSvg"},
           "app/paint/chart": WITH_WIDGETS | {"QtCharts"}, "app/open": CORE, "app/view": WITH_WIDGETS,
           "app/export": WITH_GUI, "app/export/data": CORE, "app/export/picture": WITH_GUI | {"QtPrintSupport"},
           "app/window": WITH_WIDGETS, "app/window/picture": WITH_WIDGETS | {"QtPrintSupport"}, "app/command": CORE,
           "app/main.cpp": WITH_WIDGETS}
# Where other headers may be included that are not those of C++, by their name or its beginning.
SYSTEM = ("model/file", "app/system", "app/main.cpp")
LIBRARIES = {"tl/": ("model", "app"), "simdjson.h": ("model/file", "app/open"),
             "png.h": ("app/open", "app/export/picture"), "zlib.h": ("app/open",),
             "qpdf/": ("app/export/pdf", "app/export/checks"), "sys/": SYSTEM, "fcntl.h": SYSTEM, "unistd.h": SYSTEM,
             "malloc.h": SYSTEM, "langinfo.h": SYSTEM}
MOST_FILES, MOST_LINES = 30, 500  # in a folder, in a file

TOPS = ("model", "app", "resources", "tests")
CODE = {".cpp", ".h"}
SOURCES = CODE | {".py", ".sh"}
OTHER_CODE = {".c", ".cc", ".cxx", ".c++", ".C", ".cppm", ".ixx", ".hh", ".hpp", ".hxx", ".h++", ".H", ".inc", ".inl",
              ".ipp", ".tpp"}
# Comments and raw strings; then what else may hold the beginning of one.
BETWEEN = re.compile(r'(?P<left_out>//[^\n]*|/\*.*?(?:\*/|\Z)|R"(?P<mark>[^\s()\\]*)\(.*?\)(?P=mark)")'
                     r'|"(?:\\.|[^"\\\n])*"' r"|'(?:\\.|[^'\\\n])*'", re.DOTALL)
SCRIPT_COMMENT = re.compile(r"(?:^|\s)#\s.*", re.MULTILINE)
INCLUDE = re.compile(r'^\s*(?:#|%:)\s*(?:include|include_next|import)\b\s*(?:"([^"]+)"|<([^>]+)>|(.*))', re.MULTILINE)
NAMED = re.compile(r"(?<![\w./-])(?:%s)/[\w./-]*\w\.(?:h|cpp|py|sh)\b" % "|".join(TOPS))


def spliced(text):
    return text.replace("\\\n", "")


def without_comments(text):
    return BETWEEN.sub(lambda found: " " if found["left_out"] else found[0], spliced(text))


def comments(path, text):
    if pathlib.PurePosixPath(path).suffix in CODE:
        return "\n".join(found["left_out"] or "" for found in BETWEEN.finditer(spliced(text)))
    return "\n".join(SCRIPT_COMMENT.findall(text))


def top_room(path):
    """The room of the floors that a path lies in; None outside of the house."""
    return next((room for room in LEVEL if path == room or path.startswith(room + "/")), None)


def folder_of(path):
    return path.rpartition("/")[0]


def sources(root):
    return sorted(path.relative_to(root).as_posix() for top in TOPS for path in (root / top).rglob("*")
                  if path.suffix in SOURCES | OTHER_CODE and path.is_file())


def includes(root, path):
    """What a file includes: paths of the project, and other names in angle brackets."""
    own, others = [], []
    for quoted, angled, macro in INCLUDE.findall(without_comments((root / path).read_text(encoding="utf-8"))):
        if angled and posixpath.normpath(angled).split("/")[0] not in TOPS:
            others.append(angled)
        else:
            beside = posixpath.normpath(f"{folder_of(path)}/{quoted}")
            is_beside = quoted and (root / beside).is_file()
            own.append(beside if is_beside else posixpath.normpath(quoted or angled or macro))
    return own, others


def modules_of(folder):
    """The modules of Qt that have a header of a name, of all that lie in a folder."""
    found = {}
    for module in folder.glob("Qt*"):
        for path in module.glob("*"):
            for name in (path.name, f"{module.name}/{path.name}", module.name):
                found.setdefault(name, set()).add(module.name)
    return found


def longest_of(table, path):
    """What a table says of the innermost room that a path lies in."""
    return table[max((room for room in table if path == room or path.startswith(room + "/")), key=len)]


def unfit(path, other, modules):
    """Why a file may not include a header of Qt, of a library or of the system, or None."""
    if other in modules:
        may = longest_of(MODULES, path)
        return None if may & modules[other] else f"it knows no {' or '.join(sorted(modules[other]))}"
    if not re.search(r"[./]", other):
        return None  # of C++
    rooms = LIBRARIES.get(other) or LIBRARIES.get(other.partition("/")[0] + "/", ())
    if any(path == room or path.startswith(room + "/") for room in rooms):
        return None
    return f"only {' and '.join(rooms)} may" if rooms else "no room may"


def forbidden(path, other):
    """Why a file may not include another, or None."""
    if pathlib.PurePosixPath(other).suffix == ".cpp":
        return "it is no header"
    if path.startswith("tests/"):
        return None if other.startswith("tests/") or top_room(other) else "it is in no room"
    if other.startswith("tests/"):
        return "the product knows no tests"
    if folder_of(other).endswith("/" + CHECKS) and folder_of(path) != folder_of(other):
        return "these checks are for tests alone"
    here, there = top_room(path), top_room(other)
    if there is None:
        return None if here is None else "it is in no room"
    if here is None:
        return f"{folder_of(path)} has no floor"
    if here == there or there == "resources" or LEVEL[there] < LEVEL[here]:
        return None
    return f"{here} does not look up to {there}" if LEVEL[there] > LEVEL[here] else f"{here} and {there} are siblings"


def cycle(arrows):
    """A way through the arrows that comes back to its beginning, or None."""
    done = set()

    def walk(room, way):
        if room in way:
            return way[way.index(room):] + [room]
        if room in done:
            return None
        found = next(filter(None, (walk(other, way + [room]) for other in sorted(arrows.get(room, ())))), None)
        done.add(room)
        return found
    return next(filter(None, (walk(room, []) for room in sorted(arrows))), None)


def listed_sources(root):
    """The .cpp files and scripts that the CMakeLists name."""
    found = set()
    for script in (path for top in TOPS for path in (root / top).rglob("CMakeLists.txt")):
        text = re.sub(r"#.*", "", script.read_text(encoding="utf-8"))
        for name in re.findall(r"[\w./-]+\.(?:cpp|py|sh)\b", text):
            found.add(posixpath.normpath((script.parent.relative_to(root) / name.lstrip("/")).as_posix()))
    return found


def wrong_includes(root, paths, modules):
    arrows = {}
    for path in paths:
        own, others = includes(root, path)
        for other in own:
            reason = forbidden(path, other)
            if reason:
                yield f"{path} includes {other}: {reason}"
            if path.startswith("tests/"):
                continue
            if top_room(path) == top_room(other) and folder_of(path) != folder_of(other):
                arrows.setdefault(folder_of(path), set()).add(folder_of(other))
        for other in others if top_room(path) else ():
            reason = unfit(path, other, modules)
            if reason:
                yield f"{path} includes {other}: {reason}"
    way = cycle(arrows)
    if way:
        yield "a circle of rooms: " + " -> ".join(way)


def stale_comments(root, paths):
    for path in paths:
        for name in NAMED.findall(comments(path, (root / path).read_text(encoding="utf-8"))):
            if not (root / name).is_file():
                yield f"{path} has a comment about {name}, which does not exist"


def is_listed(path):
    """Whether a file has to be in a CMakeLists."""
    return re.search(r"_test\.(cpp|py|sh)$", path) or path.endswith(".cpp") and not path.startswith("tests/")


def complaints(root, modules):
    """Everything that is wrong with the house in a folder. `modules`: those of Qt that have a header of a name."""
    paths = sources(root)
    code = [path for path in paths if pathlib.PurePosixPath(path).suffix not in (".py", ".sh")]
    found = [f"{path} is named neither .cpp nor .h" for path in code if not path.endswith(tuple(CODE))]
    found += wrong_includes(root, code, modules)
    found += stale_comments(root, paths)
    listed = listed_sources(root)
    found += [f"{path} is in no CMakeLists.txt" for path in paths if is_listed(path) and path not in listed]
    folders = [folder_of(path) for path in paths]
    found += [f"{folder} has {folders.count(folder)} source files" for folder in sorted(set(folders))
              if folders.count(folder) > MOST_FILES]
    for path in paths:
        lines = (root / path).read_bytes().count(b"\n")
        if lines > MOST_LINES:
            found.append(f"{path} has {lines} lines")
    return found
