"""What the palette offers to begin from anywhere: pages where something is done and nobody is chosen before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.ui.shell.spec import PageSpec, Route, VerbSpec


@dataclass(frozen=True, slots=True)
class Beginning:
    """A page as the palette begins there.

    Attributes:
        page: its id; name, picture and right are the page's own.
        also: other words people look for it by.
    """

    page: str
    also: tuple[Label, ...] = ()


BEGINNINGS: Final = (
    Beginning("residents.add", (label("ui", "thêm người, người mới, tiếp nhận, lập hồ sơ"),)),
    Beginning("correspondence.issue", (label("ui", "soạn quyết định, công văn, ban hành"),)),
    Beginning("correspondence.register", (label("ui", "nhận công văn, thêm văn bản đến"),)),
    Beginning("discharge.tomorrow", (label("ui", "ra ngày mai, danh sách 20 giờ"),)),
    Beginning("deposits.months", (label("ui", "đóng sổ tháng"),)),
    Beginning("intake.imports", (label("ui", "hoàn tác nhập, lần nhập trước"),)),
    Beginning("staff.certificates", (label("ui", "hạn chứng chỉ"),)),
    Beginning("tasks.list", (label("ui", "tất cả công việc"),)),
)
"""In the order the palette shows them."""


def verbs_of(pages: Iterable[PageSpec]) -> tuple[VerbSpec, ...]:
    """What can be begun on ``pages``, each with the right of its page; a page that is not there is left out."""
    here = {spec.id: spec for spec in pages}
    found = [(one, here[one.page]) for one in BEGINNINGS if one.page in here]
    return tuple(
        VerbSpec(spec.id, spec.title, Route(spec.id), spec.icon, spec.permission, also=(*spec.also, *one.also))
        for one, spec in found
    )
