"""What a form that asks for a decision begins with: values by the names of its fields, no record of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facility_app.ui.forms.form import Form


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form begins with, by the names of its fields; a field nobody named begins empty."""

    values: Mapping[str, object] = field(default_factory=dict, repr=False)

    def __getattr__(self, name: str) -> object:
        """The value of a field."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self.values.get(name)


def shown(**values: object) -> Shown:
    """A beginning."""
    return Shown(values)


def new_form() -> Form[Shown]:
    """A form for a dialog or above a sheet, which bring the buttons."""
    return Form(shown, with_bar=False)


def nothing(_context: object, _row: object) -> Shown:
    """The beginning of a form that begins empty, whatever row is chosen."""
    return shown()
