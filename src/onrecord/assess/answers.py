"""Which statements answer a question: said by the one asked, after it was asked, and about it.

A question is cut into what it asks ("which, and why?"; "any minister, or any official outside").
A statement addresses a part where it shares enough of what the part speaks of and gives what is
asked for: a number for "how many", a day for "on what date", a reason for "why". Under the number
that a question bears a reply letter answers it, whatever words it shares. An answer that says only
that none is given leaves the question open.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.answers import AnsweredRow, AnswerRow, PartRow
from onrecord.core.dates import When
from onrecord.core.rows import QuestionRow
from onrecord.core.said import StatementRow
from onrecord.core.sentences import stems
from onrecord.core.vocabulary import SpeechAct

SHARED = 0.3
"""The share of a part's weight that a statement must hold. Set on two constructed cases of nine
questions (2026-11-26); lower closes questions with what only stands near."""

SHARED_TYPED = 0.2
"""The same where the statement also gives the day or the number that is asked for."""

FEWEST = 2
"""Words that must be shared, where the part has that many."""

_WHY = re.compile(r"\bwhy\b|\bfor what reason\b|\bon what grounds?\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|since|once|as a result|owing to|due to|given that|rested on|on account of"
    r"|so that|therefore|the reason)\b|,? as (?:the|he|she|it|they|there)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\bhow (?:many|much|often|long|old|large)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozen|hundred|thousand|half|all)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:when|on what (?:date|day)|on which (?:date|day)|what date)\b", re.IGNORECASE
)
_NOUN = re.compile(r"\b(?:which|how many)(?: of the(?: \w+)?)? (\w+)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{4}\b|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:not (?:able|in a position|prepared|willing) to (?:say|answer|comment|confirm|discuss)"
    r"|unable to (?:say|answer|comment|confirm)|cannot (?:answer|comment)|can’t (?:answer|comment)"
    r"|(?:decline|refuse)[sd]? to (?:say|answer|comment)|will not (?:answer|comment|discuss)"
    r"|do(?:es)? not propose to say)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",?\s+\b(?:and|or)\b,?\s+(?=(?:why|when|where|how|who|whom|whose|which|what|by whom|to whom|on"
    r" what|in what|for what|with whom)\b)",
    re.IGNORECASE,
)
_PERSONS = (
    r"(?:\w+(?:er|or|ist|ian|ant|ial|man|woman)|clerk|judge|steward|umpire|official|member|aide|agent|president|chief|head)"
    r"s?"
)
_ANY_TWO = re.compile(rf"\bany ({_PERSONS}) or ({_PERSONS})\b", re.IGNORECASE)
"""Two kinds of people at once: that one of them did says nothing of the other."""
_NOBODY = re.compile(r"\b(?:nobody|no one|none|neither|never)\b", re.IGNORECASE)
_DID = re.compile(
    r"\b(?:did|do|does|was|were|is|are|has|have|had)\s+(?:he|she|it|they|you|we|the \w+)\s+"
    r"(?P<main>[^,;?]{3,60}?)(?=\s+(?:that|which|who|as|when|where|on|in|at)\b|[,;?]|$)",
    re.IGNORECASE,
)
"""What a question of yes or no asks of somebody, without what only says which."""
_PAST = {
    "made": "make", "gave": "give", "took": "take", "told": "tell", "wrote": "write",
    "went": "go", "saw": "see", "met": "meet", "knew": "know", "spoke": "speak", "sent": "send",
    "left": "leave", "paid": "pay", "kept": "keep", "held": "hold", "rang": "ring",
    "bought": "buy", "sold": "sell", "heard": "hear", "read": "read", "brought": "bring",
}  # fmt: skip
_EITHER = re.compile(r"\b(any \w+(?: \w+){0,2})((?:,? or any \w+(?: \w+){0,4})+),?", re.IGNORECASE)
_ASKING = frozenset("date day many much first time person people thing".split())


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that may answer: by whom it is, when it was said, and the number before it.

    `words` are those of the whole statement, its cue among them. `number` is that under which it
    stands in a reply that goes by numbers; '' where it bears none.
    """

    statement: StatementRow
    words: str
    said: When | None
    number: str = ""


def answered(
    asked: Iterable[tuple[QuestionRow, str]], replies: Iterable[Reply]
) -> list[AnsweredRow]:
    """Lay the replies to the questions, in the order of the questions.

    Args:
        asked: each question with the number it bears in its letter, '' for none.
        replies: in the order in which they came to be known.
    """
    by_actor: dict[str, list[tuple[Reply, frozenset[str]]]] = defaultdict(list)
    held = Counter[str]()
    total = 0
    for reply in replies:
        if reply.statement.act is SpeechAct.ASKS or reply.statement.actor is None:
            continue
        words = stems(reply.words)
        held.update(words)
        total += 1
        by_actor[reply.statement.actor].append((reply, words))

    def weight(word: str) -> float:
        return math.log(2 + total / (1 + held[word]))

    return [_answered(row, number, by_actor, weight) for row, number in asked]


def parts_of(question: str) -> list[str]:
    """Cut a question into what it asks; each part keeps what all have in common."""
    line = " ".join(question.split())
    if _ANY_TWO.search(line) is not None:
        return [_ANY_TWO.sub(rf"any \{number}", line, count=1) for number in (1, 2)]
    either = _EITHER.search(line)
    if either is not None:
        choices = [either[1], *re.split(r",? or (?=any )", either[2])[1:]]
        before, after = line[: either.start()], line[either.end() :]
        return [f"{before}{choice}{' ' if after else ''}{after.lstrip()}" for choice in choices]
    return [part for part in _JOINT.split(line) if part.strip(" ?")]


def _answered(
    row: QuestionRow,
    number: str,
    by_actor: dict[str, list[tuple[Reply, frozenset[str]]]],
    weight: Callable[[str], float],
) -> AnsweredRow:
    asked = row.asked.actor if row.asked is not None else None
    ours = [
        (reply, words)
        for reply, words in by_actor.get(asked or "", ())
        if reply.statement.source != row.source and not _before(reply.said, row.put)
    ]
    parts = parts_of(row.words)
    numbered = [reply for reply, _ in ours if number and reply.number == number]
    found: list[list[AnswerRow]] = []
    for part in parts:
        alone = _own(part, parts)
        found.append(
            [
                answer
                for reply, words in ours
                if (answer := _addresses(part, alone, reply, words, numbered, weight)) is not None
            ]
        )
    limits: list[str] = []
    for at, part in enumerate(parts):
        if at and _WHY.search(part) and found[0]:
            named = [a for a in found[0] if _names_one(parts[0], a.statement.content)]
            found[at], unreasoned = _reasons(named or found[0], ours)
            if found[at] and unreasoned and not numbered:
                limits.append(f"no reason is given for {unreasoned}")
    return AnsweredRow(
        question=row,
        parts=tuple(
            PartRow(words=part, answers=tuple(answers))
            for part, answers in zip(parts, found, strict=True)
        ),
        limits=tuple(limits),
    )


def _addresses(
    part: str,
    alone: frozenset[str],
    reply: Reply,
    words: frozenset[str],
    numbered: Sequence[Reply],
    weight: Callable[[str], float],
) -> AnswerRow | None:
    """Say how a reply addresses a part; None where it does not.

    Args:
        alone: what this part speaks of and the others do not: an alternative must be named.
    """
    said = reply.words
    typed = bool(_MANY.search(part) and _NUMBER.search(said)) or bool(
        _WHEN.search(part) and _DAY.search(said)
    )
    because = ""
    if reply in numbered:
        because = f"it stands under the number of the question, {reply.number}"
    elif not numbered and (not alone or alone & words or _NOBODY.search(said)):
        asked = stems(part) - _ASKING
        shared = asked & words
        if typed and "first" in stems(part) & words:
            shared |= {"first"}
        total = sum(map(weight, asked))
        score = sum(map(weight, shared)) / total if total else 0.0
        enough = SHARED_TYPED if typed else SHARED
        alike = score >= enough and len(shared) >= min(FEWEST, len(asked))
        if alike or _names_one(part, said) or _tells_it(part, reply):
            because = f"it speaks of what is asked: {', '.join(sorted(shared) or ['the same'])}"
    if not because or (_WHY.search(part) and not _REASON.search(said)):
        return None
    declines = reply.statement.act is SpeechAct.DECLINES or bool(_DECLINES.search(said))
    if (_MANY.search(part) or _WHEN.search(part)) and not typed and not declines:
        return None
    return AnswerRow(statement=reply.statement, said=reply.said, because=because, declines=declines)


def _tells_it(part: str, reply: Reply) -> bool:
    """Say whether the one asked tells of themselves what "did you make the call" asks."""
    main = _DID.search(part)
    if main is None or not re.search(r"\b(?:I|[Ww]e)\b", reply.statement.content):
        return False
    asked = stems(main["main"])
    said = " ".join(_PAST.get(word, word) for word in re.findall(r"\w+", reply.words.casefold()))
    return len(asked) >= FEWEST and asked <= stems(said)


def _names_one(part: str, said: str) -> bool:
    """Say whether a reply names what "which element" or "how many papers" asks for."""
    noun = _NOUN.search(part)
    if noun is None or noun[1].casefold() in ("of", "those", "these", "them"):
        return False
    wanted = stems(noun[1])
    value = _NUMBER if _MANY.search(part) else _ONE_OF_THEM
    tokens = said.split()
    for at, token in enumerate(tokens):
        if (
            wanted
            and stems(token) == wanted
            and value.search(" ".join(tokens[max(0, at - 4) : at]))
        ):
            return True
    return False


def _reasons(
    answers: Sequence[AnswerRow], ours: Sequence[tuple[Reply, frozenset[str]]]
) -> tuple[list[AnswerRow], str]:
    """Give the reasons that stand with what was answered, and what was answered without one.

    A reason stands in the answer itself, or in the sentence after it that goes on from it.
    """
    by_place = sorted(ours, key=lambda pair: (pair[0].statement.source, pair[0].statement.at))
    order = [reply.statement for reply, _ in by_place]
    given: list[AnswerRow] = []
    without = ""
    for answer in answers:
        if answer.declines:
            continue
        at = order.index(answer.statement)
        following = order[at + 1 : at + 2]
        goes_on = [
            each
            for each in following
            if each.source == answer.statement.source
            and re.match(r"(?:It|This|That|They|The reason)\b", each.content)
        ]
        reason = next((s for s in (answer.statement, *goes_on) if _REASON.search(s.content)), None)
        if reason is None:
            without = without or f"“{' '.join(answer.statement.content.split())[:80]}”"
        else:
            row = AnswerRow(statement=reason, said=answer.said, because="it gives a reason for it")
            given += [row] * (row not in given)
    return given, without


def _own(part: str, parts: Sequence[str]) -> frozenset[str]:
    """Give what a part speaks of and no other does, if they are alternatives of one question."""
    if len(parts) == 1 or (not _EITHER.search(part) and not part.casefold().count("any ")):
        return frozenset()
    choice = re.search(r"\bany (\w+)", part, re.IGNORECASE)
    return stems(choice[1]) if choice else frozenset()


def _before(said: When | None, put: When | None) -> bool:
    """Say whether a reply was surely made before the question was put."""
    return said is not None and put is not None and said.is_before(put) is True
