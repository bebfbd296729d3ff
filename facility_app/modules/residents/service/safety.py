"""Verbs about alerts and people kept apart: both are raised and ended by somebody, never by a date."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import tidy_name
from facility_app.modules.residents.domain import KEEP_APART, RAISE_ALERTS, RIGHT_TO_WARN
from facility_app.modules.residents.domain.safety import Alert, KeepApart, checked_alert, checked_keep_apart
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Entries, Saved
from facility_app.modules.residents.tables.past import KeepApartPair, ResidentAlert
from facility_app.modules.residents.tables.person import Resident

ALERTS: Final = Entries(ResidentAlert, checked_alert, is_on_card=True)


@dataclass(frozen=True, slots=True)
class EndEntry:
    """An alert or a pair that no longer holds.

    Attributes:
        version: as the user saw it.
        reason: why.
    """

    entry_id: str
    version: int
    reason: str = field(repr=False)


def raise_alert(uow: UnitOfWork, command: AddEntry[Alert]) -> Saved:
    """Warn everybody who may know.

    Raises:
        UserError: ``not_found``; as ``checked_alert``.
    """
    require(uow, RIGHT_TO_WARN[command.facts.kind])
    with uow.act("residents.raise_alert") as act:
        return ALERTS.add(uow, act, command)


def edit_alert(uow: UnitOfWork, command: EditEntry[Alert]) -> Saved:
    """Correct an alert; moving it to the other wall needs the rights of both.

    Raises:
        UserError: ``not_found``; ``ended_already``; as ``checked_alert``.
        ConflictError: ``record_changed``.
    """
    require(uow, RIGHT_TO_WARN[command.facts.kind])
    with uow.act("residents.edit_alert") as act:
        _running_alert(uow, command.entry_id, command.version)
        return ALERTS.edit(uow, act, command)


def end_alert(uow: UnitOfWork, command: EndEntry) -> Saved:
    """Take an alert back because it no longer holds; one raised by mistake is struck out.

    Raises:
        UserError: ``not_found``; ``ended_already``; ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RAISE_ALERTS)
    require_reason(command.reason)
    with uow.act("residents.end_alert", reason=command.reason) as act:
        found = _running_alert(uow, command.entry_id, command.version)
        act.about(found)
        found.ended_on, found.end_reason = local_date(uow.now), tidy_name(command.reason)
        Cards(uow).refresh(found.resident_id)
    return Saved(found.id, found.version)


def keep_apart(uow: UnitOfWork, command: AddEntry[KeepApart]) -> Saved:
    """Keep two people apart from now on.

    Raises:
        UserError: ``not_found``; ``same_person``; ``apart_already``; as ``checked_keep_apart``.
    """
    require(uow, KEEP_APART)
    kept = checked_keep_apart(command.facts, local_date(uow.now))
    first, second = sorted((command.resident_id, kept.other_id))
    with uow.act("residents.keep_apart") as act:
        people = [uow.get(Resident, one) for one in (first, second)]
        _require_new_pair(uow, people)
        made = uow.add(
            KeepApartPair(
                first_id=first, second_id=second, strength=kept.strength, reason=kept.reason, from_on=kept.from_on
            )
        )
        act.about(made)
    return Saved(made.id, made.version)


def end_keep_apart(uow: UnitOfWork, command: EndEntry) -> Saved:
    """Let two people meet again.

    Raises:
        UserError: ``not_found``; ``ended_already``; ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_APART)
    require_reason(command.reason)
    with uow.act("residents.end_keep_apart", reason=command.reason) as act:
        found = uow.get(KeepApartPair, command.entry_id, version=command.version)
        act.about(found)
        _require_running(found.ended_on)
        found.ended_on, found.end_reason = local_date(uow.now), tidy_name(command.reason)
    return Saved(found.id, found.version)


def _running_alert(uow: UnitOfWork, alert_id: str, version: int) -> ResidentAlert:
    found = uow.get(ResidentAlert, alert_id, version=version)
    require(uow, RIGHT_TO_WARN[found.kind])
    _require_running(found.ended_on)
    return found


def _require_running(ended_on: date | None) -> None:
    if ended_on is not None:
        raise UserError(
            "ended_already", label("errors", "Mục này đã kết thúc trước đó. Cần lại thì hãy lập mục mới.")
        )


def _require_new_pair(uow: UnitOfWork, people: list[Resident]) -> None:
    first, second = people
    if first.id == second.id:
        raise UserError(
            "same_person",
            label("errors", "Không thể tách một người khỏi chính mình. Hãy chọn người khác."),
            fields={"other_id": label("errors", "Hãy chọn người khác")},
        )
    p = KeepApartPair
    there = sa.select(p.id).where(
        p.first_id == first.id, p.second_id == second.id, p.voided_at.is_(None), p.ended_on.is_(None)
    )
    if uow.session.scalar(there) is not None:
        raise UserError(
            "apart_already",
            label(
                "errors",
                "Hai người {first} và {second} đã có trong danh sách không xếp chung. Hãy kết thúc cặp cũ trước "
                "khi lập lại.",
            ),
            first=first.code,
            second=second.code,
        )
