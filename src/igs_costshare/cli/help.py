"""The help of the program and its commands, from the catalogue."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from igs_costshare.cli.parameters import is_option, metavar_of
from igs_costshare.wording.catalogue import area
from igs_costshare.wording.language import Language

_WIDEST = 80
_NARROWEST = 40
_COLUMN = 26
"""Where the explanation of an option begins."""
_GAP = 2
_ANY = "*"
"""In the place of the command, for what holds for every command."""
PROGRAM = "program"
"""In the place of the command, for the program itself."""


def help_text(command: TyperCommand | TyperGroup, path: str, language: Language) -> str:
    """The help of a command, or of the program, as wide as the terminal is."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    return "".join(f"{line}\n" for line in _lines(command, path, language, width))


def summary(name: str, language: Language) -> str:
    """What a command does, in a sentence."""
    return language.text("help", name).partition("\n")[0]


def meaning(command: str, name: str, language: Language) -> str:
    """What a parameter is for: of this command, or of every command that has it."""
    own = f"{command}.{name}"
    return language.text("help", own if own in area(language.code, "help") else f"{_ANY}.{name}")


def _lines(
    command: TyperCommand | TyperGroup, path: str, language: Language, width: int
) -> Iterator[str]:
    group = isinstance(command, TyperGroup)
    name = PROGRAM if group else str(command.name)
    arguments = [each for each in command.params if not is_option(each)]
    operands = " ".join(_operand(each, language) for each in arguments)
    if group:
        operands = language.say("usage.operands")
    usage = language.say("usage.usage", command=path, operands=operands).rstrip()
    yield from textwrap.wrap(usage, width, subsequent_indent="  ")
    for paragraph in language.text("help", name).split("\n"):
        yield ""
        yield from textwrap.wrap(paragraph, width, break_on_hyphens=False)
    rows = [(_operand(each, language), _explained(name, each, language)) for each in arguments]
    yield from _section(language.say("usage.arguments"), rows, language, width)
    options = [each for each in command.params if is_option(each)]
    rows = [(_option(each, language), _explained(name, each, language)) for each in options]
    own = ("--help", meaning(name, "help", language))
    yield from _section(language.say("usage.options"), [*rows, own], language, width)
    if isinstance(command, TyperGroup):
        rows = [(each, summary(each, language)) for each in command.commands]
        yield from _section(language.say("usage.commands"), rows, language, width)


def _section(
    heading: str, rows: Sequence[tuple[str, str]], language: Language, width: int
) -> Iterator[str]:
    """A heading, and under it what each name stands for."""
    if not rows:
        return
    yield ""
    yield language.say("usage.section", heading=heading)
    column = min(_COLUMN, 2 * _GAP + max(len(name) for name, _ in rows))
    for name, text in rows:
        first = f"{' ' * _GAP}{name}"
        if len(first) > column - _GAP:
            yield first
            first = ""
        yield from textwrap.wrap(
            text,
            width,
            initial_indent=first.ljust(column),
            subsequent_indent=" " * column,
            break_on_hyphens=False,
        )


def _operand(argument: Any, language: Language) -> str:
    """An argument as the line of usage shows it: `BESTAND`, `[BESTAND]`."""
    several = "…" if argument.nargs != 1 else ""
    name = f"{metavar_of(argument, language)}{several}"
    return name if argument.required else f"[{name}]"


def _option(option: Any, language: Language) -> str:
    """An option with what it takes: `--lang en|fr|nl`, `--output BESTAND`."""
    name = ", ".join(option.opts)
    return name if option.is_flag else f"{name} {metavar_of(option, language)}"


def _explained(command: str, param: Any, language: Language) -> str:
    """What a parameter is for, and its value where it is not given."""
    text = meaning(command, param.name, language)
    default = getattr(param.default, "value", param.default)
    if isinstance(default, str) and default:
        return f"{text} {language.say('usage.default', value=default)}"
    return text
