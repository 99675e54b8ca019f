"""An earlier statement to compare with: computed from a description, or saved."""

from __future__ import annotations

from igs_costshare.engine import compute
from igs_costshare.reading import bytes_of, load_text, name_of, text_of
from igs_costshare.reading.saved import saved_statement
from igs_costshare.saved import SavedStatement, saved_from


def earlier_statement(path: str) -> SavedStatement:
    """The amounts of a description, or of what `compute --format json` wrote.

    Raises `InputError`.
    """
    data, name = bytes_of(path), name_of(path)
    if path.lower().endswith(".json") or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return saved_statement(data, name)
    return saved_from(compute(load_text(text_of(data, name), name).network))
