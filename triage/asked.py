"""Signs that are only asked about: "what if I can't pee", "is leaking common?", "she checked me for numbness"."""

from __future__ import annotations

import re

from triage.sense import CLAUSE_ENDS, SUBJECTS, Place, after_last, line_of

# Of something that may come or that someone else said: a mention, whoever's words it has.
_HYPOTHETICAL = re.compile(
    r" (?:(?:can|could|does|will|would|might) (?:a|an|the|this|that|it|these|back|muscle|you|they"
    r"|spasms?|ice|heat|massages?|traction|stretching|exercise|physio|stress|sitting)"
    r"|what if|let (?:us |is )?say|if (?:at some point|one day|ever|tomorrow|later|next week)"
    r"|(?<! i )(?<! would )suppos(?:e|ing)(?= (?:that |if )?"
    r"(?:i(?! (?:should|ought|must|had better|better))|my|he|his|she|her|someone|somebody)(?: |$))"
    r"|if the (?:pain|spasm) (?:makes?|made|causes?) (?:you|me|u|someone|one)"
    r"|would (?:somebody|someone|anyone|anybody|a person|people)"
    r"|would i (?:get|have|feel|notice)|(?:at )?(?:what|which) point (?:would|does|should|do|is)"
    r"|how (?:would|could|can|will) i (?:know|tell)"
    r"|how (?:would|do|does|could|can) (?:any ?one|any ?body|one|someone) (?:know|tell)|what means"
    r"|in case|what happens|(?:afraid|scared|worried|fear|terrified|nervous)"
    r" (?:of (?:getting|having|becoming|a)|(?:that )?(?:i|it) (?:will|am going|might|may|could|would))"
    r"|worr(?:y|ied|ying) about (?:getting|having|developing|becoming|a)|risk of|chances? of"
    r"|(?:signs?|symptoms?) of|watch (?:out )?for|look out for|to prevent|to avoid|how to|so i do not"
    r"|why (?:does|do|would|should)(?! (?:my|i|his|her|it))|who is(?! (?:in|on|with|having|losing|complaining))"
    r"|(?:what|how (?:high|hot|much|many|low)) (?:counts|count|qualifies|would count)"
    r"|what causes|you (?:said|asked|mean|mentioned)|(?:read|reading|heard|hearing|saw)"
    r" (?:online|about|that|somewhere|(?:on|in) (?:a|the|an|some|your)(?: [^ ]+)? (?:forum|internet|web|site|website"
    r"|page|blog|group|article|magazine|paper|leaflet))|at what age"
    r"|what is(?! (?:new|different|worse|odd|strange|weird|funny|bothering|worrying|changed))"
    r"|who has|people with|someone with|is there|are there|do you (?:treat|see|take)"
    r"|do people|do you mean|why (?:are you|do you)|am i (?:going to|gonna|having|getting))(?= |$)"
)
# "I'm afraid of losing control": feared; "of leaking again" has happened.
_FEARED = re.compile(
    r" (?:afraid|scared|fear|frightened|terrified|petrified) of(?: [^ ]+ing(?: an?| any| all)?)?$"
)
# "the internet says numb groin is bad", but not "google says it is bad and my groin is numb".
_QUOTED = re.compile(
    r" (?:the internet|internet|google|web ?md|the web|wikipedia|(?:the|an|this) (?:article|leaflet|website|site|page)"
    r"|chat ?gpt|reddit|(?:the|a|an|that|this|your) (?:leaflet|poster|booklet|pamphlet|form|sign)"
    r"(?: (?:in|on|from|at) (?:the|a|your|my)(?: [^ ]+){1,2})?)"
    r" (?:says|said|claims|mentions|mentioned|lists|warns)(?!.* (?:my|i|and|but|so)(?= |$))"
    r"| (?:comedian|presenter|host|man|woman|doctor|guy|someone|they) (?:on|in) (?:the )?(?:radio|tv|telly|news)"
    r" (?:(?:was|were|is|are|kept|keeps) )?(?:going on|talking|joking|talked|joked|on) about"
    r"(?!.* (?:my|i|and|but|so)(?= |$))"
)
# "I looked up back spasms and it says losing control …"
_LOOKED_UP = re.compile(
    r" (?:looked(?: it| this| that)? up|googled|searched|read up)(?: [^ ]+){0,5}? it (?:says|said|mentions?|lists?)"
    r"(?!.* (?:my|i|and|but|so)(?= |$))"
)
# Of people in general: "is it true you can …", "suppose a person on …", "how do doctors test for …".
_OF_PEOPLE = re.compile(
    r" (?:is it true|suppos(?:e|ing)|imagine|(?:they|people|some) say|what is meant|what does it mean"
    r"|how (?:do|does|can|would|should) (?:doctors?|physios?|therapists?|nurses?|you|they|people|one|a|the)"
    r"|(?:a|any) (?:person|patient|client)(?: (?:on|with|who|taking))?|any ?one (?:on|with|who)"
    r"|(?:the|a|this|some) (?:man|woman|guy|bloke|lady|lad|fella) (?:in|at|on|who|from|next|down|across|over)"
    r"|(?:read|saw|see|seen|watched|watch) (?:an? |the |this |that )*(?:long |old |good )?"
    r"(?:article|documentary|film|movie|programme|post|leaflet) (?:on|about|of|with)"
    r"|(?:in|on) (?:the|a|this|that) (?:film|movie|book|show|series|song|documentary)"
    r"|(?:show|film|movie|episode|series|documentary|book|story|video|clip|article|podcast)(?: [^ ,.?!;]+){0,3}"
    r" (?:where|about|in which) (?:an?|some|this) [^ ]+)(?= |$)"
)
# "The nurse asked me about numbness": her words. "I ask about the numbness I have" is not among these.
_ASKED_BY_OTHERS = re.compile(
    r" (?:he|she|they|nurse|doctor|dr|physio|therapist|line|form|bot|chat|leaflet|you)(?: [^ ]+)?"
    r" (?:asks?|asked)(?: me| us)? (?:about|if|whether)(?= |$)"
    r"| why (?:do|does|did)(?: your| the| this)? (?:form|bot|chat|page|site|website|you)(?: [^ ]+)?"
    r" (?:asks?|ask me)(?= |$)"
)
# These suppose the sign when it is the writer's: "is it normal that my groin is numb".
_WORRY = re.compile(
    r"^ (?:normal|common|ok|okay|bad|dangerous|serious) (?:if|to|that)(?= |$)"
    r"| (?:should i (?:be )?(?:worry|worried|expect|look|watch|go|call|see)|do i need to"
    r"|is (?:it|that|this) (?:normal|common|ok|okay|bad|dangerous|serious)|what about"
    r"|what (?:does|do)|how do i)(?= |$)"
)
# "is a fall from a ladder the sort of thing …", "is leaking pee one of those signs".
_ABOUT_SIGNS = re.compile(
    r" (?:one of (?:the|those|these)|ever|the (?:sort|kind|type) of|(?:a|any) (?:warning |bad |red )?"
    r"(?:sign|symptom|flag)|something (?:to|you|i)|normal|common|worry me|concern me|be a concern)(?= |$)"
)
# What is asked about such a thing takes it for granted: "does it matter that I am on chemo".
_PRESUPPOSES = re.compile(
    r" (?:(?:does|will|would|could|might) (?:it|that|this) (?:matter|count|help|make (?:a |any )?difference"
    r"|change (?:anything|that|much)) (?:that|as|since|because|given)"
    r"|(?:could|can|might|may|would) (?:it|that|this)(?: [^ ]+){0,2}? be (?:why|because|the reason(?: why)?)"
    r"|is (?:it|that|this) why) (?:i|my|he|his|she|her|we|they)(?= |$)"
)
# "Can you help I have a fever", "could it be the disc, I can't pee": a question, and then the writer's own.
_NOW_MINE = re.compile(
    r" (?:help|advise|see|treat|tell|explain|fix|do|take|call|work|be|book|fit|come|say|squeeze)"
    r"(?: (?:me|us|him|her|this|it|that|what|to do|in|someone|you|soon|today|now|please|fast))*"
    r" (?:i|we|he|she) (?:have|has|had|am|is|got|can not)(?= |$)"
)
_QUESTION_OPENERS = frozenset("is are does do could can would will should what how".split())
_ASKS_ON = frozenset("is should shall what how why do am".split())
# "can I take it if I am on …": most likely so.
IF_I_AM = re.compile(r"(?<! what) if i (?:am|have)(?= |$)")
_IF = re.compile(r"(?<! as)(?<! even) (?:if|unless|whether|should(?= (?:i|my|it|the) )) ")
# "He checked for saddle numbness": looked for, and not there if the words that follow say so.
LOOKED_FOR = re.compile(
    r" (?:(?:check|test|screen|examin|scann|look|assess)\w*(?: [^ ,.]+){0,6}? (?:for|at)|rul(?:ed|ing|e|es) out)"
    r"(?: [^ ,.]+){0,2}$"
)
# "What can I do about my fever", "will heat help the fever", but not "if my fever …"
_MINE = re.compile(r" (?:my|this|these|the)(?: (?!back|spasm|pain|leg|place|clinic)[^ ,.?!]+)?$")
_SUPPOSED = re.compile(r" (?:if|suppos\w+|afraid|scared|fear|makes?|made|let us|imagine)(?= |$)")
# "… for the fever I have", "you asked about fever: yes", "is fever normal? because I have it"
_WHICH_I_HAVE = re.compile(
    r"^(?: that| which)? (?:i|he|she) (?:have(?! not)|has(?! not)|am having|is having|got|get|gets|had)(?= |$)"
    r"|^(?: [^ .?!;]+){0,8} (?:[.?,] |and |because |cause |well )*i (?:do )?have (?:got |had )?(?:it|this|that)(?= |$)"
    r"|^(?: [^ .?!;]+){0,8} is what i have(?= |$)|^ (?:[,.?] )?yes(?= |$)|^ like (?:this|i (?:do|have))(?= |$)"
)


def is_asked(place: Place) -> bool:
    """Whether the sign is only asked about, supposed, feared, looked for, or said of people in general."""
    if "will" in place.gaps and "not" not in place.gaps:
        return True
    before = after_last(place.clause_before, CLAUSE_ENDS)
    line = line_of(before)
    found = list(_IF.finditer(line + " "))
    if found:
        since = line[found[-1].end() - 1 :].split()
        if sum(word in SUBJECTS for word in since) <= 1:
            return True
    if _PRESUPPOSES.search(line):
        return False
    hypothetical = _HYPOTHETICAL.search(line)
    if hypothetical:
        rest = line[hypothetical.end() :]
        return "because" not in rest.split() and not _NOW_MINE.search(rest)
    others_words = (_QUOTED, _LOOKED_UP, LOOKED_FOR, _ASKED_BY_OTHERS)
    if any(said.search(line) for said in others_words) or _is_feared(line, place):
        return True
    general = _OF_PEOPLE.search(line)
    if general and not {"i", "my", "me", "myself"} & {*line[general.end() :].split(), *place.matched}:
        return True
    if _WORRY.search(line):
        return not any(word in {"because", "my", "i", "that"} for word in before[2:])
    return (
        (place.after[-1:] == ["?"] or bool(_ABOUT_SIGNS.search(line_of(place.after))))
        and [*before, *place.matched][0] in _QUESTION_OPENERS
        and not {"i", "my"} & set(before)
        and not _is_told_first(before, place)
    )


def _is_told_first(before: list[str], place: Place) -> bool:
    """ "Can't feel my privates is this bad?": what was told is asked about."""
    return not before and place.matched[1:2] == ["not"] and bool(_ASKS_ON & set(place.after[:1]))


def _is_feared(line: str, place: Place) -> bool:
    found = _FEARED.search(line)
    if found is None or {"again", "because", "since"} & set(place.after):
        return False
    return place.matched[0].endswith("ing") or not found.group().endswith(" of")


def is_owned(place: Place) -> bool:
    """Whether a sign that is asked about is the writer's all the same: "should I worry about this fever"."""
    before = line_of(place.clause_before)
    mine = _MINE.search(before) and not _SUPPOSED.search(before)
    return bool(mine or _WHICH_I_HAVE.match(place.following))
