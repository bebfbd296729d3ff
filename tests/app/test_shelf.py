"""The shipped lists are read once, and a damaged one is named, not guessed."""

from pathlib import Path

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.errors import EnvironmentFault
from facility_app.modules.catalogues.domain import english_of_lists, from_shelf, read_gazetteer, read_special_days


def test_a_list_is_read_once(tmp_path: Path) -> None:
    tmp_path.joinpath("a.csv").write_text("một", encoding="utf-8")
    read: list[str] = []
    shelf = ResourceShelf(tmp_path)

    def once(text: str) -> int:
        read.append(text)
        return len(read)

    assert [shelf.take("a", once), shelf.take("a", once)] == [1, 1]
    assert read == ["một"]


@pytest.mark.parametrize(
    "content", [None, b"\xff\xfe", b"day,kind,name\n2026-01-01,off,x\n", b"day,kind\nx,off\n"]
)
def test_a_missing_or_damaged_list_is_a_fault_that_names_the_file(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        tmp_path.joinpath("working_days.csv").write_bytes(content)
    with pytest.raises(EnvironmentFault) as refused:
        ResourceShelf(tmp_path).take("working_days", read_special_days)
    assert refused.value.code == "list_unreadable"
    assert "working_days.csv" in refused.value.message


def test_without_a_shelf_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(RuntimeError, match="administrative_units"):
        from_shelf(None, "administrative_units", read_gazetteer)


def test_the_lists_bring_their_english_along() -> None:
    english = english_of_lists(ResourceShelf(resources_folder() / "catalogues"))
    assert english["catalogues", "Nữ"] == "Female"
    assert english["catalogues", "Mức lương cơ sở"] == "Base salary"
    assert {context for context, _ in english} == {"catalogues"}
