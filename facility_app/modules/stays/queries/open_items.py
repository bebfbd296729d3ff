"""What of a stay is still open when it ends: stages, plan, undecided remand, absences without a paper."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES, REMAND_SILENT
from facility_app.modules.stays.domain.events import OpenItem, OpenItems
from facility_app.modules.stays.domain.owing import is_unconfirmed, is_undecided, lacks_paper
from facility_app.modules.stays.domain.plan import JUDGED_ARTICLES, PLAN_ARTICLES
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.stages import STAGE_ARTICLES, STAGE_LABELS, StageRow, stages_missing
from facility_app.modules.stays.domain.types import EVENT_KIND_LABELS
from facility_app.modules.stays.queries.stored import events_of, stages_of
from facility_app.modules.stays.tables import RehabPlan, Stay

PERSON_PAGE: Final = "residents.person"
TERM, STAGES, PLAN = "stays.term", "stays.stages", "stays.plan"
"""Where each is cured: the person's page and the tab on it."""


def _open_items(uow: UnitOfWork, question: OpenItems) -> tuple[OpenItem, ...]:
    if not uow.actor.may(VIEW_STAYS):
        return ()
    stay = uow.get(Stay, question.stay_id)
    return (*_events(uow, stay), *_stages(uow, stay, question.on), *_plan(uow, stay))


def _events(uow: UnitOfWork, stay: Stay) -> list[OpenItem]:
    found = []
    for event in events_of(uow, stay.id):
        if is_undecided(event):
            text = label("stays", "Chưa quyết định thời gian tạm giữ, tạm giam tính thế nào")
            found.append(
                OpenItem("remand_undecided", text, {}, PERSON_PAGE, stay.resident_id, REMAND_SILENT, tab=TERM)
            )
        elif lacks_paper(event) or is_unconfirmed(event):
            missing = label("stays", "Chưa có số, ngày của giấy tờ về: {kind}")
            unconfirmed = label("stays", "Người đứng đầu chưa xác nhận giấy tờ về: {kind}")
            text = missing if lacks_paper(event) else unconfirmed
            params: dict[str, object] = {"kind": EVENT_KIND_LABELS[event.kind]}
            article = EVENT_ARTICLES[stay.legal_regime][event.kind]
            found.append(OpenItem("event_paper", text, params, PERSON_PAGE, stay.resident_id, article, tab=TERM))
    return found


def _stages(uow: UnitOfWork, stay: Stay, on: date) -> list[OpenItem]:
    """The stages without which a stay of the type and the law is not completed here; no others are asked for."""
    kept = stages_of(uow, stay.id)
    rows = [StageRow(one.stage, one.start_on, one.end_on, one.result) for one in kept]
    begun = {row.stage for row in rows}
    found = []
    for stage in stages_missing(stay.stay_type, stay.legal_regime, rows, on=on):
        missing = label("stays", "Giai đoạn {number} “{stage}” chưa được ghi")
        lasting = label("stays", "Giai đoạn {number} “{stage}” chưa kết thúc, chưa đánh giá")
        params: dict[str, object] = {"number": stage.number, "stage": STAGE_LABELS[stage]}
        text = lasting if stage in begun else missing
        article = STAGE_ARTICLES[stay.legal_regime][stage]
        found.append(OpenItem("stage_open", text, params, PERSON_PAGE, stay.resident_id, article, tab=STAGES))
    return found


def _plan(uow: UnitOfWork, stay: Stay) -> list[OpenItem]:
    if not stay.stay_type.has_term:
        return []
    c = sa.inspect(RehabPlan).local_table.c
    kept = uow.session.execute(
        sa.select(c.recovery_result, c.education_result, c.labour_result).where(
            c.stay_id == stay.id, c.voided_at.is_(None)
        )
    ).first()
    if kept is None:
        article = PLAN_ARTICLES[stay.legal_regime]
        text = label("stays", "Chưa có kế hoạch cai nghiện (V-18)")
        return [OpenItem("plan_missing", text, {}, PERSON_PAGE, stay.resident_id, article, tab=PLAN)]
    if None in kept:
        article = JUDGED_ARTICLES[stay.legal_regime]
        text = label("stays", "Chưa đánh giá kết quả kế hoạch cai nghiện (V-18 phần V)")
        return [OpenItem("plan_unjudged", text, {}, PERSON_PAGE, stay.resident_id, article, tab=PLAN)]
    return []


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {OpenItems: (_open_items,)}
