"""Where a fault that should not have happened was met: a module and a line, and nobody's words."""

from __future__ import annotations

import pickle


def place_of(error: BaseException) -> str:
    """Give the module and line where a fault was met, in this process or as it was told of one."""
    told = getattr(error, "__notes__", None)
    if told:
        return str(told[-1])
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" in {trace.tb_frame.f_globals.get('__name__', '')}, line {trace.tb_lineno}"


def portable(error: Exception) -> Exception:
    """Give a fault as it can be sent to another process, with the place where it was met."""
    error.add_note(place_of(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # of a kind that cannot travel
        plain = RuntimeError(type(error).__name__)
        plain.add_note(place_of(error))
        return plain
    return error
