"""The reading room's pages to read, over a real connection: what they show, and that they work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served_room import page, send, served, small_case


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    case: Path = small_case(tmp_path_factory.mktemp("room"))
    with served(case) as client:
        yield client


def text(element: object) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]


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
    said = [text(one) for one in done]
    assert said[0].startswith("ed took back operation")
    assert "ann rejected" in said[1]
    assert "taken back by operation" in said[1]
    assert done[0].xpath(".//a/@href") == [f"activity.html#{done[1].get('id')}"]
    assert "began the case" in said[-1]


def test_a_worded_claim_is_told_as_a_claim_with_its_standing(room: httpx.Client) -> None:
    """No page of operations gives a wording as if it were so."""
    worded = page(room, "/now/activity.html").xpath("//blockquote[@class='worded']")
    (words,) = [text(one) for one in worded]
    assert "The log of the lock was lost" in words
    assert words.startswith("Claim (")
    assert "worded by ed" in words


def test_an_operation_is_taken_back_from_its_own_form(room: httpx.Client) -> None:
    """Undo asks for a reason, leads back to the operation, and the undo can itself be undone."""
    listed = page(room, "/now/activity.html")
    (wrote,) = listed.xpath("//li[contains(., 'worded a claim')]")
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
