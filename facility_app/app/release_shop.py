"""How the screens of releases make packets, print lists and take the receipt in."""

import importlib
from typing import Any

from facility_app.app import print_shop
from facility_app.app.packet_folder import save_packets
from facility_app.app.scan_desk import taker
from facility_app.documents.payload import PlainPaper
from facility_app.modules.correspondence.queries.contents import weigh_paper_scan
from facility_app.modules.discharge.papers.packet import Packet, PacketFile
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.residents.ui.filing import SCANS
from facility_app.ui.printing import QtPrinter

ROOM = "facility_app.app.release_room"


def packet(uow: Any, stay_id: str) -> Packet:
    """The packet of a stay, what is missing and lawful now issued."""
    return make_packet(uow, MakePacket(stay_id), print_shop.forms())


def files(made: Packet) -> tuple[PacketFile, ...]:
    """A packet as files.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    set_on_paper: tuple[PacketFile, ...] = _room().files(made)
    return set_on_paper


def plain(paper: PlainPaper) -> bytes:
    """An internal paper as PDF.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    set_on_paper: bytes = _room().plain(paper)
    return set_on_paper


def _room() -> Any:
    """The engine: every start would wait for it, and the first packet may."""
    return importlib.import_module(ROOM)


def check_scan(uow: Any, chosen: Any) -> None:
    """Refuse what cannot be kept as a scan of a paper."""
    weigh_paper_scan(uow, chosen.size_bytes, chosen.beginning)


RELEASE_PRESS = Press(print_shop.forms, packet, files, save_packets, plain, QtPrinter(), taker, SCANS, check_scan)
