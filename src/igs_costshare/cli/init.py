"""`igs-costshare init`: a commented starter file."""

from enum import StrEnum
from typing import Annotated

import typer

from igs_costshare.cli.output import Output, deliver, language_of_user, refuse_to_replace
from igs_costshare.wording.language import Lang


class Template(StrEnum):
    """The starter files there are."""

    CRISIS_HOUSING = "crisis-housing"
    YOUTH_WORK = "youth-work"
    DUES = "dues"


def init(
    template: Annotated[
        Template, typer.Argument(help="Which starter file.")
    ] = Template.CRISIS_HOUSING,
    output: Output = None,
    lang: Annotated[
        Lang | None, typer.Option(help="Language of the comments; default: your locale.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Give a commented starter file to fill in.

    Example: igs-costshare init youth-work --output network.toml
    """
    from igs_costshare.wording.templates import template_text

    if not force:
        refuse_to_replace(output)
    deliver(template_text(template, lang or language_of_user()).encode(), output)
