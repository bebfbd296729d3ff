"""The medical record as one list in order of time: every entry with both its times, its author, and its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.health_check import HEALTH_CHECK_KIND_LABELS, HEALTH_VERDICT_LABELS
from facility_app.modules.treatment.domain.observation import SITUATION_LABELS
from facility_app.modules.treatment.domain.record import (
    CERTAINTY_LABELS,
    NOTE_KIND_LABELS,
    TRIAGE_FLAG_LABELS,
    EntryKind,
    NoteKind,
)
from facility_app.modules.treatment.queries.measured import PlanRow
from facility_app.modules.treatment.queries.oxygen import OxygenRow
from facility_app.modules.treatment.queries.person import Measured, PersonHealth, Scored
from facility_app.modules.treatment.queries.record import (
    DiagnosisRow,
    FlagRow,
    HealthCheckRow,
    NoteRow,
    TriageRow,
    Written,
)
from facility_app.modules.treatment.ui import record_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

TRIAGE: Final = label("treatment", "Phân loại khi đến")
DIAGNOSIS_MAIN: Final = label("treatment", "Chẩn đoán chính")
DIAGNOSIS_OTHER: Final = label("treatment", "Chẩn đoán kèm theo")
VITALS: Final = label("treatment", "Dấu hiệu sinh tồn")
SCORE_OF: Final = label("treatment", "Chấm {code}")
PLAN: Final = label("treatment", "Lịch theo dõi")
OXYGEN: Final = label("terms", "Chỉ định SpO₂ thang 2")
TARGET = label("treatment", "mục tiêu {least}–{most} %")
ENDED_BY = label("treatment", "thôi lúc {at} ({who}): {reason}")
ENDED = label("treatment", "thôi lúc {at} ({who})")
NO_FLAG = label("treatment", "Không thấy dấu hiệu nguy hiểm")
FLAG_OPEN = label("treatment", "{flag}: chưa có xử trí")
FLAG_SO = label("treatment", "{flag}: đúng. {answer} ({who}, {at})")
FLAG_NOT_SO = label("treatment", "{flag}: không phải. {answer} ({who}, {at})")
NEWS = label("treatment", "NEWS2 {total} ({band})")
BMI = label("treatment", "BMI {value}")
CHECK_BODY = label("treatment", "Thể chất: {said}")
CHECK_MIND = label("treatment", "Tâm thần: {said}")
CHECK_NEXT = label("treatment", "Hướng xử trí: {said}")
PLAN_ENDED = label("treatment", "thôi lúc {at}: {reason}")


class Group(StrEnum):
    """What the list is narrowed to."""

    RECORD = "record"
    MEASURED = "measured"


GROUP_LABELS: Final[dict[Group, Label]] = {
    Group.RECORD: label("treatment", "Bệnh án"),
    Group.MEASURED: label("treatment", "Số đo, điểm"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record.

    Attributes:
        kind: what is struck out; None for a triage, which has a verb of its own.
        title: what kind of entry it is.
        text: what it says, whole.
        tone: of its title; None for plain.
        note_kind: of a note; ``code`` and ``is_main`` of a diagnosis; ``body``: what a corrected one begins with.
        struck_by: name of whoever struck it out; empty where nobody on the staff has that account.
    """

    written: Written
    kind: EntryKind | None
    group: Group
    title: str
    text: str = field(repr=False)
    tone: Tone | None = None
    note_kind: NoteKind | None = None
    code: str = field(default="", repr=False)
    is_main: bool = False
    body: str = field(default="", repr=False)
    struck_by: str = field(default="", repr=False)

    @property
    def entry_id(self) -> str:
        """Its id."""
        return self.written.entry_id

    @property
    def happened_at(self) -> datetime:
        """When it was so."""
        return self.written.happened_at

    @property
    def is_struck(self) -> bool:
        """Whether it was struck out."""
        return self.written.struck_at is not None


def entry_id(one: Entry) -> str:
    """An entry's id."""
    return one.entry_id


def entries_of(seen: PersonHealth) -> tuple[Entry, ...]:
    """Every entry, the latest first; two of one moment as they were written."""
    made = [
        *map(_triage, seen.triages),
        *map(_note, seen.notes),
        *map(_diagnosis, seen.diagnoses),
        *map(_plan, seen.plans),
        *map(_oxygen, seen.oxygen),
        *map(_health_check, seen.checks),
        *(_vitals(one, seen) for one in seen.vitals),
        *map(_score, seen.scores),
    ]
    named = (replace(one, struck_by=seen.strikers.get(one.written.struck_by or "", "")) for one in made)
    return tuple(sorted(named, key=lambda one: (one.happened_at, one.written.written_at), reverse=True))


def flag_text(one: FlagRow) -> str:
    """A red flag with what was done about it."""
    name = tr(TRIAGE_FLAG_LABELS[one.flag])
    if one.answered_at is None:
        return tr(FLAG_OPEN, flag=name)
    said = FLAG_SO if one.is_confirmed else FLAG_NOT_SO
    return tr(said, flag=name, answer=one.answer or "", who=one.answered_by or "", at=words.at(one.answered_at))


def _triage(row: TriageRow) -> Entry:
    lines = [*map(flag_text, row.flags), *filter(None, [row.note])] if row.flags or row.note else [tr(NO_FLAG)]
    if not row.flags and row.note:
        lines = [tr(NO_FLAG), row.note]
    is_open = any(one.answered_at is None for one in row.flags)
    tone = Tone.DANGER if is_open else None
    return Entry(row.written, None, Group.RECORD, tr(TRIAGE), "\n".join(lines), tone)


def _note(row: NoteRow) -> Entry:
    title = tr(NOTE_KIND_LABELS[row.kind])
    return Entry(row.written, EntryKind.NOTE, Group.RECORD, title, row.text, note_kind=row.kind, body=row.text)


def _diagnosis(row: DiagnosisRow) -> Entry:
    said = f"{row.code} {row.text}"
    sure = tr(CERTAINTY_LABELS[row.certainty]).lower()
    text = "\n".join(filter(None, [f"{said} ({sure})", row.note]))
    title = tr(DIAGNOSIS_MAIN if row.is_main else DIAGNOSIS_OTHER)
    tone = Tone.ACCENT if row.is_main_now else None
    return Entry(
        row.written, EntryKind.DIAGNOSIS, Group.RECORD, title, text, tone,
        code=row.code, is_main=row.is_main, body=row.note or "",
    )  # fmt: skip


def _plan(row: PlanRow) -> Entry:
    text = tr(SITUATION_LABELS[row.situation])
    if row.ended_at is not None:
        text = f"{text}; {tr(PLAN_ENDED, at=words.at(row.ended_at), reason=row.end_reason or '')}"
    return Entry(row.written, EntryKind.PLAN, Group.RECORD, tr(PLAN), text)


def _oxygen(row: OxygenRow) -> Entry:
    said = [tr(TARGET, least=row.least, most=row.most)]
    if row.reason:
        said.append(row.reason)
    if row.span.to_at is not None:
        text = tr(
            ENDED_BY if row.end_reason else ENDED,
            at=words.at(row.span.to_at),
            who=row.ended_by,
            reason=row.end_reason,
        )
        said.append(text)
    tone = Tone.ACCENT if row.is_running else None
    return Entry(row.written, EntryKind.OXYGEN, Group.RECORD, tr(OXYGEN), "\n".join(said), tone)


def _health_check(row: HealthCheckRow) -> Entry:
    said = [tr(CHECK_BODY, said=row.body), tr(CHECK_MIND, said=row.mind), tr(HEALTH_VERDICT_LABELS[row.verdict])]
    if row.advice:
        said.append(tr(CHECK_NEXT, said=row.advice))
    title = tr(HEALTH_CHECK_KIND_LABELS[row.kind])
    return Entry(row.written, EntryKind.HEALTH_CHECK, Group.RECORD, title, "\n".join(said))


def _vitals(one: Measured, seen: PersonHealth) -> Entry:
    row = one.row
    said = list(_scored_vitals(one))
    text = " · ".join(filter(None, [words.vitals_text(row, seen.signs), *said]))
    tone = words.tone_of(one.mark)
    shown = tone if tone in {Tone.WARNING, Tone.DANGER} else None
    return Entry(row.written, EntryKind.VITALS, Group.MEASURED, tr(VITALS), text, shown)


def _scored_vitals(one: Measured) -> Iterator[str]:
    if one.row.news2 is not None and one.mark is not None:
        yield tr(NEWS, total=one.row.news2, band=words.first_words(tr(one.mark.text)))
    if one.row.bmi is not None:
        yield tr(BMI, value=words.bmi_text(one.row.bmi))


def _score(one: Scored) -> Entry:
    tone = words.tone_of(one.mark)
    shown = tone if tone in {Tone.WARNING, Tone.DANGER} else None
    title = tr(SCORE_OF, code=one.row.instrument)
    return Entry(one.row.written, EntryKind.SCORE, Group.MEASURED, title, words.score_text(one), shown)
