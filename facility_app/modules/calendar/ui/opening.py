"""The way from a slot to the record it comes from."""

from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone

NOWHERE = label("calendar", "{what}: không có trang để mở.")
_RECORD = "record"


def open_slot(context: PageContext, slot: Slot) -> None:
    """Open the record of a slot; of one without a page say so."""
    if not slot.page:
        context.say(tr(NOWHERE, what=words.what(slot)), Tone.INFO)
        return
    args = dict(slot.args)
    context.go(Route(slot.page, args.pop(_RECORD, ""), args))
