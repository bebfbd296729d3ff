"""Refusals as values: a code, a sentence, its parameters."""

from facility_app.kernel.errors import (
    ConflictError,
    EnvironmentFault,
    FacilityError,
    PermissionDenied,
    UserError,
)
from facility_app.kernel.labels import label
from tests.helpers.cases import each

KINDS = [UserError, ConflictError, PermissionDenied, EnvironmentFault]
SENTENCE = label("errors", "Trường {field} thiếu: {what}.")


@each("kind", KINDS)
def test_a_refusal_keeps_its_parts_apart_and_speaks_vietnamese(kind: type[FacilityError]) -> None:
    error = kind("missing", SENTENCE, field="họ tên", what=3)
    assert (error.code, error.template, error.params) == ("missing", SENTENCE, {"field": "họ tên", "what": 3})
    assert error.message == "Trường họ tên thiếu: 3."
    assert str(error) == "missing: Trường họ tên thiếu: 3."


def test_the_sentence_stays_translatable() -> None:
    assert UserError("missing", SENTENCE, field="a", what="b").template.context == "errors"


def test_the_raw_exception_carries_the_code_only() -> None:
    assert UserError("missing", SENTENCE, field="Nguyễn", what="b").args == ("missing",)


def test_messages_of_fields_are_kept_as_they_were_when_raised() -> None:
    fields = {"name": label("errors", "Thiếu họ tên.")}
    error = UserError("missing", SENTENCE, fields=fields, field="name", what="x")
    fields.clear()
    assert error.fields == {"name": "Thiếu họ tên."}
    assert UserError("missing", SENTENCE).fields == {}


@each("kind", KINDS)
def test_kinds_of_refusal_are_told_apart(kind: type[FacilityError]) -> None:
    assert issubclass(kind, FacilityError)
    assert not any(issubclass(kind, other) for other in KINDS if other is not kind)


def test_a_refusal_inside_a_sentence_is_told_by_its_own_sentence() -> None:
    inner = UserError("full", label("errors", "Ổ đĩa đã đầy."))
    outer = UserError("saved", label("errors", "Đã lưu, nhưng: {reason}"), reason=inner)
    assert outer.message == "Đã lưu, nhưng: Ổ đĩa đã đầy."
