"""Bundles by the command line: made, found whole, carried to a stick, and finished after a crash."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from facility_app.app import post_room, spool, volume
from facility_app.app.spool import carry, sha256_of
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.modules.exchange.queries.status import PublicKeys
from facility_app.sync.container import peek, read_bundle
from facility_app.sync.export import Part
from facility_app.sync.receipts import Receipt
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, Desk
from tests.helpers.exchange import PINNED, Province

SENDER, PASSWORD = "guinhan", "Thuyền về bến cũ chiều nay"
HOME = "G01.28.12"
ROOTS = tuple(word for one in PINNED[:2] for word in ("--root", one.hex()))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Province]:
    """A facility the province believes, with somebody who sends."""
    made, province = Desk(tmp_path_factory.mktemp("bundles")), Province()
    made.found()
    made.add_user(SENDER, PASSWORD, "EXCHANGE")
    sender = made.sign(SENDER, PASSWORD)
    said = made.done("sync", "keys", *sender)
    keys = PublicKeys(bytes.fromhex(said["signing"]), said["signer"], said["recipient"], said["fingerprint"])
    document = made.note(province.trust_list(HOME, keys), "trust.json")
    made.done("sync", "trust", document, *ROOTS, *sender)
    return made, province


@pytest.fixture
def desk(pattern: tuple[Desk, Province], tmp_path: Path) -> Desk:
    return pattern[0].copy(tmp_path / "desk")


def sender(desk: Desk) -> tuple[str, ...]:
    return desk.sign(SENDER, PASSWORD)


def test_a_bundle_is_made_shown_and_found_whole(
    pattern: tuple[Desk, Province], desk: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    before = desk.done("sync", "export", "--dry-run", *sender(desk))
    assert list(desk.folder.outbox.glob("*.goi")) == []
    made = desk.done("sync", "export", "--to", stick, *sender(desk))
    (file,) = made["files"]
    assert before["rows"] == made["rows"] > 0
    assert before["columns"].keys() == {"public", "admin", "identity"}
    assert sha256_of(Path(file["file"])) == file["sha256"] == sha256_of(Path(made["carried"][0]))
    assert [one.name for one in stick.iterdir()] == [Path(file["file"]).name]
    found = desk.done("sync", "verify", file["file"], *sender(desk))
    assert (found["ok"], found["code"]) == (True, "OK")
    assert desk.done("sync", "show", file["file"])["header"]["seq"] == 1
    status = desk.done("sync", "status", *sender(desk))
    assert status["streams"][0]["last_seq"] == 1
    assert status["sent"][0]["sha256"] == file["sha256"]
    assert desk.trail()[-1] == "exchange.export"
    paper = tmp_path / "phieu.pdf"
    desk.done("sync", "slip", made["slip"], "--out", paper, "--on", stick, "--name", "Thẻ số 3", *sender(desk))
    assert paper.read_bytes().startswith(b"%PDF")
    assert desk.ask("sync", "slip", "9.9/P2", "--out", paper, *sender(desk)).error == "slip_unknown"
    public = bytes.fromhex(desk.done("sync", "keys", *sender(desk))["signing"])
    lines = pattern[1].lines([Path(file["file"])], public)
    assert {one["t"] for one in lines} >= {"facility_profile"}


def test_whoever_sends_knows_no_medicine_and_its_trade_names_stay_all_the_same(desk: Desk) -> None:
    with desk.open(SENDER, PASSWORD) as opened:
        order = post_room.rehearse(opened, post_room.Wanted("P2@province")).order
    assert order.brands[("acriptega",)] >= {"dolutegravir"}
    assert "acriptega" not in repr(order)


def test_a_bundle_that_was_altered_is_told_by_its_code(desk: Desk) -> None:
    file = Path(desk.done("sync", "export", *sender(desk))["files"][0]["file"])
    data = bytearray(file.read_bytes())
    data[-2000] ^= 1
    file.write_bytes(data)
    answer = desk.ask("sync", "verify", file, *sender(desk))
    assert answer.code == 1
    assert answer.document["ok"] is False
    assert answer.document["code"] == "E_HASH"


def test_what_cannot_be_asked_is_refused_in_plain_words(desk: Desk, tmp_path: Path) -> None:
    assert desk.ask("sync", "export", "--max-part", "15 bytes", *sender(desk)).error == "bad_part_size"
    assert desk.ask("sync", "export", "--stream", "P3@province", *desk.nurse).error == "permission_denied"
    assert desk.ask("sync", "export", "--stream", "P1@province", *sender(desk)).error == "profile_not_yet"
    assert desk.ask("sync", "export", "--to", tmp_path / "none", *sender(desk)).error == "target_missing"
    assert desk.ask("sync", "verify", tmp_path / "none", *sender(desk)).code in {1, 2, 3}
    note = desk.note(b"no bundle at all", "x.goi")
    assert desk.ask("sync", "show", note).error == "E_MAGIC"


def crash(*_args: Any, **_options: Any) -> Any:
    message = "power cut"
    raise KeyboardInterrupt(message)


def test_a_crash_before_the_books_leaves_nothing_and_one_after_them_loses_nothing(desk: Desk) -> None:
    spooled = desk.folder.outbox / ".spool"
    with desk.open(SENDER, PASSWORD) as opened:
        for place in ("record_export", "lay_out"):
            with patch.object(post_room, place, crash), pytest.raises(KeyboardInterrupt):
                post_room.export(opened, post_room.Wanted("P2@province"))
            assert len(list(spooled.glob("*.part"))) >= 1
            assert list(desk.folder.outbox.glob("*.goi")) == []
    # The first was written and never put into the books, so the second took its place in the stream.
    desk.done("check", *desk.admin)
    assert list(spooled.iterdir()) == []
    (file,) = desk.folder.outbox.glob("*.goi")
    assert desk.done("sync", "verify", file, *sender(desk))["ok"] is True
    with file.open("rb") as source:
        assert peek(source).seq == 1
    assert desk.done("sync", "export", *sender(desk))["files"][0]["seq"] == 2


def test_a_file_that_was_put_back_sends_nothing(desk: Desk) -> None:
    older = desk.data.parent / "older.db"
    shutil.copyfile(desk.folder.database, older)
    desk.done("sync", "export", *sender(desk))
    shutil.copyfile(older, desk.folder.database)
    for left in desk.data.glob("facility.db-*"):
        left.unlink()
    assert desk.ask("sync", "export", *sender(desk)).error == "history_doubted"
    assert desk.ask("sync", "export", "--dry-run", *sender(desk)).error == "history_doubted"


def test_only_what_reads_back_right_gets_a_name_on_the_stick(tmp_path: Path) -> None:
    bundle, stick = tmp_path / "x.goi", tmp_path / "stick"
    bundle.write_bytes(bytes(range(256)) * 99)
    stick.mkdir()
    sha256 = sha256_of(bundle)
    with patch.object(spool, "_write_through", lambda _source, target: target.write_bytes(b"a worn stick")):
        with pytest.raises(EnvironmentFault, match="copy_differs"):
            carry(bundle, sha256, stick)
        assert list(stick.iterdir()) == []
    assert carry(bundle, sha256, stick).read_bytes() == bundle.read_bytes()
    assert carry(bundle, sha256, stick) == stick / "x.goi"
    (stick / "x.goi").write_bytes(b"another facility's")
    with pytest.raises(UserError, match="another_there"):
        carry(bundle, sha256, stick)
    assert (stick / "x.goi").read_bytes() == b"another facility's"


def test_the_administrator_sees_and_does_not_send(desk: Desk) -> None:
    admin = desk.sign(ADMIN, ADMIN_PASSWORD)
    assert desk.done("sync", "status", *admin)["trust_version"] == 1
    assert desk.ask("sync", "export", *admin).error == "permission_denied"


def test_a_stick_with_receipts_is_taken_in_once_and_the_next_export_goes_on(
    pattern: tuple[Desk, Province], desk: Desk, tmp_path: Path
) -> None:
    stick, province = tmp_path / "stick", pattern[1]
    stick.mkdir()
    made = desk.done("sync", "export", "--to", stick, *sender(desk))
    said = desk.done("sync", "keys", *sender(desk))
    receipt = receipt_of(province, Path(made["carried"][0]), bytes.fromhex(said["signing"]))
    bad = replace(receipt, seq=2, prev="00" * 32)
    (stick / "a.goi").write_bytes(province.answer(receipt, said["recipient"], HOME))
    (stick / "b.goi").write_bytes(province.answer(receipt, said["recipient"], "G01.99.9"))
    (stick / "c.goi").write_bytes(province.answer(bad, said["recipient"], HOME, secret=bytes(32)))
    (stick / "d.goi").write_bytes(b"no bundle at all")
    answer = desk.ask("sync", "import", stick, *sender(desk))
    assert (answer.code, answer.document["code"]) == (1, "E_KEY_UNKNOWN")
    assert [one["code"] for one in answer.document["receipts"]] == ["OK", "E_RECIPIENT", "E_KEY_UNKNOWN"]
    (stick / "c.goi").unlink()
    again = desk.done("sync", "import", stick, *sender(desk))
    assert [one["code"] for one in again["receipts"]] == ["D_DUP", "E_RECIPIENT"]
    assert len(list(desk.folder.inbox.glob("*.goi"))) == 1
    assert desk.done("sync", "rejected", *sender(desk)) == {"rows": []}
    status = desk.done("sync", "status", *sender(desk))["streams"][0]
    assert (status["acked"], status["acked_kind"]) == (made["to"], "digital")
    second = desk.done("sync", "export", *sender(desk))
    assert (second["kind"], second["from"]) == ("data", made["to"])
    assert desk.done("sync", "resend", "--since", "0", *sender(desk))["from"] == 0
    assert desk.done("sync", "rebaseline", *sender(desk))["full"] is True
    assert desk.done("sync", "export", *sender(desk))["kind"] == "full"
    assert desk.ask("sync", "ack-paper", "9.9/P2", "--sha", "0" * 8, *sender(desk)).error == "paper_unknown"
    assert desk.ask("sync", "import", desk.note(b"nothing", "x.goi"), *sender(desk)).document["code"] == "E_MAGIC"


def receipt_of(province: Province, file: Path, public: bytes) -> Receipt:
    """The receipt of a bundle that lies on a stick."""
    with file.open("rb") as source:
        bundle = read_bundle(source, lambda _header: public)
    counts = province.opened(file, public)[0].counts
    part = Part(file, file.name, bundle.header, bundle.header_sha256, sha256_of(file), 0, counts)
    return province.receipt((part,), public)


def test_a_stick_is_known_by_the_serial_of_its_volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tmp_path / "by-uuid"
    names.mkdir()
    monkeypatch.setattr(volume, "NAMES", names)
    assert volume.volume_serial(tmp_path) == ""
    (names / "1A2B-3C4D").symlink_to("/dev/null")
    device = Path("/dev/null").stat().st_rdev
    with patch.object(Path, "stat", lambda _path: SimpleNamespace(st_dev=device, st_rdev=device)):
        assert volume.volume_serial(tmp_path) == "1A2B-3C4D"
    assert volume.volume_serial(tmp_path / "gone") == ""
