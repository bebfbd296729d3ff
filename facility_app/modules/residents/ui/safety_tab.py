"""What staff must heed about somebody: alerts with their end, and whom they must not share a room with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain import (
    KEEP_APART,
    RAISE_ALERTS,
    RAISE_HEALTH_ALERTS,
    READ_KEEP_APART,
    RIGHT_TO_WARN,
)
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.safety import (
    ALERT_KIND_LABELS,
    ALERT_LEVEL_LABELS,
    STRENGTH_LABELS,
    Alert,
    AlertKind,
    AlertLevel,
    KeepApart,
    Strength,
)
from facility_app.modules.residents.queries.entries import AlertEntry, KeepApartRow, list_alerts, list_keep_apart
from facility_app.modules.residents.service import safety
from facility_app.modules.residents.ui.book import Book
from facility_app.modules.residents.ui.endable_card import EndableCard
from facility_app.modules.residents.ui.fields import person_field
from facility_app.modules.residents.ui.pane import CardsPane
from facility_app.modules.residents.ui.people_list import PERSON_PAGE
from facility_app.modules.residents.ui.words import LEVEL_TONES, day, joined, options
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.usual import any_day, past_day
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone

HOLDS = label("residents", "Đang áp dụng")
ENDED = label("residents", "Hết từ {day}")
END_ALERT = label("verbs", "Kết thúc cảnh báo")
OTHERS_WARN = label("residents", "Cảnh báo y tế do bác sĩ, điều dưỡng đặt.")
ENDED_ALREADY = label("residents", "Cảnh báo này đã kết thúc nên không sửa nữa. Cần lại thì hãy đặt cảnh báo mới.")
ENDED_INSTEAD = label("residents", "Mục này không sửa: hãy kết thúc nó rồi lập mục mới.")
END_PAIR = label("verbs", "Kết thúc cặp không xếp chung")


@dataclass(frozen=True, slots=True, repr=False)
class AlertView:
    """An alert as its form shows it."""

    kind: AlertKind | None = None
    level: AlertLevel | None = None
    from_on: date | None = None
    text: str | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ApartView:
    """A pair as its form shows it."""

    other_id: str | None = None
    strength: Strength | None = None
    reason: str | None = None
    from_on: date | None = None


class SafetyPane(CardsPane):
    """Alerts and people kept apart."""

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Make the cards the actor may see."""
        super().__init__(context)
        self._context = context
        self.apart: EndableCard | None = None
        self.build(self._cards(resident_id))

    def _cards(self, resident_id: str) -> Iterator[None]:
        context = self._context
        self.alerts = EndableCard(context, ALERTS, resident_id, safety.end_alert, END_ALERT, parent=self.inner)
        self.put(self.alerts)
        yield
        if context.may(READ_KEEP_APART):
            apart = EndableCard(
                context, APART, resident_id, safety.end_keep_apart, END_PAIR, opens_rows=True, parent=self.inner
            )
            apart.opened.connect(self._on_other_opened)
            self.apart = apart
            self.put(apart)

    def _on_other_opened(self, pair_id: str) -> None:
        row = self.apart.model.row_of(pair_id) if self.apart is not None else None
        if row is not None:
            self._context.go(Route(PERSON_PAGE, row.other_id))


def _read_alerts(uow: Any, resident_id: str) -> tuple[AlertEntry, ...]:
    return tuple(sorted(list_alerts(uow, resident_id, with_ended=True), key=lambda one: one.ended_on is not None))


def _read_apart(uow: Any, resident_id: str) -> tuple[KeepApartRow, ...]:
    found = list_keep_apart(uow, resident_id, with_ended=True)
    return tuple(sorted(found, key=lambda one: one.ended_on is not None))


def _alert_id(row: AlertEntry) -> str:
    return row.entry.entry_id


def _alert_version(row: AlertEntry) -> int:
    return row.entry.version


def _alert_right(row: AlertEntry) -> Permission:
    return RIGHT_TO_WARN[row.entry.facts.kind]


def _alert_fixed(row: AlertEntry) -> Label | None:
    return None if row.ended_on is None else ENDED_ALREADY


def _pair_fixed(_row: KeepApartRow) -> Label:
    return ENDED_INSTEAD


def _alert_view(row: AlertEntry) -> object:
    return row.entry.facts


def _alert_kind(row: AlertEntry) -> str:
    return tr(ALERT_KIND_LABELS[row.entry.facts.kind])


def _alert_level(row: AlertEntry) -> str:
    return tr(ALERT_LEVEL_LABELS[row.entry.facts.level])


def _alert_tone(row: AlertEntry) -> Tone | None:
    return LEVEL_TONES[row.entry.facts.level] if row.ended_on is None else Tone.NEUTRAL


def _alert_text(row: AlertEntry) -> str:
    return row.entry.facts.text or ""


def _alert_from(row: AlertEntry) -> str:
    return day(row.entry.facts.from_on)


def _alert_review(row: AlertEntry) -> str:
    return day(row.entry.facts.review_on)


def _state(row: AlertEntry | KeepApartRow) -> str:
    return tr(HOLDS) if row.ended_on is None else tr(ENDED, day=day(row.ended_on))


def _alert_state(row: AlertEntry) -> str:
    return joined(_state(row), row.end_reason)


def _alert_form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[AlertView] = Form(AlertView, with_bar=False)
    kinds = {kind: text for kind, text in ALERT_KIND_LABELS.items() if context.may(RIGHT_TO_WARN[kind])}
    form.add(
        CodeField(
            "kind",
            label("terms", "Loại cảnh báo"),
            options=options(kinds),
            is_required=True,
            hint=None if context.may(RAISE_HEALTH_ALERTS) else OTHERS_WARN,
        ),
        CodeField("level", label("terms", "Mức"), options=options(ALERT_LEVEL_LABELS), is_required=True),
        spans=(8, 4),
    )
    form.add(
        TextField(
            "text",
            label("residents", "Cần làm gì"),
            hint=label("residents", "Bảo vệ đọc được cảnh báo quản lý: ghi việc cần làm, không ghi chẩn đoán."),
        )
    )
    form.add(
        past_day(context, "from_on", label("terms", "Từ ngày"), is_required=True),
        any_day(context, "review_on", label("residents", "Ngày xem lại")),
    )
    return form


def _alert_begin(context: PageContext) -> AlertView:
    return AlertView(None, AlertLevel.WARNING, context.today())


def _alert_facts(_uow: Any, values: Mapping[str, Any]) -> Alert:
    return Alert(**{**values, "kind": AlertKind(values["kind"]), "level": AlertLevel(values["level"])})


def _pair_id(row: KeepApartRow) -> str:
    return row.pair_id


def _pair_version(row: KeepApartRow) -> int:
    return row.version


def _other(row: KeepApartRow) -> str:
    return row.other_name


def _other_code(row: KeepApartRow) -> str:
    return row.other_code


def _strength(row: KeepApartRow) -> str:
    return tr(STRENGTH_LABELS[row.strength])


def _strength_tone(row: KeepApartRow) -> Tone | None:
    if row.ended_on is not None:
        return Tone.NEUTRAL
    return Tone.DANGER if row.strength is Strength.HARD else Tone.WARNING


def _why_apart(row: KeepApartRow) -> str:
    return row.reason


def _apart_from(row: KeepApartRow) -> str:
    return day(row.from_on)


def _apart_form(context: PageContext, resident_id: str) -> Form[Any]:
    form: Form[ApartView] = Form(ApartView, with_bar=False)
    form.add(person_field(context, "other_id", label("residents", "Không xếp chung với"), but=resident_id))
    form.add(
        CodeField("strength", label("terms", "Mức tách"), options=options(STRENGTH_LABELS), is_required=True),
        past_day(context, "from_on", label("terms", "Từ ngày"), is_required=True),
    )
    form.add(TextField("reason", label("terms", "Lý do"), is_required=True))
    return form


def _apart_begin(context: PageContext) -> ApartView:
    return ApartView(None, Strength.HARD, None, context.today())


def _apart_view(_row: KeepApartRow) -> object:
    return ApartView()


def _apart_facts(_uow: Any, values: Mapping[str, Any]) -> KeepApart:
    return KeepApart(values["other_id"], Strength(values["strength"]), values["reason"] or "", values["from_on"])


ALERTS: Final[Book[AlertEntry]] = Book(
    kind=EntryKind.ALERT,
    title=label("residents", "Cảnh báo"),
    empty=label("residents", "Không có cảnh báo nào."),
    add_words=label("verbs", "Đặt cảnh báo"),
    edit_words=label("verbs", "Sửa cảnh báo"),
    right=RAISE_ALERTS,
    row_right=_alert_right,
    fixed=_alert_fixed,
    columns=(
        ColumnSpec("kind", label("terms", "Loại"), _alert_kind, width=220, is_strong=True, wraps=True),
        ColumnSpec("level", label("terms", "Mức"), _alert_level, width=130, tone=_alert_tone),
        ColumnSpec("from_on", label("terms", "Từ ngày"), _alert_from, width=110),
        ColumnSpec("review_on", label("residents", "Xem lại"), _alert_review, width=110),
        ColumnSpec("state", label("terms", "Tình trạng"), _alert_state, width=170),
        ColumnSpec("text", label("residents", "Cần làm gì"), _alert_text, width=300, is_instruction=True),
    ),
    read=_read_alerts,
    row_id=_alert_id,
    version=_alert_version,
    tables=frozenset({"resident_alert"}),
    form=_alert_form,
    view=_alert_view,
    begin=_alert_begin,
    facts=_alert_facts,
    add=safety.raise_alert,
    edit=safety.edit_alert,
)

APART: Final[Book[KeepApartRow]] = Book(
    kind=EntryKind.KEEP_APART,
    title=label("residents", "Không xếp chung"),
    empty=label("residents", "Không có ai phải tách khỏi người này."),
    add_words=label("verbs", "Không xếp chung với…"),
    edit_words=label("verbs", "Sửa cặp không xếp chung"),
    right=KEEP_APART,
    fixed=_pair_fixed,
    columns=(
        ColumnSpec(
            "other",
            label("terms", "Họ và tên"),
            _other,
            width=260,
            is_strong=True,
            note=_other_code,
            is_instruction=True,
        ),
        ColumnSpec("strength", label("terms", "Mức tách"), _strength, width=180, tone=_strength_tone),
        ColumnSpec("from_on", label("terms", "Từ ngày"), _apart_from, width=110),
        ColumnSpec("state", label("terms", "Tình trạng"), _state, width=150),
        ColumnSpec("reason", label("terms", "Lý do"), _why_apart, width=300, is_instruction=True),
    ),
    read=_read_apart,
    row_id=_pair_id,
    version=_pair_version,
    tables=frozenset({"keep_apart"}),
    form=_apart_form,
    view=_apart_view,
    begin=_apart_begin,
    facts=_apart_facts,
    add=safety.keep_apart,
)
