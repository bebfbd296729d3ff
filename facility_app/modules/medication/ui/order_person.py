"""What a person's tab of medicines shows, read in one go; and what is read behind the wall."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import PageRequest
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.queries.choices import list_allergy_groups
from facility_app.modules.medication.queries.external import ExternalRow, list_external
from facility_app.modules.medication.queries.history import (
    AllergyRow,
    Asked,
    DoseRow,
    find_asked,
    list_allergies,
    list_history,
)
from facility_app.modules.medication.queries.orders import OrderRow, list_orders
from facility_app.modules.medication.queries.programmes import ProgrammeRow, RunRow, list_programmes, list_runs
from facility_app.modules.medication.service.looking import (
    OpenPerson,
    open_private_allergies,
    open_private_history,
    open_private_orders,
)
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui.order_columns import DoseShown, OrderShown
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

LAST: Final = timedelta(days=7)
MOST_DOSES: Final = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the tab shows, read in one go."""

    orders: tuple[OrderRow, ...] = field(repr=False)
    doses: tuple[DoseRow, ...] = field(repr=False)
    allergies: tuple[AllergyRow, ...] = field(repr=False)
    programmes: tuple[ProgrammeRow, ...] = field(repr=False)
    runs: tuple[RunRow, ...] = field(repr=False)
    groups: tuple[tuple[str, Label], ...] = ()
    external: tuple[ExternalRow, ...] = field(default=(), repr=False)
    asked: Asked | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Private:
    """What was looked at behind the wall."""

    orders: tuple[OrderRow, ...] = field(default=(), repr=False)
    doses: tuple[DoseRow, ...] = field(default=(), repr=False)
    allergies: tuple[AllergyRow, ...] = field(default=(), repr=False)

    def shown_orders(self) -> list[OrderShown]:
        """As the card shows them."""
        return [OrderShown(row, True) for row in self.orders]

    def shown_doses(self) -> list[DoseShown]:
        """As the card shows them."""
        return [DoseShown(row, True) for row in self.doses]


def read_person(resident_id: str, has_past: bool, uow: Any) -> Seen:
    """Everything but what reveals HIV; ``has_past`` for ended orders, too."""
    since = local_date(uow.now) - LAST
    doses = list_history(uow, resident_id, PageRequest(size=MOST_DOSES)).rows
    return Seen(
        list_orders(uow, resident_id, with_past=has_past),
        tuple(row for row in doses if row.due_on >= since),
        list_allergies(uow, resident_id),
        list_programmes(uow, resident_id),
        list_runs(uow, resident_id),
        list_allergy_groups(uow),
        list_external(uow, resident_id),
        find_asked(uow, resident_id),
    )


def look_at_private(command: OpenPerson, uow: Any) -> Private:
    """What reveals HIV: looks that leave a trail."""
    since = local_date(uow.now) - LAST
    doses = open_private_history(uow, command).rows
    lately = tuple(row for row in doses if row.due_on >= since)
    return Private(open_private_orders(uow, command), lately, open_private_allergies(uow, command))


def figures_of(seen: Seen, private: Private) -> tuple[KeyValue, ...]:
    """What matters at first sight; of what lies behind the wall only what is opened."""
    standing = [row for row in seen.orders if row.state is not OrderState.ENDED]
    waiting = sum(row.state is OrderState.ORDERED for row in standing)
    names = ", ".join(row.substance for row in (*private.allergies, *seen.allergies))
    known = (names, Tone.DANGER) if names else words.no_allergy(seen.asked)
    figures = [
        KeyValue(tr(label("medication", "Dị ứng")), *known),
        KeyValue(tr(label("medication", "Y lệnh đang dùng")), str(len(standing) - waiting)),
        KeyValue(
            tr(label("medication", "Chờ dược sĩ duyệt")),
            str(waiting) if waiting else "",
            Tone.WARNING if waiting else None,
        ),
    ]
    programme = next((row for row in seen.programmes if row.ended_on is None), None)
    if programme is not None:
        last = words.joined(
            programme.medicine.measure.dose_text(programme.last_amount) if programme.last_on else "",
            words.day(programme.last_on),
        )
        text = words.joined(programme.medicine.name, last)
        figures.append(KeyValue(tr(label("medication", "Điều trị thay thế")), text))
    run = next((row for row in seen.runs if row.ended_on is None), None)
    if run is not None:
        day = tr(label("medication", "ngày {day}/{days}"), day=run.day, days=run.protocol.days)
        figures.append(KeyValue(tr(label("medication", "Phác đồ")), words.joined(tr(run.protocol.row.text), day)))
    return tuple(figures)
