"""The result book: a month is split to the đồng, its shares stand in the ledgers, and nothing of it changes."""

from dataclasses import replace
from datetime import date, timedelta

from facility_app.app.registry import schema
from facility_app.db.integrity import capture_canary
from facility_app.kernel.money import Money
from facility_app.modules.deposits.queries.accounts import get_account
from facility_app.modules.labour.domain.shares import ResultKind, ShareKey
from facility_app.modules.labour.queries.gaps import GapKind, list_month_gaps
from facility_app.modules.labour.queries.months import list_entries, list_labour_months, list_shares, preview_month
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.months import (
    CloseLabourMonth,
    EnterResult,
    close_labour_month,
    enter_result,
    void_result,
)
from facility_app.modules.labour.service.sheets import VoidSheet, keep_sheet, void_sheet
from facility_app.modules.labour.service.tools import HandOutTools, ToolFacts, add_tool, hand_out_tools
from tests.modules.labour.yard import DAY, GAPS, LABOUR, TREASURER, Yard, worked
from tests.modules.stays.house import TODAY

JANUARY = date(2027, 1, 1)
CLOSE = CloseLabourMonth(JANUARY, officer_name="Trần Thị Thu", gap_note=GAPS)


def balance(yard: Yard, resident_id: str) -> int:
    return yard.read(get_account, resident_id, by=TREASURER).kept.balance.vnd


def test_a_month_is_split_shared_posted_and_frozen(yard: Yard) -> None:
    first, second = yard.lives(), yard.lives()
    yard.keeps((worked(first, 8), worked(second, 4)))
    yard.works(first, 1, DAY + timedelta(days=1))
    yard.enters(1_000_003)
    for kind, vnd in ((ResultKind.MATERIALS, 200_000), (ResultKind.POWER_WATER, 100_000)):
        yard.enters(vnd, kind)
    closed = yard.write(close_labour_month, CLOSE, by=TREASURER)
    # 700.003: 210.000 food, 140.000 living, 210.000 culture (each cut down), the rest 140.003 to the residents;
    # by 9 h : 4 h of 13 — 96.925,15 and 43.077,84, so the odd đồng goes to the second.
    assert (closed.surplus, closed.residents, closed.people) == (Money(700_003), Money(140_003), 2)
    (month,) = yard.read(list_labour_months)
    assert (month.split.food.vnd, month.split.living.vnd, month.split.culture.vnd) == (210_000, 140_000, 210_000)
    assert [one.amount.vnd for one in yard.read(list_shares, closed.month_id)] == [96_925, 43_078]
    assert (balance(yard, first), balance(yard, second)) == (96_925, 43_078)
    # In one decision: the posting names the closing as its cause.
    asked = "SELECT a.verb, b.verb FROM audit_entry a JOIN audit_entry b ON a.caused_by = b.id WHERE a.verb = ?"
    assert yard.sql(asked, "deposits.post_share") == [("deposits.post_share", "labour.close_month")]


def test_a_closed_month_takes_nothing_and_changes_nothing_even_below_the_program(yard: Yard) -> None:
    person = yard.lives()
    yard.works(person, 8)
    entry = yard.enters(1000)
    yard.write(close_labour_month, CLOSE, by=TREASURER)
    sheet = yard.sheet()
    assert sheet.is_closed
    for verb, command in (
        (keep_sheet, yard.to_keep((worked(person, 7),))),
        (void_sheet, VoidSheet(sheet.sheet_id, sheet.version, "nhầm")),
        (enter_result, EnterResult(ResultKind.INCOME, Money(5), "x", DAY)),
    ):
        told = yard.refused(verb, command, by=LABOUR)
        assert told.code == "labour_month_closed"
        assert "Đ118.1a" in told.message
    with_reason = yard.refused(void_result, Seen(entry, 1), "nhầm", by=LABOUR)
    assert with_reason.code == "labour_month_closed"
    for statement in (
        "UPDATE labour_mark SET minutes = 1",
        "UPDATE labour_mark SET held_on = '2027-02-01'",
        "UPDATE labour_sheet SET ends_minute = 1000",
        "UPDATE labour_entry SET amount_vnd = 5",
        "INSERT INTO labour_mark SELECT 'x', home, resident_id, sheet_id, '2027-01-02', mark, minutes, "
        "output_milli, quality, note, created_at, created_by, updated_at, updated_by, version, voided_at, "
        "voided_by, void_reason FROM labour_mark",
    ):
        assert "counted:labour" in yard.below(statement), statement
    for statement in ("UPDATE labour_month SET income_vnd = 5", "DELETE FROM labour_share"):
        assert "frozen:labour" in yard.below(statement), statement
    # The month after goes on.
    assert yard.works(person, 8, TODAY).kept == 1


def test_a_file_with_a_closed_month_opens_again(yard: Yard) -> None:
    yard.works(yard.lives(), 8)
    yard.enters(1000)
    yard.write(close_labour_month, CLOSE, by=TREASURER)
    # Each start saves a row of every table unchanged; those of a closed month let nothing through once.
    with yard.facility.database.trial() as connection:
        assert capture_canary(connection, schema()) == []


def test_months_are_closed_one_after_the_other_when_they_are_over_and_only_once(yard: Yard) -> None:
    assert yard.refused(close_labour_month, CLOSE, by=TREASURER).code == "no_month_to_close"
    yard.works(yard.lives(), 8)
    yard.enters(1000)
    later = CloseLabourMonth(date(2027, 2, 1), officer_name="Thu", gap_note=GAPS)
    assert yard.refused(close_labour_month, later, by=TREASURER).code == "month_not_next"
    yard.write(close_labour_month, CLOSE, by=TREASURER)
    assert yard.refused(close_labour_month, CLOSE, by=TREASURER).code == "month_not_next"
    assert yard.refused(close_labour_month, later, by=TREASURER).code == "month_not_over"
    preview = yard.read(preview_month)
    assert preview is not None
    assert (preview.first_on, preview.is_over) == (date(2027, 2, 1), False)


def test_a_loss_has_no_split_and_is_closed_only_with_its_reason(yard: Yard) -> None:
    person = yard.lives()
    yard.works(person, 8)
    yard.enters(1000)
    yard.enters(3000, ResultKind.MATERIALS)
    told = yard.refused(close_labour_month, CLOSE, by=TREASURER)
    assert (told.code, "Đ118.2" in told.message, "2.000" in told.message) == ("labour_result_negative", True, True)
    command = CloseLabourMonth(JANUARY, ShareKey.DAYS, "hàng bị trả lại", "Thu", GAPS)
    assert yard.write(close_labour_month, command, by=TREASURER).residents == Money(0)
    assert balance(yard, person) == 0


def test_a_surplus_nobody_worked_for_is_not_closed_and_no_amount_is_negative(yard: Yard) -> None:
    yard.enters(1000)
    assert yard.refused(close_labour_month, CLOSE, by=TREASURER).code == "labour_nobody_worked"
    for vnd in (0, -5, 10**13):
        command = EnterResult(ResultKind.MATERIALS, Money(vnd), "x", DAY)
        told = yard.refused(enter_result, command, by=LABOUR)
        assert (told.code, "Đ118.1b" in told.message) == ("bad_labour_amount", True)
    ((entry, version),) = yard.sql("SELECT id, version FROM labour_entry")
    yard.write(void_result, Seen(entry, version), "ghi nhầm", by=LABOUR)
    assert yard.read(list_entries, JANUARY, DAY) == ()


def test_month_after_month_parts_sum_to_the_surplus_shares_to_their_part_and_ledgers_to_the_shares(
    yard: Yard,
) -> None:
    first, second, third = yard.lives(), yard.lives(), yard.lives()
    for month, (earned, hours) in enumerate(((1_000_001, (8, 3, 1)), (7, (5, 5, 5)), (0, (1, 2, 3)))):
        day = date(2026, 11 + month, 2) if month < 2 else DAY
        yard.keeps([worked(one, each) for one, each in zip((first, second, third), hours, strict=True)], day)
        if earned:
            yard.enters(earned, day=day)
        key = (ShareKey.MINUTES, ShareKey.DAYS)[month % 2]
        command = CloseLabourMonth(day.replace(day=1), key, officer_name="Thu", gap_note=GAPS)
        yard.write(close_labour_month, command, by=TREASURER)
    parts_of = "food_vnd + living_vnd + residents_vnd + culture_vnd"
    sums = f"SELECT income_vnd, {parts_of}, residents_vnd, id FROM labour_month"
    shared = "SELECT coalesce(sum(amount_vnd), 0), count(*) FROM labour_share WHERE month_id = ?"
    for income, parts, residents, month_id in yard.sql(sums):
        assert (parts, yard.sql(shared, month_id)) == (income, [(residents, 3)])
    ledgers = sum(balance(yard, one) for one in (first, second, third))
    # 20 % of 1.000.001 and its odd đồng, then 4 of 7: 2 food, 1 living, 2 culture leave 2.
    assert ledgers == 200_001 + 2


def test_a_month_with_sheets_or_tools_missing_is_closed_only_with_a_reason_that_the_trail_keeps(
    yard: Yard,
) -> None:
    person = yard.lives()
    for day in range(2, 32):
        if day not in {9, 10}:
            yard.works(person, 6, date(2027, 1, day))
    yard.enters(1000)
    knives = yard.write(add_tool, ToolFacts("DAO", "Dao chẻ nan", 10, is_dangerous=True), by=LABOUR)
    yard.at(date(2027, 1, 25))
    yard.write(hand_out_tools, HandOutTools(yard.team, {knives: 8}, "An"), by=LABOUR)
    yard.at(TODAY)
    gaps = yard.read(list_month_gaps, JANUARY, date(2027, 1, 31))
    assert [(one.kind, one.held_on.day, one.team, one.missing) for one in gaps] == [
        (GapKind.SHEET, 9, "Tổ T1", 0),
        (GapKind.SHEET, 10, "Tổ T1", 0),
        (GapKind.TOOL, 25, "Tổ T1", 8),
    ]
    # Of the month that runs only what is over can lack: TODAY is its first day.
    assert [one.held_on for one in yard.read(list_month_gaps, TODAY, date(2027, 2, 28))] == [TODAY]
    unasked = CloseLabourMonth(JANUARY, officer_name="Thu")
    told = yard.refused(close_labour_month, unasked, by=TREASURER)
    assert told.code == "labour_month_has_gaps"
    for part in ("2 phiếu chấm công", "1 lượt dụng cụ", "09/01/2027 Tổ T1; 10/01/2027 Tổ T1; 25/01/2027 Tổ T1"):
        assert part in told.message
    assert yard.sql("SELECT count(*) FROM labour_month") == [(0,)]
    yard.write(close_labour_month, replace(unasked, gap_note="hai ngày mất điện"), by=TREASURER)
    kept = (
        "SELECT v.after FROM audit_entry e JOIN audit_value v ON v.record_id = e.id AND v.column_name = 'reason' "
        "WHERE e.verb = 'labour.close_month'"
    )
    assert "hai ngày mất điện" in str(yard.sql(kept))


def test_a_month_that_lacks_nothing_is_closed_unasked(yard: Yard) -> None:
    person = yard.lives()
    for day in range(2, 32):
        yard.works(person, 6, date(2027, 1, day))
    yard.enters(1000)
    assert yard.write(close_labour_month, CloseLabourMonth(JANUARY, officer_name="Thu"), by=TREASURER).people == 1
