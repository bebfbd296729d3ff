"""Every file of the packets to the disk, each packet in a folder of its own named by the stay."""

from collections.abc import Sequence
from pathlib import Path

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.modules.discharge.ui.packet_model import Leaving
from facility_app.ui.printing.saving import plain_name, write_pdf
from facility_app.ui.tasks import Progress

SAVING = label("discharge", "Đang lưu…")


def save_files(folder: Path, files: Sequence[tuple[Leaving, PacketFile]], progress: Progress) -> int:
    """Write them, whole or not at all each; answers how many. On a working thread.

    Raises:
        EnvironmentFault: ``folder_not_made``, ``disk_full``, ``file_not_written``.
    """
    for number, (person, file) in enumerate(files):
        progress.check()
        progress.tell(number, len(files), SAVING)
        place = folder / plain_name(person.code).removesuffix(".pdf")
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnvironmentFault(
                "folder_not_made",
                label(
                    "errors", "Không tạo được thư mục {folder}. Hãy chọn thư mục khác, hoặc xem ổ đĩa có bị khóa."
                ),
                folder=place.name,
            ) from error
        write_pdf(file.content, place / plain_name(file.name))
    return len(files)
