"""The commands, each in a module of its own; what they share is in `output` and `options`."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from igs_costshare.cli.once import OnceCommand

COMMANDS = (
    "compute",
    "explain",
    "compare",
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
        help="Share the costs of intermunicipal cooperation, exact to the cent.\n\n"
        "Start with `igs-costshare init --output network.toml`, then "
        "`igs-costshare compute network.toml`.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(common)
    asked = arguments[:1]
    for name in asked if set(asked) & set(COMMANDS) else COMMANDS:
        module = import_module(f"igs_costshare.cli.{name}")
        app.command(cls=OnceCommand)(getattr(module, name))
    return app


def _version(asked: bool) -> None:
    if asked:
        from igs_costshare import __version__

        typer.echo(f"igs-costshare {__version__}")
        raise typer.Exit


def common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options of the program as a whole."""
