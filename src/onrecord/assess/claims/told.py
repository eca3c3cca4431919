"""The words of a statement made ready to be compared: whose they are, without their wrapping."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.assess.claims.whom import OPENS
from onrecord.core.alone import of_words
from onrecord.core.dates import MONTHS
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.sentences import TITLES

Place = tuple[SourceId, StatementId]
"""A statement in one source: one text may stand in two."""

_THAT = re.compile(r"^(?:that|how|the (?:claim|allegation|suggestion|fact) that)\s+", re.IGNORECASE)
_MARKS = " \t\n,;:–—-“”\"‘'’"
_FIRST = re.compile(r"^(?:I|we|he|she|they|it|this|that|these|those|there)\b", re.IGNORECASE)


def plain(words: str) -> str:
    """Take off the "that" and the quotation marks round a content, and put it on one line."""
    text = " ".join(words.split()).strip(_MARKS)
    text = _THAT.sub("", text)
    return text[:1].upper() + text[1:]


def whose(row: StatementRow, words: str = "") -> str:
    """Give what a statement says with whose it is, as the model was taught to read it."""
    speaker = row.actor_name or " ".join(row.speaker.split())
    text = plain(words or row.content)
    return f"{speaker}: {text}" if speaker else text


def points(words: str) -> bool:
    """Say whether a wording begins with a word that points to what it does not name."""
    return bool(_FIRST.match(words))


_STOP = re.compile(
    rf"(?<=[\w)][.!?])[”’\"']?\s+(?=[“‘\"']?{CAPITAL})|\s+…\s+|\n\s*\n|(?<=[,.?!])[”\"]\s+(?=[“\"])"
)
"""Where a sentence ends, or one quotation of a sentence and the next begins."""
_SUBJECT = re.compile(
    r"The [a-z]+ (?=(?:did|has|had|does|was|is)\b)"
    rf"|(?:M[rs]s?\.? |Dr\.? )?({CAPITAL}[\w’'-]+)(?: {CAPITAL}[\w’'-]+)* (?=[a-z])"
)
_THEY = re.compile(r"^(?:He|She|It) ")
"""Whoever did the one thing did the next: "that Mr Vale took them and that he sent them on"."""
_DO_SO = re.compile(r"\b(?:do|does|did|done|doing) (?:so|it|that|this)\b")
"""What was done is told in the clause before."""
_UNANSWERED = re.compile(
    r",?\s+(?:(?:but|and|who|which)\s+)?(?:has|have|had|did|could|would)\s+(?:not|n[’']t)\s+"
    r"(?:immediately\s+|yet\s+)?(?:respond|repl(?:y|ied)|return|answer|comment|be reached)\w*\b.*$"
    r"|,?\s+(?:(?:but|and|who|which)\s+)?(?:has\s+)?declined to\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""That somebody gave no answer: its "not" denies nothing of what the sentence says besides."""
_UNANSWERING = ("not", "n't", "n’t", "declined")
"""One of these is in whatever the pattern above finds, which takes twenty times as long."""
_JOINT = re.compile(
    r"[,;]?\s+and (?=that\b)|;\s+(?:and )?|,\s+(?=that\b)"
    rf"|,\s+(?:and|but) (?=(?:he|she|they|it|I|we|nobody|no|{CAPITAL}\w+) )"
    r"|\s+(?:and|but) (?=(?:he|she|they|I|we) [a-z])"
)
_ROW = re.compile(
    r"(?<=[a-z’']),\s+(?=(?:he|she|they|I|we) "
    r"(?:have|has|had|did|do|does|never|was|were|am|are|is)\b)"
)
"""Where somebody who speaks of themselves goes on without an "and": "we paid nobody, we took"."""
_OF_ONE = re.compile(r"[“‘\"']?(?:I|we|he|she|they|there (?:was|were))\b", re.IGNORECASE)
_SHORT = re.compile(rf"\b(?:{TITLES}|No|v|vs|[A-Z])\.$")
_BROKEN = re.compile(r"(?<=\w) … (?=[a-z])")
"""Where a cue stood within a clause: "The clerk … took the key"."""
_BEGINS = re.compile(r"(?:M[rs]s?|Miss|Dr|He|She|They|It|We|I|The|An?|In|On|At|No|This|That)\b")
"""What begins a sentence, also after a single letter: "Witness B. She has"."""
_FEWEST = 3
_LABEL = re.compile(r"(?:that )?\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s+(?=[\w“‘\"'])", re.IGNORECASE)
"""The letter or the number of one of several things that are said in a list."""
_BUT_NOT = re.compile(r",? but not that ")
"""What is not found besides what is: "found that the books were burnt, but not that he did it"."""


def parts(words: str) -> list[str]:
    """Cut a content into its sentences and clauses: each puts something forward of its own.

    What has fewer than three words stays with what stands before it.
    """
    return _cut(words) or [words]


@of_words(list)
def _cut(words: str) -> list[str]:
    """Give the same; none where all of it is one."""
    found: list[str] = []
    for one in _STOP.split(_BROKEN.sub(" ", words)):
        short = found and _SHORT.search(found[-1]) and not _BEGINS.match(one)
        joins = found and (short or one.count(" ") + 1 < _FEWEST)
        if joins:
            found[-1] = f"{found[-1]} {one}"
        elif one.strip():
            found.append(one)
    cut = [clause for one in found for each in _so_did(one) for clause in _clauses(each)] or [""]
    made: list[str] = []
    subject = ""
    for before, clause in zip(["", *cut], cut, strict=False):
        one = _THEY.sub(f"{_same_gender(subject, before, clause)} ", clause) if subject else clause
        begins = _SUBJECT.match(one)
        is_named = begins is not None and (begins[1] or "").casefold() not in OPENS
        subject = begins[0].strip() if begins is not None and is_named else ""
        made.append(f"{one}: {before}" if before and _DO_SO.search(one) else one)
    return [] if made == [words] else made


_SO_DID = re.compile(
    r",? and so (?:did|does|do|has|have|had|was|were|is|are) (?P<who>[^,.;]{2,60}?)[.,]?$"
)
_VERB = re.compile(
    r"\b(?:knew|knows?|had|has|have|was|were|is|are|did|does|saw|heard|took|gave|got|met|\w+ed)\b"
)


def _so_did(sentence: str) -> tuple[str, ...]:
    """Say out what somebody else did too: "they knew by May, and so did the minister"."""
    found = _SO_DID.search(sentence)
    verb = _VERB.search(sentence) if found is not None else None
    if found is None or verb is None or verb.start() >= found.start():
        return (sentence,)
    before = sentence[: found.start()]
    return before, f"{plain(found['who'])} {before[verb.start() :]}"


def _same_gender(subject: str, before: str, clause: str) -> str:
    """Give who does the next thing: the subject so far, or whom "he" means where that was "she"."""
    pronoun = clause.split(" ", 1)[0]
    titled = {"He": ("Mr ",), "She": ("Ms ", "Mrs ")}.get(pronoun)
    if titled is None:
        return subject if subject.startswith("The ") else pronoun
    other = ("Ms ", "Mrs ") if pronoun == "He" else ("Mr ",)
    last = before.split(" to ")[-1]
    at = next((last.find(one) for one in titled if one in last), -1)
    if subject.startswith(other) or (at >= 0 and not subject.startswith(titled)):
        found = re.match(rf"(?:Mr|Ms|Mrs)\.? {CAPITAL}[\w’'-]+", last[at:]) if at >= 0 else None
        return found[0] if found else pronoun
    return pronoun if subject.startswith("The ") else subject


def _clauses(sentence: str) -> list[str]:
    """Cut a sentence where a second thing is said: "that he took them and that he sent them on"."""
    found: list[str] = []
    sentence = _BUT_NOT.sub("; that it is not shown that ", sentence)
    for one in (each for piece in _JOINT.split(sentence) for each in _in_a_row(piece)):
        one = _LABEL.sub("", one, count=1) if _LABEL.match(one) else one
        if found and (_is_short(one) or _is_short(found[-1])):
            found[-1] = f"{found[-1]}, {one}"
        elif one.strip():
            found.append(one)
    return [plain(_answered(one)) for one in found]


def _is_short(clause: str) -> bool:
    """Say whether a clause is too short to say anything by itself: "we took nothing" is not."""
    return clause.count(" ") < (_FEWEST - 1 if _OF_ONE.match(clause.lstrip()) else _FEWEST)


def _in_a_row(clause: str) -> list[str]:
    """Cut what one says of themselves in a row; what follows "when we came" is left with it."""
    return _ROW.split(clause) if _OF_ONE.match(plain(clause)) else [clause]


def _answered(clause: str) -> str:
    """Take off that somebody did not answer, where enough is said before it."""
    if not any(stem in clause.casefold() for stem in _UNANSWERING):
        return clause
    rest = _UNANSWERED.sub("", clause)
    return rest if rest.count(" ") >= _FEWEST else clause


_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
    if number > 1
}


def numbers(words: str) -> frozenset[str]:
    """Give the numbers in some words, as digits; "one" is too often none."""
    found = {one.replace(",", "").rstrip(".") for one in _NUMBER.findall(words)}
    return frozenset(
        found | {_SPELT[w] for w in re.findall(r"[a-z]+", words.lower()) if w in _SPELT}
    )


_DAY = re.compile(
    r"\b(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+),? (?P<year>\d{4})\b"
    r"|\b(?P<named>[A-Z][a-z]+) (?P<of>\d{1,2}),? (?P<in>\d{4})\b"
)
_MONTHS = tuple(map(str.casefold, MONTHS))


def day_of(claim: str) -> str:
    """Give the last full day that a claim names, as it is written in a record; '' where none is.

    What was said before a day has said nothing of what was so on it.
    """
    found = ""
    for one in _DAY.finditer(claim):
        month = (one["month"] or one["named"]).casefold()
        if month in _MONTHS:
            day, year = int(one["day"] or one["of"]), one["year"] or one["in"]
            found = max(found, f"{year}-{_MONTHS.index(month) + 1:02}-{day:02}")
    return found


_STEM = re.compile(r"[^\W\d_]{4,}|\d+")


def shared_words(claim: str, words: str) -> int:
    """Count the words of a claim, by their first four letters, that other words have too."""
    return len(_stems(claim) & _stems(words))


def shared(claim: str, words: str) -> float:
    """Give the share of a claim's words, by their first four letters, that other words have too."""
    ours = _stems(claim)
    return len(ours & _stems(words)) / len(ours) if ours else 0.0


_COMMON = frozenset(
    "what that this with from have been were they them their there then than when where which who"
    " whom whose will would could should into onto about over some such said says told tell".split()
)


def telling(words: str) -> str:
    """Give the words that tell one matter from another: those that stand in every text are left."""
    return " ".join(one for one in _STEM.findall(words) if one.casefold() not in _COMMON)


@lru_cache(maxsize=8192)
def _stems(words: str) -> frozenset[str]:
    """Give the first letters of words. A text is held against many: it is cut once for a while."""
    return frozenset(one[:4].casefold() for one in _STEM.findall(words))
