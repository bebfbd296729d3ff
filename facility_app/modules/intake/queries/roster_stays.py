"""What a row says of the stay: decision, term, day of coming in; checked by the stays' own rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.dates import add_months, format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.intake.domain.roster import Shared
from facility_app.modules.intake.domain.roster_fields import RosterField
from facility_app.modules.intake.domain.roster_words import (
    COMPULSORY,
    VOLUNTARY,
    DecisionText,
    decision_of,
    months_of,
    stay_type_of,
    type_of_authority,
)
from facility_app.modules.intake.queries.roster_cells import RowCells
from facility_app.modules.residents.api import Person
from facility_app.modules.stays.api import (
    ADMISSION_REASON_LABELS,
    BASE_DECISION,
    AdmissionReason,
    DecisionFacts,
    ListedStay,
    StayType,
    checked_decision,
    regime_of,
)
from facility_app.sheets.cells import plain_text
from facility_app.sheets.days import DayRule, read_day
from facility_app.sheets.reading.grid import Remark, echo

ADULT_YEARS: Final = 18
_PLACES: Final[Mapping[str, RosterField]] = {
    "number": RosterField.DECISION, "symbol": RosterField.DECISION, "issued_on": RosterField.DECIDED_ON,
    "authority": RosterField.AUTHORITY, "decided_months": RosterField.MONTHS,
}  # fmt: skip
_REASONS: Final = {
    StayType.VOLUNTARY_PUBLIC: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.TEMPORARY: AdmissionReason.FILE_IN_PREPARATION,
    StayType.HOME_PHASES_AT_FACILITY: AdmissionReason.HOME_PHASES,
    StayType.SUBSTITUTION: AdmissionReason.SUBSTITUTION,
}
_NOT_MONTHS: Final = label("errors", "“{value}” không rõ là mấy tháng. Ví dụ: 24, 24 tháng hoặc 2 năm.")
_NOT_DECISION: Final = label(
    "errors", "“{value}” không phải số quyết định. Hãy ghi như in trên giấy, ví dụ 12/QĐ-TA."
)
_DECISION_AS_DAY: Final = label(
    "errors",
    "Bảng tính đã đổi số quyết định thành ngày {value}. Hãy định dạng ô là văn bản rồi ghi lại như in trên giấy.",
)
_NOT_TYPE: Final = label("errors", "“{value}” không rõ là diện nào. Hãy ghi Bắt buộc hoặc Tự nguyện.")
_BEFORE_BIRTH: Final = label("errors", "Ngày vào {admitted} trước ngày sinh. Hãy đối chiếu hai ngày với giấy tờ.")
_DECIDED_LATER: Final = label(
    "errors", "Quyết định ngày {decided} sau ngày vào {admitted}. Hãy đối chiếu hai ngày với giấy tờ."
)
_ENDS_OTHERWISE: Final = label(
    "errors",
    "Danh sách ghi hết hạn {said}; {months} tháng từ {admitted} là {counted}. Chương trình tính theo quyết định; "
    "ngày được trừ hay cộng thêm thì ghi ở tab Thời hạn.",
)
_OVER: Final = label("errors", "Đã hết hạn từ {counted} mà danh sách không ghi đã ra; vẫn nhập là đang ở cơ sở.")
_MONTHS_COUNTED: Final = label("errors", "Ô thời hạn trống; đã tính {months} tháng từ ngày vào và ngày hết hạn.")
_REASON_TAKEN: Final = label("errors", "“{value}” không rõ là lý do nào của luật; đã ghi “{taken}”. Hãy xem lại.")
_NO_STAY: Final = label(
    "intake",
    "Dòng này không ghi quyết định nào, nên chỉ lập hồ sơ người; hãy tiếp nhận trong hồ sơ khi có quyết định.",
)


@dataclass
class StayReader:
    """Reads one row's stay."""

    cells: RowCells
    shared: Shared

    def line(self, person: Person | None) -> ListedStay | None:
        """The stay; None where the row speaks of no decision, or has faults, those of the person among them."""
        cells, shared = self.cells, self.shared
        decision = self._decision_text()
        decided_on = self._decided_on(decision)
        authority = cells.text(RosterField.AUTHORITY) or shared.authority or None
        admitted_on = cells.day(RosterField.ADMITTED) or shared.admitted_on
        ends_on = cells.day(RosterField.ENDS)
        months = self._months(admitted_on, ends_on)
        says_nothing = decision is None and decided_on is None and authority is None and months is None
        if says_nothing and not self._has_decision_fault() and not self._needs_no_decision():
            cells.say(None, Remark(_NO_STAY), is_fault=False)
            return None
        if admitted_on is None:
            self._miss(RosterField.ADMITTED)
        kind = self._type(person, admitted_on, authority, decision)
        facts = self._facts(kind, decision, decided_on, authority, months)
        if cells.has_faults() or person is None or kind is None or admitted_on is None:
            return None
        self._compare_days(person, admitted_on, facts, ends_on)
        if cells.has_faults():
            return None
        decided = admitted_on if facts is None or facts.issued_on is None else facts.issued_on
        return ListedStay("", kind, self._reason(kind, decided), admitted_on, facts, rehab_count=self._count())

    def _decision_text(self) -> DecisionText | None:
        value = self.cells.value(RosterField.DECISION)
        if isinstance(value, date):
            said = Remark(_DECISION_AS_DAY, {"value": plain_text(value)})
            self.cells.say(RosterField.DECISION, said)
            return None
        text = self.cells.text(RosterField.DECISION) or self.shared.decision
        if not text:
            return None
        found = decision_of(text)
        if found is None:
            self.cells.say(RosterField.DECISION, Remark(_NOT_DECISION, {"value": echo(text)}))
        return found

    def _decided_on(self, decision: DecisionText | None) -> date | None:
        found = self.cells.day(RosterField.DECIDED_ON)
        if found is None and decision is not None and decision.day:
            rule = DayRule(self.cells.roster.today, latest=self.cells.roster.today)
            found = self.cells.told(RosterField.DECISION, read_day(decision.day, rule))
        return found or self.shared.decided_on

    def _months(self, admitted_on: date | None, ends_on: date | None) -> int | None:
        value = self.cells.value(RosterField.MONTHS)
        text = self.cells.quiet_text(RosterField.MONTHS)
        if text:
            found = int(value) if isinstance(value, float) and value.is_integer() else months_of(text)
            if found is None:
                self.cells.say(RosterField.MONTHS, Remark(_NOT_MONTHS, {"value": echo(text)}))
            return found
        if self.shared.months is not None or admitted_on is None or ends_on is None:
            return self.shared.months
        months = (ends_on.year - admitted_on.year) * 12 + ends_on.month - admitted_on.month
        if months > 0 and add_months(admitted_on, months) == ends_on:
            self.cells.say(RosterField.MONTHS, Remark(_MONTHS_COUNTED, {"months": months}), is_fault=False)
            return months
        return None

    def _has_decision_fault(self) -> bool:
        """Whether the row says something of a decision that nobody can read."""
        columns = {self.cells.roster.fields.get(name) for name in (*_PLACES.values(), RosterField.ADMITTED)} - {
            None
        }
        return any(mark.is_fault and mark.column in columns for mark in self.cells.marks)

    def _needs_no_decision(self) -> bool:
        """Whether the row names a type that rests on no decision."""
        told = stay_type_of(self.cells.quiet_text(RosterField.STAY_TYPE)) or self.shared.stay_type
        return told == StayType.SUBSTITUTION

    def _type(
        self, person: Person | None, admitted_on: date | None, authority: str | None, decision: DecisionText | None
    ) -> StayType | None:
        text = self.cells.text(RosterField.STAY_TYPE)
        told = None if text is None else stay_type_of(text)
        if text is not None and told is None:
            self.cells.say(RosterField.STAY_TYPE, Remark(_NOT_TYPE, {"value": echo(text)}))
            return None
        if told is None:
            symbol = "" if decision is None else decision.symbol
            told = self.shared.stay_type or type_of_authority(authority or "", symbol)
        if told is None:
            self._miss(RosterField.STAY_TYPE)
            return None
        if told == VOLUNTARY:
            return StayType.VOLUNTARY_PRIVATE if self.cells.lists.is_private else StayType.VOLUNTARY_PUBLIC
        if told == COMPULSORY:
            age = ADULT_YEARS if admitted_on is None or person is None else _age_on(person, admitted_on)
            is_minor = age < ADULT_YEARS
            return StayType.COMPULSORY_MINOR if is_minor else StayType.COMPULSORY_ADULT
        return StayType(told)

    def _facts(
        self,
        kind: StayType | None,
        decision: DecisionText | None,
        decided_on: date | None,
        authority: str | None,
        months: int | None,
    ) -> DecisionFacts | None:
        """The decision, checked; what is missing is said at its own cell."""
        base = None if kind is None else BASE_DECISION[kind]
        if kind is None or base is None:
            return None
        needed: dict[RosterField, object] = {
            RosterField.DECISION: decision,
            RosterField.DECIDED_ON: decided_on,
            RosterField.AUTHORITY: authority,
        }
        if kind.has_term:
            needed[RosterField.MONTHS] = months
        missing = [name for name, value in needed.items() if value is None]
        for name in missing:
            self._miss(name)
        if missing or decision is None or authority is None:
            return None
        typed = DecisionFacts(decision.number, decided_on, authority, decision.symbol, decided_months=months)
        try:
            return checked_decision(typed, base, self.cells.roster.today, needs_months=kind.has_term)
        except UserError as error:
            self.cells.refuse(error, _PLACES)
            return None

    def _miss(self, name: RosterField) -> None:
        column = self.cells.roster.fields.get(name)
        if not any(mark.is_fault and mark.column == column and column is not None for mark in self.cells.marks):
            self.cells.miss(name)

    def _compare_days(
        self, person: Person, admitted_on: date, facts: DecisionFacts | None, ends_on: date | None
    ) -> None:
        """What two cells of the row say against each other."""
        cells = self.cells
        if admitted_on < (person.birth_on or date(person.year_of_birth, 1, 1)):
            cells.say(RosterField.ADMITTED, Remark(_BEFORE_BIRTH, {"admitted": format_date(admitted_on)}))
        if facts is None:
            return
        about: dict[str, object] = {"admitted": format_date(admitted_on), "months": facts.decided_months}
        if facts.issued_on is not None and facts.issued_on > admitted_on:
            said = Remark(_DECIDED_LATER, {**about, "decided": format_date(facts.issued_on)})
            cells.say(RosterField.DECIDED_ON, said, is_fault=False)
        if facts.decided_months is None:
            return
        counted = add_months(admitted_on, facts.decided_months)
        about["counted"] = format_date(counted)
        if ends_on is not None and ends_on != counted:
            said = Remark(_ENDS_OTHERWISE, {**about, "said": format_date(ends_on)})
            cells.say(RosterField.ENDS, said, is_fault=False)
        if counted < cells.roster.today and (ends_on is None or ends_on < cells.roster.today):
            cells.say(RosterField.ENDS, Remark(_OVER, about), is_fault=False)

    def _reason(self, kind: StayType, decided_on: date) -> AdmissionReason:
        """Why the person was brought in; what no list knows is kept as a note."""
        if kind in _REASONS:
            return _REASONS[kind]
        if regime_of(decided_on, self.cells.lists.new_law) is LegalRegime.L2021:
            return AdmissionReason.OLD_LAW
        taken = AdmissionReason(self.shared.reason) if self.shared.reason else AdmissionReason.NOT_REGISTERED
        text = self.cells.text(RosterField.REASON)
        if text is None:
            self.cells.is_reason_taken = not self.shared.reason
            return taken
        found = next((one for one, words in ADMISSION_REASON_LABELS.items() if fold(words) == fold(text)), None)
        if found is None:
            told = {"value": echo(text), "taken": ADMISSION_REASON_LABELS[taken]}
            self.cells.say(RosterField.REASON, Remark(_REASON_TAKEN, told), is_fault=False)
        return found or taken

    def _count(self) -> int | None:
        found = months_of(self.cells.quiet_text(RosterField.REHAB_COUNT))
        return found if found is not None and 1 <= found <= 50 else None  # noqa: PLR2004 - as the form of admission


def _age_on(person: Person, day: date) -> int:
    born = person.birth_on or date(person.year_of_birth, 12, 31)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
