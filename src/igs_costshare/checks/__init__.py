"""Rules that join several fields of a network, each a small function; all problems are told.

`structure` holds what can be said without a figure, `amounts` what follows from the figures of
a network whose structure is sound, `warnings` what can be computed but deserves a look. A new
rule is a function in the tuple of one of them.
"""

from __future__ import annotations

from igs_costshare.checks.amounts import AMOUNTS
from igs_costshare.checks.structure import STRUCTURE, shares_add_up
from igs_costshare.checks.warnings import WARNINGS, point_for_thousands
from igs_costshare.description.network import Network
from igs_costshare.errors import Problem
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.budget import Budget


def faults(network: Network, *, partners_left: bool = False) -> list[Problem]:
    """Every reason why the network cannot be computed, rule by rule.

    Where `partners_left` (in a scenario), the agreed shares of the others are scaled and need not
    make 100.
    """
    of_structure = faults_of_structure(network, partners_left=partners_left)
    return of_structure or faults_of_amounts(Apportionment(Budget(network)))


def faults_of_structure(network: Network, *, partners_left: bool = False) -> list[Problem]:
    """What can be said against a network without its figures."""
    rules = (rule for rule in STRUCTURE if not (partners_left and rule is shares_add_up))
    return [problem for rule in rules for problem in rule(network)]


def faults_of_amounts(apportionment: Apportionment) -> list[Problem]:
    """What follows from the figures of a network whose structure is sound."""
    return [problem for rule in AMOUNTS for problem in rule(apportionment)]


def warnings(network: Network) -> list[Problem]:
    """What can be computed but deserves a look, rule by rule."""
    return warnings_of(Apportionment(Budget(network)))


def warnings_of(apportionment: Apportionment, *, typed: bool = True) -> list[Problem]:
    """The warnings of a network whose budget is known.

    `typed` also looks at how its numbers were typed.
    """
    rules = (rule for rule in WARNINGS if typed or rule is not point_for_thousands)
    return [problem for rule in rules for problem in rule(apportionment)]
