"""An allergy on the open side whose words reveal HIV by now goes behind the wall, words and all."""

from facility_app.db.frozen import HIDDEN
from facility_app.db.hiding import hide_words
from facility_app.db.settings_store import put_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.medication.domain import KEEP_ALLERGIES
from facility_app.modules.medication.domain.revealing import LOOKED_AT_BY, names_digest
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.hidden import Telling
from facility_app.modules.medication.tables import PrivateAllergy

WORDS = ("substance", "reaction", "group_code")
FACTS = ("resident_id", "substance", "group_code", "reaction", "severity", "is_certain", "noted_on")


def hide_allergies(uow: UnitOfWork) -> int:
    """Move every allergy that tells by now to its own table; the program does it when it opens a file.

    The row it stood in is struck out and its words go: a column travels by its class, whatever is written in it.
    The trail keeps what it has, which nobody is shown, and gets no copy of the words.

    Returns:
        How many were moved; those struck out before only lose their words.
    """
    require(uow, KEEP_ALLERGIES)
    with uow.act("medication.hide_allergies") as act:
        put_setting(uow, act, LOOKED_AT_BY, names_digest(known_brands(uow)))
        moved = 0
        for one in Telling(uow).rows():
            if one.voided_at is None:
                uow.add(PrivateAllergy(**{name: getattr(one, name) for name in FACTS}))
                # Why it was struck out is read where it stood: it may not say what was there.
                uow.void(one, HIDDEN)
                moved += 1
            hide_words(uow, act, one, WORDS)
        return moved
