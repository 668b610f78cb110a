"""Signs that the writer waves away in words that deny them, but not beside them: "chest pain? I haven't got it".

Not plain enough to clear a sign, so it is asked about and no longer acted on.
"""

from __future__ import annotations

import re

from triage.sense import Place, line_of

_END = r"(?= [.,?!;]|$| myself| and| but)"
_AFTER = re.compile(
    r"^(?: [^ ]+){0,9}? (?:"
    r"(?<!hope )(?<!when )(?<!if )i (?:have|do|did) not(?: have| got| had)?"
    rf"(?: (?:it|that|any|them|one|either|those))?{_END}"
    r"|do not have (?:it|that|any) myself"
    r"|i (?:have|had|got|have got) (?:none(?! of the| other| else)|nothing like (?:it|that)|no such)(?= |$)"
    rf"|i have never had (?:it|that|one|any|them){_END}"
    rf"|(?:that|it) is not (?:me|there|mine){_END}|is not (?:something i|one of|a thing i)(?= |$)"
    rf"|(?:is|are) (?:absent|a no(?: for me)?|no|nil){_END}"
    rf"|you (?:mention|mentioned|list|listed|ask about|asked about) , (?:no|none|nope){_END}"
    r"|since (?:my|the|i had my) (?:[^ ]+ )?(?:twins?|kids?|child(?:ren)?|baby|babies|births?|prostate)(?: [^ ]+){0,6}"
    r" (?:not changed|unchanged|nothing new|no change)"
    r"|(?:does|do|did) not apply|passed me by|none of it is me"
    r"|no , no(?: ,)?(?: and)? no"
    r"|answer (?:for [^ ]+ )?is (?:a )?no|a (?:firm|big|big fat|definite|flat|hard) no|no next|nil"
    r")(?= |$)"
)
_NEAR = r"(?: (?!but |and |so |because )[^ ,.?!;]+){0,4}$"
_BEFORE = re.compile(
    r"(?<! never)(?<! not) (?:absence of|spared|free from|free of|clear of|clean for|nothing so [^ ]+ as|divil a bit of"
    r"|nae|zilch|nil"
    r"|not (?:with|troubled|bothered|afflicted|affected|plagued)(?: with| by)?|i can not say i have"
    r"|a no(?: from me)?(?: on| for| to)|(?:nothing|none) (?:to report|to declare|doing) (?:on|with|about|re)"
    rf"|count me out for|cross(?:ed)?(?: out| off)?|never mind|could have)(?= |$){_NEAR}"
    r"| not once(?: [^ .?!;]+){0,8} (?:have|had|has|did|was) (?:i|he|she|we)(?: [^ ]+){0,2}$"
)


def is_waved_away(place: Place) -> bool:
    """Whether the words before a sign, or those after it past a comma or a stop, take it back."""
    return bool(_AFTER.match(place.following) or _BEFORE.search(line_of(place.before)))
