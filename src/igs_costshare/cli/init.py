"""`igs-costshare init`: a commented starter file."""

from enum import StrEnum
from typing import Annotated

import typer

from igs_costshare.cli.options import AskedLang, Force, Output
from igs_costshare.cli.output import deliver, refuse_to_replace
from igs_costshare.cli.parameters import among
from igs_costshare.cli.reader import code_of_user


class Template(StrEnum):
    """The starter files there are."""

    CRISIS_HOUSING = "crisis-housing"
    YOUTH_WORK = "youth-work"
    DUES = "dues"
    SETTLEMENT = "settlement"


def init(
    template: Annotated[
        Template, typer.Argument(metavar=among(Template))
    ] = Template.CRISIS_HOUSING,
    output: Output = None,
    lang: AskedLang = None,
    force: Force = False,
) -> None:
    """Give a commented starter file to fill in.

    Example: igs-costshare init youth-work --output network.toml
    """
    from igs_costshare.wording.templates import template_text

    if not force:
        refuse_to_replace(output)
    deliver(template_text(template, lang or code_of_user()).encode(), output)
