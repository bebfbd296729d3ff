"""What is wrong with the fields of one form, gathered so that a person is told all of it at once."""

from datetime import date
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.labels import Label, label
from facility_app.kernel.text_rules import Said, TextRule

LINE_LIMIT: Final = 200
NOTE_LIMIT: Final = 10_000
CODE_LIMIT: Final = 40
EARLIEST: Final = date(1900, 1, 1)
_LINE_TOO_LONG: Final = Said("text_too_long", label("errors", "Quá dài: tối đa 200 ký tự. Hãy viết ngắn lại."))
_NOTE: Final = TextRule(
    NOTE_LIMIT,
    too_long=Said(
        "text_too_long",
        label("errors", "Quá dài: tối đa 10.000 ký tự. Hãy rút gọn, hoặc đính kèm thành tài liệu."),
    ),
    has_lines=True,
)


PRIVATE: Final = label(
    "errors",
    "Người ngoài Tổ Y tế đọc được ô này, mà chữ ở đây làm lộ tình trạng bệnh (Luật phòng, chống HIV/AIDS Điều "
    "30). Hãy viết lý do không nêu tên bệnh, tên thuốc; phần y tế thì ghi ở thẻ Y tế.",
)


class Faults:
    """The faults found so far; ``refuse`` raises them together.

    A fault's text names field and rule, never the value: it is personal data. It stands as the field's own
    message, and as the whole sentence when it is the only one.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: dict[str, Label] = {}
        self._codes: list[str] = []
        self._params: dict[str, object] = {}

    def add(self, code: str, field: str, text: Label, **params: object) -> None:
        """Note a fault; the first of a field stays. Names in ``params`` are the text's own."""
        if field not in self._texts:
            self._texts[field] = text
            self._codes.append(code)
            self._params |= params

    def refuse(self) -> None:
        """Raise what was found, if anything.

        Raises:
            UserError: the fault's code when there is one; ``bad_fields`` when there are several.
        """
        if len(self._texts) == 1:
            ((field, text),) = self._texts.items()
            raise UserError(self._codes[0], text, fields={field: text}, **self._params)
        if self._texts:
            raise UserError(
                "bad_fields",
                label("errors", "Chưa lưu: có {count} chỗ cần sửa. Hãy xem lời nhắc ở từng ô."),
                fields=self._texts,
                count=len(self._texts),
                **self._params,
            )

    def line(self, field: str, typed: str | None, *, needed: Label | None = None) -> str | None:
        """One line of text as kept; ``needed`` is the fault of an empty one."""
        missing = None if needed is None else Said("field_missing", needed)
        return self._text(TextRule(LINE_LIMIT, missing, _LINE_TOO_LONG), field, typed)

    def open_line(self, field: str, typed: str | None, *, needed: Label | None = None) -> str | None:
        """As ``line``, of a text that people outside health read: one that tells of HIV is a fault.

        The law names who may know (Luật HIV Đ30.2). Trade names are known behind the wall alone: not asked here.
        """
        text = self.line(field, typed, needed=needed)
        if text is not None and reveals_hiv(text, codes=False):
            self.add("text_private", field, PRIVATE)
        return text

    def note(self, field: str, typed: str | None) -> str | None:
        """A longer text as kept, its lines as typed."""
        return self._text(_NOTE, field, typed)

    def code(self, field: str, chosen: str | None) -> str | None:
        """The code of an entry of a list; whether the list has it is asked where the lists are known."""
        code = (chosen or "").strip()
        if len(code) > CODE_LIMIT or not code.isascii() or any(char.isspace() for char in code):
            self.add("bad_code", field, label("errors", "Mã không đúng dạng. Hãy chọn trong danh sách."))
        return code or None

    def past_day(self, field: str, day: date | None, today: date) -> date | None:
        """A day that has come, from 1900 on."""
        if day is not None and not EARLIEST <= day <= today:
            self.add(
                "day_out_of_range",
                field,
                label("errors", "Ngày phải từ 01/01/1900 đến hôm nay. Hãy kiểm tra lại năm."),
            )
        return day

    def span(self, field: str, first: date | None, last: date | None) -> None:
        """A span must not end before it begins; ``field`` is that of the end."""
        if first is not None and last is not None and last < first:
            self.add("span_reversed", field, label("errors", "Ngày kết thúc đứng trước ngày bắt đầu."))

    def amount(self, field: str, value: int | None, least: int, most: int) -> int | None:
        """A whole number within what is possible; empty is not 0."""
        if value is not None and not least <= value <= most:
            self.add("number_out_of_range", field, label("errors", "Số này không thể đúng. Hãy kiểm tra lại."))
        return value

    def _text(self, rule: TextRule, field: str, typed: str | None) -> str | None:
        text, fault = rule.read(typed, field)
        if fault is not None:
            # Several faults share one set of values, so these sentences hold none.
            self.add(fault.code, field, fault.template)
        return text or None
