# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs of the program, judged by programs that know the format: poppler's and qpdf. Called with the path of the
program."""
import json
import re
import shutil
import unittest
import xml.etree.ElementTree

from length import SHORT, by_length
from picture_files import CONTINUED, SOURCES, PictureProgram, embedded_story, made_story, missing, squeezed
from data_files import FAILED, hostile_story, story

MILLIMETRE = 72 / 25.4
PAPERS = {"A4": (297 * MILLIMETRE, 210 * MILLIMETRE), "A3": (420 * MILLIMETRE, 297 * MILLIMETRE)}
XHTML = "{http://www.w3.org/1999/xhtml}"
# A document whose font is not embedded and whose link leads to a file.
POOR_PDF = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>
 /Annots[6 0 R 7 0 R]>> endobj
4 0 obj <</Length 35>> stream
BT /F 20 Tf 165 90 Td (wide) Tj ET 
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
6 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///etc/passwd)>>>> endobj
7 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/XYZ 0 900 null]>> endobj
trailer <</Size 8/Root 1 0 R>>
%%EOF
"""


class Document:
    """The objects of a PDF, as qpdf writes them out."""

    def __init__(self, text):
        read = json.loads(text)
        self.objects = read["qpdf"][1]
        self.outline = read["outlines"]
        self.pages = {page["object"]: self.get(page["object"]) for page in read["pages"]}

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            value = self.objects["obj:" + value]["value"]
        return value

    def box(self, page):
        left, bottom, right, top = self.get(self.pages[page]["/MediaBox"])
        return left - 0.5, bottom - 0.5, right + 0.5, top + 0.5

    def holds(self, page, x, y):
        left, bottom, right, top = self.box(page)
        return left <= x <= right and bottom <= y <= top

    def leads_to_a_page(self, place):
        return place[1] == "/XYZ" and place[0] in self.pages and self.holds(place[0], place[2], place[3])

    def links(self):
        """Page, rectangle and address or place of each."""
        for page, content in self.pages.items():
            for annotation in map(self.get, self.get(content.get("/Annots", []))):
                assert annotation["/Subtype"] == "/Link", annotation
                action = self.get(annotation.get("/A", {}))
                yield page, annotation["/Rect"], action.get("/URI") or self.get(annotation.get("/Dest") or action["/D"])

    def wrong_links(self):
        for page, rect, target in self.links():
            good = (re.match(r"u:https?://", target) if isinstance(target, str) else self.leads_to_a_page(target))
            if not (good and self.holds(page, *rect[:2]) and self.holds(page, *rect[2:])):
                yield target

    def info(self):
        return self.get(self.get(self.objects["trailer"]["value"]["/Info"]))


class Pdf(PictureProgram):
    def setUp(self):
        super().setUp()
        for tool in ("pdftotext", "pdffonts", "pdfinfo", "pdftoppm"):
            self.skip_unless(shutil.which(tool), "poppler-utils is not installed")
        self.skip_unless(shutil.which("qpdf"), "qpdf is not installed")

    def poor(self):
        path = self.folder / "poor.pdf"
        path.write_bytes(POOR_PDF)
        return path

    def judged(self, tool, *arguments):
        status, output = self.run_judge(tool, *arguments)
        self.assertEqual(status, 0, output)
        return output

    def pages(self, path):
        """The lines of each page in the order in which they were written."""
        return [page.splitlines() for page in self.judged("pdftotext", "-raw", path, "-").split("\f")[:-1]]

    def text(self, path, title):
        """All of it, without what stands at the foot of pages, which is looked at here."""
        pages = self.pages(path)
        if len(pages) == 1:
            return "\n".join(pages[0])
        lines = []
        for number, page in enumerate(pages, 1):
            foot = f"Page {number:,} of {len(pages):,}"
            self.assertEqual(page.count(foot), 1, page)
            self.assertEqual(squeezed(page[page.index(foot) + 1]), squeezed(title), "the title stands beside it")
            del page[page.index(foot):page.index(foot) + 2]
            lines += [line for line in page if not CONTINUED.match(line)]
        return "\n".join(lines)

    def document(self, path):
        keys = ("--json-key=" + key for key in ("qpdf", "pages", "outlines"))
        return Document(self.judged("qpdf", "--json=2", *keys, path))

    def fonts(self, path):
        """Whether each is embedded."""
        return [line.split()[-5:][0] == "yes" for line in self.judged("pdffonts", path).splitlines()[2:]]

    def words_beside_the_page(self, path):
        """Those that do not lie within their page, whole."""
        root = xml.etree.ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "",
                                                       self.judged("pdftotext", "-bbox", path, "-")))
        return [word.text for page in root.iter(XHTML + "page") for word in page.iter(XHTML + "word")
                if float(word.get("xMin")) < 0 or float(word.get("xMax")) > float(page.get("width"))
                or float(word.get("yMin")) < 0 or float(word.get("yMax")) > float(page.get("height"))]

    def expect_sound(self, path):
        self.assertIn("No syntax or stream encoding errors found", self.judged("qpdf", "--check", path))
        self.assertNotIn(False, self.fonts(path))

    def expect_evidence(self, content, *arguments):
        path, _ = self.picture("a.pdf", "--evidence", *arguments, content=content)
        self.assertNotIn(False, self.fonts(path))
        self.assertEqual(missing(self.evidence_of(content), self.text(path, content["title"])), [])
        return path


class Evidence(Pdf):
    def test_every_word_of_the_embedded_story_is_there_in_its_order(self):
        for paper in PAPERS:
            with self.subTest(paper):
                path = self.expect_evidence(embedded_story(), "--paper", paper)
                self.expect_sound(path)
                self.assertEqual(self.words_beside_the_page(path), [])

    def test_every_word_is_there_whatever_the_number_of_events(self):
        for count in (0, 1, 15) if SHORT else (0, 1, 15, 500):
            with self.subTest(count):
                content = made_story(count)
                path = self.expect_evidence(content)
                self.expect_sound(path)
                self.assertIn(squeezed(content["title"]), squeezed("".join(self.pages(path)[0])))
                self.assertEqual(self.words_beside_the_page(path), [])

    def test_thousands_of_events_are_there(self):
        self.expect_evidence(made_story(by_length("events", 1200, 5000, 5000)))

    def test_a_word_that_is_not_there_would_be_noticed(self):
        content = embedded_story()
        tokens = self.evidence_of(content)
        quote = content["events"][7]["quotes"][0]
        exact = quote["exact"]
        quote["exact"] = exact.replace(" ", " not ", 1)
        path, _ = self.picture("a.pdf", "--evidence", content=content)
        self.assertEqual(missing(tokens, self.text(path, content["title"])), [exact])
        self.assertEqual(missing(["b", "a"], "a b"), ["a"])
        self.assertEqual(self.words_beside_the_page(self.poor()), ["wide"])

    def test_readings_come_only_when_they_are_asked_for(self):
        words = squeezed("the source")
        plain, _ = self.picture("a.pdf", "--evidence")
        read, _ = self.picture("b.pdf", "--evidence", "--readings")
        plain, read = ("".join(squeezed("".join(page)) for page in self.pages(path)) for path in (plain, read))
        self.assertGreater(read.count("Readas"), 0)
        self.assertEqual(plain.count("Readas"), 0)
        self.assertGreaterEqual(read.count(words), plain.count(words))

    def test_another_language_writes_the_dates(self):
        path, _ = self.picture("a.pdf", "--evidence", "--lang", "it")
        text = squeezed("".join(sum(self.pages(path), [])))
        self.assertIn(squeezed("venerdì 6 febbraio 2026"), text)
        self.assertNotIn("February2026", text.replace("January27,2026", ""))


class Pages(Pdf):
    def info(self, path):
        lines = self.judged("pdfinfo", path).splitlines()
        return dict(re.split(r":\s+", line, maxsplit=1) for line in lines if ": " in line)

    def test_papers_have_their_size_and_a_size_its_own(self):
        cases = [((), PAPERS["A4"])] + [(("--paper", name), size) for name, size in PAPERS.items()]
        cases += [(("--size", "1600x900"), (1200, 675)), (("--paper", "A3", "--evidence"), PAPERS["A3"])]
        for arguments, size in cases:
            with self.subTest(arguments):
                path, _ = self.picture("a.pdf", *arguments)
                found = re.match(r"([\d.]+) x ([\d.]+) pts", self.info(path)["Page size"])
                for side, expected in zip(found.groups(), size):
                    self.assertAlmostEqual(float(side), expected, delta=1)

    def test_the_document_says_what_it_is_and_no_date(self):
        content = embedded_story()
        path, _ = self.picture("a.pdf", "--evidence")
        info = self.info(path)
        self.assertEqual((info["Title"], info["Subject"]), (content["title"], content["summary"]))
        self.assertRegex(info["Creator"], r"\AQuoteline \d")
        self.assertEqual(info["Keywords"].split(), [source["url"] for source in content["sources"]])
        self.assertNotIn("Author", info)
        self.assertNotIn(b"Date", path.read_bytes())
        self.assertFalse([key for key in self.document(path).info() if "Date" in key])
        self.assertNotIn("CreationDate", info)
        self.assertNotIn("ModDate", info)

    def test_author_and_date_are_those_that_were_given(self):
        path, _ = self.picture("a.pdf", "--author", "Ada Löv (é) 🚨", "--date", "2026-02-22")
        found = self.document(path).info()
        self.assertEqual(found["/Author"], "u:Ada Löv (é) 🚨")
        for key in ("/CreationDate", "/ModDate"):
            self.assertRegex(found[key], r"\Au:D:20260222000000(Z|\+00'00'?)?\Z")

    def test_pages_are_not_dark_where_the_paper_is_light(self):
        """What some programs make of a gradient without a background is black."""
        path, _ = self.picture("a.pdf", "--evidence")
        dark, _ = self.picture("b.pdf", "--evidence", "--theme", "dark")
        shares = {}
        for source in (path, dark):
            self.judged("pdftoppm", "-r", "40", "-gray", source, source.with_suffix(""))
            pages = sorted(self.folder.glob(source.stem + "-*.pgm"))
            self.assertEqual(len(pages), int(self.info(source)["Pages"]))
            for page in pages:
                grey = page.read_bytes().split(b"\n", 3)[3]
                shares.setdefault(source, []).append(sum(value < 100 for value in grey) / len(grey))
        self.assertLess(max(shares[path]), 0.25)
        self.assertGreater(min(shares[path]), 0)
        self.assertGreater(min(shares[dark]), 0.5)


class Structure(Pdf):
    def test_judges_notice_what_is_wrong(self):
        self.assertEqual(self.fonts(self.poor()), [False])
        status, _ = self.run_judge("qpdf", "--check", self.poor())
        self.assertNotEqual(status, 0, "it has no table of its objects")
        wrong = list(Document(self.run_judge("qpdf", "--warning-exit-0", "--no-warn", "--json=2", self.poor())[1]
                              ).wrong_links())
        self.assertEqual(len(wrong), 2)
        self.assertEqual(wrong[0], "u:file:///etc/passwd")
        path, _ = self.picture("a.pdf", "--evidence")
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
        status, output = self.run_judge("qpdf", "--check", path)
        self.assertNotEqual(status, 0, output)

    def test_links_lead_to_the_sources_and_to_places_in_the_document(self):
        content = embedded_story()
        path, _ = self.picture("a.pdf", "--evidence")
        document = self.document(path)
        self.assertEqual(list(document.wrong_links()), [])
        targets = [target for _, _, target in document.links()]
        addresses = {target.removeprefix("u:") for target in targets if isinstance(target, str)}
        self.assertEqual(addresses, {source["url"] for source in content["sources"]})
        entries = {item["title"]: item["dest"] for item in document.outline[1]["kids"]}
        first = next(iter(document.pages))
        from_chart = [target for page, _, target in document.links() if page == first]
        self.assertCountEqual(map(str, from_chart), map(str, entries.values()))

    def test_outline_names_every_event_and_source(self):
        for content in (embedded_story(), made_story(100 if SHORT else 500)):
            path, _ = self.picture("a.pdf", "--evidence", content=content)
            document = self.document(path)
            timeline, events, sources = document.outline
            self.assertEqual([item["title"] for item in document.outline], ["Timeline", "Events and quotes", "Sources"])
            order = json.loads(self.data_of(["--list", "--format", "json"], content))
            self.assertEqual([item["title"] for item in events["kids"]],
                             [f"{number}. {e['title']}" for number, e in enumerate(order, 1)])
            self.assertEqual(len(sources["kids"]), len(content["sources"]))
            pages = [item["destpageposfrom1"] for item in [timeline, *events["kids"], *sources["kids"]]]
            self.assertEqual(pages, sorted(pages))
            for item in [*document.outline, *events["kids"], *sources["kids"]]:
                self.assertTrue(document.leads_to_a_page(item["dest"]), item)
            self.assertEqual(list(document.wrong_links()), [])

    def test_addresses_that_are_no_web_page_are_told_and_lead_nowhere(self):
        content = made_story(5)
        urls = ["javascript:alert(1)", "file:///etc/passwd", "mailto:me@evil.example", "https://good.example/é"]
        for source, url in zip(content["sources"], urls):
            source["url"] = url
        path, _ = self.picture("a.pdf", "--evidence", content=content)
        document = self.document(path)
        self.assertEqual(list(document.wrong_links()), [])
        addresses = {target for _, _, target in document.links() if isinstance(target, str)}
        good = ["https://good.example/%C3%A9", *(source["url"] for source in SOURCES[4:6])]
        self.assertEqual(addresses, {"u:" + url for url in good})
        text = squeezed("".join(sum(self.pages(path), [])))
        for url in urls[:3]:
            self.assertIn(url, text)

    def test_hostile_texts_are_no_harm(self):
        path, _ = self.picture("a.pdf", "--evidence", content=hostile_story())
        self.expect_sound(path)
        document = self.document(path)
        self.assertEqual(list(document.wrong_links()), [])
        addresses = {target for _, _, target in document.links() if isinstance(target, str)}
        self.assertEqual(addresses, {"u:https://example.org/a?b=c,d;e"})
        for content in document.objects.values():
            text = str(content)
            for key in ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/EmbeddedFile"):
                self.assertNotIn(f"'{key}'", text)

    def test_a_story_without_a_word_is_a_page(self):
        path, said = self.picture("a.pdf", "--evidence", content=story([]))
        self.assertEqual(said, [])
        self.assertEqual(len(self.document(path).pages), 1)
        self.expect_sound(path)

    def test_what_does_not_go_with_pages_is_refused_in_a_sentence(self):
        for arguments, said in ((["--no-story"], ".png or .svg"), (["--dpi", "300"], ".png"),
                                (["--scale", "2"], ".png"),
                                (["--size", "800x600", "--paper", "A4"], "--size and --paper exclude")):
            result = self.run_program("--export", self.folder / "a.pdf", *arguments)
            self.assertEqual(result.returncode, FAILED)
            self.assertIn(said, result.stderr.decode())
            self.assertEqual(result.stderr.count(b"\n"), 1)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
