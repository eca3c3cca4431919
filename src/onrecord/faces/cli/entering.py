"""Commands by which people enter what no reader found: statements, mentions, dates; or mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.core.dates import When
from onrecord.core.entered import Chosen, DateBound, Whose
from onrecord.core.vocabulary import (
    ActorKind,
    Commitment,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
)
from onrecord.faces.cli.deciding import judgement_rows
from onrecord.faces.cli.options import by_whom, example, in_case, in_form, open_case
from onrecord.faces.cli.printing import say

if TYPE_CHECKING:
    from onrecord.case import Entering
    from onrecord.core.vocabulary import Judgement

Command = Callable[..., Any]

_COMMITMENTS = {one.word.replace(" ", "-"): one for one in Commitment}
_NAMINGS = {one.name.lower().replace("_", "-"): one for one in Naming}
_KINDS = {one.name.lower().replace("_", "-"): one for one in ActorKind}


@click.group(
    epilog=example(
        "onrecord enter statement letter.txt --speaker 'Ida Marr' --cue said"
        " --content 'the log was wet' --because 'the reader left it out'"
    )
)
def enter() -> None:
    """Enter by hand what no reader found in a document, or mend what it found.

    DOC is a document's id or its file's name. Words are given as they stand in it, white space
    aside; where they stand in several places, give @START-END (offsets in characters) in their
    place, or their number with --nth. The words that are attributed are looked for first: who says
    them and the cue then first in their sentence. What you enter bears your name wherever it is
    shown. 'onrecord undo' takes it back, and reading again keeps it.
    """


def _whose(command: Command) -> Command:
    """Offer to say whom words name."""
    for option in (
        click.option("--naming", type=click.Choice(list(_NAMINGS)), help="How they name somebody."),
        click.option(
            "--kind", type=click.Choice(list(_KINDS)), default="not-known", help="Of a new actor."
        ),
        click.option("--new-actor", "new", metavar="NAME", default="", help="Somebody new."),
        click.option(
            "--actor", metavar="ID|NAME", default="", help="Somebody whom the case knows already."
        ),
    ):
        command = option(command)
    return command


def _nth(command: Command) -> Command:
    return click.option(
        "--nth", metavar="N", type=click.IntRange(1), help="Which of the places of the words."
    )(command)


def _entered(command: Command) -> Command:
    """Offer what every form has in common."""
    return in_form(by_whom(in_case(command)))


@enter.command(
    epilog=example(
        "onrecord enter statement src_3f2a91 --content 'He never saw it' --speaker Pell"
        " --act denies --instead sta_77e0 --because 'it is Pell who says so'"
    )
)
@click.argument("document", metavar="DOC")
@click.option("--content", metavar="WORDS", multiple=True, required=True,
              help="The words attributed; again for each piece of a broken quotation.")  # fmt: skip
@click.option("--speaker", "voice", metavar="WORDS", multiple=True,
              help="The words for who says it.  [default: nobody is named]")  # fmt: skip
@click.option("--cue", metavar="WORDS", multiple=True, help="The words that attribute: said.")
@click.option("--hedge", "hedges", metavar="WORDS", multiple=True, help="Words that hedge.")
@_nth
@_whose
@click.option("--act", type=click.Choice([one.value for one in SpeechAct]), default="asserts",
              show_default=True, help="What is done by saying it.")  # fmt: skip
@click.option("--negative", is_flag=True, help="The content says that something is not so.")
@click.option("--commitment", type=click.Choice(list(_COMMITMENTS)), default="not-stated",
              show_default=True, help="How firmly it is put.")  # fmt: skip
@click.option("--mode", type=click.Choice([one.value for one in Mode]),
              help="Whose wording it is.  [default: by the quotation marks]")  # fmt: skip
@click.option("--made", metavar="DATE", help="When it was said (EDTF).")
@click.option("--instead", metavar="STATEMENT", default="",
              help="The statement that it stands in place of, which is then rejected.")  # fmt: skip
@_entered
def statement(
    folder: Path,
    document: str,
    by: str | None,
    because: str,
    form: str,
    content: tuple[str, ...],
    voice: tuple[str, ...],
    cue: tuple[str, ...],
    hedges: tuple[str, ...],
    nth: int | None,
    act: str,
    negative: bool,
    commitment: str,
    mode: str | None,
    made: str | None,
    instead: str,
    **whose: Any,
) -> None:
    """Enter a statement: who says what, in which words of DOC.

    What stands inside the words of another statement is reported inside that one.
    """
    chosen = Chosen(
        content=content,
        voice=voice,
        cue=cue,
        hedges=hedges,
        nth=nth,
        whose=_told(**whose),
        act=SpeechAct(act),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        commitment=_COMMITMENTS[commitment],
        mode=Mode(mode) if mode else None,
        made=When.of(made) if made else None,
        instead=instead,
    )
    _put(folder, form, lambda room: room.statement(document, chosen, because=because, by=by))


@enter.command(
    epilog=example("onrecord enter mention letter.txt 'the harbour master' --actor Marr")
)
@click.argument("document", metavar="DOC")
@click.argument("words", metavar="WORDS")
@_nth
@_whose
@click.option("--title", metavar="WORDS", default="", help="The title that is borne.")
@click.option("--instead", metavar="MENTION", default="",
              help="The mention that it stands in place of.")  # fmt: skip
@_entered
def mention(
    folder: Path,
    document: str,
    words: str,
    by: str | None,
    because: str,
    form: str,
    nth: int | None,
    instead: str,
    **whose: Any,
) -> None:
    """Enter whom WORDS of DOC name.

    In place of a mention that a reader found in the same words, all that is said by that one is
    then said by this one.
    """
    who = _told(**whose)
    _put(
        folder, form,
        lambda room: room.mention(
            document, words, who, because=because, by=by, nth=nth, instead=instead
        ),
    )  # fmt: skip


@enter.command(epilog=example("onrecord enter date letter.txt 'last spring' 2023-21"))
@click.argument("document", metavar="DOC")
@click.argument("words", metavar="WORDS")
@click.argument("when", metavar="DATE")
@click.option("--bound", type=click.Choice([one.value for one in DateBound]), default="on",
              show_default=True, help="How DATE bounds what the words mean.")  # fmt: skip
@_nth
@_entered
def date(
    folder: Path,
    document: str,
    words: str,
    when: str,
    bound: str,
    by: str | None,
    because: str,
    form: str,
    nth: int | None,
) -> None:
    """Enter what days WORDS of DOC mean: DATE, in EDTF.

    It stands in place of whatever dates a reader found in these words. Dates of events and
    statements that were read from them stay as they are.
    """
    day, how = When.of(when), DateBound(bound)
    _put(
        folder, form,
        lambda room: room.date(document, words, day, how, because=because, by=by, nth=nth),
    )  # fmt: skip


def _told(actor: str, new: str, kind: str, naming: str | None, title: str = "") -> Whose:
    return Whose(
        actor=actor, new=new, kind=_KINDS[kind], title=title,
        naming=_NAMINGS[naming] if naming else None,
    )  # fmt: skip


def _put(folder: Path, form: str, put: Callable[[Entering], Judgement]) -> None:
    """Enter a row and say what is on record now."""
    with open_case(folder) as case:
        made = put(case.entering())
        row = next(one for one in reversed(case.judging().rows) if one.id == made.id)
    if form != "table":
        judgement_rows(form, [row])
        return
    say(f"On record: {row.title}.")
    for words in filter(None, row.words):
        say(words)
    say(f"'onrecord undo {made.id}' takes it back.")


COMMANDS = (enter,)
