"""English for the command line, read from the same catalogue as the screens' and needing no Qt."""

from pathlib import Path
from xml.etree import ElementTree as ET

from facility_app.kernel.errors import FacilityError, listed
from facility_app.kernel.labels import Label, filled

CATALOGUE = "i18n/facility_en.ts"


class Words:
    """Looks up a label in one language; Vietnamese is the source and needs no catalogue."""

    def __init__(self, catalogue: dict[tuple[str, str], str] | None = None) -> None:
        """Take (context, Vietnamese) → English; none for Vietnamese."""
        self._catalogue = catalogue or {}

    def __call__(self, text: str) -> str:
        """``text`` in the language; what the catalogue lacks stays Vietnamese, the binding language."""
        if isinstance(text, Label):
            return self._catalogue.get((text.context, str(text)), str(text))
        return text

    def knowing(self, english: dict[tuple[str, str], str]) -> "Words":
        """These words and those of a shipped list; Vietnamese needs none."""
        return Words({**english, **self._catalogue}) if self._catalogue else self

    def fill(self, template: Label, params: dict[str, object]) -> str:
        """``template`` in the language with its placeholders filled, labels among them looked up too."""
        return filled(self(template), {name: self._value(value) for name, value in params.items()})

    def _value(self, value: object) -> object:
        if isinstance(value, FacilityError):
            return self.fill(value.template, value.params)
        if isinstance(value, tuple):
            return listed(tuple(self._value(one) for one in value))
        return self(value) if isinstance(value, Label) else value


def read_words(lang: str, resources: Path) -> Words:
    """The words of ``lang``: ``vi`` or ``en``."""
    return Words() if lang == "vi" else Words(read_catalogue(resources / CATALOGUE))


def read_catalogue(path: Path) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of a Qt translation file; empty translations are left out."""
    root = ET.parse(path).getroot()  # noqa: S314 - a file of the program itself
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
        if message.findtext("translation")
    }
