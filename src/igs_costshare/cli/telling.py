"""What is wrong with a call, in the words of the catalogue, and completion for shells.

All that leans on Typer beyond its documented interface stands here: its own copy of Click, with
the exceptions that a wrong call raises and the parser of a command, and its scripts for shells.
No text of Typer is read: what is wrong follows from the call and the parameters themselves.
`tests/test_telling.py` holds each sentence, and says what to do where a newer Typer changes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer._click.exceptions import BadOptionUsage, NoSuchOption
from typer._completion_shared import Shells, _get_shell_name, get_completion_script, install
from typer.core import TyperCommand, TyperGroup

from igs_costshare.cli.output import note
from igs_costshare.cli.parameters import COMPLETION, choices_of, name_of, takes_one
from igs_costshare.cli.reader import reader
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import Listed, Message, Toml, listed, say

_PROGRAM = "igs-costshare"
_COMPLETE = "_IGS_COSTSHARE_COMPLETE"
"""The variable by which a shell asks for what fits, as its script says."""


def faults(
    command: TyperCommand | TyperGroup,
    ctx: Any,
    given: Sequence[str],
    error: Exception | None = None,
) -> list[Problem]:
    """All that is wrong with the arguments of a command, and where its help is."""
    found = _unreadable(command, error)
    problems = [found] if found else list(_misfits(command, ctx, given, error))
    return [*problems[:-1], problems[-1]._replace(hint=_where_help_is(ctx.command_path))]


def no_command(name: str, known: Sequence[str], path: str) -> Problem:
    """That there is no command of that name, or that none was given."""
    near = get_close_matches(name, known)
    if near:
        message = say("usage.no_command_near", name=name, near=_quoted(near))
    elif name:
        message = say("usage.no_command", name=name)
    else:
        message = say("usage.no_command_given")
    return Problem(message, hint=_where_help_is(path))


def _where_help_is(path: str) -> Message:
    return say("usage.help", command=f"{path} --help")


def _unreadable(command: TyperCommand | TyperGroup, error: Exception | None) -> Problem | None:
    """What keeps the arguments from being read at all."""
    match error:
        case NoSuchOption(possibilities=near) if near:
            message = say("usage.no_option_near", near=_quoted(sorted(near)))
            return Problem(message, origin=error.option_name)
        case NoSuchOption():
            return Problem(say("usage.no_option"), origin=error.option_name)
        case BadOptionUsage():
            named = {name: param for param in command.params for name in param.opts}
            param: Any = named.get(error.option_name)
            needs = param is not None and not param.is_flag
            message = say("usage.no_value") if needs else say("usage.value")
            return Problem(message, origin=error.option_name)
        case _:
            return None


def _misfits(
    command: TyperCommand | TyperGroup, ctx: Any, given: Sequence[str], error: Exception | None
) -> Iterator[Problem]:
    """What is missing, stands there twice, is no value of an option, or is too much."""
    values, rest, order = command.make_parser(ctx).parse_args(args=list(given))
    language, found = reader(), False
    for param in command.params:
        origin = name_of(param, language)
        for message in _misfit(param, values.get(param.name), order.count(param)):
            found = True
            yield Problem(message, origin=origin)
    if rest and not ctx.allow_extra_args:
        found = True
        yield Problem(say("usage.extra", extra=" ".join(rest)))
    if not found:
        refused: Any = getattr(error, "param", None)
        origin = name_of(refused, language) if refused is not None else ""
        yield Problem(say("usage.not_valid"), origin=origin)


def _misfit(param: Any, value: Any, times: int) -> Iterator[Message]:
    """What is wrong with one parameter, whose value is as it was typed."""
    choices = choices_of(param)
    if param.required and value in (None, (), []):
        yield say("usage.missing")
    if times > 1 and takes_one(param):
        yield say("usage.twice")
    if choices and value is not None and value not in choices:
        yield say("usage.not_among", allowed=_quoted(choices), got=Toml(value))


def _quoted(names: Sequence[str]) -> Listed:
    return listed([f"`{name}`" for name in names], "or")


def complete(option: str, shell: str = "") -> None:
    """Show what a shell needs to complete commands, or install it; `shell` is this one if empty."""
    known = [each.value for each in Shells]
    asked = shell or _get_shell_name() or ""
    if asked not in known:
        hint = say("usage.no_shell_hint", option=option)
        message = say("usage.no_shell", shells=_quoted(known))
        raise InputError([Problem(message, origin=option, hint=hint)])
    if option == COMPLETION[0]:
        installed, path = install(shell=asked, prog_name=_PROGRAM, complete_var=_COMPLETE)
        note(say("usage.completes", shell=installed, file=str(path)))
    else:
        names = {"prog_name": _PROGRAM, "complete_var": _COMPLETE}
        typer.echo(get_completion_script(shell=asked, **names))
