"""What is said of statements that are compared, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Lang, Language

EN: Mapping[str, str] = {
    "change": "Change",
    "percent": "Change\N{NO-BREAK SPACE}%",
    "column": "Column",
    "difference": "{title}: from {a} to {b}",
    "base": "base",
    "new": "new",
    "balance": "Balance",
    "bill": "Net bill",
    "other_one": "1 other",
    "others": "{count} others",
    "marks": "~ changed, + joined, - left. Balances: revenues less expenses.",
    "marks_bill": "~ changed, + joined, - left. Net bill: expenses less revenues; what is received "
    "is below 0.",
    "largest": "Of {count} partners that change, the {shown} with the largest change are shown; "
    "--all shows them all, with their columns.",
    "columns_of_total": "Of the columns, the {shown} of the total that change most are shown; "
    "--all shows those of every partner.",
    "sole_cause": "One change is the cause of all this: {what}.",
    "same": "Nothing changes.",
    "unchanged_one": "Unchanged: {names}.",
    "unchanged": "Unchanged: {count} partners ({names}).",
    "unchanged_many": "Unchanged: {count} partners.",
    "pays_more": "{name} pays {amount} more",
    "pays_less": "{name} pays {amount} less",
    "receives_more": "{name} receives {amount} more",
    "receives_less": "{name} receives {amount} less",
    "pays_same": "{name} pays the same",
    "receives_same": "{name} receives the same",
    "everybody_pays_more": "All together pay {amount} more",
    "everybody_pays_less": "All together pay {amount} less",
    "everybody_receives_more": "All together receive {amount} more",
    "everybody_receives_less": "All together receive {amount} less",
    "everybody_pays_same": "All together pay the same",
    "everybody_receives_same": "All together receive the same",
    "more": "{what}: {amount} more",
    "less": "{what}: {amount} less",
    "balance_more": "The balance of {name} rises by {amount}",
    "balance_less": "The balance of {name} falls by {amount}",
    "everybody_balance_more": "The balance of all together rises by {amount}",
    "everybody_balance_less": "The balance of all together falls by {amount}",
    "higher": "{what}: {amount} higher",
    "lower": "{what}: {amount} lower",
    "homes": "homes: {a} → {b}",
    "told_together": "There are more than {most} changes: those that have most in common are "
    "taken together.",
    "no_causes": "What caused this cannot be told: a saved statement does not say what it was "
    "made from.",
    "compared": "{title}: {figure}",
    "per_inhabitant": "For each inhabitant",
    "bill_per_inhabitant": "Net bill for each inhabitant",
    "spread": "Spread",
    "cheapest": "↓ cheapest for that row, ↑ dearest. Spread: the highest less the lowest.",
    "no_difference": "It makes no difference for anybody.",
    "bounds": "Bounds in the file: {bounds}.",
    "minimum": "at least {amount}",
    "maximum": "at most {amount}",
    "minimum_each": "a minimum for each partner ({amounts})",
    "maximum_each": "a maximum for each partner ({amounts})",
    "minimum_many": "a minimum for {count} partners",
    "maximum_many": "a maximum for {count} partners",
    "bounds_hold": "They hold for: {options}.",
    "bounds_left_out": "They are left out for: {options}.",
    "model_fixed": "equal",
    "model_variable": "by {key}",
    "model_mixed": "{part}\N{NO-BREAK SPACE}% equal, rest by {key}",
    "model_per-day": "per day",
}

NL: Mapping[str, str] = {
    "change": "Verschil",
    "percent": "Verschil\N{NO-BREAK SPACE}%",
    "column": "Kolom",
    "difference": "{title}: van {a} naar {b}",
    "base": "basis",
    "new": "nieuw",
    "balance": "Saldo",
    "bill": "Nettofactuur",
    "other_one": "1 andere",
    "others": "{count} andere",
    "marks": "~ gewijzigd, + toegetreden, - vertrokken. Saldo: inkomsten min uitgaven.",
    "marks_bill": "~ gewijzigd, + toegetreden, - vertrokken. Nettofactuur: uitgaven min inkomsten; "
    "wat iemand ontvangt, staat onder nul.",
    "largest": "Van {count} partners die wijzigen, staan hier de {shown} met het grootste "
    "verschil; --all toont ze alle, met hun kolommen.",
    "columns_of_total": "Van de kolommen staan hier de {shown} van het totaal die het meest "
    "wijzigen; --all toont die van elke partner.",
    "sole_cause": "Dit alles komt van één wijziging: {what}.",
    "same": "Er verandert niets.",
    "unchanged_one": "Ongewijzigd: {names}.",
    "unchanged": "Ongewijzigd: {count} partners ({names}).",
    "unchanged_many": "Ongewijzigd: {count} partners.",
    "pays_more": "{name} betaalt {amount} meer",
    "pays_less": "{name} betaalt {amount} minder",
    "receives_more": "{name} ontvangt {amount} meer",
    "receives_less": "{name} ontvangt {amount} minder",
    "pays_same": "{name} betaalt evenveel",
    "receives_same": "{name} ontvangt evenveel",
    "everybody_pays_more": "Allen samen betalen {amount} meer",
    "everybody_pays_less": "Allen samen betalen {amount} minder",
    "everybody_receives_more": "Allen samen ontvangen {amount} meer",
    "everybody_receives_less": "Allen samen ontvangen {amount} minder",
    "everybody_pays_same": "Allen samen betalen evenveel",
    "everybody_receives_same": "Allen samen ontvangen evenveel",
    "more": "{what}: {amount} meer",
    "less": "{what}: {amount} minder",
    "balance_more": "Het saldo van {name} stijgt met {amount}",
    "balance_less": "Het saldo van {name} daalt met {amount}",
    "everybody_balance_more": "Het saldo van allen samen stijgt met {amount}",
    "everybody_balance_less": "Het saldo van allen samen daalt met {amount}",
    "higher": "{what}: {amount} hoger",
    "lower": "{what}: {amount} lager",
    "homes": "woningen: {a} → {b}",
    "told_together": "Er zijn meer dan {most} wijzigingen: die het meest gemeen hebben, zijn "
    "samengenomen.",
    "no_causes": "De oorzaken zijn niet te achterhalen: een bewaarde tabel zegt niet waaruit "
    "ze gemaakt is.",
    "compared": "{title}: {figure}",
    "per_inhabitant": "Per inwoner",
    "bill_per_inhabitant": "Nettofactuur per inwoner",
    "spread": "Spreiding",
    "cheapest": "↓ voordeligst voor die rij, ↑ duurst. Spreiding: het hoogste min het laagste.",
    "no_difference": "Het maakt voor niemand verschil.",
    "bounds": "Grenzen in het bestand: {bounds}.",
    "minimum": "minstens {amount}",
    "maximum": "hoogstens {amount}",
    "minimum_each": "een minimum per partner ({amounts})",
    "maximum_each": "een maximum per partner ({amounts})",
    "minimum_many": "een minimum voor {count} partners",
    "maximum_many": "een maximum voor {count} partners",
    "bounds_hold": "Ze gelden bij: {options}.",
    "bounds_left_out": "Ze vallen weg bij: {options}.",
    "model_fixed": "gelijk",
    "model_variable": "volgens {key}",
    "model_mixed": "{part}\N{NO-BREAK SPACE}% gelijk, rest volgens {key}",
    "model_per-day": "per dag",
}

_WORDS: Mapping[str, Mapping[str, str]] = {Lang.EN: EN, Lang.NL: NL}


def said(name: str, language: Language, /, **places: str) -> str:
    """The words of that name with their places filled."""
    return _WORDS[language.code][name].format(**places)
