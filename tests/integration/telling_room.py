"""What the pages that only the room has must tell: search, deciding, paths, and the API's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import html
from starlette.testclient import TestClient
from telling import ENTRY, Must, entries, flat, hop_told, quoted_words, told_in, untold
from telling_commands import Marks, conditional, of, whose

from onrecord.case import Case
from onrecord.core.claims import ClaimLine
from onrecord.core.rows import StatementRow
from onrecord.core.vocabulary import AsOf

PICK = "//label[@class='pick']"
Check = Callable[[str], list[str]]


def pages(case: Case, client: TestClient) -> Iterator[tuple[str, Check]]:
    """Give each page by its address, with what it must tell."""
    said, replies = case.statements(), case.replies()
    known = entries(said, replies)
    lines = case.claims().lines

    def checked(address: str, musts: list[Must]) -> tuple[str, Check]:
        page = client.get(address)
        assert page.status_code == 200, address
        offered = [*musts, *_offered(page.text, lines, said)]
        return address, lambda found: untold(found, offered, known)

    for by in ("words", "meaning"):
        address = f"/now/search.html?q=cup+money&by={by}"
        yield checked(address, list(_search(case, "cup money", by == "meaning")))
    yield checked("/now/search.html?q=investigation", list(_search(case, "investigation", False)))
    most = lines[0]
    yield checked(f"/now/decide.html?about={most.id}", list(_claim(most)))
    spoken = case.claims().claim(most.id).positions[0]
    about = f"/now/decide.html?about={spoken.statement.id}"
    yield checked(about, list(_statement(spoken.statement, case)))
    for name in ("Tom Vane", "Nils Berg"):
        actor = next(row for row in case.actors() if row.name == name)
        yield checked(f"/now/decide.html?about={actor.id}", list(_mentions(case, actor.id)))
    yield checked("/now/paths.html?from=Tom+Vane&to=Ivo+Marrin", list(_paths(case)))
    yield checked("/now/audit.html?kind=statements&most=5&seed=1", list(_drawn(case)))


FEW = 8
"""Letters of a content by which a row is known among those that are offered."""


def _offered(page: str, lines: list[ClaimLine], said: list[StatementRow]) -> Iterator[Must]:
    """Whatever is offered to choose from is offered with whose it is and how it stands."""
    tree = html.document_fromstring(page)
    offered = [told_in(one) for one in tree.xpath(PICK)]
    for line in lines:
        if any(flat(line.wording)[:60] in one and "Claim (" in one for one in offered):
            yield Must(PICK, stands(line))
    # "He denied it": so few letters stand in the words of any other row.
    for row in (row for row in said if len(row.content) >= FEW):
        if any(flat(row.content).strip("“”")[:60] in one for one in offered) and not any(
            flat(row.content).strip("“”")[:60] in flat(line.wording) for line in lines
        ):
            yield Must(PICK, quoted_words(row))


def stands(line: ClaimLine) -> Marks:
    """Give what stands with a claim's words: how it stands, whose wording, who does what to it."""
    by = line.worded_by or "the machine"
    names = (one.called for one in line.stands[:3])
    does = (one.holds.value for one in line.stands)
    return f"Claim ({line.state}; worded by {by}): “{flat(line.wording)[:60]}", *names, *does


def _search(case: Case, words: str, meaning: bool) -> Iterator[Must]:
    hits = case.search(words) if not meaning else ()
    for hit in hits:
        if hit.statement is not None:
            yield Must(ENTRY, quoted_words(hit.statement))
        else:
            yield Must(ENTRY, of(hit))
    for line in case.claims().lines:
        if set(words.split()) <= set(line.wording.split()) and line.positions > 1:
            yield Must("//section[@aria-labelledby='claims']//li", stands(line))
    for hit in case.alike(words) if meaning else ():
        assert hit.statement is not None
        marks = (*quoted_words(hit.statement), f"alike by {hit.likeness:.2f}")
        yield Must("//div[@class='hit']", marks)


def _claim(line: ClaimLine) -> Iterator[Must]:
    yield Must("//p[@class='kicker']", (line.state,))
    does = (one.holds.value for one in line.stands)
    names = (one.called for one in line.stands[:3])
    yield Must("//header/p[@class='lead']", (f"it is {line.state}:", *names, *does))


def _statement(row: StatementRow, case: Case) -> Iterator[Must]:
    yield Must(ENTRY, quoted_words(row))
    lines = {line.id: line for line in case.claims().lines}
    place = (row.source, row.id)
    for one in case.claims().holding([place]).get(place, ()):
        takes = next(each.takes for each in one.positions if each.statement.id == row.id)
        because = next(each.because for each in one.positions if each.statement.id == row.id)
        here = (f"Here it {takes}", "; ".join(because))
        marks = (f"{one.state}: Claim", *stands(lines[one.id]), *here)
        yield Must("//article[@class='entry claim']", marks)
    for each in case.judging().hypotheses.hypotheses:
        yield Must(PICK, (f"{each.label}, supposed by {each.by}: “{each.wording}",))


def _mentions(case: Case, actor: Any) -> Iterator[Must]:
    for one in case.mentions(actor)[1:]:
        by = f"entered by hand by {one.entered_by}" if one.entered_by else ""
        yield Must(PICK, (f"{one.source_label} writes", one.words, by))


def _paths(case: Case) -> Iterator[Must]:
    for path in case.flows(AsOf()).paths("Tom Vane", "Ivo Marrin").paths:
        section = "//section[@class='path']"
        yield Must(f"{section}//li", ("The weakest hop:", path.why))
        for step in path.steps:
            if step.arrow is not None:
                ends = (f"{flat(step.giver.words)} → {flat(step.taker.words)}: ",)
                standing = f"{step.arrow.standing.value}; {'; '.join(step.arrow.because)}"
                yield Must(f"{section}//li", (*ends, standing))
                for hop in step.arrow.hops:
                    yield Must(f"{section}{ENTRY}", hop_told(hop))
            else:
                assert step.identity is not None
                yield Must(f"{section}//li", (conditional(step.identity),))
        first, *others = (path.steps[0].giver, *(step.taker for step in path.steps))
        hands = "".join(f" → {flat(one.words)}" for one in others)
        yield Must(f"{section}/h2", (f"{flat(first.words)}{hands}",))
        for words in (*path.conditions, *path.notes):
            yield Must(f"{section}/p", (words,))


def _drawn(case: Case) -> Iterator[Must]:
    drawn = case.auditing().draw("statements", most=5, seed=1, by="Ida Marsh")
    row = next(one for one in drawn if one.verdict is None)
    first, *rest = row.words.split("\n")
    yield Must("//article[contains(@class,'drawn')]", (f"by {row.reader}", first, *rest))
    label = next(one.label for one in case.sources() if one.id == row.source)
    yield Must("//article[contains(@class,'drawn')]", (f"{label} writes",))


API: Mapping[str, Callable[[Case], Iterator[Marks]]] = {
    "/api/v1/statements": lambda case: map(whose, case.statements()),
    "/api/v1/replies": lambda case: map(whose, case.replies()),
    "/api/v1/timeline": lambda case: (of(row) for row in case.timeline() if row.at is not None),
    "/api/v1/quantities": lambda case: map(of, case.quantities()),
    "/api/v1/search?q=investigation": lambda case: map(of, case.search("investigation")),
    "/api/v1/search?q=cup+money": lambda case: map(of, case.search("cup money")),
}
"""Lists of rows as JSON: each object tells by itself whose words it has, in `attributed`."""


def api(case: Case) -> Iterator[tuple[str, Iterator[Marks]]]:
    """Give what the API answers by address, with what its rows must tell."""
    for address, rows in API.items():
        yield address, rows(case)
    actor = next(row.id for row in case.actors() if row.name == "Nils Berg")
    yield f"/api/v1/actors/{actor}/mentions", _mentioned(case, actor)


def _mentioned(case: Case, actor: Any) -> Iterator[Marks]:
    for one in case.mentions(actor):
        by = f" (entered by hand by {one.entered_by})" if one.entered_by else ""
        yield (f"{one.source_label} writes: “{flat(one.words)}”{by}",)
