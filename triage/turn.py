"""What the bot does with one message."""

from __future__ import annotations

from dataclasses import dataclass

from triage.state import TriageState

FORM = "triage_form"
ONSET_INTENTS = frozenset({"report_spasm", "report_persistent", "report_recurring"})


@dataclass(frozen=True)
class Turn:
    """The state after a message, and the actions to run; no actions: the rules decide.

    `form` is False when the triage form must end, `over_again` True when the patient starts over
    and nothing of before may be left.
    """

    state: TriageState
    actions: tuple[str, ...] = ()
    form: bool = True
    over_again: bool = False
