# SPDX-License-Identifier: GPL-3.0-or-later
"""PNG and SVG pictures of the program, judged by programs and libraries that know the formats; what a picture is too
small for; and what is refused. Called with the path of the program."""
import json
import re
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree
import zlib

from length import SHORT, by_length
from picture_files import CONTINUED, PictureProgram, embedded_story, made_story, missing, squeezed
from data_files import DONE, FAILED, STORY, hostile_story

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
MEBIBYTE = 1 << 20


def chunks(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        yield kind, png[at + 8:at + 8 + length]
        at += length + 12


def size_of(png):
    return struct.unpack(">II", png[16:24])


def unfiltered(kind, row, above, step):
    """A row of pixels, by the five filters of the specification (9.2)."""
    for i, value in enumerate(row):
        left = row[i - step] if i >= step else 0
        up = above[i]
        if kind == 1:
            row[i] = (value + left) & 255
        elif kind == 2:
            row[i] = (value + up) & 255
        elif kind == 3:
            row[i] = (value + (left + up) // 2) & 255
        elif kind == 4:
            corner = above[i - step] if i >= step else 0
            guess = left + up - corner
            nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
            row[i] = (value + nearest[2]) & 255
    return row


def mosaic(png, cell=16):
    """The mean brightness of each square of pixels."""
    width, height = size_of(png)
    depth, kind, _, _, interlaced = png[24:29]
    assert (depth, interlaced) == (8, 0) and kind in (2, 6)
    step = 3 if kind == 2 else 4
    data = zlib.decompress(b"".join(data for name, data in chunks(png) if name == b"IDAT"))
    above, sums = bytes(width * step), {}
    for y in range(height):
        start = y * (width * step + 1)
        above = unfiltered(data[start], bytearray(data[start + 1:start + 1 + width * step]), above, step)
        for x in range(0, width // cell * cell, cell):
            part = above[x * step:(x + cell) * step]
            place = (x // cell, y // cell)
            sums[place] = sums.get(place, 0) + sum(part[0::step]) + sum(part[1::step]) + sum(part[2::step])
    return {place: value / (3 * cell * cell) for place, value in sums.items() if place[1] < height // cell}


def unlike(one, other):
    """How much two mosaics differ: on average, and at most."""
    assert one.keys() == other.keys()
    apart = [abs(one[place] - other[place]) for place in one]
    return sum(apart) / len(apart), max(apart)


class Png(PictureProgram):
    def said_of(self, path, *names):
        self.skip_unless(shutil.which("exiftool"), "exiftool is not installed")
        status, output = self.run_judge("exiftool", "-j", "-n", *("-" + name for name in names), path)
        self.assertEqual(status, 0, output)
        found, = json.loads(output)
        return [found.get(name) for name in names]

    def test_pngcheck_finds_nothing_wrong_and_notices_damage(self):
        self.skip_unless(shutil.which("pngcheck"), "pngcheck is not installed")
        path, said = self.picture("a.png", "--evidence", "--date", "2026-02-22", "--author", "Ada Löv 🚨")
        self.assertEqual(said, [])
        status, output = self.run_judge("pngcheck", "-v", path)
        self.assertEqual(status, 0, output)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        self.assertNotEqual(self.run_judge("pngcheck", path)[0], 0)

    def test_it_says_what_it_is_of_and_by_whom(self):
        content = embedded_story()
        path, _ = self.picture("a.png", "--author", "Ada Löv 🚨", "--date", "2026-02-22", "--evidence")
        title, about, author, software, sources, made = self.said_of(path, "Title", "Description", "Author", "Software",
                                                                    "Source", "CreationTime")
        self.assertEqual((title, about, author), (content["title"], content["summary"], "Ada Löv 🚨"))
        self.assertRegex(software, r"\AQuoteline \d+\.\d+\.\d+\Z")
        self.assertEqual(re.split(r"[\s.]+(?=http)", sources), [source["url"] for source in content["sources"]])
        self.assertRegex(made, r"\A2026[-:]02[-:]22")
        other, _ = self.picture("b.png", content=made_story(1))
        title, author, made = self.said_of(other, "Title", "Author", "CreationTime")
        self.assertEqual((title, author, made), ("A story of 1 events", None, None))
        self.assertNotIn(b"tIME", [kind for kind, _ in chunks(other.read_bytes())])

    def test_it_has_its_size_on_paper(self):
        for arguments, dots, pixels in (((), 96, (1600, 900)),
                                        (("--scale", "2", "--size", "500x400"), 192, (1000, 800)),
                                        (("--paper", "A4", "--dpi", "150"), 150, (1754, 1240)),
                                        (("--paper", "A3", "--dpi", "72"), 72, (1191, 842))):
            with self.subTest(arguments):
                path, _ = self.picture("a.png", *arguments)
                for found, expected in zip(size_of(path.read_bytes()), pixels):
                    self.assertAlmostEqual(found, expected, delta=1)
                across, down, unit = self.said_of(path, "PixelsPerUnitX", "PixelsPerUnitY", "PixelUnits")
                self.assertEqual((across, unit), (down, 1))
                self.assertAlmostEqual(across * 0.0254, dots, delta=0.02)

    def test_hostile_texts_are_no_harm(self):
        path, _ = self.picture("a.png", content=hostile_story())
        title, = self.said_of(path, "Title")
        self.assertEqual(title, hostile_story()["title"])


class Svg(PictureProgram):
    def read(self, path):
        """Its root and, for each text, its words and the box that they lie in."""
        root = xml.etree.ElementTree.fromstring(path.read_bytes())
        width, height = float(root.get("width")), float(root.get("height"))
        self.assertEqual(list(map(float, root.get("viewBox").split())), [0, 0, width, height])
        return root, width, height

    def words(self, root):
        texts = ("".join(text.itertext()) for text in root.iter(SVG + "text"))
        return "\n".join(text for text in texts if not CONTINUED.match(text))

    def beside(self, root, width, height):
        """Words that do not lie within the picture, whole."""
        found = []
        for text in root.iter(SVG + "text"):
            size = float(text.get("font-size").removesuffix("px"))
            for part in [text, *text.iter(SVG + "tspan")]:
                if part.get("textLength") is None:
                    continue
                left, baseline = float(part.get("x", text.get("x"))), float(part.get("y", text.get("y")))
                if (left < -0.5 or left + float(part.get("textLength")) > width + 0.5
                        or baseline - 0.8 * size < -0.5 or baseline + 0.25 * size > height + 0.5):
                    found.append("".join(part.itertext()))
        return found

    def wrong_links(self, root, addresses):
        """Those that lead neither to a source nor to a place in the picture."""
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        links = [link.get(HREF) for link in root.iter(SVG + "a")]
        values = " ".join(value for element in root.iter() for value in element.attrib.values())
        used = re.findall(r"url\(#([^)]*)\)", values)
        used += [element.get(HREF).removeprefix("#") for element in root.iter(SVG + "use")]
        used += root.get("aria-labelledby", "").split()
        self.assertEqual([name for name in used if name not in ids], [])
        return [link for link in links
                if not (link[1:] in ids if link.startswith("#") else link in addresses)]

    def expect_evidence(self, content, *arguments):
        path, _ = self.picture("a.svg", "--evidence", *arguments, content=content)
        root, width, height = self.read(path)
        self.assertEqual(missing(self.evidence_of(content), self.words(root)), [])
        self.assertEqual(self.beside(root, width, height), [])
        self.assertEqual(self.wrong_links(root, [source["url"] for source in content["sources"]]), [])
        return root

    def test_every_word_of_the_embedded_story_is_there_in_its_order(self):
        content = embedded_story()
        root = self.expect_evidence(content)
        links = {link.get(HREF) for link in root.iter(SVG + "a")}
        expected = {f"#event-{number}" for number in range(1, len(content["events"]) + 1)}
        self.assertEqual(expected - links, set())
        self.assertEqual({source["url"] for source in content["sources"]} - links, set())
        self.expect_evidence(content, "--paper", "A4", "--theme", "dark")

    def test_every_word_is_there_whatever_the_number_of_events(self):
        for count in (0, 1, 15) if SHORT else (0, 1, 15, 500):
            with self.subTest(count):
                content = made_story(count)
                root = self.expect_evidence(content)
                self.assertIn(squeezed(content["title"]), squeezed(self.words(root)))

    def test_thousands_of_events_are_there(self):
        self.expect_evidence(made_story(by_length("events", 1200, 5000, 5000)))

    def test_what_is_wrong_would_be_noticed(self):
        content = embedded_story()
        path, _ = self.picture("a.svg", "--evidence")
        whole = path.read_text(encoding="utf-8")
        tokens = self.evidence_of(content)
        for old, new, wrong in (("about 27 January", "on 27 January", lambda root: missing(tokens, self.words(root))),
                                ('x="45" y="1179"', 'x="1400" y="1179"', lambda root: self.beside(root, 1600, 2467)),
                                ('href="#event-3"', 'href="#event-99"', lambda root: self.wrong_links(root, [])),
                                ('xlink:href="https:', 'xlink:href="file:', lambda root: self.wrong_links(root, []))):
            with self.subTest(old):
                place = re.search(r'x="45" y="\d+"', whole[whole.index("What the sources say"):])[0]
                old, new = (place, place.replace("45", "1590", 1)) if old.startswith('x="45"') else (old, new)
                self.assertIn(old, whole)
                head, found, tail = whole.rpartition(old)
                changed = xml.etree.ElementTree.fromstring((head + new + tail).encode())
                before = wrong(xml.etree.ElementTree.fromstring(whole.encode()))
                self.assertNotEqual(wrong(changed), before)
        with self.assertRaises(xml.etree.ElementTree.ParseError):
            xml.etree.ElementTree.fromstring(whole[:len(whole) // 2].encode())

    def test_it_says_what_it_is_of_and_by_whom(self):
        content = embedded_story()
        path, _ = self.picture("a.svg", "--author", "Ada & <Löv>", "--date", "2026-02-22")
        root, _, _ = self.read(path)
        self.assertEqual(root.find(SVG + "title").text, content["title"])
        self.assertEqual(root.find(SVG + "desc").text, content["summary"])

        def told(term):
            return [element.text for element in root.find(SVG + "metadata").iter(DUBLIN_CORE + term)]
        self.assertEqual(told("title"), [content["title"]])
        self.assertEqual((told("creator"), told("date")), (["Ada & <Löv>"], ["2026-02-22"]))
        self.assertEqual(told("source"), [source["url"] for source in content["sources"]])
        self.assertRegex(told("publisher")[0], r"\AQuoteline \d")
        if shutil.which("exiftool"):
            found, = json.loads(self.run_judge("exiftool", "-j", "-n", path)[1])
            self.assertEqual((found["Title"], found["Description"], found["Creator"]),
                             (content["title"], content["summary"], "Ada & <Löv>"))
            self.assertEqual((found["ImageWidth"], found["ImageHeight"]), (1600, 900))
        root, _, _ = self.read(self.picture("b.svg", "--no-story")[0])
        self.assertEqual((told("creator"), told("date")), ([], []))
        self.assertIsNone(root.find(f"{SVG}metadata/{{urn:quoteline:story}}story"))

    def test_another_program_draws_what_the_png_shows(self):
        self.skip_unless(shutil.which("rsvg-convert"), "rsvg-convert is not installed")
        size = ("--size", "640x480", "--no-story", "--range", "2026-01-24/2026-02-22")
        png, _ = self.picture("a.png", *size)
        seen = {}
        for theme in ("light", "dark"):
            svg, _ = self.picture("a.svg", *size, "--theme", theme)
            drawn = self.folder / "drawn.png"
            status, output = self.run_judge("rsvg-convert", svg, "-o", drawn)
            self.assertEqual((status, output), (0, ""))
            self.assertEqual(size_of(drawn.read_bytes()), (640, 480))
            seen[theme] = mosaic(drawn.read_bytes())
        own = mosaic(png.read_bytes())
        mean, most = unlike(own, seen["light"])
        self.assertLess(mean, 5, "letters are hinted otherwise")
        self.assertLess(most, 40)
        self.assertGreater(unlike(own, seen["dark"])[0], 100, "another picture has to be noticed")
        empty = {place: own[0, 0] for place in own}
        self.assertGreater(unlike(own, empty)[0], 2 * mean, "and so has an empty one")

    def test_another_program_draws_all_of_it(self):
        self.skip_unless(shutil.which("rsvg-convert"), "rsvg-convert is not installed")
        path, _ = self.picture("a.svg", "--evidence", content=made_story(500))
        _, width, height = self.read(path)
        drawn = self.folder / "drawn.png"
        self.assertEqual(self.run_judge("rsvg-convert", "--zoom", "0.1", path, "-o", drawn), (0, ""))
        for found, expected in zip(size_of(drawn.read_bytes()), (width / 10, height / 10)):
            self.assertAlmostEqual(found, expected, delta=1)
        path.write_bytes(path.read_bytes()[:-1000])
        self.assertNotEqual(self.run_judge("rsvg-convert", path, "-o", drawn)[0], 0)

    def test_hostile_texts_are_no_harm(self):
        path, _ = self.picture("a.svg", "--evidence", content=hostile_story())
        root, _, _ = self.read(path)
        self.assertEqual(self.wrong_links(root, ["https://example.org/a?b=c,d;e"]), [])
        allowed = {"svg", "title", "desc", "metadata", "defs", "g", "a", "text", "tspan", "rect", "circle", "path",
                   "use", "image", "clipPath", "linearGradient", "radialGradient", "stop", "pattern", "polygon"}
        drawn = {element.tag.removeprefix(SVG) for element in root.iter() if element.tag.startswith(SVG)}
        self.assertEqual(drawn - allowed, set())
        for element in root.iter():
            self.assertFalse([name for name in element.attrib if name.lower().startswith("on")])
        for image in root.iter(SVG + "image"):
            self.assertTrue(image.get(HREF).startswith("data:image/png;base64,"))


class Room(PictureProgram):
    """What a picture is too small for is said, with the size that shows all; and that size does."""

    def advice(self, pattern, *arguments, content=None):
        _, said = self.picture(*arguments, content=content)
        self.assertEqual(len(said), 1, said)
        found = re.fullmatch("quoteline: " + pattern, said[0])
        self.assertTrue(found, said)
        return found

    def test_the_height_that_is_named_shows_all_titles_of_a_crowd(self):
        content = made_story(200)
        for name, size in (("a.png", "1600x900"), ("a.svg", "1000x400")):
            with self.subTest(name):
                found = self.advice(r"([\d,]+) events are only counted, or shown without a title; a size of "
                                    r"(\d+) × (\d+) shows them all\.", name, "--size", size, content=content)
                self.assertGreater(int(found[1].replace(",", "")), 1)
                larger = f"{found[2]}x{found[3]}"
                path, said = self.picture(name, "--size", larger, content=content)
                self.assertEqual([line for line in said if "many programs" not in line], [], larger)
                if path.suffix == ".svg":
                    root = xml.etree.ElementTree.fromstring(path.read_bytes())
                    text = squeezed("".join("".join(part.itertext()) for part in root.iter(SVG + "text")))
                    self.assertEqual([e["title"] for e in content["events"] if squeezed(e["title"]) not in text], [])

    def test_a_pdf_takes_as_many_pages_as_all_events_need(self):
        self.skip_unless(shutil.which("pdftotext"), "pdftotext is not installed")
        content = made_story(400)
        path, said = self.picture("a.pdf", content=content)
        self.assertEqual(said, [])
        read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
        text = squeezed(read.stdout)
        self.assertEqual([e["title"] for e in content["events"] if squeezed(e["title"]) not in text], [])

    def test_the_height_that_is_named_shows_all_and_a_pixel_less_does_not(self):
        found = self.advice(r"(\d+) events lie below the edge of the picture; a height of (\d+) shows them\.",
                            "a.png", "--size", "900x400")
        self.assertEqual(self.picture("a.png", "--size", f"900x{found[2]}")[1], [])
        self.advice(r"(\d+ events? lies? below|The last row is cut by) the edge of the picture; a height of \d+ shows "
                    r".*", "a.png", "--size", f"900x{int(found[2]) - 1}")

    def test_with_evidence_the_embedded_story_lacks_nothing(self):
        for name in ("a.png", "a.svg", "a.pdf"):
            self.assertEqual(self.picture(name, "--evidence")[1], [])


class Options(PictureProgram):
    def test_every_kind_needs_neither_display_nor_locale(self):
        elsewhere = {"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "QT_SCALE_FACTOR": "2"}
        for name, begin in (("a.PNG", b"\x89PNG"), ("a.svg", b"<?xml"), ("a.b.Pdf", b"%PDF-1.")):
            first = self.picture(name, "--evidence")[0].read_bytes()
            self.assertTrue(first.startswith(begin))
            result = self.run_program("--export", self.folder / name, "--evidence", STORY, env=elsewhere)
            self.assertEqual((result.returncode, result.stdout, result.stderr), (DONE, b"", b""))
            self.assertEqual((self.folder / name).read_bytes(), first)

    def test_evidence_and_what_goes_with_it_are_followed(self):
        kinds = [["--evidence"], ["--evidence", "--readings"], ["--evidence", "--lang", "it"], [], ["--author", "A"],
                 ["--date", "2026-02-22"], ["--no-story"], ["--range", "2026-01-26/2026-01-28"], ["--theme", "dark"]]
        pictures = [self.picture("a.png", *arguments)[0].read_bytes() for arguments in kinds]
        self.assertEqual(len(set(pictures)), len(kinds))
        for picture in pictures[:3]:
            self.assertEqual(size_of(picture)[0], 1600)
            self.assertGreater(size_of(picture)[1], 2 * 900)
        for picture in pictures[3:]:
            self.assertEqual(size_of(picture), (1600, 900))


class Refused(PictureProgram):
    def test_sizes_beyond_the_limit_are_told_before_any_memory_is_taken(self):
        target, small = self.folder / "a.png", self.folder / "small.png"
        many = self.written(made_story(500))
        usual = self.memory("--export", small, "--size", "300x200")[2]
        planned = self.memory("--export", self.folder / "a.svg", "--evidence", many)[2]
        small.unlink()
        for arguments, said, most in (
                (["--size", "20000x20000"], ["268 million", "400 million"], usual),
                (["--size", "20000x13422", "--scale", "8"], ["268 million", "17181 million"], usual),
                (["--size", "99999999x99999999"], ["99999999x99999999", "200 to 20000"], usual),
                (["--paper", "A3", "--dpi", "769"], ["48 to 768"], usual),
                (["--evidence", "--scale", "8", many],
                 ["268 million", r"with all its evidence this one would have at least \d{3,4} million", "PDF or SVG"], planned)):
            with self.subTest(arguments):
                status, messages, used = self.memory("--export", target, *arguments)
                self.assertEqual(status, FAILED, messages)
                self.assertEqual(messages.count("\n"), 1, messages)
                for part in said:
                    self.assertRegex(messages, part)
                self.assertLess(used, most + 32 * MEBIBYTE)
                self.assertFalse(target.exists())

    def test_memory_that_is_taken_would_be_noticed(self):
        usual = self.memory("--export", self.folder / "a.png", "--size", "300x200")[2]
        status, messages, used = self.memory("--export", self.folder / "a.png", "--size", "4000x4000", "--no-story")
        self.assertEqual(status, DONE, messages)
        self.assertGreater(used, usual + 32 * MEBIBYTE)

    def test_a_picture_with_evidence_may_be_too_high_for_an_svg(self):
        path = self.folder / "a.svg"
        result = self.run_program("--export", path, "--evidence", "--size", "300x300", self.written(made_story(3000)))
        self.assertEqual(result.returncode, FAILED)
        self.assertRegex(result.stderr.decode(), r"\Aquoteline: with all its evidence the picture is at least \d{6,} pixels "
                         r"high, and 400000 is the most: [^\n]*\n\Z")
        self.assertFalse(path.exists())

    def test_what_does_not_go_together_is_a_sentence(self):
        for name, arguments, said in (
                ("a.svg", ["--dpi", "300"], "--dpi is for .png and does not go with .svg"),
                ("a.svg", ["--scale", "2"], "--scale is for .png and does not go with .svg"),
                ("a.png", ["--readings"], "--readings goes with --evidence"),
                ("a.png", ["--size", "800x600", "--paper", "A4"], "--size and --paper exclude each other"),
                ("a.png", ["--scale", "2", "--dpi", "300"], "--scale and --dpi exclude each other"),
                ("a.png", ["--paper", "A5"], "“A5” is not known: write A4 or A3"),
                ("a.png", ["--lang", "xx"], "“xx” is not a language that is known"),
                ("a.png", ["--date", "2026-02-30"], "“2026-02-30” is not a day"),
                ("a.png", ["--author", "one\ntwo"], "--author takes a name of one line"),
                ("a.csv", ["--evidence"], "--evidence is for pictures")):
            with self.subTest(arguments):
                result = self.run_program("--export", self.folder / name, *arguments)
                self.assertEqual((result.returncode, result.stdout), (FAILED, b""))
                self.assertIn(said, result.stderr.decode())
                self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
