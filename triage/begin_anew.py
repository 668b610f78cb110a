"""When everything begins anew: the patient asks for it, or it is about another patient now."""

from __future__ import annotations

import re
from dataclasses import replace

from triage.absorb import absorb
from triage.asking import confirming
from triage.complaint import is_another_complaint, names_my_back
from triage.disposition import danger_level
from triage.emergency import emergency
from triage.patient import RELATIVE
from triage.red_flags import PRESENT, UNSURE
from triage.state import FORM_QUESTIONS, Message, TriageState
from triage.table import ClinicalTable
from triage.text import word_line
from triage.turn import FORM, Turn

_CHAT = r"(?:chat|conversation|convo|session|check|test|round|talk|patient|person|form|questionnaire|quiz)"
# The learned intent alone wipes nothing. "New", "first", "clear" and "again" may answer a question.
_START_OVER = re.compile(
    r" (?:(?:re)?(?:start|strt|strat|strart)(?:ing)?|resart|restrt|reset(?:ting)?|reboot|redo|re do|rerun|refresh"
    r"|rewind|from scratch|anew|afresh|mulligan|begin|commence|scrap|(?:do|over and|do it) over"
    r"|(?:back|go|from|to) (?:to )?(?:the )?(?:very )?beginning|once more|one more time"
    r"|(?:go|do|try|make|ask|take|run|have|talk)(?: [^ ]+){0,4} (?:again|agian|agin)"
    r"|(?:everything|assessment|questions|all|whole thing) (?:once more|again)|another (?:go|crack|try|round)"
    r"|(?:new|fresh|second|another|different) " + _CHAT + r"|fresh start|open a new one"
    r"|(?:clear|wipe) (?:the|this|it|all|my|everything)"
    r"|from (?:zero|one|the top|first|question|the first question)|square one|take two|run it back|go back to"
    r"|(?:main|opening) menu|(?:home|start|first|opening) (?:page|screen)|back to (?:how|the (?:first|top|very))"
    r"|repeat the (?:[^ ]+ )?" + _CHAT + r"|pretend we|ignore (?:all|everything)|cancel (?:this|it|everything))"
    r"(?! of)(?= |$)"
    r"|^ beginning$"
)
# What the body does, not what the chat should do: "it started again", "can't start", "when I begin to stand".
_OF_THE_BODY = re.compile(
    r" (?:hurt|hurts|hurting|started|starts|began|begins|came|comes|coming|happen|happens|happened|happening"
    r"|back (?:is|went|goes|locked|seized|gave)|pain|pains|spasms?|spasming|ache|aches|seized|locked|went out"
    r"|days?|weeks?|months?|years?|morning|night|yesterday|(?:can|could|will|would|does) not|hard|trouble|unable"
    r"|struggl(?:e|ing)|when (?:i|she|he|they)|pee|peeing|poop|wee|urine|urinate|bladder|stream|flow|numb)(?= |$)"
)
# With these the chat begins anew even beside the pain: "start over, the pain is different".
_PLAINLY = re.compile(
    r" (?:start over|start all over|restart|reset|redo|from scratch|new " + _CHAT + r")(?= |$)"
)

_ANOTHER = re.compile(
    rf" (?:{RELATIVE}|she|he|her|him|his|hers|they|them|their|someone|somebody)(?= |$)"
)
# "No but my brother has", "no, my wife is pregnant": an answer, and who else has it.
_FAMILY_HISTORY = re.compile(
    rf"^ (?:no|nope|nah|never|none|not me)(?: ,| but| only| just| though| it is| although)* (?:my|our) {RELATIVE}"
    r" (?:has|have|had|did|does|gets|got|is|was|takes|took)(?= |$)"
)
# "My husband put the ice on already" is said by a patient in first aid.
_HELPS = re.compile(
    rf" {RELATIVE} (?:(?:has|had|just|can|will|could|already) )*(?:put|puts|bring|brings|brought|is here|is home"
    r"|says|said|thinks|helps|helped|gave|got me|made|fetched|drives|drove|has school)(?= |$)"
)
_OWN_AGE_FIRST = re.compile(r"^(?: i am)? \d\d (?:,|[.]|and|my)(?= |$)")
_HURTS = re.compile(
    r" (?:back|spine|spasm\w*|pain\w*|hurt\w*|sore|stiff|ache\w*|injur\w*|stuck|locked|fell|patient"
    r"|for (?:my|our|him|her))(?= |$)"
)
_FOR_ANOTHER = re.compile(
    r" (?:(?:can|could|should|may|must|does|do|will|would|is|for|help|helps)"
    rf" (?:she|he|her|him|them|(?:my|our|the) {RELATIVE}))(?= |$)"
)
_MYSELF = re.compile(r" (?:i|me|my (?:lower |upper |low )?back|mine|myself)(?= |$)")


def asks_to_start_over(message: Message) -> bool:
    """Whether the intent `start_over` is to be believed: pressed, or typed in words that say so."""
    if message.intent != "start_over":
        return False
    line = word_line(message.text)
    if not line.strip() or _PLAINLY.search(line):
        return True
    return bool(_START_OVER.search(line)) and not _OF_THE_BODY.search(line)


def for_another_patient(table: ClinicalTable, state: TriageState, message: Message) -> Turn | None:
    """The questions from the start when the talk turns to another patient; None when it does not.

    What one person answered says nothing of the other. An emergency that was told stays.
    """
    patient = _turns_to(table, state, message)
    if patient is None or not _something_known(state):
        return None
    if table.is_locked(state.disposition) or table.is_locked(danger_level(table, state)):
        return None
    fresh = _cleared(table, state).with_(patient=patient, last_message_at=message.at.isoformat())
    absorbed = absorb(table, fresh, message, None)
    if turn := emergency(table, fresh, absorbed, message, None):
        return Turn(turn.state, turn.actions, turn.form, over_again=True)
    after = absorbed.state.with_(patient=patient)
    said = "utter_someone_else" if patient == "other" else "utter_about_you"
    first = [said]
    if message.intent in table.advice_topics:
        first.append("utter_check_first")
    if is_another_complaint(after, message):
        after = after.with_(other_body_part=True, asking="emergency_signs")
    if after.confirm:
        return Turn(after, (*first, *confirming(after)), over_again=True)
    return Turn(after, (*first, f"utter_ask_{after.asking}" if after.asking else FORM), over_again=True)


def of_the_same_patient(state: TriageState, message: Message) -> Message:
    """The message, not taken for one about somebody else where it only says who else has it, or who helps."""
    line = word_line(message.text)
    answered = message.requested is not None and _FAMILY_HISTORY.search(line)
    # "62, my wife is 59"
    if message.requested == "age_group" and _OWN_AGE_FIRST.match(line):
        return replace(message, someone_else=False, intent=None)
    helped = state.triaged and _HELPS.search(line) and not _HURTS.search(line)
    return replace(message, someone_else=False) if answered or helped else message


def _turns_to(table: ClinicalTable, state: TriageState, message: Message) -> str | None:
    """ "other" or "self" when the message is about the one that the talk was not about."""
    if message.intent == "delete_conversation":
        return None
    if state.patient == "other":
        return "self" if message.the_writer and not message.someone_else else None
    line = word_line(message.text)
    if message.someone_else:
        return "other"
    if message.intent == "someone_else":
        return "other" if _ANOTHER.search(line) and not names_my_back(message.text) else None
    if message.intent in table.advice_topics:
        return "other" if _FOR_ANOTHER.search(line) and not _MYSELF.search(line) else None
    return None


def _something_known(state: TriageState) -> bool:
    answered = any(getattr(state, question) is not None for question in FORM_QUESTIONS)
    return bool(state.triaged or answered or state.red_flags or state.signs or state.confirm)


def _cleared(table: ClinicalTable, state: TriageState) -> TriageState:
    """Nothing of before, but what no question would ask again waits to be confirmed.

    A hint at self-harm must not be lost because the next message speaks of a wife.
    """
    told = [f for f, known in state.red_flags.items() if known == PRESENT or f in state.confirm]
    kept = tuple(f for f in told if table.flags[f].asked_in is None and f != "child")
    return TriageState(red_flags=dict.fromkeys(kept, UNSURE), confirm=kept)
