"""What one text has of one actor: the mentions its reader led together, and what they tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.core.identity import MentionId, SourceId
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve.evidence import Seen
from onrecord.resolve.names import PersonName, folded, key_of, person_name
from onrecord.resolve.tables import tables


@dataclass(slots=True)
class Group:
    """The mentions that a reader holds to be one within one text; `first` founds it.

    `said` are the words of all its mentions, folded; `names` those that are proper names, and
    `proper` the same as they are written. `posts` is what the text's tenures say it held.
    `is_whole`: it bears a full name: of a person two words in full, of a body two words.
    `is_company`: it is somebody whom to stand beside tells something: named, and no place.
    """

    first: Seen
    seen: list[Seen]
    fullest: Mention
    key: str = ""
    person: PersonName | None = None
    said: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    gender: str = ""
    is_person: bool = False
    is_named: bool = False
    is_whole: bool = False
    is_company: bool = False
    posts: set[str] = field(default_factory=set)

    @property
    def words(self) -> str:
        """The fullest name as it is written."""
        return self.fullest.name


def is_name(mention: Mention) -> bool:
    """Say whether a mention's own words are a name, and no pronoun that leads to one."""
    name = mention.name
    if mention.naming is not Naming.NAMED or folded(name) in tables().pronouns:
        return False
    return name != name.lower() or name == name.upper()  # no capital, in a script that has them


_SMALL = frozenset("of the for and in on to at de la".split())
_FEW = 3
_MOSTLY = 4
"""A name is a body's where more than so many times as many texts have it as one as a person's."""


def _as_written(item: Seen) -> Seen:
    """Take "the Harbour Inspection Service" as a name, whatever the reader took it for.

    A body that is written with capitals throughout, and with a body's noun, is named.
    """
    mention = item.mention
    if mention.naming is not Naming.ROLE_ONLY:
        return item
    kind = mention.kind
    words = [word for word in mention.name.split() if word.lower() not in _SMALL]
    is_name = (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and bool(tables().body_words & {folded(words[0]), folded(words[-1])})
    )
    if kind is ActorKind.PERSON:  # "Marlow Harbour Board" is nobody's name
        is_name = is_name and len(words) > 2 and folded(words[-1]) in tables().body_words
        kind = ActorKind.ORGANISATION
    if not is_name:
        return item
    opens, _, rest = mention.name.partition(" ")
    name = rest if opens.lower() == "the" else mention.name
    return Seen(item.source, replace(mention, naming=Naming.NAMED, name=name, kind=kind))


def within_texts(seen: Iterable[Seen]) -> list[Group]:
    """Put together what the reader of each text led together, in the order of first mention."""
    items = [_as_written(one) for one in seen]
    leads = {
        (item.source, item.mention.id): item.mention.same_as
        for item in items
        if item.mention.same_as is not None
    }
    groups: list[Group] = []
    at: dict[tuple[SourceId, MentionId], Group] = {}
    founded: dict[MentionId, Group] = {}
    for item in items:
        mention = item.mention
        # "The clerk, Ann Pell": a description may lead to a name that comes after it.
        lead = _end(leads, item.source, mention.id)
        # The same text in two sources holds the same mentions: they are one from the start.
        group = at.get((item.source, lead)) or founded.get(mention.id)
        if group is None:
            group = Group(item, [], mention)
            groups.append(group)
            founded[mention.id] = group
        elif _is_fuller(mention, group.fullest):
            group.fullest = mention
        group.seen.append(item)
        at[item.source, lead] = group
    for group in groups:
        _describe(group)
    _as_mostly(groups)
    for group in groups:
        _weigh(group)
    return groups


def _as_mostly(groups: list[Group]) -> None:
    """Take a name for a body's where the texts of a case tell so: "Post Office" is nobody.

    A reader takes it for a person's now and then, and whoever is one with it there would be one
    with all of it. A name that ends in a body's noun is a body's where a few texts have it so; any
    other where nearly all do, unless it has a title there, or a text says "he" of it. One word that
    is a person's by a "he" alone, which may be somebody else's, is what most texts have it for.
    """
    kinds: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    borne: set[str] = set()
    for group in groups:
        if group.is_named:
            kinds[group.key][group.is_person] += 1
        if group.person is not None and group.person.is_full:
            borne |= {*group.person.given, group.person.surname}
    for group in groups:
        if not (group.is_named and group.is_person):
            continue
        bodies, people = kinds[group.key][False], kinds[group.key][True]
        if " " in group.key:
            ends_so = group.key.rpartition(" ")[2] in tables().body_words
            told = bool(group.titles or group.gender)
            is_body = (ends_so and bodies >= _FEW) or (not told and bodies > _MOSTLY * people)
        else:
            by_pronoun = group.fullest.kind is not ActorKind.PERSON and not group.titles
            is_body = by_pronoun and bodies > people and group.key not in borne
        if is_body:
            group.is_person, group.person = False, None


def _end(
    leads: dict[tuple[SourceId, MentionId], MentionId], source: SourceId, mention: MentionId
) -> MentionId:
    """Follow a mention to the one that all its fellows lead to; the way is kept short."""
    way = []
    while (source, mention) in leads and (source, mention) not in way:
        way.append((source, mention))
        mention = leads[source, mention]
    for place in way[:-1]:
        leads[place] = mention
    return mention


def _is_fuller(one: Mention, other: Mention) -> bool:
    """Say whether `one` names more: any name more than a description, else the longer name.

    A description names more than the pronoun that comes before it: "“We paid,” said a clerk".
    """
    if not is_name(one):
        pronouns = tables().pronouns
        return folded(other.name) in pronouns and folded(one.name) not in pronouns
    return not is_name(other) or len(one.name) > len(other.name)


def _describe(group: Group) -> None:
    mentions = [item.mention for item in group.seen]
    proper = [mention for mention in mentions if is_name(mention)]
    group.key = key_of(group.fullest)
    group.is_named = group.fullest.naming is Naming.NAMED
    group.said = frozenset(folded(mention.name) for mention in mentions)
    group.is_person = group.fullest.kind is ActorKind.PERSON or (
        # A surname taken for a firm, of whom the text says "he": a person.
        group.is_named and " " not in group.key and bool(group.said & _PERSONAL)
    )
    title = " ".join(dict.fromkeys(m.title for m in proper if m.title))
    if group.is_person and group.is_named:
        group.person = person_name(group.fullest.name, title)
    if proper:
        group.proper = frozenset(mention.name for mention in proper)
        group.names = frozenset(map(key_of, proper))
    if title:
        group.titles = frozenset(word.strip(".") for word in folded(title).split())
    group.gender = _gender(group)


def _weigh(group: Group) -> None:
    """Say whether it bears a full name, and whether it is company."""
    group.is_whole = group.person.is_full if group.person is not None else " " in group.key
    group.is_company = (
        group.is_named
        and group.fullest.kind is not ActorKind.PLACE
        and (group.is_whole or (not group.is_person and group.key not in tables().body_words))
    )


_PERSONAL = frozenset({"i", "me", "my", *tables().his, *tables().hers})


def _gender(group: Group) -> str:
    """Give "he" or "she" by the titles, or else by pronouns that all agree; "": not known."""
    his, hers = group.titles & tables().his_titles, group.titles & tables().her_titles
    if his or hers:
        return "" if his and hers else "he" if his else "she"
    if not group.is_person:
        return ""
    he, she = bool(group.said & tables().his), bool(group.said & tables().hers)
    return "" if he == she else "he" if he else "she"
