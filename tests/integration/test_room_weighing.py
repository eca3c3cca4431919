"""Weighing in the reading room, as a browser without scripts does it: choosing, deciding, undoing.

One case and one server for all of it; each test leaves the record as it found it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml.html import HtmlElement, fromstring
from served_room import page, served, small_case

from once import Once
from onrecord.case import Case
from onrecord.core.auditing import DrawnRow
from onrecord.core.grading import Verdict
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Verb
from onrecord.faces.room import measuring

LOST = "The log of the lock was lost"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Path:
    folder = tmp_path_factory.mktemp("room") / "case"
    shutil.copytree(once(small_case) / "case", folder)
    with Case.open(folder) as made:
        made.tests().apply("full-code-test", to="the charge over the log", by="ed")
        judging = made.judging()
        judging.give(Verb.SUPPOSE, because="two say so", value="Somebody hid the log", by="ed")
        judging.give(Verb.SUPPOSE, because="it is old", value="There never was a log", by="ed")
    return folder


@pytest.fixture(scope="module")
def room(case: Path) -> Iterator[httpx.Client]:
    with served(case) as client:
        yield client


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def form(found: HtmlElement, path: str) -> HtmlElement:
    """Find the one form that a path leads to."""
    forms: list[HtmlElement] = found.xpath(path)
    assert len(forms) == 1, f"{path}: {len(forms)} forms"
    return forms[0]


def sent(room: httpx.Client, one: HtmlElement, **filled: str | list[str]) -> HtmlElement:
    """Send a form with what stands in it, some of it filled in; gives the page it leads to."""
    fields: dict[str, list[str]] = {}
    for key, value in one.form_values():
        fields.setdefault(key, []).append(value or "")
    for key, value in filled.items():
        if key == "about":  # chosen beside what the form is about already
            fields[key] = [*fields.get(key, []), *([value] if isinstance(value, str) else value)]
        else:
            fields[key] = [value] if isinstance(value, str) else value
    answer = room.post(one.get("action"), data=fields)
    assert answer.status_code == 200, answer.text[:600]
    return fromstring(answer.text)


def undone(room: httpx.Client, done: HtmlElement) -> None:
    """Take back what a page says was just done."""
    sent(room, form(done, "//div[@class='done']//form"))


def claim_of(case: Path, words: str = LOST) -> str:
    with Case.open(case) as there:
        return next(line.id for line in there.claims().lines if line.wording == words)


# --- claims ---


def test_the_table_shows_the_claims_that_an_address_asks_for(room: httpx.Client) -> None:
    table = page(room, "/now/claims.html")
    whole = table.xpath("//tr[@class='claim']")
    some = page(room, "/now/claims.html?words=log+lost&standing=disputed&order=disputed")
    rows = some.xpath("//tr[@class='claim']")
    assert 0 < len(rows) <= len(whole)
    assert all("disputed" in text(row) and "log" in text(row) for row in rows)
    assert some.xpath("//select[@name='standing']/option[@selected]/text()") == ["disputed"]
    assert f"of {len(whole)}" in text(some.xpath("//*[@class='chosen']")[0])
    names = table.xpath("//datalist[@id='holders']/option/@value")
    for name in names:
        theirs = room.get("/now/claims.html", params={"actor": name.upper()})
        assert 'class="claim"' in theirs.text
    none = page(room, "/now/claims.html?words=zeppelin")
    assert not none.xpath("//tr[@class='claim']")


@pytest.mark.parametrize("query", ["standing=proven", "order=worst"])
def test_a_choice_that_is_none_is_told_in_one_line(room: httpx.Client, query: str) -> None:
    answer = room.get(f"/now/claims.html?{query}")
    assert answer.status_code == 400
    assert "is no " in answer.text


def test_a_stance_is_told_by_a_sign_and_in_words(room: httpx.Client) -> None:
    """Its colour is never alone: an edge of its own kind, a sign, and words for a reader aloud."""
    signs = page(room, "/now/claims.html").xpath("//td//span[starts-with(@class, 'stance')]")
    assert signs
    for sign in signs:
        shown, told = sign.getchildren()
        assert shown.get("aria-hidden") == "true"
        assert text(shown)
        assert text(told) in sign.text_content()
        assert "it" in text(told)


def test_a_claim_is_reworded_and_the_old_wording_comes_back(room: httpx.Client, case: Path) -> None:
    path = f"/now/claims/{claim_of(case)}.html"
    reword = form(page(room, path), "//form[input[@value='reword']]")
    done = sent(room, reword, value="The log went missing", because="lost is a guess")
    assert "The log went missing" in text(done.xpath("//h1")[0])
    assert "worded by" in text(done).lower()
    decided = done.xpath("//h2[@id='decided']/following-sibling::article")
    assert any("lost is a guess" in text(one) for one in decided)
    undone(room, done)
    assert LOST in text(page(room, path).xpath("//h1")[0])


def test_a_statement_is_placed_with_a_scope_and_then_parted(room: httpx.Client, case: Path) -> None:
    """The page of the claim tells how far the denial reaches; parting takes the statement out."""
    claim = claim_of(case)
    with Case.open(case) as there:
        held = there.claims().claim(claim).positions
        said = next(one.statement for one in held if one.statement.speaker.startswith("Sam Pell"))
    here = page(room, f"/now/decide.html?about={said.id}&claim={claim}")
    assert "Sam Pell" in text(here.xpath("//article")[0])
    place = form(
        here,
        "//section | //article[contains(@class, 'claim')]"
        f"//form[input[@value='place'] and input[@value='{claim}']]",
    )
    done = sent(room, place, value="denies in part", note="not that it was moved", because="read")
    denied = page(room, f"/now/claims/{claim}.html").xpath(
        "//h2[@id='against']/following::table[1]"
    )
    assert "not that it was moved" in text(denied[0])
    undone(room, done)
    part = form(
        page(room, f"/now/decide.html?about={said.id}"),
        f"//form[input[@value='part'] and input[@value='{claim}']]",
    )
    done = sent(room, part, because="of another log")
    with Case.open(case) as there:
        left = there.claims().claim(claim).positions
    assert said.id not in [one.statement.id for one in left]
    undone(room, done)


def test_a_claim_is_joined_with_one_chosen_from_a_list_of_claims_as_they_stand(
    room: httpx.Client, case: Path
) -> None:
    claim = claim_of(case)
    here = page(room, f"/now/decide.html?about={claim}")
    join = form(here, "//form[input[@value='join']]")
    offered = join.xpath(".//label[@class='pick']")
    assert offered
    assert all(text(one).startswith("Claim (") for one in offered)
    other = offered[0].xpath(".//input/@value")[0]
    done = sent(room, join, about=other, because="one log")
    assert "On record" in text(done.xpath("//div[@class='done']")[0])
    with Case.open(case) as there:
        ids = [line.id for line in there.claims().lines]
    assert (claim in ids) != (other in ids)
    undone(room, done)
    with Case.open(case) as there:
        ids = [line.id for line in there.claims().lines]
    assert claim in ids
    assert other in ids


def test_a_rejected_statement_can_still_be_decided_about(room: httpx.Client, case: Path) -> None:
    with Case.open(case) as there:
        said = there.statements()[0]
    here = page(room, f"/now/decide.html?about={said.id}")
    check = form(here, "//form[.//button[@value='reject']]")
    done = sent(room, check, verb="reject", because="a headline")
    assert "A person rejected it" in text(done)
    undone(room, done)
    assert "A person rejected it" not in text(page(room, f"/now/decide.html?about={said.id}"))


# --- people ---


def test_a_wrong_join_is_undone_on_the_actors_page_in_two_clicks(
    room: httpx.Client, case: Path
) -> None:
    """One opens “Take it back”, the other is its button: the reason stands there, to be changed."""
    with Case.open(case) as there:
        names = {actor.name: actor.id for actor in there.actors()}
    ida, sam = names["Ida Morrow"], names["Sam Pell"]
    found = page(room, f"/now/decide.html?about={ida}&words=Sam+Pell")
    join = form(found, "//form[.//button[@value='join']]")
    done = sent(room, join, verb="join", about=sam, because="by mistake")
    assert done.xpath("//main//h1")
    with Case.open(case) as there:
        joined = next(actor.id for actor in there.actors() if "Sam Pell" in actor.names)
        assert "Ida Morrow" in next(a.names for a in there.actors() if a.id == joined)
    here = page(room, f"/now/people/{joined}.html")
    details = here.xpath("//details[summary='Take it back']")
    assert len(details) == 1
    back = form(details[0], ".//form")
    assert back.fields["because"]
    after = sent(room, back)
    assert "Taken back" in text(after.xpath("//div[@class='done']")[0])
    with Case.open(case) as there:
        assert {"Ida Morrow", "Sam Pell"} <= {actor.name for actor in there.actors()}


def test_an_actor_page_says_where_they_stand_and_what_is_said_of_them(
    room: httpx.Client, case: Path
) -> None:
    """Every claim there stands with its standing and whose wording it is."""
    with Case.open(case) as there:
        sam = next(actor.id for actor in there.actors() if actor.name == "Sam Pell")
    here = page(room, f"/now/people/{sam}.html")
    stands = here.xpath("//h2[@id='stands']/following-sibling::ul[1]/li")
    assert any("denies it" in text(one) and LOST in text(one) for one in stands)
    assert all("worded by" in text(one) for one in stands)
    assert all(text(one.xpath(".//*[@class='state']")[0]) for one in stands)


# --- tests, hypotheses ---


def test_a_finding_is_recorded_of_an_element_and_stands_in_its_cell(room: httpx.Client) -> None:
    record = form(page(room, "/now/tests.html"), "//form[@action='/findings']")
    element = record.xpath(".//select[@name='element']/option/@value")[1]
    done = sent(
        room, record, element=element, found="not met", finder="the reviewing lawyer",
        on="2024-05-03", because="the log is gone",
    )  # fmt: skip
    cells = done.xpath("//td[@class='cell']//details")
    assert any("not met" in text(one) and "the reviewing lawyer" in text(one) for one in cells)
    for link in done.xpath("//td[@class='cell']//a/@href"):
        assert done.xpath(f"//*[@id='{link[1:]}']"), link
    undone(room, done)
    assert "the reviewing lawyer" not in text(page(room, "/now/tests.html"))


def test_a_finding_of_no_element_is_turned_away_in_one_line(room: httpx.Client) -> None:
    record = form(page(room, "/now/tests.html"), "//form[@action='/findings']")
    fields = {**dict(record.form_values()), "element": "luck", "finder": "x", "found": "met"}
    answer = room.post("/findings", data=fields)
    assert answer.status_code == 404
    assert "has no element luck" in answer.text


def test_a_statement_is_rated_against_a_hypothesis(room: httpx.Client, case: Path) -> None:
    with Case.open(case) as there:
        said = next(row for row in there.statements() if "log" in row.content)
        first = there.judging().hypotheses.hypotheses[0]
    here = page(room, f"/now/decide.html?about={said.id}")
    rate = form(here, "//form[input[@value='rate']]")
    fields = dict(rate.form_values())
    answer = room.post(
        "/judgements",
        data={**fields, "about": [first.id, said.id], "value": "inconsistent", "because": "read"},
    )
    assert answer.status_code == 200
    matrix = page(room, "/now/hypotheses.html")
    assert matrix.xpath("//span[contains(@class, 'fit') and text()='I']")
    with Case.open(case) as there:
        there.take_back(there.judging().given[-1].id, because="test")


# --- every form ---


def test_every_form_says_what_it_puts_on_record_and_asks_why(
    room: httpx.Client, case: Path
) -> None:
    """And each brings back the secret of its session."""
    with Case.open(case) as there:
        sam = next(actor.id for actor in there.actors() if actor.name == "Sam Pell")
        said = there.statements()[0].id
    claim = claim_of(case)
    paths = (
        f"claims/{claim}.html", f"people/{sam}.html", f"decide.html?about={said}",
        f"decide.html?about={claim}", f"decide.html?about={sam}", "judgements.html",
        "hypotheses.html", "tests.html", "audit.html?kind=statements",
    )  # fmt: skip
    seen = 0
    for path in paths:
        for one in page(room, f"/now/{path}").xpath("//main//form[@method='post']"):
            seen += 1
            assert "Puts on record" in text(one), path
            assert one.xpath(".//input[@name='because']"), path
            assert one.xpath(".//input[@name='csrf']/@value")[0], path
    assert seen > 20


def test_nothing_can_be_decided_on_a_page_of_a_past_day(room: httpx.Client, case: Path) -> None:
    then = page(room, f"/known=2199-01-01/claims/{claim_of(case)}.html")
    assert not then.xpath("//main//form[@method='post']")


# --- measuring ---


def test_a_sample_is_judged_row_by_row_and_goes_on_where_it_was_left(
    room: httpx.Client, case: Path
) -> None:
    """Each row stands marked in its place, with three answers and their keys."""
    address = "/now/audit.html?kind=statements&most=3&seed=7"
    first = page(room, address)
    assert "row 1 of 3" in text(first.xpath("//h1")[0])
    own = text(first.xpath("//*[@class='drawn entry' or contains(@class, 'drawn')]//mark")[0])
    assert own
    assert first.xpath("//button[@name='verdict']/@data-key") == ["1", "2", "3"]
    second = sent(room, form(first, "//form[@action='/audit']"), verdict="right")
    assert "row 2 of 3" in text(second.xpath("//h1")[0])
    assert "100%" in text(second.xpath("//p[@class='audited']")[0])
    again = page(room, address)
    assert "row 2 of 3" in text(again.xpath("//h1")[0])
    third = sent(room, form(again, "//form[@action='/audit']"), verdict="unsure")
    last = sent(room, form(third, "//form[@action='/audit']"), verdict="wrong")
    assert "All 3 have a verdict" in text(last.xpath("//h1")[0])
    assert "50%" in text(last.xpath("//p[@class='audited']")[0])
    with Case.open(case) as there:
        drawn = there.auditing().draw("statements", most=3, seed=7, by="ed")
        assert [one.verdict for one in drawn] == [Verdict.RIGHT, Verdict.UNSURE, Verdict.WRONG]
        for one in [one for one in there.judging().given if one.verb is Verb.AUDIT]:
            there.take_back(one.id, because="test")


@pytest.mark.parametrize("query", ["kind=ghosts", "kind=statements&most=many"])
def test_what_cannot_be_drawn_is_told_in_one_line(room: httpx.Client, query: str) -> None:
    assert room.get(f"/now/audit.html?{query}").status_code == 400


# --- the draft desk ---

DRAFT = "Ida Morrow told the board that the log was lost. “The gate was open at nine,” she said."


def held(room: httpx.Client, **more: str) -> HtmlElement:
    desk = form(page(room, "/now/desk.html"), "//form[@id='desk']")
    fields = {key: value or "" for key, value in desk.form_values()}
    answer = room.post("/now/desk.html", data={**fields, "words": DRAFT, **more})
    assert answer.status_code == 200, answer.text[:300]
    return fromstring(answer.text)


def test_a_draft_is_held_against_the_record_and_forgotten(room: httpx.Client, case: Path) -> None:
    """Each finding has its code, its words, and what the record says with whose words it is."""
    shown = held(room)
    findings = shown.xpath("//article[starts-with(@class, 'finding')]")
    assert findings
    assert all(one.xpath(".//p[@class='code']/b")[0].text.startswith("OR") for one in findings)
    rests = [one for found in findings for one in found.xpath(".//article")]
    assert rests
    for one in rests:
        assert one.xpath(".//*[@class='by']")
        [link] = one.xpath(".//a[@class='said']/@href")
        assert page(room, f"/now/{link.partition('#')[0]}").xpath("//h1")
    assert shown.xpath("//textarea")[0].value.strip() == DRAFT
    [by_source] = shown.xpath("//table[preceding-sibling::h3[1] = 'Source by source']")
    sentences = [one.text for one in by_source.xpath(".//td[@data-head='Sentences']")]
    assert sentences
    assert set(", ".join(sentences).split(", ")) <= {"1", "2"}
    assert not list((case / "drafts").glob("*"))
    with Case.open(case) as there:
        assert all("gate was open" not in row.content for row in there.statements())


def test_a_finding_is_accepted_by_a_name_for_a_reason(room: httpx.Client) -> None:
    """It goes with the draft, as the file beside it has it, and can be opened again."""
    shown = held(room)
    desk = form(shown, "//form[@id='desk']")
    fields = {key: value or "" for key, value in desk.form_values()}
    number = shown.xpath("//button[@name='accept']/@value")[0]
    refused = room.post("/now/desk.html", data={**fields, "accept": number})
    assert refused.status_code == 400
    told = {f"because-{number}": "the bundle has it", f"by-{number}": "Hester", "accept": number}
    accepted = fromstring(room.post("/now/desk.html", data={**fields, **told}).text)
    [answered] = accepted.xpath("//article[contains(@class, 'answered')]")
    assert ", accepted · " in answered.xpath(".//p[@class='code']")[0].text_content()
    assert "Accepted by Hester: the bundle has it" in answered.text_content()
    answers = accepted.xpath("//input[@name='answers']/@value")[0]
    assert "[[accepted]]" in answers
    file = room.post(
        "/drafts/answers",
        data={"csrf": fields["csrf"], "name": "lock.txt", "answers": answers},
    )
    assert file.headers["content-disposition"].endswith('"lock.txt.desk.toml"')
    assert 'because = "the bundle has it"' in file.text
    fields = {key: value or "" for key, value in form(accepted, "//form[@id='desk']").form_values()}
    again = fromstring(room.post("/now/desk.html", data={**fields, "reopen": "0"}).text)
    assert not again.xpath("//article[contains(@class, 'answered')]")


def test_a_draft_is_kept_when_somebody_asks_and_deleted_when_they_do(
    room: httpx.Client, case: Path
) -> None:
    shown = held(room, name="lock story.md")
    desk = form(shown, "//form[@id='desk']")
    fields = {key: value or "" for key, value in desk.form_values()}
    kept = room.post("/drafts", data=fields)
    assert (case / "drafts" / "lock story.md").read_text().strip() == DRAFT
    assert DRAFT in kept.text.replace("&#34;", '"')
    with Case.open(case) as there:
        assert there.drafts.names == ["lock story.md"]
        assert not there.verify().faults
    gone = room.post("/drafts", data={"csrf": fields["csrf"], "forget": "lock story.md"})
    assert gone.status_code == 200
    assert not list((case / "drafts").iterdir())


@pytest.mark.parametrize("name", ["../../escape", "/etc/passwd", ".hidden", "a\nb"])
def test_a_draft_is_kept_nowhere_else(room: httpx.Client, case: Path, name: str) -> None:
    csrf = page(room, "/now/desk.html").xpath("//input[@name='csrf']/@value")[0]
    for fields in ({"name": name, "words": "x"}, {"forget": name}):
        assert room.post("/drafts", data={"csrf": csrf, **fields}).status_code in (400, 404)
    assert not (case.parent / "escape.txt").exists()


def test_words_around_a_drawn_row_are_whole() -> None:
    """What is shown of the text begins and ends where a word does."""
    text = " ".join(f"word{number}" for number in range(300))
    row = DrawnRow(
        id="sta_1", kind="statement", source=SourceId("src_1"), words="", reader="",
        at=Span(1000, 1007), marked=(Span(1000, 1007),),
    )  # fmt: skip
    shown = "".join(piece.words for piece in measuring._pieces(text, row))
    assert set(shown.split()) <= set(text.split())
    assert text[1000:1007] in shown
    assert 500 < len(shown) < 620
