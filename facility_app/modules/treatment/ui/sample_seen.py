"""The test selected, and why a step cannot be done with it now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.drug_tests import TELLING_LABELS, Panel
from facility_app.modules.treatment.domain.samples import TEST_STATE_LABELS, TestStep, awaits_decision, is_open_to
from facility_app.modules.treatment.queries.drug_tests import KitRow, list_kits
from facility_app.modules.treatment.queries.samples import SampleCard, get_sample, list_panels
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE

NOT_YET = label("treatment", "Bước này chưa đến, hoặc đã xong. Tình trạng: {state}.")
NO_DECISION = label("treatment", "Không có gì phải quyết định: {law}")
PICTURE_THERE = label("treatment", "Đã có ảnh khay thử; ảnh đã ghi thì giữ nguyên.")
NO_PICTURE = label("treatment", "Chưa có ảnh khay thử.")
GONE = label("treatment", "Mẫu đã hủy ngày {day}.")
ASKED = label("treatment", "Đã lập xét nghiệm khẳng định cho mẫu này.")
OF_SAMPLE = frozenset({TestStep.CONFIRM, TestStep.HAND_ON, TestStep.DISPOSE})
"""Steps that need the sample itself."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A test with the kits and panels at hand."""

    card: SampleCard = field(repr=False)
    kits: tuple[KitRow, ...]
    panels: Mapping[str, Panel]

    def why_not_now(self, step: TestStep) -> str | None:
        """Why this step is not to be done now; None when it is."""
        test = self.card.row.test
        if step in OF_SAMPLE and test.disposed_on is not None:
            return tr(GONE, day=format_date(test.disposed_on))
        if step is TestStep.CONFIRM and self.card.is_asked:
            return tr(ASKED)
        if step is TestStep.ATTACH and test.photo_sha256 is not None:
            return tr(PICTURE_THERE)
        if step is TestStep.LOOK:
            return tr(NO_PICTURE) if test.photo_sha256 is None else None
        state = self.card.row.state
        return None if is_open_to(step, state) else tr(NOT_YET, state=TEST_STATE_LABELS[state])

    def why_no_telling(self) -> str | None:
        """Why nobody decides about telling now; None when the head does."""
        if awaits_decision(self.card.telling, self.card.row.test.is_told):
            return None
        return tr(NO_DECISION, law=TELLING_LABELS[self.card.telling])


def why_not_now(seen: "Seen | None", step: TestStep) -> str | None:
    """Why this step is not to be done with what is selected."""
    return tr(CHOOSE) if seen is None else seen.why_not_now(step)


def read_seen(test_id: str, uow: Any) -> Seen:
    """One test, with the kits that may be used today."""
    panels = {one.code: one for one in list_panels(uow)}
    return Seen(get_sample(uow, test_id), list_kits(uow, usable_on=local_date(uow.now)), panels)
