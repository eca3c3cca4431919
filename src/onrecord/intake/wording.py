"""What a whole line says by its wording alone: newsletter, share bar, tags, credit, byline.

Where there is no mark-up to help, only a line that says nothing else is taken for furniture: each
pattern covers the line from end to end, since one that merely mentions a newsletter is a statement
like any other. (`furniture` has how such lines begin, for pages whose mark-up gives the rest.)
"""

from __future__ import annotations

import re

# Longer lines are prose. Also keeps every pattern's time small: none sees more than this.
LONGEST = 250

_UNITS = (
    r"s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|yrs?|years?"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = (
    rf"(?:{_DAY_NAME},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_CLOCK = (
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)?(?: ?(?:[A-Z]{3,4}|Z|[+-]\d{2}:?\d{2}))?"
)

_LINES = {
    "newsletter": (
        r"skip past .{0,40}newsletter.{0,30}",
        r"after newsletter promotion",
        r"(?:sign up|subscribe|register) (?:here )?(?:to|for|now|today|and)\b.{0,120}",
        r"sign up|subscribe|newsletters?|subscribe (?:now|today)",
        r"get (?:our|the|your) .{0,60}(?:newsletter|inbox|briefing)\b.{0,60}",
        r"enter your e-?mail.{0,60}",
        r"thank you for (?:subscribing|signing up).{0,40}",
    ),
    "way to more": (
        r"(?:read|see|show|view|load|find out|learn) (?:more|less|all|next|also|now)(?: here)?",
        r"(?:read|see|view) (?:the )?(?:full|entire|whole|original|complete|rest of the) "
        r"(?:article|story|post|report|text)(?: (?:here|at|on) .{0,40})?",
        r"(?:read|see) more\b ?[:>»].{0,160}",
        r"continue reading.{0,60}|keep reading|click here(?: (?:to|for) .{0,60})?",
        r"(?:related|recommended|trending|most (?:read|popular|viewed)|top stories|more stories|"
        r"latest news|you (?:may|might) (?:also )?like|around the web|editors['’] picks)"
        r"(?: (?:articles?|stories|topics?|content|now|news|links|reading|for you))?",
        r"more (?:on this(?: story| topic)?|from .{1,40}|about .{1,40})",
        r"(?:story|article) continues (?:below|after).{0,40}|scroll (?:down )?(?:for|to) .{1,40}",
        r"skip to .{1,30}|jump to .{1,30}|back to (?:top|home)|(?:previous|next) (?:article|story)",
    ),
    "advertising": (
        r"advertisements?|advert|ads?|advertising|sponsored(?: content| by .{1,40})?|"
        r"promoted(?: content)?|remove ads|report this ad",
    ),
    "age and counters": (
        rf"(?:about |over )?(?:\d{{1,4}}|an?|one) ?(?:{_UNITS}) ago(?: [\d.,]{{1,9}}[km]?){{0,4}}",
        r"(?:just now|today|yesterday)(?: [\d.,]{1,9}[km]?){1,4}",
        r"(?:\d{1,3}|one) ?-?min(?:ute)?s?['’]? (?:read|listen|watch)(?:ing time)?",
        r"(?:reading|listening) time:? .{1,20}|listen to this (?:article|story).{0,30}",
        r"[\d.,]{1,9}[km]? (?:shares?|likes?|comments?|views?|reads?|reactions?)",
    ),
    "tags": (r"(?:tags?|topics|filed under|posted in|categor(?:y|ies)|keywords) ?[:|] ?.{1,200}",),
    "cookies": (
        r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners) (?:also )?uses? cookies.*",
        r"(?:accept|reject|allow|manage|decline)(?: all| only)?(?: essential| necessary)?"
        r"(?: cookies| preferences| settings)",
        r"(?:accept|reject) all|by (?:using|continuing).{0,60}(?:cookies|privacy policy|terms).*",
        r"(?:cookie|privacy)(?: (?:policy|settings|preferences|notice|statement))",
    ),
    "account": (
        r"(?:log|sign) ?(?:in|out)(?: or .{1,30})?|my account|register(?: now| for free| here)?",
        r"already (?:a|have an?) (?:subscriber|member|account|subscription)\b.{0,60}",
        r"(?:become|be) an? (?:member|subscriber|supporter).{0,60}|support our journalism.{0,60}",
        r"(?:this (?:article|content) is )?(?:for )?subscribers only|to continue reading,? .{0,80}",
    ),
    "imprint": (
        r"(?:copyright\b|©|\(c\) ?\d{4}).{0,160}|.{0,80}\ball rights reserved",
        r"terms (?:of (?:use|service)|(?:and|&) conditions)|contact us|about us|site ?map",
    ),
    "notice below a message": (
        r"(?:this|the) (?:e-?mail|message|communication)(?: and any (?:files|attachments?).{0,40})?"
        r" (?:is|are|may be|may contain|contains?)\b.{0,60}(?:confidential|privileged).*",
        r"if you (?:are not|have received).{0,80}(?:recipient|in error).*",
        r"please consider the environment before printing.{0,40}|sent from my \w.{0,40}",
        r"scanned (?:by|for) .{0,60}virus.{0,60}",
    ),
}
_NOTICE = re.compile("|".join(_LINES["notice below a message"]), re.I)
_FURNITURE = re.compile("|".join(p for patterns in _LINES.values() for p in patterns), re.I)
_END_MARKS = " .…:>»→›|"

_SHARE = frozenset(
    re.findall(
        r"\w+",
        "share shares sharing tweet tweets like likes pin post email mail print save bookmark "
        "follow comment comments facebook twitter x whatsapp linkedin reddit telegram messenger "
        "pinterest bluesky threads mastodon copy link copied flipboard pocket",
    )
)
_SHARE_GLUE = frozenset(
    re.findall(r"\w+", "this on via to with by us the story article page a k m in and now")
)
_MOST_SHARE_WORDS = 14

_CREDIT_WORD = (
    r"(?:photo(?:graph)?(?:s|er|y)?|picture|image|illustration|composite|graphic|video|credit|foto)"
    r"(?: credit| by| courtesy of| courtesy)?"
)
_AGENCIES = (
    r"(?:AP|AFP|PA|EPA|ANP|dpa|ANSA|UPI|TASS|Reuters|Getty(?: Images)?|Alamy(?: Live News)?|"
    r"Shutterstock|Rex(?: Features)?|Bloomberg|NurPhoto|PA Wire|PA Media|Zuma|Xinhua|Corbis|"
    r"AP Photo|Pool|Handout)"
)
_NAME_PART = r"[^\W\d_](?:\.|[\w'’-]*)"  # a full stop only after an initial
_NAME = rf"{_NAME_PART}(?: {_NAME_PART}){{0,4}}"
_CREDIT_STARTS = re.compile(rf"(?i:\b{_CREDIT_WORD} ?[:©]) ?\S|© ?\S|\(?(?:AP Photo|Getty Images)/")
_LONGEST_CREDIT = 120
_AGENCY_ENDS = re.compile(rf"(?:^|(?<=[.!?:;|)”\"] )){_NAME} ?/ ?{_AGENCIES}(?: ?/ ?{_NAME})?\.?$")

_JOINING = r"(?:and|de|da|del|der|van|von|den|la|le|bin|al|of|in|for|&|the|at|with)"
_BY = re.compile(r"(?:By|BY|by|Words by|Written by|Reported by|Story by|Report:) ")
_ROLE = (
    r"(?:correspondent|editor|reporter|writer|staff|political|senior|chief|home|foreign|legal|"
    r"affairs|special|economics|health|education|deputy|crime|security|business)"
)
_BYLINE = re.compile(
    rf"{_BY.pattern}(?=[A-Z])[A-Z][\w.'’-]*"
    rf"(?:,? (?:[A-Z][\w.'’-]*|{_JOINING}|{_ROLE})(?![\w'’-])){{0,14}}"
)
_ITEM = re.compile(r"\s*(?:[-*•–▪‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S")
_DATELINE = re.compile(
    rf"(?:(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?|for (?:immediate "
    rf"release|release)|date|issued)[:,]? ?)?(?:[A-Z][A-Za-z .'’-]{{1,40}}, )?{_DATE}{_CLOCK}"
    rf"(?: ?[|·•–-] ?(?:(?:last )?updated:? )?{_DATE}{_CLOCK})?\.?",
    re.I,
)


def is_furniture(line: str) -> bool:
    """Say whether a whole line is not the article's: promotion, share bar, tags, notice."""
    words = line.strip()
    if not words or len(words) > LONGEST:
        return False
    bare = " ".join(words.strip(_END_MARKS).split())
    return bool(_FURNITURE.fullmatch(bare)) or _is_share_bar(bare) or _is_tag_bar(words)


def is_byline(line: str) -> bool:
    """Say whether a whole line names who wrote it."""
    words = line.strip()
    return len(words) <= 120 and bool(_BYLINE.fullmatch(words))


def is_item(line: str) -> bool:
    """Say whether a line begins like one of a list: with a dot, a dash, or a number."""
    return bool(_ITEM.match(line))


def byline_name(line: str) -> str:
    """Give a byline's name without its "By"."""
    return _BY.sub("", line.strip(), count=1)


def is_notice(paragraph: str) -> bool:
    """Say whether a paragraph is the lawyer's notice below a message, by how it begins."""
    return bool(_NOTICE.match(" ".join(paragraph[: 2 * LONGEST].split())))


def is_dateline(line: str) -> bool:
    """Say whether a whole line is a day, with a place or "Published" before it perhaps."""
    words = line.strip()
    return len(words) <= 120 and bool(_DATELINE.fullmatch(words))


def credit_in(line: str) -> int | None:
    """Find where a line's closing picture credit starts ("... Photograph: A Name/Agency")."""
    if len(line) > 4 * LONGEST:
        return None
    tail = max(0, len(line) - _LONGEST_CREDIT)
    for found in (_CREDIT_STARTS.search(line, tail), _AGENCY_ENDS.search(line, tail)):
        if found is not None and _begins_a_phrase(line, found.start()):
            return found.start()
    return None


def _begins_a_phrase(line: str, at: int) -> bool:
    before = line[:at].rstrip()
    return not before or before[-1] in ".!?:;|)]”\"'’–—-"


def _is_share_bar(words: str) -> bool:
    parts = re.findall(r"[^\W\d_]+", words.lower())
    if not 0 < len(parts) <= _MOST_SHARE_WORDS or words.endswith(("?", "!")):
        return False
    shares = sum(part in _SHARE for part in parts)
    return 2 * shares >= len(parts) and all(p in _SHARE or p in _SHARE_GLUE for p in parts)


def _is_tag_bar(words: str) -> bool:
    """Two bars or more between short labels: "News | Opinion | | |"."""
    labels = [label.split() for label in words.split("|")]
    return len(labels) > 2 and all(len(label) <= 4 for label in labels)
