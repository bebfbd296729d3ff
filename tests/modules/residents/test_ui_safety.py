"""Alerts on the screen: what cannot be done with one says so before it is tried, by the rule the verbs ask for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facility_app.kernel.actor import Role
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import EndEntry, end_alert, raise_alert
from facility_app.modules.residents.ui.endable_card import EndableCard
from facility_app.modules.residents.ui.safety_tab import ALERTS, SafetyPane
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.theme import Tone
from tests.modules.residents.conftest import Screen
from tests.modules.residents.pages import person_page, tab
from tests.modules.residents.people import TODAY

ESCAPE = Alert(AlertKind.ESCAPE_RISK, AlertLevel.DANGER, TODAY, "Hai người kèm")
ALLERGY = Alert(AlertKind.ALLERGY, AlertLevel.WARNING, TODAY, "Penicillin")


def alerts_of(screen: Screen, resident_id: str) -> EndableCard:
    pane = tab(person_page(screen, resident_id, "residents.safety"))
    assert isinstance(pane, SafetyPane)
    return pane.alerts


def with_alerts(screen: Screen) -> tuple[str, dict[AlertKind, str]]:
    """Somebody with an alert behind each wall: who, and the alerts."""
    kept = screen.person()
    screen.sign_in(Role.DOCTOR)
    orders = [AddEntry(kept.resident_id, one) for one in (ESCAPE, ALLERGY)]
    saved = screen.write(lambda uow: [raise_alert(uow, order) for order in orders])
    return kept.resident_id, {order.facts.kind: one.entry_id for order, one in zip(orders, saved, strict=True)}


@pytest.mark.parametrize(("role", "may_health"), [(Role.HEAD, False), (Role.NURSE, True)])
def test_each_alert_is_changed_by_whoever_its_wall_allows_and_says_so_to_others(
    screen: Screen, role: Role, may_health: bool
) -> None:
    resident_id, made = with_alerts(screen)
    screen.sign_in(role)
    alerts = alerts_of(screen, resident_id)
    for kind, is_allowed in ((AlertKind.ESCAPE_RISK, True), (AlertKind.ALLERGY, may_health)):
        alerts.table.select_ids([made[kind]])
        for button in (alerts.edit_button, alerts.end_button, alerts.strike_button):
            assert button.isVisible()
            assert button.isEnabled() is is_allowed
            assert ("Bác sĩ" in button.toolTip()) is not is_allowed


def test_a_refused_key_on_an_alert_tells_who_may_and_opens_nothing(screen: Screen) -> None:
    resident_id, made = with_alerts(screen)
    screen.sign_in(Role.HEAD)
    alerts = alerts_of(screen, resident_id)
    alerts.table.select_ids([made[AlertKind.ALLERGY]])
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(alerts.table, key)
        text, tone = screen.said.pop()
        assert ("Điều dưỡng" in text, tone) == (True, Tone.INFO)


def test_only_alerts_of_the_role_s_walls_are_offered_in_the_form(screen: Screen) -> None:
    offered = {}
    for role in (Role.GUARD, Role.NURSE):
        screen.sign_in(role)
        field = ALERTS.form(screen.context, "0" * 32).fields["kind"]
        assert isinstance(field, CodeField)
        offered[role] = {one.id for one in field._options}
    assert AlertKind.ALLERGY not in offered[Role.GUARD]
    assert offered[Role.NURSE] == set(AlertKind)


def test_an_ended_alert_says_that_it_is_not_corrected_any_more(screen: Screen) -> None:
    resident_id, made = with_alerts(screen)
    order = EndEntry(made[AlertKind.ESCAPE_RISK], 1, "hết")
    screen.write(lambda uow: end_alert(uow, order))
    alerts = alerts_of(screen, resident_id)
    alerts.table.select_ids([made[AlertKind.ESCAPE_RISK]])
    assert not alerts.edit_button.isEnabled()
    assert "đã kết thúc" in alerts.edit_button.toolTip()
    assert alerts.strike_button.isEnabled()
    assert not alerts.end_button.isVisible()
