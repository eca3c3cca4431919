from __future__ import annotations

from onrecord.case.latest import Latest


def test_the_last_key_is_at_hand_and_no_other() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    latest = Latest[str]()
    asked = [latest.of(key, lambda key=key: make(key)) for key in "aabba"]  # type: ignore[misc]
    assert asked == ["A", "A", "B", "B", "A"]
    assert made == ["a", "b", "a"]
