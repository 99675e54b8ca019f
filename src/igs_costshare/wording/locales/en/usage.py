"""The frame of help, and what is wrong with how a command was typed."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "usage": "Usage: {command} [OPTIONS] {operands}",
    "operands": "COMMAND …",
    "arguments": "Arguments",
    "options": "Options",
    "commands": "Commands",
    "default": "[default: {value}]",
    "help": "`{command}` shows what it takes",
    "missing": "is missing",
    "no_option": "there is no such option",
    "no_option_near": "there is no such option; did you mean {near}?",
    "no_value": "needs a value behind it",
    "value": "takes no value",
    "not_among": "must be {allowed}, got {got}",
    "not_valid": "is not valid: {reason}",
    "no_command": "there is no command `{name}`",
    "no_command_near": "there is no command `{name}`; did you mean {near}?",
    "no_command_given": "say which command is to run",
    "extra": "one thing too many: {extra}",
    "other": "{reason}",
}
