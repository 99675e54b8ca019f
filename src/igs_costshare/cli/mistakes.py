"""Options that contradict one another: problems of the call, told as those of a file are."""

from __future__ import annotations

from collections.abc import Iterable

from igs_costshare.cli.reader import reader
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import Message


def mistake(option: str, message: Message, hint: Message | None = None) -> InputError:
    """That something is wrong with an option."""
    return InputError([Problem(message, origin=option, hint=hint)])


def mistaken(argument: str, message: Message) -> InputError:
    """That something is wrong with an argument, which help calls otherwise in each language."""
    return mistake(reader().text("metavar", argument), message)


def refuse(mistakes: Iterable[InputError]) -> None:
    """Raise `InputError` with all of them at once, where there are any."""
    problems = [problem for each in mistakes for problem in each.problems]
    if problems:
        raise InputError(problems)
