"""The verbs and where each is defined; a module is read only when its verb is called."""

import importlib
import keyword
from typing import Any

import click
from typing_extensions import override

from facility_app.app.cli.command import VerbFamily
from facility_app.kernel.labels import Label, label

VERBS: dict[str, tuple[str, Label]] = {
    "init": ("facility_app.app.cli.facility", label("cli", "Lập cơ sở mới")),
    "demo": ("facility_app.app.cli.demo", label("cli", "Lập một cơ sở giả định để dùng thử")),
    "search": ("facility_app.app.cli.search", label("cli", "Tìm người cai nghiện theo tên, mã hoặc số giấy tờ")),
    "import": (
        "facility_app.app.cli.imports",
        label("cli", "Nhập từ bảng tính: danh sách người cai nghiện, bảng mã bệnh; hoàn tác một lần nhập"),
    ),
    "stay": ("facility_app.app.cli.stay", label("cli", "Lần cai nghiện: quyết định, giai đoạn, thời hạn")),
    "term": (
        "facility_app.app.cli.term",
        label("cli", "Tính thời hạn từ các giá trị trong tệp, không cần dữ liệu"),
    ),
    "instrument": (
        "facility_app.app.cli.instrument",
        label("cli", "Thang đánh giá: danh sách, tính điểm từ các câu trả lời trong tệp"),
    ),
    "form": ("facility_app.app.cli.form", label("cli", "Biểu mẫu: danh sách, lập thành tệp PDF")),
    "house": ("facility_app.app.cli.house", label("cli", "Chỗ ở: bảng giường, xếp giường, kiểm tra")),
    "pharmacy": (
        "facility_app.app.cli.pharmacy",
        label("cli", "Thuốc: tồn kho, sổ thuốc phải kiểm soát đặc biệt"),
    ),
    "mar": ("facility_app.app.cli.mar", label("cli", "Phiếu dùng thuốc: liều đến giờ, ghi kết quả liều")),
    "export": (
        "facility_app.app.cli.export",
        label("cli", "Xuất dữ liệu ra tệp không mã hóa, có lý do và nhật ký"),
    ),
    "discharge": ("facility_app.app.cli.discharge", label("cli", "Ra cơ sở: việc còn mở, bộ hồ sơ bàn giao")),
    "sync": (
        "facility_app.app.cli.sync_answers",
        label("cli", "Gói dữ liệu gửi tỉnh: tình hình, xuất, nhận biên nhận, kiểm tra, khóa, danh sách tin cậy"),
    ),
    "receiver": (
        "facility_app.app.cli.receiver",
        label("cli", "Nơi nhận của tỉnh: lập, ghi danh cơ sở, nhận gói, biên nhận, theo dõi"),
    ),
    "check": ("facility_app.app.cli.check", label("cli", "Kiểm tra tệp dữ liệu và máy")),
    "migrate": ("facility_app.app.cli.facility", label("cli", "Nâng cấp dữ liệu lên cấu trúc mới nhất")),
    "backup": ("facility_app.app.cli.backup", label("cli", "Sao lưu và kiểm tra bản sao lưu")),
    "restore": ("facility_app.app.cli.backup", label("cli", "Khôi phục một bản sao lưu vào thư mục mới")),
    "rekey": ("facility_app.app.cli.keys", label("cli", "Đổi khóa dữ liệu hoặc khóa khôi phục")),
    "user": ("facility_app.app.cli.user", label("cli", "Tài khoản người dùng")),
    "audit": ("facility_app.app.cli.audit", label("cli", "Nhật ký")),
}


class Program(VerbFamily):
    """All verbs, found by name in ``VERBS``."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(VERBS[cmd_name][0])
        # A verb that is a word of Python's own stands there with an underscore.
        command: Any = getattr(module, f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table above names commands only
        return command

    @override
    def help_of(self, ctx: click.Context, name: str) -> str:
        return VERBS[name][1]
