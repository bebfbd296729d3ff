"""The code lists of forms V-17, V-33 and III-05, and others in common use: what may be chosen, and from when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, Span, rows_of_list, span_of
from facility_app.kernel.word_search import fits, searchable, words_typed
from facility_app.modules.catalogues.domain.shipped import shipped_label


class CodeList(StrEnum):
    """Danh mục mã: which list."""

    SEX = "sex"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    EDUCATION = "education"
    QUALIFICATION = "qualification"
    OCCUPATION = "occupation"
    EMPLOYMENT = "employment"
    MARITAL_STATUS = "marital_status"
    POLICY_GROUP = "policy_group"
    RECORD_KIND = "record_kind"
    ROUTE = "route"
    OPIOID_KIND = "opioid_kind"
    ATS_KIND = "ats_kind"
    SUBSTANCE_GROUP = "substance_group"
    SUBSTANCE = "substance"
    REHAB_PLACE = "rehab_place"
    REHAB_METHOD = "rehab_method"
    REHAB_COUNT = "rehab_count"
    FREQUENCY = "frequency"
    USE_FREQUENCY = "use_frequency"
    YES_NO = "yes_no"
    RELATION = "relation"
    PAPER_KIND = "paper_kind"
    NO_PAPER_REASON = "no_paper_reason"
    ADDRESS_KIND = "address_kind"
    SOMATIC_DISEASE = "somatic_disease"
    MENTAL_DISEASE = "mental_disease"
    NATIONALITY = "nationality"
    ID_PROVINCE = "id_province"
    POLICE_RANK = "police_rank"
    CERTIFICATE_KIND = "certificate_kind"
    TRADE_CERTIFICATE = "trade_certificate"


CODE_LIST_LABELS: dict[CodeList, Label] = {
    CodeList.SEX: label("terms", "Giới tính"),
    CodeList.ETHNICITY: label("terms", "Dân tộc"),
    CodeList.RELIGION: label("terms", "Tôn giáo"),
    CodeList.EDUCATION: label("terms", "Trình độ học vấn"),
    CodeList.QUALIFICATION: label("terms", "Trình độ chuyên môn"),
    CodeList.OCCUPATION: label("terms", "Nghề nghiệp"),
    CodeList.EMPLOYMENT: label("terms", "Tình trạng việc làm"),
    CodeList.MARITAL_STATUS: label("terms", "Tình trạng hôn nhân"),
    CodeList.POLICY_GROUP: label("terms", "Đối tượng chính sách"),
    CodeList.RECORD_KIND: label("terms", "Tiền án, tiền sự"),
    CodeList.ROUTE: label("terms", "Cách sử dụng"),
    CodeList.OPIOID_KIND: label("terms", "Chất dạng thuốc phiện"),
    CodeList.ATS_KIND: label("terms", "Chất kích thích dạng amphetamine"),
    CodeList.SUBSTANCE_GROUP: label("terms", "Nhóm ma túy"),
    CodeList.SUBSTANCE: label("terms", "Loại ma túy"),
    CodeList.REHAB_PLACE: label("terms", "Địa điểm cai nghiện"),
    CodeList.REHAB_METHOD: label("terms", "Phương pháp cai nghiện"),
    CodeList.REHAB_COUNT: label("terms", "Số lần cai nghiện"),
    CodeList.FREQUENCY: label("terms", "Tần suất xảy ra"),
    CodeList.USE_FREQUENCY: label("terms", "Tần suất sử dụng"),
    CodeList.YES_NO: label("terms", "Có, không"),
    CodeList.RELATION: label("terms", "Mối quan hệ"),
    CodeList.PAPER_KIND: label("terms", "Loại giấy tờ"),
    CodeList.NO_PAPER_REASON: label("terms", "Lý do không có giấy tờ"),
    CodeList.ADDRESS_KIND: label("terms", "Loại địa chỉ"),
    CodeList.SOMATIC_DISEASE: label("terms", "Bệnh cơ thể"),
    CodeList.MENTAL_DISEASE: label("terms", "Bệnh tâm thần"),
    CodeList.NATIONALITY: label("terms", "Quốc tịch"),
    CodeList.ID_PROVINCE: label("terms", "Tỉnh trong số định danh"),
    CodeList.POLICE_RANK: label("terms", "Cấp bậc hàm"),
    CodeList.CERTIFICATE_KIND: label("terms", "Loại chứng chỉ"),
    CodeList.TRADE_CERTIFICATE: label("terms", "Chứng chỉ học nghề"),
}


@dataclass(frozen=True, slots=True)
class Coded:
    """One entry of a list.

    Attributes:
        code: what is stored; stable.
        text: what is read and printed.
        english: its English.
        marks: form (``V-17``, ``III-05``) or classification (``ICD-10``) → its code there.
        also: other names, for searching only.
        source: article or document it comes from.
        evidence: how it is known.
        span: when it may be chosen.
    """

    code: str
    text: Label
    english: str
    marks: Mapping[str, str]
    also: tuple[str, ...]
    source: str
    evidence: Evidence
    span: Span
    fold: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CodeBook:
    """Every list, in the order its entries are shown."""

    lists: Mapping[CodeList, Mapping[str, Coded]] = field(repr=False)

    def entries(self, which: CodeList, on: date) -> tuple[Coded, ...]:
        """What may be chosen on that day."""
        return tuple(entry for entry in self.lists[which].values() if entry.span.holds(on))

    def find(self, which: CodeList, code: str) -> Coded | None:
        """The entry of that code, also one no longer chosen: old records keep their words."""
        return self.lists[which].get(code)

    def search(self, which: CodeList, text: str, on: date) -> tuple[Coded, ...]:
        """Entries whose words begin with every word typed, without marks, other names too; all for no text."""
        words = words_typed(text)
        return tuple(entry for entry in self.entries(which, on) if fits(entry.fold, words))

    def checked(self, which: CodeList, code: str, field_name: str, on: date) -> Coded:
        """The entry chosen.

        Args:
            which: the list.
            code: what was chosen.
            field_name: the form's field, for the message.
            on: the day of choosing.

        Raises:
            UserError: ``unknown_code``.
        """
        found = self.find(which, code)
        if found is not None and found.span.holds(on):
            return found
        raise UserError(
            "unknown_code",
            label(
                "errors", "{list}: không có mã “{code}” trong danh mục đang dùng. Hãy chọn lại trong danh sách."
            ),
            fields={field_name: label("errors", "Hãy chọn trong danh sách")},
            list=CODE_LIST_LABELS[which],
            code=code[:40],
        )


def read_code_book(text: str) -> CodeBook:
    """The shipped ``code_lists``.

    Raises:
        ValueError: a row of an unknown list, a code twice, a list without an entry.
    """
    lists: dict[CodeList, dict[str, Coded]] = {which: {} for which in CodeList}
    rows = list(rows_of_list(text))
    folds = searchable([f"{row['text']} {row['code']} {row['also']}" for row in rows])
    for row, folded in zip(rows, folds, strict=True):
        which, code = CodeList(row["list"]), row["code"]
        if code in lists[which]:
            message = f"{code} stands twice in {which}"
            raise ValueError(message)
        lists[which][code] = _coded(row, folded)
    empty = [which for which, entries in lists.items() if not entries]
    if empty:
        message = f"nothing in {empty}"
        raise ValueError(message)
    return CodeBook(lists)


def _coded(row: Mapping[str, str], folded: str) -> Coded:
    also = tuple(name for name in row["also"].split(";") if name)
    marks = dict(mark.split("=", 1) for mark in row["marks"].split())
    return Coded(
        code=row["code"],
        text=shipped_label(row["text"]),
        english=row["english"],
        marks=marks,
        also=also,
        source=row["source"],
        evidence=Evidence(row["evidence"]),
        span=span_of(row),
        fold=folded,
    )
