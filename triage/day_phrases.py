"""Finds times of the last days: "just now", "this morning", "last night", "since Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from triage.hour_phrases import PARTS
from triage.moments import (
    Found,
    Range,
    Reader,
    Way,
    days,
    find_phrases,
    hours_back,
    hours_of,
    midnight,
    phrase,
    whole_day,
)
from triage.opening_hours import WEEKDAYS

_PART = (
    r"(?: (?:in |the |my |at |around |about |late |early |before |after |during |right |just |first thing )"
    rf"{{0,4}}(?P<part>{'|'.join(PARTS)}))?"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_WEEK = timedelta(days=7)
_WEEKS = r"(?P<weeks>an?|1|2|3|4) weeks?"
_ALL = r"(?:all(?: the| this)?|(?:the |my |this )?(?:whole|entire)(?: entire)?) "
_BEGAN = (
    r"(?:locked|locking|seized|went|gone|gave|given|spasmed|started|began|threw|thrown|tweaked"
    r"|pulled|happened|popped|hurt|cramped|tightened|strained|wrenched|froze|frozen|snapped|came on"
    r"|got (?:a|this|hit|stuck)|had a|grabbed|injured|kicked|did something|put my back)"
)
_WITH_PAIN = (
    r"(?:could|can|was|am|were|is|my|this|a|really|so|severe|bad|terrible|horrible|intense|back"
    r"|pain|stiff|sore|locked|agony|stuck|hurting|that|lower|unable|not|in (?:pain|agony|a spasm)"
    r"|it|with it|like (?:this|that))"
)


def find_days(line: str, now: datetime) -> Iterator[Found]:
    """The days and parts of days that a `time_line` names, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _part_of(match: re.Match[str], now: datetime, back: int) -> Range:
    day = now.date() - timedelta(days=back)
    part = match.groupdict().get("part")
    return whole_day(day) if part is None else hours_of(day, *PARTS[part])


def _days_back(count: int) -> Reader:
    return lambda match, now: _part_of(match, now, count)


def _today(match: re.Match[str], now: datetime) -> Range:
    part = match.groupdict().get("part")
    if now.hour < 5 and part in ("morning", "night"):
        # Soon after midnight these are the hours just gone.
        return Range(midnight(now.date()) - timedelta(hours=0 if part == "morning" else 6), now)
    return _part_of(match, now, 0)


def _tonight(match: re.Match[str], now: datetime) -> Range:
    if now.hour < 5:
        return hours_of(now.date() - timedelta(days=1), *PARTS["night"])
    return hours_of(now.date(), *PARTS["evening"])


def _last_night(match: re.Match[str], now: datetime) -> Range:
    start = midnight(now.date())
    return Range(start - timedelta(hours=6), start + timedelta(hours=7), start - timedelta(hours=2))


def _woke(match: re.Match[str], now: datetime) -> Range:
    start = midnight(now.date())
    return Range(start, start + timedelta(hours=13), start + timedelta(hours=7))


def _woke_on(match: re.Match[str], now: datetime) -> Range:
    """The night and the morning of that day."""
    back = _days_since(WEEKDAYS.index(match["weekday"]), now) if match["weekday"] else 1
    return hours_of(now.date() - timedelta(days=back), 0, 13)


def _days_since(weekday: int, now: datetime) -> int:
    """Days since the most recent such weekday before today."""
    return (now.weekday() - weekday) % 7 or 7


def _weekday(match: re.Match[str], now: datetime) -> Range:
    back = _days_since(WEEKDAYS.index(match["weekday"]), now)
    if match.groupdict().get("part") is None:
        # The half of the day: "early Tuesday".
        day = now.date() - timedelta(days=back)
        if re.match(r" (?:on )?early ", match[0]):
            return hours_of(day, 0, 12)
        if re.match(r" (?:on )?late ", match[0]):
            return hours_of(day, 15, 27)
    return _part_of(match, now, back)


def _last_weekday(match: re.Match[str], now: datetime) -> Range:
    span = _weekday(match, now)
    if _days_since(WEEKDAYS.index(match["weekday"]), now) < 4:
        # "Last Tuesday" said on a Thursday is this week's to some, last week's to others.
        return Range(span.start - timedelta(days=7), span.end, span.likely)
    return span


def _weekday_weeks_ago(match: re.Match[str], now: datetime) -> Range:
    weeks = 1 if match["weeks"] in (None, "a", "an") else int(match["weeks"])
    # A week before the last such day: on a Friday "a week ago Sunday" is not this week's.
    back = (now.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    return _part_of(match, now, back + 7 * weeks)


def _weeks_on_weekday(match: re.Match[str], now: datetime) -> Range:
    """ "Six weeks come Friday": on the next one it will have been so long."""
    weeks = int(match["weeks"]) if match["weeks"].isdecimal() else 1
    ahead = 7 - _days_since(WEEKDAYS.index(match["weekday"]), now)
    return whole_day(now.date() + timedelta(days=(ahead or 7) - 7 * weeks))


def _weekdays_ago(match: re.Match[str], now: datetime) -> Range:
    back = _days_since(WEEKDAYS.index(match["weekday"]), now)
    return _part_of(match, now, back + 7 * (_count(match["weeks"]) - 1))


def _count(words: str) -> int:
    return int(words) if words.isdecimal() else 3 if "few" in words else 2


def _weekday_before_last(match: re.Match[str], now: datetime) -> Range:
    return _part_of(match, now, _days_since(WEEKDAYS.index(match["weekday"]), now) + 7)


def _weekend(back: int) -> Reader:
    def read(match: re.Match[str], now: datetime) -> Range:
        since_saturday = (now.weekday() - 5) % 7
        saturday = now.date() - timedelta(days=since_saturday + 7 * back)
        if match["which"] in ("last", "past", "this past") and since_saturday < 2:
            saturday -= timedelta(days=7)
        return days(saturday, saturday + timedelta(days=1))

    return read


def _weekends_ago(match: re.Match[str], now: datetime) -> Range:
    since_saturday = (now.weekday() - 5) % 7
    # On a Sunday the weekend is still going on.
    weeks = _count(match["count"]) - (0 if since_saturday < 2 else 1)
    saturday = now.date() - timedelta(days=since_saturday + 7 * weeks)
    return days(saturday, saturday + timedelta(days=1))


def _nth_day(match: re.Match[str], now: datetime) -> Range:
    return _part_of(match, now, int(match["nth"]) - 1)


def _nth_week(match: re.Match[str], now: datetime) -> Range | None:
    """In the third week of it, between two and three weeks have gone by."""
    groups = match.groupdict()
    word = groups.get("nth") or groups.get("ordinal") or ""
    nth = 2 if word == "second" else int(word.split()[0])
    return hours_back(168 * (nth - 1), 168 * nth - 1, 168 * (nth - 0.5))(match, now)


_GUESS = (
    r"(?:this is |it is |today is |we are |i am |on |in |into |my |the |about |like |maybe |probably |now "
    r"|going |just |starting )*"
)
_EARLIER = r"(?:earlier |late |later |early |first thing |sometime |just |very ){0,4}"
_PHRASES = [
    # A moment ago.
    phrase(
        r" (?:just|only) (?:now|this (?:second|minute|moment)|a (?:second|minute|moment) ago)",
        Way.EVENT,
        hours_back(0, 0.5, 0),
    ),
    phrase(
        r" (?:a |not even a )?(?:second|moment|minute|seconds|moments|minutes) ago",
        Way.POINT,
        hours_back(0, 0.5, 0),
    ),
    phrase(
        rf" just(?: suddenly| now| totally| completely| really)?(?= {_BEGAN} )",
        Way.EVENT,
        hours_back(0, 3, 0),
    ),
    phrase(r" (?:with)?in the hour", Way.POINT, hours_back(0, 1, 0.5)),
    phrase(r" (?:a )?(?:little|short|tiny) (?:bit|time) ago", Way.POINT, hours_back(0, 24, 3)),
    phrase(r" (?:a )?(?:good |wee )?(?:bit|time) (?:ago|back)", Way.POINT, hours_back(0, 240, 12)),
    phrase(r" (?:a )?(?:little|short) while ago", Way.POINT, hours_back(0, 24, 3)),
    phrase(r" not (?:that |too |so |very )?long ago", Way.POINT, hours_back(0, 120, 12)),
    phrase(r" (?:the )?other (?:day|night|morning|evening)", Way.POINT, hours_back(36, 144, 72)),
    # Days back.
    phrase(rf" (?:the )?day before (?:yesterday|last){_PART}", Way.POINT, _days_back(2)),
    phrase(
        r" (?:the )?(?P<part>night|morning|evening|afternoon) before last",
        Way.POINT,
        _days_back(2),
    ),
    phrase(rf" (?<!day before )(?:late |early )?yesterday{_PART}", Way.POINT, _days_back(1)),
    phrase(r" (?:late |early )?last (?P<part>evening|afternoon|morning)", Way.POINT, _days_back(1)),
    phrase(
        r" (?:late )?(?:last night|overnight|during the night|(?:in )?the middle of the night"
        r"|(?:in|during) my sleep|yesterday night|the wee hours of last night)",
        Way.POINT,
        _last_night,
    ),
    phrase(rf" {_ALL}night(?: long)?", Way.SPAN, _last_night),
    # Today.
    phrase(rf" {_EARLIER}this {_EARLIER}(?P<part>morning|afternoon|evening)", Way.PRESENT, _today),
    phrase(rf" {_EARLIER}today{_PART}", Way.PRESENT, _today),
    phrase(r" earlier(?= [.,!])", Way.PRESENT, _today),
    phrase(r"^ (?:just |like |only )?(?:a bit |a little )?earlier(?: on)?(?= *$)", Way.PRESENT, _today),
    phrase(r" tonight", Way.PRESENT, _tonight),
    phrase(rf" {_ALL}day(?: long| today)?", Way.SPAN, _days_back(0)),
    phrase(rf" {_ALL}(?P<part>morning|afternoon|evening)(?: long)?", Way.SPAN, _today),
    phrase(
        r" (?:just )?(?:woke|awoke|woken|waking|wake)"
        rf"(?: (?:up|today|this morning|and|with|to|feeling|suddenly|i|my|it)){{0,4}} {_WITH_PAIN}",
        Way.EVENT,
        _woke,
    ),
    phrase(
        r" (?:when|since|as soon as|after|the (?:moment|minute|second)|soon as) (?:i|he|she)"
        r" (?:woke|got (?:up|out of bed)|opened my eyes|tried to get (?:up|out of bed)|rolled out of bed)(?: up)?",
        Way.EVENT,
        _woke,
    ),
    phrase(r" (?:getting|climbing|rolling|crawling) out of bed", Way.EVENT, _woke),
    phrase(
        r" (?:(?:when|since) (?:i|he|she) )?(?:woke|awoke|got up)(?: up)? (?:on )?"
        rf"(?:{_WEEKDAY}|yesterday)(?: morning)?",
        Way.EVENT,
        _woke_on,
    ),
    phrase(r" since (?:waking(?: up)?|i have been (?:up|awake))", Way.SINCE, _days_back(0)),
    phrase(
        r" (?:at|around|about|after|before) (?P<part>noon|lunch|breakfast|midday)(?:time)? today",
        Way.PRESENT,
        _today,
    ),
    # The third day of it.
    phrase(
        r" day (?:number )?(?P<nth>[1-9]|[1-4]\d)"
        r"(?= (?:[.,!]|now|already|today|and|but|here|in|for me|still|(?:of|with) (?:this|the|it|pain|my back|back|hell"
        r"|agony|torture|misery|suffering|torment|nonsense|being|not|no|limping|hobbling|lying)|$))",
        Way.EVENT,
        _nth_day,
    ),
    phrase(
        r" (?:(?:this|it|today|tomorrow) (?:is|makes|would be|was|will be)|(?:i am )?(?:on|at|into)|makes it)"
        r" (?:about |like |now |already |my )?day (?:number )?(?P<nth>[1-9]|[1-4]\d)",
        Way.EVENT,
        _nth_day,
    ),
    phrase(
        r" (?:(?:this|it|today) (?:is|makes)|(?:i am )?(?:on|in|into|starting|going (?:on|into)|well into))"
        r" (?:about |like |now |already |my |the |a ){0,2}(?:week (?:number )?(?P<nth>[2-9]|1\d)"
        r"|(?P<ordinal>second|2 nd|3 rd|\d (?:th)) week)(?! (?:of|in) (?!this|it|the pain|pain|my back|back))",
        Way.EVENT,
        _nth_week,
    ),
    phrase(
        r" (?:my |the )?(?P<ordinal>second|2 nd|3 rd|\d th) week(?= (?:of (?:this|it|pain|back pain)|now|already|with"
        r" (?:this|it)|in a row|straight|running)(?: |$))",
        Way.EVENT,
        _nth_week,
    ),
    phrase(r" week (?P<nth>[2-9]|1\d)(?= (?:of (?:this|it|pain|back)|with this|[.,!]|now|$))", Way.EVENT, _nth_week),
    phrase(
        r" (?P<nth>[2-9]|1\d) (?:nd|rd|th) day"
        r"(?= (?:in a row|now|straight|(?:of|with) (?:this|it|pain|back|my back)))",
        Way.EVENT,
        _nth_day,
    ),
    phrase(r" (?:my|the|this is|it is) second day", Way.EVENT, _days_back(1)),
    phrase(r"^ (?:on |my |the |this is |it is |into |about |like |maybe )*second day(?= (?:now|[.,!]|$)"
    r"| *$)", Way.BARE, _days_back(1)),
    phrase(
        rf"^ {_GUESS}(?P<nth>[2-9]|1\d) (?:nd|rd|th) day(?= (?:now|already|and|but|here|[.,!]|$)| *$)",
        Way.BARE,
        _nth_day,
    ),
    phrase(
        rf"^ {_GUESS}(?P<ordinal>second|2 nd|3 rd|\d th) week(?= (?:now|in|already|and|but|here|[.,!]|$)| *$)",
        Way.BARE,
        _nth_week,
    ),
    # Weekdays.
    phrase(rf" (?:the )?{_WEEKDAY}{_PART} before (?:last|this (?:past )?1)", Way.POINT, _weekday_before_last),
    phrase(
        rf" {_WEEKS} ago (?:on |this |this past |last )?{_WEEKDAY}{_PART}",
        Way.POINT,
        _weekday_weeks_ago,
    ),
    phrase(rf" {_WEEKDAY}{_PART} {_WEEKS} (?:ago|back)", Way.POINT, _weekday_weeks_ago),
    # Scots and Irish: "a week past Saturday".
    phrase(rf" (?:(?P<weeks>an?|1|2|3|4) )?weeks? past {_WEEKDAY}{_PART}", Way.POINT, _weekday_weeks_ago),
    phrase(rf" (?P<weeks>an?|\d{{1,2}}) weeks? (?:come|this coming|coming) {_WEEKDAY}", Way.SPAN, _weeks_on_weekday),
    phrase(
        rf" (?P<weeks>[2-9]|(?:a )?couple(?: of)?|(?:a )?few) {_WEEKDAY}s?{_PART} (?:ago|back)",
        Way.POINT,
        _weekdays_ago,
    ),
    phrase(rf" (?:on |since )?(?:early |late )?last {_WEEKDAY}{_PART}", Way.POINT, _last_weekday, repeats=_WEEK),
    phrase(
        rf" (?:on |on the |this past |past |this |early |late ){{0,4}}{_WEEKDAY}s?{_PART}(?! before last)",
        Way.POINT,
        _weekday,
        repeats=_WEEK,
    ),
    # Weekends.
    phrase(
        r" (?:(?:on|over|during) )?(?:the )?(?:all )?"
        r"(?:(?P<which>last|this past|past|this|whole|entire) )?weekend"
        r"(?! (?:trip|warrior|before|of))",
        Way.POINT,
        _weekend(0),
        repeats=_WEEK,
    ),
    phrase(
        r" (?P<count>[2-9]|(?:a )?couple(?: of)?|(?:a )?few) weekends (?:ago|back)",
        Way.POINT,
        _weekends_ago,
    ),
    phrase(r" (?:the )?weekend (?P<which>before) last", Way.POINT, _weekend(1)),
]
