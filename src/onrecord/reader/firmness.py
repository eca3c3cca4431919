"""What a report does and how firmly it binds: act, polarity, commitment, and the words for it.

Tables first: a cue verb that stands in them says what it does. What they do not know the network
tells, where it was taught.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.spans import Spans
from onrecord.core.vocabulary import Commitment, Polarity, SpeechAct
from onrecord.reader.lexicon import Lexicon, Verb
from onrecord.reader.models.labels import ACTS, COMMITMENTS
from onrecord.reader.words import Word

_SEEK = frozenset("seek seeks seeking sought".split())
_PLEAD = frozenset("plead pleads pleaded pleading pled".split())


@dataclass(frozen=True, slots=True)
class Firmness:
    """What one report's words say of act and commitment; `hedges` are the words that carry it."""

    act: SpeechAct
    polarity: Polarity
    commitment: Commitment
    hedges: Spans


def firmness(
    cue: list[Word],
    content: list[Word],
    unquoted: list[Word],
    sourced: bool,
    addressed: bool,
    kinds: dict[str, int] | None,
    hedges: Spans,
    lexicon: Lexicon,
) -> Firmness:
    """Grade one report.

    Args:
        content: the words of its content.
        unquoted: those of them that stand in no quotation.
        sourced, addressed: whether words tell who says it, and to whom.
        kinds: what the network makes of it; None where it was not taught.
        hedges: the words that the network takes for hedges.
    """
    act, commitment = SpeechAct.ASSERTS, Commitment.NOT_STATED
    known = list(_known(cue, content, lexicon))
    if known:
        act, commitment = known[-1].act, known[-1].commitment
    elif kinds is not None:
        act, commitment = ACTS[kinds["act"]], COMMITMENTS[kinds["commitment"]]
    is_told = bool(known) and known[-1].always
    if kinds is not None and act is SpeechAct.ASSERTS and not is_told:
        act = ACTS[kinds["act"]]
    if act is SpeechAct.ASKS and not _asks(cue, content, addressed, lexicon):
        act = SpeechAct.ASSERTS
    held: list[Word] = []
    table = lexicon.hedging_cues if sourced else lexicon.agentless_hedges
    for word in cue:
        if word.low in table:
            held.append(word)
            commitment = table[word.low]
    for word in unquoted:
        if word.low in lexicon.hedges and word.text != "May":
            held.append(word)
            commitment = lexicon.hedges[word.low]
    noun = next((lexicon.nouns[word.low] for word in cue if word.low in lexicon.nouns), None)
    if noun is not None and not known:
        polarity = Polarity.NEGATIVE if noun.act is SpeechAct.DENIES else Polarity.POSITIVE
        return Firmness(noun.act, polarity, noun.commitment, hedges)
    if kinds is not None:
        return _told(act, commitment, kinds, hedges, held, cue)
    spans = tuple(sorted(word.span for word in held))
    negated = any(word.low in lexicon.negations or word.low.endswith("n't") for word in cue)
    return Firmness(*_negated(act, commitment, negated), spans)


def _known(cue: list[Word], content: list[Word], lexicon: Lexicon) -> Iterator[Verb]:
    """Give what the verbs of a cue do: "called for" asks, "called him a liar" does not."""
    after = [*(word.low for word in [*cue, *content[:1]][1:]), ""]
    for word, following in zip(cue, after, strict=False):
        verb = lexicon.verbs_before.get((word.low, following)) or lexicon.verbs.get(word.low)
        if verb is not None:
            yield verb


def _asks(cue: list[Word], content: list[Word], addressed: bool, lexicon: Lexicon) -> bool:
    """Say whether something is asked: by a word of asking, or in the form of a question.

    Who "leans on" somebody "to let it be" asks that of them; who "seeks to" do something asks
    nobody. What has no cue is a letter's.
    """
    said = [word.low for word in content if not word.is_mark]
    if not cue or any(word.text == "?" or (word.quote and "?" in word.text) for word in content):
        return True
    if said[:1] == ["to"] and (addressed or cue[-1].low in _SEEK):
        return addressed
    if any(verb.act is SpeechAct.ASKS for verb in _known(cue, content, lexicon)):
        return True
    opens = bool(said) and said[0] in lexicon.asking_openings
    return opens or not lexicon.asking_words.isdisjoint(word.low for word in cue)


def is_plea(cue: list[Word], content: list[Word]) -> bool:
    """Say whether somebody pleads to a charge: "pleaded not guilty" asks for nothing."""
    said = [word.low for word in content if word.low[:1].isalpha()][:2]
    pleads = any(word.low in _PLEAD for word in cue)
    return pleads and (said[:1] == ["guilty"] or said == ["not", "guilty"])


def _told(
    act: SpeechAct,
    commitment: Commitment,
    kinds: dict[str, int],
    hedges: Spans,
    held: list[Word],
    cue: list[Word],
) -> Firmness:
    """Weigh tables and network: the network's hedges count, and the table's in the cue."""
    spans = sorted({*hedges, *(w.span for w in held if w in cue)})
    whole = tuple(span for span in spans if not any(o is not span and o.holds(span) for o in spans))
    if not held or not any(word in cue for word in held):
        commitment = COMMITMENTS[kinds["commitment"]]
    polarity = Polarity.NEGATIVE if kinds["negative"] else Polarity.POSITIVE
    return Firmness(act, polarity, commitment, whole)


def _negated(
    act: SpeechAct, commitment: Commitment, negated: bool
) -> tuple[SpeechAct, Polarity, Commitment]:
    if not negated:
        polarity = Polarity.NEGATIVE if act is SpeechAct.DENIES else Polarity.POSITIVE
        return act, polarity, commitment
    if commitment in (Commitment.PROBABLE, Commitment.POSSIBLE):
        return act, Polarity.NEGATIVE, Commitment.IMPROBABLE
    return SpeechAct.DECLINES, Polarity.POSITIVE, Commitment.NOT_STATED
