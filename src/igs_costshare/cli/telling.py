"""The command line in the language of whoever types: help, and what is wrong with a call.

All that leans on Typer beyond its documented interface stands here: its own copy of Click, with
the exceptions that a wrong call raises and the commands that know their options.
`tests/test_telling.py` holds each sentence, and says what to do where a newer Typer changes one.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from igs_costshare.errors import Problem
from igs_costshare.messages import Message, Toml, listed, say
from igs_costshare.wording.catalogue import area
from igs_costshare.wording.language import Language

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

PROGRAM = "igs-costshare"
_WIDEST = 80
_NARROWEST = 40
_COLUMN = 26
"""Where the explanation of an option begins."""

_NO_COMMAND = re.compile(
    r"No such command '(?P<name>.*)'\.(?: Did you mean (?P<near>.*)\?)?", re.DOTALL
)
_NOT_AMONG = re.compile(r"(?:Value error, )?'(?P<got>.*)' is not one of .*", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra arguments? ?\(?s?\)? ?\((?P<extra>.*)\)", re.DOTALL)
_NEEDS = "requires"
"""What tells, of the two things wrong with an option, that its value is missing."""
# gettext in Typer may translate these by the locale: we ask it not to (see `cli.main`).


def problem_of(error: UsageError) -> Problem:
    """What is wrong with a call, and where help is."""
    path = error.ctx.command_path if error.ctx else PROGRAM
    hint = say("usage.help", command=f"{path} --help")
    message, origin = _told(error)
    return Problem(message, hint=hint, origin=origin)


def _told(error: UsageError) -> tuple[Message, str]:
    """The message, and the option or argument that it is about."""
    match error:
        case MissingParameter():
            return say("usage.missing"), _name_of(error)
        case NoSuchOption(possibilities=near) if near:
            return say("usage.no_option_near", near=_quoted(near)), error.option_name
        case NoSuchOption():
            return say("usage.no_option"), error.option_name
        case BadOptionUsage(option_name=name, message=text):
            return say("usage.no_value") if _NEEDS in text else say("usage.value"), name
        case BadParameter(message=text):
            return _bad_value(error, text), _name_of(error)
        case _:
            return _of_command(error.message), ""


def _bad_value(error: BadParameter, text: str) -> Message:
    descriptor = getattr(error.param, "type_descriptor", None)
    found = _NOT_AMONG.fullmatch(text)
    if found and descriptor is not None and descriptor.choices:
        allowed = [str(each.value) for each in descriptor.choices]
        return say("usage.not_among", allowed=_quoted(allowed), got=Toml(found["got"]))
    return say("usage.not_valid", reason=text)


def _of_command(text: str) -> Message:
    """What is wrong with the command itself, or with what stands behind it."""
    if found := _NO_COMMAND.fullmatch(text):
        if found["near"]:
            near = re.findall(r"'([^']*)'", found["near"])
            return say("usage.no_command_near", name=found["name"], near=_quoted(near))
        return say("usage.no_command", name=found["name"])
    if found := _EXTRA.fullmatch(text):
        return say("usage.extra", extra=found["extra"])
    return say("usage.no_command_given") if "Missing" in text else say("usage.other", reason=text)


def _quoted(names: Sequence[str]) -> Any:
    return listed([f"`{name}`" for name in names], "or")


def _name_of(error: BadParameter) -> str:
    """The option as it is typed, or the argument as help calls it."""
    if error.param is None:
        return ""
    if error.param.param_type_name == "option":
        return str(error.param.opts[0])
    return str(error.param.metavar or error.param.name).strip("[]")


def help_text(command: TyperCommand | TyperGroup, ctx: Context, language: Language) -> str:
    """The help of a command, or of the program, as long as the terminal is wide."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    return "\n".join(_help_lines(command, ctx, language, width))


def _help_lines(
    command: TyperCommand | TyperGroup, ctx: Context, language: Language, width: int
) -> Iterator[str]:
    name = "program" if isinstance(command, TyperGroup) else str(command.name)
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    options = [each for each in command.params if isinstance(each, TyperOption)]
    operands = " ".join(_operand(each, language) for each in arguments)
    if isinstance(command, TyperGroup):
        operands = language.say("usage.operands")
    usage = language.say("usage.usage", command=ctx.command_path, operands=operands)
    yield from textwrap.wrap(usage, width, subsequent_indent="  ")
    for paragraph in language.text("help", name).split("\n"):
        yield ""
        yield from textwrap.wrap(paragraph, width, break_on_hyphens=False)
    yield from _section(
        language.say("usage.arguments"),
        [(_operand(each, language), _meaning(name, each, language)) for each in arguments],
        width,
    )
    help_option = ("--help", language.text("help", "*.help"))
    rows = [(_option(each, language), _meaning(name, each, language)) for each in options]
    yield from _section(language.say("usage.options"), [*rows, help_option], width)
    if isinstance(command, TyperGroup):
        summaries = [
            (each, language.text("help", each).partition("\n")[0]) for each in command.commands
        ]
        yield from _section(language.say("usage.commands"), summaries, width)


def _section(heading: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """A heading, and under it what each name stands for."""
    if not rows:
        return
    yield ""
    yield f"{heading}:"
    column = min(_COLUMN, 4 + max(len(name) for name, _ in rows))
    for name, meaning in rows:
        first = f"  {name}".ljust(column)
        if len(first) > column or first[-2:].strip():
            yield f"  {name}"
            first = " " * column
        yield from textwrap.wrap(
            meaning,
            width,
            initial_indent=first,
            subsequent_indent=" " * column,
            break_on_hyphens=False,
        )


def _operand(argument: TyperArgument, language: Language) -> str:
    """An argument as the line of usage shows it: `BESTAND`, `[BESTAND]`."""
    own = str(argument.metavar or argument.name).strip("[]")
    choices = argument.type_descriptor.choices
    name = "|".join(str(each.value) for each in choices) if choices else _metavar(own, language)
    several = "…" if argument.nargs != 1 else ""
    return f"{name}{several}" if argument.required else f"[{name}{several}]"


def _option(option: TyperOption, language: Language) -> str:
    """An option with what it takes: `--lang nl|en|fr`, `--output BESTAND`."""
    name = ", ".join(option.opts)
    if option.is_flag:
        return name
    choices = option.type_descriptor.choices
    if choices:
        return f"{name} {'|'.join(str(each.value) for each in choices)}"
    return f"{name} {_metavar(str(option.metavar or 'FILE'), language)}"


def _metavar(name: str, language: Language) -> str:
    """What stands for a value: `FILE`, in the language."""
    return language.text("metavar", name)


def _meaning(command: str, parameter: TyperArgument | TyperOption, language: Language) -> str:
    """What a parameter is for: of this command, or of every command that has it."""
    own = f"{command}.{parameter.name}"
    known = area(language.code, "help")
    text = language.text("help", own if own in known else f"*.{parameter.name}")
    default = parameter.default
    if default is None or isinstance(default, bool) or not getattr(default, "value", default):
        return text
    shown = str(getattr(default, "value", default))
    return f"{text} {language.say('usage.default', value=shown)}"


def classes(language: Language) -> tuple[type[TyperCommand], type[TyperGroup]]:
    """The command and the program with their help in a language."""

    class Command(TyperCommand):
        """A command whose help comes from the catalogue."""

        def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
            formatter.write(f"{help_text(self, ctx, language)}\n")

    class Group(TyperGroup):
        """The program, whose help comes from the catalogue."""

        def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
            formatter.write(f"{help_text(self, ctx, language)}\n")

    return Command, Group
