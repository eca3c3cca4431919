"""What is asked of dates, tests and names as of a pair of days, in the scorer's terms."""

from __future__ import annotations

import re
from collections import Counter

from bench.case_alder.built import Built, Told
from bench.case_alder.events import Happened
from bench.case_alder.findings import FOUND, told_test
from bench.case_alder.nearby import moment
from onrecord.assess import found_table, prevailing
from onrecord.core.dates import When
from onrecord.core.findings import WHOLE, AppliedRow
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, AsOf, Met

Place = tuple[SourceId, Span]
_RENAMED = re.compile(r"\b(?:renamed?|rebranded|known|called|names?|becomes?|became)\b", re.I)


def day_of(built: Built, told: Told, at: AsOf) -> str | None:
    """Give the date for which a told event is on record; None: for none."""
    happened = Happened(built, AsOf(known=at.known))
    best = happened.best(built.told["events"][told["target"]])
    return happened.agreed(best) if best else None


def found_of(built: Built, told: Told, at: AsOf) -> str:
    """Give how a told element, or else the test as a whole, stands on the valid day."""
    test = told_test(built)
    element = told["target"] if told["target"] in {one.key for one in test.elements} else WHOLE
    rows, _ = prevailing(built.case.tests(AsOf(known=at.known)).found_of(test))
    applied = AppliedRow(id="told", test=test, matter="told", by="", because="")
    stands = [
        cell.state
        for cell in found_table(applied, rows).cells
        if cell.element == element and at.valid is not None and not _is_later(cell.day, at.valid)
    ]
    state = stands[-1] if stands else Met.NOT_KNOWN
    return FOUND[Met.NOT_MET if state is Met.NO_LONGER_MET else state]


def _is_later(day: When, valid: When) -> bool:
    return day.first is not None and valid.after is not None and day.first >= valid.after


def name_on(built: Built, told: Told, at: AsOf) -> str | None:
    """Give what a body was called on the valid day; None: no body is called as its id has it.

    Where a text tells when it was renamed, the name that texts used before or since; else the name
    in the text that is nearest in time.
    """
    asked = told["target"].rpartition(".")[2]
    known = AsOf(known=at.known)
    every = [row for row in built.case.actors(known) if row.kind is not ActorKind.PERSON]
    bodies = [row for row in every if any(_is_called(name, asked) for name in row.names)]
    if not bodies or at.valid is None or at.valid.first is None:
        return None
    body, day = max(bodies, key=lambda row: len(row.mentions)), at.valid.first
    # A name that a text gives the body is its own in the others too, joined or not.
    own = {name for name in map(fold, body.names) if " " in name}
    mentions = [place for row in every if own & set(map(fold, row.names)) for place in row.mentions]
    uses = _uses(built, mentions, known)
    if not uses:
        return body.name
    turn = _renamed_on(built, mentions, {name for name, _ in uses}, known)
    if turn is None:
        return min(uses, key=lambda use: abs(use[1] - day))[0]
    near = [use for use in uses if (use[1] >= turn) == (day >= turn)]
    count = Counter(name for name, _ in near)
    other = Counter(name for name, on in uses if (on >= turn) != (day >= turn))
    # A text of today may use the name of then; it uses its own more often.
    best = max(count, key=lambda name: (count[name] - other[name], name), default="")
    return best or body.name


def _is_called(name: str, asked: str) -> bool:
    """Say whether a body's name has a word, or bears it as its initials."""
    words = fold(name).split()
    initials = "".join(word[0] for word in words if word not in ("the", "of", "for", "and"))
    return asked in words or (len(asked) > 1 and asked == initials)


def _uses(built: Built, mentions: list[Place], known: AsOf) -> list[tuple[str, int]]:
    """List the uses of a body's full names, each with the day of its text as an ordinal."""
    days = {row.id: row.published or When.of(row.known) for row in built.case.sources(known)}
    found = []
    for source, span in mentions:
        day, text = days.get(source), built.texts.get(built.documents[source])
        words = " ".join(span.of(text.characters).split()) if text is not None else ""
        whole = words.split()
        is_full = len(whole) > 2 and words.istitle() and not words.startswith("The ")
        if is_full and day is not None and day.first is not None:
            found.append((words, day.first))
    return found


def _renamed_on(built: Built, mentions: list[Place], names: set[str], known: AsOf) -> int | None:
    """Give the first day of a new name, as texts tell it: the narrowest date."""
    found, sources = [], {source for source, _ in mentions}
    for row in built.case.timeline(known):
        if row.when is None or row.kind != "in the text" or not _RENAMED.search(row.words):
            continue
        words = " ".join(row.words.split())
        if any(name in words for name in names) and row.source in sources:
            when = moment(row.when)
            if when.first is not None and when.after is not None:
                found.append((when.after - when.first, when.first))
    return min(found)[1] if found else None
