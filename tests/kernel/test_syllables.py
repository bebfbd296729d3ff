"""A syllable check must know every word of the language that people's names and places are made of."""

import unicodedata

from facility_app.kernel.syllables import is_syllable
from tests.helpers.cases import each

RIGHT = """
a à ăn ấn em êm inh oanh oàn oản uyên uẩn ưng ương yến ý ỷ
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý quách quyền quỳnh quốc quý quả
nghĩa nghiêm giàng giáp gìn gì già giếng giỏi khuya thuở thủa thuý thúy hoà hòa khoẻ khỏe khuỷu khúc khuếch
ngoằn ngoèo loắt choắt luýnh quýnh xoong rượu hươu chuột chuối suýt tuýp mía múa mưa của cửa toàn toán thoáng
kiệt việt đăk đắk lắk bắc cạn huế đức ánh nhựt hạnh oai ngoài loay xoáy nguầy quẩy tuần luật phượng
"""
WRONG = "leâ vaên ngheù nguyeãn thò§ müller josé noël naïve cafe´ brơih yơng tốan hốặ hòá ăt tât trơng ngg"


@each("word", RIGHT.split())
def test_words_of_the_language_are_syllables_whatever_the_place_of_the_tone(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@each("word", WRONG.split())
def test_foreign_words_and_text_in_old_code_pages_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_a_letter_with_two_tones_is_no_syllable() -> None:
    assert not is_syllable("a\u0301\u0300")
