# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program starts and what it needs for it. Called with the path of the program."""
import json
import os
import subprocess
import time
import unittest

from length import SHORT
from program_test import BARE, FAILED, PROGRAM, Program, run


class Window(Program):
    OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

    def test_an_id_that_is_not_there_is_refused(self):
        result = run("--select", "nobody", env=self.OFFSCREEN)
        self.expect(result, FAILED, "quoteline: --select “nobody”")

    def test_a_broken_story_is_told_and_the_window_stays(self):
        path = self.folder / "none.json"
        process = subprocess.Popen([PROGRAM, path], env=BARE | self.OFFSCREEN, stderr=subprocess.PIPE)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertTrue(any(line.startswith(f"quoteline: “{path}”".encode()) for line in process.stderr))
        self.assertIsNone(process.poll())


class Start(Program):
    """The window comes up whatever it finds. It has when its settings are written, or when it says that they cannot."""
    PATIENCE = 60  # seconds; a machine may be busy

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.home.mkdir()
        self.settings = self.home / ".config" / "quoteline" / "settings.json"
        self.env = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.folder)}

    def start(self, *arguments, **env):
        errors = (self.folder / "errors").open("wb")
        self.addCleanup(errors.close)
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=BARE | self.env | env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def messages(self):
        """Without what the offscreen platform says of every window."""
        lines = (self.folder / "errors").read_text(encoding="utf-8").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("This plugin does not support"))

    def wait(self, process, reached):
        until = time.monotonic() + self.PATIENCE
        while not reached():
            self.assertIsNone(process.poll(), self.messages())
            self.assertLess(time.monotonic(), until, self.messages())
            time.sleep(0.05)
        self.assertIsNone(process.poll())

    def is_written(self):
        try:
            return "geometry" in json.loads(self.settings.read_bytes())
        except (OSError, ValueError, RecursionError):
            return False

    def comes_up(self, *arguments, said="", **env):
        process = self.start(*arguments, **env)
        self.wait(process, self.is_written)
        process.terminate()
        process.wait(self.PATIENCE)
        self.assertEqual(self.messages(), said)

    def stays_with_one_sentence(self, *words, **env):
        process = self.start(**env)
        self.wait(process, lambda: self.messages().endswith("\n"))
        time.sleep(1.5)  # it would try again
        self.assertIsNone(process.poll())
        messages = self.messages()
        self.assertEqual(messages.count("\n"), 1, messages)
        for word in words:
            self.assertIn(word, messages)

    def test_with_an_empty_home_and_with_its_own_settings(self):
        self.comes_up()
        first = json.loads(self.settings.read_bytes())
        self.assertEqual((first["theme"], first["textScale"], first["recentFiles"]), ("system", 1, []))
        self.settings.write_text(json.dumps(first | {"theme": "dark", "textScale": 1.5, "later": [1]}))
        os.utime(self.settings, (0, 0))
        process = self.start()
        self.wait(process, lambda: self.settings.stat().st_mtime > 0)
        again = json.loads(self.settings.read_bytes())
        self.assertEqual((again["theme"], again["textScale"], again["later"]), ("dark", 1.5, [1]))

    def test_the_story_that_was_named_is_a_recent_file(self):
        path = self.story()
        self.comes_up(path)
        self.assertEqual(json.loads(self.settings.read_bytes())["recentFiles"], [str(path)])

    def test_with_damaged_settings_which_are_kept(self):
        contents = {"rubbish": bytes(range(256)) * 50, "empty": b"", "deep": b"[" * 100000}
        if not SHORT:
            contents |= {"half": b'{"theme": "dark", "views": [{"st', "array": b"[]"}
        for name, content in contents.items():
            with self.subTest(name):
                self.settings.parent.mkdir(parents=True, exist_ok=True)
                self.settings.write_bytes(content)
                self.comes_up()
                kept = self.settings.with_name("settings.damaged.json")
                if content:
                    self.assertEqual(kept.read_bytes(), content)

    def test_with_settings_of_wrong_types_and_huge_numbers(self):
        values = ['"x"', "-1e308", '[{"story": 1e308}]']
        if not SHORT:
            values += ["null", "[]", "{}", "1e308", "12345678901234567890", '"//////////////8="']
        for value in values:
            with self.subTest(value):
                self.settings.parent.mkdir(parents=True, exist_ok=True)
                self.settings.write_text("{" + ", ".join(f'"{name}": {value}' for name in (
                    "theme", "textScale", "panes", "recentFiles", "views")) + "}")
                self.comes_up()
                self.assertFalse(self.settings.with_name("settings.damaged.json").exists())

    def test_with_a_folder_in_the_place_of_the_settings(self):
        self.settings.mkdir(parents=True)
        self.stays_with_one_sentence(str(self.settings))

    def test_without_a_home_that_can_be_written(self):
        blocked = self.folder / "file"
        blocked.write_bytes(b"")
        self.stays_with_one_sentence(str(blocked), "settings", HOME=str(blocked / "home"))
        self.stays_with_one_sentence("/proc", HOME="/proc/1/home")

    def test_without_a_home_at_all(self):
        del self.env["HOME"]
        process = self.start()
        time.sleep(3)  # nothing is written that could be waited for
        self.assertIsNone(process.poll(), self.messages())
        self.assertEqual(self.messages(), "")

    def test_in_any_locale(self):
        locales = [{"LC_ALL": "C"}, {"LC_ALL": "nonsense"}]
        if not SHORT:
            locales += [{"LANG": "C"}, {"LANG": "de_DE.UTF-8"}]
        for locale in locales:
            with self.subTest(locale):
                self.settings.unlink(missing_ok=True)
                self.comes_up(**locale)

    def test_without_the_font_of_the_design_and_without_any(self):
        for name, folders in {"dejavu": "<dir>/usr/share/fonts/truetype/dejavu</dir>", "none": ""}.items():
            with self.subTest(name):
                fonts = self.folder / "fonts.conf"
                fonts.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' + folders +
                                 f"<cachedir>{self.folder}/cache</cachedir></fontconfig>")
                self.settings.unlink(missing_ok=True)
                process = self.start(FONTCONFIG_FILE=str(fonts))
                self.wait(process, self.is_written)
                process.kill()
                process.wait()


if __name__ == "__main__":
    unittest.main()
