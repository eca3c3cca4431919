"""What a statement does to a claim, made to order: one function for each kind of answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from training.claims import words
from training.claims.invent import (
    BESIDE,
    EXTRAS,
    OPENERS,
    STATES,
    SUBJECTS,
    Inventor,
    Pair,
    Scene,
    _capital,
)

_DOUBT = """it is unlikely that {p}|it is far from clear that {p}|I doubt that {p}|it seems improbable that {p}|
there is no evidence that {p}|nobody has shown that {p}|it has not been proved that {p}|
it is hard to believe that {p}|I find it difficult to see that {p}|it is not obvious that {p}|
I am not convinced that {p}|the idea that {p} is implausible|I can no longer say whether {p}|
it is questionable whether {p}|we could not establish whether {p}"""
_OPEN = """whether {p}|the question is whether {p}|if {p}, there will be consequences|
the inquiry will look at whether {p}|I have nothing to say about whether {p}|
I was asked whether {p} and I will not answer|had {p}, we would have acted|suppose that {p}|
claims that {p} are being looked into|it makes no difference whether {p}|{a} wanted to know whether {p}"""
_FALSE = """it is false that {p}|it is untrue that {p}|the claim that {p} is wrong|the story that {p} was invented|
the suggestion that {p} is nonsense|it is not true that {p}|the allegation that {p} is a lie|
it is simply not the case that {p}|at no point was it true that {p}"""
_TRUE = """it is true that {p}|the fact is that {p}|it is correct that {p}|I accept that {p}|we admit that {p}|
I confirm that {p}|the evidence shows that {p}|{p}, and that has never been in dispute|
it emerged that {p}|I regret that {p}"""
_TRIED = """{a} planned something of the kind but {x}|{a} was a friend of {b}|{a} works closely with {b}|
{a} and {b} were both at the event|{a} has denied wrongdoing|{a} is innocent|{a} denies every allegation|
{a} has co-operated fully|{a} did nothing wrong|the charges against {a} were dropped|
{a} is angry about {s}|{a} should apologise for {s}|{s} was badly handled|{a} declined to comment|
nobody has spoken to {a} about {s}|{a} has not been interviewed or charged|{a} deserves better|
the matter is before the court|we take {s} very seriously|the police are looking at {s}|
{a} wrote to {b} last year|{b} has confidence in {a}|{a} asked {b} for help with {s}"""
_DOUBTS, _OPENS, _FALSES, _TRUES, _TRIES = (
    words.each(one) for one in (_DOUBT, _OPEN, _FALSE, _TRUE, _TRIED)
)


def invented(seed: int) -> Iterator[Pair]:
    """Give pairs without end."""
    made = Inventor(seed)
    makers = (_same, _denied, _another, _doubted, _differs, _partly, _stated, _apart, _opened)
    shares = (20, 18, 24, 9, 6, 6, 9, 11, 6)
    while True:
        for maker in made.dice.choices(makers, shares, k=64):
            pair = maker(made)
            if pair is not None:
                claim, statement, relation = pair
                yield _finish(made, claim), statement, relation


def _finish(made: Inventor, claim: str) -> str:
    text = _capital(claim.strip())
    return text + "." if made.chance(0.8) else text


def _spoken(made: Inventor, text: str, speaker: str = "", plain: bool = True) -> str:
    """Dress a statement: an opening, an ending, a sentence beside it, and who says it."""
    if plain:
        text = f"{made.dice.choice(OPENERS)} {text}".strip()
        extra = made.fill(made.dice.choice(EXTRAS))
        text = f"{text} {extra}".strip()
    text = _capital(text) if made.chance(0.7) else text
    if made.chance(0.3):
        beside = made.fill(made.dice.choice(BESIDE))
        text = f"{_capital(text)}. {beside}" if made.chance(0.5) else f"{beside} {_capital(text)}."
    elif made.chance(0.6):
        text += "."
    who = speaker or made.somebody()
    return f"{who}: {text}" if speaker or made.chance(0.7) else text


def _claim(made: Inventor, scene: Scene) -> str:
    return made.say(replace(scene), "plain")


def _who(made: Inventor, scene: Scene) -> str:
    return made.dice.choice((scene.a, scene.b)) if made.chance(0.4) else ""


def _same(made: Inventor) -> Pair | None:
    scene = made.scene()
    speaker = _who(made, scene)
    if made.chance(0.15):
        said = made.say(scene, "gerund")
        return (_claim(made, scene), _spoken(made, said, scene.a), "affirms") if said else None
    if made.chance(0.15):
        # A denial of a denial of the claim is no way people speak; both negative is.
        claim, said = made.say(scene, "negative"), made.say(scene, "negative", speaker)
        return claim, _spoken(made, said, speaker), "affirms"
    loose = made.chance(0.7)
    said = made.say(scene, "plain", speaker, loose)
    if made.chance(0.25):
        said = made.dice.choice(_TRUES).format(p=said)
        return _claim(made, scene), _spoken(made, said, speaker, plain=False), "affirms"
    claim = made.say(scene, loose=True) if loose and made.chance(0.4) else _claim(made, scene)
    return claim, _spoken(made, said, speaker), "affirms"


def _denied(made: Inventor) -> Pair | None:
    scene = made.scene()
    speaker = _who(made, scene)
    dice = made.dice.random()
    if dice < 0.2:
        said = made.dice.choice(_FALSES).format(
            p=made.say(scene, "plain", speaker, made.chance(0.5))
        )
        return _claim(made, scene), _spoken(made, said, speaker, plain=False), "denies"
    if dice < 0.45:
        return _claim(made, scene), _spoken(made, made.nothing(scene)), "denies"
    if dice < 0.6:
        return (made.say(scene, "negative"), _spoken(made, made.say(scene, "plain", speaker), speaker),
                "denies")  # fmt: skip
    return (
        _claim(made, scene),
        _spoken(made, made.say(scene, "negative", speaker, made.chance(0.6)), speaker),
        "denies",
    )


def _another(made: Inventor) -> Pair | None:
    scene = made.scene()
    changed = made.other(scene)
    how = "negative" if made.chance(0.3) else "plain"
    speaker = _who(made, changed)
    # Other people, however loosely told; another thing only where both are named exactly.
    loose = changed.o == scene.o and made.chance(0.7)
    said = made.say(changed, how, speaker, loose)
    claim = made.say(scene, loose=True) if loose and made.chance(0.4) else _claim(made, scene)
    return claim, _spoken(made, said, speaker), "none"


def _doubted(made: Inventor) -> Pair | None:
    scene = made.scene()
    if made.chance(0.3):
        said = made.dice.choice(_DOUBTS).format(p=made.say(made.other(scene)))
        return _claim(made, scene), _spoken(made, said, plain=False), "none"
    said = made.dice.choice(_DOUBTS).format(p=made.say(scene, loose=made.chance(0.6)))
    return _claim(made, scene), _spoken(made, said, plain=False), "doubts"


def _differs(made: Inventor) -> Pair | None:
    scene = made.scene(made.dice.choice(("pay", "write", "own", "harm", "count", "delay", "meet")))
    if scene.frame == "meet" or made.chance(0.4):
        days = made.dice.sample([f"{d} {m}" for d in (3, 9, 17, 24) for m in words.MONTHS], 2)
        one, two = (
            (f"on {day}" for day in days)
            if made.chance(0.5)
            else (f"in {year}" for year in made.dice.sample(range(1998, 2026), 2))
        )
        same = made.chance(0.4)
        return (f"{_claim(made, scene)} {one}", _spoken(made, f"{made.say(scene)} {one if same else two}",
                plain=False), "affirms" if same else "differs")  # fmt: skip
    fresh = made.scene(scene.frame)
    if fresh.n == scene.n or fresh.c == scene.c:
        return None
    return (
        _claim(made, scene),
        _spoken(made, made.say(replace(scene, n=fresh.n, c=fresh.c))),
        "differs",
    )


def _partly(made: Inventor) -> Pair | None:
    scene = made.scene()
    a, extra = made.called(scene.a), made.fill(made.dice.choice([one for one in EXTRAS if one]))
    aside = f"not {extra}"
    forms = [
        (_claim(made, scene) + " " + extra, f"{made.say(scene)}, but {aside}"),
        (
            _claim(made, scene) + " " + extra,
            f"it is true that {made.say(scene)}, but it was {aside}",
        ),
        (_claim(made, scene), f"{made.say(scene)} only in part"),
        (
            _claim(made, scene),
            f"some of what is said is right: {made.say(scene)} once, and not as described",
        ),
    ]
    if scene.frame in ("give", "destroy", "copy", "change", "lose"):
        touched = made.dice.choice(("given", "touched", "taken"))
        forms += [
            (_claim(made, scene), f"{a} had some of {scene.o}, but they were all public"),
            (_claim(made, scene), f"most of {scene.o} were harmless; only one was {touched}"),
        ]
    if scene.frame == "pay":
        forms += [
            (f"{_claim(made, scene)} for {scene.o}", f"{made.say(scene)}, though not for {scene.o}"),
            (f"{_claim(made, scene)} for {scene.o}", f"{made.called(scene.b)} accepts the payment but says it was for advice"),
            (f"{made.called(scene.b)} was paid for {scene.o}", f"{made.called(scene.b)} does not accept being paid for {scene.o}; the money was for research"),
        ]  # fmt: skip
    if scene.frame in ("know", "tell"):
        forms += [
            (
                _claim(made, scene),
                f"{a} knew that something was being looked at, but not of {scene.s}",
            )
        ]
    if scene.frame in ("write", "count"):
        few, many = sorted(made.dice.sample(range(2, 60), 2))
        big = replace(scene, n=str(many))
        forms += [
            (
                made.say(big),
                f"{few} of the {many} were {made.pick(['real', 'ours', 'genuine'])}, the rest were not",
            )
        ]
    claim, said = made.dice.choice(forms)
    return claim, _spoken(made, said, plain=False), "in part"


def _stated(made: Inventor) -> Pair | None:
    """Speak of what something was: an adjective and its opposite say no without a 'not'."""
    d = made.dice
    good, bad = d.choice(STATES).split("/")
    if d.random() < 0.5:
        good, bad = bad, good
    what = d.choice([*SUBJECTS, "the evidence", "the standard", "the threshold", "the statement",
                     made.somebody(), f"the {d.choice(words.PLACES)} plan"])  # fmt: skip
    be = d.choice(("is", "was", "was"))
    claim = f"{what} {be} {good}"
    extra = made.fill(d.choice(EXTRAS))
    one = d.random()
    if one < 0.12:
        day = f"{d.randint(1, 28)} {d.choice(words.MONTHS)} {d.randint(1998, 2025)}"
        no = d.choice(("", "", "no longer "))
        first, second = d.choice(
            ((f" on {day}", ""), ("", f" on {day}"), (f" on {day}", f" on {day}"))
        )
        also = d.choice(
            ("", " and the decision was a proper one", ", the office says", " after all")
        )
        return (f"{what} {be} {no}{good}{first}", _spoken(made, f"{what} {be} {no}{good}{second}{also}",
                plain=False), "affirms")  # fmt: skip
    if one < 0.3:
        return (
            claim,
            _spoken(made, f"{what} {be} {d.choice(('', '', 'entirely ', 'still '))}{good}"),
            "affirms",
        )
    if one < 0.5:
        return (
            claim,
            _spoken(made, f"{what} {be} {d.choice(('not', 'never', 'no longer'))} {good} {extra}"),
            "denies",
        )
    if one < 0.65:
        return claim, _spoken(made, f"{what} {be} {bad} {extra}"), "denies"
    if one < 0.72:
        return (
            f"{what} {be} no longer {good}",
            _spoken(made, f"{what} {be} no longer {good}"),
            "affirms",
        )
    if one < 0.78:
        return claim, _spoken(made, f"much of {what} {be} {good}, but not all of it"), "in part"
    if one < 0.86:
        return (
            claim,
            _spoken(made, d.choice(_DOUBTS).format(p=f"{what} {be} {good}"), plain=False),
            "doubts",
        )
    if one < 0.93:
        return claim, _spoken(made, f"{d.choice(SUBJECTS)} {be} {d.choice((good, bad))}"), "none"
    return _named(made)


def _named(made: Inventor) -> Pair:
    """Say who somebody is."""
    d = made.dice
    two = made.person()
    role = d.choice(("the source", "the go-between", f"Contact {d.choice('ACDEX')}", "the insider",
                     "the author of the letter", "the suspected executive", "the middleman",
                     "the former official", "Witness Q"))  # fmt: skip
    work = d.choice(
        ("broker", "the former head of security", "banker", "ex-minister", "the bid manager")
    )
    share = d.random()
    if share < 0.3:
        return f"{role} is {two}", _spoken(made, d.choice((
            f"{made.called(two)} is not {role}", f"{role} is not {two}", f"my client was not {role}",
            f"{made.called(two)} has never been {role}", f"it is not {two}"))), "denies"  # fmt: skip
    if share < 0.45:
        other = made.person()
        return f"{role} is {two}", _spoken(made, f"{role} is {other}"), "none"
    if share < 0.6:
        return f"{role} is {two}", _spoken(made, d.choice((
            f"{two} declined to comment", f"{two} works for the board", f"{role} has not been named",
            f"{two} knows {made.person()}", f"{role} paid a fee to {made.person()}"))), "none"  # fmt: skip
    return f"{role} is {two}", _spoken(made, d.choice((
        f"{role} is understood to be {two}", f"{two}, who has been named as {role}",
        f"{role} can be named as {two}", f"{role} is {work} {two}", f"{two} is {role}",
        f"the shadowy figure at the heart of it is {work} {two}", f"it was {two} who was {role}",
        f"we can reveal that {role} is {two}", f"that person is {two}"))), "affirms"  # fmt: skip


def _apart(made: Inventor) -> Pair | None:
    scene = made.scene()
    text = made.dice.choice(_TRIES).format(a=made.called(scene.a), b=made.called(scene.b), s=scene.s,
                                           x=made.dice.choice(("gave it up", "never got far")))  # fmt: skip
    if made.chance(0.25):
        text = made.say(made.scene())
    return _claim(made, scene), _spoken(made, text), "none"


def _opened(made: Inventor) -> Pair | None:
    scene = made.scene()
    said = made.dice.choice(_OPENS).format(p=made.say(scene), a=made.somebody())
    return _claim(made, scene), _spoken(made, said, plain=False), "none"
