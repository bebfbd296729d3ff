"""Rooms that few people open and that are long to read: read after everything else, while somebody signs in.

Command line and login never wait for them; whoever opens their page then waits for no import.
"""

import facility_app.app.post_room
import facility_app.modules.exchange.ui.export_page
import facility_app.modules.exchange.ui.standing_page  # noqa: F401 - read, not used
