"""What must hold of every page of a dossier, whatever record it was made from."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from onrecord.core.record import Record
from onrecord.core.rows import NOBODY, Party, ReplyRow, StatementRow
from onrecord.show import DossierMade, dossier
from onrecord.show.visible import visible

MADE_AT = datetime(2025, 2, 4, 9, 30, tzinfo=UTC)
STATE = ".//*[contains(concat(' ', @class, ' '), ' state ')]"
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

    In a list the same entry must name speaker, act, all it came through, source, hedges and
    sureness; on a source's page the block's own note must, without those that stand inside it, and
    the page's heading names the source: one that lies inside another has a note of its own, with
    its whole chain. What is only proposed must look so.
    """
    wrong = []
    contents = {flat(row.content) for row in statements if row.content}
    for name, page in pages(folder):
        for content in contents:
            for element in _smallest(page, content):
                if _is_claimed(element):
                    continue
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
        wrong += [
            f"{name}: {row.id} has no note of its own"
            for row in statements
            if name.startswith(f"sources/{row.source}")
            for mark in page.xpath(f"//mark[@id='{row.id}']")
            if (unit := _unit(mark)) is None or not _names(unit, row)
        ]
    return wrong


def _smallest(page: HtmlElement, content: str) -> Iterator[HtmlElement]:
    def holds(element: HtmlElement) -> bool:
        return isinstance(element.tag, str) and content in flat(element.text_content())

    for element in page.iter():
        if holds(element) and not any(holds(child) for child in element):
            yield element


def _is_claimed(element: HtmlElement) -> bool:
    """Say whether it is the wording of a claim, beside the standing that the claim has."""
    return any(
        "claim" in one.get("class", "").split() and any(s.text_content() for s in one.xpath(STATE))
        for one in element.iterancestors()
    )


def _unit(element: HtmlElement) -> HtmlElement | None:
    for one in (element, *element.iterancestors()):
        if UNITS & set(one.get("class", "").split()):
            return one
    return None


def _names(unit: HtmlElement, row: StatementRow) -> bool:
    notes = unit.xpath(".//li[contains(@class, 'note')]")
    return any(_attributes(part, row) for part in notes or [unit])


def _attributes(part: HtmlElement, row: StatementRow) -> bool:
    article = part.xpath("ancestor::article[contains(@class, 'source')]//h1")
    part = _alone(part)
    words = flat(part.text_content())
    here = flat(article[0].text_content()) if article else words
    marks = ["proposed"] * row.proposed + ["duplicate"] * (row.duplicate_of is not None)
    needed = [row.speaker or NOBODY, "denied" if row.act == "denies" else "", *marks]
    hedges = [f"“{hedge}”" for hedge in row.hedges] if "how" in _classes(part) else []
    sure = "confirmed by a person" if row.confirmed else "not confirmed"
    if row.sureness is not None:
        sure = f"read with {math.floor(row.sureness * 100) / 100:.2f} sureness, {sure}"
    status = [sure] if "how" in _classes(part) else []
    if not set(marks) <= set(part.get("class", "").split()):
        return False
    if not all(_in_chain(words, row, at) for at in range(len(row.chain))):
        return False
    quoted_speaker = (row.speaker or NOBODY) in flat(
        "".join(by.text_content() for by in part.xpath(".//*[@class='by']"))
    )
    return (
        quoted_speaker
        and row.source_label in here
        and all(flat(one) in words for one in [*needed, *hedges, *status])
    )


def _alone(part: HtmlElement) -> HtmlElement:
    """Give an element without the notes that stand inside it: each must speak for itself."""
    alone: HtmlElement = copy.deepcopy(part)
    for inside in alone.xpath(".//ol[@class='inside']"):
        inside.getparent().remove(inside)
    return alone


def _in_chain(words: str, row: StatementRow, at: int) -> bool:
    """Say whether one through whom a statement came is named, with what they do about it."""
    teller = row.chain[at]
    nearest = at == len(row.chain) - 1
    name = teller.speaker or "somebody not named"
    before, after = ("as told by " if nearest else "through "), ""
    if teller.act == "denies":
        before, after = "which ", " denied"
    return any(flat(f"{before}{called}{after}") in words for called in (name, f"“{name}”"))


def unanswered(folder: Path, replies: list[ReplyRow]) -> list[str]:
    """List every reply that is not shown where it stands and in the list, with all it names."""
    wrong = []
    found = dict(pages(folder))
    for reply in replies:
        for name in (f"sources/{reply.source}.html", "disputes.html"):
            shown = [
                flat(unit.text_content())
                for unit in found[name].xpath("//li[contains(@class,'reply')] | //article")
                if {"note", "entry"} & set(unit.get("class", "").split())
            ]
            asked_by = f"asked by {_named(reply.asked_by)}" if reply.asked_by else "is not said"
            through = f"through {_named(reply.through)}" if reply.through else ""
            parts = [_named(reply.asked), reply.outcome.value, asked_by, through]
            if not any(all(flat(part) in words for part in parts) for words in shown):
                wrong.append(f"{name}: {reply.attribution}")
    return wrong


def _named(party: Party) -> str:
    plain = party.naming == "named" and party.words == party.actor_name
    return party.words if plain else f"“{party.words}”"


def _classes(part: HtmlElement) -> set[str]:
    return {one for value in part.xpath(".//@class") for one in value.split()}
