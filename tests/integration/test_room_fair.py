"""No view of the record shows an allegation as a fact, whatever day it is asked for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fairness import _LONG as LONG
from fairness import _flat, fair_case, moments, unfair
from room_walk import opened, owner

from once import Once
from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.api import _LISTINGS
from onrecord.faces.room.moments import moment_of
from onrecord.show import Site

MOMENTS = moments()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Path:
    """The case lies in `case` in it."""
    return Path(
        shutil.copytree(once(fair_case), tmp_path_factory.mktemp("fair"), dirs_exist_ok=True)
    )


@pytest.fixture(scope="module")
def case(folder: Path) -> Iterator[Case]:
    with Case.open(folder / "case") as made:
        yield made


def test_there_are_twenty_days() -> None:
    assert len({str(one) for one in MOMENTS}) == 20


def test_words_stand_with_whose_they_are_and_how_they_stand(case: Case) -> None:
    """Over every claim and statement, every page, twenty days by both clocks."""
    wrong, pages, shown = [], 0, 0
    for then in MOMENTS:
        site = Site(case, then, datetime(2025, 2, 4, tzinfo=UTC))
        claims, statements = case.claims(then).lines, case.statements(then)
        shown += len(claims)
        for page in site.pages():
            pages += 1
            told = unfair(site.press.html(page), claims, statements, site.rows.sources)
            wrong += [f"{then} {page.name}: {one}" for one in told]
    assert wrong == []
    assert shown > 20
    assert pages > 400


def test_so_do_the_pages_that_only_the_room_has(case: Case, folder: Path) -> None:
    """Search, deciding, and the pages to which the room adds forms; over the same days."""
    wrong, pages = [], 0
    with opened(folder / "case") as app:
        client = owner(app)
        for then in MOMENTS:
            claims, statements = case.claims(then).lines, case.statements(then)
            sources = case.sources(then)
            about = [line.id for line in claims[:1]] + [row.id for row in statements[:1]]
            names = ["claims.html", "hypotheses.html", "judgements.html", "paths.html"]
            names += [f"search.html?q={one}" for one in ("wheel", "log", "lashed")]
            if then == AsOf():  # one decides about the record as it is now
                names += [f"decide.html?about={one}" for one in about]
            names += [f"claims/{line.id}.html" for line in claims[:2]]
            for name in names:
                answer = client.get(f"/{moment_of(then)}/{name}")
                if answer.status_code == 200:
                    pages += 1
                    told = unfair(answer.text, claims, statements, sources)
                    wrong += [f"{then} {name}: {one}" for one in told]
    assert wrong == []
    assert pages > 100


def test_so_do_the_rows_that_programs_are_given(case: Case, folder: Path) -> None:
    """Whatever object of a row has somebody's words, the row has them with whose they are too."""
    wrong, seen = [], 0
    with opened(folder / "case") as app:
        client = owner(app)
        for then in MOMENTS:
            lines, said = case.claims(then).lines, case.statements(then)
            words = {
                _flat(one) for one in (*(r.wording for r in lines), *(r.content for r in said))
            }
            words = {one for one in words if len(one) >= LONG}
            clocks = {"as_of": then.valid.edtf if then.valid else "", "known": then.known or ""}
            for path in (*LISTED, *(f"claims/{line.id}" for line in lines)):
                answer = client.get(f"/api/v1/{path}", params={**QUERY.get(path, {}), **clocks})
                assert answer.status_code == 200, path
                told = answer.json()
                for row in told if isinstance(told, list) else [told]:
                    seen += 1
                    if path == "sources":  # a headline, in the row of the outlet whose words it is
                        assert row["metadata"]["outlet"]["value"] or row["name"]
                        del row["metadata"]["title"]
                    wrong += [f"{then} {path}: {one}" for one in _bare(row, words)]
    assert wrong == []
    assert seen > 1_000


QUERY = {"search": {"q": "wheel"}}
LISTED = ("statements", "claims", "hypotheses", "brief", "search", *_LISTINGS)


def _bare(row: Any, words: set[str], within: bool = False) -> Iterator[str]:
    """Give the words of an object that stand without whose they are, in it and around it."""
    if isinstance(row, list):
        for one in row:
            yield from _bare(one, words, within)
    elif isinstance(row, dict):
        texts = [one for one in row.values() if isinstance(one, str)]
        # Rows that are put together of others have them as they are told: with whose they are.
        whole = within or "attributed" in row or any(_is_told(one) for one in texts)
        beside = any(isinstance(one, dict) and "attributed" in one for one in row.values())
        for key, value in row.items():
            if isinstance(value, (dict, list)):
                yield from _bare(value, words, whole or beside)
            elif isinstance(value, str) and not (whole or beside):
                found = next((one for one in words if one in _flat(value)), None)
                if found is not None:
                    yield f"{key}: {value!r}"


def _is_told(words: str) -> bool:
    return words.startswith("Claim (") or ": “" in words
