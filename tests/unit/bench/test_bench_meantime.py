"""News with heads marked: which statement answers for which event of saying."""

from __future__ import annotations

from bench.tasks import meantime
from reading_by_hand import Made

TEXT = "Orde said prices fell. Vale hoped. Morrow denied it. Late words said more."


def _gold(made: Made) -> dict:
    def mark(name: str, words: str, **more: str) -> dict:
        at = made.at(words)
        return {"id": name, "s": at.start, "e": at.end, **more}

    speech = "SPEECH_COGNITIVE"
    return {
        "events": [
            mark("said", "said", instance_type=speech),
            mark("fell", "fell"),
            mark("hoped", "hoped", instance_type=speech),
            mark("denied", "denied", instance_type=speech),
            mark("it", "it"),
        ],
        "entities": [mark("orde", "Orde"), mark("morrow", "Morrow")],
        "timex": [],
        "values": [],
        "participants": [["said", "Arg0", "orde"], ["denied", "Arg1", "morrow"]],
        "slinks": [["said", "fell"], ["denied", "it"]],
        "sentences": [[0, 22], [23, 34], [35, 52], [53, 74]],
    }


def _row(made: Made, source: str, cue: str, content: str) -> dict:
    return {
        "source": [list(made.at(source))],
        "cue": [list(made.at(cue))],
        "content": [list(made.at(content))],
    }


def test_an_event_of_saying_is_found_by_cue_and_head() -> None:
    """Two are asked for, one with a speaker.

    Found with its speaker: "Orde said". Not found: "denied", whose statement leaves "it" out; it
    overlaps an event of saying, so it is not judged, and "hoped", which has no link, is not either.
    What stands after the last mark's sentence is not looked at.
    """
    made = Made(TEXT)
    statements = [
        _row(made, "Orde", "said", "prices fell"),
        _row(made, "Vale", "hoped", "Vale"),
        _row(made, "Morrow", "denied", "Morrow"),
        _row(made, "prices", "fell", "prices"),
        _row(made, "Late words", "said@2", "more"),
    ]
    counted = meantime.who_said_what(_gold(made), statements)
    assert counted == {
        "asked": 2,
        "asked who": 1,
        "right": 1,
        "right who": 1,
        "unjudged": 2,
        "found": 4,
    }
    nothing = dict.fromkeys(("gold dates", "found dates", "strict", "relaxed", "value"), 0)
    figures = meantime.figures(counted | nothing)
    assert figures["said precision"] == figures["said recall"] == 0.5
    assert figures["who, of all with a speaker"] == 1


def test_one_statement_answers_once_and_the_right_speaker_is_preferred() -> None:
    """Of two statements with the same cue and content, the one with the right source counts."""
    made = Made(TEXT)
    wrong = _row(made, "Vale", "said", "prices fell")
    right = _row(made, "Orde", "said", "prices fell")
    counted = meantime.who_said_what(_gold(made), [wrong, right])
    assert (counted["right"], counted["right who"], counted["unjudged"]) == (1, 1, 1)
    assert meantime.who_said_what(_gold(made), [wrong])["right who"] == 0
