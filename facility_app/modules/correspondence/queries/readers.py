"""Who may read what a paper says: whoever reads papers, and where it repeats records, whoever reads those."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.modules.correspondence.domain import READ_PAPERS
from facility_app.modules.correspondence.domain.events import PaperReaders


def rights_to_read(uow: UnitOfWork, form_id: str) -> tuple[Permission, ...]:
    """What the slices ask of a reader of such papers, beside reading papers."""
    require(uow, READ_PAPERS)
    return tuple(one for one in uow.ask(PaperReaders(form_id)) if one is not None)


def may_read(uow: UnitOfWork, form_id: str) -> bool:
    """Whether the actor may read what papers of a form say outside of the wall of health."""
    require(uow, READ_PAPERS)
    return all(uow.actor.may(one) for one in rights_to_read(uow, form_id))
