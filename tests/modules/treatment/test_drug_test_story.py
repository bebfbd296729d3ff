"""Drug tests as the file keeps them: who took the sample, whose hands it went through, who may learn what."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from facility_app.db.attachments import NamedFiles
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.treatment.domain import DrugTestKind, DrugTestReading
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason, TestState
from facility_app.modules.treatment.queries.drug_tests import (
    answer_named_files,
    get_test,
    list_kits,
    list_outcomes,
    list_tests,
)
from facility_app.modules.treatment.queries.samples import get_sample, list_sample_ids
from facility_app.modules.treatment.service.drug_results import (
    DecideTelling,
    RecordReadings,
    StrikeTest,
    decide_telling,
    record_readings,
    strike_test,
)
from facility_app.modules.treatment.service.sample_keeping import (
    AttachCassette,
    DisposeSample,
    attach_cassette,
    dispose_sample,
    open_cassette,
)
from facility_app.modules.treatment.service.sampling import (
    AddKit,
    HandOn,
    OrderTest,
    TakeSample,
    add_kit,
    hand_on,
    order_test,
    take_sample,
)
from tests.modules.residents.people import PHOTO, with_store
from tests.modules.treatment.ward import COUNSELLOR, GUARD, HEAD, NURSE, Ward, opened

POSITIVE, NEGATIVE, INVALID = DrugTestReading.POSITIVE, DrugTestReading.NEGATIVE, DrugTestReading.INVALID
KIT = AddKit("Fastep 4", "L01", date(2027, 6, 30), {"MOP": 300, "MET": 500})
OLD_KIT = AddKit("Fastep 4", "L00", date(2026, 11, 22), {"MOP": 300})


def sample(ward: Ward, test_id: str, **more: object) -> TakeSample:
    """What a nurse writes about a sample."""
    facts: dict[str, object] = {
        "sample_no": "M-001",
        "witness": "Lê Văn Sỹ",
        "collector_sex": Sex.MALE,
        "witness_sex": Sex.MALE,
        "temp_tenths": 355,
        "temp_after_s": 120,
        **more,
    }
    version = ward.read(get_test, test_id).version
    return TakeSample(test_id, version, SampleAnswer.AGREED, **facts)  # type: ignore[arg-type] # of this story's own words


def taken(ward: Ward, number: str = "M-001", confirms_id: str | None = None) -> str:
    """A test with its sample; the id."""
    test_id = ward.write(order_test, OrderTest(ward["duc"], TestReason.RANDOM, confirms_id=confirms_id), by=HEAD)
    ward.write(take_sample, sample(ward, test_id, sample_no=number), by=NURSE)
    return test_id


def read(ward: Ward, test_id: str, kit_id: str, **readings: DrugTestReading) -> RecordReadings:
    """What two people read."""
    version = ward.read(get_test, test_id).version
    return RecordReadings(test_id, version, readings, kit_id, second_reader="Trần Thị Mai")


def confirmed(ward: Ward, kit_id: str) -> tuple[str, str]:
    """A positive rapid test, and the laboratory that confirmed it."""
    screen = taken(ward)
    ward.write(record_readings, read(ward, screen, kit_id, MOP=POSITIVE, MET=NEGATIVE))
    confirm = taken(ward, "M-002", screen)
    version = ward.read(get_test, confirm).version
    ward.write(record_readings, RecordReadings(confirm, version, {"MOP": POSITIVE}, laboratory="Viện Pháp y"))
    return screen, confirm


def test_a_sample_is_taken_before_a_witness_of_the_same_sex_and_its_way_is_kept(ward: Ward) -> None:
    test_id = ward.write(order_test, OrderTest(ward["duc"], TestReason.SUSPICION, "nói ngọng"))
    for facts, code in (
        ({"witness_sex": Sex.FEMALE}, "witness_sex"),
        ({"collector_sex": Sex.FEMALE}, "witness_sex"),
        ({"witness": " "}, "field_missing"),
        ({"sample_no": ""}, "field_missing"),
        ({"temp_tenths": 700}, "number_out_of_range"),
    ):
        assert ward.refused(take_sample, sample(ward, test_id, **facts), by=NURSE).code == code
    passed = HandOn(test_id, "Nguyễn Thị An", "Phòng xét nghiệm", "xét nghiệm")
    assert ward.refused(hand_on, passed, by=NURSE).code == "no_sample"
    ward.write(take_sample, sample(ward, test_id), by=NURSE)
    assert ward.refused(take_sample, sample(ward, test_id), by=NURSE).code == "sample_taken"
    second = ward.write(order_test, OrderTest(ward["duc"], TestReason.RANDOM))
    assert ward.refused(take_sample, sample(ward, second), by=NURSE).code == "sample_no_taken"
    ward.write(hand_on, passed, by=NURSE)
    broken = HandOn(test_id, "Phòng xét nghiệm", "Viện Pháp y", "khẳng định", is_intact=False)
    assert ward.refused(hand_on, broken, by=NURSE).code == "seal_unexplained"
    refusal = TakeSample(second, 1, SampleAnswer.REFUSED)
    ward.write(take_sample, refusal, by=NURSE)
    found = {row.test_id: row for row in ward.read(list_tests, ward["duc"])}
    assert (found[second].answer, found[second].sample_no) == (SampleAnswer.REFUSED, None)
    (step,) = found[test_id].custody
    assert (found[test_id].is_fresh, found[second].is_fresh) == (True, None)
    assert (step.from_name, step.is_intact, found[test_id].legal_basis[:10]) == (
        "Nguyễn Thị An",
        True,
        "Luật PCMT ",
    )


def test_a_result_is_read_once_by_two_with_the_cut_off_of_its_lot(ward: Ward) -> None:
    kit, old = (ward.write(add_kit, one) for one in (KIT, OLD_KIT))
    assert ward.refused(add_kit, KIT).code == "kit_there"
    assert ward.refused(add_kit, AddKit("X", "1", KIT.expires_on, {"ABC": 1})).code == "panel_unknown"
    assert ward.refused(add_kit, AddKit("X", "1", KIT.expires_on, {"MOP": 0})).code == "cutoff_wrong"
    assert [one.lot_no for one in ward.read(list_kits, usable_on=date(2026, 11, 23))] == ["L01"]
    test_id = taken(ward)
    assert ward.refused(record_readings, read(ward, test_id, old, MOP=POSITIVE)).code == "kit_expired"
    assert ward.refused(record_readings, read(ward, test_id, kit, THC=POSITIVE)).code == "kit_without_panel"
    alone = RecordReadings(test_id, ward.read(get_test, test_id).version, {"MOP": POSITIVE}, kit)
    assert ward.refused(record_readings, alone).code == "field_missing"
    assert ward.refused(order_test, OrderTest(ward["duc"], TestReason.RANDOM, confirms_id=test_id)).code == (
        "not_a_screen"
    )
    ward.write(record_readings, read(ward, test_id, kit, MOP=INVALID, MET=NEGATIVE))
    again = read(ward, test_id, kit, MOP=POSITIVE)
    assert ward.refused(record_readings, again).code == "result_there"
    row = ward.read(get_test, test_id)
    assert [(one.panel, one.cutoff, one.reading) for one in row.readings] == [
        ("MET", 500, NEGATIVE),
        ("MOP", 300, INVALID),
    ]
    assert (row.kind, row.is_positive) == (DrugTestKind.SCREEN, False)
    ward.write(strike_test, StrikeTest(test_id, row.version, "nhầm mẫu"))
    (struck,) = ward.read(list_tests, ward["duc"])
    assert (struck.is_struck, struck.struck_reason, len(struck.readings)) == (True, "nhầm mẫu", 2)
    # Its words have the class of the test; what every record may travel with says nothing.
    assert ward.sql("SELECT void_reason FROM drug_test") == [("Ghi nhầm",)]
    assert ward.sql("SELECT DISTINCT privacy FROM audit_value WHERE after = 'nhầm mẫu'") == [("drugtest",)]
    assert ward.read(list_outcomes, ward["man"], by=GUARD) == ()


def test_the_cassette_is_pictured_once_and_no_sample_is_destroyed_that_is_still_needed(
    ward: Ward, tmp_path: Path
) -> None:
    store = with_store(ward.facility, tmp_path)
    kit, test_id = ward.write(add_kit, KIT), taken(ward)

    def version() -> int:
        return ward.read(get_test, test_id).version

    def end(method: str = "đổ bỏ, ngâm khử khuẩn", on: date | None = None) -> DisposeSample:
        return DisposeSample(test_id, version(), method, on)

    assert ward.refused(dispose_sample, end(), by=NURSE).code == "not_read_yet"
    assert ward.refused(attach_cassette, AttachCassette(test_id, version(), PHOTO)).code == "not_read_yet"
    ward.write(record_readings, read(ward, test_id, kit, MOP=POSITIVE, MET=NEGATIVE))
    assert ward.refused(attach_cassette, AttachCassette(test_id, version(), b"%PDF-1.4")).code == "not_a_picture"
    assert ward.refused(open_cassette, test_id).code == "no_cassette"
    ward.write(attach_cassette, AttachCassette(test_id, version(), PHOTO))
    assert ward.refused(attach_cassette, AttachCassette(test_id, version(), PHOTO)).code == "photo_there"
    assert ward.write(open_cassette, test_id, by=NURSE) == PHOTO
    assert ward.sql("SELECT count(*) FROM audit_entry WHERE verb = 'treatment.open_cassette'") == [(1,)]
    named = ward.read(answer_named_files, NamedFiles())
    assert (len(named), all(store.holds(one) for one in named)) == (1, True)
    # A laboratory was asked: until it answers, the sample stays, and the test still waits.
    ask = OrderTest(ward["duc"], TestReason.RANDOM, confirms_id=test_id)
    confirm = ward.write(order_test, ask)
    assert ward.refused(order_test, ask).code == "already_asked"
    assert ward.read(get_sample, test_id).row.state is TestState.SCREENED
    assert test_id in ward.read(list_sample_ids, Look(filters={"state": TestState.SCREENED}))
    assert ward.refused(dispose_sample, end(), by=NURSE).code == "laboratory_asked"
    ward.write(strike_test, StrikeTest(confirm, 1, "không gửi nữa"))
    assert ward.refused(dispose_sample, end(" "), by=NURSE).code == "field_missing"
    sampled = local_date(ward.now)
    assert ward.refused(dispose_sample, end(on=sampled - timedelta(days=1)), by=NURSE).code == "before_reading"
    assert ward.refused(dispose_sample, end(on=sampled + timedelta(days=1)), by=NURSE).code == "day_out_of_range"
    ward.write(dispose_sample, end(), by=NURSE)
    assert ward.refused(dispose_sample, end(), by=NURSE).code == "sample_gone"
    assert ward.refused(hand_on, HandOn(test_id, "a", "b", "c"), by=NURSE).code == "sample_gone"
    assert ward.refused(order_test, ask).code == "sample_gone"
    row = ward.read(get_test, test_id)
    assert (row.disposed_on, row.disposal) == (sampled, "đổ bỏ, ngâm khử khuẩn")


def test_a_guard_learns_yes_or_no_and_a_public_facility_never_tells_the_commune(ward: Ward) -> None:
    screen, confirm = confirmed(ward, ward.write(add_kit, KIT))
    outcomes = ward.read(list_outcomes, ward["man"], by=GUARD)
    assert {(one.is_positive, one.is_confirmation) for one in outcomes} == {(True, False), (True, True)}
    assert not {"readings", "panel", "reason"} & {name for one in outcomes for name in one.__dataclass_fields__}
    assert ward.tasks("decide_telling") == []
    for test_id in (screen, confirm):
        wanted = DecideTelling(test_id, ward.read(get_test, test_id).version, True, "15/CV")
        told = ward.refused(decide_telling, wanted, by=HEAD)
        assert (told.code, "Đ23.2" in told.message) == ("result_never_told", True)
    assert ward.read(list_tests, ward["duc"], by=COUNSELLOR)
    ward.leave(ExitCode.DEATH)
    strike = StrikeTest(screen, ward.read(get_test, screen).version, "x")
    assert ward.refused(strike_test, strike).code == "chart_closed"


@pytest.fixture
def private(tmp_path: Path) -> Iterator[Ward]:
    """A private facility."""
    yield from opened(tmp_path, UnitKind.PRIVATE)


def test_nobody_decides_about_a_result_that_was_struck_out(private: Ward) -> None:
    screen, confirm = confirmed(private, private.write(add_kit, KIT))
    assert len(private.tasks("decide_telling")) == len((screen, confirm))
    for one in (confirm, screen):
        private.write(strike_test, StrikeTest(one, private.read(get_test, one).version, "nhầm người"))
    assert private.tasks("decide_telling") == []


def test_a_private_facility_tells_what_is_confirmed_and_its_head_decides_on_the_rest(private: Ward) -> None:
    ward = private
    screen, confirm = confirmed(ward, ward.write(add_kit, KIT))
    ((role, text, params, _), _) = ward.tasks("decide_telling")
    found = {one: ward.read(get_sample, one).row.state for one in (screen, confirm)}
    assert set(found.values()) == {TestState.DONE}
    assert (role, "dương" in text + params) == ("HEAD", False)
    must = DecideTelling(confirm, ward.read(get_test, confirm).version, False)
    assert ward.refused(decide_telling, must, by=HEAD).code == "must_be_told"
    assert (
        ward.refused(decide_telling, DecideTelling(confirm, must.version, True), by=HEAD).code == "field_missing"
    )
    ward.write(decide_telling, DecideTelling(confirm, must.version, True, "15/CV"), by=HEAD)
    ward.write(decide_telling, DecideTelling(screen, ward.read(get_test, screen).version, False), by=HEAD)
    assert ward.tasks("decide_telling") == []
    row = ward.read(get_test, confirm, by=(Role.AUDITOR,))
    assert (row.is_told, row.told_number) == (True, "15/CV")
    again = DecideTelling(confirm, row.version, True, "16/CV")
    assert ward.refused(decide_telling, again, by=HEAD).code == "telling_decided"
    assert ward.now < row.told_at + timedelta(minutes=1) if row.told_at else False
