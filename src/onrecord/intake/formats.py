"""Which reader reads which kind, and what every failure of a reader is called.

Whatever a parser does - refuse, run out of memory, raise - ends here as a text or as a refusal with
a stable code. A text without a single letter is a refusal too: nothing is empty in silence.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import Refusal
from onrecord.intake import kinds, wire
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

Reading = Callable[[bytes, Limits], Extracted]

IN_PROCESS_BYTES = 300_000
_IN_PROCESS = {kinds.PLAIN, kinds.MARKDOWN, kinds.ROW}

_NOT_YET = {
    "application/rtf": "rich text is not read yet; save it as DOCX or plain text",
    "application/x-ole-storage": "old Office files and .msg are not read yet; save them anew as "
    "DOCX or .eml",
    "application/warc": "web archives are not read yet; give the pages themselves",
}


def is_light(kind: str, size: int) -> bool:
    """Say whether a file may be read in this process.

    Text and rows of JSON Lines up to 300 kB may: only our own line rules touch them, whose time and
    memory grow with the length and no faster, and no parser written in C sees their bytes but the
    JSON decoder. All else is read in a process of its own.
    """
    return kind in _IN_PROCESS and size <= IN_PROCESS_BYTES


def read(name: str, raw: bytes, kind: str, limits: Limits) -> Extracted | Refusal:
    """Read the bytes of one file of a kind; never raises for what the file holds."""
    try:
        return _judged(_reader(name, kind)(raw, limits), limits)
    except Refused as refused:
        return Refusal(code=refused.code, reason=str(refused))
    except MemoryError:
        reason = f"reading it takes more than {limits.memory_bytes // 1_000_000} MB of memory"
        return Refusal(code="memory", reason=reason)
    except RecursionError:
        return Refusal(code="limit", reason="it is nested too deeply to be read")
    except Exception as error:  # a parser's own errors are legion; each costs its file only
        return _damaged(error)


def _reader(name: str, kind: str) -> Reading:
    if kind == kinds.HTML:
        return _html
    if kind == kinds.PLAIN:
        from onrecord.intake import plain

        return plain.read_plain
    if kind == kinds.MARKDOWN:
        from onrecord.intake import markdown

        return markdown.read_markdown
    if kind in (kinds.ROW, kinds.CSV, kinds.XML, kinds.YAML):
        from onrecord.intake import table

        return table.BY_KIND[kind]
    if kind == kinds.MAIL:
        from onrecord.intake import mail

        return mail.read_message
    if kind == kinds.MBOX:
        from onrecord.intake import mbox

        return mbox.read_mbox
    return _office(name, kind)


def _office(name: str, kind: str) -> Reading:
    if kind == kinds.PDF:
        from onrecord.intake import pdf

        return pdf.read_pdf
    if kind == kinds.DOCX:
        from onrecord.intake import docx

        return docx.read_docx
    if kind == kinds.ODT:
        from onrecord.intake import odt

        return odt.read_odt
    raise Refused(
        "unknown kind",
        f"no reader for {kind}",
        help=_NOT_YET.get(kind, "give HTML, text, Markdown, PDF, DOCX, ODT, e-mail or JSON Lines"),
    )


def _html(raw: bytes, _limits: Limits) -> Extracted:
    from onrecord.intake.html import read_html

    return read_html(raw)


def _judged(found: Extracted, limits: Limits) -> Extracted | Refusal:
    if not any(letter.isalnum() for letter in found.characters):
        return Refusal(code="empty", reason="no readable text in it")
    fault = wire.fault(found)
    if fault:
        return Refusal(code="damaged", reason=fault)
    most_characters = limits.table_characters if found.table else limits.text_characters
    for number, most, what in (
        (len(found.characters), most_characters, "characters of text"),
        (len(found.blocks), limits.blocks, "blocks"),
        (len(found.stretches), limits.stretches, "pieces of text"),
    ):
        if number > most:
            return Refusal(code="limit", reason=f"{number:,} {what}; at most {most:,} are read")
    return found


def _damaged(error: Exception) -> Refusal:
    said = " ".join(str(error).split())[:160]
    return Refusal(code="damaged", reason=f"cannot be read: {said or type(error).__name__}")
