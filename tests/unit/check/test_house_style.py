"""House style of attribution: found where a case's settings ask for it, and never else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.core.drafts import Checked
from onrecord.core.errors import WrongUse

Check = Callable[..., Checked]
STYLE = """[style]
verbs = ["said", "told", "wrote", "according to"]
avoid = ["claim", "admitted"]
unnamed = ["asked not to be named because"]
alleged_by = true
"""


@pytest.fixture
def house(folder: Path) -> Iterator[Callable[[str], object]]:
    """Write the settings of the case; they are gone after the test."""
    settings = folder / "case" / "draft.toml"
    yield lambda words: settings.write_text(words, encoding="utf-8")
    settings.unlink(missing_ok=True)


def styled(result: Checked) -> list[tuple[str, str]]:
    return [
        (one.code, " ".join(one.at.of(result.characters).split()))
        for one in result.findings
        if one.code.startswith("OR9")
    ]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("Hugh Pell claimed that the barn had been sold in May.", [("OR901", "claimed")]),
        ("Hugh Pell has admitted that the barn was sold in May.", [("OR901", "admitted")]),
        ("Hugh Pell conceded that the barn was sold in May.", [("OR901", "conceded")]),
        ("A former clerk said that the barn was sold in May.", [("OR902", "A former clerk")]),
        ("Hugh Pell allegedly sold the barn in May.", [("OR903", "allegedly")]),
        ("Hugh Pell said that the barn was sold in May.", []),
        ("According to Hugh Pell, the barn was sold in May.", []),
        ("Hugh Pell denied that the barn was sold in May.", []),
        ("Hugh Pell said: “They claimed that the barn was allegedly sold in May.”", []),
        (
            "A former clerk, who asked not to be named because she still works there, said that the"
            " barn was sold in May.",
            [],
        ),
        ("Prosecutors said that Hugh Pell had allegedly sold the barn in May.", []),
    ],
)
def test_what_the_house_does_not_write_is_found_with_the_words(
    check: Check, house: Callable[[str], object], draft: str, found: list[tuple[str, str]]
) -> None:
    house(STYLE)
    assert styled(check(draft)) == found


def test_nothing_is_looked_for_that_is_not_settled(
    check: Check, house: Callable[[str], object]
) -> None:
    """Without a style, and with one that asks for something else."""
    draft = "A former clerk claimed that Hugh Pell had allegedly sold the barn in May."
    assert styled(check(draft)) == []
    house("[style]\nalleged_by = false\nunnamed = []\n")
    assert styled(check(draft)) == []


def test_a_verb_that_is_avoided_is_offered_the_first_that_is_used(
    check: Check, house: Callable[[str], object]
) -> None:
    house(STYLE)
    (one,) = (
        one
        for one in check("Hugh Pell claimed that the barn was sold.").findings
        if one.code == "OR901"
    )
    assert one.wording == "said"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('[style]\nverb = ["said"]\n', "there is no 'verb' in a style"),
        ('[style]\nverbs = "said"\n', "'verbs' is no list of words"),
        ("[style]\nalleged_by = 1\n", "'alleged_by' is neither true nor false"),
        ("style = 1\n", "'style' is no table"),
    ],
)
def test_a_style_that_is_none_is_told_of_by_its_place(
    check: Check, house: Callable[[str], object], words: str, told: str
) -> None:
    house(words)
    with pytest.raises(WrongUse, match=told):
        check("Hugh Pell said that the barn was sold in May.")
