"""JSON: the statement for programs; amounts are strings, so that no cent is lost."""

from __future__ import annotations

import json
from typing import Any

from igs_costshare.render import Options
from igs_costshare.render.csv import plain_amount
from igs_costshare.sentences import fte_text
from igs_costshare.statement import Row, Statement
from igs_costshare.tables import decimals_of, minor_units

FORMAT = 1
"""The version of the shape; it goes up when a key changes its meaning."""


def render(statement: Statement, options: Options) -> str:
    """The shape of `docs/format.md`, indented, with the characters as they are."""
    return json.dumps(as_json(statement), indent=2, ensure_ascii=False) + "\n"


def as_json(statement: Statement) -> dict[str, Any]:
    """The statement as the objects of JSON."""
    step, decimals = minor_units(statement.unit), decimals_of(statement.unit)

    def amount(units: int) -> str:
        return plain_amount(step * units, decimals)

    def row(each: Row) -> dict[str, Any]:
        return {
            "units": each.units,
            "cells": {
                line.id: amount(cell)
                for line, cell in zip(statement.lines, each.cells, strict=True)
            },
            "expenses": amount(each.expenses),
            "revenues": amount(each.revenues),
            "balance": amount(each.balance),
        }

    return {
        "format": FORMAT,
        "title": statement.title,
        "year": statement.year,
        "currency": statement.currency,
        "scenario": None if statement.scenario is None else statement.scenario.id,
        "unit": str(statement.unit),
        "fte": None if statement.fte is None else fte_text(statement.fte),
        "pool": {
            "total": amount(statement.pool.total),
            "lines": [
                {"id": line.id, "kind": line.kind, "total": amount(line.total)}
                for line in statement.pool.lines
            ],
        },
        "lines": [
            {
                "id": line.id,
                "kind": line.kind,
                "rounding": line.rounding,
                "label": line.label or line.id,
                "total": amount(line.total),
            }
            for line in statement.lines
        ],
        "partners": [
            {"id": each.id, "name": each.name, **row(each)} for each in statement.partners
        ],
        "reserve": None if statement.reserve is None else row(statement.reserve),
        "total": row(statement.total),
        "warnings": [problem.sentence() for problem in statement.warnings],
    }
