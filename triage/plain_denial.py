"""Whether an answer is a plain denial: it says no, and nothing else that could be a sign.

"No" at the beginning is not enough: "no to all but number two", "no feeling there", "nothing helps", "no, wait, yes".
What is left of an answer when its no, its fillers and its talk of the back are taken away must be nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from triage.numbers import OPTION_NUMBERS
from triage.red_flags import DENIED, Finding
from triage.sense import Sense
from triage.text import Token, tokenize

_DENIALS = frozenset(
    "nothnig noen nonne noone nuffin nuffink nuthin nothin nowt nuttin no n nope nup nop nah naw nay nuh not none "
    "neither nothing never negative nil zero nada zilch zip non nein na without false wrong".split()
)
# Words that only weigh, thank or swear, and those that point at the question.
_FILLERS = frozenset(
    "um uh oh well god lord goodness thank thanks you luckily thankfully fortunately unfortunately honestly "
    "definitely absolutely certainly of course sir maam please sorry ma am mate man dude buddy bro doc doctor i "
    "we he she they it that this there do does did have has had is are me mine my his her their a an the or nor "
    "and so really at all any anything anyone anywhere know aware tell huh these those them above thing things "
    "one ones signs sign symptom symptoms list here on like kind sort stuff to everything every both either with "
    "problem problems issue issues trouble whatsoever period far say apply applies new right n nowhere such else "
    "other others rest for sure ever hell heck bloody damn lol haha hehe in same answer captain boss chief hon "
    "honey hun love luv darling dear pal heavens gracious po naman oo wala hindi keine nie nup eh ew eww x xx xo "
    "ta cheers grace be praise bless from gracias dios gott danke omg jeez jesus jaysus christ crikey blimey bother "
    "bothers complaint complaints drama dramas whatever".split()
)
# "All fine" denies too, but not "not normal", and not "fine now", which was otherwise before.
_ALL_WELL = re.compile(
    r"^(?: (?:no|nope|nah|,|\.|and|so|yeah|that|mate|man|dude|sir|thanks))*"
    r"(?: (?:all|everything|everything is|it is|it is all|i am|we are|he is"
    r"|she is|they are|is|that is|those are|that is all|these are|all of (?:it|that|them|those|these) (?:is|are)))?"
    r" (?:all |perfectly |totally |completely |just |quite )?(?:good|fine|clear|normal|ok|okay|well|alright|all right"
    r"|healthy|as usual|as always)(?: there| here| down there| thanks| thank you| really)?(?= |$)"
)
_NO_DENIAL = re.compile(r" (?:neither here nor there|no comment|none of your|no idea|no clue)(?= |$)")
# "Well, I have no chest pain": how an answer begins.
_OPENING_WELL = re.compile(r"^ well(?= [^ ]|$)")
_NOT_WELL = re.compile(
    r" not (?:all|everything|both|always)(?= |$)"
    r"| not (?:\w+ )?(?:normal|fine|good|ok|okay|well|clear|right|healthy|usual|sure)(?= |$)"
)
_MY_BACK = re.compile(
    r"(?: (?:the )?(?:only|one) (?:thing|problem|issue|trouble|pain)(?: (?:wrong|here|that hurts|i have|with me))?"
    r"(?: (?:is|it is))?)?"
    r"(?: (?:it is|its|i have|have|with|except|but|because|besides|other than|apart from))*"
    r"(?: (?:just|only|mostly))?(?: (?:for|in|from|of))?(?: (?:my|the|this|that|a|his|her|their))*"
    r"(?: (?:lower|low|upper|bad|sore|stiff|tight|really|very|plain|simple|muscle|wretched|stupid|silly|blasted|bloody"
    r"|damn|poor|old|dodgy|angry))*"
    r" (?:back(?: (?:pain|spasm|spasms|muscle|muscles|ache|hurts?|hurting|aches|is|sore|painful|paining|stiff|tight"
    r"|locked|up|seized|went|out|itself|just|thing|so|much|bad|a lot|really|very))*|backache|spasms?|pain|waist"
    r"|muscles?)(?: (?:after|from)(?: (?:lifting|carrying|moving|picking up|bending|gardening))?(?: (?:the|a|some|my))?"
    r"(?: (?!fall|crash|accident|wreck|surg|oper|inject|epidural|chemo|birth|labou?r|hit|trauma)[a-z]+)?(?= [,.!]|$))?"
    r"(?= |$)"
)
_CAN = re.compile(
    r" (?:i|he|she|we|they) can (?:feel|pee|go|walk|move|breathe)(?: (?:it|them|fine|everything|ok|okay))*(?= [,.]|$)"
)
# "No, it comes out fine": what was asked about works.
_WORKS = re.compile(
    r"(?: (?:it|that|this|all|everything|mine))*(?: (?:is|was|still|just))*"
    r"(?: (?:works|working|flows|flowing|comes|coming|goes|going|went|runs|running)(?: out)?)?"
    r"(?: (?:just|all|totally|perfectly|completely|absolutely))* (?:fine|normal|normally|as usual|as always|as normal)"
    r"(?= [,.!]|$)"
)
# "No pressure, no tightness", "no illness, no medicines": of what is a sign by itself, not of what one can lack.
NOT_LISTED = re.compile(
    r" (?:no|nor|any|without|or)(?: (?:such|skin|other|bad|real|night))?"
    r" (?:illness(?:es)?|diseases?|medicines?|medications?|meds|tablets|pills|conditions?|allerg\w+|pains?|pressure"
    r"|tightness|heaviness|fevers?|chills?|nothin(?:g)?|temp|temperature|shivers|numbness|tingling|weakness|leak\w*|accidents?"
    r"|crash(?:es)?|falls?|falling|wreck|injur\w+|bumps?|faint\w*|blackouts?|dizziness|sweats?|sweating|cancers?|tumou?rs?|rash(?:es)?"
    r"|blisters?|blood|bleeding|burning|swelling|difficult(?:y|ies)|twinges?|complaints|symptoms?|wounds?|cuts?"
    r"|bruis\w+|patch(?:es)?|diabetes|raynaud\w*|surger\w+|injections?|shots?"
    r"|thinners?|steroids?|operations?|infections?|strokes?|trauma|tearing)(?: at night)?(?= |$)"
)
# "Not a bit of it", "uh uh".
_FLAT_NO = re.compile(
    r" (?:not (?:a bit(?: of it)?|even (?:a (?:little|bit)|slightly|close)|in the (?:least|slightest)|remotely"
    r"|one bit|likely|a single (?:one|thing)"
    r"|a (?:thing|sausage|jot|bean|sniff))"
    r"|no such (?:[a-z]+ )?(?:problems?|issues?|diseases?|illness|things?|conditions?|trouble|complaints?)"
    r"(?: (?:i am having|i have|in me|with me|here))?"
    r"|a (?:(?:big|fat|hard|firm|flat|solid|definite) )*no(?: from me)"
    r"|far from it|n?uh uh|no chance|no way|nothing like so|a no|nothing of the (?:sort|kind)(?= [,.!]|$)"
    r"|nothing like that (?:has |have |ever )*(?:happened|happening)(?: down there| to me| here)?|sweet fa"
    r"|divil a one(?: of them)?)(?= |$)"
)
_NOUGHT = re.compile(r"^ 0(?= ?[.!]?$)")
# "None. Next question please", "no, touch wood".
_GO_ON = re.compile(
    r" (?:(?:can|could|shall) we |let us |please )?(?:move on|get on(?: with it)?|proceed|continue|carry on"
    r"|next(?: question| one)?)"
    r"(?= [,.!]| please| now|$)| (?:touch|knock on) wood(?= |$)| that i (?:know of|am aware of|have noticed|noticed"
    r"|can think of)(?= |$)"
)
# "No, I do", "no, it is": the end says the contrary.
AFTER_ALL = re.compile(
    r" (?:yes|yep|yup|yea|ya|actually|wait|but i (?:do|have|am|did))(?= |$)"
    r"| (?:i|it|he|she|they|we|that|this) (?:do|does|did|have|has|had|is|am|are)(?= [,.!;]|$)"
)
_YEAH = re.compile(
    r" yeah(?! (?:no|nope|nah|not|nothing|none|i do not|i have not|all (?:good|fine|clear|normal)))(?= |$)"
)
_EXCEPTION = re.compile(
    r" (?:except|excepting|but|besides|apart from|aside from|other than|only|just|unless|until|till|save for|if|when"
    r"|well|yes|sometimes|maybe)(?= |$)"
)
# "Ok" takes note of a question; it answers none.
_TAKES_NOTE = re.compile(
    r"^(?: (?:ok|okay|k|alright|all right|right|well|good|sure|cool|then|so|and|what|now|next"
    r"|go on|continue|[,.!?]))+$"
)
# A longer answer is a story, with a denial somewhere in it at most.
MOST_TOKENS = 60
_BEFORE_DENIED = _DENIALS | frozenset("any have has had having do does did a an the my of been i".split())
_BEFORE_STATED = frozenset("but except just only also and i he she have has am is feel feels got a an the my".split())


def is_plain_denial(text: str, findings: Iterable[Finding] = ()) -> bool:
    """True when `text` denies what was asked, and all of it is understood as that.

    Signs that it names (`findings`) are answers to themselves: they are passed over, a denied one with its "no".
    "No pressure" alone denies one thing of a list, and nothing of a question about another.
    """
    tokens = tokenize(text)
    if len(tokens) > MOST_TOKENS:
        return False
    rest = without_signs(tokens, findings)
    line = _FLAT_NO.sub(" no", "".join(f" {token.text}" for token in rest))
    line = NOT_LISTED.sub("", _NOUGHT.sub(" no", line))
    if _NO_DENIAL.search(line) or ("?" in text and " you" in line):
        return False
    if takes_note(text) or _names_a_number(line.split()):
        return False
    if _NOT_WELL.search(line) or AFTER_ALL.search(line) or _YEAH.search(line):
        return False
    line = _OPENING_WELL.sub("", line)
    well = _ALL_WELL.match(line)
    left = line[well.end() :] if well else line
    left = _WORKS.sub("", _CAN.sub("", without_my_back(_GO_ON.sub("", left))))
    words = [word for word in left.split() if word.isalpha()]
    denies = bool(well) or any(word in _DENIALS for word in line.split())
    return denies and all(word in _DENIALS or word in _FILLERS or word == "yeah" for word in words)


def makes_an_exception(text: str) -> bool:
    """True for an answer that names something beside its no: "none except the second", "no to all but 3"."""
    line = "".join(f" {token.text}" for token in tokenize(text))
    return bool(_EXCEPTION.search(line) or AFTER_ALL.search(line)) or _names_a_number(line.split())


def takes_note(text: str) -> bool:
    """True for "ok", "all right then": heard, and neither yes nor no."""
    return bool(_TAKES_NOTE.search("".join(f" {token.text}" for token in tokenize(text))))


def without_my_back(line: str) -> str:
    """`line`, tokens each after a space, without its talk of the back: "it is just my back"."""
    return _MY_BACK.sub("", line)


def _names_a_number(words: Sequence[str]) -> bool:
    """True when one of `words` is a number or an ordinal; "one" and "zero" are none here."""
    return any(word in OPTION_NUMBERS or any(c.isdecimal() for c in word) for word in words)


def without_signs(tokens: Sequence[Token], findings: Iterable[Finding]) -> list[Token]:
    """The tokens but for the signs, each with the words that lead to it."""
    gone: set[int] = set()
    for finding in findings:
        if finding.sense is Sense.SUSPECTED:
            continue  # it is of the message as a whole
        leading = _BEFORE_DENIED if finding.state == DENIED else _BEFORE_STATED
        for index, token in enumerate(tokens):
            if token.start < finding.end and finding.start < token.end:
                gone.add(index)
                before = index - 1
                while before >= 0 and before not in gone and tokens[before].text in leading:
                    gone.add(before)
                    before -= 1
    return [token for index, token in enumerate(tokens) if index not in gone]
