"""JUnit XML, as GitLab and Jenkins show it: a suite for each file, a case for each finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from igs_costshare.checking.formats import ReportOptions
from igs_costshare.checking.report import Report, Told
from igs_costshare.errors import visible
from igs_costshare.wording.problems import problem_text

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have, not even escaped."""


def render(reports: Sequence[Report], options: ReportOptions) -> str:
    """The document; a warning that does not count stands in the output of a case that passes."""
    suites = Element("testsuites", name="igs-costshare check")
    for report in reports:
        suite = SubElement(suites, "testsuite", name=_text(report.file))
        for told in report.findings:
            _finding(suite, report, told, options)
        if not report.findings:
            _case(suite, report, "holds")
        _count(suite)
    _count(suites)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _finding(suite: Element, report: Report, told: Told, options: ReportOptions) -> None:
    message = _text(options.language.tell(told.problem.message))
    case = _case(suite, report, f"{told.rule}: {message}")
    # The message stands in an attribute, on one line; the lines of the file in the text.
    text = "\n".join(map(_text, problem_text(told.problem, options.language).split("\n")))
    if told.severity == "warning" and not options.strict:
        SubElement(case, "system-out").text = text
    else:
        kind = "failure" if report.usable else "error"
        SubElement(case, kind, message=message, type=told.rule).text = text


def _case(suite: Element, report: Report, name: str) -> Element:
    file = _text(report.file)
    return SubElement(suite, "testcase", classname=_class(file), name=name, file=file)


def _class(file: str) -> str:
    """The file as a class, which Jenkins groups by all before the last point: by its folder.

    >>> _class("budgets/v1.2/crisis.2026.toml"), _class("/network.toml"), _class(".")
    ('budgets.v1_2.crisis_2026', 'network', 'igs-costshare')
    """
    named = re.sub(r"\.toml$", "", file, flags=re.IGNORECASE)
    parts = (part.replace(".", "_") for part in re.split(r"[/\\]", named) if part.strip("."))
    return ".".join(parts) or "igs-costshare"


def _count(holder: Element) -> None:
    """Say how many cases there are, and how many of them fail."""
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        holder.set(name, str(sum(1 for _ in holder.iter(tag))))


def _text(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", visible(text))
