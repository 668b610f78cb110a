"""One spelling for the words of time that patients misspell, shorten, or write by their sound."""

from __future__ import annotations

import re

from triage.numbers import NUMBER_WORDS
from triage.spelling import edit_distance

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
    "never": "nver nevr nvr",
    "before": "b4 befor",
}
_MORE_FORMS = {
    "today": "tdy 2day todat tosay todey twoday",
    "yesterday": "ystdy yestie yestrday ydy",
    "monday": "mondy munday",
    "tuesday": "tuesdy toosday chewsday",
    "saturday": "satdy satday",
    "sunday": "sundy",
    "thursday": "thrs thersday",
    "hour": "horu houre",
    "week": "weeke wekk weeek",
    "month": "mnth munth monht motnh mounth monthe",
    "year": "yaer yeer yera",
    "second": "secnd",
    "half": "haf hlaf halff hafl",
    "ago": "agoo aggo ogo agp",
    "fortnight": "fortnite",
    "since": "sence sinse senc cince",
    "evening": "evning evenin",
    "afternoon": "arvo aftn",
    "last": "lst lastt",
    "two": "tow twoo",
    "three": "thre threee",
    "four": "foru fuor",
    "eight": "eigth eght",
    "nine": "nien",
    "twelve": "twelv twleve",
    "eleven": "elevn elevan",
    "twenty": "twenny",
    "thirty": "thirdy",
    "forty": "fourty",
    "ninety": "ninty",
    "dozen": "duzen dozin",
    "constantly": "constanly",
    "always": "allways alway alwyas",
    "usual": "usuall usal",
    "right": "rite",
    "returned": "retuned",
    "times": "tiems tims",
    "recurring": "reaccuring reaccurring recuring recurrring reacurring recurrin",
    "recurrent": "reccurent recurent reoccurrent",
}
# Two words that are typed as one.
_RUN_TOGETHER = {
    "lastnight": ("last", "night"),
    "lastnite": ("last", "night"),
    "lastweek": ("last", "week"),
    "lastmonth": ("last", "month"),
    "lastyear": ("last", "year"),
    "thismorning": ("this", "morning"),
    "thisweek": ("this", "week"),
    "aweek": ("a", "week"),
    "aday": ("a", "day"),
    "amonth": ("a", "month"),
    "ayear": ("a", "year"),
    "acouple": ("a", "couple"),
    "afew": ("a", "few"),
    "awhile": ("a", "while"),
    "daysago": ("days", "ago"),
    "weeksago": ("weeks", "ago"),
}
_WORDS = {form: word for word, forms in (*_FORMS.items(), *_MORE_FORMS.items()) for form in forms.split()}
# Single letters are units only right after a number.
_LETTERS = {"h": "hours", "d": "days", "w": "weeks", "y": "years"}
_COUNTING = frozenset({"few", "couple", "several", "of", "many", "some"})
_NOT_UNITS = frozenset({"weeds", "weeps", "mouths", "hour", "week", "month", "year", "minute"})
_FUZZY = (
    "yesterday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday",
    "morning", "afternoon", "evening", "midnight", "weekend", "fortnight", "several",
    "september", "november", "december", "october", "february", "january", "christmas",
    "thanksgiving", "halloween", "minutes", "started", "today",
)  # fmt: skip
# English words one letter away from one of those.
_NOT_FUZZY = frozenset(
    {
        "mourning", "moaning", "warning", "evenings", "mornings", "weekends", "sundays", "mondays",
        "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "minute", "stated",
        "startled", "starved", "sundry", "afternoons", "fortnights", "midnights", "severe",
        "severed", "stared", "starter", "darted", "smarted", "toddy", "toady",
        "nights", "tody",
    }
)  # fmt: skip
# Misspelt numbers, and words that sound like one, which they are only before a unit of time.
_SLIPS = {
    "two": "tow twoo",
    "three": "thre theree trhee threee",
    "four": "fou foru fourr",
    "five": "fiv fve fibe fivee",
    "six": "sx sixx siz",
    "seven": "sevn sevem sevven seveen",
    "eight": "eigth eigt eght eigh ieght",
    "nine": "nin nien ninee",
    "ten": "tenn",
}
_SOUND_LIKE_NUMBERS = {
    **{slip: number for number, slips in _SLIPS.items() for slip in slips.split()},
    "too": "two",
    "to": "two",
    "tu": "two",
    "tree": "three",
    "fore": "four",
    "foar": "four",
    "for": "four",
    "fife": "five",
    "sicks": "six",
    "ate": "eight",
    "nein": "nine",
    "tin": "ten",
    "won": "one",
    "wun": "one",
}
# After these "to", "for" and the like are themselves: "due to weeks of work".
_NOT_A_NUMBER_AFTER = {
    "to": frozenset(
        "due used close closer down up going next prior from according compared led adds comes".split()
    ),
    "ate": frozenset("i he she we they you".split()),
    "for": frozenset(),
}
_UNITS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks weak weaks month months "
    "year years".split()
)
_NUMBERISH = frozenset(NUMBER_WORDS) | frozenset(_SOUND_LIKE_NUMBERS)
_BEFORE_A_WEEK = frozenset("a an one 1 won wun last this past per whole full half good each".split())
_AFTER_A_WEEK = frozenset(
    "and an plus or ago now back today yesterday already straight ish of exactly since maybe but i "
    "before later".split()
) | frozenset(".,!?")
_SHORT_UNITS = {"daze": "days", "dais": "days", "ours": "hours", "moth": "month", "our": "hour"}


def spelled(words: list[str]) -> list[str]:
    """The words with those of time in their usual spelling: "fore daze" is "four days"."""
    split = [part for word in words for part in _RUN_TOGETHER.get(word, (word,))]
    mended: list[str] = []
    for word in split:
        mended.append(_spelled(word, mended[-1] if mended else ""))
    mended = [_unit_by_sound(mended, place) for place in range(len(mended))]
    mended = [_number_by_sound(mended, place) for place in range(len(mended))]
    # The unit after a number that was mended: "tree weaks", "too dais".
    return [_spelled(word, mended[i - 1] if i else "") for i, word in enumerate(mended)]


def _unit_by_sound(words: list[str], place: int) -> str:
    """ "A weak ago" is a week; "a weak leg" is not."""
    word, before, after = words[place], _at(words, place - 1), _at(words, place + 1)
    counted = before in _COUNTING or before in _NUMBERISH or before.isdecimal()
    if word == "weak" and (before in _BEFORE_A_WEEK or counted):
        return "week" if after in _AFTER_A_WEEK or not after else word
    if word in ("daze", "dais", "ours"):
        return _SHORT_UNITS[word] if counted else word
    if word in ("moth", "our"):
        single = before in _BEFORE_A_WEEK and after in ("ago", "and", "back", "now", "or", ",", ".", "")
        return _SHORT_UNITS[word] if single else word
    if word == "sense" and after in _AFTER_SINCE:
        return "since"
    return word


def _number_by_sound(words: list[str], place: int) -> str:
    word = words[place]
    number = _SOUND_LIKE_NUMBERS.get(word)
    if number is None:
        return word
    before, after, second = (_at(words, place + step) for step in (-1, 1, 2))
    if before in NUMBER_WORDS or before.isdecimal() or before in _NOT_A_NUMBER_AFTER.get(word, ()):
        return word
    if before in _COUNTING or (before in ("a", "an", "and", "the") and word != "too"):
        return word
    unit_follows = after in _UNITS or (
        # "Too and a half weeks", "tree or four days".
        after in ("and", "n", "or", "an")
        and any(part in _UNITS for part in words[place + 2 : place + 5])
        and (second in ("a", "half") or second in _NUMBERISH or second.isdecimal())
    )
    if not unit_follows:
        return word
    if word == "for" and second not in ("ago", "back"):
        # "For days" is what it says; "for days ago" counts them.
        return word
    return number


# Words that are drawn out for effect: "baaack", "agaaain" (of which two letters are left here).
_STRETCHED = frozenset("back again same always yes many times every never".split())
_AFTER_SINCE = frozenset(
    "yesterday last monday tuesday wednesday thursday friday saturday sunday this i about around early "
    "late my we january february march april may june july august september october november december "
    "noon midnight lunch then".split()
)


def _at(words: list[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""


def _spelled(word: str, before: str) -> str:
    """One word in its usual spelling, which may hang on the word before it."""
    if word in _WORDS:
        return _WORDS[word]
    plain = re.sub(r"(.)\1", r"\1", word)
    if plain in _STRETCHED:
        return plain
    if word in _LETTERS and before.replace(".", "", 1).isdecimal():
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
