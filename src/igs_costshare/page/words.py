"""What the page says beside its tables, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Lang

_EN = {
    "statement": "What each partner bears and receives",
    "part": "{caption} ({place} of {count})",
    "balance_is": "The balance is revenues less expenses: what has a minus sign, the partner pays.",
    "chart": "Expenses, revenues and balance per partner",
    "chart_one": "{name} has {expenses} of expenses, {revenues} of revenues and a balance of "
    "{balance}.",
    "chart_all": "The bars show {count} partners, from {first} to {last}: expenses "
    "{expenses}, revenues {revenues}, and balances {balance}.",
    "range": "from {low} to {high}",
    "each": "of {low} each",
    "chart_most": "The chart shows the {count} partners with the largest amounts, of {all}; the "
    "table has them all.",
    "bars": "Each partner has three bars: what it bears, what it receives, and the difference. All "
    "stand on one scale; what is less than zero goes to the left.",
    "method": "How it was divided",
    "pool": "What the partners share",
    "line": "Line",
    "amount": "Amount",
    "to_share": "To share",
    "contributions": "Contributions of the partners",
    "reserve_pays": "The reserve adds",
    "reserve_keeps": "Into the reserve",
    "rounding": "Everything is computed exactly and rounded once, at the end, to {unit}.",
    "largest-remainder": "What is then left over of a divided amount goes, {unit} each, to the "
    "partners with the largest remainders, so that every column adds up.",
    "largest": "What is then left over of a divided amount is for the partner with the largest "
    "share, so that every column adds up.",
    "taker": "What is then left over of a divided amount is for {partner} (where it has no share, "
    "for the largest share), so that every column adds up.",
    "priced": "Prices and rates are rounded for each partner by itself: who uses as much pays as "
    "much.",
    "scenarios": "Scenarios side by side",
    "scenario_table": "Balance of each partner in each scenario",
    "left_out": "Left out, because it cannot be computed: {names}.",
    "explanation": "How the figures arise",
    "explanation_of": "First the costs and revenues as a whole, each figure with the line of "
    "{file} on which it was given; then the part of each partner in them, to the cent.",
    "line_of": "line {line}",
    "whole": "The network as a whole",
    "explanation_long": "For {partners} partners and {lines} lines this would take hundreds of "
    "sheets. The command “igs-costshare explain” tells it for the partner that is asked for.",
    "contents": "On this page",
}

_NL = {
    "statement": "Wat elke partner draagt en ontvangt",
    "part": "{caption} ({place} van {count})",
    "balance_is": "Het saldo is inkomsten min uitgaven: wat een minteken heeft, legt de partner "
    "bij.",
    "chart": "Uitgaven, inkomsten en saldo per partner",
    "chart_one": "{name} heeft {expenses} uitgaven, {revenues} inkomsten en een saldo van "
    "{balance}.",
    "chart_all": "De balken tonen {count} partners, van {first} tot {last}: uitgaven "
    "{expenses}, inkomsten {revenues} en saldi {balance}.",
    "range": "van {low} tot {high}",
    "each": "van telkens {low}",
    "chart_most": "De grafiek toont de {count} partners met de grootste bedragen, van {all}; in de "
    "tabel staan ze allemaal.",
    "bars": "Elke partner heeft drie balken: wat hij draagt, wat hij ontvangt en het verschil. Ze "
    "staan allemaal op dezelfde schaal; wat onder nul is, gaat naar links.",
    "method": "Hoe er verdeeld is",
    "pool": "Wat de partners delen",
    "line": "Lijn",
    "amount": "Bedrag",
    "to_share": "Te verdelen",
    "contributions": "Bijdragen van de partners",
    "reserve_pays": "De reserve legt bij",
    "reserve_keeps": "Naar de reserve",
    "rounding": "Alles wordt exact berekend en één keer afgerond, op het einde, op {unit}.",
    "largest-remainder": "Wat er dan van een verdeeld bedrag overblijft, gaat telkens per {unit} "
    "naar de partners met de grootste rest, zodat elke kolom precies optelt.",
    "largest": "Wat er dan van een verdeeld bedrag overblijft, is voor de partner met het grootste "
    "aandeel, zodat elke kolom precies optelt.",
    "taker": "Wat er dan van een verdeeld bedrag overblijft, is voor {partner} (of, waar die geen "
    "aandeel heeft, voor het grootste aandeel), zodat elke kolom precies optelt.",
    "priced": "Prijzen en tarieven worden voor elke partner apart afgerond: wie evenveel gebruikt, "
    "betaalt evenveel.",
    "scenarios": "Scenario’s naast elkaar",
    "scenario_table": "Saldo van elke partner in elk scenario",
    "left_out": "Weggelaten, omdat het niet berekend kan worden: {names}.",
    "explanation": "Hoe de cijfers tot stand komen",
    "explanation_of": "Eerst de kosten en inkomsten in hun geheel, elk cijfer met de regel van "
    "{file} waar het staat; dan het deel van elke partner daarin, tot op de cent.",
    "line_of": "regel {line}",
    "whole": "Het netwerk als geheel",
    "explanation_long": "Voor {partners} partners en {lines} lijnen zou dit honderden bladzijden "
    "vragen. De opdracht “igs-costshare explain” vertelt het voor de partner die u opgeeft.",
    "contents": "Op deze bladzijde",
}

WORDS: Mapping[str, Mapping[str, str]] = {Lang.EN: _EN, Lang.NL: _NL}
