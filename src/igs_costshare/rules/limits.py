"""Guardrails that the partners agreed on: `[limits]`."""

from __future__ import annotations

from igs_costshare.rules.rule import Rule

LIMITS: tuple[Rule, ...] = ()
