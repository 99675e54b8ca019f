"""What is wrong in a later year of a plan, told so that it helps there, and all that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from igs_costshare.description.network import Network
from igs_costshare.errors import Path, Problem, cut_off, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import PLAN, value_at
from igs_costshare.reading.loading import fields_of_description
from igs_costshare.reading.presence import faults_of_presence
from igs_costshare.reading.references import unknown_in_order
from igs_costshare.reading.registers import filled_in_by_hand
from igs_costshare.reading.rising import Rises
from igs_costshare.reading.source import Source


def fields_of_year(source: Source, rises: Rises) -> tuple[Network | None, list[Problem]]:
    """The network of a year, where its fields allow one, and what is wrong with them."""
    network, problems = fields_of_description(source.description)
    return network, [
        *rises.problems,
        *source.problems,
        *filled_in_by_hand(source.whole_year),
        *faults_of_presence(source.whole_year),
        *unknown_in_order(source.whole_year),
        *problems,
    ]


def all_told(
    source: Source,
    problems: Iterable[Problem],
    years: Iterator[Source],
    rises: Rises,
    *,
    whole: bool,
) -> tuple[Problem, ...]:
    """The problems of a year, and what the fields of the years after it are known to have.

    With the `whole` plan, also the paths of indices and steps that fit nothing.

    What is wrong at a path is told in the first of its years only; nothing more where the year
    could not take away or merge what it says, which later years may go by.
    """
    found = list(problems)
    told = [*source.located(_telling(source, found))]
    known = {each.path for each in found}
    for later in () if source.problems else years:
        _, more = fields_of_year(later, rises)
        new = [each for each in more if each.path not in known]
        known |= {each.path for each in new}
        told += later.located(_telling(later, new))
    if whole and not source.problems:
        told += source.located(rises.unused())
    return cut_off(source.in_order(told), source.name)


def _telling(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with the ways out that a plan has."""
    for problem in problems:
        if problem.path == ("partner",) and not value_at(source.description, ("partner",)):
            yield _nobody_left(source)
        elif problem.message.key == "sharing.rises_short":
            path = f"{PLAN}.{source.year}.contribution.previous"
            yield problem._replace(hint=say("plan.state_previous", path=path))
        elif problem.hint is not None and problem.hint.key == "reference.add_key_or_leave":
            yield problem._replace(hint=_left_out_in(source, problem.hint))
        elif problem.hint is None and problem.path in source.risen:
            by = dotted(source.risen[problem.path][-1].by[-1])
            yield problem._replace(hint=say("plan.rises_by", path=by, year=str(source.year)))
        else:
            yield problem


def _left_out_in(source: Source, hint: Message) -> Message:
    """That a partner is left out from this year on; the file may not know it before."""
    places = dict(hint.places)
    return say(
        "reference.add_key_or_leave",
        key=places["key"],
        partner=places["partner"],
        written=f"{PLAN}.{source.year}.{places['written']}",
    )


def _nobody_left(source: Source) -> Problem:
    """That nobody is there any more: where the block takes them away, or where the plan ends."""
    removed: Path = (PLAN, str(source.year), "remove")
    place = (PLAN, "until") if value_at(source.whole_year, removed) is None else removed
    before = str(int(str(source.year)) - 1)
    return Problem(
        say("plan.nobody_left", year=str(source.year)), place, say("plan.end_before", last=before)
    )
