"""Finds what began so long ago that nobody counts: "for ages", "all my life", "since high school"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from triage.moments import Found, Way, find_phrases, hours_back, phrase


def find_long_ago(line: str, now: datetime) -> Iterator[Found]:
    """The uncounted long times that a `time_line` names, up to `now` (with its time zone)."""
    return find_phrases(_PHRASES, line, now)


_YEAR = 365 * 24
_ever = hours_back(_YEAR, 40 * _YEAR, 5 * _YEAR)
_MY = r"(?:my|his|her|our)"
_AGES = (
    r"(?:teens|teenage years|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0 s"
    r"|childhood|youth)"
)
_SCHOOL = (
    r"(?:high school|college|grade school|middle school|school|university"
    r"|the (?:army|service|military|navy|marines))"
)
_NEVER_LEFT = (
    r"(?=.* (?:never (?:went|gone|left|really|been|got|healed|stopped|quit|fully|recovered)|since"
    r"|still|not (?:been|gone|left|stopped|quit) ))"
)

_PHRASES = [
    phrase(
        r" (?:for |since |in )?(?:ages|forever(?: and a day)?|eons|an eternity|donkey is years|donkeys years"
        r"|(?:a )?(?:really |very |good |loo+ng )?long (?:long )?time"
        r"|so long|time immemorial|the longest time)(?: now| ago)?",
        Way.SPAN,
        hours_back(24 * 30, 24 * 3650, 24 * 180),
    ),
    phrase(r" (?:many moons|(?:many|several|a few) moons (?:ago|back"
    r"|now))", Way.SPAN, hours_back(24 * 60, 10 * _YEAR, _YEAR)),
    phrase(
        r" (?:for )?(?:(?:quite )?a (?:good |long )?while|quite some time|some time)(?: ago| back| now)",
        Way.SPAN,
        hours_back(24, 24 * 90, 24 * 10),
    ),
    phrase(
        r" (?:for )?(?:(?:quite )?a (?:good |long )?while|quite some time)",
        Way.SPAN,
        hours_back(24, 24 * 90, 24 * 10),
    ),
    phrase(
        r" (?:ever )?since (?:i|he|she) (?:was|turned|hit) (?:in (?:my |his |her )?|a |an |about |around |like |maybe "
        r"|roughly |only |just ){0,3}"
        rf"(?:very |really )?(?:\d{{1,2}}(?: s)?|little|young|kid|child|teen\w*|{_SCHOOL}|{_AGES}|born|boy|girl)",
        Way.SINCE,
        _ever,
    ),
    phrase(rf" since (?:{_MY} |the )?(?:early |late |mid )?(?:{_AGES}|{_SCHOOL}|birth)", Way.SINCE, _ever),
    phrase(
        rf" (?:way )?(?:back )?(?:in|during) (?:{_MY} )?(?:early |late |mid )?(?:{_AGES}|{_SCHOOL}){_NEVER_LEFT}",
        Way.SINCE,
        _ever,
    ),
    phrase(
        rf" (?:(?:for )?(?:{_MY} )?(?:whole|entire|adult|whole adult|entire adult) life"
        rf"|all (?:of )?{_MY} (?:adult )?life"
        rf"|most of {_MY} (?:adult )?life|half {_MY} life|lifelong"
        r"|(?:for )?as (?:long|far back) as (?:i|he|she) (?:can )?(?:remember|recall)"
        r"|since (?:i|he|she) can remember)",
        Way.SPAN,
        _ever,
    ),
]
