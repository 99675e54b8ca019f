"""Exact shares and totals; pure, and nothing is rounded.

`rule` is the normal form of a contribution, `budget` has the totals and the pool, `apportionment`
each partner's part.
"""
