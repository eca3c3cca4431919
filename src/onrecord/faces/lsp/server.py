"""The language server: what editors tell and ask, and when a draft is held against the record.

A draft is checked when it is opened, when typing pauses, and when it or the file of decisions
beside it is saved. Anything but a draft that an editor tells of is left alone.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from onrecord import __version__
from onrecord.case import by_the_user, side_file
from onrecord.faces.lsp.places import Lines
from onrecord.faces.lsp.telling import Beside, Shown, actions, shown
from onrecord.faces.lsp.worker import Worker

PAUSE = 0.2
"""Seconds without a keystroke after which a draft is checked."""
_DRAFTS = (".txt", ".md", ".markdown", ".html", ".htm")


class Desk:
    """The drafts that are open, each with what was last found in it."""

    def __init__(self, server: LanguageServer, worker: Worker) -> None:
        self._server, self._worker = server, worker
        self._shown: dict[str, Shown] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def soon(self, uri: str, pause: float = 0.0) -> None:
        """Check a draft after a pause; what was to be checked before is not."""
        path = _path(uri)
        if path is None or path.suffix.casefold() not in _DRAFTS:
            return
        if uri in self._waiting:
            self._waiting[uri].cancel()
        self._waiting[uri] = asyncio.create_task(self._check(uri, path, pause))

    def again(self) -> None:
        """Check all drafts that are open: something beside them has changed."""
        for uri in list(self._waiting):
            self.soon(uri)

    def close(self, uri: str) -> None:
        """Forget a draft, and take its marks away."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()
            self._shown.pop(uri, None)
            self._publish(uri, None, [])

    def of(self, uri: str) -> Shown | None:
        """Give a draft as it is shown, if that is of the version that the editor has."""
        found = self._shown.get(uri)
        return found if found is not None and found.version == self._document(uri).version else None

    def beside(self, uri: str) -> Beside | None:
        """Give the file of decisions of a draft, as an editor has it or else as it lies there."""
        path = _path(uri)
        if path is None:
            return None
        there = side_file(path)
        opened = self._server.workspace.text_documents.get(there.as_uri())
        exists = opened is not None or there.exists()
        words = self._document(there.as_uri()).source if exists else ""
        return Beside(
            path=there,
            exists=exists,
            end=Lines(words, self._server.workspace.position_codec).end,
            needs_break=bool(words) and not words.endswith("\n"),
        )

    async def _check(self, uri: str, path: Path, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self._document(uri)
        version, words = document.version, document.source
        held = await asyncio.wrap_future(self._worker.hold(path, words))
        lines = Lines(words, document.position_codec)
        self._shown[uri] = made = shown(held, lines, version)
        self._publish(uri, version, made.marks)

    def _publish(self, uri: str, version: int | None, marks: list[lsp.Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, marks, version)
        )

    def _document(self, uri: str) -> TextDocument:
        return self._server.workspace.get_text_document(uri)


def served(worker: Worker) -> LanguageServer:
    """Give a server that holds drafts against the case of a worker."""
    # Whole texts are sent: the library's own lines end where those of the protocol do not.
    server = LanguageServer(
        "onrecord", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full
    )
    desk, user = Desk(server, worker), by_the_user()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: lsp.DidOpenTextDocumentParams) -> None:
        desk.soon(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: lsp.DidChangeTextDocumentParams) -> None:
        desk.soon(told.text_document.uri, PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        desk.again()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: lsp.DidCloseTextDocumentParams) -> None:
        desk.close(told.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(asked: lsp.HoverParams) -> lsp.Hover | None:
        draft = desk.of(asked.text_document.uri)
        return draft.hover(asked.position) if draft is not None else None

    kinds = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def act(asked: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        draft = desk.of(asked.text_document.uri)
        beside = desk.beside(asked.text_document.uri)
        if draft is None or beside is None:
            return []
        return list(actions(draft, asked, beside, user))

    return server


def _path(uri: str) -> Path | None:
    """Give where a draft lies; None: it is in no file."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return None if path is None else Path(path)
