"""What patients put beside a count to loosen it: "almost", "at least", "maybe less", "within"."""

from __future__ import annotations

import re

# Over the words before a count, or, where they begin with "^", over those behind it.
ALMOST = re.compile(
    r" (?:almost|nearly|close to|going on|just under|a little under|shy of|not quite|pushing"
    r"|coming up on|getting on for)(?: like| about)? $"
)
UNDER = re.compile(
    r" (?:less than|under|not even|barely|no more than|not more than|within(?: the)?"
    r"(?: last| past)?|at most|up to|in the (?:last|past)|not longer than|no longer than)"
    r"(?: like| about)? $"
)
OVER = re.compile(
    r" (?:over|more than|longer than|at least|upwards of|just over|well over|greater than)"
    r"(?: like| about)? $"
)
FOR = re.compile(r" (?:for|now|since|hurt\w*|pain|been|spasm\w*|ach\w*|stuck|sore|stiff)(?: about| like| at least)? $")
# "3 days, maybe less": said of a count, it may lie on either side of a border.
OR_LESS = re.compile(
    r"^ (?:ago |now |back |or so )?(?:[.,] )?(?:(?:or|maybe|might be|could be|possibly|if not|perhaps)(?: |(?= ))){1,2}"
    r"(?: (?:a bit|a little|even|it is|be))* (?:less|shorter|under|fewer|not even)(?= (?!than))"
)
OR_MORE = re.compile(
    r"^ (?:ago |now |back |or so )?(?:i think |i guess )?(?:[.,] )?(?:maybe|might be|could be|possibly|perhaps|may be)"
    r"(?: (?:a bit|a little|even|it is|be))* (?:more|longer|over)(?= )"
)
IN_THE_LAST_SOME = re.compile(r" (?:in|inside|within|some ?time (?:over|during|in))(?: the| these) (?:last|past) $")
WITHIN = re.compile(r" (?:in|inside|within|some ?time (?:over|during|in)) $")
BUT_NOT = re.compile(r" but not(?: yet| quite| quite yet)? $")
AT_LEAST = re.compile(r" at least(?: like| about| a)? $")
PLUS = re.compile(
    r"^ (?:or more|plus|and counting|at least|or longer|if not more"
    r"|and (?:then )?(?:some|change|a (?:bit|little|few|half))"
    r"|and more|and a couple|plus some|plus change)(?= )"
)
