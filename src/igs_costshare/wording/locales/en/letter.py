"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} takes part from {first} through {last}: {part}.",
    "part_from": "{name} takes part from {first}: {part}.",
    "part_until": "{name} takes part through {last}: {part}.",
    "months": "{number} of the {all} months",
    "days": "{number} of the {all} days",
    "check_counted": "{key}: {own} of {total}; by the part of the year that each partner takes part: {counted} of {counted_total}.",
}
