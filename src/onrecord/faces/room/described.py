"""What the API takes and gives, told in JSON Schema: rows as `show.as_json` writes them."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.core.dates import When
from onrecord.core.spans import Span

Schema = dict[str, Any]

_PLAIN: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


class Schemas:
    """Schemas of kinds of rows; each is told once, in `parts`, by the name of its class."""

    def __init__(self) -> None:
        self.parts: dict[str, Schema] = {}
        self._named: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:
        """Give the schema of a value of this type."""
        if kind is type(None):
            return {"type": "null"}
        if kind is Any or kind is object:
            return {}
        origin, given = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in given]}
        if origin is Literal:
            return {"enum": list(given)}
        if kind is Span:
            return {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
        if kind is When:
            return {"type": "string", "description": "A date in EDTF."}
        if origin is not None:
            return self._many(origin, given)
        if isinstance(kind, type):
            return self._one(kind)
        return self.of(getattr(kind, "__supertype__", object))  # a name for another type

    def _many(self, origin: Any, given: tuple[Any, ...]) -> Schema:
        if issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(given[1])}
        if issubclass(origin, tuple) and given[-1] is not Ellipsis:
            return {"type": "array", "minItems": len(given), "maxItems": len(given)}
        return {"type": "array", "items": self.of(given[0])}

    def _one(self, kind: type) -> Schema:
        if issubclass(kind, Enum):
            words = [getattr(one, "word", one.value) for one in kind]
            return {"enum": list(dict.fromkeys(words))}
        if not dataclasses.is_dataclass(kind):
            plain = next((_PLAIN[one] for one in kind.__mro__ if one in _PLAIN), None)
            return {"type": plain} if plain else {}
        name = kind.__name__
        while self._named.setdefault(name, kind) is not kind:  # two kinds may be called the same
            name += "_"
        if name not in self.parts:
            self.parts[name] = {}  # so that one that holds its own kind ends
            hints = get_type_hints(kind)
            fields = {one.name: self.of(hints[one.name]) for one in dataclasses.fields(kind)}
            if hasattr(kind, "attributed"):
                told = {"type": "string", "description": "The words, with whose they are."}
                fields = {"attributed": told, **fields}
            about = (kind.__doc__ or "").strip().partition("\n\n")[0]
            self.parts[name] = {
                "type": "object",
                "description": " ".join(about.split()),
                "properties": fields,
                "required": list(fields),
            }
        return {"$ref": f"#/components/schemas/{name}"}
