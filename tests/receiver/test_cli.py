"""The province by the command line: made, a facility enrolled on paper, its bundle in, the receipt out."""

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.desk import Desk

SENDER, PASSWORD = "guinhan", "Thuyền về bến cũ chiều nay"
HOME, CODE = "G01.28.12", "28.PROV"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = Desk(tmp_path_factory.mktemp("province"))
    made.found()
    made.add_user(SENDER, PASSWORD, "EXCHANGE")
    return made


def test_a_province_is_made_believes_a_facility_takes_its_bundle_and_answers(desk: Desk, tmp_path: Path) -> None:
    root, keys, trust, stick = (tmp_path / name for name in ("tinh", "le", "trust.json", "stick"))
    stick.mkdir()
    at = ("--data", root, "--password-file", desk.note("Sông Mã chảy về biển"))
    sender = desk.sign(SENDER, PASSWORD)

    def ask(*words: str | Path) -> Any:
        return desk.ask("receiver", *words, *at)

    assert ask("status").error == "no_receiver"
    made = desk.done("receiver", "init", "--code", CODE, "--keys-out", keys, *at)
    assert sorted(one.name for one in keys.iterdir()) == [
        *("escrow.key", "root-1.key", "root-2.key", "root-3.key", "trust.json"),
    ]
    assert ask("init", "--code", CODE, "--keys-out", keys).error == "receiver_there"
    said = desk.done("sync", "keys", *sender)
    facility: list[str | Path] = ["enrol", "--fac", HOME, "--signing", said["signing"]]
    facility += ["--recipient", said["recipient"], "--out", trust]
    roots: list[str | Path] = ["--root-key", keys / "root-1.key", "--root-key", keys / "root-3.key"]
    assert ask(*facility, "--fingerprint", "0000 1111", *roots).error == "fingerprint_differs"
    right = ("--fingerprint", said["fingerprint"].upper())
    assert ask(*facility, *right, *roots[:2]).error == "too_few_roots"
    assert not trust.exists()
    assert ask(*facility, *right, *roots).document["number"] == 2
    pinned = [word for one in made["roots"] for word in ("--root", one)]
    desk.done("sync", "trust", trust, *pinned, *sender)
    (sent,) = desk.done("sync", "export", *sender)["files"]
    (taken,) = ask("ingest", sent["file"]).document["bundles"]
    assert (taken["state"], taken["code"], taken["sha256"]) == ("archived", None, sent["sha256"])
    assert len(ask("receipts", "--to", stick).document["files"]) == len(list(stick.glob("*.goi"))) == 2
    (stream,) = ask("status").document["streams"]
    assert (stream["facility"], stream["light"], stream["held"], stream["missing"]) == (HOME, "green", 0, 0)
    (counted,) = ask("report").document["facilities"]
    assert (counted["facility"], counted["profile"], counted["residents"]) == (HOME, "P2", 0)
    assert counted["rows"] == taken["rows"] > 0
    refused = ask("ingest", desk.note(b"no bundle", "x.goi"))
    assert (refused.code, refused.document["bundles"][0]["code"]) == (1, "E_MAGIC")
    again = ask("release", refused.document["bundles"][0]["sha256"])
    assert again.document["bundles"][0]["state"] == "quarantined"
    assert ask("release", "ab" * 32).error == "no_such_bundle"
    wrong = ("--data", root, "--password-file", desk.note("Sai mật khẩu rồi"))
    assert desk.ask("receiver", "status", *wrong).error == "wrong_password"
