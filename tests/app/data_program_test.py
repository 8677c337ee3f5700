# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories as data files, read by parsers other than our own. Called with the path of the program."""
import csv
import datetime
import html
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import icalendar
except ImportError:
    icalendar = None

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

    def said(self, lines, *parts):
        """One line has all the parts."""
        self.assertTrue(any(all(part in line for part in parts) for line in lines), (parts, lines))

    def not_said(self, lines, part):
        self.assertFalse(any(part in line for line in lines), lines)


class Every(DataProgram):
    SUFFIXES = [".json", ".csv", ".ics", ".timelinejs.json", ".md"]

    def test_format_gives_the_same_bytes_wherever_it_runs(self):
        for suffix in self.SUFFIXES:
            with self.subTest(suffix):
                first = self.export(suffix)[0]
                target = self.folder / ("second" + suffix)
                self.run_program("--export", target, env={"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"})
                self.assertEqual(target.read_bytes(), first)

    def test_format_replaces_a_file_as_pictures_do_and_leaves_it_where_it_cannot(self):
        for suffix in self.SUFFIXES:
            with self.subTest(suffix):
                target = self.folder / ("OUT" + suffix.upper())
                target.write_text("old")
                self.assertEqual(self.run_program("--export", target).returncode, DONE)
                self.assertNotEqual(target.read_bytes(), b"old")
                folder = self.folder / ("folder" + suffix)
                folder.mkdir()
                result = self.run_program("--export", folder)
                self.assertEqual(result.returncode, FAILED)
                self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
                self.assertIn(b"was not saved", result.stderr)
                nowhere = self.run_program("--export", self.folder / "none" / ("a" + suffix))
                self.assertEqual(nowhere.returncode, FAILED)

    def test_format_refuses_the_options_of_pictures(self):
        for suffix in self.SUFFIXES:
            result = self.run_program("--export", self.folder / ("a" + suffix), "--theme", "dark")
            self.assertEqual(result.returncode, FAILED)
            self.assertIn(b"--theme is for pictures", result.stderr)
            self.assertFalse((self.folder / ("a" + suffix)).exists())


class Json(DataProgram):
    def test_the_embedded_story_comes_out_as_it_went_in(self):
        data, lost = self.export(".json")
        self.assertEqual(data, STORY.read_bytes())
        self.assertEqual(lost, [])

    def test_hostile_texts_and_unknown_fields_are_kept(self):
        given = hostile_story()
        given["events"][0]["mine"] = {"a": [1, None]}
        data, lost = self.export(".json", given)
        self.assertEqual(lost, [])
        written = json.loads(data)
        found = {e["id"]: e for e in written["events"]}
        for e in given["events"]:
            self.assertEqual(found[e["id"]]["title"], e["title"])
            self.assertEqual([q["exact"] for q in found[e["id"]]["quotes"]], [q["exact"] for q in e["quotes"]])
        self.assertEqual(found["e0"]["mine"], {"a": [1, None]})


class Csv(DataProgram):
    def rows(self, data):
        text = data.decode("utf-8")
        # csv of Python 3.10 and older ends at a null.
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def test_a_row_for_each_quote_with_all_its_fields(self):
        given = json.loads(STORY.read_text(encoding="utf-8"))
        data, lost = self.export(".csv")
        rows = self.rows(data)
        self.assertEqual(len(rows), sum(max(1, len(e["quotes"])) for e in given["events"]))
        by_place = {(row["event"], row["quote"]): row for row in rows}
        sources = {s["id"]: s for s in given["sources"]}
        actors = {a["id"]: a for a in given["actors"]}
        lanes = {lane["id"]: lane for lane in given["lanes"]}
        for e in given["events"]:
            for i, quote in enumerate(e["quotes"], 1):
                row = by_place[e["id"], str(i)]
                for field in ("title", "when", "lane", "actor", "kind", "status", "whenBasis"):
                    self.assertEqual(row[field], guarded(e[field]))
                self.assertEqual(row["laneName"], lanes[e["lane"]]["name"])
                for field in ("exact", "prefix", "suffix", "form", "source"):
                    self.assertEqual(row[field], guarded(quote[field]))
                for field in ("speaker", "via", "note"):
                    self.assertEqual(row[field], guarded(quote.get(field, "")))
                self.assertEqual(row["speakerName"], actors.get(quote.get("speaker"), {}).get("name", ""))
                for field in ("publisher", "url", "headline", "datePublished", "sha256"):
                    self.assertEqual(row[field], sources[quote["source"]].get(field, ""))
        relations = sum(len(e.get("relations", [])) for e in given["events"])
        self.said(lost, f"{relations} links between events left out")
        self.said(lost, "title, summary, language")
        self.not_said(lost, "apostrophe")

    def test_lines_end_with_return_and_line_feed_and_have_the_same_number_of_fields(self):
        text = self.export(".csv")[0].decode("utf-8")
        self.assertTrue(text.endswith("\r\n"))
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_hostile_texts_come_back_and_no_cell_is_a_formula(self):
        given = story([e for e in hostile_story()["events"] if "\u0000" not in e["title"]])
        data, lost = self.export(".csv", given)
        by_place = {(row["event"], row["quote"]): row for row in self.rows(data)}
        for e in given["events"]:
            for i, quote in enumerate(e["quotes"], 1):
                row = by_place[e["id"], str(i)]
                self.assertEqual(row["exact"], guarded(quote["exact"]))
                self.assertEqual(row["title"], guarded(e["title"]))
                self.assertFalse(any(cell.startswith(FORMULA) for cell in row.values()))
        formulas = [e for e in given["events"] if e["title"].startswith(FORMULA)]
        # In each of two rows: title, summary and words.
        self.said(lost, f"{6 * len(formulas)} cells with an apostrophe in front")

    def test_a_story_without_events_is_a_header_and_an_event_without_quotes_a_row(self):
        rows = list(csv.reader(io.StringIO(self.export(".csv", story([]))[0].decode(), newline=""), strict=True))
        self.assertEqual(len(rows), 1)
        rows = self.rows(self.export(".csv", story([event(1)]))[0])
        self.assertEqual(len(rows), 1)
        self.assertEqual((rows[0]["event"], rows[0]["quote"], rows[0]["exact"], rows[0]["sha256"]), ("e1", "", "", ""))

    def test_dates_have_their_bounds_and_their_words(self):
        row, = self.rows(self.export(".csv", story([event(1, when="[..2026-01-27]", quotes=["a"])]))[0])
        self.assertEqual((row["when"], row["earliest"], row["end"], row["flags"], row["date"]),
                         ("[..2026-01-27]", "", "2026-01-28T00:00:00Z", "openStart", "on or before 27 January 2026"))

    def test_what_no_row_names_is_counted(self):
        given = story([event(1, quotes=["a"], mine=1)])
        given["lanes"].append({"id": "other", "name": "Other"})
        given["sources"][0]["text"] = "a document"
        lost = self.export(".csv", given)[1]
        self.said(lost, "1 lane, actor or source left out")
        self.said(lost, "1 field left out")
        self.said(lost, "1 source without the text")

    def test_a_title_of_a_megabyte_is_whole(self):
        title = '="' + "é," * 500000
        row, = self.rows(self.export(".csv", story([event(1, title=title)]))[0])
        self.assertEqual(row["title"], "'" + title)


def strict_lines(test, data):
    """The content lines of RFC 5545, 3.1, unfolded; the test fails where one is not as it says."""
    test.assertTrue(data.endswith(b"\r\n"))
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in raw:
        test.assertLessEqual(len(line), 75, line)
        line.decode("utf-8")  # no character is cut by the folding
        test.assertFalse(any(c < 0x20 and c != 0x09 or c == 0x7F for c in line), line)
    lines = data.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    for line in lines:
        test.assertRegex(line, r"\A[A-Z-]+(;[A-Z-]+=[A-Z]+)*:")
        if line.startswith(("SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME")):
            test.assertRegex(line.split(":", 1)[1], r"\A([^\\;,]|\\[\\;,n])*\Z")
    return lines


def unescaped(text):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def calendar_text(text):
    """What the format can hold of a text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\\x00-\\x08\\x0b-\\x1f\\x7f]", "\ufffd", text)


class Calendar(DataProgram):
    def events(self, data):
        """Of each event its properties; names keep their parameters."""
        found, current = [], None
        for line in strict_lines(self, data):
            if line == "BEGIN:VEVENT":
                current = {}
                found.append(current)
            elif line == "END:VEVENT":
                current = None
            elif current is not None:
                name, value = line.split(":", 1)
                self.assertNotIn(name, current)
                current[name] = value
        return found

    def dates(self, when, **fields):
        """Start, end and losses of an event at that time."""
        data, lost = self.export(".ics", story([event(1, when=when, quotes=["a"], **fields)]))
        found = [(e.get("DTSTART;VALUE=DATE") or e["DTSTART"], e.get("DTEND;VALUE=DATE") or e.get("DTEND"))
                 for e in self.events(data)]
        return found[0] if len(found) == 1 else found, lost

    def test_every_event_and_quote_of_the_embedded_story_is_there(self):
        given = json.loads(STORY.read_text(encoding="utf-8"))
        data, lost = self.export(".ics")
        found = {unescaped(e["SUMMARY"]): e for e in self.events(data)}
        self.assertEqual(len(found), len(given["events"]))
        lanes = {lane["id"]: lane["name"] for lane in given["lanes"]}
        sources = {source["id"]: source for source in given["sources"]}
        latest = max(date for date in (source.get("datePublished", "") for source in given["sources"])
                     if re.fullmatch(r"\d{4}-\d\d-\d\d", date))
        for e in given["events"]:
            written = found[e["title"]]
            for quote in e["quotes"]:
                self.assertIn("“" + calendar_text(quote["exact"]) + "”", unescaped(written["DESCRIPTION"]))
            self.assertEqual(unescaped(written["CATEGORIES"]), lanes[e["lane"]])
            self.assertEqual(written["STATUS"], "TENTATIVE" if e["status"] == "scheduled" else "CONFIRMED")
            self.assertIn(written["URL"], [sources[quote["source"]]["url"] for quote in e["quotes"]])
            stamp = datetime.datetime.strptime(written["DTSTAMP"], "%Y%m%dT%H%M%SZ")
            self.assertEqual(stamp.date().isoformat(), latest)  # midnight in Rome, an hour before in UTC
        self.assertEqual(len({e["UID"] for e in found.values()}), len(found))
        self.said(lost, "once within a stretch of time")
        self.said(lost, "links between events left out")

    def test_days_end_on_the_day_after(self):
        self.assertEqual(self.dates("2026-01-27")[0], ("20260127", "20260128"))
        self.assertEqual(self.dates("2026-01-27/2026-02-28")[0], ("20260127", "20260301"))
        self.assertEqual(self.dates("2024-02-28/2024-02-28")[0], ("20240228", "20240229"))
        for part in ("date", "span", "once within", "second"):
            self.not_said(self.dates("2026-01-27/2026-02-28")[1], part)

    def test_times_of_day_are_in_utc(self):
        self.assertEqual(self.dates("2026-01-27T09:30:15+01:00")[0], ("20260127T083015Z", None))
        times, lost = self.dates("2026-07-01T10:00/2026-07-01T12:00")
        self.assertEqual(times, ("20260701T080000Z", "20260701T100000Z"))
        self.said(lost, "1 time to the minute")

    def test_what_dates_cannot_say_is_told(self):
        for when, expected, said in (
                ("2026-01-27?", ("20260127", "20260128"), "1 uncertain date"),
                ("2026-01-27~", ("20260127", "20260128"), "1 approximate date"),
                ("[2026-01-24..2026-01-25]", ("20260124", "20260126"), "1 event once within"),
                ("2026-02", ("20260201", "20260301"), "1 event once within"),
                ("[..2026-01-27]", ("20260127", "20260128"), "1 date with an open"),
                ("2026-01/2026-02", ("20260101", "20260301"), "1 span known to the month"),
                ("2026-01-27/2026-01-28T10:00", ("20260127", "20260129"), "1 time of day left out"),
                ("{2026-01-24,2026-01-27}", [("20260124", "20260125"), ("20260127", "20260128")],
                 "1 event with several")):
            with self.subTest(when):
                dates, lost = self.dates(when)
                self.assertEqual(dates, expected)
                self.said(lost, said, "“A title”")

    def test_years_that_it_does_not_have_are_left_out_and_told(self):
        given = story([event(1), event(2, when="-0043-03-15", title="Ides"), event(3, when="9999-12-31")])
        data, lost = self.export(".ics", given)
        self.assertEqual(len(self.events(data)), 1)
        self.said(lost, "2 events left out", "“Ides”")

    def test_hostile_texts_come_back(self):
        given = hostile_story()
        data, lost = self.export(".ics", given)
        found = {calendar_text(unescaped(e["SUMMARY"])): e for e in self.events(data)}
        self.assertEqual(len(found), len(given["events"]))
        for e in given["events"]:
            written = found[calendar_text(e["title"])]
            for quote in e["quotes"]:
                self.assertIn("“" + calendar_text(quote["exact"]) + "”", unescaped(written["DESCRIPTION"]))
        self.said(lost, "events with control characters")

    def test_a_title_of_a_megabyte_is_folded_between_characters(self):
        title = "é🚨" * 170000
        found, = self.events(self.export(".ics", story([event(1, title=title)]))[0])
        self.assertEqual(found["SUMMARY"], title)

    def test_without_an_event_there_is_no_file(self):
        path = self.folder / "empty.story.json"
        path.write_text(json.dumps(story([])), encoding="utf-8")
        result = self.run_program("--export", self.folder / "a.ics", path)
        self.assertEqual(result.returncode, FAILED)
        self.assertIn(b"at least one event", result.stderr)
        self.assertFalse((self.folder / "a.ics").exists())

    @unittest.skipUnless(icalendar, "python3-icalendar is not there: no other program reads the calendar")
    def test_another_parser_reads_the_same(self):
        for given in (json.loads(STORY.read_text(encoding="utf-8")), hostile_story()):
            data = self.export(".ics", given)[0]
            events = [part for part in icalendar.Calendar.from_ical(data).walk() if part.name == "VEVENT"]
            self.assertEqual(len(events), len(given["events"]))
            words = "".join(str(e["DESCRIPTION"]) for e in events)
            titles = {str(e["SUMMARY"]) for e in events}
            for e in given["events"]:
                if "\\" in e["title"]:
                    continue  # version 4 of that parser takes an escaped backslash and an n for a line break
                self.assertIn(calendar_text(e["title"]), titles)
                for quote in e["quotes"]:
                    self.assertIn(calendar_text(quote["exact"]), words)
            for e in events:
                self.assertEqual(e.errors, [])
                self.assertGreater(e["DTEND"].dt, e["DTSTART"].dt)
                self.assertIsInstance(e["DTSTART"].dt, datetime.date)


class Page(html.parser.HTMLParser):
    """What a browser makes of a piece of HTML: its tags, and the text of each block of quotation."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.quotes, self.text, self.inside = set(), [], [], "", False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "blockquote":
            self.quotes.append("")
            self.inside = True
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self.links.append(dict(attrs))

    def handle_endtag(self, tag):
        if tag == "blockquote":
            self.inside = False

    def handle_data(self, data):
        self.text += data
        if self.inside:
            self.quotes[-1] += data


class TimelineJs(DataProgram):
    def slides(self, content=None):
        data, lost = self.export(".timelinejs.json", content)
        written = json.loads(data)
        self.assertEqual(written["scale"], "human")
        self.assertEqual(len({slide["unique_id"] for slide in written["events"]}), len(written["events"]))
        return written, lost

    def test_every_event_and_quote_of_the_embedded_story_is_there(self):
        given = json.loads(STORY.read_text(encoding="utf-8"))
        written, lost = self.slides()
        found = {slide["unique_id"]: slide for slide in written["events"]}
        lanes = {lane["id"]: lane["name"] for lane in given["lanes"]}
        urls = {source["url"] for source in given["sources"]}
        self.assertEqual(Page(written["title"]["text"]["headline"]).text, given["title"])
        for e in given["events"]:
            slide = found[e["id"]]
            page = Page(slide["text"]["text"])
            self.assertEqual(Page(slide["text"]["headline"]).text, e["title"])
            self.assertEqual(Page(slide["group"]).text, lanes[e["lane"]])
            self.assertEqual(page.quotes, [quote["exact"] for quote in e["quotes"]])
            self.assertLessEqual({link["href"] for link in page.links}, urls)
        self.assertIn("24 or 25 January 2026", {slide["display_date"] for slide in found.values()})
        self.said(lost, "once within a stretch of time")

    def test_hostile_texts_are_text_and_come_back(self):
        given = hostile_story()
        written, lost = self.slides(given)
        found = {slide["unique_id"]: slide for slide in written["events"]}
        for e in given["events"]:
            slide = found[e["id"]]
            page = Page(slide["text"]["text"])
            self.assertLessEqual(page.tags, {"p", "blockquote", "br", "a"})
            self.assertEqual({link["href"] for link in page.links}, {"https://example.org/a?b=c,d;e"})
            self.assertEqual(page.quotes, [quote["exact"].replace("\0", "\ufffd") for quote in e["quotes"]])
            self.assertLessEqual(Page(slide["text"]["headline"]).tags, {"br"})
            # What TimelineJS would make a link of stands nowhere in the texts.
            self.assertNotRegex(slide["text"]["text"], r"(?i)\w+://|www\.|\w@\w")
        self.said(lost, "1 event with control characters")

    def test_the_last_day_is_included_and_times_are_the_clock_of_the_zone(self):
        for when, start, end in (
                ("2026-01-27", {"year": 2026, "month": 1, "day": 27}, None),
                ("2026-01-27/2026-02-28", {"year": 2026, "month": 1, "day": 27}, {"year": 2026, "month": 2, "day": 28}),
                ("2026-01-27T08:30:15Z", {"year": 2026, "month": 1, "day": 27, "hour": 9, "minute": 30, "second": 15},
                 None),
                ("2026-07-01T10:00/2026-07-01T12:05", {"year": 2026, "month": 7, "day": 1, "hour": 10, "minute": 0},
                 {"year": 2026, "month": 7, "day": 1, "hour": 12, "minute": 5}),
                ("-0043-03-15", {"year": -43, "month": 3, "day": 15}, None)):
            with self.subTest(when):
                slide, = self.slides(story([event(1, when=when)]))[0]["events"]
                self.assertEqual((slide["start_date"], slide.get("end_date")), (start, end))
        self.said(self.slides(story([event(1, when="-0043-03-15")]))[1], "1 date before the year 1")
        self.said(self.slides(story([event(1, when="2026-01-27T08:30Z")]))[1], "zone, which is not named")

    def test_a_set_of_dates_is_a_slide_for_each(self):
        written, lost = self.slides(story([event(1, when="{2026-01-24,2026-01-27?}")]))
        self.assertEqual([slide["start_date"]["day"] for slide in written["events"]], [24, 27])
        self.said(lost, "1 event with several dates")
        self.said(lost, "1 uncertain date")


def plain(markdown):
    """The text that escaped Markdown stands for; the test of what is no markup is cmark-gfm's."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: f"&#{ord(found[1])};", markdown))


class Markdown(DataProgram):
    def parts(self, content=None):
        """Quotes by the number of their footnote, the footnotes, all text, and what was lost."""
        data, lost = self.export(".md", content)
        text = data.decode("utf-8")
        notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
        quotes = {}
        for found in re.finditer(r"(?:^>.*\n)+", text, re.MULTILINE):
            lines = [line[2:] for line in found[0].removesuffix("\n").split("\n")]
            lines[-1], mark = re.fullmatch(r"(.*)\[\^(\d+)\]", lines[-1]).groups()
            lines = [line.removesuffix("\\") if i + 1 < len(lines) and line and lines[i + 1] else line
                     for i, line in enumerate(lines)]
            quotes[mark] = "\n".join(map(plain, lines))
        self.assertEqual(set(quotes), set(notes))
        return quotes, notes, text, lost

    def test_every_quote_of_the_embedded_story_has_a_footnote_with_its_source(self):
        given = json.loads(STORY.read_text(encoding="utf-8"))
        quotes, notes, text, lost = self.parts()
        sources = {source["id"]: source for source in given["sources"]}
        written = [(quotes[mark], notes[mark]) for mark in quotes]
        all_quotes = [quote for e in given["events"] for quote in e["quotes"]]
        self.assertEqual(sorted(words for words, _ in written), sorted(quote["exact"] for quote in all_quotes))
        for quote in all_quotes:
            source = sources[quote["source"]]
            self.assertTrue(any(words == quote["exact"] and f"<{source['url']}>" in note
                                and source["publisher"] in plain(note) for words, note in written))
        for e in given["events"]:
            self.assertIn("\n## " + e["title"] + "\n", plain(text))
        for basis in (r["basis"] for e in given["events"] for r in e.get("relations", [])):
            self.assertIn(" ".join(basis.split()), " ".join(plain(text).split()))
        self.said(lost, "in words only")
        self.not_said(lost, "links")

    def test_hostile_quotes_come_back(self):
        given = hostile_story()
        given["events"] = [e for e in given["events"] if "\0" not in e["title"]]
        quotes = self.parts(given)[0]
        self.assertEqual(sorted(quotes.values()), sorted(q["exact"] for e in given["events"] for q in e["quotes"]))

    def test_an_empty_story_is_its_title(self):
        self.assertEqual(self.export(".md", story([]))[0], b"# A story\n")

    @unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not there: no other program reads the Markdown")
    def test_another_parser_finds_no_markup_in_hostile_texts(self):
        data = self.export(".md", hostile_story())[0]
        page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "footnotes", "-e", "table", "-e", "strikethrough", "-e",
                               "autolink", "-e", "tasklist"], input=data, capture_output=True, check=True).stdout.decode()
        read = Page(page)
        self.assertLessEqual(read.tags, {"h1", "h2", "p", "strong", "blockquote", "br", "sup", "a", "section", "ol",
                                         "li"}, page)
        outside = {link["href"] for link in read.links if not link["href"].startswith("#")}
        self.assertEqual({link for link in outside if not link.startswith("mailto:")},
                         {"https://example.org/a?b=c,d;e"})
        self.assertEqual(len(read.quotes), 2 * len(HOSTILE))


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    unittest.main()
