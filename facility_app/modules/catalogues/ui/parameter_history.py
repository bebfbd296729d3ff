"""Every value one parameter ever had and will have, and what this facility decided about it, as lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from facility_app.kernel.dates import format_moment, local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import EVIDENCE_LABELS, Parameter, ParameterUnit, Span, changes
from facility_app.modules.catalogues.queries import ParameterEditRow, get_parameter, list_parameter_edits
from facility_app.modules.catalogues.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

VALUES = label("catalogues_ui", "Giá trị theo thời gian")
DECISIONS = label("catalogues_ui", "Quyết định của cơ sở")
DAYS = label("catalogues_ui", "Những ngày")
VALUE = label("catalogues_ui", "Giá trị")
ARTICLE = label("catalogues_ui", "Căn cứ")
EVIDENCE = label("catalogues_ui", "Mức tin cậy")
REASON = label("catalogues_ui", "Lý do")
DECIDED = label("catalogues_ui", "Lưu lúc")
STATE = label("catalogues_ui", "Tình trạng")
STANDS, VOIDED = label("catalogues_ui", "còn giá trị"), label("catalogues_ui", "đã gạch bỏ")
NO_DECISION = label("catalogues_ui", "Cơ sở chưa quyết định gì khác với văn bản kèm chương trình.")
NO_VALUE = label("catalogues_ui", "Thông số này chưa có giá trị nào.")


class Age(StrEnum):
    """Where a stretch of days lies."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"


AGE_WORDS: dict[Age, Label] = {
    Age.NOW: label("catalogues_ui", "đang áp dụng"),
    Age.COMING: label("catalogues_ui", "sắp áp dụng"),
    Age.PAST: label("catalogues_ui", "đã qua"),
}
AGE_TONES = {Age.NOW: Tone.OK, Age.COMING: Tone.INFO, Age.PAST: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with one value in force."""

    place: str
    span: Span
    held: Parameter | None
    age: Age


@dataclass(frozen=True, slots=True)
class ParameterReads:
    """The two lists of one parameter; of one regime, where it is picked by regime."""

    key: str
    regime: LegalRegime | None
    unit: ParameterUnit

    def values(self) -> ListSpec[Stretch]:
        """What is in force when, latest first."""
        return ListSpec(
            id="catalogues.parameter_values",
            title=VALUES,
            columns=(
                ColumnSpec("days", DAYS, _days, width=212, is_strong=True),
                ColumnSpec("value", VALUE, _held, width=180),
                ColumnSpec("age", STATE, _age, width=150, tone=_age_tone),
                ColumnSpec("article", ARTICLE, _held_article, width=240, wraps=True),
                ColumnSpec("evidence", EVIDENCE, _held_evidence, width=200, tone=_held_tone, gives_way=1),
            ),
            ids=self._value_ids,
            rows=self._value_rows,
            row_id=_place,
            search=None,
            empty=NO_VALUE,
            tables=frozenset({"parameter_edit"}),
            is_public=True,
        )

    def decisions(self) -> ListSpec[ParameterEditRow]:
        """What was decided, latest first, struck out ones too."""
        return ListSpec(
            id="catalogues.parameter_edits",
            title=DECISIONS,
            columns=(
                ColumnSpec("value", VALUE, self.value_of, width=170, is_strong=True, ink=_faded),
                ColumnSpec("days", DAYS, edit_days, width=204, ink=_faded),
                ColumnSpec("state", STATE, _state, width=150, tone=_state_tone),
                ColumnSpec("article", ARTICLE, _edit_article, width=200, ink=_faded, wraps=True),
                ColumnSpec("reason", REASON, _reason, width=170, ink=_faded, wraps=True),
                ColumnSpec("decided", DECIDED, _decided, width=140, ink=_faded),
            ),
            ids=self._edit_ids,
            rows=self._edit_rows,
            row_id=_edit_id,
            search=None,
            empty=NO_DECISION,
            tables=frozenset({"parameter_edit"}),
        )

    def value_of(self, row: ParameterEditRow) -> str:
        """The value with its unit."""
        return words.value_text(self.unit, row.value)

    def _stretches(self, uow: Any) -> list[Stretch]:
        definition, today = get_parameter(uow, self.key), local_date(uow.now)
        found = changes(replace(definition, values=()), definition, self.regime)
        stretches = [
            Stretch(str(place), one.span, one.after, _age_of(one.span, today)) for place, one in enumerate(found)
        ]
        return stretches[::-1]

    def _value_ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(one.place for one in self._stretches(uow))

    def _value_rows(self, uow: Any, wanted: Sequence[str]) -> tuple[Stretch, ...]:
        found = {one.place: one for one in self._stretches(uow)}
        return tuple(found[one] for one in wanted if one in found)

    def _edits(self, uow: Any) -> list[ParameterEditRow]:
        return [one for one in list_parameter_edits(uow, self.key) if one.regime is self.regime]

    def _edit_ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(one.edit_id for one in self._edits(uow))

    def _edit_rows(self, uow: Any, wanted: Sequence[str]) -> tuple[ParameterEditRow, ...]:
        found = {one.edit_id: one for one in self._edits(uow)}
        return tuple(found[one] for one in wanted if one in found)


def _age_of(span: Span, today: date) -> Age:
    if span.holds(today):
        return Age.NOW
    return Age.COMING if span.first is not None and span.first > today else Age.PAST


def _place(row: Stretch) -> str:
    return row.place


def _days(row: Stretch) -> str:
    return words.span_text(row.span)


def _held(row: Stretch) -> str:
    return words.held_text(row.held)


def _held_article(row: Stretch) -> str:
    return "" if row.held is None else row.held.article


def _held_evidence(row: Stretch) -> str:
    return "" if row.held is None else tr(EVIDENCE_LABELS[row.held.held.evidence])


def _held_tone(row: Stretch) -> Tone | None:
    return None if row.held is None else words.EVIDENCE_TONES[row.held.held.evidence]


def _age(row: Stretch) -> str:
    return tr(AGE_WORDS[row.age])


def _age_tone(row: Stretch) -> Tone | None:
    return AGE_TONES[row.age]


def _edit_id(row: ParameterEditRow) -> str:
    return row.edit_id


def edit_days(row: ParameterEditRow) -> str:
    """The days it was decided for."""
    return words.span_text(Span(row.valid_from, row.valid_to))


def _state(row: ParameterEditRow) -> str:
    return tr(STANDS if row.voided_at is None else VOIDED)


def _state_tone(row: ParameterEditRow) -> Tone | None:
    return Tone.OK if row.voided_at is None else Tone.NEUTRAL


def _faded(row: ParameterEditRow) -> Tone | None:
    return None if row.voided_at is None else Tone.NEUTRAL


def _edit_article(row: ParameterEditRow) -> str:
    return row.article


def _reason(row: ParameterEditRow) -> str:
    return row.reason


def _decided(row: ParameterEditRow) -> str:
    return format_moment(row.decided_at)
