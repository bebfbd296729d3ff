"""``export fhir``: nothing is read before the trail says why; a wrong call is answered in plain words."""

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facility_app.app.demo.users import NAMES, PASSWORD
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.treatment.domain import VitalSign
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from tests.helpers.demo import small_demo
from tests.helpers.desk import Desk
from tests.modules.residents.people import register

DOCTOR = ("Bác Sĩ Lan", "Mưa rơi trên mái ngói")
HEAD = ("Giám Đốc Hà", "Trăng treo đầu ngõ nhỏ")
NURSE = ("Điều Dưỡng Vân", "Gió lùa qua khe cửa")
WHY = ("--reason", "chuyển bệnh viện")


@dataclass
class Told:
    """A desk with somebody inside whose pulse was measured."""

    desk: Desk
    code: str


@pytest.fixture(scope="module")
def told(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = founded_desk.copy(tmp_path_factory.mktemp("fhir") / "desk")
    for (name, password), role in {DOCTOR: "DOCTOR", HEAD: "HEAD", NURSE: "NURSE"}.items():
        desk.add_user(name, password, role)
    desk.add_user("Tiếp Nhận", "Lá rụng đầy sân sau", "INTAKE")
    with desk.open("Tiếp Nhận", "Lá rụng đầy sân sau") as opened, opened.database.write(opened.actor) as uow:
        person = register(uow, Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17)))
        day = local_date(uow.now)
        decision = DecisionFacts("12", day, "Tòa án nhân dân khu vực 1", "QĐ-TA", decided_months=24)
        facts = (StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, day, decision)
        stay = admit_resident(uow, AdmitResident(person.resident_id, *facts)).stay_id
        uow.commit()
    with desk.open(*NURSE) as opened, opened.database.write(opened.actor) as uow:
        measure_vitals(uow, MeasureVitals(stay, {VitalSign.PULSE: "72"}))
        uow.commit()
    return Told(desk, f"{day:%y}-0001")


def test_an_export_names_what_it_wrote_and_stands_in_the_trail(told: Told, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    sign = told.desk.sign(*DOCTOR)
    made = told.desk.done("export", "fhir", "--stay", told.code, "--out", out, *WHY, *sign)
    assert {"Patient": 1, "EpisodeOfCare": 1, "Observation": 1}.items() <= made["resources"].items()
    (pulse,) = (out / "Observation.ndjson").read_text(encoding="utf-8").splitlines()
    assert json.loads(pulse)["valueQuantity"]["value"] == 72
    everybody = told.desk.done("export", "fhir", "--out", tmp_path / "het", *WHY, *told.desk.sign(*HEAD))
    assert everybody["resources"] == made["resources"]
    with told.desk.open(*HEAD) as opened, opened.database.read(opened.actor) as uow:
        asked = "SELECT count(*) FROM audit_entry WHERE verb = 'treatment.export_health'"
        assert uow.session.connection().exec_driver_sql(asked).scalar() == 2
    said = told.desk.say("export", "fhir", "--stay", told.code, "--out", tmp_path / "nữa", *WHY, *sign)
    assert "KHÔNG mã hóa" in said.out


def test_a_wrong_call_is_refused_in_plain_words_and_writes_nothing(told: Told, tmp_path: Path) -> None:
    desk, out = told.desk, tmp_path / "ra"
    used = tmp_path / "used"
    used.mkdir()
    (used / "thư.txt").write_text("giữ lại", encoding="utf-8")
    one = ("--stay", told.code)
    cases = {
        "nobody's right": ((*one, "--out", out, *WHY), NURSE, 1, "permission_denied"),
        "not the head": (("--out", out, *WHY), DOCTOR, 1, "permission_denied"),
        "nobody known": (("--stay", "99-9999", "--out", out, *WHY), DOCTOR, 1, "stay_unknown"),
        "no reason in words": ((*one, "--out", out, "--reason", "  "), DOCTOR, 1, "reason_missing"),
        "no grant": ((*one, "--out", out, *WHY, "--private", "treating"), DOCTOR, 1, "grant_not_held"),
        "a used folder": ((*one, "--out", used, *WHY), DOCTOR, 1, "packet_folder_used"),
        "the data folder": ((*one, "--out", desk.data / "ra", *WHY), DOCTOR, 1, "target_inside_data"),
    }
    for what, (words, who, code, error) in cases.items():
        answer = desk.ask("export", "fhir", *words, *desk.sign(*who))
        assert (answer.code, answer.error) == (code, error), what
        assert answer.message
    for what, words in {
        "no reason": (*one, "--out", str(out)),
        "no folder": (*one, *WHY),
        "private of everybody": ("--out", str(out), *WHY, "--private", "treating"),
        "an unknown grant": (*one, "--out", str(out), *WHY, "--private", "anybody"),
    }.items():
        assert desk.ask("export", "fhir", *words, *desk.sign(*DOCTOR)).code == 2, what
    assert not out.exists()
    assert [each.name for each in tmp_path.iterdir()] == ["used"]


def test_the_demo_facility_loads_whole_in_a_library_that_knows_r4_every_value_in_ucum(tmp_path: Path) -> None:
    desk, out = Desk(small_demo(tmp_path / "demo")), tmp_path / "ra"
    made = desk.done("export", "fhir", "--out", out, *WHY, *desk.sign(NAMES[Role.HEAD], PASSWORD))
    count, measured = {}, []
    for file in out.glob("*.ndjson"):
        model = getattr(importlib.import_module(f"fhir.resources.R4B.{file.stem.lower()}"), file.stem)
        lines = file.read_text(encoding="utf-8").splitlines()
        count[file.stem] = len([model.model_validate_json(one) for one in lines])
        measured += [quantity for one in lines for quantity in quantities(json.loads(one))]
    assert count == made["resources"]
    assert {"Patient", "Observation", "MedicationAdministration", "Condition", "QuestionnaireResponse"} <= {*count}
    assert len(measured) > 50
    assert {one.get("system") for one in measured} == {"http://unitsofmeasure.org"}
    assert all(one["code"] for one in measured)


def quantities(value: Any) -> Iterator[dict[str, Any]]:
    """Every amount with a unit within a resource."""
    if isinstance(value, dict):
        if "value" in value and "unit" in value:
            yield value
        for one in value.values():
            yield from quantities(one)
    elif isinstance(value, list):
        for one in value:
            yield from quantities(one)
