"""How each partner judges the cooperation, by the twelve success factors; moves no amount."""

from __future__ import annotations

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.ids import PartnerRef
from igs_costshare.description.values import Grade


class Judgement(FileTable):
    """What one partner thinks of each factor, from 1 to 5; in three groups."""

    region: Grade | None = described(default=None)
    structure: Grade | None = described(default=None)
    finance: Grade | None = described(default=None)
    tasks: Grade | None = described(default=None)
    benefit: Grade | None = described(default=None)
    bottom_up: Grade | None = described(default=None)
    experiment: Grade | None = described(default=None)
    product_process: Grade | None = described(default=None)
    expertise: Grade | None = described(default=None)
    outlook: Grade | None = described(default=None)
    ownership: Grade | None = described(default=None)
    people: Grade | None = described(default=None)


class Assessment(FileTable):
    """The twelve success factors of a cooperation, judged by its partners."""

    partner: dict[PartnerRef, Judgement] = described(default={})
