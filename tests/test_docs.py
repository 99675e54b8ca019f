"""The documentation says what the tool does: every description, command and field in it is tried.

A `toml` block with a title is a whole description, and is sound unless it says `toml wrong`. A
first line such as `# network.toml` names it, and the `console` blocks of the same document find
it under that name, next to `examples/`. So does the first line of a `csv` block, a register, which
is no part of the file. A `toml` block that begins with `# onderaan network.toml` (at the
end of it) is added to that file when the reader gets there.
After a change of the output, `pytest tests/test_docs.py --rewrite` puts the new output in the
documents.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from markdown_it import MarkdownIt

from command import run
from conftest import Kept
from igs_costshare.description.assessment import Judgement
from igs_costshare.description.contributions import Bracket, FileTable, Model
from igs_costshare.description.governance import PlanSamenleven
from igs_costshare.description.groups import ScaleStep, Scaling
from igs_costshare.description.kinds import is_hidden
from igs_costshare.description.network import Network
from igs_costshare.wording.language import language

ROOT = Path(__file__).parent.parent
REFERENCE = [ROOT / "docs" / f"{page}.md" for page in ("file", "statement", "commands", "python")]
"""Its pages, in the order in which they are read: files of one serve the next."""
GUIDE = ROOT / "docs" / "handleiding.md"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROGRAM = "$ igs-costshare "
NAMED = re.compile(r"# ([\w-]+\.toml)\n")
REGISTER = re.compile(r"# ([\w-]+\.csv)\n")
AT_THE_END = re.compile(r"# onderaan ([\w-]+\.toml)\n")
WRONG = "wrong"
WHOLE = re.compile(r"^title = ", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a document, and the line on which its text begins."""

    text: str
    line: int
    is_wrong: bool

    @property
    def is_whole(self) -> bool:
        return bool(WHOLE.search(self.text))


def blocks(text: str, language: str) -> list[Block]:
    return [
        Block(token.content, token.map[0] + 1, token.info.endswith(WRONG))
        for token in MarkdownIt().parse(text)
        if token.type == "fence" and token.map and token.info in (language, f"{language} {WRONG}")
    ]


def without_fences(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def of_all_documents(language: str) -> list[Any]:
    return [
        pytest.param(block, id=f"{path.name}:{block.line + 1}")
        for path in DOCUMENTS
        for block in blocks(path.read_text(encoding="utf-8"), language)
    ]


# ---------------------------------------------------------------- descriptions and commands


@pytest.mark.parametrize("block", of_all_documents("toml"))
def test_every_description_in_the_documents_computes_without_a_warning(block: Block) -> None:
    ran = run("compute", "-", "--strict", stdin=block.text.encode())
    if block.is_wrong:
        assert (ran.code, ran.out) == (2, b"")
    elif block.is_whole:
        assert (ran.code, ran.err) == (0, "")
    else:
        assert tomllib.loads(block.text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_in_the_documents_gives_what_they_show(
    path: Path, kept: Kept, tmp_path: Path
) -> None:
    kept(path, as_run(path, tmp_path).encode())


@pytest.mark.parametrize("block", of_all_documents("pycon"))
def test_every_session_in_the_documents_gives_what_it_shows(block: Block) -> None:
    session = doctest.DocTestParser().get_doctest(block.text, {}, "session", None, block.line)
    failures: list[str] = []
    doctest.DocTestRunner().run(session, out=failures.append)
    assert failures == []


def as_run(path: Path, directory: Path) -> str:
    """The document with its commands run one after the other, and what they print now."""
    text = path.read_text(encoding="utf-8")
    before = REFERENCE[: REFERENCE.index(path)] if path in REFERENCE else []
    prepare(directory, *(page.read_text(encoding="utf-8") for page in before), text)
    lines = text.splitlines(keepends=True)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(directory)
        here.setenv("LC_ALL", "C")
        here.setenv("COLUMNS", "80")  # as without it, but also where pytest runs in a terminal
        ran = [(block, transcript(block)) for block in as_read(text)]
    for block, shown in reversed(ran):
        lines[block.line : block.line + len(block.text.splitlines())] = [shown]
    return "".join(lines)


def prepare(directory: Path, *texts: str) -> None:
    """Put in a directory what the commands of the documents name."""
    shutil.copytree(ROOT / "examples", directory / "examples")
    for block in (block for text in texts for block in blocks(text, "toml")):
        if name := NAMED.match(block.text):
            (directory / name[1]).write_text(block.text, encoding="utf-8")
    for block in (block for text in texts for block in blocks(text, "csv")):
        if name := REGISTER.match(block.text):
            (directory / name[1]).write_text(block.text[name.end() :], encoding="utf-8")


def as_read(text: str) -> Iterator[Block]:
    """The blocks with commands; what a reader adds to a file before them is in it."""
    additions = [block for block in blocks(text, "toml") if AT_THE_END.match(block.text)]
    commands = blocks(text, "console")
    for block in sorted([*additions, *commands], key=lambda each: each.line):
        if block in commands:
            yield block
        elif name := AT_THE_END.match(block.text):
            with Path(name[1]).open("a", encoding="utf-8") as file:
                file.write(f"\n{block.text}")


def transcript(block: Block) -> str:
    """The block with what its commands print; one that shows no output has to succeed."""
    lines = block.text.splitlines(keepends=True)
    shows_output = any(not line.startswith("$ ") for line in lines)
    shown, ours = "", False
    for line in lines:
        if line.startswith("$ "):
            ours = line.startswith(PROGRAM)
            shown += line
            shown += printed(line, shows_output) if ours else ""
        elif not ours:
            shown += line
    return shown


def printed(line: str, shows_output: bool) -> str:
    ran = run(*shlex.split(line.removeprefix(PROGRAM)))
    if shows_output:
        return ran.err + ran.text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert (ran.code, ran.err) == (0, ""), line
    return ""


# ---------------------------------------------------------------- the first minute


FIRST_LINES = [
    (
        "python3 -m venv .venv && .venv/bin/pip install . && "
        ".venv/bin/igs-costshare compute examples/crisisopvangnetwerk.toml"
    ),
    "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest",
]


def quick_start() -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return readme.partition("## Quick start\n")[2].partition("\n## ")[0]


def test_the_quick_start_is_two_lines_that_make_their_own_environment() -> None:
    assert [block.text for block in blocks(quick_start(), "sh")] == [
        f"{line}\n" for line in FIRST_LINES
    ]


def test_powershell_gets_the_same_lines() -> None:
    def in_powershell(line: str) -> str:
        line = line.replace("python3", "py").replace(" &&", ";").replace("/bin/", "/Scripts/")
        return re.sub(r"(?<=\w)/(?=\w)", r"\\", line)

    assert [block.text for block in blocks(quick_start(), "powershell")] == [
        f"{in_powershell(line)}\n" for line in FIRST_LINES
    ]


def test_for_daily_use_the_command_is_installed_once() -> None:
    assert {"pipx install .", "uv tool install ."} <= set(code(without_fences(quick_start())))


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no Bash")
def test_ci_runs_the_very_lines_of_the_quick_start() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    reading = re.search(r"^mapfile .+?^\)$", script, re.MULTILINE | re.DOTALL)
    assert reading
    told = f'{reading[0]}\nprintf "%s\\n" "${{quick_start[@]}}"'
    ran = subprocess.run(["bash", "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == FIRST_LINES
    assert 'bare() { env -i HOME="$HOME" PATH=/usr/bin:/bin "$@"; }\n' in script
    assert "--resolution lowest-direct" in script


# ---------------------------------------------------------------- the guide in Dutch


def cells(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the guide, without those of its head."""
    guide = without_fences(GUIDE.read_text(encoding="utf-8"))
    under = guide.partition(f"{heading}\n")[2].partition("\n#")[0]
    rows = [line for line in under.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        pytest.param(code(where)[0], code(how), id=what)
        for heading in ("### Wat u nog kunt afspreken", "### Wat u erbij schrijft")
        for what, where, how in cells(heading)
    ],
)
def test_every_agreement_in_the_guide_computes_in_the_starter_file(
    block: str, fields: list[str]
) -> None:
    known = r"\1keys = { inhabitants = 9_000, youth = 700 }\ndays = { 1 = 300, 2 = 220 }\n"
    starter = re.sub(r"(\[partner\..+\]\n)", known, run("init", "--lang", "nl").text)
    scenario = [f"[scenario.afspraak.{block.strip('[]')}]", *fields]
    description = "\n".join([starter, *scenario])
    ran = run("compute", "-", "--scenario", "afspraak", "--strict", stdin=description.encode())
    assert (ran.code, ran.err) == (0, "")


def test_the_guide_names_what_stands_before_a_message_as_it_stands_there() -> None:
    guide = without_fences(GUIDE.read_text(encoding="utf-8"))
    chapter = guide.partition("## 7. Een foutmelding lezen\n")[2].partition("\n## ")[0]
    marks = [words for words in code(chapter) if words.endswith(":")]
    dutch = language("nl")
    said = [dutch.say("problem.error"), dutch.say("problem.warning"), dutch.say("problem.hint")]
    assert sorted(set(marks)) == sorted(f"{mark}:" for mark in said)


# ---------------------------------------------------------------- the reference is complete


def reference() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE)


def section(heading: str) -> str:
    """What stands under a heading of the reference, up to the next heading."""
    parts = re.split(r"^#+ (.+)\n", without_fences(reference()), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[heading]


def documented(heading: str) -> dict[str, list[str]]:
    """The tables under a heading: the other cells by the code words of the first."""
    rows = [line.strip("|").split("|") for line in section(heading).splitlines() if "|" in line]
    return {
        name: [cell.strip() for cell in cells[1:]]
        for cells in rows
        for name in re.findall(r"`([^ `]+)[^`]*`", cells[0])
    }


def tables_in(kind: Any) -> Iterator[type[FileTable]]:
    """The tables of which a field of this type takes one, or several by id."""
    if isinstance(kind, type) and issubclass(kind, FileTable):
        yield kind
    for inner in get_args(kind):
        yield from tables_in(inner)


def fields_by_heading() -> dict[str, list[type[FileTable]]]:
    """The headings that the reference must have, and the tables that stand under each."""
    headings: dict[str, list[type[FileTable]]] = {
        "Top level": [Network],
        "Brackets and classes": [Bracket],
        "A line for a smaller group": [Scaling, ScaleStep],
        "`[assessment.partner.ID]`": [Judgement],
        "`[programme.plan_samenleven]`": [PlanSamenleven],
    }
    for name, field in Network.model_fields.items():
        if is_hidden(field):
            continue
        id = ".ID" if get_origin(field.annotation) is dict else ""
        if tables := list(tables_in(field.annotation)):
            headings[f"`[{name}{id}]`"] = tables
    return headings


def units(tables: list[type[FileTable]]) -> dict[str, str]:
    """The fields of the tables as the file names them, each with its unit.

    Nights, which the reader fills in, are no field of the file.
    """
    return {
        field.alias or name: str(extra["x-unit"]).replace("none", "")
        for table in tables
        for name, field in table.model_fields.items()
        if isinstance(extra := field.json_schema_extra, dict) and not is_hidden(field)
    }


@pytest.mark.parametrize(("heading", "tables"), fields_by_heading().items())
def test_the_reference_has_every_field_with_its_unit(
    heading: str, tables: list[type[FileTable]]
) -> None:
    assert {name: cells[0] for name, cells in documented(heading).items()} == units(tables)


def test_the_reference_has_a_row_for_every_model() -> None:
    models = {get_args(kind.model_fields["model"].annotation)[0] for kind in Model.__subclasses__()}
    assert set(re.findall(r"^\| `([a-z-]+)` \|", section("Models"), re.MULTILINE)) == models


def options(*command: str) -> set[str]:
    """The options that `--help` lists."""
    return set(re.findall(r"^  (--[\w-]+)", run(*command, "--help").text, re.MULTILINE))


def commands() -> list[str]:
    """The commands that `--help` lists."""
    listed = run("--help").text.partition("Commands:\n")[2]
    return re.findall(r"^  (\w+)", listed, re.MULTILINE)


def test_the_help_is_read_as_it_is_written() -> None:
    assert {"compute", "init", "schema"} <= set(commands())
    assert "--output" in options("schema")


@pytest.mark.parametrize("command", commands())
def test_the_reference_has_every_option_of_a_command_and_no_other(command: str) -> None:
    listed = {name for name in documented(f"`{command}`") if name.startswith("--")}
    assert listed == options(command) - {"--help"}


def test_the_reference_has_every_option_of_the_program() -> None:
    assert set(documented("Options of the program")) == options()


def test_the_reference_names_no_option_that_is_not_there() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", reference()))
    assert named <= options().union(*(options(command) for command in commands()))


# ---------------------------------------------------------------- links


def anchors(path: Path) -> set[str]:
    """What a link may point to in a document: its headings, in the way of GitHub."""
    text = without_fences(path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    text = without_fences(path.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link
