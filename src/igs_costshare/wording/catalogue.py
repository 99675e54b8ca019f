"""From a key to its text in a language; an area is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from igs_costshare.wording import locales

DEFAULT = "en"
"""The language of programs, and of whoever has a locale that is not there."""


class Plural(NamedTuple):
    """A text in two forms; the place `count` decides which, by the rule of the language."""

    one: str
    other: str


Words = Mapping[str, str | Plural]
"""The texts of an area by name."""


@cache
def codes() -> tuple[str, ...]:
    """The languages there are: the folders in `locales`."""
    folders = (each for path in locales.__path__ for each in Path(path).iterdir())
    return tuple(sorted(each.name for each in folders if (each / "__init__.py").is_file()))


@cache
def locale_module(code: str) -> ModuleType:
    """What belongs to a language as a whole: marks, dates, and the rule of the plural."""
    return import_module(f"{locales.__name__}.{code}")


@cache
def area(code: str, name: str) -> Words:
    """The texts of an area in a language."""
    words: Words = import_module(f"{locales.__name__}.{code}.{name}").WORDS
    marks = locale_module(code).NO_BREAK
    return {key: _unbroken(text, marks) for key, text in words.items()} if marks else words


def _unbroken(text: str | Plural, marks: Sequence[str]) -> str | Plural:
    """The text with the spaces of these marks as ones at which no line ends."""
    if isinstance(text, Plural):
        return Plural(*(str(_unbroken(each, marks)) for each in text))
    for mark in marks:
        text = text.replace(mark, mark.replace(" ", "\N{NO-BREAK SPACE}"))
    return text


def code_of_locale(name: str) -> str:
    """The language of a locale of the system: `nl` for `nl_BE.UTF-8` and `Dutch_Belgium.1252`.

    >>> code_of_locale("nl_BE.UTF-8"), code_of_locale("C.UTF-8")
    ('nl', 'en')
    """
    for code in codes():
        if name.lower().startswith(locale_module(code).LOCALES):
            return code
    return DEFAULT
