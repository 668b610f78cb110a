"""Finds hours and meals of an unnamed day: "at 3 pm", "around noon", "since midnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from triage.moments import Found, Range, Way, find_phrases, hours_of, midnight, phrase

# The hours that the parts of a day cover; past 24 are those of the next day.
PARTS: dict[str, tuple[float, float]] = {
    "morning": (4, 12),
    "dawn": (4, 8),
    "sunrise": (4, 8),
    "sunup": (4, 8),
    "breakfast": (5, 11),
    "lunch": (11, 14),
    "lunchtime": (11, 14),
    "noon": (11, 13),
    "midday": (11, 13),
    "afternoon": (12, 18),
    "dinner": (16, 21),
    "dinnertime": (16, 21),
    "supper": (16, 21),
    "suppertime": (16, 21),
    "dusk": (16, 21),
    "sunset": (16, 21),
    "sundown": (16, 21),
    "evening": (17, 24),
    "bedtime": (20, 25),
    "night": (18, 30),
}
_DAY = timedelta(days=1)
_MEALS = (
    "dawn|sunrise|sunup|breakfast|lunch|lunchtime|noon|midday|dinner|dinnertime|supper|suppertime"
    "|dusk|sunset|sundown|bedtime"
)
_AT = r"(?:(?:right|just|shortly|some ?time|a little|a bit|soon) )?(?:at|around|round|about|before|after|during|over)"
# Answers: "lunchtime", "in the night", "late morning", "since morning".
_GUESS = (
    r"(?:it was |it is |it started |it began |started |i think |maybe |about |around |like |sometime "
    r"|some ?time |[.,] )*"
)
_END = r"(?= (?:[.,!] |i think |or so |maybe |only |ish |now |today ){0,4}$| *$)"
# What is done at an hour: "woke up at 4", "finished work at 6".
_DID = "".join(
    rf"(?<= {word})|"
    for word in (
        *("woke", "awoke", "waking", "up", "began", "started", "happened", "seized", "locked", "went", "hit", "me"),
        *("on", "ended", "finished", "work", "off", "left", "home", "shift", "lunch", "bed", "gym"),
    )
).rstrip("|")
_NOT_AN_HOUR = (
    r"to|out|of|or|st|nd|rd|th|am|pm|times?|points?|percent|miles?|(?:seconds?|minutes?|hours?|days?|nights?|weeks?"
    r"|months?|years?|feet|foot|pounds|lbs|kilos|kg)"
)
_CLOCK = r"(?:at |around |about |since |from |like )*clock (?P<clock>\d{4})"


def find_hours(line: str, now: datetime) -> Iterator[Found]:
    """The hours that a `time_line` names without their day, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


def _clock(match: re.Match[str], now: datetime) -> Range | None:
    hour, minute = int(match["clock"][:2]), int(match["clock"][2:])
    if hour > 23 or minute > 59:
        return None
    at = midnight(now.date()) + timedelta(hours=hour, minutes=minute)
    if at > now:
        at -= _DAY
    return Range(at, at, at)


def _oclock(match: re.Match[str], now: datetime) -> Range:
    """Morning or afternoon is not said: the last time the clock showed it, or the one before."""
    at = midnight(now.date()) + timedelta(hours=int(match["hour"]) % 12 + 12)
    while at > now:
        at -= timedelta(hours=12)
    return Range(at - timedelta(hours=12), at, at)


def _meal(match: re.Match[str], now: datetime) -> Range:
    """The last one that has begun."""
    span = hours_of(now.date(), *PARTS[match["part"]])
    if span.start > now:
        span = hours_of(now.date() - _DAY, *PARTS[match["part"]])
    return span


def _night(match: re.Match[str], now: datetime) -> Range:
    start = midnight(now.date())
    return Range(start - timedelta(hours=6), start + timedelta(hours=7))


def _midnight(match: re.Match[str], now: datetime) -> Range:
    at = midnight(now.date())
    return Range(at - timedelta(hours=1), at + timedelta(hours=1), at)


def _small_hours(match: re.Match[str], now: datetime) -> Range:
    at = midnight(now.date())
    return Range(at, at + timedelta(hours=6))


_PHRASES = [
    phrase(rf" {_CLOCK}", Way.PRESENT, _clock, repeats=_DAY),
    phrase(r" (?:at |around |about |since )?(?P<hour>[1-9]|1[0-2]) oclock", Way.PRESENT, _oclock),
    # "At 10", "woke up at 4", "since my shift ended at 6".
    phrase(
        rf"^ {_GUESS}(?:at|around|round|about|since|from)(?: about| around| like)? (?P<hour>[1-9]|1[0-2]){_END}",
        Way.BARE,
        _oclock,
    ),
    phrase(
        rf"(?:{_DID}) (?:at|around|about)(?: about| around| like)? (?P<hour>[1-9]|1[0-2])"
        rf"(?! (?:{_NOT_AN_HOUR}) )",
        Way.PRESENT,
        _oclock,
        repeats=_DAY,
    ),
    phrase(rf" {_AT} (?P<part>{_MEALS})", Way.PRESENT, _meal, repeats=_DAY),
    phrase(
        rf"^ {_GUESS}(?:(?:the )?(?:crack of )|(?:at |since |from |in the |this |during |over |before |after )?)"
        rf"(?:(?:early |late |mid |about |around ){{0,2}})(?P<part>morning|{_MEALS}){_END}",
        Way.BARE,
        _meal,
    ),
    phrase(
        rf"^ {_GUESS}(?:at some point |some time )?(?:in|through|throughout|during) the night{_END}",
        Way.BARE,
        _night,
    ),
    phrase(
        r" (?:hurt\w*|pain\w*|ach\w*|spasm\w*|this|it|been|like this) (?:since|from)(?: the"
        r"| early)? (?P<part>morning)(?: only)?",
        Way.SINCE,
        _meal,
    ),
    phrase(rf" since(?: about| around| before| after)? (?P<part>{_MEALS})", Way.SINCE, _meal, repeats=_DAY),
    phrase(
        r" (?:since|at|around|about|just after|just before|right at|past|after|before|(?:bang|dead|right) on"
        r"|on the stroke of|by)(?: about| around)? midnight",
        Way.POINT,
        _midnight,
        repeats=_DAY,
    ),
    phrase(
        r" (?:in |during |since )?the (?:wee|small|early) hours(?: of (?:the|this) morning)?",
        Way.POINT,
        _small_hours,
        repeats=_DAY,
    ),
]
