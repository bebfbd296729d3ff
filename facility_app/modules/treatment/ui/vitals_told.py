"""What is said of a line that was just saved: its score, and everything that must be told at once."""

from datetime import datetime

from facility_app.kernel.labels import label
from facility_app.modules.treatment.service.measuring import Measured
from facility_app.modules.treatment.ui.record_words import at_soon, first_words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

SAVED = label("treatment", "Đã lưu {name}.")
AGAIN_AT = label("treatment", "Đo lại trước {at}.")
SAVED_NEWS = label("treatment", "Đã lưu {name}: NEWS2 {total}, {band}.")


def saved_words(name: str, made: Measured, now: datetime) -> tuple[str, Tone]:
    """The sentence with its tone: a warning where a limit was passed."""
    band, told = made.news2.band, [tr(one.rule.text) for one in made.alerts]
    said = tr(SAVED, name=name)
    if band is not None and made.news2.total is not None:
        said = tr(SAVED_NEWS, name=name, total=made.news2.total, band=first_words(tr(band.text.vi)))
    told += [tr(one.rule.text.vi) for one in made.news2.alerts if one.rule is not None]
    if made.again_at is not None:
        told.append(tr(AGAIN_AT, at=at_soon(made.again_at, now)))
    # What a limit and the score both ring for is said once.
    return " ".join((said, *dict.fromkeys(told))), Tone.WARNING if told else Tone.OK
