"""Standards as YAML: what ships can be read, and a file that is wrong says where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.assess import load_standard, standards, with_elements
from onrecord.core.errors import NoSuchRow, OnrecordError, WrongUse
from onrecord.core.vocabulary import Met

SOUND = """
standard: dyke
name: The dyke test
stages:
  - stage: facts
    threshold: more likely than not
    elements:
      - element: breach
        wording: the dyke was breached
"""


def test_three_standards_ship_each_with_sources_and_a_threshold_at_every_stage() -> None:
    found = {test.key: test for test in standards()}
    assert set(found) == {"balance-of-probabilities", "full-code-test", "publication"}
    for test in found.values():
        assert test.sources
        assert all(stage.threshold and test.of_stage(stage.key) for stage in test.stages)
    code = found["full-code-test"]
    assert [stage.key for stage in code.stages] == ["evidential", "public-interest"]
    assert code.stages[0].threshold == "realistic prospect of conviction"
    assert [stage.every for stage in code.stages] == [True, False]


def test_the_elements_of_a_case_stand_where_the_standard_leaves_a_place() -> None:
    code = load_standard("full-code-test", Path("nowhere"))
    made = with_elements(code, {"taken": "the ledger was taken", "knew": "she knew"})
    keys = [element.key for element in made.of_stage("evidential")]
    assert keys[:2] == ["taken", "knew"]
    assert "offence" not in keys
    with pytest.raises(WrongUse, match="cannot be the key"):
        with_elements(code, {"reliable": "it can be relied on"})
    with pytest.raises(WrongUse, match="leaves no place"):
        with_elements(load_standard("publication", Path("nowhere")), {"a": "b"})


def test_one_s_own_file_goes_before_what_ships_and_may_extend_it(tmp_path: Path) -> None:
    (tmp_path / "full-code-test.yaml").write_text(SOUND.replace("dyke", "full-code-test", 1))
    assert load_standard("full-code-test", tmp_path).name == "The dyke test"
    own = "standard: mine\nextends: publication\nstages:\n" + SOUND.partition("stages:\n")[2]
    (tmp_path / "mine.yaml").write_text(own)
    mine = load_standard(str(tmp_path / "mine.yaml"), tmp_path)
    assert [s.key for s in mine.stages] == ["interest", "accuracy", "fairness", "harm", "facts"]
    assert mine.sources


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "is empty"),
        ("- a", ":1: a standard has fields"),
        ("standard: x\ncolour: red\n", ":2: a standard has no field 'colour'"),
        ("standard: x\nname: y\n", ":1: a standard needs 'stages'"),
        (SOUND.replace("threshold: more", "threshold:\n      - more"), "here should be words"),
        (SOUND.replace("element: breach", "element: facts"), "'facts' is the key of two parts"),
        (SOUND.replace("element: breach", "element: The Breach"), ":8: 'The Breach' is not a key"),
        (
            SOUND.replace("    threshold: more likely than not\n", ""),
            ":5: a stage needs 'threshold'",
        ),
        (SOUND + "    needs: luck\n", "a stage cannot need 'luck'"),
        ("standard: [", "this is not YAML"),
        ("standard: x\nextends: nothing-such\n", ":2: there is no standard nothing-such"),
        ("standard: x\nstandard: y\n", ":2: 'standard' is given twice"),
        ("[" * 50_000, "not YAML that can be read"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(tmp_path: Path, words: str, says: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(words)
    with pytest.raises(WrongUse) as refused:
        load_standard(str(file), tmp_path)
    assert says in str(refused.value)
    assert str(file) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("standard: one\nextends: two\n")
    (tmp_path / "two.yaml").write_text("standard: two\nextends: one\n")
    with pytest.raises(WrongUse, match="extends itself"):
        load_standard("one", tmp_path)


def test_a_name_that_is_none_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRow, match="balance-of-probabilities, full-code-test, publication"):
        load_standard("../../etc/passwd", tmp_path)


@settings(max_examples=60, deadline=None)
@given(words=st.text(alphabet="standr:exgs-\n {}[]&*!|'\"a0", max_size=120))
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_our_words(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(words, encoding="utf-8")
    with pytest.raises(OnrecordError):
        load_standard(str(file), file.parent)


def test_what_can_be_found_is_more_than_what_can_be_a_state() -> None:
    assert [met.value for met in Met][:4] == ["met", "not met", "no longer met", "not known"]
