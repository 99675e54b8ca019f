"""Why figures cannot be shared, with the field to look at."""

from __future__ import annotations

from igs_costshare.errors import Path
from igs_costshare.messages import Message


class CannotShare(ValueError):
    """The figures leave no way to share; `field` of the contribution says where to look."""

    def __init__(self, message: Message, field: Path = (), hint: Message | None = None) -> None:
        super().__init__(message)
        self.message, self.field, self.hint = message, field, hint
