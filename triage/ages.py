"""The age group in what a patient says."""

from __future__ import annotations

import re

from triage.numbers import NUMBER_WORDS
from triage.patient import RELATIVE
from triage.text import PUNCTUATION, tokenize

AGE_GROUPS = ("under_18", "18_49", "50_69", "70_plus")

_HEIGHT = re.compile(r"(?<![\d'’‘])[3-7] ?['’′]+ ?(?:\d{1,2}(?!\d))?[\"”]?")
_DATE = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?P<year>\d{4}|\d\d)(?!\d)")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-\d{1,2}-\d{1,2}(?!\d)")
_RANGE_DASH = re.compile(r"(?<=\d) ?[-–—] ?(?=\d)")
_SHORT_YEAR = re.compile(r"^\W*(?:(?:i'?m|it'?s|in|class of)\s+)*['’‘](?P<year>\d\d)(?:\s+(?:baby"
    r"|model))?\W*$", re.IGNORECASE)
_NO_AGE_AFTER = (
    r"(?! (?:\d|of|out|times?|percent|am|pm|weeks?|wks?|months?|days?|hours?|hrs?|minutes?|mins?|lbs?"
    r"|years? (?:younger|older|junior|senior|behind|ahead)"
    r"|pounds|kilos?|kg|feet|foot|ft|inches|and a|degrees|to|th|nd|rd|st|mg|ml|miles?|x|reps)(?= |$))"
)
# "i am 45", "she is 81", "aged 60", "turned 70", "45 years old": the patient, not a pain score.
_STATED = re.compile(
    r" (?:i am(?: now| only| just| about| almost| nearly)?|(?:he|she) is|they are|aged|my age is"
    r"|age|turned|turning) (?P<age>\d{1,2}|1[01]\d)" + _NO_AGE_AFTER + r"(?= |$)"
)
# The writer's own, which goes before that of anybody else who is named.
_OWN = re.compile(
    r" i am(?: now| only| just| about| like| almost| nearly)? (?P<age>\d{1,2}|1[01]\d)" + _NO_AGE_AFTER + r"(?= |$)"
)
_OLD = re.compile(
    r" (?:i am|(?:he|she) is|they are|who is|am a|is a|a|an|as a|,|^)? ?(?P<age>\d{1,3})"
    r" (?:(?:years?|yrs?) old|y o|yo|year old (?:man|woman|male|female|guy|lady|girl|boy)"
    r"|(?:yrs?|years?) of age)(?= |$)"
)
# What is no age of anybody who hurts: things, comparisons, and children who are held or cared for.
_NO_AGE = re.compile(
    r" (?:have|had|got|lifting|lifted|carrying|with|my|(?:mom|mum|mother|dad|father|parent|nanny) (?:of|to))"
    r"(?: [^ ]+){0,2}? (?:\d|1[0-7]) (?:years?|yrs?|y o|yo)(?: old)?(?= |$)"
    r"| (?:have|lifting|lifted|carrying|with|my)(?: [^ ]+){0,2} \d{1,3} (?:years?|yrs?)(?: old)?(?= |$)"
    r"| \d{1,3} (?:years?|yrs?) old (?:injury|house|back|car|mattress|problem|chair|scar)"
    r"| for (?:over |about |almost |nearly |some )?\d{1,3} (?:years?|yrs?)(?= |$)| not a day over \d{2}(?= |$)"
    r"| back of an? \d{2,3}(?= |$)"
    r"| (?:like|as if|as though|than)(?: (?:i|he|she) (?:am|is|was|were)| an?)(?: [^ ]+)? \d{1,3}(?= |$)"
    r"| (?:feel|feels|feeling|felt|look|walk|move|moving|walking)(?: (?:like|about|more))* \d{2,3}(?= |$)"
)
_RELATIVES_AGE = re.compile(
    rf" {RELATIVE}(?:(?: (?:is|was|are|were|who|just|only|turned|aged|now|born|in|,))* (?:\d{{1,3}}|(?:19|20)\d\d)"
    r"|(?: (?:is|who|just|only|turned|now|,|\.|he|she))* (?:\d|1[0-7]))(?: (?:years?|yrs?)(?: old)?)?(?= |$)"
)
_DECADE = re.compile(
    r" in (?:my|his|her|their)(?: (?:early|mid|late))? (?:(?P<tens>\d0) s|(?P<name>\w+ies|teens))"
    r"(?= |$)"
)
_DECADES = {
    "teens": 15, "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65,
    "seventies": 75, "eighties": 85, "nineties": 95,
    "quinquagenarian": 55, "sexagenarian": 65, "septuagenarian": 75, "octogenarian": 85, "nonagenarian": 95,
}
_OLDER = re.compile(r"(?<! not) (?:over|above|past|older than|more than) (?P<age>\d{2})(?= |$)")
_YOUNGER = re.compile(
    r" (?:not over|not yet|not quite|almost|nearly|(?<!not )(?:under|below|younger than|less than)) (?P<age>\d{2})"
    + _NO_AGE_AFTER + r"(?= |$)"
    r"| not (?P<yet>\d{2})(?: just| quite)? yet(?= |$)"
)
# "3 weeks off turning 70", "turning 70 in May"
_TURNING = re.compile(
    r" (?:weeks?|months?|days?) (?:off|from|until|till|to|away from|shy of)(?: (?:turning|being|my))* (?P<next>\d\d)"
    r"(?= |$)| turning (?P<soon>\d\d)(?= (?:in|next|on|soon|this|come)(?= |$))"
)
_RANGE = re.compile(r" (?P<low>\d\d) (?:to|and|through|till|until) (?P<high>\d\d)" + _NO_AGE_AFTER + r"(?= |$)")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year>19\d\d|20\d\d)"
_BIRTH = r" (?:born|dob|d o b|birth ?(?:date|day|year)?|yob)(?: (?:in|on|the|year|around|about|back|of|is|was|,|\.))*"
_BORN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BIRTH}(?: (?:{_MONTH}|\d{{1,2}}|of|st|nd|rd|th|,|\.))* {_YEAR}(?= |$)",
        rf"{_BIRTH} (?P<year>\d\d)(?! s(?= |$)| {_MONTH})" + _NO_AGE_AFTER + r"(?= |$)",
        rf"{_BIRTH} {_MONTH} \d{{1,2}}(?: (?:st|nd|rd|th|,))* (?P<year>\d\d)(?= |$)",
        rf" {_YEAR}(?: i (?:am|was))? (?:born|baby)(?= |$)",
        r"^(?: i am)? (?P<year>\d\d) born(?: [,.])*$",
    )
)
# In answer to the question alone: "b. 1962", "b 88", "1955"; elsewhere "b 12" is a vitamin.
_BORN_ANSWERED = re.compile(
    r"^ b(?: \.)? (?P<year>\d\d|(?:19|20)\d\d)(?: [,.])*$|^(?P<bare> .*)? (?P<alone>(?:19|20)\d\d)(?: [,.])*$"
    rf"|^ (?P<first>(?:19|20)\d\d)(?: [,.])*(?: (?:in|and it was))? {_MONTH}(?: \d{{1,2}})?(?: [,.])*$"
)
_BORN_DECADE = re.compile(
    r" (?:born|child|baby|kid) (?:in|of|during) (?:the )?(?:(?:early|mid|late) )?(?:19)?(?P<tens>\d0) s(?= |$)"
)
_THOUSANDS = re.compile(r"(?<= )2 thousand(?: and)?(?: (\d{1,2}))?(?= |$)")
_SCORES = re.compile(r"(?<= )([1-6]) score(?: and (\d{1,2}))?(?= |$)")
_CORRECTED = re.compile(
    r"^(?P<before>.*) (?:(?:i )?meant?|wait|sorry|oops|correction|actually|make that|scratch that|no)(?P<after> .+)$"
)
# In answer to the question: "16, sophomore", "I have 38 years", "and weigh 190, 58 yrs".
_ANSWERED = re.compile(
    r"^(?: (?:i am|just|well|um|uh|oh|ok|,|[.]))* (?P<first>1[3-9]|[2-9]\d)(?= [,.!])"
    r"|^(?: (?:yes|well|um|hi|hello|,))* i have (?P<have>1\d|[2-9]\d) years?(?= [,.!]|$)"
    r"|,? so (?:i am )?(?P<so>1\d|[2-9]\d)(?: (?:now|for now|still|then))*(?: [.!])*$"
    r"|(?<! for)(?<! in)(?<! over)(?<! last) (?P<years>1\d|[2-9]\d) (?:years?|yrs?)(?= [.!]|$)"
)
_ADULT_ALONE = re.compile(
    r"\W*(?:(?:i\W?m|i am|age) )?(?:1[89]|[2-9]\d)\W*|\W*i have (?:1[89]|[2-9]\d) years\W*", re.IGNORECASE
)
_BIG_O = re.compile(r"(?<= the big )([3-9]) (?:o+h?|zero|0)(?= |$)")
# Words that may stand about a number that is the whole answer.
_ABOUT_A_NUMBER = frozenset(
    "i am im is it the a an he she they my his her their age aged about around like just only almost nearly now "
    "turned turning year years yr yrs old yo y o of think guess well um uh so ok okay yes yeah and half in was "
    "would say exactly roughly approximately this sir maam please born that".split()
)


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
    if awaiting and (short := _SHORT_YEAR.search(text)):
        return _group_of_birth(short["year"], year)
    whole = _line(text)
    line = _NO_AGE.sub(" ,", whole)
    own = _RELATIVES_AGE.sub(" ,", line)
    group = _corrected(own, year, awaiting) or _group(own, year, awaiting)
    if group is None and awaiting and (said := _ANSWERED.search(whole)):
        group = group_of(int(said[said.lastgroup or 0]))
    if group or own == line or not awaiting:
        return group
    # "My mom is 80" answers for her; a child's age is left to the table, which knows who hurts.
    others = _group(line, year, awaiting)
    return others if others != "under_18" else None


def is_an_adults_age(text: str) -> bool:
    """Whether a text is nothing but the age of an adult: "44", "I'm 71", "I have 38 years"."""
    return bool(_ADULT_ALONE.fullmatch(text))


def _corrected(line: str, year: int, awaiting: bool) -> str | None:
    """The age of "45, wait no, I meant 75": the one that comes last."""
    said = _CORRECTED.search(line)
    if not said:
        return None
    if not awaiting and not _group(said["before"], year, awaiting):
        return None
    after = said["after"]
    if awaiting and (last := re.match(r"(?: [a-z,]+){0,3} (\d\d)(?= [,.!]|$)", after)):
        return group_of(int(last[1]))
    return _group(after, year, True) if _is_alone(after) else _group(after, year, False)


def _group(line: str, year: int, awaiting: bool) -> str | None:
    if awaiting and (younger := _YOUNGER.search(line)) and younger["yet"]:
        return group_of(int(younger["yet"]) - 1)
    if turning := _TURNING.search(line):
        return group_of(int(turning["next"] or turning["soon"]) - 1)
    for born_as in _BORN:
        if born := born_as.search(line):
            return _group_of_birth(born["year"], year)
    if awaiting and (group := _range(line)):
        return group
    if awaiting and (younger := _YOUNGER.search(line)):
        return group_of(int(younger["age"] or younger["yet"]) - 1)
    for pattern in (_OLD, _OWN, _STATED) if not awaiting else (_OLD, _OWN, _STATED, _OLDER):
        found = pattern.search(line)
        if found and 0 < int(found["age"]) < 120:
            return group_of(int(found["age"]))
    if decade := _DECADE.search(line):
        age = int(decade["tens"]) + 5 if decade["tens"] else _DECADES.get(decade["name"])
        if age is not None:
            return group_of(age)
    return _answered(line, year) if awaiting else None


def _answered(line: str, year: int) -> str | None:
    """The group in an answer that would mean nothing without the question."""
    if born := _BORN_ANSWERED.search(line):
        if born["year"] or born["first"] or _is_alone(born["bare"] or ""):
            return _group_of_birth(born["year"] or born["first"] or born["alone"], year)
    if born := _BORN_DECADE.search(line):
        first = 1900 + int(born["tens"])
        return _same(group_of(year - first - 9), group_of(year - first))
    for name, age in _DECADES.items():
        if f" {name}" in line:
            return group_of(age)
    if tens := re.search(r" (\d0) s(?= |$)", line):
        return group_of(int(tens[1]) + 5)
    if re.search(r" (?:a )?(?:senior|elderly|retired)(?= |$)", line):
        return "70_plus"
    if re.search(r"(?<! not)(?<! not a) (?:a )?(?:minor|kid|child|teen\w*)(?= |$)", line):
        return "under_18"
    found = [int(n) for n in re.findall(r"(?<= )(\d{1,3})(?= |$)", line) if 5 <= int(n) < 120]
    if len(found) != 1:
        return None
    if _is_alone(line):
        return group_of(found[0])
    # A small number among other words is a child's, a size or a score: it turns nobody away.
    counts_else = not re.search(rf" {found[0]}{_NO_AGE_AFTER}(?= |$)", line)
    return None if found[0] < 18 or counts_else else group_of(found[0])


def _range(line: str) -> str | None:
    """The group of "50 to 69" or "between 60 and 70", if it lies in one."""
    found = _RANGE.search(line)
    if not found or int(found["low"]) >= int(found["high"]):
        return None
    return _same(group_of(int(found["low"])), group_of(int(found["high"]) - 1))


def _same(one: str, other: str) -> str | None:
    return one if one == other else None


def _group_of_birth(born: str, year: int) -> str | None:
    """The group of one born in a year of two or four digits; None for a year to come."""
    full = int(born)
    if len(born) == 2:
        full += 1900 if full >= year % 100 else 2000
    return group_of(year - full) if 0 <= year - full < 120 else None


def _is_alone(line: str) -> bool:
    """Whether a number stands among nothing but words that belong to an age."""
    return all(word in _ABOUT_A_NUMBER or word in PUNCTUATION or word.isdecimal() for word in line.split())


def _line(text: str) -> str:
    """The tokens with numbers in digits; heights left out, dates and ranges made plain."""
    text = _HEIGHT.sub(" tall ", text)
    text = _ISO_DATE.sub(r" \1 ", _DATE.sub(r" \g<year> ", text))
    tokens = [token.text for token in tokenize(_RANGE_DASH.sub(" to ", text))]
    line = "".join(f" {'nineteen' if token == 'nineteen' else _digits(token)}" for token in tokens)
    line = re.sub(r"(?<= )(\d0) (\d)(?= |$)", lambda m: str(int(m[1]) + int(m[2])), line)
    line = re.sub(r"(?<= )nineteen (\d\d)(?= |$)", r"19\1", line).replace(" nineteen", " 19")
    line = _BIG_O.sub(lambda m: f"{m[1]}0", line)
    line = _THOUSANDS.sub(lambda m: str(2000 + int(m[1] or 0)), line)
    line = _SCORES.sub(lambda m: str(int(m[1]) * 20 + int(m[2] or 0)), line)
    return re.sub(r"^ ([1-9]) (\d)(?= [,.]|$)", r" \1\2", line)


def _digits(word: str) -> str:
    return str(NUMBER_WORDS[word]) if word in NUMBER_WORDS else word
