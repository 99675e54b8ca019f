"""What people call the characters that they did not mean to type."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "named": "{name} ({code})",
    "other": "een teken",
    "no_break_space": "een vaste spatie",
    "narrow_no_break_space": "een smalle vaste spatie",
    "en_space": "een halve brede spatie",
    "em_space": "een brede spatie",
    "figure_space": "een spatie zo breed als een cijfer",
    "thin_space": "een dunne spatie",
    "hair_space": "een heel dunne spatie",
    "ideographic_space": "een Chinese spatie",
    "soft_hyphen": "een zacht afbreekstreepje",
    "zero_width_space": "een teken zonder breedte",
    "zero_width_non_joiner": "een teken dat letters scheidt",
    "zero_width_joiner": "een teken dat letters verbindt",
    "word_joiner": "een teken dat woorden verbindt",
    "byte_order_mark": "een teken dat een bestand kan openen",
    "left_to_right_mark": "een teken voor de leesrichting (naar rechts)",
    "right_to_left_mark": "een teken voor de leesrichting (naar links)",
    "left_to_right_embedding": "een teken dat de leesrichting wijzigt (naar rechts)",
    "right_to_left_embedding": "een teken dat de leesrichting wijzigt (naar links)",
    "end_of_direction": "een teken dat een leesrichting beëindigt",
    "left_to_right_override": "een teken dat de leesrichting omkeert (naar rechts)",
    "right_to_left_override": "een teken dat de leesrichting omkeert (naar links)",
    "hyphen": "een koppelteken",
    "non_breaking_hyphen": "een vast koppelteken",
    "figure_dash": "een streep zo breed als een cijfer",
    "en_dash": "een half kastlijntje",
    "em_dash": "een kastlijntje",
    "minus": "een minteken uit een tekstverwerker",
    "times": "een maalteken",
    "quarter": "het teken voor een kwart",
    "half": "het teken voor een half",
    "three_quarters": "het teken voor drie kwart",
}
