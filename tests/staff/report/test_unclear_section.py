"""What the bot did not understand is shown, escaped, with danger first."""

from __future__ import annotations

from collections import Counter

from staff.report.counts import Counts
from staff.report.sentences import Sentence, Sentences
from staff.report.unclear_section import not_understood


def counts(times: int) -> Counts:
    return Counts(conversations=50, typed=100, unclear=times, unclear_in=times, unclear_at=Counter({"onset": times}))


def test_how_often_and_where_is_said() -> None:
    part = not_understood(counts(5), [Sentence("blorp", 5, ("onset",), ("ask_hours",))])
    assert "did not understand 5 of 100 (5 %) typed messages, in 5 of 50 (10 %) conversations." in part
    assert "<q>blorp</q>" in part
    assert "ask hours" in part


def test_a_red_flag_is_marked_in_words() -> None:
    said = [Sentence("my chest", 1, flags=("chest_pain", "collapse")), Sentence("blorp", 5)]
    part = not_understood(counts(6), said)
    assert part.count('class="flagged"') == 1
    assert "Red flag: chest pain and collapse" in part
    assert "1 may state a red flag" in part


def test_what_patients_wrote_is_no_html() -> None:
    part = not_understood(counts(1), [Sentence('</q><script>alert("x")</script>', 1)])
    assert "<script" not in part


def test_no_more_than_a_person_reads_is_shown() -> None:
    left_out = counts(150)
    left_out.sentences = Sentences(left_out=7)
    part = not_understood(left_out, [Sentence(f"s{number}", 1) for number in range(150)])
    assert part.count("<q>") == 100
    assert "100 of 150 different sentences" in part
    assert "7 further messages" in part


def test_nothing_to_show_is_one_sentence() -> None:
    part = not_understood(Counts(conversations=2, typed=3), [])
    assert "did not understand 0 of 3 typed messages" in part
    assert "<table" not in part
