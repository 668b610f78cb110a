"""What the trained bot makes of one message: through its whole NLU pipeline, and the turn that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.clinic_nlg import clinic_path
from rasa_parts.clinical_knowledge import clinical_table
from rasa_parts.red_flag_detector import RedFlagDetector
from rasa_parts.red_flag_extractor import ASKING, RED_FLAG, RedFlagExtractor
from rasa_parts.tracked import AT, message_of
from triage.clinic import load_clinic
from triage.conversation import respond
from triage.state import TriageState
from triage.turn import Turn

# Friday 20 November 2026, 15:00 in Denver: when the held-out phrasings of time are said.
SAID_AT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Understood:
    """One message.

    ranking    intents with their confidence, the best first
    by_table   flag -> present | denied | unsure, of the clinical table
    suspected  flag -> probability, of the learned detector alone, where it reaches its threshold
    chances    flag -> probability, of the learned detector beside the table, whatever the threshold
    turn       what the bot does with it, as the first message of a conversation
    entities   all that was extracted
    """

    text: str
    ranking: tuple[tuple[str, float], ...]
    by_table: dict[str, str]
    suspected: dict[str, float]
    turn: Turn
    entities: tuple[dict[str, Any], ...]
    chances: dict[str, float] = field(default_factory=dict)

    @property
    def intent(self) -> str:
        return self.ranking[0][0] if self.ranking else ""

    @property
    def confidence(self) -> float:
        return self.ranking[0][1] if self.ranking else 0.0


async def understand(
    agent: Agent,
    texts: Sequence[str],
    at: datetime = SAID_AT,
    asking: str | None = None,
    detector_alone: bool = False,
    state: TriageState | None = None,
) -> list[Understood]:
    """Each of `texts` by itself, said at `at` in answer to the question `asking`, if any, in a `state`, else at first.

    `detector_alone`: `suspected` and `chances` are filled too, which reads every message three times.
    """
    detector = detector_of(agent)
    table, clinic = clinical_table(), load_clinic(clinic_path())
    found = []
    for text in texts:
        metadata = {AT: at.isoformat(), ASKING: asking}
        assert agent.processor is not None
        parsed = await agent.processor.parse_message(UserMessage(text, metadata=metadata))
        entities = parsed.get("entities") or []
        uttered = UserUttered(text, parsed["intent"], entities, parsed, metadata=metadata)
        tracker = DialogueStateTracker.from_events("bench", [ActionExecuted("action_listen"), uttered])
        found.append(
            Understood(
                text=text,
                ranking=tuple((r["name"], r["confidence"]) for r in parsed.get("intent_ranking") or []),
                by_table={e["value"]: e["role"] for e in entities if _by_table(e)},
                suspected=detector.suspicions(text) if detector_alone else {},
                turn=respond(table, clinic, state or TriageState(), message_of(tracker)),
                entities=tuple(entities),
                chances=detector.chances(text, [e for e in entities if _by_table(e)]) if detector_alone else {},
            )
        )
    return found


def _by_table(entity: Mapping[str, Any]) -> bool:
    return bool(entity["entity"] == RED_FLAG and entity["extractor"] == RedFlagExtractor.__name__)


def detector_of(agent: Agent) -> RedFlagDetector:
    """The learned detector of the loaded model."""
    assert agent.processor is not None
    nodes = agent.processor.graph_runner._instantiated_nodes
    component = next(node._component for name, node in nodes.items() if RedFlagDetector.__name__ in name)
    assert isinstance(component, RedFlagDetector)
    return component
