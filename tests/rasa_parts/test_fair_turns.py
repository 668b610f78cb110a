"""Nobody who waits is passed over, whatever one address sends."""

from __future__ import annotations

import asyncio

import pytest

from rasa_parts.fair_turns import FairTurns


class Guests:
    """Those who come, in which order they were let in, and how many were in at once."""

    def __init__(self, at_once: int = 1) -> None:
        self.turns = FairTurns(at_once)
        self.served: list[str] = []
        self.inside = self.most_inside = 0

    async def come(self, name: str, address: str) -> None:
        async with self.turns.turn(address):
            self.inside += 1
            self.most_inside = max(self.inside, self.most_inside)
            await asyncio.sleep(0.005)
            self.served.append(name)
            self.inside -= 1


def test_one_address_with_many_does_not_keep_the_others_waiting() -> None:
    async def scene() -> list[str]:
        guests = Guests()
        many = [guests.come(f"many {n}", "a") for n in range(5)]
        await asyncio.gather(*many, guests.come("one", "b"), guests.come("other", "c"))
        return guests.served

    assert asyncio.run(scene()) == ["many 0", "many 1", "one", "other", "many 2", "many 3", "many 4"]


@pytest.mark.parametrize("at_once", [1, 3])
def test_only_so_many_are_in_at_once_and_all_get_in(at_once: int) -> None:
    async def scene() -> Guests:
        guests = Guests(at_once)
        await asyncio.gather(*(guests.come(str(n), str(n % 4)) for n in range(20)))
        return guests

    guests = asyncio.run(scene())
    assert (guests.most_inside, len(guests.served), len(guests.turns)) == (at_once, 20, 0)


def test_who_gives_up_takes_no_turn_and_none_is_lost() -> None:
    async def scene() -> Guests:
        guests = Guests()
        first = asyncio.create_task(guests.come("first", "a"))
        await asyncio.sleep(0)
        impatient = [asyncio.create_task(guests.come("impatient", name)) for name in "abb"]
        await asyncio.sleep(0)
        for task in impatient:
            task.cancel()
        last = asyncio.create_task(guests.come("last", "b"))
        await asyncio.gather(first, last, *impatient, return_exceptions=True)
        await guests.come("later", "c")
        return guests

    guests = asyncio.run(scene())
    assert guests.served == ["first", "last", "later"]
    assert len(guests.turns) == 0


def test_who_gave_up_just_now_is_not_called() -> None:
    async def scene() -> list[str]:
        guests = Guests()
        release = asyncio.Event()

        async def holds() -> None:
            async with guests.turns.turn("a"):
                await release.wait()
                gone.cancel()

        holder = asyncio.create_task(holds())
        await asyncio.sleep(0)
        gone = asyncio.create_task(guests.come("gone", "b"))
        stays = asyncio.create_task(guests.come("stays", "b"))
        await asyncio.sleep(0)
        release.set()
        await asyncio.gather(holder, gone, stays, return_exceptions=True)
        await asyncio.wait_for(guests.come("next", "c"), 1)
        return guests.served

    assert asyncio.run(scene()) == ["stays", "next"]


def test_who_is_called_and_gives_up_in_the_same_moment_passes_the_turn_on() -> None:
    async def scene() -> list[str]:
        guests = Guests()
        release = asyncio.Event()

        async def holds() -> None:
            async with guests.turns.turn("a"):
                await release.wait()
            called.cancel()

        holder = asyncio.create_task(holds())
        await asyncio.sleep(0)
        called = asyncio.create_task(guests.come("called", "b"))
        await asyncio.sleep(0)
        release.set()
        await asyncio.gather(holder, called, return_exceptions=True)
        await asyncio.wait_for(guests.come("next", "c"), 1)
        return guests.served

    assert asyncio.run(scene()) == ["next"]


def test_those_who_come_meanwhile_are_let_into_the_line() -> None:
    """A turn that never waits for anything must not hide that others have come."""

    async def scene() -> list[int]:
        turns, seen = FairTurns(1), []

        async def busy() -> None:
            async with turns.turn("a"):
                seen.append(len(turns))

        await asyncio.gather(*(busy() for _ in range(4)))
        return seen

    assert asyncio.run(scene()) == [3, 2, 1, 0]
