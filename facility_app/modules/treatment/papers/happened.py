"""What happened to somebody besides what was noted: the door, scores, doses not taken, a hospital and back.

A record that leaves these out reads as if nothing had gone wrong. What tells of HIV stands on its own sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, Points, Text
from facility_app.kernel.dates import format_date, format_short_moment, local_date
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.labels import label
from facility_app.modules.absences.api import CaseDetail, CaseKind, list_cases_of
from facility_app.modules.treatment.domain import READ_RECORD
from facility_app.modules.treatment.domain.asked import GivenDose, WhatWasGiven
from facility_app.modules.treatment.domain.band_marks import mark_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.ordered import FollowedProtocol, WhichProtocolsWere
from facility_app.modules.treatment.domain.record import TRIAGE_FLAG_LABELS
from facility_app.modules.treatment.domain.score_choices import PSYCHIATRIC
from facility_app.modules.treatment.papers.house import BEGINNING, About, at_text, late_text, struck_text
from facility_app.modules.treatment.papers.medicines import is_missed
from facility_app.modules.treatment.queries.measured import ScoreRow, list_scores
from facility_app.modules.treatment.queries.record import FlagRow, TriageRow, list_triages

MOST_TOLD = 3
"""Hours named of one medicine and outcome in a summary; the others are counted."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened, and who wrote it down."""

    at: datetime
    text: str = field(repr=False)
    author: str = ""


def happened(
    uow: UnitOfWork, about: About, begin: datetime, end: datetime, *, with_psychiatric: bool
) -> Iterator[Happened]:
    """Triage and its flags, scores, doses not taken or not kept, hospital and return, in no order."""
    require(uow, READ_RECORD)
    for triage in _triages(uow, about):
        yield Happened(
            triage.written.happened_at, struck_text(triage.written, triage_text(triage)), _author(triage)
        )
        for flag in triage.flags:
            if flag.answered_at is not None:
                yield Happened(flag.answered_at, answer_text(flag), flag.answered_by or "")
    for row in list_scores(uow, about.stay.stay_id):
        if row.total is not None and (with_psychiatric or row.instrument not in PSYCHIATRIC):
            yield Happened(row.written.happened_at, struck_text(row.written, score_text(uow, row)), _author(row))
    for dose in missed_doses(uow, about, begin, end):
        said = f"{dose.medicine}: {dose.outcome}"
        yield Happened(
            dose.vomited_at or dose.at, f"{said} – {dose.reason}" if dose.reason else said, dose.officer
        )
    for case in hospital_trips(uow, about):
        if case.left_at is not None:
            yield Happened(case.left_at, gone_text(case))
        if case.back_at is not None:
            yield Happened(case.back_at, label("papers", "Từ bệnh viện trở lại cơ sở."))


def triage_points(uow: UnitOfWork, about: About) -> Block:
    """What was seen at the door and what a doctor made of it."""
    require(uow, READ_RECORD)
    told = []
    for triage in reversed([one for one in _triages(uow, about) if one.written.struck_at is None]):
        told.append(f"{at_text(triage.written.happened_at)} – {triage_text(triage)}")
        told += [
            f"{at_text(flag.answered_at)} – {answer_text(flag)}"
            if flag.answered_at is not None
            else label("papers", "{flag}: chưa có xử trí.").format(flag=TRIAGE_FLAG_LABELS[flag.flag])
            for flag in triage.flags
        ]
    return Points(tuple(told)) if told else Text(label("papers", "Chưa phân loại khi đến."))


def triage_text(triage: TriageRow) -> str:
    """Flags and note of one triage."""
    flags = ", ".join(str(TRIAGE_FLAG_LABELS[one.flag]) for one in triage.flags)
    said = label("papers", "Phân loại khi đến: {flags}").format(
        flags=flags or label("papers", "không thấy dấu hiệu nguy hiểm")
    )
    return f"{said}. {triage.note}" if triage.note else said


def answer_text(flag: FlagRow) -> str:
    """What was found and done about a flag."""
    found = label("papers", "có") if flag.is_confirmed else label("papers", "không có")
    return label("papers", "Xử trí dấu hiệu “{flag}” ({found}): {answer}").format(
        flag=TRIAGE_FLAG_LABELS[flag.flag], found=found, answer=flag.answer or ""
    )


def score_text(uow: UnitOfWork, row: ScoreRow) -> str:
    """``COWS 19 (Vừa)``."""
    library = clinical(uow.ports.shelf).instruments
    mark = mark_of(library, row.instrument, row.instrument_version, row.band, row.band_set)
    said = f"{row.instrument} {row.total}"
    return said if mark is None else f"{said} ({mark.text.rstrip('.')})"


def protocols(uow: UnitOfWork, about: About) -> tuple[str, ...]:
    """Each protocol of the stay: since when, by whom, until when, and what was not as the template has it."""
    require(uow, READ_RECORD)
    last = about.stay.exited_on or local_date(uow.now)
    question = WhichProtocolsWere(about.stay.resident_id, about.stay.admitted_on, last)
    return tuple(_protocol(one) for answer in uow.ask(question) for one in answer)


def missed_doses(uow: UnitOfWork, about: About, begin: datetime, end: datetime) -> tuple[GivenDose, ...]:
    """Doses that were not taken, or came up, in order of time."""
    asked = WhatWasGiven(about.stay.resident_id, begin, end)
    return tuple(one for answer in uow.ask(asked) for one in answer if is_missed(one))


def missed_points(uow: UnitOfWork, about: About) -> Block:
    """By medicine and outcome: how often in the whole stay, and the last hours of it."""
    require(uow, READ_RECORD)
    by_kind: dict[tuple[str, str], list[GivenDose]] = {}
    for dose in missed_doses(uow, about, BEGINNING, uow.now):
        by_kind.setdefault((dose.medicine, str(dose.outcome)), []).append(dose)
    told = tuple(_counted(*kind, found) for kind, found in sorted(by_kind.items()))
    return Points(told) if told else Text(label("papers", "Không có liều nào được ghi là không dùng hoặc nôn."))


def trip_points(uow: UnitOfWork, about: About) -> Block:
    """Each time in a hospital, and when they were back."""
    require(uow, READ_RECORD)
    told = tuple(
        f"{at_text(case.left_at)} – {gone_text(case)} {_back(case)}"
        for case in reversed(hospital_trips(uow, about))
        if case.left_at is not None
    )
    return Points(told) if told else Text(label("papers", "Không đi viện lần nào."))


def hospital_trips(uow: UnitOfWork, about: About) -> tuple[CaseDetail, ...]:
    """The times of this stay somebody was in a hospital, the newest first."""
    require(uow, READ_RECORD)
    cases = list_cases_of(uow, about.stay.resident_id)
    return tuple(
        one for one in cases if one.kind is CaseKind.HOSPITAL and one.stay_id == about.stay.stay_id and one.left_at
    )


def gone_text(case: CaseDetail) -> str:
    """Where to and why; a hospital or a reason that reveals HIV is not named here."""
    to = "" if reveals_hiv(case.destination) else case.destination or ""
    why = "" if reveals_hiv(case.cause) else case.cause or ""
    said = label("papers", "Đi viện: {to}.").format(to=to) if to else str(label("papers", "Đi viện."))
    return f"{said} {why.rstrip('.')}." if why else said


def score_course(uow: UnitOfWork, stay_id: str) -> Block:
    """The first, the highest and the last total of each instrument."""
    require(uow, READ_RECORD)
    by_code: dict[str, list[ScoreRow]] = {}
    for row in list_scores(uow, stay_id):
        if row.total is not None and row.written.struck_at is None:
            by_code.setdefault(row.instrument, []).append(row)
    if not by_code:
        return Text(label("papers", "Chưa chấm thang nào."))
    heads = (
        label("papers", "Thang"),
        label("papers", "Lần đầu"),
        label("papers", "Cao nhất"),
        label("papers", "Lần cuối"),
        label("papers", "Số lần"),
    )
    rows = tuple(
        (code, *map(_when, (found[-1], _highest(found), found[0])), str(len(found)))
        for code, found in sorted(by_code.items())
    )
    return Grid(heads, rows, frozenset({4}), (16, 25, 25, 25, 9))


def _highest(found: Sequence[ScoreRow]) -> ScoreRow:
    """The earliest of the highest."""
    return max(reversed(found), key=lambda row: row.total or 0)


def _when(row: ScoreRow) -> str:
    return f"{row.total} ({at_text(row.written.happened_at)})"


def _triages(uow: UnitOfWork, about: About) -> tuple[TriageRow, ...]:
    return tuple(one for one in list_triages(uow, about.stay.resident_id) if one.stay_id == about.stay.stay_id)


def _author(row: TriageRow | ScoreRow) -> str:
    return "\n".join(filter(None, (row.written.author, late_text(row.written))))


def _protocol(one: FollowedProtocol) -> str:
    said = label("papers", "{name}, từ {first} ({doctor})").format(
        name=one.name, first=format_date(one.started_on), doctor=one.doctor
    )
    if one.ended_on is not None:
        said = label("papers", "{said}, kết thúc {last}: {reason}").format(
            said=said, last=format_date(one.ended_on), reason=one.end_reason
        )
    other = "; ".join(one.deviations) or label("papers", "không")
    return label("papers", "{said}. Khác phác đồ: {other}.").format(said=said, other=other)


def _counted(medicine: str, outcome: str, found: Sequence[GivenDose]) -> str:
    hours = "; ".join(
        f"{format_short_moment(one.vomited_at or one.at)}{f' – {one.reason}' if one.reason else ''}"
        for one in found[-MOST_TOLD:]
    )
    if len(found) <= MOST_TOLD:
        return label("papers", "{medicine} – {outcome}: {count} lần ({hours})").format(
            medicine=medicine, outcome=outcome, count=len(found), hours=hours
        )
    return label("papers", "{medicine} – {outcome}: {count} lần (gần nhất: {hours})").format(
        medicine=medicine, outcome=outcome, count=len(found), hours=hours
    )


def _back(case: CaseDetail) -> str:
    if case.back_at is None:
        return label("papers", "Chưa trở lại.")
    return label("papers", "Trở lại {at}.").format(at=at_text(case.back_at))
