"""Renderers with a switch at every place that tells whose words something is, and how they stand.

The renderers are not mutated one by one: each is made once with a switch around every such place
(a mutant schema: Untch, Offutt and Harrold, 1993), and turning one switch off is one mutant. The
same switches tell which pages reach a place, so that a mutant is held only against those.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, cast

from jinja2 import BaseLoader, Environment, TemplateNotFound

KINDS = {
    "speaker": r"who_shown|party_shown|teller_shown|\bcalled\b|attribut|manner|speaker|_label\b"
    r"|source_name|source_line|worded_by|\bteller\b|\.by\b|entered_by|\bby\(|finder|\bwho\("
    r"|asked\(|\.asked_by|name_of|claimed\(|\btold\(|statement\(|\bline\(",
    "hedge": r"hedge|commitment|firm|\bhow\(|how_sure|sureness|\blikel|grade",
    "denial": r"stance|\.holds|\.takes|\.does\b|\bsign\(|denies|polarity|outcome|became|declines"
    r"|\.scope|drift|\.act\b|MANNER|_TOLD_ON",
    "status": r"\bstate\b|standing|ended|ending|\.rule\b|realised|TOLD|\bTOLD\b|condition|because"
    r"|\.word\b|proposed|marks|\.why\b|edit\.|\bgone\b|\baside\b|is_answered|confirmed|\.met\b",
    "date": r"spoken|\.known|\.when\b|\.made\b|\.said\b|\.day\b|since|edtf|\.on\b|published|_dated",
}
_ATTRIBUTES = {"aria-label", "title", "alt", "data-head"}
"""Attributes that are read out or shown; the others lead, mark or place."""

_OUTPUT = re.compile(r"\{\{(-?)\s*(.*?)\s*(-?)\}\}", re.DOTALL)
_OPEN_TAG = re.compile(r"<[a-zA-Z][^<>]*$")
_ATTRIBUTE = re.compile(r"([\w-]+)=\"[^\"]*$")


_NOT_TOLD = re.compile(
    r"^(?:links|file_name|page_of|_colour|row_id|canonical)\b|^\"(?:was|is)\"|\bcount\(|groups\["
    r"|^leaf\.|casefold|removeprefix|_COLOURS|HEADINGS|looks\(|^row\.act\.value$|^marks_left$"
    r"|^since$|^forms\.|^byhand\.|^because\(|^puts\(|^pieces\(|^who\(\)|^stance$|Column\("
    r"|\.drawn\(|^role\.|\.help$|^likelihood$|length - few$|^run\.blocks"
)
"""Where something leads, how it looks, counts, fields of forms and headings of columns: nothing of
a row that anybody is told."""


def kind_of(expression: str) -> str:
    """Say what is told by an expression; '': nothing of the rule."""
    if _NOT_TOLD.search(expression):
        return ""
    return next((kind for kind, words in KINDS.items() if re.search(words, expression)), "")


@dataclass(frozen=True)
class Mutant:
    """One place that can be left out: its number, where it is, and what it tells."""

    number: int
    where: str
    line: int
    kind: str
    expression: str

    def __str__(self) -> str:
        return f"{self.where}:{self.line} without {self.kind}: {self.expression}"


@dataclass
class Switches:
    """All switches of one run: at most one is off."""

    off: int | None = None
    reached: set[int] = field(default_factory=set)
    mutants: list[Mutant] = field(default_factory=list)
    templates: dict[tuple[str, str], str] = field(default_factory=dict)

    def kept(self, number: int, told: Any) -> Any:
        """Give what is told at a place, or nothing where its switch is off.

        A place is reached where something is told there: leaving out nothing changes nothing.
        """
        if str(told).strip():
            self.reached.add(number)
        return "" if number == self.off else told

    def made(self, where: str, line: int, kind: str, expression: str) -> int:
        number = len(self.mutants)
        self.mutants.append(Mutant(number, where, line, kind, " ".join(expression.split())[:110]))
        return number


# --- templates ---


class Switched(BaseLoader):
    """Gives the templates of an environment with a switch around every output of a kind."""

    def __init__(self, loader: BaseLoader, switches: Switches) -> None:
        self._loader, self._switches = loader, switches

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, _ = self._loader.get_source(environment, template)
        if path is None:
            raise TemplateNotFound(template)
        name = "/".join(Path(path).parts[-3:])
        made, key = self._switches.templates, (path, source)  # one may go by several names
        if key not in made:
            made[key] = self._with_switches(name, source)
        return made[key], path, lambda: True

    def _with_switches(self, name: str, source: str) -> str:
        def switch(found: re.Match[str]) -> str:
            expression = found[2]
            kind = kind_of(expression) if _is_told(source, found.start()) else ""
            if not kind:
                return found[0]
            line = source.count("\n", 0, found.start()) + 1
            number = self._switches.made(name, line, kind, expression)
            return f"{{{{{found[1]} kept_({number}, ({expression})) {found[3]}}}}}"

        return _OUTPUT.sub(switch, source)


def _is_told(source: str, at: int) -> bool:
    """Say whether what stands here is read by somebody: text, or an attribute that is told."""
    tag = _OPEN_TAG.search(re.sub(r"\{[{%].*?[%}]\}", "", source[max(0, at - 2000) : at]))
    if tag is None:
        return True
    inside = _ATTRIBUTE.search(tag[0])
    return inside is not None and inside[1] in _ATTRIBUTES


def switch_templates(env: Environment, switches: Switches) -> None:
    """Give an environment templates with switches."""
    assert env.loader is not None
    env.loader = Switched(env.loader, switches)
    env.globals["kept_"] = switches.kept
    if env.cache is not None:
        env.cache.clear()


# --- Python ---


class _InCode(ast.NodeTransformer):
    """Puts a switch around pieces of f-strings, and around members of lists and tuples."""

    def __init__(self, where: str, switches: Switches) -> None:
        self._where, self._switches = where, switches

    def _switched(self, told: ast.expr, kept: ast.expr) -> ast.expr | None:
        words = ast.unparse(told)
        kind = "" if isinstance(told, (ast.Constant, ast.Starred)) else kind_of(words)
        if not kind:
            return None
        number = self._switches.made(self._where, told.lineno, kind, words)
        return ast.Call(ast.Name("kept_", ast.Load()), [ast.Constant(number), kept], [])

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        pieces: list[ast.expr] = []
        for piece in node.values:
            if isinstance(piece, ast.FormattedValue):
                switched = self._switched(piece.value, ast.JoinedStr([piece]))
                if switched is not None:
                    piece = ast.FormattedValue(switched, -1, None)
            pieces.append(piece)
        return ast.JoinedStr(pieces)

    def visit_List(self, node: ast.List) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.elts = [self._member(one) for one in node.elts]
        return node

    def _member(self, one: ast.expr) -> ast.expr:
        if isinstance(one, (ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.ListComp)):
            return one
        return self._switched(one, one) or one


@contextmanager
def switched_code(modules: Sequence[ModuleType], switches: Switches) -> Iterator[None]:
    """Give the functions of modules code with switches, and in the end their own again."""
    before: list[tuple[FunctionType, CodeType]] = []
    try:
        for module in modules:
            where = module.__name__.removeprefix("onrecord.")
            tree = ast.parse(inspect.getsource(module))
            made = ast.fix_missing_locations(_InCode(where, switches).visit(tree))
            codes = dict(_codes(compile(made, module.__file__ or where, "exec")))
            module.__dict__["kept_"] = switches.kept
            for function in _functions(module):
                code = codes.get(function.__qualname__)
                if code is not None and code.co_freevars == function.__code__.co_freevars:
                    before.append((function, function.__code__))
                    function.__code__ = code
        yield
    finally:
        for function, code in before:
            function.__code__ = code
        for module in modules:
            module.__dict__.pop("kept_", None)


def _codes(code: CodeType, within: str = "") -> Iterator[tuple[str, CodeType]]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one.co_qualname, one
            yield from _codes(one, one.co_qualname)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    for member in vars(module).values():
        # A command is an object of another module, made of a function of this one.
        made_of = getattr(member, "callback", member)
        if getattr(inspect.unwrap(made_of), "__module__", None) != module.__name__:
            continue
        if isinstance(made_of, type):
            for one in vars(made_of).values():
                yield from _method(one)
        else:
            yield from _method(made_of)


def _method(one: Any) -> Iterator[FunctionType]:
    if isinstance(one, property):
        one = one.fget
    elif isinstance(one, (classmethod, staticmethod)):
        one = one.__func__
    elif isinstance(one, cached_property):
        one = one.func
    if isinstance(one, FunctionType):
        yield cast(FunctionType, inspect.unwrap(one))
