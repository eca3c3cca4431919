"""What does a page's JSON-LD say of the article? Hostile or broken JSON-LD says nothing.

Only the node that describes an article is believed; a video, a list or the publisher's own page
beside it is not.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

_ARTICLES = re.compile(r"article|posting|report|review|creativework$", re.I)
_PAGES = frozenset(("WebPage", "ItemPage"))
# Beyond this a graph is no description of one page; nodes are looked at once each.
_MOST_NODES = 2_000
_MOST_CHARACTERS = 2_000_000
_LOOSE = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one article node says; empty where it says nothing."""

    headline: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    address: str = ""
    body: str = ""


def said(scripts: Sequence[str]) -> Said:
    """Read the article's own words about itself out of the page's JSON-LD scripts."""
    nodes = [node for script in scripts for node in _nodes(_loaded(script))][:_MOST_NODES]
    names = {
        node["@id"]: node
        for node in nodes
        if isinstance(node.get("@id"), str) and (node.get("name") or node.get("headline"))
    }
    articles = [node for node in nodes if any(_ARTICLES.search(kind) for kind in _types(node))]
    pages = [node for node in nodes if _PAGES & set(_types(node))]
    result = Said()
    for node in [*sorted(articles, key=_fullness, reverse=True)[:1], *pages[:1]]:
        result = _filled(result, _read(node, names))
    return result


def _fullness(node: dict[str, Any]) -> int:
    wanted = ("headline", "datePublished", "author", "mainEntityOfPage", "articleBody", "publisher")
    return sum(bool(node.get(key)) for key in wanted)


def _filled(first: Said, second: Said) -> Said:
    """Take from the second what the first does not say."""
    missing = {name: getattr(second, name) for name in Said.__slots__ if not getattr(first, name)}
    return replace(first, **missing)


def _read(node: dict[str, Any], names: dict[str, Any]) -> Said:
    return Said(
        headline=_text(node.get("headline") or node.get("name")),
        byline=_people(node.get("author") or node.get("creator"), names),
        outlet=_people(node.get("publisher"), names),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        language=_text(node.get("inLanguage")),
        address=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
        body=_text(node.get("articleBody")),
    )


def _loaded(script: str) -> Any:
    """Load one script; None where it is no JSON, nested beyond reading, or of great length."""
    if len(script) > _MOST_CHARACTERS:
        return None
    try:
        return json.loads(_LOOSE.sub("", script).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Give every node of a document and of its graphs, outer ones first."""
    waiting = deque([value])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value[:_MOST_NODES])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind for kind in kinds if isinstance(kind, str)]


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    return value.strip() if isinstance(value, str) else ""


def _people(value: Any, names: dict[str, Any]) -> str:
    """Join the names of one or several, given in full or by reference."""
    found: list[str] = []
    for one in value[:20] if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "name" not in one:
            one = names.get(one["@id"]) if isinstance(one.get("@id"), str) else None
        name = _text(one)
        if name and "://" not in name and name not in found:
            found.append(name)
    return ", ".join(found)


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    text = _text(value)
    return text if text.startswith(("http://", "https://")) else ""
