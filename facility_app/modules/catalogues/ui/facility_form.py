"""The form of the facility's profile; saved with its version, so that nobody overwrites somebody else's change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import NAME_LIMIT, UNIT_KIND_LABELS, UnitKind
from facility_app.modules.catalogues.domain import Place as KnownPlace
from facility_app.modules.catalogues.domain.facility import LINE_LIMIT
from facility_app.modules.catalogues.queries import (
    FacilityRow,
    find_place,
    get_facility,
    list_communes,
    list_provinces,
    search_places,
)
from facility_app.modules.catalogues.service import EditFacility, edit_facility
from facility_app.ui.dialogs import Filing, FormDialog, Kept
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import Place, PlaceField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

EDIT = label("verbs", "Sửa hồ sơ cơ sở")
TEXT = label("catalogues_ui", "Mã {code} không đổi được: mọi dòng dữ liệu gửi đi đều mang mã này.")
NAME = label("catalogues_ui", "Tên cơ sở")
KIND = label("catalogues_ui", "Loại cơ sở")
PARENT = label("catalogues_ui", "Cơ quan chủ quản")
PARENT_HINT = label("catalogues_ui", "In phía trên tên cơ sở. Ví dụ: Công an tỉnh Phú Thọ")
ABBREVIATION = label("catalogues_ui", "Chữ viết tắt")
ABBREVIATION_HINT = label("catalogues_ui", "Phần của cơ sở trong số, ký hiệu văn bản. Ví dụ: CSCN1")
PLACE_NAME = label("catalogues_ui", "Địa danh trên văn bản")
PLACE_NAME_HINT = label("catalogues_ui", "Đứng trước ngày tháng. Ví dụ: Phú Thọ")
LIES_IN = label("catalogues_ui", "Nơi đặt cơ sở")
ADDRESS = label("catalogues_ui", "Địa chỉ")
PHONE = label("catalogues_ui", "Điện thoại")
MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Profile:
    """What the form shows."""

    name: str
    unit_kind: str
    commune_code: Place
    parent_name: str | None = None
    abbreviation: str | None = None
    place_name: str | None = None
    address: str | None = None
    phone: str | None = None


def profile_of(row: FacilityRow) -> Profile:
    """The profile as the form shows it."""
    return Profile(
        row.name,
        row.unit_kind.value,
        Place(row.province_code, row.commune_code),
        row.parent_name,
        row.abbreviation,
        row.place_name,
        row.address,
        row.phone,
    )


def ask_profile(context: PageContext, row: FacilityRow, parent: QWidget) -> FormDialog[Profile]:
    """Open the form over ``parent``; ``saved`` carries the profile as it is then."""
    filing: Filing[Profile] = Filing(key="catalogues.edit_facility", save=_save, again=_again)
    dialog: FormDialog[Profile] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        _form(context),
        filing,
        title=tr(EDIT),
        text=tr(TEXT, code=row.code),
        parent=parent,
    )
    dialog.open_with(profile_of(row), row.version)
    return dialog


def _form(context: PageContext) -> Form[Profile]:
    form: Form[Profile] = Form(Profile, with_bar=False)
    kinds = [(kind.value, text) for kind, text in UNIT_KIND_LABELS.items()]
    form.add(TextField("name", NAME, is_required=True, limit=NAME_LIMIT))
    form.add(
        CodeField("unit_kind", KIND, options=kinds, is_required=True),
        TextField("phone", PHONE, limit=LINE_LIMIT),
        spans=(7, 5),
    )
    form.add(TextField("parent_name", PARENT, hint=PARENT_HINT, limit=LINE_LIMIT))
    form.add(
        TextField("abbreviation", ABBREVIATION, hint=ABBREVIATION_HINT, limit=LINE_LIMIT),
        TextField("place_name", PLACE_NAME, hint=PLACE_NAME_HINT, limit=LINE_LIMIT),
    )
    form.add(
        PlaceField(
            "commune_code", LIES_IN, runner=context.runner, outer=provinces_like, inner=communes_like,
            find=place_choice,
        )
    )  # fmt: skip
    form.add(TextField("address", ADDRESS, limit=LINE_LIMIT))
    return form


def provinces_like(uow: Any, typed: str) -> Sequence[Choice]:
    """Provinces for the field; all of them for no text."""
    found = search_places(uow, typed, limit=MOST_PLACES) if typed.strip() else list_provinces(uow)
    return [Choice(one.code, one.full_name, one.code) for one in found if one.is_province]


def communes_like(uow: Any, province_code: str, typed: str) -> Sequence[Choice]:
    """Communes of a province; of the whole country while none is chosen."""
    if not typed.strip():
        return [_commune(one) for one in list_communes(uow, province_code)] if province_code else []
    found = search_places(uow, typed, province_code, MOST_PLACES)
    return [_commune(one) for one in found if not one.is_province]


def place_choice(uow: Any, code: str) -> Choice | None:
    """The words of a stored code."""
    found = find_place(uow, code)
    if found is None:
        return None
    return Choice(code, found.full_name, code) if found.is_province else _commune(found)


def _commune(place: KnownPlace) -> Choice:
    return Choice(place.code, place.full_name, place.province_name, place.province_code)


def _save(uow: Any, values: Mapping[str, Any], version: int) -> FacilityRow:
    place = values["commune_code"] or Place()
    return edit_facility(
        uow,
        EditFacility(
            version=version,
            name=values["name"],
            unit_kind=UnitKind(values["unit_kind"]),
            province_code=place.outer or "",
            commune_code=place.inner,
            parent_name=values["parent_name"],
            abbreviation=values["abbreviation"],
            place_name=values["place_name"],
            address=values["address"],
            phone=values["phone"],
        ),
    )


def _again(uow: Any) -> Kept[Profile]:
    row = get_facility(uow)
    return Kept(profile_of(row), row.version)
