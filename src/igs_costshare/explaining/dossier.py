"""What every part of an explanation looks into: the statement, its record, the file, the words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import compress

from igs_costshare.computing.record import Record
from igs_costshare.computing.statement import Line, Row, Statement
from igs_costshare.description.contributions import Scoped
from igs_costshare.errors import Path, dotted, visible
from igs_costshare.explaining.leftovers import Leftovers
from igs_costshare.explaining.steps import Cell, Input, Share, Step
from igs_costshare.explaining.words import Words
from igs_costshare.money import Division, Exact
from igs_costshare.reading.description import value_at
from igs_costshare.reading.source import Source
from igs_costshare.sharing.models import taking_part
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import line_heading

_CENT = Decimal("0.01")
_SHOWN = 60
"""Characters of a value that an explanation quotes."""


class Dossier:
    """A statement with all that explains it.

    `brief` leaves out inputs and inner steps; with `once` the share in the pool is explained for
    the first line of the pool only.
    """

    def __init__(
        self,
        statement: Statement,
        source: Source | None,
        language: Language,
        *,
        brief: bool = False,
        once: bool = False,
    ) -> None:
        if statement.record is None:
            raise TypeError("the statement has no record; `compute` makes one that has")
        self.statement = statement
        self.record: Record = statement.record
        self.budget = self.record.budget
        self.network = self.budget.network
        self.sources = self.network.lines
        self.source = source
        self.language = language
        self.words = Words(language, statement.currency)
        self.brief, self.once = brief, once
        # What is told for every partner, worked out once.
        self.told_shares: dict[int, Share] = {}
        self.told_totals: dict[str, Step] = {}
        self.told_effects: dict[int, Step] = {}
        self._parts: dict[tuple[int, ...], tuple[bool, ...]] = {}
        self._sums: dict[tuple[str, int], Fraction] = {}
        self._inputs: dict[Path, tuple[Input, ...]] = {}
        self._leftovers: dict[str, Leftovers] = {}
        self.unit = Fraction(statement.unit)
        self.ids = tuple(row.id for row in statement.partners)
        self.names = tuple(row.name for row in statement.partners)

    @cached_property
    def lines(self) -> dict[str, Line]:
        """The lines of the statement by id."""
        return {line.id: line for line in self.statement.lines}

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each partner stands."""
        return {id: at for at, id in enumerate(self.ids)}

    # ------------------------------------------------------------ steps

    def step(
        self,
        kind: str,
        value: Fraction | None = None,
        inputs: Sequence[Input] = (),
        steps: Sequence[Step] = (),
        /,
        **places: str,
    ) -> Step:
        """The step of that kind; `{amount}` in its sentence is the value."""
        amount = "" if value is None else self.money(value)
        text = self.words.say(kind, amount=amount, **places)
        if self.brief:
            return Step(kind, text, value, amount)
        return Step(kind, text, value, amount, tuple(inputs), tuple(steps))

    def cell(self, id: str, units: int, steps: Sequence[Step]) -> Cell:
        """A figure of the statement, in units of rounding, and how it arises."""
        value = units * self.unit
        return Cell(id, self.heading(id), value, self.money(value), tuple(steps))

    def heading(self, id: str) -> str:
        """What a column is called."""
        if id in self.lines:
            return line_heading(id, self.lines[id].label, self.language)
        entry = self.sources.get(id) or self.network.subsidy.get(id)
        if entry is not None:
            return entry.label or id
        return self.language.column(id)

    def name_of(self, row: Row) -> str:
        """What a row is called."""
        return row.name or self.language.column(row.id)

    # ------------------------------------------------------------ figures

    def money(self, amount: Fraction) -> str:
        """An exact amount as people read it."""
        return self.words.money(amount)

    def in_currency(self, exact: Exact, position: int) -> Fraction:
        """An exact amount of a line in the currency."""
        return exact.at(position) * self.unit

    @property
    def rounding_places(self) -> dict[str, str]:
        """How sentences call the step of rounding."""
        unit = self.money(self.unit)
        if self.statement.unit == _CENT:
            cents = self.words.say("cents")
            return {"unit": unit, "steps": cents, "to": self.words.say("the_cent")}
        return {"unit": unit, "steps": self.words.say("steps", unit=unit), "to": unit}

    def leftovers(self, id: str, division: Division) -> Leftovers:
        """What rounding down leaves of a line."""
        if id not in self._leftovers:
            self._leftovers[id] = Leftovers(division, self.names, self.words)
        return self._leftovers[id]

    # ------------------------------------------------------------ who takes part

    def part(self, *scopes: Scoped | None) -> tuple[bool, ...]:
        """Who takes part, found once for all partners."""
        asked = tuple(map(id, scopes))
        if asked not in self._parts:
            self._parts[asked] = taking_part(self.network, *scopes)
        return self._parts[asked]

    def total(self, key: str, part: Sequence[bool]) -> Fraction:
        """The figures of all who take part, as `part` gives them, added up once."""
        if (key, id(part)) not in self._sums:
            figures = self.budget.figures[key]
            taken = sum(compress(figures.numerators, part))
            self._sums[key, id(part)] = Fraction(taken, figures.denominator)
        return self._sums[key, id(part)]

    # ------------------------------------------------------------ inputs

    def inputs(self, *paths: Path) -> tuple[Input, ...]:
        """The values that the description states at these paths, in that order."""
        if self.source is None or self.brief:
            return ()
        found: list[Input] = []
        for path in paths:
            if path not in self._inputs:
                self._inputs[path] = self._input(self.source, path)
            found += self._inputs[path]
        return tuple(found)

    def _input(self, source: Source, path: Path) -> tuple[Input, ...]:
        value = value_at(source.description, path)
        if value is None:
            return ()
        origin = source.origin(path)
        if origin.line is not None:
            # Of a list that a scenario has shortened, the file knows what was taken away.
            value = value_at(source.whole, origin.path)
        name = visible(origin.name)
        return (Input(dotted(origin.path), toml_text(value), name, origin.line),)

    # ------------------------------------------------------------ what any entry may have

    def basis(self, path: Path, entry: object) -> list[Step]:
        """Where an entry was agreed, as it says itself."""
        basis = getattr(entry, "basis", None)
        if not basis:
            return []
        return [self.step("basis", None, self.inputs((*path, "basis")), basis=basis)]

    def scope(self, path: Path, scope: Scoped) -> list[Step]:
        """Who takes part, where an entry limits it."""
        stated = scope.only if scope.only is not None else scope.except_
        if stated is None:
            return []
        named = set(stated)
        kind = "only" if scope.only is not None else "except"
        names = [self.names[self.places[id]] for id in self.ids if id in named]
        inputs = self.inputs((*path, kind))
        return [self.step(kind, None, inputs, names=self.words.listed(names))]


def toml_text(value: object) -> str:
    """A value as TOML writes it, cut off where it is long.

    >>> toml_text(84500), toml_text(Decimal("0.20")), toml_text("units"), toml_text({"a": 1})
    ('84_500', '0.20', '"units"', '{ a = 1 }')
    """
    text = _toml(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _toml(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", "_")
    if isinstance(value, int):
        return f"{value:_}"
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"'
