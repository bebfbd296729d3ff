"""The gate and the runway: everything open is listed with its cure; bands; who must act tomorrow."""

from dataclasses import MISSING, fields, replace
from datetime import date, timedelta

import pytest

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.discharge.domain.gate import (
    PLAN,
    STEP_ARTICLES,
    STEP_LABELS,
    STEP_ROLES,
    STEPS,
    GateFacts,
    own_items,
)
from facility_app.modules.discharge.domain.law import RELEASE_LAW, law_of
from facility_app.modules.discharge.domain.runway import BAND_LABELS, BANDS, band_of
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.queries.runway import list_runway, list_unclosed, tomorrow_list
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.service.preparing import (
    RecordSocialProtection,
    ReturnBelongings,
    record_social_protection,
    return_belongings,
)
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.tasks.domain import HomeFigures
from tests.modules.discharge.leaving import DUC, FORMS, TODAY, House
from tests.modules.discharge.test_releasing import END, version


def test_every_type_of_stay_has_its_law() -> None:
    assert set(RELEASE_LAW) == set(StayType)


def test_every_step_has_words_an_article_and_somebody_who_acts() -> None:
    from_law = {"notice", "certificate", "belongings"}
    assert set(STEPS) == set(STEP_LABELS) == set(STEP_ROLES) == set(STEP_ARTICLES) | from_law


@pytest.mark.parametrize("days", [60, 45, 30, 15, 7, 1, 0, -3])
def test_a_release_stands_in_its_band(days: int) -> None:
    assert band_of(TODAY + timedelta(days=days), TODAY) == max(days, 0)


def test_beyond_sixty_days_nothing_stands_on_the_runway() -> None:
    assert band_of(TODAY + timedelta(days=61), TODAY) is None
    assert set(BAND_LABELS) == {0, *BANDS}


def test_every_item_says_what_where_and_why(house: House) -> None:
    stay = house.admit()
    items = house.read(gate, stay)
    assert {"notice", "certificate", "stage_open", "plan_missing"} <= {one.code for one in items}
    assert [one.code for one in items if not (one.message and one.page and one.record and one.article)] == []
    assert [one.message for one in items if "{" in one.message] == []


def test_only_the_missing_exit_paper_stops_and_only_before_the_end(house: House) -> None:
    stay = house.admit()
    before = [one.code for one in house.read(gate, stay, END - timedelta(days=1)) if one.stops_exit]
    on_the_day = [one.code for one in house.read(gate, stay, END) if one.stops_exit]
    assert (before, on_the_day) == (["before_end"], [])


def test_a_voluntary_adult_at_a_private_facility_has_the_device_recorded_not_fitted(private_house: House) -> None:
    stay = private_house.admit(StayType.VOLUNTARY_PRIVATE, months=12)
    device = next(one for one in private_house.read(gate, stay) if one.code == "device")
    assert "Công an" in device.message


def test_monitoring_is_owed_by_minors_only_without_a_stable_residence(house: House) -> None:
    young = replace(DUC, name="Lê Minh Khôi", birth_on=date(2009, 10, 2))
    stay = house.admit(StayType.COMPULSORY_MINOR, young)
    assert "monitoring" not in {one.code for one in house.read(gate, stay)}


def test_temporary_management_owes_no_paper_of_a_completion(house: House) -> None:
    stay = house.admit(StayType.TEMPORARY, end_on=None)
    assert {one.code for one in house.read(gate, stay)} == {"end_unknown", "belongings"}
    assert law_of("TEMPORARY").certificate == ""


def test_social_protection_is_open_only_for_whom_it_is_needed(house: House) -> None:
    stay = house.admit()
    assert "social_protection" not in {one.code for one in house.read(gate, stay)}
    house.write(record_social_protection, RecordSocialProtection(stay, 0, is_needed=True))
    assert "social_protection" in {one.code for one in house.read(gate, stay)}
    house.write(
        record_social_protection, RecordSocialProtection(stay, version(house, stay), is_needed=True, sent_on=TODAY)
    )
    assert "social_protection" not in {one.code for one in house.read(gate, stay)}


def test_who_is_not_allowed_to_see_an_item_is_answered_without_it(house: House) -> None:
    stay = house.admit()
    seen = {role: len(house.read(gate, stay, by=(role,))) for role in (Role.DISCHARGE, Role.AUDITOR)}
    assert min(seen.values()) > 0


def test_the_runway_names_the_overdue_first_and_counts_by_bands(house: House) -> None:
    late = house.admit(person=replace(DUC, name="Phạm Văn Muộn"), end_on=TODAY - timedelta(days=2))
    soon = house.admit(person=replace(DUC, name="Phạm Văn Mai"), end_on=TODAY + timedelta(days=1))
    far = house.admit(person=replace(DUC, name="Phạm Văn Xa"), end_on=TODAY + timedelta(days=59))
    house.admit(person=replace(DUC, name="Phạm Văn Lâu"), end_on=TODAY + timedelta(days=90))
    rows = house.read(list_runway)
    assert [(row.stay.stay_id, row.band) for row in rows] == [(late, 0), (soon, 1), (far, 60)]


def test_tomorrow_is_told_with_everything_open_and_who_must_act(house: House) -> None:
    stay = house.admit(end_on=TODAY + timedelta(days=1))
    house.admit(person=replace(DUC, name="Phạm Văn Xa"), end_on=TODAY + timedelta(days=2))
    (row,) = house.read(tomorrow_list)
    assert row.stay.stay_id == stay
    assert {Role.DISCHARGE, Role.HEAD, Role.DOCTOR} <= set(row.roles)
    assert not any(one.stops_exit for one in row.open_items)


def test_the_home_page_counts_today_and_tomorrow_and_open_receipts(house: House) -> None:
    stay = house.admit(end_on=TODAY)
    house.admit(person=replace(DUC, name="Phạm Văn Mai"), end_on=TODAY + timedelta(days=1))
    house.write(return_belongings, ReturnBelongings(stay, 0, "không gửi"))
    house.write(make_packet, MakePacket(stay), FORMS)

    def figures(uow: object) -> dict[str, int | None]:
        told = uow.ask(HomeFigures(house.clock.at))  # type: ignore[attr-defined]  # a unit of work
        return {one.id: one.number for many in told for one in many if one.id.startswith("discharge.")}

    assert house.read(figures) == {"discharge.today": 1, "discharge.tomorrow": 1, "discharge.unclosed": 1}
    assert house.read(list_unclosed) == (stay,)


def test_the_slice_stands_after_those_it_asks() -> None:
    order = [one.id for one in MODULES]
    assert order.index("discharge") > max(order.index(name) for name in ("stays", "correspondence", "tasks"))


def test_a_plan_printed_empty_is_said_to_be_that_and_stays_open_until_it_is_written() -> None:
    said = {}
    for has_paper, done in ((False, ()), (True, ()), (True, (PLAN,))):
        facts = GateFacts(
            "s", RELEASE_LAW[StayType.COMPULSORY_ADULT], END, None, is_monitored=False,
            needs_social_protection=False, was_recorded=frozenset(done), regime=LegalRegime.L2025,
            has_plan_paper=has_paper,
        )  # fmt: skip
        said[has_paper, done] = [str(one.text) for one in own_items(facts, END) if one.code == PLAN]
    assert said == {
        (False, ()): ["Chưa có kế hoạch tái hòa nhập cộng đồng (V-19)"],
        (True, ()): ["Kế hoạch tái hòa nhập cộng đồng (V-19) mới in mẫu trống, chưa ghi nội dung"],
        (True, (PLAN,)): [],
    }


def test_what_holds_until_the_end_is_named_by_the_law_of_the_stay_and_no_other_stands_in_for_it() -> None:
    law = RELEASE_LAW[StayType.COMPULSORY_ADULT]
    assert [one.default for one in fields(GateFacts) if one.name == "regime"] == [MISSING]
    for regime, article in ((LegalRegime.L2021, "Luật PCMT 2021"), (LegalRegime.L2025, "Luật PCMT 2025")):
        for leave_by in (END, None):
            facts = GateFacts(
                "s",
                law,
                leave_by,
                None,
                is_monitored=False,
                needs_social_protection=False,
                was_recorded=frozenset(),
                regime=regime,
            )
            first = own_items(facts, END - timedelta(days=1))[0]
            assert first.stops_exit
            assert first.article.startswith(article)
