"""Colours, letters, distances and pictures from one table; every widget asks here and nowhere else."""

from facility_app.ui.theme.theme import SCALES, Theme, follow, restyle
from facility_app.ui.theme.tokens import DARK, FAMILY, LIGHT, PAPER_FAMILY, SPACE, Size, Tokens, Tone

__all__ = [
    "DARK",
    "FAMILY",
    "LIGHT",
    "PAPER_FAMILY",
    "SCALES",
    "SPACE",
    "Size",
    "Theme",
    "Tokens",
    "Tone",
    "follow",
    "restyle",
]
