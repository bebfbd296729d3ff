"""What a person's file or another record fills in: never over what was typed, taken back when it changes."""

from collections.abc import Mapping
from typing import Any

from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.ui.form_entry import shown_of
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

PERSON = label("correspondence", "Về người cai nghiện")
PERSON_HINT = label("correspondence", "Chọn người thì các mục nhân thân còn trống được điền từ hồ sơ.")
FILLED = label("correspondence", "Đã điền {count} mục từ hồ sơ; hãy đối chiếu trước khi ban hành.")
RECORD = "record_id"
"""The field of a record that is no person."""


def person_field(press: Press, context: PageContext, *, is_required: bool) -> PersonField | None:
    """Whom it is about; None where nobody may be looked up."""
    people = press.people
    if people is None or not context.may(people.permission):
        return None
    return PersonField(
        "resident_id", PERSON, runner=context.runner, lookup=people.lookup, find=people.find,
        is_required=is_required, hint=PERSON_HINT,
    )  # fmt: skip


def source_of(form: Form[Any] | None) -> LookupField | None:
    """What is chosen to fill the form from: a person, or another record."""
    fields = {} if form is None else form.fields
    found = fields.get(RECORD) or fields.get("resident_id")
    return found if isinstance(found, LookupField) else None


class FileFill:
    """What was filled into one form."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._filled: dict[str, str] = {}

    def put(self, form: Form[Any], chosen: FormSpec, known: Mapping[str, Any]) -> None:
        """Fill in what is known where nothing stands; what came from somebody else goes first."""
        self.take_back(form)
        for name, value in shown_of(chosen, known).items():
            field = form.fields.get(name)
            if field is not None and field.is_empty():
                field.set_value(value)
                self._filled[name] = field.typed()
        form.restore({})
        if self._filled:
            form.show_note(tr(FILLED, count=len(self._filled)))

    def take_back(self, form: Form[Any] | None) -> None:
        """What came from the file of somebody else goes, unless it was changed here."""
        for name, typed in self._filled.items():
            field = None if form is None else form.fields.get(name)
            if field is not None and field.is_same(field.typed(), typed):
                field.set_value(None)
                field.show_loaded()
        self._filled = {}
