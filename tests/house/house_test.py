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
MODULES = house.modules_of(QT_HEADERS)


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
        return house.complaints(root, MODULES)

    def expect_one(self, files, words):
        found = self.build(files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_every_room_keeps_to_its_floor(self):
        self.assertEqual(house.complaints(ROOT, MODULES), [])

    def test_the_files_of_the_project_and_the_headers_of_qt_were_found(self):
        self.assertGreater(len(house.sources(ROOT)), 600)
        for header, module in [("QPainter", "QtGui"), ("QtWidgets/QWidget", "QtWidgets"), ("qstring.h", "QtCore"),
                               ("QtCharts", "QtCharts"), ("QPrinter", "QtPrintSupport")]:
            self.assertEqual(MODULES[header], {module})

    def test_arrows_down_and_inside_a_room_are_right(self):
        self.assertEqual(self.build({
            "model/time/zone.cpp": '#include "model/time/zone.h"\n#include "resources/zones.h"\n',
            "app/content/words/words.h": '#include "model/time/zone.h"\n',
            "app/system/terminal.cpp": '#include "app/content/words/words.h"\n',
            "app/paint/theme.h": '#include "app/layout/scene/scene.h"\n#include <QPainter>\n',
            "app/window/parts/actions.cpp": '#include "actions.h"\n#include "app/view/list/rows.h"\n',
            "app/window/parts/actions.h": "",
            "app/layout/checks/dump.cpp": '#include "app/layout/checks/dump.h"\n',
            "app/layout/scene/scene.h": "// #include \"app/paint/theme.h\"\n#include <QRectF>\n",
            "app/layout/scene/words.cpp": 'auto a = R"(\n#include <QPainter>\n)"; auto b = "/*";\n#include <vector>\n',
            "app/export/checks/pdf.cpp": '#include <app/export/checks/pdf.h>\n#include <qpdf/QPDF.hh>\n',
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

    def test_an_arrow_is_found_however_it_is_written(self):
        for line in ('#include <app/paint/theme.h>', '/* why */ #include "app/paint/theme.h"',
                     '/* why\n */#/**/include/**/"app/paint/theme.h" // so', '%:include "app/paint/theme.h"',
                     '#import "app/paint/theme.h"', '#include_next <app/paint/theme.h>',
                     '#inc\\\nlude "app/paint/theme.h"', '#include "app/layout/../paint/theme.h"',
                     'auto text = "//"; /*\n*/\n#include "../../paint/theme.h"'):
            with self.subTest(line):
                self.expect_one({"app/layout/scene/a.h": f"#pragma once\n{line}\n", "app/paint/theme.h": ""},
                                "app/layout/scene/a.h includes app/paint/theme.h: app/layout does not look up")
        self.expect_one({"app/paint/a.h": '#define THEME "app/view/a.h"\n#include THEME\n'}, "includes THEME: ")

    def test_the_product_that_includes_checks_or_tests_is_found(self):
        self.expect_one({"app/layout/scene/a.cpp": '#include "app/layout/checks/dump.h"\n'}, "for tests alone")
        self.expect_one({"app/export/pdf/a.cpp": '#include "app/export/checks/pdf_check.h"\n'}, "for tests alone")
        self.expect_one({"app/window/a.cpp": '#include "app/export/checks/pdf_check.h"\n'}, "for tests alone")
        for line in ('#include "tests/window/probe.h"', '#include <tests/window/probe.h>',
                     '#include "../../tests/window/probe.h"'):
            with self.subTest(line):
                self.expect_one({"app/window/a.cpp": f"{line}\n", "tests/window/probe.h": ""}, "knows no tests")

    def test_a_test_includes_headers_of_product_and_tests_alone(self):
        self.assertEqual(self.build({"tests/a/a_test.cpp": '#include "app/window/window.h"\n#include "b.h"\n'
                                                           '#include <tests/a/b.h>\n#include <gtest/gtest.h>\n',
                                     "tests/a/b.h": ""}), [])
        self.expect_one({"tests/a/a_test.cpp": '#include "attic/zone.h"\n'}, "it is in no room")
        self.expect_one({"tests/a/a_test.cpp": '#include "model/time/zone.cpp"\n'}, "it is no header")
        self.expect_one({"model/time/a.h": '#include "model/time/zone.cpp"\n'}, "it is no header")

    def test_a_folder_without_a_floor_is_found(self):
        self.expect_one({"app/attic/a.cpp": '#include "model/time/zone.h"\n'}, "app/attic has no floor")
        self.expect_one({"app/view/a.cpp": '#include "attic/zone.h"\n'}, "it is in no room")

    def test_a_module_of_qt_that_a_room_does_not_know_is_found(self):
        for room in ("model/time", "app/content/words", "app/layout/axis", "app/system", "app/open", "app/command",
                     "app/export/data", "resources"):
            for header in ("QPainter", "QtWidgets/QWidget", "qcolor.h", "QtGui"):
                with self.subTest(room=room, header=header):
                    self.expect_one({f"{room}/a.h": f"#include <{header}>\n"}, "it knows no Qt")
        for room, header in [("app/export/svg", "QWidget"), ("app/export/pdf", "QPrinter"), ("app/paint", "QChart"),
                             ("app/open", "QtConcurrent"), ("app/view/list", "QPrinter"),
                             ("app/window/data", "QtNetwork"), ("app/window", "QtCharts/QChart")]:
            with self.subTest(room=room, header=header):
                self.expect_one({f"{room}/a.h": f"#include <{header}>\n"}, "it knows no Qt")
        self.assertEqual(self.build({"app/system/a.h": "#include <QtConcurrent>\n",
                                     "app/main.cpp": "#include <QStyle>\n",
                                     "app/paint/chart/a.h": "#include <QChart>\n",
                                     "app/export/picture/a.cpp": "#include <QPrinter>\n#include <QImage>\n"}), [])

    def test_a_library_where_it_does_not_belong_is_found(self):
        for room, header in [("model/time", "png.h"), ("model/file", "zlib.h"), ("app/content/words", "simdjson.h"),
                             ("app/export/picture", "qpdf/QPDF.hh"), ("app/window", "sys/stat.h"),
                             ("app/view/list", "unistd.h"), ("app/open", "curl/curl.h"),
                             ("model/time", "gtest/gtest.h")]:
            with self.subTest(room=room, header=header):
                self.expect_one({f"{room}/a.h": f"#include <{header}>\n"}, f"{room}/a.h includes {header}: ")
        self.assertEqual(self.build({"app/open/a.cpp": "#include <png.h>\n#include <zlib.h>\n#include <csetjmp>\n",
                                     "model/file/a.cpp": "#include <simdjson.h>\n#include <tl/expected.hpp>\n"}), [])

    def test_code_of_another_ending_is_found(self):
        for name in ("app/view/list/a.hpp", "model/time/a.inl", "tests/view/a_test.cc"):
            with self.subTest(name):
                self.expect_one({name: ""}, f"{name} is named neither .cpp nor .h")
        found = self.build({"app/layout/axis/a.hpp": "#include <QPainter>\n"})
        self.assertEqual(len(found), 2, found)

    def test_a_comment_about_a_file_that_is_gone_is_found(self):
        sign = "#"  # what stands behind it here would be a comment itself
        self.assertEqual(self.build({
            "model/time/a.h": "// see model/time/b.h and b.h, not src/model/time/c.h\n", "app/main.cpp": "",
            "model/time/b.h": 'auto text = "// model/time/c.h"; /* app/main.cpp. */\n',
            "tests/a.sh": f'echo "{sign}model/c.h" {sign} model/time/a.h, model/time\n'}), [])
        for name, text in [("model/time/a.h", "int a; ///< as in model/b.h\n"),
                           ("app/view/a.h", "/* so:\nmodel/b.h */\n"), ("tests/view/a_test.cpp", "// (model/b.h)\n"),
                           ("tests/a.sh", f"{sign} model/b.h\n"), ("tests/a.py", f"a = 1  {sign} of model/b.h.\n")]:
            with self.subTest(name):
                self.expect_one({name: text}, f"{name} has a comment about model/b.h")

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
        for ending in ("cpp", "py", "sh"):
            name = f"tests/view/unlisted_test.{ending}"
            self.expect_one({name: ""}, f"{name} is in no CMakeLists.txt")


if __name__ == "__main__":
    unittest.main()
