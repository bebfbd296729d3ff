"""What may be chosen on the screens of papers: years that have any, who signs, what a file knows of a person."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Value
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import PermissionDenied
from facility_app.modules.correspondence.domain import ISSUE_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.tables.incoming import ReceivedPaper
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper
from facility_app.modules.residents.api import person_payload
from facility_app.modules.staff.api import Signature, list_signatories


def list_paper_years(uow: UnitOfWork) -> tuple[int, ...]:
    """Years that have a paper in either register, and this one; the newest first."""
    require(uow, READ_PAPERS)
    of_both = sa.union(sa.select(IssuedPaper.year), sa.select(ReceivedPaper.year))
    found = {*uow.session.scalars(of_both), local_date(uow.now).year}
    return tuple(sorted(found, reverse=True))


def list_form_ids(uow: UnitOfWork) -> tuple[frozenset[str], frozenset[str]]:
    """Forms that have a paper: those issued, and those received."""
    require(uow, READ_PAPERS)
    issued = frozenset(uow.session.scalars(sa.select(IssuedPaper.form_id).distinct()))
    came = sa.select(ReceivedPaper.form_id).where(ReceivedPaper.form_id.is_not(None)).distinct()
    return issued, frozenset(one for one in uow.session.scalars(came) if one is not None)


def list_signers(uow: UnitOfWork, on: date) -> tuple[Signature, ...]:
    """Who may sign the facility's papers on a day, the head first."""
    require(uow, ISSUE_PAPERS)
    return list_signatories(uow, on)


def known_of_person(uow: UnitOfWork, resident_id: str, on: date) -> Mapping[str, Value]:
    """What a person's file can fill in on a form; nothing for whoever may not read that file.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_PAPERS)
    try:
        return person_payload(uow, resident_id, on)
    except PermissionDenied:
        return {}
