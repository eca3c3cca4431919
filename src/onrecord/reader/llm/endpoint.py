"""The one place that sends: a question to the address the user named, and its answer back.

It goes to that address and nowhere else: no redirect is followed, no proxy or password of the
environment is used. What comes back is bounded in time and size; whatever is wrong with it is a
refusal of the document, in one line that shows neither the key nor what the server said.
"""

from __future__ import annotations

import json
import ssl
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.core.errors import Refused, WrongUse

if TYPE_CHECKING:
    import httpx

CODE = "endpoint"
"""The code of every refusal that comes from here."""

_TRY_AGAIN = {429, 500, 502, 503, 504}
_HELP = {
    401: "is ONRECORD_LLM_KEY right?",
    403: "is ONRECORD_LLM_KEY right?",
    404: "does the address end as its maker says, often in /v1, and has it a model of that name?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one answer may take, how large it may be, and how often it is asked for again."""

    seconds: float = 300.0
    """A small model on a processor writes some 10 tokens a second; a long answer has 2,000."""
    connecting: float = 10.0
    size: int = 1_000_000
    """Bytes of one answer."""
    retries: int = 2
    pause: float = 1.0
    """Seconds before the first retry; twice as long before the second."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible address and the model asked there."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Look at what the user gave before anything is sent.

        Raises:
            WrongUse: it is no address, no name of a model, or no key; or httpx is not installed.
        """
        url = _url(self.address)
        if url.scheme not in ("http", "https") or not url.host or url.query or url.fragment:
            raise WrongUse(
                f"{self.address!r} is no address to ask",
                help="give one such as http://127.0.0.1:8080/v1",
            )
        if url.userinfo:
            raise WrongUse(
                "the address holds a name or password", help="put a key into ONRECORD_LLM_KEY"
            )
        if not self.model or not self.model.isprintable():
            raise WrongUse(f"{self.model!r} is no name of a model")
        if not (self.key.isascii() and self.key.isprintable()) or " " in self.key:
            raise WrongUse("ONRECORD_LLM_KEY holds characters that no key can have")

    @property
    def host(self) -> str:
        """Give the host and port that are sent to."""
        return _url(self.address).netloc.decode("ascii")

    @property
    def _url(self) -> str:
        base = self.address.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    def client(self) -> httpx.Client:
        """Open what sends; to be closed by the caller."""
        import httpx

        limits = self.limits
        return httpx.Client(
            timeout=httpx.Timeout(limits.seconds, connect=min(limits.connecting, limits.seconds)),
            follow_redirects=False,
            trust_env=False,
            verify=ssl.create_default_context(),  # what this machine trusts
        )

    def ask(self, client: httpx.Client, messages: list[dict[str, str]]) -> str:
        """Send `messages` and give the words of the answer.

        Raises:
            Refused: there is no answer, or none that can be used.
        """
        asked = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "seed": 0,
            "stream": False,
        }
        return self._words(self._body(client, json.dumps(asked).encode("ascii")))

    def _body(self, client: httpx.Client, asked: bytes) -> bytes:
        """Send until there is an answer, or it was tried often enough."""
        import httpx

        for again in range(self.limits.retries + 1):
            if again:
                time.sleep(self.limits.pause * again)
            try:
                status, body = self._send(client, asked)
            except httpx.TimeoutException as late:
                # Not asked again: the same question would take as long.
                raise self._late() from late
            except httpx.HTTPError as error:
                fault = self._refused(f"cannot be talked to ({type(error).__name__})")
                continue
            if status not in _TRY_AGAIN:
                self._judge(status)
                return body
            fault = self._refused(f"answered with HTTP {status}")
        raise fault

    def _send(self, client: httpx.Client, asked: bytes) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        until = time.monotonic() + self.limits.seconds
        got = bytearray()
        with client.stream("POST", self._url, content=asked, headers=headers) as answer:
            if answer.status_code != 200:
                return answer.status_code, b""
            # Raw: what is packed against our asking is not unpacked, however small it looks.
            for piece in answer.iter_raw():
                got += piece
                if len(got) > self.limits.size:
                    raise self._refused(f"answered with more than {self.limits.size:,} bytes")
                if time.monotonic() > until:
                    raise self._late()
        return 200, bytes(got)

    def _judge(self, status: int) -> None:
        if 300 <= status < 400:
            raise self._refused(
                f"answered with HTTP {status}, a redirect, which is not followed",
                help="name the address it leads to, if it is to have the text",
            )
        if status != 200:
            raise self._refused(f"answered with HTTP {status}", help=_HELP.get(status, ""))

    def _words(self, body: bytes) -> str:
        """Take the words out of the envelope in which they come."""
        envelope = parsed(body)
        try:
            choice: Any = envelope["choices"][0]  # type: ignore[index]
            words, ended = choice["message"]["content"], choice.get("finish_reason")
        except (TypeError, LookupError, AttributeError):
            words, ended = None, None
        if not isinstance(words, str):
            raise self._refused("gave an answer that is not of the form of chat completions")
        if ended == "length":
            raise self._refused(
                "gave an answer that was cut off", help="let it write longer answers"
            )
        return words

    def _late(self) -> Refused:
        return self._refused(f"did not answer within {self.limits.seconds:g} s")

    def _refused(self, fault: str, *, help: str = "") -> Refused:
        return Refused(CODE, f"the endpoint at {self.host} {fault}", help=help)


def parsed(words: str | bytes) -> object:
    """Read JSON; None for what is none, or is nested too deep to be an answer."""
    try:
        return json.loads(words)
    except (ValueError, RecursionError):
        return None


def _url(address: str) -> httpx.URL:
    try:
        import httpx
    except ImportError as error:
        raise WrongUse(
            "the llm reader needs httpx, which is not installed",
            help="install onrecord[llm]",
        ) from error
    try:
        return httpx.URL(address)
    except httpx.InvalidURL as error:
        raise WrongUse(
            f"{address!r} is no address to ask ({error})",
            help="give one such as http://127.0.0.1:8080/v1",
        ) from error
