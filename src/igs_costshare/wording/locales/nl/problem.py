"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "error": "fout",
    "warning": "let op",
    "hint": "tip",
    "stdin": "<standaardinvoer>",
    "at": "{path}: {message}",
    "on_line": "{register}, regel {line}: {problem}",
    "on_lines": "{register}, regels {lines}: {problem}",
    "and_more_lines": "{lines} en nog {count} andere",
    "more_alike": Plural(
        "nog één zoals deze: `check` noemt het", "nog {count} zoals deze: `check` noemt ze alle"
    ),
    "note": "ter info: {what}",
}
