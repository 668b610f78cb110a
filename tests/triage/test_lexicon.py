"""The pattern language: what a line of the lexicon lies on, and what it does not."""

from __future__ import annotations

import pytest

from triage.lexicon import Pattern, PatternError, Sentences, WordLists
from triage.text import tokenize

LISTS = WordLists(
    {
        "pee": ["pee", "pass water", "pass", "urinat*"],
        "numb": ["numb", "no feeling"],
        "groin": ["groin", "between my legs"],
    }
)


def found(pattern: str, text: str, loose: bool = False) -> list[str]:
    """The words under every match."""
    sentences = Sentences(tokenize(text))
    matches = Pattern(pattern, LISTS, loose).find(sentences)
    return [" ".join(sentences.words[m.first : m.end]) for m in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("can not pee", "I can't pee", ["can not pee"]),
        ("can't pee", "I cannot PEE", ["can not pee"]),
        ("can not pee", "pee I can not", []),
        ("can not <pee>", "can't pass water today", ["can not pass water"]),
        ("can not <pee>", "cant urinate, can't pee", ["can not urinate", "can not pee"]),
        ("(numb|no feeling) <groin>", "no feeling between my legs", ["no feeling between my legs"]),
        ("(<numb> (in|around)|dead) <groin>", "numb in groin", ["numb in groin"]),
        ("(<numb> (in|around)|dead) <groin>", "numb groin", []),
        ("lost? control", "lost control", ["lost control"]),
        ("lost? control", "control", ["control"]),
        ("(lost|no)? control", "no control", ["no control"]),
        ("hit (wall|(at)? full speed)", "hit at full speed", ["hit at full speed"]),
        ("hit (wall|(at)? full speed)", "hit full speed", ["hit full speed"]),
        ("<numb>? groin", "numb groin", ["numb groin"]),
        ("tingl*", "tingling and tingly", ["tingling", "tingly"]),
        ("tingl*", "tin", []),
        ("nothing ... out", "nothing at all came out", ["nothing at all came out"]),
        ("nothing ... out", "nothing one two three four five out", []),
        ("nothing .... out", "nothing one two three four five out", ["nothing one two three four five out"]),
        ("nothing ... out", "nothing but it came out", []),
        ("nothing ... out", "nothing, out", []),
        ("nothing ... out", "nothing. out", []),
        ("<groin> .. <numb>", "groin is all numb", ["groin is all numb"]),
        ("<groin> .. <numb>", "groin hurts and numb", []),
        ("<groin> ... <numb>", "groin hurts and numb", ["groin hurts and numb"]),
        ("<numb> + <groin>", "groin so very numb", ["groin so very numb"]),
        ("<numb> + <groin>", "numb in the groin", ["numb in the groin"]),
        ("<numb> + <groin>", "numb a b c d e f g groin", []),
        ("<numb> + <groin>", "groin groin", []),
        ("a bit, always", "leaks a bit, always did", ["a bit , always"]),
        ("a bit, always", "a bit always", []),
        ("can not go $", "I can't go", ["can not go"]),
        ("can not go $", "can't go, and it hurts", ["can not go"]),
        ("can not go $", "can't go to work", []),
        ("point (anymore|$)", "what's the point", ["point"]),
        ("point (anymore|$)", "point of ice", []),
    ],
)
def test_where_a_pattern_lies(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


def test_a_longer_entry_is_not_cut_short() -> None:
    assert found("<pee>", "pass water") == ["pass water"]


def test_loose_gaps_cross_commas_and_full_stops_but_no_question() -> None:
    assert found("<numb> + <groin>", "Numb. The groin.", loose=True)
    assert found("<numb> + <groin>", "legs, numb, groin", loose=True)
    assert not found("<numb> + <groin>", "Numb? The groin.", loose=True)
    assert not found("<numb> + <groin>", "numb but groin", loose=True)


def test_a_match_knows_the_words_it_passes_over() -> None:
    sentences = Sentences(tokenize("my groin is not numb"))
    (match,) = Pattern("<groin> ... <numb>", LISTS).find(sentences)
    assert [sentences.words[a:b] for a, b in match.gaps] == [["is", "not"]]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("can not <peee>", "no word list <peee>"),
        ("(numb|dead groin", "does not close"),
        ("numb) groin", "nothing opens"),
        ("(numb|) groin", "empty alternative"),
        ("lost? (control)?", "has to be there"),
        ("a + b + c", "only one '+'"),
        ("... numb", "gap at the beginning"),
        ("numb < groin", "stray sign"),
        ("???", "no word"),
    ],
)
def test_a_line_that_cannot_be_read(pattern: str, message: str) -> None:
    with pytest.raises(PatternError) as raised:
        Pattern(pattern, LISTS)
    assert message in str(raised.value)
    assert pattern in str(raised.value)


def test_a_list_entry_without_a_word() -> None:
    with pytest.raises(PatternError, match="groin"):
        WordLists({"groin": ["groin", "?!"]})


def test_the_vocabulary_is_all_plain_words() -> None:
    assert Pattern("can not (<groin>|tingl*|10 times)", LISTS).vocabulary == {
        "can", "not", "groin", "between", "my", "legs", "times",
    }  # fmt: skip
