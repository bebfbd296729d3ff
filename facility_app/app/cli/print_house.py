"""The forms and faces as the verbs of the command line use them; nothing here knows Qt."""

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.typeface import Fonts


def forms() -> FormLibrary:
    """Every official form.

    Raises:
        EnvironmentFault: ``form_unreadable``.
    """
    return FormLibrary.load(resources_folder() / "forms")


def fonts() -> Fonts:
    """The faces papers are set in."""
    return Fonts.in_folder(resources_folder() / "fonts" / "liberation-serif")
