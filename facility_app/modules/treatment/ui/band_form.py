"""By which bands the facility reads CIWA-Ar: one form, the choice that holds now is filled in."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.instrument import BandSet, Instrument
from facility_app.modules.treatment.service.scoring import choose_ciwa_bands
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

CHOOSE: Final = label("verbs", "Chọn bộ mức độ CIWA-Ar")
TEXT = label("treatment", "Từ bây giờ cả cơ sở đọc CIWA-Ar theo bộ này. Lần đã chấm giữ mức độ của lúc chấm.")
BANDS = label("treatment", "Bộ mức độ")
FROM = label("treatment", "{text} từ {least}")


def ask_bands(context: PageContext, over: QWidget, found: tuple[Instrument, str]) -> FormDialog[Any]:
    """Ask which; ``found`` is the instrument and the set that holds."""
    instrument, chosen = found
    form = new_form()
    offered = [(code, Label("", _words(one))) for code, one in instrument.band_sets.items()]
    form.add(CodeField("bands", BANDS, options=offered, is_required=True))
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        Filing(key="treatment.ciwa_bands", save=_save),
        title=tr(CHOOSE),
        text=tr(TEXT),
        verb=tr(CHOOSE),
        parent=over,
    )
    dialog.open_with(Shown({"bands": chosen}))
    return dialog


def _words(one: BandSet) -> str:
    bands = ", ".join(tr(FROM, text=tr(band.text.vi), least=band.least) for band in one.bands)
    return f"{one.code.upper()}: {bands}"


def _save(uow: Any, values: Mapping[str, Any], _version: int) -> None:
    choose_ciwa_bands(uow, str(values["bands"]))
