"""Every instrument and each of its versions: the newest is offered, an older one still reads old answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.ports import Shelf
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.instrument_file import english_of, read_instrument

FOLDER: Final = "instruments"
_SIGNS: Final = dict.fromkeys(map(ord, " -_"), None)


@dataclass(frozen=True, slots=True)
class InstrumentLibrary:
    """The instruments there are.

    Attributes:
        versions: (code, version) → instrument.
    """

    versions: Mapping[tuple[str, int], Instrument]

    @classmethod
    def of(cls, instruments: Iterable[Instrument]) -> Self:
        """The library of these.

        Raises:
            ValueError: one version twice: answers would be read by whichever came last.
        """
        found: dict[tuple[str, int], Instrument] = {}
        for one in instruments:
            if found.setdefault((one.code, one.version), one) is not one:
                message = f"{one.code} {one.version} stands twice"
                raise ValueError(message)
        return cls(found)

    def __iter__(self) -> Iterator[Instrument]:
        """The newest version of each, by code."""
        newest: dict[str, Instrument] = {}
        for (code, _), one in sorted(self.versions.items()):
            newest[code] = one
        return iter(newest.values())

    def get(self, code: str, version: int | None = None) -> Instrument:
        """The newest version, or the one asked for; signs and capitals of the code do not matter.

        Raises:
            UserError: ``instrument_unknown``.
        """
        wanted = _folded(code)
        found = [one for one in self.versions.values() if _folded(one.code) == wanted]
        found = [one for one in found if version in {None, one.version}]
        if not found:
            raise UserError(
                "instrument_unknown",
                label("errors", "Không có thang đánh giá “{code}”. Các thang có sẵn: {known}."),
                fields={"code": label("errors", "Hãy chọn trong danh sách")},
                code=code[:40],
                known=tuple(one.code for one in self),
            )
        return max(found, key=lambda one: one.version)

    def english(self) -> dict[tuple[str, str], str]:
        """(context, Vietnamese) → English of every instrument's words."""
        return {pair: english for one in self.versions.values() for pair, english in english_of(one).items()}


def instruments(shelf: Shelf | None) -> InstrumentLibrary:
    """The instruments that came with the program.

    Raises:
        EnvironmentFault: ``list_unreadable``; it names the file.
        RuntimeError: nobody wired a shelf; a fault of the program.
    """
    if shelf is None:
        message = "no shelf to take instruments from"
        raise RuntimeError(message)
    return InstrumentLibrary.of(shelf.take_all(FOLDER, read_instrument).values())


def _folded(code: str) -> str:
    return fold(code).translate(_SIGNS)
