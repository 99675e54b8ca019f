"""Contribution models as the command line names them: `fixed`, `mixed:0.5:inhabitants`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from igs_costshare.errors import InputError, Problem, clipped
from igs_costshare.network import Network
from igs_costshare.reading.overrides import Setting, value_of
from igs_costshare.reading.suggestions import suggestion

OPTION = "--models"
MODELS: Mapping[str, tuple[str, ...]] = {
    "fixed": (),
    "variable": ("key",),
    "mixed": ("fixed_share", "key"),
    "per-day": (),
}
"""What stands behind the name of each model, between colons."""


def settings_of_models(text: str, network: Network) -> dict[str, Setting]:
    """By the name of each model, what replaces the contribution of a network.

    Who takes part stays as it is. Raises `InputError` with every one that cannot be read.
    """
    names = [name.strip() for name in text.split(",")]
    problems: list[Problem] = []
    for name in names:
        problems += _faults(name)
    if len(set(names)) < len(names):
        problems.append(Problem("a model stands here twice", origin=f"{OPTION} {clipped(text)}"))
    if problems:
        raise InputError(problems)
    return {name: Setting(name, ("contribution",), _table(name, network), OPTION) for name in names}


def _faults(name: str) -> Iterator[Problem]:
    model, *values = name.split(":")
    origin = f"{OPTION} {clipped(name)}"
    if model not in MODELS:
        known = ", ".join(f"`{each}`" for each in map(_form, MODELS))
        hint = suggestion(model, tuple(MODELS)) or f"there are {known}"
        yield Problem(f"unknown model `{clipped(model)}`", hint=hint, origin=origin)
    elif len(values) != len(MODELS[model]) or not all(values):
        yield Problem(
            f"expected `{_form(model)}`", hint="for instance `mixed:0.5:inhabitants`", origin=origin
        )


def _form(model: str) -> str:
    """How a model is written: `mixed:FIXED_SHARE:KEY`."""
    return ":".join((model, *(field.upper() for field in MODELS[model])))


def _table(name: str, network: Network) -> dict[str, Any]:
    """The contribution that a name stands for."""
    model, *values = name.split(":")
    table: dict[str, Any] = {"model": model}
    for field, text in zip(MODELS[model], values, strict=True):
        table[field] = text if field == "key" else value_of(text)
    common = network.contribution
    if common is not None and common.only is not None:
        table["only"] = common.only
    if common is not None and common.except_ is not None:
        table["except"] = common.except_
    return table
