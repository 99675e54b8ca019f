"""The rules of `check`, each with its texts and its source beside it.

A new rule is a `Rule` in the tuple of one of the modules here, and a passing and a failing file
in `tests/rules/`.
"""

from __future__ import annotations

from igs_costshare.rules.expected import EXPECTED
from igs_costshare.rules.file import FILE
from igs_costshare.rules.governance import GOVERNANCE
from igs_costshare.rules.limits import LIMITS
from igs_costshare.rules.practice import PRACTICE
from igs_costshare.rules.programme import PROGRAMME
from igs_costshare.rules.rule import Rule
from igs_costshare.rules.stays import STAYS

RULES: tuple[Rule, ...] = (
    *FILE,
    *EXPECTED,
    *LIMITS,
    *STAYS,
    *GOVERNANCE,
    *PROGRAMME,
    *PRACTICE,
)
