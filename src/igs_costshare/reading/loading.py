"""TOML → Network, or every problem with its place."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.checks import faults, warnings
from igs_costshare.computing.statement import Named, Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, Problem, cut_off, first_few, gathered
from igs_costshare.messages import say
from igs_costshare.reading.alternatives import misused_alternatives
from igs_costshare.reading.columns import unknown_expectations, unknown_settled
from igs_costshare.reading.description import (
    ABSENT,
    SETTLEMENT,
    Description,
    table_at,
    value_at,
)
from igs_costshare.reading.extent import too_large, too_many_scenarios
from igs_costshare.reading.faults import validated
from igs_costshare.reading.in_kind import in_kind_by_nobody
from igs_costshare.reading.overrides import Arguments, Setting
from igs_costshare.reading.presence import faults_of_presence
from igs_costshare.reading.references import (
    broken_references,
    unknown_in_order,
    unknown_key_words,
)
from igs_costshare.reading.registers import filled_in_by_hand, registered
from igs_costshare.reading.settings import Settings, settings_of
from igs_costshare.reading.source import Source
from igs_costshare.reading.text import bytes_of, name_of, text_of
from igs_costshare.reading.toml import NotToml
from igs_costshare.reading.years import faults_of_plan

if TYPE_CHECKING:
    from igs_costshare.staying.register import Register


class Reading(NamedTuple):
    """A sound network, and the source that places what is said of it later."""

    network: Network
    source: Source
    register: Register | None = None
    """Who stayed where, one by one; None where the description has no register."""

    def statement(self) -> Statement:
        """What is computed from it, under the name of its scenario."""
        from igs_costshare.computing.engine import compute, compute_later

        later = self.source.year is not None and not self.source.layers[-1].overlay
        made = compute_later(self.network) if later else compute(self.network)
        return replace(
            made, scenario=self.source.chosen, warnings=(*made.warnings, *self.of_register())
        )

    def of_register(self) -> tuple[Problem, ...]:
        """What deserves a look in the register; nothing where there is none."""
        if self.register is None:
            return ()
        from igs_costshare.staying.absent import register_warnings

        return register_warnings(self.register, self.network)


def read(
    path: str | os.PathLike[str], *, settings: Settings = (), scenario: str | None = None
) -> Network:
    """The network of a file (`-` is standard input), in a scenario, under settings.

    Settings are a dict of values by path, `{"fte.cost": 90_000}`, or a list of such pairs; later
    ones count. Raises `InputError` with every problem: of the file system, of TOML, of fields and
    references (those of every scenario), and then of figures. Raises `TypeError` for settings
    that are something else, binary floats among them.
    """
    return load(path, settings_of(settings), scenario).network


def parse(
    text: str,
    name: str = "<text>",
    *,
    settings: Settings = (),
    scenario: str | None = None,
) -> Network:
    """The network of a TOML text; `name` is how problems call it. For the rest as `read`."""
    return load_text(text, name, settings_of(settings), scenario).network


def load(
    path: str | os.PathLike[str], settings: Arguments = (), scenario: str | None = None
) -> Reading:
    """As `read`, with the source."""
    name = name_of(path)
    return load_text(text_of(bytes_of(path), name), name, settings, scenario)


def from_tables(description: Description) -> Network:
    """The network of tables that were a description's, in a scenario perhaps, when it was read.

    Raises `InputError`, without places, where they are none today.
    """
    network, problems = fields_of_description(description)
    if network is not None and not problems:
        problems = faults(network, partners_left=True)
    if network is None or problems:
        raise InputError(problems)
    return network


def load_text(
    text: str, name: str, settings: Arguments = (), scenario: str | None = None
) -> Reading:
    """As `parse`, with the source."""
    return _readings([source_of(text, name, settings, scenario)])[0]


def load_every(
    path: str | os.PathLike[str], settings: Sequence[str] = (), scenarios: Sequence[str] = ()
) -> tuple[Reading, ...]:
    """As `load`, for the description as it stands and then for each of its scenarios.

    Where `scenarios` names some of them, for those only.
    """
    name = name_of(path)
    return load_text_every(text_of(bytes_of(path), name), name, settings, scenarios)


def under(reading: Reading, settings: Sequence[Setting]) -> Reading:
    """The same text and scenario with further settings laid over it. Raises `InputError`."""
    source = reading.source
    return _readings([source.variant(source.scenario, (*source.settings, *settings))])[0]


def sound_variants(reading: Reading) -> tuple[tuple[Reading, ...], tuple[Named | None, ...]]:
    """The same text as it stands and in each scenario, under the same settings.

    What cannot be computed is no problem of the reading that was asked for: it is left out, and
    named after the others (None: the text as it stands).
    """
    source = reading.source
    sound: list[Reading] = []
    left_out: list[Named | None] = []
    for scenario in (None, *source.scenarios):
        variant = source.variant(scenario, source.settings)
        network, problems = fields_of_description(variant.description)
        problems += variant.problems
        readings = []
        if network is not None and not problems:
            with gathered(problems):
                readings.append(figured(network, variant, problems))
        if problems:
            left_out.append(variant.chosen)
        else:
            sound += readings
    return tuple(sound), tuple(left_out)


def warned(readings: Sequence[Reading]) -> tuple[Problem, ...]:
    """What deserves a look in any of the readings, with its place, each once.

    What is told of one form of a text is not told again of another.
    """
    known: set[tuple[str, Problem]] = set()
    told: list[Problem] = []
    for reading in readings:
        network, source, _ = reading
        found = [
            each
            for each in warnings(network)
            if (source.name, each) not in known or source.brings(each.path)
        ]
        known |= {(source.name, each) for each in found}
        told += source.located(found)
        told += reading.of_register()
    return tuple(dict.fromkeys(told))


def load_text_every(
    text: str, name: str, settings: Arguments = (), scenarios: Sequence[str] = ()
) -> tuple[Reading, ...]:
    """As `load_every`, of a text."""
    base = source_of(text, name, settings, None)
    chosen = [each for each in base.scenarios if each in scenarios or not scenarios]
    unknown = [each for each in scenarios if each not in base.scenarios]
    variants = (base.variant(scenario, base.settings) for scenario in (*unknown, *chosen))
    return _readings([base, *variants])


def source_of(
    text: str, name: str, settings: Arguments = (), scenario: str | None = None
) -> Source:
    """The source of a text; raises `InputError` for what is no TOML, or too large."""
    try:
        source = Source.of(text.removeprefix("\ufeff"), name, settings, scenario)
    except NotToml as error:
        raise InputError([error.problem._replace(origin=name)]) from None
    too_many = [*too_many_scenarios(source.whole)]
    if too_many:
        raise InputError(source.located(too_many))
    return source


def _readings(asked: Sequence[Source]) -> tuple[Reading, ...]:
    """The sound networks of variants of one text.

    The faults of fields and references are told for every scenario of the file, those of figures
    for the variants that are asked for.
    """
    variants = {source.scenario: source for source in asked}
    networks: dict[str | None, Network] = {}
    told: list[Problem] = []
    of_base: list[Problem] = []
    for scenario in (None, *asked[0].scenarios):
        variant = variants.get(scenario) or asked[0].variant(scenario)
        network, problems = fields_of_description(variant.description)
        problems += filled_in_by_hand(variant.whole_year)
        problems += faults_of_plan(variant.description)
        problems += faults_of_presence(variant.whole_year)
        problems += unknown_in_order(variant.whole_year)
        if scenario is None:
            problems += unknown_settled(variant.description)
            problems += unknown_key_words(variant.description)
        told += _own(variant, [*variant.problems, *problems], of_base)
        of_base = problems if scenario is None else of_base
        if network is not None and scenario in variants:
            networks[scenario] = network
    readings: list[Reading] = []
    of_base = []
    for source in [] if told else asked:
        problems = []
        with gathered(told):
            readings.append(figured(networks[source.scenario], source, problems))
        told += _own(source, problems, of_base)
        of_base = problems if source.scenario is None else of_base
    if told:
        raise InputError(cut_off(asked[0].in_order(told), asked[0].name))
    return tuple(readings)


def figured(network: Network, source: Source, problems: list[Problem]) -> Reading:
    """The reading of sound fields, with its register; what its figures leave is added to problems.

    Raises `InputError` for what is wrong with the register.
    """
    reading = Reading(*registered(network, source))
    problems += faults(reading.network, partners_left=source.partners_left)
    is_settled = source.year is None and source.scenario in (None, source.settled)
    if not problems and not source.settings and is_settled:
        problems += [*keeper_is_gone(source), *payers_off(reading)]
    return reading


def keeper_is_gone(source: Source) -> Iterator[Problem]:
    """Who keeps the account of a year in which it is not there."""
    path = (SETTLEMENT, "account")
    keeper = value_at(source.whole_year, path)
    if isinstance(keeper, str) and keeper in table_at(source.description, ABSENT):
        message = say("settling.keeper_is_gone", partner=keeper)
        yield Problem(message, path, say("settling.other_keeper"))


def payers_off(reading: Reading) -> list[Problem]:
    """Tables of who paid or received a line that do not come to its amount."""
    network = reading.network
    payers = (
        *(cost.paid_by for cost in network.cost.values()),
        *(subsidy.received_by for subsidy in network.subsidy.values()),
        *(revenue.received_by for revenue in network.revenue.values()),
    )
    if not any(isinstance(each, dict) for each in payers):
        return []
    from igs_costshare.settling.held import payers_add_up

    return payers_add_up(reading.statement())


def _own(source: Source, problems: list[Problem], of_base: list[Problem]) -> tuple[Problem, ...]:
    """The problems of a variant with their places; those that the base has too are told there."""
    known = frozenset(of_base)
    own = [each for each in problems if each not in known or source.brings(each.path)]
    return source.located(own, _of_file(source) if own else None)


def fields_of_description(description: Description) -> tuple[Network | None, list[Problem]]:
    """The network of a description, where its fields allow one, and what is wrong with them."""
    if beyond := [*too_large(description)]:
        return None, beyond
    network, problems = validated(description)
    return network, first_few(
        chain(
            misused_alternatives(description),
            broken_references(description),
            in_kind_by_nobody(description),
            unknown_expectations(description),
            problems,
        )
    )


def _of_file(source: Source) -> list[Problem] | None:
    """What is wrong without the settings; None where there are none."""
    if not source.settings:
        return None
    plain = source.variant(source.scenario)
    network, problems = fields_of_description(plain.description)
    if network is not None and not problems:
        with gathered(problems):
            figured(network, plain, problems)
    return problems
