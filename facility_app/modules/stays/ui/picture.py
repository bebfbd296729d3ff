"""The term as a picture: what was decided, how each day counts, where the person was, the stages, today."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.answer import LedgerLine, TermAnswer
from facility_app.modules.stays.domain.effects import EFFECT_LABELS, Effect
from facility_app.modules.stays.domain.stages import STAGE_LABELS, STAGE_RESULT_LABELS, Stage
from facility_app.modules.stays.domain.types import DATED_KINDS, EVENT_KIND_LABELS, EventKind
from facility_app.modules.stays.queries.detail import EventRow, StageDetail
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.ui import words
from facility_app.ui.charts import DayMark, Hatch, Span, SpanPlan, SpanRow, Term, TermPart
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

TITLE = label("stays", "Thời hạn trên trục thời gian")
STAGES_TITLE = label("stays", "Năm giai đoạn trên trục thời gian")
DECIDED, COUNTED, AWAY = (
    label("stays", "Quyết định {count} tháng"),
    label("stays", "Tính từng ngày"),
    label("stays", "Vắng mặt"),
)
TODAY = label("stays", "hôm nay")
ENDS = label("stays", "ra {day}")
LIMIT = label("stays", "hạn {day}")
ADULT = label("stays", "đủ 18 tuổi")
ADULT_BY = label("stays", "đủ 18 tuổi, chậm nhất ngày này")
SAYS = label("stays", "{first} – {last}: {days}, {effect}. {article}")
EXPECTED = label("stays", "dự kiến {first} – {last}")
DONE = label("stays", "{first} – {last}, {days}")
SINCE = label("stays", "từ {first}, {days}")
NO_PAPER = label("stays", "chưa có giấy tờ")
CREDITED, SERVED, ADDED, LEFT, HELD, PAST = (
    label("stays", "Được trừ"),
    label("stays", "Đã chấp hành"),
    label("stays", "Cộng thêm"),
    label("stays", "Còn"),
    label("stays", "Đã quản lý"),
    label("stays", "Quá ngày ra"),
)
ENDS_ON, ENDED_ON, UNKNOWN = (
    label("stays", "Dự kiến ra {day}"),
    label("stays", "Đã ra {day}"),
    label("stays", "Chưa rõ ngày ra; nếu về hôm nay: {day}"),
)
LIMIT_ON, NO_LIMIT = label("stays", "Hạn quản lý {day}"), label("stays", "Không có thời hạn")
LOOKS: Final[dict[Effect, tuple[Tone, Hatch]]] = {
    Effect.CREDITED: (Tone.OK, Hatch.RISING),
    Effect.NOT_CREDITED: (Tone.DANGER, Hatch.FALLING),
    Effect.SERVED: (Tone.ACCENT, Hatch.SOLID),
    Effect.HELD: (Tone.ACCENT, Hatch.SOLID),
    Effect.ADDED: (Tone.DANGER, Hatch.FALLING),
    Effect.NOT_HELD: (Tone.DANGER, Hatch.FALLING),
    Effect.UNDECIDED: (Tone.WARNING, Hatch.DOTTED),
    Effect.REMAINING: (Tone.ACCENT, Hatch.HOLLOW),
}
AWAY_TONES: Final[dict[EventKind, Tone]] = {
    EventKind.ESCAPE: Tone.DANGER,
    EventKind.OVERSTAY: Tone.DANGER,
    EventKind.PRISON: Tone.WARNING,
    EventKind.REMAND: Tone.WARNING,
    EventKind.SUSPENSION: Tone.WARNING,
}
MARGIN: Final = timedelta(days=3)
LETTER: Final = 0.008
"""About as much of the axis as one small letter takes."""
NEAR: Final = 0.1
"""Marks nearer than this would write over each other."""


def plan_of(seen: StayOverview) -> SpanPlan:
    """The picture of one stay."""
    answer = seen.answer
    rows: list[SpanRow] = []
    decided = [_decided(seen, one) for one in answer.ledger if one.effect is Effect.DECIDED and one.event_no == 0]
    if decided:
        months = next((row.facts.decided_months for row in seen.decisions if row.facts.decided_months), 0)
        rows.append(SpanRow(tr(DECIDED, count=months), tuple(decided)))
    counted = [_counted(seen, one) for one in answer.ledger if one.effect in LOOKS and one.days]
    rows.append(SpanRow(tr(COUNTED), tuple(counted)))
    away = [_away(seen, one) for one in seen.events if _is_absence(one)]
    if away:
        rows.append(SpanRow(tr(AWAY), tuple(_apart(away, _length([*rows, SpanRow("", tuple(away))])))))
    rows += stage_rows(seen)
    return _plan(seen, rows)


def stages_plan_of(seen: StayOverview) -> SpanPlan:
    """The stages, and below them what the person did."""
    return _plan(seen, [*stage_rows(seen), *doing_rows(seen)])


def doing_rows(seen: StayOverview) -> tuple[SpanRow, ...]:
    """A row for each kind of doing, and one more below it, without a name, for what was done beside it."""
    kinds: dict[str, list[list[Span]]] = {}
    for one in seen.doings:
        end = one.to_on or max(seen.on, one.from_on)
        is_one_day = one.to_on == one.from_on + timedelta(days=1)
        when = words.day(one.from_on) if is_one_day else _span_text(one.from_on, one.to_on, end)
        says = words.joined(tr(one.says, **dict(one.params)), when)
        tone = Tone.INFO if one.to_on is None else Tone.OK
        made = Span(one.from_on, max(end, one.from_on + timedelta(days=1)), tone, Hatch.SOLID, says=says)
        lanes = kinds.setdefault(tr(one.row), [])
        free = next((lane for lane in lanes if lane[-1].end <= made.start), None)
        if free is None:
            lanes.append([made])
        else:
            free.append(made)
    return tuple(
        SpanRow("" if place else name, tuple(lane))
        for name, lanes in kinds.items()
        for place, lane in enumerate(lanes)
    )


def stage_rows(seen: StayOverview) -> tuple[SpanRow, ...]:
    """A row for each stage: what was done, else what the law lays out; none where nothing is owed."""
    done = {one.stage: one for one in seen.stages}
    planned = {one.stage: one for one in seen.planned}
    rows = []
    for stage in Stage:
        spans = []
        if stage in done:
            spans.append(_stage(seen, done[stage]))
            spans += _rest(seen, stage)
        elif stage in planned and planned[stage].end_on is not None:
            first, last = planned[stage].start_on, planned[stage].end_on or planned[stage].start_on
            says = tr(EXPECTED, first=words.day(first), last=words.day(last))
            spans.append(Span(first, last, Tone.NEUTRAL, Hatch.HOLLOW, says=says))
        if spans or stage in done:
            rows.append(SpanRow(tr(words.SHORT_STAGES[stage]), tuple(spans)))
    return tuple(rows)


def term_of(answer: TermAnswer) -> Term:
    """The term as one bar for the head of a person's page."""
    left = max(0, answer.remaining_days or 0)
    # Of somebody without a term every day counts as held, those past the limit too.
    over = answer.days_past_end if answer.no_term else 0
    parts = [
        _part(answer.credited_days, CREDITED, Tone.OK, Hatch.RISING),
        replace(
            _part(answer.served_days, HELD if answer.no_term else SERVED, Tone.ACCENT, Hatch.SOLID),
            days=max(0, answer.served_days - over),
        ),
        _part(answer.added_days, ADDED, Tone.DANGER, Hatch.FALLING),
    ]
    if answer.no_term and answer.custody_until is not None:
        left = max(0, (answer.custody_until - answer.on).days)
    if answer.ended is None:
        parts += [
            _part(answer.days_past_end, PAST, Tone.DANGER, Hatch.CROSSED),
            _part(left, LEFT, None, Hatch.SOLID),
        ]
    shown = tuple(one for one in parts if one.days)
    tone = Tone.DANGER if answer.days_past_end else Tone.NEUTRAL
    return Term(shown, _ending(answer), tone)


def _ending(answer: TermAnswer) -> str:
    if answer.ended is not None:
        return tr(ENDED_ON, day=words.day(answer.ended.on))
    if answer.no_term:
        limit = answer.custody_until
        return tr(NO_LIMIT) if limit is None else tr(LIMIT_ON, day=words.day(limit))
    if answer.expected_end_on is not None:
        return tr(ENDS_ON, day=words.day(answer.expected_end_on))
    return tr(UNKNOWN, day=words.day(answer.end_if_back_on or answer.earliest_end_on) or "?")


def _part(days: int, name: Label, tone: Tone | None, hatch: Hatch) -> TermPart:
    return TermPart(days, tr(name), words.days(days), tone, hatch)


def _plan(seen: StayOverview, rows: Sequence[SpanRow]) -> SpanPlan:
    spans = [span for row in rows for span in row.spans]
    marks = tuple(_marks(seen, _length(rows)))
    days = [*(span.start for span in spans), *(span.end for span in spans), *(mark.on for mark in marks)]
    return SpanPlan(min(days) - MARGIN, max(days) + MARGIN, tuple(rows), marks)


def _length(rows: Sequence[SpanRow]) -> int:
    """Days from the first bar to the last."""
    spans = [span for row in rows for span in row.spans]
    return (max(one.end for one in spans) - min(one.start for one in spans)).days if spans else 0


def _apart(spans: Sequence[Span], length: int) -> Iterable[Span]:
    """Words only where the next bar leaves room for them; the pointer and the ledger tell the others."""
    for one, following in zip(spans, [*spans[1:], None], strict=True):
        room = length if following is None else (following.start - one.end).days
        yield one if room >= len(one.words) * length * LETTER else replace(one, words="")


def _marks(seen: StayOverview, length: int) -> Iterable[DayMark]:
    answer = seen.answer
    if seen.stay.is_open:
        yield DayMark(seen.on, tr(TODAY), Tone.DANGER)
    end = answer.ended.on if answer.ended is not None else answer.leave_by
    if end is not None and (abs((end - seen.on).days) > length * NEAR or not seen.stay.is_open):
        yield DayMark(end, tr(LIMIT if answer.no_term else ENDS, day=words.day(end)), Tone.INFO)
    birthday = answer.turns_18_on
    if birthday is not None and (end is None or birthday < end):
        yield DayMark(birthday, tr(ADULT if answer.birth_year is None else ADULT_BY), Tone.WARNING)


def _decided(seen: StayOverview, one: LedgerLine) -> Span:
    span = tr(DONE, first=words.day(one.from_on), last=words.day(one.to_on), days=_days(one))
    says = words.joined(words.paper(one.paper), span)
    return Span(one.from_on, one.to_on or seen.on, Tone.INFO, Hatch.SOLID, says=says)


def _counted(seen: StayOverview, one: LedgerLine) -> Span:
    tone, hatch = LOOKS[one.effect]
    says = tr(
        SAYS,
        first=words.day(one.from_on),
        last=words.day(one.to_on) or tr(TODAY),
        days=_days(one),
        effect=EFFECT_LABELS[one.effect],
        article=one.article,
    )
    return Span(one.from_on, one.to_on or max(seen.on, one.from_on), tone, hatch, says=says)


def _days(one: LedgerLine) -> str:
    return words.days(one.days)


def _is_absence(one: EventRow) -> bool:
    return one.kind not in DATED_KINDS and one.kind is not EventKind.TEMPORARY_MANAGEMENT_CREDIT


def _away(seen: StayOverview, one: EventRow) -> Span:
    kind = tr(EVENT_KIND_LABELS[one.kind])
    end = one.to_on or max(seen.on, one.from_on)
    span = _span_text(one.from_on, one.to_on, end)
    says = words.joined(kind, span, words.paper_of(one.paper_number, one.paper_on) or tr(NO_PAPER))
    tone = AWAY_TONES.get(one.kind, Tone.INFO)
    return Span(one.from_on, end, tone, Hatch.FALLING if tone is Tone.DANGER else Hatch.SOLID, kind, says)


def _span_text(first: date, to_on: date | None, end: date) -> str:
    days = words.days((end - first).days)
    if to_on is None:
        return tr(SINCE, first=words.day(first), days=days)
    return tr(DONE, first=words.day(first), last=words.day(to_on), days=days)


def _stage(seen: StayOverview, one: StageDetail) -> Span:
    end = one.end_on or max(seen.on, one.start_on)
    span = _span_text(one.start_on, one.end_on, end)
    result = "" if one.result is None else tr(STAGE_RESULT_LABELS[one.result])
    text = words.joined(words.days((end - one.start_on).days), result)
    tone = Tone.ACCENT if one.end_on is None else Tone.OK
    return Span(
        one.start_on, end, tone, Hatch.SOLID, text, words.joined(tr(STAGE_LABELS[one.stage]), span, result)
    )


def _rest(seen: StayOverview, stage: Stage) -> Iterable[Span]:
    """What a stage that lasts is still to last, hollow."""
    done = next(one for one in seen.stages if one.stage is stage)
    plan = next((one for one in seen.planned if one.stage is stage), None)
    if done.end_on is None and plan is not None and plan.end_on is not None and plan.end_on > seen.on:
        first = max(seen.on, done.start_on)
        says = tr(EXPECTED, first=words.day(first), last=words.day(plan.end_on))
        yield Span(first, plan.end_on, Tone.ACCENT, Hatch.HOLLOW, says=says)
