"""The sex that stands on somebody's papers: residents and staff are both asked for it, in the same two words."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class Sex(StrEnum):
    """Giới tính, as on the papers."""

    MALE = "male"
    FEMALE = "female"


SEX_LABELS: dict[Sex, Label] = {
    Sex.MALE: label("terms", "Nam"),
    Sex.FEMALE: label("terms", "Nữ"),
}
