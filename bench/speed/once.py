"""One process that reads: `python -m bench.speed.once READER FILE` says what that took.

FILE is a JSON list of texts. The reader is loaded and reads the first text, then all of them; both
are timed in this process, on the processor and on the clock, and printed as one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench.texts import paragraphs
from onrecord.reader import load


def main(reader_name: str, file: str) -> None:
    texts = json.loads(Path(file).read_text("utf-8"))
    reader = load(reader_name)
    reader.read(paragraphs(texts[0]), None)
    made = [paragraphs(text) for text in texts]
    cpu, wall = time.process_time(), time.perf_counter()
    for text in made:
        reader.read(text, None)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    words = sum(len(text.split()) for text in texts)
    print(json.dumps({"words": words, "cpu": cpu, "wall": wall}))


if __name__ == "__main__":
    main(*sys.argv[1:])
