"""Make the pictures of the README from the examples: `python docs/pictures.py [NAME …]`.

The table needs nothing but the tool; the page needs Chromium, and the spreadsheet LibreOffice and
`pdftoppm` (Debian: chromium, libreoffice-calc-nogui, poppler-utils).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
FOLDER = HERE / "pictures"
EXAMPLE = HERE.parent / "examples" / "crisisopvangnetwerk.toml"
COLUMNS = 84


def compute(*options: str) -> bytes:
    """What `compute` gives for the example."""
    command = [sys.executable, "-m", "igs_costshare", "compute", str(EXAMPLE), "--lang", "en"]
    environment = os.environ | {"COLUMNS": str(COLUMNS)}
    return subprocess.run(
        [*command, *options], env=environment, stdout=subprocess.PIPE, check=True
    ).stdout


def table(picture: Path) -> None:
    """The table as it stands in a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=COLUMNS, file=StringIO())
    console.print(Text(compute().decode()), end="")
    svg = console.export_svg(title=f"igs-costshare compute {EXAMPLE.name}", unique_id="table")
    # The letters of the reader's own terminal, rather than some that are loaded from elsewhere.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    picture.write_text(svg.replace("Fira Code,", ""), encoding="utf-8")


def page(picture: Path) -> None:
    """The page down to its chart, as it stands in a browser."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(compute("--format", "html"))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        shown = browser.new_page(viewport={"width": 820, "height": 900})
        shown.goto(file.as_uri())
        bottom = shown.evaluate("document.querySelector('svg').getBoundingClientRect().bottom")
        clip = {"x": 0, "y": 0, "width": 820, "height": bottom + 10}
        shown.screenshot(path=picture, clip=clip, full_page=True)
        browser.close()


def sheet(picture: Path) -> None:
    """The statement of the workbook, as LibreOffice prints it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "statement.xlsx"
        compute("--output", str(file))
        office = ["soffice", "--headless", f"-env:UserInstallation={Path(folder).as_uri()}/office"]
        printing = [*office, "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(printing, stdout=subprocess.DEVNULL, check=True)
        part = ["-f", "2", "-singlefile", "-r", "100", "-x", "40", "-y", "50", "-W", "1100"]
        drawing = ["pdftoppm", *part, "-H", "250", "-png", str(file.with_suffix(".pdf"))]
        subprocess.run([*drawing, str(picture.with_suffix(""))], check=True)


PICTURES: Mapping[str, Callable[[Path], None]] = {
    "table.svg": table,
    "page.png": page,
    "sheet.png": sheet,
}
"""The pictures by name, and what makes each."""


def main() -> None:
    """Make the pictures that are named, or all of them."""
    for name in sys.argv[1:] or PICTURES:
        PICTURES[name](FOLDER / name)


if __name__ == "__main__":
    main()
