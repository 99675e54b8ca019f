"""What charts find, and what their marks mean."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "amounts": "Wat elke partner betaalt",
    "all_alike": "Alle partners hebben hetzelfde bedrag",
    "pays_most": "{name} betaalt het meest: {share} van het geheel",
    "receives_most": "{name} ontvangt het meest: {share} van het geheel",
    "amounts_text": "Bedragen van {count} partners, van groot naar klein: {first} heeft het meest ({high}), {last} het minst ({low}).",
    "covered_text": "Uitgaven van {count} partners met het deel dat inkomsten dekken: {first} draagt het meest ({high}), {last} het minst ({low}).",
    "amounts_note": "Van groot naar klein, met het aandeel in het geheel.",
    "signed_note": "Van groot naar klein; een minteken betekent dat iemand ontvangt.",
    "covered_note": "Een balk is wat een partner draagt; het lichtste deel is gedekt door zijn inkomsten. Rechts staat wat hij nog betaalt, met een minteken wat hij overhoudt.",
    "covered_received_note": "Een balk is wat een partner draagt; het lichtste deel zijn zijn inkomsten. Rechts staat wat hij ontvangt.",
    "most_annex": "De grafiek toont de {count} partners met de grootste bedragen, van {all}; in de bijlage staan ze allemaal.",
    "most": "De grafiek toont de {count} partners met de grootste bedragen, van {all}; in de tabel staan ze allemaal.",
}
