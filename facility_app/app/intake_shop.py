"""How the screens of intake make minutes and take scans in."""

from facility_app.app import print_shop
from facility_app.app.scan_desk import taker
from facility_app.modules.intake.ui.press import Press
from facility_app.modules.residents.ui.filing import SCANS

INTAKE_PRESS = Press(print_shop.forms, taker, SCANS)
