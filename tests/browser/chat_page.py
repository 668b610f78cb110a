"""The chat as a patient sees and uses it: what is on the screen, by its role and name."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import CLINIC_LINK, WORDS, word

# The bot promises its answer within 10 seconds.
PROMISED = 10_000

# How many messages of the bot there are, asked at every frame: a reply is noticed at once.
MORE_FROM_THE_BOT = """before =>
  document.querySelector("spasm-chat")?.shadowRoot?.querySelectorAll(".message.bot").length > before"""


class Chat:
    """The chat in `page`; `touch` is for a finger instead of a mouse."""

    def __init__(self, page: Page, touch: bool = False) -> None:
        self.page = page
        self.touch = touch
        self.widget = page.locator("spasm-chat")
        self.launcher = self.widget.locator(".launcher")
        self.panel = self.widget.locator(".panel")
        self.emergency = self.panel.get_by_role("link", name=WORDS["emergency"])
        self.clinic = self.panel.locator("nav").get_by_role("link", name=WORDS["call_clinic"])
        self.close = self.button("close")
        self.log = self.panel.get_by_role("log", name=WORDS["log"])
        self.messages = self.log.locator(".message")
        self.said_by_bot = self.log.locator(".message.bot")
        self.said_by_patient = self.log.locator(".message.patient")
        self.typing = self.panel.locator(".typing")
        self.options = self.panel.get_by_role("group", name=WORDS["choose"]).get_by_role("button")
        self.ticks = self.panel.get_by_role("group", name=WORDS["tick"])
        self.hint = self.ticks.get_by_role("alert")
        self.progress = self.panel.get_by_role("progressbar")
        self.start_ice = self.said_by_bot.filter(has=page.get_by_role("img")).get_by_role(
            "button", name=word("timer_start", minutes=20, label="Ice")
        )
        self.timer = self.panel.locator(".timer")
        self.trouble = self.panel.locator(".trouble")
        self.summary = self.panel.locator(".scroller details")
        self.field = self.panel.get_by_role("textbox", name=WORDS["say"])
        self.send = self.panel.locator("footer").get_by_role("button", name=WORDS["send"])
        self.menu = self.panel.locator("footer summary")
        self.remember = self.panel.get_by_role("checkbox", name=WORDS["remember"])
        self.delete_dialog = self.panel.get_by_role("dialog", name=WORDS["forget"])

    def button(self, key: str, **values: object) -> Locator:
        """The button on which the word `key` of page.yml stands."""
        return self.panel.get_by_role("button", name=word(key, **values), exact=True)

    def use(self, target: Locator) -> None:
        """Press `target` with the mouse or the finger."""
        if self.touch:
            target.tap()
        else:
            target.click()

    def open(self) -> Chat:
        """Open the chat, and wait until it has greeted."""
        self.use(self.launcher)
        return self.greeted()

    def greeted(self) -> Chat:
        """Wait until the greeting is there."""
        self.page.wait_for_function(MORE_FROM_THE_BOT, arg=0, timeout=PROMISED)
        return self

    def reply_to(self, act: Callable[[], object]) -> list[str]:
        """Do `act` and give the texts with which the bot answers."""
        before = self.said_by_bot.count()
        act()
        self.page.wait_for_function(MORE_FROM_THE_BOT, arg=before, timeout=PROMISED)
        return self.said_by_bot.all_inner_texts()[before:]

    def type(self, text: str) -> None:
        """Write `text` and send it."""
        self.field.fill(text)
        self.use(self.send)

    def say(self, text: str) -> list[str]:
        """Write `text`, send it, and give the reply."""
        return self.reply_to(lambda: self.type(text))

    def option(self, name: str) -> Locator:
        """The button or the tick's line with this title."""
        return self.panel.get_by_role("group").get_by_role("button", name=name, exact=True)

    def tick_box(self, name: str) -> Locator:
        """The box in the line with this title."""
        return self.ticks.get_by_role("checkbox", name=name, exact=True)

    def press(self, name: str) -> list[str]:
        """Press an option, and give the reply."""
        return self.reply_to(lambda: self.use(self.option(name)))

    def tick(self, *names: str) -> list[str]:
        """Tick these lines, send them, and give the reply."""
        for name in names:
            self.use(self.tick_box(name))
            expect(self.tick_box(name)).to_be_checked()
        return self.reply_to(self.send_ticks)

    def send_ticks(self) -> None:
        """Press the Send of the tick list."""
        self.use(self.ticks.get_by_role("button", name=WORDS["send"]))

    # What must always be so

    def shows_the_numbers(self) -> None:
        """The two numbers are in sight, and a tap on them calls."""
        for link, address in ((self.emergency, "tel:911"), (self.clinic, CLINIC_LINK)):
            expect(link).to_be_in_viewport(ratio=1)
            expect(link).to_have_attribute("href", address)
