"""The two ages the law of rehabilitation names; they stand in the law's own types, so nobody edits them."""

from typing import Final

ADULT_YEARS: Final = 18
"""“Đủ 18 tuổi” (Luật PCMT 2025 Đ28.1, Đ35, Đ36)."""
LEAST_YEARS: Final = 12
"""“Đủ 12 tuổi” (Luật PCMT 2025 Đ28.1, Đ36.8)."""
