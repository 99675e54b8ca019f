"""What stands in front of a problem, a warning and a hint."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "error": "erreur",
    "warning": "attention",
    "hint": "conseil",
    "stdin": "<entrée standard>",
    "at": "{path} : {message}",
    "note": "note : {what}",
}
