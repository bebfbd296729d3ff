"""Whatever is wrong with a bundle: a code, nothing applied, nothing deleted, the next good one goes through."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.bulk import server_engine
from facility_app.kernel.errors import EnvironmentFault
from facility_app.receiver.states import State, sentence_of
from facility_app.sync import sealing
from facility_app.sync.header import Epoch, Group, Kind, Parent
from facility_app.sync.manifest import Boundary, Tally
from facility_app.sync.receipts import MOST_SKEW_S, Result, Stage
from tests.helpers.cases import each
from tests.helpers.receiving import Bench, Receiver
from tests.helpers.server import new_database
from tests.receiver.forge import Forge, line, resident

EMPTY: tuple[str, ...] = ("core_resident", "core_stay", "core_housing_zone", "stg_resident", "stg_housing_zone")


@pytest.fixture
def forge(bench: Bench) -> Forge:
    return Forge(bench)


def fresh(folder: Path) -> Path:
    """A folder nobody used: cases of one test share theirs."""
    return Path(tempfile.mkdtemp(dir=folder))


def assert_untouched(receiver: Receiver) -> None:
    assert [table for table in EMPTY if receiver.count(table)] == []


@each(
    ("twist", "code"),
    [
        (lambda data: data[:-1], "E_TRUNC"),
        (lambda data: data[: len(data) // 2], "E_TRUNC"),
        (lambda data: data[:100], "E_TRUNC"),
        (lambda data: data + b"\0", "E_TAR"),
        (lambda data: data[:-1500] + bytes([data[-1500] ^ 1]) + data[-1499:], None),
        (lambda data: data[:2000] + bytes([data[2000] ^ 1]) + data[2001:], None),
        (lambda _data: b"", "E_MAGIC"),
        (lambda _data: b"MZ" + bytes(5000), "E_MAGIC"),
    ],
)
def test_a_file_that_is_damaged_is_set_aside_with_its_code_and_kept(
    twist: Callable[[bytes], bytes], code: str | None, forge: Forge, tmp_path: Path
) -> None:
    good = forge.bundle([resident(1)])
    file = forge.file(twist(good.read_bytes()))
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(file)
        assert taken.state is State.QUARANTINED
        assert code is None or taken.code == code
        assert sentence_of(taken.code or "")
        assert_untouched(receiver)
        assert receiver.receipts() == []
        kept = receiver.station.place.quarantine / f"{taken.sha256}.goi"
        assert kept.read_bytes() == file.read_bytes()
        assert receiver.take(good)[0].state is State.ARCHIVED


def test_a_bundle_nobody_enrolled_is_set_aside_and_taken_when_it_is_enrolled(forge: Forge, tmp_path: Path) -> None:
    bundle = forge.bundle([resident(1)])
    stranger: list[dict[str, Any]] = [
        {"fac": forge.bench.home, "keys": [{"key": "11" * 32, "from": "2026-01-01"}]}
    ]
    stranger[0] |= {"streams": ["P2@province"], "authority": {}}
    with forge.bench.receiver(fresh(tmp_path), facilities=stranger) as receiver:
        (taken,) = receiver.take(bundle)
        assert (taken.state, taken.code) == (State.QUARANTINED, "E_KEY_UNKNOWN")
        receiver.believe(forge.bench.trust_list(version=2))
        (taken,) = receiver.take(bundle)
        assert (taken.state, taken.code) == (State.ARCHIVED, None)


@each(
    ("changed", "state", "code"),
    [
        ({"outside": lambda head: replace(head, kind=Kind.STATS)}, State.HELD, "H_CRIT"),
        ({"outside": lambda head: replace(head, crit=("ownership",))}, State.HELD, "H_CRIT"),
        ({"inside": lambda said: replace(said, schema=("vn.facility", "2.0"))}, State.HELD, "H_SCHEMA"),
        ({"outside": lambda head: replace(head, stream="P2@elsewhere")}, State.HELD, "H_TRUST"),
        ({"outside": lambda head: replace(head, seq=7, prev="0" * 64)}, State.QUARANTINED, "E_ENVELOPE"),
        ({"inside": lambda said: replace(said, epoch=Epoch(9, "aa" * 16))}, State.QUARANTINED, "E_ENVELOPE"),
        (
            {"inside": lambda said: replace(said, counts={"resident": Tally(9, 0)})},
            State.QUARANTINED,
            "E_MANIFEST",
        ),
        ({"recipients": [sealing.new_identity()[1]]}, State.QUARANTINED, "E_RECIPIENT"),
        ({"content": [("data/resident/00000.jsonl", b"no line\n")]}, State.QUARANTINED, "E_MANIFEST"),
        ({"content": [("data/resident/00000.jsonl", b'{"t":"stay"}\n')]}, State.QUARANTINED, "E_MANIFEST"),
    ],
)
def test_a_signed_bundle_that_is_wrong_or_not_understood_is_answered_with_its_code(
    changed: dict[str, Any], state: State, code: str, forge: Forge, tmp_path: Path
) -> None:
    file = forge.bundle([resident(1)], **changed)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(file)
        assert (taken.state, taken.code) == (state, code)
        assert_untouched(receiver)
        wanted = Result.HELD if state is State.HELD else Result.QUARANTINED
        assert [(one.stage, one.result, one.codes) for one in receiver.receipts()] == [
            (Stage.STORED, Result.OK, ()),
            (Stage.STORED, wanted, (code,)),
        ]
        receiver.station.settle()
        assert len(receiver.receipts()) == 2  # one that goes on waiting is not told so again
        assert receiver.station.place.file_of(taken.sha256).read_bytes() == file.read_bytes()


def test_a_stream_about_health_without_a_legal_basis_is_not_even_opened(forge: Forge, tmp_path: Path) -> None:
    file = forge.bundle([resident(1)], stream="P3@province")
    key = {"key": forge.bench.keys.signing.hex(), "from": "2026-01-01"}
    ours: list[dict[str, Any]] = [{"fac": forge.bench.home, "keys": [key]}]
    ours[0] |= {"streams": ["P2@province", "P3@province"], "authority": {"P2@province": "–"}}
    with forge.bench.receiver(fresh(tmp_path), facilities=ours) as receiver:
        (taken,) = receiver.take(file)
        assert (taken.state, taken.code, taken.rows) == (State.HELD, "H_TRUST", None)
        assert_untouched(receiver)


def test_what_a_gap_holds_goes_on_when_what_was_missing_comes(forge: Forge, tmp_path: Path) -> None:
    first = forge.bundle([resident(1)], end=10)
    second = forge.bundle([resident(2, c=15)], start=10, end=20)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(second)
        assert (taken.state, taken.code) == (State.HELD, "H_GAP")
        assert receiver.receipts()[-1].expected == 0
        assert receiver.count("core_resident") == 0
        receiver.take(first)
        assert receiver.rows("SELECT state, code FROM recv_bundle") == [("archived", None)] * 2
        assert receiver.count("core_resident") == 2
        assert receiver.receipts()[-1].cursor == 20


def test_parts_in_any_order_are_one_transaction_and_one_answer(forge: Forge, tmp_path: Path) -> None:
    group = "7e" * 16
    one = forge.bundle([resident(1)], group=Group(group, 1, 2), end=10)
    two = forge.bundle([line("housing_zone", 3)], group=Group(group, 2, 2), end=10)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(two)
        assert (taken.state, taken.code) == (State.HELD, "H_PART")
        assert receiver.receipts()[-1].want_parts == (1,)
        assert receiver.count("core_housing_zone") == 0
        receiver.take(one)
        assert (receiver.count("core_housing_zone"), receiver.count("core_resident")) == (1, 1)
        assert receiver.rows("SELECT state, code FROM recv_bundle") == [("archived", None)] * 2
        applied = [answer for answer in receiver.receipts() if answer.stage is Stage.APPLIED]
        assert [(answer.for_seq, sorted(answer.counts)) for answer in applied] == [
            (2, ["housing_zone", "resident"])
        ]


def test_a_part_that_is_refused_takes_nothing_of_its_group_along(forge: Forge, tmp_path: Path) -> None:
    group = "7e" * 16
    one = forge.bundle([resident(1), line("housing_zone", 3)], group=Group(group, 1, 2), end=10)
    two = forge.bundle([resident(2), resident(1, c=2)], group=Group(group, 2, 2), end=10)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(one, two)  # one row twice, each time in another part
        assert [table for table in EMPTY if table.startswith("core_") and receiver.count(table)] == []
        assert [answer for answer in receiver.receipts() if answer.stage is Stage.APPLIED] == []
        assert "E_MANIFEST" in {code for (code,) in receiver.rows("SELECT code FROM recv_bundle")}
        assert receiver.rows("SELECT cursor FROM recv_stream") == [(0,)]


def test_another_history_at_the_cursor_freezes_the_stream_until_a_new_epoch(forge: Forge, tmp_path: Path) -> None:
    first = forge.bundle([resident(1)], end=10)
    known = forge.boundaries[10]
    restored = forge.bundle(
        [resident(1, c=12, name="Khác")], end=20, boundaries=(Boundary(0, forge.zero), Boundary(20, "ab" * 32))
    )
    later = forge.bundle([resident(2, c=25)], start=20, end=30)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(first)
        (taken,) = receiver.take(restored)
        assert (taken.state, taken.code) == (State.FROZEN, "E_ROLLBACK")
        assert receiver.receipts()[-1].result is Result.REJECTED
        (taken,) = receiver.take(later)
        assert taken.state is State.FROZEN
        assert [row["name"] for row in receiver.held()["resident"].values()] == ["Người 1"]
        epoch = Epoch(2, "bb" * 16)
        parent = Parent(forge.epoch, 1, "0" * 64, known)
        anew = forge.bundle([resident(1, c=5, name="Mới")], epoch=epoch, end=5, is_full=True, parent=parent)
        (taken,) = receiver.take(anew)
        assert (taken.state, taken.code) == (State.ARCHIVED, None)
        assert [row["name"] for row in receiver.held()["resident"].values()] == ["Mới"]
        (taken,) = receiver.take(forge.bundle([resident(3, c=18)], start=10, end=19))
        assert (taken.state, taken.code) == (State.ARCHIVED, "D_LATE")
        assert receiver.receipts()[-1].codes == ("D_LATE",)


def test_two_bundles_with_one_number_are_a_fork_and_freeze(forge: Forge, tmp_path: Path) -> None:
    one = forge.bundle([resident(1)], end=10)
    other = forge.bundle([resident(2)], end=12, seq=1, prev=None)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(one)
        (taken,) = receiver.take(other)
        assert (taken.state, taken.code) == (State.FROZEN, "E_FORK")
        assert receiver.count("core_resident") == 1


def test_an_epoch_that_does_not_follow_waits_until_a_person_agrees(forge: Forge, tmp_path: Path) -> None:
    strange = Epoch(4, "cc" * 16)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(forge.bundle([resident(1)], end=10))
        (taken,) = receiver.take(forge.bundle([resident(2)], epoch=strange, end=4, is_full=True))
        assert (taken.state, taken.code) == (State.FROZEN, "E_EPOCH")
        receiver.station.release(taken.sha256, is_approved=True)
        assert receiver.count("core_resident") == 2
        assert receiver.rows("SELECT epoch_n, frozen FROM recv_stream") == [(4, None)]


def test_an_epoch_whose_number_does_not_rise_is_not_agreed_to(forge: Forge, tmp_path: Path) -> None:
    """A file put back twice from one backup has two lives of one number: rows of the first would win unseen."""
    other = Epoch(forge.epoch.n, "cc" * 16)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(forge.bundle([resident(1, c=90, name="Trước")], end=100))
        file = forge.bundle([resident(1, c=4, name="Sau")], epoch=other, end=4, is_full=True)
        (taken,) = receiver.take(file)
        assert (taken.state, taken.code) == (State.FROZEN, "E_EPOCH")
        again = receiver.station.release(taken.sha256, is_approved=True)
        assert (again.state, again.code) == (State.FROZEN, "E_EPOCH")
        assert receiver.receipts()[-1].result is Result.REJECTED
        assert receiver.rows("SELECT epoch_id, cursor FROM recv_stream") == [(forge.epoch.id, 100)]


def test_what_was_set_aside_does_not_let_a_stopped_stream_go_on(forge: Forge, tmp_path: Path) -> None:
    damaged = forge.bundle([resident(3)], end=10, recipients=[sealing.new_identity()[1]])
    first = forge.bundle([resident(1)], end=10)
    fork = forge.bundle([resident(2)], end=12, seq=2, prev="0" * 64)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        aside, _first = receiver.take(damaged, first)
        (stopped,) = receiver.take(fork)
        assert (aside.state, stopped.state) == (State.QUARANTINED, State.FROZEN)
        receiver.station.release(aside.sha256)
        assert receiver.rows("SELECT frozen FROM recv_stream") == [("E_FORK",)]
        (later,) = receiver.take(forge.bundle([resident(4, c=15)], start=10, end=20))
        assert later.state is State.FROZEN
        assert receiver.count("core_resident") == 1


@each(
    "changed",
    [
        {"outside": lambda head: replace(head, seq=2**31, prev="0" * 64)},
        {"outside": lambda head: replace(head, epoch=Epoch(2**31, head.epoch.id))},
    ],
)
def test_a_number_no_database_keeps_is_refused_before_it_is_kept(
    changed: dict[str, Any], forge: Forge, tmp_path: Path
) -> None:
    file = forge.bundle([resident(1)], **changed)
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(file)
        assert (taken.state, taken.code) == (State.QUARANTINED, "E_HEADER")
        assert taken.bundle is None


@each("year", [1000, 9999])
def test_a_clock_that_is_centuries_off_is_answered_all_the_same(year: int, forge: Forge, tmp_path: Path) -> None:
    file = forge.bundle([resident(1)], outside=lambda head: replace(head, created=head.created.replace(year=year)))
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        receiver.take(file)
        assert {abs(one.skew_s) for one in receiver.receipts()} == {MOST_SKEW_S}


def test_a_database_that_cannot_keep_vietnamese_is_refused_before_anything_is_written() -> None:
    with pytest.raises(EnvironmentFault) as refused:
        server_engine(new_database("LATIN1"))
    assert (refused.value.code, refused.value.params["encoding"]) == ("postgres_encoding", "LATIN1")


def test_what_lies_beside_bundles_on_a_stick_stops_none_of_them(forge: Forge, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "folder.goi").mkdir(parents=True)
    (stick / "link.goi").symlink_to(forge.file(b"of this machine"))
    # Windows wrote the name, Linux read it: a byte that is no letter.
    file = stick / os.fsdecode(b"g\xf3i.goi")
    file.write_bytes(forge.bundle([resident(1)]).read_bytes())
    with forge.bench.receiver(fresh(tmp_path)) as receiver:
        (taken,) = receiver.take(stick)
        assert taken.state is State.ARCHIVED
        assert receiver.rows("SELECT file_name FROM recv_bundle") == [("g?i.goi",)]
