"""How the screens of releases make packets, print lists and take the receipt in."""

from typing import Any

from facility_app.app import print_shop
from facility_app.app.paths import resources_folder
from facility_app.app.scan_desk import taker
from facility_app.documents.payload import PlainPaper
from facility_app.modules.correspondence.queries.contents import weigh_paper_scan
from facility_app.modules.discharge.papers.packet import Packet, PacketFile
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.residents.ui.filing import SCANS
from facility_app.ui.printing import QtPrinter


def packet(uow: Any, stay_id: str) -> Packet:
    """The packet of a stay, what is missing and lawful now issued."""
    return make_packet(uow, MakePacket(stay_id), print_shop.forms())


def files(made: Packet) -> tuple[PacketFile, ...]:
    """A packet as files.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    # Here, not above: the engine takes a third of a second to load, and every start would wait for it.
    from facility_app.documents.typeface import Fonts  # noqa: PLC0415 - as above
    from facility_app.modules.discharge.papers.packet_files import render_packet  # noqa: PLC0415 - as above

    return render_packet(made, print_shop.forms(), Fonts.in_folder(resources_folder() / print_shop.FACES))


def plain(paper: PlainPaper) -> bytes:
    """An internal paper as PDF.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    from facility_app.documents.engine import render  # noqa: PLC0415 - as above
    from facility_app.documents.typeface import Fonts  # noqa: PLC0415 - as above

    return render(paper, Fonts.in_folder(resources_folder() / print_shop.FACES))


def check_scan(uow: Any, chosen: Any) -> None:
    """Refuse what cannot be kept as a scan of a paper."""
    weigh_paper_scan(uow, chosen.size_bytes, chosen.beginning)


RELEASE_PRESS = Press(print_shop.forms, packet, files, plain, QtPrinter(), taker, SCANS, check_scan)
