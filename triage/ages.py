"""The age group in what a patient says."""

from __future__ import annotations

import re

from triage.numbers import NUMBER_WORDS, numbers
from triage.text import tokenize, words

AGE_GROUPS = ("under_18", "18_49", "50_69", "70_plus")

_NO_AGE_AFTER = (
    r"(?! (?:of|out|times?|percent|am|pm|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|mins?|lbs?"
    r"|pounds|kilos?|kg|feet|foot|inches|and a|degrees|to|th|nd|rd|st|mg|ml|miles?|x|reps)(?= |$))"
)
# "i am 45", "she is 81", "aged 60", "turned 70", "45 years old": the patient, not a pain score.
_STATED = re.compile(
    r" (?:i am(?: now| only| just| about| almost| nearly)?|(?:he|she) is|they are|aged|my age is"
    r"|age|turned|turning) (?P<age>\d{1,2}|1[01]\d)" + _NO_AGE_AFTER + r"(?= |$)"
)
_OLD = re.compile(
    r" (?:i am|(?:he|she) is|they are|who is|am a|is a|a|an|as a|,|^)? ?(?P<age>\d{1,3})"
    r" (?:(?:years?|yrs?) old|y o|yo|year old (?:man|woman|male|female|guy|lady|girl|boy)"
    r"|(?:yrs?|years?) of age)(?= |$)"
)
_NOT_THE_PATIENT = re.compile(
    r" (?:have|lifting|lifted|carrying|with|my)(?: [^ ]+){0,2} \d{1,3} (?:years?|yrs?)"
    r"| \d{1,3} (?:years?|yrs?) old (?:injury|house|back|car|mattress|problem|chair|scar)"
    r"|feel like i am"
)
_DECADE = re.compile(
    r" in (?:my|his|her|their)(?: (?:early|mid|late))? (?:(?P<tens>\d0) s|(?P<name>\w+ies|teens))"
    r"(?= |$)"
)
_DECADES = {
    "teens": 15, "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65,
    "seventies": 75, "eighties": 85, "nineties": 95,
}
_OLDER = re.compile(r" (?:over|above|past|older than|more than) (?P<age>\d{2})(?= |$)")
_YOUNGER = re.compile(r" (?:under|below|younger than|less than) (?P<age>\d{2})(?= |$)")
_BORN = re.compile(r" born (?:in )?(?P<year>19\d\d|20\d\d)(?= |$)")


def group_of(age: int) -> str:
    """The contract's age group of an age in years."""
    if age < 18:
        return "under_18"
    if age < 50:
        return "18_49"
    return "50_69" if age < 70 else "70_plus"


def stated_age_group(text: str, year: int, awaiting: bool = False) -> str | None:
    """The age group that a text states, or None.

    `awaiting`: the age has just been asked, so a bare number is one. `year`: the current year.
    """
    line = "".join(f" {_digits(token.text)}" for token in tokenize(text))
    if _NOT_THE_PATIENT.search(line):
        return None
    line = re.sub(r"(?<= )(\d0) (\d)(?= |$)", lambda m: str(int(m[1]) + int(m[2])), line)
    for pattern in (_OLD, _STATED) if not awaiting else (_OLD, _STATED, _OLDER):
        found = pattern.search(line)
        if found and 0 < int(found["age"]) < 120:
            return group_of(int(found["age"]))
    if born := _BORN.search(line):
        return group_of(year - int(born["year"]))
    if decade := _DECADE.search(line):
        age = int(decade["tens"]) + 5 if decade["tens"] else _DECADES.get(decade["name"])
        if age is not None:
            return group_of(age)
    if not awaiting:
        return None
    if younger := _YOUNGER.search(line):
        return group_of(int(younger["age"]) - 1)
    for name, age in _DECADES.items():
        if f" {name}" in line:
            return group_of(age)
    if tens := re.search(r" (\d0) s(?= |$)", line):
        return group_of(int(tens[1]) + 5)
    if re.search(r" (?:a )?(?:senior|elderly|retired)(?= |$)", line):
        return "70_plus"
    if re.search(r" (?:minor|kid|child|teen\w*)(?= |$)", line):
        return "under_18"
    found_numbers = [n for n in numbers(words(text)) if 5 <= n < 120]
    return group_of(found_numbers[0]) if len(found_numbers) == 1 else None


def _digits(word: str) -> str:
    return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word
