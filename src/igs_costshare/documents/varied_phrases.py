"""A number that varies, in words."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.documents.cause_patterns import CAUSES, CausePhrase
from igs_costshare.documents.cause_phrases import pattern_of
from igs_costshare.errors import Path, dotted
from igs_costshare.wording.language import Language


def what_varies(path: Path, name: str, language: Language) -> str:
    """What stands at a path, in words; the path itself where there are none for it.

    `name` is what the file calls the entry that it stands in.
    """
    pattern, told = pattern_of(path), len(path)
    while pattern not in CAUSES:
        pattern, told = pattern.rpartition(".")[0], told - 1
        if not pattern:
            return dotted(path)
    what = language.tell(CAUSES[pattern](CausePhrase(name, language.key(str(path[-1])))))
    within = dotted(path[told:])
    if not within:
        return what
    if pattern == "contribution.rate" and path[told:] == (within,):
        one = language.noun(within, Fraction(1))
        return language.say("varied.rate_per", what=what, one=one)
    return language.say("varied.within", what=what, within=language.known_key(within) or within)
