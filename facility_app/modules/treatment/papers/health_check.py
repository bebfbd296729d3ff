"""Phiếu khám sức khỏe: the yearly one and the one before leaving, with what was measured that day.

No national form was found: what NĐ 163/2026/NĐ-CP Đ88.1 names, the state of body and of mind, stands first.
"""

from collections.abc import Iterator
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Heading, PlainPaper, Signatures, Text
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_RECORD
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.health_check import (
    HEALTH_CHECK_ARTICLES,
    HEALTH_VERDICT_LABELS,
    HealthCheckKind,
)
from facility_app.modules.treatment.papers.course import CONFIDENTIAL
from facility_app.modules.treatment.papers.house import (
    NOTHING,
    About,
    allergies,
    at_text,
    diagnosis_text,
    house_paper,
    late_text,
    read_about,
    signs_text,
    struck_text,
    who_facts,
)
from facility_app.modules.treatment.queries.measured import list_vitals
from facility_app.modules.treatment.queries.record import HealthCheckRow, get_record_number, list_diagnoses

_TITLES: Final = {
    HealthCheckKind.YEARLY: label("papers", "PHIẾU KHÁM SỨC KHỎE ĐỊNH KỲ"),
    HealthCheckKind.RELEASE: label("papers", "PHIẾU KHÁM, ĐÁNH GIÁ SỨC KHỎE TRƯỚC KHI RA CƠ SỞ"),
}


def health_check_paper(uow: UnitOfWork, check: HealthCheckRow) -> PlainPaper:
    """One health check; nothing on it comes from behind the wall of HIV.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_RECORD)
    about = read_about(uow, check.stay_id)
    blocks: list[Block] = [
        facts_grid(tuple(_facts(uow, about, check))),
        Heading(label("papers", "Sức khỏe thể chất")),
        Text(struck_text(check.written, check.body)),
        Heading(label("papers", "Dấu hiệu sinh tồn, cân nặng đo trong ngày khám")),
        Text(_measured(uow, check)),
        Heading(label("papers", "Sức khỏe tâm thần")),
        Text(check.mind),
        Heading(label("papers", "Bệnh đang có, dị ứng")),
        Text(_diagnoses(uow, check)),
        Text(label("papers", "Dị ứng: {told}").format(told=allergies(uow, about))),
        Heading(label("papers", "Kết luận")),
        Text(str(HEALTH_VERDICT_LABELS[check.verdict]), is_strong=True),
        Heading(label("papers", "Hướng xử trí, điều trị tiếp")),
        Text(check.advice or NOTHING),
        Signatures(
            (
                label("papers", "NGƯỜI ĐƯỢC KHÁM"),
                label("papers", "BÁC SĨ KHÁM"),
                label("papers", "NGƯỜI ĐỨNG ĐẦU CƠ SỞ"),
            )
        ),
    ]
    below = label("papers", "Theo {article}").format(article=HEALTH_CHECK_ARTICLES[check.kind])
    return house_paper(_TITLES[check.kind], blocks, about, below, note=str(CONFIDENTIAL))


def _facts(uow: UnitOfWork, about: About, check: HealthCheckRow) -> Iterator[tuple[str, str]]:
    yield from who_facts(about)
    yield label("papers", "Số hồ sơ bệnh án"), get_record_number(uow, check.stay_id)
    yield (
        label("papers", "Khám lúc"),
        " ".join((at_text(check.written.happened_at), late_text(check.written))).strip(),
    )
    yield label("papers", "Bác sĩ khám"), check.examiner
    if check.written.author != check.examiner:
        yield label("papers", "Người ghi"), check.written.author


def _measured(uow: UnitOfWork, check: HealthCheckRow) -> str:
    """Everything measured on that day: what an older day says is not of this examination."""
    signs = dict(clinical(uow.ports.shelf).signs)
    day = local_date(check.written.happened_at)
    rows = [
        one
        for one in list_vitals(uow, check.stay_id)
        if one.written.struck_at is None and local_date(one.written.happened_at) == day
    ]
    told = [f"{at_text(one.written.happened_at)}: {signs_text(one, signs)}" for one in reversed(rows)]
    return "\n".join(told) or label("papers", "Không đo trong ngày khám.")


def _diagnoses(uow: UnitOfWork, check: HealthCheckRow) -> str:
    standing = [one for one in list_diagnoses(uow, check.stay_id) if one.written.struck_at is None]
    return "; ".join(map(diagnosis_text, standing)) or label("papers", "Chưa ghi chẩn đoán nào.")
