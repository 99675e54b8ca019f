"""The sheet Method: how it is computed in words, what is fixed, and the workings below."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.computing.statement import Statement
from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.description.network import Line, Network
from igs_costshare.description.places import lines
from igs_costshare.money import LARGEST, LARGEST_REMAINDER
from igs_costshare.sharing.charges import keys_of
from igs_costshare.wording.sentences import warning_notes
from igs_costshare.wording.tables import line_heading
from igs_costshare.workbook.words import Words


def sentences(network: Network, statement: Statement, words: Words) -> Iterator[tuple[str, str]]:
    """What is said of the method, each with the style it is written in."""
    yield words["how_to"], "section"
    yield words["change_inputs"], "wrapped"
    yield words["what_is_fixed"], "wrapped"
    yield words["refused_inputs"], "wrapped"
    yield words["precision"], "wrapped"
    yield words["fixed"], "section"
    if statement.scenario is not None:
        yield words.say("of_scenario", name=statement.scenario.name), "wrapped"
    yield from ((sentence, "wrapped") for sentence in _contributions(network, words))
    yield from ((sentence, "wrapped") for sentence in _rounding(network, words))
    yield from ((warning, "wrapped") for warning in warning_notes(statement, words.language))


def _contributions(network: Network, words: Words) -> Iterator[str]:
    common = network.contribution
    if common is not None:
        yield _told(common, words["contribution"], network, words, common)
    for path, line in lines(network):
        name = line_heading(str(path[1]), line.label, words.language)
        if line.per is not None:
            who = _who(network, words, line)
            yield words.say("is_priced", name=name, per=words.per(line.per)) + who
        elif line.contribution is not None:
            yield _told(line.contribution, name, network, words, line, line.contribution)
        elif line.has_list:
            yield words.say("as_common", name=name) + _who(network, words, line)
        if line.basis:
            yield words.language.say(
                "statement.basis", basis=f"{name}: {line.basis.removesuffix('.')}"
            )
    if network.day_price is not None and network.day_price.paid_by == "partner":
        yield words["partners_pay_days"]


def _told(
    model: Contribution, name: str, network: Network, words: Words, *scopes: Scoped | Line
) -> str:
    """How a contribution shares, who takes part, and where it was agreed."""
    charge = "charge" if model.is_charge else "division"
    how = words.say(
        f"{model.model}_{charge}",
        keys=words.language.listed([words.language.key(key) for key in keys_of(model)]),
    )
    told = f"{name}: {how}."
    if model.has_bounds:
        told += f" {words['bounded_by']}"
    told += _who(network, words, *scopes)
    if model.basis:
        told += f" {words.language.say('statement.basis', basis=model.basis.removesuffix('.'))}"
    return told


def _who(network: Network, words: Words, *scopes: Scoped) -> str:
    """Who takes part, where it is not everybody."""
    scope = next((each for each in scopes if each.has_list), None)
    if scope is None:
        return ""
    names = {id: each.name or id for id, each in network.partner.items()}
    listed = scope.only if scope.only is not None else scope.except_ or []
    word = "only" if scope.only is not None else "all_but"
    return " " + words.say(word, names=", ".join(names[id] for id in listed))


def _rounding(network: Network, words: Words) -> Iterator[str]:
    rounding = network.rounding
    yield words[f"half_{rounding.half}"]
    if rounding.difference == LARGEST_REMAINDER:
        yield words["by_remainder"]
    elif rounding.difference == LARGEST:
        yield words["by_largest"]
    else:
        partner = network.partner[rounding.difference]
        yield words.say("by_partner", name=partner.name or rounding.difference)
