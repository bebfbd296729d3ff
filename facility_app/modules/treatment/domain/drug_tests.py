"""Drug tests (xét nghiệm chất ma túy): panels, the cut-off of the kit in hand, witnesses, what a result may do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol, TypeAlias

from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.kernel.shipped import Evidence, rows_of_list
from facility_app.modules.treatment.domain.words import clinical_label

LIST: Final = "clinical/drug_tests"
SAMPLE_FROM: Final = "drug_test_sample_from_celsius"
SAMPLE_TO: Final = "drug_test_sample_to_celsius"
SAMPLE_MINUTES: Final = "drug_test_sample_minutes"
LOOK_BACK_DAYS: Final = "drug_test_look_back_days"
"""Keys of dated parameters: their numbers, with what they rest on, stand in the book of parameters."""


class DrugTestKind(StrEnum):
    """Loại xét nghiệm: a rapid test only presumes, a laboratory confirms."""

    SCREEN = "screen"
    CONFIRM = "confirm"


DRUG_TEST_KIND_LABELS: dict[DrugTestKind, Label] = {
    DrugTestKind.SCREEN: label("terms", "Xét nghiệm nhanh, chưa khẳng định"),
    DrugTestKind.CONFIRM: label("terms", "Xét nghiệm khẳng định"),
}


class DrugTestReading(StrEnum):
    """Kết quả đọc: a kit whose control line is missing says nothing."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    INVALID = "invalid"


DRUG_TEST_READING_LABELS: dict[DrugTestReading, Label] = {
    DrugTestReading.NEGATIVE: label("terms", "Âm tính (2 vạch)"),
    DrugTestReading.POSITIVE: label("terms", "Dương tính (1 vạch chứng)"),
    DrugTestReading.INVALID: label("terms", "Không hợp lệ (không có vạch chứng)"),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """What one strip of a kit looks for.

    Attributes:
        code: as printed on the kit.
        also: other codes for it.
        target: what it looks for.
        english: its English.
        usual_cutoffs: ng/mL met in shops, the most usual first; never the cut-off of a result.
        window_days: days it stays positive, from memory; None where unknown.
        loinc: code of the screen and of the confirmation; empty where none was read.
        explained_by: beginnings of ATC codes of medicines that may turn it positive.
        traps: what it confuses or misses.
        traps_english: its English.
        evidence: how the row is known.
    """

    code: str
    also: str
    target: Label
    english: str
    usual_cutoffs: tuple[int, ...]
    window_days: tuple[int, int] | None
    loinc: Mapping[DrugTestKind, str]
    explained_by: tuple[str, ...]
    traps: Label
    traps_english: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class KitLot:
    """Kits of one lot.

    Attributes:
        lot_no: printed on the box.
        expires_on: the last day it may be used.
        cutoffs: panel → cut-off in ng/mL, as the leaflet of this lot says.
    """

    lot_no: str
    expires_on: date
    cutoffs: Mapping[str, int] = field(default_factory=dict)


class Figure(Protocol):
    """What a book of parameters answers for one key and day."""

    @property
    def number(self) -> Decimal:
        """The value."""


LookUp: TypeAlias = Callable[[str], Figure]
"""Key of a parameter → its value on the day of the test."""


@dataclass(frozen=True, slots=True)
class SampleRules:
    """The numbers a sample and a positive reading are looked at with.

    Attributes:
        tenths: least and greatest warmth of a fresh sample, in tenths of a degree.
        within: how soon it is measured.
        look_back: medicines of these days may explain a positive reading.
    """

    tenths: tuple[int, int]
    within: timedelta
    look_back: timedelta

    @classmethod
    def of(cls, look_up: LookUp) -> "SampleRules":
        """From the parameters of one day."""
        warmth = [int(look_up(key).number * 10) for key in (SAMPLE_FROM, SAMPLE_TO)]
        minutes, days = (int(look_up(key).number) for key in (SAMPLE_MINUTES, LOOK_BACK_DAYS))
        return cls((warmth[0], warmth[1]), timedelta(minutes=minutes), timedelta(days=days))


def read_panels(text: str) -> dict[str, Panel]:
    """The shipped ``clinical/drug_tests``, other codes of a panel included."""
    found: dict[str, Panel] = {}
    for row in rows_of_list(text):
        panel = _panel(row)
        for code in filter(None, (panel.code, panel.also)):
            if code in found:
                message = f"{code} stands twice"
                raise ValueError(message)
            found[code] = panel
    return found


def _panel(row: Mapping[str, str]) -> Panel:
    window = (row["window_from"], row["window_to"])
    loinc = {DrugTestKind.SCREEN: row["loinc_screen"], DrugTestKind.CONFIRM: row["loinc_confirm"]}
    return Panel(
        code=row["code"],
        also=row["also"],
        target=clinical_label(row["target"]),
        english=row["english"],
        usual_cutoffs=(int(row["typical"]), *map(int, row["others"].split())),
        window_days=(int(window[0]), int(window[1])) if all(window) else None,
        loinc={kind: code for kind, code in loinc.items() if code},
        explained_by=tuple(row["explained_by"].split()),
        traps=clinical_label(row["traps"]),
        traps_english=row["traps_english"],
        evidence=Evidence(row["evidence"]),
    )


def cutoff_of(lot: KitLot, panel: str, on: date) -> int:
    """The cut-off a result was read with.

    Raises:
        UserError: ``kit_expired``, ``kit_without_panel``.
    """
    if on > lot.expires_on:
        raise UserError(
            "kit_expired",
            label("errors", "Lô kit {lot} đã hết hạn ngày {day}. Hãy lấy kit của lô còn hạn."),
            fields={"lot_no": label("errors", "Đã hết hạn")},
            lot=lot.lot_no,
            day=f"{lot.expires_on:%d/%m/%Y}",
        )
    if panel not in lot.cutoffs:
        raise UserError(
            "kit_without_panel",
            label("errors", "Lô kit {lot} chưa ghi ngưỡng của {panel}. Hãy ghi theo tờ hướng dẫn của lô này."),
            fields={"panel": label("errors", "Chưa có ngưỡng của lô kit")},
            lot=lot.lot_no,
            panel=panel,
        )
    return lot.cutoffs[panel]


def explained_by(
    panel: Panel, medicines: Mapping[str, Sequence[date]], on: date, rules: SampleRules
) -> tuple[str, ...]:
    """ATC codes of medicines given in the days before that may explain a positive reading."""
    since = on - rules.look_back
    return tuple(
        atc
        for atc, days in medicines.items()
        if atc.startswith(panel.explained_by) and any(since <= day <= on for day in days)
    )


def is_fresh_sample(tenths: int, after: timedelta, rules: SampleRules) -> bool:
    """Whether a sample has the warmth of a body, measured soon enough; otherwise it may be swapped or watered."""
    return after <= rules.within and rules.tenths[0] <= tenths <= rules.tenths[1]


def require_witness(person: Sex, watching: Iterable[Sex]) -> None:
    """Refuse a witness or collector of the other sex at urination (NĐ 163/2026 Đ56.5).

    Raises:
        UserError: ``witness_sex``.
    """
    if any(sex is not person for sex in watching):
        raise UserError(
            "witness_sex",
            label(
                "errors",
                "Người lấy mẫu và người chứng kiến phải cùng giới với người được xét nghiệm (NĐ 163/2026 Đ56.5). "
                "Hãy chọn người khác.",
            ),
            fields={"witness": label("errors", "Phải cùng giới")},
        )


def needs_guardian(age_years: int) -> bool:
    """Whether a parent or guardian is called to witness, though not at urination (NĐ 163/2026 Đ56.6)."""
    return age_years < ADULT_YEARS


class Telling(StrEnum):
    """Báo kết quả dương tính cho Công an cấp xã."""

    NEVER = "never"
    ASK = "ask"
    MUST = "must"
    NOTHING = "nothing"


TELLING_LABELS: dict[Telling, Label] = {
    Telling.NEVER: label("terms", "Không gửi Công an cấp xã (Luật PCMT 2025 Đ23.2)"),
    Telling.ASK: label("terms", "Xét nghiệm nhanh chưa khẳng định: trưởng cơ sở quyết định trước khi gửi"),
    Telling.MUST: label("terms", "Phải gửi Công an cấp xã (Luật PCMT 2025 Đ23.2)"),
    Telling.NOTHING: label("terms", "Không có gì phải gửi"),
}


def telling(reading: DrugTestReading, kind: DrugTestKind, *, is_private_facility: bool) -> Telling:
    """Whether the commune police learn of a result.

    A positive result of somebody in a public facility or a reform school is never sent; that of a private facility
    is, and a rapid test only after a person decided so.
    """
    if reading is not DrugTestReading.POSITIVE:
        return Telling.NOTHING
    if not is_private_facility:
        return Telling.NEVER
    return Telling.MUST if kind is DrugTestKind.CONFIRM else Telling.ASK


def may_begin_sanction(reading: DrugTestReading, kind: DrugTestKind, *, decided_by_a_person: bool) -> bool:
    """Whether consequences may follow: a rapid test alone never begins any."""
    return reading is DrugTestReading.POSITIVE and (kind is DrugTestKind.CONFIRM or decided_by_a_person)
