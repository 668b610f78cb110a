"""What patients type, as the words that patterns and negation are laid over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.text import MAX_CHARACTERS, tokenize, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I CAN'T pee", "i can not pee"),
        ("cant, can’t, cannot", "can not can not can not"),
        ("can t pee", "can not pee"),
        ("can;t pee", "can not pee"),
        ("i m numb, i ve leaked", "i am numb i have leaked"),
        ("don t", "do not"),
        ("won't doesn't isn't ain't", "will not does not is not is not"),
        ("it's my mom's back", "it is my mom is back"),
        ("its numb", "it is numb"),
        ("I'd a fall", "i had a fall"),
        ("I'd like ice", "i would like ice"),
        ("me back hurts, help me", "my back hurts help me"),
        ("numb w/o pain w/ cramps", "numb without pain with cramps"),
        ("nooo it huuurts", "no it huurts"),
        ("naïve café", "naive cafe"),
        ("num & kil", "numb and kill"),
        ("d*ck", "dck"),
        ("light-headed", "light headed"),
        ("dunno idk", "do not know i do not know"),
        ("38.5 or 38,5", "38.5 or 38.5"),
        ("😀 help 🙏", "help"),
        ("", ""),
    ],
)
def test_normalised_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("no. yes", [".", ]),
        ("no\nyes", ["."]),
        ("no?! yes", ["?"]),
        ("no... yes", [","]),
        ("no - yes", [","]),
        ("no: yes", [","]),
        ("(no) yes", [",", ","]),
        ("rear-ended", []),
    ],
)
def test_marks_are_sentence_ends_or_separators(text: str, marks: list[str]) -> None:
    assert [token.text for token in tokenize(text) if not token.is_word] == marks


def test_offsets_point_at_what_was_typed() -> None:
    text = "So I CAN’T pee!"
    assert [text[t.start : t.end] for t in tokenize(text)] == ["So", "I", "CAN’T", "CAN’T", "pee", "!"]


@given(st.text(max_size=300))
def test_any_text_gives_tokens_in_order_within_it(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert token.text
        assert last <= token.start < token.end <= len(text)
        last = token.start


def test_only_the_beginning_of_an_endless_text_is_read() -> None:
    assert tokenize("a " * MAX_CHARACTERS)[-1].end <= MAX_CHARACTERS
