# SPDX-License-Identifier: GPL-3.0-or-later
"""The house as it stands, and houses built with one fault each. Called with the folders of the project and of the headers
of Qt."""
import pathlib
import sys
import tempfile
import unittest

import house

ROOT, QT_HEADERS = map(pathlib.Path, sys.argv[1:3])
del sys.argv[1:3]
GUI = house.gui_headers(QT_HEADERS)


class House(unittest.TestCase):
    def build(self, files):
        """The complaints about a house of the given files, with the sources in a list."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        for top in house.TOPS:
            (root / top).mkdir(exist_ok=True)
            own = [name[len(top) + 1:] for name in files if name.startswith(top + "/") and "unlisted" not in name]
            (root / top / "CMakeLists.txt").write_text("\n    ".join(own), encoding="utf-8")
        return house.complaints(root, GUI)

    def expect_one(self, files, words):
        found = self.build(files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_every_room_keeps_to_its_floor(self):
        self.assertEqual(house.complaints(ROOT, GUI), [])

    def test_the_files_of_the_project_and_the_headers_of_qt_were_found(self):
        self.assertGreater(len(house.sources(ROOT)), 600)
        self.assertIn("QPainter", GUI)
        self.assertIn("QWidget", GUI)
        self.assertNotIn("QString", GUI)

    def test_arrows_down_and_inside_a_room_are_right(self):
        self.assertEqual(self.build({
            "model/time/zone.cpp": '#include "model/time/zone.h"\n#include "resources/zones.h"\n',
            "app/content/words/words.h": '#include "model/time/zone.h"\n',
            "app/system/terminal.cpp": '#include "app/content/words/words.h"\n',
            "app/paint/theme.h": '#include "app/layout/scene/scene.h"\n#include <QPainter>\n',
            "app/window/parts/actions.cpp": '#include "actions.h"\n#include "app/view/list/rows.h"\n',
            "app/window/parts/actions.h": "",
            "app/layout/checks/dump.cpp": '#include "app/layout/checks/dump.h"\n',
            "app/layout/scene/scene.h": "// #include \"app/view/timeline/view.h\"\n#include <QRectF>\n",
            "app/main.cpp": '#include "app/command/headless.h"\n#include "app/window/main_window.h"\n',
            "tests/layout/a_test.cpp": '#include "app/layout/checks/dump.h"\n#include "app/window/window.h"\n'}), [])

    def test_an_arrow_up_is_found(self):
        for lower, higher in [("model/time", "app/content/words"), ("app/content/words", "app/layout/axis"),
                              ("app/system", "app/paint"), ("app/layout/axis", "app/paint"),
                              ("app/paint", "app/view/list"), ("app/export/svg", "app/window"),
                              ("app/open", "app/command")]:
            with self.subTest(lower):
                self.expect_one({f"{lower}/a.h": f'  #  include "{higher}/b.h"\n'},
                                f"{lower}/a.h includes {higher}/b.h")

    def test_an_arrow_between_siblings_is_found(self):
        for one, other in [("app/view/list", "app/export/data"), ("app/paint", "app/open"),
                           ("app/window", "app/command"), ("app/layout/axis", "app/system")]:
            with self.subTest(one):
                self.expect_one({f"{one}/a.cpp": f'#include "{other}/b.h"\n'}, "are siblings")
                self.expect_one({f"{other}/b.cpp": f'#include "{one}/a.h"\n'}, "are siblings")

    def test_a_circle_of_rooms_is_found(self):
        self.expect_one({"model/time/a.h": '#include "model/text/b.h"\n',
                         "model/text/b.h": '#include "model/file/c.h"\n',
                         "model/file/c.h": '#include "../time/a.h"\n', "model/time/b.h": "",
                         "model/story/d.h": '#include "model/time/a.h"\n'},
                        "model/file -> model/time -> model/text -> model/file")

    def test_the_product_that_includes_checks_or_tests_is_found(self):
        self.expect_one({"app/layout/scene/a.cpp": '#include "app/layout/checks/dump.h"\n'}, "for tests alone")
        self.expect_one({"app/window/a.cpp": '#include "tests/window/probe.h"\n'}, "knows no tests")

    def test_a_folder_without_a_floor_is_found(self):
        self.expect_one({"app/attic/a.cpp": '#include "model/time/zone.h"\n'}, "app/attic has no floor")
        self.expect_one({"app/view/a.cpp": '#include "attic/zone.h"\n'}, "it is in no room")

    def test_gui_below_paint_is_found(self):
        for room in house.WITHOUT_GUI:
            for header in ("QPainter", "QtWidgets/QWidget", "qcolor.h", "QtGui"):
                with self.subTest(room=room, header=header):
                    self.expect_one({f"{room}/a.h": f"#include <{header}>\n"}, "it knows no Gui")

    def test_a_full_folder_is_found(self):
        files = {f"model/time/a{i}.h": "" for i in range(30)}
        self.assertEqual(self.build(files), [])
        self.expect_one(files | {"model/time/one.cpp": ""}, "model/time has 31 source files")
        self.expect_one({f"tests/layout/a{i}_test.py": "" for i in range(31)}, "tests/layout has 31")

    def test_a_long_file_is_found(self):
        self.assertEqual(self.build({"tests/run.sh": "\n" * 500}), [])
        self.expect_one({"tests/run.sh": "\n" * 501}, "tests/run.sh has 501 lines")

    def test_a_source_that_is_in_no_list_is_found(self):
        self.expect_one({"app/view/unlisted.cpp": ""}, "app/view/unlisted.cpp is in no CMakeLists.txt")
        self.expect_one({"tests/view/unlisted_test.cpp": ""}, "tests/view/unlisted_test.cpp is in no CMakeLists.txt")


if __name__ == "__main__":
    unittest.main()
