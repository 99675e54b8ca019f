"""What the statement must show: the figures in `[expected]`."""

from __future__ import annotations

from igs_costshare.rules.rule import Rule

EXPECTED: tuple[Rule, ...] = ()
