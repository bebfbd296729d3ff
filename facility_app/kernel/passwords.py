"""What a password must be, as a number and in words: said where one is typed, before the keys are read."""

from typing import Final

from facility_app.kernel.labels import label

SHORTEST_PASSWORD: Final = 10
"""Characters."""

PASSWORD_RULE: Final = label("login", "Ít nhất 10 ký tự; một câu dài dễ nhớ tốt hơn một từ khó.")
"""``SHORTEST_PASSWORD`` in words."""
