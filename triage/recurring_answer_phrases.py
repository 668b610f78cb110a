"""Answers to "Has this happened before?" that say it only because they were asked for it.

Regular expressions for the whole of an answer, without what is said before and after it ("oh
yeah, …, sadly"), over a `time_line` in which "1" is "one".
"""

from __future__ import annotations

import re

# What may stand before an answer and behind it without changing it.
OPENING = re.compile(
    r"^ (?:(?:[.,!?:;]|oh|ah|ha|haha|lol|well|um|uh|er|hmm|so|yes|yeah|yep|yup|yeh|ya|aye|ok|okay|sure|definitely"
    r"|absolutely|certainly|unfortunately|sadly|only|just|maybe|i think|i guess|i believe|i would say|i reckon|about"
    r"|around|like|probably|honestly|actually|god|man|mate|doc|sorry|that is|that would be|it is|it was|this is"
    r"|it is been|it has been|i have had it|i have had this|i have had them|i have had these|had it|had this|had them"
    r"|it has happened|it happened|it happens|happened|happens|it has|indeed|again|too|also|but|and|bro|dude|sir"
    r"|ma am|literally|easily|pretty much"
    r"|basically|kind of|sort of|really|to be honest|if i am honest) )*"
)
CLOSING = re.compile(
    r"(?: (?:[.,!?:;]|sadly|unfortunately|lol|haha|now|already|so far|by now|at least|or so|maybe|i think|i guess"
    r"|i would say|i believe|probably|for me|for sure|actually|honestly|yes|yeah|sorry|tbh|mate|though|i am afraid"
    r"|to be honest|really|over the years|over time|in the past|in my life|before|in total|all told|altogether"
    r"|this year|in fact|you know|too|also|as well|here|ever|this thing|these spasms|of these|of them|of those"
    r"|with this"
    r"|with my back|to me|for years|at this point|anyway|ugh|man|doc|doctor|bro|dude|sir|ma am|love|dear|buddy|pal"
    r"|folks|guys))* $"
)

_LOTS = (
    r"(?:many|several|plenty|loads|lots|heaps|tons|piles|oodles|countless|numerous|umpteen|dozens|hundreds|thousands"
    r"|millions|a million|a zillion|zillion|a hundred|a thousand|a lot|too many|so many|very many|quite a few"
    r"|a good few"
    r"|a few|few|a couple|couple|a handful|a bunch|some|multiple|various|a number|god knows how many|who knows how many"
    r"|so so many|many many|more than a few|more than a couple|[2-9]|\d\d|[2-9] (?:to|or) \d+)"
)
_UNIT = r"(?:months?|years?|decades?|summers?|winters?|springs?)"
_SOME = (
    r"(?:an?|one|\d+|a couple|couple|a couple of|couple of|a few|few|several|many|some|about \d+|maybe \d+"
    r"|like \d+)"
)
_YOUTH = (
    r"(?:teens|20 s|30 s|40 s|50 s|60 s|twenties|thirties|forties|fifties|sixties|youth|childhood|school days"
    r"|younger days"
    r"|\w+ days|\w+ playing days|last job|old job|first marriage|late \w+|early \w+|mid \w+)"
)

# "Just the once, about ten years back": it has been so before.
ONCE_AGO = re.compile(
    r" once(?: ,| before)*(?: (?:about|around|maybe|like|some|back|way))* (?:in \d{4}|\w+ (?:years?|months?|summers?"
    r"|winters?) (?:ago|back))(?= )"
)

AGAIN = re.compile(
    r"(?:"
    # How many times.
    rf"{_LOTS}(?: of)? (?:times?|episodes?|occasions|spasms|bouts|attacks)(?: (?:to count|to mention"
    rf"|than i can count))?"
    r"|(?:many|several|plenty|loads|lots|heaps|tons|piles|oodles|countless|umpteen|dozens|hundreds|thousands|a lot"
    r"|too many|so many|quite a few|a good few|a few|a couple|a handful|a bunch|more than a few"
    r"|multiple)(?: to (?:count|mention))?"
    r"|(?:more than|at least|over) (?:once|twice|one time|\d+ times)|thrice|(?:too many|more) (?:times )?(?:than i"
    r"|to) (?:can |could )?count"
    r"|more (?:times|often) than i (?:can count|would like|care to (?:count|admit|remember))|many a time(?: .*)?"
    r"|(?:most|every|every other|every few) (?:months?|weeks?|years?|winters?|summers?)(?: .*)?"
    r"|(?:my |an )?old friend(?: .*)?|(?:on and off|off and on) (?:since|for|all)(?: .*)?"
    r"|time and (?:time )?again"
    r"|(?:maybe |about |just )?(?:once|twice|one time)(?: or (?:twice|\d+)(?: times?)?)?"
    # How often.
    r"|(?:very|quite|pretty|fairly|too|so|rather)? ?(?:often|regularly|frequently|commonly)"
    r"|(?:every )?(?:once in a (?:blue moon|while))"
    r"|every (?:blue moon|so often|now and then|now and again|year|winter|summer|spring|fall|season)"
    r"|all the (?:bloody |damn )?time"
    r"|periodically|seasonal(?:ly)?|chronic(?:ally)?|habitual(?:ly)?|biannual(?:ly)?|annual(?:ly)?|yearly|monthly|recurrent|recurring"
    r"|intermittent(?:ly)?|occasional(?:ly)?|on occasion|rarely|seldom|always|constantly|(?:on and|off and) (?:off"
    r"|on)(?: (?:since|for|over|after|all)(?!.* (?:days?|hours?|weeks?|today|yesterday|monday)).*)?"
    r"|on again , off again|on again off again"
    # It does.
    r"|(?:sure|certainly|definitely|indeed) (?:it )?(?:has|does|did|have)|it (?:sure |certainly |definitely |really "
    r"|most certainly )?(?:has|does|did|happens|do)"
    r"(?: (?:indeed|happen|happened|that|this|it|to me|does this|do this|once|twice|sometimes|a lot|often))*"
    r"|i (?:have|do|did|sure have|certainly have)"
    r"|(?:it )?(?:happens|does that|does this|does it)|it goes out|have had|has before|did before|had before"
    r"|been there(?: , | )?(?:and )?done that(?: .*)?"
    # All along.
    r"|(?:for |in )?(?:all|most|half|much) (?:of )?my (?:adult |entire |whole |working )?life|my (?:whole|entire"
    r"|adult|whole adult) life"
    r"|(?:ever )?since (?:i was|i were|i turned|i hit|my|high school|college|school|childhood|the army|birth|forever"
    r"|the accident|an? accident)(?: .*)?"
    rf"|(?:for |over |about |nearly |more than )?(?:(?:many |several |a few |\d+ |{_SOME} )?(?:years|decades)|ages"
    rf"|forever|as long as .*|a lifetime|yonks)(?: (?:and|upon) years)?"
    r"|(?:again and again|over and over|time (?:and|after) time)(?: again)?|(?:it |this |this is |it is "
    r"|a )?(?:repeats?|repeating|repeat thing)(?: .*)?"
    r"|(?:earlier|before|previously|in the past)(?: (?:also|yes|too|i had|i have|it was|it came|came|happened|had"
    r"|once|twice|many|it happened|only|as well))*"
    r"|(?:that is |this is |this makes |makes |makes it |now )?(?:two|three|four|five|six|[2-9]|\d\d)(?: (?:strikes"
    r"|and counting|for me|of them|of these|in total))"
    r"|(?:that is|this makes|makes|makes it|had) (?:[2-9]|\d\d)(?: .*)?|one more time|an? (?:old|ancient|previous"
    r"|prior) (?:\w+ )?(?:injury|problem|issue|thing|wound)"
    r"|old (?:\w+ )?(?:injury|problem|issue|wound)|not (?:for|in) (?:a long time|years|ages|a while)(?: .*)?"
    r"|hello (?:my )?old friend|we meet again"
    r"|(?:this |it |that )?(?:will be|would be|will make|makes) (?:the |my )?(?:second|[2-9] (?:nd|rd|th))(?: .*)?"
    r"|one (?:or (?:two|so|more)|previous|prior|other)(?: .*)?"
    r"|(?:it is |been )?(?:been )?(?:a long time|years|ages|a while|months|long time) (?:but|since (?:it|the last"
    r"|my last|i last))(?: .*)?"
    r"|(?:mostly|mainly|usually|generally|often|only|typically|largely|especially)? ?(?:in|when|after|during|with"
    r"|from) (?:the )?(?:every|each|any|long"
    r"|cold|heavy|winter|summer|bad weather|stressful|it is cold|it is damp|it rains|yard work|old)(?: .*)?"
    r"|(?:high school|college|school|varsity) \w+|as an? \w+|.* (?:so|but) yes|.* so it happens|.* it happens"
    r"|(?:it is |a )?tradition"
    r"|(?:yes|yeah|yep|yup) again|again(?: (?:yes|yeah|and|sadly|unfortunately|this)(?: .*)?)?"
    r"|(?:it )?comes and goes(?: (?!.*(?:days?|hours?|minutes?|seconds?|today|yesterday|weeks?)).*)?"
    r"|(?:once|one time|one other time|twice|just the once)(?: before)?(?: ,)? (?:in|back|when|during|about|around"
    r"|like|maybe|over|\d+|many|years|as a"
    r"|last|at|after|a (?:few|couple|long)) .*|one (?:other )?time before|one other time|numerous|various|routine"
    r"|par for the course|standard"
    r"|(?:in|during|over|back in|around) (?:the )?(?:last |this past )?(?:spring|summer|winter|fall|may)(?: .*)?"
    # In the past, after all that is what was asked about.
    rf"|(?:back )?(?:in|during|from) (?:my|his|her) {_YOUTH}|(?:way )?back in the day|(?:way )?back when"
    rf"|years gone by|in (?:a )?(?:past|previous) life"
    rf"|(?:back )?when (?:i|he|she|we) (?:was|were|lived|played|worked|used|had|did|started|served|rowed|ran|danced"
    rf"|first)(?: .*)?"
    r"|(?:during|in|with|after|throughout) my (?:\w+ )?(?:pregnanc(?:y|ies)|baby|kid|child|divorce|army|navy|school"
    r"|college)(?: .*)?"
    rf"|(?:over |more than |about |almost |around )?{_SOME} {_UNIT} (?:ago|back|before|prior|earlier)(?: .*)?"
    rf"|(?:many |lots of )?(?:long|ages|years|months|decades|a (?:long|very long|good) (?:time|while)|long time"
    rf"|donkeys years|way) (?:ago|back)(?: .*)?"
    r"|(?:back )?(?:in|around|about|since|during)? ?(?:the )?(?:summer |winter |spring |fall |year )?(?:of )?(?:19"
    r"|20)\d\d(?: .*)?"
    r"|(?:back )?(?:in|around|during)(?: about)? (?:january|february|march|april|may|june|july|august|september"
    r"|october|december)(?: .*)?"
    r"|(?:earlier|sometime) (?:this|last) year(?: .*)?"
    r"|(?:last|the other|previous) (?:year|winter|summer|spring|fall|christmas|easter|thanksgiving|time|month|january"
    r"|february"
    r"|march|april|may|june|july|august|september|october|november|december|ski season|season|\w+ season)(?: .*)?"
    r"|(?:as|like) (?:an? |when )?(?:kid|child|teen\w*|student|youth|boy|girl|lad|young \w+|athlete|gymnast"
    r"|dancer)(?: .*)?"
    r"|my (?:mum|mom|wife|husband|chiro|doctor) (?:can|could) tell you"
    r")"
)

FIRST = re.compile(
    r"(?:"
    r"(?:all |brand |totally |completely |entirely |very |something |quite |wholly )*new(?: (?:to me|for me|thing"
    r"|experience|one|on me|one on me|one for me))*"
    r"|a new (?:one|thing|experience)(?: (?:on|to|for) me)?|uncharted (?:territory|waters)|unfamiliar(?: territory"
    r"| to me)?|unknown territory"
    r"|virgin territory|(?:an? |my )?(?:first timer|newbie|rookie|newcomer|virgin|debut|maiden \w+)|(?:my "
    r"|the )?(?:very )?first(?: .{0,6})? rodeo"
    r"|(?:zero|0|no|nil) (?:times|priors?|previous|history|episodes)|none|nada|zilch|nil|nope none|none at all"
    r"|none (?:that|before|previously|prior|i)(?: .*)?|never|nvr|never ever|not ever|not once|not even once|not at all"
    r"|(?:never|not)(?: once| ever)? (?:in|during) (?:all |the whole of )?(?:my|\d+|the|over|more than|a|years"
    r"|all)(?: .*)?"
    r"|not (?:that|as far as|so far as|to|as) (?:i|my|anyone)(?: .*)?|not (?:until|till|before|up to"
    r"|prior to)(?: .*)?|not (?:yet|previously|before)"
    r"|i (?:do not|would not) (?:think|believe|say)(?: (?:so|it has|it did|it ever has|i have|i ever have|ever"
    r"|any(?: .*)?))*"
    r"|i do not (?:recall|remember) (?:it|this|that|ever|any|having) (?:ever |before |happening |having "
    r"|any )*(?:\w+ ?){0,4}"
    r"|do not (?:think|believe)(?: (?:so|it has|it did|it ever has|i have))*|(?:i )?can not (?:say"
    r"|recall) (?:that )?(?:it|i|ever|any|having)(?: .*)?|i do not (?:think|believe) .*(?:ever|before)(?: .*)?"
    r"|(?:a |an )?(?:one off|one time (?:thing|deal|occurrence)|isolated(?: \w+)?|complete surprise|total surprise)"
    r"|(?:the )?(?:only|just) (?:the )?(?:one time|this one|this time|this|now|once)|(?:the )?only time|first"
    r"|(?:the )?first (?:one|time|i (?:have|had|ever|got|know)\b.*|that i\b.*)"
    r"|(?:it|i) (?:has|have|had|did|does|do) not(?: (?:ever|happened|had it|had this|before|no|ever happened))*"
    r"|hardly ever|(?:has|have|did) not"
    r"|nothing (?:of the (?:sort|kind)|similar|at all|like (?:it|this|that)|comparable|prior|previous)(?: .*)?"
    r"|(?:un)?til(?:l)? (?:now|today|yesterday|this \w+) never|(?:before|prior to|up to|until) (?:this|now|today"
    r"|yesterday)(?: .*)? (?:never|nothing|fine|no)"
    r"|(?:it |this |that )?(?:would|will|must|has to) be (?:a |my |the )(?:very )?first(?: .*)?|only ever (?:this"
    r"|the once|now)(?: .*)?"
    r"|(?:i )?(?:can not|do not|could not) (?:recall|remember) (?:ever|any|having)(?: .*)?|(?:no|without any"
    r"|i have no) (?:recollection|memory|recall) of .*"
    r"|.* never once|(?:this |it |that )?(?:is |was )?(?:very |quite |really |highly )?(?:unusual|uncommon|rare"
    r"|abnormal|unheard of)(?: for me)?"
    r"|(?:not even|not) (?:one|a single) time(?: .*)?|(?:has|have) not ever(?: .*)?|before \? no(?:pe)?(?: .*)?"
    r"|never ever ever(?: .*)?|i (?:would|will) say not(?: no)?|virgin at (?:this|it)(?: .*)?|(?:never"
    r"|not) in (?:my |the )?back"
    r"|.* but (?:i|he|she) (?:have|has|did) not|.* (?:no )?not before|did not know (?:a|the|my|your) (?:body"
    r"|back) could(?: .*)?"
    r"|negative|nothing before(?: .*)?|(?:a )?new (?:problem|issue|pain|injury)|(?:my |the "
    r"|very )*first (?:offen[cs]e|occurrence|episode|ever|spasm|instance|bout|attack|incident|flare)"
    r"|up (?:un)?til(?:l)? now(?: ,)? (?:never|nothing|no|i was fine)"
    r")"
)
# A question answers nothing.
ASKS = re.compile(
    r" (?:what|which|why|how (?!many|often|much)|who|do (?:people|you|we|others|i)|does (?!this happen|that happen"
    r"|it every)|should|explain|repeat"
    r"|mean|question|understand)(?= )|^ how |^ (?:come|say|sorry)(?: ,)? again |^ (?:is|are|will|would|can|could"
    r"|should) (?:it|this|that|i|you|they)(?= )|(?:can|could|will|would|is|are|does) (?:you|it|this|that|they"
    r"|i) .* \?(?= )"
)
# Twice fallen, or seen by a doctor before: what has happened is something else.
OTHER_DOING = re.compile(
    r" (?:fell|fall|fallen|tried|try|threw up|vomited|took|taken|take|woke|wake|pee|peed|asked?|told|called|calls?"
    r"|visited|clinic"
    r"|surgery|mri|x ray|scan|ate|sneezed|coughed|work early|from work|smoke\w*|counts)(?= )"
)


# What else the words are of, these tie them to what was asked about.
OF_IT = re.compile(r" (?:same|for (?:it|this|that|the same|my back|years|ages)|happen\w*|this|like (?:it|this|that)"
r"|from (?:last|before)|spasms?|recogni[sz]e|know|flar\w+)(?= )")
_NO = re.compile(r"^(?:(?:no|nope|nah|naw|na|[.,!]) )+")


def cores(line: str, denying: bool = False) -> list[str]:
    """The answer itself, with and without what stands around it; `denying`: also without a "no"."""
    whole = line.strip(" .,!?")
    closed = CLOSING.sub("", f" {whole} ").strip()
    found = [whole, closed, OPENING.sub("", f" {whole} ").strip(), OPENING.sub("", f" {closed} ").strip()]
    if denying:
        found += [_NO.sub("", f"{answer} ").strip() for answer in list(found)]
        found += [OPENING.sub("", f" {answer} ").strip() for answer in found[4:]]
    return [answer for answer in found if answer]
