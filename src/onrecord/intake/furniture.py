"""What pages say around an article: wordings and mark-up hints of furniture, tables and no code.

Wordings are of English-language newspages; a line in another language is judged by its place alone.
Every pattern is tried at the start of a short line only, so each is linear in the line.
"""

from __future__ import annotations

import re


def _starts_with(*wordings: str) -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(wordings) + ")", re.I)


# Labels: furniture unless they turn out to begin a sentence ("Share prices fell.").
FURNITURE = _starts_with(
    r"share\b",
    r"tweet\b",
    r"e-?mail\b",
    r"print\b",
    r"save\b",
    r"copy link",
    r"like us",
    r"read (?:also|full|entire|the full)\b",
    r"related\b",
    r"see (?:also|more)\b",
    r"more (?:from|on|about|in|stories|news)\b",
    r"more:",
    r"also (?:read|see|on)\b",
    r"recommend(?:ed|s)\b",
    r"advertisement",
    r"(?:story|article) continues (?:below|after)",
    r"continue reading",
    r"log ?in\b",
    r"register\b",
    r"(?:the )?newsletter",
    r"\d[\d,.]*\s*k?\s*(?:comments?|shares?|views?|likes?|retweets?)\b",
    r"comments?\b",
    r"(?:add|leave|post) a (?:reply|comment)",
    r"(?:view|show|hide|load) (?:all )?(?:more )?comments",
    r"updated?:",
    r"published:?",
    r"posted(?: on| by|:) .{0,40}$",
    r"last (?:updated|modified)",
    r"filed under",
    r"tags?:",
    r"topics?:",
    r"categor(?:y|ies):",
    r"what do you think",
    r"let us know",
    r"don['’]t miss",
    r"must read",
    r"most (?:read|popular|viewed)",
    r"trending",
    r"top stories",
    r"loading",
    r"play video",
    r"close$",
    r"(?:next|previous)(?: article| story)?$",
    r"back to (?:the )?(?:top|home|list|main|start)",
    r"(?:home|menu)$",
    r"@\w+$",
)

# Invitations and notices: furniture even as a whole sentence.
INVITATION = _starts_with(
    r"sign (?:up|in)\b",
    r"subscribe\b",
    r"(?:click|tap) here",
    r"read (?:more|next)\b",
    r"follow (?:us|me|him|her|@|.{1,40} on (?:twitter|facebook|instagram))",
    r"join (?:us|our)\b",
    r"download (?:the|our)\b",
    r"(?:get|let) (?:the|our|us|access) .{0,60}(?:newsletter|inbox|app\b|e-?mail|subscription)",
    r"we use cookies",
    r"(?:we and )?our partners",
    r"this (?:web)?(?:site|page) uses",
    r"cookies? (?:policy|settings|notice|preferences)",
    r"©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b|notice)",
    r"all rights reserved",
    r"please (?:enable|turn on|upgrade)\b",
    r"(?:we['’]ve detected|your browser|javascript)",
    r"skip (?:to|past)\b",
    r"(?:have|got) a (?:tip|story)",
    r"contact (?:us\b|the (?:author|editor|newsroom|reporter|writer))",
    r"share (?:this|on|via)\b",
    r"by using this",
    r"watch(?: also|:| now| live| the video|$)",
    r"listen(?: to)?:",
    r"you (?:may|might) (?:also )?like",
    r"editors?['’] picks?",
    r"(?:reprints|to order)\b",
    r"this copy is for your personal",
)

CREDIT = _starts_with(
    r"(?:file )?(?:photo|photograph|photography|picture|image|illustration|graphic|video|credit)s?"
    r"(?: credit| source)?s?\s*(?:by\b|:|/|courtesy|via|©|$)",
    r"getty images",
)

# Where, inside a caption, the naming of who made the picture begins.
CREDIT_WITHIN = re.compile(
    r"\s(?=[(\[|]?\s?(?:photo|photograph|picture|image|illustration|credit)s?"
    r"(?: credit)?s?\s?(?:by\b|:|/|©))",
    re.I,
)

BYLINE = re.compile(r"\W*(?:written |reported |words )?by:? \w", re.I)

# An agency's closing line.
SIGN_OFF = re.compile(r"\W*(?:additional )?(?:reporting|writing|editing|compiled) by \w", re.I)

# A whole sentence ends so, and is no label.
FULL_STOP = re.compile(r"[.!?。！？][\"”’»)]?\s*$")

# A sentence, or what introduces one, ends so; a link or a label does not.
SENTENCE_END = re.compile(r"[.!?…。！？:;\"”’»)\]]\s*$")

# Containers by the class, id or itemprop that their makers gave them, on word boundaries.
_AROUND = (
    r"shar(?:e|ing)(?!d)",
    r"social(?!.{0,20}(?:embed|post))",
    r"related",
    r"promo",
    r"newsletter",
    r"sign-?up",
    r"side-?bar",
    r"foot(?:er|-)",
    r"nav(?:bar|igation|(?![a-z]))",
    r"(?:sub|main|mega)?menu",
    r"breadcrumbs?",
    r"advert",
    r"ads?(?![a-z])",
    r"sponsor",
    r"cookie",
    r"consent",
    r"gdpr",
    r"pop-?up",
    r"modal",
    r"overlay",
    r"tooltip",
    r"subscri",
    r"recommend",
    r"recirc",
    r"trending",
    r"popular",
    r"most-?(?:read|popular|viewed)",
    r"more-?(?:on|from|stories|news|like)",
    r"read-?more",
    r"see-?also",
    r"tags?(?![a-z])",
    r"tag-?list",
    r"topics?(?![a-z])",
    r"bio(?![a-z])",
    r"about-?author",
    r"author-?(?:box|info|bio|desc|card|name|meta|profile)",
    r"byline",
    r"dateline",
    r"time-?stamp",
    r"(?:post-?|entry-?|article-?)?meta(?![a-z])",
    r"outbrain",
    r"taboola",
    r"teaser",
    r"rail(?![a-z])",
    r"masthead",
    r"paywall",
    r"log-?in",
    r"regist(?:er|ration)",
    r"pag(?:ination|er)(?![a-z])",
    r"disclaimer",
    r"copyright",
    r"carousel",
    r"slider",
    r"slideshow",
    r"tool-?bar",
    r"tools(?![a-z])",
    r"up-?next",
    r"donat",
    r"rating",
    r"poll(?![a-z])",
    r"keywords?",
    r"credits?(?![a-z])",
    r"captions?",
    r"banner",
    r"widget",
    r"print-?(?:header|only|footer)",
    r"d-none|hide(?![a-z])|hidden|d-print-block|visible-print|visually-?hidden",
    r"sr-?only|screen-?reader",
    r"toc(?![a-z])",
    r"button|btn",
    r"cta(?![a-z])",
    r"card(?![a-z])",
)
AROUND = re.compile(r"(?<![a-z])(?:" + "|".join(_AROUND) + ")")

DISCUSSION = re.compile(
    r"(?<![a-z])(?:comments?(?:-?(?:list|content|body|area|section|text|wrap|thread)|(?![a-z]))"
    r"|disqus|respond(?![a-z])|replies)"
)

BODY = re.compile(
    r"(?:article|story|entry|post)[-_]{0,2}(?:body|content|text|copy)"
    r"|body[-_]?(?:content|copy|text)"
)

PICTURE = re.compile(r"image|photo|img|picture|media|thumb|caption|figure|gallery|video")

SIGNATURE = re.compile(r"(?<![a-z])(?:byline|author|writer|contributor)")

TIME = re.compile(r"(?<![a-z])(?:dateline|date|time|timestamp|pub-?date|published|posted)(?![a-z])")

AROUND_TAGS = frozenset(
    ("nav", "footer", "aside", "form", "button", "fieldset", "menu", "legend", "address", "header")
)

AROUND_ROLES = frozenset(
    ("navigation", "complementary", "contentinfo", "banner", "search", "dialog")
)
