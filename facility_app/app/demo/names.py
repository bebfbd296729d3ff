"""Vietnamese names as often as they are met: surnames by shares of the population."""

from dataclasses import dataclass

from typing_extensions import override

from facility_app.app.demo.chance import Chance

SURNAMES = {
    "Nguyễn": 31.5, "Trần": 10.9, "Lê": 8.9, "Phạm": 5.9, "Hoàng": 3.6, "Huỳnh": 1.6, "Vũ": 2.8, "Võ": 2.1,
    "Phan": 2.8, "Trương": 2.2, "Bùi": 2.1, "Đặng": 1.9, "Đỗ": 1.9, "Ngô": 1.7, "Hồ": 1.5, "Dương": 1.4,
    "Đinh": 1.0, "Đoàn": 0.9, "Lâm": 0.9, "Mai": 0.8, "Trịnh": 0.8, "Đào": 0.7, "Cao": 0.7, "Lý": 0.7,
    "Hà": 0.6, "Lương": 0.6, "Thái": 0.5, "Châu": 0.5, "Tạ": 0.5, "Phùng": 0.4, "Tô": 0.4, "Vương": 0.4,
    "Văn": 0.3, "Tăng": 0.3, "Quách": 0.3, "La": 0.3, "Hứa": 0.2, "Lò": 0.5, "Quàng": 0.2, "Vàng": 0.3,
    "Giàng": 0.3, "Sùng": 0.2, "Nông": 0.3, "Ksor": 0.1, "Thạch": 0.2,
}  # fmt: skip
MALE_MIDDLES = {
    "Văn": 45, "Đức": 8, "Minh": 7, "Hữu": 6, "Quang": 6, "Công": 5, "Ngọc": 4, "Thanh": 5, "Xuân": 3, "Đình": 4,
    "Trọng": 2, "Bá": 2, "Thành": 3, "Quốc": 4, "Gia": 1, "": 6,
}  # fmt: skip
FEMALE_MIDDLES = {
    "Thị": 60, "Ngọc": 9, "Thị Thu": 4, "Thị Thanh": 4, "Thanh": 4, "Minh": 3, "Phương": 3, "Kim": 4, "Hồng": 3,
    "Mỹ": 2, "Thùy": 2, "": 3,
}  # fmt: skip
MALE_GIVEN = (
    "Hùng", "Dũng", "Tuấn", "Cường", "Thắng", "Đức", "Nam", "Long", "Sơn", "Hải", "Minh", "Hiếu", "Trung", "Quân",
    "Thành", "Kiên", "Phong", "Việt", "Tú", "Anh", "Huy", "Khoa", "Bình", "Tâm", "Toàn", "Phúc", "Lâm", "Khánh",
    "Tiến", "Mạnh", "Hưng", "Chiến", "Quang", "Vinh", "Duy", "Đạt", "Nghĩa", "Tài", "Lộc", "Thịnh", "Hoàng",
    "Giang", "Đông", "Hòa", "Sang", "Tân", "Ngọc", "Thuận", "Quyết", "Linh", "Bảo", "Đăng", "Nhật", "Trí",
    "Thái", "Tường",
)  # fmt: skip
FEMALE_GIVEN = (
    "Hương", "Lan", "Hoa", "Hằng", "Nga", "Thủy", "Thúy", "Hạnh", "Trang", "Linh", "Thảo", "Yến", "Ngọc", "Mai",
    "Phương", "Hồng", "Loan", "Nhung", "Liên", "Vân", "Anh", "Oanh", "Hiền", "Dung", "Tuyết", "Thu",
    "Bích", "Quỳnh", "Diễm",
    "Huyền", "Ánh", "Tâm", "Kim", "Hà", "My", "Vy", "Ngân", "Châu", "Trinh", "Xuân",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FullName:
    """A name in its parts.

    Attributes:
        surname: family name.
        middle: may be empty.
        given: the name people are called and sorted by.
    """

    surname: str
    middle: str
    given: str

    @override
    def __str__(self) -> str:
        """The name as written, surname first."""
        return " ".join(part for part in (self.surname, self.middle, self.given) if part)


def full_name(chance: Chance, *, is_female: bool, surname: str = "") -> FullName:
    """A likely name.

    Args:
        chance: where it is drawn from.
        is_female: whose name.
        surname: of the family; empty draws one.
    """
    family = surname or chance.weighted(SURNAMES)
    middle = chance.weighted(FEMALE_MIDDLES if is_female else MALE_MIDDLES)
    return FullName(family, middle, chance.one_of(FEMALE_GIVEN if is_female else MALE_GIVEN))
