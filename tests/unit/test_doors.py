"""What is loaded when it is first asked for is what the imports that a type checker sees say."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from onrecord.faces.cli.main import WHERE, onrecord

DOORS = ("ask", "assess", "assess.claims", "assess.versions", "case", "check", "resolve")


def told_to_a_checker(package) -> dict[str, tuple[str, str]]:
    tree = ast.parse(Path(package.__file__).read_text("utf-8"))
    block = next(one for one in tree.body if isinstance(one, ast.If))
    return {
        name.asname or name.name: (one.module, name.name)
        for one in block.body
        if isinstance(one, ast.ImportFrom)
        for name in one.names
    }


@pytest.mark.parametrize("name", DOORS)
def test_a_door_leads_where_a_checker_is_told(name):
    package = import_module(f"onrecord.{name}")
    told = told_to_a_checker(package)
    later = vars(package)["_where"]
    assert set(later) <= set(told)
    assert set(package.__all__) <= set(told) | set(vars(package))
    for called, (module, of) in told.items():
        if called in package.__all__:
            assert getattr(package, called) is getattr(import_module(module), of), called


@pytest.mark.parametrize("name", DOORS)
def test_a_name_that_is_also_a_module_stays_what_the_door_gives(name):
    package = import_module(f"onrecord.{name}")
    for called in vars(package)["_where"]:
        first = getattr(package, called)
        try:
            import_module(f"onrecord.{name}.{called}")
        except ModuleNotFoundError:
            continue
        assert getattr(package, called) is first


def test_a_name_that_no_room_has_is_none():
    with pytest.raises(AttributeError, match="nobody"):
        _ = import_module("onrecord.assess").nobody


def test_each_module_has_the_commands_that_it_is_said_to_have():
    for module, names in WHERE.items():
        made = import_module(f"onrecord.faces.cli.{module}").COMMANDS
        assert [one.name for one in made] == names.split()
    assert list(onrecord.commands) == [name for names in WHERE.values() for name in names.split()]


def test_a_listing_loads_no_stage_that_it_does_not_need():
    told = (
        "import sys, onrecord.faces.cli.claiming, onrecord.case\n"
        "print(*(m for m in sys.modules if m.startswith('onrecord.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    ).stdout.split()
    for heavy in ("assess.origins", "assess.speaking", "check.rules", "resolve.actors", "numpy"):
        assert not [one for one in loaded if one.startswith(f"onrecord.{heavy}")], heavy
