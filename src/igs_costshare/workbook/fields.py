"""Every figure of a description that stands alone on the sheet, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.network import Cost, Line, Network, Subsidy
from igs_costshare.errors import Path
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.kinds import FigureKind, kind_at
from igs_costshare.workbook.naming import key_word, name_of, price_of_one
from igs_costshare.workbook.ruled import contributions_of
from igs_costshare.workbook.terms import terms


class Field(NamedTuple):
    """One figure, with a cell of its own."""

    path: Path
    """Where it stands in the file."""
    label: str
    value: Decimal
    remark: str = ""

    @property
    def kind(self) -> FigureKind:
        """What it is, by the schema."""
        return kind_at(self.path)


class Section(NamedTuple):
    """Figures under one heading."""

    title: str
    fields: tuple[Field, ...]


def sections(network: Network, language: Language) -> Iterator[Section]:
    """All figures but those of the partners and homes; sections without any are left out."""
    told = (
        Section(language.say("workbook.general"), tuple(_general(network, language))),
        Section(language.say("workbook.day_price"), tuple(_day_price(network, language))),
        Section(language.say("workbook.costs"), tuple(_lines("cost", network.cost, language))),
        *_contributions(network, language),
        Section(language.say("workbook.subsidies"), tuple(_subsidies(network, language))),
        Section(
            language.say("workbook.revenues"), tuple(_lines("revenue", network.revenue, language))
        ),
    )
    return (section for section in told if section.fields)


def _general(network: Network, language: Language) -> Iterator[Field]:
    unit, label = network.rounding.unit, language.say("workbook.rounding_unit")
    yield Field(("rounding", "unit"), label, unit, language.say("workbook.rounding_units"))
    if network.fte is not None:
        label, each = language.say("workbook.fte_cost"), language.say("workbook.a_year")
        yield Field(("fte", "cost"), label, network.fte.cost, each)


def _day_price(network: Network, language: Language) -> Iterator[Field]:
    day_price, place = network.day_price, ("day_price",)
    if day_price is None:
        return
    for size, price in (day_price.prices or {}).items():
        label = language.say("workbook.price_of", size=size)
        yield Field((*place, "prices", size), label, price, language.say("workbook.a_day"))
    for size, weight in (day_price.mix or {}).items():
        label = language.say("workbook.mix_of", size=size)
        yield Field((*place, "mix", size), label, weight, language.say("workbook.weight"))
    if day_price.days is not None:
        label = language.say("workbook.days_available")
        yield Field((*place, "days"), label, day_price.days, language.say("workbook.a_year"))
    if day_price.occupancy is not None:
        yield Field((*place, "occupancy"), language.say("workbook.occupancy"), day_price.occupancy)


def _lines(table: str, entries: Mapping[str, Line], language: Language) -> Iterator[Field]:
    for id, line in entries.items():
        name = line_heading(id, line.label, language)
        each = language.say("workbook.a_year")
        if line.per is not None:
            each = price_of_one(line.per, language)
        if line.amount is not None:
            yield Field((table, id, "amount"), name, line.amount, each)
        if isinstance(line, Cost):
            yield from _staff((table, id), name, line, each, language)


def _staff(place: Path, name: str, line: Cost, each: str, language: Language) -> Iterator[Field]:
    if line.fte is not None:
        label = language.say("workbook.fte_of", line=name)
        staff = language.say("workbook.fte")
        if line.per is not None:
            staff = language.say("workbook.fte_per", per=each)
        yield Field((*place, "fte"), label, line.fte, staff)
        if line.fte_cost is not None:
            label = language.say("workbook.fte_cost_of", line=name)
            yield Field((*place, "fte_cost"), label, line.fte_cost)


def _contributions(network: Network, language: Language) -> Iterator[Section]:
    for path, model, _ in contributions_of(network):
        title = name = name_of(network, path, language)
        if len(path) > 1:
            title = language.say("workbook.contribution_of", line=name)
        fields = (
            Field((*path, *term.path), term.label, term.number, term.remark)
            for term in terms(model, language)
        )
        yield Section(title, tuple(fields))


def _subsidies(network: Network, language: Language) -> Iterator[Field]:
    for id, subsidy in network.subsidy.items():
        name, place = subsidy.label or id, ("subsidy", id)
        if subsidy.amount is not None:
            yield Field((*place, "amount"), name, subsidy.amount, language.say("workbook.a_year"))
        if subsidy.rate is not None:
            remark = _eligible(network, subsidy, language)
            yield Field((*place, "rate"), name, subsidy.rate, remark)
        if subsidy.match is not None:
            remark = language.say("workbook.match_remark")
            yield Field((*place, "match"), name, subsidy.match, remark)
        if subsidy.cap is not None:
            label = language.say("workbook.cap_of", line=name)
            yield Field((*place, "cap"), label, subsidy.cap, language.say("workbook.at_most"))
        for key, least in (subsidy.requires or {}).items():
            label = language.say("workbook.required_by", line=name, key=key_word(key, language))
            remark = language.say("workbook.at_least_together")
            yield Field((*place, "requires", key), label, least, remark)


def _eligible(network: Network, subsidy: Subsidy, language: Language) -> str:
    """What a rate is a part of."""
    costs = [line_heading(id, network.cost[id].label, language) for id in subsidy.of or ()]
    if not costs:
        return language.say("workbook.part_of_all")
    return language.say("workbook.part_of", lines=", ".join(costs))
