"""Rows made by hand are shared with the tests of what is worked out from them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "assess"))
