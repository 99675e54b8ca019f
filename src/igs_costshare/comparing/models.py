"""Contribution models as the command line names them: `fixed`, `mixed:0.5:inhabitants`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from igs_costshare.description.bounds import BOUNDS
from igs_costshare.description.contributions import Fixed, Mixed, PerDay, Variable
from igs_costshare.errors import InputError, Path, Problem, clipped
from igs_costshare.messages import Message, say
from igs_costshare.reading.overrides import Setting, value_of
from igs_costshare.reading.suggestions import suggestion
from igs_costshare.sharing.rule import is_charge

OPTION = "--models"
_EXAMPLES = (
    Fixed(model="fixed"),
    Variable(model="variable", key="units"),
    Mixed(model="mixed", fixed_share=Decimal("0.5"), key="units"),
    PerDay(model="per-day"),
)
"""Each model that can be named, with the fields that stand behind its name, between colons."""

MODELS: Mapping[str, tuple[str, ...]] = {
    each.model: tuple(
        field
        for field in type(each).model_fields
        if field in each.model_fields_set and field != "model"
    )
    for each in _EXAMPLES
}
"""What stands behind the name of each model, between colons."""

_CHARGES = tuple(each.model for each in _EXAMPLES if is_charge(each))
"""Models that set what each pays: bounds that were agreed for a division say nothing of them."""

CONTRIBUTION: Path = ("contribution",)


def settings_of_models(
    text: str, *, bounds: bool = True, option: str = OPTION
) -> dict[str, tuple[Setting, ...]]:
    """By the name of each model, what is laid over the contribution of a network.

    Who takes part stays as it is, and so do agreed bounds where the model is a division and
    `bounds` are wanted. `option` is where they were named. Raises `InputError` with every one that
    cannot be read.
    """
    names = [name.strip() for name in text.split(",")]
    problems: list[Problem] = []
    for name in names:
        problems += _faults(name, option)
    if len(set(names)) < len(names):
        origin = f"{option} {clipped(text)}"
        problems.append(Problem(say("compare.model_twice"), origin=origin))
    if problems:
        raise InputError(problems)
    return {name: tuple(_settings(name, option, bounds=bounds)) for name in names}


def _faults(name: str, option: str) -> Iterator[Problem]:
    model, *values = name.split(":")
    origin = f"{option} {clipped(name)}"
    if model not in MODELS:
        message = say("compare.unknown_model", model=clipped(model))
        yield Problem(message, hint=suggestion(model, tuple(MODELS)), origin=origin)
    elif len(values) != len(MODELS[model]) or not all(values):
        message, example = _form(model)
        hint = say("compare.model_for_instance", example=example)
        yield Problem(message, hint=hint, origin=origin)


def _form(model: str) -> tuple[Message, str]:
    """How a model is written, `mixed:FIXED_SHARE:KEY`, and an example of it."""
    fields = MODELS[model]
    if not fields:
        return say("compare.model_alone", model=model), model
    if len(fields) == 1:
        return say("compare.model_with_key", model=model), f"{model}:inhabitants"
    return say("compare.model_with_share", model=model), f"{model}:0.5:inhabitants"


def _settings(name: str, option: str, *, bounds: bool) -> Iterator[Setting]:
    """What a name lays over the contribution; the fields of the model of the file go by itself."""
    model, *values = name.split(":")
    yield Setting(name, (*CONTRIBUTION, "model"), model, option)
    for field, text in zip(MODELS[model], values, strict=True):
        value = text if field == "key" else value_of(text)
        yield Setting(name, (*CONTRIBUTION, field), value, option)
    if not bounds or model in _CHARGES:
        for bound in BOUNDS:
            yield Setting(name, (*CONTRIBUTION, bound.field), None, option)


def with_way_out(problem: Problem) -> Problem:
    """The problem; of bounds that were kept, with the option that leaves them out."""
    if problem.path[:2] not in [(*CONTRIBUTION, bound.field) for bound in BOUNDS]:
        return problem
    way_out = say("compare.leave_bounds_out")
    both = say("compare.or_so", hint=problem.hint, way_out=way_out) if problem.hint else way_out
    return problem._replace(hint=both)
