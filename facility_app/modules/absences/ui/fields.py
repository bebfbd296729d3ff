"""Forms about absences: their fields, and the dialog they are asked in."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.absences.queries.choices import find_people, find_person
from facility_app.modules.absences.service.escorts import Escorting
from facility_app.modules.absences.service.minutes import Minutes
from facility_app.modules.absences.service.searching import Told
from facility_app.ui.forms import usual
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.shell.spec import PageContext

PERSON = label("absences", "Người cai nghiện")
PERSON_HINT = label("absences", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
DAY, HOUR = label("terms", "Ngày"), label("absences", "Giờ")
REASON, NOTE = label("terms", "Lý do"), label("terms", "Ghi chú")
NUMBER, DATED = label("absences", "Số, ký hiệu"), label("absences", "Ngày văn bản")
OFFICERS = label("absences", "Cán bộ áp giải, mỗi người một dòng")
VEHICLE, MEASURES = label("absences", "Phương tiện"), label("absences", "Lưu ý khi áp giải")
MAKE = label("absences", "Biên bản giao nhận")
BY_HAND, AT_ONCE = label("absences", "Lập tay, in sau"), label("absences", "Lập và lấy vào hồ sơ ngay")
EMPTY = label("absences", "Để trống: của cơ sở")
YES, NO = "yes", "no"
MAY_NOT_ISSUE = label("absences", "Tài khoản này không ban hành văn bản; văn thư lập sau.")


def now_fields(context: PageContext) -> dict[str, object]:
    """A beginning at this minute."""
    now = context.clock.now().astimezone(LOCAL)
    return {"happened_at": now.date(), "happened_time": time(now.hour, now.minute)}


def add_moment(form: Form[Any], context: PageContext, head: Label = DAY) -> None:
    """The day and hour something happened."""
    form.add(
        usual.past_day(context, "happened_at", head, is_required=True),
        TimeField("happened_time", HOUR),
        spans=(6, 6),
    )


def moment_of(values: Mapping[str, Any]) -> datetime | None:
    """What was typed of day and hour; midnight where no hour was."""
    if values.get("happened_at") is None:
        return None
    return datetime.combine(values["happened_at"], values.get("happened_time") or time(), LOCAL)


def note(name: str, head: Label = NOTE, *, is_required: bool = False, hint: Label | None = None) -> NoteField:
    """A sentence or two."""
    return NoteField(name, head, is_required=is_required, hint=hint, limit=usual.LINE_LIMIT, lines=2)


def choice(
    name: str,
    head: Label,
    options: tuple[tuple[str, Label], ...],
    *,
    is_required: bool = False,
    hint: Label | None = None,
) -> CodeField:
    """One of a few."""
    return CodeField(name, head, options=options, is_required=is_required, hint=hint)


def add_paper(form: Form[Any], context: PageContext, *, is_required: bool = False) -> None:
    """Number and day of a paper from outside."""
    form.add(
        TextField("number", NUMBER, is_required=is_required, limit=usual.NUMBER_LIMIT),
        usual.past_day(context, "dated_on", DATED, is_required=is_required),
        spans=(8, 4),
    )


def add_escort(form: Form[Any]) -> None:
    """Who goes along; nobody where nothing is typed."""
    form.add(note("officers", OFFICERS))
    form.add(usual.line("vehicle", VEHICLE), usual.line("measures", MEASURES))


def escort_of(values: Mapping[str, Any]) -> Escorting | None:
    """What was typed of it."""
    if not values.get("officers"):
        return None
    return Escorting(values["officers"], values.get("vehicle") or "", values.get("measures") or "")


def add_minutes(form: Form[Any], *, may_issue: bool, is_body: bool) -> None:
    """The other side of a handover; ``is_body`` for an officer of a body, else somebody of the family."""
    whether = choice("minutes", MAKE, ((YES, AT_ONCE), (NO, BY_HAND)), is_required=True)
    name = usual.line("other_name", label("absences", "Người giao, nhận phía bên kia"))
    if not may_issue:
        whether.set_why_not(MAY_NOT_ISSUE)
    form.add(whether, name)
    if is_body:
        form.add(
            usual.line("other_position", label("absences", "Chức vụ")),
            usual.line("other_agency", label("absences", "Cơ quan")),
        )
        form.add(
            note(
                "condition",
                label("absences", "Tình trạng khi giao nhận"),
                hint=label("absences", "V-42 cần ghi; chỉ ghi dấu hiệu nhìn thấy"),
            ),
            note("effects", label("absences", "Tư trang, mỗi thứ một dòng")),
        )


def minutes_of(values: Mapping[str, Any]) -> Minutes | None:
    """What was typed of it; None where minutes are made by hand."""
    if values.get("minutes") != YES:
        return None
    return Minutes(
        values.get("other_name") or "",
        values.get("other_position") or "",
        values.get("other_agency") or "",
        values.get("condition") or "",
        values.get("effects") or "",
    )


def add_told(form: Form[Any]) -> None:
    """Whom V-43 names to be told."""
    form.add(
        usual.line(
            "report_contact_name",
            label("absences", "V-43: báo cho ông (bà)"),
            hint=label("absences", "Để trống: người đứng đầu, điện thoại cơ sở"),
        ),
        usual.line("report_contact_phone", label("absences", "Điện thoại nhận tin"), hint=EMPTY),
        spans=(8, 4),
    )


def told_of(values: Mapping[str, Any]) -> Told:
    """What was typed of it."""
    return Told(values.get("report_contact_name") or "", values.get("report_contact_phone") or "")


def person_field(context: PageContext) -> PersonField:
    """A resident."""
    return PersonField(
        "resident_id",
        PERSON,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=PERSON_HINT,
    )


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _choice(found)
