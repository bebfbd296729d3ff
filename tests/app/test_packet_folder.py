"""Bộ hồ sơ trên đĩa: a folder holds exactly one packet, and a packet is whole or not there."""

from datetime import datetime
from pathlib import Path

import pytest
from typing_extensions import override

from facility_app.app.packet_folder import save_packets
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label
from facility_app.modules.discharge.domain.packet import PacketPart
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.ui.tasks import Progress

AT = datetime(2028, 8, 1, 9, 5, tzinfo=LOCAL)
AN, BINH = "26-0001.1", "26-0002.1"


def file(name: str) -> PacketFile:
    return PacketFile(PacketPart.INDEX, name, "", "", name.encode(), 1, "")


class Silent(Progress):
    """Says nothing; stops where it was told to."""

    def __init__(self, stop_at: int = 99) -> None:
        self.left = stop_at

    @override
    def tell(self, done: int, total: int | None = None, words: Label | None = None) -> None: ...

    @override
    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt


def tree(folder: Path) -> dict[str, list[str]]:
    return {one.name: sorted(inner.name for inner in one.iterdir()) for one in folder.iterdir()}


def test_a_packet_saved_again_lies_beside_the_former_one_and_never_among_its_files(tmp_path: Path) -> None:
    first = [(AN, file("00-a.pdf")), (AN, file("01-b.pdf")), (BINH, file("00-a.pdf"))]
    assert save_packets(tmp_path, first, AT, Silent()) == 3
    for _ in range(2):
        save_packets(tmp_path, [(AN, file("00-c.pdf"))], AT, Silent())
    assert tree(tmp_path) == {
        "26-0001.1": ["00-a.pdf", "01-b.pdf"],
        "26-0002.1": ["00-a.pdf"],
        "26-0001.1 01-08-2028 09h05": ["00-c.pdf"],
        "26-0001.1 01-08-2028 09h05 (2)": ["00-c.pdf"],
    }


def test_a_packet_that_was_stopped_leaves_nothing_of_itself(tmp_path: Path) -> None:
    files = [(AN, file("00-a.pdf")), (BINH, file("00-a.pdf")), (BINH, file("01-b.pdf"))]
    with pytest.raises(KeyboardInterrupt):
        save_packets(tmp_path, files, AT, Silent(2))
    assert tree(tmp_path) == {"26-0001.1": ["00-a.pdf"]}


def test_a_folder_that_cannot_be_made_is_told_by_its_name(tmp_path: Path) -> None:
    there = tmp_path / "file"
    there.write_text("")
    with pytest.raises(FacilityError) as told:
        save_packets(there, [(AN, file("00-a.pdf"))], AT, Silent())
    assert told.value.code == "folder_not_made"
    assert "26-0001.1" in told.value.message
