"""One page of a PDF as a picture, made in a confined process of its own, as all parsing is.

Run as `python -m onrecord.intake.paging NUMBER WIDTH` it takes the file on standard input and gives
a PNG on standard output; for number 0 it gives how many pages there are.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path

from onrecord.core.errors import NoSuchRow, Refused
from onrecord.intake.limits import LIMITS, Limits

WIDTH = 1100
"""Pixels across: a page of A4 at 133 dots an inch, which reads well beside its text."""
_TALLEST = 4
"""A page that is taller than so many times its width is shown at a smaller scale."""
_SECONDS = 20
_NO_SUCH, _UNREADABLE = 3, 4


def page_count(raw: bytes, limits: Limits = LIMITS) -> int:
    """Count the pages of a PDF.

    Raises:
        Refused: as for `page_image`.
    """
    return int(_asked(raw, 0, limits) or 0)


def page_image(raw: bytes, number: int, limits: Limits = LIMITS) -> bytes:
    """Give page `number` (from 1) of a PDF as a PNG.

    Raises:
        NoSuchRow: it has no such page.
        Refused: it is no PDF that can be opened, is too large, or takes too long.
    """
    made = _asked(raw, max(1, number), limits)
    if not made.startswith(b"\x89PNG"):
        raise Refused("damaged", "this page cannot be drawn", help="its text stands in the record")
    return made


def _asked(raw: bytes, number: int, limits: Limits) -> bytes:
    """Ask a process for a page, or for number 0 for how many there are."""
    if len(raw) > limits.file_bytes or not raw.startswith(b"%PDF-"):
        raise Refused("unsupported", "this is no PDF of which a page can be shown")
    command = [sys.executable, "-P", "-B", "-m", __name__, str(number), str(WIDTH)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command, input=raw, capture_output=True, timeout=_SECONDS, check=False,
            env=environment, start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Refused("timeout", f"drawing this page takes more than {_SECONDS} s") from None
    if done.returncode == _NO_SUCH:
        raise NoSuchRow(f"the document has no page {number}", help="page 1 is the first")
    if done.returncode:
        raise Refused("damaged", "this page cannot be drawn", help="its text stands in the record")
    return done.stdout


def _main(number: int, width: int) -> int:
    import pypdfium2

    from onrecord.intake import jail

    raw = sys.stdin.buffer.read()
    jail.confine(LIMITS)
    jail.allow_cpu(_SECONDS)
    try:
        document = pypdfium2.PdfDocument(raw)
        if number == 0:
            sys.stdout.buffer.write(str(len(document)).encode())
            return 0
        if number > len(document):
            return _NO_SUCH
        page = document[number - 1]
        across, down = page.get_size()
        scale = width / max(across, down / _TALLEST, 1.0)
        drawn = page.render(scale=scale, rev_byteorder=True)
        rows = bytes(drawn.buffer)
    except pypdfium2.PdfiumError:
        return _UNREADABLE
    sys.stdout.buffer.write(_png(rows, drawn.width, drawn.height, drawn.stride, drawn.n_channels))
    return 0


def _png(rows: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Write rows of pixels as a PNG: RGB, or RGB with a fourth byte."""
    colours = {3: 2, 4: 6}[channels]
    lines = b"".join(
        b"\0" + rows[at * stride : at * stride + width * channels] for at in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


if __name__ == "__main__":
    sys.exit(_main(int(sys.argv[1]), int(sys.argv[2])))
