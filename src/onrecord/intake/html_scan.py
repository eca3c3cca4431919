"""Where in the decoded page does each run of text stand? One linear pass, before any parser.

lxml gives no offsets, so every run of text is replaced by a numbered mark and lxml parses the
marked page: whatever it does with malformed markup, a text node still names the runs it is made of.
Text that lxml loses is lost here too; it is never given a wrong place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.core.errors import Refused
from onrecord.core.spans import Span

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(OPEN + "([0-9]+)" + CLOSE)

# Caps of the threat model. No page of the benchmark has more than 3,026 tags (2026-11-23).
_MOST_ATTRIBUTES = 500
_MOST_TAGS = 300_000

# Elements whose content is no markup. Only that of a title is text.
_ENDS = {
    name: re.compile(f"</{name}(?=[\\s/>])", re.I)
    for name in "script style iframe noembed noframes xmp textarea title".split()
}
# A tag ends at the first > outside a quoted value; quotes count only after an equals sign.
_REST = r"""(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>"""
_TAG = re.compile(f"</?(?:({'|'.join(_ENDS)})(?=[\\s/>])|[a-z]){_REST}", re.I)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"[^\s/]+")
_JSON_LD = re.compile(r"""type\s*=\s*["']?\s*application/ld\+json""", re.I)
# A tag whose quotes swallow the rest of the page costs one look at all of it, so only so many.
_MOST_RUNAWAYS = 5


@dataclass(slots=True)
class Marked:
    """A page with its text replaced by marks: `runs[n]` is where the text of mark `n` stands."""

    page: str = ""
    runs: list[Span] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)


def mark(page: str) -> Marked:
    """Replace each run of text by its mark; drop comments, scripts, styles, and form contents.

    Raises:
        Refused: "limit" for a tag of more than 500 attributes or more than 300,000 tags.
    """
    return _Scanner(page).marked()


class _Scanner:
    def __init__(self, page: str) -> None:
        self._page = page
        self._last = page.rfind(">")  # beyond it there is no whole tag
        self._tags = page.replace(OPEN, "\ufffd")  # a page cannot make marks of its own
        self._out: list[str] = []
        self._copied = 0  # how far the page has been passed on
        self._result = Marked()
        self._runaways = 0

    def marked(self) -> Marked:
        page, last, matches, find = self._page, self._last, _TAG.match, self._page.find
        text_from = tags = 0
        at = find("<")
        while 0 <= at < last or (at >= 0 and page.startswith("<!--", at)):
            tag = matches(page, at) if self._runaways < _MOST_RUNAWAYS else None
            end = tag.end() if tag else self._other_markup(at)
            if end is None:  # a lone < is text
                at = find("<", at + 1)
                continue
            if at > text_from:
                self._text(text_from, at)
            if end - at > 2 * _MOST_ATTRIBUTES:
                self._count_attributes(at, end)
            if tag is None:
                self._leave_out(at, end)
            elif tag[1] and page[at + 1] != "/":
                end = self._raw_content(tag[1].lower(), at, end)
            tags += 1
            if tags > _MOST_TAGS:
                raise Refused("limit", f"the page has more than {_MOST_TAGS:,} tags")
            text_from = end
            at = find("<", end)
        self._text(text_from, len(page))
        self._leave_out(len(page), len(page))
        self._result.page = "".join(self._out)
        return self._result

    def _other_markup(self, at: int) -> int | None:
        """Give the end of a comment, or of a tag that is none; None where `<` is only a sign."""
        page = self._page
        following = page[at + 1]
        if page.startswith("<!--", at) and not page.startswith(("<!-->", "<!--->"), at):
            end = page.find("-->", at + 4)
            return len(page) if end < 0 else end + 3
        if following in "/?!":
            return page.index(">", at) + 1
        if following.isascii() and following.isalpha():
            self._runaways += 1
            return page.index(">", at) + 1
        return None

    def _raw_content(self, name: str, at: int, start: int) -> int:
        """Take the content of an element that holds no markup; give where its end tag begins."""
        close = _ENDS[name].search(self._page, start)
        end = close.start() if close else len(self._page)
        if name == "title":
            self._text(start, end)
            return end
        if name == "script" and _JSON_LD.search(self._page, at, start):
            self._result.json_ld.append(self._page[start:end])
        self._leave_out(start, end)
        if close is None:
            self._out.append(f"</{name}>")
        return end

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        self._leave_out(start, end)
        if self._page[start:end].isspace():
            self._out.append(" ")
            return
        self._out.append(f"{OPEN}{len(self._result.runs)}{CLOSE}")
        self._result.runs.append(Span(start, end))

    def _leave_out(self, start: int, end: int) -> None:
        """Pass on the page up to `start`, and go on at `end`."""
        self._out.append(self._tags[self._copied : start])
        self._copied = end

    def _count_attributes(self, at: int, end: int) -> None:
        if len(_ATTRIBUTE.findall(_QUOTED.sub(" ", self._page[at:end]))) > _MOST_ATTRIBUTES:
            raise Refused("limit", f"a tag has more than {_MOST_ATTRIBUTES} attributes")
