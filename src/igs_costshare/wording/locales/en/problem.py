"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "error": "error",
    "warning": "warning",
    "hint": "hint",
    "stdin": "<stdin>",
    "at": "{path}: {message}",
    "on_line": "{register}, line {line}: {problem}",
    "on_lines": "{register}, lines {lines}: {problem}",
    "and_more_lines": "{lines} and {count} more",
    "more_alike": Plural(
        "one more like these: `check` tells it", "{count} more like these: `check` tells them all"
    ),
    "note": "note: {what}",
}
