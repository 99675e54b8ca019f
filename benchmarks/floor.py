"""The bare floor of the stack: an interpreter that runs a Typer app with one Pydantic model."""

import typer
from pydantic import BaseModel


class Model(BaseModel):
    """The smallest model there is."""

    number: int


app = typer.Typer()


@app.command()
def main() -> None:
    """Do nothing with it."""
    Model(number=1)


app()
