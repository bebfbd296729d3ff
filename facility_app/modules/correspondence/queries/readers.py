"""Who may read what a paper says and handle papers of a form: the office, and whoever keeps those records."""

from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.domain.events import PaperKeepers, PaperReaders


@dataclass(frozen=True, slots=True)
class FormRights:
    """What the actor may do with papers of one form.

    A right of the office is for papers of every form. Whoever keeps the records a form repeats may do the same
    with papers of that form, and neither with others nor with the register.
    """

    uow: UnitOfWork
    form_id: str

    def may(self, right: Permission) -> bool:
        """Whether a right of the office is held, or the one that stands for it."""
        actor = self.uow.actor
        if actor.may(right):
            return True
        return any(one is not None and actor.may(one) for one in self.uow.ask(PaperKeepers(self.form_id)))

    def require(self, right: Permission) -> None:
        """Refuse unless ``may``.

        Raises:
            PermissionDenied: naming the right of the office.
        """
        if not self.may(right):
            require(self.uow, right)


def rights_to_read(uow: UnitOfWork, form_id: str) -> tuple[Permission, ...]:
    """What the slices ask of a reader of such papers, beside reading papers."""
    require(uow, HANDLE_PAPERS)
    FormRights(uow, form_id).require(READ_PAPERS)
    return tuple(one for one in uow.ask(PaperReaders(form_id)) if one is not None)


def may_read(uow: UnitOfWork, form_id: str) -> bool:
    """Whether the actor may read what papers of a form say outside of the wall of health."""
    require(uow, HANDLE_PAPERS)
    return all(uow.actor.may(one) for one in rights_to_read(uow, form_id))
