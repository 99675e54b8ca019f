"""`igs-costshare check`: whether descriptions hold what was agreed."""

from collections.abc import Iterator
from typing import Annotated

import typer

from igs_costshare.checking.formats import CheckFormat, ReportOptions, rendered
from igs_costshare.checking.report import FOUND, HOLDS
from igs_costshare.cli.mistakes import mistake, mistaken, refuse
from igs_costshare.cli.options import AskedLang, Output, Scenario, Settings, Strict
from igs_costshare.cli.output import (
    STANDARD,
    deliver,
    is_standard,
    refuse_to_overwrite,
    refuse_to_overwrite_all,
)
from igs_costshare.cli.parameters import among
from igs_costshare.cli.reader import code_of_user
from igs_costshare.errors import InputError
from igs_costshare.messages import say
from igs_costshare.wording.catalogue import DEFAULT
from igs_costshare.wording.language import language


def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH")] = None,
    format: Annotated[CheckFormat, typer.Option(metavar=among(CheckFormat))] = CheckFormat.TEXT,
    output: Output = None,
    lang: AskedLang = None,
    strict: Strict = False,
    against: Annotated[str | None, typer.Option(metavar="FILE")] = None,
    scenario: Scenario = None,
    settings: Settings = None,
    update: Annotated[bool, typer.Option("--update")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    exclude: Annotated[list[str] | None, typer.Option(metavar="PATTERN")] = None,
    list_rules: Annotated[bool, typer.Option("--list-rules")] = False,
) -> None:
    """Check agreed figures, limits and the legal form.

    Silent, with exit code 0, when all is well.

    Example: igs-costshare check network.toml --format junit --output report.xml
    """
    from igs_costshare.checking.discovery import descriptions
    from igs_costshare.checking.earlier import earlier_statement
    from igs_costshare.checking.judgement import Asked
    from igs_costshare.checking.outcome import checked, updated
    from igs_costshare.cli.judging import (
        drafted,
        listed_rules,
        locks_near,
        outcomes,
        tell_changes,
        tell_count,
    )
    from igs_costshare.files import Drafts
    from igs_costshare.reading.overrides import settings_from

    shown = language(lang or (code_of_user() if format.for_people else DEFAULT))
    if list_rules:
        deliver(listed_rules(shown), output)
        return
    refuse(_contradictions(paths, settings, exclude, update=update, dry_run=dry_run))
    settings_from(settings or ())  # a faulty one is told once, not for every file
    if against is not None:
        refuse_to_overwrite(output, against, what=say("output.earlier"))
        refuse_to_overwrite_all(output, against)
    earlier = None if against is None else earlier_statement(against)
    asked = Asked(shown, tuple(settings or ()), scenario, earlier)
    found = [*descriptions(paths or (), exclude or ())]
    refuse_to_overwrite_all(output, *(each.file for each in found), settings=settings or ())
    refuse_to_overwrite(output, *locks_near(found), what=say("output.lock"))
    judged = [*outcomes(found, asked, updated if update else checked)]
    if dry_run:
        tell_changes(judged, dry_run=True)
    with Drafts() as drafts:
        if update and not dry_run:
            judged = [drafted(each, drafts) for each in judged]
        reports = [outcome.report for outcome in judged]
        # Only once the report is where it should be does a file change.
        deliver(rendered(reports, format, ReportOptions(strict, shown)), output)
        drafts.put_in_place()
    if not dry_run:
        tell_changes(judged, dry_run=False)
    if format.for_people or not is_standard(output):
        tell_count(found)
    codes = [report.code(strict=strict) for report in reports]
    if dry_run:
        codes += [FOUND for outcome in judged if outcome.changes]
    raise typer.Exit(max(codes, default=HOLDS))


def _contradictions(
    paths: list[str] | None,
    settings: list[str] | None,
    exclude: list[str] | None,
    *,
    update: bool,
    dry_run: bool,
) -> Iterator[InputError]:
    """What is missing, and which options do not go together."""
    if not paths:
        yield mistaken("PATH", say("usage.no_path"))
    if "" in (exclude or ()):
        yield mistake("--exclude", say("usage.fits_nothing"))
    if dry_run and not update:
        yield mistake("--dry-run", say("usage.goes_with", option="--update"))
    if update and settings:
        yield mistake("--update", say("usage.set_with_update"))
    if update and STANDARD in (paths or ()):
        yield mistake("--update", say("usage.not_rewritten"))
