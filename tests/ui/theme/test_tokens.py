"""The token table is the agreed one and can be read by tired eyes."""

from dataclasses import asdict

import pytest

from facility_app.ui.theme import DARK, LIGHT, SPACE, Size, Tokens, Tone
from tests.helpers.cases import each

# As agreed, row by row: ground, surface, line, ink, quiet, then ink and ground of each tone.
AGREED = {
    "light": (
        LIGHT,
        "#F5F7F9 #FFFFFF #DFE5EA #17212B #5A6775 #0B6B74 #E3F1F2 #2C7A4B #E6F4EB #9A6200 #FDF3DC #B3261E #FCE8E6 "
        "#2A5FA5 #E7EFF9",
    ),
    "dark": (
        DARK,
        "#10161C #182028 #2A3540 #E7ECF1 #98A5B3 #4FB7C0 #14343A #67C28B #15301F #E2B15B #33280F #F0897F #3A1B18 "
        "#82B1EA #17283E",
    ),
}
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two ``#RRGGBB`` colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """WCAG relative luminance."""
    parts = [value / 255 for value in bytes.fromhex(color[1:])]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@each("name", AGREED)
def test_colours_are_the_agreed_table(name: str) -> None:
    tokens, agreed = AGREED[name]
    assert list(asdict(tokens).values())[:15] == agreed.split()


@BOTH
@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_can_be_read_on_its_ground_and_on_the_surface(tokens: Tokens, tone: Tone) -> None:
    ink, ground = tokens.pair(tone)
    assert contrast(ink, ground) >= 4.5
    assert contrast(ink, tokens.surface) >= 4.5


@BOTH
def test_texts_can_be_read_wherever_they_stand(tokens: Tokens) -> None:
    grounds = (tokens.ground, tokens.surface, tokens.hover, tokens.muted_ground, tokens.accent_ground)
    assert min(contrast(tokens.ink, ground) for ground in grounds) >= 7
    assert min(contrast(tokens.quiet, ground) for ground in (tokens.ground, tokens.surface, tokens.hover)) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@BOTH
def test_borders_of_what_can_be_typed_into_stand_out_three_to_one(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.surface) >= 3
    assert contrast(tokens.accent, tokens.surface) >= 3


def test_letters_have_four_sizes_and_distances_go_by_four() -> None:
    assert [int(size) for size in Size] == [12, 14, 18, 24]
    assert SPACE == 4
