"""Measures a desk against any case: `python -m bench.desk CASE`.

With numbers behind it, drafts of so many words: `python -m bench.desk CASE 50000 100000 200000`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the product's commands do
    from bench.desk import speed
    from onrecord.case import Case

    with Case.open(Path(sys.argv[1])) as case:
        for name, value in speed.own_figures(case).items():
            print(f"{name}: {value:.2f} CPU s")
        for name, value in speed.long_figures(case, [int(one) for one in sys.argv[2:]]).items():
            print(f"{name}: {value:.3f} CPU s a 1,000 words")
