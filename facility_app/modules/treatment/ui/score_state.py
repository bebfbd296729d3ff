"""A scoring under way, without a widget: the key of each answer, what is refused, and what it all comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.answers import in_units, read_answers
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.instrument_items import Item, Option, Value
from facility_app.modules.treatment.domain.scoring import Score, score
from facility_app.ui.i18n import refusal, tr

NEEDLESS = label("treatment", "không cần hỏi")
BETWEEN = label("treatment", "giữa hai mức")
_TEN: Final = 10


@dataclass(slots=True)
class Scoring:
    """Answers as they are given; every change is scored anew.

    Attributes:
        band_set: the bands the facility reads; None for the instrument's own.
        answers: item → its answer, a measured value as a number.
        from_vitals: items that vital signs answered and nobody changed.
    """

    instrument: Instrument
    band_set: str | None = None
    answers: dict[str, Value | Decimal] = field(default_factory=dict, repr=False)
    from_vitals: set[str] = field(default_factory=set, repr=False)

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions, in order."""
        return self.instrument.items

    def take_measured(self, measured: Mapping[str, object]) -> None:
        """Begin with what vital signs answer."""
        for key, value in measured.items():
            if isinstance(value, int | str | Decimal):
                self.answers[key] = value
                self.from_vitals.add(key)

    def result(self) -> Score:
        """What the answers come to."""
        return score(self.instrument, dict(self.answers), self.band_set)

    def choose(self, item: Item, option: Option) -> None:
        """Answer a question."""
        self._put(item.key, option.value)

    def clear(self, item: Item) -> None:
        """Take an answer back."""
        self.answers.pop(item.key, None)
        self.from_vitals.discard(item.key)

    def press(self, item: Item, key: str) -> str | None:
        """Answer by one key.

        Returns:
            Why it is not taken, in words; None when it was.
        """
        option = keys_of(item).get(key.lower())
        if option is not None:
            self.choose(item, option)
            return None
        return self._refusal(item, int(key) if key.isdecimal() else key)

    def type_in(self, item: Item, typed: str) -> str | None:
        """Answer a measured question; returns why it is not taken, or None."""
        if not typed.strip():
            self.clear(item)
            return None
        try:
            value: object = Decimal(typed.strip().replace(",", "."))
        except InvalidOperation:
            value = typed.strip()
        refused = self._refusal(item, value)
        if refused is None and isinstance(value, Decimal):
            self._put(item.key, value)
        return refused

    def shown(self, item: Item) -> str:
        """An answer in words; empty while there is none."""
        value = self.answers.get(item.key, item.default)
        if value is None:
            return tr(NEEDLESS) if self.is_needless(item) else ""
        if item.measure is not None:
            return str(value).replace(".", ",")
        option = next((one for one in item.options if one.value == value), None)
        if option is None:
            return str(value)
        text = option_words(option)
        return f"{value} · {text}" if isinstance(value, int) else text

    def is_needless(self, item: Item) -> bool:
        """Whether an earlier answer makes a question needless."""
        return any(
            item.key in items and self.answers.get(key) == value
            for key, value, items in self.instrument.plan.skips
        )

    def next_open(self, after: int) -> int | None:
        """The next question to be asked, from a place on, then from the top; None when all are answered."""
        places = [
            place
            for place, item in enumerate(self.items)
            if item.key not in self.answers and item.default is None and not self.is_needless(item)
        ]
        later = [place for place in places if place > after]
        return next(iter(later or places), None)

    def draft(self) -> dict[str, str]:
        """Answers somebody gave, as text."""
        return {key: str(value) for key, value in self.answers.items() if key not in self.from_vitals}

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring answers back; returns the names this instrument has no question for."""
        left_out = []
        for key, text in draft.items():
            item = self.instrument.plan.by_key.get(key)
            if item is None:
                left_out.append(key)
            elif item.measure is not None:
                self.type_in(item, text)
            else:
                option = next((one for one in item.options if str(one.value) == text), None)
                if option is not None:
                    self.choose(item, option)
        return tuple(left_out)

    def _put(self, key: str, value: Value | Decimal) -> None:
        self.answers[key] = value
        self.from_vitals.discard(key)

    def _refusal(self, item: Item, value: object) -> str | None:
        try:
            read_answers(self.instrument, {item.key: value})
        except UserError as refused:
            return refusal(refused)
        return None


def keys_of(item: Item) -> dict[str, Option]:
    """Key on the keyboard → the answer it gives; a score is given by its own digit."""
    found: dict[str, Option] = {}
    for place, option in enumerate(item.options):
        for key in (*_wishes(option), *(str(one) for one in range(place, _TEN))):
            if key not in found:
                found[key] = option
                break
    return found


def key_of(item: Item, option: Option) -> str:
    """The key of one answer."""
    return next((key for key, one in keys_of(item).items() if one is option), "")


def option_words(option: Option) -> str:
    """What an answer means."""
    return tr(option.text.vi) if option.text.vi else tr(BETWEEN)


def item_number(item: Item) -> str:
    """How a question is called among the others."""
    return item.key.partition(":")[0] if item.part else item.key


def item_words(instrument: Instrument, item: Item) -> str:
    """A question, with the part it belongs to."""
    text = tr(item.text.vi)
    return f"{tr(instrument.parts[item.part].text.vi)}: {text}" if item.part in instrument.parts else text


def limits_of(item: Item) -> str:
    """The least and the greatest value of a measured question, with its unit."""
    measure = item.measure
    if measure is None:
        return ""
    least, most = (in_units(one, measure.decimals) for one in (measure.least, measure.most))
    return f"{least}–{most} {measure.unit}"


def _wishes(option: Option) -> tuple[str, ...]:
    """Keys an answer would like to have: its score, else a digit or a letter it is written by."""
    if isinstance(option.value, int):
        return (str(option.value),) if 0 <= option.value < _TEN else ()
    singles = [one for one in option.also if len(one) == 1 and one.isalnum()]
    digits = [one for one in singles if one.isdecimal()]
    own = [option.value.lower()] if len(option.value) == 1 else []
    return (*own, *digits, *singles, option.value[0].lower())
