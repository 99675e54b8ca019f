"""The sentences of an explanation in English."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # what a line costs or brings in
    "amount": "Amount: {amount}",
    "staff": "{fte} FTE × {cost} = {amount}",
    "price_amount": "Price: {amount} for each of {key}",
    "price_staff": "Price: {fte} FTE × {cost} = {amount} for each of {key}",
    "line_priced": "{quantity} × {price} = {amount}",
    "sum_of_cells": "The partners’ amounts, each rounded by itself, together: {amount}",
    "only": "Only for {names}",
    "except": "For everybody except {names}",
    "basis": "Basis: {basis}",
    "line_total": "{label}: {amount} to divide",
    # subsidies
    "subsidy_amount": "Fixed sum: {amount}",
    "subsidy_rate": "{rate} of the eligible costs, {base}: {amount}",
    "eligible": "Eligible: {label}, {amount}",
    "subsidy_match": "For each euro that the partners still have to pay, {match} is added: of "
    "{base} that makes {amount}",
    "subsidy_match_nothing": "Nothing is left to pay, so there is nothing to match: {amount}",
    "subsidy_left": "Left to share when its turn comes: {amount}",
    "cap": "At most {cap}, so {amount} instead of {gross}",
    "cap_idle": "At most {cap}, which is not reached",
    # the pool
    "pool": "Shared by the common contribution",
    "pool_cost": "{label}: {amount}",
    "pool_income": "less {label}: {amount}",
    "pool_left": "Left to share: {amount}",
    "pool_exact": "Before rounding: {amount}",
    # shares
    "no_part": "{partner} does not take part in this",
    "equal": "Equal parts: 1 of {members}, or {share}",
    "key": "Key: {figure} of {total}, or {share}",
    "agreed": "Agreed share: {share}",
    "agreed_scaled": "Agreed share: {percentage} of {sum} together, scaled to 100\xa0%: {share}",
    "weighted_equal": "{part} of it in equal parts: 1 of {members}, or {share}",
    "weighted_key": "{part} of it by key: {figure} of {total}, or {share}",
    "combined": "Together: {sum} = {share}",
    "by_contribution": "Share: of the whole {pool} it contributes {contribution}, or {share}",
    "contribution_model": "Contribution: {fraction} × {pool} = {amount}",
    "contribution_fixed": "Contribution: {fixed} and {fraction} × {rest}, together {amount}",
    "fixed_rest": "After {members} × {fixed} fixed, {rest} of {pool} is left",
    "factor": "λ × {given} = {amount}, with λ = {factor}: the factor at which all contributions, "
    "within their bounds, add up to {pool}",
    "held_low": "The minimum of {bound} holds: {amount} instead of {given}",
    "held_high": "The maximum of {bound} holds: {amount} instead of {given}",
    "bounds_effect": "Because of the bounds some pay more and others less: {changes}",
    "more": "{name} {amount} more",
    "less": "{name} {amount} less",
    "bounds_idle": "Within the agreed bounds, which change nothing here",
    "same_share": "Share in the common costs, as above: {share}",
    "product": "{fraction} × {total} = {amount}",
    # key figures
    "figure": "{partner}: {figure}",
    "days_use": "{days} × {price} = {amount}",
    "days_size": "Household of {size}: {days}",
    # prices and charges
    "priced": "{quantity} × {price} = {amount}",
    "due_fixed": "Fixed amount: {amount}",
    "due_rate": "{quantity} × {price} = {amount}",
    "due_bracket": "Bracket {step} of {key}, {range}: {quantity} × {price} = {amount}",
    "due_class": "Class {step} of {key}, {range}, for a figure of {figure}: {amount}",
    "due_days": "Days of use at the day price: {amount}",
    "range_to": "up to {top}",
    "range_between": "above {bottom}, up to {top}",
    "range_above": "above {bottom}",
    "dues": "Together: {amount}",
    "reserve": "Shared {pool} less contributions of {charged}: {amount}",
    "reserve_pays": "The contributions fall short: the reserve pays the difference",
    "reserve_keeps": "The contributions exceed it: the difference goes into the reserve",
    "reserve_even": "The contributions meet it exactly",
    "reserve_part": "The reserve adds: {amount}",
    "reserve_kept": "less what goes into the reserve: {kept}",
    "charged": "{name}: {amount}",
    "no_amount": "No amount for {name}",
    # homes and day prices
    "homes_earn": "{homes} × {days} × {occupancy} × {price} = {amount}",
    "home_earns": "{homes}: {days} × {occupancy} × {price} = {amount}",
    "homes_none": "No homes, so no day prices",
    "homes_unpriced": "{home}: no days, occupancy or price is known, so {amount}",
    "mean_price": "Mean day price: ({sum}) / {weights} = {amount}",
    "mean_part": "{weight} × {price}",
    "one_price": "Day price: {amount}",
    "days_available": "{days} days",
    "paid_total": "The day prices that the homes earn together: {amount}",
    # rounding
    "cents": "cents",
    "the_cent": "the cent",
    "steps": "steps of {unit}",
    "rounded": "Rounded to {to}: {exact} becomes {amount}",
    "floor": "In whole {steps}: {amount}; the remainder is {rest}",
    "nothing_left": "Rounding down leaves nothing over",
    "left_over": "Rounding down leaves {left} over, {unit} each for the largest remainders: "
    "{names}",
    "won_remainder": "{partner} gets {unit}: its remainder is among the largest",
    "won_burden": "{partner} gets {unit}: its remainder is as large as that of {others}, which "
    "bore more left-over {steps} so far ({their} against {own})",
    "won_burden_income": "{partner} gets {unit}: its remainder is as large as that of {others}, "
    "which bore fewer left-over {steps} so far ({their} against {own})",
    "won_order": "{partner} gets {unit}: its remainder is as large as that of {others}, which "
    "bore as many left-over {steps} so far; then the order in the file counts",
    "lost_remainder": "{partner} gets none: its remainder is smaller",
    "lost_burden": "{partner} gets none: its remainder is as large as that of {others}, which "
    "bore fewer left-over {steps} so far ({their} against {own})",
    "lost_burden_income": "{partner} gets none: its remainder is as large as that of {others}, "
    "which bore more left-over {steps} so far ({their} against {own})",
    "lost_order": "{partner} gets none: its remainder is as large as that of {others}, which "
    "bore as many left-over {steps} so far; then the order in the file counts",
    "fell_back": "Who takes the difference by agreement would have gone below zero, so this line "
    "is divided by largest remainder",
    "by_itself": "Rounded by itself to {to}: {exact} becomes {amount}",
    "taker_largest": "Together the rounded shares are {difference} off the total; {taker} has the "
    "largest share and takes the difference",
    "taker_agreed": "Together the rounded shares are {difference} off the total; {taker} takes "
    "the difference, as agreed",
    "taker_absent": "Together the rounded shares are {difference} off the total; {agreed} has no "
    "share here, so {taker}, with the largest share, takes the difference",
    "taken": "With the difference: {amount}",
    # totals
    "term": "{label}: {amount}",
    "less_term": "less {label}: {amount}",
    "nothing": "No lines: {amount}",
}
