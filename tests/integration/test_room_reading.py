"""The reading room's pages to read, over a real connection: what they show, and that they work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx
import pytest
from lxml.html import HtmlElement, fromstring
from served_room import FIRST, page, send, served, small_case

from once import Once


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Iterator[httpx.Client]:
    case = tmp_path_factory.mktemp("room") / "case"
    shutil.copytree(once(small_case) / "case", case)
    with served(case) as client:
        yield client


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- questions and replies ---


def test_a_question_stands_with_whom_it_was_put_to_and_that_nothing_came(
    room: httpx.Client,
) -> None:
    """A question that no statement addresses is open, and says to what day that is counted."""
    asked = page(room, "/now/questions.html")
    questions = asked.xpath("//section[@class='question']")
    assert questions
    one = next(q for q in questions if "the log was last seen" in text(q))
    assert "The board" in text(one)
    assert "Nothing on record addresses it" in text(one)
    assert asked.xpath("//nav//a[@aria-current='page' and text()='Questions']")


def test_a_silence_is_a_step_of_its_own_in_a_chance_to_reply(room: httpx.Client) -> None:
    chains = page(room, "/now/chains.html")
    silent = chains.xpath("//li[@class='silent']")
    assert any("did not respond" in text(step) for step in silent)
    assert any("request for comment" in text(step) for step in silent)


# --- activity ---


def test_each_operation_tells_who_did_what_and_what_took_it_back(room: httpx.Client) -> None:
    """The last comes first, and the two ends of an undo lead to each other."""
    done = page(room, "/now/activity.html").xpath("//li[contains(@class, 'operation')]")
    (rejected,) = [one for one in done if "ann rejected" in text(one)]
    back = done[done.index(rejected) - 1]
    assert "taken back by operation" in text(rejected)
    assert text(back).startswith("ed took back operation")
    assert "read it again" in text(back)
    assert f"activity.html#{rejected.get('id')}" in back.xpath(".//a/@href")
    assert f"activity.html#{back.get('id')}" in rejected.xpath(".//a/@href")
    assert "began the case" in text(done[-1])


def test_a_worded_claim_is_told_as_a_claim_with_its_standing(room: httpx.Client) -> None:
    """No page of operations gives a wording as if it were so."""
    worded = page(room, "/now/activity.html").xpath("//blockquote[@class='worded']")
    told = [text(one) for one in worded]
    assert any("The log of the lock was lost" in words for words in told)
    assert all(words.startswith("Claim (") and "worded by ed" in words for words in told)


def test_an_operation_is_taken_back_from_its_own_form(room: httpx.Client) -> None:
    """Undo asks for a reason, leads back to the operation, and the undo can itself be undone."""
    listed = page(room, "/now/activity.html")
    (wrote,) = listed.xpath("//li[contains(., 'it is in dispute')]")
    (form,) = wrote.xpath(".//form")
    assert send(room, form, because="too soon").status_code == 200
    after = page(room, "/now/activity.html")
    (wrote,) = after.xpath(f"//li[@id='{wrote.get('id')}']")
    assert "taken back by" in text(wrote)
    assert "Claim (taken back; worded by ed)" in text(wrote)
    assert not wrote.xpath(".//form")
    first = after.xpath("//li[contains(@class, 'operation')]")[0]
    assert "too soon" in text(first)
    assert send(room, first.xpath(".//form")[0], because="not too soon").status_code == 200
    again = page(room, "/now/activity.html").xpath(f"//li[@id='{wrote.get('id')}']")[0]
    assert "taken back" not in text(again)


# --- search ---


def found(room: httpx.Client, **asked: str) -> list[str]:
    answer = room.get("/now/search.html", params=asked)
    assert answer.status_code == 200
    return [text(hit) for hit in fromstring(answer.text).xpath("//div[@class='hit']")]


def test_words_are_found_where_they_stand_with_whose_they_are(room: httpx.Client) -> None:
    hits = found(room, q="gate nine")
    assert len(hits) == 1
    assert "Ida Morrow" in hits[0].partition("(said")[0]
    assert "The gate was shut at nine" in hits[0]


def test_a_meaning_is_found_in_other_words(room: httpx.Client) -> None:
    """None of the words asked for stands in what is found first."""
    assert not found(room, q="closed barrier evening")
    hits = found(room, q="they closed the barrier in the evening", by="meaning")
    assert "The gate was shut at nine" in hits[0]
    assert "alike by 0." in hits[0]


def test_a_search_is_narrowed_by_who_what_where_and_when(room: httpx.Client) -> None:
    """Each choice leaves out what is not as asked, by words and by meaning."""
    for by in ("words", "meaning"):
        every = found(room, q="log lost", by=by)
        denied = found(room, q="log lost", by=by, kind="denies")
        assert 0 < len(denied) < len(every)
        assert all("denied" in hit for hit in denied)
        by_her = found(room, q="log lost", by=by, actor="Ida Morrow")
        assert by_her
        assert all("Ida Morrow" in hit.partition("(")[0] for hit in by_her)
        assert not found(room, q="log lost", by=by, start="2030")
        assert found(room, q="log lost", by=by, standing="disputed")
        assert not found(room, q="log lost", by=by, standing="withdrawn")


def test_what_makes_no_sense_in_a_search_is_said_on_its_page(room: httpx.Client) -> None:
    """The words stay filled in, so that they can be put right."""
    answer = room.get("/now/search.html", params={"q": "log", "start": "the ides"})
    assert answer.status_code == 200
    asked = fromstring(answer.text)
    assert "the ides" in text(asked.xpath("//*[@role='alert']")[0])
    assert asked.xpath("//input[@id='asked']/@value") == ["log"]
    nobody = room.get("/now/search.html", params={"q": "log", "actor": "Quill"})
    assert "no actor on record is called Quill" in nobody.text.replace("N", "n")


def test_a_claim_is_found_by_its_wording_and_shown_as_one(room: httpx.Client) -> None:
    asked = page(room, "/now/search.html?q=lock+lost")
    claims = asked.xpath("//section[@aria-labelledby='claims']//li")
    assert claims
    assert all(text(one).startswith("Claim (") for one in claims)


# --- a document ---


@pytest.fixture(scope="module")
def documents(room: httpx.Client) -> dict[str, str]:
    """The page of each document, by the name of its file."""
    listed = room.get("/api/v1/sources").json()
    return {row["name"]: f"/now/sources/{row['id']}.html" for row in listed}


def test_a_mark_has_the_standing_of_the_claims_it_speaks_to(
    room: httpx.Client, documents: dict[str, str]
) -> None:
    """A sign beside its number and words in its note: never by colour alone."""
    read = page(room, documents["second.txt"])
    (mark,) = read.xpath("//mark[@data-n and contains(., 'the log had been lost')][1]")[:1]
    assert "≠" in mark.get("data-s")
    (note,) = read.xpath(f"//li[@id='note-{mark.get('id')}']")
    assert "speaks to 2 claims that are disputed: claim 1 claim 2" in text(note)
    claims = note.xpath(".//a[contains(@href, 'claims/')]/@href")
    assert room.get(f"/now/sources/{claims[0]}").status_code == 200
    assert any("≠" in text(one) for one in read.xpath("//ul[@class='key']/li"))


def test_a_note_leads_to_all_that_can_be_decided_of_it_without_scripts(
    room: httpx.Client, documents: dict[str, str]
) -> None:
    read = page(room, documents["first.txt"])
    (note,) = read.xpath("//li[contains(@class, 'note') and contains(., 'the keeper')]")
    decide = page(room, note.xpath(".//a[@class='decide']/@href")[0])
    verbs = {*decide.xpath("//form//input[@name='verb']/@value")}
    assert {"write", "grade"} <= verbs
    assert {"confirm", "reject"} <= {*decide.xpath("//button[@name='verb']/@value")}
    (form,) = decide.xpath("//form[.//input[@name='verb' and @value='write']]")
    answer = send(room, form, value="The gate was shut at nine", because="it matters")
    (told,) = fromstring(answer.text).xpath("//*[@class='done']")
    assert "On record" in text(told)


def test_the_file_goes_out_to_be_kept_and_never_as_a_page(
    room: httpx.Client, documents: dict[str, str]
) -> None:
    """Its bytes are those that came, under a policy by which nothing in it runs."""
    read = page(room, documents["first.txt"])
    (href,) = read.xpath("//a[starts-with(@href, '/originals/')]/@href")
    got = room.get(href)
    assert got.content == FIRST.encode()
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["content-security-policy"].startswith("sandbox")
    assert room.get("/originals/src_0000000000000000").status_code == 404


def test_what_is_no_pdf_has_no_pictures(room: httpx.Client, documents: dict[str, str]) -> None:
    source = documents["broken.pdf"].removeprefix("/now/sources/").removesuffix(".html")
    refused = room.get(f"/originals/{source}/pages/1")
    assert refused.status_code == 422
    assert "cannot be drawn" in refused.text
    assert room.get(f"/originals/{source}/pages/0").status_code == 400
    assert room.get(f"/originals/{source}/pages/100000").status_code == 400


def test_a_page_of_a_pdf_is_a_picture(room: httpx.Client, documents: dict[str, str]) -> None:
    read = page(room, documents["letter.pdf"])
    pictures = read.xpath("//details[@class='original']//img")
    assert [one.get("loading") for one in pictures] == ["lazy"]
    assert pictures[0].get("alt")
    drawn = room.get(pictures[0].get("src"))
    assert drawn.headers["content-type"] == "image/png"
    assert drawn.content.startswith(b"\x89PNG")
    assert room.get(pictures[0].get("src").replace("/1", "/2")).status_code == 404


# --- the overview ---


def test_the_overview_tells_a_claim_with_its_standing_and_who_is_on_which_side(
    room: httpx.Client,
) -> None:
    first = page(room, "/now/index.html")
    (about,) = first.xpath("//section[@aria-labelledby='about']")
    told = [text(one) for one in about.xpath(".//li")]
    (log,) = [one for one in told if one.startswith("“The log had been lost”")]
    assert "is claimed, and is disputed" in log
    assert "claimed by Ida Morrow" in log
    assert "denied by Sam Pell" in log
    for href in first.xpath("//main//a/@href"):
        path = href.partition("#")[0]
        assert room.get(f"/now/{path}").status_code == 200, href
        if "#" in href:
            assert page(room, f"/now/{path}").get_element_by_id(href.partition("#")[2]) is not None


def test_the_overview_tells_what_is_open_silent_and_unread(room: httpx.Client) -> None:
    first = page(room, "/now/index.html")

    def part(name: str) -> str:
        return text(first.xpath(f"//section[@aria-labelledby='{name}']")[0])

    assert "when the log was last seen" in part("open")
    assert "did not respond" in part("silent")
    assert "broken.pdf" in part("coverage")
    assert "not yet confirmed" in part("coverage")


def test_what_came_since_the_last_visit_is_told_at_the_next(
    room: httpx.Client, documents: dict[str, str]
) -> None:
    """The browser remembers how far the log was; what was done since leads to its operation."""
    room.get("/now/index.html")
    name, value = next((n, v) for n, v in room.cookies.items() if n.startswith("onrecord-seen"))
    _, last, _ = value.split(".")
    source = documents["first.txt"].removeprefix("/now/sources/").removesuffix(".html")
    decide = page(room, f"/now/decide.html?about={source}")
    (form,) = decide.xpath("//form[.//input[@name='verb' and @value='grade']]")
    send(room, form, value="C", because="one keeper only")
    room.cookies.set(name, f"{last}.{last}.1000", domain=room.base_url.host, path="/")
    since = page(room, "/now/index.html").xpath("//section[@class='since']")
    assert "ed graded a source: C" in text(since[0])
    (href,) = since[0].xpath(".//li/a/@href")
    assert page(room, f"/now/{href}").get_element_by_id(href.partition("#")[2]) is not None


# --- adding ---


def test_a_text_is_added_and_followed_to_its_end_without_scripts(room: httpx.Client) -> None:
    """The job's page tells what was read and refused with the reason; the list of jobs has it."""
    form = page(room, "/now/add.html").xpath("//form[@action='/documents']")[0]
    secret = form.xpath(".//input[@name='csrf']/@value")[0]
    answer = room.post(
        "/documents",
        data={"csrf": secret, "title": "third", "outlet": "The Weir", "published": "2024-05-20"},
        files=[
            ("files", ("third.txt", b"Ann Vance said that the weir had been sound.\n")),
            ("files", ("empty.txt", b"")),
        ],
    )
    job = str(answer.url.path)
    assert job.startswith("/jobs/")
    with room.stream("GET", f"{job}/events") as events:
        told = [line for line in events.iter_lines() if line.startswith("data: ")]
    assert '"state": "done"' in told[-1]
    done = page(room, job)
    assert "1 read" in text(done)
    assert "1 refused" in text(done)
    (refused,) = done.xpath("//h2[.='Refused']/following-sibling::ul[1]/li")
    assert "empty.txt" in text(refused)
    assert len(text(refused)) > len("empty.txt") + 3
    added = page(room, "/now/add.html").xpath("//h2[@id='added']/following-sibling::ul[1]/li")
    assert "2 came, 1 read, 1 refused" in text(added[0])
    assert found(room, q="weir sound", by="words")
