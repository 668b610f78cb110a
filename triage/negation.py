"""In what sense a sign stands in a sentence: stated, denied, doubted, past, or someone else's.

The scopes follow the family of rule-based clinical negation (a cue reaches forward to the next
scope end), widened for what patients type: "no but …", "not sure if", "used to", "my mom had".
Where a denial is not plain the sign is doubted, so that it is asked and never passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from triage.lexicon import Match
from triage.patient import is_anothers
from triage.text import SENTENCE_END, Token


class Sense(StrEnum):
    """How one mention of a sign is meant."""

    STATED = "stated"
    DENIED = "denied"
    LISTED = "listed"  # "no fever, chills": most likely denied, but it may begin a new thought
    DOUBTED = "doubted"  # "maybe", "not sure if", "not really", a double negative
    ASKED = "asked"  # "should I worry about …", "if I get …"
    LONG_PAST = "long_past"  # "ten years ago"
    RECENT_PAST = "recent_past"  # "last month", "a few weeks ago", "used to"
    OTHER_PERSON = "other_person"  # "my mom has …"
    OTHERS_PAST = "others_past"  # "my mom had …"
    SUSPECTED = "suspected"  # no listed wording: the learned detector suspects it


# How far a cue can reach, in words.
_REACH = 14
_WINDOW = 25

_COMMA = frozenset({","})
_CLAUSE_ENDS = frozenset("but except although though altho however".split())
_SCOPE_ENDS = _CLAUSE_ENDS | frozenset(
    "yet only still just because due since so until after when while unless plus then besides "
    "otherwise instead now from yes yeah yep".split()
)
# "no symptoms other than …": what follows is not denied. ("From" ends a scope by itself.)
_EXCEPTING = frozenset({("other", "than"), ("save", "for")})
_SUBJECTS = frozenset("i my it he she his her they their there we you the this that both".split())
_PERSONS = frozenset("i he she they we".split())
_OWNERS = frozenset("my his her their the".split())
_AUXILIARIES = frozenset(
    "can could will would is am are was were has have had do does did may might keep keeps".split()
)
_FINITE = frozenset(
    "is are am was were has had got gets started begin began feels felt became went goes gave do "
    "does did will works "
    "keeps came comes hurts".split()
)
_PAST_FORMS = frozenset("lost went felt had got gave fell took shat came threw hit wet".split())

_NEGATORS = frozenset(
    "no not never without deny denies denied denying neither nor none nil zero negative nothing "
    "hardly barely nobody".split()
)
# "nothing numb", "nothing is really numb": no other verb between.
_BARE_LINKS = frozenset("is are feels feel has been gone seems was at all really even actually".split())
# What follows "no" and shows that nothing after it is denied.
_NO_IDIOMS = frozenset(
    "relief change changes improvement idea wonder doubt better matter joke kidding way sleep "
    "position appetite energy longer more luck choice end reason clue thanks worries problemo "
    "break rest let question lie bueno help one good just only but im actually well not , oh "
    "sir maam denying denial".split()
)
_NOT_IDIOM = re.compile(
    r"(?: (?:really|even|been|feeling|doing|too|so))*"
    r" (?:(?:only|just|sure|able|better|helping|improving|stopping|easing|sleeping|working|good"
    r"|great|well|bad|anymore|certain|until|knowing|sleep|slept|help|helped|work|worked|stop"
    r"|stopped|ease|eased|improve|improved|matter|eat|eaten|eating|know|realize|realized|realise"
    r"|realised|mention|tell|want|wanna|expect|understand|care|laugh|judge|joking|kidding|lying"
    r"|last|budge|deny|denying|comfortable|ok|okay|fine|normal|right|funny|long|far)"
    r"|(?:say|tell you|mention|admit) is"
    r"|getting (?:any )?(?:better|easier|sleep|relief|worse)|going (?:away|anywhere|well|to|back)"
    r"|go away|gone away|get better|let up)(?= |$)"
)
_NEVER_IDIOM = re.compile(
    r" (?:stops|eases|ends|goes|gets|better|mind|(?:been|felt|had|experienced|happened)"
    r" (?:this|so|such|it|like|in|before|that))(?= |$)"
)
_WITHOUT_IDIOM = re.compile(
    r" (?:any )?(?:warning|reason|cause|thinking|knowing|realizing|realising|noticing|being|trying"
    r"|meaning|help|insurance|moving)(?= |$)"
)
# "no trouble with" and the like: "with" does not begin a new scope.
_BEFORE_WITH = frozenset(
    "trouble problem problems issue issues difficulty wrong and or nor bothered dealing diagnosed treated born "
    "living suffering struggled struggling afflicted ill sick down".split()
)
_ABILITY_DENIALS = frozenset("complain report".split())
_LISTING = frozenset({"or", "nor", "any"})
# What may stand before the next thing of a list that "no" opened: "no fever, unexplained weight loss".
_IN_A_LIST = frozenset(
    "or nor and any no not other new recent sudden unexplained significant severe real the my his her a an of in at "
    "to with loss change changes problem problems trouble issue issues symptoms symptom signs sign history pain also "
    "either bad major night day kind sort type such anything like been has have had taking on using".split()
)
_LIST_GOES_ON = re.compile(r"(?:(?: [^ ,.]+){0,3} ,)*(?: [^ ,.]+){0,3}? n?or ")

_DOUBT = re.compile(
    r" (?:maybe|might|may|possibly|perhaps|unsure|could be|not (?:really )?(?:sure|certain)"
    r"|(?:do not|not|no idea|can not (?:really )?tell|hard to (?:say|tell))(?: know)?"
    r" (?:if|whether)|not know (?:if|whether|that)|(?<!can )(?<!could )not (?:think|believe)|no idea (?:if|whether)"
    r"|can not (?:really )?(?:tell|say|swear|promise|claim)|hard to (?:say|tell)|wonder\w*"
    r"|not really|not exactly|not that"
    r"|not like|not as if|not anymore|not any more|no longer|kind of not|not always"
    r"|not (?:completely|totally|entirely|fully|quite|particularly|especially|necessarily)"
    r"|not feel like|not notice\w*(?! any)|would not (?:say|call)|suspect|(?<!no )doubt)(?= |$)"
)
_DOUBT_AFTER = re.compile(
    r"^(?: [^ ]+){0,3}? (?:maybe|i think maybe|not sure|perhaps|possibly|not really|or not)(?= |$)"
)
_DOUBT_ANSWERED = re.compile(
    r"^ \?(?: maybe| not really| not sure| kind of| sort of| a bit)(?= |$)"
    r"|^ ,(?: i think)?(?: maybe| possibly| perhaps| not sure| not really)(?= [.,?!]|$)"
)
# "trouble breeding no breathing": the voice recogniser's words, taken back.
_CORRECTED = re.compile(r"(?<! has)(?<! have)(?<! is)(?<! are)(?<! with)(?<! got) no$")
# Of something that may come or that someone else said: a mention, whoever's words it has.
_HYPOTHETICAL = re.compile(
    r" (?:(?:can|could|does|will|would|might) (?:a|an|the|this|that|it|these|back|muscle|you|they"
    r"|spasms?|ice|heat)|what if|in case|what happens|(?:afraid|scared|worried|fear|terrified|nervous)"
    r" (?:of (?:getting|having|becoming|a)|(?:that )?(?:i|it) (?:will|am going|might|may|could|would))"
    r"|worr(?:y|ied|ying) about (?:getting|having|developing|becoming|a)|risk of|chances? of"
    r"|(?:signs?|symptoms?) of|watch (?:out )?for|look out for|to prevent|to avoid|how to|so i do not"
    r"|what causes|you (?:said|asked|mean|mentioned)|(?:read|reading|heard|hearing|saw)"
    r" (?:online|about|that|somewhere)|at what age"
    r"|what is|who has|people with|someone with|is there|are there|do you (?:treat|see|take)"
    r"|do people|do you mean|why (?:are you|do you)|am i (?:going to|gonna|having|getting))(?= |$)"
)
# These suppose the sign when it is the writer's: "is it normal that my groin is numb".
# "I'm afraid of losing control": feared; "of leaking again" has happened.
_FEARED = re.compile(
    r" (?:afraid|scared|fear|frightened|terrified|petrified) of(?: [^ ]+ing(?: an?| any| all)?)?$"
)
# "the internet says numb groin is bad", but not "google says it is bad and my groin is numb".
_QUOTED = re.compile(
    r" (?:the internet|internet|google|web ?md|the web|wikipedia|(?:the|an|this) (?:article|leaflet|website|site|page)"
    r"|chat ?gpt|reddit) (?:says|said|claims|mentions|lists|warns)(?!.* (?:my|i|and|but|so)(?= |$))"
)
# Of people in general: "is it true you can …", "suppose a person on …", "how do doctors test for …".
_OF_PEOPLE = re.compile(
    r" (?:is it true|suppos(?:e|ing)|imagine|(?:they|people|some) say|what is meant|what does it mean"
    r"|how (?:do|does|can|would|should) (?:doctors?|physios?|therapists?|nurses?|you|they|people|one|a|the)"
    r"|(?:a|any) (?:person|patient|client)(?: (?:on|with|who|taking))?|any ?one (?:on|with|who)"
    r"|(?:the|a|this|some) (?:man|woman|guy|bloke|lady|lad|fella) (?:in|at|on|who|from|next|down|across|over)"
    r"|(?:in|on) (?:the|a|this|that) (?:film|movie|book|show|series|song|documentary))(?= |$)"
)
# "The nurse asked me about numbness": her words. "I ask about the numbness I have" is not among these.
_ASKED_BY_OTHERS = re.compile(
    r" (?:he|she|they|nurse|doctor|dr|physio|therapist|line|form|bot|chat|leaflet|you)(?: [^ ]+)?"
    r" (?:asks?|asked)(?: me| us)? (?:about|if|whether)(?= |$)"
)
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
_QUESTION_OPENERS = frozenset("is are does do could can would will should what how".split())
# "can I take it if I am on …": most likely so.
_IF_I_AM = re.compile(r"(?<! what) if i (?:am|have)(?= |$)")
_IF = re.compile(r"(?<! as)(?<! even) (?:if|unless|whether|should(?= (?:i|my|it|the) )) ")

_YEARS = r"(?:years?|yrs?|decades?)"
_LONG_AGO = (
    rf"(?:{_YEARS} (?:ago|back|prior)|long (?:time )?ago|ages ago|(?:last|previous) year"
    r"|in the past(?! (?:few|couple|hour|day|week|month|\d+|two|three|four|half|twenty))"
    r"|back in (?:the )?(?:(?:19|20)\d\d|high|college|school|day|\d\ds?)|in (?:19|20)\d\d"
    r"|in (?:high school|college|my (?:twenties|teens|thirties|youth|younger|20 s|30 s))"
    r"|as a (?:kid|child|teen\w*|baby)|when (?:i|he|she) was (?:a (?:kid|child|teen\w*|baby|boy|girl)"
    r"|little|young\w*|small|in (?:high school|college|school|my|the army)|pregnant"
    r"|(?:about |around |like |only |just )?(?:\d\d?|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?! (?:minutes|hours|days|weeks|months|feet|miles)))"
    r"|childhood|once had|previously|until i was (?:about )?(?:\d\d?|four|five|six|seven|eight|ten))"
)
_NOT_LONG_AGO = (
    r"(?:last (?:month|week|winter|summer|spring|fall|autumn)|(?:months?|weeks?|wks?) (?:ago|back)"
    r"|the other (?:week|month)|a while (?:ago|back)|had (?:it|that|one) before"
    r"|(?<!am )(?<!get )(?<!got )(?<!not )"
    r"(?<!like it )(?<!like i )(?<!as it )(?<!than it )(?<!than i )(?<!way it )used to)"
)
# "…, but that was ten years ago": the date in the words that follow, past a comma or a stop.
_DATED_AFTER = (
    r"^(?: [,.]| but| and| though| yeah)*(?: (?:that|this|it|which) (?:was|is|happened)"
    r"(?: way)?(?: back)?)?(?: (?:about|around|over|like|maybe|almost|some|many|several|a|few|couple"
    r"|of|\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty))*"
)
# Not among _LONG_AGO: "I hurt my back then my groin went numb".
_BACK_THEN = re.compile(r"(?<! my)(?<! the)(?<! lower) back then(?: [,.?!;])?$")
_OPENS_BACK_THEN = re.compile(r"^(?: and| so)? back then(?= i(?: |$))")
_NOW = re.compile(r" (?:now|today|currently|this morning|right now|again|still)(?= |$)")
_SINCE = re.compile(r" (?:since|started|starting|began|begun)(?= |$)")
_ONGOING_AFTER = re.compile(r" (?:since|ever since|started|began|starting)(?= |$)")
_EXCLAIMED = r"(?: (?:oh|god|lord|gosh|goodness|heck|hell|well|um|absolutely|definitely|certainly|thankfully|thank|,))*"
_DENIED_AFTER = re.compile(
    rf"^(?: [^ ,.?]+){{0,2}} \?{_EXCLAIMED} (?:no|nope|nah|never|none|negative)"
    r"(?! (?:idea|clue|doubt|wonder|relief|change|joke))(?= |$)|"
    r"^(?: [^ .?!;]+){0,8} (?:i|we|he|she) (?:do|does|did) not have (?:it|that|this|one|any)(?= [.,?!;]|$)|"
    r"^(?: ,)? (?:and|but) (?:there (?:is|was) not (?:one|any|anything)|i do not have (?:one|it|any)|no)(?= [.]|$)|"
    r"^(?: [,?]| is| are| was)?(?: a)?(?: no| none| nope| nah| negative| never| denied)"
    r"(?: [,.?]|$)"
    r"|^ free(?= [.,?!;]|$| and| since| for)"
    r"|^ (?:is|are|was|has|have|does|do|did) not (?:a |an |been |really )*(?:problem|issue|happening"
    r"|happened|happen|present|there|anything|something|apply)(?= |$)"
)


# "He checked for saddle numbness": looked for, and not there if the words that follow say so.
_LOOKED_FOR = re.compile(
    r" (?:(?:check|test|screen|examin|scann|look|assess)\w*(?: [^ ,.]+){0,4}? (?:for|at)|rul(?:ed|ing|e|es) out)"
    r"(?: [^ ,.]+){0,2}$"
)
_NOT_FOUND = re.compile(
    r"^(?: [^ .?!;]+){0,6}? (?:normal|negative|all clear|clear|fine|ok|okay|nothing|none|no (?:signs?|trace))(?= |$)"
)
# "free of fever and chills"
_FREE_OF = re.compile(r" (?:free|clear) (?:of|from)(?: any| all)?(?: [^ ,.?!;]+){0,3}$")

# "I don't have … anymore": it was there, so it is asked.
_NO_LONGER = re.compile(r"^(?: [^ ]+){0,3} (?:anymore|any more|any longer)(?= |$)")

# A denial that holds for a while only: "no fever until last night", "haven't leaked since tuesday". "Since it
# started" spans the whole trouble and leaves the denial plain.
_ONSET = (
    r"(?:(?:the |this |my |it |that |all |back |pain |spasms? |whole |thing )*(?:started|start|starting|began|begun"
    r"|beginning|onset|happened|came on|injury|fall|accident|spasm)|then(?! i ))"
)
_BOUNDED_AFTER = re.compile(
    r"^(?: (?!(?:but|and|because|so|i|my|it|he|she|back|just|only|woke|started|began|no|not|never)(?: |$))[^ ,.?!;]+)"
    r"{0,4}(?: ,)? (?:until|till|til|before(?! or since| or after)|again|this time|unless|at rest|on exertion"
    rf"|(?<! or )since(?! {_ONSET}))(?= |$)"
    r"|^(?: [^ ,.?!;]+)? (?:like (?:this|that)|this (?:bad|severe|strong)|yesterday)(?= |$)"
    r"|^(?: ,)? not (?:since|until|now|lately|recently|today|anymore|any more|always)(?= |$)"
    r"|^ [,.](?: but| although)?(?: i| he| she| we)? (?:(?:have )?had|used to have|did have) (?:it|that|one|them|some)"
    r"(?= |$)"
)
# What takes a denial half back: "no chest pain, only pressure", "except on exertion", "not a lot".
_LESSER = (
    r"(?:pressure|tight\w*|discomfort|heav\w+|tingl\w+|pins|dull|mild|slight\w*|some|sometimes|occasional\w*|a bit"
    r"|a little|a few|a tiny|a touch|drops?|dribbl\w*|weird|strange|odd|funny|fuzzy|less|burning|squeez\w+|once|twice"
    r"|warm|low grade|when|if|at|on|after|during|while|in the (?:morning|evening|night)|with)"
)
# "no numbness, just a bit of back pain" stays plain.
_OF_THE_BACK = (
    r"(?!(?: [^ ,.]+){0,4} (?:back|muscles?|spasms?|stiff\w*|sore\w*|ache|aching|cramps?|pain(?! when| if| on| at| with"
    r"| in))(?= |$))"
)
_HALF_TAKEN_BACK = re.compile(
    r"^(?: [^ ,.?!;]+){0,2}?(?: [,.])?(?: but| well ,| well)*"
    rf" (?:(?:only|just|except|except for)(?: like| kind of| sort of| more of| really| very| an| a| the| this)*"
    rf" {_LESSER}{_OF_THE_BACK}|except (?:today|yesterday|this|last)"
    r"|more (?:like|of)|unless)(?= |$)"
    rf"|^(?: [,.])+ well(?: ,)? (?:maybe|kind|sort|not|actually|i (?:do|did|have|had)|there|yes|{_LESSER})(?= |$)"
    r"|^(?: [,.])? but (?:tight\w*|pressure|heav\w+|tingl\w+|discomfort|some|a bit|a little|sometimes|dull|burning)"
    r"(?= |$)"
    r"|^(?: [^ ,.?!;]+)? (?:much|a lot|that (?:much|bad|badly|often)|too (?:much|bad|badly|often)|often|constantly"
    r"|all the time|every time|completely|totally|fully|entirely|always)(?= |$)"
)
# "no severe chest pain" denies a degree, not the pain.
_DEGREES = frozenset(
    "severe real major complete total much full as big extreme massive significant intense terrible proper bad".split()
)
_HOPES = frozenset("hope hoping hopefully hoped pray praying wish wishing".split())
_FOR_NOW = re.compile(
    r"^(?: [^ ,.?!;]+){0,3} (?:now|currently|at the moment|at present|presently|today|yet|these days)(?= |$)"
)

# An ability with a limit: "I can pee but it's slow", "fine, I just can't feel it", "apart from not feeling it".
_FILLER = (
    r"(?:i|it|they|is|are|am|have|has|to|got|need|needs|can|do|does|just|only|very|really|so|a|the|stream|flow|urine"
    r"|comes?|out|feels?|kind|of|bit|quite|pretty|too|super|gets?|for|that|also|there|still|even|really|with|some)"
)
_LIMIT = (
    r"(?:slow\w*|weak\w*|barely|hardly|push\w*|forc(?:e|ing)|strain\w*|struggl\w*|takes?|took|difficult\w*|hard|harder"
    r"|effort|dribbl\w*|drops?|trickl\w*|little (?:at|by|comes)|hesita\w*|trouble|sometimes|different|weird\w*"
    r"|strange\w*|odd|funny|not (?:feel\w*|empty\w*|much|all|easy|easily|normal\w*|fully|right|properly|completely|well"
    r"|often|strong\w*|finish|the same|like|as)|stops?|interrupted|wait\w*|less|numb\w*|tingl\w*|fuzzy|never"
    r"|no (?:feeling|sensation))"
)
# "I can pee fine, but it's hard to walk" limits nothing.
_OF_MOVING = (
    r"(?!(?: [^ ,.]+){0,2} (?:walk\w*|stand\w*|mov(?:e|ing)|sleep\w*|sit\w*|bend\w*|getting|up|back|breathe)(?= |$))"
)
_LIMITED_AFTER = re.compile(
    r"^(?: [^ ,.?!;]+)?(?: [,.])*(?: (?:but|though|although|however|yet|except|apart from|aside from|other than|besides"
    rf"|save for|i|it|just|only|barely|and))+(?: {_FILLER})* {_LIMIT}(?= |$){_OF_MOVING}"
    r"|^(?: [^ ,.?!;]+)?(?: [,.])?(?: but| though| and)? (?:barely|hardly|slowly|weakly|just about"
    r"|in (?:drops|bursts|spurts)"
    r"|a (?:little|bit)|only (?:if|when|a|in|after|with|by|at|while|some\w*|sitting|standing|once|twice|just)"
    r"|if i (?:push|strain|press|lean|force|try|sit|wait|really|concentrate)"
    r"|when i (?:push|strain|press|lean|force|really|concentrate)|by (?:push|strain|press|lean|forc)\w*"
    r"|with (?:some |great |a lot of |a bit of |a little |much )?(?:difficulty|effort|trouble|straining|pushing|force"
    r"|a catheter|help))(?= |$)"
)
_REGAINED_AFTER = re.compile(r"^(?: [^ ,.?!;]+){0,3} (?:again|finally|at last|now)(?= |$)")
_DOUBTING_NEAR = frozenset("not never without neither wish hope barely hardly stopped finally".split())
# "everything except peeing is ok": what is fine is all the rest.
_ALL_BUT = re.compile(
    r" (?:everything|all)(?: else)?(?: is| are| works| of it)?(?: fine| ok| okay| good| normal)?"
    r" (?:except|but|apart from|aside from|other than|besides|save for|bar)(?: for)?(?: my| the)?$"
)
# "bladder is ok bowels not": the second organ has its own "not".
_ORGAN_NOT = re.compile(
    r"^(?: ,| and| but| my| the)*(?: (?:bladder|bowels?|peeing|pee|pooping|poo|poop|stools?|rest|other|left|right|one"
    r"|leg))+(?: is| are| does| do)? not"
    r"(?: (?:so|ok|okay|fine|good|great|really|much|working|right|normal|at all)(?= |$)| [.,?!;]|$)"
    r"|^(?: is| are)? not(?: [.,?!;]|$)"
)


@dataclass(frozen=True)
class _Place:
    """The words around and inside a match, in its sentence and in its clause."""

    before: list[str]
    clause_before: list[str]
    gaps: list[str]
    matched: list[str]
    after: list[str]  # of the clause, with the mark that ends it
    following: str  # the next words whatever the punctuation


def sense_of(tokens: list[Token], match: Match, about_patient: bool = False) -> Sense:
    """The sense in which the tokens of `match` stand in their sentence.

    Cues inside the match belong to the sign itself ("can not pee") and do not count, except in
    its gaps ("groin is *not* numb"). `about_patient`: the conversation is about another person,
    so that "my mom has …" states the patient's sign.
    """
    place = _place(tokens, match)
    denial = _denial(place)
    if not about_patient and is_anothers(place.clause_before):
        over = {"had", "died", "was", "became"} & {*place.clause_before, place.matched[0]}
        past = over or _time_sense(place) is not Sense.STATED
        return Sense.OTHERS_PAST if past else Sense.OTHER_PERSON
    if denial is not None:
        return denial
    if _asked(place):
        likely = _IF_I_AM.search(_line(place.clause_before + place.matched))
        return Sense.DOUBTED if likely else Sense.ASKED
    return _time_sense(place)


def denial_sense(tokens: list[Token], match: Match) -> Sense:
    """The sense of a wording that itself denies a sign ("can pee fine"): DENIED when plain."""
    place = _place(tokens, match)
    near = place.clause_before[-3:] + place.gaps
    if _DOUBTING_NEAR & set(near) or _is_limited(place):
        return Sense.DOUBTED
    if "no" in near[-2:] or _DENIED_AFTER.search(place.following):
        return Sense.DOUBTED
    if _DOUBT.search(_line(_after_last(place.clause_before, _CLAUSE_ENDS))):
        return Sense.DOUBTED
    if _asked(place):
        return Sense.ASKED
    time = _time_sense(place)
    return Sense.DENIED if time is Sense.STATED else time


def denies_only_now(tokens: list[Token], match: Match) -> bool:
    """Whether what denies the sign speaks of the present alone ("no cancer now")."""
    return bool(_FOR_NOW.search(_line(_place(tokens, match).after)))


def negates_inside(tokens: list[Token], match: Match) -> bool:
    """Whether a negation stands in the words that a match passes over."""
    gaps = [token.text for start, end in match.gaps for token in tokens[start:end]]
    return any(_negates(gaps, index) for index in range(len(gaps)))


def _is_limited(place: _Place) -> bool:
    """Whether a wording that denies a sign is bounded in time or in what it covers."""
    after = _line(place.after)
    denied_by_no = bool({"no", "not", "never", "without"} & set(place.matched))
    names_nothing = place.matched[-1] in {"any", "anything"}  # "never had anything like this" is of any sign
    return bool(
        (not names_nothing and _is_half_denied(place, place.following))
        or (not denied_by_no and (_LIMITED_AFTER.search(place.following) or _REGAINED_AFTER.search(after)))
        or _ORGAN_NOT.search(place.following)
        or _ALL_BUT.search(_line(place.before))
    )


def _is_half_denied(place: _Place, following: str) -> bool:
    """Whether the words that follow a denial bound it in time or take half of it back."""
    hoped = bool(_HOPES & set(_after_last(place.clause_before, _CLAUSE_ENDS)))
    bounded = bool({"unless", "until", "till"} & set(place.gaps))
    return hoped or bounded or bool(_BOUNDED_AFTER.search(following) or _HALF_TAKEN_BACK.search(following))


def _place(tokens: list[Token], match: Match) -> _Place:
    first = match.first
    earliest = max(0, match.first - _WINDOW)
    while first > earliest and tokens[first - 1].text not in SENTENCE_END:
        first -= 1
    before = [token.text for token in tokens[first : match.first]]
    after: list[str] = []
    for token in tokens[match.end : match.end + _WINDOW]:
        after.append(token.text)
        if not token.is_word:
            break
    gaps = [token.text for start, end in match.gaps for token in tokens[start:end]]
    return _Place(
        before=before,
        clause_before=_after_last(before, _COMMA),
        gaps=gaps,
        matched=[token.text for token in tokens[match.first : match.end]],
        after=after,
        following=_line([token.text for token in tokens[match.end : match.end + 12]]),
    )


def _line(words: list[str]) -> str:
    return " " + " ".join(words) if words else ""


def _after_last(words: list[str], stops: frozenset[str]) -> list[str]:
    """The words after the last one that is in `stops`."""
    for index in range(len(words) - 1, -1, -1):
        if words[index] in stops:
            return words[index + 1 :]
    return words


def _denial(place: _Place) -> Sense | None:
    """DENIED or DOUBTED, or None when no cue reaches the sign."""
    told_after = _DENIED_AFTER.search(place.following)
    if told_after:
        rest = place.following[told_after.end() :]
        plain = not _opens_a_clause(place.matched) and not _is_half_denied(place, rest)
        return Sense.DENIED if plain else Sense.DOUBTED
    scope = _scope(place.before)
    near = _line(_after_last(scope, _COMMA))
    if _LOOKED_FOR.search(near) and _NOT_FOUND.search(place.following):
        return Sense.DENIED
    if _FREE_OF.search(near) and not _NEGATORS & set(scope):
        return Sense.DENIED if not _is_half_denied(place, place.following) else Sense.DOUBTED
    doubt = _DOUBT.search(near)
    if doubt or _DOUBT.search(_line(place.gaps)) or _CORRECTED.search(_line(place.gaps)):
        denied = re.search(r" (?:do|did|does|have|has|had) not (?:have|had|got|any)(?= |$)", near)
        # "not sure I don't have …" doubts the denial itself.
        if denied is None or (doubt is not None and doubt.end() <= denied.start()):
            return Sense.DOUBTED
    if _DOUBT_AFTER.search(_line(place.after)) or _DOUBT_ANSWERED.search(place.following):
        return Sense.DOUBTED
    reaching = [(scope[i], found) for i in range(len(scope)) if (found := _reaches(scope, i, place))]
    inside = sum(1 for i in range(len(place.gaps)) if _negates(place.gaps, i))
    cues = [cue for cue, _ in reaching] + ["not"] * inside
    if not cues:
        return None
    if _NO_LONGER.search(_line(place.after)):
        return Sense.DOUBTED
    if cues.count("not") + cues.count("without") >= 2 or "hardly" in cues or "barely" in cues:
        return Sense.DOUBTED
    if "not" in cues and len(cues) > 1 and not _LISTING & set(scope) and "," not in scope:
        return Sense.DOUBTED
    if _is_half_denied(place, place.following) or any(_of_degree(scope, i, place) for i in range(len(scope))):
        return Sense.DOUBTED
    if inside:
        return Sense.DENIED
    senses = [found for _, found in reaching]
    return next(s for s in (Sense.DENIED, Sense.LISTED, Sense.DOUBTED) if s in senses)


def _of_degree(scope: list[str], index: int, place: _Place) -> bool:
    """Whether the cue at `index` denies only a degree of the sign ("no severe chest pain")."""
    return _negates(scope, index) and bool(_DEGREES & {*scope[index + 1 :][:3], *place.gaps})


def _scope(before: list[str]) -> list[str]:
    """The words before a sign that a cue may stand in: back to the last scope end."""
    start = 0
    for index, word in enumerate(before):
        previous = before[index - 1] if index else ""
        follower = before[index + 1] if index + 1 < len(before) else ""
        if word in _SCOPE_ENDS and not _belongs_to_denial(previous, word):
            start = index + 1
        elif word in {"and", "or", ",", "also"} and follower in _SUBJECTS:
            start = index + 1
        elif word in {"and", ","} and follower in _AUXILIARIES | {"having", "got", "yes", "nope"}:
            start = index + 1
        elif (previous, word) in _EXCEPTING:
            start = index + 1
        elif word == "with" and index >= 2 and previous not in _BEFORE_WITH:
            start = index + 1
    return before[start:][-_REACH:]


def _belongs_to_denial(previous: str, word: str) -> bool:
    """"not just", "not yet", "nothing since", "not suffering from"."""
    if word == "from":
        return previous in {"suffer", "suffering", "away"}
    return previous in {"not", "nothing", "no", "never"} and word in {
        "just", "only", "still", "since", "now", "yet", "so"
    }


def _negates(scope: list[str], index: int) -> bool:
    """Whether the word at `index` is a negation at all, by what stands beside it."""
    word = scope[index]
    if word not in _NEGATORS:
        return False
    before = scope[index - 1] if index else ""
    follower = scope[index + 1] if index + 1 < len(scope) else ""
    rest = _line(scope[index + 1 :])
    if word == "nobody" or (word, follower) == ("no", "one"):
        return bool({"told", "said", "says", "diagnosed", "has", "have", "had", "got"} & set(scope[index + 1 :]))
    if word == "no":
        return follower not in _NO_IDIOMS and (follower not in _SUBJECTS)
    if word == "not":
        if before in {"can", "could"}:
            return follower in _ABILITY_DENIALS
        return not _NOT_IDIOM.match(rest)
    if word == "nothing":
        return follower in {"like", "such"} or not set(scope[index + 1 :]) - _BARE_LINKS
    if word == "zero":
        return follower != "to"  # "from zero to the worst pain of my life"
    if word.startswith("den"):
        return before not in {"not", "no", "never"}  # "I can't deny …", "no denying that …"
    if word == "never":
        return not _NEVER_IDIOM.match(rest)
    if word == "without":
        return not _WITHOUT_IDIOM.match(rest)
    return True


def _reaches(scope: list[str], index: int, place: _Place) -> Sense | None:
    """How far the cue at `index` denies the sign: DENIED, DOUBTED (not plain) or None."""
    if not _negates(scope, index) or _opens_a_clause(place.matched):
        return None
    cue, between = scope[index], scope[index + 1 :]
    owned = bool(between) and between[-1] in _OWNERS
    says_so_itself = any(word in _FINITE for word in place.matched[1:])
    if owned and says_so_itself and len(between) > 1:
        return None  # "did not sleep, my groin is numb"
    past = place.matched[0] in _PAST_FORMS or place.matched[0].endswith("ed")
    feeling_of = between[1:2] == ["of"]  # "no feels of fainting"
    if cue == "no" and any(word in _FINITE for word in between) and not feeling_of:
        return None
    if cue == "no" and any(w in _SUBJECTS - _OWNERS for w in between):
        return None
    if cue in {"not", "never", "nobody"} and any(word in _PERSONS for word in between):
        return Sense.DENIED if set(between) & {"say", "said", "claim", "told", "diagnosed"} else None
    helper = scope[index - 1] if index else ""
    did = helper in {"do", "does", "did"}
    if cue == "not" and did and past and between and not _LISTING & set(between):
        return None  # "did not fall and passed out"
    listed = bool(_LISTING & {*between, *place.matched}) or bool(_LIST_GOES_ON.match(place.following))
    if "," in between:
        # "have not had any fever, …": the first verb after "not" is the denied one.
        own = between[1:] if cue == "never" or helper in _AUXILIARIES else between
        begins_anew = any(word in _PERSONS for word in place.matched)
        if past or says_so_itself or begins_anew or any(word in _FINITE for word in own):
            return None
        last = set(_after_last(between, _COMMA))
        if len(last - _IN_A_LIST) > 1 and not _LISTING & last:
            return Sense.DOUBTED  # "no strength left, skin all clammy"
        return Sense.DENIED if listed or between.count(",") > 1 else Sense.LISTED
    if "and" in between and not listed:
        return None if says_so_itself else Sense.DOUBTED
    return Sense.DENIED


def _opens_a_clause(matched: list[str]) -> bool:
    """"can not pee", "i leak when …": a statement that no "no" before it denies."""
    return matched[0] in _PERSONS or (matched[0] in _AUXILIARIES and matched[1:2] == ["not"])


def _asked(place: _Place) -> bool:
    if "will" in place.gaps and "not" not in place.gaps:
        return True
    before = _after_last(place.clause_before, _CLAUSE_ENDS)
    line = _line(before)
    found = list(_IF.finditer(line + " "))
    if found:
        since = line[found[-1].end() - 1 :].split()
        if sum(word in _SUBJECTS for word in since) <= 1:
            return True
    hypothetical = _HYPOTHETICAL.search(line)
    if hypothetical:
        return "because" not in line[hypothetical.end() :].split()
    if any(said.search(line) for said in (_QUOTED, _LOOKED_FOR, _ASKED_BY_OTHERS)) or _is_feared(line, place):
        return True
    general = _OF_PEOPLE.search(line)
    if general and not {"i", "my", "me", "myself"} & {*line[general.end() :].split(), *place.matched}:
        return True
    if _WORRY.search(line):
        return not any(word in {"because", "my", "i", "that"} for word in before[2:])
    return (
        (place.after[-1:] == ["?"] or bool(_ABOUT_SIGNS.search(_line(place.after))))
        and [*before, *place.matched][0] in _QUESTION_OPENERS
        and not {"i", "my"} & set(before)
    )


def _is_feared(line: str, place: _Place) -> bool:
    found = _FEARED.search(line)
    if found is None or {"again", "because", "since"} & set(place.after):
        return False
    return place.matched[0].endswith("ing") or not found.group().endswith(" of")


def _time_sense(place: _Place) -> Sense:
    after = re.split(r" (?:and|but|so|because)(?= |$)", _line(place.after))[0]
    before = _line(_own_words(place.clause_before) + place.gaps)
    if _ONGOING_AFTER.search(after) or _NOW.search(after):
        return Sense.STATED
    if _BACK_THEN.search(after) or _OPENS_BACK_THEN.search(before):
        return Sense.LONG_PAST
    earlier = place.before[: len(place.before) - len(place.clause_before)]
    for past, sense in ((_LONG_AGO, Sense.LONG_PAST), (_NOT_LONG_AGO, Sense.RECENT_PAST)):
        cue = re.search(rf" {past}(?= |$)", before)
        if cue and (_NOW.search(before, cue.end()) or _SINCE.search(before[: cue.start()])):
            return Sense.STATED
        if (
            cue
            or re.search(rf" {past}(?= |$)", after)
            or re.match(rf"{_DATED_AFTER} {past}(?= |$)", place.following)
            or re.match(rf"^(?: [^ ,.?!;]+){{0,5}} ,(?: \w+)? {past}(?= |$)", place.following)
            or (earlier and re.match(rf"^(?: [^ ]+){{0,4}} {past} ,$", _line(earlier)))
        ):
            return sense
    return Sense.STATED


def _own_words(before: list[str]) -> list[str]:
    """The words of a clause from where its last subject begins: after "and i", "so my"."""
    start = 0
    for index, word in enumerate(before[:-1]):
        if word in {"and", "so"} | _CLAUSE_ENDS and before[index + 1] in _SUBJECTS | {"now"}:
            start = index
    return before[start:]
