"""What is said of a lock: what moved, from what to what, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.comparing.difference import Difference
from igs_costshare.documents.difference import DifferenceDocument, Standpoint
from igs_costshare.documents.moved_dues import MovedDuesDocument
from igs_costshare.errors import visible
from igs_costshare.freezing.beside import Locked
from igs_costshare.freezing.holding import Held
from igs_costshare.freezing.lock import Lock
from igs_costshare.messages import Message, say
from igs_costshare.wording.language import Language


def documents(
    locked: Locked, lock: Lock, state: Held, language: Language
) -> Iterator[DifferenceDocument]:
    """What moved: by the program where it gives other amounts, and by the description."""
    scenario = lock.statement.scenario

    def standpoint(file: str, when: Message) -> Standpoint:
        if scenario is not None:
            when = say("kept.in_scenario", when=when, scenario=scenario)
        return Standpoint(file, scenario, language.tell(when))

    start = standpoint(str(locked.lock), say("kept.frozen"))
    end = standpoint(locked.file, say("kept.now"))
    recomputed = standpoint(str(locked.lock), say("kept.recomputed"))

    def document(difference: Difference, a: Standpoint, b: Standpoint) -> DifferenceDocument:
        return DifferenceDocument(difference, (a, b), language)

    if state.by_program is not None:
        yield document(state.by_program, start, recomputed if state.by_description else end)
    if state.by_description is not None:
        yield document(state.by_description, recomputed if state.by_program else start, end)
    if state.dues is not None:
        transfers = state.dues.then, state.dues.now
        yield MovedDuesDocument(
            state.dues.difference, (start, end), transfers, language, state.dues.reserve
        )


def notes(lock: Lock, state: Held, version: str) -> Iterator[Message]:
    """The decision, and whether the description or the program is another; `version` is ours."""
    if not state.moved:
        if state.reserve:
            yield say("kept.reserve_begins_otherwise")
        elif state.besides:
            yield say("kept.moved_nothing")
        if state.register:
            yield say("kept.register_moved_nothing")
        return
    if lock.decision is not None:
        yield say("kept.decided", decision=visible(lock.decision))
    if state.besides:
        yield say("kept.moved_by_file")
    if state.register:
        yield say("kept.moved_by_register")
    if lock.description is None:
        yield say("kept.old")
    elif not state.known and state.by_description is not None:
        yield say("kept.unreadable")
    yield from _of_the_program(lock, state, version)


def _of_the_program(lock: Lock, state: Held, version: str) -> Iterator[Message]:
    """That another version of the program gives other amounts, or somebody changed the lock."""
    if state.by_program is not None and lock.tool == version:
        yield say("kept.moved_by_hand", now=version)
    elif state.by_program is not None or (state.same and lock.tool != version):
        program = say("kept.frozen_by", then=lock.tool, now=version)
        if state.same:
            yield say("kept.same_description", what=program)
        else:
            yield say("kept.other_amounts", what=program)
    elif state.same and state.dues is not None:
        # The budget that advances are a part of is none of what a lock of a scenario keeps.
        if lock.statement.scenario is None:
            yield say("kept.moved_by_hand", now=version)
        else:
            yield say("kept.moved_by_budget")
