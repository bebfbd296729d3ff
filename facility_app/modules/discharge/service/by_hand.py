"""Papers of a release made by hand: a certificate on no other terms than its own verb, and known to the case."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.correspondence.api import PaperIssued, PaperWanted
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.law import RELEASE_LAW, law_of
from facility_app.modules.discharge.domain.once import require_none
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.service.certificates import require_certificate
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.stays.api import StayDetail, list_stays_of

CERTIFICATES: Final = frozenset(one.certificate for one in RELEASE_LAW.values()) - {""}
OWN: Final = "stay"
"""What this slice issues is made from a stay; its verb has asked all this."""


def _on_wanted(uow: UnitOfWork, asked: PaperWanted) -> None:
    """Whoever holds one is believed to be free: nobody else makes it, nobody before its time, and once only.

    Raises:
        UserError: ``certificate_made_already``; as ``require_certificate``.
        PermissionDenied: the actor makes no papers of releases.
    """
    if asked.form_id not in CERTIFICATES or asked.subject_table == OWN:
        return
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = _certified(uow, asked.form_id, asked.resident_id)
    if stay is None:
        return
    case = case_of(uow, stay.stay_id)
    require_none(None if case is None else case.certificate_id, "certificate_made_already")
    if stay.is_open:
        require_certificate(uow, stay, asked.issued_on)


def _on_issued(uow: UnitOfWork, told: PaperIssued) -> None:
    """One written by hand is the certificate of the case: nobody is asked for a second one."""
    if told.form_id not in CERTIFICATES or told.subject_table == OWN:
        return
    stay = _certified(uow, told.form_id, told.resident_id)
    if stay is None:
        return
    case = case_for(uow, stay)
    case.certificate_id = told.paper_id
    done(uow, stay.stay_id, rules.CERTIFICATE)


def _certified(uow: UnitOfWork, form_id: str, resident_id: str | None) -> StayDetail | None:
    """The stay such a certificate is about: the open one, else the last of its kind; None where nobody has one."""
    stays = () if resident_id is None else list_stays_of(uow, resident_id)
    fitting = [one for one in stays if law_of(one.stay_type).certificate == form_id]
    return next((one for one in fitting if one.is_open), next(iter(fitting), None))


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {PaperWanted: (_on_wanted,)}
HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {PaperIssued: (_on_issued,)}
