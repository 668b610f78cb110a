"""Signs that are said of a thing or an animal: "the roof is leaking", "the settee has a dead leg", "the pup shivers".

Not plain enough to clear a sign, so it is asked about and no longer acted on.
"""

from __future__ import annotations

import re

from triage.sense import Place, line_of

# What may leak, tear, wheeze, slur or collapse. Not what a patient wets or falls from: beds, clothes, ladders.
_THING = (
    "(?:whole thing|roof|taps?|faucet|pipes?|hose|boiler|radiator|tank|cistern|gutters?|hut|shed|tent|marquee|gazebo"
    "|poles?|deck ?chair|chair|stool|bench|settee|sofa|couch|table|desk|shelf|shelves|shelving|drawer|wardrobe|tripod"
    "|clocks?|lamp|camera|walls?|plaster|ceiling|cellar|basement|garage|deck|porch|fence|bridge|building"
    "|van|lorry|tractor|engine|mower|hoover|machine|washer|dryer|fridge|freezer|printer|computer|laptop|phone|speakers?"
    "|radio|amp|bass|drums?|guitar|piano|organ|bagpipes|music|sat ?nav|voice ?mail|recording|bags?|suitcase|box"
    "|boxes|packs?|packet|bottle|tin|jar|lid|dough|cake|cheese|stew|soup|pup|puppy|dogs?|cats?|kitten|horse|pony|mare"
    "|cows?|sheep|ewe|lamb|goats?|hens?|parrot|budgie|hamster|rabbit|plants?|tree|weather|wi ?fi|internet|signal"
    "|website|app|belt|cushion|strap)"
)
# "… that I was moving", "… of the site hut", "… up every hill"
_WHICH = r"(?: (?:that|which|i|we|he|she|they|of|in|on|at|from|up|under|behind|beside|next|to)(?: [^ ,.?!;]+){1,4})?"
# "Lifting the sofa", "on the porch": there the thing has nothing.
_NO_SUBJECT = (
    r"(?:\w+ing|i|we|he|she|my|on|in|under|from|with|after|at|off|by|to|moved|lifted|carried|hit|pulled|pushed)"
)
_SAID_OF = re.compile(
    r"(?:^| (?:and|so|but|because|cos|when|while|as|then|got|have|has|if) (?:the|this|that|our|my|his|her|their|an?|old"
    rf"|every|each|whole|wee|poor|some|one|your))(?: (?!{_NO_SUBJECT} )[^ ,.?!;]+){{0,3}}? {_THING}{_WHICH}(?: ,)?"
    r"(?: (?:is|was|are|were|has|had|have|keeps?|kept|goes|went|got|gets|been|being|all|just|always|only|badly|an?|one"
    r"|so|very|really|on|up|the|horrible|nasty|even))*$"
)
# "The foot of our table dropped"
_OF_IT = re.compile(rf"^ of (?:the|our|my|his|her|an?|this|that) (?:{_THING}|bed)(?= |$)")
_PARTS = frozenset("foot feet leg legs arm face mouth".split())
_MINE = frozenset("i my me we our us myself".split())
# "The van hit me", "the horse fell on me": that is how one is hurt.
_HURTS_ONE = re.compile(
    r" (?:crash\w*|hit|hits|struck|fell|falls?|fallen|knock\w*|ran|run|rear ended|threw|thrown|bucked|kicked|rolled"
    r"|landed|trapped|pinned|crushed|flipped|wet|soaked|damp)(?= |$)"
)


def is_of_a_thing(place: Place) -> bool:
    """Whether what stands before a sign, or right behind it, is a thing that has it."""
    if _MINE & set(place.matched) or _HURTS_ONE.search(line_of(place.matched)):
        return False
    its_part = _PARTS & set(place.matched) and _OF_IT.match(place.following)
    return bool(its_part or _SAID_OF.search(line_of(place.clause_before)))
