"""The bed of somebody being typed: the best the rules allow is proposed with its reasons, and may be changed."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Understood
from facility_app.modules.intake.domain.rights import OFFER_BEDS
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.queries.beds import BedOffer, offer_beds
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui.door_forms import bed_text
from facility_app.modules.intake.ui.fields import BirthField, chosen_of
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

BED = label("intake", "Giường")
BED_HINT = label("intake", "Giường đầu danh sách là giường phù hợp nhất; đổi được; để trống: xếp sau")
MAY_NOT = label("intake", "Tài khoản này không xếp giường. Bộ phận quản lý xếp sau, trên Sơ đồ giường.")
NOT_YET = label("intake", "Ghi diện, ngày sinh, giới tính trước: giường được đề xuất theo đó.")
NONE_LEFT = label("intake", "Không còn giường nào hợp quy tắc cho người này; để trống rồi xếp sau.")
JUST_NOW = label("intake", "Vừa đề xuất giường {bed}. Hãy xem lại rồi tiếp nhận.")


class BedProposal:
    """Follows sex, birth and type; the user's own word stands until one of them changes.

    Attributes:
        field: the bed, as people say it.
    """

    def __init__(self, context: PageContext, form: Form[Any], over: QWidget) -> None:
        """Put the bed into ``form``; ``over`` is who asks."""
        self._context, self._form, self._over = context, form, over
        self._asked: tuple[object, ...] = ()
        self.field = CodeField("bed", BED, options=[], hint=BED_HINT)
        self._may = context.may(OFFER_BEDS)
        form.add(self.field)
        self.field.set_why_not(NOT_YET if self._may else MAY_NOT)
        if self._may:
            form.settled.connect(self.follow)

    def follow(self) -> None:
        """Propose again when it is somebody else's bed by now."""
        key = self._key()
        if not self._may or key == self._asked:
            return
        self._asked = key
        if not key:
            self.field.set_options([])
            self.field.set_value(None)
            self.field.set_why_not(NOT_YET)
            return
        arrival = Typed.arrival_of(self._typed())
        op = self._context.runner.query(self._over, partial(_offers, arrival, str(key[-1])), topic="beds")
        op.success(self._on_offered).failure(self._on_failed).run()

    def is_fresh(self) -> bool:
        """Whether what stands there was proposed for the person typed now."""
        return not self._may or self._key() == self._asked

    def just_now(self) -> str:
        """What to say where the proposal came with the save itself."""
        bed = chosen_of(self.field)
        return tr(JUST_NOW, bed=bed) if bed else tr(NONE_LEFT)

    def _typed(self) -> Mapping[str, Any]:
        fields = self._form.fields
        birth = fields["birth"]
        # Not its value: asking for that complains of an empty form nobody has touched.
        reading = birth.reading() if isinstance(birth, BirthField) else None
        known = reading.value if isinstance(reading, Understood) else None
        return {"sex": chosen_of(fields["sex"]), "birth": known}

    def _key(self) -> tuple[object, ...]:
        typed, kind = self._typed(), chosen_of(self._form.fields["stay_type"])
        return (typed["sex"], typed["birth"], kind) if typed["sex"] and typed["birth"] and kind else ()

    def _on_offered(self, offers: Sequence[BedOffer]) -> None:
        kept = chosen_of(self.field)
        self.field.set_options([(one.bed, Label("intake", bed_text(one))) for one in offers])
        known = [one.bed for one in offers]
        self.field.set_value(kept if kept in known else next(iter(known), None))
        self.field.set_why_not(None if offers else NONE_LEFT)

    def _on_failed(self, failure: Failure) -> None:
        self._asked = ()
        self._context.say(failure.words, Tone.DANGER)


def _offers(arrival: Arrival, stay_type: str, uow: Any) -> Sequence[BedOffer]:
    return offer_beds(uow, arrival, stay_type)
