"""Sổ huấn luyện an toàn: who was trained in what, by whom and until when, with room to sign."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.admission import SAFETY_ARTICLE
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.papers.frame import CODE, HEAD, NAME, NUMBER, SIGN, paper
from facility_app.modules.labour.queries.people import list_trainings_between
from facility_app.modules.residents.api import list_resident_marks

TITLE: Final = label("papers", "SỔ HUẤN LUYỆN AN TOÀN, VỆ SINH LAO ĐỘNG")
TRAINER: Final = label("papers", "Người huấn luyện")
NOTHING: Final = label("papers", "Không có buổi huấn luyện nào trong thời gian này.")


def safety_paper(uow: UnitOfWork, first: date, last: date) -> PlainPaper:
    """Every safety training held between two days, both included, the earliest first, then by code.

    Raises:
        UserError: ``span_reversed``.
    """
    require(uow, VIEW_LABOUR)
    faults = Faults()
    faults.span("last", first, last)
    faults.refuse()
    found = list_trainings_between(uow, first, last)
    people = list_resident_marks(uow, [one.resident_id for one in found])
    today = local_date(uow.now)
    heads = (
        NUMBER,
        label("papers", "Ngày"),
        CODE,
        NAME,
        label("papers", "Công việc"),
        label("papers", "Nội dung"),
        TRAINER,
        label("papers", "Có giá trị đến"),
        SIGN,
    )
    listed = sorted(
        (one for one in found if one.resident_id in people),
        key=lambda one: (one.trained_on, people[one.resident_id].code, one.training_id),
    )
    rows = tuple(
        (
            str(place),
            format_date(one.trained_on),
            people[one.resident_id].code,
            people[one.resident_id].name,
            one.work_type or label("papers", "mọi công việc"),
            one.content or "",
            one.trainer_name,
            _until(one.valid_until, today),
            "",
        )
        for place, one in enumerate(listed, 1)
    )
    span = label("papers", "Từ {first} đến {last}").format(first=format_date(first), last=format_date(last))
    total = label("papers", "Tổng số {count} lượt, {people} người; đã hết giá trị {over} lượt.").format(
        count=len(listed),
        people=len({one.resident_id for one in listed}),
        over=sum(one.valid_until < today for one in listed),
    )
    book: tuple[Block, ...] = (
        (Grid(heads, rows, frozenset({0}), (5, 12, 13, 24, 17, 28, 20, 14, 14)), Text(total, is_strong=True))
        if rows
        else (Text(NOTHING),)
    )
    return paper(uow, TITLE, (*book, Signatures((TRAINER, HEAD))), f"{span} ({SAFETY_ARTICLE})", is_landscape=True)


def _until(day: date, today: date) -> str:
    said = format_date(day)
    return said if day >= today else label("papers", "{day} (hết)").format(day=said)
