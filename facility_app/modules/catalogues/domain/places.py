"""Provinces and communes with their official codes (QĐ 19/2025/QĐ-TTg); older units are text only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import sort_key
from facility_app.kernel.shipped import Span, rows_of_list, span_of
from facility_app.kernel.word_search import searchable, words_typed


class PlaceKind(StrEnum):
    """Loại đơn vị hành chính: two tiers since 01/07/2025."""

    PROVINCE = "tinh"
    CITY = "thanh_pho"
    COMMUNE = "xa"
    WARD = "phuong"
    SPECIAL_ZONE = "dac_khu"


PLACE_KIND_LABELS: dict[PlaceKind, Label] = {
    PlaceKind.PROVINCE: label("place_kinds", "Tỉnh"),
    PlaceKind.CITY: label("place_kinds", "Thành phố"),
    PlaceKind.COMMUNE: label("place_kinds", "Xã"),
    PlaceKind.WARD: label("place_kinds", "Phường"),
    PlaceKind.SPECIAL_ZONE: label("place_kinds", "Đặc khu"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One unit.

    Attributes:
        code: two digits for a province, five for a commune.
        kind: what it is.
        name: without its kind: ``Hoàn Kiếm``.
        province_code: of a commune, the province it lies in; of a province, its own.
        province_name: the province with its kind: ``Thành phố Hà Nội``.
        span: when the unit exists.
    """

    code: str
    kind: PlaceKind
    name: str
    province_code: str
    province_name: str
    span: Span
    fold: str = field(repr=False)

    @property
    def is_province(self) -> bool:
        """Whether it is of the upper tier."""
        return self.code == self.province_code

    @property
    def full_name(self) -> str:
        """With its kind, as papers name it: ``Phường Hoàn Kiếm``."""
        return f"{PLACE_KIND_LABELS[self.kind]} {self.name}"

    @property
    def path(self) -> str:
        """From the commune up: ``Phường Hoàn Kiếm, Thành phố Hà Nội``."""
        return self.full_name if self.is_province else f"{self.full_name}, {self.province_name}"

    def own_name_begins(self, typed: str) -> bool:
        """Whether the name without its kind begins with what was typed, folded."""
        return self.fold.startswith(typed, len(PLACE_KIND_LABELS[self.kind]) + 2)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every unit by its code."""

    places: Mapping[str, Place] = field(repr=False)
    communes: Mapping[str, tuple[Place, ...]] = field(repr=False)

    def find(self, code: str) -> Place | None:
        """The unit, also one that is no more."""
        return self.places.get(code)

    def provinces_on(self, day: date) -> tuple[Place, ...]:
        """The provinces of that day by name."""
        return _by_name([one for one in self.places.values() if one.is_province and one.span.holds(day)])

    def communes_on(self, province_code: str, day: date) -> tuple[Place, ...]:
        """The communes of a province on that day by name; none for an unknown province."""
        return _by_name([one for one in self.communes.get(province_code, ()) if one.span.holds(day)])

    def search(self, text: str, day: date, province_code: str = "", limit: int = 20) -> tuple[Place, ...]:
        """Units found by any words of their name and their province's, in any order, without marks, or by code.

        Those whose own name begins with what was typed come first; an empty text finds nothing.
        """
        words = words_typed(text)
        if not words:
            return ()
        found = list(self.communes.get(province_code, ()) if province_code else self.places.values())
        for word in words:
            found = [one for one in found if f" {word}" in one.fold]
        found = [one for one in found if one.span.holds(day)]
        typed = " ".join(words)
        found.sort(key=lambda one: (not one.own_name_begins(typed), not one.is_province, one.code))
        return tuple(found[:limit])

    def checked(self, code: str, field_name: str, day: date) -> Place:
        """The unit chosen on a day.

        Raises:
            UserError: ``unknown_place``.
        """
        found = self.find(code.strip())
        if found is not None and found.span.holds(day):
            return found
        raise UserError(
            "unknown_place",
            label(
                "errors",
                "Không có đơn vị hành chính mã “{code}” (QĐ 19/2025/QĐ-TTg). Hãy chọn tỉnh, xã trong danh sách; "
                "địa danh cũ thì ghi bằng chữ ở ô địa chỉ.",
            ),
            fields={field_name: label("errors", "Hãy chọn trong danh sách")},
            code=code[:8],
        )


def read_gazetteer(text: str) -> Gazetteer:
    """The shipped ``administrative_units``.

    Raises:
        ValueError: a code twice; KeyError: a commune of an unknown province.
    """
    places: dict[str, Place] = {}
    communes: dict[str, list[Place]] = {}
    rows = list(rows_of_list(text))
    names = {row["code"]: f"{PLACE_KIND_LABELS[PlaceKind(row['kind'])]} {row['name']}" for row in rows}
    folds = dict(zip(names, searchable(list(names.values())), strict=True))
    for row in rows:
        if row["code"] in places:
            message = f"{row['code']} stands twice"
            raise ValueError(message)
        upper = row["province"] or row["code"]
        folded = f"{folds[row['code']]} {row['code']}{folds[upper]}"
        if names[upper].startswith(PLACE_KIND_LABELS[PlaceKind.CITY]):
            folded += " tp"  # as everybody writes it
        made = places[row["code"]] = Place(
            row["code"], PlaceKind(row["kind"]), row["name"], upper, names[upper], span_of(row), folded
        )
        if not made.is_province:
            communes.setdefault(made.province_code, []).append(made)
    return Gazetteer(places, {code: tuple(rows) for code, rows in communes.items()})


def _by_name(places: Sequence[Place]) -> tuple[Place, ...]:
    # People are sorted by their last word; places are read from the left.
    return tuple(sorted(places, key=lambda one: ([sort_key(word) for word in one.name.split()], one.code)))
