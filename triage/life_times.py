"""Times told by a life: "3 paydays ago", "when I was carrying my son, he is 4 now", "since Reagan was president".

All work on a `time_line`, in which numbers are digits, and put the plain time in their place.
"""

from __future__ import annotations

import re

_END = r"(?= (?:[.,!?]|$)| *$)"
_UNIT = r"(?:days?|weeks?|months?|years?)"
_COUNT = r"(\d+|couple(?: of)?|few)"
_AGO = r"(?: of)? (?:ago|back)(?= )"
_BIRTH = r"(?:pregnan\w+|carrying|born|birth|expecting|deliver\w*|epidural|in labou?r|crawling|in nappies|newborn)"
# "It came on Saturday, carrying my nephew, he's 6": the age dates nothing where a day is named.
_NO_DATE = r"(?!.* (?:\w{2,}day|yesterday|ago|last (?:night|week)|this (?:morning|week)) )"
_AT_SCHOOL = (
    r"(?:college|uni|university|high school|secondary school|school|primary(?: school)?|kindergarten|grade \d+"
    r"|year \d+)"
)
_LEADERS = r"(?:reagan|nixon|carter|clinton|bush|obama|kennedy|thatcher|blair|major|howard|hawke)"

_PUT_PLAINLY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        # How often one is paid is no beginning, but says what a payday counts.
        (
            rf" {_COUNT} (?:pay ?days?|pay ?checks?|pay ?slips?){_AGO}(?=.* (?:monthly|once a month|every month) )",
            r" \1 months ago",
        ),
        (rf" (\d+) (?:pay ?days?|pay ?checks?|pay ?slips?){_AGO}", r" \1 fortnights ago"),
        (r" (?:i |we )?(?:get|gets|got|am|are) paid (?:every|each|on|once|by)(?: [^ .,]+){1,4}", ""),
        (
            rf" {_COUNT} (?:rent (?:checks?|payments?|days?)|rents|periods|cycles|moons|full moons|haircuts){_AGO}",
            r" \1 months ago",
        ),
        (rf" {_COUNT} (?:work |night |day )?shifts?{_AGO}", r" \1 days ago"),
        (
            rf" {_COUNT} (?:winters|summers|christmases|thanksgivings|birthdays|harvests|anniversaries){_AGO}",
            r" \1 years ago",
        ),
        # How old the child is now.
        (
            rf"^{_NO_DATE}.* {_BIRTH} .*(?:he|she|they) (?:is|are|turned|just turned)(?: already| now)? (\d+)"
            rf" (days|weeks|months)(?: old)?(?: now| today| already)?{_END}",
            r" \1 \2 ago",
        ),
        (
            rf"^{_NO_DATE}.* {_BIRTH} .*(?:he|she|they) (?:is|are|turned|just turned)(?: already| now)? (\d+)"
            rf"(?: years?(?: old)?)?(?: now| today| already)?{_END}",
            r" \1 years ago",
        ),
        (
            rf"^{_NO_DATE}.* {_BIRTH} .*(?:he|she|they|that (?:boy|girl|child|one)) (?:is|are|has|don|have)?"
            rf"(?: now| already| all)* (?:in|at|enter|entered|started|off to|finished|grown|married"
            rf"|driving)(?: up)?(?: {_AT_SCHOOL}| now|{_END})",
            " 5 years ago",
        ),
        (
            rf" (\d+) ({_UNIT}) (?:post ?partum|after (?:the |giving )?birth)(?=.* (?:start\w*|since|began)"
            r" (?:in|at|with|during|after|from|right after) (?:the |my )?(?:delivery|birth|labou?r|epidural|hospital))",
            r" \1 \2 ago",
        ),
        # How old one is now.
        (
            rf"^ (?:it was |when )?(?:i|he|she) (?:was|were) (?:still )?(?:in|at) (?:{_AT_SCHOOL}|the army|the navy)"
            rf"{_END}",
            " since high school",
        ),
        # So long ago that only a saying tells it.
        (
            rf"(?: ever| since| when| back| way)*(?: (?:god|moses|noah|adam|jesus|methuselah|dinosaurs?)"
            rf" (?:was|were|roamed|walked)(?: a)?(?: boy| lad| kid| baby| alive| the earth)?"
            rf"| (?:i was )?knee high(?: to a (?:grasshopper|duck|gnat))?"
            rf"| {_LEADERS} was (?:still )?(?:the )?(?:president|in|prime minister|pm|in office))(?= )",
            " for ages",
        ),
        (
            r"(?: ever| way| back)* (?:since|in|from) (?:the )?(?:nam|vietnam|viet nam|gulf war|desert storm|falklands"
            r"|dark ages|stone age|year dot)(?= )",
            " for ages",
        ),
        (
            r"(?: ever| way| back)* (?:since|in|from|during) (?:the )?(?:first )?(?:lockdown|lock down|quarantine"
            r"|pandemic|covid lockdown|covid times)(?= )",
            " since 2020",
        ),
    )
)


def put_plainly(line: str) -> str:
    """The line with each such time as a count of days, weeks, months or years, or as "for ages"."""
    for pattern, words in _PUT_PLAINLY:
        line = pattern.sub(words, line)
    return line
