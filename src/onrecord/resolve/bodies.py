"""Rules on bodies: short forms, initials, a description that repeats a name, one name of two kinds.

A short form joins only where one body in the case can be meant: two words of its end do ("the
harbour board"), or one that is its own ("Tarnhall"); "the board" alone names none across texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind, Likeness, Mention, Naming
from onrecord.resolve.gathered import COMMONEST, NEAR, Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded, key_of
from onrecord.resolve.tables import tables

_LONG = 3
"""A name of so many words is told by the first and the last: "the harbour service"."""
_VAGUE = frozenset(
    "office company co firm group team house unit branch state force news press partners services"
    " limited ltd inc plc international centre center".split()
)
"""Of a text's bodies, "the firm" may mean one whose name does not say so."""
_OUTLET = 4
"""A name of fewer letters is no outlet's alone."""
_PREPOSITIONS = frozenset({"of", "at", "in", "for", "and", "on", "to", "the", "&"})

Roots = dict[str, dict[int, None]]


def by_own_word(case: Gathered) -> Iterator[Candidate]:
    """Put together places of one name, and bodies of one word of their own in one company.

    A surname alone joins nobody, and "the Board" is any board; "Marlow" twice is one firm where
    others stand beside both, or where no other can be meant and the texts have names in common.
    """
    shared = _shared_words(case)
    named: defaultdict[str, list[int]] = defaultdict(list)
    for root in case.roots():
        group = case.best(root)
        is_word = group.is_named and " " not in group.key and not _is_common(group.key)
        if is_word and not group.is_person and group.words[:1].isupper():
            named[group.key].append(root)
    for roots in named.values():
        for one, other in combinations(roots, 2) if len(roots) <= COMMONEST else ():
            named_so = f"both are named {case.best(one).words}"
            kinds = {case.best(one).fullest.kind, case.best(other).fullest.kind}
            beside = case.beside(one, other)
            if not beside and case.best(one).key not in shared:
                beside = case.names_beside(one, other, least=1)
            if kinds == {ActorKind.PLACE}:
                yield _offer(one, other, SURE, [named_so, "both are places"])
            elif beside:
                yield _offer(one, other, SURE, [named_so, beside])
            else:
                yield _offer(one, other, 0.5, [named_so, "it is one word, which others may share"])


def _shared_words(case: Gathered) -> frozenset[str]:
    """Give the words that name a town, a person or several bodies: "Ann Marlow", "Marlow Council".

    "Marlow billing" and, where the case has a clerk, "the Marlow Clerk" are Marlow's.
    """
    posts = _posts(case)
    bodies: defaultdict[str, set[int]] = defaultdict(set)
    shared = _towns(case)
    for at, group in enumerate(case.groups):
        if group.person is not None and group.person.is_full:
            shared |= {*group.person.given, *group.person.surname.split()}
        elif group.is_named:
            for name in group.names:
                words = name.removesuffix("'s").split()
                if len(words) > 1 and words[-1] not in posts and _is_whole(group, name):
                    for word in words:
                        bodies[word].add(case.root[at])
    return frozenset(shared | {word for word, roots in bodies.items() if len(roots) > 1})


def _posts(case: Gathered) -> frozenset[str]:
    """Give the nouns by which the case has people for their posts: "the clerk"."""
    nouns = set()
    for group in case.groups:
        article, _, noun = group.key.partition(" ")
        if group.fullest.naming is Naming.ROLE_ONLY and group.is_person and article == "the":
            nouns.add(noun)  # one of several words is no word of a name
    return frozenset(nouns - tables().body_words)


def by_alias(case: Gathered) -> Iterator[Candidate]:
    """Lead a name to the body for which another text has it: a former name, a name in full."""
    whole, _ = _called(case)
    for at, group in enumerate(case.groups):
        if not _is_person(group) and (form := _form(group)):
            called = [one for one in whole.get(form, ()) if one != case.root[at]]
            yield from _meant(case, at, called, "a text has it for the same body")


def by_short_form(case: Gathered) -> Iterator[Candidate]:
    """Lead a short form or a description in a body's own words to the one body it can mean."""
    whole, short = _called(case)
    outlets = {folded(name).removeprefix("the ") for name in case.evidence.outlets.values()}
    surnames = {one.person.surname for one in case.groups if one.person and one.person.is_full}
    for at, group in enumerate(case.groups):
        form = _form(group)
        if form in outlets:
            continue  # "The Courier" is no short form of the Courier Press Service
        if not form or _is_person(group) or group.fullest.kind is ActorKind.PLACE:
            continue
        if form in surnames and not case.is_in_a_body(group.first.source, form):
            continue  # "Marlow" may be Ann Marlow, and not Marlow Shipping
        if form in short and not (group.is_named and _is_proper(group.words) and form in whole):
            called = [one for one in short[form] if one != case.root[at]]
            yield from _meant(case, at, called, "no other body in the case is called so for short")


def by_noun_here(case: Gathered) -> Iterator[Candidate]:
    """Lead "the Service", "your Service" to the only body of the text whose name ends so."""
    ends: defaultdict[tuple[SourceId, str], dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and not group.is_person and " " in group.key:
            for name in group.names:
                for item in group.seen:
                    ends[item.source, name.rpartition(" ")[2]][case.root[at]] = None
    for at, group in enumerate(case.groups):
        article, _, noun = folded(group.first.mention.name).partition(" ")
        if group.is_named or article not in ("the", "this", "your") or noun in _VAGUE:
            continue
        if noun not in tables().body_words:
            continue
        bodies = [one for one in ends.get((group.first.source, noun), ()) if one != case.root[at]]
        if len(bodies) == 1:
            name = case.best(bodies[0]).words
            yield _offer(at, bodies[0], SURE, [f"{name} is the only {noun} that the text names"])


def by_outlet_name(case: Gathered) -> Iterator[Candidate]:
    """Put together what bears the whole name of an outlet of the case, whatever it was taken for.

    "The Courier" is the Courier also where a reader took it for a person. Two outlets of which
    one has a word of the other are two.
    """
    outlets = {folded(name).removeprefix("the "): name for name in case.evidence.outlets.values()}
    others = {
        word
        for group in case.groups
        if group.is_named and (group.person is not None and group.person.is_full)
        for word in (group.person.surname, group.person.given[0])
    }
    read: defaultdict[str, list[bool]] = defaultdict(list)
    for group in case.groups:
        if group.key in outlets:
            read[group.key].append(group.fullest.kind is ActorKind.PLACE)
    # The Tarn of a town called Tarn: where half of the texts have the town, nothing is told.
    others |= {key for key, places in read.items() if 2 * sum(places) >= len(places)}
    first: dict[str, int] = {}
    for at, group in enumerate(case.groups):
        key = group.key.removeprefix("the ")
        if not group.is_named or key not in outlets or len(key) < _OUTLET or key in others:
            continue
        if group.titles or group.fullest.kind is ActorKind.PLACE or not group.words[:1].isupper():
            continue
        older = first.setdefault(key, at)
        if older != at:
            yield _offer(older, at, SURE, [f"{outlets[key]} is an outlet of the case"])


def by_office_of(case: Gathered) -> Iterator[Candidate]:
    """Put "the Public Auditor", where a body is meant, with the Public Auditor's Office."""
    offices: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and not group.is_person:
            for name in group.names:
                post = name.removesuffix(" office").removeprefix("office of the ")
                if post != name:
                    offices[post.removesuffix("'s").removesuffix("'")][case.root[at]] = None
    for at, group in enumerate(case.groups):
        if group.is_person or not group.is_named or " " not in group.key:
            continue
        key = group.key.removesuffix("'s").removesuffix("'")
        found = [one for one in offices.get(key, ()) if one != case.root[at]]
        if len(found) == 1 and key not in {n for n in group.names if n.endswith("office")}:
            name = case.best(found[0]).words
            yield _offer(at, found[0], SURE, [f"{name} is the office of that name"])


def _is_person(group: Group) -> bool:
    """Say whether it is a person for sure: a surname alone may be a firm's."""
    return group.is_person and (group.person is None or bool(group.person.given))


def _form(group: Group) -> str:
    """Give the words of a short form: of a name, or of a description without its article."""
    if not group.is_named and group.fullest.naming is not Naming.ROLE_ONLY:
        return ""
    words = group.key.removesuffix("'s").removesuffix("'").split()
    for number, word in enumerate(words[:2]):
        if word.endswith(("'s", "s'")):  # "the Assembly's spending committee"
            words = words[number + 1 :]
            break
    while words and words[0] in tables().articles:
        words.pop(0)
    return " ".join(words)


def _called(case: Gathered) -> tuple[Roots, Roots]:
    """Give the bodies by full name, and by each short form of it that could tell it apart."""
    whole: Roots = defaultdict(dict)
    short: Roots = defaultdict(dict)
    # "Marlow" is no short form of the Marlow Gazette where some text has it for a town.
    towns, posts = _towns(case), _posts(case)
    for at, group in enumerate(case.groups):
        if group.is_person or not group.is_named:
            continue
        for name in group.names:
            words = name.split()
            if (
                len(words) < 2
                or not _is_whole(group, name)
                or (group.fullest.kind is ActorKind.PLACE and not _is_body(words))
            ):
                continue
            whole[name][case.root[at]] = None
            for number in range(1, len(words)):
                tail = words[number:]
                if words[number - 1] in _PREPOSITIONS or tail[0] in _PREPOSITIONS:
                    continue  # "High Court at Port Pell" is not Port Pell for short
                if len(tail) > 1 or not _is_common(tail[0]):
                    short[" ".join(tail)][case.root[at]] = None
            if len(words) == _LONG and not set(words) & _PREPOSITIONS:
                short[f"{words[0]} {words[-1]}"][case.root[at]] = None
            first = words[0]
            if words[-1].removesuffix("'s") in posts:
                continue  # who holds a post at Marlow is not Marlow for short
            if not _is_common(first) and first not in tables().first_words | towns:
                short[first][case.root[at]] = None
    return whole, short


def _towns(case: Gathered) -> set[str]:
    """Give the one-word names that half of the texts that have them, at least, have for places.

    A reader takes a firm for a town here and there: one such text of many tells nothing.
    """
    placed: defaultdict[str, set[SourceId]] = defaultdict(set)
    read: defaultdict[str, set[SourceId]] = defaultdict(set)
    for group in case.groups:
        if group.is_named:
            read[group.key].add(group.first.source)
        for mention in _places(group):
            placed[key_of(mention)].add(group.first.source)
    return {name for name, places in placed.items() if 2 * len(places) >= len(read[name])}


def _places(group: Group) -> Iterator[Mention]:
    """Give the mentions of a group that are a place's."""
    return (item.mention for item in group.seen if item.mention.kind is ActorKind.PLACE)


def _is_proper(name: str) -> bool:
    """Say whether a name is written with capitals throughout: "harbour board" is not."""
    small = ("of", "the", "for", "and", "in", "on", "de", "la")
    return all(word[:1].isupper() or word in small for word in name.split())


def _is_whole(group: Group, name: str) -> bool:
    """Say whether a text writes this name with capitals, and so as a body's own."""
    return any(_is_proper(item.mention.name) for item in group.seen if key_of(item.mention) == name)


def _is_body(words: list[str]) -> bool:
    return bool(set(words) & tables().body_words)


def _is_common(word: str) -> bool:
    return word in tables().body_words or len(word) < 3


def _meant(case: Gathered, at: int, bodies: list[int], how: str) -> Iterator[Candidate]:
    if not bodies or len(bodies) > COMMONEST:
        return
    group, root = case.groups[at], case.root[at]
    for body in bodies:
        reasons = [f"{group.words} is in {case.best(body).words}"]
        # Two words that no other body of the case has tell it nearly alone: less company does.
        least = 1 if " " in group.key and len(bodies) == 1 else NEAR
        own = _is_outlet(case, root, body) or case.beside(root, body, least)
        # Of two words, with capitals, as a body's own: no other in the case is called so.
        is_proper = " " in group.key and group.is_named and _is_proper(group.words)
        if len(bodies) == 1 and (own or is_proper) and not _is_other_kind(group):
            yield _offer(at, body, SURE, [*reasons, how, *([own] if own else [])])
        elif len(bodies) == 1:
            yield _offer(at, body, 0.5, [*reasons, "nothing else tells that they are one"])
        elif " " in group.key:
            yield _offer(at, body, 0.3, [*reasons, "other bodies have these words too"])


def _is_other_kind(group: Group) -> bool:
    """Say whether a short form seems to be a person: one with a title, a "he" or a "she"."""
    said = {folded(item.mention.name) for item in group.seen}
    return bool(group.titles or group.gender or said & (tables().his | tables().hers))


def _is_outlet(case: Gathered, one: int, body: int) -> str:
    """Say that a text's own outlet is meant; "" where it is not."""
    names = {name for at in case.members(body) for name in case.groups[at].names}
    theirs = case.sources(one)
    own = [source for name in names for source in theirs & case.published(name)]
    return f"{case.evidence.outlets[min(own)]} published the text" if own else ""


def by_initials(case: Gathered) -> Iterator[Candidate]:
    """Lead initials to the body: by a text that gives both, or by the outlet that bears them."""
    spelt: Roots = defaultdict(dict)
    told: Roots = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_person or not group.is_named:
            continue
        for name in group.names:
            words = [word for word in name.split() if word not in ("of", "the", "and", "for")]
            if len(words) > 2:
                spelt["".join(word[0] for word in words)][case.root[at]] = None
        if group.is_whole:
            for name in group.names:
                if " " not in name and _spells(name, group.names):
                    told[name][case.root[at]] = None
    for at, group in enumerate(case.groups):
        if not group.is_named or group.is_whole or not group.words.isupper():
            continue
        bodies = [one for one in told.get(group.key, spelt.get(group.key, {}))
                  if one != case.root[at]]  # fmt: skip
        for body in bodies if len(bodies) <= COMMONEST else []:
            name = case.best(body).words
            if len(bodies) == 1 and group.key in told:
                yield _offer(at, body, SURE, [f"a text gives {group.words} for {name}"])
            elif len(bodies) == 1 and (
                own := _is_outlet(case, case.root[at], body)
                or (len(group.key) > 2 and case.beside(case.root[at], body))
            ):
                yield _offer(at, body, SURE, [f"{group.words} are the initials of {name}", own])
            else:
                yield _offer(at, body, 0.6, [f"{group.words} are the initials of {name}"])


def _spells(initials: str, names: frozenset[str]) -> bool:
    for name in names:
        words = name.split()
        small = [word for word in words if word not in ("of", "the", "and", "for")]
        if initials in ("".join(w[0] for w in words), "".join(w[0] for w in small)):
            return True
    return False


def by_kind(case: Gathered) -> Iterator[Candidate]:
    """Put together one full name that readers took for different kinds, where the company agrees.

    A firm may bear its founder's name, so the name alone does not do, nor a body's word in it.
    """
    named: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and " " in group.key:
            named[group.key][case.root[at]] = None
    for key, roots in named.items():
        people = [root for root in roots if case.best(root).is_person]
        others = [root for root in roots if not case.best(root).is_person]
        if len(roots) > COMMONEST:
            continue
        for one, other in product(people, others):
            # One whom several texts have as a person is one, also where a text has it both ways.
            often = len(people) == 1 and len(case.sources(one)) > 1
            beside = case.beside(one, other, 1)
            one_text = bool(case.sources(one) & case.sources(other))
            apart = (one_text and not often) or _is_body(key.split())
            named_so = f"both are named {case.best(one).words}"
            if beside and not apart:
                yield _offer(one, other, SURE, [named_so, beside])
            else:
                yield _offer(one, other, 0.5, [named_so, "one may be no person"])


def by_label(case: Gathered) -> Iterator[Candidate]:
    """Put together "Witness B" of two texts of one proceeding: the company they stand in agrees."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        words = group.key.split()
        if group.is_named and len(words) == 2 and _is_label(words):
            found[group.key][case.root[at]] = None
    for roots in found.values():
        for one, other in combinations(roots, 2) if len(roots) <= COMMONEST else ():
            beside = case.beside(one, other)
            named = f"both are called {case.groups[one].words}"
            score = SURE if beside else 0.6
            yield _offer(one, other, score, [named, *([beside] if beside else [])])


def _is_label(words: list[str]) -> bool:
    return words[0] in tables().labels and (len(words[1]) == 1 or words[1].isdigit())


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
