"""Thư về liều cuối cùng: what the place that goes on with a substitute must know, signed by the doctor."""

from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.papers.house import at_text, house_paper, read_imprint
from facility_app.modules.medication.queries.programmes import LastDose, find_last_dose
from facility_app.modules.residents.api import list_resident_rows

SHOWN: Final = 14
"""Doses before the last one that stand in the letter."""


def last_dose_letter(uow: UnitOfWork, resident_id: str, to: str = "") -> PlainPaper:
    """The letter about the last dose of substitution.

    Args:
        uow: the unit of work.
        resident_id: whose.
        to: the place that goes on treating; dots when it is not known.

    Raises:
        UserError: ``no_programme``, ``not_found``.
    """
    require(uow, VIEW_MAR)
    found = find_last_dose(uow, resident_id)
    people = list_resident_rows(uow, [resident_id])
    if found is None or not people:
        raise UserError(
            "no_programme",
            label(
                "errors",
                "Người này chưa có chương trình điều trị thay thế nào ở cơ sở nên không có thư về liều cuối cùng.",
            ),
        )
    person = people[0]
    facts = [
        (label("papers", "Họ và tên – mã"), f"{person.name.upper()} – {person.code}"),
        (label("papers", "Sinh, giới tính"), f"{person.birth}, {str(SEX_LABELS[person.sex]).lower()}"),
        (label("papers", "Hồ sơ điều trị thay thế số"), found.file_number),
        (label("papers", "Thuốc"), found.medicine),
        (label("papers", "Bắt đầu ở cơ sở"), format_date(found.started_on)),
        *_last(found),
    ]
    greeting = label("papers", "Kính gửi: {to}").format(to=to.strip() or "…" * 40)
    blocks: list[Block] = [
        Text(greeting, is_strong=True),
        Text(label("papers", "Cơ sở xin thông báo liều điều trị thay thế cuối cùng của người có tên dưới đây:")),
        facts_grid(facts),
    ]
    if found.recent:
        heads = (label("papers", "Ngày"), label("papers", "Liều đã dùng trong ngày"))
        rows = tuple((format_date(day), dose) for day, dose in found.recent[:SHOWN])
        blocks += [Heading(label("papers", "Các liều gần đây")), Grid(heads, rows, widths=(40, 60))]
    blocks += [
        Text(
            label(
                "papers",
                "Trước liều tiếp theo, đề nghị nơi tiếp nhận khám lại, tính ngày bỏ liều, xem dấu hiệu ngộ độc.",
            )
        ),
        Signatures((label("papers", "Bác sĩ điều trị"), label("papers", "Thủ trưởng cơ sở"))),
    ]
    title = label("papers", "THƯ VỀ LIỀU ĐIỀU TRỊ THAY THẾ CUỐI CÙNG")
    return house_paper(title, blocks, read_imprint(uow), is_wide=False)


def _last(found: LastDose) -> list[tuple[str, str]]:
    if found.last_on is None:
        return [(label("papers", "Liều cuối cùng"), label("papers", "chưa dùng liều nào"))]
    return [
        (label("papers", "Ngày dùng liều cuối"), format_date(found.last_on)),
        (label("papers", "Lúc dùng liều cuối"), at_text(found.given_at) or label("papers", "ở nơi khác")),
        (
            label("papers", "Liều cuối cùng"),
            label("papers", "{dose}, bằng {words}").format(dose=found.dose, words=found.dose_words),
        ),
        (label("papers", "Người cho dùng"), found.giver),
        (label("papers", "Số ngày bỏ liều tính đến hôm qua"), str(found.missed_days)),
    ]
