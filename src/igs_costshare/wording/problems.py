"""A problem as people read it: its place, what is wrong, the line of the file, the way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from igs_costshare.errors import STDIN_NAME, InputError, Problem, dotted, excerpt, visible
from igs_costshare.messages import Message
from igs_costshare.wording.language import Language, english


def problems_text(problems: Iterable[Problem], language: Language) -> str:
    """The problems, each apart from the next."""
    return "\n\n".join(problem_text(problem, language) for problem in problems)


def problem_text(problem: Problem, language: Language) -> str:
    """The problem in full."""
    where = origin_text(problem.origin, language)
    if problem.place:
        where += f":{problem.place.line}"
        where += f":{problem.place.column}" if problem.place.column else ""
    where = f"{visible(where)}: " if where else ""
    is_error = problem.severity == "error"
    label = language.say("problem.error") if is_error else language.say("problem.warning")
    text = f"{where}{sentence_of(problem, language)}"
    lines = [language.say("value.labelled", label=label, text=text)]
    if problem.place and problem.place.source.strip():
        lines += excerpt(problem.place)
    if problem.hint:
        lines.append(hint_of(problem.hint, language))
    return "\n".join(lines)


def hint_of(hint: Message, language: Language) -> str:
    """The way out, with the word in front of it: `hint: did you mean "units"?`."""
    text = visible(language.tell(hint))
    return language.say("value.labelled", label=language.say("problem.hint"), text=text)


def origin_text(origin: str, language: Language) -> str:
    """Where something comes from, `network.toml:29`; standard input by what people call it."""
    name, mark, line = origin.partition(":")
    return f"{language.say('problem.stdin')}{mark}{line}" if name == STDIN_NAME else origin


def sentence_of(problem: Problem, language: Language) -> str:
    """Path and message: `day_price.occupancy: must be at most 1, got 1.2`."""
    message = language.tell(problem.message)
    return visible(f"{dotted(problem.path)}: {message}" if problem.path else message)


@contextmanager
def told_in_english() -> Iterator[None]:
    """Give an `InputError` that leaves the library its text, which is in English."""
    try:
        yield
    except InputError as error:
        error.args = (problems_text(error.problems, english()),)
        raise
