"""What is said of a plan over the years."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "fits_nothing": "past op geen enkel getal van het bestand, in geen enkel jaar",
    "fit_alike": "`{one}` en `{other}` passen allebei even goed op `{number}`",
    "name_it": "noem het getal zelf",
    "nobody_left": "in {year} is er niemand meer om mee te delen",
    "end_before": "laat het plan eerder eindigen: `until = {last}`",
    "state_previous": "zeg in het blok van dat jaar wat als vorig jaar telt, zonder wie vrij is om meer te betalen: `{path} = {{ … }}`; of laat een grotere stijging toe",
    "rises_by": "het stijgt door `{path}`; geef het een eigen waarde in `[plan.{year}]`, of een andere stijging",
    "merge_in_part": "`{partner}` is er in {year} maar een deel van het jaar",
    "merge_absent": "`{partner}` is er niet in {year}",
    "merge_whole": "haal zijn {fields} weg, of laat fuseren in een jaar waarin hij er het hele jaar is",
    "merge_alone": "een fusie is van meer partners",
    "merge_several": "noem de partners die fuseren",
    "merge_taken": "`{partner}` is al een partner",
    "merge_one_sided": "`{path}` noemt sommige van hen, en de andere niet",
    "merge_list": "zet die lijst in het blok van een jaar eerder, of noem ze allemaal",
    "until": "moet een jaar van {first} tot {last} zijn",
    "no_year": "een plan heeft het jaar (`year`) nodig waarmee het begint",
    "not_in_a_year": "een jaar heeft geen eigen `{field}`",
    "of_the_file": "het staat in het bestand zelf",
    "first_year": "dit is het jaar dat het bestand zelf beschrijft",
    "write_above": "schrijf het in het bestand zelf, boven `[plan]`",
    "no_such_year": "dat jaar staat niet in het plan",
    "years": "het loopt van {first} tot {last}",
    "left": "{name} vertrekt",
    "joined": "{name} treedt toe",
    "joined_on": "{name} treedt toe op {day}",
    "first_full_year": "eerste volledige jaar van {name}",
    "ending": "{name} doet mee tot en met {day}",
    "merged": "{names} fuseren tot {name}",
    "turn": "de beurt van {name}",
    "turn_of_line": "{line}: de beurt van {name}",
    "capped_rise": Plural(
        "de stijging van {names} is begrensd", "de stijging van {names} is begrensd"
    ),
    "capped": Plural("{names} bereikt het maximum", "{names} bereiken het maximum"),
    "partners": "{number} partners",
    "index": "index {part}",
    "index_apart": Plural(
        "indexering van een bedrag, {least} tot {most}",
        "indexering van {count} bedragen, {least} tot {most}",
    ),
    "figures_rise": "kerncijfers {part}",
    "figures_rise_apart": Plural(
        "een kerncijfer, {least} tot {most}", "{count} kerncijfers, {least} tot {most}"
    ),
    "stepped": Plural("een vaste stijging van één getal", "vaste stijgingen van {count} getallen"),
    "events": "Wat er gebeurt:",
    "reserve": "De reserve:",
    "reserve_gets": "van {opening}, {amount} erbij, naar {closing}",
    "reserve_gives": "van {opening}, {amount} eraf, naar {closing}",
    "reserve_rests": "blijft {opening}",
    "reserve_short": "{told} (negatief)",
    "reserve_row": "Reserve: wat er op het einde van het jaar in zit; het totaal is dat van de partners.",
    "not_there": "{mark} dat jaar geen partner.",
    "year": "Jaar",
    "curves": "De cijfers van de partners van {first} tot {last}, een lijn voor elk.",
    "sheet": "Plan",
    "values_only": "Deze bladen houden de berekende bedragen; `compute --year {year} --format xlsx` geeft een afrekening die herrekent.",
    "also": "{first}; {also}",
    "add_plan": "voeg `[plan]` toe met zijn laatste jaar: `until = …`",
}
