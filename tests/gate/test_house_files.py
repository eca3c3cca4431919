"""What no file of the project may hold, and locks that hold what the project asks for."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "tests", "docs", "bench", "tools", "requirements", "islands", ".ci")
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("anaconda", "org"),
        ("index", "crates", "io"),
    )
]
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def files() -> Iterator[Path]:
    """Give the project's own files: those of its folders, and those beside them."""
    for path in ROOT.iterdir():
        if path.is_file() and path.suffix != ".pyc":
            yield path
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            made = {"__pycache__", "out", "node_modules"}
            made |= {part for part in path.parts if part.endswith("_cache")}
            if path.is_file() and not made & set(path.parts):
                yield path


def places_of_this_machine() -> dict[bytes, re.Pattern[bytes]]:
    """Give where this checkout, its Python and its user's home lie, and each as a whole path."""
    known = {str(ROOT), sys.prefix, str(Path.home())} - {"/"}
    return {
        path.encode(): re.compile(rb"(?<![\w.~-])" + re.escape(path.encode()) + rb"/\w")
        for path in known
    }


def test_no_file_names_a_registry_or_a_place_on_this_machine() -> None:
    """A clone works anywhere: nothing points to one mirror, one home, one folder."""
    hosts = [host.encode() for host in REGISTRIES]
    places = places_of_this_machine()
    for path in files():
        content = path.read_bytes()
        assert not [host for host in hosts if host in content], path
        # Where the bytes stand nowhere, they stand nowhere as a whole path.
        named = (whole for at, whole in places.items() if at in content)
        assert not any(whole.search(content) for whole in named), path


def locked(name: str) -> dict[str, set[str]]:
    """Give the versions a lock holds, by library; several where they differ by Python."""
    found: dict[str, set[str]] = {}
    for library, version in LOCKED.findall((ROOT / "requirements" / name).read_text()):
        found.setdefault(canonicalize_name(library), set()).add(version)
    return found


def asked_for() -> tuple[list[str], list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project["dependencies"], project["optional-dependencies"]["dev"]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("runtime.lock", asked_for()[0]),
        ("dev.lock", asked_for()[0] + asked_for()[1]),
        ("installer.lock", ["uv"]),
    ],
)
def test_a_lock_holds_what_is_asked_for(lock: str, wanted: list[str]) -> None:
    """Change pyproject.toml, then `make lock`."""
    versions = locked(lock)
    for text in wanted:
        requirement = Requirement(text)
        held = versions.get(canonicalize_name(requirement.name), set())
        assert held, f"{requirement.name} is not in {lock}: run 'make lock'"
        assert all(requirement.specifier.contains(version) for version in held), text


@pytest.mark.parametrize("lock", ["runtime.lock", "dev.lock", "installer.lock"])
def test_every_locked_version_has_its_hashes(lock: str) -> None:
    """What is installed is what was locked, byte for byte."""
    for stanza in re.split(r"\n(?=\S)", (ROOT / "requirements" / lock).read_text().strip()):
        assert "--hash=sha256:" in stanza, stanza


def test_the_demo_and_the_tests_use_the_same_versions() -> None:
    """The small lock is a part of the large one."""
    dev = locked("dev.lock")
    assert all(dev.get(name) == versions for name, versions in locked("runtime.lock").items())


def test_nothing_that_trains_is_locked() -> None:
    """Nor does the package depend on it by way of another library."""
    assert not {"torch", "tensorflow", "jax", "transformers"} & set(locked("dev.lock"))
