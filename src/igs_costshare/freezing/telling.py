"""What is said of a lock: what moved, from what to what, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.comparing.difference import Difference
from igs_costshare.documents.difference import DifferenceDocument, Standpoint
from igs_costshare.errors import visible
from igs_costshare.freezing.beside import Locked
from igs_costshare.freezing.holding import Held
from igs_costshare.freezing.lock import Lock
from igs_costshare.wording.language import Language, Words

_FROZEN, _NOW = Words("vastgelegd", "frozen"), Words("nu", "now")
_RECOMPUTED = Words("vastgelegd, nu berekend", "frozen, computed now")
_DECIDED = Words("vastgelegd met de beslissing: {decision}", "frozen with the decision: {decision}")
_MOVED_BY_FILE = Words(
    "de beschrijving is sindsdien gewijzigd", "the description has changed since then"
)
_MOVED_BY_TOOL = Words(
    "versie {then} van het programma legde haar vast, dit is {now}",
    "version {then} of the program froze it, this is {now}",
)
_SAME = Words(
    "de beschrijving is nog dezelfde; {what}", "the description is still the same; {what}"
)
_OTHER_AMOUNTS = Words(
    "de vastgelegde beschrijving geeft nu andere bedragen; {what}",
    "the frozen description now gives other amounts; {what}",
)
_MOVED_BY_HAND = Words(
    "de bedragen in de lock zelf zijn gewijzigd: versie {now} van het programma legde ze vast, en "
    "geeft andere",
    "the amounts in the lock itself were changed: version {now} of the program froze them, and "
    "gives others",
)
_OLD = Words(
    "een lock van formaat 1 bewaart de beschrijving niet, zodat de oorzaken niet gekend zijn; ook "
    "een andere volgorde van partners of lijnen is voor hem dezelfde beschrijving",
    "a lock of format 1 does not keep the description, so that the causes are not known; another "
    "order of the partners or lines is the same description to it",
)
_UNREADABLE = Words(
    "deze versie van het programma leest de vastgelegde beschrijving niet, zodat de oorzaken niet "
    "gekend zijn",
    "this version of the program does not read the frozen description, so that the causes are not "
    "known",
)
_MOVED_NOTHING = Words(
    "de beschrijving is gewijzigd sinds ze werd vastgelegd, haar bedragen niet",
    "the description has changed since it was frozen, its amounts have not",
)


def documents(
    locked: Locked, lock: Lock, state: Held, language: Language
) -> Iterator[DifferenceDocument]:
    """What moved: by the program where it gives other amounts, and by the description."""
    scenario = lock.statement.scenario

    def standpoint(file: str, words: Words) -> Standpoint:
        of = "" if scenario is None else f" ({scenario})"
        return Standpoint(file, scenario, f"{words.say(language)}{of}")

    start = standpoint(str(locked.lock), _FROZEN)
    end = standpoint(locked.file, _NOW)
    recomputed = standpoint(str(locked.lock), _RECOMPUTED)

    def document(difference: Difference, a: Standpoint, b: Standpoint) -> DifferenceDocument:
        return DifferenceDocument(difference, (a, b), language)

    if state.by_program is not None:
        yield document(state.by_program, start, recomputed if state.by_description else end)
    if state.by_description is not None:
        yield document(state.by_description, recomputed if state.by_program else start, end)


def notes(lock: Lock, state: Held, language: Language, version: str) -> Iterator[str]:
    """The decision, and whether the description or the program is another; `version` is ours."""
    if not state.moved:
        if not state.same:
            yield _MOVED_NOTHING.say(language)
        return
    if lock.decision is not None:
        yield _DECIDED.say(language, decision=visible(lock.decision))
    if not state.same:
        yield _MOVED_BY_FILE.say(language)
    if lock.description is None:
        yield _OLD.say(language)
    elif not state.known:
        yield _UNREADABLE.say(language)
    program = _MOVED_BY_TOOL.say(language, then=lock.tool, now=version)
    if state.by_program is not None and lock.tool == version:
        yield _MOVED_BY_HAND.say(language, now=version)
    elif state.by_program is not None or (state.same and lock.tool != version):
        yield (_SAME if state.same else _OTHER_AMOUNTS).say(language, what=program)
