"""Kế hoạch tái hòa nhập cộng đồng: the places of form V-19, named as the form names them."""

from typing import Final

from facility_app.kernel.labels import Label, label

REINTEGRATION_PLACES: Final[dict[str, Label]] = {
    "reint_health": label("terms", "Tình trạng sức khỏe"),
    "reint_refusal_skill": label("terms", "Kỹ năng từ chối sử dụng trái phép chất ma túy"),
    "reint_legal_knowledge": label("terms", "Kiến thức pháp luật, thông tin về tình hình kinh tế - xã hội"),
    "reint_expected_job": label("terms", "Dự kiến việc làm sau khi hoàn thành cai nghiện"),
    "reint_relapse_prevention": label("terms", "Phòng, chống tái nghiện ma túy"),
    "reint_treatment": label("terms", "Tiếp tục điều trị phục hồi sức khỏe"),
    "reint_study": label("terms", "Học văn hóa, học nghề"),
    "reint_job": label("terms", "Việc làm, sinh kế"),
    "reint_self_family": label("terms", "Bản thân, gia đình"),
    "reint_authority_support": label("terms", "Hỗ trợ từ chính quyền nơi cư trú, nguồn khác"),
    "reint_loan": label("terms", "Vay vốn (học nghề, sản xuất, kinh doanh, tạo việc làm)"),
}
"""Every place of V-19 but the person's own lines, in the form's order."""
