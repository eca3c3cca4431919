"""What is said to have been done, by whom, to whom: read from a clause by its words alone.

A deed is found by a table of verbs; who did it and to whom follows from order, passives and
prepositions. Nothing is guessed: what the words do not place is not known, and a pronoun stands for
anybody of its gender.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.assess.claims.clauses import (
    AUX,
    BE,
    ENDS,
    NOT,
    SEES,
    begins,
    is_denied,
    is_verb,
    over_relative,
    subject_of,
)
from onrecord.assess.claims.deed_words import MONEY, NOUNS, PARTICIPLE, PHRASES, VERBS
from onrecord.assess.claims.roles import PRONOUNS, UNKNOWN, Role, role
from onrecord.core.dates import MONTH

_TOKEN = re.compile(r"[^\W_][\w’'-]*(?:,\d{3})*|[,;:.()–—]")
_PREPOSITIONS = frozenset(
    "to from by for with in on at of about over into through during before after between until"
    " without against out behind under".split()
)
_ABOUT = frozenset("that of about what how whether".split())
_SOON = 20
"""Words after a verb of telling in which what is told stands."""
_TO_SOMEBODY = frozenset("tell pay ask press attack kill abuse mislead meet".split())
"""Deeds whose passive has first to whom it was done."""
_WITH = ("suppl", "provid", "furnish", "entrust")
"""Verbs whose receiver may stand right after them, and what was given after "with"."""
_DATIVE = frozenset("give tell pay sell ask".split())
"""Deeds whose receiver may stand right after the verb: "paid Ann Beck 300"."""


DEEDS = 3
"""Raised where a sentence would be read to tell deeds of other kinds: it is remembered which do."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed told. `noun`: only a noun tells it. `limit`: what "for ..." adds to it.

    `seen`: somebody saw it done. `asked`: it stands after "whether" or "if". `only`: it was for
    that and "for nothing else". `what_for`: no more is told than what it was for.
    """

    kind: str
    doer: Role = UNKNOWN
    taker: Role = UNKNOWN
    thing: Role = UNKNOWN
    limit: Role = UNKNOWN
    denied: bool = False
    noun: bool = False
    seen: bool = False
    asked: bool = False
    only: bool = False
    what_for: bool = False


_NOTHING_ELSE = re.compile(
    r"\b(?:only|solely|purely) for\b|\bfor nothing else\b|, (?:and )?not (?:for|by) |\bfor no other"
)
_SUM_FOR = re.compile(
    r"(?:the|that|this|his|her|their) (?:[\w-]+ )?(?:payment|money|fee|sum)\b|the [\d,]+ ", re.I
)
"""Who says what a sum was for takes for granted that it was paid."""
_SUBORDINATE = re.compile(r"\s(?:when|while|if|because|although|before he|before she|so that)\s")


_WHO_IS = re.compile(
    r"^(?P<who>(?:The|An?|Those|One) (?:[\w’'-]+ ){1,6}?)(?:who|which|that) .+"
    r"(?P<what> (?:is|was|are|were) .+)$"
)


def _main(claim: str) -> str:
    """Leave out by what a subject is described: "the man who took it" is not said to have."""
    found = _WHO_IS.match(claim)
    if found is None or any(one in VERBS or one in BE for one in found["who"].split()):
        return claim  # "The board was told that it was lost": what it was told describes nobody.
    return f"{found['who'].strip()}{found['what']}"


# As many as a large case has claims: with fewer, each was read again whenever it was asked.
@lru_cache(maxsize=65536)
def main_deed(claim: str) -> Deed | None:
    """Read what a claim says was done; None: it tells no deed, or only beside what it says."""
    found = deeds(_main(_SUBORDINATE.split(claim)[0]))
    if not found or found[0].noun:
        return None
    return replace(found[0], what_for=bool(_SUM_FOR.match(claim)) and found[0].limit.known)


_MONTH = f"(?:{MONTH})"
_DATE = rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|{_MONTH} \d{{4}})\b"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN_IT_WAS = re.compile(
    rf"\b(?:On|on|In|in|Since|since|By|by|During|during|Of|of)"
    rf"(?: the (?:morning|afternoon|evening|night) of)? (?:(?:{_DAY},? )?{_DATE}|{_DAY}\b),?\s*"
    rf"|, \d{{2}}, ?"
)
"""A date beside a deed is neither who did it nor what it was done with, nor is anybody's age."""


def deeds(words: str) -> tuple[Deed, ...]:
    """Read the deeds that a sentence tells, in their order."""
    line = _WHEN_IT_WAS.sub(" ", words)
    for pattern, verb in PHRASES:
        line = pattern.sub(verb, line)
    tokens = _TOKEN.findall(line)
    low = [token.casefold().replace("’", "'") for token in tokens]
    told = (*_told(tokens, low), *_passed(line))
    return told or tuple(_named(tokens, low))


_WENT = re.compile(
    r"\b(?:gone|went|goes?|travel(?:led)?|passed|moved|made (?:its|their) way)"
    r" (?P<way>(?:on )?from [^.;:]{3,240})",
    re.IGNORECASE,
)
_FROM = re.compile(r",? (?:and )?(?:then |thence )?from (?:there )?|^(?:on )?from ", re.IGNORECASE)


def _passed(line: str) -> Iterator[Deed]:
    """Read what went from one to the next: "from Ann Beck to Ivo Pell, and from Pell to Port"."""
    found = _WENT.search(line)
    if found is None:
        return
    what = _TOKEN.findall(line[: found.start()])
    denied = any(one.casefold() in NOT for one in what)
    while what and what[-1].casefold() in AUX:
        what.pop()
    for hop in _FROM.split(found["way"]):
        giver, to, taker = hop.partition(" to ")
        if not to or len(giver) > 60:
            continue
        first = re.split(r",| (?:in|on|at|by|over|during|between) ", taker, maxsplit=1)[0]
        yield Deed(
            kind="give",
            doer=role(_TOKEN.findall(giver)),
            taker=role(_TOKEN.findall(first)),
            thing=role(what),
            denied=denied,
        )


def _told(tokens: Sequence[str], low: Sequence[str]) -> Iterator[Deed]:
    subject, passive, told = Role(), False, False
    for at, word in enumerate(low):
        if word not in VERBS or not is_verb(tokens, low, at):
            continue
        kind, turned = VERBS[word]
        start = begins(low, at)
        words, aux = subject_of(tokens, low, start, at)
        goes_on = not words and told and low[start - 1 : start] in (["and"], [","], ["or"], ["but"])
        if not goes_on:
            start = over_relative(low, start, at)
            words, aux = subject_of(tokens, low, start, at)
            subject = role(words) if words else _relative(tokens, low, start)
        is_participle = bool(PARTICIPLE.search(word))
        passive = is_participle and (
            any(one in BE for one in aux) or (goes_on and passive and not aux)
        )
        made = Deed(
            kind=kind,
            denied=is_denied(low, start, at),
            seen=any(one in SEES for one in low[max(0, start - 2) : at]),
            asked=_is_asked(low, start),
            only=bool(_NOTHING_ELSE.search(" ".join(low[at:]))),
        )
        parts = _after(tokens, low, at + 1, kind)
        deed = _placed(made, word, subject, parts, passive=passive, turned=turned)
        if deed.kind == "give":
            deed = _as_payment(deed, parts)
        if kind == "tell" and not deed.thing.known:
            soon = low[at + 1 : at + 1 + _SOON]
            if "that" in soon:
                about = soon.index("that")
            else:
                about = next((n for n, one in enumerate(soon) if one in _ABOUT), len(soon))
            deed = replace(deed, thing=role(tokens[at + 2 + about : at + 2 + about + _SOON]))
        yield deed
        to = role(parts.get("to", []))
        if deed.kind == "take" and to.names and not passive:
            yield replace(deed, kind="give", taker=to)  # Who took it to somebody brought it there.
        told = True


HOLDERS = frozenset("envel packe bundl walle purse brief suitc parce".split())


def _as_payment(deed: Deed, parts: dict[str, list[str]]) -> Deed:
    """Money is paid, whatever verb tells it, also in an envelope."""
    if is_sum(deed.thing):
        within = role(parts.get("in", [])).stems & HOLDERS
        thing = replace(deed.thing, stems=deed.thing.stems | within)
        return replace(deed, kind="pay", thing=thing)
    if deed.thing.stems & HOLDERS and is_sum(
        role([one for some in parts.values() for one in some])
    ):
        thing = replace(deed.thing, stems=deed.thing.stems | {"money"})
        return replace(deed, kind="pay", thing=thing)
    return deed


_ASKS = frozenset(
    "say says said ask asks asked asking explain explains explained disclose disclosed reveal state"
    " tell clarify confirm know".split()
)


def _is_asked(low: Sequence[str], start: int) -> bool:
    """Say whether a clause only says what is asked: "whether she took it", "to say when"."""
    before = low[start - 1 : start]
    if before in (["whether"], ["if"]) or low[start] in ("whether", "if"):
        return True
    opens = before[0] if before else ""
    return (
        opens in ("when", "how", "why", "where")
        and low[start - 2 : start - 1] != []
        and (low[start - 2] in _ASKS and low[max(0, start - 3)] in ("to", "not", "asked", "would"))
    )


def _relative(tokens: Sequence[str], low: Sequence[str], start: int) -> Role:
    """Give whom "who" means: who stands before it."""
    if start and low[start - 1] in ("who", "which"):
        end = start - 1
        while end and low[end - 1] in (",", "and"):
            end -= 1
        first = end
        while first and low[first - 1] not in ENDS and low[first - 1] not in _PREPOSITIONS:
            first -= 1
        return role(tokens[first:end])
    return Role()


def _is_apposition(tokens: Sequence[str], comma: int) -> bool:
    """Say whether a comma stands between a name and whose it is: "Ann Beck, Port’s manager"."""
    after = tokens[comma + 1 : comma + 2]
    return (
        bool(after)
        and tokens[comma - 1][:1].isupper()
        and after[0][:1].isupper()
        and (after[0].endswith(("’s", "'s")))
    )


_ASIDES = frozenset("in for from to by".split())


def _is_aside(low: Sequence[str], comma: int, found: Container[str]) -> bool:
    """Say whether what follows a comma still belongs to the verb: "handed it, in a bag, to her"."""
    follows = low[comma + 1 : comma + 2]
    return bool(follows) and follows[0] in _ASIDES and follows[0] not in found


def _after(
    tokens: Sequence[str], low: Sequence[str], start: int, kind: str = ""
) -> dict[str, list[str]]:
    """Cut what follows a verb at its prepositions: '' is its object.

    Whoever is told "of" something is told about it: there "of" describes nothing.
    """
    found: dict[str, list[str]] = {"": []}
    now = ""
    for place in range(start, len(low)):
        word = low[place]
        if word == "as" and low[place - 1] in ("known", "named", "called", "described"):
            continue
        if word in ENDS and not (word == "and" and now == "" and not found[""]):
            if word == "," and place + 1 < len(low) and low[place + 1].isdigit():
                continue
            if word == "," and _is_apposition(tokens, place):
                continue
            if word == "," and _is_aside(low, place, found):
                continue
            if word == "that" and low[place - 1] in _ASIDES:
                continue  # "From that room": it points, and opens no clause.
            break
        if word == "to" and low[place + 1 : place + 2] == ["be"]:
            break  # What it was done for.
        if word in VERBS and place > start and low[place - 1] in (*AUX, "to") and kind != "ask":
            break
        if word in _PREPOSITIONS and (word != "of" or (kind == "tell" and not now)):
            now = "about" if word == "of" else word
            found.setdefault(now, [])
        else:
            if now == "to" and not found[""] and _is_thing(tokens, low, place, found[now]):
                now = ""
            found[now].append(tokens[place])
    return found


def _is_thing(tokens: Sequence[str], low: Sequence[str], place: int, taker: Sequence[str]) -> bool:
    """Say whether after whom it was done to there begins what: "handed to Ms Beck an envelope"."""
    named = bool(taker) and (taker[-1][:1].isupper() or taker[-1].casefold() in PRONOUNS)
    return named and (low[place] in _OPENS_THING or low[place][:1].isdigit())


_OPENS_THING = frozenset("a an the some several two three four five six at not".split())


def _placed(
    made: Deed,
    word: str,
    subject: Role,
    parts: dict[str, list[str]],
    *,
    passive: bool,
    turned: bool,
) -> Deed:
    """Say who did it, to whom, and with what."""
    if made.kind == "deal":
        return replace(made, doer=subject, taker=role(parts.get("with", [])))
    given, to, source = (role(parts.get(key, [])) for key in ("", "to", "from"))
    only = parts.get("for", [])
    if made.denied and "without" in parts:
        only = parts["without"]  # Who never did it "without a signature" has not denied the rest.
    made = replace(made, limit=role(only))
    if word == "got_to":
        return replace(made, thing=subject, taker=given if given.known or given.gender else to)
    if turned:
        # She received them from him: he gave them to her; if it was money, he paid her.
        if made.kind == "give" and is_sum(given):
            made = replace(made, kind="pay")
        if passive:
            return replace(made, thing=subject, doer=source, taker=role(parts.get("by", [])))
        return replace(made, taker=subject, thing=given, doer=source)
    if passive:
        doer = role(parts.get("by", []))
        if made.kind == "pay" and is_sum(subject):
            return replace(made, thing=subject, taker=to, doer=doer)  # The money was paid for it.
        if made.kind in _TO_SOMEBODY:
            about = given if given.known else role(parts.get("about", []))
            return replace(made, taker=subject, thing=about, doer=doer)
        if given.known and made.kind == "give":
            return replace(made, taker=subject, thing=given, doer=doer)
        return replace(made, thing=subject, taker=source if made.kind == "take" else to, doer=doer)
    if word.startswith("mention"):
        return replace(made, doer=subject, thing=given, taker=to)
    if made.kind == "give" and given.known and not to.known and word.startswith(_WITH):
        return replace(made, doer=subject, taker=given, thing=role(parts.get("with", [])))
    if made.kind in _DATIVE and not to.known:
        first, rest = _dative(parts[""])
        if first.known or first.gender:
            return replace(made, doer=subject, taker=first, thing=rest)
    if made.kind in ("press", "attack", "kill", "abuse", "mislead", "tell", "meet", "ask"):
        return replace(made, doer=subject, taker=given, thing=to)
    if made.kind == "take" and is_sum(given) and source.known:
        return replace(made, kind="pay", doer=source, thing=given, taker=subject)
    if made.kind == "take":
        return replace(made, doer=subject, thing=given, taker=source)
    return replace(made, doer=subject, thing=given, taker=to)


def is_sum(of: Role) -> bool:
    """Say whether what was given is money: by its name, or by a number in the thousands."""
    return any(one[:5] in MONEY or (one.isdigit() and len(one) > 3) for one in of.stems)


def _dative(words: Sequence[str]) -> tuple[Role, Role]:
    """Cut "Mr Vale the stick" into who gets and what; nothing is cut where no name stands first."""
    end = 0
    while end < len(words) and (
        (words[end][:1].isupper() and not words[end].isupper()) or words[end].casefold() in _TITLES
    ):
        end += 1
    if not end and words and words[0].casefold() in PRONOUNS and words[0].casefold() != "that":
        end = 1
    return role(words[:end]), role(words[end:])


_TITLES = frozenset("mr mrs ms dr prof sir".split())


def _named(tokens: Sequence[str], low: Sequence[str]) -> Iterator[Deed]:
    """Read deeds that only a noun tells: "there had been pressure of any kind"."""
    for at, word in enumerate(low):
        if word in NOUNS:
            parts = _after(tokens, low, at + 1)
            thing = [w for w in parts[""] if w.casefold() != "of"]
            denied = any(one in NOT for one in low[max(0, at - 5) : at])
            yield Deed(
                kind=NOUNS[word],
                doer=role(parts.get("by", parts.get("from", []))),
                taker=role(parts.get("to", parts.get("on", []))),
                thing=role(thing),
                denied=denied,
                noun=True,
                asked="there" not in low[max(0, at - 6) : at],
            )
