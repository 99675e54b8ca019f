"""TOML text to nested tables of exact values, or the one place where it stops being TOML."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from igs_costshare.errors import Problem


class NotToml(ValueError):
    """The text is not TOML; `problem` says why and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def from_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text; numbers with a point are `Decimal`, exactly as written."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        from igs_costshare.reading.syntax import syntax_problem

        raise NotToml(syntax_problem(str(error), text)) from None
    except RecursionError:
        raise NotToml(Problem("lists or tables are nested too deeply to read")) from None
    except (ValueError, InvalidOperation):
        # Python refuses whole numbers of over 4,300 digits, and exponents of over 18.
        from igs_costshare.reading.syntax import enormous_number

        raise NotToml(enormous_number(text)) from None
