# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the embedded story that are our own: short, attributed, with abbreviations written out."""
import re
import unittest

from story_files import STORY, load

EXPANSIONS = {
    "ICE": "U.S. Immigration and Customs Enforcement (ICE)",
    "HSI": "Homeland Security Investigations (HSI)",
    "ERO": "Enforcement and Removal Operations (ERO)",
    "DHS": "U.S. Department of Homeland Security (DHS)",
    "AP": "Associated Press (AP)",
}
WHO = ("The Inquisitr", "allthe.news", "both texts report", "In a post on X")


def unexpanded(text):
    """Abbreviations that a text uses before it has said what they stand for."""
    found = []
    for short, expansion in EXPANSIONS.items():
        first = re.search(rf"\b{short}\b", text)
        if first and text.find(expansion) + expansion.index(f"({short})") + 1 != first.start():
            found.append(short)
    return found


def sentences(text):
    return re.split(r"(?<=[a-z0-9)])\. (?=[A-Zal])", text)


class Summaries(unittest.TestCase):
    def setUp(self):
        self.story = load(STORY)
        self.texts = [self.story["summary"]] + [event["summary"] for event in self.story["events"]]

    def test_write_out_each_abbreviation_at_first_use(self):
        used = set()
        for text in self.texts:
            self.assertEqual(unexpanded(text), [], text)
            used |= {short for short in EXPANSIONS if re.search(rf"\b{short}\b", text)}
        self.assertEqual(used, set(EXPANSIONS))

    def test_write_out_the_abbreviations_of_their_title(self):
        for event in self.story["events"]:
            for short, expansion in EXPANSIONS.items():
                if re.search(rf"\b{short}\b", event["title"]):
                    self.assertIn(expansion, event["summary"], event["id"])

    def test_a_bare_or_late_expansion_is_found(self):
        self.assertEqual(unexpanded("It says that ICE is there."), ["ICE"])
        self.assertEqual(unexpanded("ICE, that is U.S. Immigration and Customs Enforcement (ICE)"), ["ICE"])
        self.assertEqual(unexpanded("U.S. Immigration and Customs Enforcement (ICE) and HSI"), ["HSI"])
        self.assertEqual(unexpanded("a nice HEROIC word"), [])

    def test_name_who_says_it(self):
        for text in self.texts:
            self.assertTrue(any(name in text for name in WHO), text)

    def test_are_short(self):
        for event in self.story["events"]:
            self.assertLessEqual(len(sentences(event["summary"])), 2, event["summary"])
        self.assertIn(len(sentences(self.story["summary"])), range(3, 6))

    def test_and_titles_are_one_line(self):
        for text in self.texts + [self.story["title"]] + [event["title"] for event in self.story["events"]]:
            self.assertNotRegex(text, r"[\r\n\t]|  |^\s|\s$")


class Words(unittest.TestCase):
    def test_of_sources_are_not_used_as_our_own(self):
        """No run of eight words of a summary stands in a quote."""
        def runs(text):
            words = re.findall(r"\w+", text.lower())
            return {tuple(words[i:i + 8]) for i in range(len(words) - 7)}

        story = load(STORY)
        quoted = set()
        for event in story["events"]:
            for quote in event["quotes"]:
                quoted |= runs(quote["prefix"] + quote["exact"] + quote["suffix"])
        for text in [story["summary"]] + [event["summary"] for event in story["events"]]:
            self.assertEqual(runs(text) & quoted, set())


if __name__ == "__main__":
    unittest.main()
