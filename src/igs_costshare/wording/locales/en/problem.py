"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "error": "error",
    "warning": "warning",
    "hint": "hint",
    "stdin": "<stdin>",
    "at": "{path}: {message}",
    "note": "note: {what}",
}
