"""The kit every screen is built from; it knows no noun of the work."""

from facility_app.ui.plain_imports import import_plainly

import_plainly()
