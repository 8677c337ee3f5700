# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema is a valid schema, the story obeys it, and it accepts and refuses what variants.json says."""
import copy
import unittest

from story_files import SCHEMA, STORY, VARIANTS, load, skip

try:
    import jsonschema
    import rfc3987  # noqa: F401  without it the format "uri" would be accepted unread
except ImportError as missing:
    skip(f"{missing}; install python3-jsonschema and python3-rfc3987")


def validator():
    return jsonschema.Draft202012Validator(load(SCHEMA), format_checker=jsonschema.FormatChecker())


def changed(base, variant):
    story = copy.deepcopy(base)
    if "at" not in variant:
        return story
    *way, last = [int(step) if step.isdigit() else step for step in variant["at"].split("/")]
    place = story
    for step in way:
        place = place[step]
    if variant.get("remove"):
        del place[last]
    else:
        place[last] = variant["set"]
    return story


def objects(schema):
    """Every sub-schema that stands for a field."""
    for value in schema.get("properties", {}).values():
        yield value
        yield from objects(value)
    for value in schema.get("$defs", {}).values():
        yield value
        yield from objects(value)


class Schema(unittest.TestCase):
    def test_is_itself_valid(self):
        jsonschema.Draft202012Validator.check_schema(load(SCHEMA))

    def test_describes_every_field(self):
        fields = list(objects(load(SCHEMA)))
        self.assertGreater(len(fields), 40)
        for field in fields:
            self.assertGreater(len(field.get("description", "")), 10, field)

    def test_checks_addresses(self):
        checker = jsonschema.FormatChecker()
        checker.check("https://gazette.example/a?b=c#d", "uri")
        for bad in ("gazette.example", "https://gazette.example/the bridge", "http://[1"):
            with self.assertRaises(jsonschema.FormatError, msg=bad):
                checker.check(bad, "uri")

    def test_accepts_and_refuses_the_variants(self):
        file = load(VARIANTS)
        refused = 0
        for variant in file["variants"]:
            with self.subTest(variant["name"]):
                errors = [error.message for error in validator().iter_errors(changed(file["base"], variant))]
                self.assertEqual(not errors, variant["schema"], errors or "accepted")
                refused += bool(errors)
        self.assertGreaterEqual(refused, 12)
        self.assertEqual(len({variant["name"] for variant in file["variants"]}), len(file["variants"]))


class EmbeddedStory(unittest.TestCase):
    def test_obeys_the_schema(self):
        self.assertEqual([error.message for error in validator().iter_errors(load(STORY))], [])

    def test_is_refused_after_any_field_that_is_required_goes(self):
        story = load(STORY)
        for name in load(SCHEMA)["required"]:
            self.assertTrue(list(validator().iter_errors({k: v for k, v in story.items() if k != name})), name)


if __name__ == "__main__":
    unittest.main()
