"""How cells look: one small set of styles for all sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from igs_costshare.wording.language import currency_sign

_INK, _GREY, _LINE = "#1F2933", "#66727F", "#9AA5B1"
_HEAD, _ENTRY = "#E4EBF2", "#FFF8DC"

BELGIAN_DUTCH = "813"
"""The locale of the euro sign; the marks of thousands and decimals are the reader's own."""


def amount_format(currency: str, decimals: int, most: int = 0) -> str:
    """Amounts with the sign at the left edge, the minus at the figure: `€   -20.218,00`.

    Decimals beyond the first `decimals` are shown where there are any, up to `most`.
    """
    sign = currency_sign(currency)
    mark = f"[${sign}-{BELGIAN_DUTCH}]" if sign != currency else f'"{currency}"'
    figure = f"#,##0.{'0' * decimals}{'#' * (most - decimals)}"
    return f"_ {mark}\\ * {figure}_ ;_ {mark}\\ * \\-{figure}_ "


def change_format(decimals: int) -> str:
    """An amount with its sign, also where it rises: `+1.234,50`."""
    figure = f"#,##0.{'0' * decimals}"
    return f"+{figure};-{figure};{figure}"


_BASE: Mapping[str, Any] = {"font_name": "Calibri", "font_size": 11, "font_color": _INK}
_TOP = {"bold": True, "bg_color": _HEAD, "bottom": 1, "bottom_color": _LINE}
_HEADING = {**_TOP, "text_wrap": True, "valign": "bottom"}
_TOTAL = {"bold": True, "top": 1, "top_color": _LINE}
_OPEN = {"locked": False, "bg_color": _ENTRY, "border": 1, "border_color": _LINE}
THOUSANDS = "#,##0"
"""For whole figures; one with decimals is shown as it is, since no format does both."""


def _style(**more: Any) -> Mapping[str, Any]:
    return {**_BASE, **more}


STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": _style(bold=True, font_size=16),
    "section": _style(bold=True, font_size=12, bottom=1, bottom_color=_LINE),
    "text": _style(),
    "wrapped": _style(text_wrap=True, valign="top"),
    "hint": _style(font_color=_GREY),
    "remark": _style(font_color=_GREY, indent=1),
    "name": _style(text_wrap=True, valign="top"),
    "status": _style(bold=True, font_color="#1E6B3A"),
    "warning": {"bold": True, "font_color": "#B00020"},
    "heading": _style(**_HEADING),
    "heading_right": _style(**_HEADING, align="right"),
    "total_text": _style(**_TOTAL, valign="top"),
    "amount": _style(num_format="amount"),
    "amount_total": _style(**_TOTAL, num_format="amount"),
    # Nothing passes between the two names of this row, which are not shown then either.
    "passing": _style(num_format="passing"),
    "price": _style(num_format="price"),
    "price_total": _style(**_TOTAL, num_format="price"),
    "count": _style(num_format=THOUSANDS),
    "count_total": _style(**_TOTAL, num_format=THOUSANDS),
    "change": _style(num_format="change"),
    "change_total": _style(**_TOTAL, num_format="change"),
    "percent": _style(num_format="+0.0%;-0.0%;0.0%"),
    "percent_total": _style(**_TOTAL, num_format="+0.0%;-0.0%;0.0%"),
    "exact": _style(num_format="General"),
    "plain": _style(num_format="0"),
    "plain_total": _style(**_TOTAL, num_format="0"),
    "part": _style(num_format="0.00%"),
    "part_total": _style(**_TOTAL, num_format="0.00%"),
    "locked_figure": _style(num_format="General", font_color=_GREY),
    "locked_text": _style(font_color=_GREY, align="right"),
    "working": _style(num_format="General", font_color=_GREY),
    "working_amount": _style(num_format="price", font_color=_GREY),
    "working_text": _style(font_color=_GREY),
    "open_amount": _style(**_OPEN, num_format="price"),
    "open_figure": _style(**_OPEN, num_format="General"),
    "open_part": _style(**_OPEN, num_format="0.00%"),
    "open_unit": _style(**_OPEN, num_format="0.00#"),
}
