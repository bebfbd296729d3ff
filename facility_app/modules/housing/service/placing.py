"""Giving somebody a bed: the rules asked both ways, the old bed given back in the same transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import Act, UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.housing.domain.conventions import KEEPS_BED
from facility_app.modules.housing.domain.findings import Finding, PlacementRefusedError
from facility_app.modules.housing.domain.rights import AGREE_OVERRIDE, PLACE_PEOPLE
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.sleeping import BedChoice, Judge
from facility_app.modules.housing.queries.state import Standing
from facility_app.modules.housing.tables import BedPlacement, HousingBed
from facility_app.modules.residents.api import SetCardPlace, set_card_place
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState, Whereabouts, list_whereabouts

SECOND_PERSON: Final[frozenset[Role]] = AGREE_OVERRIDE.roles
"""Whoever agrees to a bed against a rule that may be overridden."""
MOVED: Final = "moved"
"""Why a placement ended, as the program writes it: the person got another bed."""


@dataclass(frozen=True, slots=True)
class PlaceResident:
    """Somebody gets a bed, the first or another one.

    Attributes:
        at: since when; None for now. Not before they came or before their bed until then.
        reason: why; needed when a rule is overridden.
        countersign: of the second person, given for ``housing.place_resident``, when a rule is overridden.
    """

    resident_id: str
    bed_id: str
    at: datetime | None = None
    reason: str | None = field(default=None, repr=False)
    countersign: Countersign | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """What a placement leaves.

    Attributes:
        bed: how people say it.
        warnings: what was said and did not stop it; rules overridden among them.
        former_bed_id: the bed they had; empty for none.
    """

    placement_id: str
    version: int
    bed: str
    warnings: tuple[Finding, ...] = field(repr=False)
    former_bed_id: str = ""


@dataclass(frozen=True, slots=True)
class LeaveBed:
    """Somebody gives the bed back and gets no other now."""

    resident_id: str
    reason: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SwapBeds:
    """Two people change beds."""

    first_id: str
    second_id: str
    reason: str | None = field(default=None, repr=False)
    countersign: Countersign | None = field(default=None, repr=False)


def place_resident(uow: UnitOfWork, command: PlaceResident) -> Placed:
    """Give somebody a bed; a bed they have is given back at the same moment.

    Raises:
        PlacementRefusedError: ``placement_refused`` with every rule that refuses and its article; one that may be
            overridden passes with a reason and a second person.
        UserError: ``no_open_stay``, ``same_bed``, ``not_here``, ``moment_odd``, ``reason_missing``, ``overlap``
            when somebody else took the bed at the same moment; as ``require_countersign``.
    """
    require(uow, PLACE_PEOPLE)
    reason = _checked_line(command.reason)
    where = _whereabouts(uow, command.resident_id)
    beds = Beds(uow)
    former = beds.of(command.resident_id)
    bed = uow.get(HousingBed, command.bed_id)
    if former is not None and former.bed_id == bed.id:
        raise UserError("same_bed", label("errors", "Người này đang ở đúng giường {bed}."), bed=bed.label)
    _require_bed_kept(uow, where)
    at = _moment(uow, command.at, former, where)
    judge = Judge(uow, command.resident_id, Standing(uow).beds(room_id=bed.room_id))
    choice = judge.choice(bed.id) if at == uow.now else judge.choice_since(bed.id, at)
    with uow.act("housing.place_resident", reason=reason) as act:
        overridden = _allowed(uow, act, judge, choice, reason, command.countersign)
        if former is not None:
            beds.close(former, at, MOVED)
        made = beds.open(where, bed, at, reason, overridden, command.countersign)
        act.about(made)
    return Placed(made.id, made.version, bed.label, choice.findings, "" if former is None else former.bed_id)


def leave_bed(uow: UnitOfWork, command: LeaveBed) -> None:
    """Take somebody out of their bed; they stand on the list of those without one until they get another.

    Raises:
        UserError: ``no_bed``, ``reason_missing``, ``moment_odd``.
    """
    require(uow, PLACE_PEOPLE)
    require_reason(command.reason)
    reason = _checked_line(command.reason)
    beds = Beds(uow)
    former = beds.of(command.resident_id)
    if former is None:
        raise UserError("no_bed", label("errors", "Người này không có giường nào để trả."))
    at = _moment(uow, command.at, former)
    with uow.act("housing.leave_bed", reason=reason) as act:
        act.about(former)
        beds.close(former, at, reason)
        beds.tell_card(command.resident_id)


def swap_beds(uow: UnitOfWork, command: SwapBeds) -> tuple[Placed, Placed]:
    """Let two people change beds in one decision; each is judged as if the other had gone.

    Raises:
        PlacementRefusedError: as ``place_resident``, for whichever of them.
        UserError: ``no_bed``; as ``place_resident``.
    """
    require(uow, PLACE_PEOPLE)
    reason = _checked_line(command.reason)
    beds = Beds(uow)
    people = (command.first_id, command.second_id)
    held = [beds.of(one) for one in people]
    if held[0] is None or held[1] is None or command.first_id == command.second_id:
        raise UserError("no_bed", label("errors", "Muốn đổi giường, cả hai người phải đang có giường."))
    taken = [uow.get(HousingBed, one.bed_id) for one in held if one is not None]
    made = []
    with uow.act("housing.swap_beds", reason=reason) as act:
        act.about(held[0])
        for one in held:
            if one is not None:
                beds.close(one, uow.now, MOVED)
        agreed = False
        for resident_id, bed in zip(people, reversed(taken), strict=True):
            judge = Judge(uow, resident_id, Standing(uow).beds(room_id=bed.room_id))
            choice = judge.choice(bed.id)
            given = None if agreed else command.countersign
            overridden = _allowed(uow, act, judge, choice, reason, given, agreed=agreed)
            agreed = agreed or bool(overridden)
            second = command.countersign if overridden else None
            row = beds.open(_whereabouts(uow, resident_id), bed, uow.now, reason, overridden, second)
            made.append(Placed(row.id, row.version, bed.label, choice.findings))
    return made[0], made[1]


@dataclass(frozen=True, slots=True)
class Beds:
    """Placements opened and closed within one unit of work; the card follows each."""

    uow: UnitOfWork

    def of(self, resident_id: str) -> BedPlacement | None:
        """The placement somebody has now."""
        p = BedPlacement
        asked = sa.select(p).where(p.resident_id == resident_id, p.to_at.is_(None), p.voided_at.is_(None))
        return self.uow.session.scalars(asked).first()

    def close(self, placement: BedPlacement, at: datetime, why: str | None) -> None:
        """Give the bed back at that moment, or at its beginning when that is later."""
        placement.to_at = max(at, placement.from_at)
        placement.end_reason = why
        # The file refuses overlapping spans row by row: the old one must end before the new one stands.
        self.uow.session.flush()

    def open(
        self,
        where: Whereabouts,
        bed: HousingBed,
        at: datetime,
        reason: str | None,
        overridden: Sequence[str] = (),
        second: Countersign | None = None,
    ) -> BedPlacement:
        """Give somebody the bed from that moment on."""
        made = self.uow.add(
            BedPlacement(
                resident_id=where.resident_id,
                stay_id=where.stay_id,
                bed_id=bed.id,
                from_at=at,
                reason=reason,
                overridden=" ".join(overridden) or None,
                agreed_by=second.user_id if overridden and second is not None else None,
            )
        )
        self.uow.session.flush()
        set_card_place(self.uow, SetCardPlace(where.resident_id, bed.id, bed.label))
        return made

    def tell_card(self, resident_id: str) -> None:
        """The person has no bed any more."""
        set_card_place(self.uow, SetCardPlace(resident_id))


def _allowed(
    uow: UnitOfWork,
    act: Act,
    judge: Judge,
    choice: BedChoice,
    reason: str | None,
    given: Countersign | None,
    *,
    agreed: bool = False,
) -> tuple[str, ...]:
    """The rules that two people decided against; none when nothing refuses.

    Raises:
        PlacementRefusedError: a rule refuses and is not overridden.
    """
    if choice.is_free:
        return ()
    if choice.level is Level.HARD or (given is None and not agreed):
        raise PlacementRefusedError(choice.findings, judge.person.code, choice.bed)
    require_reason(reason or "")
    if not agreed:
        require_countersign(uow, act, given, SECOND_PERSON)
    return tuple(dict.fromkeys(one.rule.id for one in choice.findings if one.level is Level.OVERRIDABLE))


def _whereabouts(uow: UnitOfWork, resident_id: str) -> Whereabouts:
    found = list_whereabouts(uow, [resident_id])
    if not found:
        raise UserError(
            "no_open_stay",
            label(
                "errors",
                "Người này không có lần cai nghiện nào đang mở, nên không xếp giường. Hãy tiếp nhận trước.",
            ),
        )
    return found[0]


def _require_bed_kept(uow: UnitOfWork, where: Whereabouts) -> None:
    """Refuse a bed for somebody away in a way for which the facility keeps none."""
    if where.presence is PresenceState.INSIDE or where.presence.value in get_setting(uow, KEEPS_BED).split():
        return
    raise UserError(
        "not_here",
        label(
            "errors",
            "Người này đang “{state}” từ {since}; cơ sở không giữ giường trong lúc đó. Hãy nhận trở lại trước, "
            "rồi xếp giường.",
        ),
        state=PRESENCE_LABELS[where.presence],
        since=format_date(where.presence_on),
    )


def _moment(
    uow: UnitOfWork, typed: datetime | None, former: BedPlacement | None, where: Whereabouts | None = None
) -> datetime:
    """When it happened; who has no bed got none before they came, or came back."""
    at = typed or uow.now
    here_on = None if where is None or former is not None else max(where.admitted_on, where.presence_on)
    if here_on is not None and local_date(at) < here_on:
        raise UserError(
            "moment_odd",
            label(
                "errors",
                "Thời điểm {at} không hợp lý: người này có mặt từ {since}. Hãy sửa ngày, giờ.",
            ),
            fields={"at": label("errors", "Phải từ lúc người này có mặt")},
            at=format_moment(at),
            since=format_date(here_on),
        )
    since = None if former is None else former.from_at
    if at > uow.now or (since is not None and at < since):
        raise UserError(
            "moment_odd",
            label(
                "errors",
                "Thời điểm {at} không hợp lý: không được sau bây giờ hay trước lần xếp trước.",
            ),
            fields={"at": label("errors", "Phải từ lần xếp trước đến bây giờ")},
            at=format_moment(at),
        )
    return at


def _checked_line(typed: str | None) -> str | None:
    faults = Faults()
    kept = faults.open_line("reason", typed)
    faults.refuse()
    return kept
