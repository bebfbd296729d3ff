"""What staff must know before they open a door: alerts behind two walls, and people kept apart."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain.faults import Faults


class AlertLevel(StrEnum):
    """Mức cảnh báo, nặng trước."""

    DANGER = "danger"
    WARNING = "warning"
    INFO = "info"


ALERT_LEVEL_LABELS: dict[AlertLevel, Label] = {
    AlertLevel.DANGER: label("terms", "Nguy hiểm"),
    AlertLevel.WARNING: label("terms", "Chú ý"),
    AlertLevel.INFO: label("terms", "Cần biết"),
}


class AlertWall(StrEnum):
    """Who may see an alert: everyone who works with residents, or health staff and the head."""

    CUSTODY = "custody"
    HEALTH = "health"


ALERT_WALL_LABELS: dict[AlertWall, Label] = {
    AlertWall.CUSTODY: label("terms", "Cảnh báo quản lý"),
    AlertWall.HEALTH: label("terms", "Cảnh báo y tế"),
}


class AlertKind(StrEnum):
    """Loại cảnh báo. HIV is none: it stands on no list and no person's card (clinical.md §7.2)."""

    ESCAPE_RISK = "escape_risk"
    VIOLENCE = "violence"
    SELF_HARM = "self_harm"
    VULNERABLE = "vulnerable"
    ISOLATION = "isolation"
    DISABILITY = "disability"
    LANGUAGE = "language"
    OTHER = "other"
    ALLERGY = "allergy"
    INFECTION = "infection"
    WITHDRAWAL = "withdrawal"
    PREGNANCY = "pregnancy"
    MENTAL = "mental"
    CHRONIC = "chronic"
    OTHER_HEALTH = "other_health"


ALERT_KIND_LABELS: dict[AlertKind, Label] = {
    AlertKind.ESCAPE_RISK: label("terms", "Nguy cơ bỏ trốn"),
    AlertKind.VIOLENCE: label("terms", "Nguy cơ bạo lực"),
    AlertKind.SELF_HARM: label("terms", "Nguy cơ tự hại"),
    AlertKind.VULNERABLE: label("terms", "Dễ bị xâm hại"),
    AlertKind.ISOLATION: label("terms", "Cần ở riêng"),
    AlertKind.DISABILITY: label("terms", "Khuyết tật"),
    AlertKind.LANGUAGE: label("terms", "Không thạo tiếng Việt"),
    AlertKind.OTHER: label("terms", "Cảnh báo khác"),
    AlertKind.ALLERGY: label("terms", "Dị ứng"),
    AlertKind.INFECTION: label("terms", "Bệnh truyền nhiễm"),
    AlertKind.WITHDRAWAL: label("terms", "Nguy cơ hội chứng cai nặng"),
    AlertKind.PREGNANCY: label("terms", "Mang thai"),
    AlertKind.MENTAL: label("terms", "Rối loạn tâm thần"),
    AlertKind.CHRONIC: label("terms", "Bệnh mạn tính nặng"),
    AlertKind.OTHER_HEALTH: label("terms", "Cảnh báo y tế khác"),
}

_CUSTODY: Final = frozenset(
    {
        *(AlertKind.ESCAPE_RISK, AlertKind.VIOLENCE, AlertKind.SELF_HARM, AlertKind.VULNERABLE),
        *(AlertKind.ISOLATION, AlertKind.DISABILITY, AlertKind.LANGUAGE, AlertKind.OTHER),
    }
)


class Strength(StrEnum):
    """Mức tách: a rule that refuses, or one that warns."""

    HARD = "hard"
    SOFT = "soft"


STRENGTH_LABELS: dict[Strength, Label] = {
    Strength.HARD: label("terms", "Cấm xếp chung"),
    Strength.SOFT: label("terms", "Nên tránh xếp chung"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Alert:
    """Cảnh báo.

    Attributes:
        text: what to do. A guard reads it on a custody alert, so it says no diagnosis.
        from_on: since when.
        review_on: when to ask whether it still holds; it ends by a decision, never by itself.
    """

    kind: AlertKind
    level: AlertLevel
    from_on: date
    text: str | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class KeepApart:
    """Cặp không xếp chung.

    Attributes:
        other_id: the other one; the pair is the same seen from either.
        reason: why: rivals, same case, kin, victim and offender.
    """

    other_id: str
    strength: Strength
    reason: str
    from_on: date


def wall_of(kind: AlertKind) -> AlertWall:
    """Behind which wall alerts of this kind stand."""
    return AlertWall.CUSTODY if kind in _CUSTODY else AlertWall.HEALTH


def checked_alert(typed: Alert, today: date) -> Alert:
    """The alert as kept.

    Raises:
        UserError: ``day_out_of_range``, ``alert_text_missing``, ``span_reversed``, ``bad_fields``.
    """
    faults = Faults()
    kept = replace(
        typed,
        text=faults.line("text", typed.text),
        from_on=faults.past_day("from_on", typed.from_on, today) or typed.from_on,
    )
    if kept.text is None and kept.kind in {AlertKind.OTHER, AlertKind.OTHER_HEALTH}:
        faults.add("alert_text_missing", "text", label("errors", "Cảnh báo khác cần ghi rõ nội dung."))
    faults.span("review_on", kept.from_on, kept.review_on)
    faults.refuse()
    return kept


def checked_keep_apart(typed: KeepApart, today: date) -> KeepApart:
    """The pair as kept.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``bad_fields``.
    """
    faults = Faults()
    missing = label("errors", "Hãy ghi lý do không xếp chung.")
    kept = replace(typed, reason=faults.line("reason", typed.reason, needed=missing) or "")
    faults.past_day("from_on", typed.from_on, today)
    faults.refuse()
    return kept
