"""Fair wordings: what the record has, as a sentence that says whose it is and who is against it.

A statement is given in the words of its source, which say by themselves who speaks and how firmly;
whom a pronoun means is named. Words that nobody is named for are those of the source, in quotation
marks. Nothing is put into the mouth of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.core.dates import MONTH, MONTHS
from onrecord.core.drafts import Near
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Mode, Naming, Stance, Text
from onrecord.core.wording import names_somebody, one_line

_LONGEST = 420
"""Letters of a source's words that are offered; the rest is for whoever opens the source."""
_ARTICLE = re.compile(r"(?:The|An?)\b")
_POINTS = re.compile(
    r"\b(?:of them|I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|weekend|month|year|night|morning|afternoon|evening"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|" + MONTH + r")"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! ?,? (?:the )?\d))\b"
)
"""Words that mean somebody or some day only where they were written."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘(?:[^’]|’(?=\w))*’(?!\w)")
_ENDS = ".!?"
_CLOSING = '”’"'
_WRITER = re.compile(r"(?:I|[Ww]e)\b.*")
_PERSON = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
_HERS = frozenset("his her their its my our whose".split())
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Tt]hem)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|had|have)\b")
_OWNS = re.compile(r"['’]s?\s+")
_NAMES = 6
"""Words more than before where names stand for pronouns: else it is another sentence."""
_INTRODUCED = re.compile(r": “[^“”]*[^.!?“”]”$")
"""A sentence that is quoted, as yet without its full stop."""
_POINTED = re.compile(r"(?:[Tt]h(?:e|is|at|ese|ose)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur)\b")
_SAME = 40
"""Letters by which a sentence is known again."""
_FULL_STOP = re.compile(rf"[.!?][{_CLOSING}]?(?=\s)")
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([\w ]{2,20}\))?"
    r" [-–—]+ (?=[A-Z“\"])"
)
"""What stands before the first sentence of a report: "PORT OSTREY, June 5 (HNA) - "."""
_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_AGAINST = {
    Stance.DENIES: "denied it",
    Stance.DENIES_IN_PART: "denied a part of it",
    Stance.DOUBTS: "doubted it",
    Stance.WITHDRAWS: "later withdrew it",
}
_FEWEST = 3
"""Words of a denial that say what is denied: "which the police deny" has it from elsewhere."""


@dataclass(frozen=True, slots=True)
class Fair:
    """A fair wording, and the stretch of the draft it would stand in place of.

    `over` None: it stands for no stretch; empty: it would be put in there.
    """

    words: str
    over: Span | None


def told(
    record: Against, some: Sequence[Near], against: Near | None, draft: Draft, at: Span
) -> Fair:
    """Give what statements have, and who is against it, in place of a stretch of a draft.

    Of statements that have the same, the first that says by itself who speaks is given.
    """
    near, words = some[0], ""
    for one in some:
        words = words or _attributed(record, _outermost(record, one.statement), one)
        if words:
            near = one
            break
    words = words or _as_written(record, _outermost(record, near.statement))
    who = _opposing(record, near, against) if against is not None else ""
    whole = draft.sentence(at.start)
    ends = whole.at.end - at.end <= 1 and draft.characters[whole.at.end - 1] in _ENDS
    if whole.kind in (BlockKind.HEADLINE, BlockKind.CAPTION) or not ends:
        return Fair(_capital(f"{words}; {_inside(who)}" if who else words), at)
    said = sentence(words)
    return Fair(f"{said} {sentence(who)}" if who else said, Span(at.start, whole.at.end))


def beside(record: Against, denial: StatementRow, draft: Draft, at: Span) -> Fair:
    """Give a denial as a sentence to stand after the one of a draft in which a stretch lies."""
    who, few = called(record, denial), len(denial.content.split()) < _FEWEST
    if who and (few or _is_noun(record, denial)):
        return added(sentence(f"{who} {_AGAINST[Stance.DENIES]}"), draft, at)
    return added(sentence(clause(record, denial)), draft, at)


def added(words: str, draft: Draft, at: Span) -> Fair:
    """Give a sentence to stand after the one of a draft in which a stretch lies."""
    end = draft.sentence(at.start).at.end
    return Fair(words, Span(end, end))


def clause(record: Against, row: StatementRow) -> str:
    """Give a statement with who says it, as its source has both; no full stop is put to it."""
    row = _outermost(record, row)
    return _attributed(record, row, None) or _as_written(record, row)


def _opposing(record: Against, near: Near, against: Near) -> str:
    """Say who is against what is told, and how; '' where nobody is named."""
    who, how = called(record, against.statement), _AGAINST.get(against.stance or Stance.ASSERTS)
    theirs = against.statement.actor is not None and against.statement.actor == near.statement.actor
    if (against.stance is Stance.WITHDRAWS) is not (theirs or against.party == near.party):
        return ""  # nobody takes back what another said, or denies what they say themselves
    return f"{who} {how}" if who and how else ""


def _outermost(record: Against, row: StatementRow) -> StatementRow:
    """Give the statement in which another is told: whoever passed it on says so."""
    while row.parent is not None and not row.is_own_voice:
        row = record.statement(row.source, row.parent)
    return row


def _attributed(record: Against, row: StatementRow, near: Near | None) -> str:
    """Give a statement as a clause that says who speaks; '' where its source has none."""
    text, who = record.text(row.source), called(record, row)
    nobody = row.is_own_voice or row.naming in (Naming.PUBLISHER, Naming.AGENTLESS)
    if nobody or not who or _in_headline(text, row.at):
        return ""
    if row.mode is Mode.INDIRECT and len(row.content_spans) > 1:
        return ""  # "as the register shows" may go for one part alone
    source = row.source_spans[0].of(text.characters) if row.source_spans else ""
    if not any(map(str.isalpha, row.cue)):
        # The writer of a letter, or whose turn it is in a transcript.
        return f"{who} said: {_marked(row.content)}"
    if _WRITER.fullmatch(source.strip()):
        return f"{who} said: {_marked(row.at.of(text.characters))}"
    words = one_line(_named(record, row, who, near))
    if not _is_whole(words):
        words = f"{who} {one_line(row.cue).rstrip(' ,:')}: {_marked(row.content)}"
    if _POINTS.search(_QUOTED.sub("", words)) or _is_noun(record, row):
        return ""
    is_body = row.actor not in record.ready.person_ids
    if row.mode is Mode.INDIRECT and is_body and _PERSON.search(words):
        return ""  # whom a "she" means does not stand in it
    if words.endswith("told"):
        words = f"{words[:-4]}said"
    return _cut(_first(words, near))


def called(record: Against, row: StatementRow) -> str:
    """Name who speaks, in words that stand at the beginning of a sentence; '' nobody is named."""
    who = one_line(row.actor_name or row.speaker.partition(" (“")[0]).strip(" ,")
    if not names_somebody(who):
        return ""
    # Whether a body or an office goes by an article, the sources tell.
    takes = not _ARTICLE.match(_capital(who)) and record.ready.takes_article(who)
    return f"The {who}" if takes else _capital(who)


def sentence(words: str) -> str:
    """Give words as a sentence: a capital at the beginning, a full stop at the end."""
    whole = _capital(words.rstrip(" ,;:"))
    if _INTRODUCED.search(whole):
        whole = f"{whole[:-1]}.{whole[-1]}"
    ends = whole.rstrip(_CLOSING)[-1:] in _ENDS or whole.endswith("…")
    return whole if ends else f"{whole}."


def cited(words: str, label: str) -> str:
    """Give the words of a source as a sentence, in quotation marks and with where they stand."""
    return sentence(_by_source(words, label))


def in_words(label: str) -> str:
    """Write the days in the name of a source as a text has them: 4 April 2023."""
    return _ISO_DAY.sub(lambda day: f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}", label)


def _as_written(record: Against, row: StatementRow) -> str:
    """Give the words of a source as its own, in quotation marks."""
    characters = record.text(row.source).characters
    begins = row.at.start
    if characters[begins].islower():  # "is alleged that": the sentence begins before it
        before = max(characters.rfind(one, 0, begins) for one in ("\n\n", ". ", "? ", "! "))
        begins = Span(before + 1, begins).trimmed(characters).start
        if characters[begins : begins + 1] in _ENDS:
            begins = Span(begins + 1, row.at.start).trimmed(characters).start
    return _by_source(characters[begins : row.at.end], row.source_label)


def _by_source(words: str, label: str) -> str:
    told = _DATELINE.sub("", one_line(words))
    return f"{_marked(told.rstrip('.'))} ({in_words(label)})"


def _in_headline(text: Text, at: Span) -> bool:
    """Say whether words stand in a headline, which leaves out its articles."""
    return any(one.kind is BlockKind.HEADLINE and one.at.overlaps(at) for one in text.blocks)


def _is_noun(record: Against, row: StatementRow) -> bool:
    """Say whether a statement is told with a noun: "her rejection of the charge"."""
    if not row.source_spans or _VERB.search(row.cue):
        return False
    # The mark of the genitive may be read as a part of the name.
    end, characters = row.source_spans[0].end, record.text(row.source).characters
    owns = [
        one.end() for start in (end - 2, end - 1, end) if (one := _OWNS.match(characters, start))
    ]
    return any(at.start in owns for at in row.cue_spans)


def _named(record: Against, row: StatementRow, who: str, near: Near | None) -> str:
    """Give the words of a source from end to end, with whom and the day that they point at."""
    characters = record.text(row.source).characters
    put: list[tuple[Span, str]] = []
    at = row.source_spans[0] if row.source_spans else row.at
    if who and row.source_spans and _stands_for(at.of(characters), who, record, row):
        name = who if at.start == row.at.start else _inside(who)
        put.append((at, f"{name}’s" if at.of(characters).casefold() in _HERS else name))
    said = row.made.at if row.made is not None else None
    if row.made is not None and said is not None and row.at.holds(said):
        day = in_words(row.made.edtf)
        if day != row.made.edtf and not any(one.isdigit() for one in said.of(characters)):
            put.append((said, day))
    if near is not None and (names := _with_names(row, near)):
        put.append((row.content_spans[0], names))
    words, end = "", row.at.start
    for at, instead in sorted(put):
        words, end = f"{words}{characters[end : at.start]}{instead}", at.end
    return words + characters[end : row.at.end]


def _stands_for(words: str, who: str, record: Against, row: StatementRow) -> bool:
    """Say whether a name is to stand in the place of the words that a source has for somebody.

    "Prosecutors" are not exchanged for their office, whose verb would be another.
    """
    if not names_somebody(words):
        return True
    if row.actor in record.ready.person_ids and row.naming is not Naming.ROLE_ONLY:
        return words.split()[-1] == who.split()[-1] and " " not in words
    return bool(_POINTED.match(words)) and bool(_ARTICLE.match(who))


def _with_names(row: StatementRow, near: Near) -> str:
    """Give what was said with names in the place of its pronouns; '' where that is not known."""
    said, names = one_line(row.content), one_line(near.words)
    if row.mode is not Mode.INDIRECT or len(row.content_spans) > 1 or not _PRONOUN.search(said):
        return ""
    that = "that " if said.startswith("that ") else ""
    whole = abs(len(said.split()) - len(f"{that}{names}".split())) <= _NAMES
    return f"{that}{names}" if whole and not _PRONOUN.search(names) else ""


def _first(words: str, near: Near | None) -> str:
    """Give the first sentence of what was said where that is the one that is meant."""
    stop = _FULL_STOP.search(words)
    if near is None or stop is None or not _is_whole(words[: stop.end()]):
        return words
    return words[: stop.end()] if one_line(near.words)[:_SAME] in words[: stop.end()] else words


def _marked(words: str) -> str:
    """Put words between quotation marks; those that stand inside become single ones."""
    line = one_line(words)
    if _QUOTED.fullmatch(line):
        line = line[1:-1]
    line = re.sub(r"\"([^\"]*)\"", r"‘\1’", line).replace("“", "‘").replace("”", "’")
    return f"“{_cut(line).rstrip(' ,;')}”"


def _is_whole(words: str) -> bool:
    """Say whether every quotation that begins in some words ends in them."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _cut(words: str) -> str:
    """Leave out what is long: whole sentences, or what stands after the last word that fits."""
    if len(words) <= _LONGEST:
        return words
    stops = [one.end() for one in _FULL_STOP.finditer(words, 0, _LONGEST)]
    whole = [end for end in stops if _is_whole(words[:end])]
    return words[: whole[-1]] if whole else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _inside(who: str) -> str:
    """Give what begins a sentence as it stands inside one: "the notice" for "The notice"."""
    return who[:1].lower() + who[1:] if _ARTICLE.match(who) else who
