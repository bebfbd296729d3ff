"""Documents and photos: rows about sealed files, each behind its wall, each opening in the trail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.names import HIDDEN
from facility_app.modules.residents.domain.body import Pose
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.queries.files import list_attachments, list_photos
from facility_app.modules.residents.queries.looks import list_resident_looks
from facility_app.modules.residents.queries.person import get_header
from facility_app.modules.residents.service.body import AddPhoto, add_photo
from facility_app.modules.residents.service.entries import EditEntry
from facility_app.modules.residents.service.exports import ExportList, export_list
from facility_app.modules.residents.service.files import (
    AttachFile,
    SealedEntries,
    attach_file,
    edit_attachment,
    open_attachment,
)
from facility_app.modules.residents.service.people import open_resident
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from tests.helpers.facility import Facility
from tests.helpers.probe import rows
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import PHOTO, SCAN, TODAY, XRAY_SCAN, actor_of, named, sealed_of, written

CARD_SCAN = Attachment(AttachmentKind.IDENTITY_SCAN, "mặt trước", 1, date(2021, 4, 15))
XRAY = Attachment(AttachmentKind.MEDICAL, "X quang phổi")


def test_a_document_is_listed_with_what_it_is_and_corrected(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility)) as uow:
        saved = attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN))
        edit_attachment(uow, EditEntry(saved.entry_id, saved.version, replace(CARD_SCAN, title="mặt sau")))
        (row,) = list_attachments(uow, made.resident_id)
        assert row.facts == replace(CARD_SCAN, title="mặt sau")
        assert (row.size_bytes, row.media_type, row.attached_at) == (len(SCAN), "application/pdf", uow.now)
        with pytest.raises(UserError) as refusal:
            attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN))
        assert refusal.value.code == "file_attached_already"
        void_entry(uow, VoidEntry(EntryKind.ATTACHMENT, row.attachment_id, row.version, "nhầm người"))
        assert list_attachments(uow, made.resident_id) == ()
        assert attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN)).entry_id


def test_a_medical_document_stays_behind_the_wall_of_health(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(TESTER) as uow:
        medical = attach_file(uow, AttachFile(made.resident_id, XRAY_SCAN, XRAY))
        plain = attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN))
        uow.commit()
    seen = {Role.CLERK: [CARD_SCAN], Role.NURSE: [XRAY], Role.DOCTOR: [CARD_SCAN, XRAY], Role.TREASURER: []}
    for role, expected in seen.items():
        with facility.database.read(actor_of(facility, role)) as uow:
            assert [row.facts for row in list_attachments(uow, made.resident_id)] == expected
    with facility.database.write(actor_of(facility, Role.CLERK)) as uow:
        with pytest.raises(PermissionDenied):
            open_attachment(uow, medical.entry_id)
        with pytest.raises(PermissionDenied):
            attach_file(uow, AttachFile(made.resident_id, PHOTO, XRAY))
        with pytest.raises(PermissionDenied):
            edit_attachment(uow, EditEntry(medical.entry_id, medical.version, CARD_SCAN))
        with pytest.raises(PermissionDenied):
            edit_attachment(uow, EditEntry(plain.entry_id, plain.version, XRAY))
        with pytest.raises(PermissionDenied):
            void_entry(uow, VoidEntry(EntryKind.ATTACHMENT, medical.entry_id, medical.version, "nhầm"))
    with facility.database.write(actor_of(facility, Role.NURSE)) as uow:
        assert open_attachment(uow, medical.entry_id, "khám lại") == sealed_of(XRAY_SCAN)
        with pytest.raises(PermissionDenied):
            open_attachment(uow, plain.entry_id)
        uow.commit()
    verbs = "SELECT verb, table_name FROM audit_entry WHERE verb = 'residents.open_attachment'"
    assert rows(facility.database, verbs) == [("residents.open_attachment", "attachment")]


def test_the_latest_photo_from_the_front_stands_in_the_header(facility: Facility) -> None:
    made = written(facility)
    shots = ((Pose.FRONT, date(2025, 1, 1), b"1"), (Pose.FRONT, date(2026, 1, 1), b"2"), (Pose.LEFT, TODAY, b"3"))
    with facility.database.write(actor_of(facility, Role.GUARD)) as uow:
        assert get_header(uow, made.resident_id).photo is None
        for pose, day, digit in shots:
            assert add_photo(uow, AddPhoto(made.resident_id, PHOTO + digit, pose, day)).version == 1
        listed = list_photos(uow, made.resident_id)
        assert [one.sealed for one in listed] == [sealed_of(PHOTO + digit) for digit in (b"3", b"2", b"1")]
        assert get_header(uow, made.resident_id).photo == sealed_of(PHOTO + b"2")
        assert list_attachments(uow, made.resident_id) == ()
        void_entry(uow, VoidEntry(EntryKind.PHOTO, listed[1].photo_id, listed[1].version, "không rõ mặt"))
        assert get_header(uow, made.resident_id).photo == sealed_of(PHOTO + b"1")
        assert [one.pose for one in list_photos(uow, made.resident_id)] == [Pose.LEFT, Pose.FRONT]


def test_a_photo_is_a_picture_of_the_past_and_each_once(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility, Role.GUARD)) as uow:
        for sealed, day, code in (
            (SCAN, TODAY, "not_a_picture"),
            (PHOTO, date(2026, 3, 3), "day_out_of_range"),
        ):
            with pytest.raises(UserError) as refusal:
                add_photo(uow, AddPhoto(made.resident_id, sealed, Pose.FRONT, day))
            assert refusal.value.code == code


def test_a_photo_is_no_document_and_no_document_becomes_one(facility: Facility) -> None:
    made, photo = written(facility), Attachment(AttachmentKind.PHOTO)
    with facility.database.write(TESTER) as uow:
        plain = attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN))
        add_photo(uow, AddPhoto(made.resident_id, PHOTO, Pose.FRONT, TODAY))
        (row,) = list_photos(uow, made.resident_id)
        orders: tuple[Callable[[], object], ...] = (
            lambda: attach_file(uow, AttachFile(made.resident_id, XRAY_SCAN, photo)),
            lambda: edit_attachment(uow, EditEntry(plain.entry_id, plain.version, photo)),
            lambda: edit_attachment(uow, EditEntry(row.attachment_id, 1, XRAY)),
        )
        for order in orders:
            with pytest.raises(UserError) as refusal:
                order()
            assert refusal.value.code == "photo_goes_elsewhere"


def test_only_what_stands_among_the_photos_is_opened_as_one(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(TESTER) as uow:
        with uow.act("probe.attach"):
            facts = Attachment(AttachmentKind.PHOTO)
            called_photo = SealedEntries(uow).new(made.resident_id, SCAN, facts).id
        add_photo(uow, AddPhoto(made.resident_id, PHOTO, Pose.FRONT, TODAY))
        (row,) = list_photos(uow, made.resident_id)
        uow.commit()
    with facility.database.write(actor_of(facility, Role.GUARD)) as uow:
        assert open_attachment(uow, row.attachment_id) == sealed_of(PHOTO)
        with pytest.raises(PermissionDenied):
            open_attachment(uow, called_photo)
        void_entry(uow, VoidEntry(EntryKind.PHOTO, row.photo_id, row.version, "không rõ mặt"))
        with pytest.raises(UserError) as gone:
            open_attachment(uow, row.attachment_id)
        assert gone.value.code == "not_found"


def test_who_looked_at_a_person_names_their_papers_and_lists_too(facility: Facility) -> None:
    made, other = written(facility), written(facility, named("Lê Hai"))
    with facility.database.write(TESTER) as uow:
        scan = attach_file(uow, AttachFile(made.resident_id, SCAN, CARD_SCAN))
        xray = attach_file(uow, AttachFile(made.resident_id, XRAY_SCAN, XRAY))
        strange = attach_file(uow, AttachFile(other.resident_id, SCAN, CARD_SCAN))
        uow.commit()
    for look in (
        lambda uow: open_resident(uow, made.resident_id, "gia đình hỏi"),
        lambda uow: open_attachment(uow, scan.entry_id, "đối chiếu"),
        lambda uow: open_attachment(uow, xray.entry_id, "khám lao"),
        lambda uow: open_attachment(uow, strange.entry_id),
        lambda uow: export_list(uow, ExportList("residents.changes", ("at", "who"), 3, made.resident_id)),
        lambda uow: export_list(uow, ExportList("residents.list", ("code",), 9)),
    ):
        facility.file.clock.advance(timedelta(minutes=1))
        with facility.database.write(TESTER) as uow:
            look(uow)
            uow.commit()
    for role, why in ((Role.HEAD, "khám lao"), (Role.AUDITOR, HIDDEN * 4)):
        with facility.database.read(actor_of(facility, role)) as uow:
            found = [(one.verb, one.purpose) for one in list_resident_looks(uow, made.resident_id)]
        assert found == [
            ("residents.export_list", None),
            ("residents.open_attachment", why),
            ("residents.open_attachment", "đối chiếu"),
            ("residents.open_resident", "gia đình hỏi"),
        ]


def test_an_export_says_which_list_which_columns_and_how_many_rows(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility)) as uow:
        assert export_list(uow, ExportList("residents.changes", ("at", "who"), 3, made.resident_id)) == 3
        uow.commit()
    entry = "SELECT table_name, record_id FROM audit_entry WHERE verb = 'residents.export_list'"
    assert rows(facility.database, entry) == [("resident", made.resident_id)]
    values = "SELECT column_name, privacy, after FROM audit_value WHERE table_name = 'vault' ORDER BY ord"
    assert rows(facility.database, values) == [
        ("columns", "admin", "at who"),
        ("count", "admin", "3"),
        ("list", "admin", "residents.changes"),
    ]
