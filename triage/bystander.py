"""What a writer says of themselves as somebody who looks on: "I'm so worried", "what do I do", "I gave him a pill".

It says nothing of whose trouble the message is about, though it is full of "I" and "me".
"""

from __future__ import annotations

import re

_THEM = "(?:him|her|them)"
_VERY = "(?: (?:so|really|very|just|quite|a bit|a little|pretty|getting|only|also|actually|still|now|too))*"
_FEELS = (
    "worried|scared|afraid|frightened|terrified|panicking|panicked|freaking|anxious|concerned|nervous|overreacting"
    "|(?:not )?sure|sorry|worrying|guessing|googling|desperate|helpless|lost|upset|clueless"
)
_IS = (
    "with|his|her|their|asking|writing|typing|texting|alone|on the (?:phone|line)|at (?:work|home)|away|hours"
    r"|(?:one|two|three|four|five|six|\d+) hours|miles|a (?:nurse|carer|caregiver|caretaker|paramedic|neighbou?r)"
)
_SAW = (
    "heard|hear|noticed|saw|found|see (?:him|her)|told|called|rang|phoned|googled|walked in|can hear|was (?:told|asked)"
    "|read (?:it|that|about|somewhere|online)|(?:came|got) (?:home|back|in)|have (?:never|not) (?:ever )?seen"
)
_MEANS = (
    "think|thought|need|want|would|wonder|should|do not (?:know|like|think|want)|hope|guess|suppose|mean|beg|swear|know"
    "|promise|fear|worry|suspect|believe|love|live with|look after|care for|panicked|feel (?:so )?(?:helpless|scared)"
    f"|(?:just|only) want|can not (?:wake|get|move|lift) {_THEM}|have no (?:car|idea|clue)"
)
_DID_FOR = (
    f"(?:(?:gave|give|given|have given|helped|told|made|got|brought|took|laid|sat|had to [^ ]+|have to [^ ]+) {_THEM})"
)
_ASKS = "(?:do|can|could|should|shall|must|may|will)"
_END = "(?= |$)"
_STOP = "(?=[ ,]*(?:[,.?!]|$))"
_PHRASES = re.compile(
    # "My dad has cancer so I'm worried" is about the writer.
    rf"(?<! so) i am{_VERY} (?:{_FEELS}){_END}"
    rf"| i (?:am (?:just |only )?(?:{_IS})|feel{_VERY} (?:{_FEELS})|{_SAW}|{_MEANS}|{_DID_FOR}){_END}"
    rf"| am i{_VERY} (?:{_FEELS}|right|wrong){_END}"
    rf"| should i(?: be)?{_VERY} (?:{_FEELS}|worry){_END}"
    # "What can I do for her?", "what do I do", "who do I ring"
    rf"| {_ASKS} i (?:do|give|help|try|use|put|get|tell|take|bring|drive|move|lift|leave|wake|book)"
    rf"(?: [^ .?!]+){{0,3}}? {_THEM}{_END}"
    rf"| what (?:(?:else )?{_ASKS} i|i {_ASKS}) do"
    rf"(?: now| here| next| please| first| about (?:it|this)| to help)*{_STOP}"
    rf"| how {_ASKS} i (?:help{_STOP}|[^ ]+ {_THEM}{_END})"
    rf"| {_ASKS} i (?:just )?(?:call|ring|phone|dial|get)(?: for)?"
    rf" (?:\d+|(?:an |the )?(?:ambulance|paramedics)|someone|help){_END}"
    rf"| (?:who|where|which doctor|when) {_ASKS} i (?:ring|call|phone|ask|turn|go|see)"
    rf"(?: to| with (?:{_THEM}|this|it)| an ambulance)*{_STOP}"
    rf"| if i may(?: ask)?{_END}"
    rf"| (?:help|tell|advise|let|scares|scaring|worries|worrying|freaks|freaking|frightens|asked|asking|telling|tells"
    rf"|told|next to|beside|with|near) me{_END}"
)


def without_bystander(line: str) -> str:
    """`line` (words with a space before each) with a comma for each thing that a bystander says of themselves."""
    return _PHRASES.sub(" ,", line)
