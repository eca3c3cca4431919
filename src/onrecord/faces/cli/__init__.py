"""The command line: parse, ask the case, print. Nothing is decided here."""

from onrecord.faces.cli.main import main

__all__ = ["main"]
