"""The five stages as overlapping rows: what each may last, what is missing at the end, who may be in charge.

Stage 1 has a maximum, the others minima; stage 4 runs from the end of stage 2 to the end of the term, stage 5 is
the last thirty days. Breaking a duration is told with its article and may be gone over with a reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months, format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.parameters import StageParameters
from facility_app.modules.stays.domain.types import StayType


class Stage(StrEnum):
    """Giai đoạn của quy trình cai nghiện."""

    ADMISSION = "admission"
    DETOX = "detox"
    EDUCATION = "education"
    LABOUR = "labour"
    REINTEGRATION = "reintegration"

    @property
    def number(self) -> int:
        """Its number in the law, from 1."""
        return list(Stage).index(self) + 1


STAGE_LABELS: dict[Stage, Label] = {
    Stage.ADMISSION: label("terms", "Tiếp nhận, phân loại"),
    Stage.DETOX: label("terms", "Điều trị cắt cơn, giải độc, rối loạn tâm thần và các bệnh lý khác"),
    Stage.EDUCATION: label("terms", "Giáo dục, tư vấn phục hồi hành vi, nhân cách"),
    Stage.LABOUR: label("terms", "Lao động trị liệu, học nghề"),
    Stage.REINTEGRATION: label("terms", "Chuẩn bị tái hòa nhập cộng đồng"),
}

STAGE_ARTICLES: Final[dict[LegalRegime, dict[Stage, str]]] = {
    LegalRegime.L2021: {
        Stage.ADMISSION: "NĐ 116/2021 Đ22",
        Stage.DETOX: "NĐ 116/2021 Đ23",
        Stage.EDUCATION: "NĐ 116/2021 Đ24",
        Stage.LABOUR: "NĐ 116/2021 Đ25",
        Stage.REINTEGRATION: "NĐ 116/2021 Đ26",
    },
    LegalRegime.L2025: {
        Stage.ADMISSION: "NĐ 163/2026 Đ84",
        Stage.DETOX: "NĐ 163/2026 Đ85",
        Stage.EDUCATION: "NĐ 163/2026 Đ86",
        Stage.LABOUR: "NĐ 163/2026 Đ87",
        Stage.REINTEGRATION: "NĐ 163/2026 Đ88",
    },
}


class StageResult(StrEnum):
    """Kết quả thực hiện giai đoạn (V-18 mục V)."""

    GOOD = "good"
    PASSED = "passed"
    FAILED = "failed"


STAGE_RESULT_LABELS: dict[StageResult, Label] = {
    StageResult.GOOD: label("terms", "Tốt"),
    StageResult.PASSED: label("terms", "Đạt"),
    StageResult.FAILED: label("terms", "Không đạt"),
}


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of one stay.

    Attributes:
        stage: which.
        start_on: its first day.
        end_on: the day after its last; None while it lasts.
        result: how it went; None until judged.
    """

    stage: Stage
    start_on: date
    end_on: date | None = None
    result: StageResult | None = None


def check_row(row: StageRow) -> None:
    """Refuse a stage that ends before it begins.

    Raises:
        UserError: ``stage_reversed``.
    """
    if row.end_on is not None and row.end_on < row.start_on:
        raise UserError(
            "stage_reversed",
            label(
                "errors",
                "Giai đoạn {number} ({stage}) kết thúc {end} trước khi bắt đầu {start}. Hãy sửa một trong hai "
                "ngày.",
            ),
            fields={"end_on": label("errors", "Sớm hơn ngày bắt đầu {start}")},
            number=row.stage.number,
            stage=STAGE_LABELS[row.stage],
            start=format_date(row.start_on),
            end=format_date(row.end_on),
        )


def check_stages(
    rows: Sequence[StageRow],
    parameters: StageParameters,
    *,
    on: date,
    expected_end_on: date | None,
) -> tuple[Finding, ...]:
    """What is too long, too short or out of its place; each with its article, each to be gone over with a reason.

    Args:
        rows: the stages so far, at most one of each.
        parameters: the durations of the stay's law.
        on: today.
        expected_end_on: the day of leaving; None while unknown.
    """
    found: list[Finding] = []
    by_stage = {row.stage: row for row in rows}
    for row in rows:
        check_row(row)
        _check_length(row, parameters, on, found)
    _check_labour(by_stage, parameters, found)
    if expected_end_on is not None:
        _check_last(by_stage, parameters, on, expected_end_on, found)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LastMeasured:
    """Asked when stage 2 is to end: when health was measured last; answered by a tuple of ``MeasuredLast``.

    Days alone are told, never what was found: others than doctors end stages too.
    """

    stay_id: str


@dataclass(frozen=True, slots=True)
class MeasuredLast:
    """One kind of measuring.

    Attributes:
        what: in the middle of a sentence.
        on: the last day; None for never.
    """

    what: Label
    on: date | None


def check_measured(
    row: StageRow, measured: Iterable[MeasuredLast], most: LegalNumber | None
) -> tuple[Finding, ...]:
    """Stage 2 ends by how somebody is, not by how they were: what was measured too long before is asked about."""
    if row.stage is not Stage.DETOX or row.end_on is None or most is None:
        return ()
    found = []
    for one in measured:
        if one.on is None:
            text = label(
                "warnings",
                "Giai đoạn {number} ({stage}): chưa ghi {what} lần nào. Hãy đo rồi kết thúc, hoặc ghi lý do.",
            )
            found.append(_finding("stage_not_measured", text, row, most.article, what=one.what))
        elif (row.end_on - one.on).days > most.value:
            text = label(
                "warnings",
                "Giai đoạn {number} ({stage}): {what} ghi lần cuối {last}, quá {limit} ngày trước ngày kết thúc. "
                "Hãy đo lại, hoặc ghi lý do.",
            )
            told: dict[str, object] = {"what": one.what, "last": format_date(one.on), "limit": most.value}
            found.append(_finding("stage_measured_long_ago", text, row, most.article, **told))
    return tuple(found)


def check_named(row: StageRow, name: str | None, article: str) -> tuple[Finding, ...]:
    """Stage 2 is a doctor's: it does not end with nobody named who answers for it."""
    if row.stage is not Stage.DETOX or row.end_on is None or name:
        return ()
    text = label(
        "warnings",
        "Giai đoạn {number} ({stage}) chưa ghi bác sĩ phụ trách. Hãy chọn người, hoặc ghi lý do.",
    )
    return (_finding("stage_in_nobodys_charge", text, row, article),)


def _check_length(row: StageRow, parameters: StageParameters, on: date, found: list[Finding]) -> None:
    days = ((row.end_on or on) - row.start_on).days
    most, least = parameters.stage1_max_days, parameters.stage2_min_days
    if row.stage is Stage.ADMISSION and most is not None and days > most.value:
        text = label(
            "warnings", "Giai đoạn {number} ({stage}) kéo dài {days} ngày, quá tối đa {limit} ngày. Hãy ghi lý do."
        )
        found.append(_finding("stage_too_long", text, row, most.article, days=days, limit=most.value))
    elif row.stage is Stage.DETOX and row.end_on is not None and least is not None and days < least.value:
        text = label(
            "warnings", "Giai đoạn {number} ({stage}) mới {days} ngày, chưa đủ {limit} ngày. Hãy ghi lý do."
        )
        found.append(_finding("stage_too_short", text, row, least.article, days=days, limit=least.value))
    elif row.stage is Stage.EDUCATION:
        _check_education(row, parameters, found)


def _check_education(row: StageRow, parameters: StageParameters, found: list[Finding]) -> None:
    least = parameters.stage3_min_months
    if row.end_on is None or least is None:
        return
    lawful = add_months(row.start_on, least.value)
    if row.end_on < lawful:
        text = label(
            "warnings",
            "Giai đoạn {number} ({stage}) kết thúc {end}, chưa đủ {limit} tháng (sớm nhất {lawful}). Hãy ghi lý "
            "do.",
        )
        params: dict[str, object] = {
            "end": format_date(row.end_on),
            "limit": least.value,
            "lawful": format_date(lawful),
        }
        found.append(_finding("stage_too_short", text, row, least.article, **params))


LABOUR_ARTICLES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "Luật PCMT 2021 Đ29.2; NĐ 116/2021 Đ25",
    LegalRegime.L2025: "NĐ 163/2026 Đ87.3",
}
"""That labour comes after detoxification: the order of the stages, which the new decree says in days."""


def _check_labour(by_stage: dict[Stage, StageRow], parameters: StageParameters, found: list[Finding]) -> None:
    """Labour begins only when stage 2 has ended."""
    labour, detox = by_stage.get(Stage.LABOUR), by_stage.get(Stage.DETOX)
    if labour is None or (detox is not None and detox.end_on is not None and labour.start_on >= detox.end_on):
        return
    text = label(
        "warnings",
        "Giai đoạn {number} ({stage}) bắt đầu {start} khi giai đoạn 2 chưa kết thúc. Hãy sửa ngày hoặc ghi lý do.",
    )
    article = LABOUR_ARTICLES[parameters.regime]
    found.append(_finding("labour_before_detox", text, labour, article, start=format_date(labour.start_on)))


def _check_last(
    by_stage: dict[Stage, StageRow], parameters: StageParameters, on: date, end_on: date, found: list[Finding]
) -> None:
    """Stage 4 goes on to the end, stage 5 is the last days before it."""
    labour, is_new = by_stage.get(Stage.LABOUR), parameters.regime is LegalRegime.L2025
    # That it lasts to the end of the term is a rule of the new decree alone.
    if is_new and labour is not None and labour.end_on is not None and labour.end_on < end_on:
        text = label(
            "warnings", "Giai đoạn {number} ({stage}) kết thúc {end}, trước ngày hết hạn {term}. Hãy ghi lý do."
        )
        ends: dict[str, object] = {"end": format_date(labour.end_on), "term": format_date(end_on)}
        found.append(_finding("labour_ends_early", text, labour, LABOUR_ARTICLES[parameters.regime], **ends))
    days = parameters.stage5_days
    if days is None:
        return
    begins = end_on - timedelta(days=days.value)
    last = by_stage.get(Stage.REINTEGRATION)
    if last is None and on >= begins:
        row = StageRow(Stage.REINTEGRATION, begins)
        text = label("warnings", "Giai đoạn {number} ({stage}) phải bắt đầu từ {begins}. Hãy bắt đầu ngay.")
        found.append(_finding("stage_not_begun", text, row, days.article, begins=format_date(begins)))
    elif last is not None and last.start_on != begins:
        text = label(
            "warnings",
            "Giai đoạn {number} ({stage}) bắt đầu {start}, trong khi {days} ngày trước ngày hết hạn là {begins}. "
            "Hãy "
            "ghi lý do.",
        )
        params: dict[str, object] = {
            "start": format_date(last.start_on),
            "days": days.value,
            "begins": format_date(begins),
        }
        found.append(_finding("stage_misplaced", text, last, days.article, **params))


def _finding(code: str, text: Label, row: StageRow, article: str, **params: object) -> Finding:
    return Finding(code, text, {"number": row.stage.number, "stage": STAGE_LABELS[row.stage], **params}, article)


def plan_stages(start_on: date, expected_end_on: date | None, parameters: StageParameters) -> tuple[StageRow, ...]:
    """The stages as the law lays them out, for the picture before anything was done.

    Stage 1 takes its maximum, stages 2 and 3 their minima; without durations in the law nothing is planned.
    """
    first, second, third = parameters.stage1_max_days, parameters.stage2_min_days, parameters.stage3_min_months
    if first is None or second is None or third is None:
        return ()
    detox_on = start_on + timedelta(days=first.value)
    education_on = detox_on + timedelta(days=second.value)
    planned = [
        StageRow(Stage.ADMISSION, start_on, detox_on),
        StageRow(Stage.DETOX, detox_on, education_on),
        StageRow(Stage.EDUCATION, education_on, add_months(education_on, third.value)),
        StageRow(Stage.LABOUR, education_on, expected_end_on),
    ]
    if expected_end_on is not None and parameters.stage5_days is not None:
        begins = expected_end_on - timedelta(days=parameters.stage5_days.value)
        planned.append(StageRow(Stage.REINTEGRATION, begins, expected_end_on))
    return tuple(planned)


_FIRST_THREE: Final = (Stage.ADMISSION, Stage.DETOX, Stage.EDUCATION)


def stages_owed(stay_type: StayType, regime: LegalRegime) -> tuple[Stage, ...]:
    """The stages without which a stay of the type is not completed here."""
    if stay_type in {StayType.TEMPORARY, StayType.SUBSTITUTION}:
        return ()
    is_short = stay_type in {StayType.VOLUNTARY_PRIVATE, StayType.HOME_PHASES_AT_FACILITY}
    if is_short or (regime is LegalRegime.L2021 and stay_type.is_voluntary):
        return _FIRST_THREE
    return tuple(Stage)


def stages_missing(
    stay_type: StayType, regime: LegalRegime, rows: Iterable[StageRow], *, on: date
) -> tuple[Stage, ...]:
    """The stages owed that have not been gone through by ``on``; one that ends on that day has been."""
    done = {row.stage for row in rows if row.start_on <= on and (row.end_on is None or row.end_on >= row.start_on)}
    ended = {
        row.stage
        for row in rows
        if row.stage in done and (row.end_on is not None or row.stage in {Stage.LABOUR, Stage.REINTEGRATION})
    }
    return tuple(stage for stage in stages_owed(stay_type, regime) if stage not in ended)
