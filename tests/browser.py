"""A headless Chromium for the tests of the page; they are skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)
REASON = "there is no Chromium: apt-get install chromium"
needs_chromium = pytest.mark.skipif(PROGRAM is None, reason=REASON)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, which starts in about a second."""
    # Its sandbox refuses to start for root, as in a container of CI.
    as_root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=PROGRAM, args=["--no-sandbox"] if as_root else []
        )
        yield browser
        browser.close()


class Seen:
    """A page as it was opened, with what it asked for and what it complained of."""

    def __init__(self, browser: Browser, file: Path, width: int = 1280) -> None:
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900})
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(file.as_uri())
