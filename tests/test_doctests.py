"""The examples in the docstrings give what they show."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import igs_costshare

MODULES = [
    "igs_costshare",
    *(
        module.name
        for module in pkgutil.walk_packages(igs_costshare.__path__, "igs_costshare.")
        if not module.name.endswith(".__main__")
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    failures, _ = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS)
    assert failures == 0


def test_the_heart_of_the_program_has_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    shown = {
        name for name in MODULES if any(test.examples for test in finder.find(import_module(name)))
    }
    assert {"igs_costshare", "igs_costshare.money", "igs_costshare.sharing.exact"} <= shown
