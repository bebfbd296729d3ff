"""The sheet for a blackout: locked, whole, on the medium that was named, each shift; else told and a task."""

import errno
import hashlib
import os
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from facility_app.app import kit_medium
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.kit import is_due, is_old, shift_begun, word_of
from facility_app.modules.medication.papers.kit import kit_sheet
from facility_app.modules.medication.queries.kit import find_kit
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.kit import EndKit, NameKit, end_kit, name_kit, stop_kit
from facility_app.modules.tasks.queries import get_home_figures
from tests.documents.papers import heads, printed
from tests.modules.medication.medium import HOURS, Kit, named
from tests.modules.medication.ward import Ward


@pytest.fixture
def kit(ward: Ward, tmp_path: Path) -> Kit:
    """Paracetamol for one, a medicine that reveals HIV for the same."""
    ward.write(add_allergy, AddAllergy(ward["duc"], "Penicillin", AllergySeverity.SEVERE, reaction="nổi mề đay"))
    ward.order("paracetamol", 500, 10, 20)
    ward.order("paracetamol", 500, 21, person="hoa")
    ward.order("efavirenz", 1, 20)
    return named(ward, tmp_path / "o roi")


def test_the_file_opens_with_the_word_of_the_envelope_only_and_holds_nothing_behind_the_wall(kit: Kit) -> None:
    made = kit.write()
    said = kit.text()
    for wanted in ("PHÒNG MẤT ĐIỆN", "KHU A", "KHU B", "Paracetamol", "Penicillin (nổi mề đay)", "20:00", "21:00"):
        assert wanted in said, wanted
    for hidden in ("EFV", "TDF", "HIV"):
        assert hidden not in said
    # Said to everybody, so that it tells of nobody.
    assert "không có thuốc cần giữ kín" in said
    for word in (None, kit.word[:-1], kit.word.lower()):
        with pytest.raises(pypdfium2.PdfiumError, match="password"):
            pypdfium2.PdfDocument(kit.sheet, password=word)
    assert sorted(one.name for one in kit.folder.iterdir()) == [kit_medium.MARK, kit_medium.SHEET]
    everything = b"".join(one.read_bytes() for one in kit.folder.iterdir())
    for clear in ("Paracetamol", "Đức", kit.word):
        assert clear.encode() not in everything
    assert (made.sha256, kit.row().is_due, kit.row().is_old) == (
        hashlib.sha256(kit.sheet.read_bytes()).hexdigest(), False, False,
    )  # fmt: skip


def test_the_sheet_stands_zone_by_zone_with_the_doses_of_each(kit: Kit) -> None:
    paper = kit.ward.read(kit_sheet, by="nurse")
    told = printed(paper, "kit-sheet")
    assert paper.below.endswith("toàn cơ sở – 3 liều theo giờ")
    assert len([one for one in heads(paper) if one.startswith("Giờ|")]) == 2
    assert told.index("KHU A") < told.index("KHU B")
    assert "EFV" not in told


def test_the_trail_comes_before_the_file_and_neither_word_nor_lock_is_told_in_it(kit: Kit) -> None:
    kit.write()
    verbs = [one for (one,) in kit.ward.sql("SELECT verb FROM audit_entry WHERE verb LIKE '%kit%' ORDER BY seq")]
    assert verbs == ["medication.name_kit", "medication.begin_kit", "medication.end_kit"]
    values = kit.ward.sql("SELECT coalesce(before, '') || coalesce(after, '') FROM audit_value")
    assert kit.word not in "".join(str(one) for (one,) in values)
    (kept,) = kit.ward.sql("SELECT folder || device || hex(lock) FROM blackout_kit")[0]
    assert kit.word not in kept


def test_a_medium_that_is_not_there_is_told_and_a_task_until_it_is_back(kit: Kit, tmp_path: Path) -> None:
    kit.write()
    before = kit.sheet.read_bytes()
    away = kit.folder.rename(tmp_path / "rut ra")
    assert kit.refused() == "kit_not_there"
    # An empty mount point is no medium: nothing goes to the machine's own disk.
    kit.folder.mkdir()
    assert kit.refused() == "kit_not_there"
    assert list(kit.folder.iterdir()) == []
    assert (kit.row().failure, kit.tasks()) == ("kit_not_there", ["open"])
    kit.folder.rmdir()
    away.rename(kit.folder)
    assert kit.sheet.read_bytes() == before
    kit.ward.at(10)
    kit.write()
    assert (kit.row().failed_at, kit.tasks()) == (None, ["done"])
    # Pulled out again, it is another task: one done stays done.
    kit.folder.rename(away)
    kit.ward.at(12)
    assert kit.refused() == "kit_not_there"
    assert kit.tasks() == ["done", "open"]


def test_the_medium_of_another_kit_is_not_ours(kit: Kit, tmp_path: Path) -> None:
    other = tmp_path / "o khac"
    other.mkdir()
    kit_medium.claim(other, "f" * 32)
    kit.folder.rename(tmp_path / "rut ra")
    other.rename(kit.folder)
    assert kit.refused() == "kit_not_there"
    assert not kit.sheet.exists()


def test_a_sheet_that_is_cut_short_or_comes_back_changed_leaves_the_last_one(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit.write()
    before = kit.sheet.read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(EnvironmentFault) as told:
            kit_medium.put(kit.folder, kit.kit_id, b"%PDF-moi")
        assert told.value.code == "disk_full"
    with monkeypatch.context() as patched:
        patched.setattr(kit_medium, "_read_again", lambda path: path.read_bytes()[:-1] + b"?")
        assert kit.refused() == "kit_not_same"
    assert kit.sheet.read_bytes() == before
    assert sorted(one.name for one in kit.folder.iterdir()) == [kit_medium.MARK, kit_medium.SHEET]


def test_a_new_place_has_a_new_word_and_thinking_better_of_it_leaves_the_old_one_good(
    kit: Kit, tmp_path: Path
) -> None:
    kit_medium.claim(kit.folder, "e" * 32)
    kit.write()
    again = named(kit.ward, tmp_path / "o moi")
    assert again.word != kit.word
    again.write()
    assert "Paracetamol" in again.text()
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(again.sheet, password=kit.word)
    assert kit.ward.refused(end_kit, EndKit(kit.kit_id, "0" * 64), by="nurse").code == "kit_not_named"
    kit.ward.write(stop_kit, again.row().version, "mất ổ", by="head")
    assert again.refused() == "kit_not_named"
    assert kit.ward.read(find_kit, by="nurse") is None


def test_what_is_no_place_and_what_are_no_hours_is_refused(kit: Kit) -> None:
    inside = kit.folder / "du lieu" / "backups"
    inside.mkdir(parents=True)
    (inside.parent / "facility.keys").touch()
    with pytest.raises(UserError) as told:
        kit_medium.claim(inside, "d" * 32)
    assert told.value.code == "kit_in_data"
    for hours in ("", "25:00", "18:00 06:00", "6 giờ"):
        wish = NameKit("d" * 32, str(kit.folder), b"0" * 208, hours)
        assert kit.ward.refused(name_kit, wish, by="head").code == "bad_setting", hours
    wish = NameKit("d" * 32, " ", b"0" * 208, HOURS)
    assert kit.ward.refused(name_kit, wish, by="head").code == "kit_folder"


def test_a_sheet_is_due_once_a_shift_and_old_after_twelve_hours(kit: Kit) -> None:
    now = kit.ward.at(9)
    six = now - timedelta(hours=3)
    assert shift_begun(now, HOURS) == six
    assert shift_begun(six, HOURS) == six
    assert shift_begun(six - timedelta(seconds=1), HOURS) == six - timedelta(hours=12)
    assert (is_due(six, now, HOURS), is_due(six - timedelta(seconds=1), now, HOURS), is_due(None, now, HOURS)) == (
        False, True, True,
    )  # fmt: skip
    assert (is_old(now - timedelta(hours=12), now), is_old(now - timedelta(hours=12, seconds=1), now)) == (
        False,
        True,
    )
    kit.write()
    kit.ward.at(23)
    row = kit.row()
    assert (row.is_due, row.is_old, row.is_here) == (True, True, True)
    figures = {one.id: one for one in kit.ward.read(get_home_figures, by="nurse")}
    assert (figures["medication.kit"].number, figures["medication.kit"].tone.value) == (14, "danger")


def test_a_word_has_a_hundred_bits_in_groups_read_aloud() -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert word_of(bytes(range(20)), alphabet) == "0123-4567-89AB-CDEF-GHJK"
    assert word_of(bytes([255] * 20), alphabet) == "ZZZZ-" * 4 + "ZZZZ"
