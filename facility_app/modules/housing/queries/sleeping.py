"""Where can this person sleep: every bed judged by the rules, the best first, the others with why not."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.housing.domain.findings import HARDNESS, Finding, hardest
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.places import RoomPurpose
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE, VIEW_BOARD
from facility_app.modules.housing.domain.rules import RULES, Level
from facility_app.modules.housing.domain.separation import Sleeper, WhoWasSeen, check_place, check_together
from facility_app.modules.housing.queries.state import PLACED, BedState, Rooms, Standing
from facility_app.modules.stays.api import list_whereabouts

JUST_COME: Final = timedelta(days=30)
"""Whoever came before that was taken over with the house: health knows them otherwise."""

WHY_GOOD: Final = {
    "own_bed": label("housing", "đang là giường của người này"),
    "same_kind": label("housing", "cùng phòng với người cùng diện"),
    "purpose": label("housing", "phòng đúng yêu cầu y tế"),
    "empty_room": label("housing", "phòng chưa có ai"),
    "space": label("housing", "phòng còn rộng"),
    "same_building": label("housing", "cùng nhà với giường hiện tại"),
}
"""Why a bed stands where it does in the list."""
_PURPOSE_OF: Final = {
    NeedKind.SEPARATE_ROOM: RoomPurpose.SEPARATE,
    NeedKind.BODY_SEX_ROOM: RoomPurpose.SEPARATE,
    NeedKind.INFECTION_ROOM: RoomPurpose.INFECTION,
    NeedKind.DETOX_ROOM: RoomPurpose.DETOX,
    NeedKind.CARE_ROOM: RoomPurpose.CARE,
    NeedKind.VIOLATORS_AREA: RoomPurpose.VIOLATORS,
}


@dataclass(frozen=True, slots=True)
class BedChoice:
    """One bed, judged.

    Attributes:
        level: the hardest rule against it; None when nothing speaks against it.
        findings: what speaks against it, hardest first.
        reasons: what speaks for it.
        mates: people with a bed in the room now.
    """

    bed_id: str
    bed: str
    room_id: str
    zone: str
    level: Level | None
    findings: tuple[Finding, ...] = field(repr=False)
    reasons: tuple[Label, ...]
    mates: int

    @property
    def is_free(self) -> bool:
        """Whether somebody could be put there without a second person."""
        return self.level in {None, Level.WARN}


def where_can_sleep(uow: UnitOfWork, resident_id: str) -> tuple[BedChoice, ...]:
    """Every bed for this person: those that may be taken first and best first, then the others with why not.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, PLACE_PEOPLE)
    return Judge(uow, resident_id).choices()


def check_bed(uow: UnitOfWork, resident_id: str, bed_id: str) -> BedChoice:
    """One bed for this person, for a drag that has not been let go: the same checks as the placing itself.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, PLACE_PEOPLE)
    return Judge(uow, resident_id).choice(bed_id)


def find_bed(uow: UnitOfWork, resident_id: str) -> BedState | None:
    """The bed somebody has now; None without one."""
    require(uow, VIEW_BOARD)
    held = uow.session.scalar(
        sa.select(PLACED.bed_id).where(
            PLACED.resident_id == resident_id, PLACED.to_at.is_(None), PLACED.voided_at.is_(None)
        )
    )
    return None if held is None else next(iter(Standing(uow).beds(bed_ids=[held])), None)


class Judge:
    """The house, read once, judged for one person."""

    def __init__(
        self,
        uow: UnitOfWork,
        resident_id: str,
        beds: tuple[BedState, ...] | None = None,
        newcomer: Sleeper | None = None,
    ) -> None:
        """Read the house, or take the beds that matter; ``newcomer`` is somebody nobody has written down yet.

        Raises:
            UserError: ``not_found`` for somebody nobody knows.
        """
        self._standing = standing = Standing(uow)
        self.beds = standing.beds() if beds is None else beds
        rows = {} if newcomer is not None else standing.people([resident_id])
        if newcomer is None and resident_id not in rows:
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=resident_id,
            )
        rows |= standing.people(bed.resident_id for bed in self.beds)
        self._sleepers = standing.sleepers(rows.values())
        self.person: Sleeper = newcomer or self._sleepers[resident_id]
        self._rules = standing.rules()
        self._mates = Rooms(self.beds, self._sleepers).mates(without=resident_id)
        self._own = next((bed for bed in self.beds if bed.resident_id == resident_id), None)
        if newcomer is None and not self._has_slept(uow, resident_id):
            self.person = replace(self.person, is_unseen=_is_unseen(uow, resident_id))
        self._rooms: dict[str, _Judged] = {}

    @staticmethod
    def _has_slept(uow: UnitOfWork, resident_id: str) -> bool:
        """Whether they had a bed before: a first bed is what health comes before."""
        asked = sa.select(PLACED.id).where(PLACED.resident_id == resident_id, PLACED.voided_at.is_(None))
        return uow.session.scalar(asked.limit(1)) is not None

    def take(self, bed_id: str, mate: Sleeper) -> None:
        """Somebody is to get that bed: whoever is judged from now on finds them in it."""
        place = next(number for number, bed in enumerate(self.beds) if bed.bed_id == bed_id)
        bed = replace(self.beds[place], resident_id=mate.resident_id)
        self.beds = (*self.beds[:place], bed, *self.beds[place + 1 :])
        self._sleepers[mate.resident_id] = mate
        self._mates[bed.room_id].append(mate)
        self._rooms.pop(bed.room_id, None)

    def choices(self) -> tuple[BedChoice, ...]:
        """Every bed, the best first; rooms are judged once for all their beds."""
        rank = {None: 0, Level.WARN: 1, Level.OVERRIDABLE: 2, Level.HARD: 3}
        made = [(self._made(bed, judged := self._of_room(bed)), judged.worth) for bed in self.beds]
        # Sorting keeps the order of the board among equals.
        made.sort(key=lambda one: (rank[one[0].level], -one[1]))
        return tuple(choice for choice, _ in made)

    def choice(self, bed_id: str) -> BedChoice:
        """One bed.

        Raises:
            UserError: ``not_found``.
        """
        found = next((bed for bed in self.beds if bed.bed_id == bed_id), None)
        if found is None:
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=bed_id,
            )
        return self._made(found, self._of_room(found))

    def choice_since(self, bed_id: str, at: datetime) -> BedChoice:
        """One bed, as if the person had had it since an earlier moment: who slept there then counts as well.

        Raises:
            UserError: ``not_found``.
        """
        choice = self.choice(bed_id)
        bed = next(one for one in self.beds if one.bed_id == bed_id)
        here = {one.resident_id for one in self.beds} | {self.person.resident_id}
        gone = self._standing.people(set(self._standing.slept_since(bed.room_id, at)) - here)
        mates = self._standing.sleepers(gone.values())
        found = [*check_together(self.person, tuple(mates.values()), self._rules)]
        why = self._standing.closed_since(bed, at)
        if why and not bed.closed:
            found.append(Finding(_CLOSED, _CLOSED.article, {"bed": bed.bed_label, "reason": why}))
        findings = tuple(sorted((*choice.findings, *found), key=lambda one: HARDNESS[one.level]))
        return replace(choice, findings=findings, level=hardest(findings))

    def _made(self, bed: BedState, judged: "_Judged") -> BedChoice:
        of_bed = self._of_bed(bed)
        is_own = self._own is not None and self._own.bed_id == bed.bed_id
        return BedChoice(
            bed.bed_id,
            bed.bed_label,
            bed.room.room_id,
            bed.room.zone_name,
            Level.HARD if of_bed else judged.level,
            (*of_bed, *judged.findings) if of_bed else judged.findings,
            (WHY_GOOD["own_bed"], *judged.reasons) if is_own else judged.reasons,
            judged.mates,
        )

    def _of_bed(self, bed: BedState) -> Sequence[Finding]:
        """What speaks against the bed itself."""
        if not bed.resident_id and not bed.bed_closed:
            return ()
        found: tuple[Finding, ...] = ()
        if bed.resident_id and bed.resident_id != self.person.resident_id:
            holder = self._sleepers.get(bed.resident_id)
            params = {"bed": bed.bed_label, "roommate": "" if holder is None else holder.code}
            found = (Finding(_TAKEN, _TAKEN.article, params, bed.resident_id),)
        if bed.bed_closed and not bed.room.closed:
            params = {"bed": bed.bed_label, "reason": bed.bed_closed}
            found = (*found, Finding(_CLOSED, _CLOSED.article, params))
        return found

    def _of_room(self, bed: BedState) -> "_Judged":
        known = self._rooms.get(bed.room.room_id)
        if known is None:
            mates = self._mates[bed.room.room_id]
            findings = check_place(self.person, bed.room.place, mates, self._rules)
            reasons = self._reasons(bed, mates)
            worth = sum(_WORTH.get(one, 0) for one in reasons) - len(findings)
            words = tuple(WHY_GOOD[one] for one in reasons)
            known = _Judged(findings, hardest(findings), words, worth, len(mates))
            self._rooms[bed.room.room_id] = known
        return known

    def _reasons(self, bed: BedState, mates: Sequence[Sleeper]) -> list[str]:
        found = []
        if any(_PURPOSE_OF[need.kind] is bed.room.purpose for need in self.person.needs):
            found.append("purpose")
        if mates and all(mate.stay_kind is self.person.stay_kind for mate in mates):
            found.append("same_kind")
        if not mates:
            found.append("empty_room")
        elif len(mates) + 1 < bed.room.working:
            found.append("space")
        if self._own is not None and self._own.room.building_id == bed.room.building_id:
            found.append("same_building")
        return found


def _is_unseen(uow: UnitOfWork, resident_id: str) -> bool:
    """Whether somebody came in these days and health staff, where there is any, has not looked at them."""
    first = local_date(uow.now) - JUST_COME
    came = {
        one.resident_id: datetime.combine(one.admitted_on, time(), LOCAL)
        for one in list_whereabouts(uow, [resident_id])
        if one.admitted_on >= first
    }
    answers = uow.ask(WhoWasSeen(came)) if came else []
    return bool(answers) and not any(resident_id in one for one in answers)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A room, judged for one person."""

    findings: tuple[Finding, ...]
    level: Level | None
    reasons: tuple[Label, ...]
    worth: int
    mates: int


_TAKEN, _CLOSED = RULES["taken"], RULES["closed"]
_WORTH: Final = {"purpose": 8, "same_kind": 4, "space": 2, "same_building": 1}
"""Company of one's own kind is better than an empty room, which is better kept for whoever needs it."""
