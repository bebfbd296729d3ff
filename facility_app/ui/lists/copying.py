"""Rows for other programs: tab-separated text, and the same as a table whose paper numbers stay text in Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.money import Money
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec

# A spreadsheet takes these for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@")
AS_TEXT = "\\@"
AS_DATE = "dd\\/mm\\/yyyy"
AS_TIME = "dd\\/mm\\/yyyy\\ hh\\:mm"
AS_MONEY = "\\#\\,\\#\\#0"


@dataclass(frozen=True, slots=True)
class Copied:
    """Rows ready for the clipboard.

    Attributes:
        count: how many.
        text: tab-separated, with the column heads.
        html: the same as a table.
    """

    count: int
    text: str
    html: str

    def mime(self) -> QMimeData:
        """Both, for the clipboard."""
        made = QMimeData()
        made.setText(self.text)
        made.setHtml(self.html)
        return made


def copied(columns: Sequence[ColumnSpec[Any]], rows: Sequence[object]) -> Copied:
    """``rows`` with these columns; pure, so that a working thread may do it."""
    heads = [tr(column.head) for column in columns]
    lines = [[_one_line(column.plain(row)) for column in columns] for row in rows]
    text = "".join("\t".join(line) + "\r\n" for line in (map(_one_line, heads), *lines))
    return Copied(len(rows), text, _table(heads, columns, rows))


def _one_line(text: str) -> str:
    """A cell that stays one cell."""
    return " ".join(text.split())


def _table(heads: Iterable[str], columns: Sequence[ColumnSpec[Any]], rows: Iterable[object]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(f"<tr>{''.join(_cell(column, row) for column in columns)}</tr>" for row in rows)
    meta = '<meta charset="utf-8">'
    return f"<html><head>{meta}</head><body><table><tr>{head}</tr>{body}</table></body></html>"


def _cell(column: ColumnSpec[Any], row: object) -> str:
    """A cell in the form every language's Excel reads alike: days as ISO, numbers without points."""
    value = column.typed(row)
    if column.is_paper_number or value is None:
        return _td(AS_TEXT, column.plain(row))
    if isinstance(value, Money):
        return _td(AS_MONEY, str(value.vnd))
    if isinstance(value, datetime) and value.tzinfo is not None:
        return _td(AS_TIME, value.astimezone(LOCAL).strftime("%Y-%m-%d %H:%M"))
    if isinstance(value, date) and not isinstance(value, datetime):
        return _td(AS_DATE, value.isoformat())
    if type(value) is int:
        return _td("0", str(value))
    text = column.plain(row)
    return _td(AS_TEXT if text.startswith(FORMULA_STARTS) or text[:1].isdigit() else "", text)


def _td(number_format: str, text: str) -> str:
    style = f" style='mso-number-format:\"{number_format}\"'" if number_format else ""
    return f"<td{style}>{escape(' '.join(text.split()))}</td>"
