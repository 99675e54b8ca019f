"""What a file must be before any other rule can judge it."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.language import Language, Words
from igs_costshare.rules.rule import Case, Finding, Rule

_SOURCE = "docs/format.md"


def _told_before(case: Case, language: Language) -> Iterator[Finding]:
    """Nothing: what is asked of files, not of what they say, is found elsewhere."""
    return iter(())


def _warnings(case: Case, language: Language) -> Iterator[Finding]:
    """What `compute` warns of, in its words."""
    for problem in case.statement.warnings:
        yield Finding(problem.sentence(), problem.path, problem.hint, problem.at_key)


INVALID = Rule(
    "invalid",
    "error",
    _SOURCE,
    Words(
        "het bestand kan gelezen en berekend worden, ook in elk scenario",
        "the file can be read and computed, also in each scenario",
    ),
    _told_before,
)
EMPTY_FOLDER = Rule(
    "empty-folder",
    "warning",
    _SOURCE,
    Words(
        "een map die nagekeken wordt, bevat een beschrijving",
        "a folder that is checked holds a description",
    ),
    _told_before,
)
DOUBTFUL = Rule(
    "doubtful",
    "warning",
    _SOURCE,
    Words(
        "de berekening geeft geen waarschuwing",
        "the computation gives no warning",
    ),
    _warnings,
)
LOCK = Rule(
    "lock",
    "error",
    _SOURCE,
    Words(
        "het bestand geeft nog de bedragen die `freeze` ernaast vastlegde",
        "the file still gives the amounts that `freeze` kept beside it",
    ),
    _told_before,
)
FILE: tuple[Rule, ...] = (INVALID, EMPTY_FOLDER, DOUBTFUL, LOCK)
