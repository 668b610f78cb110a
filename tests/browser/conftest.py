"""One bot and one clinic's website for all tests in a browser; each test has pages of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.bot_server import BotServer
from tests.browser.browsers import missing, open_browser
from tests.browser.clinic_site import ClinicSite
from tests.browser.conversations import begin

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.chat_page import Chat

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
SMALL_PHONE = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content Security Policy: ${event.violatedDirective} stops ${event.blockedURI}`));
"""
# A request's own time-out is not among what Playwright's clock rules.
TIME_OUT_BY_THE_CLOCK = """
AbortSignal.timeout = (milliseconds) => {
  const control = new AbortController();
  setTimeout(() => control.abort(new DOMException("Too late", "TimeoutError")), milliseconds);
  return control.signal;
};
"""
# A tab in which a conversation was begun earlier; what the tab does with it is not undone by a reload.
BEGUN_EARLIER = """
if (location.protocol === "http:" && !window.name) {
  window.name = "begun";
  sessionStorage["spasm-chat-open"] = "true";
  sessionStorage["spasm-chat"] = JSON.stringify({ conversation: "%s", outbox: [], timer: null });
}
"""


class _NoBrowser(pytest.Item):
    """Stands for a file of tests that cannot run here."""

    def runtest(self) -> None:
        # On a machine that checks changes, tests that do not run must not look as if they had passed.
        if os.environ.get("CI"):
            pytest.fail(str(missing()), pytrace=False)
        pytest.skip(str(missing()))


class _ModuleWithoutBrowser(pytest.Module):
    def collect(self) -> Iterator[pytest.Item]:
        yield _NoBrowser.from_parent(self, name="in_a_browser")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Without a browser, no file of this folder is even read."""
    return _ModuleWithoutBrowser.from_parent(parent, path=module_path) if missing() else None


@pytest.fixture(scope="session")
def site() -> Iterator[ClinicSite]:
    """The website of a clinic that shows the chat."""
    with ClinicSite() as site:
        yield site


@pytest.fixture(scope="session")
def _started_server(site: ClinicSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotServer]:
    with BotServer(tmp_path_factory.mktemp("bot"), [site.origin]) as server:
        yield server


@pytest.fixture
def server(_started_server: BotServer) -> BotServer:
    """The bot; a test may kill it, the next one finds it running again."""
    if not _started_server.runs:
        _started_server.start()
    _started_server.wait_until_ready()
    return _started_server


# For each file anew: tests of other files may use asyncio.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser."""
    from playwright.sync_api import expect

    # Twice its own, for machines with much else to do.
    expect.set_options(timeout=10_000)
    with open_browser() as browser:
        yield browser


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Gives new browsers, as it were, whose pages must not fail, break their policy or ask anyone else.

    With a `clock`, their time can be moved; without `strict`, a page may break its policy.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def new(clock: bool = False, strict: bool = True, **options: Any) -> BrowserContext:
        context = browser.new_context(**{**DESKTOP, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        if options.get("java_script_enabled", True):
            context.add_init_script(REPORT_VIOLATIONS)
        if clock:
            context.clock.install()
            context.add_init_script(TIME_OUT_BY_THE_CLOCK)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        if strict:
            context.on("console", lambda line: wrong.append(line.text) if "Content Security" in line.text else None)
        context.on("request", lambda request: wrong.append(request.url) if _is_foreign(request.url) else None)
        return context

    yield new
    for context in contexts:
        context.close()
    assert wrong == []


def _is_foreign(address: str) -> bool:
    return not address.startswith(("http://127.0.0.1:", "http://localhost:", "data:", "about:"))


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Opens an address in a browser of its own, or in the one that is given."""

    def visit(address: str, within: BrowserContext | None = None, **options: Any) -> Page:
        page = (within or new_context(**options)).new_page()
        page.goto(address)
        return page

    return visit


@pytest.fixture
def demo(
    server: BotServer, new_context: Callable[..., BrowserContext], visit: Callable[..., Page]
) -> Callable[..., Chat]:
    """Gives the chat on the demo page, which looks like a clinic's website.

    It is open if something was `said` in it earlier, and else closed.
    """
    from tests.browser.chat_page import Chat

    def open_demo(*said: str, within: BrowserContext | None = None, **options: Any) -> Chat:
        context = within or new_context(**options)
        if said:
            context.add_init_script(BEGUN_EARLIER % begin(server.page, said))
        chat = Chat(visit(f"{server.page}demo", context), touch=bool(options.get("has_touch")))
        return chat.greeted() if said else chat

    return open_demo
