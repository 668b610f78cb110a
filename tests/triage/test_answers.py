"""What a message says in answer to a question: options, numbers, words, and what is no answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patients import (
    OPTIONS,
    TABLE,
    examples,
    finding,
    messages,
    says,
)
from triage import answers
from triage.answers import TickAnswer
from triage.red_flags import DENIED, PRESENT, UNSURE, Finding
from triage.sense import Sense
from triage.state import Message

LISTED = ("collapse", "chest_pain", "stroke_signs")
OFFERED = (*LISTED, "none", "not_sure")


def tick(message: Message) -> TickAnswer:
    return answers.tick_answer(message, "emergency_signs", LISTED)


def typed(text: str, intent: str | None = None, **flags: str) -> Message:
    found = tuple(_placed(text, finding(name, state)) for name, state in flags.items())
    return says(text, intent, offered=OFFERED, findings=found)


def _placed(text: str, found: Finding) -> Finding:
    """Where the first word of a flag's name stands in a text, as the extractor would say."""
    start = text.find(found.name.partition("_")[0])
    start = start if start >= 0 else len(text)
    return replace(found, start=start, end=start + len(found.name))


def pressed(*values: str, question: str = "emergency_signs") -> Message:
    return says(intent="answer", picked={question: values}, offered=OFFERED)


# --- tick lists ----------------------------------------------------------------------------------


def test_pressed_options_deny_the_others() -> None:
    answer = tick(pressed("chest_pain", "collapse"))
    assert answer == TickAnswer("signs", frozenset({"chest_pain", "collapse"}), frozenset({"stroke_signs"}))


def test_none_of_these_denies_all() -> None:
    assert tick(pressed("none")) == TickAnswer("none", denied=frozenset(LISTED))


def test_a_sign_ticked_beside_none_or_not_sure_counts() -> None:
    assert tick(pressed("none", "chest_pain")).present == {"chest_pain"}
    assert tick(pressed("not_sure", "chest_pain")).present == {"chest_pain"}
    assert tick(pressed("none", "not_sure")).kind == "not_sure"


@pytest.mark.parametrize("value", ["chestpain", "", "/ask_hours", "fever", "18_49"])
def test_a_value_that_is_no_option_denies_nothing(value: str) -> None:
    for answer in (tick(pressed(value)), tick(pressed(value, "none"))):
        assert answer.denied == frozenset()
        assert answer.kind != "none"


def test_a_number_that_names_the_button_of_another_answer_denies_nothing() -> None:
    other = ("/ask_hours", "/ask_appointment")
    assert tick(says("2", offered=other)).kind == ""


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("2", {"chest_pain"}),
        ("1 and 3", {"collapse", "stroke_signs"}),
        ("numbers 2 and 3 please", {"chest_pain", "stroke_signs"}),
        ("the second one", {"chest_pain"}),
        ("one", {"collapse"}),
        ("two", {"chest_pain"}),
        ("1st and 2nd", {"collapse", "chest_pain"}),
        ("just number 3", {"stroke_signs"}),
    ],
)
def test_numbers_name_options(text: str, present: set[str]) -> None:
    answer = tick(typed(text))
    assert (answer.kind, answer.present) == ("signs", frozenset(present))
    assert answer.denied == frozenset(LISTED) - present


def test_the_numbers_of_the_last_lines() -> None:
    assert tick(typed("4")).kind == "none"
    assert tick(typed("5")).kind == "not_sure"


@pytest.mark.parametrize(
    ("text", "present"),
    [("the top two", set(LISTED[:2])), ("last two", set(LISTED[1:])), ("first 3", set(LISTED))],
)
def test_some_at_an_end_of_the_list(text: str, present: set[str]) -> None:
    assert tick(typed(text)).present == present
    assert tick(typed("the last two days")).kind == ""


def test_an_end_of_the_list_is_where_it_is_shown() -> None:
    shown = replace(typed("the top two"), offered=("stroke_signs", "collapse", "chest_pain", "none", "not_sure"))
    assert tick(shown).present == {"stroke_signs", "collapse"}


@pytest.mark.parametrize("text", ["9", "2 and 9", "0 to 2", "2 hours ago", "my pain is 2", "3 of my friends"])
def test_other_numbers_name_nothing(text: str) -> None:
    assert tick(typed(text)).kind == ""


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "No.",
        "nope",
        "none",
        "none of these",
        "none that I know of",
        "nothing like that",
        "nothing",
        "no to all",
        "n/a",
        "nah",
        "neither",
        "zero",
        "0",
        "I don't have any of those",
        "not any of these",
        "all good",
        "all clear",
        "all no",
        "thank god no",
    ],
)
def test_none_in_words(text: str) -> None:
    assert tick(typed(text)) == TickAnswer("none", denied=frozenset(LISTED))


@pytest.mark.parametrize(
    "text",
    ["not sure", "I'm not sure", "no idea", "idk", "maybe", "hard to say", "no, I'm not really sure",
     "I don't know", "possibly", "not really", "not anymore", "?"],
)  # fmt: skip
@pytest.mark.parametrize("intent", [None, "deny"])
def test_not_sure_in_words(text: str, intent: str | None) -> None:
    answer = tick(typed(text, intent))
    assert answer.kind == "not_sure"
    assert answer.denied == frozenset()


@pytest.mark.parametrize("text", ["yes", "yep", "yeah I do", "all of them", "everything"])
def test_a_yes_names_none(text: str) -> None:
    assert tick(typed(text, "affirm")).kind == "which"


@pytest.mark.parametrize("text", ["ok", "okay", "ok what now", "k next", "alright then"])
def test_a_word_that_only_says_heard_is_no_answer_to_a_list(text: str) -> None:
    assert tick(typed(text, "affirm")).kind == ""


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("where are you", "ask_address"),
        ("no idea what you mean, do you have parking?", "ask_address"),
        ("my back locked up", "report_spasm"),
        ("", None),
        ("asdf", "nlu_fallback"),
    ],
)
def test_what_denies_nothing(text: str, intent: str | None) -> None:
    answer = tick(typed(text, intent))
    assert answer.kind != "none"
    assert answer.denied == answer.present == frozenset()


def test_no_but_names_one_and_denies_the_rest() -> None:
    answer = tick(typed("no but my chest hurts", chest_pain=PRESENT))
    assert answer == TickAnswer("signs", frozenset({"chest_pain"}), frozenset({"collapse", "stroke_signs"}))


@pytest.mark.parametrize(
    ("text", "denied"),
    [("aint nothing but a tingle in my toes", False), ("no, but a tingle", True), ("none of these, tingle", True)],
)
def test_nothing_but_what_is_not_sure_leaves_the_list_open(text: str, denied: bool) -> None:
    answer = tick(typed(text, stroke_signs=UNSURE))
    assert (answer.kind == "signs") is denied and bool(answer.denied) is denied


def test_only_names_one_and_denies_the_rest() -> None:
    assert tick(typed("only chest pain", chest_pain=PRESENT)).kind == "signs"


def test_one_that_is_named_leaves_the_others_open() -> None:
    answer = tick(typed("my chest hurts", chest_pain=PRESENT))
    assert answer == TickAnswer("partial", frozenset({"chest_pain"}))


def test_one_that_is_denied_leaves_the_others_open() -> None:
    answer = tick(typed("my chest is fine", "deny", chest_pain=DENIED))
    assert answer == TickAnswer("partial", denied=frozenset({"chest_pain"}))


def test_a_hint_is_never_denied_by_the_no_beside_it() -> None:
    answer = tick(typed("no, but maybe my chest is tight", chest_pain=UNSURE))
    assert "chest_pain" not in answer.denied
    assert answer.denied == {"collapse", "stroke_signs"}


def test_all_of_them_denied_by_name() -> None:
    flags = dict.fromkeys(LISTED, DENIED)
    assert tick(typed("didn't faint, chest fine, face fine", **flags)).kind == "none"


def test_no_chest_pain_or_anything_denies_all() -> None:
    assert tick(typed("no chest pain or anything", chest_pain=DENIED)).kind == "none"


@examples(100)
@given(messages, st.sampled_from(["emergency_signs", "nerve_signs", "health_risks"]))
def test_no_sign_is_denied_that_the_message_states_or_doubts(message: Message, question: str) -> None:
    listed = TABLE.asked_in(question)
    answer = answers.tick_answer(message, question, listed)
    assert not answer.present & answer.denied
    assert answer.present | answer.denied <= set(listed)
    if not message.picked:
        doubted = {f.name for f in message.findings if f.state in (PRESENT, UNSURE)}
        numbered = answer.present - doubted
        assert numbered or not doubted & answer.denied
    if answer.kind in ("", "which", "not_sure"):
        assert not answer.present


@given(st.lists(st.sampled_from(OFFERED), min_size=1, unique=True))
def test_any_pressed_options_are_an_answer(values: list[str]) -> None:
    answer = tick(pressed(*values))
    assert answer.present == frozenset(values) & frozenset(LISTED)
    assert answer.kind in ("signs", "none", "not_sure")
    assert answer.denied in (frozenset(LISTED) - answer.present, frozenset())


# --- yes and no ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes!", "yeah", "yep", "yup", "y", "I do", "it is", "I think yes", "definitely", "absolutely",
     "of course", "correct", "unfortunately yes", "yes a little", "ok yes"],
)  # fmt: skip
def test_yes(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") == answers.YES


@pytest.mark.parametrize(
    "text",
    ["no", "No.", "nope", "nah", "never", "not at all", "it isn't", "I don't", "I haven't", "n", "yeah no",
     "definitely not", "absolutely not", "unfortunately not", "of course not", "ok no", "no, I can feel it",
     "I have no problem with that", "I have none"],
)  # fmt: skip
def test_no(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") == answers.NO


@pytest.mark.parametrize("text", ["I am fine", "it is fine", "it is normal", "everything is normal", "all good"])
def test_fine_is_no_yes(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") != answers.YES


@pytest.mark.parametrize("text", ["not sure", "maybe", "I don't know", "kind of", "not really", "not anymore"])
def test_neither_yes_nor_no(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") == answers.NOT_SURE
    assert answers.yes_no(typed(text, "deny"), "confirm") == answers.NOT_SURE


@pytest.mark.parametrize(
    "text", ["yes... hang on, misread that. no, my legs are normal", "yes - sorry, no!", "yes I mean no wrong key"]
)
def test_a_slip_of_the_finger_is_asked_again(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") is None


def test_both_legs_are_no_yes_to_another_question() -> None:
    assert answers.yes_no(typed("both my legs are quite as they should be"), "confirm") is None


def test_a_no_beside_a_hint_at_the_flag_clears_nothing() -> None:
    text = "negative, captain, the hose is jammed"
    assert answers.confirmation(typed(text), "fever") is None
    assert answers.confirmation(typed("negative, captain", fever=UNSURE), "fever") is None
    assert answers.confirmation(typed("negative, captain"), "fever") == DENIED


def test_a_yes_to_a_question_in_two_parts_is_asked_again() -> None:
    can_feel = replace(_placed("feel it", finding("leg_weakness", UNSURE)), sense=Sense.ANSWERED)
    assert answers.confirmation(says("yes I can feel it", findings=(can_feel,)), "leg_weakness") is None


@pytest.mark.parametrize("text", ["ok how many more questions", "sure I'd know if it was", "ok next"])
def test_a_word_that_takes_note_is_no_yes(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") is None


@pytest.mark.parametrize("text", ["", "where are you", "asdf", "my back hurts", "2", "notify my wife", "yesterday"])
def test_no_answer_to_a_yes_or_no(text: str) -> None:
    assert answers.yes_no(typed(text), "confirm") is None


def test_short_unusual_words_go_by_the_intent() -> None:
    assert answers.yes_no(typed("you bet", "affirm"), "confirm") == answers.YES
    assert answers.yes_no(typed("thankfully without any", "deny"), "confirm") == answers.NO
    long = "well there was this one time when I was lifting boxes"
    assert answers.yes_no(typed(long, "affirm"), "confirm") is None


@pytest.mark.parametrize("text", ["as if", "either", "left", "cant", "I can not", "some"])
def test_the_learned_intent_alone_clears_nothing(text: str) -> None:
    assert answers.yes_no(typed(text, "deny"), "confirm") is None
    assert answers.tick_answer(typed(text, "deny"), "nerve_signs", ("fever", "chest_pain")).kind in ("", "which")


@pytest.mark.parametrize("text", ["both", "both of them", "all of it"])
def test_both_is_a_yes(text: str) -> None:
    assert answers.yes_no(typed(text, "deny"), "confirm") == answers.YES


@pytest.mark.parametrize(("value", "answer"), [("yes", "yes"), ("no", "no"), ("not_sure", "not_sure"), ("x", None)])
def test_pressed_yes_or_no(value: str, answer: str | None) -> None:
    assert answers.yes_no(pressed(value, question="confirm"), "confirm") == answer


# --- one flag ------------------------------------------------------------------------------------


def test_the_flag_itself_answers_before_yes_or_no() -> None:
    assert answers.confirmation(typed("no, I can't feel it", fever=PRESENT), "fever") == PRESENT
    assert answers.confirmation(typed("yes, no fever", fever=DENIED), "fever") == DENIED
    assert answers.confirmation(typed("no", chest_pain=PRESENT), "fever") == DENIED


def test_a_hint_at_the_flag_is_no_answer() -> None:
    assert answers.confirmation(typed("perhaps feverish", fever=UNSURE), "fever") is not PRESENT
    assert answers.confirmation(typed("not sure", fever=UNSURE), "fever") == UNSURE
    assert answers.confirmation(typed("what?"), "fever") is None


# --- age, time and other single choices ----------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "group"),
    [
        (says(picked={"age_group": ("50_69",)}), "50_69"),
        (says("45"), "18_49"),
        (says("I'm 15"), "under_18"),
        (says("3", offered=OPTIONS["age_group"]), "50_69"),
        (says("the last"), None),
        (says("rather not say"), None),
        (says("I don't know"), "not_sure"),
        (says(picked={"age_group": ("/ask_hours",)}), None),
        (says("2", offered=("/ask_hours", "/ask_phone")), None),
    ],
)
def test_age(message: Message, group: str | None) -> None:
    assert answers.age_answer(message) == group


@pytest.mark.parametrize(
    ("message", "option"),
    [
        (says(picked={"onset": ("today",)}), "today"),
        (says("2", offered=OPTIONS["onset"]), "1_3_days"),
        (says("no idea"), "not_sure"),
        (says("whatever"), None),
        (says(picked={"onset": ("yesterday",)}), None),
        (says("1", offered=("/ask_hours",)), None),
    ],
)
def test_choice(message: Message, option: str | None) -> None:
    assert answers.choice(message, "onset", OPTIONS["onset"]) == option


# --- cautions against ice and heat ---------------------------------------------------------------

CAUTIONS = TABLE.cautions


@pytest.mark.parametrize(
    ("message", "cautions"),
    [
        (says(picked={"cold_heat_cautions": ("none",)}), ()),
        (says(picked={"cold_heat_cautions": ("raynauds", "drowsy")}), ("raynauds", "drowsy")),
        (says(picked={"cold_heat_cautions": ("not_sure",)}), CAUTIONS),
        (says(picked={"cold_heat_cautions": ("raynaud",)}), None),
        (says("1", offered=("/next_step",)), None),
        (says("1", offered=OPTIONS["cold_heat_cautions"]), ("raynauds",)),
        (says("none"), ()),
        (says("no"), ()),
        (says("nope", "deny"), ()),
        (says("not sure"), CAUTIONS),
        (says("I have raynauds", findings=(finding("raynauds"),)), ("raynauds",)),
        (says("where are you", "ask_address"), None),
        (says(""), None),
    ],
)
def test_cautions(message: Message, cautions: tuple[str, ...] | None) -> None:
    assert answers.cautions_answer(message, CAUTIONS) == cautions


def test_a_caution_ticked_beside_none_counts() -> None:
    message = says(picked={"cold_heat_cautions": ("none", "raynauds")})
    assert "raynauds" in (answers.cautions_answer(message, CAUTIONS) or ())


# --- titles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1 to 3 days ago", "1 to 3 days", "1 TO 3 DAYS."])
def test_a_typed_title_is_the_option(text: str) -> None:
    titles = ("Today", "1 to 3 days ago", "3 to 7 days ago", "1 to 2 weeks ago", "More than 2 weeks ago", "Not sure")
    assert answers.choice(says(text, offered=OPTIONS["onset"], titles=titles), "onset", OPTIONS["onset"]) == "1_3_days"


@pytest.mark.parametrize(("text", "answer"), [("2", "no"), ("1", "yes"), ("3", "not_sure"), ("Yes", "yes")])
def test_numbers_answer_a_confirming_question(text: str, answer: str) -> None:
    message = says(text, "affirm", offered=OPTIONS["confirm"], titles=("Yes", "No", "Not sure"))
    assert answers.yes_no(message, "confirm") == answer


@pytest.mark.parametrize("text", ["it is my foot", "right leg", "he is 82", "it's my back that hurts"])
def test_a_remark_is_no_yes(text: str) -> None:
    assert answers.yes_no(says(text), "confirm") is None


def test_a_list_denied_outright_is_no_not_sure_whatever_the_classifier_thinks() -> None:
    said = typed("clear on every count", intent="not_sure")
    assert answers.tick_answer(said, "nerve_signs", TABLE.asked_in("nerve_signs")).kind == "none"
