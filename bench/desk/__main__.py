"""Measures a desk against any case: `python -m bench.desk CASE`."""

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
