"""Tiếp nhận: one form for every legal type; what a type does not ask for is out of sight and out of the way."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QLabel, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.kernel.typed import Understood
from facility_app.modules.stays.domain.admission import regime_of
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DEFAULT_BASIS,
    START_BASIS_LABELS,
    StartBasis,
)
from facility_app.modules.stays.domain.numbers import DatedFigure
from facility_app.modules.stays.domain.rights import SETTLE_TERM
from facility_app.modules.stays.domain.types import (
    STAY_TYPE_LABELS,
    AdmissionReason,
    StayType,
)
from facility_app.modules.stays.queries.choices import get_new_law
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.ui.admission_fields import reasons_of, unused
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.decision_fields import (
    ASSIGNMENT_NAMES,
    assignment_of,
    assignment_rows,
    decision_rows,
    facts_of,
    whole,
)
from facility_app.modules.stays.ui.fields import note_line, person_field, reason_note
from facility_app.modules.stays.ui.words import options
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.choice_fields import ChoosingField, CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day, line, number_line, past_day
from facility_app.ui.forms.value_fields import NumberField, ReadField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ADMIT_TEXT = label("verbs", "Tiếp nhận")
HEAD_SETS: Final = ("term_start_on", "legal_regime")
HEAD_DECIDES = label(
    "stays", "Theo giấy tờ; đặt khác đi do lãnh đạo cơ sở quyết định, có lý do (quyền “Quyết định về thời hạn”)."
)
NEEDED: Final = ("number", "issued_on", "authority")
"""What a decision must print, where a type rests on one."""
NOT_OF_TYPE = label("stays", "Diện này không dùng mục này.")
ABOUT = label("stays", "Ngày ra tính từ quyết định và ngày trong biên bản giao, nhận. Enter ô kế, Ctrl+Enter lưu.")
WHO, DECISION, ASSIGNMENT = (
    label("stays", "Diện và ngày"),
    label("stays", "Quyết định"),
    label("stays", "Quyết định giao cơ sở tiếp nhận, nếu có"),
)
TERM, POLICE, MORE = (
    label("stays", "Thời hạn"),
    label("stays", "Công an cấp xã có liên quan"),
    label("stays", "Lý do, ghi chú"),
)


class AdmitForm(Form[Any]):
    """Everything that is written down when somebody comes in."""

    def __init__(self, context: PageContext, *, asks_person: bool) -> None:
        """Make it empty; with ``asks_person`` it begins with who it is."""
        super().__init__(shown, with_bar=False)
        self._heads: dict[str, QLabel] = {}
        self._last: dict[str, str | None] = {}
        self._add_person(context, asks_person=asks_person)
        self._add_papers(context)
        self._add_term(context)
        self._add_rest()
        self._shown: StayType | None = None
        self._new_law: DatedFigure | None = None
        self._for_head = {} if context.may(SETTLE_TERM) else dict.fromkeys(HEAD_SETS, HEAD_DECIDES)
        # A draft and a chosen row tell `edited`, a word typed out and left tells `settled`.
        self.edited.connect(self._follow)
        self.settled.connect(self._follow)
        self._show_type(None)
        context.runner.query(self, get_new_law, topic="new_law").success(self._on_law).run()

    def _on_law(self, new_law: DatedFigure) -> None:
        self._new_law = new_law
        self._follow_day()

    def stay_type(self) -> StayType | None:
        """The type chosen; None while there is none."""
        code = _value(self.fields["stay_type"])
        return StayType(code) if code else None

    def _add_person(self, context: PageContext, *, asks_person: bool) -> None:
        if asks_person:
            self.add(person_field(context, "resident_id", label("stays", "Người được tiếp nhận")))
        self._begin("who", WHO)
        self.add(
            CodeField(
                "stay_type",
                label("stays", "Diện cai nghiện"),
                options=options(STAY_TYPE_LABELS),
                is_required=True,
            )
        )
        self.add(
            CodeField(
                "admission_reason",
                label("stays", "Lý do đưa vào cơ sở"),
                options=options(reasons_of(None)),
                is_required=True,
            )
        )
        self.add(
            past_day(
                context,
                "admitted_on",
                label("stays", "Ngày tiếp nhận"),
                is_required=True,
            ),
            NumberField("rehab_count", label("stays", "Lần cai nghiện thứ"), least=1, most=50),
            spans=(4, 4),
        )

    def _add_papers(self, context: PageContext) -> None:
        self._begin("decision", DECISION)
        for fields, spans in decision_rows(context):
            self.add(*fields, spans=spans)
        self._begin("assignment", ASSIGNMENT)
        for fields, spans in assignment_rows(context):
            self.add(*fields, spans=spans)

    def _add_term(self, context: PageContext) -> None:
        self._begin("term", TERM)
        self.add(
            CodeField(
                "start_basis",
                label("stays", "Căn cứ của ngày bắt đầu"),
                options=options(START_BASIS_LABELS),
                hint=label("stays", "Theo diện; chọn khác khi giấy tờ ghi khác"),
            ),
            any_day(
                context,
                "term_start_on",
                label("stays", "Ngày bắt đầu chấp hành"),
                hint=label("stays", "Để trống: theo căn cứ"),
            ),
            spans=(8, 4),
        )
        self.add(
            past_day(context, "informed_on", label("stays", "Ngày người đứng đầu thông báo")),
            past_day(
                context,
                "held_from",
                label("stays", "Quản lý theo V-32 từ ngày"),
                hint=label("stays", "Được trừ vào thời hạn"),
            ),
            any_day(context, "custody_until", label("stays", "Quản lý đến ngày, theo V-32")),
            spans=(4, 4, 4),
        )
        self.add(
            number_line("contract_number", label("stays", "Số hợp đồng V-29")),
            any_day(context, "contract_end_on", label("stays", "Hợp đồng đến ngày")),
            spans=(8, 4),
        )
        self.add(
            CodeField(
                "legal_regime",
                label("stays", "Chế độ luật"),
                options=options(REGIME_LABELS),
                hint=label("stays", "Theo ngày quyết định; chọn khác thì ghi lý do"),
            )
        )

    def _add_rest(self) -> None:
        self._begin("police", POLICE)
        self.add(
            line("decision_police", label("stays", "Nơi lập hồ sơ, ra quyết định")),
            line("seat_police", label("stays", "Nơi cơ sở đặt trụ sở")),
        )
        self.add(line("residence_police", label("stays", "Nơi cư trú")))
        self._begin("more", MORE)
        self.add(
            reason_note(hint=label("stays", "Chỉ cần khi có điều khác quy định; chương trình sẽ nói điều gì"))
        )
        self.add(note_line())

    def _begin(self, name: str, title: Label) -> None:
        self._heads[name] = self.add_section(title)

    def _show_type(self, stay_type: StayType | None) -> None:
        gone = unused(stay_type or StayType.COMPULSORY_ADULT)
        for name, field in self.fields.items():
            reason = NOT_OF_TYPE if name in gone else self._for_head.get(name)
            if field.why_not() is not reason:
                field.setVisible(name not in gone)
                field.set_why_not(reason)
        needs_decision = BASE_DECISION[stay_type or StayType.COMPULSORY_ADULT] is not None
        for name in NEEDED:
            self.fields[name].is_required = needs_decision
        self._heads["decision"].setVisible("number" not in gone)
        self._heads["assignment"].setVisible(ASSIGNMENT_NAMES[0] not in gone)

    def _follow(self) -> None:
        """What hangs on the type and on the day of the decision comes along."""
        stay_type = self.stay_type()
        if stay_type is not self._shown:
            self._shown = stay_type
            self._show_type(stay_type)
            self._offer_reasons(stay_type)
        if stay_type is not None:
            self._propose("start_basis", DEFAULT_BASIS[stay_type])
        self._follow_day()

    def _offer_reasons(self, stay_type: StayType | None) -> None:
        reasons, field = reasons_of(stay_type), self.fields["admission_reason"]
        if isinstance(field, CodeField):
            field.set_options(options(reasons))
        known = _value(field)
        if len(reasons) == 1:
            field.set_value(str(next(iter(reasons))))
        elif known is not None and known not in reasons:
            field.set_value(None)

    def _follow_day(self) -> None:
        """The law follows the day of the decision, until somebody says otherwise."""
        decided_on = _value(self.fields["issued_on"]) or _value(self.fields["admitted_on"])
        if decided_on is None or self._new_law is None:
            return
        regime = regime_of(decided_on, self._new_law)
        self._propose("legal_regime", regime)
        self.fields["reason"].is_required = _value(self.fields["legal_regime"]) not in {None, str(regime)}

    def _propose(self, name: str, value: str) -> None:
        """Fill in what follows from the rest, unless the user chose something else."""
        field = self.fields[name]
        if _value(field) in {None, self._last.get(name)} and _value(field) != str(value):
            field.set_value(str(value))
        self._last[name] = str(value)


def ask_admission(context: PageContext, parent: QWidget, resident_id: str = "", name: str = "") -> FormDialog[Any]:
    """Open the form; ``resident_id`` is who comes in, asked for when it is empty."""
    view = shown(admitted_on=context.today())
    return ask(
        context,
        parent,
        AdmitForm(context, asks_person=not resident_id),
        key=f"stays.admit_resident/{resident_id or 'new'}",
        title=tr(ADMIT_TEXT),
        verb=ADMIT_TEXT,
        save=partial(_save, resident_id),
        value=view,
        text=name or tr(ABOUT),
    )


def command_of(uow: Any, resident_id: str, values: Mapping[str, Any]) -> AdmitResident:
    """What was typed, without what the type does not ask for.

    Raises:
        UserError: as ``assignment_of``.
    """
    stay_type = StayType(values["stay_type"])
    gone = unused(stay_type)
    kept: dict[str, Any] = {name: None if name in gone else value for name, value in values.items()}
    basis, regime = kept["start_basis"], kept["legal_regime"]
    same = (
        *("admitted_on", "term_start_on", "held_from", "informed_on", "custody_until", "contract_number"),
        *("contract_end_on", "decision_police", "seat_police", "residence_police", "reason", "note"),
    )
    return AdmitResident(
        resident_id=resident_id or kept["resident_id"],
        stay_type=stay_type,
        admission_reason=AdmissionReason(kept["admission_reason"]),
        decision=facts_of(kept),
        assignment=assignment_of(uow, kept),
        start_basis=StartBasis(basis) if basis else None,
        legal_regime=LegalRegime(regime) if regime else None,
        rehab_count=whole(kept["rehab_count"]),
        **{name: kept[name] for name in same},
    )


def _save(resident_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return admit_resident(uow, command_of(uow, resident_id, values))


def _value(field: Field[Any]) -> Any:
    """What stands in a field, without asking it to speak; None for nothing and for what is not understood yet."""
    if isinstance(field, ChoosingField):
        chosen = field.choice()
        return None if chosen is None else chosen.id
    reading = field.reading() if isinstance(field, ReadField) else None
    return reading.value if isinstance(reading, Understood) else None
