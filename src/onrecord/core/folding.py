"""The form under which two spellings of a name are one name.

Letter case, accents, punctuation and space are set aside, and the article before it. Whether two
different names mean one thing is never decided here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans({**dict.fromkeys("'’‘`´"), "&": " and "})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Fold a name: `The Sluice-Keeper’s  Office` and `sluice keepers office` are one."""
    # Some letters are only told to be capitals once they are plain: a mathematical A.
    told = unicodedata.normalize("NFKD", name.translate(_DROPPED)).casefold()
    plain = unicodedata.normalize("NFKD", told)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    return " ".join(kept[1:] if kept[:1] == ["the"] and len(kept) > 1 else kept)
