"""Whether an answer denies a whole list outright: "none of these", "no to all seven", "it's a no for every one".

Such an answer names the list itself, so what is told beside it may be a story ("I only bent to lift the gas
cylinder"), unless it takes something back ("but", "only the third", "not right now") or names an option by its number.
What the story states or hints at is found apart from this, as in any message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.numbers import NUMBER_WORDS, OPTION_NUMBERS
from triage.plain_denial import MOST_TOKENS, without_my_back
from triage.text import Token, tokenize

_NUMBERS = "|".join(NUMBER_WORDS)
_COUNT = rf"(?:\d+|{_NUMBERS})"
_LISTED = (
    r"(?:list|lists|above|lot|bunch|ones|signs|symptoms|things|options|items|boxes|problems|stuff|complaints|conditions"
    rf"|diseases|illnesses|issues|{_COUNT})"
)
_NOTHING = (
    r"(?:none|nun|nothing|nothin|nuthin|nuffin|nowt|nil|zero|zilch|0|not (?:a (?:single )?|even )?(?:one|any"
    r"|single one)"
    r"|neither|never (?:had )?any|no get any"
    r"|(?:not|never) (?:have|had|having|got|have got) (?:any|one|a one|a single one|none|non)|non)"
)
_THESE = (
    r"(?:(?:all |any )?(?:these|those|them|em|dem|that|this)(?: (?:scary|bad|other|nasty|serious|awful))?"
    rf"(?: {_LISTED})?|(?:the|your|any of the)(?: (?:whole|listed|above|other))? {_LISTED})"
)
# What may follow "none of these": "none of these work" is about the legs.
_FOLLOWS = (
    r"(?= (?:[,.!?;]|pertains?|concerns?|relates?|apply|applies|applied|fit|fits|is (?:there|applicable|present|me)"
    r"|are (?:there|applicable|present)"
    r"|(?:dey |is |are )?(?:happen\w*|going on|goin on)|new|here|for me|from me|to me|with me|in my case|at all"
    r"|whatsoever|either|really|thank|thanks|sir|maam|madam|mate"
    r"|dear|doc|doctor|lol|haha|happened|has|have|since|so|and|i|my|it|luckily|no|nope|just|only|but|except)(?= |$)|$)"
)
_NOT_ANY_MORE = (
    r"(?! (?:(?:right |for |as of |just )?now|at (?:the|this|present)|currently|today|yet|lately|any ?more))"
)
_ALL = (
    r"(?:all|everything|every ?(?:one|thing|single one|single thing)?|each|any|both|the (?:whole )?(?:lot|list|bunch))"
)
_ALL_OF_THEM = rf"{_ALL}(?: {_COUNT})?(?: (?:of|on|in) (?:these|those|them|that|it|this|the|your)(?: (?:above|list))?)?"
_WELL = r"all (?:good|fine|clear|ok|okay|normal|well)"
_WHOLE = re.compile(
    r"(?: (?:but|and|so|,))*"
    r" (?:"
    rf"{_NOTHING} (?:(?:of|o|a|on|from|in|off) {_THESE}|(?:on|in) (?:there|it)){_FOLLOWS}"
    r"|(?:from|of|on|in) (?:this|that|the|your) list(?: ,)? (?:nothing|none|nil)"
    r"|free (?:of|from) (?:(?:all|any|every one)(?: of)? )?(?:these|those|them|the above)|(?:good|fine|ok"
    r"|okay) on (?:all|any|every one) of (?:these|those|them)|clear on the lot"
    rf"|(?:no|nope|nah|negative|a no|nos|a negative) (?:to|on|for|with|from me (?:to|on|for)) {_ALL_OF_THEM}"
    r"(?: (?:counts|fronts|questions|points))?"
    r"|a no (?:each|every) (?:time|one)|all (?:no|nos|noes|negative)"
    rf"|{_ALL_OF_THEM} (?:is|are|gets|get) (?:a )?(?:no|negative|absent|nil)"
    r"|(?:none|nothing|nothin|nuthin) (?:fits|fit|applies|apply|applicable|to (?:report|tick|declare))"
    r"|(?:do|does|am|is|have|has|did) not (?:have |having |had |got |notic\w+ |experienc\w+ |getting )?any"
    r"(?: (?:such|other|of (?:these|those|them|that|the)))?(?: (?:above|other|strange|bad))?"
    r"(?: (?:symptoms?|signs?|problems?|issues?|conditions?|things?)| of (?:these|those|them|that))"
    r"|(?:do|did|have) not (?:have |got |see )?(?:anything|a thing|any|one)(?: (?:on|from|off|in))"
    r" (?:it|them|that|there|(?:that|the|this|your)(?: (?:first|other|last))? list)(?: at all)?"
    r"|(?:do|would|will) not tick (?:any|one|a single one)(?: of (?:these|those|them))?"
    r"|(?:can|could|do) not see (?:myself|me) (?:in|on|among)"
    r" (?:there|any(?: of (?:these|those|them|that))?|these|those|them|that|it|the list)(?: anywhere)?"
    r"|(?:can|could) not tick (?:a single|any|one)(?: (?:box|one|of (?:these|those|them)))?"
    r"|not applicable|(?:does|do) not (?:apply|fit)(?: to)?(?: me)?|clear (?:on|in) (?:every|all) (?:counts?|fronts?)"
    r"|nothing (?:(?:is |has )?changed|new (?:or|and|nor) (?:changed|different))(?= [,.!]|$)"
    r"|nothing new at all since (?:it|this|then|the (?:spasm|pain)) (?:started|began|happened|came on)"
    rf"|{_WELL} (?:on|in) (?:that|those|these|all|every) (?:front|fronts|counts|score)"
    rf"|{_WELL} (?:down there|below the (?:belt|waist))"
    rf"){_NOT_ANY_MORE}(?= |$)"
)
TAKES_BACK = re.compile(
    r" (?:but|except|excepting|besides|barring|apart(?! from (?:this|that|it)(?= [,.!]|$))|aside|other than"
    r"|save for|unless|until|till|although|though"
    r"|however|as long as|so long as|as such|hang on|hold on|oh wait|before (?:today|this|now)|still|yes|ys|yess+"
    r"|yep|yup"
    r"|yea|ya|wait|actually"
    r"|sometimes|maybe|perhaps|possibly|probably|mostly|almost|nearly"
    r"|hardly|barely|usually|normally|generally|hopefully|hope|think|guess|suppose|unsure|not sure|currently|yet"
    r"|moment|right now|for now|any ?more|no longer|if|(?<!as )well|\?)(?= |$)"
)
# "Do I have to answer all these questions", but not "what kind of questions are these. No to all".
_QUESTIONS = re.compile(r"(?<! kind of)(?<! kinds of)(?<! sort of) questions")
# "I only bent down" tells how it began, "only the third" is an exception.
TAKES_BACK_BY_ONLY = re.compile(
    r"(?<! i) (?:only|just)"
    r"(?! (?:can not|bent|lifted|picked|twisted|sneezed|want|need|wondering|help|fix|putting|bending|lifting"
    r"|reaching|picking|carrying|hoovering|vacuuming|gardening|brushing|picked|reached|turned|stood|slept|woke"
    r"|grabbed|locked|popped|seized|stiff|sugar|bp|blood pressure|cholesterol|thyroid|take|taking|took it"
    r"|checked it|measured it|sneezing|embarrass\w*|old"
    r"|annoy\w*))(?= |$)"
)
# "1. no 2. no 3. no", "no to one, no to two, and no to the rest of the list as well".
_EACH_NO = re.compile(
    rf"(?:(?: (?:and|,|\.|:|to))*(?: (?:number )?{_COUNT})?(?: [.,:])* (?:no|nope|nah|n)(?: to {_COUNT})?){{2,}}"
    r"(?: (?:and|,|no|to|the|rest|others?|of|list|as well|too|all|\.))*"
)
_A_NO = re.compile(r" (?:no|nope|nah|n)(?= |$)")
_THE_REST_TOO = re.compile(r" no to (?:(?:all|any|of|the) )*(?:rest|others?)(?= |$)")
_SINGLE = "|".join(OPTION_NUMBERS)
_OPTION_NUMBER = re.compile(
    rf" (?:number )?(?:[1-9]|1\d|{_SINGLE})"
    r"(?! (?:times?|minutes?|hours?|days?|weeks?|months?|years?|kids?|children|am|pm|of us))(?= |$)"
)


def denies_the_whole_list(text: str) -> bool:
    """True when `text` says outright that nothing of a list applies, and takes none of it back."""
    tokens = tokenize(text)
    line = "".join(f" {token.text}" for token in tokens)
    denial = _WHOLE.search(line)
    if len(tokens) > MOST_TOKENS or denial is None or _QUESTIONS.search(line):
        return False
    beside = without_my_back(f"{line[: denial.start()]} ,{line[denial.end() :]}")
    return not (TAKES_BACK.search(beside) or TAKES_BACK_BY_ONLY.search(beside) or _OPTION_NUMBER.search(beside))


def denies_each(text: str, items: int) -> bool:
    """True when `text` says no to every one of so many `items`: "1. no 2. no …", "no to one, … and no to the rest"."""
    line = "".join(f" {token.text}" for token in tokenize(text))
    each = _EACH_NO.fullmatch(line)
    return each is not None and bool(_THE_REST_TOO.search(line) or len(_A_NO.findall(line)) >= items)


def takes_back(tokens: Sequence[Token]) -> bool:
    """True when words of an answer take back, limit or doubt what it says: "but …", "usually", "right now"."""
    return bool(TAKES_BACK.search(without_my_back("".join(f" {token.text}" for token in tokens))))
