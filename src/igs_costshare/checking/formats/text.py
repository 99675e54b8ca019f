"""Text: each finding in the form of every other message; nothing where all is well."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.checking.formats import ReportOptions
from igs_costshare.checking.report import Report, Told
from igs_costshare.messages import say
from igs_costshare.rules.file import INVALID
from igs_costshare.wording.language import Language
from igs_costshare.wording.problems import problem_text


def render(reports: Sequence[Report], options: ReportOptions) -> str:
    """Every finding with its place, its rule, the line of the file and the way out."""
    told = [_text(each, options.language) for report in reports for each in report.findings]
    return "\n\n".join(told) + "\n" if told else ""


def _text(told: Told, language: Language) -> str:
    """The message of a rule after its id; that of a fault in the file as any command tells it."""
    problem = told.problem
    if told.rule != INVALID.id:
        problem = problem._replace(
            message=say("problem.at", path=told.rule, message=problem.message)
        )
    return problem_text(problem._replace(path=()), language)
