"""The catalogues agree on keys, places and plurals, and every call names a key with its places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment, nodes

import igs_costshare
from igs_costshare.computing.statement import BUILT_IN_LINES, SUMS
from igs_costshare.description.ids import BUILT_IN_KEYS
from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.wording import locales
from igs_costshare.wording.catalogue import DEFAULT, Plural, area, codes
from igs_costshare.wording.language import language

PACKAGE = Path(igs_costshare.__file__).parent
AREAS = sorted(path.stem for path in Path(locales.__path__[0], DEFAULT).glob("[a-z]*.py"))
USUAL_KEYS = ("inhabitants", "youth", "households", "children", "pupils", "members")
BY_STRUCTURE = {"column", "field", "help", "key", "metavar", "model", "noun", "step"}
"""Areas whose keys follow from ids of the statement, from built-in keys, the schema, the commands
and the kinds of steps; tests of their own hold them."""
SAYS = ("say", "say_if")


def places_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(entry: str | Plural) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(entry)


def needed(entry: str | Plural) -> set[str]:
    """The places that a call fills: those of any form, and the count that chooses one."""
    own = set().union(*(places_of(text) for text in forms(entry)))
    return own | ({"count"} if isinstance(entry, Plural) else set())


def test_a_folder_that_only_caches_are_left_in_is_no_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "de" / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(locales, "__path__", [*locales.__path__, str(tmp_path)])
    assert codes.__wrapped__() == codes()


@pytest.mark.parametrize("code", codes())
def test_every_language_has_the_same_areas(code: str) -> None:
    folder = Path(import_module(f"{locales.__name__}.{code}").__path__[0])
    assert sorted(path.stem for path in folder.glob("[a-z]*.py")) == AREAS


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", AREAS)
def test_every_language_has_the_same_keys_in_the_same_order(code: str, name: str) -> None:
    assert list(area(code, name)) == list(area(DEFAULT, name))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", AREAS)
def test_every_language_has_the_same_places_and_plurals(code: str, name: str) -> None:
    own, theirs = area(code, name), area(DEFAULT, name)
    assert {key: needed(entry) for key, entry in own.items()} == {
        key: needed(entry) for key, entry in theirs.items()
    }
    assert {key: type(entry) for key, entry in own.items()} == {
        key: type(entry) for key, entry in theirs.items()
    }


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", AREAS)
def test_no_text_is_empty_or_ends_in_a_space(code: str, name: str) -> None:
    for key, entry in area(code, name).items():
        for text in forms(entry):
            assert text.strip(), f"{name}.{key}"
            assert text == text.strip(" \n"), f"{name}.{key}"


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that names a key of the catalogues, with its place in the source."""
    yield from calls_of_templates()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else None
            name = function.id if isinstance(function, ast.Name) else name
            if name == "say":
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def calls_of_templates() -> Iterator[tuple[str, ast.Call]]:
    """The same calls in the templates of the page, as Python would write them."""
    templates = Environment(autoescape=True)
    for path in sorted(PACKAGE.rglob("*.j2")):
        for each in templates.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(each.node, nodes.Name) and each.node.name == "say":
                key = ast.Constant(each.args[0].as_const())
                given = [ast.keyword(keyword.key, ast.Constant(0)) for keyword in each.kwargs]
                given += [ast.keyword(None, ast.Constant(0))] if each.dyn_kwargs else []
                call = ast.Call(ast.Name("say"), [key], given)
                yield f"{path.relative_to(PACKAGE)}:{each.lineno}", call


CALLS = list(calls())


def test_every_call_names_a_known_key_with_just_its_places() -> None:
    for where, call in CALLS:
        key = call.args[0]
        if where.startswith("wording/language.py") and isinstance(key, ast.Name | ast.IfExp):
            continue  # the method itself, which hands its key on
        assert isinstance(key, ast.Constant), f"{where}: a computed key"
        asked = str(key.value)
        name, _, word = asked.partition(".")
        assert name in AREAS, f"{where}: {asked}"
        entry = area(DEFAULT, name).get(word)
        assert entry is not None, f"{where}: {asked}"
        given = {keyword.arg for keyword in call.keywords}
        assert None in given or given == needed(entry), f"{where}: {asked}"


def test_the_columns_and_keys_that_are_built_in_have_their_words() -> None:
    columns = {"partner", "units", "reserve", "total", *SUMS, *BUILT_IN_LINES}
    columns |= {"bill", "share", "per_inhabitant", "alone", "saving"}
    assert set(area(DEFAULT, "column")) == columns
    assert set(area(DEFAULT, "key")) == {*BUILT_IN_KEYS, *USUAL_KEYS}
    assert set(area(DEFAULT, "noun")) == (set(area(DEFAULT, "key")) - {"use"}) | {"nights"}


def test_no_key_is_without_a_call() -> None:
    called = {
        str(part.value)
        for _, call in CALLS
        for part in ast.walk(call.args[0])
        if isinstance(part, ast.Constant)
    }
    unused = {
        f"{name}.{key}" for name in AREAS if name not in BY_STRUCTURE for key in area(DEFAULT, name)
    } - called
    assert not unused


def test_a_plural_has_no_text_without_how_many() -> None:
    with pytest.raises(TypeError, match="counts something"):
        language("nl").text("noun", "units")


def test_a_plural_goes_by_a_number() -> None:
    with pytest.raises(TypeError, match="whole number or a fraction, not 'two'"):
        language("nl").fill(Plural("one", "many"), count="two")


def test_what_has_no_words_varies_under_its_path() -> None:
    assert what_varies(("nothing", "like", "it"), "it", language("nl")) == "nothing.like.it"


def test_french_has_one_word_for_a_day_price() -> None:
    """That of Belgian care, in every area; and so many out of so many is `sur`."""
    texts = [text for name in AREAS for entry in area("fr", name).values() for text in forms(entry)]
    assert not [text for text in texts if "prix par jour" in text.lower()]
    assert any("prix de journée" in text.lower() for text in texts)
    assert language("fr").say("paper.page", page="3", pages="6") == "3 sur 6"
    assert language("fr").joined(["a", "b"]) == "a\N{NO-BREAK SPACE}; b"
