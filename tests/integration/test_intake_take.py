"""Files, folders and archives in; one document per source out, every one with its verdict."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from hostile import docx, odt
from onrecord import intake
from onrecord.core.identity import sha256, source_id, text_id
from onrecord.core.vocabulary import Document
from onrecord.intake import Already, Told

TODAY = date(2024, 5, 1)
PAGE = (
    "<html><head><title>Clerk denies it</title></head><body><article><h1>Clerk denies it</h1>"
    "<p>The clerk of the inquiry denied on Monday that she had seen the letters.</p>"
    "<p>The committee did not respond to a request for comment.</p></article></body></html>"
)
LETTER = "The inquiry\n\nThe clerk of the inquiry denied on Monday that she had seen it.\n"

Made = Document | Already


def message(*attached: bytes) -> bytes:
    written = EmailMessage()
    written["From"] = "Ottoline Marsh <o.marsh@marsh.example>"
    written["Subject"] = "Our client"
    written.set_content("Our client denies it.\n")
    for number, raw in enumerate(attached):
        written.add_attachment(raw, maintype="text", subtype="html", filename=f"page-{number}.html")
    return bytes(written)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file of every kind, one refused, one hidden, and a link that leads out."""
    home = tmp_path / "given"
    (home / "sub").mkdir(parents=True)
    (home / "a.html").write_text(PAGE)
    (home / "b.txt").write_text(LETTER)
    (home / "c.docx").write_bytes(docx(b"<w:p><w:r><w:t>A word file.</w:t></w:r></w:p>"))
    (home / "d.odt").write_bytes(odt(b"<text:p>An open file.</text:p>"))
    (home / "e.eml").write_bytes(message(PAGE.encode(), b"<p>Another page of some words.</p>"))
    (home / "f.jsonl").write_text('{"id": "r1", "text": "One."}\n{"id": "r2", "text": "Two."}\n')
    (home / "g.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (home / "h.txt").write_bytes(b"")
    (home / ".hidden.txt").write_text("hidden")
    (home / "sub" / "i.md").write_text("# Title\n\nWords.\n")
    (tmp_path / "outside.txt").write_text("outside")
    (home / "sub" / "j.txt").symlink_to(tmp_path / "outside.txt")
    with zipfile.ZipFile(home / "k.zip", "w") as packed:
        packed.writestr("inner/one.txt", LETTER)
        packed.writestr("inner/two.html", PAGE)
    return home


def take(
    *paths: Path,
    jobs: int = 1,
    told: Told = Told(),
    skip: Callable[[str], bool] | None = None,
) -> list[Made]:
    return list(intake.take(paths, today=TODAY, jobs=jobs, told=told, skip=skip))


def verdict(made: Made) -> tuple[str, str]:
    if isinstance(made, Already):
        return made.name, "already there"
    return made.source.name, made.refusal.code if made.refusal else "read"


EXPECTED = [
    ("a.html", "read"),
    ("b.txt", "read"),
    ("c.docx", "read"),
    ("d.odt", "read"),
    ("e.eml", "read"),
    ("e.eml/page-0.html", "read"),
    ("e.eml/page-1.html", "read"),
    ("f.jsonl:r1", "read"),
    ("f.jsonl:r2", "read"),
    ("g.png", "unknown kind"),
    ("h.txt", "empty"),
    ("k.zip/inner/one.txt", "read"),
    ("k.zip/inner/two.html", "read"),
    ("sub/i.md", "read"),
    ("sub/j.txt", "unreadable"),
]


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_folder_gives_every_source_once_in_a_fixed_order(folder: Path, jobs: int) -> None:
    """However many are read at once, children come right after their parent."""
    assert [verdict(made) for made in take(folder, jobs=jobs)] == EXPECTED


def test_every_document_is_what_its_ids_say(folder: Path) -> None:
    """A source is named by its bytes, a text by its characters; text or refusal, never neither."""
    documents = [made for made in take(folder) if isinstance(made, Document)]
    parents = {made.source.name: made.source.id for made in documents}
    for made in documents:
        assert (made.text is None) != (made.refusal is None)
        if made.source.sha256:
            assert made.source.sha256 == sha256(made.raw)
            assert made.source.id == source_id(made.raw)
            assert made.source.size == len(made.raw)
        if made.text is not None:
            assert made.text.id == text_id(made.text.characters)
            assert all(block.at.fits(made.text.characters) for block in made.text.blocks)
        outer, _, inner = made.source.name.rpartition("/")
        expected = parents["e.eml"] if outer == "e.eml" and inner else None
        assert made.source.parent == expected


def test_what_is_there_already_is_counted_and_not_read_again(folder: Path) -> None:
    """Given = read + refused + already there; a known message is opened for what is new in it."""
    first = [made for made in take(folder) if isinstance(made, Document)]
    known = {made.source.sha256 for made in first if made.source.name != "e.eml/page-1.html"}
    second = take(folder, skip=known.__contains__)
    assert len(second) == len(first)
    new = [made.source.name for made in second if isinstance(made, Document)]
    assert new == ["e.eml/page-1.html"] + [
        made.source.name for made in first if made.source.sha256 == ""
    ]


def test_progress_counts_up_to_its_total(folder: Path) -> None:
    """The total grows as archives and messages are opened, and is right at the end."""
    seen: list[tuple[int, int | None]] = []
    made = list(
        intake.take([folder], today=TODAY, progress=lambda _, done, of: seen.append((done, of)))
    )
    assert [done for done, _ in seen] == list(range(1, len(made) + 1))
    assert all(of is not None and done <= of for done, of in seen)
    assert seen[-1] == (len(made), len(made))


def test_one_file_given_by_name_and_one_that_is_not_there(folder: Path) -> None:
    """A wrong name is a verdict too, and the next file is read."""
    made = take(folder / "nowhere.txt", folder / "b.txt", told=Told(outlet="Wire"))
    assert [verdict(one) for one in made] == [("nowhere.txt", "unreadable"), ("b.txt", "read")]
    [_, letter] = made
    assert isinstance(letter, Document)
    metadata = letter.source.metadata
    assert (metadata.outlet and metadata.outlet.basis.value) == "told by the user"
    assert (metadata.retrieved and metadata.retrieved.value) == "2024-05-01"
    assert (metadata.language and metadata.language.value) == "en"


def test_a_file_beyond_the_cap_is_named_by_its_bytes_without_being_kept(tmp_path: Path) -> None:
    """Its digest says later whether it is the same file."""
    big = tmp_path / "big.txt"
    big.write_bytes(b"a" * 5_000)
    [made] = intake.take([big], today=TODAY, limits=intake.Limits(file_bytes=1_000))
    assert isinstance(made, Document)
    assert verdict(made) == ("big.txt", "limit")
    assert made.source.sha256 == sha256(b"a" * 5_000)
    assert made.source.size == 5_000
    assert made.raw == b""


def test_bytes_at_hand_are_read_like_a_file() -> None:
    """For what is pasted, and for tests."""
    made = intake.read_bytes("m.eml", message(PAGE.encode()), today=TODAY)
    assert [one.source.name for one in made] == ["m.eml", "m.eml/page-0.html"]
    assert made[1].source.parent == made[0].source.id
    [big] = intake.read_bytes("x", b"a" * 9, today=TODAY, limits=intake.Limits(file_bytes=5))
    assert verdict(big) == ("x", "limit")


def test_a_mailbox_in_an_archive_gives_its_messages_as_children(tmp_path: Path) -> None:
    """Names tell the way in: archive, mailbox, message, attachment."""
    envelope = b"From a@b.example Tue Mar  5 23:30:00 2024\n"
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as packed:
        packed.writestr("in.mbox", envelope + message() + b"\n" + envelope + message(b"<p>x y</p>"))
    made = [one for one in take(tmp_path / "box.zip") if isinstance(one, Document)]
    assert [one.source.name for one in made] == [
        "box.zip/in.mbox",
        "box.zip/in.mbox/message-0001.eml",
        "box.zip/in.mbox/message-0002.eml",
        "box.zip/in.mbox/message-0002.eml/page-0.html",
    ]
    assert made[3].source.parent == made[2].source.id
    assert made[2].source.parent == made[1].source.parent == made[0].source.id


def test_what_is_no_plain_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """A pipe would keep us waiting for a writer; a link in a circle leads nowhere."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "up").symlink_to("..")
    assert [verdict(made) for made in take(tmp_path)] == [
        ("pipe.txt", "unreadable"),
        ("round.txt", "unreadable"),
        ("up", "unreadable"),
    ]


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    """Whatever bytes a file's name holds, a source's name is characters."""
    (tmp_path / os.fsdecode(b"caf\xe9\n.txt")).write_text(LETTER)
    [made] = take(tmp_path)
    assert verdict(made) == ("caf\ufffd\ufffd.txt", "read")


def test_importing_intake_loads_no_parser() -> None:
    """The command line answers at once because nothing heavy comes with the front door."""
    heavy = "lxml", "trafilatura", "numpy", "py3langid", "docx", "pypdfium2", "msgspec", "chardet"
    code = f"import sys, onrecord.intake; print([m for m in {heavy!r} if m in sys.modules])"
    assert _python(["-c", code]) == "[]"


def _python(arguments: Sequence[str]) -> str:
    home = str(Path(intake.__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": home}
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
