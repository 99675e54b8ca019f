"""Conditions of subsidy programmes: `[programme]`."""

from __future__ import annotations

from igs_costshare.rules.programme.incentive import INCENTIVE
from igs_costshare.rules.programme.membership import MEMBERSHIP
from igs_costshare.rules.programme.threshold import THRESHOLD
from igs_costshare.rules.rule import Rule

PROGRAMME: tuple[Rule, ...] = (*MEMBERSHIP, *THRESHOLD, *INCENTIVE)
