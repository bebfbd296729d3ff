"""Papers of labour against their golden texts, and what must never stand on one."""

from datetime import date, timedelta

from facility_app.documents.payload import Grid
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.shares import ResultKind
from facility_app.modules.labour.domain.sheets import Mark, Quality
from facility_app.modules.labour.papers.days import sheet_paper
from facility_app.modules.labour.papers.months import book_paper, shares_paper
from facility_app.modules.labour.papers.safety import safety_paper
from facility_app.modules.labour.service.months import CloseLabourMonth, close_labour_month
from facility_app.modules.labour.service.teams import WorkTypeFacts
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from tests.documents.papers import printed
from tests.modules.labour.yard import DAY, GAPS, LABOUR, TREASURER, Yard, worked
from tests.modules.stays.house import adult

JANUARY = date(2027, 1, 1)


def people(yard: Yard) -> tuple[str, str, str]:
    """Somebody fit, somebody with limits, somebody unfit."""
    limits, unfit = WorkVerdict.LIMITED, WorkVerdict.UNFIT
    return yard.lives(adult(1)), yard.lives(adult(2), fit=limits), yard.lives(adult(3), fit=unfit)


def test_the_sheet_of_a_day_is_printed_kept_or_to_be_filled_by_hand_and_never_says_why(yard: Yard) -> None:
    fit, limited, unfit = people(yard)
    blank = printed(yard.read(sheet_paper, yard.team, DAY), "labour-sheet-blank")
    assert "có lao động …… người, …… giờ" in blank
    assert ("chưa được xếp lao động" in blank, "không đủ sức khỏe" in blank.lower()) == (True, False)
    lines = (
        SheetLine(fit, Mark.WORKED, 480, 12_500, Quality.GOOD),
        worked(limited, 4.5),
        SheetLine(unfit, Mark.SICK),
    )
    assert yard.keeps(lines, note="Mưa, nghỉ sớm").kept == len(lines)
    kept = printed(yard.read(sheet_paper, yard.team, DAY), "labour-sheet")
    assert "Tổng số 3 người; có lao động 2 người, 12,5 giờ." in kept


def test_the_book_and_the_shares_of_a_month_are_printed_while_it_is_open_and_when_it_is_closed(
    yard: Yard,
) -> None:
    fit, limited, _ = people(yard)
    yard.keeps((worked(fit, 8), worked(limited, 4)))
    yard.works(fit, 1, DAY + timedelta(days=1))
    yard.enters(1_000_003)
    yard.enters(300_000, ResultKind.MATERIALS)
    assert "Chưa khóa sổ" in printed(yard.read(book_paper, JANUARY))
    # 140.003 for nine hours and four: what the closing test has worked out by hand.
    expected = printed(yard.read(shares_paper, JANUARY))
    assert ("96.925 ₫" in expected, "43.078 ₫" in expected, "Chưa khóa sổ" in expected) == (True, True, True)
    yard.write(
        close_labour_month, CloseLabourMonth(JANUARY, officer_name="Trần Thị Thu", gap_note=GAPS), by=TREASURER
    )
    printed(yard.read(book_paper, JANUARY), "labour-book")
    printed(yard.read(shares_paper, JANUARY), "labour-shares")


def test_the_book_of_a_loss_names_the_article_and_the_reason_and_splits_nothing(yard: Yard) -> None:
    yard.works(yard.lives(), 8)
    yard.enters(3000, ResultKind.MATERIALS)
    command = CloseLabourMonth(JANUARY, loss_note="hàng bị trả lại", officer_name="Thu", gap_note=GAPS)
    yard.write(close_labour_month, command, by=TREASURER)
    told = printed(yard.read(book_paper, JANUARY))
    assert "không có chênh lệch để phân chia (NĐ 163/2026 Đ118.2). hàng bị trả lại" in told
    (grid, *_) = [one for one in yard.read(shares_paper, JANUARY).blocks if isinstance(one, Grid)]
    assert [row[5] for row in grid.rows] == ["0 ₫"]


def test_the_safety_book_lists_every_training_with_its_last_day(yard: Yard) -> None:
    first, second = yard.lives(adult(1)), yard.lives(adult(2), trained=False)
    saw = yard.does(WorkTypeFacts("XE", "Xẻ gỗ", is_hazardous=True))
    yard.trains(second, saw, date(2027, 1, 31))
    told = printed(yard.read(safety_paper, date(2026, 9, 1), date(2026, 9, 30)), "labour-safety")
    assert ("31/01/2027 (hết)" in told, "31/12/2027 (hết)" in told) == (True, False)
    assert yard.minutes(first) == []
    nothing = printed(yard.read(safety_paper, date(2026, 1, 1), date(2026, 1, 31)))
    assert "Không có buổi huấn luyện nào" in nothing
    reversed_ = yard.refused(safety_paper, date(2026, 9, 30), date(2026, 9, 1), by=LABOUR)
    assert (reversed_.code, [*reversed_.fields]) == ("span_reversed", ["last"])
    # Both days count.
    one_day = date(2026, 9, 4)
    (grid,) = [one for one in yard.read(safety_paper, one_day, one_day).blocks if isinstance(one, Grid)]
    assert len(grid.rows) == 2
