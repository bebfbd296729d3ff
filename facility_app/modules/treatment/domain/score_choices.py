"""Choices about instruments: the bands of CIWA-Ar a facility reads, and which instruments are of psychiatry."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope

CIWA: Final = "CIWA-Ar"
CIWA_SETS: Final = ("camcops", "asam")
CIWA_BANDS: Final = Setting(
    "treatment.ciwa_bands",
    CIWA_SETS[0],
    label("settings", "Bộ mức độ của thang CIWA-Ar (một bộ cho cả cơ sở)"),
    SettingScope.FACILITY,
    lambda chosen: chosen in CIWA_SETS,
)
PSYCHIATRIC: Final = frozenset({"PHQ-9", "GAD-7", "BPRS", "C-SSRS"})
"""Their answers are psychiatric notes: whoever reads vital signs alone does not see them."""
SUICIDE_RISK: Final = "suicide_risk"
"""The alert that opens a watch in the same transaction, whoever scored."""
