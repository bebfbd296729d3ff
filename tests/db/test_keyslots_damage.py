"""A damaged, cut, forged or newer key file: refused in plain words, never believed, never a traceback."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from facility_app.db.keyslots import DeviceSecret, KeyFile
from facility_app.db.keyslots import document as document_module
from facility_app.db.keyslots.document import DamagedSlot, Slot, parse
from facility_app.db.keyslots.kdf import owner_id
from facility_app.kernel.errors import EnvironmentFault, FacilityError
from facility_app.kernel.ports import SecretMode
from tests.db.keyslots_cases import (
    CHEAP,
    DEVICE,
    OTHER_PASSWORD,
    PASSWORD,
    Facility,
    code_of,
    make_facility,
    new_data_key,
)

Json = dict[str, Any]
REFUSALS = {"key_file_damaged", "key_file_newer", "key_file_tampered", "slot_damaged", "wrong_password"}


@pytest.fixture
def facility(tmp_path: Path) -> Facility:
    return make_facility(tmp_path)


def answer(call: Callable[[], object]) -> str:
    try:
        call()
    except FacilityError as error:
        return error.code
    return "opened"


def edit(facility: Facility, change: Callable[[Json], object]) -> None:
    whole = json.loads(facility.file.path.read_bytes())
    change(whole)
    facility.file.path.write_text(json.dumps(whole))


def spoiled(text: str) -> str:
    return ("1" if text[0] == "0" else "0") + text[1:]


def of(facility: Facility, user_name: str) -> Callable[[Json], Json]:
    def find(whole: Json) -> Json:
        owner = owner_id(bytes.fromhex(whole["file_salt"]), user_name)
        return next(slot for slot in whole["slots"] if slot["owner"] == owner)

    return find


@pytest.mark.parametrize("name", ["owner", "device", "salt", "private", "public", "sealed", "check"])
def test_a_damaged_slot_is_told_from_a_wrong_password_and_stops_nobody_else(facility: Facility, name: str) -> None:
    find = of(facility, "bình")

    def spoil(whole: Json) -> None:
        slot = find(whole)
        slot[name] = spoiled(slot[name])

    edit(facility, spoil)
    before = facility.file.path.read_bytes()
    assert answer(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "slot_damaged"
    assert facility.file.path.read_bytes() == before
    assert facility.unlock().current == facility.data_key
    assert facility.file.unlock_with_recovery(facility.recovery).current == facility.data_key


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot.pop("public"),
        lambda slot: slot.update(kdf=[8, 1]),
        lambda slot: slot.update(kdf=[8, True, 1]),
        lambda slot: slot.update(kdf="cheap"),
        lambda slot: slot.update(mode="paper"),
        lambda slot: slot.update(kind="guest"),
        lambda slot: slot.update(salt=7),
        lambda slot: slot.update(salt="00"),
        lambda slot: slot.update(private="zz"),
        lambda slot: slot.update(extra="more"),
    ],
)
def test_a_slot_with_wrong_types_is_a_damaged_slot(facility: Facility, change: Callable[[Json], object]) -> None:
    find = of(facility, "bình")
    edit(facility, lambda whole: change(find(whole)))
    assert answer(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "slot_damaged"
    assert facility.unlock().current == facility.data_key


def test_a_slot_that_asks_for_a_years_work_is_damaged(facility: Facility) -> None:
    whole = json.loads(facility.file.path.read_bytes())
    raw = of(facility, "bình")(whole)
    for kdf in ([2**31, 1, 1], [8, 2**20, 1], [8, 1, 2], [8, 0, 1], [0, 1, 1]):
        raw["kdf"] = kdf
        raw["check"] = document_module._well_formed_slot(raw).check
        facility.file.path.write_text(json.dumps(whole))
        assert answer(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "slot_damaged"


def test_a_damaged_slot_is_carried_along_untouched_and_mended_by_a_new_one(facility: Facility) -> None:
    find = of(facility, "bình")
    edit(facility, lambda whole: find(whole).update(private="zz"))
    unlocked = facility.unlock()
    facility.file.put_slot(unlocked, "chi", "mật khẩu của Chi", DEVICE)
    assert find(json.loads(facility.file.path.read_bytes()))["private"] == "zz"
    assert facility.file.missing(["bình"]) == ["bình"]
    assert answer(lambda: facility.file.rekey(unlocked, new_data_key())) == "slot_damaged"
    facility.file.put_slot(unlocked, "bình", OTHER_PASSWORD, DEVICE)
    facility.file.rekey(unlocked, new_data_key())
    assert answer(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "opened"


def test_a_damaged_recovery_slot_is_told_and_can_be_made_anew(facility: Facility) -> None:
    edit(facility, lambda whole: whole["slots"][1].update(sealed="zz"))
    assert answer(lambda: facility.file.unlock_with_recovery(facility.recovery)) == "slot_damaged"
    unlocked = facility.unlock()
    assert facility.file.drop_strangers(unlocked, ["an", "bình"]) == 0
    text = facility.file.new_recovery(unlocked)
    assert facility.file.unlock_with_recovery(text).current == facility.data_key


def test_a_slot_whose_owner_cannot_be_read_goes_with_the_strangers(facility: Facility) -> None:
    find = of(facility, "bình")
    edit(facility, lambda whole: find(whole).update(owner="zz"))
    unlocked = facility.unlock()
    assert facility.file.drop_strangers(unlocked, ["an", "bình"]) == 1
    assert answer(lambda: facility.file.rekey(unlocked, new_data_key())) == "opened"


def forged_slot(raw: Json, **changes: str) -> Json:
    """A slot that differs and yet carries the right checksum: anyone can compute that."""
    made = {**raw, **changes}
    return {**made, "check": document_module._well_formed_slot(made).check}


def test_a_slipped_in_slot_is_found_at_the_next_login(facility: Facility) -> None:
    stranger = bytes(PrivateKey(b"x" * 32).public_key).hex()
    edit(
        facility,
        lambda whole: whole["slots"].append(forged_slot(whole["slots"][0], public=stranger, owner="ab" * 32)),
    )
    assert answer(facility.unlock) == "key_file_tampered"
    assert answer(lambda: facility.file.unlock_with_recovery(facility.recovery)) == "key_file_tampered"


def test_a_slipped_in_public_key_gets_no_new_data_key(facility: Facility) -> None:
    unlocked, find = facility.unlock(), of(facility, "bình")
    stranger = bytes(PrivateKey(b"x" * 32).public_key).hex()
    edit(facility, lambda whole: find(whole).update(forged_slot(find(whole), public=stranger)))
    before = facility.file.path.read_bytes()
    for change in (
        lambda: facility.file.rekey(unlocked, new_data_key()),
        lambda: facility.file.put_slot(unlocked, "chi", PASSWORD, DEVICE),
        lambda: facility.file.drop_slots(unlocked, "bình"),
        lambda: facility.file.new_recovery(unlocked),
    ):
        assert answer(change) == "key_file_tampered"
    assert facility.file.path.read_bytes() == before
    assert answer(lambda: facility.file.unlock("bình", OTHER_PASSWORD, DEVICE)) == "key_file_tampered"


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole["slots"].pop(),
        lambda whole: whole["slots"].reverse(),
        lambda whole: whole["slots"].append(whole["slots"][0]),
        lambda whole: whole["slots"][2].update(forged_slot(whole["slots"][2], mode="file")),
    ],
)
def test_a_list_of_slots_changed_in_any_way_is_found(facility: Facility, change: Callable[[Json], object]) -> None:
    edit(facility, change)
    assert answer(facility.unlock) == "key_file_tampered"


def test_a_slot_of_another_facility_does_not_open_this_one(facility: Facility, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_facility(tmp_path / "other", "another")
    theirs = json.loads(other.file.path.read_bytes())
    edit(facility, lambda whole: theirs.update(slots=theirs["slots"], current=whole["current"]))

    def swap(whole: Json) -> None:
        for name in ("file_salt", "older", "generation", "mac", "slots"):
            whole[name] = theirs[name]
        head = {name: whole[name] for name in ("format", "file_salt", "current", "older", "generation", "mac")}
        whole["check"] = document_module._head_check(head)

    edit(facility, swap)
    assert answer(facility.unlock) == "key_file_tampered"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"text"',
        b"{}",
        b"\xff\xfe\x00",
        b"\x00" * 500,
        b"[" * 200_000,
        b'{"format": 1}',
        b'{"format": true}',
        b'{"format": "1"}',
        b'{"format": 1.0}',
        b'{"format": -1}',
        b'{"format": ' + b"9" * 5000 + b"}",
        b" " * (8 * 1024 * 1024 + 1),
    ],
)
def test_what_is_no_key_file_is_refused(facility: Facility, content: bytes) -> None:
    facility.file.path.write_bytes(content)
    assert answer(facility.unlock) == "key_file_damaged"
    assert answer(lambda: facility.file.unlock_with_recovery(facility.recovery)) == "key_file_damaged"
    assert facility.file.path.read_bytes() == content


def test_a_newer_format_is_told_to_update_whatever_else_it_holds(facility: Facility) -> None:
    facility.file.path.write_bytes(b'{"format": 2, "doors": []}')
    assert answer(facility.unlock) == "key_file_newer"
    assert answer(lambda: facility.file.doors("an")) == "key_file_newer"


@pytest.mark.parametrize("name", ["format", "file_salt", "current", "older", "mac", "check", "slots", "failed"])
@pytest.mark.parametrize("value", [None, 7.5, "", "zz", [7], {"a": "b"}, [[]], -3, "00", True])
def test_every_part_of_the_head_with_a_wrong_value_is_damage(facility: Facility, name: str, value: object) -> None:
    edit(facility, lambda whole: whole.update({name: value}))
    assert answer(facility.unlock) == "key_file_damaged"


@pytest.mark.parametrize("name", ["file_salt", "current", "older", "mac", "check", "slots", "failed"])
def test_every_part_of_the_head_is_needed(facility: Facility, name: str) -> None:
    edit(facility, lambda whole: whole.pop(name))
    assert answer(facility.unlock) == "key_file_damaged"


@pytest.mark.parametrize("name", ["file_salt", "current", "mac"])
def test_a_flipped_digit_in_the_head_is_damage_not_a_wrong_password(facility: Facility, name: str) -> None:
    edit(facility, lambda whole: whole.update({name: spoiled(whole[name])}))
    assert answer(facility.unlock) == "key_file_damaged"


def test_a_file_cut_off_at_every_third_byte_is_damage(facility: Facility) -> None:
    content = facility.file.path.read_bytes()
    # Nothing but the last line break and brace can go without being missed; the brace is missed too.
    for length in range(0, len(content) - 1, 3):
        facility.file.path.write_bytes(content[:length])
        assert answer(facility.unlock) == "key_file_damaged", length


def test_a_flipped_bit_in_every_fifth_byte_opens_rightly_or_is_refused_in_words(facility: Facility) -> None:
    content = facility.file.path.read_bytes()
    found: set[str] = set()
    for place in range(0, len(content), 5):
        flipped = bytearray(content)
        flipped[place] ^= 1 << place // 5 % 8
        facility.file.path.write_bytes(flipped)
        try:
            assert facility.unlock().current == facility.data_key
            found.add("opened")
        except FacilityError as error:
            found.add(error.code)
    assert found <= REFUSALS | {"opened"}
    assert {"opened", "slot_damaged", "key_file_damaged"} <= found
    assert "wrong_password" not in found, "damage must not look like a typing mistake"


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50)
@given(
    st.fixed_dictionaries(
        {"format": st.just(1) | JSON_VALUES},
        optional=dict.fromkeys(("file_salt", "current", "older", "mac", "check", "slots", "failed"), JSON_VALUES),
    )
)
def test_any_json_is_read_or_refused_never_a_crash(whole: Json) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        parse(json.dumps(whole).encode(), "facility.keys")
    assert raised.value.code in {"key_file_damaged", "key_file_newer"}


@settings(max_examples=50)
@given(st.lists(JSON_VALUES, max_size=3), st.dictionaries(st.text(max_size=5), JSON_VALUES, max_size=3))
def test_any_slots_and_counts_under_a_sound_head_are_read_or_refused(slots: list[Any], failed: Json) -> None:
    head = {"format": 1, "file_salt": "00" * 32, "current": "00" * 16, "older": [], "mac": "00" * 32}
    whole = {**head, "check": document_module._head_check(head), "slots": slots, "failed": failed}
    try:
        read = parse(json.dumps(whole).encode(), "facility.keys")
    except EnvironmentFault as fault:
        assert fault.code == "key_file_damaged"  # noqa: PT017 - reading it is the other right answer
    else:
        assert all(isinstance(slot, DamagedSlot) for slot in read.slots)
        assert parse(read.to_bytes(), "facility.keys") == read


def test_what_is_written_is_read_back_the_same(facility: Facility) -> None:
    facility.file.rekey(facility.unlock(), new_data_key())
    read = parse(facility.file.path.read_bytes(), "facility.keys")
    assert [type(slot) for slot in read.slots] == [Slot, Slot, Slot]
    assert read.to_bytes() == facility.file.path.read_bytes()


def test_an_unreadable_key_file_is_told_by_the_disk(tmp_path: Path) -> None:
    (tmp_path / "facility.keys").mkdir()
    with pytest.raises(EnvironmentFault) as raised:
        KeyFile(tmp_path / "facility.keys", CHEAP).unlock("an", PASSWORD, DeviceSecret(b"d" * 32, SecretMode.FILE))
    assert code_of(raised) == "disk_fault"
