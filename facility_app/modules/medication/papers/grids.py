"""The tables of the sheets nurses carry: orders, doses by day, doses by hour, what is taken as needed."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, Points, Text
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import ROUTE_LABELS, OrderKind, OrderState, Route
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, Outcome
from facility_app.modules.medication.papers.house import (
    NOT_ASKED,
    NOTHING,
    OUTCOME_MARKS,
    at_text,
    day_text,
    order_text,
)
from facility_app.modules.medication.queries.history import AllergyRow, list_allergies, list_asked
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.queries.orders import OrderRow, list_orders
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState

_EXPLAINED = frozenset({Outcome.REFUSED, Outcome.HELD, Outcome.ABSENT, Outcome.VOMITED, Outcome.LATE})
"""Outcomes nobody understands by their sign alone."""


def order_grid(orders: Sequence[OrderRow]) -> Grid:
    """Orders as they were signed."""
    heads = (
        label("papers", "Thuốc, hàm lượng"),
        label("papers", "Liều, giờ dùng"),
        label("papers", "Đường dùng"),
        label("papers", "Từ – đến"),
        label("papers", "Bác sĩ ra y lệnh"),
        label("papers", "Dược sĩ duyệt"),
    )
    cells = tuple(
        (
            one.medicine.name,
            order_text(one),
            str(ROUTE_LABELS[one.route]),
            "\n".join(filter(None, (at_text(one.starts_at), _ended(one)))),
            f"{one.prescriber}\n{at_text(one.ordered_at)}",
            f"{one.verified_by}\n{at_text(one.verified_at)}" if one.verified_at else NOTHING,
        )
        for one in sorted(orders, key=lambda row: (row.starts_at, row.order_id))
    )
    return Grid(heads, cells, widths=(22, 28, 10, 15, 16, 16))


def _ended(one: OrderRow) -> str:
    if one.ended_at is not None:
        return label("papers", "ngừng {at}").format(at=at_text(one.ended_at))
    at = one.ends_at
    if at is None or at.astimezone(LOCAL).time() != time():
        return at_text(at)
    # The first moment nothing is due any more: of a midnight the day before is what a nurse reads.
    return label("papers", "hết {day}").format(day=day_text(at - timedelta(days=1)))


def day_grid(rows: Sequence[DueRow], days: Sequence[date], signs: dict[str, str]) -> Block:
    """Doses by hour and day of one person."""
    lines: dict[tuple[str, str], dict[date, DueRow]] = {}
    for row in rows:
        if row.due_at is not None and row.kind is not OrderKind.ONCE:
            lines.setdefault((row.order_id, row.slot), {})[row.due_on] = row
    if not lines:
        return Text(label("papers", "Không có thuốc dùng theo giờ trong những ngày này."))
    heads = (label("papers", "Thuốc"), label("papers", "Giờ"), *(f"{day:%d/%m}" for day in days))
    cells = []
    orders = [*dict.fromkeys(order_id for order_id, _ in lines)]
    # The first day of an order may begin with its evening; its hours stand in their order all the same.
    for (_, slot), found in sorted(lines.items(), key=lambda line: (orders.index(line[0][0]), line[0][1])):
        doses = {row.dose for row in found.values()}
        one = next(iter(found.values()))
        name = one.medicine + guarded(one)
        same = ", ".join(filter(None, (next(iter(doses)) if len(doses) == 1 else "", route_text(one.route))))
        marks = (
            _mark(found[day], signs, is_dose_shown=len(doses) > 1) if day in found else NOTHING for day in days
        )
        cells.append((f"{name}\n{same}", slot, *marks))
    wide = (66 / len(days),) * len(days)
    return Grid(tuple(map(str, heads)), tuple(cells), widths=(27, 7, *wide))


def _mark(row: DueRow, signs: dict[str, str], *, is_dose_shown: bool) -> str:
    said = [row.dose] if is_dose_shown else []
    if row.outcome is not None:
        at = "" if row.given_at is None else f"{row.given_at.astimezone(LOCAL):%H:%M}"
        said.append(f"{OUTCOME_MARKS[row.outcome]} {at}".strip())
        if came_up_later(row):
            said.append(f"{OUTCOME_MARKS[Outcome.VOMITED]} {_hour(row.vomited_at)}")
        said.append("/".join(signs.get(one, one) for one in (row.officer, row.witness) if one))
    elif row.state is OrderState.HELD:
        said.append(label("papers", "tạm ngừng"))
    return "\n".join(said)


def why_grid(rows: Sequence[DueRow]) -> Block | None:
    """Doses by the hour not taken, not in time or come up, with who, when and why; None for none."""
    told = [row for row in rows if row.outcome in _EXPLAINED or (row.outcome is not None and came_up_later(row))]
    told = [row for row in told if row.due_at is not None and row.kind is not OrderKind.ONCE]
    if not told:
        return None
    heads = (
        label("papers", "Giờ của y lệnh"),
        label("papers", "Thuốc, liều"),
        label("papers", "Ký hiệu, kết quả"),
        label("papers", "Lúc"),
        label("papers", "Lý do"),
        label("papers", "Người ghi"),
    )
    cells = tuple(
        (
            at_text(row.due_at),
            f"{row.medicine}{guarded(row)}: {row.dose}",
            f"{OUTCOME_MARKS[row.outcome]} – {outcome_text(row)}" if row.outcome is not None else "",
            at_text(row.given_at),
            "\n".join(filter(None, (row.reason, row.vomited_note))) or NOTHING,
            " / ".join(filter(None, (row.officer, row.witness))),
        )
        for row in sorted(told, key=lambda one: (at_of(one), one.medicine))
    )
    return Grid(heads, cells, widths=(14, 24, 17, 14, 19, 12))


def at_of(row: DueRow) -> datetime:
    """When a dose by the hour was due."""
    assert row.due_at is not None  # noqa: S101 - only such rows stand in a grid of hours
    return row.due_at


def free_grid(rows: Sequence[DueRow]) -> Block:
    """Doses that had no hour: as needed, and once."""
    done = [row for row in rows if row.outcome is not None and (row.due_at is None or row.kind is OrderKind.ONCE)]
    if not done:
        return Text(label("papers", "Không dùng lần nào trong những ngày này."))
    heads = (
        label("papers", "Lúc"),
        label("papers", "Thuốc, liều"),
        label("papers", "Kết quả"),
        label("papers", "Lý do"),
        label("papers", "Tác dụng"),
        label("papers", "Người cho thuốc"),
    )
    cells = tuple(
        (
            at_text(row.given_at),
            f"{row.medicine}{guarded(row)}: {row.dose}",
            outcome_text(row),
            row.reason or "",
            row.effect or "",
            " / ".join(filter(None, (row.officer, row.witness))),
        )
        for row in done
    )
    return Grid(heads, cells, widths=(14, 26, 12, 18, 14, 16))


def hours_grid(rows: Sequence[DueRow], begin: datetime) -> Grid:
    """Doses to come, hour by hour, with room to write."""
    heads = (
        label("papers", "Giờ"),
        label("papers", "Chỗ ở"),
        label("papers", "Họ và tên – mã"),
        label("papers", "Thuốc"),
        label("papers", "Liều, đường dùng"),
        label("papers", "Kết quả"),
        label("papers", "Lúc"),
        label("papers", "Ký (và người chứng kiến)"),
    )
    first = local_date(begin)
    cells = tuple(
        (
            row.slot if row.due_on == first else f"{row.slot}\n{row.due_on:%d/%m}",
            row.place or NOTHING,
            f"{row.name}\n{row.code}{away(row)}",
            row.medicine + guarded(row) + _unverified(row) + hold_text(row),
            f"{row.dose}, {route_text(row.route)}",
            "",
            "",
            "",
        )
        for row in rows
    )
    return Grid(heads, cells, widths=(7, 14, 19, 21, 13, 9, 7, 18))


def needed_grid(uow: UnitOfWork, rows: Sequence[DueRow]) -> Grid:
    """What may be given as needed, with room to write."""
    require(uow, VIEW_MAR)
    known = {one.order_id: one for who in {row.resident_id for row in rows} for one in list_orders(uow, who)}
    heads = (
        label("papers", "Chỗ ở"),
        label("papers", "Họ và tên – mã"),
        label("papers", "Thuốc, liều"),
        label("papers", "Khi nào, cách nhau, tối đa"),
        label("papers", "Đã cho lúc, kết quả, ký"),
    )
    cells = tuple(
        (
            row.place or NOTHING,
            f"{row.name}\n{row.code}{away(row)}",
            f"{row.medicine}{guarded(row)}{_unverified(row)}{hold_text(row)}\n{row.dose}, {route_text(row.route)}",
            order_text(known[row.order_id]) if row.order_id in known else NOTHING,
            "",
        )
        for row in rows
    )
    return Grid(heads, cells, widths=(14, 19, 22, 30, 23))


def allergies_block(uow: UnitOfWork, rows: Sequence[DueRow]) -> Block:
    """What the people of a sheet cannot take, and whom nobody asked."""
    require(uow, VIEW_MAR)
    people = {row.resident_id: row for row in rows}
    asked, unasked = list_asked(uow, [*people]), []
    told = []
    for resident_id, row in people.items():
        said = [allergy_text(one.substance, one.reaction) for one in list_allergies(uow, resident_id)]
        if said:
            told.append(f"{row.name} – {row.code}: {'; '.join(said)}")
        elif resident_id not in asked:
            unasked.append(f"{row.name} – {row.code}")
    if unasked:
        who = label("papers", "{not_asked} dị ứng (hỏi trước khi cho thuốc): {names}")
        told.append(who.format(not_asked=NOT_ASKED, names="; ".join(unasked)))
    return Points(tuple(told)) if told else Text(label("papers", "Đã hỏi mọi người trong phiếu này: không có."))


def private_allergies_block(uow: UnitOfWork, rows: Sequence[DueRow], opened: Sequence[AllergyRow]) -> Block:
    """What people of a closed sheet cannot take, and whoever else of the round has an allergy behind the wall."""
    require(uow, VIEW_MAR)
    known: dict[str, list[AllergyRow]] = {row.resident_id: [] for row in rows}
    for one in opened:
        known.setdefault(one.resident_id, []).append(one)
    marks = list_resident_marks(uow, sorted(known))
    told = []
    for resident_id, private in known.items():
        # Who has no closed dose stands here for the closed allergy alone: the open sheet tells the others.
        both = (*private, *list_allergies(uow, resident_id))
        said = [allergy_text(one.substance, one.reaction) for one in both]
        if said and resident_id in marks:
            told.append(f"{marks[resident_id].name} – {marks[resident_id].code}: {'; '.join(said)}")
    return (
        Points(tuple(told))
        if told
        else Text(label("papers", "Không có dòng nào; người chưa được hỏi dị ứng có tên ở phiếu thường."))
    )


def allergy_text(substance: str, reaction: str | None) -> str:
    """What somebody cannot take, and what came of it."""
    return f"{substance} ({reaction})" if reaction else substance


def slot_text(row: DueRow) -> str:
    """The hour of a dose."""
    if row.due_at is not None:
        return f"{row.due_at.astimezone(LOCAL):%H:%M}"
    return label("papers", "khi cần")


def route_text(code: str) -> str:
    """By which way, in small letters."""
    return str(ROUTE_LABELS[Route(code)]).lower()


def guarded(row: DueRow) -> str:
    """The mark of a medicine that needs a witness."""
    return "\N{NO-BREAK SPACE}*" if row.is_guarded else ""


def _unverified(row: DueRow) -> str:
    return label("papers", " (chưa duyệt)") if row.state is OrderState.ORDERED else ""


def hold_text(row: DueRow) -> str:
    """Below which pressure and pulse a dose is held, the last ones, and room to write those before it."""
    if row.hold is None:
        return ""
    rule, last = row.hold.rule, row.hold.last
    said = [str(rule.text)]
    if not rule.is_approved:
        said.append(label("papers", "(quy tắc chưa phê duyệt)"))
    if last.at is not None:
        pressure = label("papers", "Lần trước {at}: HA {sbp}/{dbp}.")
        dbp = NOTHING if last.dbp is None else last.dbp
        said.append(pressure.format(at=_short(last.at), sbp=last.sbp, dbp=dbp))
    if last.pulse_at is not None:
        beats = label("papers", "Lần trước {at}: mạch {pulse}.")
        said.append(beats.format(at=_short(last.pulse_at), pulse=last.pulse))
    said.append(label("papers", "Đo trước khi cho: HA ……/…… mạch ……"))
    return "\n" + "\n".join(said)


def _short(at: datetime) -> str:
    return f"{at.astimezone(LOCAL):%d/%m %H:%M}"


def away(row: DueRow) -> str:
    """Where somebody is who is not inside."""
    if row.presence is None or row.presence is PresenceState.INSIDE:
        return ""
    return f"\n{str(PRESENCE_LABELS[row.presence]).lower()}"


def came_up_later(row: DueRow) -> bool:
    """Whether a dose written down as given came up again: it may not have worked."""
    return row.vomited_at is not None and row.outcome is not Outcome.VOMITED


def outcome_text(row: DueRow) -> str:
    """What became of a dose, and when it came up again; empty while nothing was written down."""
    if row.outcome is None:
        return ""
    said = str(OUTCOME_LABELS[row.outcome])
    if came_up_later(row):
        return label("papers", "{outcome}, nôn lúc {time}").format(outcome=said, time=_hour(row.vomited_at))
    return said


def _hour(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(LOCAL):%H:%M}"


def signs_told(signs: dict[str, str]) -> str:
    """Who stands behind the short names."""
    if not signs:
        return ""
    told = "; ".join(f"{short} – {full}" for full, short in signs.items())
    return label("papers", "Người ghi / chứng kiến: {names}.").format(names=told)
