"""However narrow the place, whose words they are and how a claim stands come with the words.

Words are cut to a width in lists, notes, search results and tables; the attribution never is.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from fairness import fair, fair_case, moments
from rich.console import Console

from once import Once
from onrecord.case import Case
from onrecord.core.rows import StatementRow
from onrecord.faces.cli import printing
from onrecord.faces.cli.main import main
from onrecord.show import as_csv, as_json

WIDTHS = range(20, 201)
LONG = 12
"""Characters of words that are looked for: shorter ones stand anywhere by chance."""
LISTED = ("statements", "claims", "replies", "timeline", "quotes", "quantities")


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


def test_no_width_parts_words_from_whose_they_are(case: Case) -> None:
    """Every claim and statement, at every width from 20 to 200, as of twenty days."""
    seen = 0
    for then in moments():
        claims = case.claims(then)
        for line in claims.lines:
            for width in WIDTHS:
                shown = line.attributed(width)
                whose = f"Claim ({line.state}; worded by {line.worded_by or 'the machine'}): "
                assert shown.startswith(whose), shown
            seen += 1
        for row in case.statements(then):
            whose = attribution(row)
            for width in WIDTHS:
                shown = row.attributed(width)
                assert shown.startswith(whose), shown
                assert len(shown) - len(whose) <= width + 4
    assert seen > 20


def attribution(row: StatementRow) -> str:
    if row.is_own_voice:
        return f"{row.source_label} writes, giving nobody for it: "
    return f"{row.attribution}: "


@pytest.mark.parametrize("listed", LISTED)
def test_no_terminal_is_too_narrow(
    case: Case, folder: Path, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a table a cell with words has whose they are, and nothing of that cell is cut off."""
    tables: list[tuple[Sequence[printing.Column], Sequence[Sequence[str]]]] = []
    monkeypatch.setitem(
        printing._WAYS,
        "table",
        lambda named, cells, _: tables.append(([printing.Column(*one) for one in named], cells)),
    )
    assert main([listed, "--case", str(folder / "case")]) == 0
    monkeypatch.undo()
    assert tables or listed in ("quotes", "quantities")  # the case has none
    lines, rows = case.claims().lines, case.statements()
    named = [one for one in case.sources() if one.metadata.title]
    words = {flat(one) for one in (*(r.wording for r in lines), *(r.content for r in rows))}
    for columns, cells in tables:
        for row in cells:
            told = flat(" ".join(row))
            if any(f"“{flat(one.title)}” " in f"{told} " and one.label in told for one in named):
                continue  # a headline, quoted, with its outlet
            for exact in (one for one in words if len(one) >= LONG and one in told):
                claims = [line for line in lines if exact in flat(line.wording)]
                said = [one for one in rows if exact in flat(one.content)]
                assert fair(told, "", claims, said), (exact, told)
                for column, cell in zip(columns, row, strict=True):
                    assert column.wide or exact not in flat(cell), (column.heading, cell)
        for width in (20, 21, 24, 33, 40, 57, 80, 120, 200):
            told = io.StringIO()
            console = Console(width=width, highlight=False, markup=False, file=told)
            monkeypatch.setattr(printing, "console", lambda console=console: console)
            with redirect_stdout(told):
                printing._table([(one.heading, one.wide) for one in columns], cells, ())
            shown = told.getvalue()
            assert shown
            letters, left = re.sub(r"\W", "", shown), Counter(shown)
            for row in cells:
                for column, cell in zip(columns, row, strict=True):
                    whole = not Counter(re.sub(r"\s", "", cell)) - left
                    assert whole or not column.wide or not stands_in(cell, letters), (width, cell)


def stands_in(cell: str, letters: str) -> bool:
    """Say whether quoted words of a cell stand somewhere in a table, at least in part."""
    quoted = re.sub(r"\W", "", cell.partition("“")[2])
    return len(quoted) >= LONG and quoted[:LONG] in letters


def flat(words: str) -> str:
    return " ".join(words.split())


def test_exports_keep_words_in_one_object_with_whose_they_are(case: Case) -> None:
    """As JSON each row has its attributed form; as CSV no heading and no lone cell has words."""
    for then in moments():
        for rows in (case.statements(then), case.replies(then)):
            told: list[dict[str, Any]] = json.loads(as_json(rows))
            assert [one["attributed"] for one in told] == [row.attributed() for row in rows]
        for one in json.loads(as_json(case.claims(then).lines)):
            assert one["standing"]
            assert one["stands"]
        lines = case.claims(then).lines
        table = as_csv(["claim"], [[line.attributed()] for line in lines])
        assert table.count("Claim (") >= len(lines)
