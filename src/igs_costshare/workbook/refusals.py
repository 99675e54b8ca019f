"""Changed inputs that the command would refuse: each with its reason, and together one cell.

What a formula of a line already knows to be impossible is told where the formula is; here stands
what holds for figures whatever they are used for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.bounds import SAME_MEASURE
from igs_costshare.description.values import MOST_DECIMALS, PERCENT, ROUNDED_PERCENT
from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.sharing.rule import Division, Percentages, Rule, keys_in, rule_of
from igs_costshare.workbook.book import Sheet
from igs_costshare.workbook.cells import absolute
from igs_costshare.workbook.formulas import added, either
from igs_costshare.workbook.layout import FIRST
from igs_costshare.workbook.naming import name_of, of_name
from igs_costshare.workbook.presence import PRESENT, present_heading
from igs_costshare.workbook.ruled import contributions_of
from igs_costshare.workbook.workings import Workings


def refuse_figures(workings: Workings) -> None:
    """Note what no file may hold."""
    for block in workings.inputs.blocks:
        message = say("workbook.figure_wrong", place=block.title)
        workings.refuse(message, block.refused(), block.where())
    _refuse_broken(workings, "units", say("workbook.homes"), say("workbook.broken_homes"))
    _refuse_broken(
        workings, PRESENT, present_heading(workings.network), say("workbook.broken_parts")
    )
    _refuse_mixes(workings)
    for path, model, part in contributions_of(workings.network):
        name = name_of(workings.network, path, workings.language)
        _refuse_terms(workings, path, rule_of(model), name)
        for least, most in SAME_MEASURE:
            _refuse_crossed(workings, path, part, name, (least.field, most.field))


def _refuse_broken(workings: Workings, field: str, title: Message, heading: Message) -> None:
    """Homes, and months or days of the year, are whole numbers."""
    cells = [workings.inputs.get(("partner", id, field), "0") for id in workings.partners]
    if set(cells) != {"0"}:
        broken = workings.column(
            workings.language.tell(heading),
            [f"(INT({cell})<>{cell})*1" for cell in cells],
        )
        message = say("workbook.figure_wrong", place=title)
        at = f"MATCH(1,{broken.range},0)"
        workings.refuse(message, f"{broken.total}>0", place_below(cells, at, workings.names.input))


def place_below(cells: Sequence[str], position: str, sheet: str) -> str:
    """The name of one of the cells of partners under one another, by its position from 1."""
    letter = next(cell for cell in cells if cell != "0").split("$")[1]
    return f'"{sheet}!{letter}"&({position}+{FIRST})'


def _refuse_mixes(workings: Workings) -> None:
    """Some household size has a weight."""
    terms = workings.network.day_price
    mixes: list[tuple[Path, Mapping[int, Decimal]]] = [
        (("unit", id), home.mix) for id, home in workings.network.unit.items() if home.mix
    ]
    if terms is not None and terms.mix:
        mixes.append((("day_price",), terms.mix))
    for path, mix in mixes:
        total = added(workings.inputs[*path, "mix", size] for size in mix)
        workings.refuse(say("workbook.mix_is_zero"), f"{total}<=0")


def _refuse_terms(workings: Workings, path: Path, rule: Rule, name: str) -> None:
    """What the figures of a contribution must come to together."""
    # The brackets of a charge are looked at where they are computed.
    _refuse_weights(workings, path, keys_in(rule), name)
    if isinstance(rule, Division) and isinstance(rule.rest, Percentages):
        _refuse_shares(workings, path, rule.rest.sum, name)


def _refuse_weights(workings: Workings, path: Path, keys: Sequence[str], name: str) -> None:
    """Weights of keys are all whole numbers, or they add up to 1."""
    cells = (workings.inputs.get((*path, "key", key), "") for key in keys)
    weights = [cell for cell in cells if cell]
    if weights:
        total = f"ROUND({added(weights)},{MOST_DECIMALS})"
        broken = either(f"INT({weight})<>{weight}" for weight in weights)
        message = say("workbook.weights_wrong", name=name)
        workings.refuse(message, f"OR({total}<=0,AND({total}<>1,{broken}))")


def _refuse_shares(workings: Workings, path: Path, stated: Fraction, name: str) -> None:
    """Agreed percentages make 100, or nearly so.

    Where they do not in the file, partners have left in a scenario, and any sum will do.
    """
    cells = workings.inputs.column((*path, "shares"))
    if cells and abs(stated - int(PERCENT)) <= Fraction(ROUNDED_PERCENT):
        message = say("workbook.shares_wrong", name=name)
        away = f"ABS(ROUND(SUM({cells})-{PERCENT},{MOST_DECIMALS}))"
        workings.refuse(message, f"{away}>{ROUNDED_PERCENT}")


def _refuse_crossed(
    workings: Workings, path: Path, part: Sequence[bool], name: str, fields: tuple[str, str]
) -> None:
    """A minimum is not above the maximum that is stated in the same unit."""
    inputs, message = workings.inputs, say("workbook.bounds_crossed", name=name)
    low, high = (inputs.get((*path, each), "") for each in fields)
    if low and high:
        workings.refuse(message, f"{low}>{high}")
        return
    formulas = []
    for id, included in zip(workings.partners, part, strict=True):
        least, most = (
            inputs.get((*path, each, id), common)
            for each, common in zip(fields, (low, high), strict=True)
        )
        formulas.append(f"({least}>{most})*1" if included and least and most else "0")
    if set(formulas) != {"0"}:
        heading = of_name(name, say("workbook.crossed"), workings.language)
        crossed = workings.column(heading, formulas)
        workings.refuse(message, f"{crossed.total}>0")


class Status(NamedTuple):
    """The cells that the status line goes by, a row for each reason."""

    messages: str
    flags: str
    """1 where it holds."""
    places: str
    """The first cell of Input that is wrong, where that can be told."""


def write_refusals(workings: Workings, sheet: Sheet, top: int) -> Status:
    """Write all reasons from a row on."""
    language = workings.language
    sheet.text(top, 0, language.say("workbook.refusals"), "heading")
    sheet.text(top, 1, language.say("workbook.refused"), "heading_right")
    row = top
    for row, (message, condition, place) in enumerate(workings.refusals, start=top + 1):
        sheet.text(row, 0, message, "working_text")
        sheet.formula(row, 1, f"IFERROR(({condition})*1,1)", "working")
        told = f'IF({absolute(row, 1)}=1,IFERROR(": "&{place},""),"")' if place else '""'
        sheet.formula(row, 2, told, "working_text")
    return Status(*(f"{absolute(top + 1, at)}:{absolute(row, at)}" for at in (0, 1, 2)))
