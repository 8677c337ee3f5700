# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of data files share: stories that are hard to write, and the program that writes them. They are called
with the path of the program."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "resources" / "stories" / "milano-cortina-2026.json"
PROGRAM = sys.argv.pop(1)
BARE = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
DONE, FAILED = 0, 2
FORMULA = tuple("=+-@\t\r")

HOSTILE = ["<script>alert(1)</script><img src=x onerror=y>", 'a "b", c; d: e\\n \\, \\', "one\ntwo\r\nthree\n\n\nfour",
           "\u202Etxet\u202C \u2066x\u2069 \u200F", "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\ry", "'=quoted",
           "[a](http://x.example) ![b](c) `d` *e* _f_ [^1] [^2]: g", "# heading", "1. one\n- two\n+ three\n=====\n---",
           "&amp; &#65; &lt;b&gt;", "  two  spaces  ", "a | b | c", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "🚨 é ﬁ 漢字 " * 40,
           "http://evil.example/ www.evil.example me@evil.example ftp://evil.example", "x" * 200, "\u2028\u2029\u0085",
           "%1 %2 %n {0}", "$x^2$ ~~no~~ ==no==", "\u0000\u0001\u001f\u007f"]


def story(events, title="A story", **fields):
    return {"format": "quoteline-story", "version": 1, "title": title, "language": "en", "timeZone": "Europe/Rome",
            "lanes": [{"id": "lane", "name": "The lane"}], "actors": [{"id": "actor", "name": "The actor", "role": ""}],
            "sources": [{"id": "source", "publisher": "The publisher", "url": "https://example.org/a?b=c,d;e"}],
            "events": events} | fields


def event(number, title="A title", when="2026-01-27", quotes=(), **fields):
    return {"id": f"e{number}", "title": title, "lane": "lane", "actor": "actor", "kind": "report", "when": when,
            "whenBasis": "a test", "status": "happened", "relations": [],
            "quotes": [{"source": "source", "exact": words, "prefix": "", "suffix": "", "form": "report"}
                       for words in quotes]} | fields


def hostile_story():
    return story([event(i, title=text or "x", quotes=[text, text + "!"], summary=text)
                  for i, text in enumerate(HOSTILE)], title=HOSTILE[0], summary=HOSTILE[2])


def guarded(text):
    return "'" + text if text.startswith(FORMULA) else text


class DataProgram(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def run_program(self, *arguments, env=None):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=BARE | (env or {}), stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)

    def export(self, suffix, content=None):
        """The bytes of the file and the lines of what was lost; the embedded story without content."""
        arguments = []
        if content is not None:
            path = self.folder / "a.story.json"
            path.write_text(json.dumps(content), encoding="utf-8")
            arguments = [path]
        target = self.folder / ("out" + suffix)
        result = self.run_program("--export", target, *arguments)
        self.assertEqual(result.returncode, DONE, result.stderr.decode())
        self.assertEqual(result.stdout, b"")
        lines = result.stderr.decode().splitlines()
        for line in lines:
            self.assertTrue(line.startswith("quoteline: "), line)
            self.assertNotIn("%", line.replace("%1 %2 %n", ""))
        lines = [line.removeprefix("quoteline: ") for line in lines]
        return target.read_bytes(), [line for line in lines if "--check prints them" not in line]

    def skip_unless(self, judge, reason):
        """A test without its judge is skipped, and says so."""
        if not judge:
            print(f"\nSKIPPED: {reason}", flush=True)
            self.skipTest(reason)

    def said(self, lines, *parts):
        """One line has all the parts."""
        self.assertTrue(any(all(part in line for part in parts) for line in lines), (parts, lines))

    def not_said(self, lines, part):
        self.assertFalse(any(part in line for line in lines), lines)
