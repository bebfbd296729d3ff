"""An export goes to whom the province named, says what it carries, and is in the books before it counts."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.modules.exchange.domain import Acked, clock_word
from facility_app.modules.exchange.queries.sent import list_sent
from facility_app.modules.exchange.queries.status import get_status
from facility_app.modules.exchange.service.exporting import ExportDone, begin_export, record_export
from facility_app.modules.exchange.service.keys import TakeTrust, take_trust
from facility_app.modules.exchange.tables import SyncStream
from facility_app.modules.upkeep.service import begin_epoch
from facility_app.sync import history
from facility_app.sync.export import LEAST_PART, write_parts
from facility_app.sync.header import Kind
from facility_app.sync.outcomes import BundleRefused
from facility_app.sync.streams import StreamState, Verdict, applied, decide
from tests.helpers.cases import each
from tests.helpers.exchange import BASIS, PINNED, RELEASED, SENDER, Province, enrolled, exported, wanted
from tests.helpers.facility import Facility, founded
from tests.helpers.odd_rows import AT, row_id

PROVINCE = Province()


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    yield from founded(tmp_path)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    made = tmp_path / "spool"
    made.mkdir()
    return made


def write_rows(facility: Facility, numbers: range, name: str = "Khu một") -> None:
    """Rows about nobody, written or written over."""
    stamps = {"created_at": AT, "created_by": "-", "updated_at": AT, "updated_by": "-", "version": 1}
    told: dict[str, Any] = {"name": name, "kind": "a", "order_no": 1, "home": facility.database.home, **stamps}
    rows = [{"id": row_id("housing_zone", number), "code": f"Z{number}", **told} for number in numbers]
    names, marks = ", ".join(rows[0]), ", ".join(f":{one}" for one in rows[0])
    sql = f"INSERT INTO housing_zone ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET name = :name"
    with facility.database.write(facility.admin) as uow:
        uow.session.connection().execute(sa.text(sql), rows)
        uow.commit()


def write_much(facility: Facility) -> int:
    """Rows no compressor makes small, more than a part may hold; how many."""
    count, chance = 9000, random.Random(8)
    write_rows(facility, range(count))
    named = [
        {"name": "".join(map(chr, chance.choices(range(0x4E00, 0x9000), k=150))), "id": row_id("housing_zone", at)}
        for at in range(count)
    ]
    with facility.database.write(facility.admin) as uow:
        uow.session.connection().execute(sa.text("UPDATE housing_zone SET name = :name WHERE id = :id"), named)
        uow.commit()
    return count


def acknowledge(uow: UnitOfWork, chg: int) -> None:
    """As a receipt will."""
    with uow.act("probe.receipt"):
        stream = uow.session.scalars(sa.select(SyncStream)).one()
        stream.acked, stream.acked_kind = chg, Acked.DIGITAL
    uow.commit()


def test_a_first_export_carries_everything_and_its_schemas(facility: Facility, spool: Path) -> None:
    keys = enrolled(facility.database, PROVINCE)
    write_rows(facility, range(3))
    (part,) = exported(facility.database, spool)
    said, members = PROVINCE.opened(part.path, keys.signing)
    assert part.header.kind is Kind.FULL
    assert (part.header.seq, part.header.prev, said.start) == (1, None, 0)
    assert said.boundaries[0].digest == history.beginning(part.header.epoch)
    assert said.counts["housing_zone"].upserts == 3
    assert json.loads(members["schema/housing_zone.json"])["title"] == "housing_zone"
    assert "schema/hiv_test.json" not in members
    assert PROVINCE.opened(part.path, keys.signing, PROVINCE.ends.escrow[0])[0] == said


def test_what_follows_a_receipt_carries_what_changed_since_and_a_chain(facility: Facility, spool: Path) -> None:
    keys = enrolled(facility.database, PROVINCE)
    write_rows(facility, range(5))
    (first,) = exported(facility.database, spool)
    manifest, _members = PROVINCE.opened(first.path, keys.signing)
    assert decide(StreamState(), first.header, first.header_sha256, manifest) is Verdict.APPLY
    state = applied(StreamState(), first.header, first.header_sha256, manifest)
    with facility.database.write(SENDER) as uow:
        acknowledge(uow, manifest.end)
    write_rows(facility, range(4, 6), "Khu hai")
    (second,) = exported(facility.database, spool)
    manifest, members = PROVINCE.opened(second.path, keys.signing)
    assert (second.header.kind, second.header.seq, second.header.prev) == (Kind.DATA, 2, first.header_sha256)
    lines = PROVINCE.lines([second.path], keys.signing)
    assert sorted((one["id"], one["d"]["name"]) for one in lines if one["t"] == "housing_zone") == [
        (row_id("housing_zone", 4), "Khu hai"),
        (row_id("housing_zone", 5), "Khu hai"),
    ]
    assert not any(name.startswith("schema/") for name in members)
    assert decide(state, second.header, second.header_sha256, manifest) is Verdict.APPLY


def test_nothing_new_goes_with_the_checkpoint_that_is_there(facility: Facility, spool: Path) -> None:
    keys = enrolled(facility.database, PROVINCE)
    write_rows(facility, range(2))
    (first,) = exported(facility.database, spool)
    end = PROVINCE.opened(first.path, keys.signing)[0].boundaries[-1]
    with facility.database.write(SENDER) as uow:
        acknowledge(uow, end.chg)
    (second,) = exported(facility.database, spool)
    said, _members = PROVINCE.opened(second.path, keys.signing)
    assert (said.boundaries, said.counts, second.rows) == ((end,), {}, 0)


def test_a_new_life_of_the_file_begins_the_stream_anew_and_names_where_it_began(
    facility: Facility, spool: Path
) -> None:
    keys = enrolled(facility.database, PROVINCE)
    write_rows(facility, range(2))
    (first,) = exported(facility.database, spool)
    old, _members = PROVINCE.opened(first.path, keys.signing)
    state = applied(StreamState(), first.header, first.header_sha256, old)
    with facility.database.write(facility.admin) as uow:
        begin_epoch(uow, "khôi phục")
        uow.commit()
    for seq in (1, 2):  # the first may be lost on its way
        (second,) = exported(facility.database, spool)
        assert (second.header.epoch.n, second.header.seq) == (2, seq)
        assert second.header.parent is not None
        assert second.header.parent.header_sha256 == first.header_sha256
        assert second.header.parent.digest == old.boundaries[-1].digest
        new, _members = PROVINCE.opened(second.path, keys.signing)
        assert decide(state, second.header, second.header_sha256, new) is Verdict.NEW_EPOCH


def test_an_export_is_cut_into_parts_none_of_which_is_too_large(facility: Facility, spool: Path) -> None:
    keys = enrolled(facility.database, PROVINCE)
    count = write_much(facility)
    parts = exported(facility.database, spool, most=LEAST_PART)
    assert len(parts) > 1
    assert max(part.size for part in parts) <= LEAST_PART
    assert [part.header.seq for part in parts] == list(range(1, len(parts) + 1))
    assert {part.header.group.of for part in parts} == {len(parts)}
    assert [part.header.prev for part in parts][1:] == [part.header_sha256 for part in parts][:-1]
    lines = PROVINCE.lines([part.path for part in parts], keys.signing)
    assert len([one for one in lines if one["t"] == "housing_zone"]) == count
    assert len({one["id"] for one in lines}) == len(lines)


def test_the_books_and_the_trail_say_what_went_to_whom_on_what_basis(facility: Facility, spool: Path) -> None:
    enrolled(facility.database, PROVINCE)
    write_rows(facility, range(2))
    (part,) = exported(facility.database, spool, "P3@province")
    with facility.database.read(SENDER) as uow:
        (sent,) = list_sent(uow)
        assert get_status(uow).streams[0].last_seq == 1
        told = uow.session.connection().exec_driver_sql(
            "SELECT column_name, after FROM audit_value JOIN audit_entry ON audit_entry.seq = entry_seq "
            "WHERE verb = 'exchange.export' AND audit_value.table_name = 'vault'"
        )
        facts = dict(map(tuple, told))
    assert (sent.file_sha256, sent.rows, sent.seq) == (part.sha256, part.rows, 1)
    assert facts["authority"] == BASIS
    assert facts["recipients"] == " ".join(part.header.to)
    assert facts["rows"] == str(part.rows)


def test_no_secret_of_the_keys_is_in_the_trail(facility: Facility) -> None:
    enrolled(facility.database, PROVINCE)
    with facility.database.read(SENDER) as uow:
        connection = uow.session.connection()
        secret, identity = connection.exec_driver_sql("SELECT signing_secret, age_identity FROM sync_key").one()
        said = connection.exec_driver_sql("SELECT coalesce(before, '') || coalesce(after, '') FROM audit_value")
        trail = " ".join(said.scalars())
    assert identity not in trail
    assert secret.hex() not in trail
    assert len(secret) == 32


def refused(facility: Facility, stream: str = "P2@province", role: Role = Role.EXCHANGE) -> str:
    with facility.database.read(facility.actor(role)) as uow, pytest.raises(UserError) as found:
        begin_export(uow, wanted(stream))
    return found.value.code


def recipients(*uses: str, until: str | None = None) -> list[dict[str, str]]:
    ends = {"province": PROVINCE.ends.province[1], "escrow": PROVINCE.ends.escrow[1]}
    made = [{"age": ends[use], "use": use, "from": "2026-01-01"} for use in uses]
    return [{**one, "to": until} for one in made] if until else made


def test_before_anybody_is_believed_nothing_goes(facility: Facility) -> None:
    assert refused(facility) == "no_trust"


@each(
    ("changed", "stream", "code"),
    [
        ({"facilities": []}, "P2@province", "not_enrolled"),
        ({}, "P2@elsewhere", "stream_not_agreed"),
        ({}, "P0@province", "profile_not_yet"),
        ({}, "P4@province", "profile_not_yet"),
        ({"recipients": recipients("province")}, "P2@province", "too_few_recipients"),
        ({"recipients": recipients("escrow")}, "P2@province", "too_few_recipients"),
        (
            {"recipients": recipients("province", "escrow", until="2026-01-02")},
            "P2@province",
            "too_few_recipients",
        ),
        ({"accepts": {"schema": "0.9", "suites": ["S1"]}}, "P2@province", "not_accepted"),
        ({"accepts": {"schema": "1.0", "suites": ["S2"]}}, "P2@province", "not_accepted"),
    ],
)
def test_an_export_that_may_not_go_is_refused_before_a_byte_is_written(
    changed: dict[str, Any], stream: str, code: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for facility in founded(tmp_path_factory.mktemp("refused")):
        enrolled(facility.database, PROVINCE, **changed)
        assert refused(facility, stream) == code


def test_health_goes_on_a_legal_basis_only(facility: Facility) -> None:
    keys = enrolled(facility.database, PROVINCE)
    with facility.database.read(SENDER) as uow:
        assert begin_export(uow, wanted("P3@province")).profile.name == "P3"
    document = json.loads(PROVINCE.trust_list(facility.database.home, keys))["signed"]
    without = {**document["facilities"][0], "authority": {}}
    with facility.database.write(SENDER) as uow:
        newer = PROVINCE.trust_list(facility.database.home, keys, version=2, facilities=[without])
        take_trust(uow, TakeTrust(newer))
        uow.commit()
    assert refused(facility, "P3@province") == "no_authority"


def test_a_list_long_out_of_date_needs_the_head(facility: Facility) -> None:
    expired = facility.file.clock.now() - timedelta(days=200)
    enrolled(facility.database, PROVINCE, issued="2020-01-01T00:00:00Z", expires=f"{expired:%Y-%m-%dT%H:%M:%SZ}")
    assert refused(facility) == "trust_expired"
    with facility.database.read(facility.actor(Role.HEAD)) as uow:
        assert begin_export(uow, wanted()).first_seq == 1


def test_an_older_list_is_refused_and_the_one_in_use_stays(facility: Facility) -> None:
    keys = enrolled(facility.database, PROVINCE, version=5)
    with facility.database.write(SENDER) as uow, pytest.raises(BundleRefused, match="H_TRUST"):
        take_trust(uow, TakeTrust(PROVINCE.trust_list(facility.database.home, keys, version=4), PINNED))
    with facility.database.read(SENDER) as uow:
        assert get_status(uow).trust_version == 5


def test_two_exports_of_one_snapshot_cannot_both_stand(facility: Facility, spool: Path) -> None:
    enrolled(facility.database, PROVINCE)
    write_rows(facility, range(2))
    with facility.database.read(SENDER) as uow:
        order = begin_export(uow, wanted())
        parts = write_parts(uow.session.connection(), order, spool)
    with facility.database.write(SENDER) as uow:
        record_export(uow, ExportDone(order, parts))
        uow.commit()
    with facility.database.write(SENDER) as uow, pytest.raises(ConflictError, match="another_export"):
        record_export(uow, ExportDone(order, parts))


def test_a_place_of_the_log_has_one_digest_whatever_stream_came_there_first(
    facility: Facility, spool: Path
) -> None:
    enrolled(facility.database, PROVINCE)
    write_rows(facility, range(2))
    with facility.database.read(SENDER) as uow:
        order = begin_export(uow, wanted("P3@province"))
        parts = write_parts(uow.session.connection(), order, spool)
    (first,) = exported(facility.database, spool)
    with facility.database.write(SENDER) as uow, pytest.raises(ConflictError, match="another_export"):
        record_export(uow, ExportDone(order, parts))
    (second,) = exported(facility.database, spool, "P3@province")
    ends = [PROVINCE.opened(one.path, public_key(facility))[0].boundaries[-1] for one in (first, second)]
    assert ends[0] == ends[1]


def public_key(facility: Facility) -> bytes:
    with facility.database.read(SENDER) as uow:
        keys = get_status(uow).keys
    assert keys is not None
    return keys.signing


@each(
    ("now", "latest", "word"),
    [
        (datetime(2026, 11, 23, tzinfo=UTC), None, "ok"),
        (datetime(2025, 12, 31, tzinfo=UTC), None, "suspect"),
        (datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC), "ok"),
        (datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC), "suspect"),
    ],
)
def test_a_clock_behind_what_is_known_is_called_suspect(now: datetime, latest: datetime | None, word: str) -> None:
    assert clock_word(now, RELEASED, latest) == word
