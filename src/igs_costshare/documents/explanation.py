"""The explanation of figures as a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.explaining.steps import Cell, ExplainedRow, Explanation, Input, Results, Step
from igs_costshare.messages import Message
from igs_costshare.wording.figures import exact_text
from igs_costshare.wording.language import Language
from igs_costshare.wording.problems import origin_text
from igs_costshare.wording.tables import Table

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""


class StepTeller:
    """Tells the parts of an explanation in a language."""

    def __init__(self, language: Language, currency: str) -> None:
        self._language, self._currency = language, currency

    def step(self, step: Step) -> str:
        """The sentence of a step."""
        return self.sentence(step, step.results)

    def sentence(self, step: Step, results: Results) -> str:
        """The sentence of a step of which the results are known."""
        return self._language.tell(step.message(results, self._currency))

    def name(self, name: Message | str) -> str:
        """What a row or a column is called."""
        return self._language.tell(name)

    def amount(self, cell: Cell) -> str:
        """A figure as people read it."""
        return self._language.write(cell.amount(self._currency))

    def headed(self, cell: Cell) -> str:
        """A figure under its name: `Balance: € -5,054.50`."""
        return self._language.say(
            "value.labelled", label=self.name(cell.heading), text=self.amount(cell)
        )


class ExplanationDocument:
    """How figures arise, as lists of steps under the title of the network."""

    def __init__(
        self, explanation: Explanation, language: Language, *, short: bool = False
    ) -> None:
        """`short` tells people what decides each figure, and not what that rests on in turn."""
        self.explanation, self.short = explanation, short
        self._language, self._tell = language, StepTeller(language, explanation.currency)
        self._texts: dict[int, str] = {}

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        return self.explanation.title

    def parts(self) -> Iterator[Part]:
        """The pool, the first row figure by figure, and the other rows, each in one list."""
        first, *others = self.explanation.rows
        cells, name = first.cells, self._tell.name(first.name)
        if len(cells) == 1:
            heading = f"{name}, {self._tell.headed(cells[0])}"
            yield Listing((Item(heading, self._items(cells[0].steps)),))
            return
        yield Notes((name,))
        for cell in cells:
            yield Listing((self._cell(cell),))
        if self.explanation.pool is not None:
            yield Listing((self._cell(self.explanation.pool),))
        for row in others:
            yield Listing((Item(self._tell.name(row.name), tuple(map(self._cell, row.cells))),))
        if self.short:
            yield Notes((self._language.say("statement.explained_short"),))

    def table(self) -> Table:
        """No table: an explanation is a tree."""
        raise TypeError("an explanation is no table")

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        explained = self.explanation
        return {
            "format": FORMAT,
            "title": explained.title,
            "currency": explained.currency,
            "scenario": explained.scenario,
            "pool": None if explained.pool is None else self._cell_data(explained.pool),
            "rows": [self._row_data(row) for row in explained.rows],
        }

    def _cell(self, cell: Cell) -> Item:
        return Item(self._tell.headed(cell), self._items(cell.steps))

    def _items(self, steps: tuple[Step, ...]) -> tuple[Item, ...]:
        return tuple(map(self._item, steps))

    def _input(self, given: Input) -> Item:
        """A value of the description that a step rests on, and where it was given."""
        origin = origin_text(given.origin, self._language)
        return Item(f"← {origin}: {given.path} = {given.value}" if given.line else f"← {origin}")

    def _item(self, step: Step) -> Item:
        """A step, with the lines of the file that it rests on, and the steps inside it."""
        if self.short:
            return Item(self._text(step, step.results))
        inputs = tuple(map(self._input, step.inputs))
        text = self._text(step, step.results)
        return Item(text, (*inputs, *self._items(step.steps)))

    def _text(self, step: Step, results: Results) -> str:
        """The sentence of a step; of one that many figures share, told once."""
        if id(step) not in self._texts:
            self._texts[id(step)] = self._tell.sentence(step, results)
        return self._texts[id(step)]

    def _row_data(self, row: ExplainedRow) -> dict[str, Any]:
        cells = [self._cell_data(cell) for cell in row.cells]
        return {"id": row.id, "name": self._tell.name(row.name), "cells": cells}

    def _cell_data(self, cell: Cell) -> dict[str, Any]:
        return {
            "id": cell.id,
            "heading": self._tell.name(cell.heading),
            "amount": exact_text(cell.value, 0 if cell.id == "units" else 2),
            "steps": [self._step_data(step) for step in cell.steps],
        }

    def _step_data(self, step: Step) -> dict[str, Any]:
        results = step.results
        amount = results.get("amount")
        return {
            "kind": step.kind,
            "text": self._text(step, results),
            "amount": None if amount is None else exact_text(amount, 2),
            "inputs": [each._asdict() for each in step.inputs],
            "steps": [self._step_data(inner) for inner in step.steps],
        }
