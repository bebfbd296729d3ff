"""The one list of what tells of HIV, and the one comparison every wall asks: screens, exports, bundles."""

import unicodedata

from facility_app.kernel.hiv import AMBIGUOUS, CODES, DISEASE, PHRASES, SHORT, STEMS, names_disease, reveals_hiv
from facility_app.kernel.names import fold
from facility_app.modules.treatment.domain.icd10 import tells_hiv
from tests.helpers.cases import each

INNOCENT = (
    *("gãy tay, chuyển Bệnh viện đa khoa tỉnh", "viêm ruột thừa cấp", "Trung tâm y tế khu vực 2", "đau răng"),
    *("suy giảm miễn dịch sau ghép thận", "F11.2", "J18.9", "Z29", "kháng sinh, paracetamol 500 mg", "lao phổi"),
    *("nằm phòng B21, giường B24", "chuyển từ phòng B203 sang B105", "Nguyễn Văn Hi Vọng", "uống rượu Chivas"),
    *("ấu trùng (larva)", "lớp ART buổi chiều", "ABC", "khu B20"),
)
MISSPELLED = (
    *(
        "nhiễmHIV",
        "HIVdương",
        "HIV(+)",
        "hiv+",
        "H.I.V",
        "h i v",
        "H-I-V",
        "\uff28\uff29\uff36",
        "H\u200bIV",
        "ＡＩＤＳ",
    ),
    *("uốngARV", "đang dùng A R V", "TDF3TC", "tdf/3tc", "TDF300mg", "3TC150mg", "efavi\u00adrenz", "EFAVIRENZ"),
    *(
        "Suy Giảm Miễn Dịch Mắc Phải",
        "SUY GIAM  mien dich O NGUOI",
        "suy giảm\nmiễn dịch ở người",
        "B24",
        "b 24 (B24)",
    ),
    *("O987", "Z21.", "mã Z 21 (Z21)", "bệnh B20.1", "bệnh B201"),
)


def spellings(text: str) -> tuple[str, ...]:
    """As hands and keyboards write it."""
    forms = (text, text.upper(), text.title(), text.capitalize(), fold(text))
    return tuple(dict.fromkeys(unicodedata.normalize(form, one) for one in forms for form in ("NFC", "NFD")))


def test_every_name_of_the_list_tells_however_it_is_written() -> None:
    names = (*DISEASE, *PHRASES, *STEMS, *(set(SHORT) - AMBIGUOUS))
    codes = (*CODES, *(one.replace(".", "") for one in CODES), *(f"{one}.1" for one in CODES if "." not in one))
    missed = [
        one
        for name in (*names, *codes)
        for one in spellings(name)
        if not reveals_hiv(f"nhập viện vì {one}, theo dõi")
    ]
    assert missed == []
    assert [one for one in MISSPELLED if not reveals_hiv(one)] == []


def test_what_only_looks_alike_tells_nothing() -> None:
    assert [one for one in INNOCENT for text in spellings(one) if one != "ABC" and reveals_hiv(text)] == []
    # Ambiguous alone in its field it is the medicine; among other words it is whatever else they say.
    assert reveals_hiv("ABC")
    assert not reveals_hiv("tiêm phòng ABC cho tổ")


def test_a_code_in_an_address_or_a_register_is_a_house_or_a_number() -> None:
    assert [one for one in CODES if reveals_hiv(f"số {one}, đường Lê Lợi", codes=False)] == []
    assert reveals_hiv("Trung tâm phòng, chống HIV/AIDS", codes=False)


def test_a_trade_name_tells_by_its_words_in_any_case() -> None:
    brands = {("acriptega",): frozenset({"tenofovir"}), ("thuoc", "xanh"): frozenset({"efavirenz"})}
    for said in ("Acriptega", "ACRIPTEGA 300mg", "uống Thuốc Xanh buổi tối"):
        assert reveals_hiv(said, brands=brands)
        assert reveals_hiv(unicodedata.normalize("NFD", said), brands=brands)
        assert not reveals_hiv(said)


@each("code", CODES)
def test_the_codes_of_the_list_are_the_codes_of_the_record(code: str) -> None:
    assert tells_hiv(code)
    assert tells_hiv(code.replace(".", "").lower())
    assert reveals_hiv(code)


def test_a_long_name_is_known_with_and_without_its_marks() -> None:
    assert names_disease(fold("Hội chứng SUY GIẢM  miễn dịch mắc phải"))
    assert names_disease("suy giam mien dich o nguoi")
    assert not names_disease(fold("suy giảm miễn dịch sau ghép"))
