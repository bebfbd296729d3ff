"""Orders, holds, doses, overrides, allergies, with twins behind the wall of HIV; rules, programmes, protocols."""

from facility_app.modules.medication.tables.allergies import Allergy as Allergy
from facility_app.modules.medication.tables.allergies import AllergyAsked as AllergyAsked
from facility_app.modules.medication.tables.allergies import AllergyFacts as AllergyFacts
from facility_app.modules.medication.tables.allergies import PrivateAllergy as PrivateAllergy
from facility_app.modules.medication.tables.doses import Dose as Dose
from facility_app.modules.medication.tables.doses import DoseFacts as DoseFacts
from facility_app.modules.medication.tables.doses import PrivateDose as PrivateDose
from facility_app.modules.medication.tables.external import ExternalMedicine as ExternalMedicine
from facility_app.modules.medication.tables.kit import BlackoutKit as BlackoutKit
from facility_app.modules.medication.tables.orders import HoldFacts as HoldFacts
from facility_app.modules.medication.tables.orders import MedicineOrder as MedicineOrder
from facility_app.modules.medication.tables.orders import OrderFacts as OrderFacts
from facility_app.modules.medication.tables.orders import OrderHold as OrderHold
from facility_app.modules.medication.tables.orders import OrderOverride as OrderOverride
from facility_app.modules.medication.tables.orders import OverrideFacts as OverrideFacts
from facility_app.modules.medication.tables.orders import PrivateMedicineOrder as PrivateMedicineOrder
from facility_app.modules.medication.tables.orders import PrivateOrderHold as PrivateOrderHold
from facility_app.modules.medication.tables.orders import PrivateOrderOverride as PrivateOrderOverride
from facility_app.modules.medication.tables.programmes import ClinicalRule as ClinicalRule
from facility_app.modules.medication.tables.programmes import MedicationEnd as MedicationEnd
from facility_app.modules.medication.tables.programmes import ProtocolRun as ProtocolRun
from facility_app.modules.medication.tables.programmes import SubstitutionProgramme as SubstitutionProgramme
from facility_app.modules.medication.tables.walls import SIDES as SIDES
from facility_app.modules.medication.tables.walls import Side as Side
