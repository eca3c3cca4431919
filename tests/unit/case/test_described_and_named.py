"""Who a text describes first and names later, and who stays unnamed: from texts to actors."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from bench.texts import paragraphs

from onrecord.case import surroundings
from onrecord.case.apposed import apposed
from onrecord.core.dates import When
from onrecord.core.identity import MentionId, SourceId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Text
from onrecord.resolve import Evidence, Holding, Resolved, Seen, resolve

BODY = ActorKind.PUBLIC_BODY


@dataclass
class Case:
    """Texts with their mentions, which are told by their words: the n-th time that they stand."""

    texts: dict[SourceId, Text] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    days: dict[SourceId, When] = field(default_factory=dict)
    outlets: dict[SourceId, str] = field(default_factory=dict)
    holdings: list[Holding] = field(default_factory=list)

    def text(
        self,
        words: str,
        *names: str,
        roles: tuple[str, ...] = (),
        bodies: tuple[str, ...] = (),
        day: str = "2024-03-01",
        outlet: str = "",
        unnamed: tuple[str, ...] = (),
    ) -> SourceId:
        source = SourceId(f"src_{len(self.texts)}")
        text = self.texts[source] = paragraphs(words)
        self.days[source] = When.of(day)
        self.outlets[source] = outlet
        found = [(one, ActorKind.PERSON, Naming.NAMED) for one in names]
        found += [(one, BODY, Naming.NAMED) for one in bodies]
        found += [(one, ActorKind.PERSON, Naming.ROLE_ONLY) for one in roles]
        found += [(one, ActorKind.PERSON, Naming.ANONYMOUS) for one in unnamed]
        made = []
        for one, kind, naming in found:
            start = words.index(one)
            at = Span(start, start + len(one))
            made.append(Mention(
                id=mention_id(text.id, at), at=at, name=one, kind=kind, naming=naming,
            ))  # fmt: skip
        self.seen += [Seen(source, one) for one in sorted(made, key=lambda one: one.at)]
        return source

    def holds(self, source: SourceId, name: str, post: str, body: str = "") -> None:
        self.holdings.append(Holding(source=source, holder=self.at(source, name), post=post,
                                     body=body))  # fmt: skip

    def at(self, source: SourceId, words: str) -> MentionId:
        return next(
            o.mention.id for o in self.seen if o.source == source and o.mention.name == words
        )

    def resolved(self) -> Resolved:
        mentions = [(one.source, one.mention) for one in self.seen]
        return resolve(self.seen, (), Evidence(
            told_on=self.days, outlets=self.outlets, holdings=self.holdings,
            sentences=surroundings.described(self.texts, mentions),
            accusing=surroundings.accusing(self.texts, mentions),
            apposed=apposed(self.texts, mentions),
        ))  # fmt: skip

    def one(self, first: tuple[SourceId, str], second: tuple[SourceId, str]) -> bool:
        """Say whether two mentions are held to be one actor."""
        holder = {
            mention: actor.id for actor in self.resolved().actors for _, mention in actor.mentions
        }
        return holder[self.at(*first)] == holder[self.at(*second)]


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("The lease was signed by Ann Pell, a surveyor at the mill, on Monday.", "Ann Pell",
         "a surveyor"),
        ("Ann Pell, 61, a surveyor, signed the lease.", "Ann Pell", "a surveyor"),
        ("The surveyor, Ann Pell, signed the lease.", "Ann Pell", "The surveyor"),
        ("The lease went to one Ann Pell, surveyor, on Monday.", "Ann Pell",
         "one Ann Pell, surveyor"),
        ("The lease went to Pell, the surveyor; she signed.", "Pell", "the surveyor"),
    ],
)  # fmt: skip
def test_a_description_beside_a_name_is_of_that_name(words: str, name: str, role: str) -> None:
    """On either side of it, with an age, or around it."""
    case = Case()
    source = case.text(words, name, roles=(role,))
    assert case.one((source, name), (source, role))


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("They met Ann Pell, a surveyor, and the mayor.", "Ann Pell", "a surveyor"),
        ("The wife of Ann Pell signed.", "Ann Pell", "The wife of Ann Pell"),
        ("Ann Pell and a surveyor signed.", "Ann Pell", "a surveyor"),
        ("Ann Pell saw a surveyor, and signed.", "Ann Pell", "a surveyor"),
        ("Ann Pell's surveyor signed.", "Ann Pell", "Ann Pell's surveyor"),
    ],
)
def test_what_only_stands_near_a_name_is_somebody_else(words: str, name: str, role: str) -> None:
    """A list, an owner, a husband."""
    case = Case()
    source = case.text(words, name, roles=(role,))
    assert not case.one((source, name), (source, role))


def introduced(lede: str, *, second: bool = False) -> tuple[Case, SourceId]:
    case = Case()
    older = case.text("Ann Pell was the head of the mill.", "Ann Pell")
    case.holds(older, "Ann Pell", "harbour pilot")
    if second:
        case.holds(case.text("Tom Oake spoke.", "Tom Oake"), "Tom Oake", "harbour pilot")
    return case, case.text(f"{lede} Ann Pell went home.", "Ann Pell", roles=("A harbour pilot",))


def test_who_is_introduced_by_a_whole_role_is_the_only_one_who_has_it() -> None:
    """News says what somebody is before it says who."""
    case, source = introduced("A harbour pilot was suspended on Monday.")
    assert case.one((source, "A harbour pilot"), (source, "Ann Pell"))


def test_of_two_with_one_role_nobody_is_meant_for_sure() -> None:
    """It may be the other."""
    case, source = introduced("A harbour pilot was suspended on Monday.", second=True)
    assert not case.one((source, "A harbour pilot"), (source, "Ann Pell"))


def test_who_is_described_after_the_name_is_somebody_new() -> None:
    """ "Ann Pell went home. A harbour pilot saw her." """
    case = Case()
    older = case.text("Ann Pell was the head of the mill.", "Ann Pell")
    case.holds(older, "Ann Pell", "harbour pilot")
    words = "Ann Pell went home. A harbour pilot saw her."
    source = case.text(words, "Ann Pell", roles=("A harbour pilot",))
    assert not case.one((source, "A harbour pilot"), (source, "Ann Pell"))


def test_a_source_that_is_kept_unnamed_gets_no_name() -> None:
    """Whatever else is known of who has the role."""
    case = Case()
    older = case.text("Ann Pell was the head of the mill.", "Ann Pell")
    case.holds(older, "Ann Pell", "harbour pilot")
    words = "A harbour pilot said the log was gone. Ann Pell went home."
    source = case.text(words, "Ann Pell", unnamed=("A harbour pilot",))
    assert not case.one((source, "A harbour pilot"), (source, "Ann Pell"))


CHARGE = "It is alleged that Una Bright gave the rowing plans to a broker for Marlow Yachts."
NAMED = "Una Bright gave the rowing plans to Joss Kerr, a broker, who took them to Marlow Yachts."


def named_later(later: str, *, day: str = "2024-05-01") -> bool:
    case = Case()
    first = case.text(CHARGE, "Una Bright", roles=("a broker",), bodies=("Marlow Yachts",))
    second = case.text(later, "Una Bright", "Joss Kerr", roles=("a broker",),
                       bodies=("Marlow Yachts",), day=day)  # fmt: skip
    return case.one((first, "a broker"), (second, "Joss Kerr"))


def test_who_is_named_later_is_one_with_whom_the_same_was_told_of() -> None:
    """With the same people, and as the only broker of the case."""
    assert named_later(NAMED)


def test_another_broker_who_did_something_else_is_not() -> None:
    """One noun is not enough; nor is a text older than the description."""
    assert not named_later("Joss Kerr, a broker, wed Una Bright. Marlow Yachts sent flowers.")
    assert not named_later(NAMED, day="2024-02-01")


def test_the_same_person_who_told_a_paper_last_month_is_its_source_then() -> None:
    """Both stay without a name."""
    case = Case()
    then = case.text(
        "A former clerk spoke of it.", unnamed=("A former clerk",), day="2023-12-03",
        outlet="The Courier",
    )  # fmt: skip
    words = "the same person who told this newspaper last December"
    now = case.text(f"It was {words}.", unnamed=(words,), outlet="The Courier")
    assert not case.one((then, "A former clerk"), (now, words))  # nothing says it was the clerk
    words = "the same clerk who told this newspaper last December"
    now = case.text(f"It was {words}.", unnamed=(words,), outlet="The Courier")
    assert case.one((then, "A former clerk"), (now, words))
    other = case.text(f"It was {words} .", unnamed=(words,), outlet="The Echo")
    assert not case.one((then, "A former clerk"), (other, words))


def test_the_body_that_lays_the_charge_is_who_prosecutors_are() -> None:
    """Whatever it is called; and of two that do, neither is."""
    case = Case()
    case.text("The Guild Board has laid two counts against him.", bodies=("Guild Board",))
    source = case.text("Prosecutors were late.", roles=("Prosecutors",))
    words = "On Monday the Guild Board dropped the charge."
    again = case.text(words, bodies=("Guild Board",))
    assert case.one((source, "Prosecutors"), (again, "Guild Board"))
    case.text("The Harbour Board filed charges too.", bodies=("Harbour Board",))
    assert not case.one((source, "Prosecutors"), (again, "Guild Board"))


def test_two_outlets_that_share_a_word_stay_two() -> None:
    """And one that a reader took for a person is the outlet."""
    case = Case()
    first = case.text("Read the Courier.", bodies=("Courier",), outlet="The Courier")
    second = case.text("He rang Courier staff.", "Courier", outlet="Courier Press Service")
    third = case.text("So says Courier Press Service.", bodies=("Courier Press Service",))
    assert case.one((first, "Courier"), (second, "Courier"))
    assert not case.one((first, "Courier"), (third, "Courier Press Service"))


def test_a_service_that_a_letter_calls_yours_is_the_only_one_it_names() -> None:
    """Of two services it could be either."""
    case = Case()
    source = case.text(
        "To the Canal Service: your Service is late.", bodies=("Canal Service",),
        roles=("your Service",),
    )  # fmt: skip
    assert case.one((source, "your Service"), (source, "Canal Service"))
    two = case.text(
        "To the Canal Service and the Road Service: your Service is late.",
        bodies=("Canal Service", "Road Service"), roles=("your Service",),
    )  # fmt: skip
    assert not case.one((two, "your Service"), (two, "Canal Service"))


def test_an_office_is_not_who_holds_it() -> None:
    """The Public Auditor's Office and the auditor are two; the office has two names."""
    case = Case()
    first = case.text("the Public Auditor's Office wrote", bodies=("Public Auditor's Office",))
    second = case.text("the Public Auditor wrote", bodies=("Public Auditor",))
    third = case.text("Ann Pell is the Public Auditor", "Ann Pell")
    case.holds(third, "Ann Pell", "Public Auditor")
    assert case.one((first, "Public Auditor's Office"), (second, "Public Auditor"))
    assert not case.one((second, "Public Auditor"), (third, "Ann Pell"))


def test_a_surname_with_a_post_is_whom_other_texts_have_in_it() -> None:
    """The reader of one text took it for the only one whom that text names in full."""
    case = Case()
    older = case.text("Tom Moss is bursar.", "Tom Moss")
    case.holds(older, "Tom Moss", "bursar")
    words = "Ann Moss sculpts. Moss, the bursar, said no."
    source = case.text(words, "Ann Moss", roles=("the bursar",))
    start = words.index("Moss, the")
    text = case.texts[source]
    at = Span(start, start + 4)
    founder = case.at(source, "Ann Moss")
    case.seen.append(Seen(source, Mention(
        id=mention_id(text.id, at), at=at, name="Moss", kind=ActorKind.PERSON,
        naming=Naming.NAMED, same_as=founder,
    )))  # fmt: skip
    assert case.one((source, "Moss"), (older, "Tom Moss"))
    assert not case.one((source, "Ann Moss"), (older, "Tom Moss"))
    case.holds(case.text("Ann Moss is bursar.", "Ann Moss"), "Ann Moss", "bursar")
    assert case.one((source, "Moss"), (source, "Ann Moss"))


def test_a_description_that_fits_both_joins_no_office_to_who_holds_it() -> None:
    """ "The public auditor, Ann Pell" is beside her name, and in that of her office."""
    case = Case()
    words = "The public auditor, Ann Pell, wrote. So says Public Auditor staff."
    source = case.text(words, "Ann Pell", roles=("The public auditor",), bodies=("Public Auditor",))
    assert case.one((source, "Ann Pell"), (source, "The public auditor"))
    assert not case.one((source, "Ann Pell"), (source, "Public Auditor"))


def test_a_shorter_reading_of_one_place_is_the_same_and_an_owner_is_not() -> None:
    """ "A clerk at the mill" is a clerk; "their clerk" are not they."""
    case = Case()
    source = case.text("So said a clerk at the mill.", roles=("a clerk", "a clerk at the mill"))
    assert case.one((source, "a clerk"), (source, "a clerk at the mill"))
    owned = case.text("Their clerk left.", roles=("Their", "Their clerk"))
    assert not case.one((owned, "Their"), (owned, "Their clerk"))
    both = case.text("A clerk and a maid left.", roles=("A clerk", "A clerk and a maid"))
    assert not case.one((both, "A clerk"), (both, "A clerk and a maid"))
