"""A real browser and the sample case's dossier, for the tests that look at pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from once import Once
from sample import sample


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if path is None:
        pytest.fail("these tests need Chromium: apt-get install chromium, or set CHROMIUM")
    with sync_playwright() as playwright:
        # As root Chromium runs without its own sandbox; it opens nothing but our pages.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Path:
    """The sample case's dossier; the case beside it is this worker's own, to be decided in."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(once(sample), folder, dirs_exist_ok=True)
    return folder / "sample" / "dossier"
