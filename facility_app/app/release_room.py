"""What sets packets and lists on paper; loaded when the first one is made, for the engine takes its time."""

from facility_app.app import print_shop
from facility_app.app.paths import resources_folder
from facility_app.documents.diploma import Diploma
from facility_app.documents.diploma_page import render_diploma
from facility_app.documents.engine import render
from facility_app.documents.payload import PlainPaper
from facility_app.documents.typeface import Fonts
from facility_app.modules.discharge.papers.packet import Packet, PacketFile
from facility_app.modules.discharge.papers.packet_files import render_packet

FACES = Fonts.in_folder(resources_folder() / print_shop.FACES)


def files(made: Packet) -> tuple[PacketFile, ...]:
    """A packet as files.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    return render_packet(made, print_shop.forms(), FACES)


def plain(paper: PlainPaper | Diploma) -> bytes:
    """An internal paper, or a certificate, as PDF.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    return render_diploma(paper, FACES) if isinstance(paper, Diploma) else render(paper, FACES)
