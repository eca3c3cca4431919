"""The draft desk in an editor: a language server over standard input and output.

It asks the case alone, as every face does; pygls, which speaks the protocol, is an extra and is
loaded by `serve` and by nothing else.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import AsOf


def serve(folder: Path, as_of: AsOf) -> None:
    """Serve an editor until it hangs up.

    Args:
        folder: of the case that drafts are held against, as of both clocks.

    Raises:
        NoCase, TooNew, Damaged: as for `Case.open`.
        WrongUse: pygls is not installed.
    """
    try:
        import pygls  # noqa: F401 - only whether it is there
    except ImportError:
        raise WrongUse(
            "pygls is not installed, which speaks with editors",
            help="pip install 'onrecord[editors]'",
        ) from None
    from onrecord.faces.lsp.server import served
    from onrecord.faces.lsp.worker import Worker

    with Worker(folder, as_of) as worker:
        worker.open()
        served(worker).start_io()


__all__ = ["serve"]
