"""`dataclass` as the standard library has it, its functions written only where they are used.

The standard one writes six functions of a frozen class when its module is loaded, each as source
that is compiled. For the shortest listing some 150 classes are loaded, and few of them are made,
compared or printed there: .095 of the .245 s that it took (November 2026). Here the standard
library writes a function when it is first asked for; a type checker sees the standard one.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass

    __all__ = ["dataclass"]
else:
    _SHAPE = ("__module__", "__qualname__", "__annotations__")
    _FROZEN = ("__setattr__", "__delattr__", "__getstate__", "__setstate__")
    _OWN = {"__init__", "__repr__", "__eq__", "__hash__", *_FROZEN}
    _HOW = {"frozen", "slots", "kw_only", "eq"}

    def dataclass(cls=None, /, **how):
        """Shape a class as `dataclasses.dataclass` does, with the same arguments.

        What has functions of its own, inherits fields or asks for more is left to the standard one.
        """
        if cls is None:
            return lambda cls: dataclass(cls, **how)
        inherits = any(dataclasses.is_dataclass(one) for one in cls.__mro__[1:])
        if inherits or how.keys() - _HOW or _OWN & cls.__dict__.keys():
            return dataclasses.dataclass(**how)(cls)
        return _shaped(cls, {"frozen": False, "eq": True, **how})

    def _shaped(cls, how):
        plain = {name: cls.__dict__[name] for name in _SHAPE if name in cls.__dict__}
        fields = plain.get("__annotations__", {})
        plain |= {name: cls.__dict__[name] for name in fields if name in cls.__dict__}
        if hasattr(cls, "__post_init__"):
            plain["__post_init__"] = cls.__post_init__
        shape = dataclasses.dataclass(
            init=False, repr=False, **{**how, "frozen": False, "eq": False}
        )
        made = shape(cls)
        params = made.__dataclass_params__
        params.init, params.repr, params.eq, params.frozen = True, True, how["eq"], how["frozen"]
        later = ["__init__", "__repr__"]
        if how["eq"]:
            later += ["__eq__", "__hash__"] if how["frozen"] else ["__eq__"]
            if not how["frozen"]:
                made.__hash__ = None
        for name in later:
            setattr(made, name, _Later(made, name, plain, how))
        if how["frozen"]:
            _freeze(made, slots=how.get("slots", False))
        return made

    class _Later:
        """One function of a class, which the standard library writes when it is asked for."""

        __slots__ = ("_how", "_made", "_name", "_plain")

        def __init__(self, made, name, plain, how):
            self._made, self._name, self._plain, self._how = made, name, plain, how

        def __get__(self, one, owner=None):
            written = self._written()
            setattr(self._made, self._name, written)
            return written.__get__(one, owner)

        def _written(self):
            which = {
                "init": self._name == "__init__",
                "repr": self._name == "__repr__",
                "eq": self._name in ("__eq__", "__hash__"),
            }
            if self._name in ("__repr__", "__eq__"):
                which["frozen"] = False  # two functions fewer to write
            # With words of its own, or they would be made of its functions.
            like = type(self._made.__name__, (), {**self._plain, "__doc__": "x"})
            written = dataclasses.dataclass(**{**self._how, **which})(like)
            return written.__dict__[self._name]

    def _freeze(made, *, slots):
        names = frozenset(field.name for field in dataclasses.fields(made))

        def set_it(self, name, value):
            if type(self) is made or name in names:
                raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
            super(made, self).__setattr__(name, value)

        def delete_it(self, name):
            if type(self) is made or name in names:
                raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
            super(made, self).__delattr__(name)

        made.__setattr__, made.__delattr__ = set_it, delete_it
        if slots:
            made.__getstate__, made.__setstate__ = _state, _with_state

    def _state(self):
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def _with_state(self, state):
        for field, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)
