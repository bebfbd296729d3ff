"""Decisions about legal parameters: one more dated value, looked at before it counts, none overwritten."""

from dataclasses import dataclass
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import (
    EDIT_PARAMETERS,
    Bound,
    Evidence,
    Moves,
    ParameterBook,
    ParameterChange,
    ParameterDefinition,
    ParametersChanged,
    ParameterValue,
    PickedBy,
    Span,
    WhatWouldMove,
    changes,
    parameter_value,
)
from facility_app.modules.catalogues.domain.decisions import ARTICLE, REASON
from facility_app.modules.catalogues.domain.parameters import oversteps
from facility_app.modules.catalogues.queries import get_parameter, get_parameter_book
from facility_app.modules.catalogues.tables import ParameterEdit

_LATEST = 1 << 30
"""Rank of a decision not yet written: it comes after all that are."""


@dataclass(frozen=True, slots=True)
class SetParameter:
    """A dated value the facility decides.

    Attributes:
        key: the parameter.
        value: as typed.
        valid_from: first day.
        valid_to: last day; None for open.
        article: the document it rests on, with its number.
        reason: why, in the decider's words.
        regime: whose value, for a parameter picked by regime.
    """

    key: str
    value: str
    valid_from: date
    article: str
    reason: str
    valid_to: date | None = None
    regime: LegalRegime | None = None


@dataclass(frozen=True, slots=True)
class ParameterPreview:
    """What a decision would do.

    Attributes:
        value: the value as it would be kept.
        changes: stretches of days on which it would be in force, with what is in force now.
        warnings: what to think about; no warning is a refusal.
    """

    value: str
    changes: tuple[ParameterChange, ...]
    warnings: tuple[Label, ...]


def preview_parameter(uow: UnitOfWork, command: SetParameter) -> ParameterPreview:
    """What the decision would change, day by day, before it is taken.

    Raises:
        UserError: as ``set_parameter``.
    """
    require(uow, EDIT_PARAMETERS)
    definition = get_parameter(uow, command.key)
    wish, _reason = _checked(definition, command)
    found = changes(definition, definition.with_values([wish]), wish.regime)
    return ParameterPreview(wish.value, found, _warnings(definition, wish, found))


def what_would_move(uow: UnitOfWork, command: SetParameter) -> tuple[Moves, ...]:
    """Whose days the decision would move, as the slices answer that the asking account may see.

    Raises:
        UserError: as ``set_parameter``.
    """
    require(uow, EDIT_PARAMETERS)
    definition = get_parameter(uow, command.key)
    wish, _reason = _checked(definition, command)
    before = get_parameter_book(uow)
    after = ParameterBook({**before.parameters, definition.key: definition.with_values([wish])})
    question = WhatWouldMove(before, after, max(local_date(uow.now), command.valid_from))
    return tuple(answer for answer in uow.ask(question) if answer is not None)


def set_parameter(uow: UnitOfWork, command: SetParameter) -> str:
    """Decide a dated value; it stands above the shipped ones from its first day on.

    Returns:
        The decision's id.

    Raises:
        UserError: ``unknown_parameter``, ``bad_parameter_value``, ``bad_parameter_span``, ``article_missing``,
            ``reason_missing``, ``text_too_long``, ``regime_missing``.
    """
    require(uow, EDIT_PARAMETERS)
    definition = get_parameter(uow, command.key)
    wish, reason = _checked(definition, command)
    with uow.act("catalogues.set_parameter", reason=reason) as act:
        made = uow.add(
            ParameterEdit(
                key=definition.key,
                regime=wish.regime,
                value=wish.value,
                valid_from=command.valid_from,
                valid_to=command.valid_to,
                article=wish.article,
                reason=reason,
            )
        )
        act.about(made)
        _follow(uow, definition.key)
    return made.id


@dataclass(frozen=True, slots=True)
class VoidParameterEdit:
    """Take a decision back; what stood before is in force again, on all its days."""

    edit_id: str
    version: int
    reason: str


def void_parameter_edit(uow: UnitOfWork, command: VoidParameterEdit) -> None:
    """Strike out a decision about a parameter.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_PARAMETERS)
    found = uow.get(ParameterEdit, command.edit_id, version=command.version)
    with uow.act("catalogues.void_parameter_edit", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        _follow(uow, found.key)


def _follow(uow: UnitOfWork, key: str) -> None:
    """Let everything follow that rests on the number; who keeps the law's numbers may see nobody it is about."""
    with uow.following():
        uow.tell(ParametersChanged(key))


def _checked(definition: ParameterDefinition, command: SetParameter) -> tuple[ParameterValue, str]:
    """The value and the reason as they would be kept."""
    value = parameter_value(definition.unit, command.value)
    if command.valid_to is not None and command.valid_to < command.valid_from:
        raise UserError(
            "bad_parameter_span",
            label("errors", "Ngày hết hiệu lực {to} đứng trước ngày có hiệu lực {from_}. Hãy sửa một trong hai."),
            fields={"valid_to": label("errors", "Đứng trước ngày có hiệu lực")},
            to=format_date(command.valid_to),
            from_=format_date(command.valid_from),
        )
    article = ARTICLE.kept(command.article, "article")
    reason = REASON.kept(command.reason, "reason")
    require_reason(reason)
    regime = _regime(definition, command.regime)
    span = Span(command.valid_from, command.valid_to)
    return ParameterValue(value, article, Evidence.FACILITY, span, regime, "new", _LATEST), reason


def _regime(definition: ParameterDefinition, regime: LegalRegime | None) -> LegalRegime | None:
    if definition.picked_by is PickedBy.DATE:
        return None
    if regime is None:
        raise UserError(
            "regime_missing",
            label(
                "errors",
                "“{parameter}” tính theo chế độ luật của đợt cai nghiện. Hãy chọn luật 2021 hay luật 2025.",
            ),
            fields={"regime": label("errors", "Hãy chọn chế độ luật")},
            parameter=definition.text,
        )
    return regime


def _warnings(
    definition: ParameterDefinition, wish: ParameterValue, found: tuple[ParameterChange, ...]
) -> tuple[Label, ...]:
    texts = []
    if all(one.before is not None and one.before.held.value == wish.value for one in found):
        texts.append(label("catalogues_ui", "Giá trị không đổi, chỉ đổi căn cứ và lý do."))
    if any(oversteps(definition, wish, one) for one in found):
        texts.append(
            label("catalogues_ui", "Pháp luật chỉ cho địa phương quy định cao hơn mức này; giá trị mới thấp hơn.")
            if definition.bound is Bound.LEAST
            else label("catalogues_ui", "Đây là mức tối đa của pháp luật; giá trị mới cao hơn.")
        )
    if any(one.before is None for one in found):
        texts.append(label("catalogues_ui", "Có ngày trước đây chưa có giá trị nào, nay sẽ có."))
    return tuple(texts)
