"""Loading is quick, and leaves nothing behind."""

from __future__ import annotations

import gc

import pytest
import rasa.shared.utils.io
import rasa.shared.utils.validation

from rasa_parts.loading import quick_loading


def test_afterwards_all_is_as_before() -> None:
    read, validate = rasa.shared.utils.io.read_yaml, rasa.shared.utils.validation.validate_yaml_schema
    with pytest.raises(RuntimeError), quick_loading():
        assert not gc.isenabled()
        raise RuntimeError("the model is broken")
    assert gc.isenabled()
    assert rasa.shared.utils.io.read_yaml is read
    assert rasa.shared.utils.validation.validate_yaml_schema is validate
