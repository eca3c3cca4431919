"""Pairs of a claim and a statement over invented propositions, so that who did what to whom counts.

Every pair comes with what the statement does to the claim, known because both were made from one
scene: the same event in other words, with giver and taker exchanged, denied, doubted, conceded in
part, planned only, asked about, or with another number or date.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.claims import words
from training.claims.frames import frames

FRAMES = frames()
ASIDES, PAPERS, BODIES, ROLES, SUBJECTS, COUNTS, MONEY, STATES, EXTRAS, OPENERS, BESIDE = (
    words.each(one)
    for one in (words.ASIDES, words.PAPERS, words.BODIES, words.ROLES, words.SUBJECTS, words.COUNTS, words.MONEY,
                words.STATES, words.EXTRAS, words.OPENERS, words.BESIDE)
)  # fmt: skip
THINGS = [tuple(one.split(":")) for one in words.each(words.THINGS)]
NUMBERS = ["two", "three", "four", "five", "six", "seven", "nine", "eleven", "twelve", "twenty",
           "12", "15", "19", "26", "34", "40", "57", "120", "250", "1,400"]  # fmt: skip
_PAPERS = (
    "papers",
    "reports",
    "e-mails",
    "records",
    "memos",
    "cables",
    "files",
    "copys",
    "minutess",
)
_PRONOUNS = (("I", "me"), ("he", "him"), ("she", "her"), ("they", "them"))
_BOUND = ("", "", "", "at least ", "about ", "nearly ", "more than ")

MUTUAL = frozenset(("meet", "sign"))
"""Frames in which two do the same: with their names exchanged they say what they said."""

Pair = tuple[str, str, str]
"""A claim, a statement, and one of `onrecord.assess.claims.labels.RELATIONS`."""


@dataclass(frozen=True)
class Scene:
    """Who and what fills the places of a frame."""

    frame: str
    a: str
    b: str
    o: str
    thing: str
    n: str
    c: str
    s: str
    q: str
    w: str


class Inventor:
    """Makes pairs by dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def pick(self, listed: list) -> object:  # type: ignore[type-arg]
        return self.dice.choice(listed)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def person(self) -> str:
        return f"{self.dice.choice(words.FIRST)} {self.dice.choice(words.LAST)}"

    def somebody(self) -> str:
        one = self.dice.random()
        if one < 0.6:
            return self.person()
        return self.fill(self.dice.choice(BODIES)) if one < 0.85 else self.dice.choice(ROLES)

    def fill(self, text: str) -> str:
        """Fill the places of a list's line."""
        d = self.dice
        return text.format(
            p=d.choice(words.PLACES), l=d.choice(words.LAST), l2=d.choice(words.LAST),
            m=d.choice(words.MONTHS), y=d.randint(1998, 2025), d=d.randint(1, 28),
            r=d.choice(ROLES), s=_capital(d.choice(SUBJECTS)), n=d.choice(NUMBERS),
            b=_capital(self.somebody()),
        )  # fmt: skip

    def scene(self, frame: str = "") -> Scene:
        d = self.dice
        a = self.somebody()
        b = next(x for x in iter(self.somebody, None) if x != a)
        o, thing = d.choice(THINGS)
        money = f"{d.randint(2, 900)},{d.choice(('000', '500', '250'))} {d.choice(MONEY)}"
        return Scene(frame or d.choice(list(FRAMES)), a, b, o, thing, d.choice(NUMBERS), money,
                     d.choice(SUBJECTS), d.choice(COUNTS), d.choice(words.PLACES))  # fmt: skip

    def called(self, name: str, loose: bool = False) -> str:
        """Name somebody anew: in full, by the last name, with a title; loosely, with an aside."""
        parts = name.split(" ")
        if len(parts) != 2 or parts[0] not in words.FIRST or self.chance(0.5):
            if loose and name.startswith("the ") and len(parts) > 2 and self.chance(0.4):
                name = f"the {parts[-1].lower()}"
            made = name
        else:
            made = self.dice.choice(("", "Mr ", "Ms ", "Dr ", "")) + parts[1]
        if loose and self.chance(0.15):
            aside = self.dice.choice(ASIDES).format(
                b0=self.dice.choice(("the council", "the board")), n0=self.dice.randint(19, 80),
                y=self.dice.randint(1998, 2025), r=self.dice.choice(ROLES),
                m=self.dice.choice(words.MONTHS),
            )  # fmt: skip
            made = f"{made}, {aside},"
        return made

    def thing(self, scene: Scene) -> str:
        """Name the thing loosely: counted, by another word for papers, or as what was spoken of."""
        one = self.dice.random()
        if one < 0.35:
            return scene.o
        noun = f"{scene.thing}s" if not scene.thing.endswith("x") else f"{scene.thing}es"
        if noun in _PAPERS and self.chance(0.6):
            noun = self.dice.choice(PAPERS)
        if one < 0.55:
            return f"the {noun}"
        if one < 0.8:
            kind = self.dice.choice(("", "", "restricted ", "confidential ", "internal "))
            return f"{self.dice.choice(_BOUND)}{self.dice.choice(NUMBERS)} {kind}{noun}"
        return self.dice.choice((f"{noun} from the tender", f"some of the {noun}", noun))

    def say(self, scene: Scene, how: str = "plain", speaker: str = "", loose: bool = False) -> str:
        """Say what happened: plain, negative or gerund; `speaker` speaks of itself by a pronoun.

        `loose`: in the words that another document would use, fuller here and barer there.
        """
        pattern, verbs = self.dice.choice(FRAMES[scene.frame])
        if how == "gerund":
            own = [one for one in FRAMES[scene.frame] if one[0].startswith("V")]
            if not own:
                return ""
            pattern, verbs = self.dice.choice(own)
        verb = self.dice.choice(verbs)
        subject, _, rest = ("{a} " + pattern if pattern[0] in "VP" else pattern).partition(" ")
        if pattern.startswith("it was"):
            if how == "negative":
                subject, rest = "it was not", pattern[7:]
            else:
                subject, rest = "it was", pattern[7:]
        elif pattern.startswith(("{n} ", "{a} and")):
            cut = rest.index(" V ") if " V " in rest else rest.index(" P ")
            subject, rest = f"{subject} {rest[:cut]}", rest[cut + 1 :]
        rest = self._verb(rest, verb, how, subject)
        text = rest if how == "gerund" else f"{subject} {rest}"
        pronoun = self.dice.choice(_PRONOUNS) if speaker else ("", "")
        names = {}
        for key in "ab":
            who = getattr(scene, key)
            if speaker == who:
                first = text.startswith("{" + key + "}")
                names[key] = pronoun[0] if first else pronoun[1]
            else:
                names[key] = self.called(who, loose)
        bound = self.dice.choice(_BOUND) if how != "negative" else ""
        thing = self.thing(scene) if loose else scene.o
        number = "" if loose and self.chance(0.2) else bound + scene.n
        money = self.dice.choice(("money", "a fee")) if loose and self.chance(0.15) else scene.c
        made = text.format(o=thing, n=number, c=money, s=scene.s, q=scene.q, w=scene.w, **names)
        return " ".join(made.replace(",,", ",").split())

    def _verb(self, rest: str, verb: tuple[str, str, str, str], how: str, subject: str) -> str:
        base, past, participle, ing = verb
        many = subject.startswith("{n}") or (subject == "{o}" and self.chance(0.7))
        was = "were" if many else "was"
        if " P " in f" {rest} ":
            new = {
                "plain": self.dice.choice((f"{was} {participle}", f"had been {participle}")),
                "negative": self.dice.choice(
                    (f"{was} not {participle}", f"{was} never {participle}",
                     f"had not been {participle}")
                ),
                "gerund": f"being {participle}",
            }[how]  # fmt: skip
            return f" {rest} ".replace(" P ", f" {new} ", 1).strip()
        if subject == "it was not":
            how = "plain"
        new = {
            "plain": self.dice.choice((past, past, f"had {participle}", f"has {participle}")),
            "negative": self.dice.choice(
                (f"did not {base}", f"never {past}", f"did not {base}, and did not need to {base},", f"had not {participle}", f"has not {participle}",
                 f"didn't {base}", f"has never {participle}", f"at no time {past}")
            ),
            "gerund": self.dice.choice((ing, f"having {participle}", f"ever {ing}")),
        }[how]  # fmt: skip
        return f" {rest} ".replace(" V ", f" {new} ", 1).strip()

    def nothing(self, scene: Scene) -> str:
        """Deny it by denying more: nothing, nobody, never."""
        a = self.called(scene.a)
        d = self.dice
        made = {
            "give": [f"{a} gave nothing to anyone", f"{a} passed no {scene.thing} to {scene.b}",
                     f"{self.called(scene.b)} received no {scene.thing} from {a}",
                     f"no {scene.thing} changed hands", f"nothing was handed over to {scene.b}",
                     f"none of {scene.o} ever reached {self.called(scene.b)}"],
            "pay": [f"{a} paid {self.called(scene.b)} nothing", "no money changed hands",
                    f"{self.called(scene.b)} never received a penny from {a}",
                    f"there was no payment to {scene.b}"],
            "tell": [f"nobody told {scene.b} about {scene.s}",
                     f"{scene.b} heard nothing from {a} about {scene.s}"],
            "meet": [f"there was no meeting with {scene.b}", f"{a} has never met {scene.b}"],
            "know": [f"{a} knew nothing of {scene.s}", f"{a} was unaware of {scene.s}",
                     f"{a} had no knowledge of {scene.s}", f"{a} was kept in the dark about {scene.s}"],
            "approve": [f"{a} rejected {scene.s}", f"{a} refused to approve {scene.s}"],
            "press": [f"there was no pressure on {scene.b} of any kind", f"nobody leaned on {scene.b}",
                      f"{scene.b} acted freely over {scene.s}"],
            "destroy": [f"{scene.o} still exist", f"{a} kept {scene.o}"],
            "use": [f"{a} made no use of {scene.o}", f"{scene.o} played no part in {scene.s}"],
            "write": [f"{a} wrote no reports for {scene.b}", f"{a} wrote nothing for {scene.b}"],
            "resign": [f"{a} remains head of {scene.s}", f"{a} is still in charge of {scene.s}"],
            "visit": [f"{a} has never set foot in {scene.w}", f"{a} stayed away from {scene.w}"],
            "lie": [f"{a} told {scene.b} the truth about {scene.s}"],
            "recall": [f"{a} still supports {scene.s}", f"{a} continues to back {scene.s}"],
        }.get(scene.frame)  # fmt: skip
        return d.choice(made) if made else self.say(scene, "negative")

    def other(self, scene: Scene) -> Scene:
        """Change who or what, so that another proposition is made of the same words."""
        fresh = self.scene(scene.frame)
        text = " ".join(pattern for pattern, _ in FRAMES[scene.frame])
        able = [key for key in ("b", "o", "s", "w") if "{" + key + "}" in text] + ["a"]
        if "{b}" in text and scene.frame not in MUTUAL and self.chance(0.6):
            return replace(scene, a=scene.b, b=scene.a)
        key = self.dice.choice(able)
        new = {key: getattr(fresh, key)} | ({"thing": fresh.thing} if key == "o" else {})
        return replace(scene, **new)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
