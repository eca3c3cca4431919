"""An invented record to show: an inquiry into a lock's missing logbooks, and nobody real in it."""

from __future__ import annotations

from record_in_memory import InventedRecord

from onrecord.core.vocabulary import (
    ActorKind,
    BlockKind,
    Commitment,
    Mode,
    Naming,
    Origin,
    Outcome,
    Polarity,
    SpeechAct,
)


def invented_record() -> InventedRecord:
    """Give a record with chains, denials, silences, copies, a refusal and dates of every kind."""
    kind = BlockKind
    record = InventedRecord()
    courier = record.document(
        "lock-logbooks.html",
        "Fenmark Courier",
        "2024-04-09",
        [
            (kind.HEADLINE, "Inspector ‘hid’ lock logbooks, harbour board told"),
            (kind.BYLINE, "By Perrin Lusk"),
            (kind.DATELINE, "Harrowmere, 9 April 2024"),
            (
                kind.PARAGRAPH,
                "Odile Varnum, then inspector of locks, removed at least 34 logbooks from the "
                "Harrowmere office, the board’s clerk, Tobin Ashgrave, told a closed session on "
                "Tuesday. The clerk said that a night porter had told him that “two crates went "
                "out by the river door” in March 2023.",
            ),
            (
                kind.PARAGRAPH,
                "Ms Varnum denied the allegation. “I never took a logbook home, and nobody has "
                "asked me for one,” she said through her lawyer.",
            ),
            (
                kind.CAPTION,
                "The river door at Harrowmere lock. “I took no logbook home,” Ms Varnum says. "
                "Photograph: Courier archive",
            ),
            (
                kind.PARAGRAPH,
                "The Courier understands that the board may refer the matter to the county "
                "prosecutor before the end of the month. It is alleged that the crates were "
                "burned some time in 2023.",
            ),
            (
                kind.PARAGRAPH,
                "The Harrowmere Harbour Board did not respond to three requests for comment. "
                "Lord Wexcombe, who chaired it until October 2022, declined to say who had "
                "the key.",
            ),
            (
                kind.PARAGRAPH,
                "Ms Varnum’s lawyer, Petra Sund, said that a gate hand had possibly heard the "
                "night porter say that the crates were empty, and denied that the porter had ever "
                "spoken of logbooks. The gates were sound, it seems.",
            ),
            (kind.BOILERPLATE, "Sign up for the Courier’s morning letter"),
            (kind.CREDIT, "Additional reporting by Tern News Agency"),
        ],
    )
    post = record.document(
        "post-0411.html",
        "Saltby Post",
        "2024-04-11",
        [
            (kind.HEADLINE, "Board told of missing crates at Harrowmere"),
            (
                kind.PARAGRAPH,
                "Two crates left Harrowmere lock by the river door, a person familiar with the "
                "inquiry said on Wednesday. Odile Varnum has said she never took a logbook home.",
            ),
            (kind.PARAGRAPH, "A senior official said the crates probably held blank paper."),
        ],
    )
    tern = record.document(
        "tern-wire.txt",
        "Tern News Agency",
        "2024-04-11",
        [
            (kind.HEADLINE, "Crates left lock by river door, inquiry hears"),
            (
                kind.PARAGRAPH,
                "Two crates left Harrowmere lock by the river door, a person familiar with the "
                "inquiry said on Wednesday.",
            ),
        ],
    )
    letter = record.document(
        "letter-prosecutor.docx",
        "",
        "",
        [
            (
                kind.PARAGRAPH,
                "Dear Mr Ashgrave, the county prosecutor has decided that there is no longer a "
                "realistic prospect of conviction. Reasons are not given here.",
            ),
            (
                kind.LIST,
                "1. The case against Ms Varnum was discontinued on 14 January 2025.\n"
                "2. The papers of the years from 2021 to 2022 remain sealed.",
            ),
        ],
    )
    record.refuse("scan-of-minutes.pdf", "no text layer: this is a scan; read it with OCR first")
    record.origin_rows.append(
        Origin(
            sources=(tern, post),
            likeness=0.94,
            because=("26 of 27 words in the same order", "the agency is named"),
        )
    )

    record.person(
        "Odile Varnum",
        (courier, "Odile Varnum"),
        (courier, "Ms Varnum"),
        (post, "Odile Varnum"),
        (letter, "Ms Varnum"),
        titles=("inspector of locks",),
    )
    record.person(
        "Tobin Ashgrave", (courier, "Tobin Ashgrave"), (letter, "Mr Ashgrave"), titles=("clerk",)
    )
    record.person("Lord Wexcombe", (courier, "Lord Wexcombe"), titles=("chair",))
    record.person(
        "Harrowmere Harbour Board",
        (courier, "Harrowmere Harbour Board"),
        kind=ActorKind.PUBLIC_BODY,
    )
    record.person("Petra Sund", (courier, "Petra Sund"), titles=("lawyer",))
    record.person("a gate hand", (courier, "a gate hand"), naming=Naming.ROLE_ONLY)
    record.person("night porter", (courier, "night porter"), naming=Naming.ROLE_ONLY)
    record.person(
        "a person familiar with the inquiry",
        (tern, "a person familiar with the inquiry"),
        (post, "a person familiar with the inquiry"),
        kind=ActorKind.UNNAMED_SOURCE,
        naming=Naming.ANONYMOUS,
    )
    record.person("A senior official", (post, "A senior official"), naming=Naming.ANONYMOUS)
    record.person(
        "The Courier",
        (courier, "The Courier"),
        kind=ActorKind.ORGANISATION,
        naming=Naming.PUBLISHER,
    )
    record.person(
        "the county prosecutor", (letter, "the county prosecutor"), naming=Naming.ROLE_ONLY
    )

    told = record.say(
        courier,
        "Tobin Ashgrave",
        "told a closed session",
        "removed at least 34 logbooks from the Harrowmere office",
        made="2024-04-09",
        commitment=Commitment.CERTAIN,
        addressee="a closed session",
        sureness=0.973,
    )
    outer = record.say(
        courier,
        "The clerk",
        "said",
        "a night porter had told him that “two crates went out by the river door” in March 2023",
        named="Tobin Ashgrave",
        made="2024-04-09",
        sureness=0.91,
    )
    crates = record.say(
        courier,
        "night porter",
        "told",
        "two crates went out by the river door",
        within=outer,
        mode=Mode.DIRECT,
        sureness=0.83,
    )
    record.say(
        courier,
        "Ms Varnum",
        "denied",
        "the allegation",
        named="Odile Varnum",
        act=SpeechAct.DENIES,
        polarity=Polarity.NEGATIVE,
    )
    never = record.say(
        courier,
        "she",
        "said",
        "I never took a logbook home, and nobody has asked me for one",
        named="Odile Varnum",
        act=SpeechAct.DENIES,
        mode=Mode.DIRECT,
        polarity=Polarity.NEGATIVE,
        made="2024-04~",
        confirmed=True,
    )
    record.say(
        courier,
        "Ms Varnum",
        "says",
        "I took no logbook home",
        named="Odile Varnum",
        act=SpeechAct.DENIES,
        mode=Mode.DIRECT,
        sureness=0.88,
        duplicate_of=never.id,
    )
    record.post(courier, "Odile Varnum", "inspector of locks", "/2024-04-09", "2023-03")
    record.post(courier, "Tobin Ashgrave", "clerk", "/..", "2024-04-09")
    record.post(courier, "Odile Varnum", "Harrowmere office", "2019~/2023", statement=told)
    lawyer = record.say(
        courier,
        "Petra Sund",
        "said",
        "a gate hand had possibly heard the night porter say that the crates were empty",
        sureness=0.9,
        commitment=Commitment.POSSIBLE,
        hedges=("possibly",),
    )
    heard = record.say(
        courier,
        "a gate hand",
        "heard",
        "the night porter say that the crates were empty",
        within=lawyer,
        sureness=0.62,
    )
    record.say(
        courier,
        "night porter",
        "say",
        "the crates were empty",
        within=heard,
        sureness=0.41,
    )
    denial = record.say(
        courier,
        "Petra Sund",
        "denied",
        "the porter had ever spoken of logbooks",
        act=SpeechAct.DENIES,
        sureness=0.79,
    )
    record.say(
        courier,
        "the porter",
        "spoken",
        "of logbooks",
        named="night porter",
        within=denial,
        sureness=0.55,
    )
    record.say(
        courier,
        "",
        "it seems",
        "The gates were sound",
        commitment=Commitment.PROBABLE,
        hedges=("it seems",),
        sureness=0.23,
    )
    record.say(
        courier,
        "The Courier",
        "understands",
        "the board may refer the matter to the county prosecutor before the end of the month",
        commitment=Commitment.POSSIBLE,
        hedges=("may",),
        made="2024-04-09",
    )
    burned = record.say(courier, "", "It is alleged", "the crates were burned some time in 2023")
    record.say(
        courier,
        "Lord Wexcombe",
        "declined",
        "to say who had the key",
        act=SpeechAct.DECLINES,
    )
    record.say(
        post,
        "a person familiar with the inquiry",
        "said",
        "Two crates left Harrowmere lock by the river door",
        made="2024-04-10",
    )
    record.say(
        post,
        "Odile Varnum",
        "has said",
        "she never took a logbook home",
        act=SpeechAct.DENIES,
    )
    record.say(
        post,
        "A senior official",
        "said",
        "the crates probably held blank paper",
        act=SpeechAct.DOUBTS,
        commitment=Commitment.PROBABLE,
        hedges=("probably",),
    )
    record.say(
        tern,
        "a person familiar with the inquiry",
        "said",
        "Two crates left Harrowmere lock by the river door",
        made="2024-04-10",
    )
    record.say(
        letter,
        "the county prosecutor",
        "has decided",
        "there is no longer a realistic prospect of conviction",
        polarity=Polarity.NEGATIVE,
        commitment=Commitment.CERTAIN,
        made="2025-01",
    )
    record.reply(
        courier,
        "The Harrowmere Harbour Board",
        Outcome.NO_RESPONSE,
        "did not respond to three requests for comment",
        asked_by="The Courier",
    )
    record.reply(
        courier,
        "Lord Wexcombe",
        Outcome.DECLINED,
        "declined to say who had the key",
        through="Petra Sund",
    )
    record.date(courier, "March 2023", "2023-03", crates)
    record.count(courier, "two crates", crates)
    record.count(courier, "three requests for comment")
    record.date(courier, "some time in 2023", "2023~", burned)
    record.date(courier, "until October 2022", "../2022-10")
    record.date(courier, "before the end of the month", None)
    record.date(letter, "14 January 2025", "2025-01-14")
    record.date(letter, "the years from 2021 to 2022", "2021/2022")
    record.date(letter, "remain sealed", "2021/")
    record.date(letter, "no longer", "2024-11?")
    return record
