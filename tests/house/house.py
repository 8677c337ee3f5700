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
CHECKS = "app/layout/checks"  # what only tests need
WITHOUT_GUI = ("model", "app/content", "app/layout", "app/export/data")
GUI_MODULES = ("QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtOpenGL",
               "QtOpenGLWidgets")
MOST_FILES, MOST_LINES = 30, 500  # in a folder, in a file

TOPS = ("model", "app", "resources", "tests")
CODE = {".cpp", ".h"}
SOURCES = CODE | {".py", ".sh"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def top_room(path):
    """The room of the floors that a path lies in; None outside of the house."""
    return next((room for room in LEVEL if path == room or path.startswith(room + "/")), None)


def folder_of(path):
    return path.rpartition("/")[0]


def sources(root):
    return sorted(path.relative_to(root).as_posix() for top in TOPS for path in (root / top).rglob("*")
                  if path.suffix in SOURCES and path.is_file())


def includes(root, path):
    """What a file includes: paths of the project, and names in angle brackets."""
    own, others = [], []
    for quoted, angled in INCLUDE.findall((root / path).read_text(encoding="utf-8")):
        if angled:
            others.append(angled)
        else:
            beside = posixpath.normpath(f"{folder_of(path)}/{quoted}")
            own.append(beside if (root / beside).is_file() else quoted)
    return own, others


def gui_headers(folder):
    """The names under which headers of Gui modules can be included, of the Qt whose headers lie in a folder."""
    names = set()
    for module in GUI_MODULES:
        for path in (folder / module).glob("*"):
            names |= {path.name, f"{module}/{path.name}", module}
    return names


def forbidden(path, other):
    """Why a file may not include another, or None."""
    if other.startswith("tests/"):
        return "the product knows no tests"
    if folder_of(other) == CHECKS and folder_of(path) != CHECKS:
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
    """The .cpp files that the CMakeLists name."""
    found = set()
    for script in (path for top in TOPS for path in (root / top).rglob("CMakeLists.txt")):
        text = re.sub(r"#.*", "", script.read_text(encoding="utf-8"))
        for name in re.findall(r"[\w./-]+\.cpp\b", text):
            found.add(posixpath.normpath((script.parent.relative_to(root) / name).as_posix()))
    return found


def wrong_includes(root, paths, gui):
    arrows = {}
    for path in paths:
        own, others = includes(root, path)
        for other in own:
            reason = forbidden(path, other)
            if reason:
                yield f"{path} includes {other}: {reason}"
            if top_room(path) == top_room(other) and folder_of(path) != folder_of(other):
                arrows.setdefault(folder_of(path), set()).add(folder_of(other))
        if path.startswith(tuple(room + "/" for room in WITHOUT_GUI)):
            for other in gui.intersection(own + others):
                yield f"{path} includes {other}: it knows no Gui"
    way = cycle(arrows)
    if way:
        yield "a circle of rooms: " + " -> ".join(way)


def complaints(root, gui=frozenset()):
    """Everything that is wrong with the house in a folder."""
    paths = sources(root)
    product = [path for path in paths if pathlib.PurePosixPath(path).suffix in CODE and not path.startswith("tests/")]
    found = list(wrong_includes(root, product, gui))
    listed = listed_sources(root)
    found += [f"{path} is in no CMakeLists.txt" for path in paths if path not in listed
              and (path in product and path.endswith(".cpp") or path.endswith("_test.cpp"))]
    folders = [folder_of(path) for path in paths]
    found += [f"{folder} has {folders.count(folder)} source files" for folder in sorted(set(folders))
              if folders.count(folder) > MOST_FILES]
    for path in paths:
        lines = (root / path).read_bytes().count(b"\n")
        if lines > MOST_LINES:
            found.append(f"{path} has {lines} lines")
    return found
