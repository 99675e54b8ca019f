"""Changed inputs that the command would refuse: each with its reason, and together one cell.

What a formula of a line already knows to be impossible is told where the formula is; here stands
what holds for figures whatever they are used for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.contributions import Agreed, Mixed, Model, Variable
from igs_costshare.description.places import models
from igs_costshare.description.values import PERCENT, ROUNDED_PERCENT, exact_sum
from igs_costshare.errors import Path
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.book import Sheet
from igs_costshare.workbook.cells import INPUT, absolute
from igs_costshare.workbook.formulas import added, either
from igs_costshare.workbook.inputs import FIRST
from igs_costshare.workbook.workings import Workings


def refuse_figures(workings: Workings) -> None:
    """Note what no file may hold."""
    for block in workings.inputs.blocks:
        message = workings.words.say("figure_wrong", place=block.title)
        workings.refuse(message, block.refused(), block.where())
    _refuse_broken_homes(workings)
    _refuse_mixes(workings)
    for path, model, part in models(workings.network):
        name = contribution_name(workings, path)
        _refuse_weights(workings, path, model, name)
        _refuse_shares(workings, path, model, name)
        _refuse_crossed(workings, path, model, part, name)


def _refuse_broken_homes(workings: Workings) -> None:
    """Homes are whole numbers."""
    cells = [workings.inputs.get(("partner", id, "units"), "0") for id in workings.network.partner]
    if set(cells) != {"0"}:
        broken = workings.column(
            workings.words["broken_homes"], [f"(INT({cell})<>{cell})*1" for cell in cells]
        )
        message = workings.words.say("figure_wrong", place=workings.words["units"])
        at = f"MATCH(1,{broken.range},0)"
        workings.refuse(message, f"{broken.total}>0", place_below(cells, at))


def place_below(cells: Sequence[str], position: str) -> str:
    """The name of one of the cells of partners under one another, by its position from 1."""
    letter = next(cell for cell in cells if cell != "0").split("$")[1]
    return f'"{INPUT}!{letter}"&({position}+{FIRST})'


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
        workings.refuse(workings.words["mix_is_zero"], f"{total}<=0")


def contribution_name(workings: Workings, path: Path) -> str:
    """What a contribution is called: the common one, or by its line."""
    if path == ("contribution",):
        return workings.words["contribution"]
    id = str(path[1])
    return line_heading(id, workings.network.lines[id].label, workings.words.language)


def _refuse_weights(workings: Workings, path: Path, model: Model, name: str) -> None:
    """Weights of keys are all whole numbers, or they add up to 1."""
    key = model.key if isinstance(model, Variable | Mixed) else None
    if not isinstance(key, dict):
        return
    weights = [workings.inputs[*path, "key", each] for each in key]
    total = f"ROUND({added(weights)},10)"
    broken = either(f"INT({weight})<>{weight}" for weight in weights)
    workings.refuse(
        workings.words.say("weights_wrong", name=name),
        f"OR({total}<=0,AND({total}<>1,{broken}))",
    )


def _refuse_shares(workings: Workings, path: Path, model: Model, name: str) -> None:
    """Agreed percentages make 100, or nearly so.

    Where they do not in the file, partners have left in a scenario, and any sum will do.
    """
    if not isinstance(model, Agreed):
        return
    cells = workings.inputs.column((*path, "shares"))
    if abs(exact_sum(model.shares.values()) - PERCENT) <= ROUNDED_PERCENT:
        workings.refuse(
            workings.words.say("shares_wrong", name=name),
            f"ABS(ROUND(SUM({cells})-{PERCENT},10))>{ROUNDED_PERCENT}",
        )


def _refuse_crossed(
    workings: Workings, path: Path, model: Model, part: Sequence[bool], name: str
) -> None:
    """A minimum is not above the maximum."""
    low, high = model.minimum, model.maximum
    if low is None or high is None:
        return
    message, inputs = workings.words.say("bounds_crossed", name=name), workings.inputs
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        workings.refuse(message, f"{inputs[*path, 'minimum']}>{inputs[*path, 'maximum']}")
        return
    formulas = []
    for id, included in zip(workings.network.partner, part, strict=True):
        least, most = (
            inputs.get((*path, bound, id) if isinstance(stated, dict) else (*path, bound), "")
            for bound, stated in (("minimum", low), ("maximum", high))
        )
        formulas.append(f"({least}>{most})*1" if included and least and most else "0")
    crossed = workings.column(f"{name}: {workings.words['crossed']}", formulas)
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
    words = workings.words
    sheet.text(top, 0, words["refusals"], "heading")
    sheet.text(top, 1, words["refused"], "heading_right")
    row = top
    for row, (message, condition, place) in enumerate(workings.refusals, start=top + 1):
        sheet.text(row, 0, message, "working_text")
        sheet.formula(row, 1, f"IFERROR(({condition})*1,1)", "working")
        told = f'IF({absolute(row, 1)}=1,IFERROR(": "&{place},""),"")' if place else '""'
        sheet.formula(row, 2, told, "working_text")
    return Status(*(f"{absolute(top + 1, at)}:{absolute(row, at)}" for at in (0, 1, 2)))
