"""What is said of a number that varies, and of a target that is met."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "range": "{what} van {first} tot {last}",
    "grid": "{figure}: in de rijen {rows}, in de kolommen {columns}.",
    "impossible": "Leeg: daar is geen berekening mogelijk.",
    "within": "{what} ({within})",
    "balance": "een saldo van {amount}",
    "expenses": "uitgaven van {amount}",
    "revenues": "inkomsten van {amount}",
    "line": "{amount} op de post “{label}”",
    "for": "{figure} voor {name}",
    "for_reserve": "{figure} voor de reserve",
    "is": "{what} {value}",
    "is_long": "{what}: {value}",
    "met": "{named} geeft {figure}.",
    "already": "{named}, zoals het nu is, geeft al {figure}.",
    "past": "{named} is de eerste waarde voorbij het doel en geeft {figure}.",
    "others": "Ook andere waarden halen het doel of gaan erover; deze ligt het dichtst bij {current}.",
    "others_low": "Ook andere waarden halen het doel of gaan erover; deze is de laagste.",
    "level": "{what} maakt geen verschil: elke waarde geeft {figure}.",
    "none": "{what}: geen enkele waarde van {low} tot {high} geeft {figure}.",
    "none_above": "{what}: geen enkele waarde vanaf {low} geeft {figure}.",
    "none_at_all": "{what}: geen enkele waarde geeft {figure}.",
    "ever_nearer": "Hoe hoger de waarde, hoe dichter ze in de buurt komt, maar geen enkele haalt het.",
    "opposite": "Met het andere teken is er een: {value} geeft {figure}.",
    "opposite_balance": "Met het andere teken is er een: {value} geeft {figure}. Een saldo is negatief voor wie meer betaalt dan ontvangt.",
    "jump": "{what}: geen enkele waarde geeft precies {figure}, het bedrag springt erover. Met --step, zoals --step 0.01, krijgt u de eerste waarde op of voorbij het doel.",
    "nearest": "{value} komt het dichtst in de buurt, met {figure}.",
    "nearest_low": "{value} komt het dichtst in de buurt, met {figure}, en lager kan niet.",
    "nearest_high": "{value} komt het dichtst in de buurt, met {figure}, en hoger kan niet.",
}
