"""One row of a roster, cell by cell: what it says, and what is wrong with it, at its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeVar

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.intake.domain.roster_fields import FIELD_LABELS, RosterField
from facility_app.modules.intake.domain.roster_words import NamedKin, kin_of, parents_of
from facility_app.modules.intake.queries.roster_lists import RosterLists
from facility_app.modules.intake.queries.roster_sheet import RosterSheet
from facility_app.sheets.cell_marks import read_sex, read_sex_marks
from facility_app.sheets.cell_numbers import read_paper_number, read_phone
from facility_app.sheets.cells import CellReading, plain_text, read_name
from facility_app.sheets.days import DayRule, PartDate, read_day, read_part_date
from facility_app.sheets.error_book import Mark
from facility_app.sheets.reading.grid import CellError, CellValue, Remark, echo

T = TypeVar("T")

MISSING: Final = label("errors", "Thiếu {field}. {example}")
EXAMPLES: Final[Mapping[RosterField, Label]] = {
    RosterField.NAME: label("errors", "Hãy ghi họ tên như trên giấy tờ, ví dụ Nguyễn Văn An."),
    RosterField.GIVEN_NAME: label("errors", "Hãy ghi tên vào ô bên cạnh họ đệm, ví dụ An."),
    RosterField.SEX: label("errors", "Hãy ghi Nam hoặc Nữ."),
    RosterField.BIRTH: label("errors", "Hãy ghi ngày sinh, ít nhất năm sinh, ví dụ 17/05/1990 hoặc 1990."),
    RosterField.ADMITTED: label("errors", "Hãy ghi ngày trong biên bản giao nhận, ví dụ 01/08/2026."),
    RosterField.DECISION: label("errors", "Hãy ghi như in trên giấy, ví dụ 12/QĐ-TA."),
    RosterField.DECIDED_ON: label("errors", "Hãy ghi ngày ban hành như in trên giấy, ví dụ 30/07/2026."),
    RosterField.AUTHORITY: label(
        "errors", "Hãy ghi tên theo lúc ban hành, ví dụ Tòa án nhân dân khu vực 1 – Hà Nội."
    ),
    RosterField.MONTHS: label("errors", "Hãy ghi số tháng in trong quyết định, ví dụ 24."),
    RosterField.STAY_TYPE: label("errors", "Hãy ghi Bắt buộc hoặc Tự nguyện, hay chọn chung cho cả danh sách."),
}
"""Field → how to put it right, with an example."""
_NOT_NAME_PLAIN: Final = label(
    "errors", "“{value}”: không tách được tên cha và tên mẹ. Ví dụ: Nguyễn Văn Bình, Trần Thị Cúc."
)
_OF_FIELD: Final = label("errors", "{field} {said}")
_SEX_OF_NUMBER: Final = label("errors", "Ô giới tính trống; đã đọc là {sex} theo chữ số thứ tư của số căn cước.")
_BIRTH_AS_MARK: Final = 1900
_SEX_WORDS: Final = {Sex.MALE: label("terms", "Nam"), Sex.FEMALE: label("terms", "Nữ")}


@dataclass
class RowCells:
    """A row being read; every reading notes its doubt or fault at the cell.

    Attributes:
        row: of the sheet, from 0.
        marks: what was found wrong or doubtful so far.
        texts: column → text to write instead of the cell's value, where the sheet ate zeros.
        zeros_back: how many paper numbers of number cells got the zeros back that the sheet ate.
        is_reason_taken: whether the reason of admission was taken for granted: the list does not say one.
    """

    roster: RosterSheet
    lists: RosterLists
    row: int
    marks: list[Mark] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    is_reason_taken: bool = False
    zeros_back: int = 0

    def has_faults(self) -> bool:
        """Whether the row is refused."""
        return any(mark.is_fault for mark in self.marks)

    def value(self, name: RosterField) -> CellValue:
        """The cell as it is."""
        return self.roster.value(self.row, name)

    def has(self, name: RosterField) -> bool:
        """Whether the list has such a column."""
        return name in self.roster.fields

    def say(self, name: RosterField | None, remark: Remark, *, is_fault: bool = True) -> None:
        """Note something at the cell of a field; at the row where there is no such column."""
        column = None if name is None else self.roster.fields.get(name)
        self.marks.append(Mark(self.row, column, remark.text, is_fault))

    def miss(self, name: RosterField) -> None:
        """Note that a value is needed."""
        self.say(name, Remark(MISSING, {"field": FIELD_LABELS[name], "example": EXAMPLES[name]}))

    def told(self, name: RosterField, reading: CellReading[T]) -> T | None:
        """The meaning of a reading, its doubt and fault noted."""
        if reading.fault is not None:
            self.say(name, reading.fault)
        elif reading.doubt is not None:
            self.say(name, reading.doubt, is_fault=False)
        return reading.value

    def text(self, name: RosterField) -> str | None:
        """A text as it is kept."""
        return self.told(name, self.roster.text(self.row, name))

    def quiet_text(self, name: RosterField) -> str:
        """A text for looking only; nothing is noted."""
        return self.roster.text(self.row, name).value or ""

    def name(self, name: RosterField) -> str | None:
        """A person's name."""
        return self.told(name, read_name(self.value(name), self.roster.page))

    def day(self, name: RosterField) -> date | None:
        """A whole date."""
        rule = self.roster.rules.get(name)
        return None if rule is None else self.told(name, read_day(self.value(name), rule))

    def number(self, name: RosterField, lengths: tuple[int, ...]) -> str | None:
        """The digits of a paper; zeros a number cell ate are put back, and shown in the result."""
        value = self.value(name)
        reading = read_paper_number(value, lengths, has_types=self.roster.has_types)
        if reading.fault is not None:
            reading = replace(
                reading, fault=Remark(_OF_FIELD, {"field": FIELD_LABELS[name], "said": reading.fault.text})
            )
        found = self.told(name, reading)
        if found is not None and plain_text(value) != found:
            self.texts[self.roster.fields[name]] = found
            self.zeros_back += isinstance(value, int)
        return found

    def phone(self) -> str | None:
        """A phone number; one nobody can read is said and kept as a note, for it keeps nobody outside."""
        reading = read_phone(self.value(RosterField.PHONE))
        if reading.fault is not None:
            self.say(RosterField.PHONE, reading.fault, is_fault=False)
            self.keep(RosterField.PHONE)
            return None
        found = self.told(RosterField.PHONE, reading)
        if found is not None and plain_text(self.value(RosterField.PHONE)) != found:
            self.texts[self.roster.fields[RosterField.PHONE]] = found
        return found

    def keep(self, name: RosterField, text: str = "") -> None:
        """Put into the note what has no place of its own, so that nothing of the list is lost."""
        said = text or self.quiet_text(name)
        if said:
            self.noted.append(f"{FIELD_LABELS[name]}: {said}")

    def full_name(self) -> str | None:
        """The name, of one column or of two."""
        if self.has(RosterField.GIVEN_NAME):
            family, given = self.name(RosterField.FAMILY_NAMES), self.name(RosterField.GIVEN_NAME)
            if family and not given and not self._has_fault_at(RosterField.GIVEN_NAME):
                self.miss(RosterField.GIVEN_NAME)
            return " ".join(part for part in (family, given) if part) or None
        return self.name(RosterField.NAME)

    def sex(self, number: str | None) -> Sex | None:
        """The sex: in a word, by a tick, or by the number, which is said."""
        found = self.told(RosterField.SEX, read_sex(self.value(RosterField.SEX)))
        if found is None and (self.has(RosterField.MALE) or self.has(RosterField.FEMALE)):
            found = self._ticked()
        if found is None and number is not None and len(number) == 12 and not self._has_fault_at(RosterField.SEX):  # noqa: PLR2004
            found = Sex.FEMALE if int(number[3]) % 2 else Sex.MALE
            self.say(RosterField.SEX, Remark(_SEX_OF_NUMBER, {"sex": _SEX_WORDS[found]}), is_fault=False)
        return found

    def _ticked(self) -> Sex | None:
        male, female = self.value(RosterField.MALE), self.value(RosterField.FEMALE)
        reading = read_sex_marks(male, female)
        where = RosterField.FEMALE if self.has(RosterField.FEMALE) else RosterField.MALE
        found = self.told(where, reading)
        if (
            found is None
            and reading.fault is None
            and not (self.has(RosterField.MALE) and self.has(RosterField.FEMALE))
        ):
            # One column of ticks: who has none is of the other sex.
            return Sex.MALE if self.has(RosterField.FEMALE) else Sex.FEMALE
        return found

    def birth(self) -> PartDate | None:
        """Day or year of birth; in old lists it stands in the columns Nam and Nữ."""
        rule = self.roster.rules.get(RosterField.BIRTH)
        if rule is not None and self.value(RosterField.BIRTH) is not None:
            return self.told(RosterField.BIRTH, read_part_date(self.value(RosterField.BIRTH), rule))
        for one in (RosterField.MALE, RosterField.FEMALE):
            value = self.value(one)
            if _is_birth(value):
                return self.told(one, read_part_date(value, DayRule(self.roster.today, latest=self.roster.today)))
        return None

    def code(self, name: RosterField) -> str | None:
        """The code of a list; a word no list has is said and kept as a note."""
        text = self.text(name)
        if text is None or self._has_fault_at(name):
            return None
        found = self.lists.code(name, text)
        if found is None:
            self.say(name, Remark(_NO_CODE, {"value": echo(text), "field": FIELD_LABELS[name]}), is_fault=False)
            self.keep(name, text)
        return found

    def parents(self) -> tuple[NamedKin | None, NamedKin | None]:
        """Father and mother, of their own columns or of one for both."""
        father, mother = self.kin(RosterField.FATHER), self.kin(RosterField.MOTHER)
        both = self.text(RosterField.PARENTS)
        if both is None or father or mother:
            return father, mother
        found = parents_of(both)
        if found is None:
            said = Remark(_NOT_NAME_PLAIN, {"value": echo(both)})
            self.say(RosterField.PARENTS, said, is_fault=False)
            self.keep(RosterField.PARENTS, both)
            return None, None
        return self._cased(found[0]), self._cased(found[1])

    def kin(self, name: RosterField) -> NamedKin | None:
        """One relative."""
        text = self.text(name)
        return None if text is None else self._cased(kin_of(text))

    def _cased(self, kin: NamedKin | None) -> NamedKin | None:
        if kin is None:
            return None
        cased = read_name(kin.name).value
        return None if cased is None else replace(kin, name=cased)

    def refuse(self, error: UserError, places: Mapping[str, RosterField]) -> None:
        """Note at their cells what the rules of another slice refuse."""
        if not error.fields:
            self.marks.append(Mark(self.row, None, error.message))
        for name, text in error.fields.items():
            self.say(places.get(name), Remark(text, error.params))

    def _has_fault_at(self, name: RosterField) -> bool:
        column = self.roster.fields.get(name)
        return any(mark.is_fault and mark.column == column for mark in self.marks)


_NO_CODE: Final = label(
    "errors", "“{value}” không có trong danh mục {field}; để trống và chép vào ghi chú. Hãy chọn lại trong hồ sơ."
)


def _is_birth(value: CellValue) -> bool:
    """Whether a cell of ticks holds a date or a year instead."""
    if isinstance(value, bool | CellError) or value is None:
        return False
    if isinstance(value, date):
        return True
    if isinstance(value, int | float):
        return value >= _BIRTH_AS_MARK
    return isinstance(value, str) and sum(map(str.isdigit, value)) >= 4  # noqa: PLR2004 - digits of a year
