"""The words on the three sheets, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Lang, Language
from igs_costshare.workbook.dutch import DUTCH
from igs_costshare.workbook.english import ENGLISH

_OWN: Mapping[str, Mapping[str, str]] = {Lang.EN: ENGLISH, Lang.NL: DUTCH}


class Words:
    """Words and sentences by name, beside those of the language that every format uses."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._own = _OWN[language.code]

    def __getitem__(self, name: str) -> str:
        """The word or sentence of that name."""
        return self._own[name]

    def say(self, name: str, /, **places: object) -> str:
        """The sentence with its places filled."""
        return self._own[name].format(**places)

    def per(self, key: str) -> str:
        """What a price is for: a home, a partner, a day, or one of a key."""
        known = f"per_{key}"
        return self._own[known] if known in self._own else self.say("per_key", key=key)
