"""Kinds of text a description holds: names and labels that can be read, a currency."""

from __future__ import annotations

import re
from typing import Annotated

from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.unseen import STRAY, UNSEEN, seen
from igs_costshare.errors import hidden_in
from igs_costshare.messages import Message, Toml, say

MOST_CHARACTERS = 1_000
"""Of a name, a label or a basis."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise fault(say("fault.no_text", got=Toml(value)), say("fault.between_quotes"))
    if not value.strip():
        raise fault(say("fault.empty_text"), say("fault.give_text"))
    if not value.isascii() and not seen(value).strip():
        invisible = say("fault.invisible_text", code=f"U+{ord(value[0]):04X}")
        raise fault(invisible, say("fault.give_text"))
    if len(value) > MOST_CHARACTERS:
        too_long = say("fault.too_long", characters=len(value), most=MOST_CHARACTERS)
        raise fault(too_long, say("fault.shorten"))
    if hidden := hidden_in(value) or "".join(re.findall(f"[{STRAY}]", value)[:1]):
        raise fault(_hidden(hidden), say("fault.take_out"))
    return value


def _hidden(character: str) -> Message:
    """That a text holds a character that nobody sees."""
    match character:
        case "\n" | "\r":
            return say("fault.line_break")
        case "\t":
            return say("fault.tab")
    return say("fault.hidden", code=f"U+{ord(character):04X}")


_VISIBLE = (
    rf"^(?=[\s\S]*[^\s{UNSEEN}])"
    rf"[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069{STRAY}]*$"
)
Text = Annotated[
    str,
    Checked(_text, {"type": "string", "pattern": _VISIBLE, "maxLength": MOST_CHARACTERS}),
]
"""A name or label: not empty, and no character that would break a line or turn it round."""


def _rise_path(value: object) -> str:
    """As a text; an empty one fits no number, which is told with the others that fit none."""
    return value if isinstance(value, str) and not value.strip() else _text(value)


RisePath = Annotated[
    str,
    Checked(_rise_path, {"type": "string", "pattern": _VISIBLE, "maxLength": MOST_CHARACTERS}),
]
"""The path of a number that rises from year to year, with `*` for any id."""


def _currency(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{3}", value):
        return value
    raise fault(say("fault.no_currency", got=Toml(value)), say("fault.currency_code"))


Currency = Annotated[str, Checked(_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})]
"""A code of ISO 4217."""


def _nis(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and re.fullmatch(r"[0-9]{5}", text):
        return text
    raise fault(say("fault.no_nis", got=Toml(value)))


Nis = Annotated[
    str,
    Checked(_nis, {"anyOf": [{"type": "string", "pattern": "^[0-9]{5}$"}, {"type": "integer"}]}),
]
"""The code of five digits by which Statbel knows a municipality, in quotes or not."""


_STRUCTURED = r"\+\+\+([0-9]{3})/([0-9]{4})/([0-9]{5})\+\+\+"
_LONGEST_REFERENCE = 140
"""Characters that a transfer has room for."""
_MODULUS = 97


def _payment_reference(value: object) -> str:
    text = _text(value)
    if len(text) > _LONGEST_REFERENCE:
        raise fault(say("fault.long_reference", most=_LONGEST_REFERENCE, got=len(text)))
    structured = re.fullmatch(_STRUCTURED, text)
    if structured is not None:
        digits = "".join(structured.groups())
        number, check = int(digits[:-2]), int(digits[-2:])
        if check != (number % _MODULUS or _MODULUS):
            hint = say("fault.reference_copied")
            raise fault(say("fault.reference_check", got=Toml(value)), hint)
    return text


PaymentReference = Annotated[
    str,
    Checked(
        _payment_reference,
        {"type": "string", "pattern": _VISIBLE, "maxLength": _LONGEST_REFERENCE},
    ),
]
"""What stands with a payment: a structured communication whose check digits fit, or any text."""
