"""What an option or an argument takes, as Typer knows it and as people see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from igs_costshare.wording.language import Language

COMPLETION = ("--install-completion", "--show-completion")
"""The options of Typer by which a shell learns to complete."""
_OR = "|"


def among(values: Iterable[str]) -> str:
    """The values that an option may have, as help shows them: `cent|euro`."""
    return _OR.join(values)


# Parameters are of other classes with each version of Typer.
def choices_of(param: Any) -> list[str]:
    """The values that a parameter may have; none where it takes any."""
    return str(param.metavar).split(_OR) if _OR in str(param.metavar) else []


def takes_one(param: Any) -> bool:
    """Whether a parameter is an option with one value."""
    return bool(is_option(param) and not param.is_flag and not param.multiple)


def is_option(param: Any) -> bool:
    """Whether it is an option, and no argument."""
    return bool(param.param_type_name == "option")


def metavar_of(param: Any, language: Language) -> str:
    """What stands for the value: `BESTAND`, or the values themselves."""
    if choices_of(param):
        return str(param.metavar)
    return language.text("metavar", str(param.metavar))


def name_of(param: Any, language: Language) -> str:
    """The option as it is typed, or the argument as help calls it."""
    if is_option(param):
        return str(param.opts[0])
    if choices_of(param):
        return language.text("metavar", str(param.name).upper())
    return metavar_of(param, language)
