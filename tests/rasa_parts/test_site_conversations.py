"""Conversations keep their replies while they go on, and no longer."""

from __future__ import annotations

from rasa_parts.site_conversations import (
    CONVERSATIONS_KEPT,
    IDLE_SECONDS,
    REPLIES_KEPT,
    SWEEP_EVERY,
    Conversation,
    SiteConversations,
)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def use(conversations: SiteConversations, sender: str, times: int = 1) -> None:
    for _ in range(times):
        with conversations.enter(sender):
            pass


def test_a_conversation_is_one_object_while_it_goes_on() -> None:
    conversations = SiteConversations(Clock())
    with (
        conversations.enter("a") as first,
        conversations.enter("a") as second,
        conversations.enter("b") as other,
    ):
        assert first is second
        assert first is not other


def test_idle_conversations_are_dropped_but_none_that_is_in_use() -> None:
    clock = Clock()
    conversations = SiteConversations(clock)
    use(conversations, "idle")
    with conversations.enter("waiting"):
        clock.now = IDLE_SECONDS + 1.0
        use(conversations, "new", SWEEP_EVERY)
        assert len(conversations) == 2


def test_beyond_what_is_kept_the_longest_unused_are_dropped() -> None:
    conversations = SiteConversations(Clock())
    with conversations.enter("waiting"):
        for number in range(CONVERSATIONS_KEPT + SWEEP_EVERY):
            use(conversations, str(number))
        use(conversations, "late", SWEEP_EVERY)
        assert len(conversations) <= CONVERSATIONS_KEPT + 1
        with conversations.enter("late") as late:
            late.remember("1", {})
        with conversations.enter("late") as again:
            assert again.replies


def test_the_oldest_replies_go_first() -> None:
    conversation = Conversation()
    for number in range(REPLIES_KEPT + 1):
        conversation.remember(str(number), {"number": number})
    assert "0" not in conversation.replies
    assert list(conversation.replies) == [str(number) for number in range(1, REPLIES_KEPT + 1)]


def test_forgetting_leaves_nothing_that_was_said() -> None:
    conversation = Conversation()
    conversation.remember("1", {"messages": ["private"]})
    conversation.forget()
    assert (conversation.replies, conversation.forgotten) == ({}, True)
