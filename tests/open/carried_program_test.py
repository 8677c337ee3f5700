# SPDX-License-Identifier: GPL-3.0-or-later
"""The story in a picture, taken out and put in by Python's own libraries. Called with the path of the program."""
import base64
import hashlib
import json
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree
import zlib

from data_files import DONE, FAILED, STORY, DataProgram, event, hostile_story, story

KEYWORD = b"Quoteline story"
ELEMENT = "{http://www.w3.org/2000/svg}metadata/{urn:quoteline:story}story"
FIELDS = ["format", "version", "sha256", "bytes", "view", "story"]


def chunks(png):
    """Type and data of each, their check values judged."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        data = png[at + 8:at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(kind + data), kind
        yield kind, data
        at += length + 12


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def envelope_of(path):
    """The text that a picture carries."""
    if path.suffix == ".svg":
        [element] = xml.etree.ElementTree.fromstring(path.read_bytes()).findall(ELEMENT)
        return element.text
    texts = [data.split(b"\0", 1) for kind, data in chunks(path.read_bytes()) if kind == b"tEXt"]
    [envelope] = [text for keyword, text in texts if keyword == KEYWORD]
    return envelope.decode("ascii")


def story_of(envelope):
    """The bytes of the story file, everything that is said about them judged."""
    fields = json.loads(envelope)
    assert list(fields) == FIELDS, list(fields)
    assert (fields["format"], fields["version"]) == ("quoteline-picture", 1)
    text = zlib.decompress(base64.b64decode(fields["story"], validate=True))
    assert len(text) == fields["bytes"]
    assert hashlib.sha256(text).hexdigest() == fields["sha256"]
    return text


def envelope_with(text, **view):
    view = {"start": 0, "width": 1000.5, "whole": True, "grouping": "lane", "order": [], "collapsed": [],
            "unfolded": None, "reading": False} | view
    return json.dumps({"format": "quoteline-picture", "version": 1, "sha256": hashlib.sha256(text).hexdigest(),
                       "bytes": len(text), "view": view, "story": base64.b64encode(zlib.compress(text)).decode()})


def png_with(envelope):
    """A picture of one grey pixel."""
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"tEXt", KEYWORD + b"\0" + envelope.encode("ascii")) +
            chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b""))


def svg_with(envelope):
    """The element is found by its bytes, and by them alone."""
    before = ('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>'
              '<story xmlns="urn:quoteline:story">%s</story></metadata>' % envelope).encode("ascii")
    return before + b"<!-- SHA-256 of all before: %s --></svg>\n" % hashlib.sha256(before).hexdigest().encode()


class Carried(DataProgram):
    def picture(self, suffix, source, *arguments):
        path = self.folder / ("picture" + suffix)
        result = self.run_program("--export", path, *arguments, source)
        self.assertEqual(result.returncode, DONE, result.stderr.decode())
        return path

    def written(self, content):
        path = self.folder / "given.story.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def canonical(self, source):
        target = self.folder / "canonical.json"
        result = self.run_program("--export", target, source)
        self.assertEqual(result.returncode, DONE, result.stderr.decode())
        return target.read_bytes()

    def stories(self):
        odd = story([event(1, mine={"a": [1, None]})], title="<é 🚨>", more="x")
        return [STORY, self.folder / "hostile.story.json", self.folder / "odd.story.json"], [hostile_story(), odd]

    def test_picture_carries_exactly_the_canonical_story(self):
        paths, contents = self.stories()
        for path, content in zip(paths[1:], contents):
            path.write_text(json.dumps(content), encoding="utf-8")
        for source in paths:
            for suffix in (".png", ".svg"):
                with self.subTest(source=source.name, suffix=suffix):
                    envelope = envelope_of(self.picture(suffix, source, "--evidence"))
                    self.assertTrue(envelope.isascii())
                    self.assertFalse(set(envelope) & set("<>&\n"))
                    self.assertEqual(story_of(envelope), self.canonical(source))

    def test_picture_opens_again_and_is_drawn_with_the_same_bytes(self):
        for suffix in (".png", ".svg"):
            for arguments in ([], ["--evidence", "--range", "2026-01-26/2026-01-28"]):
                with self.subTest(suffix=suffix, arguments=arguments):
                    first = self.folder / ("first" + suffix)
                    self.picture(suffix, STORY, *arguments).rename(first)
                    self.assertEqual(self.canonical(first), self.canonical(STORY))
                    self.assertEqual(self.picture(suffix, first, *arguments).read_bytes(), first.read_bytes())

    def test_view_of_the_picture_is_carried_with_it(self):
        day = 86_400_000
        for suffix in (".png", ".svg"):
            view = json.loads(envelope_of(self.picture(suffix, STORY, "--range", "2026-01-26/2026-01-28")))["view"]
            self.assertFalse(view["whole"])
            self.assertEqual((view["start"] % day, view["width"]), (0, 3 * day))
            self.assertTrue(json.loads(envelope_of(self.picture(suffix, STORY)))["view"]["whole"])

    def test_picture_without_its_story_is_refused_as_one(self):
        for suffix in (".png", ".svg"):
            path = self.picture(suffix, STORY, "--no-story")
            with self.assertRaises(ValueError):
                envelope_of(path)
            result = self.run_program("--check", path)
            self.assertEqual((result.returncode, result.stdout), (FAILED, b""))
            self.assertIn("does not carry a story", result.stderr.decode())
            self.assertEqual(result.stderr.count(b"\n"), 1)

    def test_damaged_picture_is_refused(self):
        for suffix in (".png", ".svg"):
            path = self.picture(suffix, STORY)
            data = bytearray(path.read_bytes())
            at = data.index(b'"story":"') + 500
            data[at] = ord("A") if data[at] != ord("A") else ord("B")
            path.write_bytes(data)
            result = self.run_program("--check", path)
            self.assertEqual((result.returncode, result.stdout), (FAILED, b""))
            self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)

    def test_what_python_put_in_is_opened(self):
        text = json.dumps(hostile_story()).encode("utf-8")
        source = self.written(hostile_story())
        for name, picture in (("a.png", png_with(envelope_with(text))), ("a.svg", svg_with(envelope_with(text)))):
            with self.subTest(name):
                path = self.folder / name
                path.write_bytes(picture)
                self.assertEqual(self.canonical(path), self.canonical(source))

    def test_changed_story_is_refused_and_nothing_is_written(self):
        text = STORY.read_bytes()
        wrong = envelope_with(text).replace(hashlib.sha256(text).hexdigest(), hashlib.sha256(b"").hexdigest())
        for name, picture in (("a.png", png_with(wrong)), ("a.svg", svg_with(wrong))):
            path = self.folder / name
            path.write_bytes(picture)
            target = self.folder / "never.json"
            result = self.run_program("--export", target, path)
            self.assertEqual(result.returncode, FAILED)
            self.assertIn(b"SHA-256", result.stderr)
            self.assertEqual(result.stderr.count(b"\n"), 1)
            self.assertFalse(target.exists())

    def test_pngcheck_finds_nothing_wrong(self):
        self.skip_unless(shutil.which("pngcheck"), "pngcheck is not installed")
        path = self.picture(".png", STORY)
        result = subprocess.run(["pngcheck", "-v", path], capture_output=True, check=False)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn(KEYWORD, result.stdout)


if __name__ == "__main__":
    unittest.main()
