"""What leaves on paper stands in the trail: who printed which sheet of what; any past fortnight can be had."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from facility_app.kernel.paging import PageRequest
from facility_app.modules.access.api import list_looks
from facility_app.modules.access.queries import list_audit
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.papers.sheets import DaySheet, MarPage
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service import printing
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.deciding import stop_order
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.treatment.service.printing import PrintAnnex, print_private_annex
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.theme import Theme
from tests.documents.papers import heads, printed
from tests.modules.medication.bedside import Bedside, stand_at
from tests.modules.medication.desk import Desk, asked
from tests.modules.medication.ward import STAFF, Ward
from tests.modules.pharmacy.store import TODAY

PRIVATE_MAR = "medication.print_private_mar"
TRAIL = "SELECT verb, table_name, record_id FROM audit_entry WHERE seq > ? ORDER BY seq"


def trail(ward: Ward, since: int = 0) -> list[tuple[str, str, str]]:
    """The entries of the trail after one: verb, table and record."""
    return [(verb, table, record) for verb, table, record in ward.sql(TRAIL, since)]


def last(ward: Ward) -> int:
    """The last entry."""
    return int(ward.sql("SELECT max(seq) FROM audit_entry")[0][0])


def test_each_sheet_that_leaves_is_a_deed_in_the_trail_and_the_look_behind_the_wall_one_more(ward: Ward) -> None:
    ward.order("efavirenz", 1, 20)
    ward.programme()
    ward.at(9, 30)
    whole, duc, look = (
        ("facility_profile", ward.sql("SELECT DISTINCT home FROM stay")[0][0]),
        ("resident", ward["duc"]),
        "open_private_round",
    )
    zone = ward.sql("SELECT id FROM housing_zone WHERE code = 'A'")[0][0]
    for verb, what, entries in (
        (printing.print_day, DaySheet(), [("print_day", *whole)]),
        (printing.print_day, DaySheet(zone), [("print_day", "housing_zone", zone)]),
        (printing.print_round, RoundAsked(TODAY), [("print_round", *whole)]),
        (printing.print_mar, MarPage(ward["duc"], TODAY), [("print_mar", *duc)]),
        (printing.print_last_dose, printing.PrintLetter(ward["duc"]), [("print_last_dose", *duc)]),
        (printing.print_private_day, DaySheet(), [(look, *whole), (look, *duc), ("print_private_day", *whole)]),
        (
            printing.print_private_round,
            RoundAsked(TODAY),
            [(look, *whole), (look, *duc), ("print_private_round", *whole)],
        ),
    ):
        before = last(ward)
        paper = ward.write(verb, what, by="nurse")
        wanted = [(f"medication.{name}", *about) for name, *about in entries]
        # The 24 hours touch two days: a look for each.
        assert (set(trail(ward, before)), trail(ward, before)[-1]) == (set(wanted), wanted[-1])
        assert ("TDF/FTC/EFV" in printed(paper)) is (len(entries) > 1), wanted
    # What cannot be printed leaves no entry that says it was.
    assert ward.refused(printing.print_mar, MarPage(ward["duc"], TODAY, 9)).code == "mar_days"
    assert ward.refused(printing.print_last_dose, printing.PrintLetter(ward["hoa"])).code == "no_programme"
    assert ward.refused(printing.print_private_day, DaySheet(), by="auditor").code == "permission_denied"


def test_the_annex_names_the_medicines_that_belong_behind_the_wall_and_no_others(ward: Ward) -> None:
    ward.order("paracetamol", 500, 10)
    asked = PrintAnnex(ward["duc's stay"], "BS Ba, Bệnh viện tỉnh", "chuyển giao")
    ward.grant()
    assert "Không có y lệnh nào đang dùng" in printed(ward.write(print_private_annex, asked))
    order = ward.order("efavirenz", 1, 20)
    ward.order("efavirenz", 1, 20, person="hoa")
    told = printed(ward.write(print_private_annex, asked))
    assert told.count("TDF/FTC/EFV") == 1
    assert "Paracetamol" not in told
    ward.write(stop_order, DecideOrder(order.order_id, order.version, "đổi phác đồ"))
    assert "Không có y lệnh nào đang dùng" in printed(ward.write(print_private_annex, asked))
    # What somebody took until they left stands there afterwards too; what was stopped before does not.
    ward.order("efavirenz", 2, 21)
    ward.at(13)
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    ward.at(14)
    told = printed(ward.write(print_private_annex, asked))
    assert (told.count("TDF/FTC/EFV"), "lúc 21:00" in told, "lúc 20:00" in told) == (1, True, False)


def test_any_past_fortnight_of_somebody_is_printed_by_its_last_day(
    ward: Ward, dressed: Theme, qtbot: QtBot
) -> None:
    order = ward.order("paracetamol", 500, 10)
    ward.at(10, 2)
    ward.record(ward.said(order, "10:00", Outcome.GIVEN))
    # A year on, the order ended long ago.
    ward.at(9, day=TODAY + timedelta(days=365))
    desk = Desk(ward, dressed, qtbot)
    tab = desk.tab(ward["duc"])
    before = last(ward)
    tab.print_mar()
    form = asked(tab, FormDialog)
    assert (form.form.fields["to_on"].value(), form.form.fields["days"].value()) == (date(2027, 11, 23), "14")
    form.form.fields["to_on"].set_value(TODAY + timedelta(days=3))
    form.form.submit()
    told = desk.words()
    assert "Từ 13/11/2026 đến 26/11/2026" in told
    assert "Đ 10:02" in told
    assert desk.set == ["PHIẾU THEO DÕI DÙNG THUỐC"]
    assert ("medication.print_mar", "resident", ward["duc"]) in trail(ward, before)
    asked(tab, PreviewDialog).reject()


def test_the_round_prints_the_days_of_whoever_one_stands_before(ward: Ward, dressed: Theme, qtbot: QtBot) -> None:
    ward.order("paracetamol", 500, 10)
    ward.at(9, 50)
    nurse = Bedside(ward, dressed, qtbot)
    page = nurse.round()
    stand_at(page, "Paracetamol")
    (mar,) = [one for one in page.main_actions() if one.id == "medication.print_mar"]
    assert mar.why_not() is None
    mar.run()
    form = nurse.dialog(page, FormDialog)
    form.form.fields["days"].set_value("7")
    form.form.submit()
    nurse.dialog(page, PreviewDialog).reject()
    assert nurse.set == ["PHIẾU THEO DÕI DÙNG THUỐC"]
    nurse.runner.close()


def test_fourteen_days_stand_side_by_side_on_one_page(ward: Ward) -> None:
    ward.order("paracetamol", 500, 10, 20)
    paper = ward.write(printing.print_mar, MarPage(ward["duc"], TODAY - timedelta(days=13), 14), by="nurse")
    assert heads(paper)[1].count("/") == 14
    assert "500 mg lúc 10:00, 20:00" in printed(paper)


def test_the_annex_and_the_private_mar_name_what_is_not_tolerated_behind_the_wall(ward: Ward) -> None:
    ward.order("efavirenz", 1, 20)
    ward.write(add_allergy, AddAllergy(ward["duc"], "Nevirapin", AllergySeverity.SEVERE, reaction="nổi ban"))
    annex = PrintAnnex(ward["duc's stay"], "BS Ba, Bệnh viện tỉnh", "chuyển giao")
    page = MarPage(ward["duc"], TODAY)
    asked = printing.PrintPrivateMar(page, "khám lại")
    # Luật HIV Đ30.2: whoever treats the person by a grant, the head by office, nobody else.
    by_whom = {one: ward.refused(printing.print_private_mar, asked, by=one).code for one in STAFF if one != "head"}
    health = dict.fromkeys(("doctor", "other doctor", "chemist", "chief"), "grant_not_held")
    assert by_whom == health | dict.fromkeys(("clerk", "guard", "auditor"), "permission_denied")
    assert "TDF/FTC/EFV" in printed(ward.write(printing.print_private_mar, asked, by="head"))
    ward.grant()
    nothing = printing.PrintPrivateMar(page, " ")
    assert ward.refused(printing.print_private_mar, nothing).code == "reason_missing"
    assert ward.refused(printing.print_private_mar, asked, by="other doctor").code == "grant_not_held"
    assert "Nevirapin (nổi ban)" in printed(ward.write(print_private_annex, annex))
    told = printed(ward.write(printing.print_private_mar, asked))
    for wanted in ("TDF/FTC/EFV", "Nevirapin (nổi ban)", "TỜ GIỮ KÍN"):
        assert wanted in told, wanted
    open_page = printed(ward.write(printing.print_mar, page))
    assert not [one for one in ("TDF/FTC/EFV", "Nevirapin") if one in open_page]
    # The head reads who printed it, about whom and why; an auditor that it was printed.
    looks = ward.read(list_looks, "resident", ward["duc"], by="head")
    kept = [(one.user_name, one.purpose) for one in looks if one.verb == PRIVATE_MAR]
    assert kept == [("Bác Sĩ Lan", "khám lại"), ("Giám Đốc Hà", "khám lại")]
    looks = ward.read(list_looks, "resident", ward["duc"], by="auditor")
    assert [one.verb for one in looks] == ["medication.print_mar"]
    seen = ward.read(list_audit, PageRequest(size=200), by="auditor").rows
    assert [one.record_id for one in seen if one.verb == PRIVATE_MAR] == [None] * 2
