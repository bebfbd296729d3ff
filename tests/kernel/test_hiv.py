"""The one list of what tells of HIV: as words for the walls of a screen, as patterns for the rows of a bundle."""

from facility_app.kernel.hiv import AMBIGUOUS, CODES, DISEASE, PATTERNS, PHRASES, SHORT, STEMS, says_phrase
from facility_app.modules.medication.domain.revealing import reveals_hiv
from facility_app.modules.treatment.domain.icd10 import tells_hiv
from tests.helpers.cases import each

INSIDE_WORDS = {"insti", "taf"}
"""Short forms that stand inside ordinary words; SQL's LIKE knows no words."""
INNOCENT = (
    *("gãy tay, chuyển Bệnh viện đa khoa tỉnh", "viêm ruột thừa cấp", "Trung tâm y tế khu vực 2", "đau răng"),
    *("suy giảm miễn dịch sau ghép thận", "F11.2", "J18.9", "Z29", "kháng sinh, paracetamol 500 mg", "lao phổi"),
)


def is_held(text: str) -> bool:
    """As SQL's LIKE, which folds ASCII alone."""
    plain = text.translate({one: one + 32 for one in range(ord("A"), ord("Z") + 1)})
    return any(
        one.strip("%").translate({at: at + 32 for at in range(ord("A"), ord("Z") + 1)}) in plain
        for one in PATTERNS
    )


def test_the_patterns_hold_back_every_name_of_the_list_however_it_is_written() -> None:
    names = (*DISEASE, *STEMS, *(set(SHORT) - AMBIGUOUS - INSIDE_WORDS))
    codes = (*CODES, *(one.replace(".", "") for one in CODES))
    written = (*names, *(one.upper() for one in names), *codes, *(f"{one}.1" for one in CODES))
    phrases = (*PHRASES, *(one.upper() for one in PHRASES), *(one.capitalize() for one in PHRASES))
    missed = [one for one in (*written, *phrases) if not is_held(f"nhập viện vì {one}, theo dõi")]
    assert missed == []
    assert [one for one in INNOCENT if is_held(one)] == []


def test_what_a_screen_keeps_behind_the_wall_no_bundle_lets_out() -> None:
    told = ("H.I.V", "h i v", "TDF/3TC", "Efavirenz 600", "ARV", "nhiễm HIV1", "AIDS", *PHRASES)
    assert [one for one in told if not reveals_hiv(one) or not is_held(one)] == []
    assert [one for one in INNOCENT if reveals_hiv(one)] == []


@each("code", CODES)
def test_the_codes_of_the_list_are_the_codes_of_the_record(code: str) -> None:
    assert tells_hiv(code)
    assert tells_hiv(code.replace(".", "").lower())


def test_a_long_name_is_known_with_and_without_its_marks() -> None:
    assert says_phrase("Hội chứng SUY GIẢM  miễn dịch mắc phải")
    assert says_phrase("suy giam mien dich o nguoi")
    assert not says_phrase("suy giảm miễn dịch sau ghép")
