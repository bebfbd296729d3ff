"""Verbs over the facility as a whole: init, migrate."""

from contextlib import ExitStack
from pathlib import Path

import click

from facility_app.app import care
from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.once import NO_FACILITY, RECOVERY_OUT, RecoveryPaper
from facility_app.app.cli.usage import PATH
from facility_app.app.founding import Founding, found
from facility_app.app.paths import state_folder
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode
from facility_app.modules.catalogues.domain import UnitKind


@click.command(cls=VerbCommand, help=label("cli", "Lập cơ sở mới"))
@click.option("--name", cls=VerbOption, required=True, help=label("cli", "tên cơ sở"))
@click.option("--code", cls=VerbOption, required=True, help=label("cli", "mã cơ sở, ví dụ G01.28.12"))
@click.option("--province", cls=VerbOption, required=True, help=label("cli", "mã tỉnh, hai chữ số"))
@click.option(
    "--unit-kind",
    cls=VerbOption,
    type=click.Choice([kind.value for kind in UnitKind]),
    default=UnitKind.PUBLIC.value,
    help=label("cli", "loại cơ sở: công lập, trường giáo dưỡng hay tư nhân"),
)
@click.option(
    "--admin",
    cls=VerbOption,
    required=True,
    help=label(
        "cli",
        "tên tài khoản của quản trị viên đầu tiên",
    ),
)
@click.option(
    "--recovery-out",
    cls=VerbOption,
    type=PATH,
    help=RECOVERY_OUT,
)
@click.option(
    "--secret-mode",
    cls=VerbOption,
    type=click.Choice([mode.value for mode in SecretMode]),
    help=label("cli", "nơi giữ khóa thiết bị: kho khóa của hệ điều hành (keyring) hoặc tệp (file, yếu hơn)"),
)
@click.pass_obj
def init(
    frame: Frame,
    name: str,
    code: str,
    province: str,
    unit_kind: str,
    admin: str,
    recovery_out: Path | None,
    secret_mode: str | None,
) -> None:
    """Make a new facility and its first administrator; the recovery key is shown once."""
    password = frame.new_password(frame.password_file, "--password-file")
    mode = None if secret_mode is None else SecretMode(secret_mode)
    wish = Founding(code, name, province, UnitKind(unit_kind), admin, password, mode)
    with (
        RecoveryPaper(
            frame, recovery_out, lambda _error: not frame.folder.database.exists(), NO_FACILITY
        ) as paper,
        ExitStack() as waiting,
    ):
        waiting.enter_context(frame.waiting(label("cli", "Đang lập cơ sở…")))
        # What moves on the screen would write over the key.
        paper.before = waiting.close
        made = found(frame.folder, wish, state_folder(), frame.kdf, keep=paper.keep)
        paper.counts()
    words = frame.words
    if made.secret_mode is SecretMode.FILE:
        frame.tell(
            words(
                label(
                    "cli",
                    "Khóa thiết bị nằm trong một tệp, không nằm trong kho khóa của hệ điều hành (chế độ yếu hơn).",
                )
            )
        )
    frame.answer(
        {
            "facility": {
                "code": made.facility.code,
                "name": made.facility.name,
                "province": made.facility.province_code,
                "unit_kind": made.facility.unit_kind.value,
            },
            "db": str(made.database),
            "recovery_key_shown": True,
            "recovery_key_at": paper.place,
            "secret_mode": made.secret_mode.value,
        },
        words.fill(
            label("cli", "Đã lập cơ sở {name} (mã {code}). Dữ liệu: {db}"),
            {"name": made.facility.name, "code": made.facility.code, "db": made.database},
        ),
        *filter(None, [paper.words]),
        words(
            label(
                "cli",
                "In khóa khôi phục và cất trong két: quên mật khẩu hoặc đổi máy mà không có khóa này thì không ai "
                "mở được dữ liệu.",
            )
        ),
        lost=label(
            "errors",
            "Đã lập cơ sở, nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Nếu chưa đọc được khóa khôi "
            "phục thì lập khóa mới: rekey --recovery --reason LÝ_DO.",
        ),
    )


@click.command(cls=VerbCommand, help=label("cli", "Nâng cấp dữ liệu lên cấu trúc mới nhất"))
@click.pass_obj
def migrate(frame: Frame) -> None:
    """Bring the file to the newest schema, with a verified backup first."""
    who = frame.credentials()
    with frame.waiting(label("cli", "Đang sao lưu và nâng cấp…")):
        done = care.upgrade(frame.folder, who, state_folder(), frame.kdf)
    sentence = (
        label("cli", "Dữ liệu đã ở cấu trúc mới nhất ({after}); không có gì để làm.")
        if done.backup is None
        else label("cli", "Đã nâng cấp từ {before} lên {after}. Bản sao lưu trước khi nâng cấp: {backup}")
    )
    backup = None if done.backup is None else str(done.backup)
    frame.answer(
        {"from": done.before, "to": done.after, "backup": backup},
        frame.words.fill(sentence, {"before": done.before, "after": done.after, "backup": done.backup}),
    )
