"""Papers of a release made by hand: the book of papers gives a certificate on no other terms than its own verb."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.correspondence.api import PaperWanted
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain.law import RELEASE_LAW, law_of
from facility_app.modules.discharge.service.certificates import require_certificate
from facility_app.modules.stays.api import list_stays_of

CERTIFICATES: Final = frozenset(one.certificate for one in RELEASE_LAW.values()) - {""}
OWN: Final = "stay"
"""What this slice issues is made from a stay; its verb has asked all this."""


def _on_wanted(uow: UnitOfWork, asked: PaperWanted) -> None:
    """Whoever holds one is believed to be free: nobody else makes it, and nobody before its time.

    Raises:
        UserError: as ``require_certificate``.
        PermissionDenied: the actor makes no papers of releases.
    """
    if asked.form_id not in CERTIFICATES or asked.subject_table == OWN:
        return
    require(uow, ISSUE_RELEASE_PAPERS)
    for stay in () if asked.resident_id is None else list_stays_of(uow, asked.resident_id):
        if stay.is_open and law_of(stay.stay_type).certificate == asked.form_id:
            require_certificate(uow, stay, asked.issued_on)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {PaperWanted: (_on_wanted,)}
