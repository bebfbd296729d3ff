"""People are taken on, put into posts, given authority and certificates, and leave; trail and lists agree."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.staff import queries, service
from facility_app.modules.staff.domain import AuthorityForm, CertificateState, PostKind, Signature, StaffKind
from facility_app.modules.staff.queries import StaffFile, StaffRow
from facility_app.modules.staff.service import (
    AddCertificate,
    EditStaffMember,
    EndAuthority,
    EndEmployment,
    EndPost,
    GivePost,
    GrantAuthority,
    Granted,
    MemberWish,
    VoidCertificate,
    VoidStaffMember,
)
from facility_app.modules.tasks.queries import TaskRow, list_task_ids, list_task_rows, list_today_ids
from tests.helpers.facility import Facility
from tests.helpers.probe import rows

T = TypeVar("T")
JOINED = date(2020, 1, 1)
TODAY = date(2026, 3, 2)


def write(facility: Facility, work: Callable[[UnitOfWork], T], *roles: Role) -> T:
    with facility.database.write(facility.actor(*(roles or (Role.HEAD,)))) as uow:
        done = work(uow)
        uow.commit()
    return done


def read(facility: Facility, work: Callable[[UnitOfWork], T], *roles: Role) -> T:
    with facility.database.read(facility.actor(*(roles or (Role.HEAD,)))) as uow:
        return work(uow)


@pytest.fixture
def house(facility: Facility) -> Facility:
    """A facility with a profile, so that its head has a title."""
    profile = CreateFacility("G01.28.12", "Cơ sở số 1", "01", UnitKind.PUBLIC)
    write(facility, lambda uow: create_facility(uow, profile))
    return facility


def hire(house: Facility, name: str = "Nguyễn Văn Đức", **changed: Any) -> str:
    wish: dict[str, Any] = {"kind": StaffKind.POLICE, "joined_on": JOINED}
    return write(house, lambda uow: service.add_staff_member(uow, MemberWish(name, **(wish | changed))))


def post(house: Facility, member: str, kind: PostKind, **changed: Any) -> str:
    wish: dict[str, Any] = {"from_on": JOINED}
    return write(house, lambda uow: service.give_post(uow, GivePost(member, kind, **(wish | changed))))


def grant(house: Facility, member: str, form: AuthorityForm = AuthorityForm.IN_PLACE, **changed: Any) -> Granted:
    wish: dict[str, Any] = {"scope": "giấy xác nhận", "from_on": JOINED}
    return write(house, lambda uow: service.grant_authority(uow, GrantAuthority(member, form, **(wish | changed))))


def certify(house: Facility, member: str, expires: date | None, **changed: Any) -> str:
    wish = AddCertificate(member, "detox_training", JOINED, expires, **changed)
    return write(house, lambda uow: service.add_certificate(uow, wish))


def listed(house: Facility, look: Look | None = None) -> tuple[StaffRow, ...]:
    def ask(uow: UnitOfWork) -> tuple[StaffRow, ...]:
        return queries.list_staff_rows(uow, queries.list_staff_ids(uow, look or Look()))

    return read(house, ask)


def file_of(house: Facility, member: str) -> StaffFile:
    return read(house, lambda uow: queries.get_staff_file(uow, member))


def sign_on(house: Facility, member: str, day: date) -> Signature:
    return read(house, lambda uow: queries.get_signature(uow, member, day))


def end(house: Facility, command: EndAuthority) -> None:
    write(house, lambda uow: service.end_authority(uow, command))


def list_today(uow: UnitOfWork) -> tuple[TaskRow, ...]:
    return list_task_rows(uow, list_today_ids(uow, Look()))


def clerks_closed(house: Facility, state: str) -> tuple[str, ...]:
    return read(house, lambda uow: list_task_ids(uow, Look(filters={"state": state})), Role.CLERK)


def names(house: Facility, look: Look | None = None) -> list[str]:
    return [row.full_name for row in listed(house, look)]


def test_a_person_is_kept_tidy_and_found_without_marks(house: Facility) -> None:
    made = hire(
        house,
        " Nguyễn  Văn Đức ",
        staff_no="123-456",
        sex=Sex.MALE,
        born_on=date(1985, 5, 20),
        personal_no="001 085 000 123",
        phone="0912 345 678",
        rank="thieu_ta",
    )
    found = file_of(house, made)
    assert (found.full_name, found.staff_no, found.personal_no) == ("Nguyễn Văn Đức", "123-456", "001085000123")
    for typed in ("duc", "van duc nguyen", "ĐỨC", "123"):
        assert names(house, Look(typed)) == ["Nguyễn Văn Đức"]
    assert names(house, Look("hoa")) == []
    assert found.sex is Sex.MALE
    assert rows(house.database, "SELECT sex FROM staff_member") == [("male",)]
    assert rows(house.database, "SELECT tbl, op FROM sync_change WHERE tbl = 20") == [(20, "I")]


def test_people_are_listed_in_vietnamese_order_with_their_highest_post(house: Facility) -> None:
    for name in ("Trần Yến", "Lê An", "Phạm Đức", "Lê Ánh"):
        hire(house, name)
    duc = next(row.member_id for row in listed(house) if row.full_name == "Phạm Đức")
    post(house, duc, PostKind.OFFICER, team="Tổ 1")
    post(house, duc, PostKind.TEAM_HEAD, team="Tổ Y tế", title="Tổ trưởng Tổ Y tế")
    post(house, duc, PostKind.DEPUTY_HEAD, from_on=date(2026, 4, 1))
    assert names(house) == ["Lê An", "Lê Ánh", "Phạm Đức", "Trần Yến"]
    assert names(house, Look(sorts=(Sort("name", descending=True),)))[0] == "Trần Yến"
    row = next(row for row in listed(house) if row.full_name == "Phạm Đức")
    assert (row.title, row.team) == ("Tổ trưởng Tổ Y tế", "Tổ Y tế")


BAD_WISHES: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"full_name": " "}, "field_missing", "full_name"),
    ({"full_name": "Lê <An>"}, "bad_name", "full_name"),
    ({"full_name": "Lê An 2"}, "bad_name", "full_name"),
    ({"full_name": "Lê=An|"}, "bad_name", "full_name"),
    ({"personal_no": "123"}, "bad_personal_no", "personal_no"),
    ({"born_on": date(2030, 1, 1)}, "bad_birth_date", "born_on"),
    ({"rank": "general"}, "unknown_code", "rank"),
    ({"staff_no": "7"}, "staff_no_taken", "staff_no"),
    ({"user_id": "u" * 32}, "account_taken", "user_id"),
    ({"staff_no": "x" * 41}, "text_too_long", "staff_no"),
)


def test_a_bad_wish_is_refused_at_its_field(house: Facility) -> None:
    hire(house, staff_no="7", user_id="u" * 32)
    wish: dict[str, Any] = {"full_name": "Lê An", "kind": StaffKind.CONTRACT, "joined_on": JOINED}
    for changed, code, field in BAD_WISHES:
        with pytest.raises(UserError) as refused:
            write(house, partial(service.add_staff_member, wish=MemberWish(**(wish | changed))))
        assert refused.value.code == code, changed
        assert set(refused.value.fields) == {field}, changed
        assert names(house) == ["Nguyễn Văn Đức"], changed


def test_an_edit_keeps_what_it_does_not_change_and_refuses_a_stale_copy(house: Facility) -> None:
    made = hire(house, staff_no="7")
    wish = MemberWish("Nguyễn Văn Đức", StaffKind.POLICE, JOINED, staff_no="7", rank="dai_uy")
    write(house, lambda uow: service.edit_staff_member(uow, EditStaffMember(made, 1, wish)))
    assert (file_of(house, made).rank, file_of(house, made).version) == ("dai_uy", 2)
    with pytest.raises(ConflictError):
        write(house, lambda uow: service.edit_staff_member(uow, EditStaffMember(made, 1, wish)))


def test_the_account_of_a_person_leads_to_them(house: Facility) -> None:
    made = hire(house, user_id="u" * 32)
    found = read(house, lambda uow: queries.find_member_of_account(uow, "u" * 32))
    assert found is not None
    assert found.member_id == made
    assert read(house, lambda uow: queries.find_member_of_account(uow, "v" * 32)) is None


def test_there_is_one_head_at_a_time_and_one_more_may_act(house: Facility) -> None:
    first, second = hire(house, "Lê An"), hire(house, "Trần Yến")
    head = post(house, first, PostKind.HEAD)
    with pytest.raises(UserError) as refused:
        post(house, second, PostKind.HEAD, from_on=TODAY)
    assert refused.value.code == "head_post_taken"
    assert "Lê An" in refused.value.message
    post(house, second, PostKind.HEAD, from_on=TODAY, is_acting=True)
    write(house, lambda uow: service.end_post(uow, EndPost(head, 1, date(2026, 3, 31), "nghỉ hưu")))
    post(house, second, PostKind.HEAD, from_on=date(2026, 4, 1))
    lines = read(house, lambda uow: [one.lines for one in queries.list_signatories(uow)])
    assert lines == [("TRƯỞNG CƠ SỞ",), ("Q. TRƯỞNG CƠ SỞ",)]
    later = read(house, lambda uow: queries.list_signatories(uow, date(2026, 4, 1)))
    assert [one.full_name for one in later] == ["Trần Yến", "Trần Yến"]


def test_a_new_post_may_end_the_others_the_day_before(house: Facility) -> None:
    made = hire(house)
    post(house, made, PostKind.OFFICER)
    post(house, made, PostKind.TEAM_HEAD, from_on=TODAY, ends_others=True)
    found = [(one.kind, one.to_on) for one in file_of(house, made).posts]
    assert found == [(PostKind.TEAM_HEAD, None), (PostKind.OFFICER, date(2026, 3, 1))]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"from_on": date(2019, 12, 31)}, "bad_span"),
        ({"to_on": date(2019, 12, 31)}, "bad_span"),
        ({"team": "x" * 201}, "text_too_long"),
    ],
)
def test_a_bad_post_is_refused(house: Facility, changed: dict[str, Any], code: str) -> None:
    made = hire(house)
    with pytest.raises(UserError) as refused:
        post(house, made, PostKind.OFFICER, **changed)
    assert refused.value.code == code


def test_a_deputy_signs_in_the_heads_place_on_the_days_of_the_authority(house: Facility) -> None:
    made = hire(house, rank="trung_ta")
    post(house, made, PostKind.DEPUTY_HEAD)
    given = grant(house, made, from_on=TODAY, to_on=date(2026, 12, 31), document_no="12/QĐ-CSCN")
    assert given.warnings == ()
    found = read(house, lambda uow: queries.get_signature(uow, made))
    assert found.lines == ("KT. TRƯỞNG CƠ SỞ", "PHÓ TRƯỞNG CƠ SỞ")
    assert (found.rank, found.scope, found.document, found.until) == (
        "Trung tá",
        "giấy xác nhận",
        "12/QĐ-CSCN",
        date(2026, 12, 31),
    )
    for day in (date(2026, 3, 1), date(2027, 1, 1)):
        with pytest.raises(UserError) as refused:
            sign_on(house, made, day)
        assert refused.value.code == "may_not_sign"


def test_a_mandate_needs_its_papers_and_an_unusual_holder_is_only_warned_about(house: Facility) -> None:
    made = hire(house)
    for changed, code in (({}, "authority_document_missing"), ({"document_no": "1"}, "authority_end_missing")):
        with pytest.raises(UserError) as refused:
            grant(house, made, AuthorityForm.BY_MANDATE, **changed)
        assert refused.value.code == code
    with pytest.raises(UserError):
        grant(house, made, scope=" ")
    assert len(grant(house, made).warnings) == 1


def test_an_authority_can_be_ended_early(house: Facility) -> None:
    made = hire(house)
    given = grant(house, made, title="Phó trưởng cơ sở")
    ahead = grant(house, made, from_on=date(2026, 6, 1), title="Phó trưởng cơ sở")
    for authority in (given, ahead):
        end(house, EndAuthority(authority.authority_id, 1, date(2026, 3, 1), "hết nhiệm kỳ"))
    assert [(one.to_on, one.version) for one in file_of(house, made).authorities] == [(date(2026, 3, 1), 2)]
    with pytest.raises(UserError):
        read(house, lambda uow: queries.get_signature(uow, made))


def clerks_tasks(house: Facility) -> list[str]:
    return [task.subject_id for task in read(house, list_today, Role.CLERK)]


def test_a_certificate_that_ends_is_on_the_clerks_list_in_time(house: Facility) -> None:
    made = hire(house)
    soon = certify(house, made, date(2026, 4, 30))
    certify(house, made, date(2026, 5, 2))
    certify(house, made, None)
    assert clerks_tasks(house) == [soon]
    (task,) = read(house, list_today, Role.CLERK)
    assert task.text.format(**task.params).endswith("Bồi dưỡng điều trị cắt cơn, giải độc")
    states = [one.state for one in file_of(house, made).certificates]
    assert states == [CertificateState.EXPIRING, CertificateState.VALID, CertificateState.ENDLESS]


def test_a_renewal_may_be_handed_over_to_whoever_keeps_staff_files(house: Facility) -> None:
    certify(house, hire(house), date(2026, 4, 30))
    (task,) = read(house, list_today, Role.CLERK)
    assert task.open_to == {Role.ADMIN, Role.HEAD, Role.CLERK}


def test_a_renewed_or_struck_out_certificate_is_off_the_list(house: Facility) -> None:
    made = hire(house)
    first, second = certify(house, made, date(2026, 3, 10)), certify(house, made, date(2026, 3, 11))
    certify(house, made, date(2028, 3, 10), renews_id=first)
    write(house, lambda uow: service.void_certificate(uow, VoidCertificate(second, 1, "nhầm người")))
    assert clerks_tasks(house) == []
    assert [len(clerks_closed(house, state)) for state in ("done", "withdrawn")] == [1, 1]


@pytest.mark.parametrize(
    ("kind", "expires", "code"),
    [("x", None, "unknown_code"), ("detox_training", date(2019, 1, 1), "bad_span")],
)
def test_a_bad_certificate_is_refused(house: Facility, kind: str, expires: date | None, code: str) -> None:
    made = hire(house)
    with pytest.raises(UserError) as refused:
        write(house, lambda uow: service.add_certificate(uow, AddCertificate(made, kind, JOINED, expires)))
    assert refused.value.code == code


def test_certificates_are_listed_by_their_end_and_by_state(house: Facility) -> None:
    made = hire(house)
    for expires in (date(2026, 12, 31), None, date(2026, 3, 1), date(2026, 3, 10)):
        certify(house, made, expires)

    def found(state: str = "") -> list[date | None]:
        def ask(uow: UnitOfWork) -> list[date | None]:
            wanted = queries.list_certificate_ids(uow, Look(filters={"state": state}))
            return [row.expires_on for row in queries.list_certificate_rows(uow, wanted)]

        return read(house, ask)

    assert found() == [date(2026, 3, 1), date(2026, 3, 10), date(2026, 12, 31), None]
    assert found("expired") == [date(2026, 3, 1)]
    assert found("expiring") == [date(2026, 3, 10)]
    assert found("valid") == [date(2026, 12, 31)]
    assert found("endless") == [None]
    assert listed(house)[0].next_expiry == date(2026, 3, 1)


def test_a_renewal_of_somebody_elses_certificate_is_refused_and_their_reminder_stays(house: Facility) -> None:
    mine, theirs = hire(house), hire(house, "Lê An")
    other = certify(house, theirs, date(2026, 3, 10))
    with pytest.raises(UserError) as refused:
        certify(house, mine, date(2028, 3, 10), renews_id=other)
    assert refused.value.code == "renews_another"
    assert clerks_tasks(house) == [other]
    assert file_of(house, mine).certificates == ()


def test_a_renewal_of_what_was_struck_out_is_refused(house: Facility) -> None:
    made = hire(house)
    old = certify(house, made, date(2026, 3, 10))
    write(house, lambda uow: service.void_certificate(uow, VoidCertificate(old, 1, "nhập nhầm")))
    with pytest.raises(UserError) as refused:
        certify(house, made, date(2028, 3, 10), renews_id=old)
    assert refused.value.code == "not_found"


def test_who_leaves_ends_posts_and_authorities_and_their_account_is_to_be_closed(house: Facility) -> None:
    made = hire(house, user_id="u" * 32)
    post(house, made, PostKind.DEPUTY_HEAD)
    post(house, made, PostKind.HEAD, from_on=date(2026, 6, 1))
    grant(house, made)
    certify(house, made, date(2026, 3, 10))
    last = date(2026, 3, 31)
    write(house, lambda uow: service.end_employment(uow, EndEmployment(made, 1, last, "chuyển công tác")))
    found = file_of(house, made)
    assert (found.left_on, [one.to_on for one in found.posts], [one.to_on for one in found.authorities]) == (
        last,
        [last],
        [last],
    )
    assert clerks_tasks(house) == []
    (task,) = read(house, list_today, Role.ADMIN)
    assert (task.kind, task.subject_id) == ("staff.close_account", made)
    assert names(house) == ["Nguyễn Văn Đức"]
    house.file.clock.advance(date(2026, 4, 1) - TODAY)
    assert names(house) == []
    assert names(house, Look(filters={"state": "left"})) == ["Nguyễn Văn Đức"]
    told = rows(house.database, "SELECT verb, caused_by IS NULL FROM audit_entry ORDER BY seq DESC LIMIT 3")
    assert ("staff.end_employment", 1) in told
    assert ("tasks.raise", 0) in told


@pytest.mark.parametrize(
    ("left_on", "reason", "code"), [(date(2019, 1, 1), "x", "bad_span"), (TODAY, " ", "reason_missing")]
)
def test_a_bad_last_day_is_refused(house: Facility, left_on: date, reason: str, code: str) -> None:
    made = hire(house)
    with pytest.raises(UserError) as refused:
        write(house, lambda uow: service.end_employment(uow, EndEmployment(made, 1, left_on, reason)))
    assert refused.value.code == code


def test_a_person_entered_by_mistake_is_struck_out_with_everything(house: Facility) -> None:
    made = hire(house, staff_no="7")
    post(house, made, PostKind.HEAD)
    certify(house, made, date(2026, 3, 10))
    write(house, lambda uow: service.void_staff_member(uow, VoidStaffMember(made, 1, "nhập trùng")))
    assert names(house, Look(filters={"state": "all"})) == []
    assert clerks_tasks(house) == []
    assert read(house, queries.list_signatories) == ()
    again = hire(house, staff_no="7")
    post(house, again, PostKind.HEAD)
    assert rows(house.database, "SELECT count(*) FROM staff_member") == [(2,)]


def test_the_list_is_filtered_by_kind(house: Facility) -> None:
    hire(house, "Lê An")
    hire(house, "Trần Yến", kind=StaffKind.CONTRACT)
    assert names(house, Look(filters={"kind": "contract"})) == ["Trần Yến"]


@pytest.mark.parametrize("filters", [{"state": "on leave"}, {"kind": "ghost"}])
def test_a_filter_of_people_saved_under_another_version_is_refused_in_words(
    house: Facility, filters: dict[str, str]
) -> None:
    with pytest.raises(UserError) as refused:
        read(house, lambda uow: queries.list_staff_ids(uow, Look(filters=filters)))
    assert refused.value.code == "bad_filter"


def test_a_filter_of_certificates_saved_under_another_version_is_refused_in_words(house: Facility) -> None:
    with pytest.raises(UserError) as refused:
        read(house, lambda uow: queries.list_certificate_ids(uow, Look(filters={"state": "burnt"})))
    assert refused.value.code == "bad_filter"


def test_why_somebody_left_stands_in_no_log() -> None:
    said = "bị kỷ luật"
    commands = (
        EndEmployment("m", 1, TODAY, said),
        VoidStaffMember("m", 1, said),
        EndPost("p", 1, TODAY, said),
        EndAuthority("a", 1, TODAY, said),
        VoidCertificate("c", 1, said),
    )
    assert [one for one in map(repr, commands) if said in one] == []
