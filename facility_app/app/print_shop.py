"""The print house as the windows use it: forms read once, the engine loaded when first needed."""

import importlib
from functools import cache
from typing import Any

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.modules.correspondence.ui.press import Sheet

FACES = "fonts/liberation-serif"
ROOM = "facility_app.app.press_room"


@cache
def forms() -> FormLibrary:
    """Every official form; parsed once a program run, on the thread of whoever asks first."""
    return FormLibrary.load(resources_folder() / "forms")


def pdf(sheet: Sheet) -> bytes:
    """A sheet as it comes out of the printer.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    made: bytes = _room().pdf(sheet)
    return made


def word(form: FormSpec, payload: Payload, wall: Wall) -> bytes:
    """A form as a file people go on writing in."""
    made: bytes = _room().word(form, payload, wall)
    return made


def _room() -> Any:
    """The engine: every start would wait for it, and the first paper may."""
    return importlib.import_module(ROOM)
