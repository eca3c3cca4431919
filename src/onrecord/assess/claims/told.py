"""The words of a statement made ready to be compared: whose they are, without their wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.core.identity import SourceId, StatementId
from onrecord.core.said import StatementRow

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
    r"(?<=[\w)][.!?])[”’\"']?\s+(?=[“‘\"']?[A-Z])|\s+…\s+|\n\s*\n|(?<=[,.?!])[”\"]\s+(?=[“\"])"
)
"""Where a sentence ends, or one quotation of a sentence and the next begins."""
_SUBJECT = re.compile(r"The [a-z]+ (?=(?:did|has|had|does|was|is)\b)|(?:M[rs]s?\.? |Dr\.? )?([A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)* (?=[a-z])")
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
_JOINT = re.compile(
    r"[,;]?\s+and (?=that\b)|;\s+(?:and )?|,\s+(?=that\b)"
    r"|,\s+(?:and|but) (?=(?:he|she|they|it|I|we|nobody|no|[A-Z]\w+) )"
)
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|Gen|Col|Lt|Det|Supt|Insp|v|vs|[A-Z])\.$")
_BEGINS = re.compile(r"(?:M[rs]s?|Miss|Dr|He|She|They|It|We|I|The|An?|In|On|At|No|This|That)\b")
"""What begins a sentence, also after a single letter: "Witness B. She has"."""
_FEWEST = 3


def parts(words: str) -> list[str]:
    """Cut a content into its sentences and clauses: each puts something forward of its own.

    What has fewer than three words stays with what stands before it.
    """
    found: list[str] = []
    for one in _STOP.split(words):
        short = found and _SHORT.search(found[-1]) and not _BEGINS.match(one)
        joins = found and (short or one.count(" ") + 1 < _FEWEST)
        if joins:
            found[-1] = f"{found[-1]} {one}"
        elif one.strip():
            found.append(one)
    cut = [clause for one in found for clause in _clauses(one)] or [""]
    made: list[str] = []
    subject = ""
    for before, clause in zip(["", *cut], cut, strict=False):
        one = _THEY.sub(f"{_same_gender(subject, before, clause)} ", clause) if subject else clause
        begins = _SUBJECT.match(one)
        is_named = begins is not None and (begins[1] or "").casefold() not in _OPENS
        subject = begins[0].strip() if begins is not None and is_named else ""
        made.append(f"{one}: {before}" if before and _DO_SO.search(one) else one)
    return made


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
        found = re.match(r"(?:Mr|Ms|Mrs)\.? [A-Z][\w’'-]+", last[at:]) if at >= 0 else None
        return found[0] if found else pronoun
    return pronoun if subject.startswith("The ") else subject


def _clauses(sentence: str) -> list[str]:
    """Cut a sentence where a second thing is said: "that he took them and that he sent them on"."""
    found: list[str] = []
    for one in _JOINT.split(sentence):
        if found and (one.count(" ") < _FEWEST or found[-1].count(" ") < _FEWEST):
            found[-1] = f"{found[-1]}, {one}"
        elif one.strip():
            found.append(one)
    return [plain(_answered(one)) for one in found]


def _answered(clause: str) -> str:
    """Take off that somebody did not answer, where enough is said before it."""
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


_NAMES = re.compile(r"\b(?:[A-Z][\w’'-]* )*([A-Z][\w’'-]*[a-z])\b")
_TURNS = re.compile(r"\b(?:by|from|was|were|been|being|is|are|be)\b")
"""Words by which the one who did it may stand last: a passive, "received from"."""
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b")
_TAKES = re.compile(
    r"\b(?:receiv|obtain|accept|took|tak(?:e|ing)|got|gets?\b|pocket|borrow|bought|had\b|has\b"
    r"|heard|learn)"
)
"""Verbs whose doer is the one to whom it was done in other words."""
_TELLS = re.compile(
    r"\b(?:saw|seen?|heard?|watch\w*|notic\w+|said|says?|told|tells?|stat\w+|alleg\w+|believ\w+|kn[eo]w\w*"
    r"|remember\w*|recall\w*|accept\w*|admit\w*|conced\w+|den(?:y|ies|ied)|claim\w*|wr[io]te\w*|reject\w*"
    r"|swore|insist\w*|suspect\w*|think\w*|thought|doubt\w*|lawyer|solicitor|barrister|counsel)\b",
    re.IGNORECASE,
)
"""Who stands first only tells what another did."""
_LOWER = re.compile(r"[^\W\d_]+")


def people(words: str, known: Sequence[str] | None = None) -> list[str]:
    """Give the last words of the names in some words, in their order.

    Args:
        known: names; a single first word with a capital, as every first word has, counts only where
            it is one of them. None: it counts unless it is a common word.
    """
    found = []
    for one in _NAMES.finditer(words):
        first, last = one.group().split(" ")[0], one.group(1)
        if first == one.group() and first.casefold() in _OPENS:
            continue
        if (
            one.start() == 0
            and first == last
            and known is not None
            and last.casefold() not in known
        ):
            continue
        found.append(last.removesuffix("’s").removesuffix("'s").casefold())
    return list(dict.fromkeys(found))


_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Dame)\.? (?:[A-Z][\w’'-]+ )?([A-Z][\w’'-]*[a-z])")


_IS = re.compile(r"^[^,]{3,80}? (?:is|was) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)\.?$")


def names_who_it_is(claim: str, words: str) -> bool:
    """Say whether words name whom a claim says somebody is; so does whatever is said of others."""
    found = _IS.match(claim)
    return found is None or found["name"].split()[-1].casefold() in words.casefold()


def unnamed(claim: str) -> str:
    """Give the words of a claim that are no names."""
    return " ".join(one for one in claim.split() if not one[:1].isupper()) or claim


def speaking(row: StatementRow) -> tuple[frozenset[str], frozenset[str]]:
    """Give the names of who speaks, and the beginnings of the words that describe them."""
    words = _LOWER.findall(row.speaker)
    described = frozenset(one[:5] for one in words if one.islower() and len(one) > 3)
    return frozenset(people(row.actor_name or row.speaker)), described


def genders(contents: Iterable[str]) -> dict[str, str]:
    """Give `m` or `f` for the last names that stand with one title only, in small letters."""
    found: dict[str, set[str]] = {}
    for content in contents:
        for title, name in _TITLED.findall(content):
            gender = "m" if title in ("Mr", "Sir") else "f"
            found.setdefault(name.casefold().split("’")[0].split("'")[0], set()).add(gender)
    return {name: next(iter(some)) for name, some in found.items() if len(some) == 1}


_OPENS = frozenset(
    """the a an no nobody nothing none some any every each this that these those it they he she we
    i you there who what when where how if in on at for from by with to of and but as is was
    were not never papers documents results all between after before under last about
    ministers officials prosecutors police investigators detectives restricted neither our
    my his her their its monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december""".split()
)


def _stands_first(name: str, words: str) -> bool:
    """Say whether a sentence begins with a name, or with a time and a comma before it."""
    at = next((one.start() for one in _NAMES.finditer(words) if name in one.group().casefold()), -1)
    return at == 0 or words[: max(at, 0)].rstrip().endswith(",")


def others(claim: str, said: str, words: str) -> bool:
    """Say whether some words speak of other people than a claim does.

    Either they name people, and none whom the claim names; or both are plainly active, and whoever
    stands first there, as the one who did something, is nobody whom the claim names.

    Args:
        said: the words with whose they are.
        words: the words alone.
    """
    ours = people(claim)
    if not ours:
        return False
    lower = {one.casefold() for one in _LOWER.findall(said)}
    there = people(words, ours)
    if not any(one in lower for one in ours):
        return bool(there)
    if not there or not _stands_first(there[0], words):
        return False
    if there[0] == ours[0] or (there[0] in ours and ours[0] in lower):
        return False
    return not any(one.search(words) for one in (_TURNS, _TAKES, _RELATIVE, _TELLS)) and not (
        _TURNS.search(claim) or _TAKES.search(claim)
    )


def exchanged(claim: str, words: str) -> bool:
    """Say whether two people stand the other way round: who gave is now who was given to.

    Only where both sentences are plainly active; else their order says nothing.
    """
    if _TURNS.search(claim) or _TURNS.search(words) or _RELATIVE.search(words):
        return False
    order = list(dict.fromkeys(_NAMES.findall(claim)))
    there = [one for one in dict.fromkeys(_NAMES.findall(words)) if one in order]
    return len(there) > 1 and [order.index(one) for one in there] == sorted(
        (order.index(one) for one in there), reverse=True
    )


_STEM = re.compile(r"[^\W\d_]{4,}|\d+")


def shared_words(claim: str, words: str) -> int:
    """Count the words of a claim, by their first four letters, that other words have too."""
    ours = {one[:4].casefold() for one in _STEM.findall(claim)}
    return len(ours & {one[:4].casefold() for one in _STEM.findall(words)})


def shared(claim: str, words: str) -> float:
    """Give the share of a claim's words, by their first four letters, that other words have too."""
    ours = {one[:4].casefold() for one in _STEM.findall(claim)}
    theirs = {one[:4].casefold() for one in _STEM.findall(words)}
    return len(ours & theirs) / len(ours) if ours else 0.0
