"""The walls of the house that import-linter does not see: see CONTRIBUTING.md, "The house"."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "onrecord"
PACKAGES = sorted(
    folder.name
    for folder in PACKAGE.iterdir()
    if (folder / "__init__.py").exists() and folder.name not in ("core", "faces")
)
MODULES = sorted(PACKAGE.rglob("*.py"))

HEAVY = {
    "apsw", "chardet", "docx", "dateutil", "httpx", "jinja2", "lxml", "msgspec", "numpy",
    "onnxruntime", "py3langid", "pypdfium2", "rapidfuzz", "rich", "trafilatura", "yaml",
}  # fmt: skip
"""Libraries that a command loads when it needs them, and never before."""

SQL = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|delete\s+from\s|update\s+\w+\s+set\s"
    r"|create\s+(table|view|index|trigger)\s|drop\s+(table|view)\s|pragma\s)",
    re.IGNORECASE | re.DOTALL,
)


def named(module: Path) -> str:
    return str(module.relative_to(ROOT))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports(module: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each import as the module and the names taken from it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, []
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(module)}: imports are written in full"
            yield node.module or "", [name.name for name in node.names]


def python(code: str, *flags: str) -> str:
    """Run code in an interpreter of its own and give what it prints."""
    done = subprocess.run(
        [sys.executable, *flags, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_core_names_no_library() -> None:
    """The ground floor imports the standard library and itself."""
    for module in sorted((PACKAGE / "core").rglob("*.py")):
        for name, _ in imports(module):
            top = name.partition(".")[0]
            ours = name.startswith("onrecord.core")
            assert ours or top in sys.stdlib_module_names, f"{named(module)} imports {name}"


def test_core_runs_where_no_library_is_installed() -> None:
    """An isolated interpreter without site-packages loads all of core and reads a date."""
    names = [
        ".".join(module.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
        for module in sorted((PACKAGE / "core").rglob("*.py"))
    ]
    code = f"""
import importlib, sys
sys.path.insert(0, {str(SRC)!r})
for name in {names!r}:
    importlib.import_module(name)
from onrecord.core.dates import When
print(When.of("2024-04").last_date)
"""
    assert python(code, "-I", "-S").strip() == "2024-04-30"


@pytest.mark.parametrize("arguments", [["--help"], ["add", "--help"], ["--version"]])
def test_asking_for_help_loads_no_heavy_library(arguments: list[str]) -> None:
    """What is loaded decides how fast help answers, on any machine."""
    code = f"""
import sys, json
from onrecord.faces.cli.main import main
main({arguments!r})
print()
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
    loaded = set(json.loads(python(code).splitlines()[-1]))
    assert not loaded & HEAVY


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_says_what_it_offers(package: str) -> None:
    """A front door lists its names."""
    assert door(package)


def door(package: str) -> list[str]:
    """Give the names in `__all__` of a package's front door."""
    for node in tree(PACKAGE / package / "__init__.py").body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_others_take_only_what_a_front_door_offers(module: Path) -> None:
    """`from onrecord.reader import x`: x stands in its `__all__`, or comes from inside."""
    home = module.relative_to(PACKAGE).parts[0]
    for name, taken in imports(module):
        parts = name.split(".")
        if parts[0] != "onrecord" or len(parts) < 2 or parts[1] not in PACKAGES or parts[1] == home:
            continue
        assert len(parts) == 2, f"{named(module)} goes round the front door to {name}"
        assert set(taken) <= set(door(parts[1])), f"{named(module)} takes {taken} from {name}"


@pytest.mark.parametrize(
    "module", [m for m in MODULES if "ledger" not in m.relative_to(PACKAGE).parts], ids=named
)
def test_only_the_ledger_speaks_sql(module: Path) -> None:
    """No statement of SQL stands in a text outside the ledger."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not SQL.match(node.value), f"{named(module)}:{node.lineno} speaks SQL"


def test_sql_files_stand_only_in_the_ledger() -> None:
    """Nor in a file."""
    assert {named(path).split("/")[2] for path in PACKAGE.rglob("*.sql")} <= {"ledger"}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_every_module_says_what_question_it_answers(module: Path) -> None:
    """A docstring opens every module that holds more than nothing."""
    assert not tree(module).body or ast.get_docstring(tree(module))


@pytest.mark.parametrize("package", [*PACKAGES, "core.vocabulary"])
def test_every_public_name_is_documented(package: str) -> None:
    """What a front door offers is explained where it is written."""
    code = f"""
import importlib, inspect
door = importlib.import_module("onrecord.{package}")
for name in door.__all__:
    value = getattr(door, name)
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        continue
    doc = (value.__dict__.get("__doc__") if inspect.isclass(value) else value.__doc__) or ""
    if not doc or doc.startswith(name + "("):
        print(name)
"""
    assert python(code).split() == []


def test_every_public_method_of_a_case_is_documented_or_says_it_by_its_name() -> None:
    """The Python API: the class, its module, and whatever takes more than the two clocks."""
    for node in ast.walk(tree(PACKAGE / "case" / "case.py")):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            short = len(node.args.args) + len(node.args.kwonlyargs) <= 2
            assert short or ast.get_docstring(node), f"case.{node.name} is not documented"
