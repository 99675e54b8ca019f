"""What people call the characters that they did not mean to type."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "named": "{name} ({code})",
    "other": "a character",
    "no_break_space": "a no-break space",
    "narrow_no_break_space": "a narrow no-break space",
    "en_space": "an en space",
    "em_space": "an em space",
    "figure_space": "a figure space",
    "thin_space": "a thin space",
    "hair_space": "a hair space",
    "ideographic_space": "an ideographic space",
    "soft_hyphen": "a soft hyphen",
    "zero_width_space": "a zero width space",
    "zero_width_non_joiner": "a zero width non-joiner",
    "zero_width_joiner": "a zero width joiner",
    "word_joiner": "a word joiner",
    "byte_order_mark": "a zero width no-break space",
    "left_to_right_mark": "a left-to-right mark",
    "right_to_left_mark": "a right-to-left mark",
    "left_to_right_embedding": "a left-to-right embedding",
    "right_to_left_embedding": "a right-to-left embedding",
    "end_of_direction": "a pop directional formatting",
    "left_to_right_override": "a left-to-right override",
    "right_to_left_override": "a right-to-left override",
    "hyphen": "a hyphen",
    "non_breaking_hyphen": "a non-breaking hyphen",
    "figure_dash": "a figure dash",
    "en_dash": "an en dash",
    "em_dash": "an em dash",
    "minus": "a minus sign",
    "times": "a multiplication sign",
    "quarter": "a vulgar fraction one quarter",
    "half": "a vulgar fraction one half",
    "three_quarters": "a vulgar fraction three quarters",
}
