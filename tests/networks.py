"""Hypothesis strategies for descriptions of networks, in the shape of the TOML file.

Each description is a dict as ``tomllib.loads(text, parse_float=Decimal)`` gives it, with nothing
wrong in its fields. Its figures are mostly possible, but not always: a test asks the reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import tomli_w
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import reference
from reference import Description, Impossible, Table

Number = int | Decimal

PARTNERS = ("stad", "gemeente-1", "gemeente_2", "caw", "ocmw-3", "4e-partner", "agb", "zone9")
KINDS = (
    "municipality",
    "ocmw",
    "agb",
    "police_zone",
    "emergency_zone",
    "intermunicipal",
    "province",
    "government",
    "nonprofit",
    "private",
)
COSTS = ("overhead", "counselling", "rent", "energy", "it-support", "2e-lijn")
SUBSIDIES = ("decree", "region", "fund")
REVENUES = ("gifts", "interest", "tickets")
KEY_NAMES = ("inhabitants", "youth", "area")
BUILT_IN = ("partners", "units", "days", "use")
UNITS = ("0.01", "0.001", "0.1", "1", "10", "100", "1000")


def as_toml(description: Description) -> str:
    """The description as a file; decimals keep their digits."""
    return tomli_w.dumps(description)


# ---------------------------------------------------------------- numbers and chances


def places(low: int, high: int, digits: int) -> SearchStrategy[Decimal]:
    """Decimals with that many digits, bounds counted in the last of them."""
    return st.integers(low, high).map(lambda n: unlike_thousands(Decimal(n).scaleb(-digits)))


def unlike_thousands(number: Decimal) -> Decimal:
    """`1.000` as `1.0`: a file that states it is refused, since people may mean a thousand."""
    whole = number == number.to_integral_value()
    return number.quantize(Decimal("0.1")) if whole and number.as_tuple().exponent == -3 else number


def amounts() -> SearchStrategy[Number]:
    return st.one_of(
        st.integers(0, 20),
        st.integers(1, 200_000),
        st.integers(1, 40).map(lambda n: n * 2_500),
        places(1, 10_000, 2),
        places(1, 100_000_00, 2),
        places(1, 100_000, 4),
    )


def prices() -> SearchStrategy[Number]:
    return st.one_of(st.integers(0, 25), places(0, 2_500, 2), places(1, 9_999, 3))


def parts_of_one() -> SearchStrategy[Number]:
    return st.one_of(st.sampled_from([0, 1]), places(0, 100, 2), places(0, 1000, 3))


def chance(draw: DrawFn, percent: int) -> bool:
    """True in that many of a hundred cases; an example shrinks to False."""
    return draw(st.integers(0, 99)) >= 100 - percent


def cents(amount: Fraction) -> Decimal:
    """An amount cut to whole cents."""
    return Decimal(int(amount * 100)).scaleb(-2)


@st.composite
def portions(draw: DrawFn, count: int, whole: int) -> list[int]:
    """So many whole numbers from 0 that add up to the whole."""
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=count - 1, max_size=count - 1)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]


@st.composite
def weights_and_total(draw: DrawFn) -> tuple[list[Number], Number]:
    """The key figures of 1 to 8 partners, not all 0, and an amount to divide by them."""
    figures = st.one_of(st.integers(0, 4), st.integers(0, 60_000), places(0, 100_00, 2))
    count = draw(st.integers(1, 8))
    if chance(draw, 40):
        return [draw(st.integers(1, 4))] * count, draw(amounts())
    weights = draw(st.lists(figures, min_size=count, max_size=count).filter(any))
    return weights, draw(amounts())


# ---------------------------------------------------------------- partners and homes


def key_figures(size: str) -> SearchStrategy[Number]:
    if size == "equal":
        return st.sampled_from([1, 1, 1, 2])
    if size == "small":
        return st.integers(0, 9)
    return st.one_of(st.integers(0, 60_000), places(0, 500_00, 2), st.sampled_from([0, 7_412]))


@st.composite
def days_of_use(draw: DrawFn, day_prices: Table | None) -> Number | Table:
    # One number goes with one price; a table may have sizes above the last price.
    if day_prices is not None and len(day_prices) == 1 and draw(st.booleans()):
        return draw(st.one_of(st.integers(0, 400), places(0, 800, 1)))
    sizes = draw(st.lists(st.sampled_from("12345"), min_size=1, max_size=3, unique=True))
    return {size: draw(st.integers(0, 150)) for size in sorted(sizes)}


@st.composite
def partners(draw: DrawFn, day_prices: Table | None) -> Table:
    count = draw(st.sampled_from([2, 1, 3, 3, 4, 4, 5, 6, 7, 8]))
    ids = draw(st.permutations(PARTNERS))[:count]
    size = draw(st.sampled_from(["equal", "small", "wide"]))
    names = draw(st.permutations(KEY_NAMES))[: draw(st.sampled_from([2, 0, 1, 1, 2, 3]))]
    with_days = chance(draw, 60)
    made: Table = {}
    for one in ids:
        made[one] = {"name": one.capitalize()} if chance(draw, 50) else {}
        if chance(draw, 60):
            made[one]["kind"] = draw(st.sampled_from(KINDS))
        if with_days and chance(draw, 80):
            made[one]["days"] = draw(days_of_use(day_prices))
        if names:
            made[one]["keys"] = {name: draw(key_figures(size)) for name in names}
    return made


@st.composite
def price_lists(draw: DrawFn) -> Table:
    listed = draw(st.lists(prices(), min_size=1, max_size=4))
    return {str(size): price for size, price in enumerate(listed, start=1)}


@st.composite
def mixes(draw: DrawFn) -> Table:
    sizes = draw(st.lists(st.sampled_from("123456"), min_size=1, max_size=4, unique=True))
    weight = st.one_of(st.integers(0, 5), places(1, 100, 2))
    mix = {size: draw(weight) for size in sorted(sizes)}
    if not any(mix.values()):
        mix[min(mix)] = 1
    return mix


def days_available() -> SearchStrategy[Number]:
    return st.one_of(st.sampled_from([360, 365, 366]), st.integers(0, 366), places(0, 3660, 1))


@st.composite
def day_prices(draw: DrawFn, way: str) -> Table:
    """[day_price]: only a list of prices, or all of it, or all but the prices."""
    made: Table = {}
    if way != "own":
        made["prices"] = draw(price_lists())
        if draw(st.booleans()):
            made["mix"] = draw(mixes())
    if way != "prices":
        made["days"] = draw(days_available())
        made["occupancy"] = draw(parts_of_one())
    return made


@st.composite
def named_homes(draw: DrawFn, owner: str, way: str) -> Table:
    """A home of a partner, with terms of its own or without."""
    home: Table = {"owner": owner}
    if chance(draw, 30):
        home["name"] = f"Woning van {owner}"
    if way == "own" or (way != "none" and chance(draw, 25)):
        home["prices"] = draw(price_lists())
    if way != "none" and chance(draw, 20):
        home["mix"] = draw(mixes())
    together = way == "prices" and chance(draw, 20)
    if together or (way in ("full", "own") and chance(draw, 30)):
        home["days"] = draw(days_available())
    if together or (way in ("full", "own") and chance(draw, 30)):
        home["occupancy"] = draw(parts_of_one())
    return home


def give_homes(draw: DrawFn, d: Description, way: str) -> None:
    """Homes for each partner: none, a count, by name, or both where they agree."""
    units: Table = {}
    equal = draw(st.integers(0, 4))
    all_named, all_equal = way == "own" or chance(draw, 15), chance(draw, 30)
    for one, partner in d["partner"].items():
        count = equal if all_equal else draw(st.integers(0, 4))
        by_name = all_named or chance(draw, 25)
        for n in range(count if by_name else 0):
            units[f"{one}-{n + 1}"] = draw(named_homes(one, way))
        if (count and not by_name) or (by_name and chance(draw, 20)) or chance(draw, 5):
            partner["units"] = count if way != "own" or by_name else 0
    if units:
        d["unit"] = units


@st.composite
def roundings(draw: DrawFn, ids: Sequence[str]) -> Table:
    made: Table = {}
    if chance(draw, 75):
        unit = draw(st.sampled_from(UNITS))
        made["unit"] = Decimal(unit) if "." in unit else int(unit)
    if chance(draw, 60):
        made["half"] = draw(st.sampled_from(["even", "up"]))
    if chance(draw, 75):
        named = draw(st.sampled_from(list(ids)))
        made["difference"] = draw(st.sampled_from(["largest-remainder", "largest", named]))
    return made


@st.composite
def backgrounds(draw: DrawFn) -> Description:
    """Everything but the lines and the contribution."""
    way = draw(st.sampled_from(["none", "none", "prices", "full", "full", "full", "own"]))
    terms = draw(day_prices(way)) if way != "none" else {}
    d: Description = {"title": "Netwerk", "partner": draw(partners(terms.get("prices")))}
    if terms:
        d["day_price"] = terms
    give_homes(draw, d, way)
    if chance(draw, 50):
        d["year"] = draw(st.integers(2013, 2031))
        if chance(draw, 40):
            give_parts_of_year(draw, d)
    if chance(draw, 75):
        d["rounding"] = draw(roundings(list(d["partner"])))
    if chance(draw, 50):
        d["fte"] = {"cost": draw(st.one_of(st.just(84_500), amounts()))}
    used = "use" in usable_keys(d, [list(d["partner"])])
    if way == "full" and chance(draw, 50) and (used or chance(draw, 5)):
        terms["paid_by"] = "partner"
    return d


def give_parts_of_year(draw: DrawFn, d: Description) -> None:
    """Partners that come or leave, mostly in the year, counted by months or by days."""
    first = date(d["year"], 1, 1)
    nearly = st.integers(-20 if chance(draw, 20) else 0, 364 + 20 * chance(draw, 20))
    for one in draw(st.lists(st.sampled_from(list(d["partner"])), min_size=1, unique=True)):
        days = sorted(first + timedelta(days=draw(nearly)) for _ in range(2))
        which = draw(st.sampled_from(["from", "until", "both"]))
        if which != "until":
            d["partner"][one]["from"] = days[0]
        if which != "from":
            d["partner"][one]["until"] = days[1]
    if chance(draw, 40):
        d["plan"] = {"until": d["year"] + 1, "prorata": draw(st.sampled_from(["months", "days"]))}


# ---------------------------------------------------------------- keys and lists


def own_keys(d: Description) -> list[str]:
    """The keys that partners have besides the built-in ones: here all partners the same."""
    return sorted({name for one in d["partner"].values() for name in one.get("keys", {})})


def known_keys(d: Description) -> list[str]:
    priced = "prices" in d.get("day_price", {})
    return [*own_keys(d), *(name for name in BUILT_IN if name != "use" or priced)]


def usable_keys(d: Description, groups: list[list[str]]) -> list[str]:
    """The keys that are not zero for all, in each of these groups of partners."""

    def usable(name: str) -> bool:
        return all(any(reference.figure(d, one, name) for one in among) for among in groups)

    return [name for name in known_keys(d) if usable(name)]


@st.composite
def keys(draw: DrawFn, d: Description, groups: list[list[str]]) -> str | Table:
    """One key, or several with weights: a ratio, or parts that add up to 1."""
    names = known_keys(d) if chance(draw, 2) else usable_keys(d, groups)
    if len(names) < 2 or chance(draw, 60):
        return draw(st.sampled_from(names))
    some = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    if draw(st.booleans()):
        return {name: draw(st.integers(1, 6)) for name in some}
    parts = draw(portions(len(some), 100))
    return {name: Decimal(part).scaleb(-2) for name, part in zip(some, parts, strict=True)}


def give_list(draw: DrawFn, d: Description, table: Table) -> None:
    """Limit who takes part in a line or a contribution; somebody is left."""
    ids = list(d["partner"])
    some = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    if len(some) < len(ids) and draw(st.booleans()):
        table["except"] = some
    else:
        table["only"] = some


# ---------------------------------------------------------------- contributions


@st.composite
def agreed_percentages(draw: DrawFn, among: Sequence[str]) -> Table:
    """Percentages that add up to 100, or nearly so, as published ones do."""
    parts = draw(portions(len(among), 1000))
    shares = {one: Decimal(part).scaleb(-1) for one, part in zip(among, parts, strict=True)}
    if chance(draw, 30):
        first = max(shares, key=lambda one: shares[one])
        shares[first] += draw(st.sampled_from([Decimal("0.1"), Decimal("-0.05"), Decimal("-0.1")]))
    return {one: draw(st.sampled_from([share, tidy(share)])) for one, share in shares.items()}


def tidy(number: Decimal) -> Number:
    """A whole number without its decimals."""
    return int(number) if number == int(number) else number


@st.composite
def bounds(draw: DrawFn, among: Sequence[str], mean: Fraction, low: int, high: int) -> Any:
    """One number, or a table of ids, between so many hundredths of the mean contribution."""
    value = st.integers(low, high).map(lambda n: tidy(cents(mean * Fraction(n, 100))))
    if draw(st.booleans()):
        return draw(value)
    some = draw(st.lists(st.sampled_from(list(among)), min_size=1, unique=True))
    return {one: draw(value) for one in some}


def give_parts(draw: DrawFn, rules: Table, among: Sequence[str]) -> None:
    """Bounds that are a part of the pool, beside those in euros or alone."""
    mean = Fraction(1, len(among))

    def parts(low: int, high: int) -> Any:
        """As `bounds`, but no part is more than the whole, and none has too many decimals."""
        stated = draw(bounds(among, mean, low, high))
        if isinstance(stated, dict):
            return {one: min(part, 1) for one, part in stated.items()}
        return min(stated, 1)

    which = draw(st.sampled_from(["minimum_share", "maximum_share", "both"]))
    if which != "maximum_share":
        rules["minimum_share"] = parts(0 if chance(draw, 30) else 40, 95)
    if which != "minimum_share":
        rules["maximum_share"] = parts(105, 250)


def give_bounds(draw: DrawFn, rules: Table, among: Sequence[str], mean: Fraction) -> None:
    """Bounds that bite often and are possible mostly."""
    if chance(draw, 40):
        give_parts(draw, rules, among)
        if chance(draw, 50):
            return
    which = draw(st.sampled_from(["minimum", "maximum", "both"]))
    if which != "maximum":
        rules["minimum"] = draw(bounds(among, mean, 0 if chance(draw, 30) else 60, 100))
    if which != "minimum":
        rules["maximum"] = draw(bounds(among, mean, 95 if chance(draw, 10) else 100, 200))


def give_rise(draw: DrawFn, rules: Table, among: Sequence[str], mean: Fraction) -> None:
    """A rise that is capped: above what some or all paid before, about as much as now."""
    rules["max_rise"] = draw(st.one_of(places(0, 40, 2), places(0, 1500, 3)))
    ids = list(among)
    if chance(draw, 60):
        ids = draw(st.lists(st.sampled_from(ids), unique=True))
    value = st.integers(60, 140).map(lambda n: tidy(cents(mean * Fraction(n, 100))))
    if ids or chance(draw, 50):
        rules["previous"] = {one: draw(value) for one in ids}


@st.composite
def divisions(
    draw: DrawFn, d: Description, among: list[str], pool: Fraction, listed: list[list[str]]
) -> Table:
    """A contribution that leaves nothing over; listed are the takers of lines beside the pool."""
    binding = pool > 0 or chance(draw, 1)
    models = ["variable", "variable", "variable", "fixed", "mixed", "mixed"]
    models += ["amount", "amount"] if binding else []
    models += ["agreed", "agreed"] if all(set(group) <= set(among) for group in listed) else []
    models += ["turns"] if "year" in d else []
    model = draw(st.sampled_from(models))
    rules: Table = {"model": "mixed" if model == "amount" else model}
    if model in ("variable", "mixed", "amount"):
        rules["key"] = draw(keys(d, [among, *listed]))
    if model == "mixed":
        rules["fixed_share"] = draw(parts_of_one())
    mean = max(pool, Fraction(0)) / len(among)
    if model == "amount":
        percent = draw(st.integers(0, 101 if chance(draw, 10) else 100))
        rules["fixed_amount"] = tidy(cents(mean * Fraction(percent, 100)))
    if model == "agreed":
        rules["shares"] = draw(agreed_percentages(among))
    if model == "turns":
        rules["order"] = draw(st.permutations(list(d["partner"])))
        if chance(draw, 60):
            rules["since"] = draw(st.integers(2015, 2035))
    if binding and model != "turns" and chance(draw, 55):
        give_bounds(draw, rules, among, mean)
    return rules


@st.composite
def brackets(draw: DrawFn, figures: Sequence[Fraction]) -> list[Table]:
    """Rising brackets, rates or classes; their ends fall on figures of partners at times."""
    highest = max(figures, default=Fraction(0))
    ends = [tidy(cents(one)) for one in figures if one >= Fraction(1, 100)]
    end = st.one_of(st.sampled_from(ends or [10]), st.integers(1, int(highest) + 10))
    steps = sorted(draw(st.lists(end, min_size=1, max_size=4, unique=True)))
    kinds = draw(
        st.sampled_from([("rate",), ("amount",), ("rate",), ("amount",), ("rate", "amount")])
    )
    made: list[Table] = []
    for up_to in steps:
        kind = draw(st.sampled_from(kinds))
        made.append({"up_to": up_to, kind: draw(prices())})
    if steps[-1] < highest and not chance(draw, 5):
        made.append({draw(st.sampled_from(kinds)): draw(prices())})
    return made


@st.composite
def rates(draw: DrawFn, d: Description, among: Sequence[str]) -> Table:
    names = st.sampled_from(known_keys(d))
    made: Table = {}
    for name in draw(st.lists(names, min_size=1, max_size=2, unique=True)):
        figures = [reference.figure(d, one, name) for one in among]
        made[name] = draw(st.one_of(prices(), brackets(figures)))
    return made


@st.composite
def charges(draw: DrawFn, d: Description, among: list[str]) -> Table:
    """A contribution set by amounts, rates or days."""
    models = ["variable", "variable", "variable", "mixed", "mixed", "fixed"]
    terms = d.get("day_price", {})
    if "prices" in terms and ("paid_by" not in terms or chance(draw, 5)):
        models += ["per-day", "per-day"]
    rules: Table = {"model": draw(st.sampled_from(models))}
    if rules["model"] in ("fixed", "mixed"):
        rules["fixed_amount"] = draw(amounts())
    if rules["model"] in ("variable", "mixed"):
        rules["rate"] = draw(rates(d, among))
    if chance(draw, 35):
        give_bounds(draw, rules, among, Fraction(draw(st.integers(1, 20_000))))
    return rules


# ---------------------------------------------------------------- lines


@st.composite
def cost_figures(draw: DrawFn, d: Description) -> Table:
    """An amount, or full-time equivalents."""
    if not chance(draw, 35):
        return {"amount": draw(amounts())}
    made: Table = {"fte": draw(st.one_of(st.sampled_from([1, 2]), places(0, 300, 2)))}
    if "fte" not in d or chance(draw, 30):
        made["fte_cost"] = draw(amounts())
    return made


def finish_line(draw: DrawFn, d: Description, line: Table, shape: str) -> Table:
    """Say how a line is borne."""
    if chance(draw, 20):
        line["label"] = "Omkadering van het netwerk"
    if shape == "per":
        line["per"] = draw(st.sampled_from(["unit", "partner", "day", *known_keys(d)]))
    if shape == "listed" or (shape in ("per", "own") and chance(draw, 30)):
        give_list(draw, d, line)
    if shape == "own":
        rules: Table = {}
        if chance(draw, 30):
            give_list(draw, d, rules)
        among = reference.takers(d, {**line, "contribution": rules})
        made = draw(divisions(d, among, reference.line_total(d, line), []))
        line["contribution"] = {**made, **rules}
    return line


def shapes(mode: str) -> list[str]:
    if mode == "none":
        return ["per", "own"]
    if mode == "charge":
        return ["pooled", "pooled", "pooled", "per", "own"]
    return ["pooled", "pooled", "pooled", "pooled", "per", "per", "own", "listed"]


@st.composite
def costs(draw: DrawFn, d: Description, mode: str) -> Table:
    made: Table = {}
    for one in draw(st.permutations(COSTS))[: draw(st.sampled_from([2, 1, 3, 3, 4, 6]))]:
        shape = draw(st.sampled_from(shapes(mode)))
        made[one] = finish_line(draw, d, draw(cost_figures(d)), shape)
    return made


@st.composite
def revenues(draw: DrawFn, d: Description, mode: str) -> Table:
    ids = draw(st.lists(st.sampled_from(REVENUES), min_size=1, max_size=3, unique=True))
    made: Table = {}
    for one in ids:
        shape = draw(st.sampled_from(shapes(mode)))
        line: Table = {"amount": draw(revenue_amounts(d, shape))}
        made[one] = finish_line(draw, d, line, shape)
    return made


def revenue_amounts(d: Description, shape: str) -> SearchStrategy[Number]:
    pool = reference.pool_before_subsidies(d)
    if shape != "pooled" or pool <= 0:
        return amounts()
    part = st.integers(0, 30).map(lambda n: tidy(cents(pool * Fraction(n, 100))))
    return st.one_of(part, part, part, part, part, amounts())


@st.composite
def subsidy(draw: DrawFn, d: Description, mode: str) -> Table:
    ways = ["amount", "rate", "rate"] + (["match", "match"] if mode == "division" else [])
    way = draw(st.sampled_from(ways))
    pool = max(reference.pool_before_subsidies(d), Fraction(0))
    some = st.integers(0, 40).map(lambda n: tidy(cents(pool * Fraction(n, 100))))
    if way == "amount":
        made: Table = {"amount": draw(st.one_of(some, some, amounts()))}
    elif way == "rate":
        made = {"rate": draw(st.one_of(places(0, 40, 2), places(0, 400, 3), parts_of_one()))}
        if d["cost"] and chance(draw, 60):
            ids = st.sampled_from(list(d["cost"]))
            made["of"] = draw(st.lists(ids, min_size=1, unique=True))
    else:
        made = {"match": draw(st.one_of(st.sampled_from([0, 1, 1, 2]), places(1, 300, 2)))}
    if chance(draw, 30):
        made["cap"] = draw(st.one_of(some, amounts()))
    return made


def give_subsidies(draw: DrawFn, d: Description, mode: str) -> None:
    ids = draw(st.lists(st.sampled_from(SUBSIDIES), min_size=1, max_size=3, unique=True))
    d["subsidy"] = {}
    for one in ids:
        d["subsidy"][one] = draw(subsidy(d, mode))
        if (is_refused(d) and not chance(draw, 5)) or (is_used_up(d) and not chance(draw, 15)):
            del d["subsidy"][one]
    if not d["subsidy"]:
        del d["subsidy"]


def is_refused(d: Description) -> bool:
    """The subsidies exceed the costs."""
    try:
        reference.subsidies(d)
    except Impossible:
        return True
    return False


def is_used_up(d: Description) -> bool:
    """Nothing is left of the pool."""
    return not is_refused(d) and reference.pool_total(d) <= 0


# ---------------------------------------------------------------- whole descriptions


def listed_groups(d: Description) -> list[list[str]]:
    """The takers of the lines that stand beside the pool and use its model."""
    lines = [*d.get("cost", {}).values(), *d.get("revenue", {}).values()]
    beside = [one for one in lines if not ("per" in one or "contribution" in one)]
    return [reference.takers(d, one) for one in beside if reference.has_list(one)]


def give_contribution(draw: DrawFn, d: Description, mode: str) -> None:
    rules: Table = {}
    if chance(draw, 20):
        give_list(draw, d, rules)
    among = reference.those_in(d, rules)
    if mode == "charge":
        made = draw(charges(d, among))
    else:
        pool = Fraction(0) if is_refused(d) else reference.pool_total(d)
        made = draw(divisions(d, among, pool, listed_groups(d)))
    d["contribution"] = {**made, **rules}
    if made["model"] != "turns" and chance(draw, 15):
        pool = Fraction(0) if is_refused(d) else reference.pool_total(d)
        if mode == "charge" or pool > 0:
            give_rise(draw, d["contribution"], among, max(pool, Fraction(0)) / len(among))


def give_requirements(draw: DrawFn, d: Description) -> None:
    """Thresholds of subsidies, about as much as those who take part count together."""
    among = reference.those_in(d, d["contribution"])
    for subsidy in d.get("subsidy", {}).values():
        if chance(draw, 25):
            some = st.lists(st.sampled_from(known_keys(d)), min_size=1, max_size=2, unique=True)
            subsidy["requires"] = {key: draw(nearly_all(d, key, among)) for key in draw(some)}


def nearly_all(d: Description, key: str, among: Sequence[str]) -> SearchStrategy[Number]:
    """What these count for together by a key, or somewhat less or more."""
    whole = sum((reference.figure(d, one, key) for one in among), Fraction(0))
    return st.sampled_from([100, 100, 60, 150]).map(
        lambda percent: tidy(cents(whole * Fraction(percent, 100)))
    )


def drop_figures(draw: DrawFn, d: Description) -> None:
    """Take away figures of partners, where nothing asks for them."""
    for partner in d["partner"].values():
        for name in list(partner.get("keys", {})):
            taken = partner["keys"].pop(name)
            if not is_stated(d) or not draw(st.booleans()):
                partner["keys"][name] = taken
        if "keys" in partner and not partner["keys"]:
            del partner["keys"]


def is_stated(d: Description) -> bool:
    try:
        reference.statement(d)
    except Impossible:
        return False
    return True


@st.composite
def descriptions(draw: DrawFn, mode: str | None = None) -> Description:
    """A network whose contribution is a "division", a "charge", or left out ("none")."""
    d = draw(backgrounds())
    if mode is None:
        mode = draw(st.sampled_from(["division"] * 4 + ["charge"] * 3 + ["none"]))
    d["cost"] = draw(costs(d, mode)) if not chance(draw, 4) else {}
    if chance(draw, 40):
        d["revenue"] = draw(revenues(d, mode))
    if mode != "none" and chance(draw, 45):
        give_subsidies(draw, d, mode)
    if mode != "none":
        give_contribution(draw, d, mode)
        give_requirements(draw, d)
    if chance(draw, 10):
        drop_figures(draw, d)
    return {name: part for name, part in d.items() if part != {}}


def stated_descriptions(mode: str | None = None) -> SearchStrategy[Description]:
    """Descriptions with figures that the contract accepts."""
    return descriptions(mode).filter(is_stated)


@st.composite
def single_divisions(draw: DrawFn) -> Description:
    """One cost divided by one key, rounded in any of the ways."""
    weights, total = draw(weights_and_total())
    shares = dict(zip(PARTNERS, weights, strict=False))
    return {
        "title": "Eén verdeling",
        "rounding": draw(roundings(list(shares))),
        "partner": {one: {"keys": {"weight": weight}} for one, weight in shares.items()},
        "cost": {"overhead": {"amount": total}},
        "contribution": {"model": "variable", "key": "weight"},
    }


@st.composite
def equal_partners(draw: DrawFn) -> Description:
    """Equal partners and many pooled lines, of which the left-over units must go round."""
    count = draw(st.integers(1, 8))
    made: Description = {
        "title": "Gelijke partners",
        "partner": {one: {"units": 1} for one in PARTNERS[:count]},
        "cost": {one: {"amount": draw(amounts())} for one in COSTS},
        "contribution": {"model": "variable", "key": "units"},
    }
    if chance(draw, 50):
        unit = draw(st.sampled_from(UNITS))
        made["rounding"] = {"unit": Decimal(unit), "half": draw(st.sampled_from(["even", "up"]))}
    if chance(draw, 60):
        made["revenue"] = {one: {"amount": draw(prices())} for one in REVENUES}
    return made


# ---------------------------------------------------------------- a year that is settled


def steps_of(d: Description) -> int:
    """Decimals of the amounts of its statement."""
    return 3 if Decimal(str(d.get("rounding", {}).get("unit", "0.01"))) == Decimal("0.001") else 2


def payable(d: Description, low: int, high: int) -> SearchStrategy[Decimal]:
    """Amounts with no more decimals than the statement has."""
    return st.integers(low, high).map(lambda n: unlike_thousands(Decimal(n).scaleb(-steps_of(d))))


@st.composite
def payers(draw: DrawFn, d: Description, total: Decimal, *, each: bool, account: bool) -> Any:
    """Who paid a line of this total: one, each, or several whose amounts add up to it."""
    holders = [*d["partner"], *(["account"] if account else [])]
    if chance(draw, 50):
        return draw(st.sampled_from([*holders, *(["each"] if each else [])]))
    among = draw(st.lists(st.sampled_from(holders), min_size=1, max_size=3, unique=True))
    parts = draw(portions(len(among), int(total.scaleb(steps_of(d)))))
    return {
        one: unlike_thousands(Decimal(part).scaleb(-steps_of(d)))
        for one, part in zip(among, parts, strict=True)
    }


def give_payers(draw: DrawFn, d: Description) -> None:
    """Say of some lines who paid or received them."""
    made = reference.statement(d)
    totals = {line["id"]: Decimal(line["total"]) for line in made["pool"]["lines"]}
    totals |= {line["id"]: Decimal(line["total"]) for line in made["lines"]}
    own = {line["id"] for line in made["lines"]}
    for table, field in (
        ("cost", "paid_by"),
        ("subsidy", "received_by"),
        ("revenue", "received_by"),
    ):
        for id, line in d.get(table, {}).items():
            in_kind = table == "cost" and chance(draw, 30)
            if in_kind or chance(draw, 60):
                line[field] = draw(payers(d, totals[id], each=id in own, account=not in_kind))
            if in_kind:
                line["in_kind"] = True
    terms = d.get("day_price", {})
    if "day_price" in own and terms and "paid_by" not in terms and chance(draw, 60):
        terms["received_by"] = draw(st.sampled_from([*d["partner"], "account", "each"]))


def give_payments(draw: DrawFn, d: Description) -> None:
    """Advances by part and as stated, what is left from last year, a keeper, a reserve."""
    some = st.lists(st.sampled_from(list(d["partner"])), min_size=1, max_size=3, unique=True)
    for number in range(draw(st.integers(0, 3))):
        payment: Table = {}
        if draw(st.booleans()):
            payment["part"] = draw(parts_of_one())
            if chance(draw, 40):
                payment["except"] = draw(some)
        else:
            payment["amounts"] = {one: draw(payable(d, -500_00, 9_000_00)) for one in draw(some)}
        if chance(draw, 30):
            payment["to"] = draw(st.sampled_from([*d["partner"], "account"]))
        d.setdefault("payment", {})[f"q{number}"] = payment
    settlement: Table = {}
    if draw(st.booleans()):
        settlement["account"] = draw(st.sampled_from(list(d["partner"])))
    if draw(st.booleans()):
        settlement["transfers"] = draw(st.sampled_from(["account", "direct", "none"]))
    if draw(st.booleans()):
        settlement["opening"] = {one: draw(payable(d, -900_00, 900_00)) for one in draw(some)}
    if settlement:
        d["settlement"] = settlement
    if draw(st.booleans()):
        d["reserve"] = {"opening": draw(payable(d, -100_00, 50_000_00))}


@st.composite
def years(draw: DrawFn) -> Description:
    """A network with all that passed over the year; its figures are accepted."""
    d = draw(stated_descriptions())
    give_payers(draw, d)
    give_payments(draw, d)
    return d
