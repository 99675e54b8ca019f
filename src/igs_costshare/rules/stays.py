"""What a register of stays should not have: two in one home at a time, and stays that are long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from igs_costshare.errors import Place, Problem
from igs_costshare.messages import Noun, say
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.sharing.homes import counted_in

_SOURCE = "docs/file.md"


def _found(problem: Problem) -> Finding:
    return Finding(
        problem.message,
        problem.path,
        problem.hint,
        origin=problem.origin,
        place=problem.place,
    )


def _warned(keys: tuple[str, ...]) -> Callable[[Case], Iterator[Finding]]:
    """What the register warns of in these words."""

    def found(case: Case) -> Iterator[Finding]:
        for problem in () if case.register is None else case.register.warnings:
            if problem.message.key in keys:
                yield _found(problem)

    return found


_at_a_time = _warned(("register.overlap", "register.more_than_homes"))
_elsewhere = _warned(("register.other_sheets",))
_again = _warned(("register.twice", "register.same_code", "register.same_row"))
_years = _warned(("register.long_ago", "register.far_ahead"))
_outside = _warned(("register.outside", "register.more_warnings"))


def _absent(case: Case) -> Iterator[Finding]:
    if case.register is not None:
        from igs_costshare.staying.absent import absent_warnings

        yield from map(_found, absent_warnings(case.register, case.network))


def _more_than_available(case: Case) -> Iterator[Finding]:
    register = case.register
    if register is None:
        return
    from igs_costshare.staying.lodged import lodged_in_all

    counted = counted_in(case.network)
    owners = (register.lodging(place).owner for place in register.columns.lodgings)
    stays = Counter(owners if counted == "days" else ())
    for each in lodged_in_all(case.network):
        # Where the day of departure counts, it counts again for who arrives on it.
        if each.nights > each.most + stays[each.owner]:
            message = say(
                "rule.stays_more_than_available",
                home=each.name,
                nights=each.nights,
                counted=Noun(counted, Fraction(each.nights)),
                days=each.most,
            )
            hint = say("rule.stays_look_twice")
            yield Finding(message, hint=hint, origin=register.name)


def _too_long(case: Case) -> Iterator[Finding]:
    register, stays = case.register, case.network.stays
    if register is None or stays is None or stays.longest is None:
        return
    from igs_costshare.staying.longest import longer_than

    for long in longer_than(register, int(stays.longest)):
        yield Finding(
            say("rule.stays_too_long", nights=long.nights, most=int(stays.longest)),
            register.heading("from"),
            say("rule.stays_extend"),
            origin=register.name,
            place=Place(long.line, 0, ""),
        )


STAYS: tuple[Rule, ...] = (
    Rule("stays-sheets", "warning", _SOURCE, say("rule.is_stays_sheets"), _elsewhere),
    Rule("stays-overlap", "warning", _SOURCE, say("rule.is_stays_overlap"), _at_a_time),
    Rule("stays-outside", "warning", _SOURCE, say("rule.is_stays_outside"), _outside),
    Rule("stays-absent", "warning", _SOURCE, say("rule.is_stays_absent"), _absent),
    Rule(
        "stays-available",
        "warning",
        _SOURCE,
        say("rule.is_stays_available"),
        _more_than_available,
    ),
    Rule("stays-twice", "warning", _SOURCE, say("rule.is_stays_twice"), _again),
    Rule("stays-year", "warning", _SOURCE, say("rule.is_stays_year"), _years),
    Rule("stays-longest", "warning", _SOURCE, say("rule.is_stays_longest"), _too_long),
)
