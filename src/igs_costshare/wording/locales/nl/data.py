"""Tables of key figures: what is wrong with one, and what it changes in a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "doubtful": "{written} kan gelezen worden als {thousands} en als {decimals}",
    "be_clear": "schrijf `{thousands}` of `{decimals}`",
    "no_number": "{written} is geen getal",
    "write_number": "schrijf een getal zonder eenheid of teken, zoals 31866 of 12,5; laat de cel leeg als er geen cijfer is",
    "below_zero": "moet minstens 0 zijn, maar is {written}",
    "too_large": "mag hoogstens {most} zijn, maar is {written}",
    "too_many_decimals": "heeft meer dan {most} decimalen: {written}",
    "not_whole": "moet een geheel getal zijn, maar is {written}",
    "save_as_csv": "bewaar de tabel als CSV (UTF-8)",
    "too_large_file": "is groter dan een tabel met kerncijfers",
    "too_many_rows": "heeft meer dan {most} rijen",
    "empty": "bevat geen rijen",
    "no_who": "geen enkele kolom zegt van welke partner een rij is: haar kop zou {names} zijn",
    "no_name": "geen enkele kolom zegt hoe de partners heten: haar kop zou {names} zijn",
    "headers": "de koppen zijn {names}",
    "no_column": "geen enkele kolom heet “{header}”",
    "no_key": "geen enkele kolom heet zoals een sleutel van het bestand",
    "name_column": "zeg welke kolom het is: {option}",
    "several": "meer dan één kolom heet “{header}”, of bevat dezelfde sleutel",
    "one_column": "geef elke kolom een eigen kop, of kies er één met --column",
    "column_form": "verwacht SLEUTEL=KOP",
    "column_twice": "noemt de sleutel `{key}` een tweede keer",
    "twice": "“{who}” staat al op regel {line}",
    "one_row": "laat één rij over voor elke partner",
    "several_partners": "“{who}” is de naam van meer dan één partner: {ids}",
    "match_otherwise": "koppel op id of op NIS-code: --match id, --match nis",
    "no_partner_name": "deze rij heeft geen naam waar een id van te maken is",
    "not_sound": "met deze cijfers zou de beschrijving niet kloppen, om wat hierna volgt",
    "not_written": "deze cijfers kunnen niet in de tekst van dit bestand geschreven worden: er zou iets anders staan",
    "added": "{path} is nieuw: {after}",
    "would_add": "{path} komt erbij: {after}",
    "no_change": "er wijzigt geen enkel cijfer",
    "left_empty": "blijft zoals het was, want de tabel heeft er geen cijfer voor: {paths}",
    "not_in_file": "niet gevonden in {file}: {names}",
    "not_in_data": "niet gevonden in {data}: {names}",
}
