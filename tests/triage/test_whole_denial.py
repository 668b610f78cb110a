"""A list is denied outright, whatever is told beside it; and what takes it back is heard."""

from __future__ import annotations

import pytest

from tests.patients import OPTIONS, TABLE, says
from triage import answers
from triage.whole_denial import denies_each, denies_the_whole_list

OUTRIGHT = (
    "No to all seven, thank you dear.", "0 of the above lol", "none of em", "nuthin on that list",
    "negative on all counts", "None of these apply to me, I've checked each one.", "ew no lol none of that",
    "Not a single one of them, thank God. I only bent to lift the gas cylinder and it caught.",
    "I do not have any from this list, is only the low back.", "I have none of the six.",
    "Nah mate, all good on that front. Just can't stand up straight.", "no to all 12", "Not applicable, any of them.",
    "Heart's fine, lungs are fine, head's fine. Put me down for a no on the lot.", "nothin fits me no",
    "Nope. Sneezed while brushing my teeth and now I'm 90 years old. But none of that scary stuff.",
    "Went through them one by one and it's a no each time, haven't had any of it this week either",
    "No, nothing new at all since it started. Only the back itself.", "none of those signs",
    "By God's grace nothing of this is there madam", "Everything on that list is a no from me.",
    "Not any of them, no, and my daughter asked me the very same things this morning.",
    "never had any of them, dont have them now", "No, none of that fits.",
    "nope healthy as a horse, nothing on that list",
    "Nothing fits, dear. I take one tablet for my thyroid and that's all.", "read it twice and its a no for every one",
    "Nothing of these is applicable in my case.",
    "I have nothing from your list, thanks god. Normal healthy man 40 years.",
    "nope all good below the belt haha", "nothing on that list so far", "none of these, it started two days ago",
    "none of the listed conditions are applicable", "I have none of those complaints", "nun of these",
    "I don't have anything on that list", "none, and I didn't have anything from the first list either",
    "what kind of questions are these. no to all", "no and no to all of that as well",
    "same as always. Nothing new or changed.",
    "none of dem", "none a them", "I am free of all of these", "All of the above are absent",
    "none of these pertains to me",
    "healthy as a horse, nothing on there", "I have one blood pressure tablet, from this list nothing madam",
    "I'm good on all of those", "naw hon, i ain't got any of that, it just grabbed me bending",
    "hmm nope can't see myself in there anywhere", "couldn't tick a single one of those", "clear on every count",
)  # fmt: skip
TAKEN_BACK = (
    "none of these right now", "none of them at the moment but last week yes", "no to all but number 2",
    "no to all except the third one", "none of these, only the private one", "none of those yet", "none of these, 3",
    "none of them, well maybe the second", "none of the above, just a bit of numbness", "none of these I think",
    "none of these today", "none of the list, apart from the last one",
    "none of these unless you count the tingling", "not any of them anymore", "no to all. wait, yes to the fall",
    "none of these, well, the leg", "none of these apart from the numb bit", "ys. none of the others",
    "none of these, just tingling", "none of these, only dribbling", "none of them, just limping a bit",
)  # fmt: skip
NO_LIST = (
    "none of the feeling is left down there", "none of these work", "none of my legs work", "no to the first",
    "none of them move", "nothing comes out", "nothing new, had it for years", "no feeling there", "not any better",
    "nothing in this leg works", "nothing in there works", "nothing on it moves", "free of pain",
    "free of all feeling down there",
    "I'm not doing all of these questions, no to all your questions", "ok", "",
    "yes to all of them", "all but the leaking", "none of your business",
    "nothing of it came out", "i cant see myself going on", "cannot see myself in the mirror, face gone numb",
)  # fmt: skip


@pytest.mark.parametrize("text", OUTRIGHT)
def test_a_list_is_denied_outright(text: str) -> None:
    assert denies_the_whole_list(text)


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_is_no_denial(text: str) -> None:
    assert not denies_the_whole_list(text)


@pytest.mark.parametrize("text", NO_LIST)
def test_what_does_not_speak_of_the_list_is_no_denial_of_it(text: str) -> None:
    assert not denies_the_whole_list(text)


@pytest.mark.parametrize("question", ["emergency_signs", "nerve_signs", "health_risks"])
def test_only_what_is_denied_outright_clears_the_list(question: str) -> None:
    listed = TABLE.asked_in(question)
    cleared = {
        text: answers.tick_answer(says(text, offered=OPTIONS[question]), question, listed).denied
        for text in (*OUTRIGHT, *TAKEN_BACK, *NO_LIST)
    }
    assert all(cleared[text] == frozenset(listed) for text in OUTRIGHT)
    assert not any(cleared[text] for text in (*TAKEN_BACK, *NO_LIST))


@pytest.mark.parametrize(
    ("text", "items", "denied"),
    [
        ("1. no 2. no 3. no 4. no 5. no 6. no", 6, True),
        ("1. no 2. no 3. no 4. no 5. no 6. no", 7, False),
        ("no to one, no to two, and no to the rest of the list as well", 10, True),
        ("no, no, the others", 6, False),
        ("no no yes no no no", 6, False),
    ],
)
def test_a_no_to_each_item_denies_as_many_items_as_there_are(text: str, items: int, denied: bool) -> None:
    assert denies_each(text, items) == denied
