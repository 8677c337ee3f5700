# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories as HTML for TimelineJS and as Markdown, read by parsers other than our own. Called with the path of the
program."""
import html
import html.parser
import json
import re
import shutil
import subprocess
import unittest

from data_files import HOSTILE, STORY, DataProgram, event, hostile_story, story


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

    def test_another_parser_finds_no_markup_in_hostile_texts(self):
        self.skip_unless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
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
    unittest.main()
