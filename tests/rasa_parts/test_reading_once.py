"""YAML is read once, and nobody sees what another has changed in it."""

from __future__ import annotations

from unittest import mock

import rasa.shared.utils.io
from rasa.shared.utils.io import read_yaml

from rasa_parts.reading_once import reading_once


def test_each_text_is_read_once_in_each_way_and_given_as_a_copy() -> None:
    with mock.patch("rasa.shared.utils.io.read_yaml", mock.Mock(wraps=read_yaml)) as reading:
        with reading_once():
            first = rasa.shared.utils.io.read_yaml("a: [1]")
            first["a"].append(2)
            assert rasa.shared.utils.io.read_yaml("a: [1]") == {"a": [1]}
            assert rasa.shared.utils.io.read_yaml("a: [1]", reader_type=["safe", "rt"]) == {"a": [1]}
            assert rasa.shared.utils.io.read_yaml("a: [2]") == {"a": [2]}
        assert reading.call_count == 3
        rasa.shared.utils.io.read_yaml("a: [1]")
        assert reading.call_count == 4
