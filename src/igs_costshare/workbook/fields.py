"""Every figure of a description that may be changed on the sheet, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from igs_costshare.description.contributions import Agreed, Bracket, Fixed, Mixed, Model
from igs_costshare.description.network import Cost, Line, Network
from igs_costshare.errors import Path
from igs_costshare.sharing.charges import rates_of
from igs_costshare.sharing.figures import days_by_size
from igs_costshare.wording.language import capital
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.words import Words

Kind = Literal["amount", "price", "figure", "part", "days", "count", "unit"]
"""What a figure is: it decides its style and what may be filled in."""


class Field(NamedTuple):
    """One figure, with a cell of its own."""

    path: Path
    """Where it stands in the file."""
    label: str
    value: Decimal
    kind: Kind
    remark: str = ""


class Section(NamedTuple):
    """Figures under one heading."""

    title: str
    fields: tuple[Field, ...]


class FieldColumn(NamedTuple):
    """A figure that each partner, or each home, has one of."""

    path: Path
    """What comes after the partner's own path; with `model`, the table of partner ids itself."""
    heading: str
    kind: Kind
    values: Mapping[str, Decimal | None]
    """By id; those left out have no such figure. None is one that may be filled in."""
    model: bool = False

    def path_of(self, table: str, id: str) -> Path:
        """Where the figure of a partner or a home stands in the file."""
        return (*self.path, id) if self.model else (table, id, *self.path)


def sections(network: Network, words: Words) -> Iterator[Section]:
    """All figures but those of the partners and homes; sections without any are left out."""
    told = (
        Section(words["general"], tuple(_general(network, words))),
        Section(words["day_price"], tuple(_day_price(network, words))),
        Section(words["costs"], tuple(_lines("cost", network.cost, words))),
        Section(words["contribution"], tuple(_common(network, words))),
        *_own(network, words),
        Section(words["subsidies"], tuple(_subsidies(network, words))),
        Section(words["revenues"], tuple(_lines("revenue", network.revenue, words))),
    )
    return (section for section in told if section.fields)


def _general(network: Network, words: Words) -> Iterator[Field]:
    unit = network.rounding.unit
    yield Field(("rounding", "unit"), words["unit"], unit, "unit", words["unit_remark"])
    if network.fte is not None:
        yield Field(("fte", "cost"), words["fte_cost"], network.fte.cost, "amount", words["a_year"])


def _day_price(network: Network, words: Words) -> Iterator[Field]:
    terms = network.day_price
    if terms is None:
        return
    place = ("day_price",)
    for size, price in (terms.prices or {}).items():
        label = words.say("price_of", size=size)
        yield Field((*place, "prices", size), label, price, "amount", words["a_day"])
    for size, weight in (terms.mix or {}).items():
        label = words.say("mix_of", size=size)
        yield Field((*place, "mix", size), label, weight, "figure", words["weight"])
    if terms.days is not None:
        yield Field((*place, "days"), words["days_available"], terms.days, "days", words["a_year"])
    if terms.occupancy is not None:
        yield Field((*place, "occupancy"), words["occupancy"], terms.occupancy, "part")


def _lines(table: str, lines: Mapping[str, Line], words: Words) -> Iterator[Field]:
    for id, line in lines.items():
        name = line_heading(id, line.label, words.language)
        each = words.per(line.per) if line.per is not None else words["a_year"]
        if line.amount is not None:
            yield Field((table, id, "amount"), name, line.amount, "amount", each)
        if isinstance(line, Cost) and line.fte is not None:
            label = words.say("fte_of", line=name)
            staff = words["fte"] if line.per is None else f"{words['fte']} {each}"
            yield Field((table, id, "fte"), label, line.fte, "figure", staff)
            if line.fte_cost is not None:
                label = words.say("fte_cost_of", line=name)
                yield Field((table, id, "fte_cost"), label, line.fte_cost, "amount")


def _common(network: Network, words: Words) -> Iterator[Field]:
    if network.contribution is not None:
        yield from _model(("contribution",), network.contribution, words)


def _own(network: Network, words: Words) -> Iterator[Section]:
    for table, id, line in _with_own(network):
        name = line_heading(id, line.label, words.language)
        if line.contribution is not None:
            place = (table, id, "contribution")
            fields = tuple(_model(place, line.contribution, words))
            yield Section(words.say("contribution_of", line=name), fields)


def _with_own(network: Network) -> Iterator[tuple[str, str, Line]]:
    for table, lines in (("cost", network.cost), ("revenue", network.revenue)):
        yield from ((table, id, line) for id, line in lines.items())


def _model(place: Path, model: Model, words: Words) -> Iterator[Field]:
    if isinstance(model, Mixed) and model.fixed_share is not None:
        yield Field((*place, "fixed_share"), words["fixed_share"], model.fixed_share, "part")
    if isinstance(model, Fixed | Mixed) and model.fixed_amount is not None:
        label, remark = words["fixed_amount"], words["a_partner"]
        yield Field((*place, "fixed_amount"), label, model.fixed_amount, "amount", remark)
    key = getattr(model, "key", None)
    for name, weight in key.items() if isinstance(key, dict) else ():
        label = words.say("key_weight", key=words.language.key(name))
        yield Field((*place, "key", name), label, weight, "figure", words["weight"])
    for name, rate in rates_of(model).items():
        yield from _rate((*place, "rate", name), name, rate, words)
    for bound in ("minimum", "maximum"):
        limit = getattr(model, bound)
        if isinstance(limit, Decimal):
            yield Field((*place, bound), words[bound], limit, "amount", words["a_partner"])


def _rate(path: Path, key: str, rate: Decimal | list[Bracket], words: Words) -> Iterator[Field]:
    if isinstance(rate, Decimal):
        yield Field(path, words.say("rate", key=key), rate, "amount", words.per(key))
        return
    for at, bracket in enumerate(rate):
        places = {"key": key, "number": at + 1}
        if bracket.up_to is not None:
            label = words.say("up_to", **places)
            yield Field((*path, at, "up_to"), label, bracket.up_to, "figure", words["included"])
        if bracket.rate is not None:
            label = words.say("bracket_rate", **places)
            yield Field((*path, at, "rate"), label, bracket.rate, "amount", words.per(key))
        else:
            label, amount = words.say("bracket_amount", **places), bracket.amount or Decimal(0)
            yield Field((*path, at, "amount"), label, amount, "amount", words["once"])


def _subsidies(network: Network, words: Words) -> Iterator[Field]:
    for id, subsidy in network.subsidy.items():
        name = subsidy.label or id
        if subsidy.amount is not None:
            yield Field(("subsidy", id, "amount"), name, subsidy.amount, "amount", words["a_year"])
        if subsidy.rate is not None:
            of = (
                ""
                if subsidy.of is None
                else ", ".join(
                    line_heading(each, network.cost[each].label, words.language)
                    for each in subsidy.of
                )
            )
            remark = words.say("part_of", lines=of) if of else words["part_of_all"]
            yield Field(("subsidy", id, "rate"), name, subsidy.rate, "part", remark)
        if subsidy.match is not None:
            remark = words["match_remark"]
            yield Field(("subsidy", id, "match"), name, subsidy.match, "figure", remark)
        if subsidy.cap is not None:
            label = words.say("cap_of", line=name)
            yield Field(("subsidy", id, "cap"), label, subsidy.cap, "amount", words["at_most"])


def partner_columns(network: Network, words: Words) -> Iterator[FieldColumn]:
    """The figures of the partners: homes, days of use, keys, and what models state of each."""
    partners = network.partner
    named = {home.owner for home in network.unit.values()}
    yield FieldColumn(
        ("units",),
        words["units"],
        "count",
        {id: each.units for id, each in partners.items() if id not in named},
    )
    for size in _sizes_used(network):
        label = words.say("days_of", size=size)
        days = {id: days_by_size(each).get(size) for id, each in partners.items()}
        yield FieldColumn(("days", size), label, "figure", days)
    for key in dict.fromkeys(key for each in partners.values() for key in each.keys):
        values = {id: each.keys[key] for id, each in partners.items() if key in each.keys}
        known = words.language.known_key(key)
        label = capital(known) if known else key
        yield FieldColumn(("keys", key), label, "figure", values)
    if network.contribution is not None:
        yield from _tables(("contribution",), network.contribution, "", words)
    for table, id, line in _with_own(network):
        if line.contribution is not None:
            name = line_heading(id, line.label, words.language)
            yield from _tables((table, id, "contribution"), line.contribution, name, words)


def _sizes_used(network: Network) -> list[int]:
    """Household sizes that some partner states days for."""
    return sorted({size for each in network.partner.values() for size in days_by_size(each)})


def _tables(place: Path, model: Model, line: str, words: Words) -> Iterator[FieldColumn]:
    """What a model states for each partner by name."""
    after = f" ({line})" if line else ""
    if isinstance(model, Agreed):
        heading = words["share"] + after
        yield FieldColumn((*place, "shares"), heading, "figure", dict(model.shares), model=True)
    for bound in ("minimum", "maximum"):
        limit = getattr(model, bound)
        if isinstance(limit, dict):
            heading = words[bound] + after
            yield FieldColumn((*place, bound), heading, "amount", dict(limit), model=True)


def home_columns(network: Network, words: Words) -> Iterator[FieldColumn]:
    """What homes with a name state of themselves; a home without it follows `[day_price]`."""
    homes = network.unit
    for name, kind in (("days", "days"), ("occupancy", "part")):
        stated = {id: getattr(home, name) for id, home in homes.items()}
        values = {id: value for id, value in stated.items() if value is not None}
        heading = words["days_available"] if name == "days" else words["occupancy"]
        if values:
            yield FieldColumn((name,), heading, "days" if kind == "days" else "part", values)
    for name, word in (("prices", "price_of"), ("mix", "mix_of")):
        tables = {id: getattr(home, name) or {} for id, home in homes.items()}
        for size in sorted({size for table in tables.values() for size in table}):
            values = {id: table[size] for id, table in tables.items() if size in table}
            heading = words.say(word, size=size)
            kind = "amount" if name == "prices" else "figure"
            yield FieldColumn(
                (name, size), heading, "amount" if name == "prices" else "figure", values
            )
