"""What an editor shows of a checked draft: marks under words, words on hovering, what may be done.

The words of others go out as plain text: an editor would follow links in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types as lsp

from onrecord.case import accepting
from onrecord.core.drafts import Finding, SentenceRow, Severity
from onrecord.core.drafts import Held as Words
from onrecord.core.spans import Span
from onrecord.core.wording import quoted
from onrecord.faces.lsp.places import Lines
from onrecord.faces.lsp.worker import Held

_SEVERITIES = {
    Severity.FAULT: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFORMATION: lsp.DiagnosticSeverity.Information,
}
_NAME = "onrecord"
_HELD, _MOST = 3, 400
"""Words of the record that are shown under a mark, and on hovering; and letters of each."""
_TITLE = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A draft of one version as an editor shows it, places as the editor counts them."""

    version: int | None
    held: Held
    findings: tuple[tuple[Finding, lsp.Range], ...]
    over: Mapping[Span, lsp.Range]
    """The stretches that fair wordings would stand in place of."""
    sentences: tuple[tuple[SentenceRow, lsp.Range], ...]

    @property
    def marks(self) -> list[lsp.Diagnostic]:
        """Give a mark for each finding, and one on the first line where something went wrong."""
        made = [_mark(one, at) for one, at in self.findings]
        if self.held.fault:
            start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 1))
            warning = lsp.DiagnosticSeverity.Warning
            made.insert(0, lsp.Diagnostic(start, self.held.fault, severity=warning, source=_NAME))
        return made

    def hover(self, at: lsp.Position) -> lsp.Hover | None:
        """Give the words of the record for what stands at a place: its findings, or what is near.

        None: nothing on record is about it.
        """
        findings = [(one, over) for one, over in self.findings if _holds(over, at)]
        told = ["\n".join(_lines(one)) for one, _ in findings]
        over = findings[0][1] if findings else None
        for row, around in self.sentences:
            if not told and row.support and _holds(around, at):
                near = _held(row.support, "The record, nearest to this sentence")
                told, over = ["\n".join(near)], around
        if not told:
            return None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, "\n\n".join(told)), over)


def shown(held: Held, lines: Lines, version: int | None) -> Shown:
    """Make a checked draft ready to be shown."""
    checked = held.checked
    findings = checked.findings if checked else ()
    sentences = checked.sentences if checked else ()
    places = {one.over for one in findings if one.over is not None}
    over = {one: there for one in places if (there := _over(held, lines, one))}
    return Shown(
        version=version,
        held=held,
        over=over,
        findings=tuple((one, lines.range(at)) for one in findings if (at := held.place(one.at))),
        sentences=tuple((one, lines.range(at)) for one in sentences if (at := held.place(one.at))),
    )


def _over(held: Held, lines: Lines, at: Span) -> lsp.Range | None:
    """Give where a wording would stand; of one to be added, what it would stand after."""
    if at.start < at.end:
        there = held.place(at)
        return lines.range(there) if there else None
    before = held.place(Span(at.start - 1, at.start)) if at.start else None
    return lines.range(Span(before.end, before.end)) if before else None


def _mark(finding: Finding, at: lsp.Range) -> lsp.Diagnostic:
    told = [finding.says, *(one.attributed(_MOST) for one in finding.rests_on[:_HELD])]
    severity = _SEVERITIES[finding.severity]
    if finding.answered:
        told.insert(0, f"accepted by {finding.answered}")
        severity = lsp.DiagnosticSeverity.Hint
    return lsp.Diagnostic(at, "\n".join(told), severity=severity, code=finding.code, source=_NAME)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.code}: {finding.says}"
    if finding.answered:
        yield f"Accepted by {finding.answered}"
    if finding.difference:
        yield f"Difference: {finding.difference}"
    if finding.rests_on:
        yield from _held(finding.rests_on, "The record")
    if finding.wording:
        yield f"{finding.offered.capitalize()}: {finding.wording}"


def _held(rows: Sequence[Words], head: str) -> Iterator[str]:
    yield f"{head}:"
    yield from (f"- {one.attributed(_MOST)}" for one in rows[: 2 * _HELD])


def _holds(over: lsp.Range, at: lsp.Position) -> bool:
    return (over.start.line, over.start.character) <= (at.line, at.character) <= (
        over.end.line, over.end.character,
    )  # fmt: skip


# --- what may be done -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The side file of a draft as it is now: whether it is there, and where it ends."""

    path: Path
    exists: bool
    end: lsp.Position
    needs_break: bool


def actions(
    draft: Shown, asked: lsp.CodeActionParams, beside: Beside, by: str
) -> Iterator[lsp.CodeAction]:
    """Give what may be done about the findings in a stretch; none is done by itself."""
    for finding, at in draft.findings:
        if finding.answered or not _meet(at, asked.range):
            continue
        mark = _mark(finding, at)
        over = draft.over.get(finding.over) if finding.wording and finding.over else None
        if over is not None:
            document = lsp.OptionalVersionedTextDocumentIdentifier(
                asked.text_document.uri, draft.version
            )
            adds = over.start == over.end
            words = f" {finding.wording}" if adds else finding.wording
            change = lsp.TextDocumentEdit(document, [lsp.TextEdit(over, words)])
            how = "add after it" if adds else "put in its place"
            yield _action(f"{finding.code}: {how} {quoted(finding.wording, _TITLE)}",
                          mark, [change])  # fmt: skip
        assert draft.held.checked is not None
        decision = accepting(finding, draft.held.checked.characters, by)
        yield _action(
            f"{finding.code}: accept it in {beside.path.name}, with a reason",
            mark, list(_appended(beside, decision)),
        )  # fmt: skip


def _action(
    title: str, mark: lsp.Diagnostic, changes: list[lsp.TextDocumentEdit | lsp.CreateFile]
) -> lsp.CodeAction:
    edit = lsp.WorkspaceEdit(document_changes=list(changes))
    return lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, [mark], edit=edit)


def _appended(beside: Beside, decision: str) -> Iterator[lsp.TextDocumentEdit | lsp.CreateFile]:
    uri = beside.path.as_uri()
    if not beside.exists:
        yield lsp.CreateFile(uri, options=lsp.CreateFileOptions(ignore_if_exists=True))
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    before = "\n" if beside.needs_break else ""
    yield lsp.TextDocumentEdit(
        document, [lsp.TextEdit(lsp.Range(beside.end, beside.end), before + decision)]
    )


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return _holds(one, other.start) or _holds(other, one.start)
