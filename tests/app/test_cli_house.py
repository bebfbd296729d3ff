"""``house``: the board, one person placed by the rules, what is not right; the same documents for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import pytest

from facility_app.app.cli.usage import ARGUMENTS
from facility_app.app.cli.verbs import Program
from facility_app.kernel.actor import system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.service.takeover import take_over_house
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from tests.helpers.desk import Desk
from tests.modules.housing.home import PLAN
from tests.modules.residents.people import register

OFFICER, PASSWORD = "Cán Bộ Tổ", "Mưa rơi trên mái ngói"
HEAD, HEAD_PASSWORD = "Trưởng Cơ Sở", "Nắng lên đầu ngọn cây"


@dataclass(frozen=True)
class Told:
    """A desk, and the codes of a man, of another man and of a woman with open stays."""

    desk: Desk
    codes: tuple[str, ...]

    def answer(self, *words: str) -> Any:
        return self.desk.done("house", *words, *self.desk.sign(OFFICER, PASSWORD))

    def refused(self, *words: str) -> Any:
        told = self.desk.ask("house", *words, *self.desk.sign(OFFICER, PASSWORD))
        assert told.code == 1
        return told.document


@pytest.fixture(scope="module")
def told(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = founded_desk.copy(tmp_path_factory.mktemp("house") / "desk")
    desk.add_user(OFFICER, PASSWORD, "TEAM_OFFICER")
    desk.add_user(HEAD, HEAD_PASSWORD, "HEAD")
    codes = []
    with desk.open(OFFICER, PASSWORD) as opened, opened.database.write(system_actor("may-1")) as uow:
        take_over_house(uow, PLAN)
        came = local_date(uow.now) - timedelta(days=9)
        facts = DecisionFacts("12", came, "Tòa án nhân dân khu vực 1 – Hà Nội", "QĐ-TA", decided_months=24)
        for name, sex in (("Lê Văn A", Sex.MALE), ("Lê Văn B", Sex.MALE), ("Lê Thị C", Sex.FEMALE)):
            made = register(uow, Person(name, sex, birth_year=1990))
            wish = AdmitResident(
                made.resident_id, StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, came, facts
            )
            admit_resident(uow, wish)
            codes.append(made.code)
        uow.commit()
    return Told(desk, tuple(codes))


def test_somebody_is_placed_and_stands_on_the_board_and_in_the_search(told: Told) -> None:
    placed = told.answer("place", told.codes[0], "a-n1-p1-01", "--reason", "mới vào")
    assert placed["placed"]["bed"] == "A-N1-P1-01"
    # Nobody of health has seen him yet.
    assert [one["rule"] for one in placed["placed"]["warnings"]] == ["not_triaged"]
    board = told.answer("board")
    beds = {bed["bed"]: bed for zone in board["zones"] for room in zone["rooms"] for bed in room["beds"]}
    assert beds["A-N1-P1-01"]["resident"]["resident_code"] == told.codes[0]
    assert beds["A-N1-P1-02"]["resident"] is None
    earlier = told.answer("board", "--on", "2026-01-05")
    assert earlier["taken"] == 0
    assert (
        told.desk.done("search", told.codes[0], *told.desk.sign(OFFICER, PASSWORD))["hits"][0]["bed"]
        == "A-N1-P1-01"
    )
    assert told.answer("check")["broken"] == []


def test_a_refusal_names_each_rule_with_article_and_message(told: Told) -> None:
    refusal = told.refused("place", told.codes[2], "A-N1-P2-01")
    assert refusal["error"]["code"] == "placement_refused"
    (rule,) = refusal["rules"]
    assert (rule["rule"], rule["article"], rule["level"]) == ("sex_room", "Luật PCMT 2025 Đ46.2h", "hard")
    assert told.codes[2] in rule["message"]
    english = told.refused("place", told.codes[2], "A-N1-P2-01", "--lang", "en")
    assert english["rules"][0]["article"] == "Luật PCMT 2025 Đ46.2h"


def test_a_bed_nobody_knows_is_refused_with_beds_like_it(told: Told) -> None:
    refusal = told.refused("place", told.codes[1], "F-N1-P1-99")
    assert refusal["error"]["code"] == "bed_unknown"
    assert "F-N1-P1-01" in refusal["error"]["message"]


def test_a_second_person_with_password_and_a_reason_override_what_the_law_lets(told: Told, tmp_path: Path) -> None:
    refusal = told.refused("place", told.codes[1], "T-N1-P1-01", "--reason", "hết chỗ")
    assert [rule["level"] for rule in refusal["rules"]] == ["overridable"]
    words = ("place", told.codes[1], "T-N1-P1-01", "--reason", "hết chỗ", "--second", HEAD)
    assert told.refused(*words)["error"]["code"] == "countersign_missing"
    file = tmp_path / "second"
    file.write_text(HEAD_PASSWORD, encoding="utf-8")
    placed = told.answer(*words, "--second-password-file", str(file))
    assert [one["rule"] for one in placed["placed"]["warnings"]] == ["stay_kind", "not_triaged"]


def test_people_get_a_table(told: Told) -> None:
    shown = told.desk.say("house", "board", *told.desk.sign(OFFICER, PASSWORD)).out
    assert "A-N1-P1-01" in shown
    assert "Khu A" in shown


def test_the_help_of_every_verb_names_its_values() -> None:
    """“GIÁ_TRỊ GIÁ_TRỊ” told nobody which is the person and which the bed."""

    def arguments(command: click.Command) -> Iterator[str]:
        yield from (str(one.name) for one in command.params if isinstance(one, click.Argument))
        if isinstance(command, click.Group):
            for name in command.list_commands(ctx):
                below = command.get_command(ctx, name)
                assert below is not None
                yield from arguments(below)

    program = Program("facility-app")
    ctx = click.Context(program)
    assert {*arguments(program)} - ARGUMENTS.keys() == set()
