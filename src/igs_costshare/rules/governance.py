"""What the legal form asks: `[governance]`."""

from __future__ import annotations

from igs_costshare.rules.rule import Rule

GOVERNANCE: tuple[Rule, ...] = ()
