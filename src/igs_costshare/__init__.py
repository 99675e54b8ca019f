"""Shares the costs of intermunicipal cooperation: exact to the cent, and explainable.

>>> from igs_costshare import compute, parse
>>> network = parse('''
... title = "Two homes"
... [partner.stad]
... units = 2
... [partner.dorp]
... units = 1
... [cost.rent]
... amount = 100
... [contribution]
... model = "variable"
... key = "units"
... ''')
>>> [row.expenses for row in compute(network).partners]
[6667, 3333]
"""

from igs_costshare.engine import compute
from igs_costshare.errors import InputError, Problem
from igs_costshare.network import Network
from igs_costshare.reading import parse, read
from igs_costshare.statement import Statement

__version__ = "0.1.0"

__all__ = ["InputError", "Network", "Problem", "Statement", "compute", "parse", "read"]
