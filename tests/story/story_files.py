# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the story, its schema and the documents lie, for the tests of this folder."""
import json
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "resources" / "stories" / "milano-cortina-2026.json"
SCHEMA = ROOT / "resources" / "schema" / "story.schema.json"
VARIANTS = ROOT / "tests" / "story" / "variants.json"
# Beside the project, not part of it: the documents as they were checked, and the facts taken from them.
SHARED = pathlib.Path(os.environ.get("QUOTELINE_SHARED", ROOT.parent / "shared"))

SKIPPED = 77  # what ctest is told to read as "skipped"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)
