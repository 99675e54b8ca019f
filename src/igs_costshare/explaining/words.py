"""What an explanation says, and how it writes its figures, in the language of a reader."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.explaining import dutch, english
from igs_costshare.wording.language import Lang
from igs_costshare.wording.writing import Writing

_SENTENCES: Mapping[str, Mapping[str, str]] = {Lang.NL: dutch.SENTENCES, Lang.EN: english.SENTENCES}


class Words(Writing):
    """Sentences, nouns and figures in one language and currency."""

    __slots__ = ()

    @property
    def sentences(self) -> Mapping[str, str]:
        """The sentences by kind."""
        return _SENTENCES[self.language.code]

    def say(self, sentence: str, **places: str) -> str:
        """The sentence with its places filled."""
        return self.sentences[sentence].format(**places)
