"""An explanation is told in plain words, under plain headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from staff.trying.explanation import Answer, Decision, Explanation, Guess, Onset, PassedOver, Sign
from staff.trying.words import Line, heading, sections

DENIED = Sign("fever", "denied", "denied", "fever", ("no",), "says", "(fever|hot)", "lex.yml:3", "flags.yml:9")
SUSPECTED = replace(DENIED, state="unsure", sense="suspected", words="", scope=(), pattern="learned, 0.41")
TOLD = Explanation(
    message="no fever",
    pressed=False,
    command=False,
    before="emergency_signs",
    guesses=(Guess("deny", 0.9, "yes_no.yml:4", "no", "yes_no.yml:9"), Guess("affirm", 0.05, "yes_no.yml:2")),
    signs=(DENIED,),
    passed_over=(),
    onset=None,
    recurring=None,
    someone_else=False,
    decisions=(Decision("utter_noted", "ResumingRulePolicy", "", ("rule “a”", "rule “b”"), ("a.yml:1", "b.yml:2")),),
    answers=(Answer("utter_noted", "Noted.", ("Yes", "No"), "noted.yml:5"),),
    red_flags={"fever": "denied"},
    disposition="call_911",
    disposition_at="levels.yml:4",
    asking="onset",
    asking_at="questions.yml:90",
)


def lines(explained: Explanation, name: str) -> list[Line]:
    return [line for s in sections(explained, UTC) if s.heading.startswith(name) for line in s.lines]


def texts(explained: Explanation, name: str) -> list[str]:
    return [line.text for line in lines(explained, name)]


def test_the_headings_are_those_that_staff_know() -> None:
    assert [section.heading for section in sections(TOLD, UTC)] == [
        "Understood",
        "Danger signs in this message",
        "When, how often, who",
        "What decides",
        "The patient reads",
        "After this message",
    ]
    assert heading(TOLD) == "The patient writes: no fever"
    assert heading(replace(TOLD, pressed=True, message="No")) == "The patient presses: No"


def test_what_was_understood_comes_with_its_example() -> None:
    first, example, second, asked = lines(TOLD, "Understood")
    assert first == Line("most likely: deny (90% sure)", ("yes_no.yml:4",))
    assert example == Line("its example that is most like this: “no”", ("yes_no.yml:9",))
    assert second.text == "second guess: affirm (5% sure)"
    assert asked.text == "the bot had asked: Emergency signs"


def test_a_typed_command_is_called_so() -> None:
    assert "typed like a command" in texts(replace(TOLD, command=True), "Understood")[-2]


def test_a_guess_that_is_not_gone_by_is_called_so() -> None:
    unsure = replace(TOLD, guesses=(Guess("nlu_fallback", 0.3, None), *TOLD.guesses))
    assert texts(unsure, "Understood")[:2] == [
        "not sure enough to go by a guess, so the message counts as not understood",
        "best guess: deny (90% sure)",
    ]


def test_a_denied_sign_names_its_words_scope_and_pattern() -> None:
    sign, sense, pattern = lines(TOLD, "Danger")
    assert sign == Line("Fever: no, the patient says it is not there; the words: “fever”", ("flags.yml:9",))
    assert sense.text == "read as denied, because of “no”"
    assert pattern == Line("the pattern: (fever|hot)", ("lex.yml:3",))


def test_a_present_sign_is_an_alarm_and_a_learned_one_a_guess() -> None:
    present = replace(TOLD, signs=(replace(DENIED, state="present", sense="stated", scope=()),))
    assert [section.alarm for section in sections(present, UTC)][1]
    assert not any(section.alarm for section in sections(TOLD, UTC))
    learned = replace(TOLD, signs=(replace(SUSPECTED, like="burning up", like_at="fever.yml:4"),))
    assert texts(learned, "Danger") == [
        "Fever: not sure, so the bot asks (a guess from learned sentences; learned, 0.41)",
        "the learned sentence that is most like this: “burning up”",
    ]


def test_a_sign_that_was_passed_over_says_because_of_what() -> None:
    passed = replace(TOLD, signs=(), passed_over=(PassedOver("fever", ("mom",), "flags.yml:9"),))
    assert texts(passed, "Danger") == ["Fever: not read here, because of “mom”"]
    assert texts(replace(TOLD, signs=()), "Danger") == ["none"]


def test_the_beginning_is_told_with_how_sure_it_is() -> None:
    onset = Onset(
        "2026-11-14T12:00:00+00:00", "3d-1w", "2026-11-13T00:00:00+00:00", "2026-11-15T00:00:00+00:00", True
    )
    began, between, before, who = texts(replace(TOLD, onset=onset, recurring=True, someone_else=True), "When")
    assert "Saturday 14 November 2026, 12:00 (3 days to a week ago; it could be longer or shorter" in began
    assert between == "not before 13 November 00:00, not after 15 November 00:00"
    assert (before, who) == ("happened before: yes", "about: someone else")


def test_what_decides_names_the_rules_or_the_safety_check() -> None:
    assert lines(TOLD, "What decides") == [Line("utter_noted ← rule “a” or rule “b”", ("a.yml:1", "b.yml:2"))]
    safe = replace(TOLD, decisions=(Decision("utter_x", "SafetyPolicy", "why"),))
    said = texts(safe, "What decides")
    assert "nothing in data/ can switch it off" in said[0]
    assert said[1] == "utter_x ← the safety check: why"


def test_the_answer_is_quoted_with_its_options() -> None:
    answer, options = lines(TOLD, "The patient reads")
    assert answer == Line("Noted.", ("noted.yml:5",), quoted=True)
    assert options.text == "to press: [Yes]  [No]"


def test_the_state_after_it_is_told() -> None:
    assert texts(TOLD, "After") == [
        "outcome so far: Call 911",
        "the bot waits for: Onset",
        "denied, in the whole chat: fever",
    ]
