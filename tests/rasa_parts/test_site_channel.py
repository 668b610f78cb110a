"""The site channel over HTTP, on Rasa's own server, with a bot that is only played."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException

from rasa_parts.answering import Reply
from rasa_parts.bot_message import BotMessage, Progress, Timer
from rasa_parts.session_token import SessionTokens
from rasa_parts.site_channel import SiteChannel
from tests.rasa_parts.played_site import (
    CLINIC_FILE,
    KEY,
    PHONE,
    TICKS,
    PlayedBot,
    Site,
    is_safe,
)


def test_health_means_a_loaded_model(site: Site, played_bot: PlayedBot) -> None:
    assert (site.ask("GET", "/health").status, site.ask("GET", "/health").json) == (
        200,
        {"status": "ready"},
    )
    played_bot.ready = False
    assert site.ask("GET", "/health").status == 503
    for refused in (site.post("/open", {}), site.history(SessionTokens(KEY).new()[1])):
        assert refused.status == 503
        assert is_safe(refused)


def test_opening_gives_a_signed_conversation_and_the_bots_greeting(site: Site) -> None:
    first, second = site.post("/open", {}).json, site.post("/open", {}).json
    assert first["messages"] == [{"text": "Hello, I can help."}]
    assert first["conversation"] != second["conversation"]
    SessionTokens(KEY).verify(first["conversation"])


def test_a_reply_has_the_written_shape(site: Site, played_bot: PlayedBot) -> None:
    played_bot.replies["my back"] = Reply(
        (
            BotMessage(
                "Look.",
                image="steps/ice.svg",
                description="A person lies on one side.",
                timer=Timer(20, "Ice"),
                progress=Progress(3, 6),
            ),
            BotMessage("Any of these?"),
        ),
        options=TICKS,
        tick_list=True,
        asking="nerve_signs",
        disposition="see_doctor_today",
        summary="Back spasm since today.",
    )
    assert site.say(site.open(), "my back").json == {
        "messages": [
            {
                "text": "Look.",
                "image": "steps/ice.svg",
                "description": "A person lies on one side.",
                "timer": {"minutes": 20, "label": "Ice"},
            },
            {"text": "Any of these?"},
        ],
        "options": [
            {"title": TICKS[0].title, "payload": TICKS[0].payload},
            {"title": TICKS[1].title, "payload": TICKS[1].payload},
            {"title": TICKS[2].title, "payload": TICKS[2].payload, "exclusive": True},
        ],
        "tick_list": True,
        "asking": "nerve_signs",
        "level": "see_doctor_today",
        "progress": {"step": 3, "of": 6},
        "summary": "Back spasm since today.",
    }


def test_the_sender_is_the_servers_and_nothing_else_of_the_client_counts(
    site: Site, played_bot: PlayedBot
) -> None:
    token = site.open()
    body = {
        "conversation": token,
        "message": "hi",
        "id": "m1",
        "sender": "mallory",
        "metadata": {"at": "2001-01-01"},
    }
    assert site.post("/message", body).status == 200
    assert played_bot.heard == [(token.partition(".")[0], "hi")]


@pytest.mark.parametrize(
    "typed", ["/restart", " /restart", "/answer", "/{}", "\u2215restart", "", "😱"]
)
def test_any_text_goes_to_answering_which_keeps_commands_out(
    site: Site, played_bot: PlayedBot, typed: str
) -> None:
    assert site.say(site.open(), typed).status == 200
    assert played_bot.texts() == [typed]


def test_personal_data_is_masked_before_the_bot_sees_it(site: Site, played_bot: PlayedBot) -> None:
    site.say(site.open(), "call me at 406-555-0123, I am 45 and it began 3 days ago")
    assert played_bot.texts() == ["call me at ***, I am 45 and it began 3 days ago"]


def test_personal_data_in_wide_characters_is_masked_too(site: Site, played_bot: PlayedBot) -> None:
    site.say(site.open(), "\uff14\uff10\uff16-555-0123, ann\uff20example.com")
    assert played_bot.texts() == ["***, ***"]


def test_characters_that_cannot_be_stored_are_taken_out(site: Site, played_bot: PlayedBot) -> None:
    token = site.open()
    rest = '"id": "m1", "message": "my\\u0000 back \\ud800"}'
    body = f'{{"conversation": "{token}", {rest}'
    assert (
        site.ask("POST", "/message", body.encode(), Content_Type="application/json").status == 200
    )
    assert played_bot.texts() == ["my  back ?"]


def test_the_page_shows_the_emergency_number_and_the_clinic_without_its_script(site: Site) -> None:
    answer = site.ask("GET", "/")
    page = answer.body.decode()
    assert answer.headers["Content-Type"].startswith("text/html")
    assert 'href="tel:911"' in page
    assert 'href="tel:+14063888118"' in page
    assert PHONE in page
    assert "<script>" not in page
    assert "style=" not in page
    assert "[[" not in page
    assert "${" not in page


def test_the_page_runs_nothing_and_asks_nobody_but_this_server(site: Site) -> None:
    for path in ("/", "/chat.js", "/icon.svg"):
        policy = site.ask("GET", path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


def test_files_are_kept_by_the_browser_until_they_change(site: Site) -> None:
    page = site.ask("GET", "/").body.decode()
    script = page.partition('src="')[2].partition('"')[0]
    answer = site.ask("GET", "/" + script)
    assert PHONE in answer.body.decode()
    assert "immutable" in answer.headers["Cache-Control"]
    assert site.ask("GET", "/chat.js").headers["Cache-Control"] == "no-cache"
    assert site.ask("GET", "/", If_None_Match=site.ask("GET", "/").headers["ETag"]).status == 304


def test_the_address_without_its_slash_leads_to_the_page(site: Site) -> None:
    answer = site.ask("GET", "")
    assert (answer.status, answer.headers["Location"]) == (308, "site/")


def test_the_page_follows_the_clinics_file(serve: Callable[..., Site], tmp_path: Path) -> None:
    clinic_file = tmp_path / "clinic.yml"
    text = CLINIC_FILE.read_text(encoding="utf-8")
    clinic_file.write_text(text, encoding="utf-8")
    site = serve(clinic_file=clinic_file)
    clinic_file.write_text(text.replace("Pro Physio", "Better & Backs"), encoding="utf-8")
    assert "<p>Better &amp; Backs</p>" in site.ask("GET", "/").body.decode()


def test_it_is_made_from_credentials_and_refuses_unknown_settings(tmp_path: Path) -> None:
    key_file = tmp_path / "var" / "key"
    channel = SiteChannel.from_credentials({"key_file": str(key_file)})
    assert channel.name() == channel.url_prefix() == "site"
    assert key_file.exists()
    for wrong in ({"key": "x"}, {"messages_per_minute": 0}, {"messages_per_minute": "many"}):
        with pytest.raises(RasaException):
            SiteChannel.from_credentials({"key_file": str(key_file), **wrong})
