"""A damaged dossier is found out, and the damage is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from dossier_checks import made
from invented_record import invented_record

from once import Once
from onrecord.core.errors import WrongUse
from onrecord.show import verify_dossier


def whole(folder: Path) -> None:
    made(invented_record(), folder / "d")


@pytest.fixture
def folder(tmp_path: Path, once: Once) -> Path:
    """A dossier of one's own to damage."""
    return Path(shutil.copytree(once(whole) / "d", tmp_path / "d"))


def text_of(folder: Path) -> Path:
    return next(path for path in sorted((folder / "text").iterdir()) if b"34" in path.read_bytes())


def source_page(folder: Path) -> Path:
    return next(
        p for p in sorted((folder / "sources").iterdir()) if b">removed at" in p.read_bytes()
    )


def resealed(folder: Path) -> None:
    """Write the lists of hashes anew, as somebody would who hides a change."""
    hashes = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("manifest")
    }
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"] = [{"path": k, "sha256": v, "bytes": 0} for k, v in sorted(hashes.items())]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    hashes["manifest.json"] = sha256((folder / "manifest.json").read_bytes()).hexdigest()
    lines = [f"{digest}  {name}\n" for name, digest in sorted(hashes.items())]
    (folder / "manifest-sha256.txt").write_text("".join(lines))


def replaced(path: Path, words: str, instead: str) -> None:
    text = path.read_text("utf-8")
    assert words in text
    path.write_text(text.replace(words, instead, 1), "utf-8")


def miscounted(folder: Path) -> None:
    lines = (folder / "spans.jsonl").read_text().splitlines()
    row = json.loads(lines[0])
    row["spans"]["content"][0][0] += 1
    (folder / "spans.jsonl").write_text("\n".join([json.dumps(row), *lines[1:]]))


DAMAGE: list[tuple[str, Callable[[Path], object], str]] = [
    ("a file is gone", lambda d: (d / "people.html").unlink(), "missing file"),
    ("a file is changed", lambda d: replaced(d / "index.html", "on record", "proven"), "changed"),
    ("a file is added", lambda d: (d / "sources/more.html").write_text("<p>"), "extra file"),
    ("a link is added", lambda d: (d / "text/x.txt").symlink_to("/etc/hostname"), "extra file"),
    ("a text is changed", lambda d: replaced(text_of(d), "34", "43"), "does not give its id"),
    ("the style is changed", lambda d: (d / "dossier.css").write_text("*{}"), "changed file"),
    ("a span is moved", miscounted, "is not what the text says there"),
    ("the hashes are gone", lambda d: (d / "manifest-sha256.txt").unlink(), "no list"),
    ("the manifest is broken", lambda d: (d / "manifest.json").write_text("{"), "cannot be read"),
    ("the head is changed", lambda d: replaced(d / "manifest.json", '"digest": "', '"digest": "0'),
     "does not show the record's head"),
    ("a hash is changed", lambda d: (d / "manifest-sha256.txt").write_text("x\n"), "not a line"),
    ("a path leads out", lambda d: (d / "manifest-sha256.txt").write_text("0" * 64 + "  ../x\n"),
     "not a line"),
    ("a text is binary", lambda d: text_of(d).write_bytes(b"\xff\xfe\x00"), "not in the dossier"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "what"), [d[1:] for d in DAMAGE], ids=[d[0] for d in DAMAGE])
def test_each_kind_of_damage_is_named(
    folder: Path, damage: Callable[[Path], object], what: str
) -> None:
    """A check that cannot fail is none: each damage is made, and found."""
    assert verify_dossier(folder) == []
    damage(folder)
    assert any(what in fault.what for fault in verify_dossier(folder))


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda d: replaced(source_page(d), ">removed at", ">burned at"), "are not those there"),
        (lambda d: replaced(d / "statements.html", "“removed", "“burned"), "are not those there"),
        (lambda d: replaced(text_of(d), "34", "43"), "does not give its id"),
        (miscounted, "is not what the text says there"),
        (lambda d: text_of(d).unlink(), "not in the dossier"),
    ],
)
def test_a_change_hidden_by_new_hashes_is_found_in_the_words(
    folder: Path, damage: Callable[[Path], object], what: str
) -> None:
    """Hashes can be rewritten; the words must still be the text's, and the text its name's."""
    damage(folder)
    resealed(folder)
    assert any(what in fault.what for fault in verify_dossier(folder))


def test_every_byte_counts(folder: Path) -> None:
    """One bit turned in any file is found: here in each file, in its middle."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        assert verify_dossier(folder), path
        path.write_bytes(whole)
    assert verify_dossier(folder) == []


def test_a_folder_that_is_no_dossier_is_a_wrong_request(tmp_path: Path) -> None:
    """It is not called damaged: there is nothing to verify."""
    with pytest.raises(WrongUse, match="no dossier"):
        verify_dossier(tmp_path)
