"""What is said of a register of stays."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "title": "{title}: stays",
    "title_of": "{title}: stays, {scenario}",
    "caption": "Homes",
    "home": "Home",
    "owner": "Owner",
    "stays": "Stays",
    "nights": "Nights",
    "days": "Days",
    "available": "Available days",
    "occupancy": "Occupancy",
    "income": "Day prices",
    "referrer": "Referrer",
    "nights_of_size": "Nights, household of {size}",
    "days_of_size": "Days, household of {size}",
    "elsewhere": "In homes of others",
    "amount": "At the day price",
    "referrers": "Who referred whom, and for how long:",
    "between": "In whose homes (columns) the clients of whom (rows) stayed, in nights:",
    "between_days": "In whose homes (columns) the clients of whom (rows) stayed, in days:",
    "between_amounts": "The same at the day price:",
    "uneven": "Rounding leaves the columns of {owners} unlike the day prices of their homes: each row is what a partner pays.",
    "findings": "What deserves a look in the register:",
    "at_line": "line {line}, {home}: {text}",
    "planned": "Planned occupancy: {occupancy}.",
    "mean": "Stays that ended in the year lasted {nights} nights on average.",
    "longest": Plural(
        "The longest stay: {home}, {count} night.", "The longest stay: {home}, {count} nights."
    ),
    "longest_coded": Plural(
        "The longest stay: {stay}, {home}, {count} night.",
        "The longest stay: {stay}, {home}, {count} nights.",
    ),
    "longest_of": Plural(
        "The longest stay: in a home of {owner}, {count} night.",
        "The longest stay: in a home of {owner}, {count} nights.",
    ),
    "longest_coded_of": Plural(
        "The longest stay: {stay}, in a home of {owner}, {count} night.",
        "The longest stay: {stay}, in a home of {owner}, {count} nights.",
    ),
    "still_there": Plural(
        "{count} stay goes on after the end of the year.",
        "{count} stays go on after the end of the year.",
    ),
    "unreferred": "Of {nights} {counted} no referrer is known.",
    "unreferred_in": Plural(
        "Of {nights} {counted}, of {count} stay, no referrer is known: line {lines}.",
        "Of {nights} {counted}, of {count} stays, no referrer is known: lines {lines}.",
    ),
    "no_register": "has no register of stays",
    "name_register": 'name it: `[stays] register = "stays.csv"`, in the file or in a scenario',
}
