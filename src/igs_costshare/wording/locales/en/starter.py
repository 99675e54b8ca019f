"""The remarks of a description that is made from a table of partners."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "head": "A network to fill in, with a partner for each row of your table.\nTo calculate: igs-costshare compute network.toml --lang en\nTo write new figures into it later: igs-costshare fill network.toml TABLE",
    "title": "Our network",
    "cost": "COSTS: a block for each cost, as an amount a year. This one is an example: replace it by yours.",
    "label": "Overhead",
    "contribution": "HOW COSTS ARE SHARED: by this key. Other models: see the documentation, or igs-costshare init dues.",
    "partners": "PARTNERS: names and figures are those of your table.",
}
