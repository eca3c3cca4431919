"""Front doors that open when somebody goes through: a package's names, loaded when first asked for.

A command asks a few of the many rooms of a stage; to load them all took two thirds of its time.
The imports that a type checker sees stand above the table, and a test holds that both are one.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType


class _Door(ModuleType):
    """A package that knows in which of its modules each of its names is."""

    _where: dict[str, tuple[str, str]]

    def __getattr__(self, name: str) -> object:
        where = self.__dict__.get("_where", {}).get(name)
        if where is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{self.__name__}.{where[0]}"), where[1])
        self.__dict__[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        # Python sets a module on its package once it is loaded. Where a name of the front door is
        # also a module's ("standing"), the front door's stays.
        if not (isinstance(value, ModuleType) and name in self._where):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *self._where})


def open_later(package: str, names: Mapping[str, str]) -> None:
    """Give a package names that are loaded when they are first asked for.

    Args:
        names: by the module, within the package, that has them: separated by spaces, and
            `name:other` where the package calls it otherwise.
    """
    module = sys.modules[package]
    pairs = [(where, *one.split(":")) for where, some in names.items() for one in some.split()]
    module.__dict__["_where"] = {called[-1]: (where, called[0]) for where, *called in pairs}
    module.__class__ = _Door
