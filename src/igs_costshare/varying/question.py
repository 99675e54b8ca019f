"""What `solve` is asked: a figure, what it is to be, and the number that may change."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.description.numbers import NumberField, number_at
from igs_costshare.description.values import LARGEST_NUMBER
from igs_costshare.errors import InputError, Problem, gathered
from igs_costshare.figures.figure import Figure, figure_from
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import value_at
from igs_costshare.reading.loading import Reading
from igs_costshare.varying.anew import variation_of
from igs_costshare.varying.curve import Curve
from igs_costshare.varying.ranges import Search, search_from
from igs_costshare.varying.solution import Domain, Solution
from igs_costshare.varying.solve import solved
from igs_costshare.varying.variation import Variation, name_at
from igs_costshare.wording.decimals import TICKS, NoNumber, number_from, ticks


class Answer(NamedTuple):
    """The solution with what was asked."""

    search: Search
    name: str
    """What the file calls the entry that the number stands in."""
    figure: Figure
    target: int
    """What it is to be, in steps of the figure."""
    low: Decimal
    high: Decimal
    """The ends of where was looked."""
    current: Decimal | None
    """What stands in the file."""
    base: Statement
    solution: Solution
    opposite: Solution | None = None
    """Where nothing meets the target: what meets it with the other sign."""

    def warnings(self) -> tuple[Problem, ...]:
        """Why the figure cannot come nearer, where the rules on figures stand in the way."""
        nearest = self.solution.nearest
        return tuple(
            problem._replace(
                message=say("vary.no_figures_beyond", reason=problem.message, value=nearest),
                severity="warning",
                origin=self.search.origin,
            )
            for problem in self.solution.reasons
        )


def answered(
    reading: Reading, vary: str, target: str, step: str | None = None, *, as_it_stands: bool = False
) -> Answer:
    """The value at which a figure meets its target.

    `vary` is `PATH` or `PATH=FROM:TO`, `target` is `ROW.COLUMN=VALUE`, `step` how far values are
    apart. In a later year of a plan the number of the first varies, unless it is to vary
    `as_it_stands` in that year. Raises `InputError` where they make no sense, and where there is no
    statement anywhere.
    """
    base = reading.statement()
    problems: list[Problem] = []
    with gathered(problems):
        search = search_from(vary)
        if as_it_stands:
            variation = Variation(reading, [search])
        else:
            variation = variation_of(reading, [search])
        domain, pitch = _domain(search, step)
    with gathered(problems):
        figure, amount = _target_from(target, base)
    if problems:
        raise InputError(problems)
    curve = Curve(variation, figure, amount, pitch)
    stands = value_at(variation.stated, search.path)
    current = None if stands is None else Decimal(stands)
    solution = _solution(curve, domain, current)
    if solution is None:
        why = curve.why_not(domain.start)
        raise InputError(each._replace(origin=search.origin) for each in why)
    opposite = None
    if solution.value is None and amount:
        tried = _solution(curve.aiming(-amount), domain, current)
        opposite = tried if tried and tried.value is not None and not tried.passed else None
    low, high = curve.value(domain.low), curve.value(domain.high)
    name = name_at(variation.base, search.path)
    return Answer(search, name, figure, amount, low, high, current, base, solution, opposite)


def _solution(curve: Curve, domain: Domain, current: Decimal | None) -> Solution | None:
    """What meets the target of the curve, seen from what stands in the file."""
    if current is not None:
        pitch = curve.pitch
        side = Curve(curve.variation, curve.figure, curve.target, 1).side(ticks(current))
        domain = domain._replace(current=Fraction(ticks(current), pitch), side=side or 0)
    return solved(curve, domain, stepped=curve.pitch > 1)


def _target_from(argument: str, base: Statement) -> tuple[Figure, int]:
    """The figure, and what it is to be in its steps."""
    origin = f"--target {argument}"
    name, separator, text = argument.partition("=")
    if not separator:
        hint = say("vary.target_for_instance")
        raise InputError([Problem(say("vary.target_form"), hint=hint, origin=origin)])
    figure = figure_from(name, base, origin)
    step = figure.measure.step(base)
    try:
        amount = Fraction(number_from(text)) / Fraction(step)
    except NoNumber as reason:
        raise InputError([Problem(reason.message, hint=reason.hint, origin=origin)]) from None
    if amount.denominator != 1:
        never = say("vary.never_rounded_so", unit=step, target=text.strip())
        if figure.measure.notation == "part":
            never = say("vary.never_told_so", step=step, target=text.strip())
        raise InputError([Problem(never, origin=origin)])
    return figure, int(amount)


def _domain(search: Search, step: str | None) -> tuple[Domain, int]:
    """The places to look at, and how many ticks they are apart."""
    path, origin = search.path, search.origin
    field = number_at(path)
    if field is None or path == ("rounding", "unit"):
        raise InputError([Problem(say("vary.takes_no_range"), path, origin=origin)])
    least = field.smallest if search.low is None else max(field.smallest, search.low)
    most = field.largest if search.high is None else min(field.largest, search.high)
    if least > most:
        raise InputError([Problem(_no_value(field), path, origin=origin)])
    pitch = _pitch(step, field)
    low, high = -(-ticks(least) // pitch), ticks(most) // pitch
    if low > high:
        reason = (
            say("vary.no_whole_number", least=least, most=most)
            if step is None
            else say("vary.no_multiple", step=step.strip(), least=least, most=most)
        )
        raise InputError([Problem(reason, path, origin=origin)])
    return Domain(low, high), pitch


def _no_value(field: NumberField) -> Message:
    """Between which numbers a field lies; what only bounds the computation is not told."""
    if field.largest >= LARGEST_NUMBER:
        return say("vary.no_value_at_least", smallest=field.smallest)
    return say("vary.no_value_between", smallest=field.smallest, largest=field.largest)


def _pitch(step: str | None, field: NumberField) -> int:
    """How many ticks the values are apart."""
    smallest = TICKS if field.whole else 1
    if step is None:
        return smallest
    origin = f"--step {step}"
    try:
        number = number_from(step)
    except NoNumber as reason:
        raise InputError([Problem(reason.message, hint=reason.hint, origin=origin)]) from None
    if number <= 0:
        raise InputError([Problem(say("vary.step_above_0"), origin=origin)])
    if ticks(number) % smallest:
        raise InputError([Problem(say("vary.step_not_whole"), origin=origin)])
    return ticks(number)
