"""Whether the code of an index still lists what the packet of a case holds; whoever checks learns nothing else."""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.correspondence.api import SealedSheet, list_digests
from facility_app.modules.discharge.domain.packet import PACKET_SHEET, PARTS, packet_digest
from facility_app.modules.discharge.domain.rights import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.tables import ReleaseCase


def case_digest(uow: UnitOfWork, case: ReleaseCase) -> str:
    """SHA-256 over the papers of a case as its packet lists them, in hexadecimal."""
    require(uow, ISSUE_RELEASE_PAPERS)
    return _digest(uow, case)


def _digest(uow: UnitOfWork, case: ReleaseCase) -> str:
    ids = {column: getattr(case, column) for _, columns in PARTS for column in columns}
    known = list_digests(uow, [one for one in ids.values() if one is not None])
    listed = [(part, known[ids[one]]) for part, columns in PARTS for one in columns if ids[one] in known]
    return packet_digest((part, one.form_id, one.number, one.sha256) for part, one in listed)


def _on_sealed(uow: UnitOfWork, asked: SealedSheet) -> bool | None:
    """Whether an index still lists what is in the packet; None for another sheet."""
    if asked.form_id != PACKET_SHEET:
        return None
    case = uow.session.scalars(sa.select(ReleaseCase).where(ReleaseCase.id == asked.record_id)).first()
    return None if case is None else _digest(uow, case) == asked.digest


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {SealedSheet: (_on_sealed,)}
