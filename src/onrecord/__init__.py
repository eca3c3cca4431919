"""Turn a pile of reports about a contested case into a record you can check."""

__version__ = "0.1.0"
