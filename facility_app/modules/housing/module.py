"""What the slice of housing offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.housing import tables
from facility_app.modules.housing.domain.conventions import SETTINGS
from facility_app.modules.housing.domain.rights import (
    AGREE_CAPACITY,
    AGREE_OVERRIDE,
    CALL_ROLL,
    CHANGE_CAPACITY,
    CHECK_HOUSE,
    EDIT_HOUSE,
    FILL_TEAMS,
    FOLLOW_STAYS,
    MANAGE_TEAMS,
    PLACE_PEOPLE,
    SET_BODY_NEEDS,
    SET_CUSTODY_NEEDS,
    SET_HOUSE,
    SET_MEDICAL_NEEDS,
    VIEW_BOARD,
    VIEW_HOUSE,
)
from facility_app.modules.housing.queries import check, figures
from facility_app.modules.housing.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
OF_NOBODY: tuple[str, ...] = ()

SPEC = ModuleSpec(
    id="housing",
    permissions=(
        VIEW_HOUSE,
        VIEW_BOARD,
        EDIT_HOUSE,
        CHANGE_CAPACITY,
        AGREE_CAPACITY,
        PLACE_PEOPLE,
        AGREE_OVERRIDE,
        SET_MEDICAL_NEEDS,
        SET_BODY_NEEDS,
        SET_CUSTODY_NEEDS,
        MANAGE_TEAMS,
        FILL_TEAMS,
        CALL_ROLL,
        CHECK_HOUSE,
        SET_HOUSE,
        FOLLOW_STAYS,
    ),
    verbs=(
        Verb("housing.add_zone", label("verbs", "Thêm khu, phân khu"), EDIT_HOUSE),
        Verb("housing.edit_zone", label("verbs", "Sửa khu, phân khu"), EDIT_HOUSE),
        Verb("housing.void_zone", label("verbs", "Bỏ khu, phân khu"), EDIT_HOUSE),
        Verb("housing.add_building", label("verbs", "Thêm nhà, dãy"), EDIT_HOUSE),
        Verb("housing.edit_building", label("verbs", "Sửa nhà, dãy"), EDIT_HOUSE),
        Verb("housing.void_building", label("verbs", "Bỏ nhà, dãy"), EDIT_HOUSE),
        Verb("housing.add_room", label("verbs", "Thêm phòng"), EDIT_HOUSE),
        Verb("housing.edit_room", label("verbs", "Sửa phòng"), EDIT_HOUSE),
        Verb("housing.void_room", label("verbs", "Bỏ phòng"), EDIT_HOUSE),
        Verb("housing.add_beds", label("verbs", "Thêm giường"), EDIT_HOUSE),
        Verb("housing.void_bed", label("verbs", "Bỏ giường"), EDIT_HOUSE),
        Verb("housing.take_over_house", label("verbs", "Nhập sơ đồ khu, phòng, giường"), EDIT_HOUSE),
        Verb("housing.change_capacity", label("verbs", "Đổi sức chứa của phòng"), CHANGE_CAPACITY),
        Verb("housing.close_place", label("verbs", "Đóng phòng, giường"), CHANGE_CAPACITY),
        Verb("housing.reopen_place", label("verbs", "Mở lại phòng, giường"), CHANGE_CAPACITY),
        Verb("housing.place_resident", label("verbs", "Xếp giường"), PLACE_PEOPLE),
        Verb("housing.swap_beds", label("verbs", "Đổi giường hai người"), PLACE_PEOPLE),
        Verb("housing.leave_bed", label("verbs", "Cho trả giường"), PLACE_PEOPLE),
        Verb("housing.take_over_placements", label("verbs", "Nhập danh sách ai ở giường nào"), PLACE_PEOPLE),
        Verb("housing.follow_stay", label("verbs", "Giữ, trả giường theo lần cai nghiện"), FOLLOW_STAYS),
        Verb("housing.require_placement", label("verbs", "Yêu cầu về chỗ ở"), VIEW_BOARD),
        Verb("housing.end_need", label("verbs", "Kết thúc yêu cầu về chỗ ở"), VIEW_BOARD),
        Verb("housing.add_team", label("verbs", "Lập tổ"), MANAGE_TEAMS),
        Verb("housing.edit_team", label("verbs", "Sửa tổ, đổi người phụ trách"), MANAGE_TEAMS),
        Verb("housing.void_team", label("verbs", "Bỏ tổ"), MANAGE_TEAMS),
        Verb("housing.join_team", label("verbs", "Xếp vào tổ"), FILL_TEAMS),
        Verb("housing.leave_team", label("verbs", "Cho ra khỏi tổ"), FILL_TEAMS),
        Verb("housing.open_roll", label("verbs", "Bắt đầu điểm danh"), CALL_ROLL),
        Verb("housing.tick_roll", label("verbs", "Điểm danh"), CALL_ROLL),
        Verb("housing.close_roll", label("verbs", "Kết thúc điểm danh"), CALL_ROLL),
        Verb("housing.explain_difference", label("verbs", "Giải thích chênh lệch điểm danh"), CALL_ROLL),
        Verb("housing.set_conventions", label("verbs", "Đặt quy ước về chỗ ở"), SET_HOUSE),
    ),
    tables=(
        TableSpec(tables.HousingZone.__tablename__, Synced(50, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.HousingBuilding.__tablename__, Synced(51, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.HousingRoom.__tablename__, Synced(52, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.HousingBed.__tablename__, Synced(53, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.PlaceClosure.__tablename__, Synced(54, OF_NOBODY), Retention.SECURITY),
        TableSpec(tables.CapacityChange.__tablename__, Synced(55, OF_NOBODY), Retention.SECURITY),
        TableSpec(tables.BedPlacement.__tablename__, Synced(56, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.HousingNeed.__tablename__, Synced(57, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.Team.__tablename__, Synced(58, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.TeamMember.__tablename__, Synced(59, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.RollCall.__tablename__, Synced(60, OF_NOBODY), Retention.SECURITY),
        TableSpec(tables.RollTick.__tablename__, Synced(61, OF_RESIDENT), Retention.CASE_FILE),
    ),
    settings=SETTINGS,
    handlers=HANDLERS,
    answers={**check.ANSWERS, **figures.ANSWERS},
)
