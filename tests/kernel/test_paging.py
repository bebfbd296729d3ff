"""Pages and the marks between them."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import PAGE_SIZE, Cursor, Page, PageRequest, Sort, SortValue
from tests.helpers.cases import each

sort_values: st.SearchStrategy[SortValue] = st.one_of(st.none(), st.integers(), st.text(), st.binary())
cursors = st.builds(Cursor, st.lists(sort_values).map(tuple), st.text())


def as_cursor(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str) -> Cursor | None:
    try:
        return Cursor.decode(text)
    except UserError:
        return None


@given(cursors)
def test_a_cursor_survives_being_written_and_read(cursor: Cursor) -> None:
    again = Cursor.decode(cursor.encode())
    assert again == cursor
    assert [type(value) for value in again.values] == [type(value) for value in cursor.values]


@given(cursors)
def test_a_written_cursor_can_stand_in_an_address_or_a_command_line(cursor: Cursor) -> None:
    assert cursor.encode().replace("-", "").replace("_", "").isalnum()
    assert cursor.encode().isascii()


@each(
    "text",
    [
        "",
        "xin chào",
        "dấu",
        "AAAA",
        "a",
        as_cursor(b"[]"),
        as_cursor(b"{}"),
        as_cursor(b'"id"'),
        as_cursor(b"[7]"),
        as_cursor(b'["id",true]'),
        as_cursor(b'["id",1.5]'),
        as_cursor(b'["id",NaN]'),
        as_cursor(b'["id",[]]'),
        as_cursor(b'["id",["zz"]]'),
        as_cursor(b'["id",["AB"]]'),
        as_cursor(b'["id",[7]]'),
        as_cursor(b'["id",{"a":1}]'),
        as_cursor(b'["id", 1]'),
        as_cursor(b'["id",' + b"9" * 5000 + b"]"),
        as_cursor(b"[" * 200_000),
        as_cursor(b'["id"]') + "=",
        as_cursor(b'["id"]') + "\n",
        as_cursor(b'["id","\xff"]'),
    ],
)
def test_a_foreign_text_is_not_a_cursor(text: str) -> None:
    with pytest.raises(UserError) as refused:
        Cursor.decode(text)
    assert refused.value.code == "bad_cursor"
    assert "trang đầu" in refused.value.message


@given(st.one_of(st.text(), st.binary().map(as_cursor)))
def test_any_text_is_either_refused_or_a_cursor_of_ours(text: str) -> None:
    cursor = decoded(text)
    assert cursor is None or cursor.encode() == text


def test_names_stay_out_of_what_is_printed_for_programmers() -> None:
    cursor = Cursor(("Nguyễn Văn Đức",), "0" * 32)
    request = PageRequest(after=cursor, search="Nguyễn Văn Đức")
    page = Page(rows=("Nguyễn Văn Đức",), next=cursor, total=1)
    assert "Nguyễn" not in repr(cursor) + repr(request) + repr(page)


def test_a_plain_request_is_the_first_page_of_the_list_in_its_own_order() -> None:
    request = PageRequest()
    assert request == PageRequest(size=PAGE_SIZE, after=None, sort=(), search="")
    assert PAGE_SIZE == 200


def test_orders_ascend_unless_told() -> None:
    assert not Sort("name").descending
    assert Sort("name", descending=True) != Sort("name")


@each("size", [0, -1])
def test_a_page_holds_at_least_one_row(size: int) -> None:
    assert PageRequest(size=1).size == 1
    with pytest.raises(ValueError, match="rows"):
        PageRequest(size=size)


def test_the_last_page_has_no_next_and_an_uncounted_one_no_total() -> None:
    page = Page(rows=(1, 2))
    assert page.next is None
    assert page.total is None
    assert page.rows == (1, 2)
