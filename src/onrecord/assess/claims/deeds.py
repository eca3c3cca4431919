"""What is said to have been done, by whom, to whom: read from a clause by its words alone.

A deed is found by a table of verbs; who did it and to whom follows from order, passives and
prepositions. Nothing is guessed: what the words do not place is not known, and a pronoun stands for
anybody of its gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.assess.claims.deed_words import MONEY, NOUNS, PARTICIPLE, PHRASES, VERBS

_TOKEN = re.compile(r"[^\W_][\w’'-]*(?:,\d{3})*|[,;:.()–—]")
_NOT = frozenset("not never no nobody none nothing neither nor without cannot".split())
_BE = frozenset("was were been being is are be got gets".split())
_AUX = frozenset(
    """was were been being is are be has have had having do does did will would could can may
    might should must to not never ever also later first then once already reportedly allegedly
    said alleged understood believed thought suspected reported supposed since just only simply
    personally secretly illegally knowingly wrongly deliberately quietly even always""".split()
)
_PREPOSITIONS = frozenset(
    "to from by for with in on at of about over into through during before after between until"
    " without against out behind under".split()
)
_ENDS = frozenset(",;:.()–—") | frozenset(
    "that who which whom whose and but or when while because although if as than where whether"
    " how what".split()
)
_PRONOUNS = {
    "he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "it": "x",
    "they": "x", "them": "x", "this": "x", "that": "x", "these": "x", "those": "x", "i": "x",
    "we": "x", "us": "x", "me": "x", "you": "x", "one": "x",
}  # fmt: skip
_ANY = frozenset("nobody anybody anyone nothing anything none anyone’s anybody’s noone".split())
_SMALL = frozenset(
    """the a an his her its their our my your this that these those some any all each every no
    neither nor either both other another such more most at least about than two three mr mrs ms
    dr prof professor sir lady lord judge very own up off away back down least kind kinds sort sorts
    thing things nature whatsoever""".split()
)
_SOON = 20
"""Words after a verb of telling in which what is told stands."""
_DATIVE = frozenset("give tell pay sell ask".split())
"""Deeds whose receiver may stand right after the verb: "paid Ann Beck 300"."""


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes a part: names and stems of its words, in small letters.

    `gender`: of a pronoun alone, `m`, `f` or `x`. `anybody`: it is nobody, or anybody there is.
    """

    names: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    gender: str = ""
    anybody: bool = False

    @property
    def known(self) -> bool:
        """Say whether the words tell who or what it is."""
        return bool(self.names or self.stems or self.anybody)


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed told. `noun`: only a noun tells it. `limit`: what "for ..." adds to it.

    `seen`: somebody saw it done. `asked`: it stands after "whether" or "if".
    """

    kind: str
    doer: Role = Role()
    taker: Role = Role()
    thing: Role = Role()
    limit: Role = Role()
    denied: bool = False
    noun: bool = False
    seen: bool = False
    asked: bool = False


_SUBORDINATE = re.compile(r"\s(?:when|while|if|because|although|before he|before she|so that)\s")


def main_deed(claim: str) -> Deed | None:
    """Read what a claim says was done; None: it tells no deed, or only beside what it says."""
    found = deeds(_SUBORDINATE.split(claim)[0])
    return found[0] if found and not found[0].noun else None


@lru_cache(maxsize=8192)
def deeds(words: str) -> tuple[Deed, ...]:
    """Read the deeds that a sentence tells, in their order."""
    line = words
    for pattern, verb in PHRASES:
        line = pattern.sub(verb, line)
    tokens = _TOKEN.findall(line)
    low = [token.casefold().replace("’", "'") for token in tokens]
    return tuple(_told(tokens, low)) or tuple(_named(tokens, low))


def _told(tokens: Sequence[str], low: Sequence[str]) -> Iterator[Deed]:
    subject, passive, told = Role(), False, False
    for at, word in enumerate(low):
        if word not in VERBS or not _is_verb(tokens, low, at):
            continue
        kind, turned = VERBS[word]
        start = _first(low, at)
        words, aux = _subject(tokens, low, start, at)
        goes_on = not words and told and low[start - 1 : start] in (["and"], [","], ["or"], ["but"])
        if not goes_on:
            start = _over_relative(low, start, at)
            words, aux = _subject(tokens, low, start, at)
            subject = _role(words) if words else _relative(tokens, low, start)
        is_participle = bool(PARTICIPLE.search(word))
        passive = is_participle and (
            any(one in _BE for one in aux) or (goes_on and passive and not aux)
        )
        made = Deed(
            kind=kind,
            denied=_is_denied(low, start, at),
            seen=any(one in _SEES for one in low[max(0, start - 2) : at]),
            asked=low[start - 1 : start] in (["whether"], ["if"]) or low[start] in ("whether", "if"),
        )
        parts = _after(tokens, low, at + 1, kind)
        deed = _placed(made, word, subject, parts, passive=passive, turned=turned)
        if kind == "tell" and not deed.thing.known:
            deed = replace(deed, thing=_role(tokens[at + 1 :][:_SOON]))
        yield deed
        told = True


def _is_verb(tokens: Sequence[str], low: Sequence[str], at: int) -> bool:
    """Say whether a form is used as a verb: "a change" and "the use" are nouns."""
    word = low[at]
    if word == "known" and not set(low[max(0, at - 3) : at]) & {"has", "have", "had"}:
        return False
    if at and low[at - 1] == "to" and word not in ("given", "got_to"):
        return at > 1 and low[at - 2] in _SAID_TO
    if word in NOUNS and at and low[at - 1] not in _BEFORE_VERB:
        return False
    if at and low[at - 1] in ("a", "an", "the", "any", "no", "his", "her", "its", "their", "of"):
        follows = low[at + 1 : at + 2]
        base = not word.endswith(("ed", "s", "ing"))
        return low[at - 1] == "her" and base and bool(follows) and follows[0] not in _ENDS
    return tokens[at].islower()


_SAID_TO = frozenset("said alleged understood believed thought suspected reported".split())
_BEFORE_VERB = frozenset(
    "will would can could may might should must do does did not never who i we they you".split()
)


def _first(low: Sequence[str], at: int) -> int:
    """Give where the clause of a verb begins."""
    for place in range(at - 1, -1, -1):
        if (low[place] in _ENDS or low[place] in _WHEN) and not (low[place] == "," and _is_aside(low, place, at)):
            if low[place] in ("and", "or") and _joins_subjects(low, place, at):
                continue
            return place + 1
    return 0


_WHEN = frozenset("before after until since".split())


def _over_relative(low: Sequence[str], start: int, at: int) -> int:
    """Go back over a clause that only describes the subject: "no result that left it was altered"."""
    relative = start and low[start - 1] in ("that", "which", "who") and any(
        word in VERBS or word in _BE for word in low[start : at - 1]
    )  # fmt: skip
    if not relative or not any(word in _AUX for word in low[at - 1 : at]):
        return start
    place = start - 1
    while place and low[place - 1] not in _ENDS:
        place -= 1
    return place


def _is_aside(low: Sequence[str], comma: int, at: int) -> bool:
    """Say whether a comma closes or opens an aside after the subject: "Ann Beck, 34, took"."""
    return low[comma - 1 : comma] != [] and (
        low[comma - 1].isdigit() or (comma + 1 < at and low[comma + 1].isdigit())
    )


def _joins_subjects(low: Sequence[str], place: int, at: int) -> bool:
    """Say whether "and" stands between two subjects and not between two verbs."""
    between = low[place + 1 : at]
    return bool(between) and any(word not in _AUX and word not in _NOT for word in between) and (
        not any(word in VERBS or word in _ENDS for word in low[max(0, place - 6) : place])
    )  # fmt: skip


def _subject(
    tokens: Sequence[str], low: Sequence[str], start: int, at: int
) -> tuple[list[str], list[str]]:
    """Give the words of a subject, and those between it and its verb."""
    end = at
    while end > start and (low[end - 1] in _AUX or low[end - 1] in _NOT or _is_adverb(low[end - 1])):
        end -= 1
    # "saw her give": who was seen doing it stands between the two verbs.
    for place in range(end - 1, start, -1):
        if low[place - 1] in _SEES:
            start = place
            break
    return list(tokens[start:end]), list(low[end:at])


_SEES = frozenset("saw see seen watched watch heard noticed witnessed observed".split())


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _is_denied(low: Sequence[str], start: int, at: int) -> bool:
    before = [word for word in low[start:at] if word in _NOT or word.endswith("n't")]
    if "neither" in before and "nor" in before:
        before.remove("nor")
    if low[start - 1 : start] == ["that"] or low[start:at][:1] == ["having"]:
        # "does not accept that", "denied having": the verb before turns what follows it.
        over = low[max(0, start - 7) : max(0, start - 1)]
        turned = any(word in _REFUSES for word in over) != any(word in _NOT for word in over)
        before += ["not"] * (turned and any(word in _HOLDS or word in _REFUSES for word in over))
    after = [word for word in low[at + 1 : at + 6] if word in ("nothing", "nobody", "none", "no")]
    return len(before) % 2 == 1 or (not before and bool(after))


_REFUSES = frozenset(
    "deny denies denied denying reject rejects rejected dispute disputes disputed refutes refuted"
    " rebutted".split()
)
_HOLDS = frozenset(
    "accept accepts accepted agree agrees admit admits concede concedes believe believes say says"
    " said claim claims think thinks allege alleges acknowledge acknowledges true".split()
)


def _relative(tokens: Sequence[str], low: Sequence[str], start: int) -> Role:
    """Give whom "who" means: who stands before it."""
    if start and low[start - 1] in ("who", "which"):
        end = start - 1
        while end and low[end - 1] in (",", "and"):
            end -= 1
        first = end
        while first and low[first - 1] not in _ENDS and low[first - 1] not in _PREPOSITIONS:
            first -= 1
        return _role(tokens[first:end])
    return Role()


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
        if word in _ENDS and not (word == "and" and now == "" and not found[""]):
            if word == "," and place + 1 < len(low) and low[place + 1].isdigit():
                continue
            break
        if word in VERBS and place > start and low[place - 1] in (*_AUX, "to") and kind != "ask":
            break
        if word in _PREPOSITIONS and (word != "of" or kind == "tell"):
            now = "about" if word == "of" else word
            found.setdefault(now, [])
        else:
            found[now].append(tokens[place])
    return found


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
    given, to, source = (_role(parts.get(key, [])) for key in ("", "to", "from"))
    made = replace(made, limit=_role(parts.get("for", [])))
    if word == "got_to":
        return replace(made, thing=subject, taker=given if given.known or given.gender else to)
    if turned:
        # She received them from him: he gave them to her; if it was money, he paid her.
        if made.kind == "give" and any(one[:5] in MONEY for one in given.stems):
            made = replace(made, kind="pay")
        if passive:
            return replace(made, thing=subject, doer=source, taker=_role(parts.get("by", [])))
        return replace(made, taker=subject, thing=given, doer=source)
    if passive:
        doer = _role(parts.get("by", []))
        if made.kind in ("tell", "pay", "ask", "press", "attack", "kill", "abuse", "mislead"):
            about = given if given.known else _role(parts.get("about", []))
            return replace(made, taker=subject, thing=about, doer=doer)
        if subject.names and given.known and made.kind == "give":
            return replace(made, taker=subject, thing=given, doer=doer)
        return replace(made, thing=subject, taker=to, doer=doer)
    if made.kind in _DATIVE and not to.known:
        first, rest = _dative(parts[""])
        if first.known or first.gender:
            return replace(made, doer=subject, taker=first, thing=rest)
    if made.kind in ("press", "attack", "kill", "abuse", "mislead", "tell", "meet", "ask"):
        return replace(made, doer=subject, taker=given, thing=to)
    if made.kind == "take":
        return replace(made, doer=subject, thing=given)
    return replace(made, doer=subject, thing=given, taker=to)


def _dative(words: Sequence[str]) -> tuple[Role, Role]:
    """Cut "Mr Vale the stick" into who gets and what; nothing is cut where no name stands first."""
    end = 0
    while end < len(words) and (
        (words[end][:1].isupper() and not words[end].isupper()) or words[end].casefold() in _TITLES
    ):
        end += 1
    if not end and words and words[0].casefold() in _PRONOUNS and words[0].casefold() != "that":
        end = 1
    return _role(words[:end]), _role(words[end:])


_TITLES = frozenset("mr mrs ms dr prof sir".split())


def _role(words: Sequence[str]) -> Role:
    """Take the words of a part of a sentence apart."""
    names, stems, gender = set[str](), set[str](), ""
    anybody = False
    for place, word in enumerate(words):
        low = word.casefold().removesuffix("’s").removesuffix("'s").strip("’'")
        if low in _ANY or (place == 0 and low in ("no", "none")):
            anybody = True
        elif low in _PRONOUNS:
            gender = gender or _PRONOUNS[low]
        elif word.isupper() and len(word) == 1 and place and words[place - 1][:1].isupper():
            names.add(low)
        elif low in _SMALL or low in _NOT or (len(low) < 3 and not low.isdigit()):
            continue
        elif word[:1].isupper() and not (place == 0 and low in _OPENS):
            names.add(low)
        elif low[:1].isdigit():
            stems.add(low.replace(",", ""))
        elif len(low) > 3:
            stems.add(low[:5])
    only = not names and not stems
    return Role(frozenset(names), frozenset(stems), gender if only else "", anybody)


_OPENS = frozenset(
    """papers documents results police investigators detectives prosecutors officials ministers
    trustees officers restricted material money keepers keeper staff nobody somebody someone
    people evidence""".split()
)


def _named(tokens: Sequence[str], low: Sequence[str]) -> Iterator[Deed]:
    """Read deeds that only a noun tells: "there had been pressure of any kind"."""
    for at, word in enumerate(low):
        if word in NOUNS:
            parts = _after(tokens, low, at + 1)
            thing = [w for w in parts[""] if w.casefold() != "of"]
            denied = any(one in _NOT for one in low[max(0, at - 5) : at])
            yield Deed(
                kind=NOUNS[word],
                doer=_role(parts.get("by", parts.get("from", []))),
                taker=_role(parts.get("to", parts.get("on", []))),
                thing=_role(thing),
                denied=denied,
                noun=True,
                asked="there" not in low[max(0, at - 6) : at],
            )
