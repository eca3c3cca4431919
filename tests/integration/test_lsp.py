"""The draft desk in an editor: a real client over standard input and output."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from tests.integration.editor import Editor

from onrecord.case import Case
from onrecord.intake import Told
from onrecord.reader import load

HARBOUR = """Harbour Post

Prosecutors alleged on Monday that Ida Morrow gave at least 31 sealed permits to Tom Pell, who
hauls freight.

The permits were kept in 14 locked drawers, the Harbour Board said.

Prosecutors also alleged that Ida Morrow burnt the ledger of the harbour. “I never burnt the ledger
of the harbour,” Ida Morrow said.
"""
FAIR = "Prosecutors alleged that Ida Morrow gave at least 31 sealed permits to Tom Pell."
# The ship and the flag take two units of UTF-16 each; U+2028 ends no line of the protocol's.
DRAFT = f"🚢🏴 On the quay\u2028it rained.\r\n\r\n🚢 {FAIR.replace('at least ', '')}\r\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case lies in `case` in it."""
    folder = tmp_path_factory.mktemp("editor")
    (folder / "post.txt").write_text(HARBOUR, encoding="utf-8")
    with Case.create(folder / "case") as case:
        told = Told(published="2023-04-04", retrieved="2023-04-04", outlet="Harbour Post")
        case.add([folder / "post.txt"], reader=load("trained"), told=told)
    off = '[[off]]\ncode = "OR504"\nby = "Una"\nbecause = "we ask, and tell it at the end"\n'
    (folder / "case" / "draft.toml").write_text(off, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    with Editor(folder / "case") as made:
        yield made


def words_at(draft: str, at: lsp.Range) -> str:
    """Cut a stretch out of a draft as an editor does that counts UTF-16."""
    lines = [line.encode("utf-16-le") for line in draft.split("\r\n")]
    assert at.start.line == at.end.line
    return lines[at.start.line][2 * at.start.character : 2 * at.end.character].decode("utf-16-le")


def test_a_finding_stands_under_its_own_words_after_emoji(editor: Editor, folder: Path) -> None:
    """Places are counted in UTF-16, and lines as the protocol cuts them."""
    (mark,) = editor.open(folder / "emoji.txt", DRAFT)
    assert mark.code == "OR402"
    assert mark.range.start.line == 2
    assert words_at(DRAFT, mark.range) == "31 sealed permits"
    assert "at least 31" in mark.message
    assert "Prosecutors" in mark.message


def test_hovering_shows_the_words_of_the_record_with_whose_they_are(
    editor: Editor, folder: Path
) -> None:
    path = folder / "hover.txt"
    (mark,) = editor.open(path, DRAFT)
    told = editor.hover(path, mark.range.start.line, mark.range.start.character)
    assert "Prosecutors" in told
    assert "Harbour Post" in told
    assert "Fair would be: at least 31 sealed permits" in told
    beside = editor.hover(path, mark.range.start.line, 4)
    assert "nearest to this sentence" in beside
    assert "Prosecutors" in beside
    assert editor.hover(path, 1, 0) == ""


def test_what_may_be_done_is_offered_and_never_done(editor: Editor, folder: Path) -> None:
    """The fair wording as an edit of this version; a decision for the side file, without reason."""
    path = folder / "act.txt"
    (mark,) = editor.open(path, DRAFT)
    wording, accept = editor.actions(path, mark.range)
    assert "at least 31 sealed permits" in wording.title
    assert not wording.is_preferred
    assert wording.edit is not None
    assert wording.edit.document_changes is not None
    (change,) = wording.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    assert change.text_document.version == 1
    assert list(change.edits) == [lsp.TextEdit(mark.range, "at least 31 sealed permits")]
    assert accept.edit is not None
    assert accept.edit.document_changes is not None
    made, decision = accept.edit.document_changes
    beside = folder / "act.txt.desk.toml"
    assert isinstance(made, lsp.CreateFile)
    assert made.uri == beside.as_uri()
    assert isinstance(decision, lsp.TextDocumentEdit)
    assert not beside.exists()

    (edit,) = decision.edits
    assert isinstance(edit, lsp.TextEdit)
    beside.write_text(edit.new_text, encoding="utf-8")
    editor.save(beside)
    told, still = editor.marks(path, 1)
    assert "has no 'because'" in told.message
    assert still.severity is lsp.DiagnosticSeverity.Error
    reasoned = edit.new_text.replace('because = ""', 'because = "the bundle has 31"')
    beside.write_text(reasoned, encoding="utf-8")
    editor.save(beside)
    (answered,) = editor.marks(path, 1)
    assert answered.severity is lsp.DiagnosticSeverity.Hint
    assert "the bundle has 31" in answered.message
    assert editor.actions(path, mark.range) == []


def test_what_is_to_be_added_stands_after_its_sentence(editor: Editor, folder: Path) -> None:
    """A denial goes into no place of words of the draft: it is put in behind them."""
    said = "🚢 Prosecutors alleged that Ida Morrow burnt the ledger of the harbour."
    draft = f"{said}\r\n\r\nIt rained.\r\n"
    path = folder / "added.txt"
    (mark,) = editor.open(path, draft)
    assert mark.code == "OR501"
    wording, _ = editor.actions(path, mark.range)
    assert wording.edit is not None
    assert wording.edit.document_changes is not None
    (change,) = wording.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, lsp.TextEdit)
    end = lsp.Position(0, len(said.encode("utf-16-le")) // 2)
    assert edit == lsp.TextEdit(
        lsp.Range(end, end), " “I never burnt the ledger of the harbour,” Ida Morrow said."
    )
    assert "Fair would be to add: “I never burnt" in editor.hover(
        path, 0, mark.range.start.character
    )


def test_typing_is_checked_when_it_pauses(editor: Editor, folder: Path) -> None:
    """Of a run of keystrokes the last is checked, and closing takes the marks away."""
    path = folder / "typing.txt"
    editor.open(path, DRAFT)
    for version in range(2, 6):
        editor.type(path, version, DRAFT + "x" * version)
    editor.type(path, 6, FAIR)
    assert editor.marks(path, 6) == []
    editor.close(path)
    assert editor.marks(path, None) == []


def test_a_page_with_tags_is_marked_where_its_words_stand(editor: Editor, folder: Path) -> None:
    """Whatever charset the page declares: the editor's characters are what it is read from."""
    page = (
        '<html><head><meta charset="iso-8859-1"><script>var a = "14 locked drawers";</script>'
        f"</head><body><article><p>🚢 Caf&eacute; — è.</p><p>{FAIR}</p><p>The permits were"
        " kept in <b>24</b> locked drawers, the Harbour Board said.</p></article></body></html>"
    )
    (mark,) = editor.open(folder / "page.html", page)
    assert mark.code == "OR401"
    assert words_at(page, mark.range) == "24</b> locked drawers"


def test_a_draft_that_cannot_be_read_says_so_on_its_first_line(
    editor: Editor, folder: Path
) -> None:
    (mark,) = editor.open(folder / "empty.txt", "")
    assert "empty.txt" in mark.message


def test_without_pygls_one_line_says_what_to_install(folder: Path) -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; from onrecord.faces.cli.main import main; "
        f"sys.exit(main(['lsp', '--case', {str(folder / 'case')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "onrecord: pygls is not installed, which speaks with editors; "
        "pip install 'onrecord[editors]'"
    ]
