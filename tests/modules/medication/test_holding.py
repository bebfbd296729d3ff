"""A dose given by blood pressure and pulse: the last ones, when it is held, on screen and on paper."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.kernel.labels import Label
from facility_app.modules.medication.domain.holding import Holding, HoldRule, HoldState, Pressure
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.papers.sheets import DaySheet, day_sheet
from facility_app.modules.medication.queries.bedside import get_bedside_card
from facility_app.modules.medication.queries.mar import RoundAsked, list_round
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.medication.service.rules import ChangeRule, approve_rule, change_rule
from facility_app.modules.medication.ui.round_card import CEILING_HEAD, LAST_DOSE
from facility_app.modules.medication.ui.round_model import Column
from facility_app.modules.medication.ui.round_page import RoundPage
from facility_app.modules.treatment.domain.vitals import VitalSign
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from tests.documents.papers import printed
from tests.helpers.cases import each
from tests.modules.medication.bedside import Bedside
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
RULE = HoldRule(("C02AC01",), 90, 50, 4 * HOUR, Label("", ""), is_approved=True)
CASES: dict[str, tuple[Pressure, HoldState]] = {
    "nothing": (Pressure(), HoldState.UNKNOWN),
    "well": (Pressure(90, 60, NOW, 50, NOW), HoldState.FINE),
    "low pressure": (Pressure(89, 60, NOW, 50, NOW), HoldState.BELOW),
    "slow pulse": (Pressure(120, 60, NOW, 49, NOW), HoldState.BELOW),
    "low and old": (Pressure(80, 60, NOW - 9 * HOUR, 70, NOW), HoldState.BELOW),
    "four hours": (Pressure(120, 80, NOW - 4 * HOUR, 70, NOW), HoldState.FINE),
    "over four hours": (Pressure(120, 80, NOW - 4 * HOUR - timedelta(minutes=1), 70, NOW), HoldState.OLD),
    "an old pulse": (Pressure(120, 80, NOW, 70, NOW - 5 * HOUR), HoldState.OLD),
    "no pulse": (Pressure(120, 80, NOW), HoldState.UNKNOWN),
}


@each("name", CASES)
def test_a_dose_is_held_below_either_limit_and_measured_again_when_either_value_is_old(name: str) -> None:
    last, wanted = CASES[name]
    assert Holding(RULE, last).state(NOW) is wanted


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The nurse who holds the cabinet, at nine in the morning."""
    ward.at(9)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.runner.close()


def measured(ward: Ward, **typed: str) -> None:
    """A nurse measures the man."""
    ((stay,),) = ward.sql("SELECT id FROM stay WHERE resident_id = ?", ward["duc"])
    values = {VitalSign(name): text for name, text in typed.items()}
    ward.write(measure_vitals, MeasureVitals(str(stay), values), by="nurse")


def whole_day(nurse: Bedside) -> RoundPage:
    """All doses of the day."""
    page = nurse.round()
    page.bar.rounds[None].click()
    return page


def facts_of(page: RoundPage) -> dict[str, str]:
    """What the card says, name → value."""
    texts = [one.text() for one in page.card.facts.findChildren(QLabel)]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def test_the_round_warns_by_the_rule_of_the_table_and_the_card_tells_what_was_measured(
    ward: Ward, nurse: Bedside
) -> None:
    (rule,) = ward.read(list_rules, RuleList.HOLD)
    held = HoldRule.of(rule)
    assert (held.sbp_below, held.pulse_below, held.fresh, held.is_approved) == (90, 50, 4 * HOUR, False)
    ward.order("clonidine", "150", 10, 20)
    ward.order("paracetamol", 500, 10)
    told = []
    for hour, typed in ((9, {}), (9, {"sbp": "120", "dbp": "80", "pulse": "72"}), (14, {}), (14, {"sbp": "85"})):
        ward.at(hour)
        if typed:
            measured(ward, **typed)
        model = whole_day(nurse).model
        rows = {model.text(row, Column.MEDICINE)[:8]: row for row in range(2)}
        told.append(model.needs(rows["Clonidin"]))
        assert model.needs(rows["Paraceta"]) is None
    assert told == [
        ("đo HA trước", Tone.WARNING),
        ("HA 120/80", Tone.NEUTRAL),
        ("đo lại HA", Tone.WARNING),
        ("giữ liều?", Tone.DANGER),
    ]
    page = whole_day(nurse)
    page.resize(1120, 640)
    needs = list(Column).index(Column.NEEDS)
    # What must be measured first is read whole.
    assert page.view.columnWidth(needs) >= page.view.sizeHintForColumn(needs)
    place = next(row for row in range(2) if page.model.text(row, Column.MEDICINE).startswith("Clonidin"))
    page.card.show_line(page.model.line(place))
    page.card.ask()
    facts = facts_of(page)
    assert page.card.hold.text().startswith("HA 85/–, 0 phút trước (23/11 14:00)\nmạch 72, 5 giờ trước")
    assert facts["Giữ liều khi"] == "HA tâm thu < 90 hoặc mạch < 50 (quy tắc chưa phê duyệt)"


def test_another_limit_of_the_facility_holds_once_it_is_approved_and_nonsense_is_refused(ward: Ward) -> None:
    ward.order("clonidine", "150", 10)
    ward.at(9)
    measured(ward, sbp="95", dbp="60", pulse="72")
    changed = ward.write(
        change_rule,
        ChangeRule(RuleList.HOLD, "clonidine_hold", {"sbp_below": "100"}, "bác sĩ của cơ sở"),
        by="doctor",
    )
    states = []
    for wanted in (HoldState.FINE, HoldState.BELOW):
        (row,) = ward.read(list_round, RoundAsked(TODAY), by="nurse")
        assert row.hold is not None
        states.append(row.hold.state(ward.facility.file.clock.at))
        if wanted is HoldState.BELOW:
            break
        ward.write(
            approve_rule, ward.approving(RuleList.HOLD, "clonidine_hold", changed.version), by="other doctor"
        )
    assert states == [HoldState.FINE, HoldState.BELOW]
    for cells in ({"sbp_below": "", "pulse_below": ""}, {"fresh_minutes": ""}, {"sbp_below": "chín mươi"}):
        nonsense = ChangeRule(RuleList.HOLD, "clonidine_hold", cells, "thử")
        assert ward.refused(change_rule, nonsense).code == "bad_rule", cells


def test_the_sheet_of_a_blackout_says_the_rule_the_last_values_and_leaves_room_to_write(ward: Ward) -> None:
    ward.order("clonidine", "150", 20)
    ward.at(9)
    measured(ward, sbp="120", dbp="80", pulse="72")
    told = printed(ward.read(day_sheet, DaySheet(), by="nurse"))
    for wanted in ("mạch dưới 50", "chưa phê duyệt", "23/11 09:00", "120/80", "mạch ……"):
        assert wanted in told.replace("\n", " "), wanted


def test_the_card_tells_the_last_dose_by_any_order_and_how_much_of_the_day_is_left(
    ward: Ward, nurse: Bedside
) -> None:
    needed = ward.order("paracetamol", 500)
    card = ward.read(get_bedside_card, ward["duc"], needed.order_id, by="nurse")
    assert card.before is not None
    assert (card.before.last, card.before.in_a_day, card.before.most_a_day) == (None, 0, 4)
    ward.at(9, 30)
    ward.record(ward.said(needed, "prn-1", reason="đau đầu"))
    ward.at(14)
    page = whole_day(nurse)
    page.card.show_line(next(line for line in page.model.lines if line.is_offer))
    page.card.ask()
    facts = facts_of(page)
    assert facts[tr(LAST_DOSE)] == "500 mg lúc 23/11/2026 09:30, 4 giờ trước"
    assert facts[tr(CEILING_HEAD)] == "đã dùng 1 / 4 lần"
