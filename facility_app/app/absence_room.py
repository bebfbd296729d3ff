"""Sets the alarm file; loaded when the first one is printed, for the engine takes its time."""

from facility_app.app.release_room import FACES, plain
from facility_app.documents.forms.printing import PrintMarks, render
from facility_app.modules.absences.service.packs import Pack
from facility_app.ui.printing.pdf import joined


def pack(made: Pack) -> bytes:
    """The sheet, and V-43 behind it where it was issued.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    files = [plain(made.sheet)]
    if made.search is not None:
        taken = made.search
        marks = PrintMarks(reprint=taken.reprint, qr=taken.qr)
        files.append(render(taken.form, taken.payload, FACES, parts=taken.wall, marks=marks))
    return joined(files)
