"""Days of the week and times of the day in cells: every usual way of writing them, and nothing else."""

from datetime import date, datetime, time

from facility_app.sheets.cell_times import read_clock, read_weekday
from facility_app.sheets.reading.grid import CellError, CellValue
from tests.helpers.cases import each

WEEKDAYS: dict[str, tuple[CellValue, int | None]] = {
    "words": ("Thứ hai", 1),
    "capitals": ("THỨ TƯ", 3),
    "no marks": ("thu bay", 6),
    "a figure after it": ("Thứ 2", 1),
    "short": ("T7", 6),
    "short with a dot": ("T.5", 4),
    "the figure alone": (2, 1),
    "the figure as text": ("7", 6),
    "the word alone": ("Năm", 4),
    "Sunday": ("Chủ nhật", 7),
    "Sunday, short": ("CN", 7),
    "nothing": (None, None),
    "blanks": ("  ", None),
}
NO_WEEKDAYS: dict[str, CellValue] = {
    "a first day": 1, "an eighth day": 8, "a word": "hôm nay", "two days": "T2, T4",
    "a failed cell": CellError("#N/A"),
}  # fmt: skip
CLOCKS: dict[str, tuple[CellValue, time | None]] = {
    "a cell of time": (time(7, 30), time(7, 30)),
    "a second short": (time(7, 29, 59), time(7, 30)),
    "a moment": (datetime(2026, 11, 2, 14, 5), time(14, 5)),  # noqa: DTZ001 - a sheet's clock has no zone
    "a fraction of a day": (0.3125, time(7, 30)),
    "text": ("7h30", time(7, 30)),
    "a number": (730, time(7, 30)),
    "an hour": (7, time(7)),
    "nothing": (None, None),
}
NO_CLOCKS: dict[str, CellValue] = {
    "a day": date(2026, 11, 2), "too late": "25:00", "a word": "sáng", "a broken number": 7.3, "a tick": True,
}  # fmt: skip


@each("name", WEEKDAYS)
def test_a_weekday_is_read_as_people_write_it(name: str) -> None:
    cell, meant = WEEKDAYS[name]
    assert (read_weekday(cell).value, read_weekday(cell).fault) == (meant, None)


@each("name", NO_WEEKDAYS)
def test_what_is_no_weekday_is_refused(name: str) -> None:
    assert read_weekday(NO_WEEKDAYS[name]).fault is not None


@each("name", CLOCKS)
def test_a_time_is_read_to_the_minute(name: str) -> None:
    cell, meant = CLOCKS[name]
    assert (read_clock(cell).value, read_clock(cell).fault) == (meant, None)


@each("name", NO_CLOCKS)
def test_what_is_no_time_is_refused(name: str) -> None:
    assert read_clock(NO_CLOCKS[name]).fault is not None
