"""Help, and what is wrong with a call, in every language: nothing of it is left to Typer.

Where a newer Typer makes a test fail here, `igs_costshare/cli/telling.py` is the module to mend:
it knows the errors of Typer by their classes and attributes, never by their text. An error of a
new class is told by `_misfits` from the call itself, or as "is not valid"; give it a case in
`_unreadable` where it can be told better.
"""

from __future__ import annotations

import ast
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

import igs_costshare
from command import run
from igs_costshare import cli
from igs_costshare.cli import telling
from igs_costshare.cli.app import COMMANDS, app_for
from igs_costshare.cli.commands import Command
from igs_costshare.cli.help import PROGRAM, meaning, summary
from igs_costshare.cli.parameters import choices_of, is_option, name_of
from igs_costshare.messages import say
from igs_costshare.wording.catalogue import area, codes
from igs_costshare.wording.language import language
from igs_costshare.wording.templates import template_text
from starters import closed_starter

PACKAGE = Path(igs_costshare.__file__).parent
EXAMPLE = Path(__file__).parent.parent / "examples" / "crisisopvangnetwerk.toml"
GROUP: Any = get_command(app_for([]))
each_language = pytest.mark.parametrize("code", codes())


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Dutch user without a terminal."""
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


# ---------------------------------------------------------------- each sentence, in each language

MORE = {
    "en": "hint: `igs-costshare{command} --help` shows what it takes\n",
    "nl": "tip: `igs-costshare{command} --help` toont wat er mogelijk is\n",
    "fr": "conseil\u00a0: `igs-costshare{command} --help` montre ce qui est possible\n",
}
ERROR = {"en": "error", "nl": "fout", "fr": "erreur\u00a0"}

WRONG = [
    (
        "compute",
        {"en": "FILE: is missing", "nl": "BESTAND: ontbreekt", "fr": "FICHIER: manque"},
    ),
    (
        "solve x --vary day_price.occupancy",
        {"en": "--target: is missing", "nl": "--target: ontbreekt", "fr": "--target: manque"},
    ),
    (
        "compute a b c",
        {
            "en": "one thing too many: b c",
            "nl": "dit is te veel: b c",
            "fr": "ceci est de trop\u00a0: b c",
        },
    ),
    (
        "compute a --formt csv",
        {
            "en": "--formt: there is no such option; did you mean `--format`?",
            "nl": "--formt: die optie bestaat niet; bedoelde u `--format`?",
            "fr": "--formt: cette option n’existe pas\u00a0; vouliez-vous dire `--format`\u00a0?",
        },
    ),
    (
        "compute -x",
        {
            "en": "-x: there is no such option",
            "nl": "-x: die optie bestaat niet",
            "fr": "-x: cette option n’existe pas",
        },
    ),
    (
        "compute a --output",
        {
            "en": "--output: needs a value behind it",
            "nl": "--output: hier moet een waarde achter",
            "fr": "--output: il faut une valeur après",
        },
    ),
    (
        "compute a --strict=yes",
        {
            "en": "--strict: takes no value",
            "nl": "--strict: krijgt geen waarde",
            "fr": "--strict: ne prend pas de valeur",
        },
    ),
    (
        "compute a --help=yes",
        {
            "en": "--help: takes no value",
            "nl": "--help: krijgt geen waarde",
            "fr": "--help: ne prend pas de valeur",
        },
    ),
    (
        "compute a --scenario x --scenario=y",
        {
            "en": "--scenario: is given more than once, and takes one value",
            "nl": "--scenario: staat er meer dan één keer, en krijgt één waarde",
            "fr": "--scenario: figure plus d’une fois, et ne prend qu’une valeur",
        },
    ),
    (
        "compute a --round ten",
        {
            "en": '--round: must be `cent` or `euro`, got "ten"',
            "nl": '--round: moet `cent` of `euro` zijn, niet "ten"',
            "fr": '--round: doit être `cent` ou `euro`, et non "ten"',
        },
    ),
    (
        "init zoo",
        {
            "en": "TEMPLATE: must be `crisis-housing`, `youth-work`, `dues` or `settlement`"
            ', got "zoo"',
            "nl": "SJABLOON: moet `crisis-housing`, `youth-work`, `dues` of `settlement`"
            ' zijn, niet "zoo"',
            "fr": "CANEVAS: doit être `crisis-housing`, `youth-work`, `dues` ou `settlement`"
            ', et non "zoo"',
        },
    ),
]


@each_language
@pytest.mark.parametrize(("call", "words"), WRONG, ids=[call for call, _ in WRONG])
def test_what_is_wrong_with_a_call_is_told(call: str, words: dict[str, str], code: str) -> None:
    command, *arguments = call.split()
    ran = run(command, f"--lang={code}", *arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"{ERROR[code]}: {words[code]}\n{MORE[code].format(command=f' {command}')}"


OF_THE_PROGRAM = [
    (
        ["frobnicate"],
        {
            "en": "there is no command `frobnicate`",
            "nl": "de opdracht `frobnicate` bestaat niet",
            "fr": "la commande `frobnicate` n’existe pas",
        },
    ),
    (
        ["computer"],
        {
            "en": "there is no command `computer`; did you mean `compute` or `compare`?",
            "nl": "de opdracht `computer` bestaat niet; bedoelde u `compute` of `compare`?",
            "fr": "la commande `computer` n’existe pas\u00a0; "
            "vouliez-vous dire `compute` ou `compare`\u00a0?",
        },
    ),
    (
        [],
        {
            "en": "say which command is to run",
            "nl": "zeg welke opdracht u wilt uitvoeren",
            "fr": "indiquez la commande à exécuter",
        },
    ),
    (
        ["--versin"],
        {
            "en": "--versin: there is no such option; did you mean `--version`?",
            "nl": "--versin: die optie bestaat niet; bedoelde u `--version`?",
            "fr": "--versin: cette option n’existe pas\u00a0; vouliez-vous dire `--version`\u00a0?",
        },
    ),
    (
        ["--", "--strict"],
        {
            "en": "there is no command `--strict`",
            "nl": "de opdracht `--strict` bestaat niet",
            "fr": "la commande `--strict` n’existe pas",
        },
    ),
]


@each_language
@pytest.mark.parametrize(("arguments", "words"), OF_THE_PROGRAM)
def test_what_is_wrong_in_front_of_a_command_is_told(
    arguments: list[str], words: dict[str, str], code: str
) -> None:
    ran = run("--lang", code, *arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"{ERROR[code]}: {words[code]}\n{MORE[code].format(command='')}"


def test_all_that_is_wrong_is_told_at_once() -> None:
    ran = run("compute", "--lang", "nl", "--lang", "fr", "--round", "ten", "a", "b")
    assert ran.err == (
        "fout: --lang: staat er meer dan één keer, en krijgt één waarde\n\n"
        'fout: --round: moet `cent` of `euro` zijn, niet "ten"\n\n'
        "fout: dit is te veel: b\n"
        "tip: `igs-costshare compute --help` toont wat er mogelijk is\n"
    )


def test_options_that_contradict_one_another_are_told_at_once() -> None:
    ran = run("check", "--exclude=", "--dry-run")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == (
        "fout: PAD: noem een bestand of een map\n\n"
        "fout: --exclude: is leeg, en past op niets\n\n"
        "fout: --dry-run: kan alleen samen met --update\n"
    )


def test_a_language_that_is_not_there_is_told_in_that_of_the_locale() -> None:
    ran = run("compute", "a", "--lang", "de")
    assert ran.err.startswith('fout: --lang: moet `en`, `fr` of `nl` zijn, niet "de"\n')
    assert run("compute", "--lang").err.startswith("fout: --lang: hier moet een waarde achter\n")


def test_what_typer_alone_refuses_is_told_as_far_as_it_can_be() -> None:
    command = GROUP.commands["compute"]
    context = command.make_context("compute", ["a"])
    param = next(param for param in command.params if param.name == "output")
    for given, origin in ((param, "--output"), (None, "")):
        error = typer.BadParameter("some new fault", param=given)
        (problem,) = telling.faults(command, context, ["a"], error)
        assert (problem.message, problem.origin) == (say("usage.not_valid"), origin)


# ---------------------------------------------------------------- help

ENGLISH = ("Usage", "Options", "Commands", "default", "required", "Show this", "Missing", "Error")


@each_language
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_language(command: str, code: str) -> None:
    ran = run(*filter(None, [command]), "--help", "--lang", code)
    assert (ran.code, ran.err) == (0, "")
    words = area(code, "usage")
    assert ran.text.startswith(str(words["usage"]).partition("{")[0])
    assert max(map(len, ran.text.splitlines())) <= 80
    if code != "en":
        found = [word for word in ENGLISH if word in ran.text and word != "Options"]
        assert found == []


@each_language
def test_help_in_front_of_an_error_goes_before_it(code: str) -> None:
    assert run("compute", "a", "b", "--help", "--lang", code).code == 0


def test_without_arguments_help_is_in_the_language_of_the_locale() -> None:
    ran = run()
    assert (ran.code, ran.out, ran.err) == (2, b"", run("--help").text)
    assert ran.err.startswith("Gebruik: igs-costshare [OPTIES] OPDRACHT …\n")


def test_the_help_of_a_command_shows_its_default_in_the_language() -> None:
    assert "[standaard: cent]" in run("compute", "--help").text
    assert "[par défaut\u00a0: crisis-housing]" in run("init", "--help", "--lang", "fr").text


def test_a_narrow_terminal_folds_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, run("solve", "--help").text.splitlines())) <= 50


def test_an_old_console_gets_help_without_the_marks_that_it_lacks() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "igs_costshare", "--help"],
        env={"LC_ALL": "nl_BE.UTF-8", "PYTHONIOENCODING": "cp850", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert b"scenario\\u2019s" in ran.stdout


@each_language
def test_every_example_of_help_works(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    examples = [
        shlex.split(str(area(code, "help")[command]).rpartition("igs-costshare ")[2])
        for command in COMMANDS
    ]
    file = Path(examples[0][1])
    register = closed_starter(code, tmp_path, file.name)
    outputs = {file.name, f"{file.name}.lock", register.name}
    for example in examples:
        if example[0] == "init":
            file.unlink()
        elif example[0] == "stays":
            closed_starter(code, tmp_path, file.name)
        else:
            file.write_text(template_text("crisis-housing", code), encoding="utf-8")
        if example[0] == "fill":
            Path(example[2]).write_bytes(run("compute", file, "--format", "csv").out)
            outputs.add(example[2])
        ran = run(*example, "--lang", code)
        assert ran.code == 0, example
        assert bool(ran.err) is (example[0] in ("next", "fill")), example  # they say what changes
        silent = "--output" in example or example[0] in ("freeze", "verify", "fill")
        assert bool(ran.out) is not silent, example
        outputs |= set(example[-1:] if "--output" in example else ())
    assert {path.name for path in tmp_path.iterdir()} == outputs


# ---------------------------------------------------------------- nothing is forgotten


def parameters() -> Iterator[tuple[str, Any]]:
    """Every parameter with the command that has it."""
    yield from ((PROGRAM, param) for param in GROUP.params)
    for name, command in GROUP.commands.items():
        yield from ((name, param) for param in command.params)


@each_language
def test_every_command_and_parameter_has_its_help(code: str) -> None:
    words = language(code)
    assert all(summary(name, words) for name in (PROGRAM, *COMMANDS))
    assert all(meaning(name, param.name, words) for name, param in parameters())


@each_language
def test_every_parameter_has_a_name_and_what_stands_for_its_value(code: str) -> None:
    for _, param in parameters():
        assert name_of(param, language(code))


def test_no_help_and_no_metavar_is_unused() -> None:
    known = area("en", "help")
    used = {PROGRAM, *COMMANDS, "*.help"}
    for command, param in parameters():
        own = f"{command}.{param.name}"
        used.add(own if own in known else f"*.{param.name}")
    assert set(known) == used
    names = {
        str(param.name).upper() if choices_of(param) else str(param.metavar)
        for _, param in parameters()
        if not (is_option(param) and (param.is_flag or choices_of(param)))
    }
    assert set(area("en", "metavar")) == names


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_option_of_the_language(command: str) -> None:
    ran = run(command, "--lang", "fr", "--formt")
    assert ran.err.startswith("erreur\u00a0: --formt: cette option n’existe pas")


def test_the_language_in_front_of_a_command_is_that_of_its_outcome() -> None:
    assert run("--lang", "fr", "init").out == run("init", "--lang", "fr").out
    assert run("--lang", "fr", "init", "--lang", "nl").out == run("init", "--lang", "nl").out


def test_only_one_module_leans_on_what_typer_keeps_to_itself() -> None:
    leaning = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("typer._")
    }
    assert leaning == {"telling.py"}


def test_no_text_for_people_is_given_to_typer() -> None:
    for path in Path(cli.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                assert "help" not in {keyword.arg for keyword in node.keywords}, path.name


def test_a_plain_call_imports_neither_help_nor_what_tells_of_mistakes() -> None:
    script = (
        "import sys\n"
        f"sys.argv = ['igs-costshare', 'compute', {str(EXAMPLE)!r}, '--format', 'csv']\n"
        "from igs_costshare.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(ran.stderr.split())
    own = {f"igs_costshare.cli.{name}" for name in ("commands", "help", "telling")}
    assert loaded & own == {"igs_costshare.cli.commands"}
    areas = {name.rpartition(".")[2] for name in loaded if ".locales." in name}
    assert areas & {"help", "usage", "metavar", "output", "problem"} == set()


# ---------------------------------------------------------------- completion for shells


def test_a_shell_that_is_not_known_is_told() -> None:
    ran = run("--show-completion", "cmd")
    assert ran.err == (
        "fout: --show-completion: aanvullen kan met `bash`, `zsh`, `fish`, `powershell` of `pwsh`\n"
        "tip: noem de shell, zoals in `igs-costshare --show-completion bash`\n"
    )
    assert (ran.code, ran.out) == (2, b"")


def test_this_shell_is_the_one_that_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_get_shell_name", lambda: "fish")
    assert run("--show-completion") == run("--show-completion", "fish")
    monkeypatch.setattr(telling, "_get_shell_name", lambda: None)
    assert run("--show-completion").code == 2


def test_completion_is_installed_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    ran = run("--install-completion", "bash")
    script = tmp_path / ".bash_completions" / "igs-costshare.sh"
    assert ran.err == (
        f"ter info: het aanvullen voor bash staat in {script}; "
        "open een nieuwe terminal om het te gebruiken\n"
    )
    assert (ran.code, ran.out) == (0, b"")
    assert "_igs_costshare_completion" in script.read_text(encoding="utf-8")


def test_a_shell_that_completes_gets_the_help_of_commands_in_the_language() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "igs_costshare"],
        env={
            "LC_ALL": "nl_BE.UTF-8",
            "_IGS_COSTSHARE_COMPLETE": "complete_zsh",
            "_TYPER_COMPLETE_ARGS": "igs-costshare fre",
        },
        capture_output=True,
        check=False,
    )
    assert b"Bewaar het overzicht van een beschrijving" in ran.stdout


@each_language
def test_what_a_command_does_is_one_sentence(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", code)
    said = GROUP.commands["freeze"].get_short_help_str()
    assert said == str(area(code, "help")["freeze"]).partition("\n")[0]


def test_a_command_that_is_not_there_has_nothing_to_complete() -> None:
    context = GROUP.make_context("igs-costshare", ["frobnicate", "--f"], resilient_parsing=True)
    assert GROUP.resolve_command(context, ["frobnicate"])[1] is None
    assert isinstance(GROUP.commands["compute"], Command)
