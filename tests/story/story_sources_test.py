# SPDX-License-Identifier: GPL-3.0-or-later
"""Every quote of the embedded story stands in its document, and the story says what the facts say."""
import copy
import hashlib
import unittest

from story_files import SHARED, STORY, load, skip

FACTS = SHARED / "story" / "facts.json"
if not FACTS.is_file():
    skip(f"there is no {FACTS}: the documents and facts lie beside the project only where the story is made")


def documents(facts):
    """The bytes of each document by the id of its source."""
    return {source["id"]: (SHARED.parent / source["file"]).read_bytes() for source in facts["sources"]}


def false_quotes(story, texts):
    """Quotes that do not stand, with their context, in a document with the recorded SHA-256."""
    recorded = {source["id"]: source["sha256"] for source in story["sources"]}
    bad = []
    for event in story["events"]:
        for quote in event["quotes"]:
            data = texts[quote["source"]]
            words = quote["prefix"] + quote["exact"] + quote["suffix"]
            same = hashlib.sha256(data).hexdigest() == recorded[quote["source"]]
            if not same or words not in data.decode("utf-8"):
                bad.append((event["id"], quote["exact"][:40]))
    return bad


def by_id(objects):
    return {each["id"]: each for each in objects}


def differences(story, facts):
    """Where the story departs from the facts: ids, times, quotes, relations and the rest that both carry."""
    found = []
    for name in ("title", "coreWindow", "timeZone"):
        if story[name] != facts[name]:
            found.append(name)
    if [[lane["id"], lane["name"]] for lane in story["lanes"]] != facts["lanes"]:
        found.append("lanes")
    if [[actor["id"], actor["name"], actor["role"]] for actor in story["actors"]] != facts["actors"]:
        found.append("actors")
    sources = [{k: v for k, v in source.items() if k != "file"} for source in facts["sources"]]
    if story["sources"] != sources:
        found.append("sources")
    ours, theirs = by_id(story["events"]), by_id(facts["events"])
    if sorted(ours) != sorted(theirs) or len(story["events"]) != len(facts["events"]):
        return found + ["event ids"]
    for name, fact in theirs.items():
        for field, value in fact.items():
            if field != "title" and ours[name][field] != value:
                found.append(f"{name}.{field}")
    return found


class Quotes(unittest.TestCase):
    def setUp(self):
        self.story, self.facts = load(STORY), load(FACTS)
        self.texts = documents(self.facts)

    def test_all_stand_in_documents_with_the_recorded_checksum(self):
        self.assertEqual(false_quotes(self.story, self.texts), [])
        self.assertEqual(sum(len(event["quotes"]) for event in self.story["events"]), 28)

    def test_one_changed_letter_is_found_in_each_quote(self):
        for e, event in enumerate(self.story["events"]):
            for q, quote in enumerate(event["quotes"]):
                for field in ("prefix", "exact", "suffix"):
                    words = quote[field]
                    if not words:
                        continue
                    middle = len(words) // 2
                    other = "x" if words[middle] != "x" else "y"
                    bad = copy.deepcopy(self.story)
                    bad["events"][e]["quotes"][q][field] = words[:middle] + other + words[middle + 1:]
                    self.assertEqual(len(false_quotes(bad, self.texts)), 1, (event["id"], field))

    def test_a_changed_document_is_found(self):
        for name, data in self.texts.items():
            count = sum(quote["source"] == name for event in self.story["events"] for quote in event["quotes"])
            self.assertGreater(count, 0)
            self.assertEqual(len(false_quotes(self.story, {**self.texts, name: data + b" "})), count)

    def test_context_is_whole_words_and_no_article(self):
        for event in self.story["events"]:
            for quote in event["quotes"]:
                text = self.texts[quote["source"]].decode("utf-8")
                start = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
                end = start + len(quote["prefix"] + quote["exact"] + quote["suffix"])
                for at in (start, end):
                    inside_a_word = 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
                    self.assertFalse(inside_a_word, (event["id"], text[at - 10:at + 10]))
                self.assertLess(len(quote["prefix"]), 60)
                self.assertLess(len(quote["suffix"]), 60)


class Facts(unittest.TestCase):
    def setUp(self):
        self.story, self.facts = load(STORY), load(FACTS)

    def test_are_what_the_story_says(self):
        self.assertEqual(differences(self.story, self.facts), [])
        self.assertEqual(len(self.story["events"]), 15)

    def test_the_story_ships_no_document(self):
        for source in self.story["sources"]:
            self.assertNotIn("file", source)
            self.assertNotIn("text", source)

    def test_a_changed_story_is_found(self):
        def first(story, part):
            return next(event for event in story["events"] if event[part])[part][0]

        def drop_event(story):
            story["events"].pop()

        def change(story, part, field, value):
            first(story, part)[field] = value

        changes = [
            drop_event,
            lambda story: story["events"][3].update(when="2026-01-26"),
            lambda story: story["events"][3].update(id="other"),
            lambda story: story["events"][3]["quotes"].pop(),
            lambda story: change(story, "quotes", "exact", "other words"),
            lambda story: change(story, "quotes", "form", "direct"),
            lambda story: change(story, "relations", "explicit", True),
            lambda story: change(story, "relations", "type", "confirms"),
            lambda story: story["sources"][0].update(sha256="0" * 64),
            lambda story: story["lanes"].reverse(),
        ]
        for change_it in changes:
            bad = load(STORY)
            change_it(bad)
            self.assertEqual(len(differences(bad, self.facts)), 1)


if __name__ == "__main__":
    unittest.main()
