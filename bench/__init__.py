"""Measures onrecord: how right, how fast, how much memory. One command, one page of results.

Nothing here is shipped or imported by the package. Data are named by the caller and never kept.
"""
