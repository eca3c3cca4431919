"""Turns rows into pages: one jinja environment in which nothing reaches a page unescaped.

Every value is written with its hidden characters visible and its mark-up escaped; an undefined name
is an error, not an empty place. Long lists are cut into pages that lead to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from onrecord.core.claims import who_stands
from onrecord.core.flows import TOLD
from onrecord.core.grading import side_by_side
from onrecord.core.rows import (
    NOBODY,
    Party,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Teller,
    TimelineRow,
    quoted,
)
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import KIND_OF_SOURCE, SILENT, SOMEBODY, counted, how_sure
from onrecord.show.dates import minute, spoken
from onrecord.show.navigation import CHAPTERS, chapter_of, stem_of
from onrecord.show.places import Links, Places, file_name, numbered, span_anchor
from onrecord.show.posts import ends_told
from onrecord.show.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

PER_PAGE = 500
"""Entries on one page of a list: some 400 kB, which prints on about 60 sheets."""

MOST = 600
"""Characters of a statement shown in a list; its page of the source has it whole."""


FEW = 8
"""Answers to one question that are shown whole."""


SHORT = 180
"""Characters of a statement shown on a line among others of one claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row in a list: what it is, under which heading, and the anchor of that heading."""

    kind: str
    row: StatementRow | ReplyRow | TimelineRow | QuantityRow
    heading: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where one page of a list stands among the others, as (number, link) pairs."""

    number: int
    of: int
    links: tuple[tuple[int, str], ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its path, its template, and what fills it, worked out when the page is made."""

    name: str
    template: str
    fill: Callable[[], Mapping[str, Any]] = dict


class Press:
    """Makes pages. `common` is what every page says of the record it is made from.

    Args:
        env: the environment the templates are in, where it is not the dossier's own.
    """

    def __init__(
        self, places: Places, common: Mapping[str, Any], env: Environment | None = None
    ) -> None:
        self._places, self._common = places, common
        self._env = env or environment()

    def html(self, page: Page, **given: Any) -> str:
        """Make one page; `given` goes before what fills it."""
        root = "../" * page.name.count("/")
        filled = {"shell": "base.html", **self._common, **page.fill(), **given}
        links = Links(self._places, root)
        template = self._env.get_template(page.template)
        return template.render(**filled, root=root, links=links, page=page.name)


def lists(
    stem: str,
    template: str,
    entries: Sequence[Any],
    fill: Callable[[], Mapping[str, Any]] = dict,
) -> Iterator[Page]:
    """Give a list on as many pages as it takes, at least one."""
    of = max(1, -(-len(entries) // PER_PAGE))
    for number in range(1, of + 1):
        yield Page(
            name=numbered(stem, number),
            template=template,
            fill=partial(_part, stem, number, of, entries, fill),
        )


def _part(
    stem: str, number: int, of: int, entries: Sequence[Any], fill: Callable[[], Mapping[str, Any]]
) -> dict[str, Any]:
    return {
        **fill(),
        "entries": entries[(number - 1) * PER_PAGE : number * PER_PAGE],
        "total": len(entries),
        "pager": pager(stem.rpartition("/")[2], number, of),
    }


def page_of(stem: str, index: int) -> str:
    """Name the page of a list on which the entry `index` (from 0) stands."""
    return numbered(stem, index // PER_PAGE + 1)


def pager(stem: str, number: int, of: int) -> Pager:
    """Give links to the first, the last and the nearest pages of a list."""
    near = sorted({1, of, *range(max(1, number - 2), min(of, number + 2) + 1)})
    return Pager(
        number=number,
        of=of,
        links=tuple((n, numbered(stem, n)) for n in near),
        before=numbered(stem, number - 1) if number > 1 else None,
        after=numbered(stem, number + 1) if number < of else None,
    )


def who_shown(row: StatementRow) -> str:
    """Give the speaker for a page: a name plainly, a description in quotation marks.

    “The disgraced clerk” is what a source calls somebody; only a name may stand as one.
    """
    return _as_name(row.speaker, row.actor_name, row.naming) or NOBODY


def _as_name(words: str, name: str, naming: Naming) -> str:
    named = naming is Naming.NAMED and bool(name)
    if not words or (named and (words == name or words.startswith(f"{name} (“"))):
        return words
    return quoted(words)


def teller_shown(teller: Teller) -> str:
    """Give one through whom a statement came in the same way."""
    return _as_name(teller.speaker, teller.name, teller.naming) or SOMEBODY


def party_shown(party: Party) -> str:
    """Give somebody who asked or was asked in the same way."""
    return _as_name(party.words, party.actor_name, party.naming) or SOMEBODY


def held_to_be(row: StatementRow) -> str:
    """Give the actor's name where the words that name the speaker do not hold it."""
    return "" if row.actor_name in row.speaker else row.actor_name


def manner(row: StatementRow) -> str:
    """Give the rest of the attribution: what the speaker is reported to do, through whom, where."""
    return f" {row.manner(teller_shown)}"


def manner_in_place(row: StatementRow) -> str:
    """Give the same on the source's own page, whose heading names the source already."""
    return f" {row.manner(teller_shown, placed=False)}"


def asked_manner(row: ReplyRow) -> str:
    """Give what became of a request, through whom, by whom, and who reports it."""
    return f" {row.manner(party_shown)}"


def asked_in_place(row: ReplyRow) -> str:
    """Give the same on the source's own page."""
    return f" {row.manner(party_shown, placed=False)}"


def looks(row: StatementRow) -> str:
    """Give the classes by which a statement looks as what it is: its act, depth, and standing."""
    found = (
        ("deep", row.depth), ("proposed", row.proposed), ("duplicate", row.duplicate_of),
        ("gone", row.gone), ("hand", row.entered_by),
    )  # fmt: skip
    return " ".join([row.act.value, *(name for name, on in found if on)])


_MEDIA = {
    "text/plain": "text", "text/html": "web page", "text/markdown": "Markdown",
    "text/csv": "table (CSV)", "application/pdf": "PDF", "message/rfc822": "e-mail",
    "application/mbox": "e-mail", "application/json": "JSON row", "application/xml": "XML",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
}  # fmt: skip


def medium(media_type: str) -> str:
    """Name a kind of file as people do; one that has no such name by its media type."""
    return _MEDIA.get(media_type, media_type)


def source_name(row: SourceRow) -> str:
    """Name a source: its headline in quotation marks with its outlet, or else its file's name.

    A headline is a statement by its outlet, so it never stands alone.
    """
    if row.metadata.title is None:
        return f"{row.name}, {row.label}" if row.outlet else row.label
    return f"{quoted(row.title, 200)} ({row.label})"


def environment(*folders: Path) -> Environment:
    """Make the environment that every page is written in: nothing gets out unescaped.

    Args:
        folders: where templates are looked for before the dossier's own, which can be extended
            as `dossier/NAME`.
    """
    from jinja2 import (  # heavy: 60 ms
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        PrefixLoader,
        StrictUndefined,
    )

    own = FileSystemLoader(Path(__file__).parent / "templates")

    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(folders), own, PrefixLoader({"dossier": own})]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(
        spoken=spoken,
        minute=minute,
        quoted=quoted,
        anchor=file_name,
        count=counted,
        who_stands=who_stands,
        medium=medium,
    )
    env.globals.update(
        who_shown=who_shown,
        held_to_be=held_to_be,
        manner=manner,
        manner_in_place=manner_in_place,
        asked_manner=asked_manner,
        asked_in_place=asked_in_place,
        party_shown=party_shown,
        looks=looks,
        side_by_side=side_by_side,
        how_sure=how_sure,
        KIND_OF_SOURCE=KIND_OF_SOURCE,
        SILENT=SILENT,
        TOLD=TOLD,
        source_name=source_name,
        span_anchor=span_anchor,
        ends_told=ends_told,
        MOST=MOST,
        SHORT=SHORT,
        FEW=FEW,
        CHAPTERS=CHAPTERS,
        chapter_of=chapter_of,
        stem_of=stem_of,
    )
    return env


def _shown(value: object) -> object:
    return value if isinstance(value, Markup) else visible(str(value))
