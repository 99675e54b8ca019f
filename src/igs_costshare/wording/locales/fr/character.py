"""What people call the characters that they did not mean to type."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "named": "{name} ({code})",
    "other": "un caractère",
    "no_break_space": "une espace insécable",
    "narrow_no_break_space": "une espace insécable étroite",
    "en_space": "un demi-cadratin",
    "em_space": "un cadratin",
    "figure_space": "une espace tabulaire",
    "thin_space": "une espace fine",
    "hair_space": "une espace ultrafine",
    "ideographic_space": "une espace idéographique",
    "soft_hyphen": "un trait d’union conditionnel",
    "zero_width_space": "une espace sans largeur",
    "zero_width_non_joiner": "un caractère qui sépare des lettres",
    "zero_width_joiner": "un caractère qui lie des lettres",
    "word_joiner": "un caractère qui lie des mots",
    "byte_order_mark": "un caractère qui peut ouvrir un fichier",
    "left_to_right_mark": "un caractère de sens de lecture (vers la droite)",
    "right_to_left_mark": "un caractère de sens de lecture (vers la gauche)",
    "left_to_right_embedding": "un caractère qui modifie le sens de lecture (vers la droite)",
    "right_to_left_embedding": "un caractère qui modifie le sens de lecture (vers la gauche)",
    "end_of_direction": "un caractère qui met fin à un sens de lecture",
    "left_to_right_override": "un caractère qui inverse le sens de lecture (vers la droite)",
    "right_to_left_override": "un caractère qui inverse le sens de lecture (vers la gauche)",
    "hyphen": "un trait d’union typographique",
    "non_breaking_hyphen": "un trait d’union insécable",
    "figure_dash": "un tiret numérique",
    "en_dash": "un tiret demi-cadratin",
    "em_dash": "un tiret cadratin",
    "minus": "un signe moins typographique",
    "times": "un signe de multiplication",
    "quarter": "le signe d’un quart",
    "half": "le signe d’un demi",
    "three_quarters": "le signe de trois quarts",
}
