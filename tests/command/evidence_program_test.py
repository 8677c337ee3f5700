# SPDX-License-Identifier: GPL-3.0-or-later
"""--check with documents, from outside: the lines, the data, the exit status. Called with the path of the program."""
import copy
import hashlib
import json
import os
import re
import unittest

from program_test import DONE, PROBLEMS, STORY, Program, run

LINE = re.compile(r"(\S+), quote (\d+), (\S+): (.*)")


def documents_of(story):
    """A document for each source, made of its quotes with their context; the checksums go into the story."""
    texts = {source["id"]: "A document made for a test.\n\n" for source in story["sources"]}
    for event in story["events"]:
        for quote in event["quotes"]:
            words = quote["prefix"] + quote["exact"] + quote["suffix"]
            if words not in texts[quote["source"]]:
                texts[quote["source"]] += words + "\n\nWords in between.\n\n"
    return texts


class Evidence(Program):
    def setUp(self):
        super().setUp()
        self.sources = self.folder / "documents"
        self.sources.mkdir()
        self.data = json.loads(STORY.read_text(encoding="utf-8"))
        self.texts = documents_of(self.data)
        for source in self.data["sources"]:
            source["sha256"] = hashlib.sha256(self.texts[source["id"]].encode()).hexdigest()
        self.write_documents()

    def write_documents(self):
        for name, text in self.texts.items():
            (self.sources / f"{name}.txt").write_bytes(text.encode())

    def check(self, *arguments, status=DONE, story=None):
        path = self.folder / "a.story.json"
        path.write_text(json.dumps(story or self.data, ensure_ascii=False), encoding="utf-8")
        result = run("--check", "--sources", self.sources, *arguments, path)
        self.assertEqual((result.returncode, result.stderr), (status, b""), result.stdout.decode())
        return result.stdout.decode()

    def grades(self, status=DONE, story=None):
        report = json.loads(self.check("--format", "json", status=status, story=story))
        return {(each["event"], each["quote"]): each for each in report["checks"]}

    def first_quote(self, story):
        """The quote of an event with one, and the key of its check."""
        event, = [event for event in story["events"] if event["id"] == "vogue-report"]
        return event["quotes"][0], ("vogue-report", 0)

    def test_every_quote_has_a_line_and_the_last_line_counts_them(self):
        lines = self.check().splitlines()
        found = [LINE.fullmatch(line).groups() for line in lines if LINE.fullmatch(line)]
        wanted = [(event["id"], str(i + 1), quote["source"]) for event in self.data["events"]
                  for i, quote in enumerate(event["quotes"])]
        self.assertEqual(sorted(line[:3] for line in found), sorted(wanted))
        self.assertEqual(len(found), 28)
        exact = {(event["id"], str(i + 1)): quote["exact"] for event in self.data["events"]
                 for i, quote in enumerate(event["quotes"])}
        for event, number, source, words in found:
            start, end = map(int, re.fullmatch(r"verbatim, characters (\d+)-(\d+)", words).groups())
            self.assertEqual(self.texts[source][start:end], exact[event, number])
        self.assertTrue(lines[0].endswith("15 events, 28 quotes, 2 sources; no problems"), lines[0])
        self.assertIn(": 28 of 28 quotes verbatim or verbatim except typography (28 verbatim)", lines[-1])
        for source in self.data["sources"]:
            self.assertTrue(any(line.startswith(source["id"] + ": ") and line.endswith("by its SHA-256")
                                for line in lines))

    def test_json_says_the_same(self):
        report = json.loads(self.check("--format", "json"))
        self.assertEqual(list(report), ["story", "events", "quotes", "sources", "problems", "notices", "documents",
                                        "checks", "bases", "summary"])
        self.assertEqual((report["events"], report["quotes"], report["sources"]), (15, 28, 2))
        self.assertEqual(report["summary"]["verbatim"], 28)
        self.assertEqual(report["summary"]["faithful"], 28)
        for each in report["documents"]:
            self.assertEqual((each["state"], each["origin"], each["changed"]), ("found", "folderByHash", False))
            self.assertEqual(each["sha256"], hashlib.sha256(self.texts[each["source"]].encode()).hexdigest())
        quotes = {(event["id"], i): quote for event in self.data["events"] for i, quote in enumerate(event["quotes"])}
        self.assertEqual({(each["event"], each["quote"]) for each in report["checks"]}, set(quotes))
        for each in report["checks"]:
            (start, end), = each["passages"]
            self.assertEqual(self.texts[each["source"]][start:end], quotes[each["event"], each["quote"]]["exact"])
        bases = [(event["id"], relation["basis"]) for event in self.data["events"] for relation in event["relations"]]
        self.assertEqual(len(report["bases"]), len(bases))
        for each in report["bases"]:
            (start, end), = each["passages"]
            self.assertIn((each["event"], self.texts[each["source"]][start:end]), bases)

    def test_other_typography_is_faithful_and_other_words_are_not(self):
        story = copy.deepcopy(self.data)
        quote, key = self.first_quote(story)
        quote["exact"] = quote["exact"].replace(" in ", " \n in ")
        each = self.grades(DONE, story)[key]
        self.assertEqual((each["grade"], each["folds"], each["faithful"]), ("typography", ["whiteSpaceRuns"], True))
        for change in (lambda text: text.replace("would", "could"), lambda text: text.replace("Vogue", "vogue"),
                       lambda text: text.replace("would be", "would not be"), lambda text: text.replace("a", "а")):
            story = copy.deepcopy(self.data)
            quote, key = self.first_quote(story)
            quote["exact"] = change(quote["exact"])
            each = self.grades(PROBLEMS, story)[key]
            self.assertEqual((each["grade"], each["passages"]), ("notFound", []))
            (start, end), source = each["nearest"]["passage"], quote["source"]
            self.assertEqual(self.texts[source][start:end].split()[0], "Vogue")

    def test_a_changed_context_is_not_faithful(self):
        story = copy.deepcopy(self.data)
        quote, key = self.first_quote(story)
        quote["prefix"] = "other words "
        each = self.grades(PROBLEMS, story)[key]
        self.assertEqual((each["grade"], each["prefix"], each["suffix"]), ("contextDiffers", False, True))
        self.assertIn("verbatim, context differs, characters", self.check(status=PROBLEMS, story=story))

    def test_a_changed_document_is_used_and_flagged(self):
        name = self.data["sources"][0]["id"]
        self.texts[name] += "More."
        self.write_documents()
        lines = self.check().splitlines()
        self.assertTrue(any(line.startswith(name + ": ") and line.endswith("; changed since it was recorded")
                            for line in lines), lines)

    def test_without_a_document_a_quote_is_not_checked_and_that_is_no_success(self):
        name = self.data["sources"][0]["id"]
        (self.sources / f"{name}.txt").unlink()
        lines = self.check(status=PROBLEMS).splitlines()
        self.assertIn(f"{name}: no document at hand", lines)
        self.assertTrue(all(line.endswith(": not checked here") for line in lines
                            if LINE.fullmatch(line) and f", {name}:" in line))
        summary = json.loads(self.check("--format", "json", status=PROBLEMS))["summary"]
        self.assertEqual(summary["verbatim"] + summary["notChecked"], 28)
        self.assertGreater(summary["notChecked"], 0)

    def test_documents_that_the_story_carries_are_checked_without_a_folder(self):
        path = self.folder / "a.story.json"
        first, second = self.data["sources"]
        first["text"] = self.texts[first["id"]]
        second["file"] = f"documents/{second['id']}.txt"
        path.write_text(json.dumps(self.data), encoding="utf-8")
        result = run("--check", path)
        self.assertIn(": 28 of 28 quotes", self.expect(result, DONE))
        origins = [each["origin"] for each in json.loads(run("--check", "--format", "json", path).stdout)["documents"]]
        self.assertEqual(origins, ["storyText", "storyFile"])

    def test_a_file_outside_of_the_storys_folder_is_refused_by_name(self):
        inner = self.folder / "inner"
        inner.mkdir()
        second = self.data["sources"][1]
        second["file"] = "link.txt"
        (inner / "link.txt").symlink_to(self.sources / f"{second['id']}.txt")
        path = inner / "a.story.json"
        path.write_text(json.dumps(self.data), encoding="utf-8")
        result = run("--check", path)
        self.assertEqual(result.returncode, PROBLEMS)
        line, = [line for line in result.stdout.decode().splitlines() if line.startswith(second["id"] + ": ")]
        self.assertIn("“link.txt” leads out of the folder of the story", line)

    def test_nothing_is_read_unless_a_check_is_asked_for(self):
        second = self.data["sources"][1]
        second["file"] = "pipe"
        os.mkfifo(self.folder / "pipe")
        path = self.folder / "a.story.json"
        path.write_text(json.dumps(self.data), encoding="utf-8")
        self.expect(run("--list", path), DONE)
        result = run("--check", path, timeout=60)  # and a pipe is not waited for
        self.assertEqual(result.returncode, PROBLEMS)
        self.assertIn("is a pipe", result.stdout.decode())

    def test_a_folder_that_is_none_is_one_sentence(self):
        for folder, words in ((self.folder / "none", "there is no folder"), (STORY, "is not a folder")):
            result = run("--check", "--sources", folder)
            self.expect_one_sentence(result, str(folder), words)
            self.assertEqual(result.stdout, b"")

    def test_a_folder_that_may_not_be_read_is_one_sentence(self):
        if os.geteuid() == 0:
            print("\nSKIPPED: root may read everything", flush=True)
            self.skipTest("root may read everything")
        self.sources.chmod(0)
        self.addCleanup(self.sources.chmod, 0o700)
        self.expect_one_sentence(run("--check", "--sources", self.sources), "cannot be read")

    def test_a_plain_check_of_a_story_without_documents_reads_the_story_alone(self):
        self.assertEqual(len(self.expect(run("--check", STORY), DONE).splitlines()), 1)
        report = json.loads(self.expect(run("--check", "--format", "json", STORY), DONE))
        self.assertEqual((report["story"], report["problems"], report["checks"]), (str(STORY), [], None))
        self.assertIsNone(json.loads(run("--check", "--format", "json").stdout)["story"])

    def test_a_broken_story_has_its_problems_in_json_too(self):
        self.data["events"][0]["when"] = "2026-02-29"
        report = json.loads(self.check("--format", "json", status=PROBLEMS))
        problem, = report["problems"]
        self.assertEqual(problem["path"], "$.events[0].when")
        self.assertTrue(problem["what"] and problem["remedy"] and problem["line"])
        self.assertIsNone(report["summary"])

    def test_a_document_that_is_no_text_is_named_with_the_place(self):
        name = self.data["sources"][0]["id"]
        (self.sources / f"{name}.txt").write_bytes(b"a\nb\xff")
        self.assertIn("is not UTF-8 text: the first wrong byte is byte 4, in line 2", self.check(status=PROBLEMS))

    def test_words_of_a_story_do_not_reach_the_terminal_raw(self):
        story = copy.deepcopy(self.data)
        source = story["sources"][0]
        old, source["id"] = source["id"], "evil\u001b[31m\u202eid"
        for event in story["events"]:
            for quote in event["quotes"]:
                if quote["source"] == old:
                    quote["source"] = source["id"]
        output = self.check(story=story)
        self.assertNotIn("\u001b", output)
        self.assertNotIn("\u202e", output)
        self.assertIn(source["id"], [each["source"] for each in
                                     json.loads(self.check("--format", "json", story=story))["documents"]])

    def test_the_locale_of_the_machine_changes_nothing(self):
        path = self.folder / "a.story.json"
        plain = self.check()
        for env in ({"LC_ALL": "C"}, {"LANG": "de_DE.UTF-8"}):
            self.assertEqual(run("--check", "--sources", self.sources, path, env=env).stdout.decode(), plain)

    def test_a_full_disk_is_told(self):
        for arguments in ([], ["--format", "json"]):
            with open("/dev/full", "wb") as full:
                self.expect_one_sentence(run("--check", "--sources", self.sources, *arguments, stdout=full),
                                         "standard output", "No space left on device")


if __name__ == "__main__":
    unittest.main()
