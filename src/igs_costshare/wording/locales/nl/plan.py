"""What is said of a plan over the years."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fits_nothing": "past op geen enkel getal van het bestand, in geen enkel jaar",
    "fit_alike": "`{one}` en `{other}` passen allebei even goed op `{number}`",
    "name_it": "noem het getal zelf",
    "merge_in_part": "`{partner}` is er maar een deel van een jaar",
    "merge_whole": "haal zijn `from` en `until` weg, of laat later fuseren",
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
}
