"""What the tests share: `--rewrite`, and files that are held to."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is says nothing of the program.
settings.register_profile(
    "any machine", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
)
settings.load_profile("any machine")

Kept = Callable[[Path, bytes], None]
"""Holds bytes to a file; with `--rewrite` it writes the file."""
KeptNames = Callable[[Path, str, Collection[str]], None]
"""Holds the names of files in a folder to a collection; with `--rewrite` removes all others."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write the files that tests are held to anew; read the difference before you commit",
    )


@pytest.fixture
def rewriting(pytestconfig: pytest.Config) -> bool:
    """Whether files are written anew rather than held to."""
    return bool(pytestconfig.getoption("--rewrite"))


@pytest.fixture
def kept(rewriting: bool) -> Kept:
    """Hold bytes to what a file keeps, character by character in the message."""

    def hold(path: Path, data: bytes) -> None:
        if rewriting:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        assert data.decode().split("\n") == path.read_bytes().decode().split("\n")

    return hold


@pytest.fixture
def kept_names(rewriting: bool) -> KeptNames:
    """Hold a folder to the files that it should have, of those that fit a pattern."""

    def hold(folder: Path, pattern: str, names: Collection[str]) -> None:
        for path in folder.glob(pattern) if rewriting else ():
            if path.name not in names:
                path.unlink()
        assert sorted(path.name for path in folder.glob(pattern)) == sorted(names)

    return hold
