"""Who the patient is: the person who types, or someone they write for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.bystander import without_bystander
from triage.text import tokenize

_KIN = (
    "mom mum mother mam mommy mama dad father daddy papa parent wife husband hubby son daughter "
    "kid child baby twin toddler brother sister sibling grandma grandmother granny gran nan nana "
    "grandpa grandfather grandad granddad grandparent grandson granddaughter grandkid aunt auntie "
    "uncle cousin nephew niece stepmom stepdad stepson stepdaughter fiance fiancee boyfriend "
    "girlfriend partner spouse roommate flatmate friend neighbor neighbour coworker colleague "
    "boss client patient girl boy lad lass employee landlord landlady tenant teammate housemate bestie inlaw "
    "bridesmaid bride groom gf bf missus wifey workmate stepmother stepfather stepbrother stepsister grandchild bub "
    "bubba"
).split()
RELATIVES = frozenset(_KIN) | {f"{word}s" for word in _KIN} | {"wives", "children", "grandchildren"}
# "Pet owner on warfarin", "horse riding and on prednisone": the writer.
_KEEPING = frozenset("owner owners riding rider riders walking walker walkers lover out sitter sitting".split())
PETS = frozenset(
    "dog dogs puppy pup hound collie labrador greyhound terrier spaniel retriever poodle shepherd cat cats kitten "
    "horse horses mare pony foal cow cows bull heifer pig pigs sow sheep ewe goat goats hen hens hamster rabbit bunny "
    "budgie parrot donkey alpaca pet pets dachshund beagle pug husky corgi rottweiler bulldog chihuahua whippet "
    "lurcher mutt doggo pooch tomcat moggy kitty gelding filly stallion llama ferret gerbil".split()
)

# Any of them, as a regular expression.
RELATIVE = "(?:" + "|".join(sorted(RELATIVES)) + ")"
_ADJECTIVE = (
    r"(?:year|yr|old|elder|elderly|poor|little|\d+|month|older|younger|youngest|oldest|eldest|best|dear"
    r"|pregnant|teenage|teen|diabetic|disabled|sick|aging|ageing|late|ex|own)"
)
_VERB = (
    r"(?:is|has|can|could|threw|hurt|hurts|pulled|fell|bent|was|woke|lifted|slipped|says|said"
    r"|complains|complaining|keeps|got|needs|feels|took|put|did|does|twisted|started|just|have"
    r"|had an? (?:bad |nasty )?(?:fall|accident|spasm|crash|flare|episode)"
    r"|will|went|lost|wet|peed|pooped|soiled|leaked|passed|fainted|collapsed|swallowed|ate|crashed"
    r"|tripped|can not|takes|gets|wakes|goes|seems|looks|keeps|fainted|broke|tore|wants)"
)
# Those who hurt without being named as kin: "a guy at my gym", "the woman next door", "my 15 year old".
_STRANGER = (
    r"(?:(?:an?|some|this|the|that) (?:guy|man|woman|lady|gentleman|dude|person|bloke|customer|student)"
    r"|(?:my|our) \d{1,2} (?:year|yr|years|yrs) old)"
)
_HURT = (
    r"(?:hurts?|threw|pulled|strained|twisted|tweaked|injured|wrenched|broke|put|did) (?:out )?(?:his|her|their)"
    r"(?: lower| upper| low)? back"
)
_THEIR_OWN = re.compile(
    rf"^(?: (?:so|hi|hello|hey|help|please|well|ok|,|\.))*(?: (?:he|she) (?:just |has just )?{_HURT}"
    r"| (?:his|her)(?: lower| upper| low)? back (?:is|went|hurts?|locked|seized|has|gave|spasmed|just|keeps|feels)"
    r"| (?:he|she) (?:(?:can|could|does|did) not (?:stand|walk|move|get up|sit|bend|feel|pee|straighten|breathe)"
    r"|has (?:no feeling|back|a (?:bad |sore )?back|(?:lower|severe|bad) back|numb\w*)))(?= |$)"
    rf"| {_STRANGER}(?: (?!i |my |and |so |who )[^ ]+| my [^ ]+){{0,4}}?"
    rf" (?:{_HURT}|has (?:a |bad |severe |lower )*back)(?= |$)"
    rf"|^ {RELATIVE} (?:in|with|on|having|stuck|unable|can not)(?= |$).* (?:back|spine)(?= |$)"
    rf"|^ {RELATIVE} (?:on the floor|in labou?r|stuck)(?= |$)"
)
_OTHER_NOT_ME = re.compile(
    rf" (?:my|our|an?)(?: {_ADJECTIVE})* {RELATIVE}(?: [,.])*(?: and)?(?: it is)? not(?: for| about)?"
    r" (?:me|myself|mine)(?= |$)"
    rf"| (?:not (?:for |about )?(?:me|myself)|i am not the (?:one|patient)[^.]*)(?: [,.])*(?: but)?(?: it is| this is)?"
    rf"(?: for| about)? (?:my|our)(?: {_ADJECTIVE})* {RELATIVE}(?= |$)"
    rf"| (?:now|this time|today) it is (?:my|our)(?: {_ADJECTIVE})* {RELATIVE}(?= |$)"
)
_THE_WRITER = re.compile(
    r" (?:(?:it|this|that) (?:is|was) (?:actually |really |just |all )?(?:(?:for|about) )?(?:me|myself)"
    r"(?! (?:and|or|who (?:is|am) (?:asking|typing|writing)|asking|typing|writing|again))"
    r"|(?:asking|writing|here|question is) (?:for|about) (?:me|myself)"
    r"|i am the (?:one (?:in pain|who (?:is |am )?(?:hurts?|hurting|in pain|has|injured|sick)|with|hurting|hurt|having)"
    r"|patient|friend(?! (?:who|asking|of|that|typing))|person (?:in pain|with|who (?:hurts|is in pain)))"
    r"|(?:it|this) is my(?: own)?(?: lower)? back|i mean(?:t)? me|it is mine"
    r"|the (?:patient|friend) is (?:me|myself))(?= |$)"
)
# What somebody else saw, or died of, is said about the writer.
_ONLOOKER = re.compile(
    rf" (?:my|our)(?: {_ADJECTIVE})* {RELATIVE} (?:(?:just |has |have )?(?:noticed|noticing|notices|saw|sees|thinks)"
    r" (?:that )?(?:my|i|me)|(?:died|dies|passed away|passed on|was killed)|came (?:back|home|over)"
    r"|(?:says?|said|thinks|reckons|told me|swears|insists|believes)"
    r"(?!.* (?:she|he|they|her|his|him|their|herself|himself)(?= |$)))(?= |$)"
)
_FOR_SOMEONE = re.compile(
    rf" (?:(?:asking|writing|typing|texting|chatting|here|this is|it is|question) (?:this )?"
    rf"(?:for|about|on behalf of) (?:my|a|our|an)(?:(?: {_ADJECTIVE})*| [^ ]+) {RELATIVE}"
    rf"|(?:my|our)(?: {_ADJECTIVE})* {RELATIVE}(?: (?!and |so |to )[^ ]+){{0,3}}? {_VERB})(?= |$)"
    rf"|(?:^| \.) (?:my |our )?(?:mom|mum|dad|mother|father|grandma|grandpa|granny|gran|nan|hubby)"
    rf"(?: is [^ ]+ [^ ]+)? {_VERB}(?= |$)"
    rf"|(?:^| my| our| the)(?: {_ADJECTIVE})* {RELATIVE} .* (?:she|he|they|her|his)(?= |$)"
    r"|(?<! his)(?<! her)(?<! their) (?:mom|mum|dad|mother|father|grandma|grandpa|granny|gran|nan|granda|grandad)"
    r" .* (?:she|he|her|his)(?= |$)"
    rf"|(?:^| my| our| the)(?: {_ADJECTIVE})* {RELATIVE} had(?: [^ .?!]+)+? now(?! i )(?= |$)"
    r"|my (?:mate|bro|buddy|pal)(?:s| is)?(?: lower)? back (?:is|went|hurts?|has|gave|locked|seized|spasmed)(?= |$)"
    rf"|(?:^| \.| and| but)(?: and| but)? the (?:wife|husband|hubby|missus) {_VERB}(?= |$)"
)
_UNTIL_DEATH = re.compile(r" (?:till|until|before) (?:he|she|they) (?:died|passed)(?= |$)")
_CHILD_LIKE = frozenset("little wee youngest eldest oldest tiny".split())
# They are also what the one who reads is called: "mate, I can't pee".
_COMPANIONS = frozenset("mate pal buddy".split())
_SELF = re.compile(
    r" i(?= |$)"
    rf"| (?:mine|me(?! (?:lad|old|{RELATIVE})(?= |$))"
    r"|my (?:own )?(?:(?:lower|upper|low|stiff|sore|tight|bad|poor|old|aching|dodgy|cramped|locked|whole|stupid"
    r"|bloody|damn|blasted|wretched|silly|left|right) )*(?:back|leg|legs|spine"
    r"|foot|feet|arm|chest|bladder|groin|hip|hips|body)"
    r"|my own (?:matter|case|problem|trouble|pain|story|complaint))(?= |$)"
)

# Who looked for the writer has not got what was found: "my wife looked and there is a row of blisters".
_LOOKED = frozenset(
    "looked look looks noticed notices spotted spots checked checks saw sees found finds pointed showed photographed "
    "thinks reckons says said told".split()
)
# After one of these a person is what something was done to, not who has the sign.
_OBJECT_AFTER = frozenset(
    "up with to for from at by on over after off of into like hit told asked picked lifted carried "
    "held hugged helped moved caught saw called hold lift carry help pick had drove chased".split()
)
_ARTICLES = frozenset("my our the a an his her their your".split())


def is_someone_else(text: str) -> bool:
    """True when the message is about another person's trouble and not the writer's own."""
    line = "".join(f" {token.text}" for token in tokenize(text))
    if _OTHER_NOT_ME.search(line):
        return True
    if _SELF.search(without_bystander(line)) or is_the_writer(text):
        return False
    if _UNTIL_DEATH.search(line):
        return False
    named = _ONLOOKER.sub(" ,", line)
    return bool(_FOR_SOMEONE.search(named) or _THEIR_OWN.search(named))


def is_the_writer(text: str) -> bool:
    """True when the message says that the writer is the patient: "wait no, it's for me"."""
    line = "".join(f" {token.text}" for token in tokenize(text))
    return bool(_THE_WRITER.search(line)) and not _OTHER_NOT_ME.search(line)


def _is_little_one(before: Sequence[str], index: int) -> bool:
    """ "My little one", "the eldest one", but not "the left one"."""
    return before[index] in {"one", "ones"} and index > 0 and before[index - 1] in _CHILD_LIKE


def _is_companion(before: Sequence[str], index: int) -> bool:
    """ "My mate lost weight", but not "mate, lost weight"."""
    return before[index] in _COMPANIONS and (
        before[index - 1 : index] in (["my"], ["a"], ["me"]) or before[index + 1 : index + 3] == ["of", "mine"]
    )


def is_anothers(before: Sequence[str]) -> bool:
    """True when the words before a sign, in its clause, say that another person has it.

    "my mom had …" is another's; "i hurt it lifting my son and …" is the writer's.
    """
    for index in range(len(before) - 1, -1, -1):
        named = before[index] in RELATIVES | PETS
        if not (named or _is_little_one(before, index) or _is_companion(before, index)):
            continue
        behind = before[index + 1 :]
        if any(w in {"i", "my", "me"} for w in behind) or (before[index] in PETS and _KEEPING & set(behind[:1])):
            return False
        if _LOOKED & set(behind[:4]) and not {"he", "she", "his", "her", "they", "their"} & set(behind):
            return False
        start = index
        while start > 0 and (before[start - 1] in _ARTICLES or re.fullmatch(_ADJECTIVE, before[start - 1])):
            start -= 1
        leading = before[start - 1] if start > 0 else ""
        if leading in {"am", "was"} and before[start - 2 : start - 1] == ["i"]:
            return False  # "I am a patient of yours and fainted"
        if behind[:1] == ["who"]:
            return True  # "stayed home with my son who has a fever"
        if leading in _OBJECT_AFTER or (leading.endswith("ing") and len(leading) > 4):
            return False
        return True
    return False
