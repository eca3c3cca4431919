"""E-mail: who, to whom, when and what; what is quoted or attached is kept apart."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage

import pytest

from onrecord.core.errors import Refused
from onrecord.core.spans import OffsetMap, Span
from onrecord.core.vocabulary import BlockKind
from onrecord.intake import LIMITS
from onrecord.intake.extracted import Extracted
from onrecord.intake.mail import read_message
from onrecord.intake.mbox import read_mbox

BODY = """Dear Chair,

Our client denies it.

--
Ottoline Marsh
Marsh & Lund
"""


def letter(body: str = BODY) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ottoline Marsh <o.marsh@marsh.example>"
    message["To"] = "Petra Quill <chair@inquiry.example>"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0500"
    message["Subject"] = "Your letter – a reply"
    message.set_content(body)
    return message


def said(found: Extracted, kind: BlockKind) -> list[str]:
    return [block.at.of(found.characters) for block in found.blocks if block.kind is kind]


def test_the_head_is_shown_and_becomes_metadata() -> None:
    """The day is the one written, whatever its zone makes of it elsewhere."""
    found = read_message(bytes(letter()), LIMITS)
    assert said(found, BlockKind.HEADLINE) == ["Your letter – a reply"]
    assert said(found, BlockKind.BYLINE)[0] == "From: Ottoline Marsh <o.marsh@marsh.example>"
    assert found.metadata.published is not None
    assert found.metadata.published.value == "2024-03-05"
    assert (found.metadata.byline and found.metadata.byline.value) == "Ottoline Marsh"


def test_quoted_lines_and_the_signature_are_not_said_here() -> None:
    """They stay in the text, marked, so that nothing is read out of them."""
    body = "I deny it.\n\nOn Monday Petra Quill wrote:\n> Did you\n> know?\n\nNo.\n" + BODY
    found = read_message(bytes(letter(body)), LIMITS)
    assert said(found, BlockKind.PARAGRAPH) == [
        "I deny it.", "No.\nDear Chair,", "Our client denies it.",
    ]  # fmt: skip
    assert said(found, BlockKind.BOILERPLATE) == [
        "On Monday Petra Quill wrote:\n> Did you\n> know?",
        "--\nOttoline Marsh\nMarsh & Lund",
    ]


def test_an_earlier_message_below_is_not_said_here_either() -> None:
    """Some programs set the whole of it below a rule."""
    body = "Agreed.\n\n-----Original Message-----\nFrom: someone\n\nA claim.\n"
    assert said(read_message(bytes(letter(body)), LIMITS), BlockKind.PARAGRAPH) == ["Agreed."]


def test_attachments_become_documents_with_names_that_lead_nowhere() -> None:
    """A name is a label: no path of the sender's choosing survives."""
    message = letter()
    message.add_attachment(b"a", maintype="application", subtype="pdf", filename="../../etc/x.pdf")
    message.add_attachment("b", filename="C:\\temp\\y.txt")
    message.add_attachment(letter("Forwarded words."))
    found = read_message(bytes(message), LIMITS)
    assert [attached.name for attached in found.attachments] == [
        "x.pdf", "y.txt", "message-0003.eml",
    ]  # fmt: skip
    assert b"Forwarded words." in found.attachments[2].raw
    assert "Attached: x.pdf" in said(found, BlockKind.BOILERPLATE)


def test_of_two_forms_of_one_text_the_plain_one_is_read() -> None:
    """A page beside it says the same again."""
    message = letter("Plain words.\n")
    message.add_alternative("<p>Page words.</p>", subtype="html")
    found = read_message(bytes(message), LIMITS)
    assert said(found, BlockKind.PARAGRAPH) == ["Plain words."]
    assert not found.attachments


def test_a_body_leads_back_to_its_place_in_the_file() -> None:
    """Character by character where it stands as written; as a whole where it is encoded."""
    raw = bytes(letter("The clerk denied it.\n"))
    found = read_message(raw, LIMITS)
    at = found.characters.index("clerk")
    [place] = OffsetMap(found.stretches).raw(Span(at, at + 5))
    assert isinstance(place, Span)
    assert place.of(raw.decode()) == "clerk"
    message = letter()
    message.set_content("Ünd dann – nichts.\n", cte="base64")
    found = read_message(bytes(message), LIMITS)
    [stretch] = found.stretches
    assert not stretch.exact
    assert isinstance(stretch.raw, Span)


def test_a_page_in_a_message_is_read_as_a_page() -> None:
    """Its blocks and places are those of the page, within the message."""
    message = EmailMessage()
    message["From"] = "a@b.example"
    page = "<html><body><p>The clerk of the inquiry denied it on Monday morning.</p></body></html>"
    message.set_content(page, subtype="html", cte="7bit")
    raw = bytes(message)
    found = read_message(raw, LIMITS)
    at = found.characters.index("clerk")
    [place] = OffsetMap(found.stretches).raw(Span(at, at + 5))
    assert isinstance(place, Span)
    assert place.of(raw.decode()) == "clerk"


@pytest.mark.parametrize("field", ["From: \udcff@\udcfe", "Date: never", "From: =?x?q?a?="])
def test_a_broken_field_is_shown_as_it_is(field: str) -> None:
    """A head need not be well formed for its message to be read."""
    raw = field.encode("utf-8", "surrogateescape") + b"\n\nThe clerk denied it.\n"
    assert said(read_message(raw, LIMITS), BlockKind.PARAGRAPH) == ["The clerk denied it."]


def test_heads_and_parts_beyond_the_caps_are_refused() -> None:
    """Before the parser, which is not thrifty, sees them."""
    with pytest.raises(Refused, match="a head of more than"):
        read_message(b"Subject: " + b"a" * 70_000 + b"\n\nbody", LIMITS)
    folded = b"From: a@b.example\n\n--x\nContent-Type: text/plain;\n" + b" a=b;\n" * 20_000
    with pytest.raises(Refused, match="a head of more than"):
        read_message(folded, LIMITS)
    few = replace(LIMITS, parts=3)
    message = letter()
    for _ in range(5):
        message.add_attachment("x", filename="x.txt")
    with pytest.raises(Refused, match="more than 3 parts"):
        read_message(bytes(message), few)


def test_a_mailbox_gives_its_contents_and_each_message() -> None:
    """Its own text is a table of contents, marked so that nothing is read twice."""
    raw = b"".join(b"From x@y.example Tue Mar  5 23:30:00 2024\n" + bytes(letter()) + b"\n"
                   for _ in range(3))  # fmt: skip
    found = read_mbox(raw, LIMITS)
    assert len(found.attachments) == 3
    assert all(block.kind is BlockKind.BOILERPLATE for block in found.blocks)
    assert "Your letter" in found.characters
    assert found.attachments[0].raw.startswith(b"From: Ottoline")
