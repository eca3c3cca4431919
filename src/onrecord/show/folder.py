"""The folder a dossier is written into: beside its place first, then swapped in whole.

An earlier dossier is replaced, anything else is left alone. Every file is hashed as it is written,
and the list of hashes is what `sha256sum -c` reads.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from onrecord.core.errors import Unwritable, WrongUse

MANIFEST = "manifest.json"
HASHES = "manifest-sha256.txt"
SPANS = "spans.jsonl"
FORMAT = 1
"""The version of the manifest's shape; `verify_dossier` reads this one."""
_DESKTOP = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What desktops leave in a folder that was only looked at."""


class Folder:
    """A folder being filled. Counts pages and bytes, and keeps each file's SHA-256."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.hashes: dict[str, tuple[str, int]] = {}
        self.pages = 0

    @property
    def size(self) -> int:
        return sum(size for _, size in self.hashes.values())

    def write(self, name: str, data: bytes) -> None:
        """Write one file; `name` is relative and made of our own names only."""
        self.write_lines(name, [data])
        self.pages += name.endswith(".html")

    def write_lines(self, name: str, lines: Iterable[bytes]) -> None:
        """Write one file piece by piece, so that a long one is never held whole."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with path.open("wb") as file:
            for line in lines:
                file.write(line)
                digest.update(line)
                size += len(line)
        self.hashes[name] = (digest.hexdigest(), size)

    def seal(self, about: dict[str, Any]) -> None:
        """Write the manifest of all files, and the list of hashes that covers it too."""
        files = [
            {"path": name, "sha256": digest, "bytes": size}
            for name, (digest, size) in sorted(self.hashes.items())
        ]
        manifest = {"onrecord_dossier": FORMAT, **about, "files": files}
        text = json.dumps(manifest, ensure_ascii=True, indent=1) + "\n"
        self.write(MANIFEST, text.encode("ascii"))
        lines = [f"{digest}  {name}\n" for name, (digest, _) in sorted(self.hashes.items())]
        self.write(HASHES, "".join(lines).encode("ascii"))


@contextmanager
def new_folder(place: Path) -> Iterator[Folder]:
    """Give a folder to fill that takes the place of `place` once it is whole.

    Raises:
        WrongUse: something stands there that is neither an empty folder nor an earlier dossier,
            or somebody put a file of their own into that dossier.
        Unwritable: the disk is full, or the place may not be written to.
    """
    check_free(place)
    place = place.absolute()
    made: Path | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        yield Folder(made)
        made.chmod(0o755)  # mkdtemp gives a folder to its owner alone
        _swap(made, place)
    except OSError as error:
        raise Unwritable(
            f"the dossier could not be written ({error.strerror or error})",
            where=str(place),
            help="nothing was changed there; make room or name another folder",
        ) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def check_free(place: Path) -> None:
    """Raise WrongUse unless a dossier may be written to `place`."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise WrongUse("this is not a folder", where=str(place), help="name a new folder")
    if not place.exists() or not any(place.iterdir()):
        return
    if not is_dossier(place):
        raise WrongUse(
            "this folder holds something that is not a dossier",
            where=str(place),
            help="name an empty or new folder; a dossier never overwrites other files",
        )
    listed = _listed(place)
    for path in sorted(place.rglob("*")):
        own = path.name in _DESKTOP or path.relative_to(place).as_posix() in listed
        if not own and (path.is_symlink() or not path.is_dir()):
            raise WrongUse(
                "this file was put into the earlier dossier and would be lost",
                where=str(path),
                help="move it away, or name another folder",
            )


def is_dossier(place: Path) -> bool:
    """Say whether a folder is a dossier, whole or damaged: its manifest says so."""
    return "onrecord_dossier" in _manifest(place)


def _listed(place: Path) -> set[str]:
    """Give the files that a dossier's manifest calls its own."""
    files = _manifest(place).get("files")
    entries = files if isinstance(files, list) else []
    named = {str(entry.get("path")) for entry in entries if isinstance(entry, dict)}
    return named | {MANIFEST, HASHES}


def _manifest(place: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((place / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _swap(made: Path, place: Path) -> None:
    """Put `made` where `place` is; the earlier one stays beside it until the new one stands."""
    if not place.exists():
        made.rename(place)
        return
    earlier = Path(tempfile.mkdtemp(prefix=f".{place.name}-earlier-", dir=place.parent))
    place.rename(earlier / "dossier")
    try:
        made.rename(place)
    except OSError:
        with suppress(OSError):
            (earlier / "dossier").rename(place)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
