"""The tab of changes: what stands in its columns is read without widening them."""

import pytest
from PySide6.QtGui import QFontMetrics

from facility_app.modules.residents.ui.changes_tab import changes_spec
from facility_app.ui.lists.delegate import PAD
from facility_app.ui.theme import Theme


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_instant_of_a_change_is_read_whole_whatever_its_digits(theme: Theme, scale: float) -> None:
    theme.set(scale=scale)
    column = changes_spec("r").column("at")
    assert column is not None
    metrics = QFontMetrics(theme.font())
    widest = max(metrics.horizontalAdvance(f"{d}{d}/{d}{d}/{d * 4} {d}{d}:{d}{d}") for d in "0123456789")
    assert widest + 2 * theme.px(PAD) <= theme.px(column.width)
