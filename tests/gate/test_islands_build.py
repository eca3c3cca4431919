"""The room's scripts: built from their sources as they are, and left out in one line."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def loaded() -> ModuleType:
    """The build hook, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hook(tmp_path: Path) -> ModuleType:
    """The build hook, as if it lay in a project of its own with our sources and nothing built."""
    module = loaded()
    ignored = shutil.ignore_patterns("node_modules")
    shutil.copytree(ROOT / "islands", tmp_path / "islands", ignore=ignored)
    built = tmp_path / "static"
    built.mkdir()
    module.SOURCES, module.BUILT = tmp_path / "islands", built  # type: ignore[attr-defined]
    module.RECORD = built / "islands.json"  # type: ignore[attr-defined]
    return module


def recorded(hook: ModuleType) -> None:
    """Record a script as built from the sources as they are."""
    (hook.BUILT / "room.js").write_text("let x;")
    hook.RECORD.write_text(f'{{"sources": "{hook.digest()}", "bytes": {{"room.js": 6}}}}')


@pytest.mark.skipif(os.environ.get("ONRECORD_ISLANDS") != "required", reason="they may be left out")
def test_the_scripts_here_are_built_from_the_sources_here() -> None:
    """What CI tests in a browser is what the sources say."""
    assert loaded().is_built()


def test_unchanged_sources_are_not_built_again(hook: ModuleType) -> None:
    """Node is not even asked for; a changed source or a lost script is built anew."""
    recorded(hook)
    assert hook.is_built()
    (hook.BUILT / "room.js").unlink()
    assert not hook.is_built()
    recorded(hook)
    with (hook.SOURCES / "src" / "page.ts").open("a") as source:
        source.write("// changed\n")
    assert not hook.is_built()


def test_what_cannot_be_fetched_is_left_out_in_one_line(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The install goes on without scripts, old ones included, unless it was told not to."""
    recorded(hook)
    (hook.SOURCES / "new.ts").write_text("export {};")

    def offline(*_: str) -> None:
        raise hook.LeftOut("npm's packages could not be fetched (code ENOTFOUND)")

    monkeypatch.setattr(hook, "install", offline)
    monkeypatch.delenv("ONRECORD_ISLANDS", raising=False)
    assert not hook.build_or_say()
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "left out: npm's packages could not be fetched" in told
    assert not list(hook.BUILT.iterdir())
    monkeypatch.setenv("ONRECORD_ISLANDS", "required")
    with pytest.raises(SystemExit, match="left out"):
        hook.build_or_say()
