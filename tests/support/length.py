# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the tests may take that could go on for ever: QUOTELINE_TESTS=short or long, or, with QUOTELINE_LONG=1, the
whole campaign. length.h is the same for tests in C++."""
import os

WHOLE = os.environ.get("QUOTELINE_LONG") == "1"
SHORT = not WHOLE and os.environ.get("QUOTELINE_TESTS") != "long"


def by_length(what, short, long, whole):
    """What stands for the length of this run, which it tells."""
    chosen = short if SHORT else whole if WHOLE else long
    print(f"length: {'short' if SHORT else 'whole' if WHOLE else 'long'}, {what}: {chosen}", flush=True)
    return chosen
