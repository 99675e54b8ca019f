"""What `--vary` asks for: a path and its range, exact, with both ends in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.errors import InputError, Path, Problem, dotted
from igs_costshare.messages import say
from igs_costshare.reading.overrides import place_and_value
from igs_costshare.wording.decimals import NoNumber, decimal_of, number_from, ticks

MOST_STEPS = 100_000


class Range(NamedTuple):
    """Numbers from `first` to `last`, `step` apart; downwards where `last` is smaller."""

    first: Decimal
    last: Decimal
    step: Decimal
    """Above 0."""

    def __len__(self) -> int:
        """How many numbers there are."""
        apart = abs(ticks(self.last) - ticks(self.first))
        return -(-apart // ticks(self.step)) + 1

    def values(self) -> Iterator[Decimal]:
        """The shortest decimal of each number, both ends included even where steps miss the last.

        >>> down = Range(Decimal(3), Decimal(2), Decimal("0.75"))
        >>> [str(value) for value in down.values()]
        ['3', '2.25', '2']
        """
        first, last, step = map(ticks, (self.first, self.last, self.step))
        for count in range(first, last, step if first < last else -step):
            yield decimal_of(count)
        yield decimal_of(last)


class Vary(NamedTuple):
    """One `--vary PATH=FROM:TO:STEP`."""

    argument: str
    path: Path
    range: Range

    @property
    def text(self) -> str:
        """The path as users write it."""
        return dotted(self.path)

    @property
    def origin(self) -> str:
        """How problems name it."""
        return origin_of(self.argument)


class Search(NamedTuple):
    """One `--vary PATH` or `--vary PATH=FROM:TO`, to look for a value in."""

    argument: str
    path: Path
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def origin(self) -> str:
        """How problems name it."""
        return origin_of(self.argument)


def origin_of(argument: str) -> str:
    """How problems name an argument of `--vary`."""
    return f"--vary {argument}"


def varies_from(arguments: Sequence[str]) -> tuple[Vary, ...]:
    """The ranges of the arguments; raises `InputError` with every one that makes no sense."""
    varies: list[Vary] = []
    problems: list[Problem] = []
    for argument in arguments:
        try:
            varies.append(_vary(argument))
        except NoNumber as reason:
            problems.append(Problem(reason.message, hint=reason.hint, origin=origin_of(argument)))
    paths = [vary.path for vary in varies]
    for position, vary in enumerate(varies):
        if vary.path in paths[:position]:
            twice = say("vary.twice", path=dotted(vary.path))
            problems.append(Problem(twice, hint=say("vary.vary_other"), origin=vary.origin))
    count = 1
    for vary in varies:
        count *= len(vary.range)
    if count > MOST_STEPS and not problems:
        many = say("vary.many_steps", count=count, most=MOST_STEPS)
        problems.append(Problem(many, hint=say("vary.larger_steps"), origin=varies[-1].origin))
    if problems:
        raise InputError(problems)
    return tuple(varies)


def _vary(argument: str) -> Vary:
    path, parts = _parts(argument)
    if path is None or len(parts) != len(Range._fields):
        raise NoNumber(say("vary.range_form"), say("vary.range_for_instance"))
    first, last, step = map(number_from, parts)
    if not step:
        raise NoNumber(say("vary.step_zero"), say("vary.give_step"))
    if step < 0 and first < last:
        raise NoNumber(say("vary.step_away", step=step, last=last), say("vary.drop_sign"))
    return Vary(argument, path, Range(first, last, abs(step)))


def search_from(argument: str) -> Search:
    """The path to look along, and within which bounds; raises `InputError`."""
    path, parts = _parts(argument)
    try:
        if path is None or len(parts) not in (0, 2):
            raise NoNumber(say("vary.search_form"), say("vary.search_for_instance"))
        bounds = sorted(map(number_from, parts))
    except NoNumber as reason:
        problem = Problem(reason.message, hint=reason.hint, origin=origin_of(argument))
        raise InputError([problem]) from None
    return Search(argument, path, *bounds)


def _parts(argument: str) -> tuple[Path | None, list[str]]:
    """The path of an argument, and the texts between the colons."""
    if any("\ud800" <= character <= "\udfff" for character in argument):
        return None, []  # bytes that are no text
    path, text = place_and_value(argument)
    return path, [] if text is None else text.split(":")
