"""`igs-costshare init`: a commented starter file."""

from enum import StrEnum
from typing import Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import AskedLang, Force, Output
from igs_costshare.cli.output import deliver, refuse_to_overwrite, refuse_to_replace
from igs_costshare.cli.parameters import among
from igs_costshare.cli.reader import code_of_user
from igs_costshare.messages import say


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
    partners: Annotated[str | None, typer.Option("--partners", metavar="DATA")] = None,
    output: Output = None,
    lang: AskedLang = None,
    force: Force = False,
) -> None:
    """Give a commented starter file to fill in.

    Example: igs-costshare init youth-work --output network.toml
    """
    if partners is not None and template is not Template.CRISIS_HOUSING:
        raise mistake("--partners", say("usage.no_template"))
    if not force:
        refuse_to_replace(output)
    if partners is not None:
        from igs_costshare.filling.starter import starter
        from igs_costshare.reading.text import bytes_of, name_of
        from igs_costshare.wording.language import language

        refuse_to_overwrite(output, partners, what=say("output.data"))
        words = language(lang or code_of_user())
        text = starter(bytes_of(partners), name_of(partners), words)
        deliver(text.encode(), output)
        return
    from igs_costshare.wording.templates import template_text

    deliver(template_text(template, lang or code_of_user()).encode(), output)
