"""The commands, each in a module of its own; what they share is in `output`."""

from typing import Annotated

import typer

from igs_costshare.cli.check import check
from igs_costshare.cli.compare import compare
from igs_costshare.cli.compute import compute
from igs_costshare.cli.diff import diff
from igs_costshare.cli.explain import explain
from igs_costshare.cli.freeze import freeze
from igs_costshare.cli.init import init
from igs_costshare.cli.schema import schema
from igs_costshare.cli.solve import solve
from igs_costshare.cli.sweep import sweep
from igs_costshare.cli.verify import verify

app = typer.Typer(
    help="Share the costs of intermunicipal cooperation, exact to the cent.\n\n"
    "Start with `igs-costshare init --output network.toml`, then "
    "`igs-costshare compute network.toml`.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(compute)
app.command()(explain)
app.command()(compare)
app.command()(diff)
app.command()(sweep)
app.command()(solve)
app.command()(check)
app.command()(freeze)
app.command()(verify)
app.command()(init)
app.command()(schema)


def _version(asked: bool) -> None:
    if asked:
        from igs_costshare import __version__

        typer.echo(f"igs-costshare {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options of the program as a whole."""
