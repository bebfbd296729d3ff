"""The form of somebody's own facts, and the way between what it shows and what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.choices import CodeList, find_entry
from facility_app.modules.residents.queries.person import ResidentDetail
from facility_app.modules.residents.ui.fields import Birth, BirthField, code_field
from facility_app.modules.residents.ui.life_books import whole
from facility_app.modules.residents.ui.words import options
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

CODED: Final[dict[str, tuple[Label, CodeList]]] = {
    "nationality": (label("terms", "Quốc tịch"), CodeList.NATIONALITY),
    "ethnicity": (label("terms", "Dân tộc"), CodeList.ETHNICITY),
    "religion": (label("terms", "Tôn giáo"), CodeList.RELIGION),
    "education_level": (label("terms", "Trình độ học vấn"), CodeList.EDUCATION),
    "employment": (label("terms", "Tình trạng việc làm"), CodeList.EMPLOYMENT),
    "marital_status": (label("terms", "Tình trạng hôn nhân"), CodeList.MARITAL_STATUS),
    "policy_group": (label("terms", "Đối tượng chính sách"), CodeList.POLICY_GROUP),
}
"""Facts that are entries of shipped lists."""
PLAIN: Final[dict[str, Label]] = {
    "name": label("terms", "Họ và tên"),
    "sex": label("terms", "Giới tính"),
    "body_sex": label("residents", "Giới tính sinh học"),
    "occupation": label("terms", "Nghề nghiệp"),
    "skill": label("terms", "Trình độ chuyên môn"),
    "diplomas": label("terms", "Văn bằng, chứng chỉ"),
    "height_cm": label("residents", "Chiều cao (cm)"),
    "weight_kg": label("residents", "Cân nặng (kg)"),
    "note": label("terms", "Ghi chú"),
}
BIRTH = label("terms", "Ngày sinh")


@dataclass(frozen=True, slots=True, repr=False)
class IdentityView:
    """A person's own facts as forms show them; ``birth`` is the day or the year alone."""

    name: str | None = None
    sex: Sex | None = None
    birth: Birth | None = None
    body_sex: Sex | None = None
    nationality: str | None = None
    ethnicity: str | None = None
    religion: str | None = None
    policy_group: str | None = None
    education_level: str | None = None
    diplomas: str | None = None
    occupation: str | None = None
    skill: str | None = None
    employment: str | None = None
    marital_status: str | None = None
    height_cm: int | None = None
    weight_kg: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's facts with the words of their codes.

    Attributes:
        words: field name → the words of the code it holds.
    """

    detail: ResidentDetail
    words: Mapping[str, str] = field(repr=False)


def identity_of(uow: Any, detail: ResidentDetail) -> Identity:
    """Look up the words of the codes."""
    texts = {}
    for name, (_head, which) in CODED.items():
        code = getattr(detail.person, name)
        found = find_entry(uow, which, code) if code else None
        texts[name] = (code or "") if found is None else tr(found.text)
    return Identity(detail, texts)


def view_of(person: Person) -> IdentityView:
    """The facts as the form shows them."""
    known = {one.name: getattr(person, one.name) for one in fields(IdentityView) if one.name != "birth"}
    birth = None if person.birth_year is None else Birth(person.birth_on, person.birth_year)
    return IdentityView(**known, birth=birth)


def person_of(values: Mapping[str, Any]) -> Person:
    """The facts as typed; names of ``values`` that are no facts are left alone."""
    names = {one.name for one in fields(Person)} & set(values)
    facts = {name: values[name] for name in names}
    birth: Birth | None = values.get("birth")
    if birth is not None:
        facts |= {"birth_on": birth.on, "birth_year": birth.year}
    facts["name"] = values["name"] or ""
    for name in ("sex", "body_sex"):
        facts[name] = Sex(facts[name]) if facts.get(name) else None
    for name in ("height_cm", "weight_kg"):
        facts[name] = whole(facts.get(name))
    return Person(**facts)


def coded(context: PageContext, name: str) -> LookupField:
    """The field of a fact that is an entry of a list."""
    head, which = CODED[name]
    return code_field(context, name, head, which)


def sex_field() -> CodeField:
    """Nam or Nữ."""
    return CodeField("sex", PLAIN["sex"], options=options(SEX_LABELS), is_required=True)


def birth_field(context: PageContext) -> BirthField:
    """The day or the year."""
    return BirthField("birth", BIRTH, today=context.today, is_required=True)


def identity_form(context: PageContext) -> Form[Any]:
    """Every fact of a person, for correcting."""
    form: Form[IdentityView] = Form(IdentityView, with_bar=False)
    form.add(
        NameField("name", PLAIN["name"], is_required=True), birth_field(context), sex_field(), spans=(6, 3, 3)
    )
    form.add(coded(context, "nationality"), coded(context, "ethnicity"), coded(context, "religion"))
    form.add(
        coded(context, "education_level"),
        TextField("skill", PLAIN["skill"]),
        TextField("diplomas", PLAIN["diplomas"]),
    )
    form.add(
        TextField("occupation", PLAIN["occupation"]),
        coded(context, "employment"),
        coded(context, "marital_status"),
    )
    form.add(
        coded(context, "policy_group"),
        NumberField("height_cm", PLAIN["height_cm"]),
        NumberField("weight_kg", PLAIN["weight_kg"]),
        CodeField(
            "body_sex",
            PLAIN["body_sex"],
            options=options(SEX_LABELS),
            hint=label("residents", "Chỉ ghi khi khác giấy tờ; quyết định khu ở."),
        ),
        spans=(4, 2, 2, 4),
    )
    form.add(NoteField("note", PLAIN["note"], lines=2))
    return form
