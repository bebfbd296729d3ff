"""The verbs about beds: the board at a day, one person placed by the rules, and whether the house is right."""

from datetime import datetime
from pathlib import Path

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.first_words import REFUSED
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.second_person import agreed
from facility_app.app.cli.usage import PATH
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.findings import Finding, PlacementRefusedError
from facility_app.modules.housing.domain.invariants import Broken
from facility_app.modules.housing.domain.needs import NEED_LABELS
from facility_app.modules.housing.domain.places import ROOM_PURPOSE_LABELS, ZONE_KIND_LABELS
from facility_app.modules.housing.queries.board import Board, BoardBed, BoardRoom, BoardZone, get_board, moment_of
from facility_app.modules.housing.queries.check import check_house
from facility_app.modules.housing.queries.choices import find_bed_by_label
from facility_app.modules.housing.service.placing import SECOND_PERSON, PlaceResident, place_resident
from facility_app.modules.stays.queries.stays import find_stay

DAY = click.DateTime(["%Y-%m-%d"])
PLACE = "housing.place_resident"


@click.group(cls=VerbFamily, help=label("cli", "Chỗ ở: bảng giường, xếp giường, kiểm tra"))
def house() -> None:
    """Verbs about beds."""


@house.command(cls=VerbCommand, help=label("cli", "Bảng giường: ai ở giường nào"))
@click.option(
    "--on", cls=VerbOption, type=DAY, help=label("cli", "cuối ngày nào, ví dụ 2026-12-31; mặc định bây giờ")
)
@click.pass_obj
def board(frame: Frame, on: datetime | None) -> None:
    """Every bed with whoever has it."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = get_board(uow, moment_of(uow, None if on is None else on.date()))
    heads = (label("cli", "Khu"), label("cli", "Phòng"), label("cli", "Giường"), label("cli", "Người"))
    cells = [
        (zone.name, room.name, bed.label, _who(frame, bed))
        for zone in found.zones
        for room in zone.rooms
        for bed in room.beds
    ]
    said = frame.words.fill(
        label("cli", "Ngày {day}: {taken} giường có người, còn xếp được {free}."),
        {"day": format_date(local_date(found.at)), "taken": found.taken, "free": found.free},
    )
    frame.answer(_document(found), said, frame.table(heads, cells))


@house.command(cls=VerbCommand, help=label("cli", "Xếp một người vào một giường, theo quy tắc"))
@click.argument("code")
@click.argument("bed")
@click.option("--reason", cls=VerbOption, help=label("cli", "lý do"))
@click.option("--second", cls=VerbOption, help=label("cli", "tài khoản của người thứ hai, khi vượt quy tắc"))
@click.option(
    "--second-password-file",
    cls=VerbOption,
    type=PATH,
    help=label("cli", "tệp có mật khẩu của người thứ hai ở dòng đầu"),
)
@click.pass_context
def place(
    ctx: click.Context,
    code: str,
    bed: str,
    reason: str | None,
    second: str | None,
    second_password_file: Path | None,
) -> None:
    """One person into one bed; a refusal names each rule with its article."""
    frame = ctx.find_object(Frame)
    assert frame is not None  # noqa: S101 - every verb has one
    with frame.facility() as opened:
        given = agreed(opened, PLACE, SECOND_PERSON, second, second_password_file)
        try:
            with opened.database.write(opened.actor) as uow:
                resident_id = find_stay(uow, code).resident_id
                wanted = PlaceResident(resident_id, find_bed_by_label(uow, bed), None, reason, given)
                made = place_resident(uow, wanted)
                uow.commit()
        except PlacementRefusedError as told:
            message = frame.words.fill(told.template, told.params)
            rules = [_rule(frame, one) for one in told.findings]
            error = {"code": told.code, "message": message, "fields": {}}
            frame.refuse({"error": error, "rules": rules}, message)
            ctx.exit(REFUSED)
    said = frame.words.fill(label("cli", "Đã xếp {code} vào giường {bed}."), {"code": code, "bed": made.bed})
    warnings = [_rule(frame, one) for one in made.warnings]
    frame.answer(
        {"placed": {"code": code, "bed": made.bed, "placement_id": made.placement_id, "warnings": warnings}},
        said,
        *(f"  {one['message']}" for one in warnings),
    )


@house.command(cls=VerbCommand, help=label("cli", "Kiểm tra chỗ ở: điều không thể đúng, quy tắc không còn giữ"))
@click.pass_obj
def check(frame: Frame) -> None:
    """What is not as it must be; nothing is repaired."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = check_house(uow)
    said = frame.words.fill(label("cli", "Chỗ ở có {count} điều không đúng."), {"count": len(found)})
    rows = [_broken(frame, one) for one in found]
    frame.answer({"broken": rows}, said, *(f"  {one['message']}" for one in rows))


def _who(frame: Frame, bed: BoardBed) -> str:
    if bed.occupant is None:
        return frame.words.fill(label("cli", "đóng: {reason}"), {"reason": bed.closed}) if bed.closed else ""
    needs = [frame.words(NEED_LABELS[need.kind]) for need in bed.occupant.needs]
    kept = [frame.words(label("cli", "giữ giường"))] if bed.occupant.is_kept else []
    return " · ".join([f"{bed.occupant.code} {bed.occupant.name}", *kept, *needs])


def _rule(frame: Frame, one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule.id,
        "article": one.article,
        "message": frame.words.fill(one.rule.text, dict(one.params)),
        "level": one.level.value,
    }


def _broken(frame: Frame, one: Broken) -> dict[str, object]:
    return {
        "code": one.code,
        "message": frame.words.fill(one.text, one.params),
        "article": one.article,
        "is_fault": one.is_fault,
    }


def _document(found: Board) -> dict[str, object]:
    return {
        "at": found.at.isoformat(),
        "taken": found.taken,
        "free": found.free,
        "zones": [_zone(zone) for zone in found.zones],
    }


def _zone(zone: BoardZone) -> dict[str, object]:
    return {
        "code": zone.code,
        "name": zone.name,
        "kind": zone.kind.value,
        "kind_text": ZONE_KIND_LABELS[zone.kind],
        "sex": None if zone.sex is None else zone.sex.value,
        "rooms": [_room(room) for room in zone.rooms],
    }


def _room(room: BoardRoom) -> dict[str, object]:
    return {
        "name": room.name,
        "sex": None if room.sex is None else room.sex.value,
        "purpose": room.purpose.value,
        "purpose_text": ROOM_PURPOSE_LABELS[room.purpose],
        "area_m2": room.area_m2,
        "certified": room.certified,
        "working": room.working,
        "closed": room.closed or None,
        "beds": [_bed(bed) for bed in room.beds],
    }


def _bed(bed: BoardBed) -> dict[str, object]:
    who = bed.occupant
    return {
        "bed": bed.label,
        "closed": bed.closed or None,
        "resident": None
        if who is None
        else {
            "resident_id": who.resident_id,
            "resident_code": who.code,
            "full_name": who.name,
            "status": who.status.value,
            "since": who.since.isoformat(),
            "is_kept": who.is_kept,
            "needs": [need.kind.value for need in who.needs],
            "overridden": [*who.overridden],
        },
    }
