# SPDX-License-Identifier: GPL-3.0-or-later
"""The program from outside: what it prints, how it ends, what it leaves behind. Called with the path of the program."""
import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "resources" / "stories" / "milano-cortina-2026.json"
PROGRAM = sys.argv.pop(1)
# No display, no platform, no locale, no home: only what the sanitizers are told.
BARE = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
DONE, PROBLEMS, FAILED = 0, 1, 2


def run(*arguments, env=None, **options):
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.run([PROGRAM, *map(str, arguments)], env=BARE | (env or {}), stdin=subprocess.DEVNULL, **options)


def png_size(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR"
    return struct.unpack(">II", data[16:24])


def day_bounds(when):
    """[earliest, end) of the forms that the embedded story has, for days."""
    one_day = datetime.timedelta(days=1)
    when = when.strip("[]").rstrip("~%?")
    first, _, last = when.replace("/", "..").partition("..")
    last = last or first
    as_text = "{:%Y-%m-%dT00:00:00Z}".format
    return (as_text(datetime.date.fromisoformat(first)) if first else None,
            as_text(datetime.date.fromisoformat(last) + one_day))


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def story(self, change=lambda story: None, name="a.story.json"):
        """A copy of the embedded story, changed."""
        story = json.loads(STORY.read_text(encoding="utf-8"))
        change(story)
        path = self.folder / name
        path.write_text(json.dumps(story, ensure_ascii=False, indent=2), encoding="utf-8")
        return path

    def expect(self, result, status, *in_messages):
        messages = result.stderr.decode()
        self.assertEqual(result.returncode, status, messages)
        for text in in_messages:
            self.assertIn(text, messages)
        if status == DONE:
            self.assertEqual(messages, "")
        return result.stdout.decode() if result.stdout is not None else None

    def expect_one_sentence(self, result, *in_messages):
        self.expect(result, FAILED, *in_messages)
        self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith(b"quoteline: "), result.stderr)


class Words(Program):
    def test_version_and_help_need_nothing(self):
        self.assertRegex(self.expect(run("--version"), DONE), r"\Aquoteline \d+\.\d+\.\d+\n\Z")
        self.assertIn("--export FILE.{png,svg,pdf}", self.expect(run("--help"), DONE))
        self.assertEqual(run("-h").stdout, run("--help", env={"QT_QPA_PLATFORM": "nonsense"}).stdout)
        no_arguments = subprocess.run(["env", "-i", PROGRAM, "--version"], capture_output=True, check=False)
        self.expect(no_arguments, DONE)

    def test_a_wrong_command_line_is_one_sentence_that_points_at_help(self):
        for arguments in (["--nonsense"], ["--size", "800x700"], ["--list", "--check"], ["a", "b"],
                          ["--export", "a.jpg"], ["--export", "a.png", "--size", "800"], ["--evidence"],
                          ["--export", "a.png", "--readings"], ["--export", "a.pdf", "--no-story"],
                          ["--export", "a.svg", "--dpi", "300"], ["--export", "a.png", "--lang", "xx"],
                          ["--export", "a.png", "--size", "800x700", "--paper", "A4"],
                          ["--list", "--format", "xml"], ["--a\nb"], [""]):
            with self.subTest(arguments):
                result = run(*arguments)
                self.expect_one_sentence(result, "; see --help\n")
                self.assertEqual(result.stdout, b"")

    def test_without_a_display_the_window_says_what_works_without_one(self):
        self.expect_one_sentence(run(), "no display", "--export", "--list", "--check")
        self.expect_one_sentence(run(STORY, env={"DISPLAY": ""}), "no display")

    def test_arguments_that_are_not_utf8_are_refused_quietly(self):
        result = subprocess.run([PROGRAM, "--list", b"\xff\xfe.json"], env=BARE, capture_output=True, check=False)
        self.expect_one_sentence(result, "cannot be opened")


class List(Program):
    def test_text_has_a_line_for_each_event(self):
        story = json.loads(STORY.read_text(encoding="utf-8"))
        lines = self.expect(run("--list"), DONE).splitlines()
        self.assertEqual(len(lines), len(story["events"]))
        lanes = {lane["id"]: lane["name"] for lane in story["lanes"]}
        for event in story["events"]:
            count = len(event["quotes"])
            line, = [line for line in lines if event["title"] in line]
            self.assertTrue(line.endswith(f"({lanes[event['lane']]}; {count} quote{'' if count == 1 else 's'})"), line)

    def test_the_locale_of_the_machine_changes_nothing(self):
        plain = run("--list").stdout
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"},
                    {"LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}):
            self.assertEqual(self.expect(run("--list", env=env), DONE), plain.decode())

    def test_the_story_inside_is_the_file_of_the_repository(self):
        for form in ("text", "json", "csv"):
            self.assertEqual(run("--list", "--format", form).stdout, run("--list", "--format", form, STORY).stdout)

    def test_csv_is_what_a_csv_reader_expects(self):
        story = json.loads(STORY.read_text(encoding="utf-8"))
        output = run("--list", "--format", "csv").stdout.decode()
        self.assertEqual(output.count("\r\n"), output.count("\n"))
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(output, newline=""), strict=True)}
        self.assertEqual(len(rows), len(story["events"]))
        for event in story["events"]:
            row = rows[event["id"]]
            for field in ("id", "title", "when", "lane", "actor", "kind", "status"):
                self.assertEqual(row[field], event[field])
            earliest, end = day_bounds(event["when"])
            self.assertEqual((row["earliest"], row["end"]), (earliest or "", end))
            self.assertEqual((row["precision"], row["endPrecision"]), ("day", ""))
            self.assertEqual(int(row["quotes"]), len(event["quotes"]))
            self.assertEqual(int(row["sources"]), len({quote["source"] for quote in event["quotes"]}))
            flags = {"~": {"approximate"}, "?": {"uncertain"}, "%": {"approximate", "uncertain"}}
            expected = flags.get(event["when"][-1], set()) | ({"openStart"} if earliest is None else set())
            self.assertEqual(set(row["flags"].split()), expected)

    def test_json_agrees_with_csv(self):
        rows = list(csv.DictReader(io.StringIO(run("--list", "--format", "csv").stdout.decode(), newline="")))
        events = json.loads(run("--list", "--format", "json").stdout)
        self.assertEqual([event["id"] for event in events], [row["id"] for row in rows])
        for event, row in zip(events, rows):
            for field in ("title", "when", "precision", "lane", "actor", "kind", "status"):
                self.assertEqual(event[field], row[field])
            self.assertEqual((event["earliest"] or "", event["end"] or ""), (row["earliest"], row["end"]))
            self.assertEqual(" ".join(event["flags"]), row["flags"])
            self.assertEqual(str(len(event["quotes"])), row["quotes"])

    def test_any_title_survives_csv_and_no_spreadsheet_runs_it(self):
        formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", '="a,b"']
        titles = ['a,b', '"', 'a"b,', "line\nbreak", "line\r\nbreak", " ", "'", "é🚨", "a=1"] + formulas

        def change(story):
            story["events"] = [dict(story["events"][0], id=f"e{i}", title=title, relations=[])
                               for i, title in enumerate(titles)]
        output = self.expect(run("--list", "--format", "csv", self.story(change)), DONE)
        rows = {row["id"]: row["title"] for row in csv.DictReader(io.StringIO(output, newline=""), strict=True)}
        for i, title in enumerate(titles):
            self.assertEqual(rows[f"e{i}"], "'" + title if title in formulas else title)
        for row in csv.reader(io.StringIO(output, newline="")):
            for field in row:
                self.assertNotIn(field[:1], ("=", "+", "-", "@", "\t", "\r"))

    def test_a_year_before_zero_does_not_begin_a_formula(self):
        def change(story):
            story["events"] = [dict(story["events"][0], when="-0043-03-15", relations=[])]
        output = run("--list", "--format", "csv", self.story(change)).stdout.decode()
        row, = csv.DictReader(io.StringIO(output, newline=""))
        self.assertEqual((row["when"], row["earliest"]), ("'-0043-03-15", "'-0043-03-15T00:00:00Z"))

    def test_a_full_disk_is_told(self):
        for arguments in (["--list"], ["--list", "--format", "json"], ["--check"], ["--help"], ["--version"]):
            with open("/dev/full", "wb") as full, self.subTest(arguments):
                self.expect_one_sentence(run(*arguments, stdout=full), "standard output", "No space left on device")

    def test_a_closed_output_is_told(self):
        result = subprocess.run(["sh", "-c", '"$0" --list >&-', PROGRAM], env=BARE, stderr=subprocess.PIPE, check=False)
        self.expect_one_sentence(result, "standard output")

    def test_notices_are_announced_and_the_list_comes_all_the_same(self):
        path = self.story(lambda story: story["events"][0].update(sumary="x"))
        result = run("--list", path)
        self.assertEqual((result.returncode, result.stdout), (DONE, run("--list").stdout))
        self.assertEqual(result.stderr.decode(), f"quoteline: {path} gives 1 notice: --check prints them\n")


class Check(Program):
    def test_a_good_story_gets_a_line_of_numbers(self):
        self.assertEqual(self.expect(run("--check", STORY), DONE),
                         f"{STORY}: 15 events, 28 quotes, 2 sources; no problems\n")
        self.assertIn("15 events, 28 quotes, 2 sources; no problems\n", self.expect(run("--check"), DONE))

    def test_a_notice_is_printed_with_line_path_and_remedy(self):
        path = self.story(lambda story: story["events"][0].update(sumary="x"))
        line = 1 + path.read_text(encoding="utf-8").split('"sumary"')[0].count("\n")
        lines = self.expect(run("--check", path), DONE).splitlines()
        self.assertEqual(len(lines), 2)
        self.assertTrue(lines[0].startswith(f"{path}:{line}: notice: $.events[0]"), lines[0])
        self.assertIn("summary", lines[0])
        self.assertTrue(lines[1].endswith("; no problems, 1 notice"), lines[1])

    def test_every_problem_is_printed_with_line_path_and_remedy(self):
        def change(story):
            story["events"][2]["when"] = "2026-02-29"
            story["events"][4]["lane"] = "nowhere"
        path = self.story(change)
        result = run("--check", path)
        self.assertEqual((result.returncode, result.stderr), (PROBLEMS, b""))
        lines = result.stdout.decode().splitlines()
        text = path.read_text(encoding="utf-8")
        for place, mark in (("$.events[2].when", '"2026-02-29"'), ("$.events[4].lane", '"nowhere"')):
            line = 1 + text.split(mark)[0].count("\n")
            self.assertTrue(any(found.startswith(f"{path}:{line}: {place}: ") for found in lines), lines)
        self.assertEqual(lines[-1], f"{path}: 2 problems")

    def test_broken_files_are_problems_with_a_place(self):
        for name, content in {"empty": b"", "text": b"hello", "cut": STORY.read_bytes()[:5000], "array": b"[]",
                              "utf16": "{}".encode("utf-16"), "latin": b'{"title": "\xe9"}',
                              "deep": b"[" * 1000}.items():
            path = self.folder / name
            path.write_bytes(content)
            with self.subTest(name):
                result = run("--check", path)
                self.assertEqual((result.returncode, result.stderr), (PROBLEMS, b""))
                lines = result.stdout.decode().splitlines()
                self.assertGreaterEqual(len(lines), 2)
                self.assertTrue(all(re.match(re.escape(str(path)) + r"(:\d+)?: ", line) for line in lines), lines)
                self.assertRegex(lines[-1], r"\d+ problems?$")

    def test_the_other_modes_refuse_a_broken_story_with_the_same_lines(self):
        path = self.story(lambda story: story["events"][2].update(when="2026-02-29"))
        said = run("--check", path).stdout.decode().splitlines()[0]
        target = self.folder / "a.png"
        for arguments in (["--list"], ["--export", target]):
            result = run(*arguments, path)
            self.assertEqual((result.returncode, result.stdout), (PROBLEMS, b""))
            self.assertEqual(result.stderr.decode(), said + "\n")
        self.assertFalse(target.exists())

    def test_what_is_no_readable_file_is_refused_in_every_mode(self):
        os.mkfifo(self.folder / "pipe")
        for mode in (["--check"], ["--list"], ["--export", self.folder / "a.png"]):
            for path, reason in ((self.folder, "folder"), (self.folder / "none.json", "No such file"),
                                 ("/dev/null", "device"), (self.folder / "pipe", "pipe")):
                with self.subTest(f"{mode} {path}"):
                    self.expect_one_sentence(run(*mode, path), str(path), reason)

    def test_a_name_cannot_paint_the_terminal(self):
        path = self.folder / "a\nb\x1b[31m.json"
        path.write_bytes(b"{}")
        result = run("--check", path)
        self.assertEqual(result.returncode, PROBLEMS)
        self.assertNotIn(b"\x1b", result.stdout)


class Export(Program):
    def picture(self, *arguments, env=None):
        path = self.folder / "picture.png"
        self.assertEqual(self.expect(run("--export", path, *arguments, env=env), DONE), "")
        data = path.read_bytes()
        path.unlink()
        return data

    def test_a_picture_needs_neither_display_nor_locale(self):
        data = self.picture()
        self.assertEqual(png_size(data), (1600, 900))
        self.assertEqual(self.picture(STORY), data)
        self.assertEqual(self.picture(env={"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                                           "QT_SCALE_FACTOR": "2"}), data)

    def test_an_empty_name_of_a_platform_is_none(self):
        data = self.picture()
        for nowhere in ({"DISPLAY": ":99999"}, {"WAYLAND_DISPLAY": "none"}, {}):
            self.assertEqual(self.picture(env={"QT_QPA_PLATFORM": ""} | nowhere), data)
        self.expect_one_sentence(run(env={"QT_QPA_PLATFORM": ""}), "no display")

    def test_size_scale_range_and_theme_are_followed(self):
        plain = self.picture("--size", "800x700")
        self.assertEqual(png_size(plain), (800, 700))
        self.assertEqual(png_size(self.picture("--size", "800x700", "--scale", "1.5")), (1200, 1050))
        pictures = {plain, self.picture("--size", "800x700", "--theme", "dark"),
                    self.picture("--size", "800x700", "--range", "2026-01-26/2026-01-28"),
                    self.picture("--size", "800x700", "--range", "2026-01-26/2026-01-29")}
        self.assertEqual(len(pictures), 4)
        self.assertEqual(self.picture("--size", "800x700", "--theme", "light"), plain)

    def test_what_the_picture_leaves_out_is_said(self):
        path = self.folder / "small.png"
        result = run("--export", path, "--size", "900x400")
        self.assertEqual(result.returncode, DONE)
        self.assertRegex(result.stderr.decode(), r"\d+ events lie below the edge of the picture; a height of \d+ shows")
        self.assertEqual(png_size(path.read_bytes()), (900, 400))

    def test_an_open_side_of_the_range_is_the_end_of_the_story(self):
        self.assertEqual(self.picture("--range", "2026-01-26/.."), self.picture("--range", "2026-01-26/2026-02-22"))
        self.assertEqual(self.picture("--range", "../2026-01-30"), self.picture("--range", "2026-01-24/2026-01-30"))

    def test_a_range_that_holds_nothing_is_refused(self):
        for text in ("2030/..", "../2020"):
            self.expect_one_sentence(run("--export", self.folder / "a.png", "--range", text),
                                     f"--range {text}", "give it both")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_an_old_picture_is_replaced_and_only_by_a_whole_one(self):
        path = self.folder / "a.png"
        path.write_bytes(b"old")
        self.expect(run("--export", path, self.folder / "none.json"), FAILED)
        self.assertEqual(path.read_bytes(), b"old")
        self.expect(run("--export", path), DONE)
        self.assertEqual(png_size(path.read_bytes()), (1600, 900))
        self.assertEqual(list(self.folder.iterdir()), [path])

    def test_targets_that_cannot_be_written_are_refused_with_a_sentence(self):
        (self.folder / "folder.png").mkdir()
        (self.folder / "device.png").symlink_to("/dev/full")
        for name in ("folder.png", "device.png", "none/a.png", "a.story.json/a.png"):
            self.story()
            with self.subTest(name):
                path = self.folder / name
                self.expect_one_sentence(run("--export", path), str(path), "was not saved")

    def test_a_folder_without_the_right_to_write_is_refused(self):
        if os.geteuid() == 0:
            print("\nSKIPPED: root may write everywhere", flush=True)
            self.skipTest("root may write everywhere")
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.expect_one_sentence(run("--export", self.folder / "a.png"), "was not saved", "may write")

    def test_a_file_without_the_right_to_write_is_refused(self):
        if os.geteuid() == 0:
            print("\nSKIPPED: root may write everywhere", flush=True)
            self.skipTest("root may write everywhere")
        path = self.folder / "a.png"
        path.write_bytes(b"old")
        path.chmod(0o400)
        self.expect_one_sentence(run("--export", path), "was not saved", "another name", "permissions")
        self.assertEqual(path.read_bytes(), b"old")

    def test_closed_streams_do_not_end_up_in_the_picture(self):
        path = self.folder / "a.png"
        subprocess.run(["sh", "-c", '"$0" --export "$1" <&- >&- 2>&-', PROGRAM, path], env=BARE, check=True)
        self.assertEqual(path.read_bytes(), self.picture())


class Readme(Program):
    TEXT = (ROOT / "README.md").read_text(encoding="utf-8")

    def test_its_story_is_one(self):
        path = self.folder / "readme.story.json"
        example = re.search(r'^    \{ "format".*?\n(?=\n)', self.TEXT, re.DOTALL | re.MULTILINE)[0]
        path.write_text(example, encoding="utf-8")
        self.assertEqual(self.expect(run("--check", path), DONE), f"{path}: 1 event, 1 quote, 1 source; no problems\n")

    def test_what_it_calls_unsupported_is_answered_so(self):
        part = re.search(r"- Not supported(.*?)\n\n", self.TEXT, re.DOTALL)[1]
        examples = [text for text in re.findall("`([^`]+)`", part) if text != "X"]
        self.assertGreater(len(examples), 10)
        for text in examples:
            with self.subTest(text):
                self.expect_one_sentence(run("--export", "a.png", "--range", text), "valid EDTF, not supported")

    def test_it_names_every_option_and_fits_a_page(self):
        for option in re.findall(r"--[a-z]{3,}", run("--help").stdout.decode()):
            if option not in ("--help", "--version"):
                self.assertIn(option, self.TEXT)
        self.assertLessEqual(self.TEXT.count("\n"), 120)


if __name__ == "__main__":
    unittest.main()
