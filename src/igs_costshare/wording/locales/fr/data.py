"""Tables of key figures: what is wrong with one, and what it changes in a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "doubtful": "{written} peut se lire {thousands} ou {decimals}",
    "be_clear": "écrivez `{thousands}` ou `{decimals}`",
    "no_number": "{written} n’est pas un nombre",
    "write_number": "écrivez un nombre sans unité ni signe, comme 31866 ou 12,5 ; laissez la cellule vide s’il n’y a pas de chiffre",
    "below_zero": "doit être au moins 0, pas {written}",
    "too_large": "doit être au plus {most}, pas {written}",
    "too_many_decimals": "a plus de {most} décimales : {written}",
    "not_whole": "doit être un nombre entier, pas {written}",
    "save_as_csv": "enregistrez le tableau en CSV (UTF-8)",
    "too_large_file": "est plus grand qu’un tableau de chiffres clés",
    "too_many_rows": "a plus de {most} lignes",
    "empty": "ne contient aucune ligne",
    "no_who": "aucune colonne ne dit à quel partenaire appartient une ligne : son en-tête serait {names}",
    "no_name": "aucune colonne ne dit comment s’appellent les partenaires : son en-tête serait {names}",
    "headers": "les en-têtes sont {names}",
    "no_column": "aucune colonne ne s’appelle « {header} »",
    "no_key": "aucune colonne ne porte le nom d’une clé du fichier",
    "name_column": "dites quelle colonne c’est : {option}",
    "several": "plusieurs colonnes s’appellent « {header} », ou contiennent la même clé",
    "one_column": "donnez à chaque colonne son propre en-tête, ou désignez-en une avec --column",
    "column_form": "CLÉ=EN-TÊTE attendu",
    "column_twice": "nomme la clé `{key}` pour la deuxième fois",
    "twice": "« {who} » figure déjà à la ligne {line}",
    "one_row": "laissez une ligne par partenaire",
    "several_partners": "« {who} » est le nom de plusieurs partenaires : {ids}",
    "match_otherwise": "faites correspondre par id ou par code INS : --match id, --match nis",
    "no_partner_name": "cette ligne n’a pas de nom dont on puisse faire un id",
    "not_sound": "avec ces chiffres, la description ne serait plus correcte, d’après ce qui suit",
    "not_written": "ces chiffres ne peuvent pas être écrits dans le texte de ce fichier : il dirait autre chose",
    "added": "{path} est nouveau : {after}",
    "would_add": "{path} serait nouveau : {after}",
    "no_change": "aucun chiffre ne change",
    "left_empty": "reste tel quel, car le tableau n’a pas de chiffre : {paths}",
    "not_in_file": "introuvable dans {file} : {names}",
    "not_in_data": "introuvable dans {data} : {names}",
}
