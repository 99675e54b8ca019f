"""The shape of the program: imports point one way, and each layer keeps to its trade."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import igs_costshare
from conftest import Kept

PACKAGE = Path(igs_costshare.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"

LAYERS = (
    "messages",  # what is said to people, as data without a language
    "errors",  # what is wrong, and where
    "money",  # the one place that rounds
    "files",  # writing files whole
    "description",  # what a file describes: kinds of value, contributions, the network
    "sharing",  # exact shares and totals
    "checks",  # rules that join several fields
    "computing",  # from a network to its statement
    "staying",  # from a register of stays to the nights within the year
    "settling",  # who still pays whom
    "reading",  # from a file to a network
    "following",  # the file of the next year
    "fairness",  # what smaller groups would pay, and what is fair
    "figures",  # figures of a statement by their names
    "planning",  # the years of a plan side by side
    "wording",  # figures, texts, columns and sentences, in every language there is
    "filling",  # key figures of a table, into a description
    "explaining",  # how each figure arises, step by step
    "method",  # how everything is shared, in words
    "comparing",  # two descriptions or more side by side: what differs, for whom, and why
    "varying",  # one number of a description that varies
    "freezing",  # statements that were kept: saved as JSON, or in a lock with its decision
    "rules",  # what `check` asks of a network and its statement
    "advising",  # which legal form would do, and how healthy the cooperation is
    "documents",  # what the commands make: tables, sentences and objects
    "charts",  # scenes of lines, dots and texts, chosen by the data
    "page",  # a statement, with all that explains it, as one page of HTML
    "papers",  # papers for councils and partners, as PDF and as pages
    "render",  # from a document to text, one module a format
    "workbook",  # the statement as a live spreadsheet
    "checking",  # files judged by the rules, and told in any format
    "library",  # what a program asks for in one call
    "igs_costshare",  # the library: the names that it offers
    "cli",  # the command
    "__main__",  # `python -m igs_costshare`
)
"""Modules and packages from the ground up: each imports from those above it in this list only.

The one statement of the order; the table in CONTRIBUTING is made from it and from the docstrings
of the folders.
"""

NEVER = {
    "money": {"decimal", "pydantic"},  # whole numbers and fractions, whatever stands in a file
    "sharing": {"pydantic"},
    "messages": {"pydantic", "wording"},
    "computing": {"tomli", "tomllib", "pydantic"},  # a network has no format
    "staying": {"pydantic"},  # a register is held against homes and partners, not a network
    "wording": {"sharing"},  # a statement says it all
    "freezing": {"documents"},
    "documents": {"sharing", "freezing"},
    "render": {"description", "reading", "sharing", "computing", "pydantic"},
    "page": {"reading", "sharing", "pydantic"},
    "rules": {"reading", "pydantic"},  # a case brings its statement
}
"""What a layer does not know, though the order would allow it."""

TALKS = {
    "reading": {"sys.stdin"},  # a description may come from standard input
    "files": {"os.getpid"},  # a draft of one's own, next to the file that it replaces
}
"""What a layer other than the command may ask of the process it runs in."""


DATED = (
    "messages",
    "description",
    "sharing",
    "staying",
    "planning",
    "wording",
    "rules",
    "freezing",
    "workbook",
    "papers",
)
"""Where a day of the calendar may be named: in a file, in parts of a year, in what is said of it,
on a sheet, at the foot of a paper."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The full name of a module, as in `igs_costshare.render.csv`."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(name: str) -> str:
    """The layer of a module of ours; the first name of any other."""
    first, *rest = name.split(".")
    return rest[0] if rest and first == "igs_costshare" else first


NAMES = {name_of(path) for path in MODULES}


def imported(path: Path) -> Iterator[str]:
    """Full names of all modules that a module imports, wherever it does."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & NAMES
            yield from inner or {node.module}


def dotted_names(path: Path) -> Iterator[str]:
    """Every `name.attribute` in a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def called(path: Path) -> Iterator[str]:
    """Every function that a module calls by a bare name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def test_every_module_has_its_layer_and_every_layer_its_module() -> None:
    assert {layer_of(name_of(path)) for path in MODULES} == set(LAYERS)


HEAD = "| place | holds |\n|---|---|\n"


def places() -> str:
    """Each place from the ground up, with what its docstring says that it holds."""
    told = []
    for layer in LAYERS[:-3]:
        folder = PACKAGE / layer
        file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
        holds = (ast.get_docstring(tree(file)) or "").partition("\n\n")[0].replace("\n", " ")
        told.append(f"| `{layer}{'/' if folder.is_dir() else '.py'}` | {holds} |\n")
    return "".join(told)


def test_the_guide_for_contributors_lists_every_place(kept: Kept) -> None:
    before, _, after = CONTRIBUTING.read_text(encoding="utf-8").partition(HEAD)
    rest = after[after.index("\n\n") :]
    kept(CONTRIBUTING, f"{before}{HEAD}{places().removesuffix(chr(10))}{rest}".encode())


@each_module
def test_imports_point_one_way(path: Path) -> None:
    own = layer_of(name_of(path))
    others = {layer_of(name) for name in imported(path)} & set(LAYERS) - {own}
    if own == "igs_costshare":
        # The library names its parts for type checkers, and imports them when they are asked for.
        assert others <= set(LAYERS)
        return
    assert others <= set(LAYERS[: LAYERS.index(own)])


@each_module
def test_modules_name_one_another_in_full(path: Path) -> None:
    relative = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize("package", sorted({path.parent for path in MODULES}), ids=name_of)
def test_modules_of_a_package_do_not_import_one_another_in_a_circle(package: Path) -> None:
    inside = {name_of(path): path for path in MODULES if path.parent == package}
    inside.pop(name_of(package / "__init__.py"))
    imports = {name: set(imported(path)) & set(inside) for name, path in inside.items()}
    while free := [name for name, needs in imports.items() if not needs & set(imports)]:
        for name in free:
            del imports[name]
    assert imports == {}


@each_module
def test_layers_know_nothing_of_what_is_none_of_their_trade(path: Path) -> None:
    known = {layer_of(name) for name in imported(path)}
    assert known & NEVER.get(layer_of(name_of(path)), set()) == set()


@each_module
def test_numbers_are_exact(path: Path) -> None:
    """No binary float is written down, and none is made by name."""
    floats = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id in ("float", "complex"))
    ]
    assert floats == []


@each_module
def test_whole_amounts_are_divided_without_a_fraction_of_a_unit(path: Path) -> None:
    """`/` makes a float of two whole numbers: where money is rounded, only `//` and divmod."""
    divisions = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    ]
    assert divisions == [] or layer_of(name_of(path)) not in ("money", "statement", "tables")


@each_module
def test_only_the_command_prints_exits_and_looks_around(path: Path) -> None:
    own = layer_of(name_of(path))
    if own in ("cli", "__main__"):
        return
    assert {"print", "input", "exit", "breakpoint"} & set(called(path)) == set()
    process = {
        *(f"sys.{name}" for name in ("stdin", "stdout", "stderr", "argv", "exit")),
        *(f"os.{name}" for name in ("environ", "getenv", "getpid", "getcwd")),
        *("time.time", "datetime.now", "date.today", "locale.getlocale"),
    }
    assert process & set(dotted_names(path)) <= TALKS.get(own, set())
    assert {"typer", "logging", "random"} & set(imported(path)) == set()


@each_module
def test_days_of_the_calendar_are_known_where_a_file_may_name_them(path: Path) -> None:
    if layer_of(name_of(path)) not in DATED:
        assert "datetime" not in set(imported(path))


@each_module
def test_what_must_hold_in_use_is_no_assertion(path: Path) -> None:
    """`python -O` takes assertions out."""
    assertions = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Assert)]
    assert assertions == []


@each_module
def test_nothing_is_caught_that_would_hide_a_fault_of_ours(path: Path) -> None:
    caught = [
        ast.unparse(node.type) if node.type else "everything"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
    ]
    assert {"everything", "Exception", "BaseException"} & set(caught) == set()


# Start-up: what is heavy is imported where it is used.

HEAVY = (
    "babel",
    "hypothesis",
    "jinja2",
    "plotille",
    "python_calamine",
    "rich",
    "segno",
    "tomli_w",
    "tree_sitter",
    "tree_sitter_toml",
    "typst",
    "xlsxwriter",
)


def modules_after(code: str) -> set[str]:
    """The first names of all modules that are there once the code has run."""
    report = "; import sys; print(); print(*{name.split('.')[0] for name in sys.modules})"
    ran = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, check=True, encoding="utf-8"
    )
    return set(ran.stdout.splitlines()[-1].split())


def test_the_library_imports_nothing_heavy() -> None:
    description = "title = 'x'\\n[partner.stad]\\n[cost.rent]\\namount = 1\\nper = 'partner'"
    code = f'import igs_costshare as igs; igs.compute(igs.parse("{description}"))'
    heavy = {*HEAVY, "typer", "difflib"}
    assert modules_after(code) & heavy == set()


def test_to_import_the_library_is_to_import_next_to_nothing() -> None:
    assert modules_after("import igs_costshare") & {*HEAVY, "pydantic", "typer"} == set()


def test_to_compute_csv_imports_nothing_heavy(tmp_path: Path) -> None:
    file = tmp_path / "network.toml"
    file.write_text('title = "x"\n[partner.stad]\n', encoding="utf-8")
    code = (
        "import sys; from igs_costshare.cli.app import app_for; "
        f"asked = ['compute', {str(file)!r}, '--format', 'csv']; "
        "app_for(asked)(asked, standalone_mode=False)"
    )
    assert modules_after(code) & set(HEAVY) == set()
