"""A dossier of an invented record: every link, every word, every hash."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from dossier_checks import (
    MADE_AT,
    broken_links,
    made,
    pages,
    unanswered,
    unattributed,
)
from invented_record import invented_record
from record_in_memory import InventedRecord

from onrecord.core import said
from onrecord.core.errors import WrongUse
from onrecord.core.rows import StatementRow
from onrecord.core.vocabulary import AsOf, BlockKind, Text
from onrecord.show import Site, dossier, places, press, verify_dossier
from onrecord.show.visible import visible


@pytest.fixture(scope="module")
def record() -> InventedRecord:
    return invented_record()


@pytest.fixture(scope="module")
def folder(record: InventedRecord, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("made") / "dossier"
    made(record, place)
    return place


def test_every_link_leads_to_a_place_within_the_folder(folder: Path) -> None:
    """No link leaves the dossier, and none is broken, anchors included."""
    assert broken_links(folder) == []


def test_every_mark_shows_exactly_the_words_of_its_span(
    folder: Path, record: InventedRecord
) -> None:
    """What is highlighted is text[start:end], nothing more and nothing less."""
    texts: dict[str, Text] = {text.id: text for text in record.texts.values()}
    seen = 0
    for _name, page in pages(folder):
        for element in page.xpath("//*[@data-at]"):
            start, end = map(int, element.get("data-at").split("-"))
            characters = texts[element.get("data-text")].characters
            assert element.text_content() == visible(characters[start:end])
            seen += 1
    assert seen > len(record.statement_rows)


def test_every_statement_is_marked_on_its_source_and_listed(
    folder: Path, record: InventedRecord
) -> None:
    """None is lost between the record and the page."""
    listed = (folder / "statements.html").read_text("utf-8")
    for row in record.statement_rows:
        page = (folder / f"sources/{row.source}.html").read_text("utf-8")
        assert f'id="{row.id}"' in page
        assert f"sources/{row.source}.html#{row.id}" in listed


def test_a_source_is_shown_whole(folder: Path, record: InventedRecord) -> None:
    """Boilerplate, captions and credits are folded and still there."""
    found = dict(pages(folder))
    for source, text in record.texts.items():
        page = found[f"sources/{source}.html"]
        blocks = [block.text_content() for block in page.xpath("//*[contains(@class,'block')]")]
        assert " ".join(blocks).split() == text.characters.split()
        quiet = page.xpath("//details[@class='quiet']")
        kinds = {block.kind for block in text.blocks}
        assert bool(quiet) == bool(kinds & {BlockKind.CAPTION, BlockKind.BOILERPLATE})


def test_a_refused_source_has_a_page_with_the_reason(folder: Path, record: InventedRecord) -> None:
    """What was not read is not passed over."""
    (refused,) = [row for row in record.source_rows if row.refusal is not None]
    assert refused.refusal is not None
    for name in (f"sources/{refused.id}.html", "coverage.html", "index.html"):
        assert refused.refusal in (folder / name).read_text("utf-8")


def test_words_of_a_source_always_stand_with_whose_they_are(
    folder: Path, record: InventedRecord
) -> None:
    """On every page, title and attribute: speaker, chain, source and hedges stand beside them."""
    assert unattributed(folder, record.statement_rows) == []


def _dropped(row: StatementRow) -> str:
    return ""


MUTANTS = [
    ("parts.html", "{{ who_shown(row) }}", ""),
    ("parts.html", "{{ rest }}", ""),
    ("parts.html", "{{ by(links, row, manner(row)) }}", ""),
    ("parts.html", "{{ by(links, row.statement, manner(row.statement)) }}", ""),
    ("parts.html", "{{ hedge | quoted }}", ""),
    ("parts.html", "{{ how_sure(row.sureness, row.confirmed, row.entered_by) }}", ""),
    (
        "parts.html",
        "how_sure(row.sureness, row.confirmed, row.entered_by)",
        "how_sure(none, row.confirmed, row.entered_by)",
    ),
    ("parts.html", 'class="entry {{ looks(row) }}"', 'class="{{ looks(row) }}"'),
    ("parts.html", 'class="entry {{ looks(row) }}"', 'class="entry {{ row.act }}"'),
    ("source.html", 'class="note {{ looks(item.row) }}"', 'class="note {{ item.row.act }}"'),
    ("source.html", "{% for one in item.inside %}{{ note(one) }}{% endfor %}", ""),
    ("source.html", "{{ parts.by(links, item.row, manner_in_place(item.row)) }}", ""),
    ("source.html", "{% for item in shown.notes %}{{ note(item) }}{% endfor %}", ""),
    ("source.html", "{{ parts.source_heading(source) }}", "<h1>A source</h1>"),
    ("parts.html", '<span class="outlet">{{ row.label }}</span>', ""),
    ("parts.html", "<article class=", '<article title="{{ row.content }}" class='),
]


@pytest.mark.parametrize(("file", "words", "instead"), MUTANTS)
def test_a_page_that_drops_whose_words_they_are_is_found_out(
    file: str,
    words: str,
    instead: str,
    record: InventedRecord,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test of fairness can fail: each way to lose an attribution makes it."""
    from jinja2 import Environment, FileSystemLoader

    class Mutated(FileSystemLoader):
        def get_source(
            self, environment: Environment, template: str
        ) -> tuple[str, str, Callable[[], bool]]:
            source, name, fresh = super().get_source(environment, template)
            if template == file:
                assert words in source
                first = source.index(words)
                rest = source[first:].replace(words, instead, 1 if "article" in words else -1)
                source = source[:first] + rest
            return source, name, fresh

    monkeypatch.setattr("jinja2.FileSystemLoader", Mutated)
    made(record, tmp_path / "d")
    assert unattributed(tmp_path / "d", record.statement_rows)


@pytest.mark.parametrize("name", ["manner", "manner_in_place", "teller_shown"])
def test_a_renderer_that_drops_the_source_or_the_chain_is_found_out(
    name: str, record: InventedRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the words for it are lost on the way to the template."""
    monkeypatch.setattr(press, name, _dropped)
    made(record, tmp_path / "d")
    assert unattributed(tmp_path / "d", record.statement_rows)


def _directly(self: StatementRow, *_: object) -> list[str]:
    return []


def _passed_on(who: str, *_: object, nearest: bool) -> str:
    return f"as told by {who}" if nearest else f"through {who}"


@pytest.mark.parametrize(
    ("place", "name", "instead"),
    [
        (StatementRow, "told", _directly),
        (StatementRow, "proposed", False),
        (said, "told_on", _passed_on),
    ],
)
def test_a_row_that_forgets_its_chain_or_that_it_is_proposed_is_found_out(
    place: object,
    name: str,
    instead: object,
    record: InventedRecord,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the lawyer denies the porter said is never the porter's word to us."""
    rows = [_Remembered(row) for row in record.statement_rows]
    monkeypatch.setattr(place, name, instead)
    made(record, tmp_path / "d")
    assert unattributed(tmp_path / "d", rows)  # type: ignore[arg-type]  # rows kept as they were


class _Remembered:
    """A row that still knows whether it is proposed."""

    def __init__(self, row: StatementRow) -> None:
        self._row, self.proposed = row, row.proposed

    def __getattr__(self, name: str) -> object:
        return getattr(self._row, name)


def test_a_quantity_stands_with_whose_words_it_is(folder: Path, record: InventedRecord) -> None:
    """A number is somebody's words too: the statement that carries it, or the source."""
    page = (folder / "quantities.html").read_text("utf-8")
    for row in record.quantities():
        counted = page.index(f"“{row.counted}”</bdi></a>")
        whose = row.statement.speaker if row.statement else f"{row.source_label}"
        assert whose in page[:counted]
    assert page.count("read from") == len(record.quantities())


def test_a_silence_stands_where_it_is_told_with_all_whom_it_names(
    folder: Path, record: InventedRecord
) -> None:
    """Who was asked, by whom, through whom: on the source's page, in the list, and by actor."""
    assert unanswered(folder, record.reply_rows) == []
    for reply in record.reply_rows:
        page = (folder / f"sources/{reply.source}.html").read_text("utf-8")
        assert f'id="{reply.id}"' in page
        for party in reply.parties:
            if party.actor:
                words = (folder / f"people/{party.actor}.html").read_text("utf-8")
                assert "Requests for comment" in words


@pytest.mark.parametrize("name", ["asked_manner", "asked_in_place"])
def test_a_renderer_that_drops_who_asked_is_found_out(
    name: str, record: InventedRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor may what became of it be lost."""
    monkeypatch.setattr(press, name, _dropped)
    made(record, tmp_path / "d")
    assert unanswered(tmp_path / "d", record.reply_rows)


def test_a_duplicate_is_marked_and_leads_to_what_it_repeats(
    folder: Path, record: InventedRecord
) -> None:
    """And no count has it twice."""
    (again,) = [row for row in record.statement_rows if row.duplicate_of]
    found = dict(pages(folder))
    note = found[f"sources/{again.source}.html"].get_element_by_id(f"note-{again.id}")
    assert any(href.endswith(f"#{again.duplicate_of}") for href in note.xpath(".//@href"))
    everything = len(record.statement_rows)
    (count,) = found["index.html"].xpath("//dd[preceding-sibling::dt='Statements']")
    assert count.text_content() == str(everything - 1)
    assert again.id not in (folder / "disputes.html").read_text("utf-8")
    assert "1 duplicate not counted" in found["statements.html"].text_content()


def test_a_proposal_is_counted_as_one_and_left_out_of_the_overview(
    folder: Path, record: InventedRecord
) -> None:
    """It is told on every page that counts statements, and listed with its mark."""
    proposed = [row for row in record.statement_rows if row.proposed]
    found = dict(pages(folder))
    assert len(found["statements.html"].xpath("//article[contains(@class,'proposed')]")) == 2
    assert f"{len(proposed)} of them only proposed" in found["statements.html"].text_content()
    assert f"{len(proposed)} are only proposed" in found["about.html"].text_content()
    overview = (folder / "index.html").read_text("utf-8")
    assert not any(row.id in overview for row in proposed)


def test_pages_hold_no_script_and_ask_for_nothing(folder: Path) -> None:
    """A policy in each page forbids what none of them does."""
    for _name, page in pages(folder):
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == "default-src 'none'; style-src 'self'; img-src 'self'"
        assert not page.xpath(
            "//script | //iframe | //object | //embed | //form | //style | //@style"
        )


def test_every_page_has_a_language_a_heading_and_a_way_past_the_menu(folder: Path) -> None:
    """For readers who listen, and for those who use the keyboard."""
    for name, page in pages(folder):
        assert page.get("lang") == "en"
        assert len(page.xpath("//h1")) == 1, name
        assert page.xpath("//a[@class='skip'][@href='#main']")
        assert len(page.xpath("//*[@id='main']")) == 1
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_the_same_record_and_hour_give_the_same_bytes(
    folder: Path, record: InventedRecord, tmp_path: Path
) -> None:
    """Two people can compare their dossiers by one hash."""
    made(record, tmp_path / "again")
    first = (folder / "manifest-sha256.txt").read_bytes()
    assert (tmp_path / "again/manifest-sha256.txt").read_bytes() == first


def test_the_hashes_can_be_checked_without_onrecord(folder: Path) -> None:
    """`sha256sum -c` is all it takes."""
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_whole_dossier_verifies(folder: Path) -> None:
    """No alarm without damage."""
    assert verify_dossier(folder) == []


def test_a_folder_with_other_files_is_left_alone(record: InventedRecord, tmp_path: Path) -> None:
    """A dossier never overwrites what is not one."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(WrongUse, match="not a dossier"):
        made(record, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_earlier_dossier_is_replaced_whole(record: InventedRecord, tmp_path: Path) -> None:
    """Nothing of it stays behind, and nothing beside it."""
    place = tmp_path / "d"
    made(record, place)
    (place / "people.html").write_text("changed meanwhile")
    (place / ".DS_Store").write_text("left by a desktop")
    made(record, place)
    assert verify_dossier(place) == []
    assert [path.name for path in tmp_path.iterdir()] == ["d"]


def test_a_file_that_was_put_into_a_dossier_is_not_lost(
    record: InventedRecord, tmp_path: Path
) -> None:
    """Notes beside the pages are their writer's: the dossier is not made over them."""
    made(record, tmp_path / "d")
    (tmp_path / "d/sources/notes.txt").write_text("mine")
    with pytest.raises(WrongUse, match=r"notes\.txt"):
        made(record, tmp_path / "d")
    assert (tmp_path / "d/sources/notes.txt").read_text() == "mine"


def test_a_failure_leaves_the_earlier_dossier_as_it_was(
    record: InventedRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a dossier is never seen."""
    place = tmp_path / "d"
    made(record, place)

    written = press.Press.html

    def broken(self: press.Press, page: press.Page, **given: object) -> str:
        if page.name == "timeline.html":
            raise RuntimeError("in the middle")
        return written(self, page, **given)

    monkeypatch.setattr(press.Press, "html", broken)
    with pytest.raises(RuntimeError):
        made(record, place)
    assert verify_dossier(place) == []
    assert [path.name for path in tmp_path.iterdir()] == ["d"]


def test_an_empty_record_makes_a_dossier_that_says_so(tmp_path: Path) -> None:
    """Nothing on record is said in words, not shown as an empty page."""
    made(InventedRecord(name="Nothing yet"), tmp_path / "d")
    assert verify_dossier(tmp_path / "d") == []
    assert broken_links(tmp_path / "d") == []
    assert "No statement was found" in (tmp_path / "d/statements.html").read_text("utf-8")


def test_long_texts_and_lists_are_cut_into_pages_that_lead_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links still lead to the words, on whatever page they stand, and no word is lost."""
    monkeypatch.setattr(places, "PART", 150)
    monkeypatch.setattr(press, "PER_PAGE", 4)
    record = invented_record()
    made(record, tmp_path / "d")
    assert broken_links(tmp_path / "d") == []
    assert verify_dossier(tmp_path / "d") == []
    assert unattributed(tmp_path / "d", record.statement_rows) == []
    assert (tmp_path / "d/statements-3.html").is_file()
    source = record.source_rows[0].id
    shown = "".join(
        "".join(page.xpath("//*[contains(@class,'block')]//text()"))
        for name, page in sorted(pages(tmp_path / "d"), key=lambda found: (len(found[0]), found[0]))
        if name.startswith(f"sources/{source}")
    )
    assert "".join(shown.split()) == "".join(record.texts[source].characters.split())


@pytest.mark.parametrize("part", [60, 150, 400])
def test_parts_of_a_text_are_the_same_in_whatever_order_they_are_asked_for(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What began in a part that was passed over goes on in the next, and has one anchor."""
    monkeypatch.setattr(places, "PART", part)
    record = invented_record()

    def shown(*, backwards: bool) -> dict[str, str]:
        site = Site(record, AsOf(), MADE_AT)
        some = [page for page in site.pages() if page.template == "source.html"]
        order = some[::-1] if backwards else some
        return {page.name: site.press.html(page) for page in order}

    forwards = shown(backwards=False)
    assert len(forwards) > len(record.source_rows)
    assert shown(backwards=True) == forwards


def test_progress_is_told_as_pages_are_written(record: InventedRecord, tmp_path: Path) -> None:
    """Whoever waits can see that it goes on."""
    told: list[int] = []
    done = dossier(
        record,
        tmp_path / "d",
        made_at=MADE_AT,
        progress=lambda _what, count, _of: told.append(count),
    )
    assert told == sorted(told)
    assert told[-1] == done.pages
    assert done.index == tmp_path / "d/index.html"
    assert done.bytes == sum(p.stat().st_size for p in (tmp_path / "d").rglob("*") if p.is_file())


def test_two_sources_of_one_outlet_and_day_are_told_apart(tmp_path: Path) -> None:
    """They bear the same label, and each still has its own heading and links."""
    record = invented_record()
    twin = record.document(
        "second-report.html",
        "Fenmark Courier",
        "2024-04-09",
        [(BlockKind.PARAGRAPH, "Odile Varnum said the gates were sound.")],
    )
    record.source_rows.insert(1, record.source_rows.pop())
    record.say(twin, "Odile Varnum", "said", "the gates were sound")
    made(record, tmp_path / "d")
    assert broken_links(tmp_path / "d") == []
