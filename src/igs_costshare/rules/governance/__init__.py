"""What the legal form asks: `[governance]`."""

from __future__ import annotations

from igs_costshare.rules.governance.members import MEMBERS
from igs_costshare.rules.governance.municipalities import MUNICIPALITIES
from igs_costshare.rules.governance.project_association import PROJECT_ASSOCIATIONS
from igs_costshare.rules.governance.roles import ROLES
from igs_costshare.rules.governance.terms import TERMS
from igs_costshare.rules.rule import Rule

GOVERNANCE: tuple[Rule, ...] = (*MEMBERS, *MUNICIPALITIES, *ROLES, *TERMS, *PROJECT_ASSOCIATIONS)
