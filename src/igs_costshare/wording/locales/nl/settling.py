"""What is said of a settlement: faults, the table, and who pays whom."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "off": "de bedragen zijn samen {given}, en de post is {total}",
    "add_up": "er ontbreekt {amount}",
    "lower": "dat is {amount} te veel",
    "left_behind": "neemt `{partner}` weg, en de afrekening heeft die partner nodig: {fields}",
    "keep": "reken een ander scenario af, of laat `{partner}` in dit scenario staan",
    "in_kind_by_nobody": "`in_kind` vraagt `paid_by`: nergens staat wie het inbrengt",
    "say_who_brings_in": "voeg `paid_by` met een partner toe, of laat `in_kind` weg",
    "in_kind_by_account": "de gemeenschappelijke rekening brengt niets in natura in",
    "partner_brings_in": "noem partners, of laat `in_kind` weg",
    "each_of_charge": "niemand draagt een deel van deze post: `[contribution]` is een tarief",
    "name_one": 'noem een partner, `"account"`, of het bedrag van elk',
    "day_price_not_received": "de partners betalen de dagprijs in de afrekening: niemand heeft hem al ontvangen",
    "leave_out": "laat het weg",
    "too_fine": "heeft meer dan {most} decimalen, en wordt betaald zoals het er staat: {got}",
    "round_it": "rond af tot wat betaald is",
}
