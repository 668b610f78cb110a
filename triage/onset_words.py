"""The words beside a time that tell what it is about: the pain, what brought it on, or another."""

from __future__ import annotations

import re

from triage.patient import RELATIVE


def any_of(phrases: str, *patterns: str) -> re.Pattern[str]:
    """Finds any of some phrases, parted by commas, as whole words; `pain*` is any ending.

    `patterns` are regular expressions beside them.
    """
    parts = [" ".join(phrase.split()) for phrase in phrases.split(",")]
    plain = [part.replace("*", r"\w*") for part in parts if part]
    return re.compile(rf"\b(?:{'|'.join([*patterns, *plain])})\b")


_MOVE = r"(?:move|stand|straighten|bend|walk|sit|get|lie|turn|function|sleep)"
# "Came back", "two weeks back": not the part of the body.
_BACK = (
    "".join(
        rf"(?<!{word} )"
        for word in (
            *("came", "come", "coming", "got", "get", "getting", "went", "go", "flew", "drove"),
            *("moved", "called", "weeks", "days", "months", "years"),
        )
    )
    + r"back(?! (?:in|from|to (?:work|school|normal))\b)"
)
_NEW_THING = (
    r"(?:a |an |my |the |this |on )?(?:new|job|gym|work\w*|taking|going|yoga|pilates|class\w*"
    r"|exerc\w*|running|lifting|school|medic\w*|pt|physical)"
)

# The pain itself: it began, or has been going on.
PAIN = any_of(
    """
    spasm*, spazm*, pain, pains, pained, painful, painfully, hurt*,
    ache, aches, aching, ached, sore*, stiff*, lock, locks, locked,
    locking, seiz*, cramp*, tight*, tense, tensed, tensing, twinge*, throb*, killing, agony,
    misery, torture, sciatica, lumbago, discomfort, symptom*, episode, episodes, flare*, crick,
    went out, gone out, goes out, go out, gave out, given out, threw it, threw my, threw out,
    thrown, tweak*, pulled a, pulled my, pulled something, pulled it, strain*, sprain*, wrench*,
    popped, began, begun, begin, begins, came on, come on, coming on, onset, happen*, occur*,
    kicked in, hit me, going on, like this, like that, with this, with that, doubled over, stuck,
    frozen, froze, laid up, bedridden, immobile, bother*, suffer*, dealing with, it has been,
    it is been, this has been, that has been, been like, been this, been that, no better,
    messed up, jacked up, screwed up, injur*, acting up, issue*, problem*, trouble, took hold, takes hold, set in,
    sets in, let go
    """,
    _BACK,
    rf"start\w*(?! {_NEW_THING})",
    rf"(?:can|could) not (?:\w+ ){{0,2}}{_MOVE}",
    rf"(?:un ?able|not been able|never been able) to {_MOVE}",
    r"(?:had|having|got) (?:it|this|these|that)",
    r"not (?:\w+ ){0,2}(?:stopped|let up|eased|gone away|go away|going away|better|improved|quit)",
)

# What only says how it is, not that it began.
STATE = any_of(
    """
    hurt, hurts, hurting, sore, stiff, pain*, killing, ache, aches, aching, bad, tight, tense,
    back, problem, problems, issue, issues, trouble, symptom, symptoms, throbbing, acting up,
    bother*, like this, going on, dealing with, having it, having this, discomfort, agony,
    misery, can not, stuck
    """
)
BEGAN = any_of(
    """
    start*, began, begun, begin, came on, come on, onset, happened, occurred, kicked in, hit me,
    locked, seized, spasmed, went out, gone out, gave out, given out, threw, thrown, tweaked,
    pulled, strained, sprained, wrenched, popped, injured, cramped, froze, tightened, flared,
    woke, awoke, sudden*, out of nowhere, new, could not, doubled over, got stuck, had a, got a,
    messed up, jacked up, screwed up, snapped, been, quit on
    """
)
# Something began then, whatever there was before.
BEGAN_ANEW = any_of(
    """
    start*, began, begun, came on, happened, kicked in, kicked off, kicked up, hit, hits, lock*,
    seiz*, spasmed, went, gone out, gave, threw, thrown, tweaked, pulled, wrenched, popped, cramped,
    froze, tightened, flared, grabbed, clamped, snapped, sudden*, woke, new, got stuck, blew, fresh,
    this one, this 1, this spasm, this time, acted up, set it off, set off, showed up, struck, dates from, took hold,
    set in, let go, arrived, turned up
    """
)

# These begin for other things as well: "my period started".
BEGINNING = re.compile(r"start\w*|beg[aiu]ns?|happen\w*|occur\w*|came on|onset|going on|kicked in")

# What may have brought it on, or only takes time.
ACTIVITY = any_of(
    """
    bent, bend, bending, lift*, reach*, picked up, picking up, twist*, turned, turning, sneez*,
    coughed, fell, fall, slip*, tripped, shovel*, garden*, rake, raked, raking, mow*, dig*, dug,
    work*, gym, deadlift*, squat*, ran, run, running, moved, moving, carry, carried, carrying,
    push*, sat, sit, sitting, stood, stand, standing, walk*, drove, drive, driving, rode, riding,
    clean*, vacuum*, play*, golf*, tennis, basketball, yoga, pilates, hike, hiked, hiking, ski*,
    snowboard*, hockey, football, soccer, bowl*, dance, danced, dancing, swing*, swung, laundry,
    dishes, paint*, packed, packing, unload*, load*, haul*, cycling, cycled, bike, biked, biking, swim*,
    swam, crossfit, trained, training, exercis*, stretch*, tying, tied, tie, getting out, got out,
    getting up, got up, holding, held, pick up, lost my balance, lost my footing, jump*, kneel*,
    knelt, crouch*, cook*, stay*, wait*,
    watch*, travel*, flew, fly*, flight, trip, sex, shift, job, woke, awoke, accident, crash*,
    wreck*
    """,
    r"(?<!took )(?<!takes )hold",
    r"pull(?:ed)? (?:the|that|an?) (?!muscle)",
)

# Other things that begin, last or are dated.
OTHER = any_of(
    """
    painkiller*, pain killer*, pain pill*,
    surger*, operat*, procedure*, injection*, epidural*, fusion, laminectomy, discectomy, fever*,
    temperature, temp, chills, headache*, head ache*, migraine*, cough, coughing, cold, flu,
    covid, pregnan*, born, birth, baby, deliver*, postpartum, c section, csection, cesarean,
    appointment*, appt, visit*, schedul*, cancer, chemo*, radiation, diagnos*, taken, take,
    taking, dose, doses, dosed, dosing, pill*, tablet*, advil, tylenol, ibuprofen, aleve,
    motrin, aspirin, naproxen, flexeril, codeine, paracetamol, tramadol, robaxin, medic*, meds,
    slept, sleep, sleeping, ate, drank, drink*,
    married, wedding, retired, mri, x ray*, xray*, scan*, ct, menstru*, numb*, tingl*, rash,
    blister*, pee*, urin*, poop*, swollen, swelling, vomit*, throwing up, threw up, nause*,
    dentist, bleed*, blood, constipat*, diarrhea, steroid*, prednisone, antibiotic*, eliquis, warfarin,
    xarelto, doctor*, dr, physician, er, hospital*, discharged, therap*, pt, chiro*, masseuse,
    massage*, vacation, ice, iced, icing, heat*, rest, rested, resting, weight, lose, lbs,
    pounds, died, passed, due, smok*, period, menopause, vaccin*, shot, shots, weak*, legs,
    foot, chest, belly, stomach, neck, calf, knee, shoulder, age, old, aged, graduat*, brace,
    walker, tens unit, see, seeing, seen, saw, appendix, gallbladder, tonsils, hernia, hysterectomy,
    vasectomy, teeth, tooth, bypass, stent*, pacemaker, stitches, served, enlisted
    """,
    r"quit(?! on)",
    r"leg(?! (?:day|press))",
    r"(?:took|takes)(?! hold)",
    r"lost(?! my (?:balance|footing|grip))",
    # "I have been a nurse for 10 years".
    r"been an? (?!(?:lot|bit|while|few|couple|week|month|day|year|hour|good|little|long|full|solid"
    r"|problem|pain|struggle|issue|constant|nightmare|mess|rough|hard|half|whole)\b)\w+",
)

# What is still to come, or is asked.
FUTURE = any_of(
    """
    will, need to, needs to, have to, has to, got to, supposed to, plan to,
    planning, hope to, tomorrow, next, until, are you open, open on, closed
    """,
    r"(?:can|could|should|may|will|would|must) (?:i|we|you|he|she)",
    r"(?:match|game|wedding|concert|exam|test|party|interview|race|recital|meet|finals?|birthday) is",
    r"(?:couch|sofa|bed|delivery|company|family|plumber|kids|insurance|office|shop|pharmacist) (?:comes|is coming"
    r"|renews|opens)",
    r"(?<!since )(?<!minutes )(?<!hours )(?<!hour )(?<!right )(?<!just )before"
    r"(?! (?:work|breakfast|lunch|dinner|tea|supper|bed|school|church|class|my (?:shift|run|walk|coffee))\b)",
    r"by(?! \d+ $)",
    r"want to(?! say\b)",
    r"going to(?! (?:bed|sleep|work|church|school|lie down|the (?:bathroom|toilet|loo|gym|shop|store))\b)",
)
PAIN_FREE = any_of(
    """
    pain free, not start, not begin, not happen, not since, not from,
    not for, fine, ok, okay, good, great, grand, right as rain, no bother,
    (?:perfectly|completely|quite|otherwise|was|been|felt) well
    """,
    r"(?:no|without|free of|zero|not any|not had any|not have any|never had) (?:more |any |real )?"
    r"(?:back )?(?:pain|spasms?|aches?|problems?|symptoms?|issues?|trouble|hurting)(?! relief)",
    r"(?:not|never) (?:been )?(?:hurt|hurts|hurting|bothered|bothering|ached)",
    r"(?:not|never) had (?:it|this|one|that)(?! (?:bad|good|easy))",
)
# The pain changed; it did not begin.
CHANGED = any_of(
    "",
    r"(?<!not )(?<!not gotten )(?<!not getting )(?<!not got )(?<!no )(?<!never )"
    r"(?:worse\w*|better(?! (?:part|half|portion))|improv\w+|eased|easing|stopped|went away|gone away|healed|recovered"
    r"|cleared(?: up)?|aggravat\w+"
    r"|moved to|spread\w*|returned to)",
)
OTHER_EPISODE = any_of(
    """
    times, same thing, used to, happened before, it before, this before, that before, one before,
    these before, them before, out before, once before, previously, similar, as a kid,
    as a child, as a teen*
    """,
    r"(?:last|previous|prior|other|first|second|\d+ (?:st|nd|rd|th)|each|every|next|another)"
    r" (?:time|episode|attack|spasm|bout|flare)",
    r"(?:previous|earlier|old) (?:trouble|problem|bother|injury|bout|go|do)",
    rf"my (?:{RELATIVE}|mate|ex) (?:(?:had|has|got|gets) (?:the same|it too|1 too|this too)"
    r"|had (?:this|it|that|these|spasms?) for(?! [^.]* now\b))",
    r"(?:she had hers|he had his|they had theirs)",
    r"(?:last|previous|prior|earlier) 1 (?:was|were|came|happened|in|back|that)",
    r"(?:\d+|few|several|multiple|many) (?:episodes|attacks|bouts|spasms|flare ?ups)",
)
ON_AND_OFF = any_of(
    """
    on and off, off and on, on n off, on off, comes and goes, come and go, coming and going,
    every so often, now and then, now and again, from time to time, once in a while,
    occasional*, intermittent*, sometimes, some times
    """
)
# Words that say nothing about what a time is of.
FILLER = any_of(
    """
    since, for, about, around, like, maybe, i, think, guess, say, do, not, know, on, at, the, it,
    was, is, just, only, so, or, and, well, um, uh, hmm, ok, okay, oh, yes, yeah, exactly, now,
    already, over, almost, more, less, than, past, last, been, has, at least, from, in, early,
    late, going, a, of, to, some, ish, plus, literally, sure, ago, really, actually, have, am,
    pretty, hi, hey, hello, please, help, ever, honestly, easily, possibly, lol, way,
    right, sometime, exact, roughly, believe, god, man, gosh, there
    """
)
