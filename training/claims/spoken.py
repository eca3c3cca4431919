"""Pairs in the manners of those who speak and print: charges, headlines, letters, talk in court.

`pairs.py` says a scene plainly; here it is said as it is met: passives with giver and taker
exchanged, "the alleged handover of", what somebody is accused of or admits or takes back, the
answer of a witness, a headline, a thing granted in part, and much that only speaks to the matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from training.claims import words
from training.claims.frames import frames
from training.claims.invent import Inventor, Pair, Scene, _capital

FRAMES = frames()

_NOUNS = {
    "give": "handover of {o} to {b} by {a}|{a}’s handover of {o} to {b}|passing of {o} from {a} to {b}",
    "pay": "{a}’s payment of {c} to {b}|payment of {c} to {b} by {a}|fee that {a} paid {b}",
    "meet": "{a}’s meeting with {b} about {s}|meeting at which {a} and {b} discussed {s}",
    "approve": "{a}’s approval of {s}|approval of {s} by {a}",
    "destroy": "destruction of {o} by {a}|{a}’s destruction of {o}",
    "hire": "hiring of {b} by {a} for {s}|{a}’s engagement of {b} on {s}",
    "change": "alteration of {o} by {a}|{a}’s changes to {o}",
    "visit": "{a}’s trip to {w}|visit of {a} to {w}",
    "lose": "loss of {o} by {a}|{a}’s loss of {o}",
    "threaten": "{a}’s threats against {b} over {s}|threats to {b} by {a} over {s}",
    "investigate": "investigation of {b} by {a} over {s}|{a}’s inquiry into {b} over {s}",
    "press": "pressure put on {b} by {a} over {s}|{a}’s pressure on {b} over {s}",
    "use": "{a}’s use of {o} in {s}|use by {a} of {o} in {s}",
    "copy": "copying of {o} at {w} by {a}|{a}’s copying of {o} at {w}",
    "know": "{a}’s knowledge of {s}",
    "sign": "{a}’s agreement with {b} on {s}|agreement between {a} and {b} on {s}",
    "write": "{n} reports that {a} wrote for {b}|{n} reports by {a} for {b}",
    "tell": "warning about {s} that {a} gave {b}|{a}’s briefing of {b} on {s}",
}
"""A scene as a thing, to stand after "the alleged": who did it stays who did it."""
_GIVEN = """{b} was handed {o} by {a}|{b} had been given {o} by {a}|{b} was sent {o} by {a}|
{b} was passed {o} by {a}|{b} got {o} from {a}|{o} came to {b} from {a}|{o} reached {b} through {a}|
{o}, which {b} had from {a}, were read that night|{a}, who gave {b} {o}, left the same day|
{o} went from {a} to {b}|{a} let {b} have {o}|{a} was the one from whom {b} had {o}"""
_ACCUSED = """{a} was accused of {g}|{a} is accused of {g}|{a} is charged with {g}|
{a} was charged with {g} in {m}|{a} is alleged to have done it: {p}|{a} stands trial for {g}|
prosecutors say that {p}|{a} faces a charge of {g}|the charge against {a} is {g}|
it is alleged that {p}|the case against {a} was that {p}|the indictment says that {p}|
police arrested {a} on suspicion of {g}|the claims that {p} were first made in {m}|
according to the charge, {p}|the court was told that {p}|{a} allegedly did so: {p}"""
_ADMITS = """{a} admitted {g}|{a} admits {g}|{a} accepts that {p}|my client accepts that {p}|
it is not in dispute that {p}|we do not contest that {p}|{a} does not deny {g}|{a} has never denied {g}|
{a} conceded that {p}|yes, {p}|that is right, {p}|I have to say that {p}|{a} pleaded guilty to {g}|
{a} acknowledged {g}|we were wrong to say otherwise: {p}|the defence agrees that {p}"""
_DENIES = """{a} denies {g}|{a} denied {g}|{a} has always denied {g}|{a} rejected the claim that {p}|
my client denies {g}|no, {n}|that is not right, {n}|{a} pleaded not guilty to {g}|{a} dismissed as
invention the report that {p}|{a} insists that {n}|it did not happen: {n}|{a} was cleared of {g}|
whatever has been printed, {n}|{a} swore that {n}|there is no question of {a} {g}|
{a} contests the charge of {g}|we have written to say that {n}"""
_DOUBTS = """how could it be that {p}? I do not see it|the evidence that {p} is thin|
there is little to show that {p}|I would be surprised if {p}|I am not sure that {p}|
we have not been able to confirm that {p}|it may never be known whether {p}|
nothing in the file proves that {p}|the proof that {p} is weak|experts questioned whether {p}|
an expert cast doubt on the claim that {p}|it does not follow that {p}|the story that {p} does not add up|
one may ask whether {p} at all|I cannot be certain that {p}|it is by no means established that {p}"""
_BACK = """I withdraw my statement that {p}|I no longer say that {p}|we can no longer say whether {p}|
I cannot now swear that {p}|I take back what I said, that {p}|we no longer stand by the report that {p}|
{x} has retracted the claim that {p}|I told them that {p}; I am no longer sure of it|
I said that {p}, and I should not have said it|{x} now says that he cannot remember whether {p}|
our article said that {p}; we have removed that sentence|it can no longer be maintained that {p}"""
_NEAR = """{a} was questioned about {o}|{o} were found in the office of {b}|police seized {o} in {m}|
{o} were marked as secret|{a} and {b} have known each other for years|{b} won the contract in {m}|
{a} left the post in {m}|{a} had access to {o}|{b} was interested in {s}|{b} spent a year on {s}|
no employee of {b} has been charged|we followed every rule that applied|nobody from {b} has been asked|
the question for the committee is who knew about {o}|{a} has been asked about {o} and has not replied|
what {a} did or did not do is for the court|{a} has answered all questions|{b} has always acted properly|
{s} was decided on its merits|the price was the lowest and the offer was the best|{b} was paid by another|
{x} gave {o} to {y}|{x} was handed {o} by {y}|{b} passed {o} on to {x}|{b} sold {o} to {x}|
{x} told {y} about {s}|{x} met {y} in {m}|a hearing on {s} is set for {m}|it was never part of our case|
the inquiry cost a great deal|{a} wants the truth to come out|the trial of {a} begins in {m}|
{o} must be kept for ten years|anyone may read {o} today|{a} is not the only one who worked on {s}|
we will look at {s} again|{a} lied to {x} about {o}|{a} kept a diary|there were gaps in the register"""
_HEARD = """the court heard that {p}|when officers came in {m}, they were told that {p}|
{x}, who worked there for years, remembers that {p}|in the third week of {m} it was learned that {p}|
as {x} put it to the inquiry, {p}|a note of the meeting records that {p}, and that {q}|
{p}, and after that {q}|{q}, and {p}|not long after {q}, {p}|it is thought that {p}|{p}, it is said|
according to {x}, {p}|{p}; {a} did not respond to a request for comment|
{p}. {b} declined to say more|two people with knowledge of it say that {p}|we understand that {p}"""
_TALK = """Yes.|Well,|Look,|Yes, I did.|That is correct.|I will be quite open about it:|At that time|
I remember it well.|Let me think.|As I told the police,|To the best of my memory,|"""
_PLACES = {
    kind: words.each(listed)
    for kind, listed in {
        "given": _GIVEN, "accused": _ACCUSED, "admits": _ADMITS, "denies": _DENIES,
        "doubts": _DOUBTS, "back": _BACK, "near": _NEAR, "heard": _HEARD, "talk": _TALK,
    }.items()
}  # fmt: skip
_THINGS = """the alleged {n}|the {n}|claims about the {n}|reports of the {n}|the story of the {n}"""
_AROUND = {
    "affirms": "{t} began in {m}|{x} described {t}|{t} took a minute|the trial is about {t}|{x} admitted {t}|"
    "{x} saw {t}|{t} was the subject of the charge|{x} was the witness of {t}|it was {t} that ended the career",
    "denies": "there was no {n}|the {n} never took place|{x} denied the {n}|the {n} is an invention|"
    "nothing like the {n} ever happened|{x} rejects any {n}",
    "doubts": "there is no proof of the {n}|doubts remain about the {n}|{x} is sceptical of the alleged {n}|"
    "the evidence for the {n} is weak|it is unclear whether there was any {n}",
    "none": "{x} was asked about the {n}|{x} would not discuss the {n}|if there was a {n}, we will find it|"
    "{x} will look into any {n}",
}  # fmt: skip
_AT = {key: words.each(listed) for key, listed in _AROUND.items()}
_THE = words.each(_THINGS)
_PART = {
    "give": "{b} was given some of them, all of them public|{a} gave {b} one page, not the rest|"
    "what {a} gave {b} had been printed already; it was not {o}|{a} spoke to {b} of {o} but handed nothing over|"
    "some papers went to {b}, none of them secret|{a} did pass things to {b}, but not {o}|"
    "only {few} of the {n} were given to {b}",
    "pay": "{b} had money from {a}, but less than that|{a} paid {b}, as a loan and not a gift|"
    "the payment was made, but for other work|{b} was repaid expenses and nothing more",
    "meet": "{a} met {b}, but {s} was never mentioned|they met by chance; nothing was said of {s}|"
    "there was a meeting, but not about {s}",
    "tell": "{a} told {b} something of {s}, but only what was public|"
    "{b} heard of it from {a}, after everybody knew",
    "know": "{a} knew part of it|{a} knew of the plan, but not how it was done|{a} learned of it only later",
    "hire": "{b} was hired, but not for {s}|{b} did a few days for {a} on something else",
    "change": "{a} corrected spelling in them and nothing else|one line was changed by {a}, no more",
    "destroy": "{a} threw away duplicates, not {o}|one copy was shredded; the others exist",
    "copy": "{a} copied a page or two, not {o} whole|{a} made a copy, but not at {w}",
    "write": "{a} wrote {few} of them, not {n}|{a} wrote summaries for {b}, not reports",
    "use": "{a} looked at {o} but did not use them in {s}|{a} used only the part that was public",
    "press": "{a} spoke to {b} about {s}, but it was no pressure|there were calls, not threats",
    "approve": "{a} approved a part of {s}|{a} agreed in principle and signed nothing",
    "visit": "{a} went as far as the border and not to {w}|{a} went there years later",
    "see": "{a} saw {b} that day, but not with {o}",
    "investigate": "{a} asked {b} some questions; it was no investigation",
}
_PARTS = {frame: words.each(listed) for frame, listed in _PART.items()}
_GRANTS = words.each("{x}|{x}|{x}|my client accepts this much: {x}|I admit a part of it: {x}|"
                     "{a} partly denies it: {x}|it is half true. {x}|{a} disputes some of it: {x}")  # fmt: skip


def spoken(seed: int) -> Iterator[Pair]:
    """Give pairs without end."""
    made = Inventor(seed)
    makers = (_given, _manner, _noun, _part, _near, _heard, _headline, _talked, _unnamed)
    shares = (16, 30, 12, 11, 13, 9, 7, 9, 5)
    while True:
        for maker in made.dice.choices(makers, shares, k=64):
            pair = maker(made)
            if pair is not None:
                claim, said, relation = pair
                yield _capital(claim) + made.dice.choice((".", ".", "")), said, relation


def _fields(made: Inventor, scene: Scene, loose: bool = True) -> dict[str, str]:
    """Fill all that a line may ask for, a name anew each time it is called."""
    few = made.dice.choice(("two", "three", "four"))
    o = made.thing(scene) if loose and made.chance(0.5) else scene.o
    return {
        "a": made.called(scene.a), "b": made.called(scene.b), "o": o, "c": scene.c, "s": scene.s,
        "w": scene.w, "n": scene.n, "m": made.dice.choice(words.MONTHS), "few": few,
        "x": made.called(made.somebody()), "y": made.called(made.somebody()),
    }  # fmt: skip


def _dressed(made: Inventor, text: str, speaker: str = "") -> str:
    """Make a line a sentence, of somebody's or nobody's, with another beside it or none."""
    text = _capital(" ".join(text.split())) + "."
    if made.chance(0.25):
        beside = made.fill(made.dice.choice(words.each(words.BESIDE)))
        text = f"{text} {beside}" if made.chance(0.5) else f"{beside} {text}"
    who = speaker or made.somebody()
    return f"{who}: {text}" if speaker or made.chance(0.7) else text


def _claim(made: Inventor, scene: Scene) -> str:
    return made.say(scene, "plain", loose=made.chance(0.3))


def _given(made: Inventor) -> Pair:
    """Giver and taker, in passives and the like: the right way round, the wrong, and passed on."""
    scene = made.scene("give")
    share = made.dice.random()
    said, relation = scene, "affirms"
    if share < 0.4:
        said, relation = replace(scene, a=scene.b, b=scene.a), "none"
    elif share < 0.55:
        said, relation = replace(scene, a=scene.b, b=made.person()), "none"
    elif share < 0.62:
        said, relation = replace(scene, a=made.person()), "none"
    claim = _claim(made, scene)
    line = made.dice.choice(_PLACES["given"])
    if made.chance(0.3):
        claim = line.format(**_fields(made, scene, loose=False))
        text = made.say(said, "plain", loose=made.chance(0.5))
    else:
        text = line.format(**_fields(made, said))
    return claim, _dressed(made, text, said.a if made.chance(0.2) else ""), relation


_MANNERS = (("accused", "affirms"), ("admits", "affirms"), ("denies", "denies"),
            ("doubts", "doubts"), ("back", "doubts"))  # fmt: skip


def _manner(made: Inventor) -> Pair | None:
    scene = made.scene()
    kind, relation = made.dice.choices(_MANNERS, (28, 18, 26, 18, 10))[0]
    told = scene
    if made.chance(0.22):
        told, relation = made.other(scene), "none"
    line = made.dice.choice(_PLACES[kind])
    loose = told.o == scene.o and made.chance(0.5)
    gerund = made.say(told, "gerund", told.a, loose=False)
    if "{g}" in line and not gerund:
        return None
    text = line.format(
        **(_fields(made, told) | {"g": gerund.replace("ever ", ""), "p": made.say(told, loose=loose),
                                  "n": made.say(told, "negative", loose=loose)})
    )  # fmt: skip
    return _claim(made, scene), _dressed(made, text), relation


def _noun(made: Inventor) -> Pair:
    frame = made.dice.choice(list(_NOUNS))
    scene = made.scene(frame)
    told, relation = scene, made.dice.choices(list(_AT), (50, 22, 15, 13))[0]
    if made.chance(0.25):
        told = made.other(scene)
    noun = made.dice.choice(_NOUNS[frame].split("|")).format(**_fields(made, told, loose=False))
    line = made.dice.choice(_AT[relation])
    thing = made.dice.choice(_THE).format(n=noun)
    if noun.startswith(("the ", *made.called(told.a)[:1])) and "’s " in noun:
        thing, line = noun, line.replace("the {n}", "{n}").replace("no {n}", "nothing to {n}")
    text = line.format(t=thing, n=noun, x=made.called(made.somebody()),
                       m=made.dice.choice(words.MONTHS))  # fmt: skip
    return _claim(made, scene), _dressed(made, text), relation if told is scene else "none"


def _part(made: Inventor) -> Pair:
    frame = made.dice.choice(list(_PARTS))
    scene = made.scene(frame)
    fields = _fields(made, scene, loose=False)
    line = made.dice.choice(_PARTS[frame]).format(**fields)
    text = made.dice.choice(_GRANTS).format(x=line, a=fields["a"])
    return _claim(made, scene), _dressed(made, text, scene.a if made.chance(0.3) else ""), "in part"


def _near(made: Inventor) -> Pair:
    """What speaks to the matter and leaves the proposition alone."""
    scene = made.scene()
    text = made.dice.choice(_PLACES["near"]).format(**_fields(made, scene))
    return _claim(made, scene), _dressed(made, text), "none"


def _heard(made: Inventor) -> Pair:
    """A proposition within a longer sentence."""
    scene = made.scene()
    told, relation = scene, "affirms"
    how = "plain"
    if made.chance(0.25):
        told, relation = made.other(scene), "none"
    elif made.chance(0.25):
        how, relation = "negative", "denies"
    text = made.dice.choice(_PLACES["heard"]).format(
        **(_fields(made, told) | {"p": made.say(told, how, loose=told.o == scene.o), "q": made.say(made.scene())})
    )  # fmt: skip
    return _claim(made, scene), _dressed(made, text), relation


_ARTICLES = (" the ", " a ", " an ")


def _headline(made: Inventor) -> Pair | None:
    """In the present tense and without articles."""
    scene = made.scene()
    own = [one for one in FRAMES[scene.frame] if one[0].startswith("V")]
    if not own:
        return None
    told, relation = scene, "affirms"
    if made.chance(0.25):
        told, relation = made.other(scene), "none"
    pattern, verbs = made.dice.choice(own)
    base, past, _, ing = made.dice.choice(verbs)
    verb, gerund = base.partition(" "), f"{ing} "
    rest = pattern.removeprefix("V ").format(**_fields(made, told, loose=False), q=told.q)
    who = made.called(told.a)
    third = verb[0] + ("es" if verb[0].endswith(("s", "sh", "ch", "x")) else "s")
    forms = {
        "affirms": [f"{who} {third} {verb[2]} {rest}", f"{who} {past} {rest}, court told",
                    f"{who} accused of {gerund}{rest}", f"{who} ‘{past} {rest}’",
                    f"Revealed: {who} {past} {rest}", f"{who} admits {gerund}{rest}"],
        "denies": [f"{who} denies {gerund}{rest}", f"‘I never {past} {rest}’: {who}"],
        "doubts": [f"Doubts over claim that {who} {past} {rest}"],
    }  # fmt: skip
    kind = made.dice.choices(("affirms", "denies", "doubts"), (60, 30, 10))[0]
    text = f" {made.dice.choice(forms[kind])}"
    if made.chance(0.6):
        for article in _ARTICLES:
            text = text.replace(article, " ")
    text = _capital(" ".join(text.split()))
    return _claim(made, scene), text, kind if relation == "affirms" else "none"


def _talked(made: Inventor) -> Pair:
    """The answer of a witness, who says "I"."""
    scene = made.scene()
    speaker = made.dice.choice((scene.a, scene.a, scene.b))
    how, relation = made.dice.choice((("plain", "affirms"), ("negative", "denies")))
    opening = made.dice.choice(_PLACES["talk"])
    if how == "negative":
        opening = made.dice.choice(("No.", "No,", "That is wrong.", "", "I have said it before:"))
    told = scene
    if made.chance(0.2):
        told, relation = made.other(scene), "none"
    text = f"{opening} {made.say(told, how, speaker, loose=told.o == scene.o)}"
    return _claim(made, scene), _dressed(made, text, speaker), relation


def _unnamed(made: Inventor) -> Pair | None:
    """A passive that names nobody who did it: told of the same thing, it carries the claim."""
    scene = made.scene(made.dice.choice(("give", "destroy", "change", "copy", "use", "write")))
    told, relation = scene, "affirms"
    how = "negative" if made.chance(0.3) else "plain"
    if made.chance(0.25):
        told = made.other(replace(scene, b=made.somebody()))
        if told.o == scene.o:
            return None
        relation = "none"
    text = made.say(told, how)
    cut = text.replace(f" by {told.a}", "")
    for word in (told.a.split(" ")[-1], told.a):
        if cut == text and " by " in text and text.partition(" by ")[2].find(word) >= 0:
            cut = text[: text.index(" by ")] + text[text.index(word) + len(word) :]
    if cut == text or told.a.split(" ")[-1] in cut:
        return None
    if relation == "affirms" and how == "negative":
        relation = "denies"
    return (
        _claim(made, scene),
        _dressed(made, cut, "" if made.chance(0.6) else made.person()),
        relation,
    )
