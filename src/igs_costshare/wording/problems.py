"""A problem as people read it: its place, what is wrong, the line of the file, the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath

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


MOST_LINES = 10
"""Lines of a register in a sentence, and sentences of a kind; of more it says how many."""


def told_together(
    problems: Iterable[Problem], language: Language, *, every: bool = False
) -> tuple[str, ...]:
    """The problems as sentences under a statement, which has no lines of its own to show.

    Those of a register say where they stand in it, what several of its lines have alike once; of
    one kind the first few, unless `every` one is asked for.
    """
    told: dict[str, None] = {}
    registered: dict[str, list[Problem]] = {}
    for problem in problems:
        sentence = sentence_of(problem, language)
        if _is_of_a_register(problem):
            registered.setdefault(sentence, []).append(problem)
        told[sentence] = None
    kinds = Counter(those[0].message.key for those in registered.values())
    left = dict.fromkeys(kinds, len(registered) if every else MOST_LINES)
    sentences: list[str] = []
    for sentence in told:
        those = registered.get(sentence)
        if those is None:
            sentences.append(sentence)
            continue
        kind = those[0].message.key
        if left[kind] > 0:
            sentences.append(_at_lines(sentence, those, language))
        elif not left[kind]:
            more = language.say("problem.more_alike", count=kinds[kind] - MOST_LINES)
            sentences.append(_of_register(more, those[0], language))
        left[kind] -= 1
    return tuple(sentences)


def _is_of_a_register(problem: Problem) -> bool:
    """Whether it stands on a line that is never shown, or in a register as a whole."""
    if problem.place is None:
        return problem.message.key == "register.more_warnings"
    return not problem.place.column


def _of_register(sentence: str, problem: Problem, language: Language) -> str:
    return language.say("problem.at", path=_register_of(problem), message=sentence)


def _register_of(problem: Problem) -> str:
    """The name of a register, wherever it lies: a statement is the same on every machine."""
    return visible(PurePath(problem.origin).name)


def _at_lines(sentence: str, those: Sequence[Problem], language: Language) -> str:
    """A sentence behind the register, of which there is one, and the lines that it is said of."""
    lines = [each.place.line for each in those if each.place is not None]
    if not lines:
        return _of_register(sentence, those[0], language)
    register = _register_of(those[0])
    if len(lines) == 1:
        return language.say(
            "problem.on_line", register=register, line=str(lines[0]), problem=sentence
        )
    told = lines_in_words(lines, language)
    return language.say("problem.on_lines", register=register, lines=told, problem=sentence)


def lines_in_words(lines: Sequence[int], language: Language) -> str:
    """The lines in one phrase, the first few where there are many: `2, 3, 5 and 40 more`."""
    told = [str(line) for line in lines[:MOST_LINES]]
    if len(lines) == len(told):
        return language.listed(told)
    return language.say(
        "problem.and_more_lines", lines=", ".join(told), count=len(lines) - len(told)
    )


@contextmanager
def told_in_english() -> Iterator[None]:
    """Give an `InputError` that leaves the library its text, which is in English."""
    try:
        yield
    except InputError as error:
        error.args = (problems_text(error.problems, english()),)
        raise
