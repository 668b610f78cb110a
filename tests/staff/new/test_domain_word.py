"""One word is added to domain.yml, and nothing else changes."""

from __future__ import annotations

import pytest

from staff.new.domain_word import NoPlaceError, with_intent

DOMAIN = "version: '3.1'\n\nintents:\n# first\n- b\n- a # why\n# topics\n- ask_a\n- ask_c\n\nslots: {}\n"


def test_it_stands_last_in_a_list_with_an_order_of_its_own() -> None:
    assert with_intent(DOMAIN, "aa", "# first") == DOMAIN.replace("- a # why\n", "- a # why\n- aa\n")


def test_it_takes_its_place_in_the_alphabet() -> None:
    assert with_intent(DOMAIN, "ask_b", "# topics") == DOMAIN.replace("- ask_c\n", "- ask_b\n- ask_c\n")
    assert with_intent(DOMAIN, "ask_d", "# topics") == DOMAIN.replace("- ask_c\n", "- ask_c\n- ask_d\n")


def test_a_file_that_ends_in_its_list_stays_readable() -> None:
    assert with_intent("# topics\n- a", "b", "# topics") == "# topics\n- a\n- b\n"


def test_without_its_heading_it_says_what_to_write() -> None:
    with pytest.raises(NoPlaceError, match="write `- ask_b` below `intents:` by hand"):
        with_intent("intents:\n- a\n", "ask_b", "# topics")
