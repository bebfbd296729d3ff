"""The forms of a demo as PDF: one of each for somebody who leaves soon, and their packet; none is kept."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES, forms
from facility_app.app.start import Password, enter
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.printing import PrintMarks, render
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import system_actor
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.queries.issued import list_issued_ids, list_issued_rows
from facility_app.modules.discharge.papers.packet_files import render_packet
from facility_app.modules.discharge.service.drafts import TakeForm, take_form
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.stays.api import list_stay_ids

SOON: Final = Look(filters={"state": "open", "ends_within": "30"})


CERTIFIED: Final = Look(filters={"form": "V-50"})


def print_papers(folder: DataFolder, state_dir: Path, out: Path, params: KdfParams = DEFAULT_KDF) -> list[Path]:
    """Write the papers of whoever leaves next into ``out``, in place of those before.

    Args:
        folder: a demo's data folder; it stays as it is.
        state_dir: the user's state folder.
        out: where the files go.
        params: work of a key slot.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    entered = enter(folder, Password(USERS[0].name, PASSWORD), state_dir, params)
    made: dict[str, bytes] = {}
    fonts = Fonts.in_folder(resources_folder() / FACES)
    with (
        closing(open_database(folder, entered, state_dir)) as database,
        # Never committed: prints of a look around are nobody's prints.
        database.write(system_actor(outside.device_name())) as uow,
    ):
        for stay_id in _shown(uow):
            for form in forms():
                for wall in () if form.is_received else form.walls:
                    taken = take_form(uow, TakeForm(stay_id, form.id, wall), forms())
                    marks = PrintMarks(reprint=taken.reprint, qr=taken.qr)
                    name = f"{form.id}.pdf" if wall is form.walls[0] else f"{form.id}-{wall}.pdf"
                    made[name] = render(taken.form, taken.payload, fonts, parts=wall, marks=marks)
            packet = make_packet(uow, MakePacket(stay_id), forms())
            made |= {f"ban-giao-{one.name}": one.content for one in render_packet(packet, forms(), fonts)}
    for name, content in made.items():
        (out / name).write_bytes(content)
    return [out / name for name in made]


def _shown(uow: UnitOfWork) -> list[str]:
    """Whose papers: somebody's who has a certificate, else of who leaves next; nobody's in an empty facility."""
    certified = [row.stay_id for row in list_issued_rows(uow, list_issued_ids(uow, CERTIFIED)) if row.stay_id]
    return [*certified, *list_stay_ids(uow, SOON)][:1]
