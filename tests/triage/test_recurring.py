"""Whether it has happened before, in the ways that patients say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.recurring import says_recurring

RECURRING = [
    "third time this year",
    "this is the third time this year",
    "3rd time this month my back went out",
    "it's my second back spasm",
    "another spasm, the fourth one",
    "same as last winter",
    "just like last time",
    "same thing happened last year",
    "it keeps coming back",
    "keeps happening",
    "my back keeps going out",
    "I keep getting these spasms",
    "keep throwing my back out",
    "again",
    "Again :(",
    "my back went out again",
    "it's spasming again",
    "here we go again",
    "threw my back out AGAIN",
    "my back locked up agian",
    "every few months",
    "it happens every few months",
    "every winter",
    "every couple of weeks my back locks up",
    "a couple times a year",
    "twice a year",
    "once or twice a year my back goes out",
    "whenever I lift",
    "whenever I garden my back goes out",
    "every time I shovel snow",
    "it goes out every time I play golf",
    "on and off for years",
    "off and on for about 10 years",
    "it's been on and off for months",
    "comes and goes for months now",
    "it comes back every so often",
    "it came back",
    "the pain is back",
    "my spasm is back again",
    "it has returned",
    "recurring back spasms",
    "reoccuring thing",
    "another flare up",
    "my back is acting up again",
    "I get these a lot",
    "I get back spasms all the time",
    "it happens to me pretty often",
    "happens from time to time",
    "every now and then it happens",
    "I've had this before",
    "had it before",
    "yes, it happened before",
    "yeah I had one two years ago",
    "happened to me in 2019",
    "it happened last summer too",
    "this isn't the first time",
    "not the first time",
    "it's not my first rodeo",
    "definitely not my first spasm",
    "first time in years",
    "I used to get these",
    "the last time this happened I couldn't walk for a week",
    "my last episode was in May",
    "I've had several episodes in the past year",
    "it has happened multiple times this year",
    "it happened twice before",
    "happened 3 times since January",
    "I have a history of back spasms",
    "I'm prone to this",
    "years of back problems",
    "I've had back problems for years",
    "had a bad back for years",
    "been here before",
    "it always goes out in winter",
    "I've been through this before",
    "no it's happened before",
    "no, not the first time, happens every spring",
    "my mom's back keeps going out",
    "it went away and then it came back",
    "oh no not again",
    "I can't stand up again",
    "I've thrown my back out before",
    "I threw my back out a few years ago",
    "threw my back out 10 years ago and again today",
    "I had this in high school",
    "it happened once when I was in college",
    "had a similar thing last month",
    "it's been years since the last one",
    "third this year",
]

FIRST = [
    "first time",
    "First time!",
    "this is the first time",
    "this is my first time having this",
    "it's the first time this has happened",
    "first time ever",
    "the very first time",
    "frist time",
    "my first spasm",
    "never had this before",
    "I've never had this before",
    "never had anything like this",
    "never had back pain before",
    "never happened before",
    "it has never happened to me before",
    "nope, never",
    "never",
    "never before",
    "it hasn't happened before",
    "I haven't had this before",
    "i havent had a back spasm before",
    "didn't have this before",
    "no history of back problems",
    "no previous episodes",
    "this is new to me",
    "brand new to me",
    "I don't usually get back pain",
    "nothing like this has happened",
    "it's not recurring",
    "one time thing",
    "never in my life",
    "no, it's the first time",
    "no I have never had it before",
    "I can't move and I've never had this before",
    "this never happens to me",
    "no back problems before this",
    "no this is a first",
    "it's my first",
    "my dad gets these all the time but I have never had it",
]

NOT_SAID = [
    "",
    "yes",
    "it hurts again and again when I move",
    "it hurts over and over when I turn",
    "it hurts every time I move",
    "every time I breathe it hurts",
    "whenever I stand up it grabs",
    "the pain comes every few minutes",
    "spasms every 20 minutes",
    "will it come back?",
    "will this happen again?",
    "how do I stop it from coming back",
    "how can I prevent this from happening again",
    "I don't want this to happen again",
    "what if it comes back",
    "can you say that again",
    "can you explain that again please",
    "try again",
    "I can walk again",
    "I can move again, thank you",
    "when can I work out again",
    "feeling is back in my leg",
    "the numbness came back",
    "my fever came back",
    "it's back pain",
    "my back is back to normal",
    "I came back from vacation",
    "I'm not sure if it's the first time",
    "I don't remember if it happened before",
    "never been this bad",
    "it was never this bad before",
    "I took it twice a day",
    "I pee 3 times a night",
    "I see my doctor once a year",
    "bent down to tie my shoe and my back locked up, can't stand straight",
    "I can't pee",
    "first time at the gym today, now my back hurts",
    "my back hurts",
    "chronic pain",
    "my back went out last week",
    "10 years ago I had surgery",
    "PT 3 times a week",
    "this has been going on since Monday",
    "I've had this for 3 days",
    "this has happened 2 hours ago",
    "it comes back when the ice comes off",
    "is it common for spasms to come back",
    "woke up several times in the night",
    "did the stretch 3 times",
    "I had an x-ray before",
    "I want to see the same therapist again",
    "the ice helped last time",
    "it got worse again",
    "my back keeps spasming when I move",
    "hi I'm back",
    "it hurts on and off today",
    "comes and goes",
    "for the first time today I could stand",
    "the first time I tried to stand it hurt",
    "the second time I tried to stand",
    "first I felt a pop",
    "never mind",
    "it never stops",
    "it never goes away",
    "no pain in my legs",
    "let's start again",
]


# Answers to "Has it happened before?" that say nothing by themselves.
ANSWERED = [
    ("twice", True),
    ("a few times", True),
    ("yes, many times", True),
    ("sometimes", True),
    ("yes last year", True),
    ("once before", True),
    ("yearly", True),
    ("1st", False),
    ("first", False),
    ("not that I know of", False),
    ("no, not really", False),
    ("I don't think so", False),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_half_a_sentence_counts_only_while_the_question_is_open(text: str, expected: bool) -> None:
    assert says_recurring(text) is None
    assert says_recurring(text, awaiting=True) is expected


@pytest.mark.parametrize(("text", "expected"), [("yes", None), ("no", None), ("not sure", None)])
def test_yes_and_no_are_left_to_whoever_asked(text: str, expected: None) -> None:
    assert says_recurring(text, awaiting=True) is expected


@pytest.mark.parametrize("text", RECURRING)
def test_it_has_happened_before(text: str) -> None:
    assert says_recurring(text) is True


@pytest.mark.parametrize("text", FIRST)
def test_it_is_the_first_time(text: str) -> None:
    assert says_recurring(text) is False


@pytest.mark.parametrize("text", NOT_SAID)
def test_neither_is_said(text: str) -> None:
    assert says_recurring(text) is None


def test_both_at_once_is_asked() -> None:
    assert says_recurring("never had this before. it keeps coming back") is None


@given(text=st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert says_recurring(text) in (True, False, None)


@given(text=st.sampled_from(RECURRING + FIRST + NOT_SAID))
def test_capitals_and_spaces_change_nothing(text: str) -> None:
    assert says_recurring(f"  {text.upper()}  ") == says_recurring(text)
