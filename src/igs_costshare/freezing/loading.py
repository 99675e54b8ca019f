"""A description, or a statement that was saved as JSON: whichever a file holds."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Sequence

from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.errors import InputError, Problem
from igs_costshare.freezing.saved import saved_statement
from igs_costshare.messages import say
from igs_costshare.reading import Reading, bytes_of, load_text, name_of, text_of
from igs_costshare.reading.settled import SettledReadings, settled_readings


def load_or_saved(
    path: str | os.PathLike[str],
    settings: Sequence[str] = (),
    scenario: str | None = None,
    *,
    lenient: bool = False,
) -> Reading | SavedStatement:
    """As `load`; or the statement, where the file is one that was saved as JSON.

    Raises `InputError` also for settings that a saved statement cannot take, and for a scenario
    unless `lenient`.
    """
    name = name_of(path)
    data = bytes_of(path)
    if not _is_saved(data):
        return load_text(text_of(data, name), name, settings, scenario)
    saved = saved_statement(data, name)
    if settings or (scenario is not None and not lenient):
        reason = say("kept.takes_no_settings")
        raise InputError([Problem(reason, hint=say("kept.give_description"), origin=name)])
    return saved


def load_settled_or_refuse(
    path: str | os.PathLike[str], settings: Sequence[str] = (), scenario: str | None = None
) -> SettledReadings:
    """As `load_settled`; `InputError` for a saved statement, which does not say who paid."""
    name = name_of(path)
    data = bytes_of(path)
    if _is_saved(data):
        reason = say("kept.says_no_payments")
        raise InputError([Problem(reason, hint=say("kept.give_description"), origin=name)])
    return settled_readings(text_of(data, name), name, settings, scenario)


def _is_saved(data: bytes) -> bool:
    """Whether a file looks like a statement that was saved as JSON."""
    return data.removeprefix(BOM_UTF8).lstrip().startswith(b"{")
