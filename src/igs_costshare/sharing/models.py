"""The names of `divisions` and of the places under which they were known before."""

from igs_costshare.description.places import taking_part
from igs_costshare.sharing.divisions import Contributions

__all__ = ("Contributions", "taking_part")
