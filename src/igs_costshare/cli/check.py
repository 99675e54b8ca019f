"""`igs-costshare check`: whether descriptions hold what was agreed."""

from typing import Annotated

import typer

from igs_costshare.checking.formats import CheckFormat, Options, rendered
from igs_costshare.checking.report import FOUND, HOLDS
from igs_costshare.cli.options import Scenario, Settings
from igs_costshare.cli.output import (
    STANDARD,
    Output,
    deliver,
    is_standard,
    language_of_user,
    refuse_to_overwrite,
)
from igs_costshare.wording.language import LANGUAGES, Lang


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Descriptions, or folders of them; - reads stdin."),
    ] = None,
    format: Annotated[CheckFormat, typer.Option(help="How findings are told.")] = CheckFormat.TEXT,
    output: Output = None,
    lang: Annotated[
        Lang | None, typer.Option(help="Default: your locale for text, en for the others.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as well.")] = False,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Earlier description, or saved JSON statement, for max_increase of [limits].",
        ),
    ] = None,
    scenario: Scenario = None,
    settings: Settings = None,
    update: Annotated[
        bool, typer.Option("--update", help="Rewrite the figures in [expected] that differ.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --update: only show; 1 if it would change.")
    ] = False,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN", help="Leave out files and folders like this, as old*; repeatable."
        ),
    ] = None,
    list_rules: Annotated[
        bool, typer.Option("--list-rules", help="Print every rule with its source.")
    ] = False,
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

    language = LANGUAGES[lang or (language_of_user() if format is CheckFormat.TEXT else Lang.EN)]
    if list_rules:
        deliver(listed_rules(language), output)
        return
    _refuse_what_contradicts(paths, settings, exclude, update=update, dry_run=dry_run)
    settings_from(settings or ())  # a faulty one is told once, not for every file
    if against is not None:
        refuse_to_overwrite(output, against, what="the earlier statement")
    earlier = None if against is None else earlier_statement(against)
    asked = Asked(language, tuple(settings or ()), scenario, earlier)
    found = [*descriptions(paths or (), exclude or ())]
    refuse_to_overwrite(output, *(each.file for each in found))
    refuse_to_overwrite(output, *locks_near(found), what="a lock")
    judged = [*outcomes(found, asked, updated if update else checked)]
    if dry_run:
        tell_changes(judged, language, dry_run=True)
    with Drafts() as drafts:
        if update and not dry_run:
            judged = [drafted(each, drafts) for each in judged]
        reports = [outcome.report for outcome in judged]
        # Only once the report is where it should be does a file change.
        deliver(rendered(reports, format, Options(strict, language)), output)
        drafts.put_in_place()
    if not dry_run:
        tell_changes(judged, language, dry_run=False)
    if format is CheckFormat.TEXT or not is_standard(output):
        tell_count(found, language)
    codes = [report.code(strict=strict) for report in reports]
    if dry_run:
        codes += [FOUND for outcome in judged if outcome.changes]
    raise typer.Exit(max(codes, default=HOLDS))


def _refuse_what_contradicts(
    paths: list[str] | None,
    settings: list[str] | None,
    exclude: list[str] | None,
    *,
    update: bool,
    dry_run: bool,
) -> None:
    if not paths:
        raise typer.BadParameter("name a file or a folder", param_hint="'PATH'")
    if "" in (exclude or ()):
        raise typer.BadParameter("is empty, which fits nothing", param_hint="'--exclude'")
    if dry_run and not update:
        raise typer.BadParameter("goes with --update", param_hint="'--dry-run'")
    if update and settings:
        raise typer.BadParameter(
            "the figures of a file are those without --set", param_hint="'--update'"
        )
    if update and STANDARD in paths:
        raise typer.BadParameter("standard input cannot be rewritten", param_hint="'--update'")
