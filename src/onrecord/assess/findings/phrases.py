"""The set phrases in which texts tell what was found of a test: tables for `told`."""

from __future__ import annotations

import re

from onrecord.core.letters import CAPITAL
from onrecord.core.vocabulary import Met

_PROSPECT = (
    r"(?:(?:real(?:istic)?|reasonable|good|fair|better[ -]than[ -]even|more[ -]than[ -]even)"
    r" (?:prospect|chance|likelihood)|prospect of (?:a )?conviction)"
)
"""The threshold itself: who says that there is one says that the test is met."""

_FOUND = (
    (Met.NOT_DECIDED, r"\bnot a finding\b|\b(?:made|makes|making) no finding\b"
                      r"|\bon the footing that\b|\bassum(?:e[sd]?|ing) (?:for|that|so|as much)\b"
                      r"|\bleft open\b|\bwithout deciding\b|\bdecide[sd]? nothing\b"
                      r"|\b(?:do|does|did) not decide\b"),
    (Met.NOT_ASSESSED, r"\bno (?:fresh |new |further )?(?:assessment|review|consideration)\b"
                       r"|\bnot (?:been )?(?:re-?)?(?:assessed|considered|reviewed)\b"
                       r"|\b(?:did|has|have|had) not (?:re-?)?(?:assess|consider|review|visit"
                       r"|examine|look(?:ed)? (?:at|into)|gone? into|(?:re)?turn(?:ed)? to"
                       r"|reach(?:ed)?|reopen(?:ed)?|take[n]? up)"
                       r"|\b(?:had|have|has|saw|was|were) no (?:need|occasion|cause|call) to"
                       r" (?:return|look|go|turn|consider|re-?visit|decide|examine|assess|reach)"
                       r"|\b(?:did|do|does) not need to (?:return|look|go|turn|consider|decide"
                       r"|examine|assess|reach)"
                       r"|\b(?:left|leaves|leave) (?:them |it )?(?:alone|untouched|aside)\b"),
    (Met.DOUBTED, r"\b(?:far from|not at all|not) (?:obvious|clear|apparent)\b"
                  r"|(?<!no )(?<!without )(?<!casts )(?<!cast )\bdoubt(?:s|ed|ful)?\b"
                  r"|(?:^|[,;:.] )(?!nothing|nobody|no one|none)[^,;:.]{0,60}\bcasts? doubt\b"
                  r"|\b(?:hard|difficult) to see\b"
                  r"|\bnot much of an?\b|\b(?:thin|slender|shaky|scant) (?:evidence|basis|proof)\b"
                  r"|\blittle (?:to show|that shows|evidence|proof)\b"
                  r"|\bcould not see (?:what|where|how)\b"),
    (Met.NO_LONGER_MET, r"\bno longer (?:meets?|met|satisf(?:y|ies|ied)|pass(?:es|ed)?|made out)\b"
                        r"|\bceased to be met\b"),
    (Met.NOT_MET, r"\b(?:do|does|did)(?: not|n[’']t) (?:meet|satisfy|pass)\b"
                  r"|\b(?:not|never|n[’']t) (?:been )?(?:met|satisfied|made out|established|proved"
                  r"|proven|upheld|sustained)\b"
                  r"|\b(?:could|can|did|do|does)(?: ?not|n[’']t) (?:ever )?"
                  r"(?:prove|establish|make out)\b"
                  r"|\b(?:could|can) ?not be (?:proved|proven|established|met|made out)\b"
                  rf"|\b(?:no|not an?|without an?|no longer an?) {_PROSPECT}\b"
                  r"|\bf(?:e|a)lls? (?:short|away|with (?:it|them|that))\b|\bfail(?:s|ed)?\b"),
    (Met.MET, r"\b(?:was|is|were|are|been) (?:(?:still|also|again|fully) )?"
              r"(?:met|satisfied|made out|established|proved)\b"
              r"|\b(?:meets|satisfies|passe[sd]) the (?:[\w’'-]+ ){0,2}"
              r"(?:test|standard|threshold)\b"
              r"|\b(?:find|finds|found|holds?|held) (?:it|them|this|that|each|all|both|the \w+)"
              r" (?:of (?:them|these|those) )?(?:to (?:be|have been) )?"
              r"(?:met|proved|proven|made out|established|satisfied|sustained|upheld)\b"
              rf"|\b{_PROSPECT}\b|\brests? on\b|\brel(?:y|ies|ied) (?:up)?on\b"
              r"|\bfound (?:that|to be)\b|\bsatisfied that\b"),
)  # fmt: skip
PATTERNS = tuple((met, re.compile(words, re.IGNORECASE)) for met, words in _FOUND)
OF_A_TEST = re.compile(
    r"\b(?:elements?|limbs?|standard|threshold|(?:prospect|chance|likelihood) of (?:a )?conviction"
    r"|ingredients?)\b",
    re.IGNORECASE,
)
OF_THE_WHOLE = re.compile(
    r"\b(?:standard|threshold|(?:prospect|chance|likelihood) of (?:a )?conviction|test)\b",
    re.IGNORECASE,
)

ASKED_FOR = re.compile(
    r"\b(?:whether|if|calls? for|requires?|demands?|asks? for|needs?|there (?:must|has to) be)\b"
    rf"[^.;]*\b{_PROSPECT}",
    re.IGNORECASE,
)
"""What a test asks for is told, and not that it was found."""

CONDITION = re.compile(
    r"\b(?:only|unless|provided|until|except) (?:where|if|when|that|as|with)?[^.;:]*"
    r"\b(?:met|satisfied|made out|proved|proven|established)\b"
    r"|\b(?:must|has to|have to|needs? to|should|ought to) (?:each |all |first )?"
    r"be (?:met|satisfied|made out|proved|proven|established)\b",
    re.IGNORECASE,
)
"""What has to be met is told, and not that it was."""

EACH_OF_THEM = re.compile(
    r"\b(?:each|all|both|every one|none|neither) of (?:them|these|those)\b|\bthem (?:all|both)\b",
    re.IGNORECASE,
)
"""The elements that the sentence before names one by one."""

FINDS_IT = re.compile(
    r"\b(?:find|finds|found|hold|holds|held) (?:it|this|that|them"
    r"|the (?:count|charge|allegation|ground|matter|element|limb|head|particular)s?)\b",
    re.IGNORECASE,
)
"""The element that was named last is decided on."""

NAMED = re.compile(
    r"\b(?:each|every|all|both)\b[^.;]{0,20}\belements?\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth)\b"
    r"(?:,? (?:and|or) (?:first|second|third|fourth|fifth|sixth))*(?: elements?)?",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"\b(?:because|since|once|as|after|owing to|given that|rests? on|resting on|on|upon)\s+"
    r"(?P<why>(?!the (?:first|second|third|fourth|fifth|sixth)\b)(?:(?<=upon )\w+"
    r"|the|a|an|his|her|its|their|only|one|two|there|nobody|no)\b[^.;]{5,160}?)"
    r"(?=[.;]|,? and the (?:first|second|third|fourth)\b|$)",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\b(?:met|prove[dn]?|made out|established|satisfied|shown|fell|failed)\b[^.;:]{0,20}[;:]\s+"
    r"(?!and\b|but\b|the (?:first|second|third|fourth|fifth|sixth|others?|rest|remaining)\b)"
    r"(?P<why>[^.;]{10,160})"
)
"""A reason that only a mark announces: "was still met: nothing casts doubt on the register"."""
ALONE = re.compile(
    r"\bthe (?:first|second|third|fourth|fifth|sixth)\b(?=,|\s+(?:rest|was|is|were|could|can|cannot"
    r"|has|had|did|does|fall|fell|fail|there|he|she|it|they|we|I|on|also|too|alone|stand|stood|turn"
    r"|depend|upon|still|never|not))"
    r"|(?<=\b(?:to|of|at) )the (?:first|second|third|fourth|fifth|sixth)"
    r"(?:(?:,| and|, and) (?:the )?(?:first|second|third|fourth|fifth|sixth))*(?=[.;,]|$)",
    re.IGNORECASE,
)
"""An element by its number alone, where the sentences before counted elements."""

BACK = re.compile(r"\b(?:so|it|this|that|as much)\b", re.IGNORECASE)
MIND = re.compile(
    r"\b(?:to|in) (?:his|her|their) (?:mind|view|eyes|opinion|judg(?:e?)ment)\b", re.IGNORECASE
)
TURN = re.compile(
    r"\s*(?P<who>(?:(?:MR|MRS|MS|MISS|DR|PROF|SIR|DAME|LORD|LADY|JUDGE|JUSTICE)\b\.?"
    r"|THE (?:CHAIR|COURT|JUDGE|WITNESS|PRESIDENT)\b)[A-Z.'’ -]{0,40}):\s"
)
"""Who speaks in a transcript: "MS VALE: ..."."""

WAS = re.compile(
    r"\b(?:was|were|had) (?:(?:not|never|still|also|again) )?(?:been )?"
    r"(?:met|satisfied|made out|passed)\b"
)
GOES_ON = re.compile(r"(?:On [^,]{4,24},? )?[Ii]t\b")
CLAUSE = re.compile(
    r",? and (?=(?:on |as to )?the (?:first|second|third|fourth|fifth|sixth)\b)"
    r"|, and (?=\([a-z0-9]{1,4}\) \w)"
    r"|; (?=the (?:others?|rest|remaining)\b)",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    rf"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Judge|The|the)\.? )?"
    rf"{CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+){{0,3}})"
    r"(?:, (?:who|then|the|a|an|whose|as)\b[^,;]*,)? (?:went back|looked again|returned|reviewed"
    r"|reconsidered|considered|concluded|decided|held|found|ruled|finds|holds|concludes|decides|rules"
    r"|considers|is (?:content|satisfied|persuaded|sure|of the view)"
    r"|was (?:content|satisfied|persuaded|sure|of the view))\b"
)
"""Whose finding a sentence tells by its subject: "Ms Vale, who was acting clerk, held that"."""
