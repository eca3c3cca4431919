"""Lets `python -m onrecord` do what `onrecord` does."""

from onrecord.faces.cli.main import run

if __name__ == "__main__":
    run()
