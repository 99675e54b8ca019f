"""What is wrong with a value, and the way out, as it passes through Pydantic."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from igs_costshare.messages import Message


@dataclass(frozen=True, repr=False)
class Fault:
    """What is wrong with a value, and the way out, as Pydantic hands it on.

    It has no text of its own, for Pydantic makes one of all that goes with an error: a value may
    be any text of JSON or of the command line, also half a pair of surrogates.
    """

    message: Message
    hint: Message | None


def fault(message: Message, hint: Message | None = None) -> PydanticCustomError:
    """A validation error that carries its message and hint."""
    return PydanticCustomError("fault", "a fault", {"fault": Fault(message, hint)})
