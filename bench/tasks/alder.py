"""The constructed case: are the statements behind its gold record found, with the right actor?

The case folder goes in; its documents are taken in with what its manifest tells, and read. The gold
record has no list of statements, so one is made of what its answers rest on, each
(document, words, actor, kind), the same one once a kind:

- *stance*: the evidence of every stance on a claim, with the actor who takes it, or the speaker of
  a quotation that shares its words (a chairman who speaks for his board); where a stance is silence
  or a refusal and the same words are those of a reply, they are left to the replies;
- *own voice*: those of them whose actor put the document out itself, as a newspaper or an office
  does: nobody else is cited there;
- *quote*: the fullest wording of every quotation and its variants, with the speaker (or the one to
  whom a variant gives it);
- *reply*: what became of every request, with the one who was asked, and its outcome.

An item is found when its words stand in the text of the document as it was taken in (words are
compared, not what is between them) and at least half of them lie within one statement's content and
cue; for a reply, within the words of one reply and of the one asked, or, if it was an answer or a
denial, within a statement. Where several do, any with the right actor serves.

The actor is right when the source's words, a part of them between commas, or the name of its
mention or of an earlier one in its chain are, titles and articles aside, the actor's name, an
alias or a mention (pronouns do not count); for a body also when it is named beside "spokeswoman"
or such a word; for a document's own voice also when the naming is the publisher's own knowledge,
when no source is given ("is understood to be"), or when it is the one who signs the document,
whose name stands alone in its line: each says that nobody else is cited. A reply's outcome is
right when it is that of the gold in our words; that of a statement is "answered".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.cast import Cast
from bench.rates import Counts, share
from bench.rows import Row, pairs, rows
from bench.task import Amount, Figures, Measured, Options, Task
from onrecord.core.dates import When
from onrecord.core.vocabulary import Document, Naming, Outcome, Reading, Voice
from onrecord.intake import read_told, take, tell_each
from onrecord.reader import load

_TODAY = date(2026, 1, 1)
HALF = 0.5
KINDS = ("stance", "own voice", "quote", "reply")
OUTCOMES = {
    "no_response": Outcome.NO_RESPONSE,
    "unreachable": Outcome.NO_RESPONSE,
    "declined": Outcome.DECLINED,
    "denied": Outcome.DENIED,
    "denied_in_part": Outcome.DENIED,
    "answered": Outcome.ANSWERED,
    "not_asked": Outcome.NOT_ASKED,
}
ANSWERS = ("answered", "denied", "denied_in_part")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady judge justice detective superintendent "
    "inspector sergeant chief the a an".split()
)
_PRONOUNS = frozenset("i we he she they it his her their its our my me him them us who".split())
_SPEAKS_FOR = frozenset(
    "spokesman spokeswoman spokesperson spokespeople lawyer lawyers solicitor solicitors "
    "representative representatives".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the gold record rests on: where, in what words, whose, of what kind."""

    document: str
    words: str
    actor: str
    kind: str
    outcome: str = ""


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Take the case's documents in, read them, and write what was found, a document a line."""
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for name, document in documents_of(source):
            assert document.text is not None, document.refusal
            published = document.source.metadata.published
            told_on = When.of(published.value) if published else None
            reading = reader.read(document.text, told_on)
            text = document.text.characters
            documents += 1
            words += len(text.split())
            row = {"id": name, "text": text, **found_in(text, reading)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return Amount(documents, words)


def documents_of(case: Path) -> Iterator[tuple[str, Document]]:
    """Give each document by its id in the manifest, with what that tells."""
    listed = [
        json.loads(line) for line in (case / "manifest.jsonl").read_text("utf-8").splitlines()
    ]
    names = {Path(row["file"]).name: row["id"] for row in listed}
    told = {Path(file).name: one for file, one in read_told(case / "manifest.jsonl").items()}
    for document in take([case / "docs"], today=_TODAY):
        assert isinstance(document, Document)
        file, _, row = document.source.name.partition(":")
        name = row or names.get(file, file)
        # A feed's rows have days of their own; the manifest tells the day of the whole dump.
        yield name, document if row else tell_each(document, told)


def found_in(text: str, reading: Reading) -> Row:
    """Give the places and the names of every statement and reply."""
    cast = Cast(reading)
    return {
        "statements": [
            {
                "at": pairs(statement.content.spans + statement.cue.spans),
                **_voice(text, cast, statement.source),
            }
            for statement in reading.statements
        ],
        "replies": [
            {
                "at": pairs(reply.at + reply.asked.spans),
                "outcome": reply.outcome.value,
                **_voice(text, cast, reply.asked),
            }
            for reply in reading.replies
        ],
    }


def _voice(text: str, cast: Cast, voice: Voice | None) -> Row:
    if voice is None:
        return {"names": [], "own": True}
    words = " ".join(span.of(text) for span in voice.spans)
    names = [words, *words.split(","), *cast.names(voice)]
    own = voice.naming is Naming.PUBLISHER or cast.signs(text, voice)
    return {"names": names, "own": own}


def items_of(gold: Row) -> list[Item]:
    """List what the gold record rests on, the same thing once a kind."""
    published = _published_by(gold)
    replies = {(e["doc"], e["quote"]) for reply in gold["replies"] for e in reply["evidence"]}
    found = []
    for stance in (stance for claim in gold["claims"] for stance in claim["stances"]):
        for place in stance["evidence"]:
            own = (place["doc"], stance["actor"]) in published
            unsaid = stance["stance"] in ("silent", "declines")
            if not unsaid or (place["doc"], place["quote"]) not in replies:
                found.append(_item(place, stance["actor"], "own voice" if own else "stance"))
    for quote in gold["quotes"]:
        found.append(_item(quote["canonical"], quote["speaker"], "quote"))
        for variant in quote["variants"]:
            speaker = variant.get("speaker_given") or quote["speaker"]
            found.append(_item(variant, speaker, "quote"))
    for reply in gold["replies"]:
        found += [_item(e, reply["asked"], "reply", reply["outcome"]) for e in reply["evidence"]]
    return list(dict.fromkeys(found))


def _item(place: Row, actor: str, kind: str, outcome: str = "") -> Item:
    return Item(place["doc"], place["quote"], actor, kind, outcome)


def _published_by(gold: Row) -> set[tuple[str, str]]:
    """Give each document with the actor who put it out, where that is one of the case's actors."""
    return {
        (document["id"], actor["id"])
        for document in gold["documents"]
        for actor in gold["actors"]
        if words_of(document["outlet"]) in {words_of(name) for name in _names(actor)}
    }


def speakers(item: Item, items: Iterable[Item]) -> set[str]:
    """Give the actors who may be right: its own, and for a stance who is quoted in its words."""
    if item.kind != "stance":
        return {item.actor}
    words = words_of(item.words)
    quoted = (
        one.actor
        for one in items
        if one.kind == "quote"
        and one.document == item.document
        and (_within(words, words_of(one.words)) or _within(words_of(one.words), words))
    )
    return {item.actor, *quoted}


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name in small letters, titles and articles left out."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
    return tuple(word for word in words if word not in _TITLES)


def places_of(words: str, text: str) -> list[list[tuple[int, int]]]:
    """Give every place where these words stand in this order: the places of the words."""
    wanted = [_plain(word) for word in _WORD.findall(words)]
    found = [(_plain(match.group()), match.span()) for match in _WORD.finditer(text)]
    size = len(wanted)
    return [
        [span for _, span in found[at : at + size]]
        for at in range(len(found) - size + 1)
        if [word for word, _ in found[at : at + size]] == wanted
    ]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def is_named(names: Iterable[str], actor: Row, own_voice: bool) -> bool:
    """Say whether one of the names is the actor's, or speaks for it where it is a body."""
    if own_voice:
        return True
    known = {words_of(name) for name in _names(actor)} - {()}
    for name in names:
        words = words_of(name)
        if words in known:
            return True
        speaks_for = actor["kind"] != "person" and _SPEAKS_FOR & set(words)
        if speaks_for and any(_within(one, words) for one in known):
            return True
    return False


def _names(actor: Row) -> list[str]:
    mentions = [one["quote"] for one in actor.get("mentions", [])]
    names = [actor["name"], *(actor.get("aliases") or []), *mentions]
    return [name for name in names if name.lower() not in _PRONOUNS]


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))


def answer(item: Item, document: Row, whose: list[Row]) -> tuple[bool, bool, bool]:
    """Say whether an item is found, with the right actor, and with the right outcome."""
    rows = document["statements"]
    if item.kind == "reply":
        answered = item.outcome in ANSWERS
        rows = [*document["replies"], *(rows if answered else ())]
    found = right = outcome = False
    for place in places_of(item.words, document["text"]):
        for row in rows:
            inside = sum(any(s <= w[0] and w[1] <= e for s, e in row["at"]) for w in place)
            if inside < HALF * len(place):
                continue
            found = True
            own = item.kind == "own voice" and row["own"]
            if any(is_named(row["names"], actor, own) for actor in whose):
                right = True
                wanted = OUTCOMES.get(item.outcome)
                given = row.get("outcome", Outcome.ANSWERED.value)
                outcome = outcome or (wanted is not None and given == wanted.value)
    return found, right, outcome


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Count the items of each document; the intervals are over documents."""
    del data
    gold = json.loads((source / "gold.json").read_text("utf-8"))
    documents, misses = counted(gold, {row["id"]: row for row in rows(prediction)})
    del misses
    made = measured(documents, figures)
    total = {kind: sum(row.get(f"{kind} gold", 0) for row in documents) for kind in KINDS}
    listed = ", ".join(f"{number:.0f} {kind}" for kind, number in total.items())
    return {"": Measured(made.figures, made.intervals, (f"Gold items: {listed}.",))}


def counted(gold: Row, documents: dict[str, Row]) -> tuple[list[dict[str, float]], list[str]]:
    """Count each document's items, and list those that are not found or not with their actor."""
    actors = {actor["id"]: actor for actor in gold["actors"]}
    made: dict[str, dict[str, float]] = {name: {} for name in documents}
    misses = []
    nothing: dict[str, Any] = {"text": "", "statements": [], "replies": []}
    items = items_of(gold)
    for item in items:
        document = documents.get(item.document, nothing)
        whose = [actors[actor] for actor in sorted(speakers(item, items))]
        found, right, outcome = answer(item, document, whose)
        row = made.setdefault(item.document, {})
        for name, yes in (("gold", True), ("found", found), ("right", right), ("outcome", outcome)):
            row[f"{item.kind} {name}"] = row.get(f"{item.kind} {name}", 0) + yes
        if not right:
            stands = "" if places_of(item.words, document["text"]) else ", not in the text"
            what = "found with another actor" if found else f"not found{stands}"
            misses.append(f"{item.document} {item.kind} {item.actor}: {what}: {item.words}")
    return list(made.values()), misses


def figures(totals: Counts) -> Figures:
    """Make shares of all gold items, and of each kind."""
    made: Figures = {}
    for name, kinds in (("all", KINDS), *((kind, (kind,)) for kind in KINDS)):
        wanted, found, right = (
            sum(totals.get(f"{kind} {what}", 0) for kind in kinds)
            for what in ("gold", "found", "right")
        )
        made |= share(f"{name}: found", found, wanted)
        made |= share(f"{name}: found with the right actor", right, wanted)
    return made | share(
        "reply: and outcome", totals.get("reply outcome", 0), totals.get("reply gold", 0)
    )


TASK = Task(
    about="The constructed case: of the words its gold record rests on, how many are found in a"
    " statement or reply, and with the right actor.",
    predict=predict,
    inputs={"": "case-alder"},
    score=score,
)
