"""What is said of a register of stays."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "title": "{title}: verblijven",
    "title_of": "{title}: verblijven, {scenario}",
    "caption": "Woningen",
    "home": "Woning",
    "owner": "Eigenaar",
    "stays": "Verblijven",
    "nights": "Nachten",
    "days": "Dagen",
    "available": "Dagen beschikbaar",
    "occupancy": "Bezetting",
    "income": "Dagprijzen",
    "referrer": "Doorverwijzer",
    "nights_of_size": "Nachten, gezin van {size}",
    "days_of_size": "Dagen, gezin van {size}",
    "elsewhere": "In woningen van anderen",
    "amount": "Tegen dagprijs",
    "referrers": "Wie doorverwees, en voor hoelang:",
    "between": "In wiens woningen (kolommen) de cliënten van wie (rijen) verbleven, in nachten:",
    "between_days": "In wiens woningen (kolommen) de cliënten van wie (rijen) verbleven, in dagen:",
    "between_amounts": "Hetzelfde tegen de dagprijs:",
    "uneven": "Door de afronding wijken de kolommen van {owners} af van de dagprijzen van hun woningen: elke rij is wat een partner betaalt.",
    "findings": "Wat in het register nazicht verdient:",
    "at_line": "regel {line}, {home}: {text}",
    "planned": "Geplande bezetting: {occupancy}.",
    "mean": "Verblijven die in het jaar eindigden, duurden gemiddeld {nights} nachten.",
    "longest": Plural(
        "Het langste verblijf: {home}, {count} nacht.",
        "Het langste verblijf: {home}, {count} nachten.",
    ),
    "longest_coded": Plural(
        "Het langste verblijf: {stay}, {home}, {count} nacht.",
        "Het langste verblijf: {stay}, {home}, {count} nachten.",
    ),
    "longest_of": Plural(
        "Het langste verblijf: in een woning van {owner}, {count} nacht.",
        "Het langste verblijf: in een woning van {owner}, {count} nachten.",
    ),
    "longest_coded_of": Plural(
        "Het langste verblijf: {stay}, in een woning van {owner}, {count} nacht.",
        "Het langste verblijf: {stay}, in een woning van {owner}, {count} nachten.",
    ),
    "still_there": Plural(
        "{count} verblijf loopt na het jaareinde door.",
        "{count} verblijven lopen na het jaareinde door.",
    ),
    "unreferred": "Van {nights} {counted} is geen doorverwijzer bekend.",
    "unreferred_in": Plural(
        "Van {nights} {counted}, in {count} verblijf, is geen doorverwijzer bekend: regel {lines}.",
        "Van {nights} {counted}, in {count} verblijven, is geen doorverwijzer bekend: regels {lines}.",
    ),
    "no_register": "heeft geen register van verblijven",
    "name_register": 'noem het: `[stays] register = "verblijven.csv"`, in het bestand of in een scenario',
}
