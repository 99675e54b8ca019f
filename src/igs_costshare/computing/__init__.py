"""From a network to its statement, rounded once.

`engine` computes, `statement` is the result, `pool` says what was shared, `record` keeps what it
was worked out from, and `amounts` has the figures by row and column.
"""
