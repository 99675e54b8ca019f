"""The chart of expenses, revenues and balance: bars that keep their letters at any width.

Lengths across are percentages of the width, so that the drawing follows the screen or the sheet
while its texts stay as large as they are; heights are pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table

MEASURES = ("expenses", "revenues", "balance")
MOST_PARTNERS = 40
"""As many as a reader takes in; of more the largest are drawn."""
HEIGHTS = {False: 860, True: 540}
"""Pixels of one drawing, which stays together on a sheet: upright, and on its side."""

_NAME_LENGTH, _NAME_LINES = 44, 2
"""Of a name above its bars: what fits the width of a telephone."""
_NAME_HEIGHT, _BAR_PITCH, _GAP = 17, 17, 14
_LABEL = 2_000
"""Hundredths of a percent of the width for the words before the bars."""
_HAIRLINE = 25
"""The least width of a bar that is not zero."""
_WHOLE = 10_000


class Bar(NamedTuple):
    """An amount: its word and figure, and where its bar stands, in percent."""

    measure: str
    word: str
    figure: str
    middle: int
    """Of the bar, in pixels from above."""
    start: str
    width: str


class Group(NamedTuple):
    """A partner: its name, in lines, and its bars."""

    name: tuple[tuple[int, str], ...]
    """Each line with its height, in pixels from above."""
    bars: tuple[Bar, ...]
    top: int
    bottom: int


class Drawing(NamedTuple):
    """One picture: a title, a description in full sentences, and the groups."""

    title: str
    description: str
    height: int
    zero: str
    """Where the line of zero stands, in percent."""
    groups: tuple[Group, ...]


class Chart(NamedTuple):
    """The drawings, and what is said beside them."""

    notes: tuple[str, ...]
    drawings: tuple[Drawing, ...]


class _Partner(NamedTuple):
    name: str
    amounts: tuple[int, ...]
    """By measure."""


class _Scale(NamedTuple):
    """From amounts to hundredths of a percent of the width."""

    least: int
    span: int
    room: int

    @classmethod
    def of(cls, amounts: Sequence[int], longest: int) -> _Scale:
        """The scale of amounts of which the longest figure has so many characters."""
        least = min(0, *amounts)
        figures = min(4_600, 250 * longest + 150)
        return cls(least, max(0, *amounts) - least or 1, _WHOLE - _LABEL - figures)

    def at(self, amount: int) -> int:
        return _LABEL + self.room * (amount - self.least) // self.span

    def bar(self, amount: int) -> tuple[str, str]:
        """Start and width of the bar of an amount."""
        start, end = sorted((self.at(0), self.at(amount)))
        width = max(end - start, _HAIRLINE if amount else 0)
        return _percent(end - width if amount < 0 else start), _percent(width)


def chart(table: Table, language: Language, currency: str, *, landscape: bool) -> Chart:
    """The chart of the partners of a statement as it is shown."""
    everyone = _partners(table)
    drawn = _largest(everyone)
    notes = [language.say("page.bars")]
    if len(drawn) < len(everyone):
        notes.append(language.say("page.chart_most", count=len(drawn), all=len(everyone)))
    amounts = [amount for partner in drawn for amount in partner.amounts]
    longest = max(len(language.figure(amount, table.decimals)) for amount in amounts)
    scale = _Scale.of(amounts, longest)
    maker = _Maker(table, language, currency, scale)
    pieces = list(_pieces(drawn, HEIGHTS[landscape]))
    drawings = tuple(maker.drawing(piece, at, len(pieces)) for at, piece in enumerate(pieces, 1))
    return Chart(tuple(notes), drawings)


def _partners(table: Table) -> list[_Partner]:
    ids = [column.id for column in table.columns]
    places = [ids.index(measure) for measure in MEASURES]
    return [
        _Partner(str(row.cells[0]), tuple(int(row.cells[place] or 0) for place in places))
        for row in table.rows
        if row.role == "partner"
    ]


def _largest(partners: list[_Partner]) -> list[_Partner]:
    """Those with the largest amounts, in the order of the file."""
    order = sorted(range(len(partners)), key=lambda at: -max(map(abs, partners[at].amounts)))
    return [partners[at] for at in sorted(order[:MOST_PARTNERS])]


def _pieces(partners: Sequence[_Partner], height: int) -> Iterator[Sequence[_Partner]]:
    """Runs of partners that fit the height."""
    first = taken = 0
    for at, partner in enumerate(partners):
        own = _height(_name_lines(partner.name)) + _GAP
        if taken + own > height:
            yield partners[first:at]
            first, taken = at, 0
        taken += own
    yield partners[first:]


def _height(name: Sequence[str]) -> int:
    """Pixels of a name and its bars."""
    return len(name) * _NAME_HEIGHT + len(MEASURES) * _BAR_PITCH


class _Maker(NamedTuple):
    """What all drawings of a chart share."""

    table: Table
    language: Language
    currency: str
    scale: _Scale

    def drawing(self, partners: Sequence[_Partner], place: int, count: int) -> Drawing:
        say = self.language.say
        title = say("page.chart")
        if count > 1:
            title = say("page.part", caption=title, place=place, count=count)
        groups = tuple(self._groups(partners))
        zero = _percent(self.scale.at(0))
        return Drawing(title, self._description(partners), groups[-1].bottom + 2, zero, groups)

    def _groups(self, partners: Sequence[_Partner]) -> Iterator[Group]:
        top = 0
        for partner in partners:
            lines = _name_lines(partner.name)
            name = tuple((top + (at + 1) * _NAME_HEIGHT - 4, line) for at, line in enumerate(lines))
            first = top + len(lines) * _NAME_HEIGHT
            bars = tuple(
                self._bar(measure, amount, first + at * _BAR_PITCH + _BAR_PITCH // 2)
                for at, (measure, amount) in enumerate(zip(MEASURES, partner.amounts, strict=True))
            )
            bottom = top + _height(lines)
            yield Group(name, bars, first, bottom)
            top = bottom + _GAP

    def _bar(self, measure: str, amount: int, middle: int) -> Bar:
        figure = self.language.figure(amount, self.table.decimals)
        word = self.language.column(measure)
        return Bar(measure, word, figure, middle, *self.scale.bar(amount))

    def _description(self, partners: Sequence[_Partner]) -> str:
        if len(partners) == 1:
            return self._of_one(partners[0])
        by_measure = zip(*(each.amounts for each in partners), strict=True)
        ranges = dict(zip(MEASURES, map(self._range, by_measure), strict=True))
        first, last = partners[0].name, partners[-1].name
        return self.language.say(
            "page.chart_all", count=len(partners), first=first, last=last, **ranges
        )

    def _of_one(self, partner: _Partner) -> str:
        """What one partner bears and receives, and what the difference means."""
        expenses, revenues, balance = partner.amounts
        places = {
            "name": partner.name,
            "expenses": self._money(expenses),
            "revenues": self._money(revenues),
        }
        difference = self._money(abs(balance))
        if balance < 0:
            return self.language.say("page.chart_pays", balance=difference, **places)
        if balance > 0:
            return self.language.say("page.chart_receives", balance=difference, **places)
        return self.language.say("page.chart_even", **places)

    def _range(self, amounts: Sequence[int]) -> str:
        low, high = self._money(min(amounts)), self._money(max(amounts))
        if low == high:
            return self.language.say("page.each", amount=low)
        return self.language.say("page.range", low=low, high=high)

    def _money(self, amount: int) -> str:
        return self.language.money(amount, self.table.decimals, self.currency)


def _name_lines(name: str) -> list[str]:
    """A name in lines that fit a telephone; a longer one is cut, the table has it whole."""
    return wrap(name, _NAME_LENGTH, max_lines=_NAME_LINES, placeholder="…") or [name]


def _percent(hundredths: int) -> str:
    """Hundredths of a percent as SVG writes them: `12.5%` as `12.50%`."""
    return f"{hundredths // 100}.{hundredths % 100:02}%"
