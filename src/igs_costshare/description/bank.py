"""The account on which the partners pay."""

from __future__ import annotations

import re
from typing import Annotated

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.texts import Text
from igs_costshare.messages import Toml, say

_IBAN = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"
_BIC = "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"
_LENGTHS = {"BE": 16, "DE": 22, "FR": 27, "LU": 20, "NL": 18}
"""Characters of an IBAN of Belgium and its neighbours; of others it is between 15 and 34."""
_REMAINDER, _MODULUS = 1, 97
_FIRST = 4
"""Characters that go to the end before the check: the country and its check digits."""


def _iban(value: object) -> str:
    text = re.sub("[ .-]", "", value).upper() if isinstance(value, str) else ""
    if not re.fullmatch(_IBAN, text):
        raise fault(say("fault.no_iban", got=Toml(value)), say("fault.iban_form"))
    length = _LENGTHS.get(text[:2])
    if length is not None and len(text) != length:
        wrong = say("fault.iban_length", country=text[:2], length=length, got=len(text))
        raise fault(wrong, say("fault.iban_form"))
    digits = "".join(str(int(each, 36)) for each in text[_FIRST:] + text[:_FIRST])
    if int(digits) % _MODULUS != _REMAINDER:
        raise fault(say("fault.iban_check", got=Toml(value)), say("fault.iban_copied"))
    return text


def _bic(value: object) -> str:
    text = value.replace(" ", "").upper() if isinstance(value, str) else ""
    if not re.fullmatch(_BIC, text):
        raise fault(say("fault.no_bic", got=Toml(value)), say("fault.bic_form"))
    return text


Iban = Annotated[str, Checked(_iban, {"type": "string"})]
"""An account number that its own check digits hold to; without spaces."""
Bic = Annotated[str, Checked(_bic, {"type": "string"})]
"""The code of a bank."""


class Bank(FileTable):
    """On which account the partners pay, and whose it is."""

    iban: Iban = described()
    bic: Bic | None = described(default=None)
    name: Text | None = described(default=None)
