"""Make the tables of vocational courses, jobs and certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "employer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("trade", sa.String(length=200), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("contact", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer")),
    )
    op.create_table(
        "partner_school",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("licence", sa.String(length=200), nullable=True),
        sa.Column("agreement", sa.String(length=200), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("contact", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_school")),
    )
    op.create_table(
        "guidance",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("guided_on", sa.Date(), nullable=False),
        sa.Column("wish", sa.String(length=200), nullable=False),
        sa.Column("health", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=200), nullable=False),
        sa.Column("limits", sa.String(length=200), nullable=True),
        sa.Column("advice", sa.String(length=200), nullable=True),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["staff_member.id"], name=op.f("fk_guidance_by_id_staff_member")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_guidance_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance")),
    )
    op.create_index(op.f("ix_guidance_by_id"), "guidance", ["by_id"], unique=False)
    op.create_index("ix_guidance_guided_on_resident_id", "guidance", ["guided_on", "resident_id"], unique=False)
    op.create_index(op.f("ix_guidance_resident_id"), "guidance", ["resident_id"], unique=False)
    op.create_table(
        "job_outcome",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("employment", sa.String(length=32), nullable=False),
        sa.Column("job", sa.String(length=200), nullable=True),
        sa.Column("employer_id", sa.String(length=32), nullable=True),
        sa.Column("uses_trade", sa.Boolean(), nullable=False),
        sa.Column("told_by", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employer.id"], name=op.f("fk_job_outcome_employer_id_employer")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_job_outcome_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_outcome")),
    )
    op.create_index(op.f("ix_job_outcome_employer_id"), "job_outcome", ["employer_id"], unique=False)
    op.create_index(op.f("ix_job_outcome_resident_id"), "job_outcome", ["resident_id"], unique=False)
    op.create_table(
        "job_support",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("paper_number", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_job_support_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_support")),
    )
    op.create_index(op.f("ix_job_support_resident_id"), "job_support", ["resident_id"], unique=False)
    op.create_table(
        "vacancy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("employer_id", sa.String(length=32), nullable=False),
        sa.Column("job", sa.String(length=200), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("open_from", sa.Date(), nullable=False),
        sa.Column("open_to", sa.Date(), nullable=True),
        sa.Column("wage", sa.String(length=200), nullable=True),
        sa.Column("wants", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["employer_id"], ["employer.id"], name=op.f("fk_vacancy_employer_id_employer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy")),
    )
    op.create_index(op.f("ix_vacancy_employer_id"), "vacancy", ["employer_id"], unique=False)
    op.create_table(
        "vocational_course",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.String(length=32), nullable=True),
        sa.Column("employer_id", sa.String(length=32), nullable=True),
        sa.Column("licence", sa.String(length=200), nullable=True),
        sa.Column("teacher_id", sa.String(length=32), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["employer.id"], name=op.f("fk_vocational_course_employer_id_employer")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["partner_school.id"], name=op.f("fk_vocational_course_school_id_partner_school")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["staff_member.id"], name=op.f("fk_vocational_course_teacher_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vocational_course")),
    )
    op.create_index(op.f("ix_vocational_course_employer_id"), "vocational_course", ["employer_id"], unique=False)
    op.create_index(op.f("ix_vocational_course_first_on"), "vocational_course", ["first_on"], unique=False)
    op.create_index(op.f("ix_vocational_course_school_id"), "vocational_course", ["school_id"], unique=False)
    op.create_index(op.f("ix_vocational_course_teacher_id"), "vocational_course", ["teacher_id"], unique=False)
    op.create_index(
        "ux_vocational_course_code",
        "vocational_course",
        ["home", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "course_certificate",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("book", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("serial", sa.String(length=200), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("grade", sa.String(length=32), nullable=False),
        sa.Column("trade", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(length=200), nullable=False),
        sa.Column("issuer", sa.String(length=200), nullable=True),
        sa.Column("cancels_id", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(cancels_id IS NULL) = (number IS NOT NULL)", name=op.f("ck_course_certificate_number")
        ),
        sa.CheckConstraint("(cancels_id IS NULL) = (reason IS NULL)", name=op.f("ck_course_certificate_reason")),
        sa.ForeignKeyConstraint(
            ["cancels_id"],
            ["course_certificate.id"],
            name=op.f("fk_course_certificate_cancels_id_course_certificate"),
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_certificate_course_id_vocational_course")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_course_certificate_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_certificate")),
        sa.UniqueConstraint("cancels_id", name=op.f("uq_course_certificate_cancels_id")),
        sa.UniqueConstraint(
            "home", "book", "year", "number", name=op.f("uq_course_certificate_home_book_year_number")
        ),
        sa.UniqueConstraint("home", "serial", name=op.f("uq_course_certificate_home_serial")),
    )
    op.create_index("ix_course_certificate_course_id", "course_certificate", ["course_id"], unique=False)
    op.create_index("ix_course_certificate_issued_on", "course_certificate", ["issued_on"], unique=False)
    op.create_index(op.f("ix_course_certificate_resident_id"), "course_certificate", ["resident_id"], unique=False)
    op.create_table(
        "course_enrolment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("override_reason", sa.String(length=200), nullable=True),
        sa.Column("left_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_enrolment_course_id_vocational_course")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_course_enrolment_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_enrolment")),
    )
    op.create_index(op.f("ix_course_enrolment_resident_id"), "course_enrolment", ["resident_id"], unique=False)
    op.create_index("ix_course_enrolment_state", "course_enrolment", ["course_id", "state"], unique=False)
    op.create_index(
        "ux_course_enrolment_one",
        "course_enrolment",
        ["course_id", "resident_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'enrolled') AND voided_at IS NULL"),
    )
    op.create_table(
        "course_exam",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("chair", sa.String(length=200), nullable=False),
        sa.Column("members", sa.String(length=10000), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("minutes", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_exam_course_id_vocational_course")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_exam")),
    )
    op.create_index(
        "ux_course_exam_course_id",
        "course_exam",
        ["course_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "course_module",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("theory_hours", sa.Integer(), nullable=False),
        sa.Column("practice_hours", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_module_course_id_vocational_course")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_module")),
    )
    op.create_index(op.f("ix_course_module_course_id"), "course_module", ["course_id"], unique=False)
    op.create_table(
        "job_talk",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("talked_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("vacancy_id", sa.String(length=32), nullable=True),
        sa.Column("by_id", sa.String(length=32), nullable=True),
        sa.Column("result", sa.String(length=10000), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["staff_member.id"], name=op.f("fk_job_talk_by_id_staff_member")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_job_talk_resident_id_resident")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_job_talk_vacancy_id_vacancy")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_talk")),
    )
    op.create_index(op.f("ix_job_talk_by_id"), "job_talk", ["by_id"], unique=False)
    op.create_index(op.f("ix_job_talk_resident_id"), "job_talk", ["resident_id"], unique=False)
    op.create_index("ix_job_talk_talked_on_resident_id", "job_talk", ["talked_on", "resident_id"], unique=False)
    op.create_index(op.f("ix_job_talk_vacancy_id"), "job_talk", ["vacancy_id"], unique=False)
    op.create_table(
        "certificate_print",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("certificate_id", sa.String(length=32), nullable=False),
        sa.Column("print_no", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("print_no = 1 OR reason IS NOT NULL", name=op.f("ck_certificate_print_reason")),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["course_certificate.id"],
            name=op.f("fk_certificate_print_certificate_id_course_certificate"),
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_certificate_print_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_print")),
        sa.UniqueConstraint(
            "home", "certificate_id", "print_no", name=op.f("uq_certificate_print_home_certificate_id_print_no")
        ),
    )
    op.create_index(op.f("ix_certificate_print_resident_id"), "certificate_print", ["resident_id"], unique=False)
    op.create_table(
        "course_assessment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("module_id", sa.String(length=32), nullable=True),
        sa.Column("tenths", sa.Integer(), nullable=False),
        sa.Column("graded_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("tenths BETWEEN 0 AND 100", name=op.f("ck_course_assessment_tenths")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_assessment_course_id_vocational_course")
        ),
        sa.ForeignKeyConstraint(
            ["module_id"], ["course_module.id"], name=op.f("fk_course_assessment_module_id_course_module")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_course_assessment_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_assessment")),
    )
    op.create_index(op.f("ix_course_assessment_resident_id"), "course_assessment", ["resident_id"], unique=False)
    op.create_index(
        "ux_course_assessment_exam",
        "course_assessment",
        ["course_id", "resident_id"],
        unique=True,
        sqlite_where=sa.text("module_id IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "ux_course_assessment_module",
        "course_assessment",
        ["course_id", "resident_id", "module_id"],
        unique=True,
        sqlite_where=sa.text("module_id IS NOT NULL AND voided_at IS NULL"),
    )
    op.create_table(
        "course_lesson",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("module_id", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("teacher_id", sa.String(length=32), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("content", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_course_lesson_course_id_vocational_course")
        ),
        sa.ForeignKeyConstraint(
            ["module_id"], ["course_module.id"], name=op.f("fk_course_lesson_module_id_course_module")
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["staff_member.id"], name=op.f("fk_course_lesson_teacher_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_lesson")),
    )
    op.create_index("ix_course_lesson_held_on", "course_lesson", ["held_on", "course_id"], unique=False)
    op.create_index(
        "ux_course_lesson_start",
        "course_lesson",
        ["course_id", "held_on", "starts"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "lesson_tick",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("lesson_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["course_id"], ["vocational_course.id"], name=op.f("fk_lesson_tick_course_id_vocational_course")
        ),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["course_lesson.id"], name=op.f("fk_lesson_tick_lesson_id_course_lesson")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_lesson_tick_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_tick")),
    )
    op.create_index("ix_lesson_tick_course_id_held_on", "lesson_tick", ["course_id", "held_on"], unique=False)
    op.create_index(
        "ix_lesson_tick_held_on_resident_id", "lesson_tick", ["held_on", "resident_id", "mark"], unique=False
    )
    op.create_index("ix_lesson_tick_resident_id_held_on", "lesson_tick", ["resident_id", "held_on"], unique=False)
    op.create_index(
        "ux_lesson_tick_one",
        "lesson_tick",
        ["lesson_id", "resident_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
