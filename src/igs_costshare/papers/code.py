"""The code that a telephone pays by: the QR code of the European Payments Council."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from igs_costshare.description.bank import Bank
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say

_LONGEST_NAME = 70
_MOST = Decimal("999999999.99")
_UTF_8 = 1


def payment_code(bank: Bank, name: str, amount: Decimal, reference: str) -> str | None:
    """The code as SVG; None for an amount that it cannot hold.

    Raises `InputError` where what draws it is not installed.
    """
    try:
        from segno.helpers import make_epc_qr
    except ImportError:
        hint = say("paper.install")
        raise InputError([Problem(say("paper.not_installed"), hint=hint)]) from None
    if not 0 < amount <= _MOST or amount != round(amount, 2):
        return None
    code = make_epc_qr(
        name=name[:_LONGEST_NAME].strip(),
        iban=bank.iban,
        amount=amount,
        text=reference,
        bic=bank.bic,
        encoding=_UTF_8,
    )
    drawn = BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, svgns=True, nl=False, border=0)
    return drawn.getvalue().decode()
