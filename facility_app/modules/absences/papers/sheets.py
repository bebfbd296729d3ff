"""Sheets of the house: who is away, the escort order, the file of an alarm. The law has no form for them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import (
    Block,
    Footer,
    Grid,
    Heading,
    Photos,
    PlainPaper,
    Points,
    Signatures,
    Text,
)
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS, CASE_STATE_LABELS
from facility_app.modules.absences.domain.duties import STEP_LABELS, Step
from facility_app.modules.absences.domain.escort import WAY_LABELS
from facility_app.modules.absences.queries.cases import CaseRow, get_case
from facility_app.modules.absences.queries.choices import Imprint, read_imprint
from facility_app.modules.absences.queries.doings import get_escort
from facility_app.modules.residents.api import (
    ALERT_KIND_LABELS,
    ResidentRow,
    list_photos,
    list_resident_rows,
    read_content,
)

LIST_HEADS: Final = (
    label("papers", "TT"),
    label("papers", "Họ và tên"),
    label("papers", "Mã"),
    label("papers", "Vắng vì"),
    label("papers", "Nơi đến"),
    label("papers", "Đi lúc"),
    label("papers", "Hạn trở lại"),
    label("papers", "Tình trạng"),
)
_LIST_WIDTHS: Final = (4, 22, 10, 16, 22, 14, 14, 18)
MOST_PHOTOS: Final = 3


def list_paper(uow: UnitOfWork, rows: Sequence[CaseRow]) -> PlainPaper:
    """The list of absences as it stands."""
    require(uow, VIEW_ABSENCES)
    lines = tuple(
        (
            str(place),
            one.name,
            one.code,
            str(CASE_KIND_LABELS[one.kind]),
            one.destination or "",
            at_text(one.left_at),
            at_text(one.due_back_at),
            state_text(one),
        )
        for place, one in enumerate(rows, 1)
    )
    late = sum(one.is_overdue for one in rows)
    below = label("papers", "{count} hồ sơ, {late} quá hạn trở lại").format(count=len(rows), late=late)
    title = label("papers", "DANH SÁCH NGƯỜI VẮNG MẶT")
    return house_paper(
        title, (Grid(LIST_HEADS, lines, frozenset({0}), _LIST_WIDTHS),), read_imprint(uow), below, wide=True
    )


def escort_paper(uow: UnitOfWork, escort_id: str) -> PlainPaper:
    """Lệnh áp giải: who, where to, with whom, in what, what to take care of, and the lines of the handover.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    case_id, escort = get_escort(uow, escort_id)
    case = get_case(uow, case_id)
    person = list_resident_rows(uow, [case.resident_id])[0]
    facts = [
        (label("papers", "Người được đưa đi"), f"{person.name} – {person.code}"),
        (label("papers", "Năm sinh, giới tính"), f"{person.birth}, {str(SEX_LABELS[person.sex]).lower()}"),
        (label("papers", "Chiều"), str(WAY_LABELS[escort.way])),
        (label("papers", "Lý do"), str(CASE_KIND_LABELS[case.kind])),
        (label("papers", "Nơi đến"), case.destination or case.basis_body or ""),
        (label("papers", "Khởi hành"), at_text(escort.planned_at)),
        (label("papers", "Hạn trở lại"), at_text(case.due_back_at)),
        (label("papers", "Phương tiện"), escort.vehicle or ""),
        (label("papers", "Quyết định"), _numbered(case.decision_number, case.decision_on)),
    ]
    blocks: list[Block] = [
        Photos(photos_of(uow, case.resident_id, 1), 40),
        facts_grid(facts),
        Heading(label("papers", "Cán bộ áp giải")),
        Points(tuple(escort.officers.splitlines())),
        Heading(label("papers", "CẦN LƯU Ý")),
        Points(_risks(person, escort.measures)),
        Heading(label("papers", "Bàn giao")),
        Text(
            label("papers", "Đã giao lúc: {at}; người nhận: {whom}").format(
                at=at_text(escort.handed_at) or "……………………", whom=escort.handed_to or "……………………………………"
            )
        ),
        Text(label("papers", "Đã nhận lại lúc: ……………………; người giao: ……………………………………")),
        Signatures(
            (label("papers", "Người nhận"), label("papers", "Cán bộ áp giải"), label("papers", "Người ra lệnh"))
        ),
    ]
    return house_paper(label("papers", "LỆNH ÁP GIẢI, ĐƯA ĐÓN NGƯỜI CAI NGHIỆN"), blocks, read_imprint(uow))


def photos_of(uow: UnitOfWork, resident_id: str, most: int = MOST_PHOTOS) -> tuple[tuple[bytes, str], ...]:
    """The newest photos of a person with the day they were taken; an empty frame where there is none."""
    require(uow, VIEW_ABSENCES)
    found = list_photos(uow, resident_id)[:most]
    made = tuple((read_content(uow, one.sealed), format_date(one.taken_on)) for one in found)
    return made or ((b"", str(label("papers", "Chưa có ảnh"))),)


def at_text(at: datetime | None) -> str:
    """``21/11/2026 07:30``; empty when it is not known."""
    return "" if at is None else format_moment(at)


def state_text(row: CaseRow) -> str:
    """Where a case stands, and that somebody should be back."""
    return label("papers", "QUÁ HẠN TRỞ LẠI") if row.is_overdue else str(CASE_STATE_LABELS[row.state])


def step_text(step: Step, done_at: datetime, whom: str | None, how: str | None) -> str:
    """One step in one line."""
    return " – ".join(filter(None, (at_text(done_at), str(STEP_LABELS[step]), whom, how)))


def _risks(person: ResidentRow, measures: str | None) -> tuple[str, ...]:
    told = [str(ALERT_KIND_LABELS[one.kind]) for one in person.alerts]
    return (*told, *filter(None, (measures,))) or (str(label("papers", "Không có cảnh báo nào trong hồ sơ.")),)


def _numbered(number: str | None, on: date | None) -> str:
    return "" if number is None or on is None else f"{number}, {format_date(on)}"


def house_paper(
    title: str, blocks: Sequence[Block], imprint: Imprint, below: str = "", *, wide: bool = False
) -> PlainPaper:
    """A sheet of the house."""
    footer = Footer(imprint.printed_by, imprint.printed_at)
    day = label("papers", "Ngày {day}").format(day=format_date(local_date(imprint.printed_at)))
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below or day, is_landscape=wide)
