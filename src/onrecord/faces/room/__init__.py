"""The reading room: the record in a browser, on this machine or for a desk.

Pages are those of the dossier, made from the record when they are opened, and around them what a
folder cannot offer: both clocks, search, judging and taking back, adding, the draft desk. It asks
the case alone, as every face does; the web framework is loaded by `serve` and by nothing else.
"""

from onrecord.faces.room.serving import serve

__all__ = ["serve"]
