"""Which of two places is the copy."""

from __future__ import annotations

import pytest

from staff.check.copies import copy_and_original
from staff.check.finding import Mark


@pytest.mark.parametrize(
    ("name", "one", "other", "copy"),
    [
        ("ask_address", "data/topics/address.yml", "data/topics/parking.yml", "data/topics/parking.yml"),
        ("ask_work", "data/topics/work.yml", "data/topics/gardening.yml", "data/topics/gardening.yml"),
        ("utter_thanks", "data/conversation/greeting.yml", "data/topics/parking.yml", "data/topics/parking.yml"),
        ("ask_phone", "data/topics/phone.yml", "data/topics/on.yml", "data/topics/on.yml"),
    ],
)
def test_the_file_that_is_not_named_like_it_is_the_copy(name: str, one: str, other: str, copy: str) -> None:
    for places in ((Mark(one, 3), Mark(other, 3)), (Mark(other, 3), Mark(one, 3))):
        assert copy_and_original(name, *places)[0].path == copy
