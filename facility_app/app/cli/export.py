"""The verbs that take data out in clear: permission, reason and a row in the trail come first."""

from pathlib import Path
from typing import Final

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.targets import require_packet_target
from facility_app.app.cli.usage import PATH, Usage
from facility_app.app.fhir.elements import moment
from facility_app.app.fhir.folder import write_folder
from facility_app.app.fhir.gathering import Asked, begin, resources
from facility_app.kernel.labels import label
from facility_app.modules.access.api import GrantKind

GRANTS: Final = {kind.value.removeprefix("hiv_"): kind for kind in GrantKind}
"""What may be typed → the grant of the closed list."""


@click.group(cls=VerbFamily, help=label("cli", "Xuất dữ liệu ra tệp không mã hóa"))
def export() -> None:
    """Verbs about exports."""


@export.command(
    cls=VerbCommand, help=label("cli", "Xuất hồ sơ y tế theo FHIR R4 (NDJSON); tệp không mã hóa, được ghi nhật ký")
)
@click.option(
    "--stay", "code", cls=VerbOption, help=label("cli", "mã người hoặc mã lần cai nghiện; không ghi là tất cả")
)
@click.option("--out", cls=VerbOption, type=PATH, required=True, help=label("cli", "thư mục mới sẽ ghi các tệp"))
@click.option("--reason", cls=VerbOption, required=True, help=label("cli", "lý do xuất, ghi vào nhật ký"))
@click.option(
    "--drug-tests",
    "with_drug_tests",
    cls=VerbOption,
    is_flag=True,
    help=label("cli", "cả xét nghiệm chất ma túy; không tự đi kèm"),
)
@click.option(
    "--private",
    cls=VerbOption,
    type=click.Choice([*GRANTS]),
    help=label("cli", "cả phần chỉ người trong danh sách kín được biết; chỉ với --stay, ghi quyền được cấp"),
)
@click.pass_obj
def fhir(
    frame: Frame, code: str | None, out: Path, reason: str, with_drug_tests: bool, private: str | None
) -> None:
    """One person or everybody; what was asked for stands in the trail before anything is read."""
    if private is not None and code is None:
        raise Usage(label("cli", "{option} chỉ dùng cho một người. Hãy thêm --stay."), option="--private")
    require_packet_target(out, frame.data)
    asked = Asked(reason, code, with_drug_tests, None if private is None else GRANTS[private])
    with frame.facility() as opened:
        with opened.database.write(opened.actor) as uow:
            begun = begin(uow, asked)
            uow.commit()
        with opened.database.read(opened.actor) as uow:
            facts = {"transactionTime": moment(uow.now), "requiresAccessToken": False, "error": []}
            counts = write_folder(out.absolute(), resources(uow, begun), facts)
    total = sum(counts.values())
    said = frame.words.fill(
        label(
            "cli",
            "Đã ghi {count} mục vào {path}. Các tệp này KHÔNG mã hóa: giao đúng nơi được nhận, rồi xóa khỏi máy.",
        ),
        {"count": total, "path": out},
    )
    frame.answer(
        {"resources": counts, "out": str(out)}, said, *(f"  {kind}: {count}" for kind, count in counts.items())
    )
