"""Classes of medicines by date, and where each may lie (Luật Dược; TT 18/2026/TT-BYT Đ3.1, Đ16.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


class DrugClass(StrEnum):
    """Phân loại thuốc."""

    NARCOTIC = "G"
    PSYCHOTROPIC = "H"
    PRECURSOR = "TC"
    COMBINED = "combo"
    ORDINARY = "T"

    @property
    def is_controlled(self) -> bool:
        """Whether two people move it and it lies locked away."""
        return self in CONTROLLED

    @property
    def is_in_book(self) -> bool:
        """Whether its movements stand in the chained book."""
        return self is not DrugClass.ORDINARY


CONTROLLED: Final = frozenset({DrugClass.NARCOTIC, DrugClass.PSYCHOTROPIC, DrugClass.PRECURSOR})
CLASS_LABELS: dict[DrugClass, Label] = {
    DrugClass.NARCOTIC: label("terms", "Gây nghiện"),
    DrugClass.PSYCHOTROPIC: label("terms", "Hướng thần"),
    DrugClass.PRECURSOR: label("terms", "Tiền chất"),
    DrugClass.COMBINED: label("terms", "Dạng phối hợp"),
    DrugClass.ORDINARY: label("terms", "Thuốc thường"),
}


class PlaceKind(StrEnum):
    """Loại nơi để thuốc."""

    CTRL_SAFE = "CTRL_SAFE"
    CTRL_COMBO = "CTRL_COMBO"
    NORMAL = "NORMAL"
    CABINET = "CABINET"
    QUARANTINE = "QUARANTINE"


PLACE_KIND_LABELS: dict[PlaceKind, Label] = {
    PlaceKind.CTRL_SAFE: label("terms", "Tủ khóa thuốc gây nghiện, hướng thần, tiền chất"),
    PlaceKind.CTRL_COMBO: label("terms", "Khu thuốc dạng phối hợp"),
    PlaceKind.NORMAL: label("terms", "Kho thuốc thường"),
    PlaceKind.CABINET: label("terms", "Tủ thuốc trực"),
    PlaceKind.QUARANTINE: label("terms", "Khu biệt trữ chờ hủy"),
}
_ARTICLE_LOCKED: Final = "TT 18/2026/TT-BYT Đ3.1a"
_ARTICLE_COMBINED: Final = "TT 18/2026/TT-BYT Đ3.1b"
_ARTICLE_CABINET: Final = "TT 18/2026/TT-BYT Đ3.1đ"


@dataclass(frozen=True, slots=True)
class ClassSpan:
    """A class a medicine has from a day until before another; ``article`` says by which rule."""

    drug_class: DrugClass
    valid_from: date
    valid_to: date | None
    article: str


def span_on(spans: Iterable[ClassSpan], day: date) -> ClassSpan | None:
    """What is said of the class on a day."""
    for one in spans:
        if one.valid_from <= day and (one.valid_to is None or day < one.valid_to):
            return one
    return None


def class_on(spans: Iterable[ClassSpan], day: date) -> DrugClass:
    """The class on a day; ordinary where none is said."""
    found = span_on(spans, day)
    return DrugClass.ORDINARY if found is None else found.drug_class


def require_fitting(drug_class: DrugClass, kind: PlaceKind, name: str, *, has_compartment: bool) -> None:
    """Refuse to put a medicine where its class may not lie.

    Args:
        drug_class: of the medicine on that day.
        kind: of the place.
        name: of the place, for the message.
        has_compartment: whether a cabinet has a locked compartment of its own.

    Raises:
        UserError: ``place_not_allowed``, naming the article.
    """
    if kind is PlaceKind.QUARANTINE:
        return
    if kind is PlaceKind.CABINET:
        if drug_class.is_controlled and not has_compartment:
            raise _not_there(drug_class, name, _ARTICLE_CABINET)
        return
    if kind is not _SHELF[drug_class]:
        combined = drug_class is DrugClass.COMBINED or kind is PlaceKind.CTRL_COMBO
        raise _not_there(drug_class, name, _ARTICLE_COMBINED if combined else _ARTICLE_LOCKED)


def require_usable(kind: PlaceKind, name: str) -> None:
    """Refuse to take out of quarantine: what waits there to be destroyed is never used again.

    Args:
        kind: of the place.
        name: of the place, for the message.

    Raises:
        UserError: ``in_quarantine``.
    """
    if kind is PlaceKind.QUARANTINE:
        raise UserError(
            "in_quarantine",
            label(
                "errors",
                "Thuốc ở “{place}” chờ hủy, không đưa ra dùng lại. Hãy lập đề nghị hủy thuốc; nếu chuyển nhầm vào "
                "đây thì điều chỉnh dòng đã ghi nhầm, nếu thiếu thì kiểm đếm.",
            ),
            fields={"place": label("errors", "Hãy chọn nơi khác")},
            place=name,
        )


_SHELF: Final[dict[DrugClass, PlaceKind]] = {
    DrugClass.NARCOTIC: PlaceKind.CTRL_SAFE,
    DrugClass.PSYCHOTROPIC: PlaceKind.CTRL_SAFE,
    DrugClass.PRECURSOR: PlaceKind.CTRL_SAFE,
    DrugClass.COMBINED: PlaceKind.CTRL_COMBO,
    DrugClass.ORDINARY: PlaceKind.NORMAL,
}


def _not_there(drug_class: DrugClass, name: str, article: str) -> UserError:
    return UserError(
        "place_not_allowed",
        label(
            "errors",
            "Thuốc loại “{class}” không được để ở “{place}” ({article}). Hãy chọn nơi thuộc loại “{kind}”.",
        ),
        fields={"place": label("errors", "Hãy chọn nơi để khác")},
        place=name,
        article=article,
        kind=PLACE_KIND_LABELS[_SHELF[drug_class]],
        **{"class": CLASS_LABELS[drug_class]},
    )
