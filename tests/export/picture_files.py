# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of exported pictures share: stories of any length, what a reader has to find in a picture of one, and
how much memory the program took. They are called with the path of the program."""
import csv
import io
import json
import os
import re
import subprocess

from data_files import BARE, DONE, PROGRAM, STORY, DataProgram, event, story  # noqa: F401 (given on)

SOURCES = [{"id": f"s{i}", "publisher": f"The Publisher {i}", "headline": f"What was found out, part {i}",
            "url": f"https://example.org/{i}?a=b&c={i}", "datePublished": f"2026-03-{i + 1:02}",
            "sha256": f"{i + 1:064x}"}
           for i in range(7)]
WHEN = ["2026-01-{:02}", "[2026-01-{:02}..2026-01-29]", "2026-01-{:02}~", "2026-01-{:02}/2026-02-03",
        "[..2026-01-{:02}]"]


def made_story(count):
    """`count` events in three lanes, with dates of every kind and one to three quotes each."""
    events = []
    for i in range(count):
        when = WHEN[i % 5].format(1 + i * 27 // count)
        quotes = []
        for k in range(1 + i % 3):
            words = (f"These are the words of quote {k} of event {i}, “as they stand” there – and they go on for a "
                     "while, over more than one line of any column: " + "é🚨x " * (i % 3 if i < 30 else 0))
            quotes.append({"source": f"s{(i + k) % 7}", "exact": words, "prefix": "what was before. ",
                           "suffix": " What came after", "form": ("direct", "report", "relay")[k]}
                          | ({"speaker": "speaker"} if k == 1 else {}) | ({"via": "a friend"} if k == 2 else {}))
        events.append(event(i, f"Event {i} was told of by someone who knew", when, lane=f"lane{i % 3}")
                      | {"quotes": quotes})
    return story(events, f"A story of {count} events", sources=SOURCES, summary="A summary: é, “quoted” & <told>.",
                 lanes=[{"id": f"lane{i}", "name": f"Lane {i}"} for i in range(3)],
                 actors=[{"id": "actor", "name": "The actor", "role": ""},
                         {"id": "speaker", "name": "Someone Known", "role": ""}])


def embedded_story():
    return json.loads(STORY.read_text(encoding="utf-8"))


def squeezed(text):
    """Without white space: where lines end is the picture's affair."""
    return "".join(text.split())


def missing(tokens, text):
    """Those of the tokens that do not stand in the text, each after the one before."""
    text, at, lost = squeezed(text), 0, []
    for token in tokens:
        found = text.find(squeezed(token), at)
        if found < 0:
            lost.append(token)
        else:
            at = found + len(squeezed(token))
    return lost


CONTINUED = re.compile(r"(Source\s)?[\d,]+,\scontinued\Z")  # above the rest of what was broken


class PictureProgram(DataProgram):
    def written(self, content):
        path = self.folder / "given.story.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def picture(self, name, *arguments, content=None):
        """The file, and the lines on standard error; of the embedded story without content."""
        given = [] if content is None else [self.written(content)]
        path = self.folder / name
        result = self.run_program("--export", path, *arguments, *given)
        self.assertEqual((result.returncode, result.stdout), (DONE, b""), result.stderr.decode())
        return path, result.stderr.decode().splitlines()

    def run_judge(self, *command):
        """Its exit status and all that it prints."""
        result = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return result.returncode, result.stdout.decode("utf-8", "replace")

    def data_of(self, command, content):
        """What another mode of the program says of the story."""
        result = self.run_program(*command, self.written(content))
        self.assertEqual(result.returncode, DONE, result.stderr.decode())
        return result.stdout.decode()

    def evidence_of(self, content):
        """All that stands below a picture of the story, in its order."""
        by_id = {e["id"]: e for e in content["events"]}
        order = [e["id"] for e in json.loads(self.data_of(["--list", "--format", "json"], content))]
        table = self.folder / "dates.csv"
        self.data_of(["--export", table], content)
        dates = {row["event"]: row["date"] for row in csv.DictReader(io.StringIO(table.read_text(encoding="utf-8")))}
        sources = {source["id"]: source for source in content["sources"]}
        actors = {actor["id"]: actor["name"] for actor in content["actors"]}
        tokens, used = [], []
        for number, name in enumerate(order, 1):
            tokens.append(f"{number:,}.{dates[name]}{by_id[name]['title']}")
            for quote in by_id[name]["quotes"]:
                tokens.append(quote["exact"])
                used += [quote["source"]] if quote["source"] not in used else []
                tokens += [actors[quote["speaker"]]] if "speaker" in quote else []
                tokens += [quote["via"]] if "via" in quote else []
                tokens.append(f"Source {used.index(quote['source']) + 1}: {sources[quote['source']]['publisher']}")
        for number, name in enumerate(used, 1):
            source = sources[name]
            headline = f", “{source['headline']}”" if "headline" in source else ""
            tokens.append(f"{number}.{source['publisher']}{headline}")
            tokens += [source["url"], source["sha256"]]
        return tokens

    def memory(self, *arguments):
        """Exit status, standard error and the most memory, in bytes, of a run."""
        with subprocess.Popen([PROGRAM, *map(str, arguments)], env=BARE, stdin=subprocess.DEVNULL,
                              stderr=subprocess.PIPE) as process:
            said = process.stderr.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, said.decode(), used.ru_maxrss * 1024
