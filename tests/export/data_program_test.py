# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories as data files, read by parsers other than our own. Called with the path of the program."""
import csv
import datetime
import io
import json
import re
import unittest

from data_files import DONE, FAILED, FORMULA, STORY, DataProgram, event, guarded, hostile_story, story

try:
    import icalendar
except ImportError:
    icalendar = None


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

    def test_another_parser_reads_the_same(self):
        self.skip_unless(icalendar, "python3-icalendar is not installed")
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


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    unittest.main()
