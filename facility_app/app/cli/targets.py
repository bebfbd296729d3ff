"""Where papers are written to, looked at before a number is given or a print counted: nothing of worth is lost."""

import tempfile
from pathlib import Path
from typing import Final

from facility_app.app.cli.places import is_inside, require_place
from facility_app.db.durable import as_fault
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

PDF: Final = b"%PDF-"


def require_pdf_target(file: Path, data: Path) -> None:
    """Refuse a file that cannot be written, or that is something else than an earlier paper.

    Args:
        file: the PDF to be written.
        data: the data folder, in which nothing is written by hand.

    Raises:
        UserError: ``path_is_folder``, ``target_inside_data``, ``target_is_no_pdf``.
        EnvironmentFault: as ``require_place``; ``no_access``, ``disk_full``, ``disk_fault``.
    """
    require_place(file.absolute().parent)
    _require_outside(file, data)
    if file.is_dir():
        raise UserError(
            "path_is_folder",
            label("errors", "Đường dẫn {path} là một thư mục. Hãy nêu cả tên tệp PDF sẽ ghi."),
            path=file,
        )
    if file.exists() and not _is_pdf(file):
        raise UserError(
            "target_is_no_pdf",
            label(
                "errors",
                "Ở {path} đã có một tệp không phải PDF nên không ghi đè. Hãy chọn tên khác hoặc dời tệp đó.",
            ),
            path=file,
        )
    _require_writable(file.absolute().parent)


def require_packet_target(folder: Path, data: Path) -> None:
    """Refuse a folder that cannot be written, or in which papers of somebody else may lie.

    Raises:
        UserError: ``target_inside_data``, ``packet_folder_used``.
        EnvironmentFault: as ``require_pdf_target``.
    """
    require_place(folder)
    _require_outside(folder, data)
    try:
        is_used = folder.is_dir() and next(folder.iterdir(), None) is not None
    except OSError as error:
        raise as_fault(error, folder.name) from error
    if is_used:
        raise UserError(
            "packet_folder_used",
            label(
                "errors",
                "Thư mục {path} đã có tệp; giấy tờ của hai bộ hồ sơ không được lẫn vào nhau. Hãy chọn thư mục "
                "mới.",
            ),
            path=folder,
        )
    nearest = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir())
    _require_writable(nearest)


def _require_outside(path: Path, data: Path) -> None:
    if is_inside(path, data):
        raise UserError(
            "target_inside_data",
            label(
                "errors",
                "Không ghi giấy tờ vào thư mục dữ liệu {folder}: tệp ở đó không mã hóa và có thể đè lên dữ liệu. "
                "Hãy chọn nơi khác.",
            ),
            folder=data,
        )


def _is_pdf(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(len(PDF)) == PDF
    except OSError as error:
        raise as_fault(error, file.name) from error


def _require_writable(folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise as_fault(error, folder.name or str(folder)) from error
