"""How the screens of absences set their papers: sheets of the house, and the alarm file with V-43 behind it."""

import importlib
from typing import Any

from facility_app.app import print_shop
from facility_app.app.release_shop import plain
from facility_app.modules.absences.service.packs import Pack
from facility_app.modules.absences.ui.press import Press
from facility_app.ui.printing import QtPrinter

ROOM = "facility_app.app.absence_room"


def pack(made: Pack) -> bytes:
    """The alarm file as one PDF.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    room: Any = importlib.import_module(ROOM)
    pdf: bytes = room.pack(made)
    return pdf


ABSENCE_PRESS = Press(print_shop.forms, plain, pack, QtPrinter())
