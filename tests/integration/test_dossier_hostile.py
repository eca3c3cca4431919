"""Whatever a document or a user says, a page shows it and does not obey it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from dossier_checks import broken_links, made, pages
from invented_record import invented_record
from record_in_memory import InventedRecord

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import Attested
from onrecord.show import verify_dossier

PAYLOADS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</title></style></textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}<!--",
    "]]><![CDATA[<b>",
    "\u202egnp.exe\u2066\x00\x1b[31m",
    "&lt;script&gt;&#x3C;img src=//evil.invalid/x&#x3E;",
    "http://evil.invalid/?q=<a href=//evil.invalid>",
    "../../etc/passwd",
    "\ud800 half a pair",
]  # fmt: skip

KEPT = {"content", "words", "size", "id", "text", "source", "actor", "edtf"}
"""Fields that spans and links rest on; a document's own characters carry the payload instead."""


def poisoned(row: Any, payload: str) -> Any:
    """Put `payload` into every text field of a row, and of what it holds."""
    changes: dict[str, Any] = {}
    for f in dataclasses.fields(row):
        value = getattr(row, f.name)
        if f.name in KEPT or f.name in ("parent", "mention", "text"):
            continue
        if type(value) is str:
            changes[f.name] = value + payload
        elif isinstance(value, Attested) and f.name not in ("published", "modified", "retrieved"):
            changes[f.name] = Attested(value.value + payload, value.basis)
        elif isinstance(value, tuple) and value and all(type(one) is str for one in value):
            changes[f.name] = tuple(one + payload for one in value)
        elif dataclasses.is_dataclass(value) and f.name in ("metadata", "statement", "made"):
            changes[f.name] = poisoned(value, payload)
    return dataclasses.replace(row, **changes)


def hostile_record(payload: str) -> InventedRecord:
    record = invented_record()
    source = record.document(
        f"file{payload}", f"Outlet {payload}", "2024-05-01", [(kind, f"Text {payload} text.")
        for kind in [block.kind for block in next(iter(record.texts.values())).blocks]],
    )  # fmt: skip
    record.person(f"Person {payload}", (source, f"Text {payload}"), titles=(payload,))
    record.say(source, "Text", "text", payload, hedges=(payload,), made="2024-05-01")
    record.refuse(f"refused {payload}", f"because {payload}")
    record.name += payload
    for name in ("source_rows", "statement_rows", "reply_rows", "timeline_rows", "origin_rows"):
        setattr(record, name, [poisoned(row, payload) for row in getattr(record, name)])
    people = {}
    for person, found in record.people.items():
        people[f"{person}{payload}"] = {**found, "titles": (*found["titles"], payload)}
    record.people = people
    return record


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_can_put_mark_up_into_a_page(payload: str, tmp_path: Path) -> None:
    """In every field at once: no script, no handler, no address outside, and all still verifies."""
    made(hostile_record(payload), tmp_path / "d")
    for name, page in pages(tmp_path / "d"):
        assert not page.xpath("//script | //img | //iframe | //object | //style | //b[not(node())]")
        for element in page.iter():
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on"), (name, attribute)
                if attribute in ("href", "src", "xlink:href"):
                    assert "//" not in value
                    assert ":" not in value.partition("#")[0]
        hidden = set("\u202e\u2066\x00\x1b\ufeff\ufffd")
        assert not hidden & set((tmp_path / "d" / name).read_text("utf-8")), name
    assert broken_links(tmp_path / "d") == []
    assert verify_dossier(tmp_path / "d") == []
    assert {path.name for path in tmp_path.iterdir()} == {"d"}


def test_ids_that_are_no_ids_of_ours_make_no_paths(tmp_path: Path) -> None:
    """A file's name is made from an id, and only from one that is a plain word."""
    record = invented_record()
    old = record.source_rows[0]
    bad = SourceId("../../outside")
    record.texts[bad] = record.texts.pop(old.id)
    record.source_rows = [dataclasses.replace(old, id=bad)]
    record.statement_rows = [
        dataclasses.replace(row, source=bad)
        for row in record.statement_rows
        if row.source == old.id
    ]
    record.people, record.reply_rows, record.timeline_rows, record.origin_rows = {}, [], [], []
    record.quantity_rows = []
    made(record, tmp_path / "d")
    assert {path.name for path in tmp_path.iterdir()} == {"d"}
    assert broken_links(tmp_path / "d") == []
    assert verify_dossier(tmp_path / "d") == []
