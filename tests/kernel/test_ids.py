"""Record ids: their form, their time, their order."""

import threading
import uuid
from collections.abc import Callable, Iterator
from itertools import count, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.ids import RANDOM_BYTES, OrderedIds, is_id, unix_ms_of, uuid7
from facility_app.kernel.ports import Ids
from tests.helpers.cases import each

instants = st.integers(0, 2**48 - 1)
chances = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


def clock(readings: Iterator[int]) -> Callable[[], int]:
    return lambda: next(readings)


def no_chance(length: int) -> bytes:
    return bytes(length)


def full_chance(length: int) -> bytes:
    return b"\xff" * length


def test_the_example_of_the_standard_comes_out() -> None:
    # RFC 9562, appendix A.6: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    random = (0xCC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(RANDOM_BYTES, "big")
    assert uuid7(0x017F22E279B0, random) == "017f22e279b07cc398c4dc0c0c07398f"


@given(instants, chances)
def test_an_id_is_a_uuid_of_version_7(unix_ms: int, random: bytes) -> None:
    made = uuid7(unix_ms, random)
    read = uuid.UUID(hex=made)
    assert (read.version, read.variant, read.hex) == (7, uuid.RFC_4122, made)
    assert is_id(made)
    assert unix_ms_of(made) == unix_ms


@given(chances)
def test_74_bits_of_chance_reach_the_id(random: bytes) -> None:
    digits = uuid7(5, random)
    kept = int(digits[13:16], 16) << 62 | int(digits[16:], 16) & (1 << 62) - 1
    assert kept == int.from_bytes(random, "big") & (1 << 74) - 1


@given(instants, instants, chances, chances)
def test_a_later_millisecond_sorts_later(one: int, other: int, some: bytes, more: bytes) -> None:
    if one != other:
        assert (uuid7(one, some) < uuid7(other, more)) == (one < other)
    else:
        assert uuid7(one, some)[:12] == uuid7(other, more)[:12]


@each("unix_ms", [-1, 2**48])
def test_a_time_that_does_not_fit_is_refused(unix_ms: int) -> None:
    with pytest.raises(ValueError, match="milliseconds"):
        uuid7(unix_ms, bytes(RANDOM_BYTES))


@each("length", [0, 9, 11])
def test_chance_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="random bytes"):
        uuid7(0, bytes(length))


GOOD = "017f22e279b07cc398c4dc0c0c07398f"


@each("variant", "89ab")
def test_all_four_variant_digits_are_ids(variant: str) -> None:
    assert is_id(GOOD[:16] + variant + GOOD[17:])


@each(
    "text",
    [
        "",
        GOOD[:-1],
        GOOD + "0",
        GOOD + "\n",
        GOOD.upper(),
        str(uuid.UUID(hex=GOOD)),
        GOOD[:12] + "4" + GOOD[13:],
        GOOD[:16] + "c" + GOOD[17:],
        GOOD[:16] + "7" + GOOD[17:],
        "g" + GOOD[1:],
    ],
)
def test_any_other_text_is_no_id(text: str) -> None:
    assert not is_id(text)
    with pytest.raises(ValueError, match="not a record id"):
        unix_ms_of(text)


@given(
    st.lists(st.integers(0, 2**47), min_size=2, max_size=40),
    st.lists(chances, min_size=1, max_size=5),
)
def test_ids_strictly_increase_whatever_the_clock_does(readings: list[int], luck: list[bytes]) -> None:
    draws = (luck[turn % len(luck)] for turn in count())
    ids = OrderedIds(clock(iter(readings)), lambda length: next(draws)[:length])
    made = [ids.new() for _ in readings]
    assert made == sorted(set(made))
    assert all(map(is_id, made))
    assert [unix_ms_of(one) for one in made] == [max(readings[: place + 1]) for place in range(len(made))]


def test_each_new_millisecond_draws_chance_anew() -> None:
    draws = iter([bytes([0, 0, *range(8)]), bytes([0, 1, *range(8, 16)])])
    ids = OrderedIds(clock(iter([1, 2])), lambda _: next(draws))
    assert [ids.new()[-16:] for _ in range(2)] == ["8001020304050607", "88090a0b0c0d0e0f"]


def test_a_clock_that_stands_still_still_gives_greater_ids_without_any_chance() -> None:
    ids = OrderedIds(clock(repeat(7)), no_chance)
    assert [int(ids.new()[16:], 16) & 0xFF for _ in range(3)] == [0, 1, 2]


def test_steps_within_a_millisecond_carry_from_the_low_to_the_high_part() -> None:
    draws = iter([((1 << 62) - 1).to_bytes(RANDOM_BYTES, "big"), bytes(4)])
    ids = OrderedIds(clock(repeat(7)), lambda _: next(draws))
    assert [ids.new()[12:] for _ in range(2)] == ["7000bfffffffffffffff", "70018000000000000000"]


def test_a_random_part_that_overflows_moves_the_millisecond_on() -> None:
    def chance(length: int) -> bytes:
        return full_chance(length)

    ids = OrderedIds(clock(repeat(7)), chance)
    ids.new()
    ids._last_payload = (1 << 74) - 2  # so far that 2**42 steps would be needed to get there
    stepped = ids.new()
    assert unix_ms_of(stepped) == 8
    assert is_id(stepped)


def test_a_fresh_millisecond_leaves_half_its_room_for_steps() -> None:
    ids = OrderedIds(clock(repeat(7)), full_chance)
    assert ids.new()[12:] == "77ffbfffffffffffffff"


def test_a_thread_waits_until_the_one_before_has_its_id() -> None:
    others: list[threading.Thread] = []
    was_waiting: list[bool] = []

    def now_ms() -> int:
        if not others:
            others.append(threading.Thread(target=ids.new))
            others[0].start()
            others[0].join(timeout=0.1)
            was_waiting.append(others[0].is_alive())
        return 7

    ids = OrderedIds(now_ms, no_chance)
    ids.new()
    others[0].join()
    assert was_waiting == [True]


def test_ids_of_many_threads_are_all_different_and_each_thread_sees_them_grow() -> None:
    readings = (5 + turn // 50 for turn in count())
    ids: Ids = OrderedIds(clock(readings), full_chance)
    start = threading.Barrier(8)
    seen: list[list[str]] = []

    def work() -> None:
        start.wait()
        seen.append([ids.new() for _ in range(500)])

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(mine == sorted(mine) for mine in seen)
    assert len({one for mine in seen for one in mine}) == 8 * 500
