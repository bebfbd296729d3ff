"""What the facility settles for itself about beds: asked as it is now, then changed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.conventions import KEEPS_BED, MAY_KEEP, SEPARATES_KINDS
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS, Conventions, get_conventions
from facility_app.modules.housing.service.conventions import SetConventions, set_conventions
from facility_app.modules.housing.ui.asking import ask_form
from facility_app.ui.dialogs.form_dialog import Filing
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

CONVENTIONS = label("verbs", "Quy ước chỗ ở")
SETTLE = label("verbs", "Đặt quy ước")
KEPT = label("housing", "Đã đặt quy ước.")


class ConventionsDesk(QObject):
    """Asks over one page."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._over = context, over

    def ask(self) -> None:
        """Read what counts, then let it be changed."""
        op = self._context.runner.query(self, _conventions, topic="conventions")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, now: Conventions) -> None:
        form = new_form()
        begin: dict[str, object] = {"separates_kinds": now.separates_kinds}
        for code in MAY_KEEP:
            form.add(CheckField(f"keep_{code}", PRESENCE_WORDS[code]))
            begin[f"keep_{code}"] = code in now.keeps_bed
        form.add(CheckField("separates_kinds", SEPARATES_KINDS.text))
        dialog = ask_form(
            self._context,
            self._over,
            form,
            Filing(key="housing.set_conventions", save=_set),
            title=CONVENTIONS,
            text=tr(KEEPS_BED.text),
            verb=SETTLE,
            begin=shown(**begin),
        )
        dialog.saved.connect(self._on_set)

    def _on_set(self, _nothing: object) -> None:
        self._context.say(tr(KEPT))

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _conventions(uow: Any) -> Conventions:
    return get_conventions(uow)


def _set(uow: Any, values: Mapping[str, Any], _version: int) -> None:
    kept = [code for code in MAY_KEEP if values[f"keep_{code}"]]
    set_conventions(uow, SetConventions(bool(values["separates_kinds"]), kept))
