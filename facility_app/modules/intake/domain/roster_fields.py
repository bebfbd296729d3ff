"""What columns of a roster are about, and what facilities call them; marks and capitals do not matter."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class RosterField(StrEnum):
    """What a column says."""

    ORDINAL = "ordinal"
    NAME = "name"
    FAMILY_NAMES = "family_names"
    GIVEN_NAME = "given_name"
    OTHER_NAME = "other_name"
    BIRTH = "birth"
    SEX = "sex"
    MALE = "male"
    FEMALE = "female"
    PAPER = "paper"
    OLD_PAPER = "old_paper"
    PAPER_ON = "paper_on"
    PAPER_BY = "paper_by"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    EDUCATION = "education"
    OCCUPATION = "occupation"
    MARITAL = "marital"
    HOME = "home"
    HOME_DETAIL = "home_detail"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    CURRENT = "current"
    NATIVE = "native"
    FATHER = "father"
    MOTHER = "mother"
    PARENTS = "parents"
    SPOUSE = "spouse"
    CONTACT = "contact"
    PHONE = "phone"
    STAY_TYPE = "stay_type"
    REASON = "reason"
    DECISION = "decision"
    DECIDED_ON = "decided_on"
    AUTHORITY = "authority"
    MONTHS = "months"
    ADMITTED = "admitted"
    ENDS = "ends"
    REHAB_COUNT = "rehab_count"
    PLACE = "place"
    SUBSTANCE = "substance"
    CONVICTIONS = "convictions"
    SANCTIONS = "sanctions"
    NOTE = "note"
    AGE = "age"


FIELD_LABELS: Final[dict[RosterField, Label]] = {
    RosterField.ORDINAL: label("terms", "Số thứ tự"),
    RosterField.NAME: label("terms", "Họ và tên"),
    RosterField.FAMILY_NAMES: label("terms", "Họ và tên đệm"),
    RosterField.GIVEN_NAME: label("terms", "Tên (chữ cuối)"),
    RosterField.OTHER_NAME: label("terms", "Tên gọi khác"),
    RosterField.BIRTH: label("terms", "Ngày, năm sinh"),
    RosterField.SEX: label("terms", "Giới tính"),
    RosterField.MALE: label("terms", "Nam (đánh dấu)"),
    RosterField.FEMALE: label("terms", "Nữ (đánh dấu)"),
    RosterField.PAPER: label("terms", "Số căn cước"),
    RosterField.OLD_PAPER: label("terms", "Số chứng minh nhân dân"),
    RosterField.PAPER_ON: label("terms", "Ngày cấp căn cước"),
    RosterField.PAPER_BY: label("terms", "Nơi cấp căn cước"),
    RosterField.ETHNICITY: label("terms", "Dân tộc"),
    RosterField.RELIGION: label("terms", "Tôn giáo"),
    RosterField.EDUCATION: label("terms", "Trình độ học vấn"),
    RosterField.OCCUPATION: label("terms", "Nghề nghiệp"),
    RosterField.MARITAL: label("terms", "Tình trạng hôn nhân"),
    RosterField.HOME: label("terms", "Nơi thường trú"),
    RosterField.HOME_DETAIL: label("terms", "Nơi thường trú: số nhà, thôn, tổ"),
    RosterField.COMMUNE: label("terms", "Nơi thường trú: xã, phường"),
    RosterField.DISTRICT: label("terms", "Nơi thường trú: huyện (cũ)"),
    RosterField.PROVINCE: label("terms", "Nơi thường trú: tỉnh"),
    RosterField.CURRENT: label("terms", "Nơi ở hiện tại"),
    RosterField.NATIVE: label("terms", "Quê quán"),
    RosterField.FATHER: label("terms", "Họ tên cha"),
    RosterField.MOTHER: label("terms", "Họ tên mẹ"),
    RosterField.PARENTS: label("terms", "Con ông, bà"),
    RosterField.SPOUSE: label("terms", "Họ tên vợ, chồng"),
    RosterField.CONTACT: label("terms", "Người cần báo tin"),
    RosterField.PHONE: label("terms", "Điện thoại người cần báo tin"),
    RosterField.STAY_TYPE: label("terms", "Diện cai nghiện"),
    RosterField.REASON: label("terms", "Lý do đưa vào cơ sở"),
    RosterField.DECISION: label("terms", "Số quyết định"),
    RosterField.DECIDED_ON: label("terms", "Ngày quyết định"),
    RosterField.AUTHORITY: label("terms", "Cơ quan ra quyết định"),
    RosterField.MONTHS: label("terms", "Thời hạn (tháng)"),
    RosterField.ADMITTED: label("terms", "Ngày vào cơ sở"),
    RosterField.ENDS: label("terms", "Ngày hết hạn"),
    RosterField.REHAB_COUNT: label("terms", "Lần cai nghiện thứ"),
    RosterField.PLACE: label("terms", "Khu, phòng, đội"),
    RosterField.SUBSTANCE: label("terms", "Chất ma túy sử dụng"),
    RosterField.CONVICTIONS: label("terms", "Tiền án"),
    RosterField.SANCTIONS: label("terms", "Tiền sự"),
    RosterField.NOTE: label("terms", "Ghi chú"),
    RosterField.AGE: label("terms", "Tuổi"),
}

NOT_READ: Final = frozenset({RosterField.ORDINAL, RosterField.AGE})
"""Recognised, so that nobody asks what they are, and left where they are: they follow from the rest."""

DAY_FIELDS: Final = frozenset(
    {RosterField.BIRTH, RosterField.PAPER_ON, RosterField.DECIDED_ON, RosterField.ADMITTED, RosterField.ENDS}
)
NUMBER_FIELDS: Final = frozenset({RosterField.PAPER, RosterField.OLD_PAPER, RosterField.PHONE})
"""Columns whose values stay text whatever they look like."""

ROSTER_NAMES: Final[Mapping[str, Sequence[str]]] = {
    RosterField.ORDINAL: ("STT", "Số thứ tự", "TT", "Số TT", "S TT"),
    RosterField.NAME: (
        *("Họ và tên", "Họ tên", "Họ và tên học viên", "Họ tên học viên", "Họ tên người cai nghiện"),
        *("Họ và tên người nghiện", "Họ, chữ đệm và tên", "Họ tên khai sinh", "Họ và tên khai sinh"),
        *("Tên học viên", "Tên đối tượng", "Họ tên đối tượng", "Full name", "Học viên", "Người cai nghiện"),
    ),
    RosterField.FAMILY_NAMES: (
        *("Họ đệm", "Họ và đệm", "Họ lót", "Họ và chữ lót", "Họ và tên đệm", "Họ và chữ đệm", "Họ", "Họ chữ đệm"),
        *("Họ và tên lót", "Họ tên đệm"),
    ),
    RosterField.GIVEN_NAME: ("Tên",),
    RosterField.OTHER_NAME: ("Tên gọi khác", "Tên khác", "Bí danh", "Biệt danh", "Tên thường gọi", "Bí số"),
    RosterField.BIRTH: (
        *(
            "Ngày sinh",
            "Năm sinh",
            "Ngày tháng năm sinh",
            "Ngày, tháng, năm sinh",
            "NS",
            "N.sinh",
            "Ngày/năm sinh",
        ),
        *("Sinh ngày", "Sinh năm", "Ngày sinh năm sinh", "NTNS", "Ngày tháng năm", "DOB", "Năm sinh đầy đủ"),
    ),
    RosterField.SEX: ("Giới tính", "Nam/Nữ", "Nam, Nữ", "GT", "Giới", "Phái", "Sex"),
    RosterField.MALE: ("Nam", "Giới tính Nam", "Năm sinh Nam", "Ngày sinh Nam", "Ngày tháng năm sinh Nam"),
    RosterField.FEMALE: ("Nữ", "Giới tính Nữ", "Năm sinh Nữ", "Ngày sinh Nữ", "Ngày tháng năm sinh Nữ"),
    RosterField.PAPER: (
        *(
            "Số CCCD",
            "CCCD",
            "Số căn cước",
            "Căn cước",
            "Số căn cước công dân",
            "Căn cước công dân",
            "Số định danh",
        ),
        *("CCCD/CMND", "CMND/CCCD", "Số CMND/CCCD", "Số CCCD/CMND", "Số CC/CCCD/CMND/HC", "Số định danh cá nhân"),
        *("CMND/CCCD Số", "CCCD/CMND Số", "CCCD Số", "Căn cước Số", "Căn cước công dân Số", "Số giấy tờ", "ĐDCN"),
        *("Số giấy tờ tùy thân", "Giấy tờ tùy thân Số", "CC/CCCD", "Số CC/CCCD", "Số thẻ căn cước", "MSĐDCN"),
    ),
    RosterField.OLD_PAPER: (
        *("CMND", "Số CMND", "CMND Số", "Chứng minh nhân dân", "Số chứng minh nhân dân", "Số chứng minh"),
        *("Chứng minh thư", "Số CMT", "CMT", "CMTND"),
    ),
    RosterField.PAPER_ON: (
        *("Ngày cấp", "Ngày cấp CCCD", "Ngày cấp căn cước", "CCCD Ngày cấp", "CMND/CCCD Ngày cấp", "Cấp ngày"),
        *("CCCD/CMND Ngày cấp", "Ngày cấp CCCD/CMND", "Ngày cấp CMND/CCCD", "Ngày cấp CMND"),
    ),
    RosterField.PAPER_BY: (
        *("Nơi cấp", "Nơi cấp CCCD", "Nơi cấp căn cước", "CCCD Nơi cấp", "Cơ quan cấp", "CMND/CCCD Nơi cấp"),
        *("CCCD/CMND Nơi cấp", "Cơ quan cấp CCCD"),
    ),
    RosterField.ETHNICITY: ("Dân tộc", "DT"),
    RosterField.RELIGION: ("Tôn giáo", "TG"),
    RosterField.EDUCATION: (
        *("Trình độ", "Trình độ học vấn", "Trình độ văn hóa", "TĐVH", "TĐHV", "Học vấn", "Văn hóa", "Lớp"),
        *("Trình độ VH", "Trình độ HV"),
    ),
    RosterField.OCCUPATION: ("Nghề nghiệp", "Nghề", "Công việc", "Nghề nghiệp trước khi vào"),
    RosterField.MARITAL: ("Tình trạng hôn nhân", "Hôn nhân", "TTHN"),
    RosterField.HOME: (
        *("HKTT", "Hộ khẩu thường trú", "Hộ khẩu", "Nơi thường trú", "Thường trú", "Địa chỉ", "Nơi đăng ký HKTT"),
        *(
            "Nơi ĐKTT",
            "ĐKTT",
            "Nơi đăng ký thường trú",
            "Đăng ký thường trú",
            "Nơi ĐKHKTT",
            "ĐKHKTT",
            "Nơi cư trú",
        ),
        *("Địa chỉ thường trú", "HKTT/Chỗ ở", "Nơi ở", "Hộ khẩu TT", "Nơi ĐK HKTT", "HKTT/Nơi ở", "Chỗ ở"),
    ),
    RosterField.HOME_DETAIL: (
        *("Thôn", "Thôn/Xóm", "Thôn, xóm", "Số nhà", "Tổ/Thôn", "Ấp", "Thôn/tổ", "Thôn, tổ dân phố", "Thôn/Bản"),
        *("Tổ dân phố", "Số nhà, đường", "Thôn (tổ)", "Khóm/Ấp", "Nơi thường trú Thôn", "HKTT Thôn", "Bản"),
    ),
    RosterField.COMMUNE: (
        *("Xã", "Xã/Phường", "Xã, phường", "Phường", "Phường/Xã", "Xã (phường)", "Xã, phường, đặc khu"),
        *("Nơi thường trú Xã", "HKTT Xã", "Xã, phường, thị trấn", "Xã/Phường/Thị trấn"),
    ),
    RosterField.DISTRICT: (
        "Huyện",
        "Quận/Huyện",
        "Huyện/Quận",
        "Quận, huyện",
        "Huyện, quận",
        "Quận",
        "HKTT Huyện",
    ),
    RosterField.PROVINCE: (
        *("Tỉnh", "Tỉnh/Thành phố", "Tỉnh, thành phố", "Tỉnh/TP", "Thành phố", "Tỉnh (TP)", "TP/Tỉnh"),
        *("Nơi thường trú Tỉnh", "HKTT Tỉnh"),
    ),
    RosterField.CURRENT: (
        *("Nơi ở hiện tại", "Nơi ở hiện nay", "Chỗ ở hiện nay", "Chỗ ở hiện tại", "Nơi tạm trú", "Tạm trú"),
        *("Địa chỉ hiện tại", "Nơi ở thực tế"),
    ),
    RosterField.NATIVE: ("Quê quán", "Nguyên quán", "Quê"),
    RosterField.FATHER: ("Họ tên cha", "Tên cha", "Cha", "Bố", "Họ tên bố", "Họ và tên cha", "Con ông"),
    RosterField.MOTHER: ("Họ tên mẹ", "Tên mẹ", "Mẹ", "Họ và tên mẹ", "Con bà"),
    RosterField.PARENTS: (
        *(
            "Con ông bà",
            "Con ông/bà",
            "Con ông (bà)",
            "Cha mẹ",
            "Bố mẹ",
            "Họ tên cha, mẹ",
            "Họ tên bố mẹ",
            "Cha/mẹ",
        ),
        *("Con ông, bà", "Họ tên cha mẹ", "Con của ông bà", "Họ và tên cha, mẹ"),
    ),
    RosterField.SPOUSE: ("Vợ", "Chồng", "Vợ/chồng", "Họ tên vợ", "Họ tên vợ/chồng", "Vợ, chồng", "Vợ (chồng)"),
    RosterField.CONTACT: (
        *(
            "Người thân",
            "Thân nhân",
            "Người liên hệ",
            "Người cần báo tin",
            "Họ tên thân nhân",
            "Họ tên người thân",
        ),
        *("Gia đình", "Người bảo lãnh", "Người giám hộ", "Người thân Họ tên", "Thân nhân Họ tên"),
    ),
    RosterField.PHONE: (
        *("Điện thoại", "SĐT", "Số điện thoại", "SĐT người thân", "ĐT liên hệ", "Điện thoại người thân", "ĐT"),
        *("SĐT gia đình", "Người thân Điện thoại", "Điện thoại liên hệ", "SĐT liên hệ", "Số ĐT"),
    ),
    RosterField.STAY_TYPE: (
        *("Diện", "Diện cai nghiện", "Hình thức", "Hình thức cai nghiện", "Loại hình", "Loại hình cai nghiện"),
        *("Diện quản lý", "Đối tượng", "Diện đối tượng", "Biện pháp"),
    ),
    RosterField.REASON: ("Lý do", "Lý do vào", "Lý do đưa vào", "Lý do đưa vào cơ sở", "Căn cứ đưa vào"),
    RosterField.DECISION: (
        *("Số quyết định", "Số QĐ", "Quyết định Số", "QĐ Số", "Quyết định", "QĐ", "Số, ký hiệu quyết định"),
        *("Số QĐ của Tòa án", "QĐ của Tòa án Số", "Quyết định đưa vào cơ sở Số", "Số QĐ đưa vào", "Số văn bản"),
        *("Quyết định của Tòa án Số", "Quyết định của Tòa án", "QĐ đưa vào cơ sở", "Số/ngày QĐ", "Số, ngày QĐ"),
        *("Số quyết định của Tòa án", "Số, ngày quyết định"),
    ),
    RosterField.DECIDED_ON: (
        *("Ngày quyết định", "Ngày QĐ", "Quyết định Ngày", "QĐ Ngày", "Ngày ban hành", "Ngày ra quyết định"),
        *("QĐ của Tòa án Ngày", "Quyết định đưa vào cơ sở Ngày", "Ngày tháng QĐ", "Ngày ký", "Ngày ra QĐ"),
        *("Quyết định của Tòa án Ngày", "Quyết định Ngày tháng", "Quyết định Ngày tháng năm"),
    ),
    RosterField.AUTHORITY: (
        *("Tòa án", "Cơ quan", "Cơ quan ra quyết định", "Cơ quan ban hành", "Nơi ra quyết định", "Cơ quan ra QĐ"),
        *("Tòa án ra quyết định", "Quyết định Tòa án", "Quyết định Cơ quan", "TAND", "Đơn vị ra QĐ", "Đơn vị đưa"),
        *(
            "Nơi ra QĐ",
            "Quyết định Nơi ban hành",
            "Tòa án nhân dân",
            "Cơ quan đưa vào",
            "Quyết định Cơ quan ban hành",
        ),
        *("Cơ quan QĐ", "Đơn vị ra quyết định", "Tòa án ra QĐ"),
    ),
    RosterField.MONTHS: (
        *("Thời hạn", "Thời hạn (tháng)", "Thời gian", "Số tháng", "Thời gian cai nghiện", "Thời hạn cai nghiện"),
        *("Thời gian (tháng)", "Thời hạn CN", "Thời hạn chấp hành", "T/hạn", "Thời gian chấp hành"),
    ),
    RosterField.ADMITTED: (
        *("Ngày vào", "Ngày vào cơ sở", "Ngày vào trại", "Ngày tiếp nhận", "Ngày nhập", "Ngày vào trung tâm"),
        *(
            "Ngày nhập trại",
            "Vào ngày",
            "Ngày đến",
            "Ngày vào viện",
            "Ngày giao nhận",
            "Ngày bắt đầu",
            "Ngày vào CS",
        ),
        *("Ngày bắt đầu chấp hành", "Vào cơ sở ngày", "Ngày nhận"),
    ),
    RosterField.ENDS: (
        *("Ngày hết hạn", "Hết hạn", "Ngày ra", "Ngày mãn hạn", "Ngày về", "Ngày hoàn thành", "Ngày hết thời hạn"),
        *("Ngày dự kiến ra", "Dự kiến hết hạn", "Ngày kết thúc", "Ngày hết hạn chấp hành", "Ngày được về"),
    ),
    RosterField.REHAB_COUNT: (
        *(
            "Lần cai",
            "Lần cai nghiện",
            "Số lần cai nghiện",
            "Lần thứ",
            "Lần vào",
            "Số lần vào",
            "Cai nghiện lần thứ",
        ),
    ),
    RosterField.PLACE: (
        *("Khu", "Phòng", "Đội", "Tổ", "Phân khu", "Buồng", "Khu/Phòng", "Khu, phòng", "Phòng/Đội", "Khu/Đội"),
        *("Nơi ở tại cơ sở", "Đội/Tổ", "Nhà", "Khu/Phòng/Đội", "Khu - Phòng", "Giường", "Khu vực"),
    ),
    RosterField.SUBSTANCE: (
        *("Chất ma túy", "Loại ma túy", "Chất ma túy sử dụng", "Loại ma túy sử dụng", "Ma túy", "Chất sử dụng"),
        *("Loại chất", "Chất nghiện", "Loại MT", "Ma túy sử dụng", "Loại MT sử dụng", "Chất MT"),
    ),
    RosterField.CONVICTIONS: (
        "Tiền án",
        "Tiền án, tiền sự",
        "Tiền án/tiền sự",
        "TA/TS",
        "TATS",
        "Tiền án tiền sự",
    ),
    RosterField.SANCTIONS: ("Tiền sự",),
    RosterField.NOTE: ("Ghi chú", "GC", "Chú thích", "Khác", "Ghi chú khác"),
    RosterField.AGE: ("Tuổi",),
}
"""Field → what a column of it is called."""
