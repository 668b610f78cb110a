"""Whether a sign is more likely told of somebody who is only mentioned: it is then asked about, and not acted on.

"My neighbour had a heart attack, chest pain and all. I've only a stiff back."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.patient import RELATIVES
from triage.text import SENTENCE_END, Token

_KIN = "(?:" + "|".join(sorted(RELATIVES)) + ")"
_FOLK = (
    "(?:bloke|blokes|chap|chaps|fella|fellow|fellows|guy|guys|man|men|woman|women|lady|ladies|gentleman|gentlemen"
    "|person|people|folk|folks|lad|lads|passenger|passengers|actor|actress|runner|runners|singer|dancer|teacher"
    "|driver|drivers|pensioner|pensioners|residents|patients|clients|customers|students|kids)(?! (?:parts?|bits))"
)
# "The lady at church", "some bloke", but not "62 year old man": that may be the writer.
_SOMEBODY = re.compile(
    rf" (?:(?:the|this|that|some|another|every|those|these|all|our|my)(?: (?!of )[^ ,.?!]+)? {_FOLK}|{_KIN}"
    r"|somebody|someone|everybody|everyone|people|folk|he|she|they|his|her|their)(?= |$)"
)
_SCREEN = re.compile(
    r" (?:watching|watched|film|movie|documentary|series|episode|soap|telly|tv|netflix|novel|book|podcast|poster"
    r"|leaflet|article)(?= |$)"
)
_WRITER = re.compile(rf" (?:i|me|mine|myself|us|we|am|(?:my|our)(?!(?: [^ ,.?!]+)? (?:{_KIN}|{_FOLK})))(?= |$)")
_HURTS = "(?:back|backache|spine|ache|spasm|strain|muscle|twinge|crick|stiff|sore|tight|achy)"
# "Me, I've just a sore back", "mine is from the allotment", "not me", "I'm only after a slot for my stiff back"
_NO_MORE_THAN_A_BACK = re.compile(
    rf" (?:(?:only|just|merely|simply|nothing but|ordinary|usual)(?: [^ .?!]+){{0,6}}? {_HURTS}"
    r"|(?:my own|mine|my present|my only)(?: [^ ,.?!]+)? is"
    rf"|not me|me ,? ?i (?:have|am|got))(?= |$)"
)
# "The chemo patients", "an epilepsy charity", "people who faint"
_TRADE = re.compile(
    r" (?:patients|charity|research|awareness|fundraiser|drills?|posters?|leaflets?|talk|talks|campaign"
    r"|documentary|film|movie|lecture|course|exam|module|training|jokes?|memes?|advert|ad)(?= |$)"
)
_THOSE_WITH = re.compile(
    r"(?: (?:people|folk|folks|patients|residents|clients|customers|those|kids|children|anyone|everyone)"
    r"| (?:for|of|with|lifting|bathing|washing|helping|driving|visiting) (?:an?|the|one) (?:old |elderly )?"
    r"(?:lady|man|woman|gentleman|client|patient|resident|girl))"
    r" (?:with|on|who|having|that|get|gets|are|is)(?: (?:have|has|are|is|a|their))*$"
    r"| when (?:somebody|someone|anyone|people)(?: (?:have|has|are|is|a|their))*$"
    rf"| (?:driv|tak|bring|ferry|drop)(?:e|es|ing|ings)? (?:my|our) {_KIN} (?:to|for|from|at) (?:his|her|their)$"
)


def is_told_in_passing(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the sentence of the sign (tokens `first` to `end`) is about somebody named in it and not the writer,
    in a message that is the writer's own.

    A person without a name among kin has to be set against the writer's own plain back.
    """
    if _TRADE.match(_line(tokens[end : end + 2])) or _THOSE_WITH.search(_line(tokens[max(0, first - 6) : first])):
        return True
    start = first
    while start > 0 and tokens[start - 1].text not in SENTENCE_END:
        start -= 1
    stop = end
    while stop < len(tokens) and tokens[stop].text not in SENTENCE_END:
        stop += 1
    if _WRITER.search(_line(tokens[start:stop])):
        return False
    told = _SOMEBODY.search(_line(tokens[start:end])) or _SCREEN.search(_line(tokens[start:first]))
    return bool(told) and bool(_NO_MORE_THAN_A_BACK.search(_line([*tokens[:start], *tokens[stop:]])))


def _line(tokens: Sequence[Token]) -> str:
    return "".join(f" {token.text}" for token in tokens)
