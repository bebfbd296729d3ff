"""Verbs that read one stay: what it rests on, and its term explained day by day."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.term import term_document, term_text
from facility_app.app.words import Words
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CaseKind, CaseState
from facility_app.modules.absences.queries.cases import list_cases_of
from facility_app.modules.residents.queries.people import list_resident_rows
from facility_app.modules.stays.domain import PRESENCE_LABELS, STAGE_LABELS, STAY_TYPE_LABELS, PresenceState
from facility_app.modules.stays.domain.decisions import DECISION_KIND_LABELS
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS
from facility_app.modules.stays.domain.gone import GONE_LABEL
from facility_app.modules.stays.queries.detail import (
    DecisionRow,
    StageDetail,
    explain_stay,
    list_decisions,
    list_stages,
)
from facility_app.modules.stays.queries.stays import StayDetail, find_stay

DAY = click.DateTime(["%Y-%m-%d"])


@click.group(cls=VerbFamily, help=label("cli", "Lần cai nghiện: quyết định, giai đoạn, thời hạn"))
def stay() -> None:
    """Stays."""


@stay.command(cls=VerbCommand, help=label("cli", "Một lần cai nghiện với người, quyết định, giai đoạn, chỗ ở"))
@click.argument("code")
@click.pass_obj
def show(frame: Frame, code: str) -> None:
    """One stay with what it rests on."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = find_stay(uow, code)
        (person,) = list_resident_rows(uow, [found.resident_id])
        decisions, stages = list_decisions(uow, found.stay_id), list_stages(uow, found.stay_id)
        gone_on = _gone_on(uow, found)
    facts: dict[str, object] = {
        "code": found.code,
        "name": person.name,
        "type": STAY_TYPE_LABELS[found.stay_type],
        "admitted": format_date(found.admitted_on),
        "presence": presence_said(frame.words, found, gone_on),
    }
    said = frame.words.fill(label("cli", "{code} {name}: {type}, tiếp nhận {admitted}. {presence}."), facts)
    frame.answer(
        {
            "stay": _plain(found),
            "person": {"resident_code": person.code, "full_name": person.name, "date_of_birth": person.birth},
            "decisions": [_plain(one) for one in decisions],
            "stages": [_plain(one) for one in stages],
            "placement": person.place,
            "gone_on": None if gone_on is None else gone_on.isoformat(),
        },
        said,
        _decisions(frame, decisions),
        _stages(frame, stages),
    )


@stay.command(cls=VerbCommand, help=label("cli", "Thời hạn của một lần cai nghiện, giải thích từng ngày"))
@click.argument("code")
@click.option("--on", cls=VerbOption, type=DAY, help=label("cli", "ngày tính, ví dụ 2026-12-31; mặc định hôm nay"))
@click.pass_obj
def explain(frame: Frame, code: str, on: datetime | None) -> None:
    """The term clock with its ledger."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = find_stay(uow, code)
        answer = explain_stay(uow, found.stay_id, None if on is None else on.date())
    frame.answer(term_document(answer, frame.words), term_text(frame, found.stay_type, answer))


def presence_said(words: Words, stay: StayDetail, gone_on: date | None) -> str:
    """Where somebody is, in words, with the day since when they are not here.

    Args:
        words: of the language.
        stay: the stay, as the caller may know it.
        gone_on: the day they went of their own will from a stay that runs on; None when they did not.
    """
    if stay.exited_on is not None:
        why = None if stay.exit_code is None else SEEN_EXIT_LABELS[stay.exit_code]
        left = label("cli", "Đã ra cơ sở ngày {day}: {why}")
        left = label("cli", "Đã ra cơ sở ngày {day}") if why is None else left
        return words.fill(left, {"day": format_date(stay.exited_on), "why": why})
    if gone_on is None and stay.presence is PresenceState.INSIDE:
        return words(PRESENCE_LABELS[stay.presence])
    away = PRESENCE_LABELS[stay.presence] if gone_on is None else GONE_LABEL
    since = format_date(stay.presence_on if gone_on is None else gone_on)
    return words.fill(label("cli", "{state} từ ngày {day}"), {"state": away, "day": since})


def _gone_on(uow: UnitOfWork, stay: StayDetail) -> date | None:
    """The day somebody went from a stay of their own will that has not ended yet."""
    if not (stay.is_open and uow.actor.may(VIEW_ABSENCES)):
        return None
    cases = list_cases_of(uow, stay.resident_id)
    left = next((one.left_at for one in cases if one.kind is CaseKind.LEFT and one.state is CaseState.AWAY), None)
    return None if left is None else local_date(left)


def _decisions(frame: Frame, rows: tuple[DecisionRow, ...]) -> str:
    heads = (
        label("cli", "Quyết định"),
        label("cli", "Số"),
        label("cli", "Ngày"),
        label("cli", "Cơ quan ban hành"),
    )
    cells = [
        (
            frame.words(DECISION_KIND_LABELS[row.kind]),
            "/".join(part for part in (row.facts.number, row.facts.symbol) if part),
            "" if row.facts.issued_on is None else format_date(row.facts.issued_on),
            row.facts.authority,
        )
        for row in rows
    ]
    return frame.table(heads, cells)


def _stages(frame: Frame, rows: tuple[StageDetail, ...]) -> str:
    heads = (label("cli", "Giai đoạn"), label("cli", "Từ ngày"), label("cli", "Đến ngày"))
    cells = [
        (
            frame.words(STAGE_LABELS[row.stage]),
            format_date(row.start_on),
            "…" if row.end_on is None else format_date(row.end_on),
        )
        for row in rows
    ]
    return frame.table(heads, cells)


def _plain(row: StayDetail | DecisionRow | StageDetail) -> dict[str, object]:
    """A row with days as programs read them."""
    return {name: _written(value) for name, value in asdict(row).items()}


def _written(value: Any) -> object:
    if isinstance(value, dict):
        return {name: _written(one) for name, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value
