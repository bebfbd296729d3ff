"""Whether a payload fits its form, told field by field before anything is numbered or printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from facility_app.documents.forms.fields import FieldSpec, FieldType, PartialDate, Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field.

    Attributes:
        name: of the field.
        label: its Vietnamese name.
        code: ``missing``, ``wrong_type``, ``unknown_choice`` or ``unknown_field``.
        template: the sentence, with ``{field}`` and, for a choice, ``{choices}``.
        choices: what may be chosen.
    """

    name: str
    label: str
    code: str
    template: Label
    choices: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.template.format(field=self.label, choices=", ".join(self.choices))


def check_payload(spec: FormSpec, payload: Payload) -> tuple[Fault, ...]:
    """What keeps a paper of this form from being issued; empty: nothing."""
    faults = []
    for name, field in spec.fields.items():
        value = payload.get(name)
        if is_empty(value):
            if field.is_required:
                faults.append(
                    Fault(
                        name, field.label, "missing", label("errors", "Chưa có “{field}”. Hãy điền rồi làm lại.")
                    )
                )
        elif fault := _misfit(field, value):
            faults.append(fault)
    faults += [_unknown(name) for name in payload if name not in spec.fields]
    return tuple(faults)


def require_payload(spec: FormSpec, payload: Payload) -> None:
    """Refuse a payload that does not fit.

    Raises:
        UserError: ``form_incomplete``, with a message for each field.
    """
    faults = check_payload(spec, payload)
    if faults:
        raise UserError(
            "form_incomplete",
            label("errors", "Chưa lập được {form} ({title}): {faults} Hãy sửa các mục đó rồi làm lại."),
            fields={fault.name: Label("errors", fault.message) for fault in faults},
            form=spec.id,
            title=spec.title,
            faults=" ".join(fault.message for fault in faults),
        )


def _unknown(name: str) -> Fault:
    template = label("errors", "Biểu mẫu không có mục “{field}”. Hãy bỏ mục này.")
    return Fault(name, name, "unknown_field", template)


def _misfit(field: FieldSpec, value: Value) -> Fault | None:
    if not _fits(field.type, value):
        return Fault(field.name, field.label, "wrong_type", _WRONG[field.type])
    known = field.choices or {}
    chosen = (value,) if isinstance(value, str) else value
    is_chosen = field.type in {FieldType.CHOICE, FieldType.CHOICES} and isinstance(chosen, Sequence)
    if not is_chosen or all(one in known for one in chosen):  # type: ignore[union-attr] # asked just before
        return None
    template = label("errors", "“{field}” phải là một trong: {choices}.")
    return Fault(field.name, field.label, "unknown_choice", template, tuple(known.values()))


def _fits(kind: FieldType, value: Value) -> bool:
    if kind in {FieldType.DATE, FieldType.BIRTH}:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return is_day or (kind is FieldType.BIRTH and isinstance(value, PartialDate))
    if kind is FieldType.DATETIME:
        return isinstance(value, datetime) and value.utcoffset() is not None
    if kind in {FieldType.LIST, FieldType.CHOICES}:
        return _is_many(value, str)
    if kind is FieldType.ROWS:
        return _is_many(value, Mapping)
    if isinstance(value, bool):
        return kind is FieldType.BOOL
    return isinstance(value, _PYTHON_TYPES[kind])


def _is_many(value: Value, of: type) -> bool:
    is_many = isinstance(value, Sequence) and not isinstance(value, str)
    return is_many and all(isinstance(one, of) for one in value)  # type: ignore[union-attr] # asked just before


_PYTHON_TYPES: dict[FieldType, tuple[type, ...]] = {
    FieldType.TEXT: (str,),
    FieldType.CHOICE: (str,),
    FieldType.BOOL: (bool,),
    FieldType.INT: (int,),
    FieldType.COUNT: (int,),
    FieldType.MONEY: (int,),
    FieldType.DECIMAL: (Decimal, int),
}
_TEXT = label("errors", "“{field}” phải là chữ.")
_WHOLE = label("errors", "“{field}” phải là số nguyên.")
_ONE = label("errors", "“{field}” phải là một lựa chọn trong danh sách.")
_WRONG: dict[FieldType, Label] = {
    FieldType.TEXT: _TEXT,
    FieldType.DATE: label("errors", "“{field}” phải là một ngày, dạng ngày/tháng/năm."),
    FieldType.BIRTH: label("errors", "“{field}” phải là ngày/tháng/năm, tháng/năm hoặc năm sinh."),
    FieldType.DATETIME: label("errors", "“{field}” phải có cả giờ và ngày."),
    FieldType.INT: _WHOLE,
    FieldType.COUNT: _WHOLE,
    FieldType.MONEY: label("errors", "“{field}” phải là số tiền nguyên, tính bằng đồng."),
    FieldType.DECIMAL: label("errors", "“{field}” phải là một số."),
    FieldType.LIST: label("errors", "“{field}” phải là danh sách các dòng chữ."),
    FieldType.ROWS: label("errors", "“{field}” phải là bảng gồm các dòng."),
    FieldType.BOOL: label("errors", "“{field}” phải là có hoặc không."),
    FieldType.CHOICE: _ONE,
    FieldType.CHOICES: _ONE,
}
