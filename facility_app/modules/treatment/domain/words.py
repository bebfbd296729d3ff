"""Words of the lists in ``resources/clinical``: their English stands in the same row."""

from typing import Final

from facility_app.kernel.labels import Label

CONTEXT: Final = "clinical"
"""Context of the words in clinical lists."""


def clinical_label(text: str) -> Label:
    """A word of a clinical list, translated by the English in its own row."""
    return Label(CONTEXT, text)
