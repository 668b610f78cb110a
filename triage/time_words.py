"""Brings what patients type about time into one spelling: words, numbers, units, clock times."""

from __future__ import annotations

import re

from triage.numbers import NUMBER_WORDS, ORDINALS
from triage.spelling import edit_distance
from triage.text import tokenize

# Longer messages say nothing more about time.
MAX_CHARACTERS = 5_000
UNIT = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
_SHORT_UNIT = (
    r"(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|h|days?|d|nights?|wks?|weeks?|w|mos?|months?"
    r"|mths?|yrs?|years?|y)"
)

# Short and misspelt forms that are one thing only, wherever they stand.
_FORMS = {
    "hours": "hr hrs horus houres huors hous hurs hourse",
    "hour": "huor",
    "minutes": "min mins minuts mintues minuites",
    "seconds": "sec secs",
    "weeks": "wk wks weeeks weaks weks wekes",
    "week": "weeek wek weke",
    "months": "mo mos mth mths mnths moths monts montsh monthes",
    "years": "yr yrs yeras yaers yesr",
    "days": "dy dys dayz dyas dasy",
    "night": "nite nght nigth",
    "nights": "nites",
    "tonight": "tonite 2nite",
    "yesterday": "yday yest yesterdays",
    "today": "todya tday toady",
    "tomorrow": "tmrw tmr tomorow",
    "monday": "mon",
    "tuesday": "tue tues",
    "wednesday": "weds",
    "thursday": "thu thur thurs",
    "friday": "fri",
    "january": "jan",
    "february": "feb",
    "april": "apr",
    "june": "jun",
    "july": "jul",
    "august": "aug",
    "september": "sep sept",
    "october": "oct",
    "november": "nov",
    "december": "dec",
    "christmas": "xmas chrismas",
    "fall": "autumn",
    "weekend": "wkend wknd weeknd",
    "couple": "cpl coupl cuple copule cple coupla couples",
    "few": "fue",
    "about": "approx abt bout approximately roughly",
    "around": "arround aroud",
    "since": "sinc sicne snce scince",
    "morning": "mornin mornng moring",
    "again": "agian agin agan agn",
    "coming": "comming",
    "happened": "happend happed",
    "started": "strated startd",
    "first": "frist",
    "every": "evry evrey",
    "recurring": "reoccurring reocurring reoccuring recuring reccuring reccurring",
    "maybe": "probly prolly probably perhaps",
    "until": "til till untill",
    "with": "wiht",
    "never": "nver nevr",
    "before": "b4 befor",
}
_WORDS = {form: word for word, forms in _FORMS.items() for form in forms.split()}
# Single letters are units only right after a number.
_LETTERS = {"h": "hours", "d": "days", "w": "weeks", "y": "years"}
_COUNTING = frozenset({"few", "couple", "several", "of", "many", "some"})
_NOT_UNITS = frozenset({"weeds", "weeps", "mouths", "hour", "week", "month", "year", "minute"})
_FUZZY = (
    "yesterday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday",
    "morning", "afternoon", "evening", "midnight", "weekend", "fortnight", "several",
    "september", "november", "december", "october", "february", "january", "christmas",
    "thanksgiving", "minutes", "started",
)  # fmt: skip
# English words one letter away from one of those.
_NOT_FUZZY = frozenset(
    {
        "mourning", "moaning", "warning", "evenings", "mornings", "weekends", "sundays", "mondays",
        "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "minute", "stated",
        "startled", "starved", "sundry", "afternoons", "fortnights", "midnights", "severe",
        "severed", "stared", "starter", "darted", "smarted",
    }
)  # fmt: skip
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
    words = [_spelled(word, words[i - 1] if i else "") for i, word in enumerate(words)]
    words = _with_digits(words)
    return _joined(" " + " ".join(words) + " ")


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
    text = re.sub(r"(?<!since )(?<!on )(?<!from )(?<![\d/])\d{1,2}/10(?![\d/])", " ", text)
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
    return re.sub(r"(?<![\d.])(\d{1,2}):(\d{2})(?!\d)", lambda m: f" clock {m[1]:0>2}{m[2]} ", text)


def _clock(hour: int, minute: int, half: str) -> str:
    if not 1 <= hour <= 12 or minute > 59:
        return " "
    return f" clock {hour % 12 + (12 if half == 'p' else 0):02d}{minute:02d} "


def _spelled(word: str, before: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    if word in _LETTERS and re.fullmatch(r"\d+(?:\.\d+)?", before):
        return _LETTERS[word]
    if before in _COUNTING or before.isdecimal() or before in NUMBER_WORDS:
        for unit in ("days", "hours", "weeks", "months", "years", "minutes"):
            if word not in _NOT_UNITS and len(word) > 3 and _is_nearly(word, unit, 1):
                return unit
    if len(word) < 5 or word in _NOT_FUZZY or word in _FUZZY or not word.isalpha():
        return word
    for known in _FUZZY:
        if _is_nearly(word, known, 2 if len(known) >= 9 else 1):
            return known
    return word


def _is_nearly(word: str, known: str, edits: int) -> bool:
    return word[0] == known[0] and edit_distance(word, known, limit=edits) <= edits


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
            if result and result[-1] in ("a", "1"):
                result.pop()
            result.append("12" if word == "dozen" else "100")
        else:
            result.append(word)
    return result


def _joined(line: str) -> str:
    """Halves: "2 and a half weeks", "a week and a half", "half an hour"."""
    line = re.sub(r" (\d+) and (?:a|1) half (?=[a-z])", r" \1.5 ", line)
    line = re.sub(rf" (?:an?|1) (?:and (?:a|1) half )({UNIT})(?= )", r" 1.5 \1", line)
    line = line.replace(" its been ", " it has been ")
    line = re.sub(rf" (\d+) ({UNIT}) and (?:a|1) half(?= )", r" \1.5 \2", line)
    line = re.sub(rf" (?:an? |1 )?({UNIT}) and (?:a|1) half(?= )", r" 1.5 \1", line)
    line = re.sub(rf" (?:a )?half (?:of )?(?:(?:an?|1) )?({UNIT})(?= )", r" 0.5 \1", line)
    return re.sub(rf" 0.5 (?:an?|1) ({UNIT})(?= )", r" 0.5 \1", line)
