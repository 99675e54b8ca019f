"""The two sides of a difference: what is compared with what, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from igs_costshare.cli.mistakes import mistake, mistaken
from igs_costshare.cli.output import STANDARD
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.documents.difference import Standpoint
from igs_costshare.errors import visible
from igs_costshare.messages import say
from igs_costshare.reading import Reading, name_of
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import scenario_name


class Side(NamedTuple):
    """One of the two that are compared, as it is asked for."""

    file: str
    scenario: str | None
    settings: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the file is called, with what could not be shown or written made visible."""
        return visible(name_of(self.file))

    def heading(
        self,
        loaded: Reading | SavedStatement,
        other: str | None,
        language: Language,
        *,
        budget: bool,
    ) -> str:
        """What it is called above its column; `other` is the file of the other side, if any.

        `budget` where the other side is what is settled against it.
        """
        alike = other is not None and Path(other).name == Path(self.file).name
        parts = [] if other is None else [self.name if alike else Path(self.name).name]
        parts += map(visible, filter(None, [_scenario_of(loaded, language)]))
        # What is set stands among the causes, in words.
        parts += [language.say("compared.new")] if self.settings else []
        if parts:
            return ", ".join(parts)
        return language.say("compared.budget") if budget else language.say("compared.base")


def sides_of(
    a: str, b: str | None, scenarios: Sequence[str], settings: Sequence[str]
) -> tuple[Side, Side]:
    """What is compared with what; settings are laid over the second only."""
    most = 2
    if len(scenarios) > most:
        raise mistake("--scenario", say("usage.two_scenarios"))
    if b is None and not scenarios and not settings:
        raise mistaken("B", say("usage.nothing_to_compare"))
    if a == b == STANDARD:
        raise mistaken("B", say("usage.one_standard"))
    of_b = scenarios[-1] if scenarios else None
    of_a = of_b if b is not None else None
    if len(scenarios) == most:
        of_a = scenarios[0]
    return Side(a, of_a, ()), Side(b or a, of_b, tuple(settings))


def side_of_years(
    a: str,
    b: str | None,
    scenarios: Sequence[str],
    settings: Sequence[str],
    years: Sequence[int],
    *,
    due: bool,
) -> Side:
    """What has a plan, of which years are compared: a scenario and settings stand under both."""
    if b is not None or due:
        raise mistake("--year", say("usage.years_of_one_file"))
    if len(years) > len(("a", "b")):
        raise mistake("--year", say("usage.two_years"))
    if scenarios[1:]:
        raise mistake("--scenario", say("usage.one_scenario_of_years"))
    return Side(a, scenarios[0] if scenarios else None, tuple(settings))


def standpoints_of(
    sides: tuple[Side, Side],
    loaded: Sequence[Reading | SavedStatement],
    b: str | None,
    language: Language,
) -> tuple[Standpoint, Standpoint]:
    """What both sides are called once they are loaded; `b` is the second file, if any."""
    one, other = (
        Standpoint(
            side.name,
            _id_of(each),
            side.heading(each, b and rest.file, language, budget=_settles(each, counterpart)),
        )
        for side, rest, each, counterpart in zip(
            sides, sides[::-1], loaded, loaded[::-1], strict=True
        )
    )
    return one, other


def _settles(base: Reading | SavedStatement, other: Reading | SavedStatement) -> bool:
    """Whether the other side is what is settled of a description as it stands."""
    if isinstance(base, SavedStatement) or isinstance(other, SavedStatement):
        return False
    return other.source.scenario is not None and other.source.scenario == base.source.settled


def _id_of(loaded: Reading | SavedStatement) -> str | None:
    """The id of the scenario of a side."""
    return loaded.scenario if isinstance(loaded, SavedStatement) else loaded.source.scenario


def _scenario_of(loaded: Reading | SavedStatement, language: Language) -> str | None:
    """What people call the scenario of a side."""
    if isinstance(loaded, SavedStatement):
        return loaded.scenario
    chosen = loaded.source.chosen
    return None if chosen is None else scenario_name(chosen, language)
