"""The frame of help, and what is wrong with how a command was typed."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "usage": "Utilisation : {command} [OPTIONS] {operands}",
    "operands": "COMMANDE …",
    "arguments": "Arguments",
    "options": "Options",
    "commands": "Commandes",
    "default": "[par défaut : {value}]",
    "help": "`{command}` montre ce qui est possible",
    "missing": "manque",
    "no_option": "cette option n’existe pas",
    "no_option_near": "cette option n’existe pas ; vouliez-vous dire {near} ?",
    "no_value": "il faut une valeur derrière",
    "value": "ne prend pas de valeur",
    "not_among": "doit être {allowed}, et non {got}",
    "not_valid": "n’est pas valable : {reason}",
    "no_command": "la commande `{name}` n’existe pas",
    "no_command_near": "la commande `{name}` n’existe pas ; vouliez-vous dire {near} ?",
    "no_command_given": "indiquez la commande à exécuter",
    "extra": "ceci est de trop : {extra}",
    "other": "{reason}",
}
