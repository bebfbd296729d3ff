"""Steps of what goes out and comes back: given back by a person, asked to be destroyed, allowed, done or not."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from facility_app.modules.pharmacy.service.destroying import (
    AllowDestruction,
    AskDestruction,
    Destroy,
    WithdrawDestruction,
    allow_destruction,
    ask_destruction,
    destroy,
    withdraw_destruction,
)
from facility_app.modules.pharmacy.service.returning import HandedBack, TakeBackMedicines, take_back_medicines
from facility_app.modules.pharmacy.service.store import LotPart
from tests.modules.pharmacy.steps import LOTS, MEDICINES, PharmacyMachine, Tally, expires_of
from tests.modules.pharmacy.store import CLASSED, PEOPLE, SHELF_OF, Pharmacy

COUNCIL = ("Lê Văn A – dược sĩ", "Trần Thị B – bác sĩ", "Phạm C – kế toán")
QUARANTINE = "quarantine"


@dataclass
class Asked:
    """Medicine that somebody asked to destroy; its state is as the program's, in the test's own words."""

    destruction_id: str
    key: str
    amount: int
    version: int = 1
    state: str = "asked"


class WasteMachine(PharmacyMachine):
    """The same run, with what leaves the shelf for good and what comes back from a body's side."""

    def __init__(self) -> None:
        """Nothing was asked for yet."""
        super().__init__()
        self.asked: list[Asked] = []

    @initialize(count=st.integers(1, 5))
    def destroy_something(self, count: int) -> None:
        """A short run may draw the whole way of a destruction nowhere."""
        self.hand_in("diazepam", "B", min(PEOPLE), QUARANTINE, count, 1)
        self.destroy_at_once(count, is_allowed=True, with_witness=1, least=len(COUNCIL), times=1)
        assert self.tally.destroyed > 0

    @rule(
        medicine=st.sampled_from(MEDICINES),
        lot=st.sampled_from(LOTS),
        person=st.sampled_from(sorted(PEOPLE)),
        place=st.sampled_from((QUARANTINE, QUARANTINE, "normal")),
        count=st.integers(1, 10),
        with_witness=st.integers(0, 4),
    )
    def hand_in(self, medicine: str, lot: str, person: str, place: str, count: int, with_witness: int) -> None:
        """A person gives some back; it waits apart and is never given to another."""
        key = f"{medicine}-{lot}"
        item = HandedBack(
            self.pharmacy[medicine], key, expires_of(lot), self._of(medicine, count), "còn nguyên", "không dùng"
        )
        given = self.pharmacy.agreed("pharmacy.take_back_medicines") if with_witness else None
        wish = TakeBackMedicines(
            self.pharmacy[person],
            self.pharmacy[place],
            (item,),
            "Nguyễn Văn Bình",
            "001062001234",
            "phòng y tế",
            countersign=given,
        )
        may = place == QUARANTINE and (SHELF_OF[medicine] != "safe" or given is not None)
        made: list[str] = []
        assert self._tried(lambda: made.append(take_back_medicines(self.uow, wish))) is may, (key, place)
        if may:
            asked = "SELECT lot_id FROM medicine_return_line WHERE return_id = ?"
            found = self.uow.session.connection().exec_driver_sql(asked, (made[0],))
            self.lots.setdefault(key, str(found.scalar_one()))
            amount = count * CLASSED[medicine][0].per_stock
            self._add(QUARANTINE, key, amount)
            self.model.came[key] += amount
            self.tally.handed_in += 1

    @rule(
        which=st.integers(0, 99), count=st.integers(1, 6), place=st.sampled_from((QUARANTINE, QUARANTINE, "safe"))
    )
    def ask_to_destroy(self, which: int, count: int, place: str) -> None:
        """Only what waits apart, and no more than lies there."""
        if not self.lots:
            return
        # What lies there most of the time: a lot picked blindly would hardly ever be there.
        apart = sorted(key for (at, key), left in self.model.shelf.items() if at == QUARANTINE and left > 0)
        known = apart if apart and which % 5 else sorted(self.lots)
        key = known[which % len(known)]
        medicine = key.partition("-")[0]
        amount = count * CLASSED[medicine][0].per_stock
        part = LotPart(self.lots[key], self._of(medicine, count))
        command = AskDestruction(self.pharmacy[place], (part,), "hết hạn", "pha loãng")
        may = place == QUARANTINE and self.model.shelf[QUARANTINE, key] >= amount
        made: list[str] = []
        assert self._tried(lambda: made.append(ask_destruction(self.uow, command))) is may, (key, place)
        if may:
            self.asked.append(Asked(made[0], key, amount))

    @rule(which=st.integers(0, 99))
    def allow(self, which: int) -> None:
        """The head writes the permission down, once."""
        self._allow(self._asked(which))

    def _allow(self, one: Asked | None) -> None:
        if one is not None:
            command = AllowDestruction(one.destruction_id, one.version, "77/SYT")
            may = one.state == "asked"
            assert self._tried(lambda: allow_destruction(self.uow, command)) is may, one
            if may:
                one.state, one.version = "allowed", one.version + 1

    @rule(which=st.integers(0, 99), is_done=st.booleans(), with_witness=st.integers(0, 4), least=st.integers(2, 3))
    def end(self, which: int, is_done: bool, with_witness: int, least: int) -> None:
        """Destroyed before three people and a witness while it still lies there, or not at all; never twice."""
        one = self._asked(which)
        if one is not None:
            self._end(one, is_done=is_done, with_witness=with_witness, least=least)

    @rule(
        count=st.integers(1, 3),
        is_allowed=st.booleans(),
        with_witness=st.integers(0, 2),
        least=st.integers(2, 4),
        times=st.integers(1, 2),
    )
    def destroy_at_once(self, count: int, is_allowed: bool, with_witness: int, least: int, times: int) -> None:
        """The whole way in one step: drawn one by one, its steps would hardly ever meet."""
        before = len(self.asked)
        self.ask_to_destroy(1, count, QUARANTINE)
        for one in self.asked[before:]:
            if is_allowed:
                self._allow(one)
            for _ in range(times):
                self._end(one, is_done=True, with_witness=with_witness, least=min(least, len(COUNCIL)))

    def _end(self, one: Asked, *, is_done: bool, with_witness: int, least: int) -> None:
        if not is_done:
            wish = WithdrawDestruction(one.destruction_id, one.version, "không hủy nữa")
            may = one.state in {"asked", "allowed"}
            assert self._tried(lambda: withdraw_destruction(self.uow, wish)) is may, one
            if may:
                one.state, one.version = "withdrawn", one.version + 1
            return
        given = self.pharmacy.agreed("pharmacy.destroy") if with_witness else None
        command = Destroy(one.destruction_id, one.version, COUNCIL[:least], "03/BB", "Sở Y tế", given)
        is_controlled = SHELF_OF[one.key.partition("-")[0]] == "safe"
        may = (
            one.state == "allowed"
            and least == len(COUNCIL)
            and (given is not None or not is_controlled)
            and self.model.shelf[QUARANTINE, one.key] >= one.amount
        )
        assert self._tried(lambda: destroy(self.uow, command)) is may, one
        if may:
            one.state, one.version = "done", one.version + 1
            self.tally.destroyed += 1
            self._add(QUARANTINE, one.key, -one.amount)
            self.model.lost[one.key] += one.amount

    def _asked(self, which: int) -> Asked | None:
        standing = [one for one in self.asked if one.state in {"asked", "allowed"}]
        among = standing if standing and which % 5 else self.asked
        return among[which % len(among)] if among else None


def machine(at: Pharmacy) -> Any:
    """The machine at this pharmacy, with a tally of its own."""
    return type("AtThisPharmacy", (WasteMachine,), {"pharmacy": at, "tally": Tally()})
