"""Hồ sơ người cai nghiện chết (NĐ 163/2026/NĐ-CP Đ122): who, when, where, who was told, what is still to do."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.absences.domain import READ_HEALTH, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.duties import STEP_LABELS, STEPS_OF, Step, duties_at_leaving
from facility_app.modules.absences.papers.sheets import at_text, house_paper
from facility_app.modules.absences.queries.cases import CaseDetail, get_case
from facility_app.modules.absences.queries.choices import read_imprint
from facility_app.modules.absences.queries.doings import PaperRow, StepRow, list_doings
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.stays.api import STAY_TYPE_LABELS, get_stay

BLANK: Final = "………"
LINE: Final = "…" * 38
ARTICLES: Final[Mapping[Step, str]] = {
    Step.TOLD_INVESTIGATION: "Đ122.1",
    Step.TOLD_PROCURACY: "Đ122.1",
    Step.TOLD_HEALTH_BODY: "Đ122.1",
    Step.TOLD_RELATIVES: "Đ122.1, Đ122.2",
    Step.DEATH_MINUTES: "Đ122.1",
    Step.BURIAL: "Đ122.2",
}
CAUSE_HIDDEN: Final = label("papers", "do y tế ghi, tài khoản này không xem được")


def death_paper(uow: UnitOfWork, case_id: str) -> PlainPaper:
    """The whole dossier; what was not done yet has its deadline and a line to write on.

    The cause stands there only for whoever may read of health.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    case, doings = get_case(uow, case_id), list_doings(uow, case_id)
    person = list_resident_rows(uow, [case.resident_id])[0]
    blocks: list[Block] = [
        facts_grid(tuple(_facts(uow, case, person))),
        Heading(label("papers", "Thông báo, biên bản, mai táng (NĐ 163/2026/NĐ-CP Đ122)")),
        _checklist(case, doings.steps),
        Text(
            label(
                "papers",
                "Thân nhân vắng mặt sau 24 giờ kể từ khi báo, hoặc không có thân nhân: vẫn lập biên bản; không ai "
                "đến trong 24 giờ thì cơ sở tổ chức mai táng, kinh phí do Nhà nước bảo đảm.",
            )
        ),
        Heading(label("papers", "Giấy tờ trong hồ sơ")),
        Points(tuple(map(_paper_text, doings.papers)) or (BLANK * 8,)),
        Heading(label("papers", "Thi thể, tư trang, tiền lưu ký: giao cho ai, lúc nào")),
        Text("\n".join([LINE] * 2)),
        Signatures((label("papers", "NGƯỜI LẬP HỒ SƠ"), label("papers", "NGƯỜI ĐỨNG ĐẦU CƠ SỞ"))),
    ]
    return house_paper(label("papers", "HỒ SƠ NGƯỜI CAI NGHIỆN CHẾT"), blocks, read_imprint(uow))


def _facts(uow: UnitOfWork, case: CaseDetail, person: ResidentRow) -> Iterator[tuple[Label, str]]:
    stay = get_stay(uow, case.stay_id)
    sex = str(SEX_LABELS[person.sex]).lower()
    yield label("papers", "Họ và tên"), f"{person.name.upper()} – {stay.code}"
    yield label("papers", "Sinh, giới tính"), f"{person.birth}, {sex}"
    yield (
        label("papers", "Diện cai nghiện, vào cơ sở"),
        (f"{STAY_TYPE_LABELS[stay.stay_type]}, {format_date(stay.admitted_on)}"),
    )
    yield label("papers", "Chết lúc"), at_text(case.left_at)
    yield label("papers", "Nơi chết"), case.place or BLANK
    told = uow.actor.may(READ_HEALTH)
    yield label("papers", "Nguyên nhân đã biết"), (case.cause or BLANK) if told else str(CAUSE_HIDDEN)


def _checklist(case: CaseDetail, steps: Sequence[StepRow]) -> Grid:
    due = _deadlines(case.left_at)
    wanted = [one for one in STEPS_OF[CaseKind.DEATH] if one in ARTICLES]
    rows = [_line(step, due.get(step), [one for one in steps if one.step is step]) for step in wanted]
    rows += [_line(one.step, None, [one]) for one in steps if one.step not in ARTICLES]
    heads = (
        label("papers", "Việc"),
        label("papers", "Hạn"),
        label("papers", "Đã làm lúc"),
        label("papers", "Báo ai, ai lập"),
        label("papers", "Cách báo, số văn bản"),
    )
    return Grid(heads, tuple(rows), widths=(32, 16, 16, 20, 16))


def _deadlines(left_at: datetime | None) -> dict[str, datetime]:
    if left_at is None:
        return {}
    return {one.code: one.due_at for one in duties_at_leaving(CaseKind.DEATH, left_at)}


def _line(step: Step, due: datetime | None, done: Sequence[StepRow]) -> tuple[str, str, str, str, str]:
    article = ARTICLES.get(step)
    # On paper it is a thing to do: whether it was done stands beside it.
    said = str(STEP_LABELS[step]).removeprefix("Đã ")
    said = said[0].upper() + said[1:]
    what = f"{said} ({article})" if article else said
    at = "\n".join(at_text(one.done_at) for one in done)
    whom = "\n".join(one.whom or BLANK for one in done)
    how = "\n".join(one.how or BLANK for one in done)
    return what, at_text(due), at or BLANK, whom or BLANK, how or BLANK


def _paper_text(one: PaperRow) -> str:
    return f"{one.form_id}, {one.number}, {format_date(one.issued_on)}"
