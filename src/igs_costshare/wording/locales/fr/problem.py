"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "error": "erreur",
    "warning": "attention",
    "hint": "conseil",
    "stdin": "<entrée standard>",
    "at": "{path} : {message}",
    "on_line": "{register}, ligne {line} : {problem}",
    "on_lines": "{register}, lignes {lines} : {problem}",
    "and_more_lines": "{lines} et {count} de plus",
    "more_alike": Plural(
        "encore un point semblable : `check` le signale",
        "encore {count} points semblables : `check` les signale tous",
    ),
    "note": "note : {what}",
}
