"""What the page says beside its tables."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "answer": "Nettobijdrage per partner",
    "share": "Aandeel",
    "per_inhabitant": "Per inwoner",
    "bill_is": "Nettobijdrage: uitgaven min inkomsten; wat een partner ontvangt, staat onder nul.",
    "statement": "Wat elke partner draagt en ontvangt",
    "aside": "Schuif de tabel opzij: ze gaat verder tot “{last}”.",
    "part": "{caption} ({place} van {count})",
    "balance_is": "Het saldo is inkomsten min uitgaven: wat een minteken heeft, legt de partner bij.",
    "method": "Hoe er verdeeld is",
    "pool": "Wat de partners delen",
    "line": "Post",
    "amount": "Bedrag",
    "to_share": "Te verdelen",
    "contributions": "Bijdragen van de partners",
    "reserve_pays": "De reserve legt bij",
    "reserve_keeps": "Naar de reserve",
    "rounding": "Alles wordt exact berekend en één keer afgerond, op het einde, op {unit}.",
    "largest_remainder": "Wat er dan van een verdeeld bedrag overblijft, gaat telkens per {unit} naar de partners met de grootste rest, zodat elke kolom precies optelt.",
    "largest": "Wat er dan van een verdeeld bedrag overblijft, is voor de partner met het grootste aandeel, zodat elke kolom precies optelt.",
    "taker": "Wat er dan van een verdeeld bedrag overblijft, is voor {partner} (of, waar die geen aandeel heeft, voor het grootste aandeel), zodat elke kolom precies optelt.",
    "priced": "Prijzen en tarieven worden voor elke partner apart afgerond: wie evenveel gebruikt, betaalt evenveel.",
    "scenarios": "Scenario’s naast elkaar",
    "scenario_table": "Nettobijdrage van elke partner in elk scenario",
    "left_out": "Weggelaten, omdat het niet berekend kan worden: {names}.",
    "explanation": "Hoe de cijfers tot stand komen",
    "explanation_of": "Eerst de uitgaven en inkomsten in hun geheel, elk cijfer met de regel van {file} waar het staat; dan het deel van elke partner daarin, tot op de cent.",
    "line_of": "regel {line}",
    "whole": "Het netwerk als geheel",
    "explanation_long": "Voor {partners} partners en {lines} posten zou dit honderden bladzijden vragen. De opdracht “igs-costshare explain” vertelt het voor de partner die u opgeeft.",
    "contents": "Op deze bladzijde",
}
