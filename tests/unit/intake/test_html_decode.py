"""Bytes become characters by mark, declaration, UTF-8 and statistics, and nothing is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.decode import decode

SAID = "“Not known,” said Zoë Märsk – and the café closed. "


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_unicode_is_recognised_without_a_declaration(charset: str) -> None:
    """A byte order mark, valid UTF-8 or the zeros of UTF-16 say enough."""
    assert decode((SAID * 3).encode(charset))[0] == SAID * 3


def test_latin_1_means_what_windows_writes() -> None:
    """Curly quotes of a page that says Latin-1 are curly quotes, as browsers have it."""
    assert decode(SAID.encode("cp1252"), "iso-8859-1") == (SAID, "cp1252")


def test_a_declaration_that_the_bytes_contradict_loses() -> None:
    """A page saved anew as UTF-8 often keeps the old declaration."""
    assert decode(SAID.encode(), "windows-1252") == (SAID, "utf-8")


def test_a_declared_charset_decides_where_statistics_could_not() -> None:
    """Few bytes of Cyrillic fit many charsets; the declared one is taken."""
    assert decode("Суд".encode("cp1251"), "windows-1251")[0] == "Суд"


@pytest.mark.parametrize("label", ["nonsense", "rot13", "zlib", "idna", "unicode_escape", "\0", ""])
def test_a_label_that_names_no_charset_is_passed_over(label: str) -> None:
    """Codecs that are no character sets cannot be chosen by a document."""
    assert decode(rb"caf\xe9 \u0041", label)[0] == r"caf\xe9 \u0041"


def test_a_few_bad_bytes_do_not_overturn_the_declaration() -> None:
    """They become replacement characters in their place."""
    words = ("Zoë Märsk " * 20).encode() + b"\xff end"
    text, charset = decode(words, "utf-8")
    assert (text.count("\ufffd"), text.endswith("\ufffd end"), charset) == (1, True, "utf-8")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "gbk", "x"]))
def test_no_bytes_make_it_raise(raw: bytes, declared: str | None) -> None:
    """Whatever the bytes and the declaration, there are characters and a known charset."""
    text, charset = decode(raw, declared)
    assert isinstance(text, str)
    b"".decode(charset)
    text.encode()
