"""``pharmacy``: what lies where, and whether the ledger is as it was written; the same document for programs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, AddPlace, add_medicine, add_place
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import ReceiveStock, receive_stock
from tests.helpers.desk import Desk
from tests.modules.pharmacy.store import HALOPERIDOL, TLD

PHARMACIST, PASSWORD = "Dược Sĩ Kho", "Mưa rơi trên mái ngói"
AUDITOR, AUDITOR_PASSWORD = "Kiểm Tra", "Nắng lên đầu ngọn cây"
GUARD, GUARD_PASSWORD = "Bảo Vệ Cổng", "Gió lùa qua khe cửa"


@dataclass(frozen=True)
class Told:
    """A desk at which medicines lie."""

    desk: Desk

    def answer(self, *words: str, by: tuple[str, str] = (PHARMACIST, PASSWORD)) -> Any:
        return self.desk.done("pharmacy", *words, *self.desk.sign(*by))


@pytest.fixture(scope="module")
def told(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = founded_desk.copy(tmp_path_factory.mktemp("pharmacy") / "desk")
    desk.add_user(PHARMACIST, PASSWORD, "PHARMACIST")
    desk.add_user(AUDITOR, AUDITOR_PASSWORD, "AUDITOR")
    desk.add_user(GUARD, GUARD_PASSWORD, "GUARD")
    with desk.open(PHARMACIST, PASSWORD) as opened, opened.database.write(opened.actor) as uow:
        assert opened.actor.roles == {Role.PHARMACIST}
        place = add_place(uow, AddPlace("K2", "Kho thuốc thường", PlaceKind.NORMAL)).id
        lines = []
        for facts, lot in ((HALOPERIDOL, "H01"), (TLD, "L01")):
            made = add_medicine(uow, AddMedicine(facts, DrugClass.ORDINARY, date(2017, 1, 1), "Luật Dược"))
            lines.append(Arriving(made.id, lot, date(2099, 1, 1), Quantity(Decimal("12.5"), Unit.TABLET)))
        receive_stock(uow, ReceiveStock(place, tuple(lines), "Công ty Dược"))
        uow.commit()
    return Told(desk)


def test_the_balance_is_told_exactly_and_a_medicine_that_reveals_hiv_not_to_everybody(told: Told) -> None:
    items = {one["lot"]: one for one in told.answer("balance")["items"]}
    assert items.keys() == {"H01", "L01"}
    haloperidol = items["H01"]
    assert (haloperidol["balance"], haloperidol["unit"], haloperidol["balance_in_doses"]) == (
        "12,5",
        "tablet",
        "18,75 mg",
    )
    assert haloperidol["thousandths"] == 18_750
    assert (haloperidol["class"], haloperidol["expires_on"], haloperidol["expiry"]) == ("T", "2099-01-01", "later")
    seen = told.answer("balance", by=(AUDITOR, AUDITOR_PASSWORD))["items"]
    assert [one["lot"] for one in seen] == ["H01"]
    shown = told.desk.say("pharmacy", "balance", *told.desk.sign(PHARMACIST, PASSWORD)).out
    assert "Haloperidol 1,5 mg" in shown
    refused = told.desk.ask("pharmacy", "balance", *told.desk.sign(GUARD, GUARD_PASSWORD))
    assert (refused.code, refused.document["error"]["code"]) == (1, "permission_denied")
    assert "Haloperidol" not in refused.out + str(refused.document)


def test_the_ledger_is_verified_and_a_change_behind_it_named(told: Told, tmp_path: Path) -> None:
    told = Told(told.desk.copy(tmp_path / "desk"))
    found = told.answer("ledger", "verify")
    assert (found["ok"], found["rows"], found["first_bad"]) == (True, 2, None)
    with told.desk.raw() as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'stock_entry'")
        for (name,) in names.fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE stock_entry SET amount = amount + 1 WHERE shelf_no = 1")
        raw.commit()
    answer = told.desk.ask("pharmacy", "ledger", "verify", *told.desk.sign(PHARMACIST, PASSWORD))
    assert answer.code == 1
    assert answer.document["ok"] is False
    assert answer.document["first_bad"]["what"] == "shelf_sum"
