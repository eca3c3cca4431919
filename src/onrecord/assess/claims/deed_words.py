"""Verbs and nouns by what is done: those of one line tell one kind of deed.

A table, not a model: "handed", "slipped" and "passed" are one deed, "received" is the same seen
from the other side. Only deeds that reports allege of people are in it; what is not in it is left
to the network.
"""

from __future__ import annotations

import re

_DEEDS = """
give: give hand pass slip supply deliver send leak forward transfer provide bring transmit convey\
 furnish entrust share disclose divulge smuggle feed show; handover transfer disclosure leak\
 delivery transmission
get*: receive obtain accept acquire collect fetch; receipt
sell: sell auction flog offload resell; sale resale
buy*sell: buy purchase; purchase
pay: pay reward reimburse remunerate bribe bankroll fund finance donate; payment bribe fee payout\
 kickback donation
paid*pay: pocket earn trouser
tell: tell inform warn notify alert brief advise apprise mention; warning notification alert
hear*tell: hear learn
meet: meet; meeting
deal: deal dealt; dealings
take: take remove steal pinch lift swap carry seize pilfer; theft removal
alter: alter change falsify doctor tamper edit rewrite amend backdate forge manipulate massage\
 adjust inflate understate overstate; alteration falsification manipulation forgery false
destroy: destroy shred delete wipe burn erase; destruction deletion
hide: hide conceal suppress withhold bury; concealment suppression
ask: ask instruct order urge direct tell request; instruction request
press: press pressure lean push pressurise coerce influence interfere intervene; pressure\
 interference influence
use: use exploit employ utilise; use
approve: approve authorise sign clear sanction endorse; approval authorisation
know: know realise
leave: leave escape exit
dismiss: dismiss sack fire suspend oust; dismissal suspension
attack: attack hit assault strike punch beat kick shove injure hurt; assault attack
kill: kill murder shoot stab poison; murder killing
abuse: abuse bully harass intimidate threaten; bullying harassment abuse intimidation
mislead: mislead deceive lie; deception
own: own control; ownership
break: breach break violate flout; breach violation
cause: cause trigger
ignore: ignore disregard neglect overlook; neglect
dump: dump discharge spill pollute release; discharge spill
copy: copy photograph download duplicate scan
visit: visit attend
call: call phone telephone ring
write: write draft author compile
sign: sign
start: start light ignite
win: win
vote: vote
choose: choose select award appoint hire; appointment award
borrow: borrow
damage: damage harm; damage harm
commit: commit perpetrate
stop: stop halt block delay postpone
"""
"""`kind: verbs; nouns`. A star: who is spoken of first is the one to whom it is done; `buy*sell` is
`sell` seen from there."""

_PHRASES = (
    (r"(?:(?:not|no) (?:fewer|less)|more|fewer|less) than(?= (?:\d|[a-z]+\b))", ""),
    (r"for (?:this|that|the) [^,.;]{2,40}? or (?:for )?any(?:thing else| other(?: \w+)?)", ""),
    (r"(?:in (?:return|exchange) for|as (?:a |the )?(?:price|reward|payment) (?:of|for))", "for"),
    (
        r"(?:the |that |this )?(?:payment|money|fee|sum) (?:made )?to (?P<who>[^,.;]{2,60}?)"
        r" (?:was|had been) (?:the price of|(?:a |the )?(?:reward|payment|bribe) for|for)",
        r"\g<who> was paid for",
    ),
    (r"(?:was|were|had been) the price of", "was paid for"),
    (r"earned by(?= \w+ing\b)", "paid for"),
    (r"(?:so|as) much as an?(?: [\w-]+){1,3}?(?= (?:from|out|to|in|on|off|away)\b)", "anything"),
    (
        r"(?:had|has|have)(?=\s+(?:the|an?|some|his|her|their|that|those)\s[^.;]{2,40}?"
        r"\bfrom\s+(?:the\s+)?(?-i:[A-Z]))",
        "received",
    ),
    (
        r"(?:had|has|have|having) (?P<no>no|any) (?:dealings|contact|business)(?= with\b)",
        r"dealt \g<no>",
    ),
    (r"(?:had|has|have|having) (?:dealings|contact|business)(?= with\b)", "dealt"),
    (r"us(?:e[sd]?|ing) the (?:words?|names?|phrase)", "mentioned"),
    (
        r"(?:ran|run|runs|running|rushed|drove|driven) (?P<what>[^,.;]{2,40}?)"
        r" (?:round|over|across) to",
        r"given \g<what> to",
    ),
    (
        r"(?:put|puts|putting|exert(?:ed|s|ing)?|bring|brought)\s+(?:\w+\s+){0,2}?pressure\s+"
        r"(?:to bear\s+)?on",
        "pressed",
    ),
    (r"lean(?:ed|s|ing|t)?\s+on", "pressed"),
    (r"(?:make|made|makes|making)\s+off\s+with", "taken"),
    (r"(?:walk|walked|walks|walking)\s+(?:off|out)\s+with", "taken"),
    (r"(?:help|helped)\s+(?:him|her|them)sel(?:f|ves)\s+to", "taken"),
    (r"cover(?:ed|s|ing)?\s+up", "hidden"),
    (
        r"(?:hand|pass|send|sent|give|gave|given|turn)(?:ed|es|s|ing)?\s+(?:over|on|along)(?=\s)",
        "given",
    ),
    (r"land(?:ed|s|ing)?\s+(?:with|in\s+the\s+hands\s+of|on\s+the\s+desk\s+of)", "got_to"),
    (r"(?:reach|reached|reaches|reaching)(?=\s+(?:an?|the|[A-Z])\b)", "got_to"),
    (r"(?:find|found)\s+(?:its|their)\s+way\s+(?:in)?to", "got_to"),
    (r"(?:end|ended)\s+up\s+(?:with|in\s+the\s+hands\s+of)", "got_to"),
    (r"(?:go|goes|went|gone)\s+missing", "left"),
    (r"(?:is|are|was|were|been|be|being)\s+in\s+receipt\s+of", "received"),
    (r"(?:was|were|been|is|are|be)\s+(?:made\s+)?aware\s+of", "knew"),
)  # fmt: skip
"""Phrases that are put in the place of one verb."""
PHRASES = tuple((re.compile(rf"\b{pattern}\b", re.IGNORECASE), verb) for pattern, verb in _PHRASES)

_IRREGULAR = """
gave given give; sent send; brought bring; fed feed; got get; took taken take; stole stolen steal;\
 swapped swap; sold sell; bought buy; paid pay; told tell; heard hear; met meet; hid hidden hide;\
 rewrote rewritten rewrite; forgot forget; withheld withhold; knew known know; left leave;\
 shot shoot; beat beaten beat; struck strike; hit hit; hurt hurt; lied lie; broke broken break;\
 rang rung ring; wrote written write; began begin; lit light; won win; chose chosen choose;\
 misled mislead; oversaw oversee; slipped slip; leant lean; burnt burn; lent lend;\
 smuggled smuggle; learnt learn; wiped wipe; shredded shred; flogged flog; spilt spill
"""


def _forms(verb: str) -> set[str]:
    """Give the regular forms of a verb."""
    stem = verb[:-1] if verb.endswith("e") else verb
    made = {verb, f"{verb}s", f"{stem}ed", f"{stem}ing", f"{verb}es"}
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        made |= {f"{verb[:-1]}ied", f"{verb[:-1]}ies"}
    if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb):
        made |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    return made


def _tables() -> tuple[dict[str, tuple[str, bool]], dict[str, str]]:
    verbs: dict[str, tuple[str, bool]] = {}
    nouns: dict[str, str] = {}
    irregular: dict[str, list[str]] = {}
    for line in _IRREGULAR.replace("\n", " ").split(";"):
        *forms, verb = line.split()
        irregular.setdefault(verb, []).extend(forms)
    for line in _DEEDS.strip().split("\n"):
        kind, _, words = line.partition(": ")
        name, star, other = kind.partition("*")
        deed = (other or "give") if star else name
        told, _, named = words.partition("; ")
        for verb in told.split():
            for form in (*_forms(verb), *irregular.get(verb, ())):
                verbs.setdefault(form, (deed, bool(star)))
        nouns.update({form: deed for noun in named.split() for form in (noun, f"{noun}s")})
    verbs["got_to"] = ("give", False)
    return verbs, nouns


VERBS, NOUNS = _tables()
"""Each form of a verb with its deed, and whether who stands first is the one to whom it is done;
each noun with its deed."""
PARTICIPLE = re.compile(r"(?:ed|en|wn|ld|nt|ht|id|ft|ot|un|et|ck|ut|it)$")
"""How the form ends by which a passive is made."""
MONEY = frozenset(
    "money cash crown pound dolla euros marks franc payme fee fees sum sums thous milli flori loot"
    " dosh bankn bribe".split()
)
"""The first letters of what is paid."""
