"""The statement as the objects of JSON and of a lock, whatever the language of the reader."""

from __future__ import annotations

from typing import Any

from igs_costshare.computing.statement import Row, Statement
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import told_together
from igs_costshare.wording.sentences import fte_text
from igs_costshare.wording.tables import Coded, plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""


def code_of(row: Coded) -> dict[str, str]:
    """The NIS code of a partner that has one, as a key of its object."""
    return {"nis": row.nis} if row.nis else {}


def statement_data(statement: Statement) -> dict[str, Any]:
    """The statement as the objects of JSON, in the shape of `docs/statement.md`."""

    def amount(units: int) -> str:
        return plain_amount(statement.minor(units), statement.decimals)

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
            {"id": each.id, "name": each.name, **code_of(each), **row(each)}
            for each in statement.partners
        ],
        "reserve": None if statement.reserve is None else row(statement.reserve),
        "total": row(statement.total),
        "warnings": [*told_together(statement.warnings, english(), every=True)],
    }
