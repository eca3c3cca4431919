"""What can be said to have happened: each frame with the ways of saying it.

A verb is `base/past/participle/ing`; `V` marks it in an active pattern, `P` in a passive one. The
patterns of one frame say the same; `a` did it, `b` is the other, `o` the thing, `n` a number, `s` a
subject of debate, `q` what is counted, `w` a place. A `-` before a pattern: it also says that it was not.
"""

from __future__ import annotations

FRAMES = """
give: gave o to b
 V {b} {o} = give/gave/given/giving hand/handed/handed/handing send/sent/sent/sending
 V {o} to {b} = give/gave/given/giving pass/passed/passed/passing hand/handed/handed/handing slip/slipped/slipped/slipping supply/supplied/supplied/supplying leak/leaked/leaked/leaking
 {o} P to {b} by {a} = give/gave/given/giving pass/passed/passed/passing hand/handed/handed/handing
 {b} V {o} from {a} = receive/received/received/receiving get/got/got/getting obtain/obtained/obtained/obtaining
 it was {a} who V {o} to {b} = pass/passed/passed/passing
pay: paid
 V {b} {c} = pay/paid/paid/paying
 V {c} to {b} = pay/paid/paid/paying transfer/transferred/transferred/transferring
 {b} P {c} by {a} = pay/paid/paid/paying
 {b} V {c} from {a} = receive/received/received/receiving take/took/taken/taking accept/accepted/accepted/accepting pocket/pocketed/pocketed/pocketing
tell: told
 V {b} about {s} = tell/told/told/telling inform/informed/informed/informing brief/briefed/briefed/briefing warn/warned/warned/warning
 {b} P about {s} by {a} = tell/told/told/telling inform/informed/informed/informing
 {b} V about {s} from {a} = hear/heard/heard/hearing learn/learned/learned/learning
meet: met
 V {b} to discuss {s} = meet/met/met/meeting
 V with {b} about {s} = meet/met/met/meeting talk/talked/talked/talking speak/spoke/spoken/speaking
 V a meeting with {b} on {s} = have/had/had/having hold/held/held/holding
know: knew
 V about {s} = know/knew/known/knowing
 V of {s} = know/knew/known/knowing
 V aware of {s} = become/became/become/becoming
approve: approved
 V {s} = approve/approved/approved/approving authorise/authorised/authorised/authorising
 V off on {s} = sign/signed/signed/signing
 {s} P by {a} = approve/approved/approved/approving authorise/authorised/authorised/authorising
destroy: destroyed
 V {o} = destroy/destroyed/destroyed/destroying delete/deleted/deleted/deleting shred/shredded/shredded/shredding
 {o} P by {a} = destroy/destroyed/destroyed/destroying delete/deleted/deleted/deleting
write: wrote
 V {n} reports for {b} = write/wrote/written/writing draft/drafted/drafted/drafting
 {n} reports P for {b} by {a} = write/wrote/written/writing prepare/prepared/prepared/preparing
order: ordered
 V {b} to stop {s} = order/ordered/ordered/ordering instruct/instructed/instructed/instructing tell/told/told/telling
 {b} P by {a} to stop {s} = order/ordered/ordered/ordering tell/told/told/telling
press: put pressure
 V pressure on {b} over {s} = put/put/put/putting exert/exerted/exerted/exerting
 V on {b} over {s} = lean/leaned/leaned/leaning
 pressure P on {b} by {a} over {s} = put/put/put/putting exert/exerted/exerted/exerting
 {b} V under pressure from {a} over {s} = come/came/come/coming
hire: hired
 V {b} to work on {s} = hire/hired/hired/hiring employ/employed/employed/employing engage/engaged/engaged/engaging
 {b} P by {a} to work on {s} = hire/hired/hired/hiring employ/employed/employed/employing
use: used
 V {o} in {s} = use/used/used/using
 V use of {o} in {s} = make/made/made/making
 {o} P by {a} in {s} = use/used/used/using
change: changed
 V {o} = alter/altered/altered/altering change/changed/changed/changing rewrite/rewrote/rewritten/rewriting doctor/doctored/doctored/doctoring
 {o} P by {a} = alter/altered/altered/altering change/changed/changed/changing
visit: visited
 V to {w} = travel/travelled/travelled/travelling go/went/gone/going fly/flew/flown/flying
 V {w} = visit/visited/visited/visiting
 V a trip to {w} = make/made/made/making
resign: resigned
 V as head of {s} = resign/resigned/resigned/resigning
 V down from {s} = step/stepped/stepped/stepping
 V {s} = quit/quit/quit/quitting leave/left/left/leaving
lose: lost
 V {o} = lose/lost/lost/losing mislay/mislaid/mislaid/mislaying
 V track of {o} = lose/lost/lost/losing
delay: delayed
 V {s} by {n} weeks = delay/delayed/delayed/delaying hold up/held up/held up/holding up
 {s} P by {a} for {n} weeks = delay/delayed/delayed/delaying hold up/held up/held up/holding up
see: saw
 V {b} with {o} = see/saw/seen/seeing spot/spotted/spotted/spotting
 {b} P with {o} by {a} = see/saw/seen/seeing
threaten: threatened
 V {b} over {s} = threaten/threatened/threatened/threatening intimidate/intimidated/intimidated/intimidating
 {b} P by {a} over {s} = threaten/threatened/threatened/threatening
own: owned
 V {n} per cent of {b} = own/owned/owned/owning hold/held/held/holding buy/bought/bought/buying
harm: killed
 V {n} people = kill/killed/killed/killing
 {n} people P by {a} = kill/killed/killed/killing
 {n} people V because of {a} = die/died/died/dying
count: received
 V {n} {q} = receive/received/received/receiving record/recorded/recorded/recording handle/handled/handled/handling
 {n} {q} P by {a} = receive/received/received/receiving record/recorded/recorded/recording
sign: signed
 V an agreement with {b} on {s} = sign/signed/signed/signing conclude/concluded/concluded/concluding
 {a} and {b} V an agreement on {s} = sign/signed/signed/signing reach/reached/reached/reaching
lie: lied
 V to {b} about {s} = lie/lied/lied/lying
 V {b} about {s} = mislead/misled/misled/misleading deceive/deceived/deceived/deceiving
recall: withdrew
 V support for {s} = withdraw/withdrew/withdrawn/withdrawing end/ended/ended/ending
 V to support {s} = cease/ceased/ceased/ceasing
copy: copied
 V {o} at {w} = copy/copied/copied/copying photograph/photographed/photographed/photographing
 {o} P by {a} at {w} = copy/copied/copied/copying
investigate: investigated
 V {b} over {s} = investigate/investigated/investigated/investigating
 V an investigation of {b} over {s} = open/opened/opened/opening begin/began/begun/beginning
 {b} P by {a} over {s} = investigate/investigated/investigated/investigating
charge: charged
 V {b} with fraud over {s} = charge/charged/charged/charging
 V charges of fraud against {b} over {s} = bring/brought/brought/bringing
 {b} P with fraud by {a} over {s} = charge/charged/charged/charging
"""


def frames() -> dict[str, list[tuple[str, list[tuple[str, str, str, str]]]]]:
    """Read the table: of each frame its patterns, each with the forms of its verbs."""
    made: dict[str, list[tuple[str, list[tuple[str, str, str, str]]]]] = {}
    name = ""
    for line in FRAMES.strip().split("\n"):
        if not line.startswith(" "):
            name = line.split(":")[0]
            made[name] = []
            continue
        pattern, verbs = line.strip().split(" = ")
        made[name].append((pattern, list(_forms(verbs))))
    return made


def _forms(verbs: str) -> list[tuple[str, str, str, str]]:
    found = []
    rest = verbs
    while rest:
        # A verb of two words ("hold up") has a space in each form.
        parts = rest.split("/", 3)
        last, _, after = parts[3].partition(" ")
        if " " in parts[0]:
            more, _, after = after.partition(" ")
            last = f"{last} {more}"
        found.append((parts[0], parts[1], parts[2], last))
        rest = after
    return found
