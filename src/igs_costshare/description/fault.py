"""How a kind of value is checked, and what is wrong with a value, in the terms of Pydantic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_plain_validator_function

from igs_costshare.messages import Message

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class Checked(WithJsonSchema):
    """Notes a type with the function that checks a value, and with its JSON Schema.

    As `PlainValidator` beside `WithJsonSchema`, but Pydantic need not work out anew at every
    field what the function takes, and how the type would be checked without it. Each is a kind
    of its own, and no other is equal to it.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __init__(self, check: Callable[[object], object], json_schema: dict[str, Any]) -> None:
        super().__init__(json_schema)
        self.check = check

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """That the function alone decides."""
        return no_info_plain_validator_function(self.check)


def refused(kind: Any, value: object) -> Fault | None:
    """What is wrong with a value of a kind that is noted with a check; None where nothing is."""
    for note in get_args(kind):
        if isinstance(note, Checked):
            try:
                note.check(value)
            except PydanticCustomError as error:
                found: Fault = (error.context or {})["fault"]
                return found
    return None


class Fault:
    """What is wrong with a value, and the way out, as Pydantic hands it on.

    It has no text of its own, for Pydantic makes one of all that goes with an error: a value may
    be any text of JSON or of the command line, also half a pair of surrogates.
    """

    def __init__(self, message: Message, hint: Message | None) -> None:
        self.message, self.hint = message, hint


def fault(message: Message, hint: Message | None = None) -> PydanticCustomError:
    """A validation error that carries its message and hint."""
    return PydanticCustomError("fault", "a fault", {"fault": Fault(message, hint)})
