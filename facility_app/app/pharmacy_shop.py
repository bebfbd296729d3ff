"""How the screens of the pharmacy set their papers: as every official form, with its code and its stamp."""

from typing import Any

from facility_app.app import print_shop
from facility_app.app.registry import papers
from facility_app.app.release_shop import plain
from facility_app.app.scan_desk import taker
from facility_app.kernel.actor import Role
from facility_app.modules.access.service import AskCountersign, countersign
from facility_app.modules.correspondence.ui.press import Sheet
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.residents.ui.filing import SCANS
from facility_app.ui.printing import QtPrinter


def pdf(taken: Any) -> bytes:
    """A paper as the pharmacy's verbs answer it, as PDF.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    return print_shop.pdf(Sheet(taken.form, taken.payload, taken.wall, taken.qr, taken.reprint))


def agreement(uow: Any, verb: str, roles: frozenset[Role], name: str, password: str) -> Any:
    """What a second person gives for one verb of a slice that may not know accounts."""
    return countersign(uow, AskCountersign(verb, roles, name, password))


PHARMACY_PRESS = Press(print_shop.forms, pdf, plain, QtPrinter(), agreement, papers, taker, SCANS)
