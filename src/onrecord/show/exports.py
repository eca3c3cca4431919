"""Rows as CSV and JSON, for spreadsheets and scripts.

A cell that a spreadsheet would run as a formula is made plain text: it gets an
apostrophe before it, headings too. Whose words they are stands in the same row or object.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from onrecord.core.dates import When
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span

_STARTS = frozenset("=+-@\t\r\n")
_SKIPPED = frozenset(" \"'“”‘’«»\u00a0\ufeff\u200b\u200c\u200d\u2060")
"""What some programs drop before they look whether a cell is a formula."""


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table as CSV (RFC 4180) in which no cell is a formula; None becomes an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(heading) for heading in headings])
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return out.getvalue()


def as_json(rows: Iterable[object]) -> str:
    """Write rows as a JSON array; dates as EDTF, spans as pairs.

    A row that carries words gets `attributed`, the words together with whose they are; a statement
    also `proposed` and its hearsay `depth`.
    """
    lines = [json.dumps(_plain(row), ensure_ascii=False, allow_nan=False) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def safe_cell(cell: object) -> str:
    """Give a cell's text, with an apostrophe before it where a spreadsheet would run it."""
    text = "" if cell is None else _cell_text(cell)
    return f"'{text}" if _dangerous(text) else text


def raw_cell(cell: str) -> str:
    """Undo `safe_cell`."""
    return cell[1:] if cell.startswith("'") and _dangerous(cell[1:]) else cell


def _dangerous(text: str) -> bool:
    for character in text:
        # Full-width forms (＝ ＋ － ＠) are folded to plain ones by some programs.
        if character in _STARTS or unicodedata.normalize("NFKC", character)[:1] in _STARTS:
            return True
        if character not in _SKIPPED:
            return False
    return False


def _cell_text(cell: object) -> str:
    if isinstance(cell, Enum):
        return str(cell.value)
    if isinstance(cell, (tuple, list)) and not isinstance(cell, Span):
        return "; ".join(_cell_text(item) for item in cell)
    return str(cell)


def _plain(value: object) -> Any:
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, Enum):
        word = getattr(value, "word", None)
        return word if isinstance(word, str) else value.value
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, str):
        # A lone half of a surrogate pair cannot be written as UTF-8.
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _row(value)
    return value


def _row(row: Any) -> dict[str, Any]:
    fields = {f.name: _plain(getattr(row, f.name)) for f in dataclasses.fields(row)}
    if isinstance(row, StatementRow):
        fields |= {"proposed": row.proposed, "depth": row.depth}
    if hasattr(row, "attributed"):
        return {"attributed": _plain(row.attributed()), **fields}
    return fields
