"""Which law a stay is finished under: people inside keep the old one (L25 Đ56.1), so both live side by side."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class LegalRegime(StrEnum):
    """Chế độ luật áp dụng: stands on every stay, set by the date of its decision, editable with a reason."""

    L2021 = "L2021"
    L2025 = "L2025"


REGIME_LABELS: dict[LegalRegime, Label] = {
    LegalRegime.L2021: label("terms", "Luật PCMT 2021"),
    LegalRegime.L2025: label("terms", "Luật PCMT 2025"),
}
