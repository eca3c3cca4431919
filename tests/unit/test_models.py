"""How a network that ships is run, whatever the processor."""

from __future__ import annotations

import zipfile
from importlib import resources

from onrecord.models import session


def test_products_of_8_bit_numbers_are_added_exactly_where_a_processor_would_cut_them_off() -> None:
    """Only processors without VNNI would, so that elsewhere no figure shows whether it is asked."""
    packed = resources.files("onrecord.reader.models").joinpath("reader.zip")
    with resources.as_file(packed) as path, zipfile.ZipFile(path) as file:
        made = session(file.read("roles.onnx"))
    options = made.get_session_options()
    assert options.get_session_config_entry("session.x64quantprecision") == "1"
