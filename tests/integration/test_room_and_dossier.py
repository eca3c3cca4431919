"""Every page of the room is a page of the dossier of that moment, and reads the same there."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from club_case import club_case
from lxml import html
from room_walk import opened, owner

from once import Once
from onrecord.show import verify_dossier
from onrecord.show.navigation import CHAPTERS

MOMENTS = ("now", "known=2024-03-11", "as-of=2024-04-01", "as-of=2024-04-10,known=2024-04-20")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("club")
    shutil.copytree(once(club_case), folder, dirs_exist_ok=True)
    with opened(folder / "case") as app:
        yield app


@pytest.mark.parametrize("moment", MOMENTS)
def test_all_that_a_page_tells_stands_in_the_dossier_of_that_moment(
    app: Any, moment: str, tmp_path: Path
) -> None:
    """Under the same name: all its headings, quotations and entries; and it verifies alone."""
    client = owner(app)
    archive = client.get("/dossier.zip", params={"moment": moment})
    assert archive.status_code == 200, archive.text
    zipfile.ZipFile(io.BytesIO(archive.content)).extractall(tmp_path)
    folder = tmp_path / "dossier"
    assert verify_dossier(folder) == []
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    chapters = {leaf.file for chapter in CHAPTERS for leaf in chapter.leaves}
    assert chapters <= set(names)
    seen = 0
    for name in names:
        page = client.get(f"/{moment}/{name}")
        assert page.status_code == 200, name
        there, here = _told((folder / name).read_text("utf-8")), _told(page.text)
        assert [one for one in there if one not in here] == [], name
        seen += len(there)
        for link in html.fromstring(page.text).xpath("//main//a/@href"):
            file = link.partition("#")[0]
            if file.endswith(".html") and not file.startswith(("/", "..")) and "?" not in file:
                beside = (folder / name).parent / file
                assert beside.is_file() or file in ONLY_THERE, (name, link)
    assert seen > 200


ONLY_THERE = {"audit.html", "decide.html", "paths.html"}
"""What answers, and so cannot be in a folder."""


TOLD = (
    "//main//*[self::h1 or self::h2 or self::blockquote or self::th or self::dd"
    " or contains(@class, 'by')]"
)


def _told(page: str) -> list[str]:
    """Give what a page tells in its headings, quotations and cells, white space aside."""
    told = []
    for one in html.fromstring(page).xpath(TOLD):
        for form in one.xpath(".//form | .//details"):
            form.drop_tree()
        told.append("".join(one.text_content().split()))
    return told
