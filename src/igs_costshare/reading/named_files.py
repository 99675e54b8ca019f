"""The files that a description names: what an output may not take the place of."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from igs_costshare.errors import InputError
from igs_costshare.reading.description import PLAN, SCENARIO, found
from igs_costshare.reading.overrides import overridden, settings_from
from igs_costshare.reading.text import STDIN, bytes_of, name_of, text_of
from igs_costshare.reading.toml import NotToml, from_toml

_REGISTER = "stays.register"
_PLACES = (_REGISTER, f"{SCENARIO}.*.{_REGISTER}", f"{PLAN}.*.{_REGISTER}")


def files_named(file: str, settings: Sequence[str] = ()) -> Iterator[str]:
    """Every register that a description names, in any scenario or year, or in a setting.

    Nothing where the file cannot be read, as reading it will tell. Standard input can still be
    read afterwards.
    """
    try:
        text = text_of(_looked_at(file), name_of(file))
        # Few files have a register, and folders have many files.
        if not settings and "register" not in text and "\\" not in text:
            return
        described = from_toml(text.removeprefix("\ufeff"))
        changed, _ = overridden(described, settings_from(settings))
    except (InputError, NotToml):
        return
    for tables, pattern in product((described, changed), _PLACES):
        for _, name in found(tables, pattern):
            if isinstance(name, str):
                yield str(Path(file).parent / name)


def _looked_at(file: str) -> bytes:
    data = bytes_of(file)
    if os.fspath(file) == STDIN:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    return data
