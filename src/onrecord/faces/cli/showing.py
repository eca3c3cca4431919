"""Commands that check and hand on: verify, dossier, demo."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.errors import WrongUse
from onrecord.core.rows import Tally
from onrecord.core.vocabulary import SpeechAct
from onrecord.faces.cli.options import as_of, example, in_case, in_time, open_case
from onrecord.faces.cli.printing import paragraph, say, watched

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.demo import Listed, ToldClock
    from onrecord.intake import Told

FOUND, DAMAGED = 1, 3


@click.command(epilog=example("onrecord verify --head 9f86d081884c7d65…"))
@click.argument(
    "dossier_folder", metavar="[DOSSIER]", required=False, type=click.Path(path_type=Path)
)
@click.option("--head", metavar="DIGEST", help="A head that was kept elsewhere.")
@click.option("--rebuild", is_flag=True, help="Build all that is derived anew first.")
@in_case
def verify(folder: Path, dossier_folder: Path | None, head: str | None, rebuild: bool) -> int:
    """Check a case, or a DOSSIER folder: hashes, spans, and everything derived.

    Names each fault and its place. Without a head that was kept elsewhere, a record that was cut
    at its end or rewritten as a whole cannot be told from a sound one.
    """
    if dossier_folder is not None:
        return _verify_dossier(dossier_folder)
    with open_case(folder) as case, watched() as progress:
        if rebuild:
            case.rebuild(progress)
        report = case.verify(kept=head, progress=progress)
    for fault in report.faults:
        say(f"damaged  {fault.where}: {fault.what}")
    counts = ", ".join(f"{count} {what}" for what, count in sorted(report.checked.items()))
    say(f"checked: {counts}")
    if report.faults:
        say(f"{len(report.faults)} faults found.")
        return DAMAGED
    if report.head is not None:
        say(f"sound; head {report.head.digest}")
    if head is None:
        say("No kept head was given, so a cut or wholly rewritten record would not be noticed.")
    return 0


def _verify_dossier(folder: Path) -> int:
    from onrecord.show import verify_dossier

    if not folder.is_dir():
        raise WrongUse("there is no such folder", where=str(folder))
    faults = verify_dossier(folder)
    for fault in faults:
        say(f"damaged  {fault.where}: {fault.what}")
    say(f"{len(faults)} faults found." if faults else f"{folder} is sound.")
    return DAMAGED if faults else 0


@click.command(epilog=example("onrecord dossier pages --as-of 2024-06"))
@click.argument("target", metavar="FOLDER", type=click.Path(path_type=Path))
@in_time
@in_case
def dossier(folder: Path, valid: str | None, known: str | None, target: Path) -> None:
    """Write the record to FOLDER as plain pages that need no script and no network."""
    with open_case(folder) as case:
        _write(case, target, valid, known)


def _write(case: Case, target: Path, valid: str | None = None, known: str | None = None) -> None:
    with watched() as progress:
        made = case.dossier(target, as_of(valid, known), progress=progress)
    say(f"{made.pages} pages; open {made.index}")


@click.command(epilog=example("onrecord demo sample && xdg-open sample/dossier/index.html"))
@click.argument(
    "target", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path("onrecord-demo")
)
def demo(target: Path) -> None:
    """Make a record of the sample case: invented documents about a dropped prosecution.

    What invented people decided about them is recorded too, on days of their own story. A draft
    with faults lies beside the case.
    """
    from onrecord import demo as sample
    from onrecord import reader
    from onrecord.case import Case
    from onrecord.core.errors import NoCase

    manifest, clock = sample.manifest(), sample.ToldClock(sample.began())
    try:
        case = Case.open(target / "case", clock=clock)
    except NoCase:
        case = Case.create(target / "case", name=manifest.case, by="Hester Quillan", clock=clock)
    paragraph(f"The sample case “{manifest.case}”. {manifest.description}")
    say()
    reads = reader.load()
    with case, watched() as progress:
        added = case.add(
            [sample.documents()],
            reader=reads,
            each={listed.file: _told(listed) for listed in manifest.documents},
            by="Hester Quillan",
            progress=progress,
        )
        for name, reason in added.refused:
            say(f"refused  {name}: {reason}")
        say(f"{added.given} documents given: {len(added.read)} read, {len(added.refused)} refused,"
            f" {len(added.already)} already there.\n")  # fmt: skip
        _decide(case, clock, target)
        summary(case)
        _write(case, target / "dossier")
    _lead_on(target)


def _decide(case: Case, clock: ToldClock, target: Path) -> None:
    """Record what the sample's people decided, once, and lay its standards and draft beside."""
    import shutil

    from onrecord import demo as sample

    shutil.copytree(sample.standards(), target / "case/standards", dirs_exist_ok=True)
    shutil.copy(sample.draft(), target / "draft.md")
    if case.judging().given:
        return
    recorded = sample.record(case, clock)
    say(f"{recorded.given} judgements of two invented people recorded.")
    for line in recorded.left_out:
        say(f"left out: {line}")


def _lead_on(target: Path) -> None:
    say(f"\nNow look around:  cd {target / 'case'}")
    for command, words in _TOUR:
        say(f"  onrecord {command.ljust(24)} {words}")


_TOUR = (
    ("brief", "the case on one page"),
    ("claims", "what is claimed, how it stands, and why"),
    ("test show", "the legal test against the days"),
    ("flows", "what is told to have passed, and who denies it"),
    ("quotes", "quotations that drift"),
    ("replies --chains", "who was asked, and what became of it"),
    ("judgements", "what people decided, and why"),
    ("check ../draft.md", "a draft with faults, held against the record"),
)


def _told(listed: Listed) -> Told:
    from onrecord.intake import Told

    return Told(
        published=listed.published,
        retrieved=listed.retrieved,
        outlet=listed.outlet,
        address=listed.address,
    )


def summary(case: Case) -> None:
    """Say in a few lines what the record holds, each line with whose words it is.

    What is only proposed is counted, and left for the lists.
    """
    sources = {row.id: row for row in case.sources()}
    rows = case.statements()
    say(f"{len(sources)} sources, {Tally.of(rows)}.")
    rows = [row for row in rows if not row.proposed and row.duplicate_of is None]
    speakers = Counter(row.actor_name for row in rows if row.actor_name)
    if speakers:
        heard = ", ".join(f"{who} ({count})" for who, count in speakers.most_common(5))
        paragraph(f"Most often heard: {heard}")
    _few("Denials", [row.attributed(110) for row in rows if row.act is SpeechAct.DENIES])
    _few("Asked", [row.attribution for row in case.replies()])
    copies = [
        " = ".join(sources[source].label for source in origin.sources) for origin in case.origins()
    ]
    _few("One copy, several outlets", copies)
    pages = [row for row in sources.values() if row.version > 1]
    _few("Pages that were changed", [row.label for row in pages])


def _few(heading: str, lines: list[str], most: int = 4) -> None:
    if not lines:
        return
    say(f"\n{heading}:")
    for line in lines[:most]:
        paragraph(line, indent="  ")
    if len(lines) > most:
        say(f"  and {len(lines) - most} more")


COMMANDS = (verify, dossier, demo)
