"""The print house as the windows use it: forms read once, faces found, the engine loaded when first needed."""

from functools import cache

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.modules.correspondence.ui.press import Sheet

FACES = "fonts/liberation-serif"


@cache
def forms() -> FormLibrary:
    """Every official form; parsed once a program run, on the thread of whoever asks first."""
    return FormLibrary.load(resources_folder() / "forms")


def pdf(sheet: Sheet) -> bytes:
    """A sheet as it comes out of the printer.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    # Here, not above: the engine takes a third of a second to load, and every start would wait for it.
    from facility_app.documents.forms.printing import PrintMarks, render  # noqa: PLC0415 - as above
    from facility_app.documents.typeface import Fonts  # noqa: PLC0415 - as above

    marks = PrintMarks(sheet.copy, sheet.reprint, sheet.is_void, sheet.qr)
    faces = Fonts.in_folder(resources_folder() / FACES)
    return render(sheet.form, sheet.payload, faces, parts=sheet.wall, marks=marks)


def word(form: FormSpec, payload: Payload, wall: Wall) -> bytes:
    """A form as a file people go on writing in."""
    from facility_app.documents.forms.word import to_docx  # noqa: PLC0415 - as above

    return to_docx(form, payload, parts=wall)
