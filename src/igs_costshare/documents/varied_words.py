"""What is said of a number that varies, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.wording.language import Lang

EN: Mapping[str, str] = {
    "range": "{what} from {first} to {last}",
    "of_row": "{column}, {name}",
    "grid": "{figure}: the rows are {rows}, the columns {columns}.",
    "impossible": "Empty: no statement is possible there.",
    "balance": "a balance of {amount}",
    "expenses": "expenses of {amount}",
    "revenues": "revenues of {amount}",
    "line": "{amount} on the line “{label}”",
    "for": "{figure} for {name}",
    "for_reserve": "{figure} for the reserve",
    "met": "{named} gives {figure}.",
    "already": "{named}, as it stands, gives {figure} already.",
    "past": "{named} is the first past the target: it gives {figure}.",
    "others": "Other values meet or pass the target too; this one is nearest to {current}.",
    "others_low": "Other values meet or pass the target too; this one is the lowest.",
    "level": "{what} makes no difference: every value gives {figure}.",
    "none": "No value of {what} from {low} to {high} gives {figure}.",
    "none_above": "No value of {what} from {low} on gives {figure}.",
    "none_at_all": "No value of {what} gives {figure}.",
    "ever_nearer": "The higher the value, the nearer it comes, but none gets there.",
    "opposite": "With the other sign there is one: {value} gives {figure}.",
    "opposite_balance": "With the other sign there is one: {value} gives {figure}. A balance is "
    "negative for who pays more than it receives.",
    "jump": "No value of {what} gives {figure} to the cent: the amount jumps past it. "
    "With --step, such as --step 0.01, the first value at or past it is given.",
    "nearest": "{value} comes nearest, with {figure}.",
    "nearest_low": "{value} comes nearest, with {figure}, and is the lowest that can be.",
    "nearest_high": "{value} comes nearest, with {figure}, and is the highest that can be.",
}

NL: Mapping[str, str] = {
    "range": "{what} van {first} tot {last}",
    "of_row": "{column}, {name}",
    "grid": "{figure}: in de rijen {rows}, in de kolommen {columns}.",
    "impossible": "Leeg: daar is geen berekening mogelijk.",
    "balance": "een saldo van {amount}",
    "expenses": "uitgaven van {amount}",
    "revenues": "inkomsten van {amount}",
    "line": "{amount} op de lijn “{label}”",
    "for": "{figure} voor {name}",
    "for_reserve": "{figure} voor de reserve",
    "met": "{named} geeft {figure}.",
    "already": "{named}, zoals het nu is, geeft al {figure}.",
    "past": "{named} is de eerste waarde voorbij het doel en geeft {figure}.",
    "others": "Ook andere waarden halen het doel of gaan erover; deze ligt het dichtst bij "
    "{current}.",
    "others_low": "Ook andere waarden halen het doel of gaan erover; deze is de laagste.",
    "level": "{what} maakt geen verschil: elke waarde geeft {figure}.",
    "none": "Geen enkele waarde voor {what} van {low} tot {high} geeft {figure}.",
    "none_above": "Geen enkele waarde voor {what} vanaf {low} geeft {figure}.",
    "none_at_all": "Geen enkele waarde voor {what} geeft {figure}.",
    "ever_nearer": "Hoe hoger de waarde, hoe dichter ze in de buurt komt, maar geen enkele haalt "
    "het.",
    "opposite": "Met het andere teken is er een: {value} geeft {figure}.",
    "opposite_balance": "Met het andere teken is er een: {value} geeft {figure}. Een saldo is "
    "negatief voor wie meer betaalt dan ontvangt.",
    "jump": "Geen enkele waarde voor {what} geeft precies {figure}: het bedrag springt erover. "
    "Met --step, zoals --step 0.01, krijgt u de eerste waarde op of voorbij het doel.",
    "nearest": "{value} komt het dichtst in de buurt, met {figure}.",
    "nearest_low": "{value} komt het dichtst in de buurt, met {figure}, en lager kan niet.",
    "nearest_high": "{value} komt het dichtst in de buurt, met {figure}, en hoger kan niet.",
}

VARIED: Mapping[str, Mapping[str, str]] = {Lang.EN: EN, Lang.NL: NL}
