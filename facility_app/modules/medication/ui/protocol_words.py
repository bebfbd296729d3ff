"""A template day by day, and where somebody's treatment is not as the template has it."""

from collections.abc import Iterator
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.modules.medication.domain.orders import ROUTE_LABELS, OrderKind
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, Outcome
from facility_app.modules.medication.domain.protocols import (
    DEVIATION_LABELS,
    DeviationKind,
    Protocol,
    ProtocolLine,
    ProtocolPart,
)
from facility_app.modules.medication.domain.rules import CONTEXT
from facility_app.modules.medication.queries.programmes import Deviation
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

DAY: Final = label("medication", "Ngày {first}")
DAYS: Final = label("medication", "Ngày {first}–{last}")
NEEDED: Final = label("medication", "Khi cần")
NEEDED_LINE: Final = label("medication", "{dose}: {reason}; cách ít nhất {gap}, không quá {most} lần trong 24 giờ")
AMOUNT: Final = label("medication", "{number} {unit}")
AT_DAY: Final = label("medication", "ngày {day}")
UNIT_WORDS: Final = {
    "tablet": label("terms", "viên"),
    "capsule": label("terms", "viên nang"),
    "sachet": label("terms", "gói"),
    "ampoule": label("terms", "ống"),
    "vial": label("terms", "lọ"),
}


def day_rows(protocol: Protocol) -> tuple[KeyValue, ...]:
    """Each stretch of equal days with everything due on it; what is given as needed stands at the end."""
    stretches: list[tuple[int, int, str]] = []
    for number in range(1, protocol.days + 1):
        said = "\n".join(_of_day(protocol, number))
        if stretches and stretches[-1][2] == said:
            stretches[-1] = (stretches[-1][0], number, said)
        else:
            stretches.append((number, number, said))
    rows = [KeyValue(_days(first, last), said) for first, last, said in stretches if said]
    needed = "\n".join(_needed(line) for line in protocol.lines if line.kind is OrderKind.AS_NEEDED)
    return (*rows, *((KeyValue(tr(NEEDED), needed),) if needed else ()))


def line_text(line: ProtocolLine) -> str:
    """What a line is, with the dose of each stretch."""
    said = [
        words.days(
            part.first_day, part.last_day, words.times(_amount(line, number_text(part.number)), _hours(part))
        )
        for part in line.parts
    ]
    return words.joined(line.name, "; ".join(said), tr(ROUTE_LABELS[line.route]))


def deviation_text(one: Deviation) -> str:
    """What is other than the template."""
    what = tr(DEVIATION_LABELS[one.kind])
    when = "" if one.day is None else tr(AT_DAY, day=one.day)
    detail = one.detail
    if one.kind is DeviationKind.NOT_TAKEN:
        slot, _, outcome = detail.partition(" ")
        detail = words.joined(words.slot_name(slot), tr(OUTCOME_LABELS[Outcome(outcome)]))
    elif one.kind is DeviationKind.VOMITED:
        detail = words.slot_name(detail)
    elif one.kind is DeviationKind.OTHER_DOSE:
        detail = ""
    return words.joined(what, when, detail)


def deviation_tone(one: Deviation) -> Tone:
    """How much it matters at first sight."""
    return Tone.INFO if one.kind is DeviationKind.NOT_VERIFIED else Tone.WARNING


def _of_day(protocol: Protocol, number: int) -> Iterator[str]:
    for line in protocol.lines:
        for part in line.parts:
            if part.times and part.first_day <= number <= part.last_day:
                dose = words.times(_amount(line, number_text(part.number)), _hours(part))
                yield f"{line.name} {dose}"


def _needed(line: ProtocolLine) -> str:
    dose = f"{line.name} {_amount(line, number_text(line.parts[0].number))}"
    gap = words.duration(line.least_minutes or 0)
    return tr(NEEDED_LINE, dose=dose, reason=Label(CONTEXT, line.reason), gap=gap, most=line.most_a_day or 1)


def _amount(line: ProtocolLine, number: str) -> str:
    unit = UNIT_WORDS.get(line.unit)
    return tr(AMOUNT, number=number, unit=line.unit if unit is None else tr(unit))


def _hours(part: ProtocolPart) -> list[str]:
    return [f"{at:%H:%M}" for at in part.times]


def _days(first: int, last: int) -> str:
    return tr(DAY, first=first) if first == last else tr(DAYS, first=first, last=last)
