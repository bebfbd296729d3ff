"""Tờ điều trị and phiếu theo dõi chức năng sống: the course of some days, entries struck out still readable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Plot, PlotLine, Signatures, Text
from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_PSYCHIATRIC, READ_RECORD, READ_VITALS
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.oxygen import TARGET_SCALE
from facility_app.modules.treatment.domain.record import CERTAINTY_LABELS, NOTE_KIND_LABELS, NoteKind
from facility_app.modules.treatment.domain.vitals import CONSCIOUSNESS_LABELS, SignSpec, VitalSign
from facility_app.modules.treatment.papers.happened import happened, protocols
from facility_app.modules.treatment.papers.house import (
    NOTHING,
    About,
    allergies,
    at_text,
    diagnosis_text,
    house_paper,
    late_text,
    ordered,
    oxygen_text,
    read_about,
    sign_text,
    struck_text,
    target_text,
    who_facts,
)
from facility_app.modules.treatment.queries.measured import VitalRow, list_vitals
from facility_app.modules.treatment.queries.oxygen import list_oxygen_targets
from facility_app.modules.treatment.queries.record import (
    Written,
    get_record_number,
    list_diagnoses,
    list_notes,
)

MOST_DAYS: Final = 31
MOST_VITALS: Final = 2000
TREATMENT_HEADS: Final = (
    label("papers", "Ngày giờ"),
    label("papers", "Diễn biến bệnh"),
    label("papers", "Y lệnh"),
    label("papers", "Chỉ định cận lâm sàng"),
    label("papers", "Chế độ ăn, chăm sóc"),
    label("papers", "Bác sĩ ký"),
)
"""Columns of clinical.md §1.5."""
_SCALES: Final[tuple[tuple[tuple[VitalSign, ...], tuple[float, float], float], ...]] = (
    ((VitalSign.TEMP,), (35, 42), 1),
    ((VitalSign.PULSE, VitalSign.SBP, VitalSign.DBP), (40, 200), 20),
)
"""Signs that share one pair of axes, the span of the axis, and the step of its lines."""


@dataclass(frozen=True, slots=True)
class Days:
    """Some days of one stay, both ends included.

    Attributes:
        with_psychiatric: psychiatric notes too, for whoever may read those.
    """

    stay_id: str
    from_on: date
    to_on: date
    with_psychiatric: bool = False

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first moment, and the first after it.

        Raises:
            UserError: ``days_wrong``.
        """
        if not 0 <= (self.to_on - self.from_on).days < MOST_DAYS:
            raise UserError(
                "days_wrong",
                label("errors", "Ngày cuối phải từ ngày đầu trở đi, và một tờ nhiều nhất {most} ngày."),
                fields={"to_on": label("errors", "Hãy xem lại ngày")},
                most=MOST_DAYS,
            )
        begin = datetime.combine(self.from_on, time(), LOCAL)
        return begin, datetime.combine(self.to_on, time(), LOCAL) + timedelta(days=1)

    @property
    def text(self) -> str:
        """From when to when."""
        return label("papers", "Từ {first} đến {last}").format(
            first=format_date(self.from_on), last=format_date(self.to_on)
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the treatment sheet."""

    at: datetime
    course: str = ""
    order: str = ""
    care: str = ""
    author: str = ""


def treatment_sheet(uow: UnitOfWork, asked: Days) -> PlainPaper:
    """Tờ điều trị: notes, diagnoses, orders and what else happened, in the order it did.

    Raises:
        UserError: ``not_found``, ``days_wrong``.
    """
    require(uow, READ_RECORD)
    if asked.with_psychiatric:
        require(uow, READ_PSYCHIATRIC)
    begin, end = asked.span
    about = read_about(uow, asked.stay_id)
    lines = sorted(_lines(uow, asked, about), key=lambda one: one.at)
    rows = tuple(
        (_at(one.at), one.course, one.order, "", one.care, one.author) for one in lines if begin <= one.at < end
    )
    facts = [
        *who_facts(about),
        (label("papers", "Số hồ sơ bệnh án"), get_record_number(uow, asked.stay_id)),
        (label("papers", "Chẩn đoán"), _main_diagnosis(uow, asked.stay_id)),
        (label("papers", "Dị ứng"), allergies(uow, about)),
        (label("papers", "Phác đồ"), "\n".join(protocols(uow, about))),
    ]
    body: Block = Text(label("papers", "Không có mục nào trong những ngày này."))
    if rows:
        body = Grid(tuple(map(str, TREATMENT_HEADS)), rows, widths=(10, 32, 25, 13, 15, 13))
    return house_paper(label("papers", "TỜ ĐIỀU TRỊ"), [facts_grid(facts), body], about, asked.text, is_wide=True)


def vitals_chart(uow: UnitOfWork, asked: Days) -> PlainPaper:
    """Phiếu theo dõi chức năng sống: curves above, every measuring below.

    Raises:
        UserError: ``not_found``, ``days_wrong``.
    """
    require(uow, READ_VITALS)
    begin, end = asked.span
    about = read_about(uow, asked.stay_id)
    found = list_vitals(uow, asked.stay_id, MOST_VITALS, (begin, end))
    rows = sorted(found, key=lambda one: one.written.happened_at)
    signs = clinical(uow.ports.shelf).signs
    standing = [one for one in rows if one.written.struck_at is None]
    told = oxygen_text([one for one in list_oxygen_targets(uow, asked.stay_id) if one.held_within(begin, end)])
    blocks: list[Block] = [facts_grid([*who_facts(about), (label("papers", "SpO2 thang 2"), told)])]
    if rows:
        blocks += [*_plots(standing, signs, begin, end), Heading(label("papers", "Các lần đo"))]
        blocks.append(_vitals_grid(rows, signs))
    else:
        blocks.append(Text(label("papers", "Không có lần đo nào trong những ngày này.")))
    blocks.append(Signatures((label("papers", "Điều dưỡng"), label("papers", "Bác sĩ điều trị"))))
    return house_paper(label("papers", "PHIẾU THEO DÕI CHỨC NĂNG SỐNG"), blocks, about, asked.text, is_wide=True)


def _lines(uow: UnitOfWork, asked: Days, about: About) -> Iterator[_Line]:
    begin, end = asked.span
    for note in list_notes(uow, asked.stay_id):
        if note.kind is NoteKind.PSYCHIATRIC and not asked.with_psychiatric:
            continue
        text = struck_text(note.written, note.text)
        if note.kind is NoteKind.CARE:
            yield _Line(note.written.happened_at, care=text, author=_author(note.written))
        else:
            course = f"{NOTE_KIND_LABELS[note.kind]}: {text}"
            yield _Line(note.written.happened_at, course, author=_author(note.written))
    for one in list_diagnoses(uow, asked.stay_id):
        said = label("papers", "Chẩn đoán ({certainty}): {text}").format(
            certainty=str(CERTAINTY_LABELS[one.certainty]).lower(), text=diagnosis_text(one)
        )
        yield _Line(one.written.happened_at, struck_text(one.written, said), author=_author(one.written))
    for thing in happened(uow, about, begin, end, with_psychiatric=asked.with_psychiatric):
        yield _Line(thing.at, thing.text, author=thing.author)
    for target in list_oxygen_targets(uow, asked.stay_id):
        said = struck_text(target.written, target_text(target))
        yield _Line(target.written.happened_at, order=said, author=_author(target.written))
        if target.span.to_at is not None and target.end_reason:
            said = label("papers", "Thôi SpO2 thang 2: {reason}").format(reason=target.end_reason)
            yield _Line(target.span.to_at, order=said, author=target.ended_by)
    for order in ordered(uow, about, begin, end):
        yield _Line(order.ordered_at, order=order.text, author=order.prescriber)
        if order.end_reason and order.until is not None:
            said = label("papers", "Ngừng {medicine}: {reason}").format(
                medicine=order.medicine, reason=order.end_reason
            )
            yield _Line(order.until, order=said, author=order.ended_by)


def _author(written: Written) -> str:
    return "\n".join(filter(None, (written.author, late_text(written))))


def _main_diagnosis(uow: UnitOfWork, stay_id: str) -> str:
    standing = [one for one in list_diagnoses(uow, stay_id) if one.written.struck_at is None]
    return "; ".join(diagnosis_text(one) for one in standing if one.is_main_now) or NOTHING


def _plots(
    rows: Sequence[VitalRow], signs: Mapping[VitalSign, SignSpec], begin: datetime, end: datetime
) -> Iterator[Block]:
    days = (end - begin).days
    step = max(1, days // 10)
    ticks = tuple((float(day), f"{begin + timedelta(days=day):%d/%m}") for day in range(0, days, step))
    for shown, (least, most), each in _SCALES:
        lines = tuple(
            PlotLine(f"{signs[sign].text} ({signs[sign].unit})", points)
            for sign in shown
            if (points := tuple(_points(rows, sign, signs[sign], begin)))
        )
        if lines:
            count = int((most - least) / each) + 1
            heights = tuple((least + place * each, f"{least + place * each:g}") for place in range(count))
            yield Plot(lines, (0, days), (least, most), ticks, heights, 48)


def _points(
    rows: Sequence[VitalRow], sign: VitalSign, spec: SignSpec, begin: datetime
) -> Iterator[tuple[float, float]]:
    for row in rows:
        if sign in row.values:
            across = (row.written.happened_at - begin).total_seconds() / timedelta(days=1).total_seconds()
            yield across, row.values[sign] / 10**spec.decimals


def _vitals_grid(rows: Sequence[VitalRow], signs: Mapping[VitalSign, SignSpec]) -> Grid:
    shown = (VitalSign.TEMP, VitalSign.PULSE, VitalSign.RR)
    heads = (
        label("papers", "Lúc"),
        *(f"{signs[sign].text} ({signs[sign].unit})" for sign in shown),
        label("papers", "Huyết áp (mmHg)"),
        label("papers", "SpO2 (%)"),
        label("papers", "Ý thức"),
        label("papers", "NEWS2"),
        label("papers", "Khác"),
        label("papers", "Người đo"),
    )
    cells = tuple(
        (
            _at(row.written.happened_at),
            *(_value(row, sign, signs) for sign in shown),
            _pressure(row, signs),
            _value(row, VitalSign.SPO2, signs),
            "" if row.consciousness is None else str(CONSCIOUSNESS_LABELS[row.consciousness]),
            _news2(row),
            struck_text(row.written, _others(row, signs)).strip(),
            _author(row.written),
        )
        for row in rows
    )
    return Grid(tuple(map(str, heads)), cells, widths=(11, 9, 9, 9, 11, 8, 11, 8, 22, 15))


def _value(row: VitalRow, sign: VitalSign, signs: Mapping[VitalSign, SignSpec]) -> str:
    return sign_text(row.values[sign], signs[sign]) if sign in row.values else ""


def _news2(row: VitalRow) -> str:
    """The total; where SpO2 counted by the second scale that is said, for the same values give another total."""
    if row.news2 is None:
        return ""
    if row.spo2_scale != TARGET_SCALE:
        return str(row.news2)
    return label("papers", "{total}\n(thang 2)").format(total=row.news2)


def _pressure(row: VitalRow, signs: Mapping[VitalSign, SignSpec]) -> str:
    told = [_value(row, sign, signs) for sign in (VitalSign.SBP, VitalSign.DBP)]
    return "/".join(one or NOTHING for one in told) if any(told) else ""


def _others(row: VitalRow, signs: Mapping[VitalSign, SignSpec]) -> str:
    wanted = (VitalSign.GLUCOSE, VitalSign.WEIGHT, VitalSign.HEIGHT, VitalSign.QTC)
    return "; ".join(
        f"{signs[sign].text} {_value(row, sign, signs)} {signs[sign].unit}"
        for sign in wanted
        if sign in row.values
    )


def _at(at: datetime) -> str:
    """Hour above the day."""
    return at_text(at).replace(" ", "\n")
