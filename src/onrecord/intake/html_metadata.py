"""What does a page say of itself, and on what basis? JSON-LD, then meta tags, then what is seen.

A value that cannot be read as what it should be is passed over for the next basis; none is made up.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from onrecord.core.vocabulary import Attested, Basis, Metadata
from onrecord.intake.html_json_ld import said
from onrecord.intake.html_scan import MARK, Marked
from onrecord.intake.html_values import address, clean, day, language, outlet, person

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_BODY = 100_000  # every block of the page is looked for in it

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_BYLINE = (
    "author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "article:author",
)
_OUTLET = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "application-name",
    "citation_journal_title",
)
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "publication_date",
    "pubdate",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
)
_LANGUAGE = ("og:locale", "language", "content-language", "dc.language", "dcterms.language")
_ADDRESS = ("og:url", "twitter:url", "dc.identifier", "citation_public_url")


class Head:
    """What a page's head and JSON-LD say, before its body is looked at."""

    def __init__(self, tree: _Element, page: str, marked: Marked) -> None:
        self._said = said(marked.json_ld)
        self._metas = _metas(tree)
        self.title = clean(_title(tree, page, marked))
        self._tree = tree

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything the page gives as its title."""
        told = [self._said.headline, *self._meta(("og:title", "twitter:title")), self.title]
        return tuple(dict.fromkeys(clean(title) for title in told if title))

    @property
    def byline(self) -> str:
        """Who the head says wrote it."""
        found = self._first(person, self._said.byline, _BYLINE)
        return found.value if found else ""

    @property
    def body(self) -> str:
        """The article as its JSON-LD repeats it, in part or whole; blanks folded as in a text."""
        return " ".join(html.unescape(self._said.body[:_LONGEST_BODY]).split())

    def metadata(self, *, headline: str, byline: str, dateline: str) -> Metadata:
        """Put together what is attested, with the visible lines as the last resort.

        Args:
            headline: the visible headline, empty for none; so for the others.
            dateline: a visible line with a date.
        """
        title = self._first(clean, self._said.headline, _TITLE) or _seen(headline or self.title)
        return Metadata(
            title=title,
            byline=self._first(person, self._said.byline, _BYLINE) or _seen(person(byline)),
            outlet=self._first(outlet, self._said.outlet, _OUTLET),
            published=self._first(day, self._said.published, _PUBLISHED)
            or _seen(self._visible_day() or day(dateline)),
            modified=self._first(day, self._said.modified, _MODIFIED),
            language=self._language(),
            address=self._address(),
        )

    def _first(
        self, read: Callable[[str], str], told: str, names: tuple[str, ...]
    ) -> Attested | None:
        value = read(clean(told))
        if value:
            return Attested(value, Basis.JSON_LD)
        for content in self._meta(names):
            value = read(clean(content))
            if value:
                return Attested(value, Basis.META)
        return None

    def _meta(self, names: Iterable[str]) -> list[str]:
        return [self._metas[name] for name in names if name in self._metas]

    def _language(self) -> Attested | None:
        told = self._first(language, self._said.language, ())
        marked = language(self._tree.get("lang") or self._tree.get("xml:lang") or "")
        if told is None and marked:
            return Attested(marked, Basis.META)
        return told or self._first(language, "", _LANGUAGE)

    def _address(self) -> Attested | None:
        for link in self._tree.iter("link"):
            if link.get("rel", "").lower() == "canonical":
                found = address(link.get("href", ""))
                if found:
                    return Attested(found, Basis.META)
        return self._first(address, self._said.address, _ADDRESS)

    def _visible_day(self) -> str:
        """Read the first `time` element of the page that carries a date."""
        for element in self._tree.iter("time"):
            found = day(element.get("datetime") or element.get("content") or "")
            if found:
                return found
        return ""


def _title(tree: _Element, page: str, marked: Marked) -> str:
    numbers = MARK.findall(tree.findtext(".//title") or "")
    return html.unescape("".join(marked.runs[int(number)].of(page) for number in numbers))


def _metas(tree: _Element) -> dict[str, str]:
    """Give what the meta tags say, the first of each name, names in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content", "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key, "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _seen(value: str) -> Attested | None:
    return Attested(value, Basis.VISIBLE) if value else None
