"""Figures along a range, as the objects of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from igs_costshare.varying.sweep import Sweep, SweepStep, SweptColumn
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.tables import plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
VALUES = ("value", "value2")
"""What the numbers that vary are called, in JSON and CSV."""


def sweep_data(sweep: Sweep, steps: Sequence[SweepStep]) -> dict[str, Any]:
    """The ranges, and for each step its values and a cell for each column."""
    base = sweep.base
    return {
        "format": FORMAT,
        "title": base.title,
        "year": base.year,
        "currency": base.currency,
        "scenario": None if base.scenario is None else base.scenario.id,
        "vary": [
            {
                "path": vary.text,
                "from": decimal_text(vary.range.first),
                "to": decimal_text(vary.range.last),
                "step": decimal_text(vary.range.step),
            }
            for vary in sweep.varies
        ],
        "steps": [_step(step, sweep) for step in steps],
    }


def _step(step: SweepStep, sweep: Sweep) -> dict[str, Any]:
    values = dict(zip(VALUES, map(decimal_text, step.values), strict=False))
    if step.amounts is None:
        return {**values, "cells": None}
    cells = zip(sweep.columns, step.amounts, strict=True)
    return {**values, "cells": {each.id: _plain(cell, each, sweep) for each, cell in cells}}


def _plain(cell: int | None, column: SweptColumn, sweep: Sweep) -> str | None:
    """A figure as a decimal; null where the statement has none."""
    if cell is None:
        return None
    return plain_amount(cell, column.figure.measure.places(sweep.decimals))
