"""The frame of help, and what is wrong with how a command was typed."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "usage": "Gebruik: {command} [OPTIES] {operands}",
    "operands": "OPDRACHT …",
    "arguments": "Argumenten",
    "options": "Opties",
    "commands": "Opdrachten",
    "default": "[standaard: {value}]",
    "help": "`{command}` toont wat er mogelijk is",
    "missing": "ontbreekt",
    "no_option": "die optie bestaat niet",
    "no_option_near": "die optie bestaat niet; bedoelde u {near}?",
    "no_value": "hier moet een waarde achter",
    "value": "krijgt geen waarde",
    "not_among": "moet {allowed} zijn, niet {got}",
    "not_valid": "is niet geldig: {reason}",
    "no_command": "de opdracht `{name}` bestaat niet",
    "no_command_near": "de opdracht `{name}` bestaat niet; bedoelde u {near}?",
    "no_command_given": "zeg welke opdracht er moet lopen",
    "extra": "dit is te veel: {extra}",
    "other": "{reason}",
}
