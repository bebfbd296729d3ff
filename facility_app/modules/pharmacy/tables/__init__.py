"""Medicines and classes, places and lots, the ledger with its slips and days, counts, papers many people sign."""

from facility_app.modules.pharmacy.tables.catalogue import Medicine as Medicine
from facility_app.modules.pharmacy.tables.catalogue import MedicineClass as MedicineClass
from facility_app.modules.pharmacy.tables.counts import StockCount as StockCount
from facility_app.modules.pharmacy.tables.counts import StockCountLine as StockCountLine
from facility_app.modules.pharmacy.tables.ledger import DoseSupply as DoseSupply
from facility_app.modules.pharmacy.tables.ledger import PrivateDoseSupply as PrivateDoseSupply
from facility_app.modules.pharmacy.tables.ledger import StockDay as StockDay
from facility_app.modules.pharmacy.tables.ledger import StockEntry as StockEntry
from facility_app.modules.pharmacy.tables.ledger import StockSlip as StockSlip
from facility_app.modules.pharmacy.tables.reports import SentReport as SentReport
from facility_app.modules.pharmacy.tables.requests import Destruction as Destruction
from facility_app.modules.pharmacy.tables.requests import DestructionLine as DestructionLine
from facility_app.modules.pharmacy.tables.requests import LossReport as LossReport
from facility_app.modules.pharmacy.tables.requests import MedicineReturn as MedicineReturn
from facility_app.modules.pharmacy.tables.requests import MedicineReturnLine as MedicineReturnLine
from facility_app.modules.pharmacy.tables.requests import Requisition as Requisition
from facility_app.modules.pharmacy.tables.requests import RequisitionLine as RequisitionLine
from facility_app.modules.pharmacy.tables.stock import CabinetShift as CabinetShift
from facility_app.modules.pharmacy.tables.stock import MedicineLot as MedicineLot
from facility_app.modules.pharmacy.tables.stock import StockPlace as StockPlace
