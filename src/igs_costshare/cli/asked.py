"""Rows and columns of a statement that somebody asks for by name."""

from igs_costshare.errors import InputError, Problem
from igs_costshare.statement import Row, Statement


def asked_row(statement: Statement, name: str, origin: str) -> Row:
    """The row of that id; raises `InputError` with the one that was probably meant."""
    from igs_costshare.reading.suggestions import suggestion

    rows = {row.id: row for row in statement.rows}
    if name not in rows:
        problem = Problem(f"there is no row `{name}`", hint=suggestion(name, rows), origin=origin)
        raise InputError([problem])
    return rows[name]


def asked_column(statement: Statement, name: str, origin: str) -> str:
    """The id of the column; raises `InputError` with the one that was probably meant."""
    from igs_costshare.explaining import columns_of
    from igs_costshare.reading.suggestions import suggestion

    columns = columns_of(statement)
    if name not in columns:
        hint = suggestion(name, columns)
        raise InputError([Problem(f"there is no column `{name}`", hint=hint, origin=origin)])
    return name
