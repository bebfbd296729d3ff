"""What whoever keeps the store sees of it on the home page: lots that expire and medicines that run out."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain import KEEP_STORE
from facility_app.modules.pharmacy.domain.shelf import Expiry
from facility_app.modules.pharmacy.queries.catalogue import list_medicines
from facility_app.modules.pharmacy.queries.shelf import expiring_of, list_balances, low_of
from facility_app.modules.pharmacy.queries.stock_list import LOW, SOON
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

PAGE: Final = "pharmacy.stock"
EXPIRED = label("pharmacy", "lô thuốc đã hết hạn")
EXPIRING = label("pharmacy", "lô thuốc sắp hết hạn")
RUNS_OUT = label("pharmacy", "thuốc sắp hết, đã hết")
_ORDER: Final = 62


def _figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    """Only what there is: a store in order says nothing."""
    if not uow.actor.may(KEEP_STORE):
        return ()
    balances = list_balances(uow)
    expiring = expiring_of(balances)
    expired = sum(row.expiry is Expiry.EXPIRED for row in expiring)
    told: tuple[tuple[str, Label, int, FigureTone, str], ...] = (
        ("expired", EXPIRED, expired, FigureTone.DANGER, Expiry.EXPIRED.value),
        ("expiring", EXPIRING, len(expiring) - expired, FigureTone.WARNING, SOON),
        ("low", RUNS_OUT, len(low_of(list_medicines(uow), balances)), FigureTone.WARNING, LOW),
    )
    return tuple(
        HomeFigure(f"pharmacy.{what}", text, number, tone, PAGE, {"state": state}, order=_ORDER)
        for what, text, number, tone, state in told
        if number
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HomeFigures: (_figures,)}
"""Question → what this room answers."""
