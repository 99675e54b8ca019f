"""Conditions of subsidy programmes: `[programme]`."""

from __future__ import annotations

from igs_costshare.rules.rule import Rule

PROGRAMME: tuple[Rule, ...] = ()
