"""The names of the contract as staff read them, and each level's colour: the same in the map and in the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LevelName:
    """How a disposition is shown: what it asks for, and the colours of its box and of the words in it.

    White or nearly black words on these boxes have a contrast of at least 4.5 to 1.
    """

    title: str
    box: str
    words: str


# From most to least urgent, as in the contract. A level is always named as well as coloured.
LEVELS: dict[str, LevelName] = {
    "crisis_line": LevelName("Call or text 988", "#6b21a8", "#ffffff"),
    "call_911": LevelName("Call 911", "#b3001b", "#ffffff"),
    "go_to_er": LevelName("Go to the ER", "#c2410c", "#ffffff"),
    "see_doctor_today": LevelName("See a doctor today", "#f5b301", "#2b2100"),
    "see_doctor_soon": LevelName("See a doctor soon", "#fde58a", "#2b2100"),
    "call_clinic": LevelName("Call the clinic", "#1d4f91", "#ffffff"),
    "self_care": LevelName("First aid at home", "#1a7f4b", "#ffffff"),
    "not_for_bot": LevelName("Ask someone else", "#57606a", "#ffffff"),
}

_NAMES = {
    "under_18": "under 18",
    "18_49": "18 to 49",
    "50_69": "50 to 69",
    "70_plus": "70 or older",
    "age_60_plus": "60 or older",
    "age_70_plus": "70 or older",
    "1_3_days": "1 to 3 days",
    "3_7_days": "3 to 7 days",
    "1_2_weeks": "1 to 2 weeks",
    "over_2_weeks": "over 2 weeks",
    "none": "none of these",
    "new": "gone and back again",
    "child": "someone under 18",
    "cold_heat_cautions": "cold and heat cautions",
    "raynauds": "Raynaud's",
    "cannot_walk_weak": "too weak to walk",
    "long_standing_leak": "a leak of long standing",
    "long_standing_sexual": "a sexual change of long standing",
}


def plain(name: str) -> str:
    """A name of the contract in words: `recent_spine_procedure` becomes "recent spine procedure"."""
    return _NAMES.get(name) or name.replace("_", " ")


def title(name: str) -> str:
    """The same with a capital, for the beginning of a line."""
    words = plain(name)
    return words[:1].upper() + words[1:]


def question(name: str) -> str:
    """A question of the contract in words; one about a single flag names the flag."""
    flag = name.removeprefix("confirm_")
    return title(name) if flag == name else f"Check of one sign: {plain(flag)}"


def listed(names: list[str], last: str = "and") -> str:
    """Names as a list in a sentence: "a, b and c"."""
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
