"""What a Vietnamese syllable can look like: tells words of the language from text in a wrong code page.

Syllables that end in k are those of place names of the highlands (Đắk Lắk).
"""

import unicodedata
from typing import Final

_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_SHAPED: Final = frozenset("ăâêôơư")
_VOWELS: Final = frozenset("aeiouy") | _SHAPED
_ONSETS: Final = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", "")
_RIMES: Final = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    ak ăk âk ek êk ik ok ôk ơk uk ưk
    y yêm yên yêng yêt yêu ych yn ynh yp yt yu
    """.split()  # noqa: SIM905 - a table to read, not two hundred quoted pieces
)
_TONED: Final = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone) for vowel in _VOWELS for mark, tone in _TONES.items()
}
_STOPS: Final = ("c", "ch", "p", "t")
_TONES_OF_STOPS: Final = frozenset({"s", "j"})
_TONE_ON_EITHER: Final = frozenset({"oa", "oe", "uy"})


def is_syllable(word: str) -> bool:
    """Whether ``word`` is spelled as one Vietnamese syllable, with its tone where a tone may stand.

    Old and new places of the tone (``hoà``, ``hòa``) are both right; capitals do not matter.

    Args:
        word: in NFC, letters only.
    """
    letters, tone, place = _without_tone(unicodedata.normalize("NFC", word).lower())
    if place == _TWO_TONES:
        return False
    return any(_fits(letters, onset, tone, place) for onset in _ONSETS if letters.startswith(onset))


_NO_TONE: Final = -1
_TWO_TONES: Final = -2


def _without_tone(word: str) -> tuple[str, str, int]:
    """Letters without tones, the tone's letter as in Telex, and the index of the letter that bears it."""
    letters, tone, place = "", "", _NO_TONE
    for char in word:
        bare, found = _TONED.get(char, (char, ""))
        if found and tone:
            return word, "", _TWO_TONES
        if found:
            tone, place = found, len(letters)
        letters += bare
    return letters, tone, place


def _fits(letters: str, onset: str, tone: str, place: int) -> bool:
    rime = letters[len(onset) :]
    if rime not in _RIMES:
        return False
    if rime.endswith(_STOPS) and tone not in _TONES_OF_STOPS:
        return False
    return place == _NO_TONE or place - len(onset) in _tone_places(rime)


def _tone_places(rime: str) -> frozenset[int]:
    """Indexes in ``rime`` where its tone may be written."""
    nucleus = "".join(char for char in rime if char in _VOWELS)
    shaped = [place for place, char in enumerate(nucleus) if char in _SHAPED]
    if shaped:
        return frozenset(shaped[-1:])
    if nucleus in _TONE_ON_EITHER and nucleus == rime:
        return frozenset({0, 1})
    has_coda = len(rime) > len(nucleus)
    middle = len(nucleus) > 2 or (len(nucleus) == 2 and has_coda)  # noqa: PLR2004 - vowels of a nucleus
    return frozenset({1 if middle else 0})
