"""The llm reader: a text in windows to a model, and back only what stands word for word in it.

It gives statements and who makes them; no dates, no replies, no hedges. It says how many of the
model's statements it dropped, and why. The same question need not get the same answer from every
server, though temperature 0 and a fixed seed ask for it.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.identity import reading_id
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import ReaderName, Reading, Text
from onrecord.reader import lexicon as tables
from onrecord.reader.llm import placing
from onrecord.reader.llm.answers import entries
from onrecord.reader.llm.endpoint import Endpoint, Limits
from onrecord.reader.llm.page import Page
from onrecord.reader.llm.prompt import messages
from onrecord.reader.llm.windows import windows
from onrecord.reader.words import sentences, units, words

NAME, VERSION = "llm", "1"

_DECIDING = ("llm", "lexicon", "words.py", "quotations.py")
"""What of the reader's folder decides its answers; the endpoint's host and model are told."""


class LlmReader:
    """Asks a model behind an OpenAI-compatible address, and keeps what stands in the text.

    The text is sent to that address, a few paragraphs at a time, and to nowhere else.

    Args:
        address: where to ask; None: what ONRECORD_LLM_ADDRESS says.
        model: which model to ask for; None: what ONRECORD_LLM_MODEL says.
        key: None: what ONRECORD_LLM_KEY says; without either none is sent.
        limits: how long and how large an answer may be.

    Raises:
        WrongUse: there is no address or no model, or it is none, or httpx is not installed.
    """

    def __init__(
        self,
        address: str | None = None,
        model: str | None = None,
        *,
        key: str | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._endpoint = Endpoint(
            _told(address, "ONRECORD_LLM_ADDRESS", "an address to send the text to"),
            _told(model, "ONRECORD_LLM_MODEL", "the name of a model"),
            os.environ.get("ONRECORD_LLM_KEY", "") if key is None else key,
            limits or Limits(),
        )

    @property
    def name(self) -> ReaderName:
        """Give name, version with the model, and the digest of prompt, code, model and host."""
        endpoint = self._endpoint
        told = f"{_code()}\n{endpoint.host}\n{endpoint.model}"
        return ReaderName(
            name=NAME,
            version=f"{VERSION} with {endpoint.model}",
            digest=hashlib.sha256(told.encode()).hexdigest(),
        )

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read `text`; `told_on` is noted only, since no dates are read.

        Raises:
            Refused: the endpoint gave no answer that can be used; nothing is kept of the text.
        """
        lexicon = tables.load()
        page = Page(text)
        dropped: Counter[str] = Counter()
        with self._endpoint.client() as client:
            for window in windows(text):
                answer = self._endpoint.ask(client, messages(window.characters))
                placed = placing.Placing(window, lexicon)
                page.take(window, placed.place(entries(answer)))
                dropped += placed.dropped
        told = None if told_on is None else told_on.edtf
        statements = page.statements()
        dropped += Counter({placing.TWICE: page.twice})
        return Reading(
            id=reading_id(text.id, told or "", self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=told,
            sentences=_sentences(text, lexicon),
            statements=statements,
            mentions=page.mentions(),
            notes=(_note(len(statements), dropped),),
        )


def _told(value: str | None, variable: str, what: str) -> str:
    """Give what was told, or what the environment says."""
    told = os.environ.get(variable, "") if value is None else value
    if not told.strip():
        option = variable.removeprefix("ONRECORD_").lower().replace("_", "-")
        raise WrongUse(f"the llm reader needs {what}", help=f"give --{option}, or set {variable}")
    return told.strip()


def _sentences(text: Text, lexicon: tables.Lexicon) -> Spans:
    found: list[Span] = []
    for block in text.blocks:
        if block.kind.speaks:
            whole = units(words(text.characters, block.at, lexicon), text.characters, False)
            cut = sentences(whole, lexicon)
            found.extend(Span(one[0].start, one[-1].end) for one in cut)
    return tuple(found)


def _note(kept: int, dropped: Counter[str]) -> str:
    """Say in one line what was kept of the answers and what was not."""
    names = dropped.pop(placing.NAMES, 0)
    said = f"{NAME}: kept {kept} of {kept + dropped.total()} statements"
    if dropped:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(dropped.items()))
        said += f"; dropped: {kinds}"
    return f"{said}; left open: {names} speakers whose name is not in the text" if names else said


@lru_cache(maxsize=1)
def _code() -> str:
    """Name the prompt, the code and the tables that decide by their bytes."""
    made = hashlib.sha256()
    folder = resources.files("onrecord.reader")
    for name in _DECIDING:
        _add(made, folder / name, name)
    return made.hexdigest()


def _add(made: hashlib._Hash, entry: Traversable, name: str) -> None:
    if entry.is_dir():
        for inner in sorted(entry.iterdir(), key=lambda one: one.name):
            _add(made, inner, f"{name}/{inner.name}")
    elif name.endswith((".py", ".toml")):
        data = entry.read_bytes()
        made.update(f"{name}:{len(data)}:".encode() + data)
