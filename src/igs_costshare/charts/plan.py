"""The chart of a plan: a line for each partner over the years."""

from __future__ import annotations

from igs_costshare.charts.bars import Words
from igs_costshare.charts.curves import Along, Series, axis_of, curves, largest
from igs_costshare.charts.scene import Scene
from igs_costshare.planning.table import PlanTable
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Column, cell_text


def plan_chart(plan: PlanTable, title: str, language: Language) -> Scene | None:
    """The drawing of a plan; None where it has one year, or nothing to draw."""
    series = [Series(row.name, tuple(row.values)) for row in plan.partners]
    column = Column("", "", plan.notation)
    axis = [
        (figure, cell_text(figure, column, plan.decimals, language).replace("-", "−"))
        for figure in axis_of(series)
    ]
    first, last = str(plan.years[0]), str(plan.years[-1])
    description = language.say("plan.curves", first=first, last=last)
    drawn, note = len(largest(series)), ""
    if drawn < len(series):
        note = language.say("chart.most", count=drawn, all=len(series))
    along = Along(tuple(map(str, plan.years)))
    return curves(series, along, Words(title, description, note), axis)
