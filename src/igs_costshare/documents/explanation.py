"""The explanation of figures as a document."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.explaining.steps import Cell, Explanation, Row, Step
from igs_costshare.wording.figures import decimals_of
from igs_costshare.wording.tables import Table

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""


class ExplanationDocument:
    """How figures arise, as lists of steps under the title of the network."""

    def __init__(self, explanation: Explanation) -> None:
        self.explanation = explanation

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        return self.explanation.title

    def parts(self) -> Iterator[Part]:
        """The pool, the first row figure by figure, and the other rows, each in one list."""
        first, *others = self.explanation.rows
        cells = first.cells
        if len(cells) == 1:
            only = f"{first.name}, {_headed(cells[0])}"
            yield Listing((Item(only, _items(cells[0].steps)),))
            return
        yield Notes((first.name,))
        for cell in cells:
            yield Listing((_cell(cell),))
        if self.explanation.pool is not None:
            yield Listing((_cell(self.explanation.pool),))
        for row in others:
            yield Listing((Item(row.name, tuple(map(_cell, row.cells))),))

    def table(self) -> Table:
        """No table: an explanation is a tree."""
        raise TypeError("an explanation is no table")

    def data(self) -> dict[str, Any]:
        """The shape of `docs/format.md`."""
        explained = self.explanation
        return {
            "format": FORMAT,
            "title": explained.title,
            "currency": explained.currency,
            "scenario": explained.scenario,
            "pool": None if explained.pool is None else _cell_data(explained.pool),
            "rows": [_row_data(row) for row in explained.rows],
        }


def _headed(cell: Cell) -> str:
    return f"{cell.heading}: {cell.amount}"


def _cell(cell: Cell) -> Item:
    return Item(_headed(cell), _items(cell.steps))


def _items(steps: tuple[Step, ...]) -> tuple[Item, ...]:
    return tuple(_item(step) for step in steps)


def _item(step: Step) -> Item:
    """A step, with the lines of the file that it rests on, and the steps inside it."""
    inputs = tuple(
        Item(f"← {each.origin}: {each.path} = {each.value}" if each.line else f"← {each.origin}")
        for each in step.inputs
    )
    return Item(step.text, (*inputs, *_items(step.steps)))


def _row_data(row: Row) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "cells": [_cell_data(cell) for cell in row.cells]}


def _cell_data(cell: Cell) -> dict[str, Any]:
    return {
        "id": cell.id,
        "heading": cell.heading,
        "amount": exact_text(cell.value, 0 if cell.id == "units" else 2),
        "steps": [_step_data(step) for step in cell.steps],
    }


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "text": step.text,
        "amount": None if step.value is None else exact_text(step.value, 2),
        "inputs": [each._asdict() for each in step.inputs],
        "steps": [_step_data(inner) for inner in step.steps],
    }


def exact_text(number: Fraction, least: int) -> str:
    """An exact number: a decimal with at least so many decimals, or a fraction.

    >>> exact_text(Fraction(8450), 2), exact_text(Fraction(1, 8), 2), exact_text(Fraction(1, 3), 2)
    ('8450.00', '0.125', '1/3')
    """
    ends = decimals_of(number.denominator)
    if ends is None:
        return f"{number.numerator}/{number.denominator}"
    decimals = max(least, ends)
    digits = f"{abs(int(number * 10**decimals)):0{decimals + 1}}"
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
