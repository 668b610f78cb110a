"""Explains a turn: joins what Rasa stored of it with the lines of the project's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rasa_parts.clinical_knowledge import clinical_table, lexicon, speller
from rasa_parts.red_flag_extractor import PATIENT, RED_FLAG, SIGN, SOMEONE_ELSE
from rasa_parts.tracked import COMMAND
from staff.places import Place, Places, Sentence
from staff.trying.courses import read_courses
from staff.trying.cues import cues, passed_over
from staff.trying.decisions import Behind, decisions_of
from staff.trying.explanation import Answer, Explanation, Guess, Onset, PassedOver, Sign
from staff.trying.facts import TurnFacts, turns
from staff.trying.nearest import nearest
from triage.onset import band
from triage.red_flags import Finding
from triage.sense import Sense
from triage.state import TriageState, open_question

_FALLBACK = "nlu_fallback"
_GUESSES = 2


class Explainer:
    """Explains the turns of conversations with one project's model."""

    def __init__(self, root: Path) -> None:
        """The project in the folder `root`. Raises yaml.YAMLError if a file is not YAML."""
        self._places = Places(root)
        self._behind = Behind(self._places, read_courses(self._places), clinical_table())

    def explain(self, events: Iterable[Mapping[str, Any]]) -> list[Explanation]:
        """Every turn of a conversation, from its events as Rasa's `as_dict` gives them."""
        return [self.turn(facts) for facts in turns(events)]

    def turn(self, facts: TurnFacts) -> Explanation:
        """One turn."""
        entities = list(facts.parsed.get("entities") or ())
        pressed = bool(facts.pressed)
        onset = None if pressed else _first(entities, "onset")
        recurring = None if pressed else _first(entities, "recurring")
        after = TriageState.from_slots(facts.slots_after)
        asking = open_question(after, facts.slots_after.get("requested_slot"))
        before = open_question(TriageState.from_slots(facts.slots_before), facts.slots_before.get("requested_slot"))
        return Explanation(
            message=", ".join(facts.pressed) or facts.text,
            pressed=pressed,
            command=bool(facts.metadata.get(COMMAND)),
            before=before,
            guesses=() if pressed else tuple(self._guesses(facts)),
            signs=tuple(self._sign(facts, e) for e in entities if e.get("entity") in (RED_FLAG, SIGN)),
            passed_over=() if pressed else tuple(self._passed_over(facts)),
            onset=_onset(onset, facts) if onset else None,
            recurring=recurring["value"] == "yes" if recurring else None,
            someone_else=_first(entities, SOMEONE_ELSE) is not None or after.patient == "other",
            decisions=decisions_of(self._behind, facts),
            answers=tuple(self._answers(facts)),
            red_flags=dict(after.red_flags),
            disposition=after.disposition,
            disposition_at=_text(self._places.level(after.disposition) if after.disposition else None),
            asking=asking,
            asking_at=_text(self._places.response(f"utter_ask_{asking}")) if asking else None,
        )

    def _guesses(self, facts: TurnFacts) -> Iterator[Guess]:
        ranking = facts.parsed.get("intent_ranking") or ()
        shown = [g for g in ranking if g.get("name") != _FALLBACK][:_GUESSES]
        if facts.intent == _FALLBACK:
            yield Guess(_FALLBACK, float((facts.parsed.get("intent") or {}).get("confidence") or 0.0), None)
        for number, guess in enumerate(shown):
            name = str(guess["name"])
            like = nearest(facts.text, self._places.examples(name)) if number == 0 else None
            yield Guess(
                name, float(guess["confidence"]), _text(self._places.intent(name)), *_sentence(like)
            )

    def _sign(self, facts: TurnFacts, entity: Mapping[str, Any]) -> Sign:
        name, sense = str(entity["value"]), str(entity.get("sense") or Sense.STATED.value)
        learned = sense == Sense.SUSPECTED.value
        line = None if learned else self._places.lexicon_line(name, str(entity.get("pattern")))
        like = nearest(facts.text, self._places.phrasings(name), by_clauses=True) if learned else None
        return Sign(
            name=name,
            state=str(entity.get("role")),
            sense=sense,
            words="" if learned else facts.text[entity["start"] : entity["end"]],
            scope=() if learned or sense == Sense.STATED.value else cues(facts.text, name, _finder(facts)),
            kind=line.kind if line else "",
            pattern=str(entity.get("pattern") or ""),
            pattern_at=_text(line.place if line else None),
            sign_at=_text(self._places.flag(name)),
            like=like.text if like else None,
            like_at=_text(like.place if like else None),
        )

    def _passed_over(self, facts: TurnFacts) -> Iterator[PassedOver]:
        flags = clinical_table().flags
        for name, words in passed_over(facts.text, _finder(facts)).items():
            if name in flags:
                yield PassedOver(name, words, _text(self._places.flag(name)))

    def _answers(self, facts: TurnFacts) -> Iterator[Answer]:
        for said in facts.said:
            place = self._places.response(said.response, said.condition) if said.response else None
            yield Answer(said.response, said.text, tuple(option.title for option in said.options), _text(place))


def _finder(facts: TurnFacts) -> Callable[[str], list[Finding]]:
    other = facts.metadata.get(PATIENT) == "other"
    return lambda text: lexicon().find(text, speller(), other)


def _onset(entity: Mapping[str, Any], facts: TurnFacts) -> Onset:
    moment = datetime.fromisoformat(str(entity["value"]))
    noted = facts.metadata.get("at")
    now = datetime.fromisoformat(str(noted)) if noted else datetime.now(UTC)
    return Onset(
        moment=moment.isoformat(),
        band=band(moment, now),
        earliest=str(entity.get("earliest")),
        latest=str(entity.get("latest")),
        unclear=bool(entity.get("ambiguous")),
    )


def _first(entities: Iterable[Mapping[str, Any]], name: str) -> Mapping[str, Any] | None:
    return next((entity for entity in entities if entity.get("entity") == name), None)


def _sentence(sentence: Sentence | None) -> tuple[str | None, str | None]:
    return (sentence.text, str(sentence.place)) if sentence else (None, None)


def _text(place: Place | None) -> str | None:
    return str(place) if place else None
