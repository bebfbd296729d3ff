"""Who reads and who makes the papers of TT 18/2026/TT-BYT: nobody who may not read what they repeat."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.modules.correspondence.api import PaperKeepers, PaperReaders, PaperWanted
from facility_app.modules.pharmacy.domain import MAKE_PAPERS, READ_TAKEN, VIEW_STOCK

READERS: Final[Mapping[str, Permission]] = {
    "T18-VIII": VIEW_STOCK,
    "T18-IX": VIEW_STOCK,
    "T18-XI": VIEW_STOCK,
    "T18-XII": VIEW_STOCK,
    "T18-XV": VIEW_STOCK,
    "T18-XVIII": READ_TAKEN,
}
"""Five tell of stock, which the auditor reads too; minutes of a return tell what somebody took."""


def _readers(_uow: UnitOfWork, asked: PaperReaders) -> Permission | None:
    return READERS.get(asked.form_id)


def _keepers(_uow: UnitOfWork, asked: PaperKeepers) -> Permission | None:
    return MAKE_PAPERS if asked.form_id in READERS else None


def _on_wanted(uow: UnitOfWork, asked: PaperWanted) -> None:
    """Papers of the book come from whoever keeps it and from the head, by hand too.

    Raises:
        PermissionDenied: the actor makes no papers of medicines.
    """
    if asked.form_id in READERS:
        require(uow, MAKE_PAPERS)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {
    PaperReaders: (_readers,),
    PaperKeepers: (_keepers,),
    PaperWanted: (_on_wanted,),
}
