"""A small invented case, made once, and drafts held against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.drafts import Checked
from onrecord.core.vocabulary import AsOf
from onrecord.intake import Told
from onrecord.reader import load

HARBOUR = """Harbour Post

Harbour minister's permits to be looked into

Prosecutors alleged on Monday that Ida Morrow gave at least 31 sealed permits to Tom Pell, who
hauls freight.

"The gate was shut well before the last lorry came," Judge Una Hale said at the hearing.

"She answered every letter that the board sent," said Ruth Amis, the lawyer of Ida Morrow. "We never
gave him the permits."

Morrow was charged on 9 March 2023 with passing sealed permits.

The permits were kept in 14 locked drawers, the Harbour Board said.
"""

DROPPED = """Harbour Post

Prosecutors dropped the case against Ida Morrow on 5 June 2023, after Jan Oke, their only witness,
had taken back his account. "She answered every letter," Amis said.
"""

NOTICE = """Ostrey Gazette

The charging notice said that a shipper was suspected of having carried the permits to the island.

That shipper is understood to be Piers Loomis, who owns four boats.

A former clerk said that aides had told the harbour master to burn the ledger.

Una Hale said that officers had told her what to write. "No officer told any witness what to write,"
a police spokesman said.

Piers Loomis did not respond to a request for comment.

"The tide took the ledger at dawn," Nell Vane-Harlow said.

Ruth Amis said that the safe had been opened in March by the night porter.

Hugh Pell, a former mayor of Port Ostrey, is the father of Tom Pell. Clara Voss, then harbour
secretary, moved to the treasury in May.

"""

LATER = """Island Echo

Hugh Pell, a former mayor of Port Ostrey, was at the hearing. The safe was opened in March by the
night porter, Ruth Amis said.

Vera Brandt told the Island Echo that the ledger had been lost in June.

"The figure of at least 60 was never tried in court," Judge Una Hale said.

A clerk said that Nils Farrer had sold the keys of the gate to a shipper.

Nell Vane-Harlow said that the quay was hers. "The tide took the old ledger at dawn," she said.
"""

POSTS = "name,post,body,start,end\nIda Morrow,harbour minister,Ostrey,2019-02-01,2023-05-03\n"

Check = Callable[..., Checked]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case itself lies in `case` in it."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="session")
def case(folder: Path) -> Iterator[Case]:
    (folder / "post.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "dropped.txt").write_text(DROPPED, encoding="utf-8")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    (folder / "posts.csv").write_text(POSTS, encoding="utf-8")
    with Case.create(folder / "case", clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as made:
        told = Told(published="2023-04-04", retrieved="2023-04-04")
        made.add([folder / "post.txt"], reader=load("trained"), told=told)
        told = Told(published="2023-06-06", retrieved="2023-06-06")
        made.add([folder / "dropped.txt"], reader=load("trained"), told=told)
        told = Told(published="2023-06-07", retrieved="2023-06-07")
        made.add([folder / "notice.txt"], reader=load("trained"), told=told)
        made.add([folder / "later.txt"], reader=load("trained"), told=told)
        made.add([folder / "posts.csv"], reader=load("trained"), told=Told(), posts=True)
        yield made


@pytest.fixture
def check(case: Case, tmp_path: Path) -> Check:
    """Hold words against the case as a file of their own."""
    desk = case.desk(load("trained"), AsOf(valid=When.of("2023-06-09")))

    def held(words: str | None, name: str = "story.txt", **options: object) -> Checked:
        path = tmp_path / name
        if words is not None:  # else it lies there
            path.write_text(words, encoding="utf-8")
        return desk.hold_file(path, **options)  # type: ignore[arg-type]

    return held
