"""The page of a statement, opened and printed by a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from browser import Seen, chromium, needs_chromium
from command import run

pytestmark = [needs_chromium, pytest.mark.long]

EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE = EXAMPLES / "crisisopvangnetwerk.toml"
A4 = (210, 297)
MARKUP = """<b>Zot</b> & "Zonen" <script>alert('x')</script> {{ 7 * 7 }} <!--"""
LONG = (
    "Intergemeentelijk samenwerkingsverband Vlaamse Ardennen en Leiestreek voor goede woningen {at}"
)

SCENARIOS = """
[scenario.lean]
label = "Lage bezetting"
day_price.occupancy = 0.6

[scenario.zonder]
label = "Zonder CAW"
remove = ["partner.caw"]
"""


NAME, LABEL = "Partner {at} van het netwerk", "Kost nummer {at}"


def network(partners: int, lines: int, name: str = NAME, label: str = LABEL) -> str:
    """A description of which every line is divided by inhabitants."""
    blocks = ['title = "Groot netwerk"', '[contribution]\nmodel = "variable"\nkey = "inhabitants"']
    blocks += [
        f"[partner.p{at}]\nname = '''{name.format(at=at)}'''\n"
        f"keys = {{ inhabitants = {1_000 + 7 * at} }}"
        for at in range(partners)
    ]
    blocks += [
        f'[cost.c{at}]\nlabel = "{label.format(at=at)}"\namount = {12_345.67 * (at + 1):.2f}'
        for at in range(lines)
    ]
    return "\n\n".join(blocks)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


class Opening:
    """Descriptions as pages in the browser."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder

    def __call__(self, description: str | Path, *options: str, width: int = 1280) -> Seen:
        source = self.folder / "network.toml"
        text = description if isinstance(description, str) else description.read_text("utf-8")
        source.write_text(text, encoding="utf-8")
        page = self.folder / "page.html"
        ran = run("compute", source, "--output", page, "--lang", "nl", *options)
        assert (ran.code, ran.out, ran.err) == (0, b"", "")
        return Seen(self.browser, page, width)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opening]:
    yield Opening(browser, tmp_path)
    for page in [page for context in browser.contexts for page in context.pages]:
        page.close()


def table(seen: Seen, caption: str) -> list[list[str]]:
    """The cells of the table, or the tables one after the other, of that caption."""
    script = """caption => [...document.querySelectorAll("table")]
        .filter(table => table.caption.textContent.startsWith(caption))
        .map(table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent)))"""
    pieces: list[list[list[str]]] = seen.page.evaluate(script, caption)
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = [row + more[1:] for row, more in zip(whole, piece, strict=True)]
    return whole


def plain(cell: str) -> str:
    """A figure as JSON writes it."""
    return cell.replace(".", "").replace(",", ".").replace("−", "-")


STATEMENT = "Wat elke partner draagt en ontvangt"


@pytest.mark.parametrize("example", ["crisisopvangnetwerk", "ledenbijdrage", "jeugdregio-gemengd"])
def test_the_cells_of_the_table_are_those_of_the_json(opened: Opening, example: str) -> None:
    file = EXAMPLES / f"{example}.toml"
    data: dict[str, Any] = json.loads(run("compute", file, "--format", "json").out)
    expenses, revenues = (
        [line["id"] for line in data["lines"] if line["kind"] == kind]
        for kind in ("expense", "revenue")
    )
    rows = [*data["partners"], *filter(None, [data["reserve"]]), data["total"]]
    units = any(row["units"] for row in rows)
    expected = [
        [
            *([str(row["units"])] if units else []),
            *(row["cells"][id] for id in expenses),
            row["expenses"],
            *(row["cells"][id] for id in revenues),
            row["revenues"],
            row["balance"],
        ]
        for row in rows
    ]
    _, *shown = table(opened(file), STATEMENT)
    assert [[plain(cell) for cell in row[1:]] for row in shown] == expected


def test_a_table_in_pieces_has_every_cell_too(opened: Opening) -> None:
    description = network(3, 40)
    ran = run("compute", "-", "--format", "csv", stdin=description.encode())
    _, *expected = [line.split(",") for line in ran.text.splitlines()]
    _, *shown = table(opened(description), STATEMENT)
    assert [[plain(cell) for cell in row[1:]] for row in shown] == [
        # The page has no homes where there are none.
        row[3:]
        for row in expected
    ]


@pytest.mark.parametrize("width", [1280, 375])
def test_the_page_loads_nothing_and_complains_of_nothing(opened: Opening, width: int) -> None:
    seen = opened(EXAMPLE.read_text("utf-8") + SCENARIOS, width=width)
    assert seen.requests == [seen.page.url]
    assert seen.complaints == []
    links = seen.page.eval_on_selector_all(
        "[src], [href]",
        "all => all.map(each => each.getAttribute('src') ?? each.getAttribute('href'))",
    )
    assert {link[:1] for link in links} == {"#"}
    assert "http" not in seen.page.content().replace("http-equiv", "")
    assert not re.search(r"url\(|@import|<script", seen.page.content())


def test_every_link_leads_to_its_heading(opened: Opening) -> None:
    seen = opened(EXAMPLE.read_text("utf-8") + SCENARIOS)
    links = seen.page.eval_on_selector_all("nav a", "all => all.map(each => each.hash)")
    assert links == ["#chart", "#method", "#scenarios", "#explanation"]
    assert [seen.page.locator(f"h2{link}").count() for link in links] == [1, 1, 1, 1]


@pytest.mark.parametrize("width", [1280, 375])
def test_only_a_table_scrolls_aside(opened: Opening, width: int) -> None:
    seen = opened(network(13, 12, LONG), width=width)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_text_of_the_file_is_never_markup(opened: Opening) -> None:
    seen = opened(
        f"title = '''{MARKUP.replace(chr(39), '’')}'''\n"
        f'[contribution]\nmodel = "fixed"\nbasis = "<i>artikel</i> 7"\n'
        f'[cost.huur]\nlabel = "<u>Huur</u> </table>"\namount = 100\nbasis = "<s>x</s>"\n'
        f'[partner.a]\nname = "</title><img src=x onerror=alert(1)>"\n'
        f'[scenario.lean]\nlabel = "<em>Zuinig</em>"\ncost.huur.amount = 50\n'
    )
    assert seen.requests == [seen.page.url]
    assert seen.complaints == []
    assert seen.page.locator("img, script, b, i, u, s, em").count() == 0
    assert seen.page.title() == MARKUP.replace("'", "’")
    assert seen.page.locator("h1").text_content() == seen.page.title()
    assert table(seen, STATEMENT)[0][1] == "<u>Huur</u> </table>"
    assert table(seen, STATEMENT)[1][0] == "</title><img src=x onerror=alert(1)>"
    assert table(seen, "Nettobijdrage van elke partner")[0][2] == "<em>Zuinig</em>"


# ---------------------------------------------------------------- accessibility


@pytest.mark.parametrize(
    ("description", "width"),
    [
        pytest.param(EXAMPLE.read_text("utf-8") + SCENARIOS, 1280, id="scenarios"),
        pytest.param(network(14, 1), 375, id="several drawings on a telephone"),
    ],
)
def test_axe_finds_nothing(opened: Opening, description: str, width: int) -> None:
    page = opened(description, width=width).page
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run()")
    assert [violation["id"] for violation in found["violations"]] == []


def test_headings_of_tables_have_their_scope(opened: Opening) -> None:
    seen = opened(EXAMPLE)
    assert seen.page.locator("th:not([scope])").count() == 0
    assert seen.page.locator("html").get_attribute("lang") == "nl"
    assert seen.page.locator("tbody th[scope=row]").first.text_content() == "Stad"


def test_the_chart_says_in_full_sentences_what_it_shows(opened: Opening) -> None:
    seen = opened(EXAMPLE)
    image = seen.page.get_by_role("img", name="Stad betaalt het meest: 50\xa0% van het geheel")
    assert image.locator("title").text_content() == "Stad betaalt het meest: 50\xa0% van het geheel"
    assert image.locator("desc").text_content() == (
        "Uitgaven van 5 partners met het deel dat inkomsten dekken: Stad draagt het meest "
        "(€\xa042.250,00), CAW het minst (€\xa010.562,50)."
    )


def test_the_texts_of_the_chart_keep_clear_of_each_other_on_a_telephone(
    opened: Opening,
) -> None:
    seen = opened(network(3, 1, LONG) + "\n[revenue.x]\namount = 999_999_999_999\n", width=375)
    overlaps = seen.page.evaluate("""() => {
        const boxes = [...document.querySelectorAll("svg.narrow text")].map(each => each.getBBox())
        const limit = document.querySelector("svg.narrow").clientWidth
        const clash = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
            && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4
        return boxes.filter((a, at) =>
            a.x < -1 || a.x + a.width > limit + 1 || boxes.slice(at + 1).some(b => clash(a, b))
        ).length
    }""")
    assert overlaps == 0


# ---------------------------------------------------------------- paper


def printed(seen: Seen, folder: Path) -> PdfReader:
    file = folder / "page.pdf"
    seen.page.pdf(path=file, prefer_css_page_size=True)
    return PdfReader(file)


def sizes(document: PdfReader) -> set[tuple[int, int]]:
    """Width and height of the sheets, in millimetres."""
    return {
        (
            round(float(sheet.mediabox.width) * 25.4 / 72),
            round(float(sheet.mediabox.height) * 25.4 / 72),
        )
        for sheet in document.pages
    }


def test_it_prints_on_a4_upright(opened: Opening, tmp_path: Path) -> None:
    document = printed(opened(EXAMPLE.read_text("utf-8") + SCENARIOS), tmp_path)
    assert sizes(document) == {A4}


@pytest.mark.parametrize(
    ("partners", "lines", "label"),
    [(8, 12, LABEL), (16, 40, LABEL), (2, 9, "Kosten" * 20 + "{at}")],
)
def test_a_wide_table_prints_on_its_side_and_whole(
    opened: Opening, tmp_path: Path, partners: int, lines: int, label: str
) -> None:
    seen = opened(network(partners, lines, label=label))
    document = printed(seen, tmp_path)
    assert sizes(document) == {A4[::-1]}
    text = "".join(sheet.extract_text() for sheet in document.pages)
    figures = {cell for row in table(seen, STATEMENT)[1:] for cell in row[1:]}
    assert {figure for figure in figures if figure not in text} == set()
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 1009, "height": 680})
    widths = seen.page.eval_on_selector_all("table", "all => all.map(each => each.offsetWidth)")
    assert max(widths) <= 1009


def test_the_headings_stand_on_every_sheet_of_a_long_table(opened: Opening, tmp_path: Path) -> None:
    document = printed(opened(network(90, 1)), tmp_path)
    sheets = [sheet.extract_text() for sheet in document.pages]
    first = next(at for at, text in enumerate(sheets) if "Wat elke partner draagt" in text)
    last = next(at for at, text in enumerate(sheets) if at > first and "Partner 89 van" in text)
    assert all("Kost nummer 0" in text for text in sheets[first : last + 1])


def test_no_chart_row_and_figure_is_cut_by_the_end_of_a_sheet(opened: Opening) -> None:
    seen = opened(network(13, 8, LONG))
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 1009, "height": 680})
    script = "all => all.map(each => each.getBoundingClientRect().height)"
    heights = seen.page.eval_on_selector_all("svg, tr, .figure", script)
    assert max(heights) < 670
    breaks = seen.page.eval_on_selector_all(
        "svg, tr, .figure", "all => all.map(each => getComputedStyle(each).breakInside)"
    )
    assert set(breaks) == {"avoid"}
