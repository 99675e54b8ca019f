"""What can be computed but is probably not meant: good practice of the field."""

from __future__ import annotations

from igs_costshare.rules.practice.burdens import BURDENS
from igs_costshare.rules.practice.day_price import DAY_PRICE
from igs_costshare.rules.practice.days import DAYS
from igs_costshare.rules.practice.double_funding import DOUBLE_FUNDING
from igs_costshare.rules.practice.unused_keys import UNUSED
from igs_costshare.rules.rule import Rule

PRACTICE: tuple[Rule, ...] = (*DAYS, *DAY_PRICE, *UNUSED, *DOUBLE_FUNDING, *BURDENS)
