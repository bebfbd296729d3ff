"""F4: what each column is, and what holds for every row whose own cell is empty."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.intake.domain.roster import Shared
from facility_app.modules.intake.domain.roster_fields import FIELD_LABELS
from facility_app.modules.intake.queries.roster import REASONS, STAY_TYPES, RosterPreview
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

TITLE = label("intake", "Cột và giá trị chung của danh sách")
ABOUT = label("intake", "Cột để trống thì không nhập. Lần sau tệp có các cột như thế này sẽ được nhớ.")
TAKE = label("verbs", "Dùng cho danh sách")
COLUMNS = label("intake", "Các cột")
SHARED = label("intake", "Chung cho mọi dòng mà ô của dòng để trống")
PREFIX: Final = "column_"
MOST_MONTHS: Final = 600


class Filled:
    """What the form begins with, by the names of its fields."""

    def __init__(self, values: Mapping[str, object]) -> None:
        """Keep the values."""
        self._values = dict(values)

    def __getattr__(self, name: str) -> object:
        """The value of a field; None for one that begins empty."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._values.get(name)


def filled(**values: object) -> Filled:
    """A beginning."""
    return Filled(values)


class ColumnsForm(Form[Any]):
    """One field for each column, then the shared values."""

    def __init__(self, context: PageContext, preview: RosterPreview) -> None:
        """Make it for the columns of a list."""
        super().__init__(filled, with_bar=False)
        self.add_section(COLUMNS)
        options = [(name.value, text) for name, text in FIELD_LABELS.items()]
        for one in preview.columns:
            head = " · ".join(part for part in (one.letter, one.head, one.sample) if part)
            # Heads are the file's own words: nothing to translate.
            self.add(CodeField(f"{PREFIX}{one.letter}", Label("intake", head[:90]), options=options))
        self.add_section(SHARED)

        today = context.today
        self.add(CodeField("stay_type", label("terms", "Diện cai nghiện"), options=[*STAY_TYPES.items()]))
        self.add(CodeField("reason", label("terms", "Lý do đưa vào cơ sở"), options=[*REASONS.items()]))
        self.add(
            TextField("decision", label("terms", "Số quyết định"), limit=60),
            DateField(
                "decided_on",
                label("terms", "Ngày quyết định"),
                today=today,
                years=TwoDigitYears.PAST,
                latest=today,
            ),
            spans=(8, 4),
        )
        self.add(TextField("authority", label("terms", "Cơ quan ra quyết định"), limit=200))
        self.add(
            NumberField("months", label("terms", "Thời hạn (tháng)"), least=1, most=MOST_MONTHS),
            DateField(
                "admitted_on",
                label("terms", "Ngày vào cơ sở"),
                today=today,
                years=TwoDigitYears.PAST,
                latest=today,
            ),
            spans=(4, 4),
        )


def ask_columns(context: PageContext, parent: QWidget, preview: RosterPreview, shared: Shared) -> FormDialog[Any]:
    """Open the form; its ``saved`` tells the values."""
    values: dict[str, object] = {f"{PREFIX}{one.letter}": one.name or None for one in preview.columns}
    values |= {
        "stay_type": shared.stay_type or None,
        "reason": shared.reason or None,
        "decision": shared.decision or None,
        "decided_on": shared.decided_on,
        "authority": shared.authority or None,
        "months": shared.months,
        "admitted_on": shared.admitted_on,
    }
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        ColumnsForm(context, preview),
        Filing(key=f"intake.columns/{preview.roster.header.shape}", save=_kept),
        title=tr(TITLE),
        text=tr(ABOUT),
        verb=tr(TAKE),
        parent=parent,
    )
    dialog.open_with(Filled(values))
    return dialog


def _kept(_uow: Any, values: Mapping[str, object], _version: int) -> Mapping[str, object]:
    """Nothing is written here: what the columns are is remembered with the import itself."""
    return dict(values)


def columns_of(values: Mapping[str, object]) -> dict[str, str]:
    """Letter → field, of the form's values."""
    return {
        name.removeprefix(PREFIX): str(value or "") for name, value in values.items() if name.startswith(PREFIX)
    }


def shared_of(values: Mapping[str, Any]) -> Shared:
    """The shared values."""
    months = values.get("months")
    return Shared(
        values.get("stay_type") or "",
        values.get("reason") or "",
        values.get("decision") or "",
        values.get("decided_on"),
        values.get("authority") or "",
        None if months is None else int(months),
        values.get("admitted_on"),
    )
