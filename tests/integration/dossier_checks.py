"""What must hold of every page of a dossier, whatever record it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from onrecord.core.rows import NOBODY, Record, StatementRow
from onrecord.show import DossierMade, dossier
from onrecord.show.visible import visible

MADE_AT = datetime(2025, 2, 4, 9, 30, tzinfo=UTC)
UNITS = {"entry", "row"}
"""Elements that stand alone: a list's entry, and a source's block with its notes."""


def made(record: Record, folder: Path) -> DossierMade:
    return dossier(record, folder, made_at=MADE_AT)


def pages(folder: Path) -> Iterator[tuple[str, HtmlElement]]:
    for path in sorted(folder.rglob("*.html")):
        yield (
            path.relative_to(folder).as_posix(),
            html.document_fromstring(path.read_bytes().decode("utf-8")),
        )


def broken_links(folder: Path) -> list[str]:
    """List every link that leaves the folder, or leads to no file or to no anchor."""
    parsed = dict(pages(folder))
    anchors = {name: set(page.xpath("//@id")) for name, page in parsed.items()}
    wrong = []
    for name, page in parsed.items():
        for link in page.xpath("//@href | //@src"):
            target, _, anchor = unquote(link).partition("#")
            path = (folder / name).parent / target if target else folder / name
            inside = path.resolve().is_relative_to(folder.resolve())
            if "//" in link or ":" in target or not inside or not path.is_file():
                wrong.append(f"{name}: {link}")
                continue
            found = path.resolve().relative_to(folder.resolve()).as_posix()
            if anchor and anchor not in anchors[found]:
                wrong.append(f"{name}: {link} has no such anchor")
    return wrong


def flat(words: str) -> str:
    return " ".join(visible(words).split())


def unattributed(folder: Path, statements: list[StatementRow]) -> list[str]:
    """List every place where a statement's content stands without whose it is.

    In a list the same entry must name speaker, act, whom it came through, source and hedges; on a
    source's page the block's note must, and the page's heading names the source.
    """
    wrong = []
    contents = {flat(row.content) for row in statements if row.content}
    for name, page in pages(folder):
        for content in contents:
            for element in _smallest(page, content):
                unit = _unit(element)
                if unit is None or not any(
                    content in flat(row.content) and _names(unit, row) for row in statements
                ):
                    wrong.append(f"{name}: {content!r} in <{element.tag}>")
            wrong += [
                f"{name}: {content!r} in an attribute"
                for value in page.xpath("//@*[not(starts-with(name(), 'data-'))]")
                if content in flat(value)
            ]
    return wrong


def _smallest(page: HtmlElement, content: str) -> Iterator[HtmlElement]:
    def holds(element: HtmlElement) -> bool:
        return isinstance(element.tag, str) and content in flat(element.text_content())

    for element in page.iter():
        if holds(element) and not any(holds(child) for child in element):
            yield element


def _unit(element: HtmlElement) -> HtmlElement | None:
    for one in (element, *element.iterancestors()):
        if UNITS & set(one.get("class", "").split()):
            return one
    return None


def _names(unit: HtmlElement, row: StatementRow) -> bool:
    notes = unit.xpath(".//li[contains(@class, 'note')]")
    return any(_attributes(part, row) for part in notes or [unit])


def _attributes(part: HtmlElement, row: StatementRow) -> bool:
    words = flat(part.text_content())
    article = part.xpath("ancestor::article[contains(@class, 'source')]//h1")
    here = flat(article[0].text_content()) if article else words
    through = [f"according to {outer}" for outer in row.chain]
    needed = [row.speaker or NOBODY, "denied" if row.act == "denies" else "", *through]
    hedges = [f"“{hedge}”" for hedge in row.hedges] if "how" in _classes(part) else []
    sure = "confirmed by a person" if row.confirmed else "unconfirmed"
    status = [sure] if "how" in _classes(part) else []
    quoted_speaker = (row.speaker or NOBODY) in flat(
        "".join(by.text_content() for by in part.xpath(".//*[@class='by']"))
    )
    return (
        quoted_speaker
        and row.source_label in here
        and all(flat(one) in words for one in [*needed, *hedges, *status])
    )


def _classes(part: HtmlElement) -> set[str]:
    return {one for value in part.xpath(".//@class") for one in value.split()}
