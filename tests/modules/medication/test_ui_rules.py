"""Rules at the desk: a draft says what it does, two people approve, a new version waits, one is put out."""

import json
from decimal import Decimal

from pytestqt.qtbot import QtBot

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.app.window.dress import english
from facility_app.modules.medication.domain.effects import effect_of
from facility_app.modules.medication.domain.protocols import read_protocols
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.translations import english_of_medication
from facility_app.modules.medication.queries.rules import list_rule_lines, list_versions
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.rule_page import RulesPage
from facility_app.ui.dialogs import Question
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme
from tests.modules.medication.desk import Desk, asked, why_not
from tests.modules.medication.ward import Ward

ROW = "max_dose:paracetamol_day"


def choose(page: RulesPage, row: str) -> None:
    """Select one rule, whatever the filters say."""
    page.panel.table.select_ids((row,))


SHIPPED_PROTOCOLS = read_protocols(
    (resources_folder() / "clinical/detox_protocols.csv").read_text(encoding="utf-8")
)


def test_what_a_rule_does_is_said_by_table_and_state_and_every_shipped_word_has_english(ward: Ward) -> None:
    lines = {
        one.row.code: one.row
        for one in ward.read(list_rule_lines, RuleList.MAX_DOSE, RuleList.SUBSTITUTION, RuleList.PROTOCOL)
    }
    assert "chỉ báo cho bác sĩ" in effect_of(lines["paracetamol_day"])
    assert "Đang tắt" in effect_of(lines["missed_3"])
    assert "Luôn có hiệu lực" in effect_of(lines["missed_30"])
    assert "Chưa bắt đầu cho ai được" in effect_of(lines["opioid_symptomatic"])
    known = english()
    words = english_of_medication(ResourceShelf(resources_folder() / "catalogues"))
    assert len(words) > 50
    assert {pair: known[pair] for pair in words} == words
    needed = [line for one in SHIPPED_PROTOCOLS for line in json.loads(one.values["lines"]) if line["reason"]]
    assert {known.get(("clinical", line["reason"])) for line in needed} >= {"Diarrhoea"}
    assert all(known.get(("clinical", line["reason"])) for line in needed)


def test_a_rule_is_approved_by_two_people_written_anew_by_one_and_approved_by_another(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    desk = Desk(ward, dressed, qtbot)
    page = desk.open(RulesPage, places.RULES)
    choose(page, ROW)
    assert "Chưa phê duyệt: chỉ báo" in page.effect_text()
    assert page.selected().substance == "Paracetamol"
    page.approve()
    question = asked(page, Question)
    question.answered.emit("approve")
    question.reject()
    desk.sign(page)
    assert desk.said()[0].startswith("Đã phê duyệt")
    page.panel.model.reload()
    choose(page, ROW)
    assert page.effect_text() == "Y lệnh dừng cho đến khi bác sĩ ghi lý do."
    assert why_not(page, "medication.approve_rule") == "Bản mới nhất đã được phê duyệt."
    page.change()
    dialog = asked(page, FormDialog)
    assert dialog.form.fields["day_most"].value() == Decimal(4000)
    dialog.form.fields["day_most"].set_value(Decimal(3000))
    dialog.form.fields["why"].set_value("hội đồng thuốc quyết định")
    dialog.form.submit()
    page.panel.model.reload()
    choose(page, ROW)
    assert page.selected().is_waiting
    # Whoever wrote it does not approve it, signed or not.
    page.approve()
    question = asked(page, Question)
    question.answered.emit("approve")
    question.reject()
    desk.sign(page)
    assert "Người sửa quy tắc không tự phê duyệt" in desk.said()[0]
    other = Desk(ward, dressed, qtbot, "chemist")
    theirs = other.open(RulesPage, places.RULES, state="waiting")
    choose(theirs, ROW)
    theirs.approve()
    question = asked(theirs, Question)
    question.answered.emit("approve")
    question.reject()
    other.sign(theirs)
    versions = ward.read(list_versions, RuleList.MAX_DOSE, "paracetamol_day")
    assert [(one.version, one.approved_by, one.values["day_most"]) for one in versions[:2]] == [
        (2, "Dược Sĩ Tú", "3000000"),
        (1, "Bác Sĩ Lan", "4000000"),
    ]
    theirs.panel.model.reload()
    theirs.panel.begin()
    choose(theirs, "duplicate:same_medicine")
    theirs.switch_off()
    reason = asked(theirs, ReasonDialog)
    reason.given.emit("cơ sở không dùng quy tắc này")
    reason.reject()
    assert "bản cũ vẫn có hiệu lực" in other.said()[0]
