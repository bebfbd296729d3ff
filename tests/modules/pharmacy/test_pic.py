from pathlib import Path
import tests.modules.pharmacy.test_papers as m
m.PICTURES=Path("/tmp/pharmacy")
from tests.modules.pharmacy.test_papers import *
from tests.modules.pharmacy.conftest import pharmacy, pharmacy_pattern
