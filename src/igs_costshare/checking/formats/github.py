"""Commands of GitHub Actions: an annotation at the line of each finding.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.checking.formats import ReportOptions
from igs_costshare.checking.report import Report, Told
from igs_costshare.errors import visible
from igs_costshare.wording.problems import hint_of


def render(reports: Sequence[Report], options: ReportOptions) -> str:
    """A line for each finding; nothing where all is well."""
    lines = (_command(report.file, each, options) for report in reports for each in report.findings)
    return "".join(f"{line}\n" for line in lines)


def _command(file: str, told: Told, options: ReportOptions) -> str:
    properties = {"file": (told.elsewhere(file) or file).replace("\\", "/")}
    if place := told.problem.place:
        properties["line"] = str(place.line)
        if place.column:
            properties["col"] = str(place.column)
    properties["title"] = told.rule
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = visible(options.language.tell(told.problem.message))
    if told.problem.hint:
        text += f"\n{hint_of(told.problem.hint, options.language)}"
    return f"::{told.severity} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
