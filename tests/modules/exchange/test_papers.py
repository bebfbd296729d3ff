"""The paper in the envelope says what the file is and proves it, and names nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.app.registry import table_owners
from facility_app.documents.payload import PlainPaper, Qr
from facility_app.kernel.errors import UserError
from facility_app.modules.exchange.papers import Medium, in_fours, slip_paper
from facility_app.sync import signing, slips
from facility_app.sync.slips import Slip
from tests.documents.papers import assert_golden, printed
from tests.helpers.cases import each
from tests.helpers.exchange import SENDER, Province, enrolled, exported, named
from tests.helpers.facility import Facility, founded
from tests.modules.exchange.test_export import write_rows

SECRET, PUBLIC = bytes(range(32)), signing.public_of(bytes(range(32)))
SLIP = Slip("G01.79.1", 2, 412, "ab" * 32)


@pytest.fixture(scope="module")
def facility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    yield from founded(tmp_path_factory.mktemp("slips"))


def test_the_code_of_a_paper_is_read_back_and_only_when_its_facility_signed_it() -> None:
    text = slips.written(SLIP, SECRET)
    assert slips.read(text, PUBLIC) == SLIP
    with pytest.raises(ValueError, match="not signed"):
        slips.read(text, bytes(32))


@each(
    ("old", "new"),
    [
        ("GOI1", "GOI2"),
        ("|412|", "|413|"),
        ("|2|", "|3|"),
        ("abab", "abac"),
        ("G01.79.1", "G01.79.2"),
        ("|412|", "|41²|"),
        ("|412|", "||"),
        ("|412|", "|412|1|"),
    ],
)
def test_a_code_of_which_a_word_was_changed_is_refused(old: str, new: str) -> None:
    with pytest.raises(ValueError, match=r"code|signed"):
        slips.read(slips.written(SLIP, SECRET).replace(old, new, 1), PUBLIC)


def test_the_paper_tells_the_file_and_nobody(facility: Facility, tmp_path: Path) -> None:
    named(facility.database, facility.admin)
    keys = enrolled(facility.database, Province())
    write_rows(facility, range(3), "Khu Nguyễn Văn A")
    (part,) = exported(facility.database, tmp_path)
    paper = paper_of(facility, Medium("Thẻ số 3", "1A2B-3C4D", "facility_app/1"))
    words = " ".join(printed(paper).split())
    sha = in_fours(part.sha256)
    # What chance and the cipher make is no part of what was read and found right.
    size = f"{part.size:,}".replace(",", ".")
    told = words.replace(sha, "HASH").replace(size, "SIZE")
    assert told.count("HASH") == told.count("SIZE") == 1
    assert_golden([told], "exchange_slip")
    assert "Nguyễn" not in words
    (code,) = [one for one in paper.blocks if isinstance(one, Qr)]
    assert slips.read(code.content, keys.signing) == Slip(facility.database.home, 1, 1, part.sha256)
    with facility.database.read(SENDER) as uow, pytest.raises(UserError) as refused:
        slip_paper(uow, "9.9/P2", {}, Medium())
    assert refused.value.code == "slip_unknown"


def paper_of(facility: Facility, medium: Medium) -> PlainPaper:
    with facility.database.read(SENDER) as uow:
        return slip_paper(uow, " 1.1/P2", table_owners(), medium)
