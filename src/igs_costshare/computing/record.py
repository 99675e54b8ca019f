"""The name of `Apportionment` under which it was known before."""

from igs_costshare.sharing.apportionment import Apportionment

Record = Apportionment
