"""The names of `exact`, `homes` and `keys` under which they were known before."""

from igs_costshare.sharing.exact import (
    ZERO,
    Figures,
    over_one_denominator,
    product,
    reduced,
    total_of,
)
from igs_costshare.sharing.homes import (
    HomeIncome,
    Terms,
    days_by_size,
    home_income,
    mean_price,
    price_for,
    terms,
)
from igs_costshare.sharing.keys import KeyFigures

__all__ = (
    "ZERO",
    "Figures",
    "HomeIncome",
    "KeyFigures",
    "Terms",
    "days_by_size",
    "home_income",
    "mean_price",
    "over_one_denominator",
    "price_for",
    "product",
    "reduced",
    "terms",
    "total_of",
)
