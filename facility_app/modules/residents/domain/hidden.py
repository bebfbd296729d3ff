"""Clinical facts among those of the paperwork: who may not read them neither sees nor overwrites them."""

from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain.faults import Faults

HIDDEN_FACTS: Final = frozenset({"body_sex", "note"})
"""Facts of a person and of their relatives that are clinical; who may read them is ``READ_HEALTH_FILES``."""

FactsT = TypeVar("FactsT")


def without_hidden(facts: FactsT) -> FactsT:
    """The facts as somebody without the right to clinical ones sees them."""
    return _changed(facts, dict.fromkeys(_names(facts)))


def with_hidden_of(typed: FactsT, kept: object) -> FactsT:
    """What somebody who did not see the clinical facts typed, with those facts as they are kept.

    They may write one where there is none: who takes somebody in notes what they are told.

    Args:
        typed: the facts as typed.
        kept: what holds the facts as they are, under the same names.

    Raises:
        UserError: ``hidden_fact_kept``, ``bad_fields``: a fact would be overwritten unread.
    """
    faults, merged = Faults(), {}
    for name in _names(typed):
        new, old = getattr(typed, name), getattr(kept, name)
        if new is not None and old is not None and new != old:
            faults.add(
                "hidden_fact_kept",
                name,
                label(
                    "errors",
                    "Mục này đã có nội dung y tế mà vai trò của bạn không được đọc, nên không ghi đè được. Hãy để "
                    "trống mục này, hoặc nhờ Giám đốc sửa.",
                ),
            )
        merged[name] = old if new is None else new
    faults.refuse()
    return _changed(typed, merged)


def _names(facts: object) -> list[str]:
    return [one.name for one in fields(facts) if one.name in HIDDEN_FACTS]  # type: ignore[arg-type]  # facts are dataclasses


def _changed(facts: FactsT, values: dict[str, Any]) -> FactsT:
    return replace(facts, **values)  # type: ignore[type-var]  # facts are dataclasses
