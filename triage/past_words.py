"""The words that date a sign in the past, as regular expressions over blank-separated words."""

from __future__ import annotations

YEARS = r"(?:years?|yrs?|decades?)"
LONG_AGO = (
    rf"(?:{YEARS} (?:ago|back|prior)|ages ago|(?<!the )(?:last|previous) year"
    r"|(?<!not )(?<!not so )(?<!not too )(?<!not that )(?<!not very )long (?:time )?ago"
    r"|in the past(?! (?:few|couple|hour|day|week|month|\d+|two|three|four|half|twenty))"
    r"|back in (?:the )?(?:(?:19|20)\d\d|high|college|school|day|\d\ds?)|(?:in|of) (?:(?:19|20)\d\d|0\d)"
    r"|in [5-9]\d(?= (?:i|we|my|he|she|when|[,.])(?: |$))"
    r"|in (?:high school|college|my (?:twenties|teens|thirties|youth|younger|20 s|30 s))"
    r"|as a (?:kid|child|teen\w*|baby|lad|lass|boy|girl|youngster|school\w+"
    r"|(?:young|little|small) (?:lad|lass|boy|girl|kid|soldier))"
    r"|when (?:i|he|she) was (?:(?:a|still a|just a) (?:kid|child|teen\w*|baby|boy|girl|lad|lass|student"
    r"|school\w+|toddler|cadet)"
    r"|little|young\w*|small|in (?:high school|college|school|my|the army)|pregnant"
    r"|(?:about |around |like |only |just )?(?:\d\d?|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
    r"(?! (?:minutes|hours|days|weeks|months|feet|miles)))"
    r"|childhood|once had|previously|(?:until|till|til) i was (?:about |like |around |maybe )?"
    r"(?:\d\d?|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"|in the (?:(?:early|mid|late) )?(?:(?:fif|six|seven|eigh|nine)ties|[5-9]0 s)"
    r"|back in (?:my|his|her)(?: [^ ]+)? days"
    r"|in (?:my|his|her) (?:student|school|college|uni|army|navy|childhood) (?:days|years))"
)
LATELY = (
    r"(?:yesterday|last night|this (?:morning|week|afternoon|evening)|tonight|today|(?:on|since|last) \w+day"
    r"|(?:minutes?|mins?|hours?|hrs?|days?) ago|just now|earlier)"
)
NOT_LONG_AGO = (
    r"(?:last (?:month|week|winter|summer|spring|fall|autumn)|(?:months?|weeks?|wks?) (?:ago|back)"
    r"|the other (?:week|month)|a while (?:ago|back)|had (?:it|that|one) before"
    r"|(?<!am )(?<!get )(?<!got )(?<!not )"
    r"(?<!like it )(?<!like i )(?<!as it )(?<!than it )(?<!than i )(?<!way it )used to)"
)
