"""The choice of an official form, on top of every page that fills one in."""

from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.labels import Label
from facility_app.modules.correspondence.ui.words import TITLED, official
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.i18n import tr

OTHER_KIND = "-"
"""The choice that stands for no official form."""


class FormPicker(CodeField):
    """Chooses the form; what is typed below goes along where both forms have the place."""


def form_options(specs: list[FormSpec]) -> list[tuple[str, Label]]:
    """Forms with number and title, for the picker."""
    return [(spec.id, official(tr(TITLED, form=spec.id, title=spec.title))) for spec in specs]
