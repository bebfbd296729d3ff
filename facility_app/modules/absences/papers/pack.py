"""Hồ sơ báo động: who is missing, what they look like, where they may go, who is to be told, what was done."""

from collections.abc import Iterator
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.forms.fields import Payload, Value
from facility_app.documents.payload import Block, Heading, Photos, PlainPaper, Points
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.papers.sheets import at_text, house_paper, photos_of, step_text
from facility_app.modules.absences.queries.cases import CaseDetail, get_case
from facility_app.modules.absences.queries.choices import read_imprint
from facility_app.modules.absences.queries.doings import list_doings
from facility_app.modules.residents.api import (
    READ_FILE,
    RELATION_LABELS,
    ResidentRow,
    list_relatives,
    list_resident_rows,
    person_payload,
)
from facility_app.modules.stays.api import StayDetail, get_stay

HIDDEN: Final = label("papers", "Giấy tờ, địa chỉ, gia đình: do văn thư in, tài khoản này không xem được.")
_PLACES: Final = (
    (label("papers", "Số giấy tờ"), "id_number"),
    (label("papers", "Tên gọi khác"), "other_name"),
    (label("papers", "Thường trú"), "permanent_or_temporary_address"),
    (label("papers", "Nơi ở hiện tại"), "current_address"),
    (label("papers", "Quê quán"), "native_place"),
    (label("papers", "Chiều cao (m)"), "height_m"),
    (label("papers", "Cân nặng (kg)"), "weight_kg"),
    (label("papers", "Dấu vết riêng"), "distinguishing_marks"),
)


def alarm_paper(uow: UnitOfWork, case_id: str) -> PlainPaper:
    """Everything whoever looks for somebody needs, on as few sheets as possible.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    case = get_case(uow, case_id)
    person = list_resident_rows(uow, [case.resident_id])[0]
    blocks: list[Block] = [
        Photos(photos_of(uow, case.resident_id), 52),
        facts_grid(tuple(_looks(uow, case, person))),
        Heading(label("papers", "Nơi có thể đến, người liên hệ")),
        Points(_contacts(uow, case)),
        Heading(label("papers", "Phải báo")),
        Points(_to_tell(uow, get_stay(uow, case.stay_id))),
        Heading(label("papers", "Diễn biến")),
        Points(_story(uow, case)),
    ]
    title = label("papers", "HỒ SƠ BÁO ĐỘNG: NGƯỜI VẮNG MẶT TRÁI PHÉP")
    return house_paper(title, blocks, read_imprint(uow))


def _looks(uow: UnitOfWork, case: CaseDetail, person: ResidentRow) -> Iterator[tuple[Label, str]]:
    sex = str(SEX_LABELS[person.sex]).lower()
    yield label("papers", "Họ và tên"), f"{person.name.upper()} – {person.code}"
    yield label("papers", "Sinh, giới tính"), f"{person.birth} ({person.age}), {sex}"
    yield label("papers", "Phát hiện vắng lúc"), at_text(case.left_at)
    yield label("papers", "Nơi"), case.place or read_imprint(uow).facility_name
    yield label("papers", "Quần áo, đồ mang theo"), case.looks or ""
    yield label("papers", "Quyết định truy tìm"), case.decision_number or ""
    if uow.actor.may(READ_FILE):
        known: Payload = person_payload(uow, case.resident_id, local_date(uow.now))
        for head, name in _PLACES:
            yield head, _words(known.get(name))


def _words(value: Value) -> str:
    return "" if value is None else str(value)


def _contacts(uow: UnitOfWork, case: CaseDetail) -> tuple[str, ...]:
    if not uow.actor.may(READ_FILE):
        return (str(HIDDEN),)
    people = [one.facts for one in list_relatives(uow, case.resident_id)]
    told = [
        ", ".join(filter(None, (str(RELATION_LABELS[one.relation]), one.name, one.phone, one.address)))
        for one in people
    ]
    return tuple(told) or (str(label("papers", "Hồ sơ chưa ghi người thân nào.")),)


def _to_tell(uow: UnitOfWork, stay: StayDetail) -> tuple[str, ...]:
    """The law's addressees first: within 24 hours the commune police that made the file."""
    unknown = label("papers", "(chưa ghi; bổ sung ở thẻ Thời hạn)")
    lines = (
        label("papers", "Trong 24 giờ: Công an cấp xã đã lập hồ sơ – {name} (Luật PCMT 2025 Đ46.2i)").format(
            name=stay.decision_police or unknown
        ),
        label("papers", "Công an cấp xã nơi cư trú – {name}").format(name=stay.residence_police or unknown),
        label("papers", "Công an cấp xã nơi cơ sở đặt trụ sở – {name}").format(name=stay.seat_police or unknown),
        label("papers", "Công an cấp tỉnh; lãnh đạo cơ sở; các tổ, cổng gác; gia đình"),
        label("papers", "Tin báo gửi về: {facility}, {phone}").format(
            facility=read_imprint(uow).facility_name, phone=read_imprint(uow).phone or "……"
        ),
    )
    return tuple(map(str, lines))


def _story(uow: UnitOfWork, case: CaseDetail) -> tuple[str, ...]:
    begun = label("papers", "{at} – Phát hiện vắng mặt").format(at=at_text(case.left_at))
    steps = [step_text(one.step, one.done_at, one.whom, one.how) for one in list_doings(uow, case.case_id).steps]
    return (begun, *steps, "…………………………………………………………")
