"""The one table every colour, size and distance of the screens is taken from; no Qt, so tests read it as data."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

FAMILY = "Be Vietnam Pro"
PAPER_FAMILY = "Liberation Serif"
SPACE = 4


class Size(IntEnum):
    """The four sizes of letters, in pixels at 100 %."""

    SMALL = 12
    BODY = 14
    HEADING = 18
    DISPLAY = 24


class Tone(StrEnum):
    """What a colour says; the word and the icon beside it say it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"


# A state is never told by its colour alone: paper is black and white, and so are some eyes.
TONE_ICONS = {
    Tone.NEUTRAL: "",
    Tone.ACCENT: "",
    Tone.OK: "circle-check",
    Tone.WARNING: "alert-triangle",
    Tone.DANGER: "alert-octagon",
    Tone.INFO: "info-circle",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as ``#RRGGBB``.

    Attributes:
        line: hairlines between things; ``edge``: borders of what can be typed into, three to one on the surface.
        muted_ground: ground of neutral chips and of tracks; ``hover``: a row or button under the pointer.
        on_accent: ink on the full accent.
    """

    ground: str
    surface: str
    line: str
    ink: str
    quiet: str
    accent: str
    accent_ground: str
    ok: str
    ok_ground: str
    warning: str
    warning_ground: str
    danger: str
    danger_ground: str
    info: str
    info_ground: str
    edge: str
    muted_ground: str
    hover: str
    on_accent: str

    def pair(self, tone: Tone) -> tuple[str, str]:
        """Ink and ground of ``tone``."""
        if tone is Tone.NEUTRAL:
            return self.quiet, self.muted_ground
        return getattr(self, tone.value), getattr(self, f"{tone.value}_ground")


LIGHT = Tokens(
    ground="#F5F7F9",
    surface="#FFFFFF",
    line="#DFE5EA",
    ink="#17212B",
    quiet="#5A6775",
    accent="#0B6B74",
    accent_ground="#E3F1F2",
    ok="#2C7A4B",
    ok_ground="#E6F4EB",
    warning="#9A6200",
    warning_ground="#FDF3DC",
    danger="#B3261E",
    danger_ground="#FCE8E6",
    info="#2A5FA5",
    info_ground="#E7EFF9",
    edge="#8593A0",
    muted_ground="#EDF0F3",
    hover="#F1F4F6",
    on_accent="#FFFFFF",
)

DARK = Tokens(
    ground="#10161C",
    surface="#182028",
    line="#2A3540",
    ink="#E7ECF1",
    quiet="#98A5B3",
    accent="#4FB7C0",
    accent_ground="#14343A",
    ok="#67C28B",
    ok_ground="#15301F",
    warning="#E2B15B",
    warning_ground="#33280F",
    danger="#F0897F",
    danger_ground="#3A1B18",
    info="#82B1EA",
    info_ground="#17283E",
    edge="#64727F",
    muted_ground="#232D37",
    hover="#1F2932",
    on_accent="#0C1A1D",
)
