"""The engine of the print house with its faces. Importing it costs a third of a second: see ``print_shop``."""

from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.printing import PrintMarks, render
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.documents.forms.word import to_docx
from facility_app.documents.typeface import Fonts
from facility_app.modules.correspondence.ui.press import Sheet


def pdf(sheet: Sheet) -> bytes:
    """A sheet as it comes out of the printer.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    marks = PrintMarks(sheet.copy, sheet.reprint, sheet.is_void, sheet.qr)
    faces = Fonts.in_folder(resources_folder() / FACES)
    return render(sheet.form, sheet.payload, faces, parts=sheet.wall, marks=marks)


def word(form: FormSpec, payload: Payload, wall: Wall) -> bytes:
    """A form as a file people go on writing in."""
    return to_docx(form, payload, parts=wall)
