# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message with a number has its two English forms: what lupdate finds, and what it may not find.

Called with the path of lupdate. When this fails: cmake --build build --target update_translations, then write the forms.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRANSLATION = ROOT / "resources" / "translations" / "quoteline_en.ts"
LUPDATE = sys.argv.pop(1)


def messages(path):
    """{(context, source, comment): message element}"""
    root = xml.etree.ElementTree.parse(path).getroot()
    return {(context.findtext("name"), message.findtext("source"), message.findtext("comment")): message
            for context in root.iter("context") for message in context.iter("message")}


def literals_with_a_number(text):
    """String literals with %n or with both forms of a word: neighbouring literals are one, comments do not count."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|((?:"(?:[^"\\\n]|\\.)*"\s*)+)', re.DOTALL)
    for found in token.finditer(text):
        if found[1]:
            whole = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', found[1]))
            if "%n" in whole or "(s)" in whole:
                yield whole.replace(r"\"", '"')


class PluralForms(unittest.TestCase):
    def setUp(self):
        self.known = messages(TRANSLATION)

    def test_what_lupdate_finds_is_what_the_file_holds(self):
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / "fresh.ts"
            subprocess.run([LUPDATE, "-silent", "-pluralonly", "-extensions", "cpp,h", "-I", ".",
                            "-source-language", "en", "-target-language", "en", "model", "app", "-ts", fresh],
                           cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
            self.assertEqual(sorted(map(str, messages(fresh))), sorted(map(str, self.known)))

    def test_every_literal_with_a_number_in_the_sources_has_an_entry(self):
        sources = {source for _, source, _ in self.known}
        count = 0
        for folder in ("model", "app"):
            for path in sorted((ROOT / folder).rglob("*")):
                if path.suffix in (".cpp", ".h"):
                    for literal in literals_with_a_number(path.read_text(encoding="utf-8")):
                        count += 1
                        self.assertIn(literal, sources, path)
        self.assertGreater(count, 0)

    def test_every_entry_is_finished_and_has_both_forms(self):
        self.assertTrue(self.known)
        for key, message in self.known.items():
            with self.subTest(key):
                self.assertEqual(message.get("numerus"), "yes")
                # What Qt asks for at run time: the names given to translate(), or the full name of a class.
                self.assertRegex(key[0], "^(model|layout|ui|quoteline::.*)$")
                translation = message.find("translation")
                self.assertIsNone(translation.get("type"), "unfinished, or vanished from the sources")
                forms = [form.text or "" for form in translation.findall("numerusform")]
                self.assertEqual(len(forms), 2)
                self.assertTrue(all(form.strip() for form in forms))
                self.assertRegex(forms[1], r"%n|%\d")
                for form in forms:
                    self.assertNotIn("(s)", form)
                    # The arguments that the sources put in afterwards.
                    self.assertEqual(sorted(re.findall(r"%L?\d", form)), sorted(re.findall(r"%L?\d", key[1])))

    def test_literals_are_found_as_the_compiler_sees_them(self):
        code = 'tr("%1 of "\n   "%n \\"event(s)\\""); // "%n in a comment"\n/* "%n" */ "none", "%n day(s)"'
        self.assertEqual(list(literals_with_a_number(code)), ['%1 of %n "event(s)"', "%n day(s)"])
        self.assertEqual(list(literals_with_a_number('"%1 event(s)", "%1 events"')), ["%1 event(s)"])


if __name__ == "__main__":
    unittest.main()
