"""From statements to claims, their origins and their standing."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.assess.answers import Reply, answered
    from onrecord.assess.claims import (
        WORDINGS,
        Measure,
        Place,
        Relation,
        Step,
        decided,
        grouped,
        load_measure,
        meanings,
        nearest,
        placed,
        proposed,
        read_meanings,
        who_gives_up,
        worded,
    )
    from onrecord.assess.differences import (
        Borne,
        Held,
        Retraction,
        StepTold,
        Stood,
        Telling,
        Value,
        about,
        differ,
        differences,
        is_by_its_name,
        past_and_present,
        said_apart,
        spelt_apart,
        step_at,
        steps_apart,
        turns,
        two_holders,
        went_back,
    )
    from onrecord.assess.findings import (
        Sentence,
        between,
        explained,
        prevailing,
        states,
        told_findings,
    )
    from onrecord.assess.findings import place as place_findings
    from onrecord.assess.findings import table as found_table
    from onrecord.assess.flows import arrows, held, weakest
    from onrecord.assess.origins import (
        CARRYING,
        Places,
        branches,
        carried_again,
        carrying,
        claim_origins,
        origins_of,
        told_again,
    )
    from onrecord.assess.proceedings import proceedings
    from onrecord.assess.quotes import QUOTING, Quoting
    from onrecord.assess.speaking import (
        Carrier,
        Holder,
        Holders,
        Known,
        Parties,
        Tree,
        acting,
        heads,
        lawyers,
        resting,
    )
    from onrecord.assess.standards import load as load_standard
    from onrecord.assess.standards import shipped as standards
    from onrecord.assess.standards import with_elements
    from onrecord.assess.standing import (
        GENERAL,
        RULES,
        Derived,
        day,
        moves,
        said_by,
        since,
        standing,
        taken,
        weight,
        why,
    )
    from onrecord.assess.versions import (
        Correction,
        Edited,
        Newer,
        Sketch,
        Versions,
        changes,
        corrected,
        edited,
        gone,
        nearly_one,
        notice,
        own_sentence,
        own_voice,
        set_right,
        sketch,
        versions,
    )
    from onrecord.assess.words import Carried, origins

doors.open_later(
    __name__,
    {
        "answers": "Reply answered",
        "claims": (
            "WORDINGS Measure Place Relation Step decided grouped load_measure meanings "
            "nearest placed proposed read_meanings who_gives_up worded"
        ),
        "differences": (
            "Borne Held Retraction StepTold Telling Value about differ differences "
            "past_and_present said_apart spelt_apart steps_apart two_holders Stood turns went_back "
            "is_by_its_name step_at"
        ),
        "findings": (
            "Sentence between explained prevailing states told_findings "
            "place:place_findings table:found_table"
        ),
        "flows": "arrows held weakest",
        "origins": (
            "CARRYING Places branches carried_again carrying claim_origins origins_of told_again"
        ),
        "proceedings": "proceedings",
        "quotes": "QUOTING Quoting",
        "speaking": "Carrier Holder Holders Known Parties Tree acting heads lawyers resting",
        "standards": "load:load_standard shipped:standards with_elements",
        "standing": "GENERAL RULES Derived day moves said_by since standing taken weight why",
        "versions": (
            "Correction Edited Newer Sketch Versions changes corrected edited gone "
            "nearly_one notice own_sentence own_voice set_right sketch versions"
        ),
        "words": "Carried origins",
    },
)

__all__ = [
    "CARRYING",
    "GENERAL",
    "QUOTING",
    "RULES",
    "WORDINGS",
    "Borne",
    "Carried",
    "Carrier",
    "Correction",
    "Derived",
    "Edited",
    "Held",
    "Holder",
    "Holders",
    "Known",
    "Measure",
    "Newer",
    "Parties",
    "Place",
    "Places",
    "Quoting",
    "Relation",
    "Reply",
    "Retraction",
    "Sentence",
    "Sketch",
    "Step",
    "StepTold",
    "Stood",
    "Telling",
    "Tree",
    "Value",
    "Versions",
    "about",
    "acting",
    "answered",
    "arrows",
    "between",
    "branches",
    "carried_again",
    "carrying",
    "changes",
    "claim_origins",
    "corrected",
    "day",
    "decided",
    "differ",
    "differences",
    "edited",
    "explained",
    "found_table",
    "gone",
    "grouped",
    "heads",
    "held",
    "is_by_its_name",
    "lawyers",
    "load_measure",
    "load_standard",
    "meanings",
    "moves",
    "nearest",
    "nearly_one",
    "notice",
    "origins",
    "origins_of",
    "own_sentence",
    "own_voice",
    "past_and_present",
    "place_findings",
    "placed",
    "prevailing",
    "proceedings",
    "proposed",
    "read_meanings",
    "resting",
    "said_apart",
    "said_by",
    "set_right",
    "since",
    "sketch",
    "spelt_apart",
    "standards",
    "standing",
    "states",
    "step_at",
    "steps_apart",
    "taken",
    "told_again",
    "told_findings",
    "turns",
    "two_holders",
    "versions",
    "weakest",
    "weight",
    "went_back",
    "who_gives_up",
    "why",
    "with_elements",
    "worded",
]
