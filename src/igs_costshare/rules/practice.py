"""What can be computed but is probably not meant: good practice of the field."""

from __future__ import annotations

from igs_costshare.rules.rule import Rule

PRACTICE: tuple[Rule, ...] = ()
