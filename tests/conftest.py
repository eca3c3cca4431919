"""What holds for all tests: how examples are judged, what is made once, and what begins first."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from once import Once, within

settings.register_profile("onrecord", deadline=None)  # no example is judged by how long it took
settings.load_profile("onrecord")

LONGEST = (
    "test_docs_examples.py",
    "test_cli_demo.py",
    "test_power_losses.py",
    "test_judgements.py",
    "test_failing_disks.py",
    "test_room_fair.py",
    "test_cli_reading.py",
    "test_room_hostile.py",
)
"""Files that take long, the longest first. A file stays with one worker: begun last, it would keep
one busy and leave the other with nothing to do."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once for all tests and all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    # A worker's folder lies in that of the run; without workers it is that of the run.
    return within(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; the others stay in their chance order."""
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))
