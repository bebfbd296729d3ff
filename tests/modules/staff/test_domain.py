"""How people sign, what posts are called, where a certificate stands, and what is not well formed."""

from collections.abc import Callable
from datetime import date

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.staff.domain import (
    AUTHORITY_LABELS,
    CERTIFICATE_STATE_LABELS,
    FULL_NAME,
    LINE,
    NUMBER,
    POST_KIND_LABELS,
    SCOPE,
    STAFF_KIND_LABELS,
    AuthorityForm,
    CertificateState,
    PostKind,
    StaffKind,
    authority_lines,
    authority_papers_missing,
    certificate_state,
    fits_post,
    head_lines,
    personal_no,
    require_birth,
    require_span,
    usual_title,
)
from tests.helpers.cases import each

TODAY = date(2026, 11, 22)


def test_every_word_is_there() -> None:
    for names, labels in (
        (StaffKind, STAFF_KIND_LABELS),
        (PostKind, POST_KIND_LABELS),
        (AuthorityForm, AUTHORITY_LABELS),
        (CertificateState, CERTIFICATE_STATE_LABELS),
    ):
        assert set(names) == set(labels)


def test_the_lines_above_a_name_are_those_of_the_decree() -> None:
    assert head_lines("Trưởng cơ sở", is_acting=False) == ("TRƯỞNG CƠ SỞ",)
    assert head_lines("Hiệu trưởng", is_acting=True) == ("Q. HIỆU TRƯỞNG",)
    assert authority_lines(AuthorityForm.IN_PLACE, "Trưởng cơ sở", "Phó trưởng cơ sở") == (
        "KT. TRƯỞNG CƠ SỞ",
        "PHÓ TRƯỞNG CƠ SỞ",
    )
    assert authority_lines(AuthorityForm.BY_ORDER, "Trưởng cơ sở", "Tổ trưởng Tổ Y tế")[0] == "TL. TRƯỞNG CƠ SỞ"
    assert authority_lines(AuthorityForm.BY_MANDATE, "Người đứng đầu", "Kế toán") == (
        "TUQ. NGƯỜI ĐỨNG ĐẦU",
        "KẾ TOÁN",
    )


@each(
    ("kind", "head", "title"),
    [
        (PostKind.HEAD, "Trưởng cơ sở", "Trưởng cơ sở"),
        (PostKind.DEPUTY_HEAD, "Trưởng cơ sở", "Phó trưởng cơ sở"),
        (PostKind.DEPUTY_HEAD, "Hiệu trưởng", "Phó hiệu trưởng"),
        (PostKind.DOCTOR, "Hiệu trưởng", "Bác sĩ"),
    ],
)
def test_head_and_deputy_are_called_after_the_kind_of_unit(kind: PostKind, head: str, title: str) -> None:
    assert usual_title(kind, head) == title


@each(
    ("form", "posts", "fits"),
    [
        (AuthorityForm.IN_PLACE, {PostKind.DEPUTY_HEAD}, True),
        (AuthorityForm.IN_PLACE, {PostKind.OFFICER}, False),
        (AuthorityForm.BY_ORDER, {PostKind.OFFICER, PostKind.TEAM_HEAD}, True),
        (AuthorityForm.BY_MANDATE, {PostKind.OFFICER}, True),
        (AuthorityForm.BY_MANDATE, set(), False),
    ],
)
def test_each_form_has_those_it_is_meant_for(form: AuthorityForm, posts: set[PostKind], fits: bool) -> None:
    assert fits_post(form, frozenset(posts)) is fits


@each(
    ("form", "has_document", "has_end", "code"),
    [
        (AuthorityForm.IN_PLACE, False, False, None),
        (AuthorityForm.BY_ORDER, True, False, None),
        (AuthorityForm.BY_ORDER, False, True, "authority_document_missing"),
        (AuthorityForm.BY_MANDATE, True, True, None),
        (AuthorityForm.BY_MANDATE, False, True, "authority_document_missing"),
        (AuthorityForm.BY_MANDATE, True, False, "authority_end_missing"),
    ],
)
def test_an_order_needs_a_document_and_a_mandate_an_end_too(
    form: AuthorityForm, has_document: bool, has_end: bool, code: str | None
) -> None:
    found = authority_papers_missing(form, has_document=has_document, has_end=has_end)
    assert (None if found is None else found.code) == code
    assert found is None or "NĐ 30/2020" in found.message


@each(
    ("expires", "state"),
    [
        (None, CertificateState.ENDLESS),
        (date(2026, 11, 21), CertificateState.EXPIRED),
        (date(2026, 11, 22), CertificateState.EXPIRING),
        (date(2027, 1, 21), CertificateState.EXPIRING),
        (date(2027, 1, 22), CertificateState.VALID),
    ],
)
def test_a_certificate_holds_through_its_last_day(expires: date | None, state: CertificateState) -> None:
    assert certificate_state(expires, TODAY, date(2027, 1, 21)) is state


@each(
    ("typed", "kept"),
    [("001 083 000 123", "001083000123"), ("012.345.678", "012345678"), ("", None), (None, None)],
)
def test_a_personal_number_is_kept_as_digits(typed: str | None, kept: str | None) -> None:
    assert personal_no(typed) == kept


@each("typed", ["12345", "0010830001234", "00108300012a", "٠٠١٠٨٣٠٠٠١٢٣"])
def test_another_number_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        personal_no(typed)
    assert refused.value.code == "bad_personal_no"
    assert typed not in refused.value.message


def test_lines_spans_and_births_are_checked() -> None:
    assert LINE.kept("  Tổ  Y tế ", "team") == "Tổ Y tế"
    assert LINE.kept_or_none(None, "team") is None
    cases: tuple[tuple[Callable[[], object], str, str], ...] = (
        (lambda: FULL_NAME.kept(" ", "full_name"), "field_missing", "full_name"),
        (lambda: SCOPE.kept("", "scope"), "field_missing", "scope"),
        (lambda: NUMBER.kept("7" * 41, "staff_no"), "text_too_long", "staff_no"),
        (lambda: LINE.kept("x" * 201, "team"), "text_too_long", "team"),
        (lambda: LINE.kept("\ud800", "team"), "broken_text", "team"),
        (lambda: require_span(TODAY, date(2026, 11, 21), "to_on"), "bad_span", "to_on"),
        (lambda: require_birth(date(2026, 11, 23), TODAY), "bad_birth_date", "born_on"),
        (lambda: require_birth(date(1899, 12, 31), TODAY), "bad_birth_date", "born_on"),
    )
    for ask, code, field in cases:
        with pytest.raises(UserError) as refused:
            ask()
        assert refused.value.code == code
        assert set(refused.value.fields) == {field}
    require_span(TODAY, TODAY, "to_on")
    require_span(TODAY, None, "to_on")
    require_birth(None, TODAY)
    require_birth(TODAY, TODAY)
