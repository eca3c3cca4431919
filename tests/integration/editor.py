"""An editor: the client of pygls, speaking with `onrecord lsp` over standard input and output."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

T = TypeVar("T")
PATIENCE = 120
"""Seconds until a test gives up on an answer; a busy machine takes a few."""


class Editor:
    """Opens drafts, types, hovers and asks what may be done, each call answered before the next."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._client = LanguageClient("editor", "1")
        self._told: dict[str, asyncio.Queue[lsp.PublishDiagnosticsParams]] = {}

    def __enter__(self) -> Editor:
        self._thread.start()
        self._run(self._begin())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def open(self, path: Path, words: str) -> list[lsp.Diagnostic]:
        """Open a draft, and give the marks that it gets."""
        item = lsp.TextDocumentItem(path.as_uri(), "plaintext", 1, words)
        self._tell(self._client.text_document_did_open, lsp.DidOpenTextDocumentParams(item))
        return self.marks(path, 1)

    def type(self, path: Path, version: int, words: str) -> None:
        """Tell of a draft as it is after a keystroke."""
        document = lsp.VersionedTextDocumentIdentifier(version, path.as_uri())
        change = lsp.TextDocumentContentChangeWholeDocument(words)
        told = lsp.DidChangeTextDocumentParams(document, [change])
        self._tell(self._client.text_document_did_change, told)

    def save(self, path: Path) -> None:
        """Tell that a file was saved."""
        document = lsp.TextDocumentIdentifier(path.as_uri())
        told = lsp.DidSaveTextDocumentParams(document)
        self._tell(self._client.text_document_did_save, told)

    def close(self, path: Path) -> None:
        """Close a draft."""
        document = lsp.TextDocumentIdentifier(path.as_uri())
        told = lsp.DidCloseTextDocumentParams(document)
        self._tell(self._client.text_document_did_close, told)

    def marks(self, path: Path, version: int | None) -> list[lsp.Diagnostic]:
        """Wait for the next marks of a draft, which must be those of a version."""
        told = self._run(self._next(path.as_uri()))
        assert told.version == version
        return list(told.diagnostics)

    def hover(self, path: Path, line: int, character: int) -> str:
        """Give what is shown at a place; '' nothing."""
        document = lsp.TextDocumentIdentifier(path.as_uri())
        asked = lsp.HoverParams(document, lsp.Position(line, character))
        found = self._run(self._client.text_document_hover_async(asked))
        if found is None:
            return ""
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    def actions(self, path: Path, at: lsp.Range) -> list[lsp.CodeAction]:
        """Give what may be done in a stretch."""
        document = lsp.TextDocumentIdentifier(path.as_uri())
        asked = lsp.CodeActionParams(document, at, lsp.CodeActionContext([]))
        found = self._run(self._client.text_document_code_action_async(asked)) or []
        return [one for one in found if isinstance(one, lsp.CodeAction)]

    async def _begin(self) -> None:
        @self._client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(told: lsp.PublishDiagnosticsParams) -> None:
            self._marks_of(told.uri).put_nowait(told)

        await self._client.start_io(
            sys.executable, "-m", "onrecord", "lsp", "--case", str(self._case)
        )
        capable = lsp.ClientCapabilities()
        await self._client.initialize_async(lsp.InitializeParams(capable))
        self._client.initialized(lsp.InitializedParams())

    async def _end(self) -> None:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()

    def _marks_of(self, uri: str) -> asyncio.Queue[lsp.PublishDiagnosticsParams]:
        return self._told.setdefault(uri, asyncio.Queue())

    async def _next(self, uri: str) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self._marks_of(uri).get(), PATIENCE)

    def _tell(self, verb: Any, told: object) -> None:
        self._loop.call_soon_threadsafe(verb, told)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)
