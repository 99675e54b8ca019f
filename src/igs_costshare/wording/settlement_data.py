"""The settlement as the objects of JSON and of a lock, whatever the language of the reader."""

from __future__ import annotations

from typing import Any

from igs_costshare.settling.settled import Settled, SettledRow
from igs_costshare.wording.data import code_of
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import told_together
from igs_costshare.wording.tables import plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""


def settlement_data(settled: Settled) -> dict[str, Any]:
    """The settlement as the objects of JSON, in the shape of `docs/commands.md`."""
    return {
        "format": FORMAT,
        "title": settled.title,
        "year": settled.year,
        "scenario": None if settled.scenario is None else settled.scenario.id,
        **kept_data(settled),
        "warnings": [*told_together(settled.warnings, english(), every=True)],
    }


def kept_data(settled: Settled) -> dict[str, Any]:
    """The rows, who pays whom and the reserve, of which a lock keeps all."""
    account, course = english().say("settling.account"), settled.reserve

    def amount(minor: int) -> str:
        return plain_amount(minor, settled.decimals)

    def figures(row: SettledRow) -> dict[str, str]:
        return {id: amount(each) for id, each in row.columns.items()}

    return {
        "rows": [
            {"id": row.id, "name": row.name or account, **code_of(row), **figures(row)}
            for row in settled.rows
        ],
        "total": figures(settled.total),
        "transfers": [
            {
                "from": each.payer,
                "to": each.taker,
                "amount": amount(each.amount),
            }
            for each in settled.transfers
        ],
        "reserve": None
        if course is None
        else {
            "opening": amount(course.opening),
            "change": amount(course.change),
            "closing": amount(course.closing),
        },
    }
