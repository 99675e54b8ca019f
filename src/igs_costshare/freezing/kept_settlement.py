"""The settlement that a lock keeps: its shape, and why it cannot be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from igs_costshare.description.ids import ACCOUNT, PartnerId
from igs_costshare.description.texts import Text
from igs_costshare.errors import Path
from igs_costshare.freezing.saved_shape import Amount, Shape
from igs_costshare.messages import Message, say
from igs_costshare.settling.dues import Dues
from igs_costshare.settling.settled import SIGNS, Course, SettledRow, Transfer

_Party = PartnerId | Literal["account"]


class _Figures(Shape):
    bill: Amount
    opening: Amount
    paid: Amount
    in_kind: Amount
    received: Amount
    payments: Amount
    due: Amount

    def text(self, figure: str) -> str:
        """One of the amounts."""
        return str(getattr(self, figure))

    @property
    def figures(self) -> tuple[int, ...]:
        """Those that `due` is made of, in the smallest step shown."""
        return tuple(_minor(self.text(figure)) for figure in SIGNS)


class _Row(_Figures):
    id: _Party
    name: Text


class _Transfer(Shape):
    payer: _Party = Field(alias="from")
    taker: _Party = Field(alias="to")
    amount: Amount


class _Course(Shape):
    opening: Amount
    change: Amount
    closing: Amount

    @property
    def amounts(self) -> tuple[str, ...]:
        """All three, as they stand there."""
        return self.opening, self.change, self.closing


class SettlementShape(Shape):
    """What is read of it; the rest is passed over."""

    rows: Annotated[list[_Row], Field(min_length=1)]
    total: _Figures
    transfers: list[_Transfer]
    reserve: _Course | None = None


class KeptSettlement(NamedTuple):
    """Who still had to pay what, and who was to pay whom."""

    dues: Dues
    transfers: tuple[Transfer, ...]
    reserve: Course | None = None
    """None where the description had none; `freeze` did not always keep it."""


def kept_settlement(shape: SettlementShape) -> KeptSettlement:
    """The settlement of a shape that has no faults."""
    rows = {each.id: SettledRow(each.id, each.name, each.figures) for each in shape.rows}
    account = rows.pop(ACCOUNT, None)
    total = SettledRow("total", "", shape.total.figures)
    transfers = (Transfer(each.payer, each.taker, _minor(each.amount)) for each in shape.transfers)
    stated = shape.reserve
    course = None if stated is None else Course(_minor(stated.opening), _minor(stated.change))
    return KeptSettlement(
        Dues(_decimals(shape), tuple(rows.values()), account, total), tuple(transfers), course
    )


def faults_of(shape: SettlementShape) -> Iterator[tuple[Path, Message]]:
    """Why the rows and transfers do not belong together."""
    decimals = _decimals(shape)
    rows: list[tuple[Path, str, _Figures]] = [
        (("rows", place), row.id, row) for place, row in enumerate(shape.rows)
    ]
    for path, id, row in (*rows, (("total",), "total", shape.total)):
        if any(_decimals_of(row.text(figure)) != decimals for figure in (*SIGNS, "due")):
            yield path, say("kept.other_decimals", row=id, decimals=decimals)
        elif SettledRow(id, "", row.figures).due != _minor(row.due):
            yield (*path, "due"), say("kept.wrong_due", row=id)
    yield from _wrong_sums(shape)
    yield from _strangers(shape)
    yield from _wrong_course(shape)


def _wrong_sums(shape: SettlementShape) -> Iterator[tuple[Path, Message]]:
    """Columns that do not add up, and what is due where it does not come to 0."""
    for place, figure in enumerate(SIGNS):
        if sum(row.figures[place] for row in shape.rows) != shape.total.figures[place]:
            yield ("total", figure), say("kept.wrong_total", column=figure)
    if _minor(shape.total.due):
        yield ("total", "due"), say("kept.wrong_settlement")


def _strangers(shape: SettlementShape) -> Iterator[tuple[Path, Message]]:
    """Rows that stand there twice, and transfers of somebody who has no row."""
    parties: set[str] = set()
    for place, row in enumerate(shape.rows):
        if row.id in parties:
            yield ("rows", place, "id"), say("kept.row_twice")
        parties.add(row.id)
    for place, each in enumerate(shape.transfers):
        if not {each.payer, each.taker} <= parties:
            yield ("transfers", place), say("kept.no_party")
        elif _decimals_of(each.amount) != _decimals(shape):
            decimals = _decimals(shape)
            yield (
                ("transfers", place),
                say("kept.other_decimals", row="transfers", decimals=decimals),
            )


def _wrong_course(shape: SettlementShape) -> Iterator[tuple[Path, Message]]:
    """A reserve whose closing does not follow."""
    if shape.reserve is None:
        return
    decimals = _decimals(shape)
    if any(_decimals_of(each) != decimals for each in shape.reserve.amounts):
        yield ("reserve",), say("kept.other_decimals", row="reserve", decimals=decimals)
        return
    opening, change, closing = map(_minor, shape.reserve.amounts)
    if opening + change != closing:
        yield ("reserve", "closing"), say("kept.wrong_closing")


def _decimals(shape: SettlementShape) -> int:
    """Decimals of every amount in it."""
    return _decimals_of(shape.total.due)


def _decimals_of(text: str) -> int:
    return len(text.partition(".")[2])


def _minor(text: str) -> int:
    """An amount in the smallest step shown."""
    return int(text.replace(".", ""))
