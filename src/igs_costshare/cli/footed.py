"""The foot of a page or of sheets: what a document was made of, whichever command makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import titled

if TYPE_CHECKING:
    from igs_costshare.papers.marks import Marks
    from igs_costshare.reading import Reading


class Footing(NamedTuple):
    """What a foot tells: the description, and what is asked for on the command line."""

    reading: Reading
    marks: Marks | None = None
    """None where nothing is asked for."""
    besides: Sequence[Reading] = ()
    """Other descriptions that the document was made of too."""
    is_dated: bool = True
    """Whether the year of the description is that of the document."""

    def told(self, language: Language) -> str:
        """Title, scenario, status and day, files with their hashes, and the program."""
        from igs_costshare.papers.marks import Marks, foot
        from igs_costshare.papers.pen import Pen

        network = self.reading.network
        year = None if network.year is None or not self.is_dated else int(network.year)
        pen = Pen(language, network.currency, network.rounding.decimals)
        title = titled(network.title, year)
        return foot(self.reading, title, self.marks or Marks(), pen, self.besides)


class WithFoot:
    """A document that says at its foot what it was made of."""

    language: Language
    footing: Footing | None = None
    """None where nobody asked for a foot of its own."""

    def foot(self) -> str:
        """What tells its page or its sheets from others."""
        return "" if self.footing is None else self.footing.told(self.language)
