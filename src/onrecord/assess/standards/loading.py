"""Reads a standard from YAML: its stages, its elements, where it is laid down.

A file that is not one is refused with its line and with what to do; nothing in it is guessed. The
words of a standard are only ever shown: no part of it is carried out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.vocabulary import Element, Stage, Test

if TYPE_CHECKING:
    from yaml.nodes import Node

MOST = 200_000
"""Bytes of a file: a standard is a page or two."""

ENDING = ".yaml"
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEEDS = {"every element": True, "weighing": False}
_STANDARD = ("standard", "name", "extends", "sources", "stages")
_STAGE = ("stage", "name", "threshold", "needs", "elements")
_ELEMENT = ("element", "wording", "stands_for")


def shipped() -> list[Test]:
    """Give the standards that come with onrecord, by their keys."""
    folder = resources.files(__package__)
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(ENDING))
    return [_read((folder / name).read_text("utf-8"), name, ()) for name in names]


def load(named: str, folder: Path) -> Test:
    """Load a standard.

    Args:
        named: a path that ends with .yaml, or the key of one in `folder` or of one that is shipped;
            that of the folder goes first.
        folder: where the user's own are kept; it need not exist.

    Raises:
        NoSuchRow: there is none of that name.
        WrongUse: it cannot be read: the message has file, line, and what to do.
    """
    own = Path(named) if named.endswith((ENDING, ".yml")) else folder / f"{named}{ENDING}"
    if own.is_file() and (own.parent != folder or _KEY.fullmatch(named) or own == Path(named)):
        return _read(_words(own), str(own), (named,))
    for test in shipped():
        if test.key == named:
            return test
    keys = ", ".join(test.key for test in shipped())
    raise NoSuchRow(
        f"there is no standard {named}",
        help=f"there are {keys}; one of your own is a file {folder.name}/KEY{ENDING} or a path",
    )


def with_elements(test: Test, own: Mapping[str, str]) -> Test:
    """Put a case's own elements in the place that a standard leaves for them.

    Args:
        own: their wordings by their keys, in order; none leaves the standard as it is.

    Raises:
        WrongUse: the standard leaves no such place, or a key is taken or is not one.
    """
    if not own:
        return test
    place = next((e for e in test.elements if e.stands_for), None)
    if place is None:
        raise WrongUse(
            f"{test.key} leaves no place for elements of the case's own",
            help="write them into a file of your own that extends it",
        )
    kept = [element for element in test.elements if element is not place]
    taken = {test.key, *(e.key for e in kept), *(stage.key for stage in test.stages)}
    for key, wording in own.items():
        if not _KEY.fullmatch(key) or key in taken:
            raise WrongUse(f"{key!r} cannot be the key of an element here", help=_KEY_HELP)
        if not wording.strip():
            raise WrongUse(f"element {key} has no wording", help="give it as KEY=WORDS")
    ours = [Element(key=k, wording=w.strip(), stage=place.stage) for k, w in own.items()]
    at = test.elements.index(place)
    return replace(test, elements=(*test.elements[:at], *ours, *test.elements[at + 1 :]))


_KEY_HELP = "a key is of small letters, digits and hyphens, and stands once in a standard"


def _words(file: Path) -> str:
    try:
        body = file.read_bytes()
    except OSError as error:
        raise WrongUse(f"cannot be read ({error.strerror})", where=str(file)) from error
    if len(body) > MOST:
        raise WrongUse(
            f"is of {len(body):,} bytes", where=str(file), help=f"a standard has at most {MOST:,}"
        )
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WrongUse("is not UTF-8", where=str(file), help="save it as UTF-8") from error


def _read(words: str, file: str, seen: tuple[str, ...]) -> Test:
    """Read one file; `seen` are those that extend it."""
    import yaml  # 40 ms

    try:
        root = yaml.compose(words, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise WrongUse(
            f"this is not YAML ({error.problem})", where=f"{file}:{line}", help="mend the line"
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise WrongUse("this is not YAML that can be read", where=file) from error
    return _Reading(file, seen).standard(root)


class _Reading:
    """Reads the nodes of one file."""

    def __init__(self, file: str, seen: tuple[str, ...]) -> None:
        self._file, self._seen = file, seen

    def standard(self, root: Node | None) -> Test:
        if root is None:
            raise WrongUse("is empty", where=self._file, help="see 'onrecord test list'")
        fields = self._fields(root, "a standard", _STANDARD)
        key = self._key(self._must(fields, root, "standard", "a standard"))
        base = self._base(fields["extends"]) if "extends" in fields else None
        stages: dict[str, Stage] = {s.key: s for s in base.stages} if base else {}
        parts = {s: list(base.of_stage(s)) for s in stages} if base else {}
        given = self._items(fields["stages"], "stages") if "stages" in fields else []
        if not given and base is None:
            raise self._wrong(root, "a standard needs 'stages'", "give at least one")
        for node in given:
            stage, elements = self._stage(node)
            stages[stage.key], parts[stage.key] = stage, elements
        self._distinct(root, stages, parts.values())
        sources = self._items(fields["sources"], "sources") if "sources" in fields else []
        return Test(
            key=key,
            name=self._text(fields["name"]) if "name" in fields else key,
            elements=tuple(element for each in parts.values() for element in each),
            stages=tuple(stages.values()),
            sources=tuple(self._text(node) for node in sources) + (base.sources if base else ()),
        )

    def _base(self, node: Node) -> Test:
        named = self._text(node)
        if named in self._seen or len(self._seen) > 8:
            raise self._wrong(node, f"it extends itself by way of {named}", "break the circle")
        beside = Path(self._file).parent
        path = beside / f"{named}{ENDING}"
        if _KEY.fullmatch(named) and path.is_file() and str(path) != self._file:
            return _read(_words(path), str(path), (*self._seen, named))
        found = next((test for test in shipped() if test.key == named), None)
        if found is None:
            raise self._wrong(
                node,
                f"there is no standard {named} to extend",
                f"it is a key of 'onrecord test list', or of a file in {beside}",
            )
        return found

    def _stage(self, node: Node) -> tuple[Stage, list[Element]]:
        fields = self._fields(node, "a stage", _STAGE)
        key = self._key(self._must(fields, node, "stage", "a stage"))
        needs = self._text(fields["needs"]) if "needs" in fields else "every element"
        if needs not in _NEEDS:
            raise self._wrong(
                fields["needs"], f"a stage cannot need {needs!r}", f"say {' or '.join(_NEEDS)}"
            )
        stage = Stage(
            key=key,
            name=self._text(fields["name"]) if "name" in fields else key,
            threshold=self._text(self._must(fields, node, "threshold", "a stage")),
            every=_NEEDS[needs],
        )
        nodes = self._items(self._must(fields, node, "elements", "a stage"), "elements")
        if not nodes:
            raise self._wrong(fields["elements"], "a stage needs an element", "name at least one")
        return stage, [self._element(each, key) for each in nodes]

    def _element(self, node: Node, stage: str) -> Element:
        fields = self._fields(node, "an element", _ELEMENT)
        return Element(
            key=self._key(self._must(fields, node, "element", "an element")),
            wording=self._text(self._must(fields, node, "wording", "an element")),
            stage=stage,
            stands_for=self._text(fields["stands_for"]) if "stands_for" in fields else "",
        )

    def _distinct(self, root: Node, stages: Iterable[str], parts: Iterable[list[Element]]) -> None:
        keys = [*stages, *(element.key for each in parts for element in each)]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise self._wrong(root, f"{twice!r} is the key of two parts", _KEY_HELP)

    # --- nodes ---

    def _fields(self, node: Node, what: str, known: tuple[str, ...]) -> dict[str, Node]:
        from yaml.nodes import MappingNode

        if not isinstance(node, MappingNode):
            raise self._wrong(node, f"{what} has fields", f"write '{known[0]}: ...' and so on")
        fields: dict[str, Node] = {}
        for name, value in node.value:
            field = self._text(name)
            if field not in known:
                raise self._wrong(
                    name, f"{what} has no field {field!r}", f"it has {', '.join(known)}"
                )
            if field in fields:
                raise self._wrong(name, f"{field!r} is given twice", "keep one")
            fields[field] = value
        return fields

    def _must(self, fields: dict[str, Node], node: Node, name: str, what: str) -> Node:
        if name not in fields:
            raise self._wrong(node, f"{what} needs {name!r}", f"add '{name}: ...'")
        return fields[name]

    def _items(self, node: Node, what: str) -> list[Node]:
        from yaml.nodes import SequenceNode

        if not isinstance(node, SequenceNode):
            raise self._wrong(node, f"{what} is a list", "begin each with '- '")
        return list(node.value)

    def _text(self, node: Node) -> str:
        from yaml.nodes import ScalarNode

        if not isinstance(node, ScalarNode) or not str(node.value).strip():
            raise self._wrong(node, "here should be words", "write them on one line")
        return " ".join(str(node.value).split())

    def _key(self, node: Node) -> str:
        key = self._text(node)
        if not _KEY.fullmatch(key):
            raise self._wrong(node, f"{key!r} is not a key", _KEY_HELP)
        return key

    def _wrong(self, node: Node, what: str, help: str) -> WrongUse:
        return WrongUse(what, where=f"{self._file}:{node.start_mark.line + 1}", help=help)
