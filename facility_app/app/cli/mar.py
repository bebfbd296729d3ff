"""The verbs about giving medicines: the doses due of a zone, and outcomes from a file, each dose once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final, TypeVar

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.first_words import REFUSED
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.json_file import read_json, shown
from facility_app.app.cli.second_person import agreed
from facility_app.app.cli.usage import PATH
from facility_app.app.kit_shop import write_kit
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.orders import ORDER_STATE_LABELS
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, Outcome
from facility_app.modules.medication.domain.rounds import Round
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, find_zone, list_round
from facility_app.modules.medication.service.giving import RecordDoses, Recorded, record_doses
from facility_app.modules.medication.service.looking import open_private_round
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.rights import WITNESSES

T = TypeVar("T")
DAY: Final = click.DateTime(["%Y-%m-%d"])
TAKE: Final = "pharmacy.take_dose"
NOT_JSON: Final = label(
    "errors",
    "Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm có mục “doses”, bảng mã UTF-8.",
)
_KEYS: Final = frozenset(
    {
        *("order_id", "due_on", "slot", "outcome", "given_at", "dose", "unit", "place_id", "lot_id", "reason"),
        "wasted",
    }
)
NOT_DOSES: Final = label(
    "errors",
    "Tệp {file}, liều thứ {place}: thiếu hoặc sai “{key}”. Mỗi liều cần order_id, due_on (2026-11-23), slot "
    "(08:00) và outcome (given, refused, held, absent, vomited, late).",
)


@click.group(cls=VerbFamily, help=label("cli", "Phiếu dùng thuốc: liều đến giờ, ghi kết quả liều"))
def mar() -> None:
    """Verbs about doses."""


@mar.command(cls=VerbCommand, help=label("cli", "Liều của một khu trong một ngày, một lượt"))
@click.option("--zone", cls=VerbOption, help=label("cli", "mã hoặc tên khu; không ghi là mọi người"))
@click.option("--on", cls=VerbOption, type=DAY, help=label("cli", "ngày, ví dụ 2026-12-31; mặc định hôm nay"))
@click.option(
    "--round",
    "wanted",
    cls=VerbOption,
    type=click.Choice([one.value for one in Round]),
    help=label("cli", "lượt phát thuốc; không ghi là cả ngày"),
)
@click.option(
    "--private",
    "with_private",
    cls=VerbOption,
    is_flag=True,
    help=label("cli", "cả liều cần giữ kín, chỉ người được xem; lần xem được ghi vào nhật ký"),
)
@click.pass_obj
def due(frame: Frame, zone: str | None, on: datetime | None, wanted: str | None, with_private: bool) -> None:
    """Doses due and done, in the order of the beds; what reveals HIV only when asked for, with a trail."""
    with frame.facility() as opened:
        with opened.database.read(opened.actor) as uow:
            zone_id = None if zone is None else find_zone(uow, zone).zone_id
            day = local_date(uow.now) if on is None else on.date()
            asked = RoundAsked(day, zone_id, None if wanted is None else Round(wanted))
            rows = list_round(uow, asked)
        if with_private:
            with opened.database.write(opened.actor) as uow:
                rows = (*rows, *open_private_round(uow, asked).rows)
                uow.commit()
    heads = (
        label("cli", "Người"),
        label("cli", "Chỗ ở"),
        label("cli", "Thuốc"),
        label("cli", "Liều"),
        label("cli", "Giờ"),
        label("cli", "Kết quả"),
    )
    cells = [
        (f"{row.code} {row.name}", row.place or "–", row.medicine, row.dose, row.slot, _outcome(frame, row))
        for row in rows
    ]
    said = frame.words.fill(
        label("cli", "Ngày {day}: {count} liều, {open} liều chưa ghi."),
        {"day": format_date(day), "count": len(rows), "open": sum(1 for row in rows if row.outcome is None)},
    )
    frame.answer({"due": [_due(row) for row in rows]}, said, frame.table(heads, cells))


@mar.command(cls=VerbCommand, help=label("cli", "Ghi phiếu 24 giờ phòng mất điện, có mã khóa, vào ổ đã đặt"))
@click.pass_obj
def kit(frame: Frame) -> None:
    """The sheet for a blackout, now; for a task of the system at each change of shift."""
    with frame.facility() as opened:
        made = write_kit(opened.database, opened.actor)
    said = frame.words.fill(
        label("cli", "Đã ghi và đọc lại {file}: {said}."), {"file": made.file, "said": made.said}
    )
    frame.answer({"file": str(made.file), "sha256": made.sha256, "locked": True}, said)


@mar.command(cls=VerbCommand, help=label("cli", "Ghi kết quả nhiều liều từ một tệp JSON"))
@click.argument("file", type=PATH)
@click.option(
    "--from-paper",
    "is_from_paper",
    cls=VerbOption,
    is_flag=True,
    help=label("cli", "ghi lại từ giấy: mỗi liều có given_at"),
)
@click.option(
    "--second", cls=VerbOption, help=label("cli", "tài khoản người chứng kiến, khi có thuốc phải kiểm soát")
)
@click.option(
    "--second-password-file",
    cls=VerbOption,
    type=PATH,
    help=label("cli", "tệp có mật khẩu của người chứng kiến ở dòng đầu"),
)
@click.pass_context
def record(
    ctx: click.Context,
    file: Path,
    is_from_paper: bool,
    second: str | None,
    second_password_file: Path | None,
) -> None:
    """Each dose by itself: one refused is told, the others stand."""
    frame = ctx.find_object(Frame)
    assert frame is not None  # noqa: S101 - every verb has one
    doses = tuple(_doses(file))
    with frame.facility() as opened:
        given = agreed(opened, TAKE, WITNESSES, second, second_password_file)
        command = RecordDoses(doses, given, is_from_paper, stops_at_refusal=False)
        with opened.database.write(opened.actor) as uow:
            made = record_doses(uow, command)
            uow.commit()
    done = [one for one in made if one.refusal is None]
    refused = [_refused(frame, place, one) for place, one in enumerate(made, 1) if one.refusal is not None]
    said = frame.words.fill(
        label("cli", "Đã ghi {done} liều, không ghi {refused} liều."), {"done": len(done), "refused": len(refused)}
    )
    document: dict[str, object] = {"recorded": [_recorded(one) for one in done], "refused": refused}
    frame.answer(document, said, *(f"  {one['place']}: {one['message']}" for one in refused))
    if refused and not done:
        ctx.exit(REFUSED)


def _doses(file: Path) -> Iterator[DoseSaid]:
    """What the file says, dose by dose."""
    found = read_json(file, "mar", NOT_JSON)
    rows = found.get("doses") if isinstance(found, Mapping) else None
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not rows:
        raise UserError("mar_not_doses", NOT_DOSES, file=file.name, place=1, key="doses")
    for place, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise UserError("mar_not_doses", NOT_DOSES, file=file.name, place=place, key="doses")
        yield _said(file, place, row)


def _text(value: object) -> str:
    """Text as it stands; what is no text is not turned into some."""
    if not isinstance(value, str):
        raise TypeError
    return value


def _moment(value: object) -> datetime:
    """A moment, with its hour; without a zone it is of here."""
    text = _text(value)
    if ":" not in text:
        raise ValueError
    at = datetime.fromisoformat(text)
    return at if at.tzinfo is not None else at.replace(tzinfo=LOCAL)


def _said(file: Path, place: int, row: Mapping[str, object]) -> DoseSaid:
    """One dose of the file."""

    def value(key: str, read: Callable[[object], T]) -> T:
        try:
            return read(row[key])
        except (KeyError, TypeError, ValueError, InvalidOperation):
            raise UserError("mar_not_doses", NOT_DOSES, file=file.name, place=place, key=key) from None

    def maybe(key: str, read: Callable[[object], T]) -> T | None:
        return None if row.get(key) is None else value(key, read)

    unknown = next((key for key in row if key not in _KEYS), None)
    if unknown is not None:
        raise UserError("mar_not_doses", NOT_DOSES, file=file.name, place=place, key=shown(unknown))
    number, unit = maybe("dose", _number), maybe("unit", lambda text: Unit(_text(text)))
    if (number is None) is not (unit is None):
        raise UserError("mar_not_doses", NOT_DOSES, file=file.name, place=place, key="unit")
    return DoseSaid(
        value("order_id", _text),
        value("due_on", lambda text: date.fromisoformat(_text(text))),
        value("slot", _text),
        value("outcome", lambda text: Outcome(_text(text))),
        maybe("given_at", _moment),
        None if number is None or unit is None else Quantity(number, unit),
        maybe("place_id", _text),
        maybe("lot_id", _text),
        maybe("reason", _text) or "",
        wasted=maybe("wasted", _number) or None,
    )


def _number(value: object) -> Decimal:
    found = Decimal(str(value))
    if not found.is_finite():
        raise ValueError
    return found


def _outcome(frame: Frame, row: DueRow) -> str:
    text: Label = ORDER_STATE_LABELS[row.state] if row.outcome is None else OUTCOME_LABELS[row.outcome]
    return frame.words(text)


def _due(row: DueRow) -> dict[str, object]:
    """One dose for programs; amounts exactly, in thousandths of the dose unit."""
    return {
        "order_id": row.order_id,
        "resident_id": row.resident_id,
        "resident_code": row.code,
        "full_name": row.name,
        "place": row.place,
        "presence": None if row.presence is None else row.presence.value,
        "medicine_id": row.medicine_id,
        "medicine": row.medicine,
        "route": row.route,
        "kind": row.kind.value,
        "state": row.state.value,
        "due_on": row.due_on.isoformat(),
        "slot": row.slot,
        "dose": row.dose,
        "thousandths": row.amount,
        "witness_needed": row.is_guarded,
        "rest": None if row.rest is None else f"{row.rest:f}",
        "wasted": row.wasted or None,
        "dose_id": row.dose_id or None,
        "outcome": None if row.outcome is None else row.outcome.value,
        "given_at": None if row.given_at is None else row.given_at.isoformat(),
    }


def _recorded(one: Recorded) -> dict[str, object]:
    return {
        "order_id": one.order_id,
        "due_on": one.due_on.isoformat(),
        "slot": one.slot,
        "dose_id": one.dose_id,
        "lots": list(one.lots),
    }


def _refused(frame: Frame, place: int, one: Recorded) -> dict[str, object]:
    told = one.refusal
    assert told is not None  # noqa: S101 - chosen by it
    fields = {name: frame.words.fill(text, told.params) for name, text in told.fields.items()}
    # A person at the command line sees no fields: what is wrong with each stands in the sentence.
    several = [text for text in fields.values() if told.code == "bad_fields"]
    message = " ".join((frame.words.fill(told.template, told.params), *several))
    return {
        "place": place,
        "order_id": one.order_id,
        "due_on": one.due_on.isoformat(),
        "slot": one.slot,
        "code": told.code,
        "message": message,
        "fields": fields,
    }
