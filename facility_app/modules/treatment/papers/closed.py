"""Tờ kèm: what stands behind the wall of HIV, on a sheet of its own for one addressee of the closed list."""

from collections.abc import Sequence
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_HIV
from facility_app.modules.treatment.domain.infections import INFECTION_RESULT_LABELS
from facility_app.modules.treatment.papers.house import (
    DOTS,
    NOTHING,
    at_text,
    house_paper,
    read_about,
    who_facts,
)
from facility_app.modules.treatment.queries.hiv import HivFacts

IN_PERSON: Final = label(
    "papers", "TỜ GIỮ KÍN: giao tận tay người được biết theo luật; không kẹp vào hồ sơ, không sao chép"
)


def private_annex(
    uow: UnitOfWork,
    stay_id: str,
    facts: HivFacts,
    to: str,
    medicines: Sequence[str] | None = None,
    allergies: Sequence[str] | None = None,
) -> PlainPaper:
    """What was opened from behind the wall of HIV, on a sheet of its own, for one addressee of the closed list.

    Args:
        uow: the unit of work.
        stay_id: of which stay.
        facts: as ``open_hiv`` answered: that look stands in the trail.
        to: who is given it, by name.
        medicines: medicines that belong to it, each in one line; None where the actor may not see them: room
            is left to write by hand then, for "none" would be untrue.
        allergies: what the person cannot take and the open papers must not say; None as of ``medicines``.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_HIV)
    about = read_about(uow, stay_id)
    tests = tuple(
        (
            at_text(one.result_at),
            one.method or NOTHING,
            str(INFECTION_RESULT_LABELS[one.result]),
            one.result_name or "",
        )
        for one in facts.tests
        if one.struck_at is None and one.result is not None
    )
    heads = (
        label("papers", "Ngày có kết quả"),
        label("papers", "Phương pháp"),
        label("papers", "Kết quả"),
        label("papers", "Người ghi"),
    )
    found = tuple(f"{one.code} – {one.text}" for one in facts.diagnoses if one.struck_at is None)
    blocks: list[Block] = [
        Text(label("papers", "Người nhận: {to}").format(to=to.strip() or DOTS), is_strong=True),
        facts_grid(who_facts(about)),
        Heading(label("papers", "Xét nghiệm HIV")),
        Grid(heads, tests) if tests else Text(label("papers", "Chưa có kết quả.")),
        Heading(label("papers", "Chẩn đoán")),
        Points(found) if found else Text(label("papers", "Chưa ghi.")),
        Heading(label("papers", "Thuốc")),
        _told(medicines, label("papers", "Không có y lệnh nào đang dùng.")),
        Heading(label("papers", "Dị ứng (phần giữ kín)")),
        _told(allergies, label("papers", "Chưa ghi nhận.")),
        Signatures((label("papers", "Người giao"), label("papers", "Người nhận (ký khi nhận tận tay)"))),
    ]
    return house_paper(label("papers", "TỜ KÈM – GIAO TẬN TAY"), blocks, about, note=str(IN_PERSON))


def _told(told: Sequence[str] | None, none: str) -> Block:
    if told is None:
        return Text("\n".join([DOTS] * 2))
    return Points(tuple(told)) if told else Text(none)
