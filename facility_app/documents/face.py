"""Which face of a family words are set in; known without the engine that sets them."""

from enum import StrEnum


class Face(StrEnum):
    """A face of a family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"
