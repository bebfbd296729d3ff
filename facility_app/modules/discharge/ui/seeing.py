"""One release read for a screen: as it is kept, and what the verb of the certificate would say now."""

from dataclasses import replace
from typing import Any

from facility_app.kernel.errors import UserError
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.queries.board import ReleaseView, read_release
from facility_app.modules.discharge.service.certificates import require_certificate


def see_release(uow: Any, stay_id: str) -> ReleaseView:
    """The release of a stay; on a working thread.

    Raises:
        UserError: ``not_found``.
    """
    view = read_release(uow, stay_id)
    if not uow.actor.may(ISSUE_RELEASE_PAPERS):
        return view
    try:
        require_certificate(uow, view.detail.stay)
    except UserError as refusal:
        return replace(view, certificate_refusal=refusal)
    return view
