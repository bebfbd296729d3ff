"""The Word file says what the paper says, opens as WordprocessingML, and is the same every time."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from facility_app.documents.forms.spec import Wall
from facility_app.documents.forms.word import to_docx
from tests.documents.forms.samples import IDS, LIBRARY, filled, printed
from tests.documents.reading import pages_text
from tests.helpers.cases import each

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(package: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        assert opened.testzip() is None
        for name in opened.namelist():
            ElementTree.fromstring(opened.read(name))
        return ElementTree.fromstring(opened.read("word/document.xml"))


def words(package: bytes) -> str:
    return "".join(one.text or "" for one in document(package).iter(f"{W}t"))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text.casefold()))


@each("form_id", IDS)
def test_word_and_paper_say_the_same(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    for wall in spec.walls:
        pages = pages_text(printed(form_id, filled, wall))
        paper = "".join(text if n == 1 else text.removeprefix(f"{n} ") for n, text in enumerate(pages, 1))
        told = words(to_docx(spec, filled(spec), parts=wall))
        assert sorted(letters(told)) == sorted(letters(paper))


def test_equal_payloads_give_equal_files() -> None:
    spec = LIBRARY.get("V-29")
    assert to_docx(spec, filled(spec)) == to_docx(spec, filled(spec))


def test_page_faces_and_margins_are_the_decrees() -> None:
    root = document(to_docx(LIBRARY.get("V-50"), {}))
    (margins,) = root.iter(f"{W}pgMar")
    found = {name: round(int(margins.get(W + name) or 0) / 56.7) for name in ("top", "right", "bottom", "left")}
    assert found == {"top": 20, "right": 15, "bottom": 20, "left": 30}
    assert {one.get(f"{W}ascii") for one in root.iter(f"{W}rFonts")} == {"Times New Roman"}
    assert root.find(f".//{W}titlePg") is not None, "no number on the first page"


def test_what_xml_would_trip_over_is_written_as_words() -> None:
    spec = LIBRARY.get("V-50")
    payload = {**filled(spec), "full_name": "A & <b>B\x00\ud800</b>", "contact_address": "dòng 1\ndòng 2"}
    told = words(to_docx(spec, payload))
    assert "A & <B>B</B>" in told
    assert "dòng 1" in told


def test_medical_parts_stay_behind_their_wall() -> None:
    spec = LIBRARY.get("V-18")
    payload = {**filled(spec), "plan_detox": "BÍ MẬT"}
    assert "BÍ MẬT" not in words(to_docx(spec, payload))
    assert "BÍ MẬT" in words(to_docx(spec, payload, parts=Wall.MEDICAL))
    with pytest.raises(ValueError, match="no medical part"):
        to_docx(LIBRARY.get("V-50"), {}, parts=Wall.MEDICAL)
