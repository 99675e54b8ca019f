"""What the page says beside its tables."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "answer": "Net contribution of each partner",
    "share": "Share",
    "per_inhabitant": "Per inhabitant",
    "bill_is": "Net contribution: expenses less revenues; what a partner receives is below zero.",
    "statement": "What each partner bears and receives",
    "aside": "Slide the table aside: it goes on to “{last}”.",
    "part": "{caption} ({place} of {count})",
    "balance_is": "The balance is revenues less expenses: what has a minus sign, the partner pays.",
    "method": "How it was divided",
    "pool": "What the partners share",
    "line": "Line",
    "amount": "Amount",
    "to_share": "To share",
    "contributions": "Contributions of the partners",
    "reserve_pays": "The reserve adds",
    "reserve_keeps": "Into the reserve",
    "rounding": "Everything is computed exactly and rounded once, at the end, to {unit}.",
    "largest_remainder": "What is then left over of a divided amount goes, {unit} each, to the partners with the largest remainders, so that every column adds up.",
    "largest": "What is then left over of a divided amount is for the partner with the largest share, so that every column adds up.",
    "taker": "What is then left over of a divided amount is for {partner} (where it has no share, for the largest share), so that every column adds up.",
    "priced": "Prices and rates are rounded for each partner by itself: who uses as much pays as much.",
    "scenarios": "Scenarios side by side",
    "scenario_table": "Net contribution of each partner in each scenario",
    "left_out": "Left out, because it cannot be computed: {names}.",
    "explanation": "How the figures arise",
    "explanation_of": "First the costs and revenues as a whole, each figure with the line of {file} on which it was given; then the part of each partner in them, to the cent.",
    "line_of": "line {line}",
    "whole": "The network as a whole",
    "explanation_long": "For {partners} partners and {lines} lines this would take hundreds of sheets. The command “igs-costshare explain” tells it for the partner that is asked for.",
    "contents": "On this page",
}
