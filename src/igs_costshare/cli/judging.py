"""Many files judged one after the other: how far it is, what is rewritten, what is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from igs_costshare.checking.discovery import Found
from igs_costshare.checking.judgement import Asked, unusable
from igs_costshare.checking.outcome import Outcome
from igs_costshare.checking.report import Report, Told
from igs_costshare.cli.output import talk
from igs_costshare.cli.progress import in_progress
from igs_costshare.cli.reader import reader
from igs_costshare.errors import InputError, dotted, visible
from igs_costshare.files import Drafts
from igs_costshare.messages import say
from igs_costshare.rules import RULES
from igs_costshare.rules.file import EMPTY_FOLDER
from igs_costshare.wording.language import Language

_MANY = 25
"""Files from which on a terminal shows how far it is."""


def outcomes(
    found: Sequence[Found], asked: Asked, judge: Callable[[str, Asked], Outcome]
) -> Iterator[Outcome]:
    """What becomes of each file; a terminal shows how far it is with many of them."""
    told = reader().say("output.checking")
    for each in in_progress(found, len(found), told, long=len(found) >= _MANY):
        if each.obstacle is None:
            yield judge(each.file, asked)
        elif each.obstacle.severity == "warning":
            yield Outcome(Report(each.file, (Told(EMPTY_FOLDER.id, each.obstacle),)))
        else:
            yield Outcome(unusable(each.file, InputError([each.obstacle])))


def drafted(outcome: Outcome, drafts: Drafts) -> Outcome:
    """The outcome, with what has changed ready to be put in its place.

    Where the file could not be written, it is unusable.
    """
    if outcome.changes:
        try:
            drafts.add(Path(outcome.report.file), outcome.data, rewritten=True)
        except InputError as error:
            return Outcome(unusable(outcome.report.file, error))
    return outcome


def tell_changes(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    """Which figures were rewritten, or would be."""
    language = reader()
    for outcome in outcomes:
        for change in outcome.changes:
            path, before, after = dotted(change.path), change.before, change.after
            told = (
                say("output.would_change", path=path, before=before, after=after)
                if dry_run
                else say("output.changed", path=path, before=before, after=after)
            )
            talk(visible(f"{outcome.report.file}:{change.line}: {language.tell(told)}"))


def locks_near(found: Sequence[Found]) -> Iterator[str]:
    """The locks in the folders of the files, none of which a report may replace."""
    for folder in dict.fromkeys(Path(each.file).parent for each in found):
        with suppress(OSError):  # a folder that cannot be opened has been told
            yield from map(str, folder.glob("*.lock"))


def tell_count(found: Sequence[Found]) -> None:
    """How many files were checked, for who sits at a terminal; a script hears nothing."""
    if sys.stderr and sys.stderr.isatty():
        count = sum(each.obstacle is None for each in found)
        talk(reader().say("output.checked", count=count))


def listed_rules(language: Language) -> bytes:
    """Every rule: its id, severity, what must hold, and where that comes from."""
    weight = {"error": language.say("problem.error"), "warning": language.say("problem.warning")}
    told = (
        f"{rule.id} ({weight[rule.severity]})\n"
        f"    {language.tell(rule.summary)}\n    {rule.source}\n"
        for rule in RULES
    )
    return "".join(told).encode()
