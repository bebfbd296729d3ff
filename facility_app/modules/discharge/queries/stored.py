"""Records of one release, for the rooms of this slice; whoever asks has been asked for the right before."""

from collections.abc import Iterable

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.discharge.domain import READ_REINTEGRATION, VIEW_RELEASES
from facility_app.modules.discharge.tables import ReintegrationPlan, ReleaseCase


def case_of(uow: UnitOfWork, stay_id: str) -> ReleaseCase | None:
    """The case of a stay; None before anything was written down."""
    require(uow, VIEW_RELEASES)
    wanted = sa.select(ReleaseCase).where(ReleaseCase.stay_id == stay_id, ReleaseCase.voided_at.is_(None))
    return uow.session.scalars(wanted).first()


def case_by_certificate(uow: UnitOfWork, paper_id: str) -> ReleaseCase | None:
    """The case a certificate belongs to; one written by hand names no stay itself."""
    require(uow, VIEW_RELEASES)
    wanted = sa.select(ReleaseCase).where(ReleaseCase.certificate_id == paper_id, ReleaseCase.voided_at.is_(None))
    return uow.session.scalars(wanted).first()


def cases_of(uow: UnitOfWork, stay_ids: Iterable[str]) -> dict[str, ReleaseCase]:
    """The cases of many stays, by the stays' ids."""
    require(uow, VIEW_RELEASES)
    wanted = sa.select(ReleaseCase).where(ReleaseCase.stay_id.in_(list(stay_ids)), ReleaseCase.voided_at.is_(None))
    return {one.stay_id: one for one in uow.session.scalars(wanted)}


def plan_of(uow: UnitOfWork, stay_id: str) -> ReintegrationPlan | None:
    """The plan V-19 of a stay; None before there is one."""
    require(uow, READ_REINTEGRATION)
    wanted = sa.select(ReintegrationPlan).where(
        ReintegrationPlan.stay_id == stay_id, ReintegrationPlan.voided_at.is_(None)
    )
    return uow.session.scalars(wanted).first()


def planned(uow: UnitOfWork, stay_ids: Iterable[str]) -> frozenset[str]:
    """Which of these stays have a plan V-19; what it says is not read."""
    require(uow, VIEW_RELEASES)
    p = sa.inspect(ReintegrationPlan).local_table.c
    wanted = sa.select(p.stay_id).where(p.stay_id.in_(list(stay_ids)), p.voided_at.is_(None))
    return frozenset(uow.session.scalars(wanted))
