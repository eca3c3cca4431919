"""Who was asked and did not answer: set phrases and what the network found beside them."""

from __future__ import annotations

from onrecord.core.identity import RowId, anchored
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Naming, Reply, Voice
from onrecord.reader.layout import Layout, Silent
from onrecord.reader.models import pieces
from onrecord.reader.models.decode import SURE_CUE
from onrecord.reader.models.labels import OUTCOMES
from onrecord.reader.models.network import Found
from onrecord.reader.speaking import Speakers


def unanswered(
    layout: Layout, speakers: Speakers, found: list[Found], made: pieces.Pieces, taught: bool
) -> tuple[Reply, ...]:
    """Give the silences and refusals of one text.

    Args:
        taught: whether the network was taught kinds of silence; else the set phrases alone count.
    """
    silent: list[Silent] = list(layout.silent)
    asked_by: dict[Span, Spans] = {}
    for one in found if taught else ():
        cue, source = layout.places(one.cue, made), layout.places(one.source, made)
        if not one.silence or one.signs[0] < SURE_CUE or not cue or not source:
            continue
        if one.addressee:
            asked_by[cue[0]] = layout.places(one.addressee, made)
        known = next(
            (
                number
                for number, (asked, at, _) in enumerate(silent)
                if at.overlaps(cue[0]) or asked.overlaps(source[0])
            ),
            None,
        )
        if known is None:
            silent.append((source[0], cue[0], OUTCOMES[one.kinds["outcome"]]))
        elif source[0].holds(silent[known][0]):
            # "Ada Finch, then minister, did not reply": the network sees the whole of her.
            silent[known] = (source[0], *silent[known][1:])
    replies: dict[RowId, Reply] = {}
    for asked, at, outcome in silent:
        asker = next((spans for cue, spans in asked_by.items() if cue.overlaps(at)), None)
        identifier = RowId(anchored("rep", layout.text.id, [asked], [at]))
        replies[identifier] = Reply(
            id=identifier,
            asked=_named(layout, speakers, asked),
            outcome=outcome,
            at=(at,),
            asked_by=speakers.asked(asker) if asker else None,
        )
    return tuple(sorted(replies.values(), key=lambda reply: reply.at))


def _named(layout: Layout, speakers: Speakers, asked: Span) -> Voice:
    """Give the one who was asked; a pronoun that leads to nobody means the last one named.

    That is who is named last before it in its sentence, or first in the sentence before.
    """
    voice = speakers.asked((asked,))
    words = layout.words(asked)
    loose = len(words) == 1 and words[0].low in layout.lexicon.third_person
    sentence = layout.sentence_at(asked.start)
    if voice.mention is not None or not loose or sentence is None:
        return voice
    here = speakers.cast.names_in(Span(sentence.start, asked.start))
    number = layout.sentences.index(sentence)
    before = speakers.cast.names_in(layout.sentences[number - 1]) if number else []
    names = here[-1:] or before[:1]
    if not names:
        return voice
    return Voice(spans=(asked,), naming=Naming.NAMED, mention=names[0].same_as or names[0].id)
