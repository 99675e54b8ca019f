"""The commands, each in a module of its own; what they share is in `output` and `options`."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from igs_costshare.cli.commands import Command, Program
from igs_costshare.cli.options import AskedLang

COMMANDS = (
    "compute",
    "plan",
    "stays",
    "settle",
    "nota",
    "letters",
    "next",
    "fill",
    "explain",
    "compare",
    "fair",
    "advise",
    "diff",
    "sweep",
    "solve",
    "check",
    "freeze",
    "verify",
    "init",
    "schema",
)
"""In the order of the help; each is a function of that name, in a module of that name."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The program with the command that the arguments begin with; with all where it is none.

    Typer looks at every option of every command that it knows, which takes longer than to compute.
    """
    app = typer.Typer(
        cls=Program,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(common)
    asked = arguments[:1]
    for name in asked if set(asked) & set(COMMANDS) else COMMANDS:
        module = import_module(f"igs_costshare.cli.{name}")
        app.command(cls=Command)(getattr(module, name))
    return app


def _version(asked: bool) -> None:
    if asked:
        from igs_costshare import __version__

        typer.echo(f"igs-costshare {__version__}")
        raise typer.Exit


def common(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
    lang: AskedLang = None,
) -> None:
    """Options of the program as a whole; its language is that of the command."""
    if lang is not None:
        context.default_map = {command: {"lang": lang} for command in COMMANDS}
