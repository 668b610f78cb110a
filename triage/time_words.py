"""Brings what patients type about time into one spelling: words, numbers, units, clock times."""

from __future__ import annotations

import re

from triage.life_times import put_plainly
from triage.numbers import NUMBER_WORDS, ORDINALS
from triage.text import tokenize
from triage.time_idioms import plain
from triage.time_spelling import spelled

# Longer messages say nothing more about time.
MAX_CHARACTERS = 5_000
UNIT = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
_SHORT_UNIT = (
    r"(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|h|days?|d|nights?|wks?|weeks?|w|mos?|months?"
    r"|mths?|yrs?|years?|y)"
)

# "Nov. 16th", "Thurs. night": the dot ends no sentence.
_SHORT_NAME_DOT = re.compile(
    r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\."
    r"(?=\s*(?:the\s|\d|morn|night|nite|even|after|am\b|pm\b|at\s))"
)
_OUT_OF_TEN = re.compile(
    r"(?<!since )(?<!on )(?<!from )(?<!began )(?<!started )(?<!happened )(?<![\d/])"
    r"(?!(?<!.)1[12]/10\W*$)\d{1,2}/10(?![\d/])"
)
# "Since 0700", "at 1400 hours"; "since 2019" is a year.
_MILITARY = re.compile(
    r"\b(at|since|by|around|about|from) (?:(0[1-9][0-5]\d)(?: ?(?:hours|hrs|h))?|((?:1\d|2[0-3])[0-5]\d) ?(?:hours"
    r"|hrs|h))\b"
)
_ISH_HOUR = re.compile(
    r"\b(at|around|about|like) ([1-9]|1[0-2])[ -]?ish\b(?! *(?:days?|hours?|hrs?|weeks?|wks?|months?|min|years?))"
)
_QUARTERS = {"a quarter": 15, "quarter": 15, "three quarters": 45, "3 quarters": 45}
_PARTIAL_HOURS = re.compile(r"\b(a quarter|quarter|three quarters|3 quarters) (?:of )?an hour\b")
# Dates with marks other than a slash, or with the year first.
_YEAR_FIRST = re.compile(r"(?<![\w/.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\w/-])")
_YEAR_LAST = re.compile(r"(?<![\w/.-])(\d{1,2})([-.])(\d{1,2})\2(20\d\d|\d\d)(?![\w/-])")
# "19.11.", "since 11.11": not "2.5 weeks" and not "7.5 out of 10".
_DOTTED_DAY = re.compile(
    r"(?:(?<=\bon )|(?<=\bsince )|(?<=\bfrom )|(?<=\bsale )|^(?=\d+\.\d+\.?\W*$))(\d{1,2})\.(\d{1,2})\.?"
    r"(?![\w/-])(?! \w*(?:day|week|hour|month|year)s?\b)"
)
_DASHED_DAY = re.compile(r"(?<=\bon )(\d{1,2})-(\d{1,2})(?![\w/-])(?! \w*(?:day|week|hour|month|year))")
# "first" and "second" mean other things too.
_ORDINALS = {word: n for word, n in ORDINALS.items() if n > 2 and word.isalpha()}
_ORDINALS |= {
    word: n
    for n, word in enumerate(
        [
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=11,
    )
} | {"thirtieth": 30}
_SMALL_ORDINALS = {"first": 1, "second": 2}
_FRACTIONS = {"¼": ".25", "½": ".5", "¾": ".75"}


def time_line(text: str) -> str:
    """The message as one line of normalised words with a space before and after each.

    "2-3 wks" becomes " 2 to 3 weeks ", "an hour and a half" " 1.5 hours ", "at 3:30 pm"
    " at clock 1530 ", "3/14" " slashdate 3 14 0 "; marks of punctuation are words of their own.
    """
    words = [token.text for token in tokenize(_rewritten(text[:MAX_CHARACTERS]))]
    words = _with_digits(spelled(words))
    return _named_days(plain(put_plainly(_joined(" " + " ".join(words) + " "))))


def _rewritten(text: str) -> str:
    """Marks that the tokenizer would drop, turned into words."""
    text = text.lower()
    for mark, decimal in _FRACTIONS.items():
        text = re.sub(rf"(\d+)\s*{mark}", rf"\g<1>{decimal}", text)
        text = text.replace(mark, f" 0{decimal} ")
    text = re.sub(r"(\d+)\s+1/2\b", r"\g<1>.5", text)
    text = re.sub(rf"(?<![\d/])1/2(?=\s*(?:an?\s+)?{_SHORT_UNIT}\b)", " 0.5 ", text)
    text = re.sub(r"\b24/7\b", " always ", text)
    # Out of ten is how bad it is, not a date.
    text = _OUT_OF_TEN.sub(" ", text)
    text = re.sub(r"\bthis\s+a\.?m\b\.?", " this morning ", text)
    text = re.sub(r"\bthis\s+p\.?m\b\.?", " this afternoon ", text)
    text = re.sub(r"\b(hrs?|mins?|secs?|wks?|mos?|yrs?|approx)\.", r"\1", text)
    text = re.sub(r"\b2day\b", " today ", text)
    text = re.sub(r"\b2nite\b", " tonight ", text)
    text = re.sub(r"\b2mor+ow?\b", " tomorrow ", text)
    text = re.sub(r"\bb4\b", " before ", text)
    text = re.sub(rf"(\d+)\s*[-–—~/]\s*(\d+)(?=\s*{_SHORT_UNIT}\b)", r"\1 to \2", text)
    text = re.sub(r"(?<=\d)\+", " plus ", text)
    text = re.sub(r"[<>]\s*(?=\d)", lambda m: " over " if m[0][0] == ">" else " under ", text)
    text = _SHORT_NAME_DOT.sub(r"\1 ", text)
    text = _PARTIAL_HOURS.sub(lambda m: f" {_QUARTERS[m[1]]} minutes ", text)
    text = text.replace("half a dozen", " 6 ").replace("half-dozen", " 6 ")
    text = _YEAR_FIRST.sub(lambda m: f" slashdate {int(m[2])} {int(m[3])} {m[1]} ", text)
    text = _YEAR_LAST.sub(lambda m: f" slashdate {int(m[1])} {int(m[3])} {m[4]} ", text)
    for short in (_DASHED_DAY, _DOTTED_DAY):
        text = short.sub(lambda m: f" slashdate {int(m[1])} {int(m[2])} 0 ", text)
    text = re.sub(
        r"(?<![\w/.])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\w/])",
        lambda m: f" slashdate {int(m[1])} {int(m[2])} {m[3] or 0} ",
        text,
    )
    text = re.sub(
        r"(?<![\d.])(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s?m\b\.?",
        lambda m: _clock(int(m[1]), int(m[2] or 0), m[3]),
        text,
    )
    text = _MILITARY.sub(lambda m: f"{m[1]} clock {m[2] or m[3]} ", text)
    text = _ISH_HOUR.sub(r"\1 \2 oclock", text)
    return re.sub(r"(?<![\d.])(\d{1,2}):(\d{2})(?!\d)", lambda m: f" clock {m[1]:0>2}{m[2]} ", text)


def _clock(hour: int, minute: int, half: str) -> str:
    if not 1 <= hour <= 12 or minute > 59:
        return " "
    return f" clock {hour % 12 + (12 if half == 'p' else 0):02d}{minute:02d} "


def _with_digits(words: list[str]) -> list[str]:
    """Number words as digits; "twenty five" is one number, "a dozen" is 12."""
    result: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        value = NUMBER_WORDS.get(word)
        after = words[index + 1] if index + 1 < len(words) else ""
        if word in _SMALL_ORDINALS and (after == "of" or before in ("twenty", "thirty")):
            nth = _SMALL_ORDINALS[word]
            if before in ("twenty", "thirty"):
                nth += int(result.pop())
            result.extend((str(nth), "st"))
        elif value is not None:
            if 0 < value < 10 and NUMBER_WORDS.get(before, 0) >= 20:
                result[-1] = str(NUMBER_WORDS[before] + value)
            else:
                result.append(str(value))
        elif word in _ORDINALS:
            tens = int(result.pop()) if before in ("twenty", "thirty") else 0
            result.extend((str(tens + _ORDINALS[word]), "rd" if word == "third" else "th"))
        elif word in ("dozen", "hundred"):
            times = 1
            if result and (result[-1] in ("a", "1") or result[-1].isdecimal()):
                last = result.pop()
                times = int(last) if last.isdecimal() else 1
            result.append(str(times * (12 if word == "dozen" else 100)))
        else:
            result.append(word)
    return result


_HALF = r"(?:and|an|plus|n) (?:a |an |1 )?half"
# "Week ago", "about month and 3 days": the article is left out.
_LONE_UNIT = re.compile(
    r"(^|(?<= )(?:about|like|maybe|around|almost|over|for|roughly|been|it is|think|say|nearly|just|only|,|before))"
    r" (minute|hour|day|week|month|year|fortnight)"
    r"(?= (?:ago|(?:and|plus) (?:\d|an? |few|couple|some)|plus|or so|or 2|now|already|back|at least|[.,]|$))"
)


def _joined(line: str) -> str:
    """Halves: "2 and a half weeks", "a week and a half", "half an hour"."""
    line = line.replace(" its been ", " it has been ")
    line = re.sub(rf" (\d+) {_HALF} (?=[a-z])", r" \1.5 ", line)
    line = re.sub(rf" (?:an?|1) (?:{_HALF} )({UNIT})(?= )", r" 1.5 \1", line)
    line = re.sub(rf" (\d+) ({UNIT}) {_HALF}(?= )", r" \1.5 \2", line)
    line = re.sub(rf" (?:an? |1 )?({UNIT}) {_HALF}(?= )", r" 1.5 \1", line)
    line = re.sub(rf" (?:a )?half (?:of )?(?:(?:an?|1) )?({UNIT})(?= )", r" 0.5 \1", line)
    line = re.sub(rf" 0.5 (?:an?|1) ({UNIT})(?= )", r" 0.5 \1", line)
    line = re.sub(r" give or take(?= (?:[.,!?]|i|now|maybe) | *$)", " or so", line)
    line = _LONE_UNIT.sub(r"\1 1 \2", line)
    line = re.sub(rf" between (?:an?|1) {UNIT} and (?=\d+ {UNIT} )", " between 1 and ", line)
    line = re.sub(r" (\d+) sleeps?(?= (?:ago|back|now|since) )", r" \1 nights", line)
    return line.replace(" n ", " and ")


# In everyday words "sat", "sun" and "wed" are days only in such places.
_SHORT_DAYS = {"wed": "wednesday", "sat": "saturday", "sun": "sunday"}
_SHORT_DAY = re.compile(
    r"(?<= )(?:(?<! i )(?<! he )(?<! she )(?<! we )(?<! just )(?<! and )(?<! the )"
    r"(wed|sat|sun)(?= (?:(?:late |early )?(?:morning|afternoon|evening|night|noon|clock)"
    r"|the \d|\d{1,2} (?:st|nd|rd|th) ))"
    r"|(?:(?<= on )|(?<= since )|(?<= last )|(?<= past )|(?<= this )|(?<= from )|(?<= early )"
    r"|(?<= late )|(?<= or )|(?<=day and ))(wed|sat|sun)(?= )"
    r"|(?<=^ )(wed|sat|sun)(?= (?:[.,!?] ?)*$| [.,] | or ))"
)
# "5 in the morning", "about 11 oclock at night".
_SPOKEN_HOUR = re.compile(
    r" (1[0-2]|[1-9])(?: oclock)? (?:in the (morning|afternoon|evening)|at (night))(?= )"
)
_ELLIPSIS = re.compile(
    rf"(?<= )({UNIT})((?: (?:but|and|,|or|ago|for|i|think|sure|though|maybe)){{0,3}}"
    r" (?:well |still |just )?(?:over|under|more than|less than|longer than|not|not quite|not yet|almost"
    r"|nearly|at least|fewer than))"
    r" (\d{1,2})(?= (?:yet|[.,!?;]|though|but|for|i|quite|$)|\s*$)"
)
_NTH_BY_WORD = re.compile(r"(?<= )(on|since|around) the (first|second)(?= (?:[.,!?]|i|when|my|while|it)|\s*$)")


def _spoken_hour(match: re.Match[str]) -> str:
    hour, part = int(match[1]) % 12, match[2] or match[3]
    early = part == "morning" or (part == "night" and hour < 5)
    return f" clock {hour if early else hour + 12:02d}00"


def _named_days(line: str) -> str:
    """Days, hours and units that are only hinted at: "sat night", "5 in the morning", "over 1"."""
    line = _SHORT_DAY.sub(lambda m: _SHORT_DAYS[m[0]], line)
    line = _SPOKEN_HOUR.sub(_spoken_hour, line)
    # "Under 2 weeks but over 1": the unit is said once.
    line = _ELLIPSIS.sub(r"\1\2 \3 \1", line)
    return _NTH_BY_WORD.sub(lambda m: f"{m[1]} the {'1 st' if m[2] == 'first' else '2 nd'}", line)
