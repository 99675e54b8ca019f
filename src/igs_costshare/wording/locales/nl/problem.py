"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "error": "fout",
    "warning": "let op",
    "hint": "tip",
    "stdin": "<standaardinvoer>",
    "at": "{path}: {message}",
    "note": "ter info: {what}",
}
