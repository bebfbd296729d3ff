"""Classes: opened, written anew, ended, struck out; people come into them and leave."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import kept_reason
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel
from facility_app.modules.education.domain.rights import PLAN_EDUCATION
from facility_app.modules.education.queries.lessons import Frame
from facility_app.modules.education.queries.planned import count_members, joining_slots, rewritten_slots
from facility_app.modules.education.service.checked import check_teacher, require_open_stays
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.tables import ClassMember, ClassSession, Programme, SchoolClass
from facility_app.modules.education.tables.classes import CODE_LIMIT

MOST_SEATS = 500


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What is kept about a class.

    Attributes:
        room_id: a meeting room; None for none.
        level: of general schooling, and only of it.
    """

    code: str
    name: str
    kind: ClassKind
    teacher_id: str
    first_on: date
    last_on: date | None = None
    programme_id: str | None = None
    room_id: str | None = None
    capacity: int | None = None
    level: SchoolLevel | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EditClass:
    """A class written anew, as the user saw it.

    Attributes:
        clash_reason: why, although its people, its new teacher or its new room are taken at its lessons; None to
            be refused then.
    """

    class_id: str
    version: int
    facts: ClassFacts
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class JoinClass:
    """People come into a class.

    Attributes:
        from_on: their first day; None for today.
        clash_reason: why, although one of them is taken at its hours; None to be refused then.
    """

    class_id: str
    resident_ids: Sequence[str]
    from_on: date | None = None
    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LeaveClass:
    """Somebody leaves a class.

    Attributes:
        last_on: their last day in it; None for today.
    """

    member_id: str
    version: int
    reason: str = field(repr=False)
    last_on: date | None = None


def add_class(uow: UnitOfWork, facts: ClassFacts) -> str:
    """Open a class; answers its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``class_code_taken``, ``teacher_unknown``,
            ``span_reversed``, ``number_out_of_range``, ``level_needed``, ``programme_needed``, ``bad_fields``
            for several, ``not_found``.
    """
    require(uow, PLAN_EDUCATION)
    columns = _columns(uow, facts)
    with uow.act("education.add_class") as act:
        made = uow.add(SchoolClass(**columns))
        act.about(made)
    return made.id


def edit_class(uow: UnitOfWork, command: EditClass) -> str:
    """Write a class anew. Why it stands although its lessons clash now is in the trail.

    Raises:
        UserError: as ``add_class``; ``kind_fixed``, ``class_too_full``, ``calendar_clash``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    found = uow.get(SchoolClass, command.class_id, version=command.version)
    columns = _columns(uow, command.facts, found.id)
    if command.facts.kind is not found.kind and _is_taught(uow, found.id):
        raise UserError(
            "kind_fixed",
            label("errors", "Lớp đã có buổi học nên không đổi được loại lớp. Hãy mở lớp khác."),
            fields={"kind": label("errors", "Không đổi được nữa")},
        )
    _require_seats(command.facts.capacity, count_members(uow, found.id), 0, found.code)
    facts = command.facts
    frame = Frame(facts.teacher_id, facts.room_id, facts.first_on, facts.last_on)
    reason = kept_reason(uow, rewritten_slots(uow, found.id, frame), command.clash_reason)
    with uow.act("education.edit_class", reason=reason) as act:
        act.about(found)
        for name, value in columns.items():
            setattr(found, name, value)
    return found.id


def void_class(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a class that never was: nobody sat in it.

    Raises:
        UserError: ``class_taught``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    require_reason(command.reason)
    found = uow.get(SchoolClass, command.record_id, version=command.version)
    if _is_taught(uow, found.id):
        raise UserError(
            "class_taught",
            label("errors", "Lớp đã có buổi học nên phải giữ lại. Hãy ghi ngày kết thúc của lớp thay vì bỏ."),
        )
    with uow.act("education.void_class", reason=command.reason) as act:
        act.about(found)
        for one in _members(uow, found.id):
            uow.void(one, command.reason)
        uow.void(found, command.reason)


def join_class(uow: UnitOfWork, command: JoinClass) -> int:
    """Put people into a class; answers how many were not in it yet.

    Raises:
        UserError: ``no_open_stay``, ``class_over``, ``class_too_full``, ``calendar_clash``, ``not_found``.
    """
    require(uow, PLAN_EDUCATION)
    held = uow.get(SchoolClass, command.class_id)
    wanted = [*dict.fromkeys(command.resident_ids)]
    from_on = command.from_on or local_date(uow.now)
    if held.last_on is not None and held.last_on < from_on:
        raise UserError(
            "class_over", label("errors", "Lớp {code} đã kết thúc. Hãy chọn lớp khác."), code=held.code
        )
    require_open_stays(uow, wanted)
    inside = {one.resident_id for one in _members(uow, held.id) if one.to_on is None or one.to_on > from_on}
    new = [one for one in wanted if one not in inside]
    _require_seats(held.capacity, len(inside), len(new), held.code)
    reason = kept_reason(uow, joining_slots(uow, held.id, from_on, frozenset(new)), command.clash_reason)
    with uow.act("education.join_class") as act:
        act.about(held)
        for one in new:
            uow.add(ClassMember(class_id=held.id, resident_id=one, from_on=from_on, clash_reason=reason))
    return len(new)


def leave_class(uow: UnitOfWork, command: LeaveClass) -> None:
    """Take somebody out of a class.

    Raises:
        UserError: ``has_left``, ``span_reversed``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    require_reason(command.reason)
    found = uow.get(ClassMember, command.member_id, version=command.version)
    if found.to_on is not None:
        raise UserError("has_left", label("errors", "Người này đã ra khỏi lớp."))
    faults = Faults()
    reason = faults.line("reason", command.reason)
    last_on = command.last_on or local_date(uow.now)
    faults.span("last_on", found.from_on, last_on)
    faults.refuse()
    with uow.act("education.leave_class", reason=command.reason) as act:
        act.about(found)
        found.to_on, found.reason_left = last_on + timedelta(days=1), reason


def _columns(uow: UnitOfWork, facts: ClassFacts, own_id: str = "") -> dict[str, object]:
    faults = Faults()
    needed = label("errors", "Cần mã và tên lớp. Hãy gõ vào.")
    code = faults.line("code", facts.code, needed=needed)
    if code is not None and len(code) > CODE_LIMIT:
        faults.add("text_too_long", "code", label("errors", "Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại."))
    name = faults.line("name", facts.name, needed=needed)
    note = faults.line("note", facts.note)
    faults.span("last_on", facts.first_on, facts.last_on)
    faults.amount("capacity", facts.capacity, 1, MOST_SEATS)
    check_teacher(uow, facts.teacher_id, faults)
    if (facts.level is not None) is not (facts.kind is ClassKind.SCHOOLING):
        faults.add(
            "level_needed",
            "level",
            label("errors", "Cấp học ghi cho lớp học văn hóa phổ thông, và chỉ cho lớp đó."),
        )
    if facts.kind is ClassKind.TOPICS and facts.programme_id is None:
        faults.add(
            "programme_needed",
            "programme_id",
            label("errors", "Lớp chuyên đề cần một chương trình (NĐ 163/2026 Đ86.1). Hãy chọn trong danh sách."),
        )
    faults.refuse()
    if facts.programme_id is not None:
        uow.get(Programme, facts.programme_id)
    taken = sa.select(SchoolClass.id).where(
        SchoolClass.code == code, SchoolClass.voided_at.is_(None), SchoolClass.id != own_id
    )
    if uow.session.scalar(taken.limit(1)) is not None:
        raise UserError(
            "class_code_taken",
            label("errors", "Mã lớp này đã có. Hãy chọn mã khác."),
            fields={"code": label("errors", "Mã đã có")},
        )
    return {
        "code": code,
        "name": name,
        "kind": facts.kind,
        "programme_id": facts.programme_id,
        "teacher_id": facts.teacher_id,
        "room_id": facts.room_id,
        "capacity": facts.capacity,
        "first_on": facts.first_on,
        "last_on": facts.last_on,
        "level": facts.level,
        "note": note,
    }


def _require_seats(capacity: int | None, inside: int, new: int, code: str) -> None:
    if capacity is not None and inside + new > capacity:
        raise UserError(
            "class_too_full",
            label(
                "errors", "Lớp {code} có {capacity} chỗ, đang có {inside} người. Hãy chọn lớp khác hoặc thêm chỗ."
            ),
            code=code,
            capacity=capacity,
            inside=inside,
        )


def _members(uow: UnitOfWork, class_id: str) -> Sequence[ClassMember]:
    asked = sa.select(ClassMember).where(ClassMember.class_id == class_id, ClassMember.voided_at.is_(None))
    return uow.session.scalars(asked).all()


def _is_taught(uow: UnitOfWork, class_id: str) -> bool:
    asked = sa.select(ClassSession.id).where(ClassSession.class_id == class_id, ClassSession.voided_at.is_(None))
    return uow.session.scalar(asked.limit(1)) is not None
