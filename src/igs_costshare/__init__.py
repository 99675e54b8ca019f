"""Shares the costs of intermunicipal cooperation: exact to the cent, and explainable.

>>> from igs_costshare import compute, parse
>>> network = parse('''
... title = "Two homes"
... [partner.stad]
... units = 2
... [partner.dorp]
... units = 1
... [cost.rent]
... amount = 100
... [contribution]
... model = "variable"
... key = "units"
... ''')
>>> [row.expenses for row in compute(network).partners]
[6667, 3333]
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from igs_costshare.comparing.difference import Difference, diff
    from igs_costshare.computing.engine import compute
    from igs_costshare.computing.statement import Statement
    from igs_costshare.description.network import Network
    from igs_costshare.errors import InputError, Problem
    from igs_costshare.library import Swept, check, compare, explain, fair, solve, sweep
    from igs_costshare.reading import parse, read
    from igs_costshare.reading.planned import PlannedYear, parse_plan, plan
    from igs_costshare.settling.ledger import settle
    from igs_costshare.settling.settled import Settled

__version__ = "0.1.0"

__all__ = [
    "Difference",
    "InputError",
    "Network",
    "PlannedYear",
    "Problem",
    "Settled",
    "Statement",
    "Swept",
    "check",
    "compare",
    "compute",
    "diff",
    "explain",
    "fair",
    "parse",
    "parse_plan",
    "plan",
    "read",
    "settle",
    "solve",
    "sweep",
]

_HOMES = {
    "Difference": "igs_costshare.comparing.difference",
    "InputError": "igs_costshare.errors",
    "Network": "igs_costshare.description.network",
    "PlannedYear": "igs_costshare.reading.planned",
    "Problem": "igs_costshare.errors",
    "Settled": "igs_costshare.settling.settled",
    "Statement": "igs_costshare.computing.statement",
    "Swept": "igs_costshare.library",
    "check": "igs_costshare.library",
    "compare": "igs_costshare.library",
    "compute": "igs_costshare.computing.engine",
    "diff": "igs_costshare.comparing.difference",
    "explain": "igs_costshare.library",
    "fair": "igs_costshare.library",
    "parse": "igs_costshare.reading",
    "parse_plan": "igs_costshare.reading.planned",
    "plan": "igs_costshare.reading.planned",
    "read": "igs_costshare.reading",
    "settle": "igs_costshare.settling.ledger",
    "solve": "igs_costshare.library",
    "sweep": "igs_costshare.library",
}


_FUNCTIONS = frozenset(name for name in __all__ if name.islower())


def __getattr__(name: str) -> Any:
    """Import a name of the library when it is first asked for, so that `--help` need not wait.

    What its functions refuse is told in English: an error that leaves the library has a text.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(_HOMES[name]), name)
    if name in _FUNCTIONS:
        from igs_costshare.wording.problems import told_in_english

        found = told_in_english()(found)
    globals()[name] = found
    return found
