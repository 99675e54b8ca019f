"""The sentences of an explanation in Dutch, as a finance officer would say them to the council."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # what a line costs or brings in
    "amount": "Bedrag: {amount}",
    "staff": "{fte} VTE × {cost} = {amount}",
    "price_amount": "Prijs: {amount} per {key}",
    "price_staff": "Prijs: {fte} VTE × {cost} = {amount} per {key}",
    "line_priced": "{quantity} × {price} = {amount}",
    "sum_of_cells": "De bedragen van de partners, elk apart afgerond, samen: {amount}",
    "only": "Enkel voor {names}",
    "except": "Voor iedereen behalve {names}",
    "basis": "Grondslag: {basis}",
    "line_total": "{label}: {amount} te verdelen",
    # subsidies
    "subsidy_amount": "Vaste som: {amount}",
    "subsidy_rate": "{rate} van de kosten die in aanmerking komen, {base}: {amount}",
    "eligible": "Komt in aanmerking: {label}, {amount}",
    "subsidy_match": "Bij elke euro die de partners nog zelf betalen komt {match}: van {base} is "
    "dat {amount}",
    "subsidy_match_nothing": "Er valt niets meer te betalen, dus ook niets aan te vullen: {amount}",
    "subsidy_left": "Op dat ogenblik nog te verdelen: {amount}",
    "cap": "Ten hoogste {cap}, dus {amount} in plaats van {gross}",
    "cap_idle": "Ten hoogste {cap}; dat wordt niet bereikt",
    # the pool
    "pool": "Gedeeld door de gemeenschappelijke bijdrage",
    "pool_cost": "{label}: {amount}",
    "pool_income": "min {label}: {amount}",
    "pool_left": "Te verdelen: {amount}",
    "pool_exact": "Vóór afronding: {amount}",
    # shares
    "no_part": "{partner} neemt hieraan niet deel",
    "equal": "Gelijke delen: 1 van {members}, of {share}",
    "key": "Verdeelsleutel: {figure} van {total}, of {share}",
    "agreed": "Afgesproken aandeel: {share}",
    "agreed_scaled": "Afgesproken aandeel: {percentage} van samen {sum}, herrekend tot 100\xa0%: "
    "{share}",
    "weighted_equal": "{part} daarvan in gelijke delen: 1 van {members}, of {share}",
    "weighted_key": "{part} daarvan volgens de sleutel: {figure} van {total}, of {share}",
    "combined": "Samen: {sum} = {share}",
    "by_contribution": "Aandeel: van het geheel van {pool} draagt deze partner {contribution} bij, "
    "of {share}",
    "contribution_model": "Bijdrage: {fraction} × {pool} = {amount}",
    "contribution_fixed": "Bijdrage: {fixed} en {fraction} × {rest}, samen {amount}",
    "fixed_rest": "Na {members} × {fixed} vast blijft er {rest} van {pool} over",
    "factor": "λ × {given} = {amount}, met λ = {factor}: de factor waarmee alle bijdragen, binnen "
    "hun grenzen, samen {pool} zijn",
    "held_low": "Het minimum van {bound} geldt: {amount} in plaats van {given}",
    "held_high": "Het maximum van {bound} geldt: {amount} in plaats van {given}",
    "bounds_effect": "Door de grenzen betaalt de ene meer en de andere minder: {changes}",
    "more": "{name} {amount} meer",
    "less": "{name} {amount} minder",
    "bounds_idle": "Binnen de afgesproken grenzen, die hier niets veranderen",
    "same_share": "Aandeel in de gedeelde kosten, zoals hierboven: {share}",
    "product": "{fraction} × {total} = {amount}",
    # key figures
    "figure": "{partner}: {figure}",
    "days_use": "{days} × {price} = {amount}",
    "days_size": "Gezin van {size}: {days}",
    # prices and charges
    "priced": "{quantity} × {price} = {amount}",
    "due_fixed": "Vast bedrag: {amount}",
    "due_rate": "{quantity} × {price} = {amount}",
    "due_bracket": "Schijf {step} van {key}, {range}: {quantity} × {price} = {amount}",
    "due_class": "Klasse {step} van {key}, {range}, voor een cijfer van {figure}: {amount}",
    "due_days": "Gebruiksdagen tegen de dagprijs: {amount}",
    "range_to": "tot en met {top}",
    "range_between": "boven {bottom} tot en met {top}",
    "range_above": "boven {bottom}",
    "dues": "Samen: {amount}",
    "reserve": "Gedeelde kosten van {pool} min {charged} aan bijdragen: {amount}",
    "reserve_pays": "De bijdragen volstaan niet: de reserve legt het verschil bij",
    "reserve_keeps": "De bijdragen brengen meer op: het verschil gaat naar de reserve",
    "reserve_even": "De bijdragen dekken de kosten precies",
    "reserve_part": "De reserve legt bij: {amount}",
    "reserve_kept": "min wat er naar de reserve gaat: {kept}",
    "charged": "{name}: {amount}",
    "no_amount": "Geen enkel bedrag voor {name}",
    # homes and day prices
    "homes_earn": "{homes} × {days} × {occupancy} × {price} = {amount}",
    "home_earns": "{homes}: {days} × {occupancy} × {price} = {amount}",
    "homes_none": "Geen woningen, dus geen dagprijzen",
    "homes_unpriced": "{home}: zonder dagen, bezettingsgraad of prijs, dus {amount}",
    "mean_price": "Gemiddelde dagprijs: ({sum}) / {weights} = {amount}",
    "mean_part": "{weight} × {price}",
    "one_price": "Dagprijs: {amount}",
    "days_available": "{days} dagen",
    "paid_total": "De dagprijzen die de woningen samen opbrengen: {amount}",
    # rounding
    "cents": "centen",
    "the_cent": "de cent",
    "steps": "stappen van {unit}",
    "rounded": "Afgerond op {to}: {exact} wordt {amount}",
    "floor": "In hele {steps}: {amount}; de rest is {rest}",
    "nothing_left": "Na het afronden naar beneden blijft er niets over",
    "left_over": "Na het afronden naar beneden blijft er {left} over, telkens {unit} voor de "
    "grootste resten: {names}",
    "won_remainder": "{partner} krijgt {unit}: de rest is bij de grootste",
    "won_burden": "{partner} krijgt {unit}: de rest is even groot als die van {others}, die tot nu "
    "toe meer overgebleven {steps} droeg ({their} tegenover {own})",
    "won_burden_income": "{partner} krijgt {unit}: de rest is even groot als die van {others}, die "
    "tot nu toe minder overgebleven {steps} droeg ({their} tegenover {own})",
    "won_order": "{partner} krijgt {unit}: de rest is even groot als die van {others}, die tot nu "
    "toe evenveel overgebleven {steps} droeg; dan telt de volgorde in het bestand",
    "lost_remainder": "{partner} krijgt er geen: de rest is kleiner",
    "lost_burden": "{partner} krijgt er geen: de rest is even groot als die van {others}, die tot "
    "nu toe minder overgebleven {steps} droeg ({their} tegenover {own})",
    "lost_burden_income": "{partner} krijgt er geen: de rest is even groot als die van {others}, "
    "die tot nu toe meer overgebleven {steps} droeg ({their} tegenover {own})",
    "lost_order": "{partner} krijgt er geen: de rest is even groot als die van {others}, die tot "
    "nu toe evenveel overgebleven {steps} droeg; dan telt de volgorde in het bestand",
    "fell_back": "Wie volgens afspraak het verschil neemt, zou onder nul gaan; daarom geldt voor "
    "deze lijn de grootste-restmethode",
    "by_itself": "Apart afgerond op {to}: {exact} wordt {amount}",
    "taker_largest": "Samen wijken de afgeronde aandelen {difference} af van het totaal; {taker} "
    "heeft het grootste aandeel en neemt het verschil",
    "taker_agreed": "Samen wijken de afgeronde aandelen {difference} af van het totaal; {taker} "
    "neemt het verschil, zoals afgesproken",
    "taker_absent": "Samen wijken de afgeronde aandelen {difference} af van het totaal; {agreed} "
    "heeft hier geen aandeel, dus neemt {taker}, met het grootste aandeel, het verschil",
    "taken": "Met het verschil: {amount}",
    # totals
    "term": "{label}: {amount}",
    "less_term": "min {label}: {amount}",
    "nothing": "Geen lijnen: {amount}",
}
