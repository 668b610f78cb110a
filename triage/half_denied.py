"""Denials that are bounded or half taken back: "no fever until last night", "I can pee, but it's slow"."""

from __future__ import annotations

import re

from triage.sense import CLAUSE_ENDS, Place, after_last, line_of

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
    r"|^(?: [^ ,.?!;]+)? (?:like (?:this|that|it|these)|this (?:bad|severe|strong)|yesterday)(?= |$)"
    r"|^(?: [^ ,.?!;]+)? for (?:a|one) (?:minute|moment|second|bit|while)(?= |$)"
    r"|^(?: ,)?(?: but| and)? (?:today|now|tonight) (?:it|they|i) (?:is|are|am|do|does)(?= |$)"
    r"|^(?: ,)? but i (?:still |do )?(?:think|thought|dream) (?:about|of) (?:it|that|dying|death)(?= |$)"
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
# And what it turns to: "but now I do", "only my bladder", ", it feels like a weight".
_HALF_TAKEN_BACK = re.compile(
    r"^(?: [^ ,.?!;]+){0,2}?(?: [,.])?(?: but| well ,| well)*"
    rf" (?:(?:only|just|except|except for)(?: like| kind of| sort of| more of| really| very| an| a| the| this)*"
    rf" {_LESSER}{_OF_THE_BACK}|except (?:today|yesterday|this|last)"
    r"|more (?:like|of)|unless)(?= |$)"
    rf"|^(?: [,.])+ well(?: ,)? (?:maybe|kind|sort|not|actually|i (?:do|did|have|had)|there|yes|{_LESSER})(?= |$)"
    r"|^(?: [^ .?!;]+){0,6}(?: ,)? but(?: now)? (?:i|he|she|it|they|we)"
    r" (?:want to|(?:am|is|are|was|did|do|does|have|has|had|will)(?: (?:now|this|today|again)(?= |$)| [.,]|$))"
    r"|^(?: ,)? (?:but|only|just)(?: (?:my|the))? (?:bladder|bowels?|pee|poo|poop|other)(?= [.,?!;]|$)"
    r"|^(?: [^ .?!;,]+){0,4} , (?:it|they) (?:just )?(?:feels?|is (?:more )?like)(?! (?:fine|ok|okay|normal|good|great"
    r"|well|better|(?:like )?(?:a|my|the) (?:normal|usual|pulled|muscle|strain\w*)))(?= |$)"
    r"|^(?: [,.])? but (?:tight\w*|pressure|heav\w+|tingl\w+|discomfort|some|a bit|a little|sometimes|dull|burning)"
    r"(?= |$)"
    r"|^(?: [^ ,.?!;]+)? (?:much|a lot|that (?:much|bad|badly|often)|too (?:much|bad|badly|often)|often|constantly"
    r"|all the time|every time|completely|totally|fully|entirely|always)(?= |$)"
)
_HOPES = frozenset("hope hoping hopefully hoped pray praying wish wishing".split())
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
    r"|in (?:drops|drips|bursts|spurts|dribbles|a (?:trickle|dribble|drip))"
    r"|sometimes|on and off|off and on|half the time|(?:some|most) days|some of the time|now and then|once in a while"
    r"|sort of|kind of|eventually|in the end|after (?:an?|some|several|ages|\d+|ten|five|push\w*|strain\w*|wait\w*)"
    r"|i (?:think|guess|suppose)(?= [.,?!]|$)|not(?= [.,?!;]|$)|if (?:the tap|i (?:run|turn))"
    r"|(?:just )?a few|a (?:little|bit)"
    r"|only (?:if|when|a|in|after|with|by|at|while|some\w*|sitting|standing|once|twice|just)"
    r"|if i (?:push|strain|press|lean|force|try|sit|wait|really|concentrate)"
    r"|when i (?:push|strain|press|lean|force|really|concentrate)|by (?:push|strain|press|lean|forc)\w*"
    r"|with (?:some |great |a lot of |a bit of |a little |much )?(?:difficulty|effort|trouble|straining|pushing|force"
    r"|a catheter|help))(?= |$)"
    r"|^(?: ,)? but (?:i|he|she) can not(?= [.,?!;]|$)|^ [?] not (?:really|exactly|quite|at all)(?= |$)"
)
_REGAINED_AFTER = re.compile(r"^(?: [^ ,.?!;]+){0,3} (?:again|finally|at last|now)(?= |$)")
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


def is_limited(place: Place) -> bool:
    """Whether a wording that denies a sign is bounded in time or in what it covers."""
    after = line_of(place.after)
    denied_by_no = bool({"no", "not", "never", "without"} & set(place.matched))
    names_nothing = place.matched[-1] in {"any", "anything"}  # "never had anything like this" is of any sign
    return bool(
        (not names_nothing and is_half_denied(place, place.following))
        or (not denied_by_no and (_LIMITED_AFTER.search(place.following) or _REGAINED_AFTER.search(after)))
        or _ORGAN_NOT.search(place.following)
        or _ALL_BUT.search(line_of(place.before))
    )


def is_half_denied(place: Place, following: str) -> bool:
    """Whether the words that follow a denial bound it in time or take half of it back."""
    hoped = bool(_HOPES & set(after_last(place.clause_before, CLAUSE_ENDS)))
    bounded = bool({"unless", "until", "till"} & set(place.gaps))
    return hoped or bounded or bool(_BOUNDED_AFTER.search(following) or _HALF_TAKEN_BACK.search(following))
