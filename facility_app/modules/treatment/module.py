"""What the slice of treatment offers the house."""

from facility_app.db.attachments import NamedFiles
from facility_app.kernel.hiv import telling
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.treatment import tables
from facility_app.modules.treatment.domain import rights
from facility_app.modules.treatment.domain.record import LATE_MINUTES
from facility_app.modules.treatment.domain.score_choices import CIWA_BANDS
from facility_app.modules.treatment.papers.telling import ANSWERS
from facility_app.modules.treatment.queries import door, fitness, health_checks, occupied, stage_end
from facility_app.modules.treatment.queries.drug_tests import answer_named_files
from facility_app.modules.treatment.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
EVENT_TELLS = tuple(telling(one) for one in ("account", "measures", "place", "found_by", "present", "outcome"))
ICD_HERE = LocalOnly("the Ministry's own list, which everybody has; diagnoses travel with code and name")

SPEC = ModuleSpec(
    id="treatment",
    permissions=rights.PERMISSIONS,
    verbs=(
        Verb("treatment.triage", label("verbs", "Phân loại sức khỏe người mới đến"), rights.TRIAGE),
        Verb("treatment.answer_flag", label("verbs", "Ghi xử trí dấu hiệu nguy hiểm"), rights.ANSWER_FLAGS),
        Verb("treatment.strike_triage", label("verbs", "Gạch bỏ lần phân loại ghi nhầm"), rights.STRIKE_OUT),
        Verb("treatment.write_note", label("verbs", "Ghi hồ sơ bệnh án"), rights.WRITE_CARE),
        Verb("treatment.diagnose", label("verbs", "Ghi chẩn đoán"), rights.WRITE_RECORD),
        Verb("treatment.diagnose_hiv", label("verbs", "Ghi chẩn đoán thuộc phần HIV"), rights.WRITE_RECORD),
        Verb("treatment.import_icd", label("verbs", "Nhập bảng mã bệnh ICD-10"), rights.KEEP_ICD),
        Verb("treatment.strike_out", label("verbs", "Gạch bỏ mục trong hồ sơ bệnh án"), rights.STRIKE_OUT),
        Verb("treatment.open_record", label("verbs", "Mở hồ sơ bệnh án"), rights.OPEN_RECORD),
        Verb("treatment.take_chart", label("verbs", "In, lưu biểu đồ điều trị"), rights.READ_VITALS),
        Verb("treatment.print_treatment_sheet", label("verbs", "In tờ điều trị"), rights.READ_RECORD),
        Verb("treatment.print_vitals_chart", label("verbs", "In phiếu chức năng sống"), rights.READ_VITALS),
        Verb("treatment.print_score", label("verbs", "In kết quả thang đánh giá"), rights.READ_SCORES),
        Verb("treatment.print_drug_test", label("verbs", "In phiếu xét nghiệm"), rights.READ_DRUG_TESTS),
        Verb("treatment.print_referral", label("verbs", "In giấy chuyển viện"), rights.READ_RECORD),
        Verb("treatment.print_private_annex", label("verbs", "In tờ kèm (phần HIV)"), rights.READ_HIV),
        Verb("treatment.record_health_check", label("verbs", "Ghi khám sức khỏe"), rights.WRITE_RECORD),
        Verb("treatment.print_health_check", label("verbs", "In phiếu khám sức khỏe"), rights.READ_RECORD),
        Verb("treatment.measure", label("verbs", "Ghi dấu hiệu sinh tồn"), rights.MEASURE),
        Verb("treatment.score", label("verbs", "Chấm thang đánh giá"), rights.SCORE),
        Verb("treatment.choose_ciwa_bands", label("verbs", "Chọn bộ mức độ CIWA-Ar"), rights.CHOOSE_BANDS),
        Verb("treatment.start_plan", label("verbs", "Đặt lịch theo dõi"), rights.PLAN_OBSERVATION),
        Verb("treatment.end_plan", label("verbs", "Thôi lịch theo dõi"), rights.PLAN_OBSERVATION),
        Verb("treatment.set_oxygen_target", label("verbs", "Chỉ định SpO₂ thang 2"), rights.ORDER_OXYGEN),
        Verb("treatment.end_oxygen_target", label("verbs", "Thôi SpO₂ thang 2"), rights.ORDER_OXYGEN),
        Verb("treatment.set_watch", label("verbs", "Đặt mức theo dõi nguy cơ tự hại"), rights.START_WATCH),
        Verb("treatment.end_watch", label("verbs", "Thôi theo dõi nguy cơ tự hại"), rights.ORDER_WATCH),
        Verb("treatment.record_look", label("verbs", "Ghi một lần trông"), rights.RECORD_CHECKS),
        Verb(
            "treatment.follow_admission",
            label("verbs", "Đưa lần phân loại vào lần cai nghiện"),
            rights.FOLLOW_STAYS,
        ),
        Verb("treatment.follow_exit", label("verbs", "Kết thúc theo dõi vì đã ra cơ sở"), rights.FOLLOW_STAYS),
        Verb("treatment.ask_placement", label("verbs", "Yêu cầu chỗ ở vì lý do y tế"), rights.ASK_PLACEMENT),
        Verb("treatment.add_kit", label("verbs", "Ghi lô kit xét nghiệm"), rights.KEEP_KITS),
        Verb(
            "treatment.order_drug_test",
            label("verbs", "Quyết định xét nghiệm chất ma túy"),
            rights.ORDER_DRUG_TESTS,
        ),
        Verb("treatment.take_sample", label("verbs", "Ghi lấy mẫu xét nghiệm"), rights.TAKE_SAMPLES),
        Verb("treatment.hand_on_sample", label("verbs", "Ghi giao nhận mẫu xét nghiệm"), rights.TAKE_SAMPLES),
        Verb("treatment.attach_cassette", label("verbs", "Đính ảnh khay thử"), rights.RECORD_DRUG_RESULTS),
        Verb("treatment.open_cassette", label("verbs", "Xem ảnh khay thử"), rights.READ_DRUG_TESTS),
        Verb("treatment.dispose_sample", label("verbs", "Ghi hủy mẫu xét nghiệm"), rights.TAKE_SAMPLES),
        Verb("treatment.record_drug_result", label("verbs", "Ghi kết quả xét nghiệm"), rights.RECORD_DRUG_RESULTS),
        Verb(
            "treatment.decide_telling", label("verbs", "Quyết định báo kết quả xét nghiệm"), rights.DECIDE_TELLING
        ),
        Verb(
            "treatment.strike_drug_test", label("verbs", "Gạch bỏ xét nghiệm ghi nhầm"), rights.RECORD_DRUG_RESULTS
        ),
        Verb("treatment.ask_consent", label("verbs", "Ghi đồng ý, từ chối xét nghiệm"), rights.RECORD_CONSENT),
        Verb("treatment.withdraw_consent", label("verbs", "Ghi rút đồng ý xét nghiệm"), rights.RECORD_CONSENT),
        Verb("treatment.record_infection", label("verbs", "Ghi kết quả sàng lọc"), rights.RECORD_INFECTIONS),
        Verb("treatment.strike_infection", label("verbs", "Gạch bỏ sàng lọc ghi nhầm"), rights.RECORD_INFECTIONS),
        Verb("treatment.open_infections", label("verbs", "Mở kết quả sàng lọc"), rights.READ_INFECTIONS),
        Verb("treatment.ask_hiv_consent", label("verbs", "Ghi đồng ý, từ chối (phần HIV)"), rights.KEEP_HIV),
        Verb("treatment.withdraw_hiv_consent", label("verbs", "Ghi rút đồng ý (phần HIV)"), rights.KEEP_HIV),
        Verb("treatment.record_hiv_result", label("verbs", "Ghi kết quả (phần HIV)"), rights.KEEP_HIV),
        Verb("treatment.tell_hiv_result", label("verbs", "Ghi đã báo kết quả (phần HIV)"), rights.KEEP_HIV),
        Verb("treatment.strike_hiv", label("verbs", "Gạch bỏ mục ghi nhầm (phần HIV)"), rights.KEEP_HIV),
        Verb("treatment.open_hiv", label("verbs", "Mở phần HIV"), rights.READ_HIV),
        Verb("treatment.export_health", label("verbs", "Xuất hồ sơ y tế ra tệp"), rights.EXPORT_HEALTH),
        Verb("treatment.record_event", label("verbs", "Ghi sự việc nghiêm trọng"), rights.RECORD_EVENTS),
        Verb("treatment.record_event_step", label("verbs", "Ghi việc đã làm về sự việc"), rights.RECORD_EVENTS),
        Verb("treatment.close_event", label("verbs", "Kết thúc hồ sơ sự việc"), rights.CLOSE_EVENTS),
        Verb("treatment.strike_event", label("verbs", "Gạch bỏ sự việc ghi nhầm"), rights.RECORD_EVENTS),
        Verb("treatment.print_event", label("verbs", "In hồ sơ sự việc nghiêm trọng"), rights.READ_EVENTS),
        Verb("treatment.decide_fitness", label("verbs", "Kết luận sức khỏe lao động"), rights.DECIDE_FITNESS),
        Verb(
            "treatment.strike_fitness", label("verbs", "Gạch bỏ kết luận sức khỏe lao động"), rights.DECIDE_FITNESS
        ),
    ),
    tables=(
        TableSpec(tables.MedicalRecord.__tablename__, Synced(160, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.DoorTriage.__tablename__, Synced(161, OF_RESIDENT, (telling("note"),)), Retention.MEDICAL
        ),
        TableSpec(tables.RedFlag.__tablename__, Synced(162, OF_RESIDENT, (telling("answer"),)), Retention.MEDICAL),
        TableSpec(
            tables.MedicalNote.__tablename__, Synced(163, OF_RESIDENT, (telling("text"),)), Retention.MEDICAL
        ),
        TableSpec(
            tables.Diagnosis.__tablename__,
            Synced(164, OF_RESIDENT, (telling("code"), telling("text"), telling("note"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateDiagnosis.__tablename__, Synced(165, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.VitalReading.__tablename__, Synced(166, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.InstrumentScore.__tablename__, Synced(167, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.ObservationPlan.__tablename__,
            Synced(168, OF_RESIDENT, (telling("end_reason"),)),
            Retention.MEDICAL,
        ),
        TableSpec(
            tables.PlacementReason.__tablename__, Synced(169, OF_RESIDENT, (telling("reason"),)), Retention.MEDICAL
        ),
        TableSpec(
            tables.SelfHarmWatch.__tablename__,
            Synced(170, OF_RESIDENT, (telling("reason"), telling("end_reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.WatchLook.__tablename__, Synced(171, OF_RESIDENT, (telling("note"),)), Retention.MEDICAL),
        TableSpec(
            tables.OxygenTarget.__tablename__,
            Synced(280, OF_RESIDENT, (telling("reason"), telling("end_reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.DrugTestKit.__tablename__, Synced(172, ()), Retention.REFERENCE),
        TableSpec(tables.DrugTest.__tablename__, Synced(173, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.DrugTestResult.__tablename__, Synced(174, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.CustodyStep.__tablename__, Synced(175, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.InfectionTest.__tablename__,
            Synced(176, OF_RESIDENT, (telling("method"), telling("note"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.HivTest.__tablename__, Synced(177, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.WorkFitness.__tablename__, Synced(240, OF_RESIDENT, (telling("limits"),)), Retention.MEDICAL
        ),
        TableSpec(tables.SeriousEvent.__tablename__, Synced(282, OF_RESIDENT, EVENT_TELLS), Retention.MEDICAL),
        TableSpec(
            tables.SeriousEventStep.__tablename__,
            Synced(
                283,
                OF_RESIDENT,
                (telling("whom"), telling("how"), *(telling("event_id", one.path[0]) for one in EVENT_TELLS)),
            ),
            Retention.MEDICAL,
        ),
        TableSpec(
            tables.HealthCheck.__tablename__,
            Synced(284, OF_RESIDENT, (telling("body"), telling("mind"), telling("advice"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.IcdTable.__tablename__, ICD_HERE, Retention.REFERENCE),
        TableSpec(tables.IcdTableCode.__tablename__, ICD_HERE, Retention.REFERENCE),
    ),
    settings=(LATE_MINUTES, CIWA_BANDS),
    handlers=HANDLERS,
    answers={
        NamedFiles: (answer_named_files,),
        **ANSWERS,
        **occupied.ANSWERS,
        **fitness.ANSWERS,
        **health_checks.ANSWERS,
        **stage_end.ANSWERS,
        **door.ANSWERS,
    },
)
