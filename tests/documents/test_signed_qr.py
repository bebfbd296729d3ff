"""A paper's code tells whose it is, offline; a changed letter is found out."""

import base64
import uuid
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.documents.shapes import qr_modules
from facility_app.documents.signed_qr import MOST_LETTERS, PaperMark, new_signing_key, public_key, seal, verify
from facility_app.kernel.errors import UserError
from tests.helpers.cases import each

KEY = new_signing_key()
MARK = PaperMark("75.01.001", str(uuid.UUID(int=7)), "V-50", "05/GXN-CSCNMTS1", date(2026, 11, 22), "ab" * 32)
KEYS = {"75.01.001": (public_key(new_signing_key()), public_key(KEY))}


def test_a_sealed_mark_is_read_back_with_any_key_the_facility_had() -> None:
    text = seal(MARK, KEY)
    assert verify(text, KEYS) == MARK
    assert verify(f"  {text[:50].lower()}\n{text[50:]} ", KEYS) == MARK
    assert seal(MARK, KEY) == text, "the same paper, the same code"


@given(
    st.text("ABCĐ.0123456789", min_size=1, max_size=16),
    st.uuids(),
    st.sampled_from(("V-50", "III-05")),
    st.text("0123456789/-ABCĐQ", max_size=20),
    st.dates(),
    st.binary(min_size=32, max_size=32),
)
def test_every_mark_comes_back_whole(
    facility: str, paper: uuid.UUID, form: str, number: str, day: date, content: bytes
) -> None:
    mark = PaperMark(facility, str(paper), form, number, day, content.hex())
    text = seal(mark, KEY)
    assert len(text) <= MOST_LETTERS
    assert verify(text, {facility: [public_key(KEY)]}) == mark


def test_a_code_is_dense_enough_for_the_foot_of_a_page() -> None:
    text = seal(MARK, KEY)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789. $%*+-/:")
    assert len(qr_modules(text)) <= 57


@given(st.data())
def test_a_changed_letter_is_found_out(data: st.DataObject) -> None:
    text = seal(MARK, KEY)
    place = data.draw(st.integers(0, len(text) - 2))  # the last letter also carries bits that mean nothing
    letter = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").filter(lambda one: one != text[place]))
    with pytest.raises(UserError) as told:
        verify(text[:place] + letter + text[place + 1 :], KEYS)
    assert told.value.code in {"paper_code_malformed", "paper_code_forged", "paper_code_unknown_facility"}


@each("text", ["", "FAC1.", "FAC1.A", "FAC2.AAAA", "https://x.vn", "FAC1.ĐĐ", "FAC1." + "A" * 400])
def test_what_is_no_code_is_told_so(text: str) -> None:
    with pytest.raises(UserError, match="paper_code_malformed"):
        verify(text, KEYS)


@given(st.binary(max_size=180))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    text = "FAC1." + base64.b32encode(body).decode().rstrip("=")
    with pytest.raises(UserError):
        verify(text, KEYS)


def test_a_facility_without_a_known_key_is_told_apart_from_a_forgery() -> None:
    with pytest.raises(UserError, match="paper_code_unknown_facility") as told:
        verify(seal(MARK, KEY), {})
    assert told.value.params["facility"] == "75.01.001"
    with pytest.raises(UserError, match="paper_code_forged") as told:
        verify(seal(MARK, new_signing_key()), KEYS)
    assert "05/GXN-CSCNMTS1" in told.value.message


def test_a_mark_that_cannot_be_carried_is_refused() -> None:
    for broken in (
        replace(MARK, digest="ab"),
        replace(MARK, paper_id="5"),
        replace(MARK, number="Đ" * 200),
        replace(MARK, number="A" * 120),
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - whichever part is too long or none
            seal(broken, KEY)
