"""The same reader mapped over many texts, in order, in as many processes as asked."""

from onrecord.scale.local import Job, Unread, read_in_order

__all__ = ["Job", "Unread", "read_in_order"]
