"""Fields that forms about medicines have in common: which medicine, which place, how much, when."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.queries.catalogue import (
    PlaceRow,
    list_places,
)
from facility_app.modules.pharmacy.queries.choices import find_people, find_person
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

MOST_CHOICES: Final = 30
DAY, HOUR = label("terms", "Ngày"), label("terms", "Giờ")
NOTE, REASON = label("terms", "Ghi chú"), label("terms", "Lý do")
MEDICINE = label("pharmacy", "Thuốc")
PLACE = label("pharmacy", "Nơi để thuốc")
AMOUNT = label("pharmacy", "Số lượng")
AMOUNT_HINT = label("pharmacy", "Theo đơn vị kho của thuốc: ml, viên, ống…")
PERSON = label("pharmacy", "Người cai nghiện")
PERSON_HINT = label("pharmacy", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
GO_ON = label("verbs", "Tiếp tục")


def past_day(context: PageContext, name: str = "happened_on", head: Label = DAY) -> DateField:
    """A day that has come; empty is now."""
    return usual.past_day(context, name, head)


def hour(name: str = "happened_at", head: Label = HOUR) -> TimeField:
    """The time of that day; empty is now, or noon of another day."""
    return TimeField(name, head)


def moment_of(context: PageContext, values: Mapping[str, Any]) -> datetime | None:
    """When something was done; None for now."""
    day: date | None = values.get("happened_on")
    at: time | None = values.get("happened_at")
    if day is None and at is None:
        return None
    now = context.clock.now().astimezone(LOCAL)
    chosen = day or now.date()
    if at is None:
        at = now.time() if chosen == now.date() else time(12)
    return datetime.combine(chosen, at, LOCAL)


def note_line(
    name: str = "note", head: Label = NOTE, *, is_required: bool = False, hint: Label | None = None
) -> NoteField:
    """Whatever else should be known."""
    return NoteField(name, head, is_required=is_required, limit=usual.LINE_LIMIT, lines=2, hint=hint)


def amount(
    name: str = "quantity", head: Label = AMOUNT, *, is_required: bool = True, hint: Label | None = AMOUNT_HINT
) -> NumberField:
    """How much, in the unit of the shelf."""
    return NumberField(name, head, decimals=3, least=Decimal(0), is_required=is_required, hint=hint)


def place_field(
    context: PageContext,
    name: str,
    head: Label = PLACE,
    *,
    kinds: frozenset[PlaceKind] = frozenset(PlaceKind),
    is_required: bool = True,
) -> LookupField:
    """A place of these kinds."""
    found, named = partial(_places, kinds), partial(_place, kinds)
    return LookupField(name, head, runner=context.runner, lookup=found, find=named, is_required=is_required)


def person_field(
    context: PageContext, *, is_required: bool = True, hint: Label | None = PERSON_HINT
) -> PersonField:
    """A resident."""
    return PersonField(
        "resident_id",
        PERSON,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=is_required,
        hint=hint,
    )


def ask_place(
    context: PageContext,
    over: QWidget,
    title: Label,
    then: Callable[[str], None],
    *,
    kinds: frozenset[PlaceKind] = frozenset(PlaceKind),
) -> FormDialog[Any]:
    """Ask which place, then go on with its id."""
    form = new_form()
    form.add(place_field(context, "place_id", kinds=kinds))
    filing: Filing[Any] = Filing(key=f"pharmacy.choose {title}", save=_chosen)
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        filing,
        title=tr(title),
        verb=tr(GO_ON),
        parent=over,
    )
    dialog.saved.connect(then)
    dialog.open_with(shown())
    return dialog


def _chosen(_uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return str(values["place_id"])


def _place_choice(row: PlaceRow) -> Choice:
    return Choice(row.place_id, row.name, f"{row.code} · {tr(PLACE_KIND_LABELS[row.kind])}")


def _places(kinds: frozenset[PlaceKind], uow: Any, text: str) -> Sequence[Choice]:
    known = [_place_choice(one) for one in list_places(uow) if one.kind in kinds]
    return ranked(known, text) if text.strip() else known


def _place(kinds: frozenset[PlaceKind], uow: Any, place_id: str) -> Choice | None:
    return next((one for one in _places(kinds, uow, "") if one.id == place_id), None)


def _named(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_named, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _named(found)
