"""The program and its commands as Typer runs them, with words of our own.

What Typer says of a wrong call, and its help, give way to the catalogue; `telling` and `help` make
the words, and are imported when there is something to tell.
"""

from __future__ import annotations

from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from igs_costshare.cli.parameters import COMPLETION, takes_one
from igs_costshare.errors import InputError

# Typer exports the errors of usage under the name of one of them only.
WrongUsage = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])


# Contexts and parameters are of other classes with each version of Typer.
class Command(TyperCommand):
    """A command whose options are given once, except for those that take several values.

    Of an option that stands there twice the last would win in silence; switches such as `--strict`
    say the same twice.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; `InputError` with all that is wrong with them."""
        given = list(args)
        try:
            rest = super().parse_args(ctx, args)
        except WrongUsage as error:
            from igs_costshare.cli.telling import faults

            raise InputError(faults(self, ctx, given, error)) from None
        self._refuse_twice(ctx, given)
        return rest

    def _refuse_twice(self, ctx: Any, given: list[str]) -> None:
        order: list[Any] = self.make_parser(ctx).parse_args(args=list(given))[2]
        names = [param.name for param in order if takes_one(param)]
        if len(set(names)) < len(names):
            from igs_costshare.cli.telling import faults

            raise InputError(faults(self, ctx, given))

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does, for a shell that completes its name."""
        from igs_costshare.cli.help import summary
        from igs_costshare.cli.reader import reader

        return summary(str(self.name), reader())

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the catalogue."""
        formatter.write(_help(self, ctx))


class Program(TyperGroup):
    """The program, which runs one of its commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what stands in front of the command; without any argument there is help."""
        given = list(args)
        if ctx.resilient_parsing:  # a shell asks what fits
            return super().parse_args(ctx, args)
        if not given:
            from igs_costshare.cli.output import talk

            talk(_help(self, ctx).removesuffix("\n"))
            raise typer.Exit(2)
        if given[0] in COMPLETION:
            from igs_costshare.cli.telling import complete

            complete(*given[:2])
            raise typer.Exit
        try:
            return super().parse_args(ctx, args)
        except WrongUsage as error:
            from igs_costshare.cli.telling import faults

            raise InputError(faults(self, ctx, given, error)) from None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of that name; `InputError` where there is none."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            self._refuse(ctx, args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; `InputError` where none is given."""
        try:
            return super().invoke(ctx)
        except WrongUsage:
            return self._refuse(ctx, "")

    def _refuse(self, ctx: Any, name: str) -> None:
        from igs_costshare.cli.telling import no_command

        raise InputError([no_command(name, list(self.commands), ctx.command_path)]) from None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the catalogue."""
        formatter.write(_help(self, ctx))


def _help(command: Command | Program, ctx: Any) -> str:
    from igs_costshare.cli.help import help_text
    from igs_costshare.cli.reader import reader

    return help_text(command, ctx.command_path, reader())
