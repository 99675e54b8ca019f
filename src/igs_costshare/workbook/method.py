"""The sheet Method: how it is computed in words, what is fixed, and the workings below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from igs_costshare.computing.statement import Statement
from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.description.network import Network
from igs_costshare.description.places import lines
from igs_costshare.money import LARGEST, LARGEST_REMAINDER
from igs_costshare.sharing.rule import Charge, Division, InTurns, Keys, Percentages, Rule, rule_of
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import warning_notes
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.cells import sheet_names
from igs_costshare.workbook.naming import of_name, price_of_one
from igs_costshare.workbook.presence import length_of, present_heading
from igs_costshare.workbook.stays import stay_rows


def sentences(
    network: Network, statement: Statement, language: Language
) -> Iterator[tuple[str, str]]:
    """What is said of the method, each with the style it is written in."""
    sheets = sheet_names(language)
    yield language.say("workbook.how_to"), "section"
    yield language.say("workbook.change_inputs", input=sheets.input), "wrapped"
    yield language.say("workbook.what_is_fixed"), "wrapped"
    yield language.say("workbook.refused_inputs", statement=sheets.statement), "wrapped"
    yield language.say("workbook.precision", statement=sheets.statement), "wrapped"
    yield language.say("workbook.fixed"), "section"
    if statement.scenario is not None:
        yield language.say("workbook.of_scenario", name=statement.scenario.name), "wrapped"
    yield from ((sentence, "wrapped") for sentence in _parts(network, language))
    yield from ((sentence, "wrapped") for sentence in _contributions(network, language))
    yield from ((sentence, "wrapped") for sentence in _stays(network, language))
    yield from ((sentence, "wrapped") for sentence in _rounding(network, language))
    yield from ((warning, "wrapped") for warning in warning_notes(statement, language))


def _parts(network: Network, language: Language) -> Iterator[str]:
    """Which column says for which part of the year each is there."""
    if length_of(network) > 1:
        column = language.tell(present_heading(network))
        sheet = sheet_names(language).input
        if network.nights is None:
            yield language.say("workbook.in_part", column=column, input=sheet)
        else:
            yield language.say("workbook.in_part_stayed", column=column, input=sheet)


def _contributions(network: Network, language: Language) -> Iterator[str]:
    common = network.contribution
    if common is not None:
        yield _told(common, language.say("workbook.contribution"), network, language, common)
    for path, line in lines(network):
        name = line_heading(str(path[1]), line.label, language)
        if line.per is not None:
            per = price_of_one(line.per, language)
            said = language.say("workbook.is_priced", name=name, per=per)
            yield said + _who(network, language, line)
        elif line.contribution is not None:
            yield _told(line.contribution, name, network, language, line, line.contribution)
        elif line.has_list:
            yield language.say("workbook.as_common", name=name) + _who(network, language, line)
        if line.basis:
            agreed = of_name(name, line.basis.removesuffix("."), language)
            yield language.say("statement.basis", basis=agreed)
    if network.day_price is not None and network.day_price.paid_by == "partner":
        yield language.say("workbook.partners_pay_days")


def _stays(network: Network, language: Language) -> Iterator[str]:
    """Where the nights of a register stand, and what follows from them."""
    if network.nights is not None:
        if stay_rows(network):
            yield language.say("workbook.of_register", stays=sheet_names(language).stays)
        else:
            yield language.say("workbook.nobody_stayed")


def _told(
    model: Contribution, name: str, network: Network, language: Language, *scopes: Scoped
) -> str:
    """How a contribution shares, who takes part, and where it was agreed."""
    told = language.say("workbook.told", name=name, how=how_shared(rule_of(model), language))
    if model.has_bounds:
        told += f" {language.say('workbook.bounded_by')}"
    told += _who(network, language, *scopes)
    if model.basis:
        basis = language.say("statement.basis", basis=model.basis.removesuffix("."))
        told += f" {basis}"
    return told


def how_shared(rule: Rule, language: Language) -> str:
    """How a contribution shares, without its figures: they may be changed."""
    match rule:
        case Division():
            return _how_divided(rule, language)
        case Charge(amount_each=None, by_use=True):
            return language.say("workbook.per_day_charge")
        case Charge(rates=()):
            return language.say("workbook.fixed_charge")
        case Charge(amount_each=amount, rates=rates):
            keys = language.listed([language.key(rate.key) for rate in rates])
            if amount is None:
                return language.say("workbook.variable_charge", keys=keys)
            return language.say("workbook.mixed_charge", keys=keys)
        case _:
            assert_never(rule)


def _how_divided(division: Division, language: Language) -> str:
    is_mixed = division.amount_each is not None or division.part_equally is not None
    rest = division.rest
    match rest:
        case Keys(equal=True) if not is_mixed:
            return language.say("workbook.fixed_division")
        case Keys(parts=parts):
            keys = language.listed([language.key(key) for key, _ in parts])
        case Percentages() if not is_mixed:
            return language.say("workbook.agreed_division")
        case InTurns():
            return language.say("workbook.turns_division")
        case Percentages():
            keys = language.say("workbook.agreed_rest")
        case _:
            assert_never(rest)
    if is_mixed:
        return language.say("workbook.mixed_division", keys=keys)
    return language.say("workbook.variable_division", keys=keys)


def _who(network: Network, language: Language, *scopes: Scoped) -> str:
    """Who takes part, where it is not everybody."""
    scope = next((each for each in scopes if each.has_list), None)
    if scope is None:
        return ""
    names = {id: each.name or id for id, each in network.partner.items()}
    if scope.only is not None:
        listed = ", ".join(names[id] for id in scope.only)
        return f" {language.say('workbook.only', names=listed)}"
    listed = ", ".join(names[id] for id in scope.except_ or ())
    return f" {language.say('workbook.all_but', names=listed)}"


def _rounding(network: Network, language: Language) -> Iterator[str]:
    rounding = network.rounding
    match rounding.half:
        case "even":
            yield language.say("workbook.half_even")
        case "up":
            yield language.say("workbook.half_up")
        case _:
            assert_never(rounding.half)
    if rounding.difference == LARGEST_REMAINDER:
        yield language.say("workbook.by_remainder")
    elif rounding.difference == LARGEST:
        yield language.say("workbook.by_largest")
    else:
        name = network.called("partner", rounding.difference)
        yield language.say("workbook.by_named", name=name)
