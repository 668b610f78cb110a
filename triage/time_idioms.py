"""Roundabout ways to say a time, put into the plain words that the phrase modules read.

All work on a `time_line`, in which numbers are digits: "a day short of 2 weeks" is "13 days".
"""

from __future__ import annotations

import re

from triage.calendar_phrases import MONTHS
from triage.opening_hours import WEEKDAYS

_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_A_UNIT = rf"(?=(?:(?:about|like|around|maybe) )?(?:an?|the|\d+(?:\.\d+)?) {_UNIT} )"
_LITTLE = (
    r"(?:a (?:wee |tiny |little )?(?:shade|hair|touch|tad|bit|little|smidge|smidgen|fraction|tiny bit)|slightly"
    r"|just|only just)"
)
_WROTE = (
    r"(?:texted|messaged|wrote|write|typed|type|called|rang|phoned|contacted|opened|started|came on|logged (?:on|in)"
    r"|got on|sat down to (?:type|write)|reached out|found|googled|looked|clicked|landed on|came across)"
)

_REPLACED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        # "5 ish days", "10 odd days", "2 and a bit weeks".
        (rf" (\d+(?:\.\d+)?) (?:ish|odd|or so|so)(?= {_UNIT} )", r" \1"),
        (rf" (\d+) (?:something|and (?:a bit|something|some|change)|point something"
        rf"|plus a bit)(?= {_UNIT} )", r" \1 plus"),
        (rf" (\d+) plus (?:or )?minus (?:an? |\d+ )?{_UNIT}(?= )", r" \1"),
        # Nearly so long.
        (
            rf" (?:{_LITTLE} (?:under|less than|shy of|short of|off)|(?:not )?(?:that )?far off|pushing|approaching"
            rf"|nearing"
            r"|closing in on|creeping up on|inching towards?|bordering on|verging on|nigh on|nigh|well nigh"
            r"|knocking on(?: for)?|coming up (?:on|to|for)|getting (?:on for|on to|close to|up to)|near enough"
            r"|(?:for )?(?:the )?(?:better|best|greater|bigger) part of|(?:for )?most of|(?:for )?the (?:bulk"
            r"|majority) of"
            rf"|just about|all but|near on|close on|shy of|just shy of|not quite|near) {_A_UNIT}",
            " almost ",
        ),
        # Whoever is spoken to.
        (
            r"(?<! the)(?<! my)(?<! a)(?<! to)(?<! see)(?<! saw)(?<! your)(?<! her)(?<! his)(?<! another) (?:, )?"
            r"(?:doc|doctor|mate|bro|bruh|dude|love|dear|sir|ma am|maam|buddy|pal|nurse|folks|guys|hun"
            r"|honey)(?= (?:[.,!?] ?)*$)",
            "",
        ),
        (r" trick or treat\w*(?: with the kids| with my kids)?(?= )", " halloween"),
        (
            r"^ (?:it was |way |well |just |some ?time |i think |maybe )*before (?=(?:halloween|christmas"
            r"|thanksgiving|easter|labor day|new year"
            r"|january|february|march|april|may|june|july|august|september|october) )",
            " since before ",
        ),
        (r" (?:literally |somewhere )*between (?:breakfast|lunch|brunch|dinner|coffee) and now(?= )", " today"),
        (r" (\d+ nights) (?:i|he|she) (?:have|has) not (?:slept|closed)(?= )", r" for \1 "),
        # Not the one of the 4th of July.
        (
            r" (?!(?:american|on|the|since|before|after|this|last) )\w{3,}(?:an|ian|ish|no|ine|ese|li|ni|ese) "
            r"independence day(?= )| independence day (?:of|in) (?!the (?:us|usa|states)|america)\w+(?= )",
            "",
        ),
        (r" nights of (?:no|bad|poor|broken|little) sleep(?= )", " nights"),
        (r" (?:an?|1|2|couple|few) days?(?: or (?:2|so|3))? (?:over|past|more than|beyond) (?=(?:an?|1|2|3) (?:week"
        r"|fortnight|month))", " over "),
        (r" (weekend|week) before this last (?:1|one|weekend|week)(?= )", r" \1 before last"),
        # "Months mate, months".
        (r" (days|weeks|months|years)(?: (?:and|mate|man|love|doc|dear|sir|,))+ \1(?= )", r" for \1"),
        (r" (?:has |have )?(?:entered|entering) (?:the|its|my) (?:\w+ ){1,2}month(?= )", " for over a month"),
        (r" (?:e|it|i|he|she) don (?:reach|pass)(?= )", " it has been"),
        # "Going back to the summer".
        (r" (?:(?:going|dating|goes|dates) (?:all the way |way )?back to|dating from|dates from|as far back as"
        r"|ever since|right since)(?= )", " since"),
        # Spoken to a phone: "around dinner time period I was …".
        (r"(?<! my) period(?= (?:i|it|my|we|and|then|so|was|that|this|he|she) )", " ."),
        (r" this morn(?= )", " this morning"),
        (rf" (\d+ {_UNIT}) (?:before|prior to|earlier than) (?:today|now)(?= )", r" \1 ago"),
        (r" ((?:[01]\d|2[0-3])[0-5]\d) hours(?= )", r" at clock \1"),
        (r" \d+ a day(?= )", ""),
        (rf" (?:it|e|he|she) (?:has |have )?reach(?:ed)?(?= (?:about |like )?\d+ {_UNIT} )", " it has been"),
        (
            rf" will be (?=\d+ {_UNIT} (?:at|tonight|tomorrow|come|by|later|this|on) )",
            " has been ",
        ),
        (r" since (?:i|he|she|we) did (?:it|this|that|my back|me back)(?= )", " since it started"),
        (r" (\d+ (?:years?|months?|weeks?)) , (\d+ (?:months?|weeks?|days?))(?= (?:[.,!] )*$)", r" \1 and \2"),
        (
            rf" (?:on )?({_WEEKDAY})(?: of)?(?: the week before(?: last)?| last week| before last| last)?(?: ,)?"
            rf"(?: so)? (?:on )?the (\d+) (st|nd|rd|th)(?! (?:of|{_MONTH}|or|to|and \d|{_UNIT}) )(?= )",
            r" on the \2 \3 of this month",
        ),
        (r" (?:that|this|it|which) (?:was|must be|would be|will be)(?: about| around| back| way back| in)*"
        rf" (?={_MONTH} )", " in "),
        (rf" so (?:in |around |about )?(?={_MONTH} (?:[.,!] )*$)", " in "),
        (r" in (?:the year )?([5-9]\d)(?= (?:[.,!] )*$)", r" in 19\1"),
        (r" since before (?:the )?summer(?: school)? (?:hols|holidays|vacation|break)(?= )", " since before july"),
        (r" (?:the )?summer (?:hols|holidays|vacation|break)(?= )", " august"),
        (
            r"^ (?:at |on )?(?:the |our |a )?(labor day|memorial day|halloween|thanksgiving|easter|christmas"
            r"|new year is) (?=(?:bbq|barbecue|cookout|party|dinner|picnic|weekend|brunch|parade) )",
            r" on \1 at the ",
        ),
        # The conclusion counts: "it went on my first day on, so 8 days".
        (
            rf"^.* (?:so|making it|which makes it|that makes it)(?: (?:that is|it is|i am at|maybe|about|around|roughly"
            rf"|like|at least|probably|say))* (?=\d+ {_UNIT} (?:ago |now )?(?:[.,!] )*$)",
            " ",
        ),
        (
            rf" not (?:yesterday|today|this) (?:, )?but (?:on )?(?:the |last )*({_WEEKDAY}) (?:before|last)"
            r"(?: that)?(?= )",
            r" \1 1 week ago",
        ),
        (
            r"( last weekend(?: [^ .!?]+){0,8}) (?:, )?(?:but )?not this (?:weekend|1|one)"
            r"(?: (?:, )?(?:but )?the (?:1|one|weekend) before)?(?= )",
            r"\1",
        ),
        (
            r" (was|been|felt) (?:grand|fine|good|ok|okay|great|well|alright|perfect) all (?:day|week|month|year)"
            r"(?: long)?(?= )",
            r" \1 fine",
        ),
        # Taken back: "2 days, no, make that 3".
        (
            rf" (?:\d+|an?|few|couple(?: of)?) ({_UNIT}) (?:ago )?(?:[,.] )*(?:well|actually|no|make that|or rather"
            rf"|i mean|sorry|nope|wait)"
            r"(?: (?:[,.]|actually|no|wait|sorry|make that|more like|i mean|rather|it is|it was|nearer|closer to"
            r"|probably))*"
            rf" (\d+|an?)(?! (?:{_UNIT}|\d))(?= (?:to be (?:exact|precise)|really|actually|now|[,.!?]|$)| *$)",
            r" \2 \1",
        ),
        (
            rf" (?:\d+|an?|few|couple(?: of)?) {_UNIT} (?:ago )?(?:[,.] )*(?:no|make that|or rather|sorry|nope|wait)"
            r"(?: (?:[,.]|actually|no|wait|sorry|make that|more like|i mean|rather|it is|it was|nearer|closer to"
            r"|probably))*"
            rf"(?= (?:\d+|an?) {_UNIT} )",
            "",
        ),
        # Somewhat longer.
        (
            rf" (?:{_LITTLE} (?:over|more than|longer than|past|above)|north of|upwards? of|in excess of|well past"
            rf"|well beyond|beyond|closer to (?:over|more than)|easily over|way over) {_A_UNIT}",
            " over ",
        ),
        # "Saturday just gone", "the week just gone".
        (r" (?:the |this |on )?(?:last )?week (?:just )?(?:gone|past|that (?:just )?went)(?= (?:[.,!?]|$)"
        r"| *$)", " last week"),
        (
            rf" (?:on |the |this )*(sat|sun|wed|{_WEEKDAY}|weekend) (?:that (?:has )?)?(?:just )?(?:gone|past|went"
            rf"|been)"
            r"(?: by)?(?= (?:[.,!?]|i|my|when|at|in|it|after|while|morning|night|evening|afternoon) | *$)",
            r" this past \1",
        ),
        # The one before the last.
        (
            rf" not (?:this past|this|last|the last|past) (weekend|week|{_WEEKDAY})(?: just gone)? (?:[,.] )?(?:but "
            rf"|rather )?"
            rf"(?:the )?(?:1|one|weekend|week|{_WEEKDAY}) (?:before|prior)(?: that| last| it)?(?: (?:1|one))?(?= )",
            r" the \1 before last",
        ),
        (
            rf" (?:last|this past) (weekend|week|{_WEEKDAY}) (?:[,.] )?(?:no|actually|or rather|wait|sorry"
            rf"|i mean) (?:wait |[,.] )?"
            r"(?:actually |i mean )?(?:the )?(?:1|one|week|weekend) before(?: that| last)?(?= )",
            r" the \1 before last",
        ),
        (
            rf" (weekend|week|{_WEEKDAY}) before (?:the )?(?:this (?:past )?(?:1|one|weekend|week)|last (?:1|one"
            rf"|weekend|week)"
            r"|past (?:1|one|weekend)|this past weekend)(?= )",
            r" \1 before last",
        ),
        # "Monday week ago", "last Monday week".
        (rf" (?:last |on )?({_WEEKDAY}) (?:a )?(?:week ago|week(?= (?:[.,!?]|$)| *$))", r" \1 1 week ago"),
        # Some mornings are as many nights ago.
        (r" (\d+|an?|couple|couple of|few) (?:mornings?|evenings?|afternoons?|sleeps?|dinners?)(?= (?:ago"
        r"|back) )", r" \1 nights"),
        (r" (\d+) sleeps?(?= (?:[.,!?]|$)| *$)", r" \1 nights"),
        # A moment, and the moment of writing.
        (r" (?:an?|1) (?:months|tick|ticks|tic|jiffy|jiff|heartbeat|flash|wink|second or 2|moment or 2)(?= (?:ago"
        r"|back) )", " a moment"),
        (rf" (?:right|just|immediately|straight|shortly|moments) before i {_WROTE}(?: (?:you|this|in|in here"
        rf"|here))?(?= )", " a moment ago"),
        (rf"(?<=s|r|e|y|k) before i {_WROTE}(?: (?:you|this|in|the chat|this chat|here))?(?= )", " ago"),
        (r" (?:as i (?:am |was )?(?:typ|writ|speak)(?:e|ing)?|as we speak)(?: (?:this|to you))?(?= )", " just now"),
        # Days before a day.
        (r" (?:the )?day before (?:the )?day before yesterday(?= )", " 3 days ago"),
        (r" (?:the )?night before (?:the )?night before last(?= )", " 3 nights ago"),
        # British and Australian days.
        (r" labour day(?= )", " labor day"),
        (r" (?:remembrance day|poppy day|armistice)(?= (?!day))", " veterans day"),
        (r" (?:guy fawkes(?: (?:night|day))?|bonfire night|fireworks night)(?= )", " november 5"),
        (r" melbourne cup(?: day)?(?= )", " november 3"),
        (rf" (?:the )?week before last(?: ,)?(?: on)?(?: the)? ({_WEEKDAY})(?= )", r" \1 of the week before last"),
        (r" daylight savings?(?= (?:[.,!?]|$)| *$)", " time change"),
        (r" (?:yonks|donkeys|donkey years|yoinks|aeons)(?= (?!years))", " ages"),
    )
)

_NUMBER = r"(?:a (?=couple|few))?(an?|\d{1,2}|couple|couple of|few)"
_SHORT_OF = re.compile(
    rf" {_NUMBER} days?(?: or (?:\d|so))? (?:short|shy|off|under|less|away|from)(?: of| than| from)? (an?|\d{{1,2}})"
    r" (week|fortnight|month)s?(?= )"
)
_MINUS = re.compile(
    rf" (an?|\d{{1,2}}) (week|fortnight|month)s? (?:minus|less|bar|short|take away|but for) {_NUMBER} days?(?= )"
)
_SHORT_AFTER = re.compile(
    rf" (an?|\d{{1,2}}) (week|fortnight|month)s? (?:, )?(?:but )?(?:about )?{_NUMBER} days?(?: or (?:\d|so))?"
    r" (?:short|shy)(?: of (?:it|that|them))?(?= )"
)
_BEFORE_A_DAY = re.compile(rf" (?:the )?{_NUMBER} days (?:before|prior to) (yesterday|today)(?= )")
_BESIDE_WEEKDAY = re.compile(
    rf" (?:the )?(day|night|morning|evening) (before|after) (?:this |last )?({_WEEKDAY})(?= (?:[.,!?]|i|my|when|it|we"
    rf"|at) | *$)"
)


def plain(line: str) -> str:
    """The line with roundabout times put plainly."""
    line = _SHORT_OF.sub(lambda m: _less(m[2], m[3], m[1]), line)
    for pattern, words in _REPLACED:
        line = pattern.sub(words, line)
    line = _SHORT_AFTER.sub(lambda m: _less(m[1], m[2], m[3]), line)
    line = _MINUS.sub(lambda m: _less(m[1], m[2], m[3]), line)
    line = _BEFORE_A_DAY.sub(lambda m: f" {_number(m[1]) + (m[2] == 'yesterday')} days ago", line)
    return _BESIDE_WEEKDAY.sub(_beside, line)


def _less(count: str, unit: str, days: str) -> str:
    """ "A day short of two weeks" in days."""
    return f" {_number(count) * _DAYS_IN[unit] - _number(days)} days"


def _beside(match: re.Match[str]) -> str:
    """ "The day before Monday" is Sunday."""
    step = -1 if match[2] == "before" else 1
    named = WEEKDAYS[(WEEKDAYS.index(match[3]) + step) % 7]
    return f" {named}" if match[1] == "day" else f" {named} {match[1]}"


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return 1 if word in ("a", "an") else 3 if word == "few" else 2
