"""What a file says of itself that the days of a team come in."""

from typing import Final

from facility_app.kernel.labels import label

OF_TEAM: Final = label("papers", "Mã tổ: {code}")
"""The line of such a file that says whose it is."""
