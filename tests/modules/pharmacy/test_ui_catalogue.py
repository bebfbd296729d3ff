"""The screen of the catalogue, and who finds no page of medicines."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.modules.pharmacy.domain.classes import ClassSpan, DrugClass
from facility_app.modules.pharmacy.domain.medicines import Approval
from facility_app.modules.pharmacy.queries.catalogue import list_medicines
from facility_app.modules.pharmacy.ui import catalogue_page, entry, places
from facility_app.modules.pharmacy.ui.catalogue_page import CataloguePage
from facility_app.ui.lists.beside import FEWEST_ROWS, HEADS
from facility_app.ui.lists.delegate import ROW
from facility_app.ui.widgets import Scrolled
from tests.helpers.cases import each
from tests.modules.pharmacy.screens import Desk, cells, fill
from tests.modules.pharmacy.store import Pharmacy


def test_the_catalogue_is_kept_by_dated_versions_and_approved_by_another(desk: Desk, pharmacy: Pharmacy) -> None:
    page = desk.open(CataloguePage, places.CATALOGUE)
    page.add()
    fill(
        page,
        generic="Morphin",
        strength="10 mg/ml",
        form="Dung dịch tiêm",
        stock_unit="ampoule",
        dose_unit="mg",
        rate=Decimal(10),
        low_below=Decimal(20),
        routes="iv, im",
        drug_class="G",
        valid_from=date(2026, 7, 16),
        article="TT 18/2026/TT-BYT PL I",
    )
    (made,) = pharmacy.read(list_medicines, "morphin")
    assert (made.measure.per_stock, made.low_below, made.routes) == (10_000, 200_000, "IV IM")
    page.panel.table.select_ids((made.medicine_id,))
    page.edit()
    fill(page, brand="Opiphine")
    assert pharmacy.read(list_medicines, "morphin")[0].brand == "Opiphine"
    page.reclass()
    fill(page, drug_class="H", valid_from=date(2026, 12, 1), article="văn bản mới")
    assert [row["class"] for row in cells(page.classes)] == ["Hướng thần", "Gây nghiện"]
    page.panel.table.select_ids((made.medicine_id,))
    page.approve()
    assert "hai người khác nhau" in desk.said()
    # Ways are said in words; who is approved does not wait, and a class without a first day says no day.
    brought = replace(made, source="lập theo trí nhớ, chờ phê duyệt", routes="O IM")
    told = {one.key: one.value for one in catalogue_page.facts(brought)}
    assert (told["Đường dùng"], told["Nguồn của số liệu"]) == ("Uống, Tiêm bắp", brought.source)
    approved = replace(brought, approval=Approval.APPROVED)
    assert {one.value for one in catalogue_page.facts(approved)} >= {"lập theo trí nhớ"}
    first = ClassSpan(DrugClass.ORDINARY, catalogue_page.EVER, None, "")
    ends = replace(first, valid_to=date(2026, 6, 1))
    assert [catalogue_page.span_days(one) for one in (first, ends)] == ["từ trước", "đến 01/06/2026"]
    # Where there is no room beside the list, the cards stand below it, as wide as they need.
    assert not page.beside.is_stacked()
    page.resize(600, 620)
    assert page.beside.is_stacked()
    # One bar scrolls both: the column stands whole below, and above it the list keeps its rows.
    page.resize(600, 320)
    desk.qtbot.waitUntil(lambda: _scrolled(page)[0])
    assert _scrolled(page) == [True, False]
    assert page.panel.height() >= page.context.theme.px(HEADS + ROW * FEWEST_ROWS)


def _scrolled(page: Any) -> list[bool]:
    """Whether the page scrolls, and whether its column does by itself."""
    areas = page.beside.findChildren(Scrolled)
    outer = next(one for one in areas if one.widget() is page.beside.floor)
    inner = next(one for one in areas if one.widget() is page.beside.inner)
    return [one.verticalScrollBar().maximum() > 0 for one in (outer, inner)]


@each("role", [Role.GUARD, Role.TEAM_OFFICER, Role.CLERK, Role.COUNSELLOR])
def test_whoever_keeps_no_medicine_finds_no_page_of_it(role: Role) -> None:
    nobodys: Any = None
    open_to = [
        page.id for page in entry.pages(nobodys) if page.permission is None or role in page.permission.roles
    ]
    assert open_to == []
