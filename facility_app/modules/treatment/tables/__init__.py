"""Records of care: what was seen and written, measured, scored, watched, tested; none is ever overwritten."""

from facility_app.modules.treatment.tables.drug_tests import CustodyStep as CustodyStep
from facility_app.modules.treatment.tables.drug_tests import DrugTest as DrugTest
from facility_app.modules.treatment.tables.drug_tests import DrugTestKit as DrugTestKit
from facility_app.modules.treatment.tables.drug_tests import DrugTestResult as DrugTestResult
from facility_app.modules.treatment.tables.fitness import WorkFitness as WorkFitness
from facility_app.modules.treatment.tables.health_checks import HealthCheck as HealthCheck
from facility_app.modules.treatment.tables.icd import IcdTable as IcdTable
from facility_app.modules.treatment.tables.icd import IcdTableCode as IcdTableCode
from facility_app.modules.treatment.tables.infections import HivTest as HivTest
from facility_app.modules.treatment.tables.infections import InfectionTest as InfectionTest
from facility_app.modules.treatment.tables.measured import InstrumentScore as InstrumentScore
from facility_app.modules.treatment.tables.measured import ObservationPlan as ObservationPlan
from facility_app.modules.treatment.tables.measured import PlacementReason as PlacementReason
from facility_app.modules.treatment.tables.measured import VitalReading as VitalReading
from facility_app.modules.treatment.tables.oxygen import OxygenTarget as OxygenTarget
from facility_app.modules.treatment.tables.record import Diagnosis as Diagnosis
from facility_app.modules.treatment.tables.record import DoorTriage as DoorTriage
from facility_app.modules.treatment.tables.record import MedicalNote as MedicalNote
from facility_app.modules.treatment.tables.record import MedicalRecord as MedicalRecord
from facility_app.modules.treatment.tables.record import PrivateDiagnosis as PrivateDiagnosis
from facility_app.modules.treatment.tables.record import RedFlag as RedFlag
from facility_app.modules.treatment.tables.serious import SeriousEvent as SeriousEvent
from facility_app.modules.treatment.tables.serious import SeriousEventStep as SeriousEventStep
from facility_app.modules.treatment.tables.watches import SelfHarmWatch as SelfHarmWatch
from facility_app.modules.treatment.tables.watches import WatchLook as WatchLook
