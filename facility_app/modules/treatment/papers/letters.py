"""Papers that go with a person: giấy chuyển viện, tóm tắt hồ sơ bệnh án; nothing on them reveals HIV.

Titles and items of the referral and of the summary are those of the usual hospital papers, from memory: the
layouts of the Ministry's annexes were not read. Both are signed by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.residents.api import READ_FILE, person_payload
from facility_app.modules.treatment.domain import READ_INFECTIONS, READ_RECORD
from facility_app.modules.treatment.domain.band_marks import mark_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.infections import DISEASE_LABELS, INFECTION_RESULT_LABELS
from facility_app.modules.treatment.domain.ordered import LastSubstitute, OrderedMedicine, WhatSubstituteWasLast
from facility_app.modules.treatment.domain.record import NOTE_KIND_LABELS, NoteKind
from facility_app.modules.treatment.domain.vitals import VitalSign
from facility_app.modules.treatment.papers.happened import (
    missed_points,
    protocols,
    score_course,
    score_text,
    triage_points,
    trip_points,
)
from facility_app.modules.treatment.papers.house import (
    BEGINNING,
    DOTS,
    NOTHING,
    About,
    allergies,
    at_text,
    diagnosis_text,
    house_paper,
    ordered,
    oxygen_text,
    read_about,
    sign_text,
    signs_text,
    who_facts,
)
from facility_app.modules.treatment.papers.medicines import RECENT_HOURS, recent_medicines
from facility_app.modules.treatment.queries.course import WITHDRAWAL
from facility_app.modules.treatment.queries.infections import InfectionRow
from facility_app.modules.treatment.queries.measured import ScoreRow, list_scores, list_vitals
from facility_app.modules.treatment.queries.oxygen import list_oxygen_targets
from facility_app.modules.treatment.queries.record import get_record_number, list_diagnoses, list_notes

NEWS2: Final = "NEWS2"
WRITING_LINE: Final = "…" * 38
"""As long as the paper is wide."""
MOST_NOTES: Final = 12
_TOLD: Final = (NoteKind.HISTORY, NoteKind.EXAMINATION, NoteKind.PLAN, NoteKind.PROGRESS)


@dataclass(frozen=True, slots=True)
class Referral:
    """Somebody is sent to a hospital.

    Attributes:
        to: the hospital.
        reason: why there.
        state: how they are now; the last vital signs stand besides.
        transport: by what, with whom.
    """

    stay_id: str
    to: str
    reason: str = field(repr=False)
    state: str = field(default="", repr=False)
    transport: str = field(default="", repr=False)


def referral_paper(uow: UnitOfWork, asked: Referral) -> PlainPaper:
    """Giấy chuyển viện: what the hospital must know, without what stands behind the walls of HIV and drug tests.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_RECORD)
    about = read_about(uow, asked.stay_id)
    blocks: list[Block] = [
        Text(label("papers", "Kính gửi: {to}").format(to=asked.to.strip() or DOTS), is_strong=True),
        Text(label("papers", "Cơ sở trân trọng giới thiệu người bệnh:")),
        facts_grid(
            [
                *who_facts(about),
                *_file_facts(uow, about),
                (label("papers", "Lý do chuyển"), asked.reason.strip() or DOTS),
                (label("papers", "Phương tiện, người đi cùng"), asked.transport.strip() or DOTS),
                (label("papers", "Chuyển lúc"), label("papers", "… giờ … phút, ngày … tháng … năm ……")),
                (label("papers", "Điện thoại gọi lại cơ sở"), get_facility(uow).phone or DOTS),
            ]
        ),
        Heading(label("papers", "Tóm tắt bệnh")),
        *_diagnoses(uow, about),
        Text(_state(uow, about, asked.state)),
        *_oxygen(uow, about),
        *_last_scores(uow, about),
        Text(label("papers", "Dị ứng: {told}").format(told=allergies(uow, about)), is_strong=True),
        Heading(label("papers", "Thuốc trong {hours} giờ qua").format(hours=RECENT_HOURS)),
        recent_medicines(uow, about),
        *_substitute(uow, about),
        Heading(label("papers", "Diễn biến gần đây")),
        *_notes(uow, about, 4),
        Text(
            label(
                "papers",
                "Đề nghị bệnh viện gửi lại tóm tắt điều trị khi người bệnh ra viện, và báo ngay cho cơ sở khi có "
                "diễn biến nặng.",
            )
        ),
        Signatures((label("papers", "Bác sĩ điều trị"), label("papers", "Thủ trưởng cơ sở"))),
    ]
    return house_paper(label("papers", "GIẤY CHUYỂN VIỆN"), blocks, about)


def summary_paper(uow: UnitOfWork, stay_id: str, infections: Sequence[InfectionRow] = ()) -> PlainPaper:
    """Tóm tắt hồ sơ bệnh án: for the sealed part of what goes with somebody who leaves.

    Args:
        uow: the unit of work.
        stay_id: of which stay.
        infections: results of screening, when they were opened for this paper.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_RECORD)
    if infections:
        require(uow, READ_INFECTIONS)
    about = read_about(uow, stay_id)
    orders = ordered(uow, about, BEGINNING, uow.now)
    blocks: list[Block] = [
        facts_grid(
            [
                *who_facts(about),
                *_file_facts(uow, about),
                (label("papers", "Số hồ sơ bệnh án"), get_record_number(uow, stay_id)),
                (label("papers", "Ra cơ sở"), _left(about)),
            ]
        ),
        *_diagnoses(uow, about),
        Heading(label("papers", "Phân loại khi đến")),
        triage_points(uow, about),
        Heading(label("papers", "Phác đồ")),
        _protocols(uow, about),
        Heading(label("papers", "Quá trình bệnh và điều trị")),
        *_notes(uow, about, MOST_NOTES),
        Heading(label("papers", "Liều không dùng, nôn")),
        missed_points(uow, about),
        Heading(label("papers", "Đi viện")),
        trip_points(uow, about),
        Heading(label("papers", "Thang đánh giá")),
        score_course(uow, stay_id),
        Heading(label("papers", "Dấu hiệu sinh tồn, cân nặng")),
        Text(_measured(uow, about)),
        Heading(label("papers", "Thuốc khi ra cơ sở")),
        _medicines([one for one in orders if one.is_running]),
        Text(label("papers", "Dị ứng: {told}").format(told=allergies(uow, about))),
        *_substitute(uow, about),
        *_infections(infections),
        Heading(label("papers", "Hướng điều trị tiếp, hẹn khám lại")),
        Text("\n".join([WRITING_LINE] * 3)),
        Signatures((label("papers", "Bác sĩ điều trị"), label("papers", "Thủ trưởng cơ sở"))),
    ]
    return house_paper(label("papers", "TÓM TẮT HỒ SƠ BỆNH ÁN"), blocks, about)


def _file_facts(uow: UnitOfWork, about: About) -> Iterator[tuple[str, str]]:
    """Papers and address, for whoever does the paperwork."""
    if not uow.actor.may(READ_FILE):
        return
    known = person_payload(uow, about.stay.resident_id, local_date(about.imprint.printed_at))
    names: tuple[tuple[Label, str], ...] = (
        (label("papers", "Số giấy tờ"), "id_number"),
        (label("papers", "Địa chỉ"), "residence"),
    )
    for head, name in names:
        yield head, str(known.get(name) or "")


def _diagnoses(uow: UnitOfWork, about: About) -> Iterator[Block]:
    standing = [one for one in list_diagnoses(uow, about.stay.stay_id) if one.written.struck_at is None]
    main = "; ".join(diagnosis_text(one) for one in standing if one.is_main_now)
    others = "; ".join(diagnosis_text(one) for one in standing if not one.is_main)
    yield Text(label("papers", "Chẩn đoán chính: {main}").format(main=main or NOTHING))
    if others:
        yield Text(label("papers", "Bệnh kèm theo: {others}").format(others=others))


def _notes(uow: UnitOfWork, about: About, most: int) -> Iterator[Block]:
    standing = [
        one for one in list_notes(uow, about.stay.stay_id) if one.kind in _TOLD and one.written.struck_at is None
    ]
    told = tuple(
        f"{at_text(one.written.happened_at)} – {NOTE_KIND_LABELS[one.kind]}: {one.text}"
        for one in standing[-most:]
    )
    yield Points(told) if told else Text(label("papers", "Chưa ghi diễn biến nào."))


def _protocols(uow: UnitOfWork, about: About) -> Block:
    told = protocols(uow, about)
    return Points(told) if told else Text(label("papers", "Không theo phác đồ nào."))


def _oxygen(uow: UnitOfWork, about: About) -> Iterator[Block]:
    """The target of SpO2 that holds: more oxygen than that may stop their breathing."""
    rows = [one for one in list_oxygen_targets(uow, about.stay.stay_id) if one.is_running]
    told = oxygen_text(rows)
    if told:
        yield Text(label("papers", "SpO2 thang 2: {told}").format(told=told), is_strong=True)


def _state(uow: UnitOfWork, about: About, said: str) -> str:
    # What was measured may be days old: it must not read as the state now.
    return label("papers", "Tình trạng lúc chuyển: {said}. Đo lần cuối: {measured}").format(
        said=said.strip().rstrip(".") or DOTS, measured=_measured(uow, about)
    )


def _last_scores(uow: UnitOfWork, about: About) -> Iterator[Block]:
    """The last score of withdrawal and the last NEWS2, each with its hour: a hospital goes on from there."""
    library = clinical(uow.ports.shelf).instruments
    scores = [one for one in list_scores(uow, about.stay.stay_id) if _counts(one)]
    told = []
    for code in WITHDRAWAL:
        row = next((one for one in scores if one.instrument == code), None)
        if row is not None:
            told.append(_at(score_text(uow, row), row.written.happened_at))
    vitals = list_vitals(uow, about.stay.stay_id)
    last = next((one for one in vitals if one.news2 is not None and one.written.struck_at is None), None)
    if last is not None:
        mark = mark_of(library, NEWS2, last.news2_version, last.news2_band)
        said = f"{NEWS2} {last.news2}" if mark is None else f"{NEWS2} {last.news2} ({mark.text.rstrip('.')})"
        told.append(_at(said, last.written.happened_at))
    yield Text(
        label("papers", "Điểm đánh giá lần cuối: {told}").format(
            told="; ".join(told) or label("papers", "chưa chấm")
        )
    )


def _counts(row: ScoreRow) -> bool:
    """Whether a scoring has a total that stands."""
    return row.total is not None and row.written.struck_at is None


def _at(said: str, at: datetime) -> str:
    return label("papers", "{said}, lúc {at}").format(said=said, at=at_text(at))


def _measured(uow: UnitOfWork, about: About) -> str:
    """The last measuring that stands, and how the weight went."""
    signs = dict(clinical(uow.ports.shelf).signs)
    rows = [one for one in list_vitals(uow, about.stay.stay_id) if one.written.struck_at is None]
    if not rows:
        return label("papers", "chưa đo")
    told = f"{signs_text(rows[0], signs)} ({at_text(rows[0].written.happened_at)})"
    weighed = [one for one in rows if VitalSign.WEIGHT in one.values]
    if len(weighed) < 2:  # noqa: PLR2004 - one weight is no course
        return told
    first, last = (
        sign_text(one.values[VitalSign.WEIGHT], signs[VitalSign.WEIGHT]) for one in (weighed[-1], weighed[0])
    )
    if first == last:
        return label("papers", "{told}. Cân nặng {last} kg, không đổi").format(told=told, last=last)
    return label("papers", "{told}. Cân nặng từ {first} kg đến {last} kg").format(
        told=told, first=first, last=last
    )


def _medicines(orders: Sequence[OrderedMedicine]) -> Block:
    if not orders:
        return Text(label("papers", "Không dùng thuốc nào."))
    heads = (
        label("papers", "Thuốc, hàm lượng"),
        label("papers", "Liều, giờ dùng"),
        label("papers", "Đường dùng"),
        label("papers", "Từ ngày"),
    )
    rows = tuple((one.medicine, one.plan, one.route, _day(one.from_at)) for one in orders)
    return Grid(heads, rows, widths=(34, 36, 15, 15))


def _substitute(uow: UnitOfWork, about: About) -> Iterator[Block]:
    asked = WhatSubstituteWasLast(about.stay.resident_id)
    found: LastSubstitute | None = next((one for one in uow.ask(asked) if one is not None), None)
    if found is None:
        return
    last = (
        label("papers", "chưa dùng liều nào")
        if found.last_on is None
        else f"{found.dose}, {format_date(found.last_on)}"
    )
    yield Heading(label("papers", "Điều trị thay thế"))
    yield Text(
        label(
            "papers", "{medicine}, bắt đầu {day}. Liều cuối cùng: {last}. Bác sĩ in kèm thư về liều cuối cùng."
        ).format(medicine=found.medicine, day=format_date(found.started_on), last=last)
    )


def _infections(rows: Sequence[InfectionRow]) -> Iterator[Block]:
    told = tuple(
        f"{DISEASE_LABELS[one.disease]}: {INFECTION_RESULT_LABELS[one.result]} ({at_text(one.result_at)})"
        for one in rows
        if one.result is not None and one.struck_at is None
    )
    if told:
        yield Heading(label("papers", "Sàng lọc bệnh truyền nhiễm"))
        yield Points(told)


def _left(about: About) -> str:
    stay = about.stay
    if stay.exited_on is not None:
        return format_date(stay.exited_on)
    if stay.leave_by is None:
        return ""
    return label("papers", "dự kiến {day}").format(day=format_date(stay.leave_by))


def _day(at: datetime) -> str:
    return format_date(local_date(at))
