"""Whether a dossier is what it was: every hash, every text's name, every span, every word shown.

Needs the folder alone, no case and no network. It tells what is damaged and repairs nothing.
Somebody who rewrites all files together with their hashes can be found out only by the record's
head, which is printed on every page: compare it with a copy kept elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from onrecord.core.errors import WrongUse
from onrecord.core.identity import sha256
from onrecord.core.rows import Fault
from onrecord.core.spans import Span, words_of
from onrecord.show.folder import FORMAT, HASHES, MANIFEST, SPANS
from onrecord.show.visible import visible, visibly_quoted

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def verify_dossier(folder: Path) -> list[Fault]:
    """List what is wrong with a dossier; an empty list means that all of it is as it was made.

    Raises:
        WrongUse: there is no dossier in `folder`.
    """
    if not (folder / MANIFEST).is_file() and not (folder / HASHES).is_file():
        raise WrongUse("there is no dossier here", where=str(folder), help="name its folder")
    faults = list(_files(folder))
    texts = _Texts(folder)
    faults += _names_of_texts(folder)
    faults += _spans(folder, texts)
    for page in sorted(folder.rglob("*.html")):
        if page.is_file() and not page.is_symlink():
            faults += _page(folder, page, texts)
    return faults


def _files(folder: Path) -> Iterator[Fault]:
    listed: dict[str, str] = {}
    for number, line in enumerate(_read(folder / HASHES).splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None or _outside(found[2]):
            yield Fault(where=f"{HASHES}:{number}", what="not a line of this list")
            continue
        if found[2] in listed:
            yield Fault(where=f"{HASHES}:{number}", what=f"lists {found[2]} twice")
        listed[found[2]] = found[1]
    yield from _manifest(folder, listed)
    for name, digest in sorted(listed.items()):
        path = folder / name
        if path.is_symlink() or not path.is_file():
            yield Fault(where=name, what="missing file")
        elif sha256(path.read_bytes()) != digest:
            yield Fault(where=name, what="changed file: its SHA-256 is not the one listed")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        plain = path.is_dir() and not path.is_symlink()
        if not plain and name not in listed and name != HASHES:
            yield Fault(where=name, what="extra file: no list of this dossier has it")


def _manifest(folder: Path, listed: dict[str, str]) -> Iterator[Fault]:
    try:
        manifest = json.loads(_read(folder / MANIFEST))
        files = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
        version = manifest["onrecord_dossier"]
        head = manifest["head"]["digest"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Fault(where=MANIFEST, what="cannot be read as a dossier's manifest")
        return
    if version != FORMAT:
        yield Fault(where=MANIFEST, what=f"is of format {version!r}; this onrecord reads {FORMAT}")
    for name in sorted((files.keys() | listed.keys()) - {MANIFEST}):
        if files.get(name) != listed.get(name):
            yield Fault(where=MANIFEST, what=f"does not agree with {HASHES} on {name}")
    if isinstance(head, str) and head not in _read(folder / "index.html"):
        yield Fault(
            where="index.html", what="does not show the record's head that the manifest has"
        )


def _names_of_texts(folder: Path) -> Iterator[Fault]:
    for path in sorted((folder / "text").glob("*.txt")):
        if path.is_symlink() or not path.is_file():
            continue
        prefix, _, digits = path.stem.partition("_")
        digest = sha256(path.read_bytes())
        if prefix != "txt" or not digits or not digest.startswith(digits):
            what = "the text's SHA-256 does not give its id"
            yield Fault(where=path.relative_to(folder).as_posix(), what=what)


class _Texts:
    """The texts that were shipped, by id; None for one that is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.get = lru_cache(maxsize=64)(self._get)

    def _get(self, text: str) -> str | None:
        path = self._folder / "text" / f"{text}.txt"
        if _outside(text) or "/" in text or not path.is_file():
            return None
        return path.read_bytes().decode("utf-8", "surrogatepass")


def _spans(folder: Path, texts: _Texts) -> Iterator[Fault]:
    for number, line in enumerate(_read(folder / SPANS).split("\n"), 1):
        if not line:
            continue
        where = f"{SPANS}:{number}"
        try:
            row = json.loads(line)
            wrong = _misfit(row, texts)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            wrong = "cannot be read as a row of spans"
        if wrong:
            yield Fault(where=where, what=wrong)


def _misfit(row: dict[str, Any], texts: _Texts) -> str:
    characters = _text(texts, row["text"])
    if characters is None:
        return f"names the text {row['text']}, which is not in the dossier"
    for role, spans in sorted(row["spans"].items()):
        for start, end, words in spans:
            if not Span(start, end).fits(characters) or characters[start:end] != words:
                return f"{row['id']}: {role} at {start}-{end} is not what the text says there"
    return ""


def _text(texts: _Texts, name: str) -> str | None:
    try:
        return texts.get(name)
    except UnicodeDecodeError:
        return None


def _page(folder: Path, page: Path, texts: _Texts) -> Iterator[Fault]:
    name = page.relative_to(folder).as_posix()
    reader = _Shown()
    try:
        reader.feed(page.read_text(encoding="utf-8", errors="replace"))
        reader.close()
    except (AssertionError, ValueError):  # what the standard parser raises on broken declarations
        yield Fault(where=name, what="cannot be read as a page")
        return
    for attributes, words in reader.found:
        wrong = _wrong_words(attributes, words, texts)
        if wrong:
            yield Fault(where=name, what=wrong)


def _wrong_words(attributes: dict[str, str], words: str, texts: _Texts) -> str:
    named = attributes["data-text"]
    characters = _text(texts, named)
    if characters is None:
        return f"shows words of the text {named}, which is not in the dossier"
    listed = attributes.get("data-at", attributes.get("data-spans", ""))
    spans = [Span(int(a), int(b)) for a, b in _SPAN.findall(listed)]
    if not all(span.fits(characters) for span in spans):
        return f"a span of {listed} lies outside {named}"
    if "data-at" in attributes:
        expected = visible(words_of(spans, characters))
    else:
        most = attributes.get("data-most", "")
        cut = int(most) if most.isdecimal() else None
        expected = visibly_quoted(words_of(spans, characters), cut)
    return "" if expected == words else f"the words shown for {named} {listed} are not those there"


class _Shown(HTMLParser):
    """Collects the words of every element that says which span it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[dict[str, str], str]] = []
        self._open: list[tuple[str, dict[str, str] | None, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = {key: value or "" for key, value in attrs}
        shows = "data-text" in attributes
        self._open.append((tag, attributes if shows else None, []))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, attributes, words = self._open.pop()
            if self._open:
                self._open[-1][2].extend(words)
            if attributes is not None:
                self.found.append((attributes, "".join(words)))
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(data)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace") if not path.is_symlink() else ""
    except OSError:
        return ""


def _outside(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or "\\" in name
