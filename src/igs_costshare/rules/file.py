"""What a file must be before any other rule can judge it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.errors import dotted
from igs_costshare.messages import say
from igs_costshare.rules.rule import Case, Finding, Rule

_SOURCE = "docs/file.md"


def _told_before(case: Case) -> Iterator[Finding]:
    """Nothing: what is asked of files, not of what they say, is found elsewhere."""
    return iter(())


def _warnings(case: Case) -> Iterator[Finding]:
    """What `compute` warns of, in its words."""
    for problem in case.statement.warnings:
        if problem.origin:
            continue  # of the register, which has rules of its own
        message = say("problem.at", path=dotted(problem.path), message=problem.message)
        yield Finding(message, problem.path, problem.hint or None, problem.at_key)


INVALID = Rule(
    "invalid",
    "error",
    _SOURCE,
    say("rule.is_invalid"),
    _told_before,
)
EMPTY_FOLDER = Rule(
    "empty-folder",
    "warning",
    _SOURCE,
    say("rule.is_empty_folder"),
    _told_before,
)
DOUBTFUL = Rule(
    "doubtful",
    "warning",
    _SOURCE,
    say("rule.is_doubtful"),
    _warnings,
)
LOCK = Rule(
    "lock",
    "error",
    _SOURCE,
    say("rule.is_lock"),
    _told_before,
)
FILE: tuple[Rule, ...] = (INVALID, EMPTY_FOLDER, DOUBTFUL, LOCK)
