"""The constructed case: what its gold rests on, when that is found, and with whom."""

from __future__ import annotations

import json

from bench.__main__ import main
from bench.tasks import alder
from reading_by_hand import Made

from onrecord.core.vocabulary import Naming, Outcome

BOARD = {
    "id": "board",
    "kind": "organisation",
    "name": "Tarn Water Board",
    "aliases": ["the Board"],
    "mentions": [{"doc": "d1", "quote": "it"}],
}
VALE = {
    "id": "vale",
    "kind": "person",
    "name": "Ann Vale",
    "aliases": ["Ms Vale"],
    "mentions": [{"doc": "d1", "quote": "the clerk"}],
}
PAPER = {"id": "paper", "kind": "organisation", "name": "Tarn Courier", "aliases": []}
GOLD = {
    "actors": [BOARD, VALE, PAPER],
    "documents": [{"id": "d1", "outlet": "Tarn Courier"}],
    "claims": [
        {
            "stances": [
                {
                    "actor": "board",
                    "stance": "denies",
                    "evidence": [{"doc": "d1", "quote": "the pump never failed"}],
                },
                {
                    "actor": "paper",
                    "stance": "asserts",
                    "evidence": [{"doc": "d1", "quote": "It was sold"}],
                },
                {
                    "actor": "vale",
                    "stance": "silent",
                    "evidence": [{"doc": "d1", "quote": "Ms Vale would not say more"}],
                },
            ]
        }
    ]
    * 2,
    "quotes": [
        {
            "speaker": "vale",
            "canonical": {"doc": "d1", "quote": "“the pump never failed”"},
            "variants": [{"doc": "d2", "quote": "never failed"}],
        }
    ],
    "replies": [
        {
            "asked": "vale",
            "outcome": "declined",
            "evidence": [{"doc": "d1", "quote": "Ms Vale would not say more"}],
        }
    ],
}
TEXT = "The  clerk said\nthe pump never failed. Ms Vale would not say more. It was sold, we hear."


def _document(made: Made) -> dict:
    return {"id": "d1", "text": TEXT, **alder.found_in(TEXT, made.reading)}


def _read() -> Made:
    made = Made(TEXT)
    vale = made.mention("Ms Vale", name="Vale")
    clerk = made.mention("The  clerk", same_as=vale, naming=Naming.ROLE_ONLY)
    made.said(made.voice("The  clerk", mention=clerk), ["said"], ["the pump never failed"])
    made.reply(made.voice("Ms Vale", mention=vale), "would not say")
    return made


def test_items_are_listed_once_a_kind_and_silence_is_left_to_the_replies() -> None:
    """The same claim twice gives the same items; what the paper itself writes is its own voice."""
    assert [(one.document, one.actor, one.kind) for one in alder.items_of(GOLD)] == [
        ("d1", "board", "stance"),
        ("d1", "paper", "own voice"),
        ("d1", "vale", "quote"),
        ("d2", "vale", "quote"),
        ("d1", "vale", "reply"),
    ]


def test_every_item_is_counted_with_its_actor() -> None:
    """The clerk's words stand for the board's denial, since the gold quotes her in them.

    The reply is found with its outcome; the paper's own sentence is no statement; the document of
    the variant was not read.
    """
    documents, misses = alder.counted(GOLD, {"d1": _document(_read())})
    first, second = documents
    assert first == {
        "stance gold": 1, "stance found": 1, "stance right": 1, "stance outcome": 0,
        "own voice gold": 1, "own voice found": 0, "own voice right": 0, "own voice outcome": 0,
        "quote gold": 1, "quote found": 1, "quote right": 1, "quote outcome": 0,
        "reply gold": 1, "reply found": 1, "reply right": 1, "reply outcome": 1,
    }  # fmt: skip
    assert second["quote gold"] == 1
    assert misses == [
        "d1 own voice paper: not found: It was sold",
        "d2 quote vale: not found, not in the text: never failed",
    ]
    totals = {key: first.get(key, 0) + second.get(key, 0) for key in first}
    figures = alder.figures(totals)
    assert figures["all: found with the right actor"] == 3 / 5
    assert figures["quote: found"] == 0.5
    assert figures["reply: and outcome"] == 1


def test_half_of_the_words_must_lie_in_one_statement() -> None:
    """Two of four words are enough, one is not."""
    item = alder.Item("d1", "the pump never failed", "vale", "quote")
    for content, found in ((["the pump"], True), (["failed"], False)):
        made = Made(TEXT)
        made.said(made.voice("Ms Vale"), ["sold"], content)
        assert alder.answer(item, _document(made), [VALE]) == (found, found, False)


def test_another_speaker_is_found_with_another_actor() -> None:
    """And a reply with another outcome is right in its actor alone."""
    made = Made(TEXT)
    made.said(made.voice("Ms Vale"), ["said"], ["the pump never failed"])
    item = alder.Item("d1", "the pump never failed", "board", "stance")
    assert alder.answer(item, _document(made), [BOARD]) == (True, False, False)
    made.reply(made.voice("Ms Vale"), "would not say", outcome=Outcome.NO_RESPONSE)
    reply = alder.Item("d1", "Ms Vale would not say more", "vale", "reply", "declined")
    assert alder.answer(reply, _document(made), [VALE]) == (True, True, False)


def test_words_are_compared_not_what_is_between_them() -> None:
    """Line ends, capitals and kinds of apostrophe do not count; other words do."""
    assert alder.places_of("it’s  the Pump", "Yes, it's\nthe pump.") == [
        [(5, 9), (10, 13), (14, 18)]
    ]
    assert alder.places_of("the pump failed", TEXT) == []


def test_a_name_is_the_actors_by_its_words() -> None:
    """Titles and articles aside; a part of a name, a pronoun or a lawyer is not."""
    assert alder.is_named(["Ms Vale"], VALE, own_voice=False)
    assert alder.is_named(["The clerk"], VALE, own_voice=False)
    assert not alder.is_named(["Vale's lawyer"], VALE, own_voice=False)
    assert not alder.is_named(["it"], BOARD, own_voice=False)
    assert not alder.is_named([], VALE, own_voice=False)


def test_a_spokeswoman_speaks_for_a_body() -> None:
    """Not for a person, and only where the body is named."""
    assert alder.is_named(["A spokeswoman for the Tarn Water Board"], BOARD, own_voice=False)
    assert not alder.is_named(["A spokeswoman"], BOARD, own_voice=False)
    assert not alder.is_named(["A spokeswoman for the Courier"], BOARD, own_voice=False)
    assert not alder.is_named(["A spokesman for Ann Vale"], VALE, own_voice=False)


def test_the_papers_own_knowledge_is_the_papers() -> None:
    """Where the reader says that nobody but the publisher is behind it."""
    made = Made(TEXT)
    made.said(made.voice("we", naming=Naming.PUBLISHER), ["hear"], ["It was sold"])
    item = alder.Item("d1", "It was sold", "paper", "own voice")
    assert alder.answer(item, _document(made), [PAPER]) == (True, True, False)


def test_misses_are_listed_by_a_command(tmp_path, capsys) -> None:
    """One a line, and how many of how many."""
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), "utf-8")
    prediction = tmp_path / "pred.jsonl"
    prediction.write_text(json.dumps(_document(_read())) + "\n", "utf-8")
    assert main(["misses", str(tmp_path), str(prediction)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("d1 own voice paper: not found: It was sold\n")
    assert err == "2 of 5 items\n"
