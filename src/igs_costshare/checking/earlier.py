"""An earlier statement to compare with: computed from a description, or saved."""

from __future__ import annotations

from igs_costshare.computing.amounts import SavedStatement, saved_from
from igs_costshare.computing.engine import compute
from igs_costshare.freezing.loading import load_or_saved
from igs_costshare.reading import Reading


def earlier_statement(path: str) -> SavedStatement:
    """The amounts of a description, or of what `compute --format json` wrote.

    Raises `InputError`.
    """
    earlier = load_or_saved(path)
    return saved_from(compute(earlier.network)) if isinstance(earlier, Reading) else earlier
