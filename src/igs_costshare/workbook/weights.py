"""Weights of a division: what it gives each partner, as whole numbers where it can."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple, assert_never

from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.messages import Message, say
from igs_costshare.sharing.divisions import bearer_of
from igs_costshare.sharing.rule import Division, InTurns, Keys, Percentages
from igs_costshare.workbook.cells import PartnerCells
from igs_costshare.workbook.formulas import ENDLESS, EXACT_BELOW, added, largest
from igs_costshare.workbook.naming import key_word, of_name
from igs_costshare.workbook.weighing import Participation, Weighing

STEPS: Mapping[str, Message] = {
    "beyond": say("workbook.step_beyond"),
    "held": say("workbook.step_held"),
    "rest": say("workbook.step_rest"),
    "free": say("workbook.step_free"),
    "factor": say("workbook.step_factor"),
    "places": say("workbook.step_places"),
    "scale": say("workbook.step_scale"),
    "whole": say("workbook.step_whole"),
    "common": say("workbook.step_common"),
    "sum": say("workbook.step_sum"),
    "largest": say("workbook.step_largest"),
    "noise": say("workbook.step_noise"),
}

NOISE = "1E-14"
"""How far a few operations on doubles may be wrong, as a part of what is largest in them."""


class Weights(NamedTuple):
    """In what proportion lines are divided."""

    column: PartnerCells
    sum: str
    largest: str
    whole: str
    """Whether all of them are whole numbers, and exactly in that proportion."""
    noise: str
    """How far the part of a partner may be wrong where they are not."""


class Given(NamedTuple):
    """In what proportion a contribution gives, before that is made whole numbers."""

    column: PartnerCells
    decimals: str
    """How many decimals the exact figures have at most (a formula)."""
    noise: str = NOISE
    """How far the part of a partner in the whole may be wrong, of 1 (a formula)."""


def proportions(weighing: Weighing, division: Division, part: Participation) -> Given:
    """What a division gives each in proportion, without its amounts and bounds."""
    rest = division.rest
    match rest:
        case Keys():
            given = _by_keys(weighing, rest, part)
        case Percentages():
            given = _by_percentages(weighing, rest, part)
        case InTurns():
            given = _in_turn(weighing, rest, part)
        case _:
            assert_never(rest)
    if division.part_equally is None:
        return given
    return _partly_equal(weighing, division.part_equally, given, part)


def _by_keys(weighing: Weighing, keys: Keys, part: Participation) -> Given:
    if keys.equal:
        return Given(weighing.column(say("workbook.own"), _equally(weighing), part), "0")
    columns = {name: _of_key(weighing, name, part) for name, _ in keys.parts}
    decimals = [weighing.keys.decimals(name) for name in columns]
    if len(columns) == 1:
        (column,) = columns.values()
        return Given(column, decimals[0])
    weights = _key_weights(weighing, keys)
    # Each key counts as a whole: its weight, times the sums of the other keys.
    factors = {
        name: "*".join([weight, *(columns[each].total for each in columns if each != name)])
        for name, weight in weights.items()
    }
    formulas = [
        added(f"{factors[name]}*{columns[name].at(at)}" for name in columns)
        for at in weighing.workings.positions
    ]
    of_weights = largest(map(weighing.places, weights.values()))
    own = weighing.column(say("workbook.own"), formulas, part)
    return Given(own, added([of_weights, *decimals]))


def _equally(weighing: Weighing) -> list[str]:
    """What each counts for in equal shares."""
    return list(map(weighing.keys.present, weighing.workings.positions))


def _of_key(weighing: Weighing, key: str, part: Participation) -> PartnerCells:
    """The figures of a key, of those who take part; they are not all zero."""
    language = weighing.language
    heading = of_name(weighing.name, key_word(key, language), language)
    column = weighing.keys.among(key, part, heading)
    message = say("workbook.key_is_zero", name=weighing.name, key=language.key(key))
    weighing.workings.refuse(message, f"{column.total}<=0")
    return column


def _key_weights(weighing: Weighing, keys: Keys) -> dict[str, str]:
    """The weight of each key; whole numbers where they stand in no cell."""
    scale = lcm(*(share.denominator for _, share in keys.parts))
    return {name: weighing.figure(share * scale, "key", name) for name, share in keys.parts}


def _by_percentages(weighing: Weighing, percentages: Percentages, part: Participation) -> Given:
    shares = percentages.of
    cells = [
        weighing.figure(shares[id], "shares", id) if id in shares else "0"
        for id in weighing.workings.partners
    ]
    counted = [weighing.keys.in_parts(cell, "", at) for at, cell in enumerate(cells)]
    column = weighing.column(say("workbook.own"), counted, part)
    message = say("workbook.shares_are_zero", name=weighing.name)
    weighing.workings.refuse(message, f"{column.total}<=0")
    return Given(column, weighing.most_places(cells))


def _in_turn(weighing: Weighing, turns: InTurns, part: Participation) -> Given:
    """All of it for whose turn it is: the year is no figure of the sheet."""
    bearer = bearer_of(turns, weighing.workings.network, part)
    own = ["1" if id == bearer else "0" for id in weighing.workings.partners]
    return Given(weighing.column(say("workbook.own"), own, part), "0")


def _partly_equal(
    weighing: Weighing, part_equally: Fraction, rest: Given, part: Participation
) -> Given:
    """A part in equal shares, and the rest as given; both times the sums of the other."""
    share, figures = weighing.figure(part_equally, "fixed_share"), rest.column
    equally = [f"{share}*{each}" for each in _equally(weighing)]
    members = str(sum(part))
    if weighing.keys.length == 1:
        equally = [share] * len(part)
    else:
        members = weighing.column(say("workbook.present"), _equally(weighing), part).total
    formulas = [
        f"{equally[at]}*{figures.total}+ROUND(1-{share},{MOST_DECIMALS})*{members}*{figures.at(at)}"
        for at in weighing.workings.positions
    ]
    column = weighing.column(say("workbook.own"), formulas, part)
    return Given(column, f"{weighing.places(share)}+{rest.decimals}")


def finished(weighing: Weighing, given: Given, *, or_nothing: bool = False) -> Weights:
    """The proportions in the smallest whole numbers, where doubles can tell.

    Proportions that are all 0 divide nothing: they are refused, unless `or_nothing` says that
    there may be nothing to divide.

    Key figures have few decimals: times a power of ten they are whole, and products of
    whole numbers below `EXACT_BELOW` are exact. Otherwise the weights stay as they are.
    """
    at, own = weighing.workings.positions, given.column
    decimals = weighing.set("places", f"MIN({ENDLESS},{given.decimals})")
    scale = weighing.set("scale", f"10^{decimals}")
    whole = weighing.set("whole", f"MAX({own.range})*{scale}<{EXACT_BELOW}")
    numbers = weighing.everyone(
        say("workbook.number"),
        [f"IF({whole},ROUND({own.at(each)}*{scale},0),{own.at(each)})" for each in at],
    )
    common = weighing.set("common", f"IF({whole},MAX(1,GCD({numbers.range})),1)")
    column = weighing.everyone(
        say("workbook.weights"), [f"{numbers.at(each)}/{common}" for each in at]
    )
    none = "1" if or_nothing else "NA()"
    total = weighing.set("sum", f"IF({column.total}>0,{column.total},{none})")
    most = weighing.set("largest", f"MAX({column.range})")
    return Weights(column, total, most, whole, weighing.set("noise", given.noise))
