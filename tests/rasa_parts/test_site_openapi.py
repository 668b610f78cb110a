"""docs/openapi.yml says all that the channel does, and nothing else.

Every answer of the channel's other tests is compared with it too: tests/rasa_parts/played_site.py.
"""

from __future__ import annotations

import asyncio
import copy
import json
import re
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rasa.core.channels.channel import register
from sanic import Sanic

from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import MOST_STEPS, BotMessage, Progress, Timer
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_channel import CONVERSATION_HEADER, WEB, WORDS_FILE, SiteChannel
from rasa_parts.site_page import CONTENT_TYPES, WatchedPage
from rasa_parts.site_request import BODY_BYTES, MESSAGE_CHARACTERS, PRESSED_CHARACTERS
from rasa_parts.site_turns import MOST_MESSAGES
from tests.rasa_parts import site_document
from tests.rasa_parts.played_site import CLINIC_FILE, KEY, PREFIX, TICKS, Answer, PlayedBot, Site
from tests.rasa_parts.site_document import check, document, validate
from triage.clinic import MOST_ICE_MINUTES
from triage.table import DISPOSITIONS

STEP = Reply(
    (
        BotMessage(
            "Step 3 of 6: ice.",
            image="steps/ice.svg",
            description="A person lies on one side.",
            timer=Timer(20, "Ice"),
            progress=Progress(3, 6),
        ),
    ),
    options=(Option("Next", "/next_step"),),
    disposition="self_care",
    summary="Back spasm since today.",
)
EMERGENCY = Reply((BotMessage("Call 911 now."),), disposition="call_911", summary="Chest pain.")
QUESTION = Reply(
    (BotMessage("Any of these?"),), options=TICKS, tick_list=True, asking="nerve_signs"
)
GONE = Reply((BotMessage("All of it is deleted.", response="utter_deleted"),))


def asked_for_everything(serve: Callable[..., Site], bot: PlayedBot) -> None:
    """Bring every answer about that can be had without breaking the server."""
    site = serve()
    bot.replies.update(step=STEP, danger=EMERGENCY, question=QUESTION, gone=GONE)
    for path in ("/", "/demo", "/chat.js"):
        tag = site.ask("GET", path).headers["ETag"]
        site.ask("GET", path, If_None_Match=tag)
    for path in ("", "/nothing", "/health", "/chat.js?v=old"):
        site.ask("GET", path)
    _of_a_conversation(site)
    _of_what_cannot_be_read(site)
    for path in ("/message", "/forget"):
        site.post(path, {"conversation": "forged", "message": "hi", "id": "1"})
    site.history("forged")
    site.history(SessionTokens(KEY).new()[1])
    _of_failures(site, bot)
    slow = serve(reply_seconds=0.2)
    bot.delays["slow"] = 5
    slow.say(slow.open(), "slow", "1")
    for path in ("/open", "/message", "/forget"):
        slowly(slow, path)
    limited = serve(messages_per_minute_per_address=3)
    limited.open()
    for operation in ASKED:
        limited.ask(*operation)
    bot.ready = False
    for operation in (("GET", "/health"), *ASKED):
        site.ask(*operation)


ASKED = (("POST", "/open"), ("POST", "/message"), ("GET", "/history"), ("POST", "/forget"))


def _of_a_conversation(site: Site) -> None:
    token = site.open()
    for number, text in enumerate(("hi", "question", TICKS[0].payload, "step", "danger")):
        site.say(token, text, str(number))
        site.history(token)
    site.say(token, "hi", "0")
    site.say(token, "another", "0")
    site.say(token, TICKS[1].payload, "late")
    site.say(token, "gone", "last")
    site.say(token, "hi", "after")
    site.post("/forget", {"conversation": site.open()})


def _of_what_cannot_be_read(site: Site) -> None:
    elsewhere = "https://evil.example"
    for method, path in ASKED:
        site.ask(method, path, Origin=elsewhere)
        site.ask("OPTIONS", path, Origin=elsewhere)
        site.ask("DELETE", path)
    for path in ("/open", "/message", "/forget"):
        site.ask("POST", path, b"{}", Content_Type="text/plain")
        site.ask("POST", path, b"[]", Content_Type="application/json")
        site.ask("POST", path, b" " * (BODY_BYTES + 1), Content_Type="application/json")


def _of_failures(site: Site, bot: PlayedBot) -> None:
    token = site.open()
    bot.fails |= {"boom", "/greet"}
    site.say(token, "boom", "1")
    site.post("/open", {})
    store, bot.tracker_store = bot.tracker_store, object()
    site.history(token)
    site.post("/forget", {"conversation": token})

    bot.tracker_store = HangingStore()
    quick = Site(bot, reply_seconds=0.2)
    quick.history(token)
    quick.stop()
    bot.tracker_store = store
    bot.fails.clear()


class HangingStore:
    """A store that does not answer in time."""

    async def retrieve_full_tracker(self, sender: str) -> None:
        await asyncio.sleep(5)


def slowly(site: Site, path: str) -> None:
    """Promise a body that never comes."""
    head = f"POST {PREFIX}{path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(f"{head}Content-Length: 10\r\n\r\n{{".encode())
        response = HTTPResponse(connection)
        response.begin()
        check("POST", path, Answer(response))


@pytest.fixture(scope="module")
def compared() -> Iterator[set[tuple[str, int]]]:
    bot = PlayedBot()
    sites: list[Site] = []

    def start(**settings: Any) -> Site:
        sites.append(Site(bot, **settings))
        return sites[-1]

    site_document.compared.clear()
    asked_for_everything(start, bot)
    yield set(site_document.compared)
    for site in sites:
        site.stop()


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_every_answer_that_is_written_down_is_given(compared: set[tuple[str, int]]) -> None:
    written = {
        (name, int(status))
        for name, operation in operations()
        for status in operation["responses"]
    }
    assert compared == written


def test_the_addresses_are_those_of_the_code() -> None:
    page = WatchedPage(CLINIC_FILE, WORDS_FILE, WEB, MESSAGE_CHARACTERS)
    app = Sanic("addresses")
    register([SiteChannel(page, SessionTokens(KEY))], app, "/webhooks/")
    routes = {re.sub(r"<(\w+):\w+>", r"{\1}", f"/{route.path}") for route in app.router.routes}
    assert {route.removeprefix(PREFIX) or "/" for route in routes} == set(document()["paths"])


def test_the_limits_and_names_are_those_of_the_code() -> None:
    schemas = document()["components"]["schemas"]
    assert schemas["Message"]["properties"]["message"]["maxLength"] == PRESSED_CHARACTERS
    text = json.dumps(document())
    assert f"at most {BODY_BYTES} bytes" in text
    assert f"at most {MESSAGE_CHARACTERS} characters" in text
    assert f"has {MOST_MESSAGES} messages of the patient" in text
    assert set(schemas["Shape"]["properties"]["level"]["enum"]) == {*DISPOSITIONS, None}
    timer = schemas["BotText"]["properties"]["timer"]["properties"]["minutes"]
    assert timer["maximum"] == MOST_ICE_MINUTES
    step = schemas["Shape"]["properties"]["progress"]["oneOf"][1]["properties"]["step"]
    assert step["maximum"] == MOST_STEPS
    header = document()["paths"]["/history"]["get"]["parameters"][0]
    assert header["name"].lower() == CONVERSATION_HEADER
    kinds = {kind.partition(";")[0] for kind in CONTENT_TYPES.values()} | {"text/html"}
    assert set(document()["components"]["responses"]["File"]["content"]) == kinds


def test_every_part_is_used_and_every_schema_is_one() -> None:
    text = json.dumps(document())
    used = set(re.findall(r'"\$ref": "#/components/([\w/]+)"', text))
    defined = {
        f"{kind}/{name}"
        for kind in ("parameters", "responses", "schemas")
        for name in document()["components"][kind]
    }
    assert used == defined - {"responses/WrongMethod"}
    for schema in document()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


REPLY = {
    "messages": [{"text": "Hello."}],
    "options": [],
    "tick_list": False,
    "asking": None,
    "level": None,
    "progress": None,
    "summary": None,
}


def with_message(**more: object) -> dict[str, Any]:
    return {**REPLY, "messages": [{"text": "Hello.", **more}]}


@pytest.mark.parametrize(
    "wrong",
    [
        {**REPLY, "undocumented": 1},
        {key: value for key, value in REPLY.items() if key != "summary"},
        {**REPLY, "messages": []},
        {**REPLY, "level": "soon"},
        {**REPLY, "progress": {"step": "3", "of": 6}},
        {**REPLY, "options": [{"title": "Yes", "payload": "/affirm", "color": "red"}]},
        with_message(image="steps/ice.svg"),
        with_message(description="Of no picture."),
        with_message(image="https://elsewhere.example/a.svg", description="A picture."),
        with_message(timer={"minutes": 21, "label": "Ice"}),
        with_message(html="<b>"),
    ],
)
def test_the_document_is_strict(wrong: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Reply"}
    validate(copy.deepcopy(REPLY), schema)
    with pytest.raises(AssertionError):
        validate(wrong, schema)


def test_an_answer_that_is_not_written_down_is_noticed(site: Site) -> None:
    answer = site.ask("GET", "/health")
    answer.status = 201
    with pytest.raises(AssertionError, match="201 is not documented"):
        check("GET", "/health", answer)
