"""Text: each finding in the form of every other message; nothing where all is well."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.checking.formats import Options
from igs_costshare.checking.report import Report, Told
from igs_costshare.rules.file import INVALID


def render(reports: Sequence[Report], options: Options) -> str:
    """Every finding with its place, its rule, the line of the file and the way out."""
    told = [_text(each) for report in reports for each in report.findings]
    return "\n\n".join(told) + "\n" if told else ""


def _text(told: Told) -> str:
    """The message of a rule after its id; that of a fault in the file as any command tells it."""
    problem = told.problem
    named = problem.message if told.rule == INVALID.id else f"{told.rule}: {problem.message}"
    return problem._replace(message=named, path=()).text()
