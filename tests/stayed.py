"""A small network with named and counted homes, and a register of who stayed there."""

from __future__ import annotations

NET = """title = "Netwerk"
year = 2026

[day_price]
prices = { 1 = 16, 2 = 18 }
days = 360
occupancy = 0.85

[partner.stad]
name = "Stad"
units = 2
days = { 1 = 99 }

[partner.dorp]
name = "Dorp"
units = 1

[unit.brug]
owner = "caw"
prices = { 1 = 20 }

[partner.caw]
name = "CAW"
"""
STAYS = '\n[stays]\nregister = "stays.csv"\n'
CSV = """unit,owner,referrer,persons,from,until
,stad,dorp,2,2026-01-31,2026-02-10
,stad,stad,3,2026-03-01,2026-03-11
brug,,dorp,1,2025-12-30,2026-01-05
"""
