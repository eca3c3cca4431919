"""What a file is, what it may be called, and which day its fields name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.errors import UnreadableDate
from onrecord.core.vocabulary import Attested, Basis, Metadata
from onrecord.intake import Told, days, kinds, names
from onrecord.intake.country import country_of
from onrecord.intake.told import over


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("report", b"%PDF-1.7 ...", kinds.PDF),
        ("report.txt", b"%PDF-1.7 ...", kinds.PDF),
        ("report.pdf", b"<!DOCTYPE html><html>404", kinds.HTML),
        ("page", b"\xef\xbb\xbf\n<!-- saved --><html>", kinds.HTML),
        ("letter", b"From: a@b.example\r\nDate: now\r\n\r\nhello", kinds.MAIL),
        ("letters", b"From a@b Tue Mar  5 2024\nFrom: a@b.example\n\nhello", kinds.MBOX),
        ("letter.txt", b"From: a@b.example\r\nDate: now\r\n\r\nhello", kinds.PLAIN),
        ("notes.md", b"# x", kinds.MARKDOWN),
        ("notes", b"It was denied.", kinds.PLAIN),
        ("feed.jsonl.gz", b"\x1f\x8b...", kinds.ROWS),
        ("feed.gz", b"\x1f\x8b...", kinds.GZIP),
        ("x.zip", b"PK\x03\x04" + b"\0" * 30, kinds.ZIP),
        ("x.docx", b"not packed", kinds.DOCX),
        ("table.csv", b"a,b", "text/csv"),
        ("picture.txt", b"\x89PNG\r\n", "image/png"),
        ("thing", b"\x00\x01\x02\x03", kinds.OTHER),
    ],
)
def test_content_tells_the_kind_and_the_name_where_content_is_mute(
    name: str, raw: bytes, kind: str
) -> None:
    """A wrong ending does not make a file something else."""
    assert kinds.media_type(name, raw) == kind


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "a/../../b",
        "/etc/x",
        "C:\\x",
        "c:x",
        "\\\\host\\x",
        "a\\..\\b",
        "a\x00b",
        ".",
        "/",
    ],
)
def test_names_that_lead_anywhere_but_below_are_refused(name: str) -> None:
    """In whichever system's way of writing they do."""
    assert names.unsafe(name)


@given(st.text(max_size=400))
def test_a_shown_name_is_short_and_holds_no_hidden_character(name: str) -> None:
    """Nothing that turns the line round or hides what follows; and never a path."""
    bare = names.bare(name, "attachment")
    assert bare
    assert "/" not in bare
    assert "\\" not in bare
    assert len(bare) <= 200
    assert not any(c in bare for c in "\x00\n\r\u202e\u200b")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-02", "2024-02"),
        ("2024-02-13T23:59:00-11:00", "2024-02-13"),
        ("2024-02-13 09:00", "2024-02-13"),
        ("Tue, 13 Feb 2024 23:59:00 -1100", "2024-02-13"),
        ("2024-02-31T10:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_written_moment_is_the_day_as_written(words: str, day: str | None) -> None:
    """No zone is converted; what is no date is none."""
    assert days.day_of(words) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday 13 February 2024", "2024-02-13"),
        ("Feb 3rd, 2024 10.30 GMT", "2024-02-03"),
        ("Published: 2024-02-13", "2024-02-13"),
        ("Updated 13 February 2024", None),
        ("3/4/2024", None),
        ("31 February 2024", None),
    ],
)
def test_a_shown_day_is_read_and_a_doubtful_one_is_not(line: str, day: str | None) -> None:
    """Which of 3/4/2024 is the month, nobody has said."""
    assert days.day_in_words(line) == day


def test_a_pdf_date_is_read_as_far_as_it_goes() -> None:
    """A year alone is a year."""
    assert days.day_of_pdf("D:20240409120000Z") == "2024-04-09"
    assert days.day_of_pdf("D:2024") == "2024"
    assert days.day_of_pdf("yesterday") is None


def test_what_is_told_wins_and_the_clock_only_fills_in() -> None:
    """Each value says on what it rests."""
    found = Metadata(published=Attested("2024", Basis.FILE), language=Attested("en", Basis.VISIBLE))
    laid = over(found, Told(published="2024-04", outlet=" Wire "), date(2024, 5, 1))
    assert laid.published == Attested("2024-04", Basis.TOLD)
    assert laid.outlet == Attested("Wire", Basis.TOLD)
    assert laid.retrieved == Attested("2024-05-01", Basis.CLOCK)
    assert laid.language == Attested("en", Basis.VISIBLE)
    told = over(found, Told(retrieved="2024-04-02"), date(2024, 5, 1))
    assert told.retrieved == Attested("2024-04-02", Basis.TOLD)


def test_a_told_date_that_is_none_is_refused_at_once() -> None:
    """Before the first file is opened."""
    with pytest.raises(UnreadableDate):
        Told(published="the ides")


@pytest.mark.parametrize(
    ("address", "language", "country"),
    [
        ("https://news.example.co.uk/a", None, "GB"),
        ("https://paper.example.ie/a", "en-US", "IE"),
        ("https://agency.example.gov/a", None, "US"),
        ("https://paper.example.io/a", None, ""),
        ("https://paper.example.com/a", None, ""),
        ("https://paper.example.com/a", "en-GB", "GB"),
        ("https://[broken", "en", ""),
        (None, None, ""),
    ],
)
def test_an_outlets_country_is_told_by_its_address_or_by_the_user(
    address: str | None, language: str | None, country: str
) -> None:
    """An ending that anybody may take tells nothing."""
    told = Metadata(
        address=Attested(address, Basis.META) if address else None,
        language=Attested(language, Basis.TOLD) if language else None,
    )
    assert country_of(told) == country
