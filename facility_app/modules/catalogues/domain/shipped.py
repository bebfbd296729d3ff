"""Words of the lists in ``resources/catalogues``: their English stands in the same row."""

from typing import Final

from facility_app.kernel.labels import Label

CONTEXT: Final = "catalogues"
"""Context of the words in shipped lists."""


def shipped_label(text: str) -> Label:
    """A word of a shipped list, translated by the English in its own row."""
    return Label(CONTEXT, text)
