"""JSON: every file with its findings, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from igs_costshare.checking.formats import ReportOptions
from igs_costshare.checking.report import HOLDS, Report, Told
from igs_costshare.errors import visible


def render(reports: Sequence[Report], options: ReportOptions) -> str:
    """The shape of `docs/commands.md`, indented, with the characters as they are."""
    good = {report.file: report.code(strict=options.strict) == HOLDS for report in reports}
    files = [
        {
            "file": visible(report.file),
            "ok": good[report.file],
            "findings": [
                {
                    "rule": each.rule,
                    "severity": each.severity,
                    "message": visible(options.language.tell(each.problem.message)),
                    "line": each.line,
                    **_elsewhere(each, report),
                }
                for each in report.findings
            ],
        }
        for report in reports
    ]
    return (
        json.dumps({"ok": all(good.values()), "files": files}, indent=2, ensure_ascii=False) + "\n"
    )


def _elsewhere(told: Told, report: Report) -> dict[str, str]:
    """The register that a finding stands in, where it is not the file itself."""
    file = told.elsewhere(report.file)
    return {} if file is None else {"file": visible(file)}
