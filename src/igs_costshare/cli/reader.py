"""Who reads: the language that is asked for, or else that of the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from igs_costshare.wording.catalogue import code_of_locale, codes
from igs_costshare.wording.language import Language, language

_OPTION = "--lang"


def reader() -> Language:
    """The language of help and messages, which is known before the arguments are read."""
    return language(_asked(sys.argv[1:]) or code_of_user())


def code_of_user() -> str:
    """The language of the locale."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return code_of_locale(value)
    import locale

    # Windows has no such variables; there the locale of the user is called `Dutch_Belgium.1252`.
    return code_of_locale(locale.setlocale(locale.LC_CTYPE))


def _asked(arguments: Sequence[str]) -> str | None:
    """The language that `--lang` asks for; None without it, or where there is no such language."""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == _OPTION:
            asked = value if equals else "".join(arguments[at + 1 : at + 2])
            return asked if asked in codes() else None
    return None
