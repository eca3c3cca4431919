"""What every unit of a page must tell of the rows it shows, whatever the page is made by.

`fairness` finds words that stand without whose they are. This says how much must stand with them:
speaker and source, what is denied, how firmly it is put, how it stands, and the days. It is worked
out from rows alone and knows nothing of how a template writes them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from onrecord.core.claims import ClaimRow
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.findings import FoundRow
from onrecord.core.flows import HopRow
from onrecord.core.grading import Grade
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import (
    NOBODY,
    QuantityRow,
    ReplyRow,
    StatementRow,
)
from onrecord.core.standings import MoveRow
from onrecord.core.vocabulary import Commitment, Polarity
from onrecord.core.wording import KIND_OF_SOURCE, MANNER
from onrecord.show.dates import spoken
from onrecord.show.visible import visible

Mark = str
"""Words that must be told; white space and hidden characters do not count."""


@dataclass(frozen=True)
class Must:
    """Somewhere on the page one unit (an XPath) tells all these marks."""

    unit: str
    marks: tuple[Mark, ...]


@lru_cache(maxsize=20_000)
def flat(words: str) -> str:
    return " ".join(visible(words).split())


def told_in(unit: Any) -> str:
    """Give all that is told by a unit: its words, and the attributes that are read out."""
    if not isinstance(unit, HtmlElement) and not hasattr(unit, "itertext"):
        return flat(str(unit))
    heads = unit.xpath(".//@data-head | .//@aria-label | .//@title")
    return flat(" ".join(["".join(unit.itertext()), *heads]))


def untold(page: str, musts: Iterable[Must], entries: Sequence[Entry] = ()) -> list[str]:
    """List what a page does not tell and should.

    Args:
        musts: what it is to tell somewhere.
        entries: rows whose words are to come with all that goes with them, wherever they stand.
    """
    tree = html.document_fromstring(page)
    units: dict[str, list[str]] = {}
    found = []
    for must in musts:
        told = units.get(must.unit)
        if told is None:
            told = units[must.unit] = [told_in(one) for one in tree.xpath(must.unit)]
        marks = [flat(mark) for mark in must.marks if mark]
        if not any(all(mark in one for mark in marks) for one in told):
            found.append(f"{must.unit} tells nowhere {marks}")
    for unit in tree.xpath(ENTRY):
        quoted = flat(" ".join("".join(one.itertext()) for one in unit.xpath(WORDS)))
        told = told_in(unit)
        ones = [one for one in entries if quoted.strip("“”") == one.words]
        whole = "line" not in (unit.get("class") or "").split()
        if ones and not any(one.told(told, whole) for one in ones):
            found.append(f"{told[:160]!r} does not tell {ones[0].marks} {ones[0].more}")
    return found


ENTRY = "//article[contains(concat(' ', @class, ' '), ' entry ')]"
WORDS = ".//blockquote | .//a[@class='said']"


@dataclass(frozen=True)
class Entry:
    """A row with words: what always stands with them, and what does where there is room."""

    words: str
    whose: re.Pattern[str]
    marks: tuple[str, ...]
    more: tuple[str, ...]

    def told(self, told: str, whole: bool) -> bool:
        needed = (*self.marks, *self.more) if whole else self.marks
        return self.whose.search(told) is not None and all(mark in told for mark in needed)


def said(row: StatementRow, placed: bool = True) -> Entry:
    """Give what stands with the words of a statement.

    Args:
        placed: the source is named too, as everywhere but on its own page.
    """
    words = flat(row.content).strip("“”")
    if row.is_own_voice:
        whose = re.compile(re.escape(f"{flat(row.source_label)} writes, and gives nobody for it"))
        return Entry(words, whose, (), ())
    return Entry(words, whose_words(row, placed), held(row), how(row))


def whose_words(row: StatementRow, placed: bool = True) -> re.Pattern[str]:
    """Find the speaker with what they are reported to do, through whom, and in which source."""
    who = re.escape(flat(row.speaker) or NOBODY)
    flags = [
        "proposed" if row.proposed else "",
        "duplicate" if row.duplicate_of else "",
        f"no longer in the page as of {row.gone}" if row.gone else "",
        f"entered by hand by {row.entered_by}" if row.entered_by else "",
    ]
    marks = ", ".join(flag for flag in flags if flag)
    does = re.escape(f"({marks}{': ' if marks else ''}{MANNER[row.act]}")
    chain = "".join(rf", [^;]*{re.escape(flat(one.called))}[^;]*" for one in reversed(row.chain))
    where = re.escape(f"; {flat(row.source_label)}") if placed else ""
    return re.compile(rf"{who}”? {does}{chain}{where}\)")


def held(row: StatementRow) -> tuple[str, ...]:
    return () if row.actor_name in row.speaker else (f"held to be {flat(row.actor_name)}",)


def how(row: StatementRow) -> tuple[str, ...]:
    """Give how it was said: hedges, firmness, the negative, days, how sure a reader was of it."""
    firm = row.commitment is not Commitment.NOT_STATED
    return (
        f"· {KIND_OF_SOURCE[row.naming]}" if row.cue else KIND_OF_SOURCE[row.naming],
        f"· {row.mode}",
        *hedged(row),
        *(f"on the way {words}" for one in row.chain for words in hedged(one)[:1]),
        f"put as {row.commitment.word}" if firm else "",
        "in the negative" if row.polarity is Polarity.NEGATIVE else "",
        f"to “{flat(row.addressee)}”" if row.addressee else "",
        f"made {spoken(row.made)}" if row.made else "",
        f"hearsay depth {row.depth}" if row.depth else "",
        "only proposed" if row.proposed else "",
        "repeats" if row.duplicate_of else "",
        *(f"{one.value} by {one.by}" for one in row.grades if one.stands),
        f"“{flat(row.cue)}” ·" if row.cue and "“" not in row.cue else "",
        sure(row),
    )  # fmt: skip


def sure(row: StatementRow) -> str:
    """Give how sure the reader was of it, never rounded up, and whether a person confirmed it."""
    if row.entered_by:
        return f"· entered by hand by {row.entered_by}"
    hundredths = math.floor((row.sureness or 0) * 100 + 1e-9)
    read = "" if row.sureness is None else f"read with {hundredths / 100:.2f} sureness, "
    return f"{read}{'confirmed by a person' if row.confirmed else 'not confirmed'}"


def hedged(one: Any) -> tuple[str, ...]:
    if not one.hedges:
        return ()
    hedges = ", ".join(f"“{flat(words)}”" for words in one.hedges)
    put = f"put as {one.commitment.word} " if one.commitment.value != 0 else ""
    return (f"{put}(hedged {hedges})",)


def asked(row: ReplyRow, placed: bool = True) -> Entry:
    """Give what stands with the words of a reply or a silence."""
    through = f", through {'.?'}{re.escape(flat(row.through.called))}.?" if row.through else ""
    by = f"; asked by .?{re.escape(flat(row.asked_by.called))}.?" if row.asked_by else ""
    where = f"; reported by {re.escape(flat(row.source_label))}" if placed else ""
    whose = re.compile(
        rf"{re.escape(flat(row.asked.called))}”? \({re.escape(row.outcome)}{through}{by}{where}\)"
    )
    return Entry(flat(row.words).strip("“”"), whose, (), how_asked(row))


def how_asked(row: ReplyRow) -> tuple[str, ...]:
    silent = row.outcome.value in ("did not respond", "declined to comment")
    return (
        KIND_OF_SOURCE[row.asked.naming],
        "" if row.asked_by else "by whom they were asked is not said",
        spoken(row.made) if row.made else "",
        "neither a yes nor a no" if silent else "",
        *(f"{one.value} by {one.by}" for one in row.grades if one.stands),
    )


def own_words(words: str, source_label: str, verb: str = "writes") -> Entry:
    whose = re.compile(rf"{re.escape(flat(source_label))} {verb}")
    return Entry(flat(words).strip("“”"), whose, (), ())


def entries(
    statements: Iterable[StatementRow], replies: Iterable[ReplyRow], label: str = ""
) -> list[Entry]:
    """Give what stands with the words of all statements and replies.

    Args:
        label: the source whose own page it is, which its heading names.
    """
    return [
        *(said(row, row.source_label != label) for row in statements),
        *(asked(row, row.source_label != label) for row in replies),
    ]


# --- what is told of rows that are not words alone ---


def ends(row: ProceedingRow) -> tuple[str, ...]:
    """Give what a proceeding is never named without: how it ended, when, and who says so."""
    if row.ending is None:
        return row.title, "no source tells of an end"
    when = spoken(row.ending.when) if row.ending.when else ""
    return row.title, row.ending.how, when, row.ending.teller


def claimed(row: ClaimRow, most: int = 200) -> tuple[str, ...]:
    words = flat(row.wording)
    return (f"“{words if len(words) <= most else words[: most - 1].rstrip()}", row.state)


def moved(move: MoveRow) -> tuple[str, ...]:
    return (
        f"Claim ({move.standing}; worded by {move.worded_by or 'the machine'}): “",
        move.after.called, move.before.does, move.after.does, str(move.before.when or "no date"),
        str(move.after.when or "no date"),
    )  # fmt: skip


def graded(some: Iterable[Grade]) -> Iterator[Must]:
    for one in some:
        was = "" if one.stands else "before: "
        marks = (one.value, one.meaning, f"{was}{one.by}, {one.on}: {one.because}")
        yield Must("//ul[@class='grades']/li", marks)


def judged(one: JudgementRow) -> tuple[str, ...]:
    value = one.value if one.verb not in ("apply", "enter") else ""
    when = f"for {one.when}" if one.when else ""
    return one.verb, value, when, f"{one.by}, {one.known}: {one.because}", *one.words


def worded(row: FoundRow | EventRow | HopRow | QuantityRow, words: str) -> tuple[str, ...]:
    """Give whose words an entry quotes, of a statement or of a source's own."""
    if row.statement is not None:
        return flat(row.statement.content), *whose_said(row.statement)
    return f"{row.source_label} writes", words


def quoted_words(row: StatementRow) -> tuple[str, ...]:
    """Give a statement's words, and that they stand with whoever is said to say them."""
    words = flat(row.content).strip("“”")[:150]
    if row.is_own_voice:
        return words, f"{row.source_label} writes, and gives nobody for it"
    return words, flat(row.speaker) or NOBODY, MANNER[row.act], row.source_label


def whose_said(row: StatementRow) -> tuple[str, ...]:
    return (
        flat(row.speaker) or NOBODY, MANNER[row.act], row.source_label, *held(row), *how(row),
    )  # fmt: skip


TOLD = {
    "done": "told as done", "alleged": "alleged", "denied": "denied",
    "attempted": "only attempted", "considered": "only considered", "expected": "only expected",
}  # fmt: skip


def hop_told(hop: HopRow) -> tuple[str, ...]:
    when = spoken(hop.when) if hop.when else ""
    return TOLD[hop.realised.value], when, *worded(hop, hop.words)


Filled = Mapping[str, Any]
"""What a page's template is given."""
