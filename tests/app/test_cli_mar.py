"""``mar``: the doses due of a zone, outcomes in bulk, each dose once; the same document for programs."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from facility_app.app.kit_medium import SHEET
from facility_app.app.kit_shop import KIT_PRESS
from facility_app.kernel.dates import local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.service.deciding import verify_order
from facility_app.modules.medication.service.kit import NameKit, name_kit, offer_kit
from facility_app.modules.medication.service.orders import OrderMedicine, order_medicine
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.service.writing import OrderWritten, Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, AddPlace, add_medicine, add_place
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import ReceiveStock, receive_stock
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from tests.helpers.desk import Desk
from tests.modules.pharmacy.store import HALOPERIDOL, TLD
from tests.modules.residents.people import register

DOCTOR = ("Bác Sĩ Lan", "Mưa rơi trên mái ngói")
CHEMIST = ("Dược Sĩ Tú", "Nắng lên đầu ngọn cây")
NURSE = ("Điều Dưỡng Vân", "Gió lùa qua khe cửa")
HEAD = ("Giám Đốc Hà", "Sóng vỗ bờ cát trắng")
GUARD = ("Bảo Vệ Cổng", "Sương tan trên mặt hồ")


@dataclass
class Told:
    """A desk at which somebody is to take two medicines, one of them to be kept secret."""

    desk: Desk
    orders: tuple[str, str]
    place_id: str
    day: str

    def dose(self, **more: object) -> dict[str, object]:
        return {"order_id": self.orders[0], "due_on": self.day, "slot": "once", "outcome": "given", **more}

    def record(self, *doses: dict[str, object], more: tuple[str, ...] = ()) -> Any:
        file = self.desk.note(json.dumps({"doses": doses}), "lieu.json")
        return self.desk.ask("mar", "record", file, *more, *self.desk.sign(*NURSE))


@pytest.fixture(scope="module")
def told(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = founded_desk.copy(tmp_path_factory.mktemp("mar") / "desk")
    roles = {DOCTOR: "DOCTOR", CHEMIST: "PHARMACIST", NURSE: "NURSE", GUARD: "GUARD"}
    for (name, password), role in roles.items():
        desk.add_user(name, password, role)
    desk.add_user("Tiếp Nhận", "Lá rụng đầy sân sau", "INTAKE")
    with desk.open("Tiếp Nhận", "Lá rụng đầy sân sau") as opened, opened.database.write(opened.actor) as uow:
        person = register(uow, Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17)))
        day = local_date(uow.now)
        decision = DecisionFacts("12", day, "Tòa án nhân dân khu vực 1", "QĐ-TA", decided_months=24)
        facts = (StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, day, decision)
        admit_resident(uow, AdmitResident(person.resident_id, *facts))
        uow.commit()
    with desk.open(*CHEMIST) as opened, opened.database.write(opened.actor) as uow:
        place = add_place(uow, AddPlace("K2", "Kho thuốc thường", PlaceKind.NORMAL)).id
        made = [
            add_medicine(uow, AddMedicine(one, DrugClass.ORDINARY, date(2017, 1, 1), "Luật Dược")).id
            for one in (HALOPERIDOL, TLD)
        ]
        lines = [Arriving(one, "L01", date(2099, 1, 1), Quantity(Decimal(10), Unit.TABLET)) for one in made]
        receive_stock(uow, ReceiveStock(place, tuple(lines), "Công ty Dược"))
        uow.commit()
    orders = []
    for medicine, unit in zip(made, (Unit.MG, Unit.TABLET), strict=True):
        number = Decimal("1.5") if unit is Unit.MG else Decimal(1)
        written = OrderWritten(medicine, OrderKind.ONCE, (Part(Quantity(number, unit)),), Route.ORAL)
        with desk.open(*DOCTOR) as opened, opened.database.write(opened.actor) as uow:
            ordered = order_medicine(uow, OrderMedicine(person.resident_id, written))
            uow.commit()
        with desk.open(*CHEMIST) as opened, opened.database.write(opened.actor) as uow:
            verify_order(uow, DecideOrder(ordered.order_id, ordered.version))
            uow.commit()
        orders.append(ordered.order_id)
    return Told(desk, (orders[0], orders[1]), place, day.isoformat())


def test_doses_due_are_told_and_what_reveals_hiv_only_with_a_trail(told: Told) -> None:
    nurse = told.desk.sign(*NURSE)
    (row,) = told.desk.done("mar", "due", *nurse)["due"]
    assert (row["order_id"], row["slot"], row["dose"]) == (told.orders[0], "once", "1,5 mg")
    both = told.desk.done("mar", "due", "--private", *nurse)["due"]
    assert [one["order_id"] for one in both] == list(told.orders)
    assert told.desk.trail().count("medication.open_private_round") == 2
    assert told.desk.ask("mar", "due", "--zone", "Z", *nurse).error == "zone_unknown"
    assert told.desk.ask("mar", "due", "--private", *told.desk.sign(*GUARD)).error == "permission_denied"


def test_the_sheet_for_a_blackout_goes_to_the_drive_the_head_named_and_what_is_wrong_is_a_code(
    told: Told, tmp_path: Path
) -> None:
    nurse, folder = told.desk.sign(*NURSE), tmp_path / "o roi"
    assert told.desk.ask("mar", "kit", *nurse).error == "kit_not_named"
    assert told.desk.ask("mar", "kit", *told.desk.sign(*GUARD)).error == "permission_denied"
    folder.mkdir()
    told.desk.add_user(*HEAD, "HEAD")
    with told.desk.open(*HEAD) as opened:
        with opened.database.read(opened.actor) as uow:
            kit_id, word = offer_kit(uow)
        KIT_PRESS.claim(str(folder), kit_id)
        with opened.database.write(opened.actor) as uow:
            name_kit(uow, NameKit(kit_id, str(folder), KIT_PRESS.lock_of(word), "06:00 18:00"))
            uow.commit()
    answer = told.desk.done("mar", "kit", *nurse)
    sheet = folder / SHEET
    assert (answer["file"], answer["locked"]) == (str(sheet), True)
    assert answer["sha256"] == hashlib.sha256(sheet.read_bytes()).hexdigest()
    opened_by_word = pypdfium2.PdfDocument(sheet, password=word)
    opened_by_word.close()
    said = told.desk.say("mar", "kit", *nurse)
    assert (said.code, str(sheet) in said.out, word in said.out) == (0, True, False)
    folder.rename(tmp_path / "rut ra")
    assert told.desk.ask("mar", "kit", *nurse).error == "kit_not_there"


def test_outcomes_are_recorded_in_bulk_and_each_dose_once(told: Told) -> None:
    for bad in (
        {"reason": {"a": 1}}, {"order_id": 5}, {"due_on": 20261123}, {"given_at": told.day}, {"reasn": "ngủ"},
    ):  # fmt: skip
        answer = told.record(told.dose(**bad))
        assert (answer.error, next(iter(bad)) in answer.document["error"]["message"]) == ("mar_not_doses", True)
    future = told.dose(outcome="refused", given_at="9999-12-31T23:59:59-12:00")
    (one,) = told.record(future).document["refused"]
    assert one["code"] == "bad_fields"
    assert one["fields"].keys() == {"given_at", "reason"}
    assert all(text in one["message"] for text in one["fields"].values())
    for bad in ({"outcome": "eaten"}, {"due_on": "23/11/2026"}, {"dose": 1}, {"dose": "NaN", "unit": "mg"}):
        assert told.record(told.dose(**bad)).error == "mar_not_doses"
    # The rest of a piece that came out even: nothing of it can be destroyed.
    (one,) = told.record(told.dose(place_id=told.place_id, wasted="0.5")).document["refused"]
    assert one["code"] == "wasted_too_much"
    assert told.record(told.dose(wasted="nửa ống")).error == "mar_not_doses"
    answer = told.record(told.dose(place_id=told.place_id, dose=1.5, unit="mg", wasted=0), told.dose(slot="08:00"))
    document = answer.document
    assert [one["slot"] for one in document["recorded"]] == ["once"]
    assert document["recorded"][0]["lots"] == ["L01"]
    assert [(one["place"], one["code"]) for one in document["refused"]] == [(2, "dose_not_due")]
    again = told.record(told.dose(place_id=told.place_id)).document
    assert [one["code"] for one in again["refused"]] == ["dose_recorded_already"]
    assert again["recorded"] == []
    now = f"{told.day}T00:00:01"
    late = told.record(told.dose(slot="09:00", given_at=now), more=("--from-paper",)).document
    assert [one["code"] for one in late["refused"]] == ["order_not_started"]
