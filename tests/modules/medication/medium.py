"""A medium the head named for the sheet for a blackout, in a folder of the test's own."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from facility_app.app import kit_medium
from facility_app.app.kit_shop import KIT_PRESS, KitWritten, write_kit
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.modules.medication.queries.kit import KitRow, find_kit
from facility_app.modules.medication.service.kit import NameKit, name_kit, offer_kit
from tests.modules.medication.ward import Ward

HOURS = "06:00 18:00"


@dataclass
class Kit:
    """A medium the head named; ``word`` as it was shown."""

    ward: Ward
    folder: Path
    kit_id: str
    word: str

    @property
    def sheet(self) -> Path:
        """Where the sheet lies."""
        return self.folder / kit_medium.SHEET

    def write(self) -> KitWritten:
        """The nurse writes it."""
        return write_kit(self.ward.facility.database, self.ward.actor("nurse"))

    def refused(self) -> str:
        """The code of why it cannot be written."""
        with pytest.raises((EnvironmentFault, UserError)) as told:
            self.write()
        assert "{" not in told.value.message
        return told.value.code

    def row(self) -> KitRow:
        """How it stands."""
        found = self.ward.read(find_kit, by="nurse")
        assert found is not None
        return found

    def tasks(self) -> list[str]:
        """States of the tasks about it."""
        return [one for (one,) in self.ward.sql("SELECT status FROM task WHERE kind = 'medication.kit_missing'")]

    def written(self) -> int:
        """How often writing was begun."""
        ((count,),) = self.ward.sql("SELECT count(*) FROM audit_entry WHERE verb = 'medication.begin_kit'")
        return int(count)

    def belongs_elsewhere(self) -> None:
        """It is the medium of another machine from now on."""
        assert self.ward.pharmacy.below("UPDATE blackout_kit SET device = 'MAY-TRUC-2'") == ""

    def text(self) -> str:
        """What stands on it, by its word."""
        opened = pypdfium2.PdfDocument(self.sheet, password=self.word)
        said = "".join(page.get_textpage().get_text_range() for page in opened)
        opened.close()
        return " ".join(said.split())


def named(ward: Ward, folder: Path) -> Kit:
    """Name a medium, as the screen does it."""
    folder.mkdir(exist_ok=True)
    kit_id, word = ward.read(offer_kit, by="head")
    KIT_PRESS.claim(str(folder), kit_id)
    ward.write(name_kit, NameKit(kit_id, str(folder), KIT_PRESS.lock_of(word), HOURS), by="head")
    return Kit(ward, folder, kit_id, word)
