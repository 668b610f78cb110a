"""Finds how long something has lasted, or how long ago it was: "for 3 days", "an hour ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from triage import hedge_phrases as hedges
from triage.moments import Found, Way
from triage.time_words import UNIT

# Characters beside a count that are looked at.
_NEAR = 100
_PAST = ("the last", "the past", "past")
_LONGEST = timedelta(days=366 * 100)
_UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "night": timedelta(days=1),
    "week": timedelta(weeks=1),
    "fortnight": timedelta(weeks=2),
    "month": timedelta(days=30.44),
    "year": timedelta(days=365.25),
    "decade": timedelta(days=3652.5),
}
_NUMBER = r"\d{1,4}(?:\.\d+)?"
_COUNT = (
    rf"(?:between )?(?P<low>{_NUMBER}) (?:to|or|and|maybe|or maybe|,|) ?(?P<high>{_NUMBER})"
    rf"|(?P<number>{_NUMBER})"
    r"|(?:an? |the |these )?(?P<couple>couple(?: of)?(?: (?:or |to |maybe )?(?:so|3|few|4))?)"
    r"|(?:an? |the )?(?:good |whole |past |last )?(?P<few>few(?: of)?|handful of"
    rf"|some(?= {UNIT} (?:ago|now|back|already|of|[.,!?]|$)))"
    r"|(?P<several>several)"
    r"|(?P<number_of>multiple|a bunch of|a number of|various)"
    r"|(?P<many>many|a lot of|lots of|loads of|so many|too many)"
    r"|(?P<single>an?(?: good| full| whole| solid)?|(?:the (?:past|last)|past)"
    r"(?= (?:second|minute|hour|day|night|week|fortnight|month|year|decade) ))"
)
# The longer counts come first, so that "2 to 3" is not read as "3" and "last few" not as "last".
_DURATION = re.compile(
    rf" (?:{_COUNT}) (?P<plus>plus )?"
    rf"(?:full |whole |solid |straight |long |more |sleepless |bad |rough |horrible |miserable |painful )?"
    rf"(?P<unit>{UNIT})"
    rf"(?: (?:or so )?(?:, )?(?:or )?(?:maybe |possibly |perhaps |could be |might be "
    rf"|may be )?(?:or )?(?P<more>\d{{1,2}})(?= [a-z.,?]|\s*$)(?! {UNIT}))?(?= )"
)
_NAKED = re.compile(
    r" (?:for|been|it is been|has been|lasted|going on|with) (?:like |literally |about )?"
    r"(?P<unit>days|weeks|months|years|decades|hours)(?= (?!old|ago))"
    r"|(?<!\d)(?<! few)(?<! couple)(?<! of)(?<! several)(?<! some)(?<! many)"
    r" (?P<unit2>days|weeks|months|years|decades|hours|minutes|seconds|moments) (?P<ago>ago|now)"
    r"(?= )"
    r"|^ (?:for |like |i think |maybe |it has been |been |just |oh |honestly |literally |easily |god |well |yeah "
    r"|um |uh |lol |probably |[.,!?] ){0,6}"
    r"(?P<unit3>days|weeks|months|years|decades|hours|minutes)(?: (?:and|upon) (?:days|weeks|months|years))?"
    r"(?= (?:[.,!?;]|on and off|off and on|and counting|at least|easily|really|honestly|i think"
    r"|of (?:this|it|pain|back))"
    r"(?: |$)|\s*$)"
)

_MAYBE = (
    r"(?: (?:about|around|like|maybe|only|just|say|exactly|almost|nearly|over|well over|just over"
    r"|more than|less than|under|at least|literally|already|now|close to|easily|some|i think"
    r"|i guess|the|the last|the past|the better part of|a good|longer than|up to|not even|barely"
    r"|going on|just under|no more than|a little over|a bit over)){0,4} $"
)
_LEADS = re.compile(
    r" (?:for|since|from|been|it is|lasting|lasted|has lasted|over|during|in|within|throughout|through"
    r"|going on|ongoing|x|past|last|like this|duration|day) ?" + _MAYBE
)
_FUTURE = re.compile(r" (?:in|within|next|another|the next|in the next|in another)" + _MAYBE)
_REJECT_BEFORE = re.compile(
    r" (?:every|each|per|after|until|another|next|takes?|took|taken|takes me|hold|wait|waited"
    r"|once|twice|times|how|in|at|age|aged|turned|turning|or so|apply|applied|ice(?:d)? (?:it|for)"
    r"|first|only last(?:s|ed)|lasts|last like|lasting only|(?:i|he|she) am|by)" + _MAYBE
)
_REJECT_AFTER = re.compile(
    r"^ (?:(?:last|this|that|in the) (?:week|month|weekend|year)|you (?:are|were)|old|of age|later|after|before|each"
    r"|at a time|per|when|whenever|while"
    r"|if|until|from now|pregnant|along|postpartum|post|into|away|every|then|time|times|younger"
    r"|older|early|late|opinion|hand|off work|off(?! and on)|left"
    r"|of (?!(?:the |my |bad |back |severe |constant |lower |terrible |awful |horrible |intense "
    r"|this |non ?stop ){0,4}(?:pain|this|it|back|agony|hell|misery|suffering|spasms?|hurting"
    r"|torture|discomfort|stiffness|muscle))"
    r"|(?:a|per|every|each|out of(?: the| every)?) (?:day|night|week|month|year|hour|7)"
    r"|(?:of )?(?:drive|driving|flight|shift|ride|trip|car|road|weekend|break|walk|walking|run|hike"
    r"|workout|session|meeting|plane|bus|train|nap|rule|course|history|warranty|supply|period"
    r"|sitting|standing|sleep|vacation|daughter|son|kid|baby|girl|boy|appointment|commute|follow"
    r"|anniversary))(?= |$)"
)
# How long each spasm takes, not since when.
_LASTING = re.compile(
    r" (?:(?<!has )lasted|lasts|lasting|to last|will last|only last)(?: for)?" + _MAYBE
)
# In these "in 3 weeks" is a time gone by.
_NO_BETTER_IN = re.compile(
    r" (?:no better|not (?:\w+ ){0,4}(?:better|stopped|left|improved|gone away|let up|eased|moved"
    r"|been able to \w+)) in (?:about |like |over )?$"
)
_IN_THE_LAST = re.compile(r" (?:in|within|over|during) (?:the|these|my) (?:last|past) $")
_AGO = re.compile(
    r"^ (?:or so |or more |ish |plus |or less |i think |maybe |now ){0,4}"
    r"(?:ago|earlier|prior|before(?= (?:[.,!?] ?)*$| [.,!?])"
    r"|back(?! (?:pain|spasms?|aches?|hurts?|is|was|has|locked|went|injury"
    r"|issues?|problems?|muscle|muscles)))(?= )"
)
# "It began before 3 days", in the words of many whose first language is another.
_BEFORE = re.compile(r" before (?:about |around |like |maybe |some |already |the last |the past )?$")
_BEFORE_IS_TO_COME = re.compile(
    r" (?:can|could|should|will|would|may|must|not|never|call|come|return|wait|day|days|week|weeks|minutes"
    r"|hours|hour|done|over|gone|heal|better)(?: [a-z]+){0,3} $"
)
_GIVE_OR_TAKE = re.compile(r" (?:give or take|plus or minus) (?:like |about |maybe )?$")
# "It has been a minute" is an idiom for a long time.
_A_MINUTE = re.compile(r" been (?:like |quite |about )?$")
_STRAIGHT = re.compile(
    r"^ (?:or so |or more |ish |plus |or less |i think |maybe ){0,4}"
    r"(?:now|already|straight|in a row|running|solid|and counting|non ?stop|long|of (?!drive))"
)


@dataclass(frozen=True)
class _Amount:
    """Least, most and likeliest length."""

    least: timedelta
    most: timedelta
    likely: timedelta


def find_durations(line: str, now: datetime) -> Iterator[Found]:
    """The durations of a `time_line` that can be counted back from `now` (UTC)."""
    matches = list(_DURATION.finditer(line))
    for place, match in enumerate(matches):
        if place and _adds_up(matches[place - 1], match, line):
            continue
        after = matches[place + 1 : place + 2]
        rest = after[0] if after and _adds_up(match, after[0], line) else None
        found = _counted(match, rest, line, now)
        if found is not None:
            yield found
    for match in _NAKED.finditer(line):
        yield _uncounted(match, now)


def _adds_up(first: re.Match[str], second: re.Match[str], line: str) -> bool:
    """Whether two counts make one length: "a week and 3 days", not "2 weeks, 12 days"."""
    between = line[first.end() : second.start()]
    if between == " ," and not _AGO.match(line[second.end() :]):
        return False
    if between not in ("", " and", " plus", " ,", " and about", " and like", " and maybe"):
        return False
    amount = _amount(second, "", "")
    return amount is not None and amount.most < _UNITS[_unit(first["unit"])]


def _counted(match: re.Match[str], rest: re.Match[str] | None, line: str, now: datetime) -> Found | None:
    """The time of one count, with the `rest` of its length if it has one."""
    end = rest.end() if rest else match.end()
    # The space before the count belongs to what stands before it.
    left = line[max(0, match.start() - _NEAR) : match.start() + 1]
    right = line[end : end + _NEAR]
    amount = _amount(match, left, right)
    if amount is None or amount.least > _LONGEST:
        return None
    amount = _hedged(amount, left, right)
    more = _amount(rest, "", "") if rest else None
    if more:
        amount = _Amount(amount.least + more.least, amount.most + more.most, amount.likely + more.likely)
    ago, before = _AGO.match(right), _before(left, right)
    if ago is None and (_REJECT_AFTER.match(right) if before else _rejected(match, left, right)):
        return None
    way = Way.BARE
    if ago is not None or before:
        way = Way.POINT
    elif _LEADS.search(left) or match["single"] in _PAST or _STRAIGHT.match(right):
        way = Way.SPAN
    return Found(
        match.start() + 1 - before,
        end + (ago.end() if ago else 0),
        way,
        now - min(amount.most, _LONGEST),
        now - min(amount.least, _LONGEST),
        now - min(amount.likely, _LONGEST),
        long_span=_unit(match["unit"]) in ("month", "year", "decade"),
    )


def _hedged(amount: _Amount, left: str, right: str) -> _Amount:
    """With what the patient adds to take it back: "maybe less", "sometime in the last few"."""
    if hedges.IN_THE_LAST_SOME.search(left):
        return _Amount(timedelta(0), amount.most, amount.likely / 2)
    if hedges.OR_LESS.match(right):
        return _Amount(amount.least * 0.6, amount.most, amount.likely)
    if hedges.OR_MORE.match(right):
        return _Amount(amount.least, amount.most * 1.5, amount.likely)
    return amount


def _before(left: str, right: str) -> int:
    """How many characters of a "before" stand there that means "ago", as in "before 3 days"."""
    match = _BEFORE.search(left)
    if match is None or _BEFORE_IS_TO_COME.search(left[: match.start() + 1]):
        return 0
    return len(match[0]) - 1


def _rejected(match: re.Match[str], left: str, right: str) -> bool:
    if _REJECT_AFTER.match(right):
        return True
    if match["single"] and match["unit"] == "second":
        return True
    if _GIVE_OR_TAKE.search(left):
        return True
    if match["single"] and match["unit"] == "minute" and _A_MINUTE.search(left):
        return True
    short = _unit(match["unit"]) in ("second", "minute", "hour")
    if short and _LASTING.search(left):
        return True
    if hedges.UNDER.search(left) or _NO_BETTER_IN.search(left) or _IN_THE_LAST.search(left):
        return False
    return bool(_FUTURE.search(left) or _REJECT_BEFORE.search(left))


def _amount(match: re.Match[str], left: str, right: str) -> _Amount | None:
    unit = _UNITS[_unit(match["unit"])]
    if match["low"] is not None:
        low, high = float(match["low"]), float(match["high"])
        if low < high:
            # Between one and two weeks is not yet two.
            most = high * 0.999 if "between " in match[0] else high
            return _Amount(low * unit, most * unit, (low + high) / 2 * unit)
        return _of_number(high, unit, left, right)
    if match["number"] is not None:
        number = float(match["number"])
        if match["more"] is not None and 0 < float(match["more"]) < number:
            # "3 days, maybe 2".
            low = float(match["more"])
            return _Amount(low * unit, number * unit, (low + number) / 2 * unit)
        if match["more"] is not None and float(match["more"]) > number:
            high = float(match["more"])
            return _Amount(number * unit, high * unit, (number + high) / 2 * unit)
        return _of_number(number, unit, left, right, plus=match["plus"] is not None)
    if match["couple"] is not None:
        plain = match["couple"] in ("couple", "couple of") and not hedges.AT_LEAST.search(left)
        most = max(2.4 if plain else 4, float(match["more"] or 0))
        return _Amount(2 * unit, most * unit, min(most, 2.2) * unit)
    if match["few"] is not None:
        return _Amount(2.5 * unit, 5 * unit, 3.5 * unit)
    if match["several"] is not None:
        return _Amount(3 * unit, 6.5 * unit, 4.5 * unit)
    if match["number_of"] is not None:
        return _Amount(2.5 * unit, 8 * unit, 4.5 * unit)
    if match["many"] is not None:
        return _Amount(4 * unit, 15 * unit, 8 * unit)
    if match["single"] in _PAST:
        # "For the past week" counts it; "this past week" is some time in it, "within" it any.
        least = 1.0 if hedges.FOR.search(left) else 0.0 if hedges.WITHIN.search(left) else 0.7
        return _Amount(least * unit, unit, unit)
    if match["more"] is not None:
        # "A week or 2".
        high = float(match["more"])
        return _Amount(unit, high * unit, (1 + high) / 2 * unit)
    return _of_number(1.0, unit, left, right)


def _of_number(
    number: float, unit: timedelta, left: str, right: str, plus: bool = False
) -> _Amount | None:
    if number * (unit / timedelta(days=1)) > 4 * _LONGEST.days:
        return None
    exact = number * unit
    if hedges.ALMOST.search(left):
        return _Amount(exact * 0.8, exact * 0.99, exact * 0.9)
    not_yet = left.endswith(" not ") and right.startswith(" yet ")
    if hedges.UNDER.search(left) or not_yet or hedges.BUT_NOT.search(left):
        return _Amount(timedelta(0), exact * 0.99, exact * 0.6)
    if hedges.AT_LEAST.search(left) and unit == timedelta(days=1):
        # Who says so has not counted the days.
        return _Amount(exact, exact + 1.5 * unit, exact + 0.5 * unit)
    if plus or hedges.OVER.search(left) or hedges.PLUS.match(right):
        beyond = (number + max(1.0, number * 0.2)) * unit
        return _Amount(exact, max(exact, beyond * 0.99), exact + (beyond - exact) * 0.3)
    return _Amount(exact, exact, exact)


def _uncounted(match: re.Match[str], now: datetime) -> Found:
    unit_name = _unit(match["unit"] or match["unit2"] or match["unit3"])
    unit = timedelta(minutes=1) if unit_name == "moment" else _UNITS[unit_name]
    ago = match["ago"] == "ago"
    most = 5 if unit_name in ("second", "minute", "moment", "hour", "day") else 12
    return Found(
        match.start() + 1,
        match.end(),
        Way.POINT if ago else Way.BARE if match["unit3"] else Way.SPAN,
        max(now - most * unit, now - _LONGEST),
        now - 2 * unit,
        now - 3 * unit,
        long_span=unit_name in ("month", "year", "decade"),
    )


def _unit(word: str) -> str:
    return word.removesuffix("s")
