"""Whether a sign is more likely told of somebody who is only mentioned: it is then asked about, and not acted on.

"My neighbour had a heart attack, chest pain and all. I've only a stiff back."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.lexicon import Match
from triage.patient import RELATIVE
from triage.sense import line_of, sentence_of
from triage.text import Token

_FOLK = (
    "(?:bloke|blokes|chap|chaps|fella|fellow|fellows|guy|guys|man|men|woman|women|lady|ladies|gentleman|gentlemen"
    "|person|people|folk|folks|lad|lads|passenger|passengers|actor|actress|runner|runners|singer|dancer|teacher"
    "|driver|drivers|player|players|walker|porter|neighbour|neighbor|workmate|teammate|colleague|boss|footballer"
    "|comedian|hunter|farmer|celebrity|star|ex|pensioner|pensioners|residents|patients|clients|customers|students|kids)"
    "(?! (?:parts?|bits))"
)
# "The lady at church", "some bloke", but not "62 year old man": that may be the writer.
_SOMEBODY = re.compile(
    rf" (?:(?:the|this|that|some|another|every|those|these|all|our|my)(?: (?!of )[^ ,.?!]+)? {_FOLK}|{RELATIVE}"
    r"|somebody|someone|everybody|everyone|people|folk|he|she|they|his|her|their)(?= |$)"
)
_SCREEN = re.compile(
    r" (?:watching|watched|film|movie|documentary|series|episode|soap|telly|tv|netflix|novel|book|podcast|poster"
    r"|leaflet|article)(?= |$)"
)
_WRITER = re.compile(rf" (?:i|me|mine|myself|us|we|am|(?:my|our)(?!(?: [^ ,.?!]+)? (?:{RELATIVE}|{_FOLK})))(?= |$)")
_HURTS = "(?:back|backache|spine|ache|spasm|strain|muscle|twinge|crick|stiff|sore|tight|achy)"
# "Me, I've just a sore back", "mine is from the allotment", "not me", "I'm only after a slot for my stiff back"
_NO_MORE_THAN_A_BACK = re.compile(
    rf" (?:(?:only|just|merely|simply|nothing but|ordinary|usual)(?: [^ .?!]+){{0,6}}? {_HURTS}"
    r"|(?:my own|mine|my present|my only)(?: [^ ,.?!]+)? is"
    r"|not me|me(?: ,)? i (?:have|am|got))(?= |$)"
)
# "… now my back is sore", "I have a stiff back from it"
_OWN_BACK = re.compile(
    rf" (?:my|mine|i|me)(?: (?!{RELATIVE}|he |she |his |her )[^ .?!]+){{0,8}} (?:back|backache|spine)(?= |$)"
)
# Asked for something other than the writer's own back.
_FOR_CURIOSITY = re.compile(
    r" (?:(?:only|just) (?:asking|curious|listening)(?= (?:as|because|cos|for|out|in case|[.,])| *$)"
    r"|asking for (?:a|an|the|my) (?:sake|talk|class|course|quiz|exam|essay|novel|friend of)"
    r"|out of (?:curiosity|interest)|theoretical(?:ly)?|hypothetical(?:ly)?|toolbox talk|murder mystery|crime novel"
    r"|first aid (?:course|class|training)|explain the meaning|does that go for"
    r"|in (?:our|my|the) (?:biology|science|anatomy|first aid|nursing) (?:class|lesson|course|exam)"
    r"|caught my eye|general knowledge|pub quiz|none of (?:which|it|this|that|them|these) appl(?:y|ies)"
    r"|not me (?:obvs|obviously|though|personally))(?= |$)"
)
# "The chemo patients", "a leukaemia charity", but not "I passed out training"
_TRADE = re.compile(
    r" (?:patients|charity|research|awareness|fundraiser|drills?|posters?|leaflets?|campaign|documentary|memes?)(?= |$)"
)
# "People who faint", "when somebody faints", "driving my father to his chemo"
_THOSE_WITH = re.compile(
    r"(?: (?:people|folk|folks|patients|residents|clients|customers|those|kids|children|anyone|everyone)"
    r"| (?:for|of|with|lifting|bathing|washing|helping|driving|visiting) (?:an?|the|one) (?:old |elderly )?"
    r"(?:lady|man|woman|gentleman|client|patient|resident|girl)) (?:with|on|who|having)"
    r"(?: (?:have|has|are|is|been|a))*$"
    r"| when (?:somebody|someone|anyone|people)(?: (?:have|has|are|is|a))*$"
    rf"| (?:driv|tak|bring|ferry|drop)(?:e|es|ing|ings)? (?:my|our) {RELATIVE} (?:to|for|from|at) (?:his|her|their)$"
)
# The longest of these, in words.
_NEAR = 6


def is_told_in_passing(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the sign that `match` found in the writer's own message is told of somebody else.

    Either its nearest words say so ("people who faint"), or its sentence is about somebody who is named in it, says
    nothing of the writer, and the rest of the message holds the writer's own plain back against it.
    """
    words = [token.text for token in tokens]
    before = line_of(words[max(0, match.first - _NEAR) : match.first])
    if _TRADE.match(line_of(words[match.end : match.end + 1])) or _THOSE_WITH.search(before):
        return True
    start, stop = sentence_of(words, match)
    if _WRITER.search(line_of(words[start:stop])):
        return False
    if _FOR_CURIOSITY.search(line_of(words)):
        return True
    named = _SOMEBODY.search(line_of(words[start : match.end])) or _SCREEN.search(line_of(words[start : match.first]))
    rest = line_of(words[:start] + words[stop:])
    return bool(named and (_NO_MORE_THAN_A_BACK.search(rest) or _OWN_BACK.search(line_of(words[stop:]))))
