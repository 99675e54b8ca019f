"""Options that are given twice: a mistake, of which the last would win in silence."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand


class OnceCommand(TyperCommand):
    """A command whose options are given once, except for those that take several values.

    Switches such as `--strict` say the same twice.
    """

    # Contexts and parameters are of other classes with each version of Typer.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; `typer.BadParameter` for an option that stands there again."""
        order: list[Any] = self.make_parser(ctx).parse_args(args=list(args))[2]
        given: set[str | None] = set()
        for param in order:
            again = param.name in given and not param.multiple
            if again and param.param_type_name == "option" and not param.is_flag:
                reason = "is given more than once, and takes one value"
                raise typer.BadParameter(reason, ctx=ctx, param=param)
            given.add(param.name)
        return super().parse_args(ctx, args)
