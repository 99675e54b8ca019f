"""What the templates of the pages are filled in with."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from igs_costshare.errors import visible


def environment() -> Environment:
    """The templates; a place that nothing fills in is an error."""
    return Environment(
        loader=PackageLoader("igs_costshare.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _as_text(value: object) -> object:
    """What goes into a template: a text without characters that turn or break the line.

    That it is no markup either is for Jinja, which knows by their type the pieces that are.
    """
    return visible(value) if type(value) is str else value
